//! A log or a snapshot as the original prints it.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;

use bytes::Bytes;
use kt_codec::json;

use super::batches::{Entry, Loaded, Source};
use super::decode::{self, Decoder, Stored};
use super::indexes::Findings;
use super::legacy::{Legacy, MAX_UNPACKED};
use super::{base_offset, java_path};
use crate::broker::controller::bootstrap;
use crate::broker::controller::snapshot::SnapshotId;
use crate::commands::failure::Failure;
use crate::output::sink::Sink;
use crate::protocol::batch::{Batch, TimestampType};
use crate::protocol::control::{ControlType, EndTxnMarker};
use crate::protocol::record::Record;

/// What of the records is printed.
pub struct Records {
    pub deep: bool,
    pub contents: bool,
    pub metadata: bool,
    pub max_bytes: i32,
    pub decoder: Decoder,
}

pub fn dump(name: &str, how: &Records, findings: &mut Findings, out: &mut Sink) -> Result<(), Failure> {
    // The original makes its decoders before it looks at the file.
    if let Decoder::Text { key, value } = &how.decoder {
        value.known()?;
        key.known()?;
    }
    let path = Path::new(name);
    let file_name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    if file_name.ends_with(".log") {
        out.line(format!("Log starting offset: {}", base_offset(path)?))?;
    } else if file_name == bootstrap::FILE {
        out.line("KRaft bootstrap snapshot")?;
    } else {
        let id = SnapshotId::parse(&file_name)
            .ok_or_else(|| Failure::new(format!("{name} is not named as a snapshot: END-EPOCH.checkpoint")))?;
        out.line(format!("Snapshot end offset: {}, epoch: {}", id.end, id.epoch))?;
    }
    let source = Source::open(path)?;
    let limit = u64::try_from(how.max_bytes)
        .map_err(|_| Failure::new(format!("--max-bytes {} is below zero", how.max_bytes)))?;
    let source = source.limited(limit);
    let mut last_offset = -1;
    let mut buffer = Vec::new();
    let mut position = 0;
    while let Some(entry) = source.entry(position)? {
        let loaded = source.load(&entry, &mut buffer)?;
        let damaged = |why: &dyn std::fmt::Display| source.damaged(&entry, why);
        out.line(batch_line(&loaded, &entry).map_err(|why| damaged(&why))?)?;
        if how.deep {
            let mut printer = Printer { how, findings, out, last_offset: &mut last_offset, file: name };
            match &loaded {
                Loaded::Batch(batch) => printer.batch(batch, &damaged)?,
                Loaded::Legacy(message) => printer.legacy(message, &damaged)?,
            }
        }
        position += entry.size as u64;
    }
    let rest = source.len().saturating_sub(position);
    if rest > 0 && how.max_bytes == i32::MAX {
        out.line(format!("Found {rest} invalid bytes at the end of {file_name}"))?;
    }
    Ok(())
}

fn batch_line(loaded: &Loaded<'_>, entry: &Entry) -> Result<String, String> {
    let (position, size) = (entry.position, entry.size);
    let unknown = |id: u8| format!("Unknown compression type id: {id}");
    Ok(match loaded {
        Loaded::Batch(batch) => {
            let h = &batch.header;
            let codec = h.codec().ok_or_else(|| unknown((h.attributes & 7) as u8))?.name();
            format!(
                "baseOffset: {} lastOffset: {} count: {} baseSequence: {} lastSequence: {} producerId: {} producerEpoch: {} \
                 partitionLeaderEpoch: {} isTransactional: {} isControl: {} deleteHorizonMs: {} position: {position} {}: {} \
                 size: {size} magic: {} compresscodec: {codec} crc: {} isvalid: {}",
                h.base_offset,
                h.last_offset(),
                h.record_count,
                h.base_sequence,
                h.last_sequence(),
                h.producer_id,
                h.producer_epoch,
                h.leader_epoch,
                h.is_transactional(),
                h.is_control(),
                optional_long(h.delete_horizon_ms()),
                timestamp_type(h.timestamp_type()),
                h.max_timestamp,
                h.magic,
                h.crc,
                batch.crc_ok(),
            )
        }
        Loaded::Legacy(m) => {
            let codec = crate::protocol::compress::Codec::from_id(m.codec_id()).ok_or_else(|| unknown(m.codec_id()))?;
            format!(
                "offset: {} position: {position} {}: {} size: {size} magic: {} compresscodec: {} crc: {} isvalid: {}",
                m.offset,
                m.timestamp_type(),
                m.timestamp(),
                m.magic,
                codec.name(),
                m.crc(),
                m.is_valid(),
            )
        }
    })
}

/// As Java prints an `OptionalLong`.
pub fn optional_long(value: Option<i64>) -> String {
    value.map_or_else(|| "OptionalLong.empty".to_owned(), |value| format!("OptionalLong[{value}]"))
}

fn timestamp_type(kind: TimestampType) -> &'static str {
    match kind {
        TimestampType::CreateTime => "CreateTime",
        TimestampType::LogAppendTime => "LogAppendTime",
    }
}

struct Printer<'a> {
    how: &'a Records,
    findings: &'a mut Findings,
    out: &'a mut Sink,
    last_offset: &'a mut i64,
    file: &'a str,
}

type Damaged<'a> = &'a dyn Fn(&dyn std::fmt::Display) -> Failure;

impl Printer<'_> {
    fn batch(&mut self, batch: &Batch<'_>, damaged: Damaged<'_>) -> Result<(), Failure> {
        let mut scratch = Vec::new();
        let records = batch.records_in(&mut scratch, MAX_UNPACKED).map_err(|why| damaged(&why))?;
        let stamp = timestamp_type(batch.header.timestamp_type());
        for record in batch.iter(records) {
            let record = record.map_err(|why| damaged(&why))?;
            self.follows(record.offset);
            let mut line = String::new();
            if self.how.metadata {
                line = head(&record, stamp);
                if batch.header.is_control() {
                    control(&record, &mut line).map_err(|why| damaged(&why))?;
                }
            }
            let stored = Stored { offset: record.offset, key: record.key, value: record.value };
            let shown = self.how.contents && !batch.header.is_control();
            self.finish(line, shown.then_some(stored))?;
        }
        Ok(())
    }

    fn legacy(&mut self, message: &Legacy<'_>, damaged: Damaged<'_>) -> Result<(), Failure> {
        let unpacked = message.unpack().map_err(|why| damaged(&why))?;
        let messages = match &unpacked {
            None => vec![(message.offset, message.timestamp(), *message)],
            Some(unpacked) => message.inner(unpacked).map_err(|why| damaged(&why))?,
        };
        let stamp = message.timestamp_type();
        for (offset, timestamp, inner) in messages {
            self.follows(offset);
            let mut line = String::new();
            if self.how.metadata {
                line = format!(
                    "| offset: {offset} {stamp}: {timestamp} keySize: {} valueSize: {} isValid: {} crc: {}",
                    size(inner.key),
                    size(inner.value),
                    inner.is_valid(),
                    inner.crc()
                );
            }
            self.finish(line, self.how.contents.then_some(Stored { offset, key: inner.key, value: inner.value }))?;
        }
        Ok(())
    }

    fn follows(&mut self, offset: i64) {
        if offset != self.last_offset.wrapping_add(1) {
            self.findings.not_consecutive(&java_path(self.file), *self.last_offset, offset);
        }
        *self.last_offset = offset;
    }

    fn finish(&mut self, line: String, stored: Option<Stored<'_>>) -> Result<(), Failure> {
        self.out.write_all(line.as_bytes())?;
        if let Some(stored) = stored {
            let decode::Shown { key, value } = self.how.decoder.decode(&stored)?;
            let mut prefix = if self.how.metadata { " " } else { "| " };
            if let Some(key) = key {
                write!(self.out, "{prefix}key: {key}")?;
                prefix = " ";
            }
            if let Some(value) = value {
                write!(self.out, "{prefix}payload: {value}")?;
            }
        }
        Ok(self.out.write_all(b"\n")?)
    }
}

fn size(bytes: Option<&[u8]>) -> i64 {
    bytes.map_or(-1, |bytes| bytes.len() as i64)
}

fn head(record: &Record<'_>, stamp: &str) -> String {
    let keys: Vec<String> = record.headers().map(|header| String::from_utf8_lossy(header.key).into_owned()).collect();
    format!(
        "| offset: {} {stamp}: {} keySize: {} valueSize: {} sequence: {} headerKeys: [{}]",
        record.offset,
        record.timestamp,
        size(record.key),
        size(record.value),
        record.sequence,
        keys.join(",")
    )
}

/// What a control record says: the end of a transaction, or a step of the metadata log's quorum.
fn control(record: &Record<'_>, line: &mut String) -> Result<(), String> {
    let key = record.key.unwrap_or_default();
    let kind = ControlType::from_key(key).ok_or_else(|| {
        format!(
            "Invalid value size found for end control record key. Must have at least 4 bytes, but found only {}",
            key.len()
        )
    })?;
    let json = |label: &str, message: &'static str| -> Result<String, String> {
        Ok(format!(" {label} {}", decode_control(message, record.value.unwrap_or_default())?))
    };
    let text = match kind {
        ControlType::Abort | ControlType::Commit => {
            let marker = EndTxnMarker::from_record(record.key, record.value).map_err(|why| why.to_string())?;
            let marker = marker.ok_or("it is no end of a transaction")?;
            let word = if marker.commit { "COMMIT" } else { "ABORT" };
            format!(" endTxnMarker: {word} coordinatorEpoch: {}", marker.coordinator_epoch)
        }
        ControlType::LeaderChange => json("LeaderChange:", "LeaderChangeMessage")?,
        ControlType::SnapshotHeader => json("SnapshotHeader", "SnapshotHeaderRecord")?,
        ControlType::SnapshotFooter => json("SnapshotFooter", "SnapshotFooterRecord")?,
        ControlType::KraftVersion => json("KRaftVersion", "KRaftVersionRecord")?,
        ControlType::KraftVoters => json("KRaftVoters", "VotersRecord")?,
        ControlType::Unknown(id) => format!(" controlType: UNKNOWN({id})"),
    };
    let _ = write!(line, "{text}"); // a String takes everything
    Ok(())
}

/// The message of a control record's value, which begins with its own version.
pub fn decode_control(message: &'static str, value: &[u8]) -> Result<String, String> {
    let version = value.first_chunk::<2>().map_or(0, |bytes| i16::from_be_bytes(*bytes));
    // A version that is not known is read as the newest that is.
    let known = kt_codec::schema::find(message).map_or(0, |schema| schema.versions.1);
    let value = json::to_json(message, version.clamp(0, known), &Bytes::copy_from_slice(value));
    Ok(json::to_text(&value.map_err(|why| why.to_string())?))
}
