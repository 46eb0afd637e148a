//! The tools of the frame itself: help, version, links, completions, man.

use std::path::PathBuf;

use clap::{Arg, ArgAction, value_parser};

use super::{concepts, generate, help, links, tools, version};
use crate::commands::failure::{Exit, Failure};
use crate::commands::suggest;
use crate::commands::tool::{Example, Group, Tool, Verbs};
use crate::output::pager;

pub const TOOLS: &[&Tool] = &[&HELP, &version::TOOL, &LINKS, &COMPLETIONS, &MAN];

const HELP: Tool = Tool {
    examples: &[
        Example { line: "kt help topics", does: "one command, both grammars" },
        Example { line: "kt help topics create", does: "one verb" },
        Example { line: "kt help exit-codes", does: "what the exit codes mean" },
    ],
    verbs: Some(Verbs {
        command: |command| {
            let words = Arg::new("words").value_name("COMMAND").num_args(0..=2);
            command.arg(words.help("A command, and perhaps one of its verbs; or a page, such as formats"))
        },
        default: None,
        connects: false,
        act: |matches, cx| {
            let words: Vec<&String> = matches.get_many("words").into_iter().flatten().collect();
            let page = match words.as_slice() {
                [] => Ok(help::overview()),
                [word] => page_of(word),
                [word, verb, ..] => verb_page_of(word, verb),
            }?;
            Ok(pager::show(&mut cx.out, &page)?)
        },
    }),
    ..Tool::own("help", Group::Frame, "show all commands, or one")
};

fn find(word: &str) -> Option<&'static Tool> {
    let script = word.strip_suffix(".sh").unwrap_or(word);
    let named = |tool: &&&'static Tool| tool.name == word || tool.aliases.contains(&word);
    let by_script = |tool: &&&'static Tool| tool.script == Some(script) || tool.kafka_word() == Some(word);
    let tools = tools();
    tools.iter().find(named).or_else(|| tools.iter().find(by_script)).copied()
}

fn page_of(word: &str) -> Result<String, Failure> {
    if let Some(page) = concepts::concept(word) {
        return Ok(page);
    }
    find(word).map(|tool| help::tool_page(tool, true)).ok_or_else(|| {
        let tools = tools();
        let words = tools.iter().map(|tool| tool.name).chain(concepts::CONCEPTS);
        let failure = Failure::usage(format!("there is no help on '{word}'"))
            .hint_if_any(suggest::nearest(word, words).map(|word| format!("did you mean   kt help {word} ?")));
        help::about_word(word)
            .into_iter()
            .fold(failure, Failure::hint)
            .hint(format!("kt help   lists all commands; there are also {}", concepts::CONCEPTS.join(", ")))
    })
}

fn verb_page_of(word: &str, verb: &str) -> Result<String, Failure> {
    let Some(tool) = find(word) else { return page_of(word) };
    help::verb::page(tool, verb, true).ok_or_else(|| {
        let verbs = help::verbs(tool);
        let near = suggest::nearest(verb, verbs.iter().map(String::as_str));
        Failure::usage(format!("there is no help on '{word} {verb}'"))
            .hint_if_any(near.map(|near| format!("did you mean   kt help {word} {near} ?")))
            .hint(format!("kt help {word}"))
    })
}

const LINKS: Tool = Tool {
    examples: &[Example { line: "kt links ~/bin", does: "then kafka-topics.sh and all others are kt" }],
    verbs: Some(Verbs {
        command: |command| {
            command.arg(
                Arg::new("dir")
                    .value_name("DIR")
                    .required(true)
                    .value_parser(value_parser!(PathBuf))
                    .help("The folder for the links; it is made if it is not there"),
            )
        },
        default: None,
        connects: false,
        act: |matches, cx| {
            let dir = matches.get_one::<PathBuf>("dir").expect("clap requires it");
            let made = links::make(dir, &tools())?;
            cx.report(&made)
        },
    }),
    ..Tool::own("links", Group::Frame, "make kafka-topics.sh and all its kin as links to kt")
};

const COMPLETIONS: Tool = Tool {
    examples: &[Example {
        line: "kt completions bash > ~/.local/share/bash-completion/completions/kt",
        does: "completion in every new shell; zsh, fish, elvish and powershell have theirs",
    }],
    verbs: Some(Verbs {
        command: |command| {
            command.arg(
                Arg::new("shell")
                    .value_name("SHELL")
                    .required(true)
                    .value_parser(generate::SHELLS.map(|(shell, _)| shell))
                    .help("The shell that is to complete"),
            )
        },
        default: None,
        connects: false,
        act: |matches, cx| {
            use std::io::Write;
            let shell: &String = matches.get_one("shell").expect("clap requires it");
            cx.out.write_all(generate::completions(shell).as_bytes())?;
            Ok(())
        },
    }),
    ..Tool::own("completions", Group::Frame, "print the completion script of a shell")
};

const MAN: Tool = Tool {
    examples: &[Example { line: "kt man --dir ~/.local/share/man/man1", does: "then: man kt-topics" }],
    verbs: Some(Verbs {
        command: |command| {
            let dir = Arg::new("dir").long("dir").value_name("DIR").required(true).value_parser(value_parser!(PathBuf));
            command.arg(dir.action(ArgAction::Set).help("The folder for the pages"))
        },
        default: None,
        connects: false,
        act: |matches, cx| {
            let dir: &PathBuf = matches.get_one("dir").expect("clap requires it");
            let cannot = |path: &std::path::Path, error: &std::io::Error| {
                crate::commands::failure::file("write", path.display(), error).exit(Exit::Failed)
            };
            std::fs::create_dir_all(dir).map_err(|error| cannot(dir, &error))?;
            let pages = generate::man_pages();
            for (name, page) in &pages {
                let path = dir.join(name);
                std::fs::write(&path, page).map_err(|error| cannot(&path, &error))?;
            }
            cx.note(&format!("{} pages in {}", pages.len(), dir.display()));
            Ok(())
        },
    }),
    ..Tool::own("man", Group::Frame, "write the manual pages into a folder")
};
