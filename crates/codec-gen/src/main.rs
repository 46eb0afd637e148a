//! Writes kt-codec's sources.
//!
//!     cargo run -p kt-codec-gen -- extract DIR…    definitions.json from folders of unpacked jars
//!     cargo run -p kt-codec-gen -- generate        crates/codec/src/generated from definitions.json
//!     cargo run -p kt-codec-gen -- check           the same, compared with what is there
//!
//! definitions.json holds facts alone (names, types, versions, tags, defaults), taken from the message definitions
//! inside the original's jars: see docs/codec.md for the command that unpacks them.

mod definition;
mod emit;
mod extract;
mod tables;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

type Files = BTreeMap<String, String>;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let definitions = here.join("definitions.json");
    let target = here.join("../codec/src/generated");
    let done = match args.first().map(String::as_str) {
        Some("extract") if args.len() > 1 => extract::extract(&args[1..], &definitions),
        Some("generate") => generate(&definitions).and_then(|files| write(&target, &files)),
        Some("check") => generate(&definitions).and_then(|files| compare(&target, &files)),
        _ => Err("usage: kt-codec-gen extract DIR… | generate | check".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("kt-codec-gen: {why}");
            ExitCode::FAILURE
        }
    }
}

fn generate(definitions: &Path) -> Result<Files, String> {
    let text = std::fs::read_to_string(definitions).map_err(|e| format!("{}: {e}", definitions.display()))?;
    let messages = definition::parse(&text)?;
    let mut files = Files::new();
    for message in &messages {
        files.insert(format!("{}.rs", message.module()), format_source(&emit::module(message))?);
    }
    files.insert("mod.rs".to_owned(), format_source(&tables::root(&messages))?);
    files.insert("api_key.rs".to_owned(), format_source(&tables::api_keys(&messages))?);
    files.insert("schemas.rs".to_owned(), format_source(&tables::schemas(&messages))?);
    Ok(files)
}

/// As `cargo fmt` would leave it, so that both checks can hold at once.
fn format_source(source: &str) -> Result<String, String> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut child = Command::new("rustfmt")
        .args(["--edition", "2024", "--config-path"])
        .arg(root)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|e| format!("rustfmt: {e}"))?;
    let mut stdin = child.stdin.take().expect("stdin is piped");
    let text = source.to_owned();
    let writer = std::thread::spawn(move || std::io::Write::write_all(&mut stdin, text.as_bytes()));
    let out = child.wait_with_output().map_err(|e| format!("rustfmt: {e}"))?;
    let _ = writer.join();
    if !out.status.success() {
        return Err(format!("rustfmt refused:\n{source}"));
    }
    String::from_utf8(out.stdout).map_err(|e| e.to_string())
}

fn write(target: &Path, files: &Files) -> Result<(), String> {
    let fail = |e: std::io::Error| format!("{}: {e}", target.display());
    std::fs::create_dir_all(target).map_err(fail)?;
    for old in std::fs::read_dir(target).map_err(fail)? {
        std::fs::remove_file(old.map_err(fail)?.path()).map_err(fail)?;
    }
    files.iter().try_for_each(|(name, text)| std::fs::write(target.join(name), text)).map_err(fail)
}

fn compare(target: &Path, files: &Files) -> Result<(), String> {
    let stale = |name: &String| std::fs::read_to_string(target.join(name)).ok().as_ref() != Some(&files[name]);
    let differing: Vec<&String> = files.keys().filter(|name| stale(name)).collect();
    let present = std::fs::read_dir(target).map_err(|e| e.to_string())?.count();
    if differing.is_empty() && present == files.len() {
        return Ok(());
    }
    Err(format!("the generated codec is not current: {differing:?}; run cargo run -p kt-codec-gen -- generate"))
}
