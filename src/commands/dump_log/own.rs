//! kt's own screen of a log: folders, batches, records, and the files beside them, in rows with readable times.

use std::io;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use super::batches::{Loaded, Source};
use super::check;
use super::decode::{Decoder, Stored};
use super::indexes;
use super::legacy::MAX_UNPACKED;
use crate::broker::folder;
use crate::broker::log::index::{OffsetEntry, TimeEntry};
use crate::broker::log::{names, snapshot, txn_index};
use crate::commands::context::Context;
use crate::commands::failure::{self, Exit, Failure};
use crate::output::human;
use crate::output::report::Report;
use crate::output::sink::Sink;
use crate::output::table::{Cell, Table};
use crate::protocol::batch::Batch;
use crate::protocol::control::{ControlType, EndTxnMarker};

/// Rows of one call unless `--limit` says otherwise: all of them are in memory at once.
const LIMIT: &str = "10000";

pub fn command(command: Command) -> Command {
    command
        .args_conflicts_with_subcommands(true)
        .arg(
            Arg::new("paths")
                .value_name("FILE|DIR")
                .action(ArgAction::Append)
                .value_parser(value_parser!(PathBuf))
                .required(true)
                .help("A segment or a file beside one, a partition's folder, or a data folder"),
        )
        .arg(Arg::new("records").long("records").short('r').action(ArgAction::SetTrue).help("Every record in a row"))
        .arg(
            Arg::new("from")
                .long("from-offset")
                .value_name("OFFSET")
                .value_parser(value_parser!(i64))
                .help("Nothing below this offset"),
        )
        .arg(
            Arg::new("limit")
                .long("limit")
                .value_name("ROWS")
                .value_parser(value_parser!(u64).range(1..))
                .default_value(LIMIT)
                .help("At most so many rows"),
        )
        .subcommand(check::command(Command::new("check")))
}

pub fn act(matches: &ArgMatches, cx: &mut Context) -> Result<(), Failure> {
    if let Some(("check", matches)) = matches.subcommand() {
        return check::act(matches, cx);
    }
    let limit = matches.get_one::<u64>("limit").copied().unwrap_or(u64::MAX);
    let mut asked = Asked {
        records: matches.get_flag("records"),
        from: matches.get_one("from").copied().unwrap_or(i64::MIN),
        left: usize::try_from(limit).unwrap_or(usize::MAX),
        next: None,
    };
    for path in matches.get_many::<PathBuf>("paths").into_iter().flatten() {
        let rows = look(path, &mut asked)?;
        cx.report(&rows)?;
    }
    if let Some(next) = asked.next {
        cx.note(&format!("only {limit} rows; go on with --from-offset {next}, or show more with --limit ROWS"));
    }
    Ok(())
}

struct Asked {
    records: bool,
    from: i64,
    /// Rows that may still be shown.
    left: usize,
    /// The first offset that was not shown for want of room.
    next: Option<i64>,
}

/// Rows under titles; each has its JSON form.
struct Rows {
    titles: &'static [&'static str],
    rows: Vec<(Vec<Cell>, Value)>,
}

impl Serialize for Rows {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.rows.iter().map(|(_, value)| value))
    }
}

impl Report for Rows {
    fn kafka(&self, out: &mut Sink) -> io::Result<()> {
        self.rows.iter().try_for_each(|(_, value)| out.line(value.to_string()))
    }

    fn table(&self) -> Table {
        let mut table = Table::new(self.titles);
        for (cells, _) in &self.rows {
            table.row(cells.iter().cloned());
        }
        table
    }
}

fn look(path: &Path, asked: &mut Asked) -> Result<Rows, Failure> {
    let missing = |error: &io::Error| failure::file("read", path.display(), error).exit(Exit::NotFound);
    if std::fs::metadata(path).map_err(|error| missing(&error))?.is_dir() {
        let segments = segments(path)?;
        if segments.is_empty() {
            return data_folder(path);
        }
        return log(&segments, path, asked);
    }
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    match name.rsplit_once('.').map(|(_, suffix)| suffix) {
        Some("log" | "checkpoint") => {
            let folder = path.parent().unwrap_or(Path::new("")).to_path_buf();
            let metadata = name.ends_with("checkpoint");
            log(&[path.to_path_buf()], if metadata { Path::new("__cluster_metadata-0") } else { &folder }, asked)
        }
        Some("index") => offset_index(path, asked),
        Some("timeindex") => time_index(path, asked),
        Some("txnindex") => aborted(path),
        Some("snapshot") => producers(path),
        _ => Err(Failure::new(format!("{} is no file of a log", path.display()))
            .hint("segments end with .log, the rest with .index, .timeindex, .txnindex, .snapshot, .checkpoint")
            .exit(Exit::Usage)),
    }
}

/// The segments of a partition's folder, the oldest first.
pub fn segments(dir: &Path) -> Result<Vec<PathBuf>, Failure> {
    let unreadable = |error: &io::Error| failure::file("read", dir.display(), error);
    let mut found = Vec::new();
    for entry in std::fs::read_dir(dir).map_err(|error| unreadable(&error))? {
        let entry = entry.map_err(|error| unreadable(&error))?;
        let parsed =
            entry.file_name().to_str().and_then(names::parse).map(|(base, suffix)| (base, suffix == names::LOG));
        if let Some((_, true)) = parsed {
            found.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}

/// `TOPIC` and `PARTITION` of a folder `TOPIC-PARTITION`.
pub fn partition_of(dir: &Path) -> Option<(String, i32)> {
    let name = dir.canonicalize().ok().unwrap_or(dir.to_path_buf());
    let name = name.file_name()?.to_str()?;
    let (topic, partition) = name.rsplit_once('-')?;
    Some((topic.to_owned(), partition.parse().ok().filter(|partition| *partition >= 0)?))
}

const FOLDERS: &[&str] = &["PARTITION", ">SEGMENTS", ">SIZE", ">FIRST OFFSET", ">NEXT OFFSET", "LAST TIME"];

/// The partitions of a data folder, each by the headers of its last segment.
fn data_folder(dir: &Path) -> Result<Rows, Failure> {
    let unreadable = |error: &io::Error| failure::file("read", dir.display(), error);
    let mut folders = Vec::new();
    for entry in std::fs::read_dir(dir).map_err(|error| unreadable(&error))? {
        let path = entry.map_err(|error| unreadable(&error))?.path();
        if path.is_dir() && partition_of(&path).is_some() {
            folders.push(path);
        }
    }
    folders.sort();
    if folders.is_empty() && !dir.join(folder::META).exists() {
        return Err(Failure::new(format!("{} holds no log and no partitions", dir.display())).exit(Exit::NotFound));
    }
    let mut rows = Vec::new();
    for folder in folders {
        let segments = segments(&folder)?;
        let (mut size, mut next, mut time) = (0, None, None);
        for path in &segments {
            size += Source::open(path)?.len();
        }
        if let Some(last) = segments.last() {
            let source = Source::open(last)?;
            let mut position = 0;
            let mut buffer = Vec::new();
            while let Some(entry) = source.entry(position)? {
                position += entry.size as u64;
                next = Some(source.last_offset(&entry)?.saturating_add(1));
                if source.entry(position)?.is_none() {
                    time = match source.load(&entry, &mut buffer)? {
                        Loaded::Batch(batch) => Some(batch.header.max_timestamp),
                        Loaded::Legacy(message) => Some(message.timestamp()),
                    };
                }
            }
        }
        let first = segments.first().map(|path| super::base_offset(path)).transpose()?;
        let next = next.or(segments.last().map(|path| super::base_offset(path)).transpose()?);
        let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let number = |value: Option<i64>| value.map_or_else(|| Cell::new("-"), Cell::count);
        let value = json!({
            "partition": name, "segments": segments.len(), "size": size, "firstOffset": first, "nextOffset": next,
            "lastTime": time.map(human::iso),
        });
        let cells = vec![
            Cell::new(name),
            Cell::count(segments.len() as i64),
            Cell::new(human::size(size)).exactly(size.to_string()),
            number(first),
            number(next),
            Cell::new(time.map_or_else(|| "-".into(), human::iso)),
        ];
        rows.push((cells, value));
    }
    Ok(Rows { titles: FOLDERS, rows })
}

const BATCHES: &[&str] =
    &[">OFFSET", ">LAST", ">RECORDS", "TIME", "KIND", "CODEC", ">SIZE", ">EPOCH", "PRODUCER", "+>POSITION", "CRC"];
const RECORDS: &[&str] = &[">OFFSET", "TIME", "KEY", "VALUE", "HEADERS"];

/// Batches or records of segments, in order. `folder` is named by the topic, which says what the records are.
fn log(segments: &[PathBuf], folder: &Path, asked: &mut Asked) -> Result<Rows, Failure> {
    let topic = partition_of(folder).map_or_else(String::new, |(topic, _)| topic);
    let decoder = Decoder::of_topic(&topic);
    let mut rows = Vec::new();
    let mut buffer = Vec::new();
    for path in segments {
        let source = Source::open(path)?;
        let mut position = 0;
        while let Some(entry) = source.entry(position)? {
            position += entry.size as u64;
            let last = source.last_offset(&entry)?;
            if last < asked.from {
                continue;
            }
            if asked.left == 0 {
                asked.next = Some(entry.offset);
                return Ok(Rows { titles: if asked.records { RECORDS } else { BATCHES }, rows });
            }
            let loaded = source.load(&entry, &mut buffer)?;
            if !asked.records {
                asked.left -= 1;
                rows.push(batch_row(&loaded, entry.position, entry.size));
                continue;
            }
            let before = rows.len();
            record_rows(&loaded, &decoder, asked, &mut rows).map_err(|why| source.damaged(&entry, why))?;
            asked.left = asked.left.saturating_sub(rows.len() - before);
        }
        let rest = source.len().saturating_sub(position);
        if rest > 0 {
            super::complain(format_args!("note: the last {rest} bytes of {} are no batch", path.display()));
        }
    }
    Ok(Rows { titles: if asked.records { RECORDS } else { BATCHES }, rows })
}

fn kind(batch: &Batch<'_>) -> String {
    if !batch.header.is_control() {
        return if batch.header.is_transactional() { "transaction" } else { "data" }.into();
    }
    if let Ok(Some(marker)) = EndTxnMarker::from_batch(batch) {
        return if marker.commit { "commit" } else { "abort" }.into();
    }
    let first = batch.iter(batch.payload()).next().and_then(Result::ok);
    match first.and_then(|record| ControlType::from_key(record.key.unwrap_or_default())) {
        Some(ControlType::LeaderChange) => "leader change".into(),
        Some(ControlType::SnapshotHeader) => "snapshot begins".into(),
        Some(ControlType::SnapshotFooter) => "snapshot ends".into(),
        Some(ControlType::KraftVersion) => "kraft version".into(),
        Some(ControlType::KraftVoters) => "voters".into(),
        _ => "control".into(),
    }
}

fn batch_row(loaded: &Loaded<'_>, position: u64, size: usize) -> (Vec<Cell>, Value) {
    let crc = |valid: bool| if valid { "ok" } else { "WRONG" };
    let (first, last, records, time, kind, codec, epoch, producer, valid) = match loaded {
        Loaded::Batch(batch) => {
            let h = &batch.header;
            let codec = h.codec().map_or("unknown", |codec| codec.name());
            let producer = h.has_producer_id().then_some((h.producer_id, h.producer_epoch, h.base_sequence));
            let count = i64::from(h.record_count);
            let epoch = Some(h.leader_epoch).filter(|epoch| *epoch >= 0);
            (
                h.base_offset,
                h.last_offset(),
                Some(count),
                h.max_timestamp,
                kind(batch),
                codec,
                epoch,
                producer,
                batch.crc_ok(),
            )
        }
        Loaded::Legacy(m) => {
            let codec = crate::protocol::compress::Codec::from_id(m.codec_id()).map_or("unknown", |codec| codec.name());
            let kind = format!("format {}", m.magic);
            (m.offset, m.offset, None, m.timestamp(), kind, codec, None, None, m.is_valid())
        }
    };
    let time = human::iso(time);
    let value = json!({
        "offset": first, "lastOffset": last, "records": records, "time": &time, "kind": &kind, "codec": codec,
        "size": size, "leaderEpoch": epoch, "producerId": producer.map(|p| p.0), "producerEpoch": producer.map(|p| p.1),
        "baseSequence": producer.map(|p| p.2), "position": position, "crcOk": valid,
    });
    let dash = |text: Option<String>| Cell::new(text.unwrap_or_else(|| "-".into()));
    let cells = vec![
        Cell::count(first),
        Cell::count(last),
        records.map_or_else(|| Cell::new("-"), Cell::count),
        Cell::new(time),
        Cell::new(kind),
        Cell::new(codec),
        Cell::new(human::size(size as u64)).exactly(size.to_string()),
        dash(epoch.map(|epoch| epoch.to_string())),
        dash(producer.map(|(id, epoch, sequence)| format!("{id}:{epoch}#{sequence}"))),
        Cell::count(i64::try_from(position).unwrap_or(i64::MAX)),
        Cell::new(crc(valid)),
    ];
    (cells, value)
}

fn record_rows(
    loaded: &Loaded<'_>,
    decoder: &Decoder,
    asked: &Asked,
    rows: &mut Vec<(Vec<Cell>, Value)>,
) -> Result<(), String> {
    match loaded {
        Loaded::Batch(batch) => {
            let mut scratch = Vec::new();
            let records = batch.records_in(&mut scratch, MAX_UNPACKED).map_err(|why| why.to_string())?;
            for record in batch.iter(records) {
                let record = record.map_err(|why| why.to_string())?;
                if record.offset < asked.from {
                    continue;
                }
                let headers: Vec<(String, Option<String>)> =
                    record.headers().map(|h| (text(h.key), h.value.map(text))).collect();
                let stored = Stored { offset: record.offset, key: record.key, value: record.value };
                let control = batch.header.is_control().then(|| kind(batch));
                rows.push(record_row(&stored, record.timestamp, &headers, decoder, control)?);
            }
        }
        Loaded::Legacy(message) => {
            let unpacked = message.unpack()?;
            let inner = match &unpacked {
                None => vec![(message.offset, message.timestamp(), *message)],
                Some(unpacked) => message.inner(unpacked)?,
            };
            for (offset, timestamp, message) in inner.into_iter().filter(|(offset, ..)| *offset >= asked.from) {
                let stored = Stored { offset, key: message.key, value: message.value };
                rows.push(record_row(&stored, timestamp, &[], decoder, None)?);
            }
        }
    }
    Ok(())
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn record_row(
    stored: &Stored<'_>,
    timestamp: i64,
    headers: &[(String, Option<String>)],
    decoder: &Decoder,
    control: Option<String>,
) -> Result<(Vec<Cell>, Value), String> {
    let time = human::iso(timestamp);
    let mut value = json!({ "offset": stored.offset, "time": &time });
    let (key, shown) = match control {
        Some(kind) => {
            value["control"] = json!(&kind);
            (None, Some(kind))
        }
        None => {
            let shown = decoder.decode(stored).map_err(|why| why.what().to_owned())?;
            let plain = matches!(decoder, Decoder::Text { .. });
            let form = |text: &Option<String>| match text {
                Some(text) if !plain => serde_json::from_str(text).unwrap_or_else(|_| json!(text)),
                other => json!(other),
            };
            value["key"] = form(&shown.key);
            value["value"] = form(&shown.value);
            value["headers"] = headers.iter().map(|(key, value)| json!({ "key": key, "value": value })).collect();
            (shown.key, shown.value)
        }
    };
    let pairs: Vec<String> =
        headers.iter().map(|(key, value)| format!("{key}={}", value.as_deref().unwrap_or("null"))).collect();
    let safe = |text: String| Cell::new(harmless(&text));
    let cells = vec![
        Cell::count(stored.offset),
        Cell::new(time),
        safe(key.unwrap_or_else(|| "-".into())),
        safe(shown.unwrap_or_else(|| "null".into())),
        safe(pairs.join(",")),
    ];
    Ok((cells, value))
}

/// A record may hold what would drive the terminal, or end the row.
fn harmless(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut safe, c| {
        if c.is_control() {
            safe.extend(c.escape_default())
        } else {
            safe.push(c)
        }
        safe
    })
}

fn take<T>(mut all: Vec<T>, asked: &mut Asked) -> Vec<T> {
    all.truncate(asked.left);
    asked.left -= all.len();
    all
}

fn offset_index(path: &Path, asked: &mut Asked) -> Result<Rows, Failure> {
    let base = super::base_offset(path)?;
    let (entries, _) = indexes::entries::<OffsetEntry>(path)?;
    let row = |entry: OffsetEntry| {
        let offset = base.saturating_add(i64::from(entry.relative));
        let value = json!({ "offset": offset, "position": entry.position });
        (vec![Cell::count(offset), Cell::count(i64::from(entry.position))], value)
    };
    // The first entry of zeros ends an index that was made beforehand.
    let entries = take(entries.into_iter().take_while(|entry| entry.position != 0).collect(), asked);
    Ok(Rows { titles: &[">OFFSET", ">POSITION"], rows: entries.into_iter().map(row).collect() })
}

fn time_index(path: &Path, asked: &mut Asked) -> Result<Rows, Failure> {
    let base = super::base_offset(path)?;
    let (entries, _) = indexes::entries::<TimeEntry>(path)?;
    let row = |entry: TimeEntry| {
        let offset = base.saturating_add(i64::from(entry.relative));
        let time = human::iso(entry.timestamp);
        (vec![Cell::new(&*time), Cell::count(offset)], json!({ "time": time, "offset": offset }))
    };
    let entries = take(entries.into_iter().take_while(|e| e.timestamp != 0 || e.relative != 0).collect(), asked);
    Ok(Rows { titles: &["TIME", ">OFFSET"], rows: entries.into_iter().map(row).collect() })
}

fn aborted(path: &Path) -> Result<Rows, Failure> {
    let found = txn_index::read(path).map_err(|error| failure::file("read", path.display(), &error))?;
    let row = |txn: txn_index::AbortedTxn| {
        let numbers = [txn.producer_id, txn.first_offset, txn.last_offset, txn.last_stable_offset];
        let value = json!({
            "producerId": numbers[0], "firstOffset": numbers[1], "lastOffset": numbers[2], "lastStableOffset": numbers[3],
        });
        (numbers.into_iter().map(Cell::count).collect(), value)
    };
    let titles = &[">PRODUCER", ">FIRST OFFSET", ">LAST OFFSET", ">LAST STABLE OFFSET"];
    Ok(Rows { titles, rows: found.into_iter().map(row).collect() })
}

fn producers(path: &Path) -> Result<Rows, Failure> {
    let bytes = std::fs::read(path).map_err(|error| failure::file("read", path.display(), &error))?;
    let found = snapshot::decode(&bytes)
        .ok_or_else(|| Failure::new(format!("{} is damaged: a start would do without it", path.display())))?;
    let row = |(id, producer): (i64, crate::broker::log::Producer)| {
        let time = human::iso(producer.last_timestamp);
        let last = producer.last();
        let value = json!({
            "producerId": id, "epoch": producer.epoch, "lastSequence": last.map(|b| b.last_sequence),
            "lastOffset": last.map(|b| b.last_offset), "lastTime": &time, "coordinatorEpoch": producer.coordinator_epoch,
            "openTransactionFrom": producer.txn_first_offset,
        });
        let number = |value: Option<i64>| value.map_or_else(|| Cell::new("-"), Cell::count);
        let cells = vec![
            Cell::count(id),
            Cell::count(i64::from(producer.epoch)),
            number(last.map(|b| i64::from(b.last_sequence))),
            number(last.map(|b| b.last_offset)),
            Cell::new(time),
            number(producer.txn_first_offset),
        ];
        (cells, value)
    };
    let titles = &[">PRODUCER", ">EPOCH", ">LAST SEQUENCE", ">LAST OFFSET", "LAST TIME", ">OPEN FROM"];
    Ok(Rows { titles, rows: found.into_iter().map(row).collect() })
}
