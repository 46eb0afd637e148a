//! Kafka's usual grammar, as joptsimple reads it.
//!
//! `--opt value` and `--opt=value`, options and words in any order, an option given several times kept several times,
//! `--` for "only words from here". One dash is taken too (`-list`). A value is whatever comes next, even with dashes in
//! front; an optional one only if it does not look like an option. There are no abbreviations: the tools switch them off.
//! Values stay text here; joptsimple converts and counts them only when the tool asks (see [`Given`]).

use super::call::{Call, Line, Spoken};
use crate::commands::connection::Asked;
use crate::commands::failure::Failure;
use crate::commands::options::{Given, Kind, Opt, Role, Status, Takes};
use crate::commands::suggest;

/// Every tool has these two.
pub static HELP: Opt = Opt::flag("help", "show this page");
pub static VERSION: Opt = Opt::flag("version", "show kt's version and the Kafka release it matches");

/// Reads the arguments after the tool's name.
pub fn parse(options: &'static [Opt], call: &Call) -> Result<Line, Failure> {
    let mut reader = Reader { options, call, given: Given::default(), asked: Asked::default(), notes: Vec::new() };
    reader.given.declared = options.iter().chain([&HELP, &VERSION]).collect();
    match reader.read() {
        Err(_) if call.wants_help() => return Ok(Line::Help),
        outcome => outcome?,
    }
    if reader.given.has("help") {
        return Ok(Line::Help);
    }
    if reader.given.has("version") {
        return Ok(Line::Version);
    }
    Ok(Line::Run(Box::new(Spoken { given: reader.given, asked: reader.asked, notes: reader.notes })))
}

struct Reader<'a> {
    options: &'static [Opt],
    call: &'a Call,
    given: Given,
    asked: Asked,
    notes: Vec<String>,
}

impl Reader<'_> {
    fn read(&mut self) -> Result<(), Failure> {
        let args = &self.call.args;
        let mut at = 0;
        while let Some(arg) = args.get(at) {
            let start = at;
            at += 1;
            if arg == "--" {
                self.given.words.extend(args[at..].iter().cloned());
                return Ok(());
            }
            let Some(token) = arg.strip_prefix("--").or_else(|| arg.strip_prefix('-')).filter(|rest| !rest.is_empty())
            else {
                self.given.words.push(arg.clone());
                continue;
            };
            let (key, attached) = match token.split_once('=') {
                Some((key, value)) => (key, Some(value.to_owned())),
                None => (token, None),
            };
            let opt = self.find(key)?;
            let value = match attached {
                // A flag's value is dropped, as joptsimple does.
                Some(value) => opt.takes_value().then_some(value),
                None => match opt.takes {
                    Takes::Nothing => None,
                    Takes::Value(_) | Takes::Several(_) => {
                        let next = args.get(at).cloned();
                        let missing = || Failure::usage(format!("Option {} requires an argument", opt.name));
                        at += 1;
                        // An option of the past needs no value to be answered.
                        Some(if let Status::Gone { .. } = opt.status {
                            next.unwrap_or_default()
                        } else {
                            next.ok_or_else(missing)?
                        })
                    }
                    Takes::Maybe(_) => {
                        let next = args.get(at).filter(|next| belongs(next, opt)).cloned();
                        at += usize::from(next.is_some());
                        next
                    }
                },
            };
            self.take(opt, value, start..at)?;
        }
        Ok(())
    }

    fn find(&self, key: &str) -> Result<&'static Opt, Failure> {
        let by_name = self.given.declared.iter().find(|opt| opt.name == key);
        // `-b` and `-h` are kt's; nobody's script can rely on their being refused.
        let by_letter = || match key {
            "b" => self.options.iter().find(|opt| opt.role == Role::Bootstrap && opt.status == Status::Current),
            "h" => Some(&HELP),
            _ => None,
        };
        by_name.copied().or_else(by_letter).ok_or_else(|| {
            let names = self.options.iter().filter(|opt| opt.status == Status::Current).map(|opt| opt.name);
            let nearest = suggest::nearest(key, names).map(|name| format!("did you mean --{name} ?"));
            Failure::usage(format!("{key} is not a recognized option"))
                .hint_if_any(nearest)
                .hint(format!("{} --help   shows all options", self.call.called))
        })
    }

    fn take(&mut self, opt: &'static Opt, value: Option<String>, at: std::ops::Range<usize>) -> Result<(), Failure> {
        let mut name = opt.name;
        match opt.status {
            Status::Current => {}
            Status::Deprecated("") => self.note(format!("--{name} is deprecated (still accepted)")),
            Status::Deprecated(now) => self.note(format!("--{name} is now --{now} (still accepted)")),
            Status::OldNameOf(now) => {
                self.note(format!("--{name} is the old name of --{now} (accepted)"));
                name = now;
            }
            Status::Gone { why, instead } => {
                return Err(Failure::usage(why).hint(self.call.corrected(at, instead)));
            }
        }
        let role = self.options.iter().find(|opt| opt.name == name).map_or(opt.role, |opt| opt.role);
        super::call::assign(role, value.as_deref(), &mut self.asked);
        self.given.options.push((name, value));
        Ok(())
    }

    fn note(&mut self, text: String) {
        if !self.notes.contains(&text) {
            self.notes.push(text);
        }
    }
}

/// Whether the next argument is an optional value of this option.
fn belongs(next: &str, opt: &Opt) -> bool {
    let number = match opt.kind {
        Kind::Int => next.parse::<i32>().is_ok(),
        Kind::Long => next.parse::<i64>().is_ok(),
        Kind::Text | Kind::Choice(_) => return !(next.starts_with('-') && next != "-"),
    };
    // Of a number's type: -1 is a value, a word is not.
    number
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::options::{BOOTSTRAP, BROKER_LIST, COMMAND_CONFIG, ZOOKEEPER};

    static OPTIONS: [Opt; 9] = [
        BOOTSTRAP,
        BROKER_LIST,
        COMMAND_CONFIG,
        ZOOKEEPER,
        Opt::flag("list", "…"),
        Opt::value("topic", "NAME", "…"),
        Opt::maybe("state", "STATE", "…"),
        Opt::maybe("timeout", "MS", "…").long(),
        Opt::value("partitions", "N", "…").int(),
    ];

    fn read(line: &str) -> Result<Line, Failure> {
        parse(&OPTIONS, &Call::new("kt topics", line.split_whitespace().map(str::to_owned).collect()))
    }

    fn spoken(line: &str) -> Spoken {
        match read(line) {
            Ok(Line::Run(spoken)) => *spoken,
            other => panic!("'{line}' should run: {:?}", other.map(|_| "help or version")),
        }
    }

    fn refusal(line: &str) -> Failure {
        read(line).map(|_| ()).expect_err("this line is wrong")
    }

    #[test]
    fn options_come_in_any_order_and_form() {
        let given = spoken("word --topic=a -list --topic b other").given;
        assert!(given.has("list"));
        assert_eq!(given.all("topic"), ["a", "b"]);
        assert_eq!(given.words, ["word", "other"]);
        assert_eq!(spoken("--topic --list").given.all("topic"), ["--list"], "a value is whatever comes next");
        assert_eq!(spoken("--list=5 --topic=").given.all("topic"), [""], "a flag's value is dropped");
        assert_eq!(spoken("--list -- --topic x").given.words, ["--topic", "x"]);
    }

    #[test]
    fn an_optional_value_must_not_look_like_an_option() {
        assert_eq!(spoken("--state Empty").given.all("state"), ["Empty"]);
        let given = spoken("--state --list").given;
        assert!(given.has("state") && given.has("list"));
        assert!(given.all("state").is_empty());
        assert_eq!(spoken("--timeout -1").given.long("timeout").unwrap(), Some(-1));
        assert_eq!(spoken("--timeout soon").given.words, ["soon"], "not a number, so not its value");
    }

    #[test]
    fn wrong_lines_get_the_originals_sentences() {
        assert_eq!(refusal("--boot x").what(), "boot is not a recognized option", "there are no abbreviations");
        assert_eq!(refusal("--topic").what(), "Option topic requires an argument");
        let given = spoken("--partitions many --topic a --topic b").given;
        assert_eq!(given.int("partitions").unwrap_err().message(), "Cannot parse argument 'many' of option partitions");
        assert_eq!(
            given.one("topic").unwrap_err().message(),
            "Found multiple arguments for option topic, but you asked for only one"
        );
        assert_eq!(given.require(&["topic", "state"]).unwrap_err().what(), "Missing required argument \"[state]\"");
        assert_eq!(
            given.clash("topic", &["state", "partitions"]).unwrap_err().what(),
            "Option \"[topic]\" can't be used with option \"[partitions]\""
        );
    }

    #[test]
    fn old_spellings_are_taken_or_answered_with_the_corrected_line() {
        let old = spoken("--broker-list h:1 --list");
        assert_eq!(old.asked.servers, ["h:1"]);
        assert!(old.given.has("bootstrap-server"));
        assert_eq!(old.notes, ["--broker-list is the old name of --bootstrap-server (accepted)"]);
        let gone = refusal("--list --zookeeper localhost:2181 --topic t");
        assert!(
            gone.render(crate::output::paint::Paint::OFF)
                .contains("hint: kt topics --list --bootstrap-server localhost:9092 --topic t"),
            "{gone:?}"
        );
    }

    #[test]
    fn help_is_shown_even_beside_a_mistake() {
        assert!(matches!(read("--frob --help"), Ok(Line::Help)));
        assert!(matches!(read("-h"), Ok(Line::Help)));
        assert!(matches!(read("--version"), Ok(Line::Version)));
        assert_eq!(spoken("-b h:1 --list").asked.servers, ["h:1"]);
    }
}
