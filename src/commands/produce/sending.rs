//! One input on its way: its items are handed to the producer at their pace, and a bar tells how far that is.

use std::borrow::Cow;
use std::io::{self, IsTerminal, Read};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError};
use std::time::{Duration, Instant};

use super::Action;
use super::feed::{Feed, Item};
use super::ledger::Numbers;
use super::own::{Own, Shared};
use super::rest::not_written;
use super::run::lost;
use crate::client::Client;
use crate::client::data::produce::Tag;
use crate::client::data::wire::{Block, Producer, Put};
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::commands::measure::pace::Pace;
use crate::commands::suggest;
use crate::output::human;
use crate::output::progress::Transfer;
use crate::protocol::record::Header;
use crate::records::format;

/// So many wrong items are told one by one.
const TOLD: u64 = 10;
/// A pace is kept in steps no longer than this, so that Ctrl-C is noticed.
const STEP: Duration = Duration::from_millis(100);

/// One input on its way.
pub struct Sending<'a> {
    action: &'a Action,
    only: Option<&'a Numbers>,
    shared: &'a Shared,
    pace: Option<Pace>,
    /// What inputs before this one have sent, and have had acknowledged.
    before: (u64, u64),
    sent_bytes: u64,
    pub read_bytes: Arc<AtomicU64>,
    /// The items are made here: the bar counts them, not bytes.
    pub makes_its_own: bool,
    /// It was looked whether the broker has made the topic.
    looked: bool,
    pub bar: Transfer,
    name: String,
    pub at_end: bool,
}

impl<'a> Sending<'a> {
    pub fn new(action: &'a Action, only: Option<&'a Numbers>, shared: &'a Shared, rate: Option<f64>) -> Self {
        Self {
            action,
            only,
            shared,
            pace: rate.map(|rate| Pace::new(Instant::now(), rate)),
            before: (shared.sent.load(Ordering::Relaxed), shared.ledger.write(|entries| entries.acknowledged)),
            sent_bytes: 0,
            read_bytes: Arc::default(),
            makes_its_own: false,
            looked: false,
            bar: Transfer::new("", None, true),
            name: String::new(),
            at_end: false,
        }
    }

    pub fn name(&mut self, name: &str, total: Option<u64>, cx: &Context) {
        self.name = name.to_owned();
        let label = if name.is_empty() { &self.action.settings.topic } else { name };
        // A person who types has the terminal to herself.
        let typed = name.is_empty() && !self.makes_its_own && io::stdin().is_terminal();
        self.bar = Transfer::new(label, total, cx.manners().quiet || typed || total == Some(1));
    }

    pub fn drain(
        &mut self,
        own: &mut Own,
        input: impl Read,
        producer: &mut Producer,
        cx: &mut Context,
    ) -> Result<(), Failure> {
        if self.action.guessed || (io::stdin().is_terminal() && self.action.files.is_empty()) {
            // A person should not type a line first to hear that nobody is there.
            producer.wait_until_entered().map_err(|fault| lost(fault, self.action))?;
        }
        let Own { form, key_form, value_form, key, headers, partition, timestamp, skip_wrong, .. } = own;
        let additions = Additions {
            key: key.as_deref(),
            headers,
            partition: *partition,
            timestamp: *timestamp,
            forms: (*key_form, *value_form),
            skip_wrong: *skip_wrong,
        };
        let mut feed = Feed::new(form, input);
        loop {
            if !feed.fill()? {
                self.at_end = true;
                return Ok(());
            }
            let shared = self.shared;
            let gate = shared.gate.lock().unwrap_or_else(PoisonError::into_inner);
            self.hand_over(&mut feed, &additions, producer, cx)?;
            drop(gate);
            self.tell_if_made(producer, cx);
            self.draw();
            if !self.shared.ledger.write(|entries| entries.lost.is_empty()) && !additions.skip_wrong {
                // Why was told already.
                producer.flush(None).map_err(|fault| lost(fault, self.action))?;
                return Err(Failure::new(not_written(self.shared.ledger.entries().lost.count())));
            }
        }
    }

    /// How many records of this input were handed over.
    fn sent(&self) -> u64 {
        self.shared.sent.load(Ordering::Relaxed) - self.before.0
    }

    /// The bar is about what was acknowledged: what only waits to be sent is not done.
    fn draw(&mut self) {
        let (sent, acknowledged) =
            (self.sent(), self.shared.ledger.write(|entries| entries.acknowledged) - self.before.1);
        let part = |whole: u64| {
            let part = u128::from(whole) * u128::from(acknowledged) / u128::from(sent.max(1));
            u64::try_from(part).unwrap_or(u64::MAX)
        };
        let done = if self.makes_its_own { acknowledged } else { part(self.read_bytes.load(Ordering::Relaxed)) };
        self.bar.at(done, acknowledged, part(self.sent_bytes));
    }

    /// A topic that nobody has made may be a slip of the pen. What it was meant to be is only looked up then.
    fn tell_if_made(&mut self, producer: &Producer, cx: &mut Context) {
        if self.sent() == 0 || std::mem::replace(&mut self.looked, true) {
            return;
        }
        let Some(partitions) = producer.made() else { return };
        self.bar.clear();
        let topic = &self.action.settings.topic;
        let client = Client::new(self.action.client.clone());
        // Without the names there is no guess, and nothing else is missing.
        let listed = cx.block_on(client.list_topics()).and_then(|listed| Ok(listed?)).unwrap_or_default();
        let others = listed.iter().map(|listed| &*listed.name).filter(|name| name != topic);
        let near = suggest::nearest(topic, others).map_or(String::new(), |near| format!("; did you mean {near} ?"));
        let partitions = human::several(partitions, "partition");
        cx.note(&format!(
            "made topic {topic} with {partitions}: it was not there, and auto.create.topics.enable is on{near}"
        ));
    }

    /// All items that are there.
    fn hand_over<R: Read>(
        &mut self,
        feed: &mut Feed<'_, R>,
        additions: &Additions<'_>,
        producer: &mut Producer,
        cx: &mut Context,
    ) -> Result<(), Failure> {
        while let Some(first) = feed.next() {
            if !self.keep_pace() {
                return Ok(());
            }
            let mut current = first;
            let mut block = producer.block().map_err(|fault| lost(fault, self.action))?;
            loop {
                let (number, item) = current;
                if self.shared.stopping.load(Ordering::Relaxed) {
                    return Ok(());
                }
                if self.only.is_none_or(|only| only.contains(number)) {
                    let outcome = match item {
                        Ok(item) => self.put(&mut block, &item, number, additions)?,
                        Err(failure) => Err(failure),
                    };
                    match outcome {
                        Ok(()) => {}
                        Err(failure) if additions.skip_wrong => {
                            let told = self.shared.ledger.write(|entries| {
                                entries.skipped.insert(number);
                                entries.skipped.count()
                            });
                            if told <= TOLD {
                                self.bar.clear();
                                cx.note(&format!("left out: {}", self.placed(number, failure.what())));
                            }
                        }
                        Err(failure) => return Err(self.wrong(number, &failure)),
                    }
                }
                self.shared.ledger.write(|entries| entries.read = number);
                if self.action.sync || self.pace.is_some() {
                    break;
                }
                match feed.next() {
                    Some(next) => current = next,
                    None => break,
                }
            }
            drop(block);
            if self.action.sync {
                producer.flush(None).map_err(|fault| lost(fault, self.action))?;
                if !self.shared.ledger.entries().lost.is_empty() {
                    return Ok(());
                }
            }
        }
        Ok(())
    }

    /// Waits until the next one may go; `false`: somebody wants to stop.
    fn keep_pace(&self) -> bool {
        while let Some(pace) = &self.pace {
            let wait = pace.wait(self.sent());
            if self.shared.stopping.load(Ordering::Relaxed) {
                return false;
            }
            if wait.is_zero() {
                break;
            }
            std::thread::sleep(wait.min(STEP));
        }
        !self.shared.stopping.load(Ordering::Relaxed)
    }

    /// Puts one item down. The inner failure is the item's own, the outer one the end of all sending.
    fn put(
        &mut self,
        block: &mut Block<'_>,
        item: &Item<'_>,
        number: u64,
        additions: &Additions<'_>,
    ) -> Result<Result<(), Failure>, Failure> {
        let partition = item.partition.or(additions.partition);
        let count = block.partitions();
        if let Some(partition) = partition
            && !usize::try_from(partition).is_ok_and(|partition| partition < count)
        {
            let topic = &self.action.settings.topic;
            let what = format!("{topic} has no partition {partition} (it has {count}, counted from 0)");
            return Ok(Err(Failure::new(what)));
        }
        let of_all = additions.headers.iter().map(|(key, value)| Header { key, value: Some(value) });
        let own = item.headers.iter().map(|(key, value)| Header { key, value: value.as_deref() });
        let headers: Vec<Header<'_>> = own.chain(of_all).collect();
        let key =
            read(additions.forms.0, item.key.as_deref().or(additions.key)).map_err(|why| format!("the key {why}"));
        let value = read(additions.forms.1, item.value.as_deref()).map_err(|why| format!("the value {why}"));
        let (key, value) = match (key, value) {
            (Ok(key), Ok(value)) => (key, value),
            (Err(why), _) | (_, Err(why)) => return Ok(Err(Failure::new(why))),
        };
        let (key, value) = (key.as_deref(), value.as_deref());
        let put = Put {
            key,
            value,
            headers: &headers,
            timestamp: item.timestamp.or(additions.timestamp),
            partition,
            tag: Some(Tag { number, bytes: 0 }),
        };
        block.put_record(&put).map_err(|fault| lost(fault, self.action))?;
        self.shared.sent.fetch_add(1, Ordering::Relaxed);
        self.sent_bytes += (key.map_or(0, <[u8]>::len) + value.map_or(0, <[u8]>::len)) as u64;
        Ok(Ok(()))
    }

    fn wrong(&self, number: u64, failure: &Failure) -> Failure {
        Failure::new(self.placed(number, failure.what())).hint("--on-error skip leaves such items out")
    }

    /// A sentence with the place it is about in front.
    fn placed(&self, number: u64, what: &str) -> String {
        match (self.name.is_empty(), self.makes_its_own) {
            (_, true) => what.to_owned(),
            (true, false) => format!("line {number}: {what}"),
            (false, false) => format!("{}:{number}: {what}", self.name),
        }
    }
}

/// What the flags add to each item.
struct Additions<'a> {
    key: Option<&'a [u8]>,
    headers: &'a [(Vec<u8>, Vec<u8>)],
    partition: Option<i32>,
    timestamp: Option<i64>,
    /// Of keys and of values.
    forms: (Option<format::Form>, Option<format::Form>),
    skip_wrong: bool,
}

/// The bytes that stand there in another form.
fn read<'a>(form: Option<format::Form>, bytes: Option<&'a [u8]>) -> Result<Option<Cow<'a, [u8]>>, String> {
    match (form, bytes) {
        (Some(form), Some(text)) => form.read(text).map(|bytes| Some(Cow::Owned(bytes))),
        (_, bytes) => Ok(bytes.map(Cow::Borrowed)),
    }
}
