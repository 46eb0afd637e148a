//! The page of one verb, in the hand of its tool's: `kt topics create --help`, `kt help topics create`.

use clap::Command;

use super::{about, columns, examples, folded, of_all, sections};
use crate::commands::shapes;
use crate::commands::tool::{Example, Tool, Verbs};

/// What stands in place of the flags that every command has.
pub const ELSEWHERE: &str = "\nFlags of all commands: kt help flags\n";

/// The page, or the short one of `-h`; `None` without such a verb.
pub fn page(tool: &Tool, verb: &str, full: bool) -> Option<String> {
    let verbs = tool.verbs.as_ref()?;
    let command = tool.verbs_on(Command::new(tool.name));
    let verb = command.find_subcommand(verb)?;
    let called = format!("kt {} {}", tool.name, verb.get_name());
    let mut text = folded(&format!("{called} - {}", lowered(&about(verb))), 4);
    let others: Vec<String> = verb.get_visible_aliases().map(|alias| format!("kt {} {alias}", tool.name)).collect();
    if !others.is_empty() {
        text += &format!("Also: {}\n", others.join(", "));
    }
    text += &examples(&examples_of(tool, verb));
    text += &usage(&called, verb);
    for (heading, rows) in sections(verb) {
        text += &format!("\n{heading}\n{}", columns(&rows));
    }
    if full {
        text += &flags_of_all(tool, verbs);
        if shapes::of(&called["kt ".len()..]).is_some() {
            text += &format!("\nThe fields of its JSON form: {called} -o help\n");
        }
    } else {
        text += ELSEWHERE;
    }
    Some(text)
}

/// The examples that call this verb, of the tool's and of those that only its page shows.
fn examples_of<'a>(tool: &'a Tool, verb: &Command) -> Vec<&'a Example> {
    let is_verb = |word: &str| word == verb.get_name() || verb.get_all_aliases().any(|alias| alias == word);
    let calls = |example: &&Example| {
        let words: Vec<&str> = example.line.split([' ', '(', ')']).collect();
        words.windows(2).any(|pair| pair[0] == tool.name && is_verb(pair[1]))
    };
    tool.examples.iter().chain(tool.verb_examples).filter(calls).collect()
}

/// `Usage: kt topics create TOPIC… [FLAGS]`
pub fn usage(called: &str, command: &Command) -> String {
    let places = command.get_positionals().filter(|arg| !arg.is_hide_set());
    let needed = command.get_opts().filter(|arg| arg.is_required_set() && !arg.is_hide_set());
    let words = places.map(super::argument_name).chain(needed.map(|arg| {
        let name = super::argument_name(arg);
        name.split_once(", ").map_or(name.clone(), |(_, long)| long.to_owned())
    }));
    let words: Vec<String> = std::iter::once(called.to_owned()).chain(words).collect();
    format!("\n{}", folded(&format!("Usage: {} [FLAGS]", words.join(" ")), "Usage: ".len()))
}

/// The flags that every command has, under their headings.
pub fn flags_of_all(tool: &Tool, verbs: &Verbs) -> String {
    let sections = |(heading, rows): (&str, Vec<(String, String)>)| {
        format!("\nFlags of all commands: {}\n{}", lowered(heading), columns(&rows))
    };
    super::sections(&of_all(tool, verbs)).into_iter().map(sections).collect()
}

/// A sentence's first word within a sentence; names such as SCRAM stay as they are.
fn lowered(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), second) if !second.is_some_and(char::is_uppercase) => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::tools;

    fn verbs() -> Vec<(&'static Tool, Command)> {
        let of = |tool: &'static Tool| {
            let command = tool.verbs.as_ref().map(|verbs| (verbs.command)(Command::new(tool.name)));
            let verbs: Vec<Command> = command.iter().flat_map(Command::get_subcommands).cloned().collect();
            verbs.into_iter().map(move |verb| (tool, verb))
        };
        tools().into_iter().flat_map(of).collect()
    }

    #[test]
    fn every_verb_has_an_example_and_every_flag_says_what_it_does() {
        let mut wrong = Vec::new();
        for (tool, verb) in verbs() {
            let name = format!("kt {} {}", tool.name, verb.get_name());
            if examples_of(tool, &verb).is_empty() || verb.get_about().is_none() {
                wrong.push(format!("{name} has no example, or does not say what it does"));
            }
            wrong.extend(silent(&verb).map(|arg| format!("{name}: {arg} says nothing")));
        }
        for tool in tools() {
            let command = tool.verbs.as_ref().map(|verbs| (verbs.command)(Command::new(tool.name)));
            wrong.extend(
                command.and_then(|one| silent(&one)).map(|arg| format!("kt {}: {arg} says nothing", tool.name)),
            );
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    /// A flag that does not say what it does.
    fn silent(command: &Command) -> Option<String> {
        let mut shown = command.get_arguments().filter(|arg| !arg.is_hide_set());
        shown.find(|arg| arg.get_help().is_none()).map(|arg| arg.get_id().to_string())
    }

    #[test]
    fn every_example_of_a_verb_is_on_the_page_of_one() {
        for tool in tools() {
            let command = tool.verbs.as_ref().map(|verbs| (verbs.command)(Command::new(tool.name)));
            for example in tool.verb_examples {
                let shown = command
                    .iter()
                    .flat_map(Command::get_subcommands)
                    .any(|verb| examples_of(tool, verb).iter().any(|found| found.line == example.line));
                assert!(shown, "{}", example.line);
            }
        }
    }

    #[test]
    fn the_pages_of_verbs_are_not_wider_than_a_terminal() {
        for (tool, verb) in verbs() {
            for full in [false, true] {
                let page = page(tool, verb.get_name(), full).expect("it is there");
                // A line to be pasted is never folded.
                let wide = page.lines().filter(|line| !line.starts_with("  kt ")).find(|l| l.chars().count() > 80);
                assert_eq!(wide, None, "kt {} {}", tool.name, verb.get_name());
            }
        }
    }

    #[test]
    fn a_sentence_begins_small_after_a_dash_but_a_name_stays_a_name() {
        assert_eq!(lowered("Makes a topic"), "makes a topic");
        assert_eq!(lowered("A new id"), "a new id");
        assert_eq!(lowered("SCRAM users"), "SCRAM users");
        assert_eq!(lowered(""), "");
    }
}
