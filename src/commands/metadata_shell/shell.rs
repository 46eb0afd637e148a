//! The commands: how a line becomes words, words a command, and a command lines.

use super::glob::matches;
use super::tree::Node;

/// Lines that `history` remembers.
const HISTORY: usize = 500;

struct Command {
    name: &'static str,
    about: &'static str,
    /// Only where commands are read from stdin.
    shell_only: bool,
    usage: &'static str,
    /// Its argument's name and what it is.
    argument: Option<(&'static str, &'static str)>,
    least: usize,
    most: usize,
}

const fn command(name: &'static str, about: &'static str, usage: &'static str) -> Command {
    Command { name, about, shell_only: false, usage, argument: None, least: 0, most: 0 }
}

/// Sorted by name.
const COMMANDS: [Command; 10] = [
    Command {
        argument: Some(("targets", "The metadata files to display.")),
        least: 1,
        most: usize::MAX,
        ..command("cat", "Show the contents of metadata files.", " targets [targets ...]")
    },
    Command {
        argument: Some(("target", "The directory to change to.")),
        most: 1,
        shell_only: true,
        ..command("cd", "Set the current working directory.", " [target]")
    },
    Command { shell_only: true, ..command("exit", "Exit the metadata shell.", "") },
    Command {
        argument: Some(("paths", "The paths to start at.")),
        most: usize::MAX,
        ..command("find", "Search for nodes in the directory hierarchy.", " [paths [paths ...]]")
    },
    Command { shell_only: true, ..command("help", "Display this help message.", "") },
    Command {
        argument: Some(("numEntriesToShow", "The number of entries to show.")),
        most: 1,
        shell_only: true,
        ..command("history", "Print command history.", " [numEntriesToShow]")
    },
    Command {
        argument: Some(("targets", "The metadata node paths to list.")),
        most: usize::MAX,
        ..command("ls", "List metadata nodes.", " [targets [targets ...]]")
    },
    Command {
        argument: Some(("cmd", "The command to get help text for.")),
        least: 1,
        most: 1,
        shell_only: true,
        ..command("man", "Show the help text for a specific command.", " cmd")
    },
    Command { shell_only: true, ..command("pwd", "Print the current working directory.", "") },
    Command {
        argument: Some(("targets", "The metadata nodes to display.")),
        least: 1,
        most: usize::MAX,
        ..command("tree", "Show the contents of metadata nodes in a tree structure.", " targets [targets ...]")
    },
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Goes,
    Exit,
}

pub struct Shell {
    root: Node,
    working: String,
    history: Vec<String>,
    /// Lines forgotten from the front of `history`.
    forgotten: usize,
    width: Option<usize>,
}

impl Shell {
    pub fn new(root: Node) -> Self {
        Self { root, working: "/".into(), history: Vec::new(), forgotten: 0, width: None }
    }

    /// Of the terminal; `ls` then has columns.
    pub fn set_width(&mut self, width: Option<u16>) {
        self.width = width.map(usize::from);
    }

    /// One line as it was typed.
    pub fn line(&mut self, line: &str, out: &mut String) -> Outcome {
        let line = line.trim_end_matches(['\n', '\r']);
        let kept = line.split_whitespace().collect::<Vec<_>>().join(" ");
        // A line that begins with a blank is not for the record, nor is one said twice.
        if !kept.is_empty() && !line.starts_with(' ') && self.history.last() != Some(&kept) {
            self.history.push(kept);
            if self.history.len() > HISTORY {
                self.history.remove(0);
                self.forgotten += 1;
            }
        }
        self.run(&words(line), true, out)
    }

    /// One command. `shell`: it was read from stdin, where there are more of them.
    pub fn run(&mut self, words: &[String], shell: bool, out: &mut String) -> Outcome {
        let end = words.iter().rposition(|word| !word.is_empty()).map_or(0, |last| last + 1);
        let Some((name, args)) = words[..end].split_first() else { return Outcome::Goes };
        let (command, args) = match parse(name, args, shell) {
            Ok(parsed) => parsed,
            Err(text) => {
                out.push_str(&text);
                return Outcome::Goes;
            }
        };
        let first = args.first().map(String::as_str);
        match command.name {
            "cat" => self.cat(&args, out),
            "cd" => self.cd(first.unwrap_or("/"), out),
            "exit" => return Outcome::Exit,
            "find" => self.find(&args, out),
            "help" => out.push_str(&help()),
            "history" => self.history(first.and_then(|count| count.parse().ok()), out),
            "ls" => self.ls(&args, out),
            "man" => out.push_str(&man(first.unwrap_or_default())),
            "pwd" => out.push_str(&format!("{}\n", self.working)),
            _ => self.tree(&args, out),
        }
        Outcome::Goes
    }

    fn cat(&self, targets: &[String], out: &mut String) {
        for target in targets {
            let found = matches(&self.root, &self.working, target);
            if found.is_empty() {
                out.push_str(&format!("cat: {target}: No such file or directory.\n"));
            }
            for (_, node) in found {
                if node.is_dir() {
                    out.push_str(&format!("cat: {target}: Is a directory\n"));
                } else {
                    node.print(0, out);
                }
            }
        }
    }

    fn tree(&self, targets: &[String], out: &mut String) {
        for target in targets {
            let found = matches(&self.root, &self.working, target);
            if found.is_empty() {
                out.push_str(&format!("tree: {target}: No such file or directory.\n"));
            }
            found.iter().for_each(|(_, node)| node.print(0, out));
        }
    }

    fn cd(&mut self, target: &str, out: &mut String) {
        let found = matches(&self.root, &self.working, target);
        if found.is_empty() {
            out.push_str(&format!("cd: {target}: no such directory.\n"));
        }
        for (way, node) in found {
            if node.is_dir() {
                self.working = format!("/{}", way.join("/"));
            } else {
                out.push_str(&format!("cd: {target}: not a directory.\n"));
            }
        }
    }

    fn find(&self, paths: &[String], out: &mut String) {
        fn below(path: &str, node: &Node, out: &mut String) {
            out.push_str(&format!("{path}\n"));
            for name in node.names() {
                let next = if path == "/" { format!("/{name}") } else { format!("{path}/{name}") };
                match node.child(name) {
                    Some(child) => below(&next, &child, out),
                    None => out.push_str(&format!("{next}\n")),
                }
            }
        }
        for path in effective(paths) {
            let found = matches(&self.root, &self.working, path);
            if found.is_empty() {
                out.push_str(&format!("find: {path}: no such file or directory.\n"));
            }
            found.iter().for_each(|(_, node)| below(path, node, out));
        }
    }

    fn ls(&self, targets: &[String], out: &mut String) {
        let (mut files, mut folders) = (Vec::new(), Vec::new());
        for target in effective(targets) {
            let found = matches(&self.root, &self.working, target);
            if found.is_empty() {
                out.push_str(&format!("ls: {target}: no such file or directory.\n"));
            }
            for (way, node) in found {
                let name = way.last().map_or("/", String::as_str).to_owned();
                if node.is_dir() { folders.push((name, node)) } else { files.push(name) }
            }
        }
        let names: Vec<&str> = files.iter().map(String::as_str).collect();
        self.entries("", &names, out);
        let titles = !files.is_empty() || folders.len() > 1;
        for (at, (name, node)) in folders.iter().enumerate() {
            let gap = if at > 0 || !files.is_empty() { "\n" } else { "" };
            let title = if titles { format!("{gap}{name}:\n") } else { String::new() };
            self.entries(&title, &node.names(), out);
        }
    }

    fn entries(&self, title: &str, names: &[&str], out: &mut String) {
        if names.is_empty() {
            return;
        }
        out.push_str(title);
        let widths = columns(self.width, names);
        let rows = names.len().div_ceil(widths.len());
        for row in 0..rows {
            for (column, width) in widths.iter().enumerate() {
                if let Some(name) = names.get(row + column * rows) {
                    out.push_str(name);
                    if column + 1 < widths.len() {
                        out.extend(std::iter::repeat_n(' ', width.saturating_sub(name.chars().count())));
                    }
                }
            }
            out.push('\n');
        }
    }

    fn history(&self, count: Option<i64>, out: &mut String) {
        let count = count.map_or(usize::MAX, |count| usize::try_from(count).unwrap_or(0));
        let first = self.history.len().saturating_sub(count);
        for (at, line) in self.history.iter().enumerate().skip(first) {
            out.push_str(&format!("{:>5}  {line}\n", format!(" {}", at + self.forgotten)));
        }
    }
}

/// Paths that say something; without any, where one is.
fn effective(paths: &[String]) -> Vec<&str> {
    let paths: Vec<&str> = paths.iter().map(String::as_str).filter(|path| !path.is_empty()).collect();
    if paths.is_empty() { vec!["."] } else { paths }
}

/// The widths of as many columns as fit, each two blanks wider than its longest name.
fn columns(width: Option<usize>, names: &[&str]) -> Vec<usize> {
    let widths = |columns: usize| -> Vec<usize> {
        let rows = names.len().div_ceil(columns);
        let of = |chunk: &[&str]| chunk.iter().map(|name| name.chars().count() + 2).max().unwrap_or(0);
        names.chunks(rows).map(of).collect()
    };
    let most = width.map_or(1, |width| width / 4).min(names.len());
    let fits = |widths: &Vec<usize>, columns: usize| {
        widths.len() == columns && widths.iter().sum::<usize>() <= width.unwrap_or(0)
    };
    (2..=most)
        .rev()
        .map(|count| (count, widths(count)))
        .find(|(count, all)| fits(all, *count))
        .map_or_else(|| widths(1), |(_, all)| all)
}

/// Words as a shell parts them: blanks between, quotes and backslashes keep blanks in.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut current: Option<String> = None;
    let mut quote = None;
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        match (c, quote) {
            ('\\', _) => current.get_or_insert_default().extend(chars.next()),
            (c, Some(open)) if c == open => quote = None,
            ('\'' | '"', None) => {
                quote = Some(c);
                current.get_or_insert_default();
            }
            (c, None) if c.is_whitespace() => words.extend(current.take()),
            (c, _) => current.get_or_insert_default().push(c),
        }
    }
    words.extend(current);
    words
}

/// The command of that name (or of that unambiguous beginning) with its arguments, or what to say instead.
fn parse(name: &str, args: &[String], shell: bool) -> Result<(&'static Command, Vec<String>), String> {
    let here = || COMMANDS.iter().filter(|command| shell || !command.shell_only);
    if name.starts_with('-') && name.len() > 1 {
        return Err(format!("unrecognized arguments: '{name}'\n"));
    }
    let quoted = |names: Vec<&str>| names.iter().map(|name| format!("'{name}'")).collect::<Vec<_>>().join(", ");
    let exact = here().find(|command| command.name == name);
    let mut beginning: Vec<&Command> = here().filter(|command| command.name.starts_with(name)).collect();
    let command = match (exact, beginning.len()) {
        (Some(command), _) => command,
        (None, 1) => beginning.remove(0),
        (None, 0) => {
            let names = quoted(here().map(|command| command.name).collect());
            return Err(format!("invalid choice: '{name}' (choose from {names})\n"));
        }
        (None, _) => {
            let names: Vec<&str> = beginning.iter().map(|command| command.name).collect();
            return Err(format!("ambiguous command: {name} could match {}\n", names.join(", ")));
        }
    };
    let mut taken = Vec::new();
    let mut only_words = false;
    for arg in args {
        let number = arg.parse::<i64>().is_ok();
        if arg == "--" && !only_words {
            only_words = true;
        } else if !only_words && matches!(arg.as_str(), "-h" | "--help") {
            return Err(usage_with_help(command));
        } else if (!only_words && arg.len() > 1 && arg.starts_with('-') && !number) || taken.len() == command.most {
            return Err(format!("unrecognized arguments: '{arg}'\n"));
        } else {
            taken.push(arg.clone());
        }
    }
    if taken.len() < command.least {
        return Err("too few arguments\n".into());
    }
    if command.name == "history"
        && let Some(text) = taken.first().filter(|text| text.parse::<i32>().is_err())
    {
        return Err(format!(
            "argument numEntriesToShow: could not convert '{text}' to Integer (For input string: \"{text}\")\n"
        ));
    }
    if exact.is_none() {
        return Err(format!("invalid choice: '{name}': did you mean '{}'?\n", command.name));
    }
    Ok((command, taken))
}

fn arguments(command: &Command) -> String {
    command.argument.map_or_else(String::new, |(name, about)| format!("\npositional arguments:\n  {name:<23}{about}\n"))
}

fn usage_with_help(command: &Command) -> String {
    format!(
        "usage:  {} [-h]{}\n{}\noptional arguments:\n  -h, --help             show this help message and exit\n",
        command.name,
        command.usage,
        arguments(command)
    )
}

fn man(name: &str) -> String {
    match COMMANDS.iter().find(|command| command.name == name) {
        None => format!("man: unknown command {name}. Type help to get a list of commands.\n"),
        Some(command) => {
            format!("{name}: {}\n\nusage: {name}{}\n{}", command.about, command.usage, arguments(command))
        }
    }
}

fn help() -> String {
    let names = COMMANDS.map(|command| command.name).join(",");
    let mut text = format!(
        "Welcome to the Apache Kafka metadata shell.\n\nusage:  {{{names}}} ...\n\npositional arguments:\n  {{{names}}}\n"
    );
    for command in &COMMANDS {
        // The original fills this one line up to its margin.
        let about = match command.name {
            "tree" => format!("Show the contents  of  metadata  nodes  in  a tree\n{:25}structure.", ""),
            _ => command.about.to_owned(),
        };
        text.push_str(&format!("    {:<21}{about}\n", command.name));
    }
    text
}
