//! The loop that sends records for measuring, as fast as they go or at a pace, perhaps in transactions.

use std::time::{Duration, Instant};

use super::pace::Pace;
use super::payload::Payload;
use crate::client::data::fault::Fault;
use crate::client::data::produce::Tag;
use crate::client::data::wire::{Producer, Put};

/// How many bytes are made before they are handed over: the producer is locked for as long as that takes.
const BURST_BYTES: usize = 32 * 1024;
const BURST_RECORDS: u64 = 1024;
/// The longest pause between two looks at what happens beside.
const TICK: Duration = Duration::from_millis(200);

/// In `Tag::number`, beside the moment of sending in µs: the record is behind the warm-up.
pub const STEADY: u64 = 1 << 63;

pub struct Load {
    pub records: u64,
    /// The first so many are told apart by the lack of [`STEADY`].
    pub warmup: u64,
    pub payload: Payload,
    /// A second; negative is no limit.
    pub rate: f64,
    /// How long a transaction lasts, if there are any.
    pub transaction: Option<Duration>,
}

/// Sends all records, calling `beside` with their number now and then, and waits until they are settled.
pub fn send<E: From<Fault>>(
    producer: &mut Producer,
    load: &mut Load,
    begun: Instant,
    mut beside: impl FnMut(u64) -> Result<(), E>,
) -> Result<(), E> {
    let pace = Pace::new(Instant::now(), load.rate);
    let mut values: Vec<u8> = Vec::with_capacity(2 * BURST_BYTES);
    let mut ends: Vec<usize> = Vec::with_capacity(BURST_RECORDS as usize);
    let mut done = 0;
    let mut open: Option<Instant> = None;
    while done < load.records {
        // A burst ends with the warm-up, so that who counts hears of it before the first steady record goes.
        let until = if done < load.warmup { load.warmup } else { load.records };
        let most = pace.may_go(done, BURST_RECORDS.min(until - done));
        if most == 0 {
            std::thread::sleep(pace.wait(done).min(TICK));
            beside(done)?;
            continue;
        }
        values.clear();
        ends.clear();
        while (ends.len() as u64) < most && values.len() < BURST_BYTES {
            load.payload.append(done + ends.len() as u64, &mut values);
            ends.push(values.len());
        }
        if load.transaction.is_some() {
            open.get_or_insert_with(Instant::now);
        }
        let mut block = producer.block()?;
        let mut from = 0;
        for end in &ends {
            let value = &values[from..*end];
            from = *end;
            let moment = u64::try_from(begun.elapsed().as_micros()).unwrap_or(u64::MAX) & !STEADY;
            let steady = if load.warmup > 0 && done >= load.warmup { STEADY } else { 0 };
            let tag = Tag { number: moment | steady, bytes: u32::try_from(value.len()).unwrap_or(u32::MAX) };
            block.put_record(&Put { value: Some(value), tag: Some(tag), ..Put::default() })?;
            done += 1;
        }
        drop(block);
        if let (Some(lasts), Some(since)) = (load.transaction, open)
            && since.elapsed() >= lasts
        {
            producer.commit()?;
            open = None;
        }
        beside(done)?;
    }
    if open.is_some() {
        producer.commit()?;
    }
    while !producer.flush(Some(TICK))? {
        beside(done)?;
    }
    beside(done)
}
