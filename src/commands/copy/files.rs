//! Files of records: one envelope a line ([`crate::records::envelope`]), plain, gzip or zstd.

use std::cell::Cell;
use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use clap::ArgMatches;
use flate2::Compression;
use flate2::read::MultiGzDecoder;
use flate2::write::GzEncoder;
use serde_json::json;

use super::source::{self, Between};
use super::target::{self, Target};
use super::{Stop, millis, number, selection, summary, tell_stumbled, wrong_line};
use crate::client::data::Source;
use crate::client::data::consume::{Consumed, Spans, Wanted};
use crate::client::data::wire::Put;
use crate::commands::consume::with_record;
use crate::commands::context::Context;
use crate::commands::failure::{Exit, Failure, file as file_failure};
use crate::commands::said::Said;
use crate::output::human;
use crate::output::progress::{Counted, Progress, Transfer};
use crate::protocol::code::ErrorCode;
use crate::protocol::record::Header;
use crate::records::envelope;

/// The longest line of a file: a record's limit, and its base64 and JSON around it.
const LONGEST_LINE: u64 = 256 * 1024 * 1024;

/// So many remarks about a reading are kept until the file is written.
const NOTES: usize = 10;

/// A file that is being written; it has its name once it is whole.
enum Writer {
    Plain(BufWriter<File>),
    Gzip(GzEncoder<BufWriter<File>>),
    Zstd(zstd::Encoder<'static, BufWriter<File>>),
}

impl Writer {
    fn new(path: &Path, file: File) -> io::Result<Self> {
        let file = BufWriter::new(file);
        Ok(match ending(path) {
            "gz" => Self::Gzip(GzEncoder::new(file, Compression::default())),
            "zst" => Self::Zstd(zstd::Encoder::new(file, 0)?),
            _ => Self::Plain(file),
        })
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self {
            Self::Plain(out) => out.write_all(bytes),
            Self::Gzip(out) => out.write_all(bytes),
            Self::Zstd(out) => out.write_all(bytes),
        }
    }

    fn end(self) -> io::Result<()> {
        let buffer = match self {
            Self::Plain(out) => out,
            Self::Gzip(out) => out.finish()?,
            Self::Zstd(out) => out.finish()?,
        };
        buffer.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()
    }
}

fn ending(path: &Path) -> &str {
    path.extension().and_then(|ending| ending.to_str()).unwrap_or_default()
}

pub fn export(matches: &ArgMatches, cx: &mut Context) -> Result<(), Failure> {
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str).unwrap_or_default();
    let (name, path) = (text("topic"), PathBuf::from(text("file")));
    let named = matches.get_one::<String>("file").is_some();
    if !named && io::stdout().is_terminal() {
        return Err(Failure::usage("where to? Without a name the records go into a pipe, and this is a terminal")
            .hint(format!("kt export {name} {name}.jsonl.zst   writes a file"))
            .hint(format!("kt export {name} -   shows them here all the same")));
    }
    let to_stdout = !named || text("file") == "-";
    if !to_stdout && path.exists() && !matches.get_flag("force") {
        return Err(Failure::new(format!("{} is there already", path.display()))
            .exit(Exit::Conflict)
            .hint("another name, or --force"));
    }
    let mut selection = selection(matches, false)?;
    let client = cx.client()?;
    let extent = cx.block_on(async {
        let topic = source::topic(&client, name).await?;
        source::extent(&client, &topic, &selection, &HashMap::new()).await
    })??;
    let cannot = |error: io::Error| file_failure("write", path.display(), &error);
    let partial = path.with_file_name(format!("{}.part", path.file_name().unwrap_or_default().to_string_lossy()));
    let mut writer = match to_stdout {
        true => None,
        false => Some(File::create(&partial).and_then(|file| Writer::new(&path, file)).map_err(cannot)?),
    };
    let begun = Instant::now();
    let stop = Stop::watch();
    let mut progress = Progress::new(extent.there, cx.manners().quiet || to_stdout);
    let (seen, mut done, mut bytes) = (Cell::new(0), 0_u64, Vec::new());
    let mut failed = None;
    let mut each = |record: &Consumed<'_>| {
        seen.set(seen.get() + 1);
        let most = selection.most;
        bytes.clear();
        let fits = with_record(record, |record| {
            let fits = selection.sieve.passes(record);
            if fits {
                envelope::write(record, &mut bytes);
                bytes.push(b'\n');
            }
            fits
        });
        if !fits {
            return true;
        }
        if most.is_some_and(|most| done >= most) {
            return false;
        }
        let written = match &mut writer {
            Some(writer) => writer.write(&bytes),
            None => cx.out.write_all(&bytes),
        };
        done += 1;
        failed = written.err();
        failed.is_none()
    };
    let mut notes = Vec::new();
    let mut turn = |between: Between, _: &dyn Source| {
        progress.at(seen.get());
        if let Between::Note(note) = between
            && notes.len() < NOTES
        {
            notes.push(note);
        }
        Ok(!stop.is_wanted())
    };
    let spans = Spans { list: extent.spans, others: false };
    let read = source::read(&client, Wanted::Topic(name.to_owned()), spans, &mut each, &mut turn);
    drop(progress);
    for note in notes {
        cx.note(&note);
    }
    tell_stumbled(&selection.sieve, cx);
    let outcome = match (failed, read) {
        (Some(error), _) if to_stdout => Err(Failure::from(error)),
        (Some(error), _) => Err(cannot(error)),
        (None, read) => read.map(drop),
    };
    if let Some(writer) = writer {
        let whole = outcome.and_then(|()| writer.end().map_err(cannot)).and_then(|()| stop.outcome());
        if let Err(failure) = whole {
            let _ = std::fs::remove_file(&partial); // half a file is none
            return Err(failure);
        }
        std::fs::rename(&partial, &path).map_err(cannot)?;
        let table = summary(&["TOPIC", "FILE", ">RECORDS"], [name, text("file")], done);
        cx.report(&Said::new("", table, json!({ "topic": name, "file": text("file"), "records": done })))?;
        cx.note(&format!("{} in {}", number(done), human::duration(millis(begun.elapsed()))));
        return Ok(());
    }
    outcome.and_then(|()| stop.outcome())
}

/// A file that is being read, unpacked.
struct Input {
    lines: Box<dyn BufRead>,
    /// Its size as it is stored, and how much of that was read.
    total: Option<u64>,
    read: Arc<AtomicU64>,
}

/// What a file holds, by its first bytes: its name may say nothing.
fn reader(path: &str) -> io::Result<Input> {
    let mut total = None;
    let file: Box<dyn Read> = if path == "-" {
        Box::new(io::stdin())
    } else {
        let file = File::open(path)?;
        total = file.metadata().ok().filter(|about| about.is_file()).map(|about| about.len());
        Box::new(file)
    };
    let read = Arc::new(AtomicU64::new(0));
    let file = Counted { inner: file, bytes: Arc::clone(&read) };
    let mut file = BufReader::with_capacity(256 * 1024, file);
    let start = file.fill_buf()?;
    let lines: Box<dyn BufRead> = if start.starts_with(&[0x1f, 0x8b]) {
        Box::new(BufReader::new(MultiGzDecoder::new(file)))
    } else if start.starts_with(&[0x28, 0xb5, 0x2f, 0xfd]) {
        Box::new(BufReader::new(zstd::Decoder::with_buffer(file)?))
    } else {
        Box::new(file)
    };
    Ok(Input { lines, total, read })
}

pub fn import(matches: &ArgMatches, cx: &mut Context) -> Result<(), Failure> {
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str).unwrap_or_default();
    let (path, name) = (text("file"), text("topic"));
    let skip = matches.get_one::<u64>("skip").copied().unwrap_or(0);
    let (by_key, now, ignore) =
        (matches.get_flag("by-key"), matches.get_flag("now"), matches.get_flag("ignore-unknown"));
    let cannot = |error: io::Error| file_failure("read", path, &error);
    let Input { mut lines, total, read } = reader(path).map_err(cannot)?;
    let client = cx.client()?;
    let found = cx.block_on(target::made_like(&client, name, None))?;
    let (topic, _) = found.map_err(|failure| match failure.has_code(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION) {
        true => failure.hint(format!("kt topics create {name}   makes it")),
        false => failure,
    })?;
    let mut target = Target::open(&client, name, topic.partitions.len())?;
    let begun = Instant::now();
    let put_down = Arc::new(AtomicU64::new(skip));
    let stop = Stop::watch_input(target.hurry(), Arc::clone(&put_down));
    let (mut at, mut size, mut bytes) = (0_u64, 0_u64, Vec::new());
    let mut bar = Transfer::new(path, total, cx.manners().quiet);
    while !stop.is_wanted() {
        bytes.clear();
        if (&mut lines).take(LONGEST_LINE).read_until(b'\n', &mut bytes).map_err(cannot)? == 0 {
            break;
        }
        at += 1;
        if at <= skip {
            continue;
        }
        if bytes.trim_ascii().is_empty() {
            put_down.store(at, Ordering::Relaxed);
            continue;
        }
        let put = put_line(&bytes, by_key, now, ignore, &mut target);
        size += bytes.len() as u64;
        bar.at(read.load(Ordering::Relaxed), at - skip, size);
        if let Err((why, failure)) = put {
            bar.clear();
            let done = target.flush()?;
            return Err(match failure {
                Some(failure) => {
                    failure.because(format!("{path}:{at}")).hint(format!("once it is mended: --skip {}", at - 1))
                }
                None => wrong_line(path, at, &why, done),
            });
        }
        put_down.store(at, Ordering::Relaxed);
    }
    bar.clear();
    let done = target.flush()?;
    let table = summary(&["FILE", "TOPIC", ">RECORDS"], [path, name], done);
    cx.report(&Said::new("", table, json!({ "file": path, "topic": name, "records": done })))?;
    cx.note(&format!("{} in {}", number(done), human::duration(millis(begun.elapsed()))));
    if stop.is_wanted() {
        cx.note(&format!("go on with   --skip {}", at.max(skip)));
    }
    stop.outcome()
}

/// Why a line went nowhere: a sentence about the line, or a failure of the cluster's.
type Refusal = (String, Option<Failure>);

fn put_line(bytes: &[u8], by_key: bool, now: bool, ignore: bool, target: &mut Target) -> Result<(), Refusal> {
    let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    let record = envelope::read(bytes, ignore).map_err(|wrong| (wrong.to_string(), None))?;
    let headers: Vec<Header<'_>> =
        record.headers.iter().map(|header| Header { key: &header.key, value: header.value.as_deref() }).collect();
    let put = Put {
        key: record.key.as_deref(),
        value: record.value.as_deref(),
        headers: &headers,
        timestamp: record.timestamp.filter(|_| !now),
        partition: record.partition.filter(|_| !by_key),
        tag: None,
    };
    target.put(&put).map_err(|failure| (String::new(), Some(failure)))
}
