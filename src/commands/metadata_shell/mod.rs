//! `kt metadata-shell`, kafka-metadata-shell: a look around in the metadata of a stopped folder, kt's or Apache Kafka's, as
//! in a tree of files. Nothing is changed.
//!
//! [`tree`] makes the tree from the metadata, [`text`] the lines in it, [`shell`] has the commands and how a line is read.
//! The original's answers are kept to the byte, but for one thing: asked for a single command, the original often prints
//! what it has read so far, which may be nothing; kt reads everything first.

mod glob;
mod shell;
mod text;
mod tree;

use std::io::{BufRead, IsTerminal, Write};
use std::path::{Path, PathBuf};

use super::context::Context;
use super::failure::{Exit, Failure};
use super::options::{Given, Opt};
use super::storage;
use super::tool::{Example, Group, Kafka, Options, Parser, Positional, Thrown, Tool};
use crate::broker::controller::{load, log};
use crate::broker::folder::Folder;
use shell::{Outcome, Shell};
use tree::Provenance;

/// The longest line that is read from stdin.
const MAX_LINE: u64 = 1 << 20;

static PARSER: Parser = Parser {
    program: "kafka-metadata-shell",
    options: &[
        Opt::value("snapshot", "FILE", "the snapshot or the log segment to look into; a data folder does too")
            .short('s'),
        Opt::value("directory", "DIR", "a data folder in place of a file: its newest snapshot and the log behind it"),
    ],
    exclusive: &[],
    commands: &[],
    bare_is_help: false,
    positionals: &[Positional {
        name: "command",
        about: "one command to run; without one, commands are read from stdin",
        required: false,
        rest: true,
    }],
};

pub const TOOL: Tool = Tool {
    script: Some("kafka-metadata-shell"),
    kafka: Some(Kafka { options: Options::Argparse(&PARSER), thrown: Thrown::STDERR, act }),
    examples: &[
        Example {
            line: "kt metadata-shell --directory data",
            does: "look around: ls, cd, cat, tree, find; help lists them",
        },
        Example { line: "kt metadata-shell --directory data cat /image/topics/byName/orders/0", does: "one answer" },
        Example {
            line: "kt metadata-shell --snapshot data/__cluster_metadata-0/00000000000000000000.log tree /image/configs",
            does: "from one file, as the original has it",
        },
    ],
    quirks: &[
        "a single command is answered from all of the file; the original may answer before it has read it",
        "--directory is kt's own",
    ],
    ..Tool::own("metadata-shell", Group::Files, "look around in a stopped folder's metadata")
};

fn act(given: &Given, cx: &mut Context) -> Result<(), Failure> {
    let path = match (given.one("snapshot")?, given.one("directory")?) {
        (Some(file), None) => PathBuf::from(file),
        (None, Some(dir)) => PathBuf::from(dir),
        (None, None) => return Err(Failure::usage("argument --snapshot/-s is required")),
        (Some(_), Some(_)) => {
            return Err(Failure::usage("argument --directory: not allowed with argument --snapshot/-s"));
        }
    };
    let (root, _lock) = read(&path)?;
    let mut shell = Shell::new(root);
    if !given.words.is_empty() {
        let mut out = String::new();
        shell.run(&given.words, false, &mut out);
        return Ok(cx.out.write_all(out.as_bytes())?);
    }
    cx.out.line("Loading...\nStarting...\n[ Kafka Metadata Shell ]")?;
    if cx.out.is_terminal() {
        shell.set_width(crate::output::report::terminal_width());
    }
    let mut stdin = std::io::stdin().lock();
    let echoes = stdin.is_terminal();
    loop {
        cx.out.write_all(b">> ")?;
        cx.out.flush()?;
        let mut line = Vec::new();
        let read = std::io::Read::take(&mut stdin, MAX_LINE).read_until(b'\n', &mut line);
        let read = read.map_err(|error| Failure::new(format!("stdin cannot be read: {error}")))?;
        if read == 0 {
            if echoes {
                cx.out.line("")?;
            }
            return Ok(());
        }
        let mut out = String::new();
        let outcome = shell.line(&String::from_utf8_lossy(&line), &mut out);
        cx.out.write_all(out.as_bytes())?;
        if outcome == Outcome::Exit {
            return Ok(());
        }
    }
}

/// The tree of a file or a data folder, and the hold on the folder while it is looked at.
fn read(path: &Path) -> Result<(tree::Node, Option<std::fs::File>), Failure> {
    let held = |dir: &Path| {
        Folder::keep_others_out(dir)
            .map_err(|why| Failure::new(why.to_string()).hint_if_any(why.hint()).exit(Exit::Conflict))
    };
    if path.is_dir() {
        let meta = storage::meta(path)?;
        let lock = held(path)?;
        let loaded = load::load(&path.join(log::FOLDER), meta.cluster_id, meta.node_id)
            .map_err(|why| Failure::new(why.to_string()))?;
        let image = &loaded.image;
        let from = Provenance { offset: image.next_offset - 1, epoch: image.epoch, time_ms: image.timestamp_ms };
        return Ok((tree::root(image, from), lock));
    }
    // A file of the metadata log lies in a folder in the data folder.
    let folder = path.parent().and_then(Path::parent).filter(|dir| !dir.as_os_str().is_empty());
    let lock = held(folder.unwrap_or(Path::new("..")))?;
    let mut last = None;
    let image = load::one_file(path, &mut last).map_err(|why| {
        let missing = !path.exists();
        let failure = Failure::new(why.to_string());
        if missing { failure.exit(Exit::NotFound) } else { failure }
    })?;
    let from = last.map_or(Provenance::NONE, |header| Provenance {
        offset: header.last_offset(),
        epoch: header.leader_epoch,
        time_ms: header.max_timestamp,
    });
    Ok((tree::root(&image, from), lock))
}
