//! Kafka's other grammar, as argparse4j reads it: the tools with sub-commands, and a few more.
//!
//! Differences from joptsimple that show: short names (`-b`), unambiguous beginnings of long names (`--bootstrap-serv`),
//! values converted while parsing, an option given twice keeps the last value, options of the tool go before the
//! sub-command. Where the original asks for an address kt has a default, so a group of addresses is never required.

use super::call::{Call, Line, Spoken, assign};
use super::jopt::{HELP, VERSION};
use crate::commands::connection::Asked;
use crate::commands::failure::Failure;
use crate::commands::options::{Given, Kind, Opt, Role, Status, Takes};
use crate::commands::suggest;
use crate::commands::tool::{Exclusive, Parser, Positional, SubCommand};

/// Reads the arguments after the tool's name.
pub fn parse(parser: &'static Parser, call: &Call) -> Result<Line, Failure> {
    if parser.bare_is_help && call.args.is_empty() {
        return Ok(Line::Help);
    }
    let mut reader =
        Reader { parser, call, command: None, given: Given::default(), asked: Asked::default(), notes: Vec::new() };
    reader.given.declared = parser.options.iter().chain([&HELP, &VERSION]).collect();
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
    reader.finish()?;
    Ok(Line::Run(Box::new(Spoken { given: reader.given, asked: reader.asked, notes: reader.notes })))
}

struct Reader<'a> {
    parser: &'static Parser,
    call: &'a Call,
    command: Option<&'static SubCommand>,
    given: Given,
    asked: Asked,
    notes: Vec<String>,
}

impl Reader<'_> {
    fn read(&mut self) -> Result<(), Failure> {
        let args = &self.call.args;
        let mut at = 0;
        let mut only_words = false;
        while let Some(arg) = args.get(at) {
            let start = at;
            at += 1;
            if arg == "--" && !only_words {
                only_words = true;
                continue;
            }
            if only_words || !looks_like_an_option(arg) {
                self.word(arg)?;
                continue;
            }
            let (key, attached) = match arg.split_once('=') {
                Some((key, value)) => (key, Some(value.to_owned())),
                None => (arg.as_str(), None),
            };
            let opt = self.find(key, arg)?;
            let mut values = Vec::new();
            match (opt.takes, attached) {
                (Takes::Nothing, Some(_)) => {
                    return Err(self.wrong(format!("argument {}: ignored explicit argument", flags(opt))));
                }
                (Takes::Nothing, None) => {}
                (_, Some(value)) => values.push(value),
                (takes, None) => {
                    let limit = if matches!(takes, Takes::Several(_)) { usize::MAX } else { 1 };
                    while values.len() < limit
                        && let Some(value) = args.get(at).filter(|value| !looks_like_an_option(value))
                    {
                        values.push(value.clone());
                        at += 1;
                    }
                    if values.is_empty()
                        && !matches!(takes, Takes::Maybe(_))
                        && !matches!(opt.status, Status::Gone { .. })
                    {
                        let expected =
                            if limit == 1 { "expected one argument" } else { "expected at least one argument" };
                        return Err(self.wrong(format!("argument {}: {expected}", flags(opt))));
                    }
                }
            }
            self.take(opt, values, start..at)?;
            if opt.name == "help" || opt.name == "version" {
                return Ok(()); // argparse4j acts on these at once, whatever follows
            }
        }
        Ok(())
    }

    fn word(&mut self, word: &str) -> Result<(), Failure> {
        if self.command.is_none() && !self.parser.commands.is_empty() {
            let found = self.parser.commands.iter().find(|command| command.name == word);
            let command = found.ok_or_else(|| {
                let names: Vec<String> =
                    self.parser.commands.iter().map(|command| format!("'{}'", command.name)).collect();
                let nearest = suggest::nearest(word, self.parser.commands.iter().map(|command| command.name));
                self.wrong(format!("invalid choice: '{word}' (choose from {})", names.join(", ")))
                    .hint_if_any(nearest.map(|name| format!("did you mean {name} ?")))
            })?;
            self.command = Some(command);
            self.given.command = Some(command.name);
            self.given.declared.extend(command.options);
            return Ok(());
        }
        let places = self.parser.positionals;
        let is_last_open = places.last().is_some_and(|place| place.rest);
        if self.given.words.len() < places.len() || is_last_open {
            self.given.words.push(word.to_owned());
            return Ok(());
        }
        Err(self.wrong(format!("unrecognized arguments: '{word}'")))
    }

    fn find(&self, key: &str, arg: &str) -> Result<&'static Opt, Failure> {
        let of_command = self.command.map_or(self.parser.options, |command| command.options);
        let here = || of_command.iter().chain([&HELP, &VERSION]);
        let found = if let Some(name) = key.strip_prefix("--") {
            let exact = here().find(|opt| opt.name == name);
            let mut beginnings = here().filter(|opt| !name.is_empty() && opt.name.starts_with(name));
            exact.or_else(|| beginnings.next().filter(|_| beginnings.next().is_none()))
        } else {
            let mut letters = key.chars().skip(1);
            let letter = letters.next().filter(|_| letters.next().is_none());
            letter.and_then(|letter| {
                let by_letter = here().find(|opt| opt.short == Some(letter));
                by_letter.or_else(|| match letter {
                    'h' => Some(&HELP),
                    'v' => Some(&VERSION),
                    'b' => here().find(|opt| opt.role == Role::Bootstrap),
                    _ => None,
                })
            })
        };
        found.ok_or_else(|| {
            let failure = self.wrong(format!("unrecognized arguments: '{arg}'"));
            let name = key.trim_start_matches('-');
            if self.command.is_some() && self.parser.options.iter().any(|opt| opt.name == name) {
                return failure.hint(format!("--{name} goes before the sub-command"));
            }
            failure.hint_if_any(
                suggest::nearest(name, here().map(|opt| opt.name)).map(|name| format!("did you mean --{name} ?")),
            )
        })
    }

    fn take(&mut self, opt: &'static Opt, values: Vec<String>, at: std::ops::Range<usize>) -> Result<(), Failure> {
        let mut opt = opt;
        match opt.status {
            Status::Current => {}
            Status::Deprecated("") => self.notes.push(format!("--{} is deprecated (still accepted)", opt.name)),
            Status::Deprecated(now) => self.notes.push(format!("--{} is now --{now} (still accepted)", opt.name)),
            Status::OldNameOf(now) => {
                self.notes.push(format!("--{} is the old name of --{now} (accepted)", opt.name));
                opt = self.given.declared.iter().find(|opt| opt.name == now).copied().unwrap_or(opt);
            }
            Status::Gone { why, instead } => {
                return Err(Failure::usage(why).hint(self.call.corrected(at, instead)));
            }
        }
        for value in &values {
            self.convert(opt, value)?;
        }
        if !opt.repeats {
            self.given.options.retain(|(name, _)| *name != opt.name);
            self.forget(opt.role);
        }
        for value in &values {
            assign(opt.role, Some(value), &mut self.asked);
        }
        if values.is_empty() {
            self.given.options.push((opt.name, None));
        }
        self.given.options.extend(values.into_iter().map(|value| (opt.name, Some(value))));
        Ok(())
    }

    /// The last value of an option wins.
    fn forget(&mut self, role: Role) {
        match role {
            Role::Bootstrap => self.asked.servers.clear(),
            Role::Controllers => self.asked.controllers.clear(),
            Role::ConfigFile => self.asked.config_files.clear(),
            Role::Own | Role::Property => {}
        }
    }

    fn convert(&self, opt: &Opt, value: &str) -> Result<(), Failure> {
        let wrong_number = |java: &str| {
            self.wrong(format!(
                "argument {}: could not convert '{value}' to {java} (For input string: \"{value}\")",
                flags(opt)
            ))
        };
        match opt.kind {
            Kind::Text => Ok(()),
            Kind::Int => value.parse::<i32>().map(|_| ()).map_err(|_| wrong_number("Integer")),
            Kind::Long => value.parse::<i64>().map(|_| ()).map_err(|_| wrong_number("Long")),
            Kind::Choice(words) if words.contains(&value) => Ok(()),
            Kind::Choice(words) => Err(self.wrong(format!(
                "argument {}: invalid choice: '{value}' (choose from {{{}}})",
                flags(opt),
                words.join(",")
            ))),
        }
    }

    /// What can be known only at the end: what is missing, what excludes one another.
    fn finish(&self) -> Result<(), Failure> {
        if self.command.is_none() && !self.parser.commands.is_empty() {
            return Err(self.wrong("too few arguments".to_owned()));
        }
        let wanted = self.parser.positionals.iter().filter(|place: &&Positional| place.required).count();
        if self.given.words.len() < wanted {
            return Err(self.wrong("too few arguments".to_owned()));
        }
        let (options, exclusive) = self.command.map_or((&[][..], &[][..]), |c| (c.options, c.exclusive));
        for (options, exclusive) in [(options, exclusive), (self.parser.options, self.parser.exclusive)] {
            self.required(options)?;
            self.exclusive(exclusive)?;
        }
        Ok(())
    }

    fn required(&self, options: &'static [Opt]) -> Result<(), Failure> {
        let missing = |opt: &&Opt| opt.required && opt.role != Role::Bootstrap && !self.given.has(opt.name);
        match options.iter().find(missing) {
            Some(opt) => Err(self.wrong(format!("argument {} is required", flags(opt)))),
            None => Ok(()),
        }
    }

    fn exclusive(&self, groups: &[Exclusive]) -> Result<(), Failure> {
        for group in groups {
            let opts: Vec<&Opt> = group
                .names
                .iter()
                .filter_map(|name| self.given.declared.iter().find(|opt| opt.name == *name).copied())
                .collect();
            // In the order of the call: the second one is refused.
            let mut there: Vec<&Opt> = Vec::new();
            for (name, _) in &self.given.options {
                if let Some(opt) = opts.iter().find(|opt| opt.name == *name)
                    && !there.iter().any(|before| before.name == opt.name)
                {
                    there.push(opt);
                }
            }
            if let [first, second, ..] = there[..] {
                return Err(self.wrong(format!(
                    "argument {}: not allowed with argument {}",
                    flags(second),
                    flags(first)
                )));
            }
            let has_default = opts.iter().any(|opt| opt.role == Role::Bootstrap);
            if there.is_empty() && group.required && !has_default {
                let names: Vec<String> = opts.iter().map(|opt| flags(opt)).collect();
                return Err(self.wrong(format!("one of the arguments {} is required", names.join(" "))));
            }
        }
        Ok(())
    }

    fn wrong(&self, sentence: String) -> Failure {
        let verb = self.command.map_or(String::new(), |command| format!(" {}", command.name));
        Failure::usage(format!("{}: error: {sentence}", self.parser.program))
            .hint(format!("{}{verb} --help   shows all options", self.call.called))
    }
}

/// `--id/-i`
fn flags(opt: &Opt) -> String {
    match opt.short {
        Some(short) => format!("--{}/-{short}", opt.name),
        None => format!("--{}", opt.name),
    }
}

/// A dash in front makes an option, but for a dash alone and a negative number.
fn looks_like_an_option(arg: &str) -> bool {
    match arg.strip_prefix('-') {
        None | Some("") => false,
        Some(rest) => rest.parse::<f64>().is_err() || rest.starts_with('-'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::options::{BOOTSTRAP, CONTROLLERS};

    static PARSER: Parser = Parser {
        program: "kafka-cluster",
        options: &[BOOTSTRAP, CONTROLLERS.short('C')],
        exclusive: &[Exclusive { names: &["bootstrap-server", "bootstrap-controller"], required: true }],
        commands: &[
            SubCommand { name: "cluster-id", about: "…", options: &[], exclusive: &[] },
            SubCommand {
                name: "unregister",
                about: "…",
                options: &[
                    Opt::value("id", "N", "…").int().short('i').required(),
                    Opt::several("props", "K=V", "…").role(Role::Property),
                    Opt::flag("a", "…"),
                    Opt::flag("c", "…"),
                ],
                exclusive: &[Exclusive { names: &["a", "c"], required: false }],
            },
        ],
        bare_is_help: false,
        positionals: &[],
    };

    fn read(line: &str) -> Result<Line, Failure> {
        parse(&PARSER, &Call::new("kt cluster", line.split_whitespace().map(str::to_owned).collect()))
    }

    fn spoken(line: &str) -> Spoken {
        match read(line) {
            Ok(Line::Run(spoken)) => *spoken,
            Ok(_) => panic!("'{line}' should run"),
            Err(failure) => panic!("'{line}' should run: {failure}"),
        }
    }

    fn refusal(line: &str) -> String {
        read(line).map(|_| ()).expect_err("this line is wrong").what().to_owned()
    }

    #[test]
    fn sub_commands_have_options_of_their_own() {
        let line = spoken("--bootstrap-serv h:1 unregister -i 3 --props a=b c=d --a");
        assert_eq!(line.asked.servers, ["h:1"], "beginnings of names are enough");
        assert_eq!(line.given.command, Some("unregister"));
        assert_eq!(line.given.int("id").unwrap(), Some(3));
        assert_eq!(line.asked.properties, [("a".into(), "b".into()), ("c".into(), "d".into())]);
        assert_eq!(spoken("--bootstrap-server a:1 --bootstrap-server b:1 cluster-id").asked.servers, ["b:1"]);
        assert_eq!(spoken("unregister --id -1").given.int("id").unwrap(), Some(-1));
    }

    #[test]
    fn wrong_lines_get_the_originals_sentences() {
        assert_eq!(refusal(""), "kafka-cluster: error: too few arguments");
        assert_eq!(
            refusal("fly"),
            "kafka-cluster: error: invalid choice: 'fly' (choose from 'cluster-id', 'unregister')"
        );
        assert_eq!(refusal("unregister"), "kafka-cluster: error: argument --id/-i is required");
        assert_eq!(refusal("unregister --id"), "kafka-cluster: error: argument --id/-i: expected one argument");
        assert_eq!(
            refusal("unregister --id x"),
            "kafka-cluster: error: argument --id/-i: could not convert 'x' to Integer (For input string: \"x\")"
        );
        assert_eq!(refusal("cluster-id extra"), "kafka-cluster: error: unrecognized arguments: 'extra'");
        assert_eq!(
            refusal("unregister --id 1 --c --a"),
            "kafka-cluster: error: argument --a: not allowed with argument --c"
        );
        assert_eq!(
            refusal("--bootstrap-server h:1 -C h:2 cluster-id"),
            "kafka-cluster: error: argument --bootstrap-controller/-C: not allowed with argument --bootstrap-server"
        );
    }

    #[test]
    fn help_acts_at_once() {
        assert!(matches!(read("unregister --help --frob"), Ok(Line::Help)));
        assert!(matches!(read("-h"), Ok(Line::Help)));
    }
}
