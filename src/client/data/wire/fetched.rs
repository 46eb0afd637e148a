//! The records of one answer for one partition: unpacked, filtered, given out one by one.
//!
//! What must hold: offsets below the one asked for are skipped (batches come whole), control records are shown only to
//! who asks for them, and for readers of committed records neither are those of aborted transactions.

use std::collections::HashSet;
use std::sync::Arc;

use bytes::Bytes;

use crate::client::data::consume::{Clock, Consumed, Then};
use crate::client::data::fault::Fault;
use crate::protocol::batch::{BatchError, BatchHeader, TimestampType, batches};
use crate::protocol::control::EndTxnMarker;
use crate::protocol::record::Header;

/// No batch is larger than this when unpacked, whatever its compressed form claims.
const UNPACKED: usize = 512 * 1024 * 1024;

/// A transaction that was aborted: records of this producer from this offset on, up to the marker, do not count.
#[derive(Clone, Copy, Debug)]
pub struct Aborted {
    pub producer_id: i64,
    pub first_offset: i64,
}

pub struct Fetched {
    pub topic: Arc<str>,
    pub partition: i32,
    /// The offset that was asked for.
    pub from: i64,
    /// The first one that is not wanted.
    pub until: Option<i64>,
    pub records: Bytes,
    /// `None`: uncommitted records are wanted too.
    pub aborted: Option<Vec<Aborted>>,
    /// Control records are given out too.
    pub control: bool,
    pub check_crcs: bool,
}

/// What is known of fetched bytes from the batches' headers alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Whole batches up to (not including) this offset.
    Until(i64),
    /// Not one whole batch: more bytes must be asked for.
    CutOff,
    /// The format of brokers before 0.11.
    OldFormat,
    Nothing,
}

/// Looks at the headers only.
pub fn extent(records: &[u8]) -> Extent {
    let mut rest = records;
    let mut until = None;
    while !rest.is_empty() {
        let header = match BatchHeader::parse(rest) {
            Ok(header) => header,
            Err(BatchError::Magic(0 | 1)) if until.is_none() => return Extent::OldFormat,
            Err(_) => break,
        };
        until = Some(header.last_offset() + 1);
        rest = rest.get(header.size()..).unwrap_or_default();
    }
    match until {
        Some(offset) => Extent::Until(offset),
        None if records.is_empty() => Extent::Nothing,
        None => Extent::CutOff,
    }
}

impl Fetched {
    /// Gives each record to `receive` until it says stop. `scratch` is for unpacking.
    pub fn each(&self, scratch: &mut Vec<u8>, receive: &mut dyn FnMut(&Consumed<'_>) -> Then) -> Result<Then, Fault> {
        let mut aborted = self.aborted.as_ref().map(|list| Filter::new(list));
        for batch in batches(&self.records) {
            let batch = match batch {
                Ok(batch) => batch,
                // The last batch is cut off where the answer was full; it comes whole the next time.
                Err(BatchError::Incomplete { .. }) => break,
                Err(error) => return Err(self.broken(&error)),
            };
            if batch.header.last_offset() < self.from {
                continue;
            }
            if self.check_crcs {
                batch.check_crc().map_err(|error| self.broken(&error))?;
            }
            if batch.header.is_control() {
                if let Some(filter) = &mut aborted {
                    let marker = EndTxnMarker::from_batch(&batch).map_err(|error| self.broken(&error))?;
                    filter.marker(&batch.header, marker.is_some_and(|marker| !marker.commit));
                }
                if !self.control {
                    continue;
                }
            } else if aborted.as_mut().is_some_and(|filter| filter.hides(&batch.header)) {
                continue;
            }
            let bytes = batch.records_in(scratch, UNPACKED).map_err(|error| self.broken(&error))?;
            let clock = match batch.header.timestamp_type() {
                TimestampType::CreateTime => Clock::Create,
                TimestampType::LogAppendTime => Clock::LogAppend,
            };
            let mut headers: Vec<Header<'_>> = Vec::new();
            for record in batch.iter(bytes) {
                let record = record.map_err(|error| self.broken(&error))?;
                if record.offset < self.from {
                    continue;
                }
                if self.until.is_some_and(|until| record.offset >= until) {
                    return Ok(Then::GoOn);
                }
                headers.clear();
                headers.extend(record.headers());
                let consumed = Consumed {
                    topic: &self.topic,
                    partition: self.partition,
                    offset: record.offset,
                    timestamp: record.timestamp,
                    clock: if record.timestamp < 0 { Clock::None } else { clock },
                    key: record.key,
                    value: record.value,
                    headers: &headers,
                    batch: Some(&batch.header),
                    delivery: None,
                };
                if receive(&consumed) == Then::Stop {
                    return Ok(Then::Stop);
                }
            }
        }
        Ok(Then::GoOn)
    }

    fn broken(&self, error: &dyn std::fmt::Display) -> Fault {
        Fault::Broken {
            what: format!("reading {}[{}]", self.topic, self.partition),
            reason: format!("the stored records cannot be read: {error}"),
        }
    }
}

/// Follows the aborted transactions of one answer, in the order of offsets.
struct Filter<'a> {
    /// Those to come, the next one last.
    ahead: Vec<&'a Aborted>,
    inside: HashSet<i64>,
}

impl<'a> Filter<'a> {
    fn new(list: &'a [Aborted]) -> Self {
        let mut ahead: Vec<_> = list.iter().collect();
        ahead.sort_by_key(|aborted| std::cmp::Reverse(aborted.first_offset));
        Self { ahead, inside: HashSet::new() }
    }

    fn advance(&mut self, offset: i64) {
        while let Some(aborted) = self.ahead.pop_if(|aborted| aborted.first_offset <= offset) {
            self.inside.insert(aborted.producer_id);
        }
    }

    fn hides(&mut self, header: &BatchHeader) -> bool {
        self.advance(header.last_offset());
        header.is_transactional() && self.inside.contains(&header.producer_id)
    }

    fn marker(&mut self, header: &BatchHeader, abort: bool) {
        self.advance(header.last_offset());
        if abort {
            self.inside.remove(&header.producer_id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::batch::{BatchBuilder, set_base_offset};

    fn batch(base: i64, producer: Option<i64>, values: &[&str]) -> Vec<u8> {
        let mut builder = BatchBuilder::new().base_offset(base);
        if let Some(id) = producer {
            builder = builder.producer(id, 0, 0).transactional();
        }
        for value in values {
            builder.append(1000, None, Some(value.as_bytes()));
        }
        builder.build()
    }

    fn marker(base: i64, producer: i64, commit: bool) -> Vec<u8> {
        let mut bytes = EndTxnMarker { commit, coordinator_epoch: 0 }.batch(producer, 0, 1000);
        set_base_offset(&mut bytes, base);
        bytes
    }

    fn read(records: Vec<u8>, from: i64, aborted: Option<Vec<Aborted>>) -> Vec<String> {
        let fetched = Fetched {
            topic: "t".into(),
            partition: 0,
            from,
            until: None,
            records: records.into(),
            aborted,
            control: false,
            check_crcs: true,
        };
        let mut seen = Vec::new();
        let mut receive = |record: &Consumed<'_>| {
            seen.push(format!("{}={}", record.offset, String::from_utf8_lossy(record.value.unwrap())));
            Then::GoOn
        };
        fetched.each(&mut Vec::new(), &mut receive).unwrap();
        seen
    }

    #[test]
    fn records_before_the_offset_asked_for_are_skipped() {
        let bytes = [batch(10, None, &["a", "b", "c"]), batch(13, None, &["d"])].concat();
        assert_eq!(read(bytes.clone(), 12, None), ["12=c", "13=d"]);
        assert_eq!(extent(&bytes), Extent::Until(14));
    }

    #[test]
    fn a_batch_that_is_cut_off_comes_again_whole() {
        let mut bytes = [batch(0, None, &["a"]), batch(1, None, &["b"])].concat();
        bytes.truncate(bytes.len() - 3);
        assert_eq!(read(bytes.clone(), 0, None), ["0=a"]);
        assert_eq!(extent(&bytes), Extent::Until(1));
        assert_eq!(extent(&bytes[..20]), Extent::CutOff);
        assert_eq!(extent(&[]), Extent::Nothing);
    }

    #[test]
    fn readers_of_committed_records_see_nothing_of_aborted_transactions() {
        let bytes = [
            batch(0, None, &["plain"]),
            batch(1, Some(7), &["lost"]),
            batch(2, Some(8), &["kept"]),
            marker(3, 7, false),
            batch(4, Some(7), &["second life"]),
            marker(5, 8, true),
            marker(6, 7, true),
        ]
        .concat();
        let aborted = vec![Aborted { producer_id: 7, first_offset: 1 }];
        assert_eq!(read(bytes.clone(), 0, Some(aborted)), ["0=plain", "2=kept", "4=second life"]);
        assert_eq!(read(bytes, 0, None), ["0=plain", "1=lost", "2=kept", "4=second life"]);
    }

    #[test]
    fn who_asks_for_control_records_sees_them_where_they_are() {
        let records = [batch(0, Some(7), &["lost"]), marker(1, 7, false), batch(2, None, &["plain"])].concat();
        for (aborted, expected) in [
            (None, &["0 false", "1 true", "2 false"][..]),
            (Some(vec![Aborted { producer_id: 7, first_offset: 0 }]), &["1 true", "2 false"]),
        ] {
            let fetched = Fetched {
                topic: "t".into(),
                partition: 0,
                from: 0,
                until: None,
                records: records.clone().into(),
                aborted,
                control: true,
                check_crcs: true,
            };
            let mut seen = Vec::new();
            let mut receive = |record: &Consumed<'_>| {
                seen.push(format!("{} {}", record.offset, record.batch.is_some_and(BatchHeader::is_control)));
                Then::GoOn
            };
            fetched.each(&mut Vec::new(), &mut receive).unwrap();
            assert_eq!(seen, expected);
        }
    }

    #[test]
    fn a_broken_checksum_is_an_error_unless_nobody_looks() {
        let mut bytes = batch(0, None, &["a"]);
        let last = bytes.len() - 2;
        bytes[last] ^= 1;
        let mut fetched = Fetched {
            topic: "t".into(),
            partition: 0,
            from: 0,
            until: None,
            records: bytes.into(),
            aborted: None,
            control: false,
            check_crcs: true,
        };
        assert!(fetched.each(&mut Vec::new(), &mut |_| Then::GoOn).is_err());
        fetched.check_crcs = false;
        assert!(fetched.each(&mut Vec::new(), &mut |_| Then::GoOn).is_ok());
    }
}
