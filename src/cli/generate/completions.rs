//! Completion scripts: clap's for kt, and the options of each script's name.

use std::collections::BTreeMap;

use clap::{Arg, ArgAction, Command};
use clap_complete::aot::{self, Shell};

use crate::cli::help::is_shown;
use crate::cli::{globals, tools};
use crate::commands::options::{Opt, Takes};
use crate::commands::tool::{Options, Tool};

/// The shells, and what the script of each is called where it is kept.
pub const SHELLS: [(&str, &str); 5] =
    [("bash", "kt.bash"), ("zsh", "_kt"), ("fish", "kt.fish"), ("elvish", "kt.elv"), ("powershell", "kt.ps1")];

/// The completion script for one of [`SHELLS`]: kt with all its tools; in bash, zsh and fish also the scripts' names, and
/// those that the cluster knows.
pub fn completions(shell: &str) -> String {
    let generator = match shell {
        "zsh" => Shell::Zsh,
        "fish" => Shell::Fish,
        "elvish" => Shell::Elvish,
        "powershell" => Shell::PowerShell,
        _ => Shell::Bash,
    };
    let mut text = Vec::new();
    aot::generate(generator, &mut tree(), "kt", &mut text);
    let text = String::from_utf8_lossy(&text).into_owned();
    match shell {
        "zsh" => with_zsh_scripts(&text),
        "fish" => text + FISH_NAMES + &fish_scripts(),
        "elvish" | "powershell" => text,
        _ => text.replace("complete -F _kt ", "complete -F _kt_and_names ") + &bash_scripts(),
    }
    .replacen(BEFORE_BASH, BASH_NAMES, usize::from(shell == "bash"))
}

/// Names of topics, groups and the like come from the cluster ([`crate::cli::complete`]), beside what the script knows.
const FISH_NAMES: &str =
    "complete -c kt -a '(kt complete-words (commandline -opc)[2..-1] (commandline -ct) 2>/dev/null)'\n";

/// Where bash's script ends to define functions.
const BEFORE_BASH: &str = "\nif [[ \"${BASH_VERSINFO[0]}\" -eq 4";
const BASH_NAMES: &str = "
_kt_and_names() {
    _kt \"$@\"
    local names
    names=$(kt complete-words \"${COMP_WORDS[@]:1:COMP_CWORD}\" 2>/dev/null)
    if [[ -n ${names} ]]; then
        # Behind a flag its values stand, and nothing else.
        [[ ${COMP_WORDS[COMP_CWORD-1]} == -* ]] && COMPREPLY=()
        local IFS=$'\\n'
        COMPREPLY=( $(compgen -W \"${names}\" -- \"${COMP_WORDS[COMP_CWORD]}\") \"${COMPREPLY[@]}\" )
    fi
    # Flags are for those who begin to type one, unless there is nothing else.
    if [[ -z ${COMP_WORDS[COMP_CWORD]} ]]; then
        local word words=()
        for word in \"${COMPREPLY[@]}\"; do
            [[ ${word} == -* ]] || words+=(\"${word}\")
        done
        (( ${#words[@]} )) && COMPREPLY=(\"${words[@]}\")
    fi
}

if [[ \"${BASH_VERSINFO[0]}\" -eq 4";

/// kt with every tool, in both grammars.
fn tree() -> Command {
    let mut root = Command::new("kt").disable_help_subcommand(true).about("The kafka-*.sh tools and a Kafka broker");
    for tool in tools() {
        root = root.subcommand(both_grammars(tool));
        if let Some(word) = tool.kafka_word().filter(|word| *word != tool.name)
            && !tools().iter().any(|other| other.name == word || other.aliases.contains(&word))
        {
            root = root.subcommand(with_kafka_options(Command::new(word).about(tool.about), tool));
        }
    }
    root
}

fn both_grammars(tool: &'static Tool) -> Command {
    let mut command = Command::new(tool.name).about(tool.about).disable_help_subcommand(true);
    command = command.visible_aliases(tool.aliases.iter().copied());
    if let Some(verbs) = &tool.verbs {
        command = globals::add(tool.verbs_on(command), verbs.connects);
    }
    with_kafka_options(command, tool)
}

/// Adds the options that the command lacks.
fn with_kafka_options(mut command: Command, tool: &'static Tool) -> Command {
    let Some(kafka) = &tool.kafka else { return command };
    let own: &[Opt] = match &kafka.options {
        Options::Jopt(options) => options,
        Options::Argparse(parser) => parser.options,
        Options::Raw => &[],
    };
    command = with_options(command, own);
    if let Options::Argparse(parser) = &kafka.options {
        for sub in parser.commands {
            if command.find_subcommand(sub.name).is_none() {
                command = command.subcommand(with_options(Command::new(sub.name).about(sub.about), sub.options));
            }
        }
    }
    command
}

fn with_options(mut command: Command, options: &[Opt]) -> Command {
    for opt in options.iter().filter(|opt| is_shown(opt)) {
        let taken = |arg: &Arg| {
            // A name may be an old one of another option in kt's grammar: --broker-list of log-dirs.
            let old = arg.get_all_aliases().unwrap_or_default().contains(&opt.name);
            old || arg.get_long() == Some(opt.name) || arg.get_id() == opt.name
        };
        if command.get_arguments().any(taken) {
            continue;
        }
        let action = if opt.takes == Takes::Nothing { ArgAction::SetTrue } else { ArgAction::Set };
        command = command.arg(Arg::new(opt.name).long(opt.name).help(opt.about).action(action));
    }
    command
}

/// The scripts' names have only Kafka's options.
struct Script {
    name: &'static str,
    options: BTreeMap<&'static str, &'static Opt>,
}

impl Script {
    fn flags(&self) -> String {
        self.options.keys().map(|name| format!("--{name}")).collect::<Vec<_>>().join(" ")
    }
}

fn scripts() -> Vec<Script> {
    let script = |tool: &'static Tool| {
        let options = tool.options().into_iter().filter(|opt| is_shown(opt)).map(|opt| (opt.name, opt));
        Some(Script { name: tool.script?, options: options.collect() })
    };
    tools().into_iter().filter_map(script).filter(|script| !script.options.is_empty()).collect()
}

fn bash_scripts() -> String {
    let line = |script: Script| format!("complete -o default -W '{}' {1} {1}.sh\n", script.flags(), script.name);
    scripts().into_iter().map(line).collect()
}

fn fish_scripts() -> String {
    let mut text = String::new();
    for script in scripts() {
        for (name, opt) in &script.options {
            let takes = if opt.takes_value() { " -r" } else { "" };
            let about = opt.about.replace('\\', "\\\\").replace('\'', "\\'");
            for suffix in ["", ".sh"] {
                text += &format!("complete -c {}{suffix} -l {name}{takes} -d '{about}'\n", script.name);
            }
        }
    }
    text
}

const ZSH_NAMES: &str = "_kt_names() {
    local -a names
    names=(${(f)\"$(kt complete-words \"${(@)words[2,CURRENT]}\" 2>/dev/null)\"})
    (( ${#names} )) && compadd -Q -- $names
}

";

/// zsh loads the one file for all names, so it is told them in its first line. The first call of `_kt` runs the file,
/// all others the function of that name that the file leaves behind: it is the one that branches.
fn with_zsh_scripts(kt: &str) -> String {
    let mut names = String::new();
    let mut cases = String::new();
    for script in scripts() {
        names += &format!(" {0} {0}.sh", script.name);
        let spec = |(name, opt): (&&str, &&Opt)| {
            let about: String = opt.about.chars().filter(|c| !"[]'\\:".contains(*c)).collect();
            let value = if opt.takes_value() { ":value:_files" } else { "" };
            format!(" '*--{name}[{about}]{value}'")
        };
        let specs: String = script.options.iter().map(spec).collect();
        cases += &format!("    ({}) _arguments{specs} ;;\n", script.name);
    }
    let function = format!("_kt_script() {{\n    case ${{service%.sh}} in\n{cases}    esac\n}}\n\n");
    let end = "if [ \"$funcstack[1]\" = \"_kt\" ]; then\n    _kt \"$@\"\nelse\n    compdef _kt kt\nfi\n";
    let (body, _) = kt.split_once(end).unwrap_or((kt, ""));
    let body =
        body.replacen("#compdef kt", &format!("#compdef kt{names}"), 1).replacen("\n_kt() {", "\n_kt_own() {", 1);
    let function = function + ZSH_NAMES;
    let branch = "_kt() {\n    if [ \"$service\" = kt ]; then _kt_names || _kt_own \"$@\"; else _kt_script; fi\n}\n\n";
    let end =
        format!("if [ \"$funcstack[1]\" = \"_kt\" ]; then\n    _kt \"$@\"\nelse\n    compdef _kt kt{names}\nfi\n");
    format!("{body}{function}{branch}{end}")
}
