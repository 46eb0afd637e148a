//! The caller's side of producing: put records down, wait for them to arrive.

use std::sync::{Arc, MutexGuard};
use std::thread::JoinHandle;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use tokio::time::Instant;

use super::pile::{Ending, Pile, Put, Shared};
use super::sender;
use crate::client::data::fault::Fault;
use crate::client::data::produce::{Hooks, ProduceSettings, Settled, Tally, Undelivered};
use crate::client::settings::Settings;
use crate::protocol::code::ErrorCode;
use crate::protocol::record::Header;

/// A producer for one topic. Dropping it gives up what was not delivered; see [`Producer::flush`].
pub struct Producer {
    shared: Arc<Shared>,
    settings: ProduceSettings,
    thread: Option<JoinHandle<()>>,
    hooks: Hooks,
}

impl Producer {
    /// Starts connecting in the background; errors come from [`Producer::block`] and [`Producer::flush`].
    /// `on_undelivered` is called, from any thread, for records that are given up.
    pub fn start(
        client: Settings,
        settings: ProduceSettings,
        on_undelivered: Arc<dyn Fn(&Undelivered) + Send + Sync>,
    ) -> Result<Producer, Fault> {
        Self::start_watched(client, settings, Hooks::undelivered(on_undelivered))
    }

    /// As [`start`](Self::start), for a caller that follows single records by their tags.
    pub fn start_watched(client: Settings, settings: ProduceSettings, hooks: Hooks) -> Result<Producer, Fault> {
        if let Some(refused) = client.guard.refuses_writing() {
            return Err(Fault::Settings(refused.what()));
        }
        let shared = Arc::new(Shared::new());
        let (inner, of_sender) = (Arc::clone(&shared), settings.clone());
        let tell = hooks.clone();
        let system =
            |error: std::io::Error| Fault::Settings(format!("the system gives no thread or event queue: {error}"));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(system)?;
        let thread = std::thread::Builder::new()
            .name("kt-produce".to_owned())
            .spawn(move || runtime.block_on(sender::run(client, of_sender, inner, tell)))
            .map_err(system)?;
        Ok(Producer { shared, settings, thread: Some(thread), hooks })
    }

    /// Waits until a broker has answered.
    pub fn wait_until_entered(&mut self) -> Result<(), Fault> {
        let pile = self.shared.lock();
        self.shared.wait(pile, None, |pile| pile.entered).map(drop)
    }

    /// Waits until the topic is known, then takes records until the guard is dropped. An error in a transaction that has
    /// failed, until it is aborted.
    pub fn block(&mut self) -> Result<Block<'_>, Fault> {
        let mut pile = self.shared.lock();
        if !std::mem::replace(&mut pile.wanted, true) {
            self.shared.wake.notify_one();
        }
        let (pile, _) = self.shared.wait(pile, None, |pile| pile.partitions() > 0)?;
        if let Some(fault) = &pile.failed {
            return Err(fault.clone());
        }
        let wall = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |d| d.as_millis() as i64);
        Ok(Block { producer: self, pile: Some(pile), now: (wall, Instant::now()) })
    }

    /// Waits until everything put down is settled, `limit` at most. `Ok(false)`: something is still under way.
    pub fn flush(&mut self, limit: Option<Duration>) -> Result<bool, Fault> {
        let mut pile = self.shared.lock();
        if pile.is_empty() {
            return pile.fault.clone().map_or(Ok(true), Err);
        }
        pile.hurry = true;
        self.shared.wake.notify_one();
        self.shared.wait(pile, limit, Pile::is_empty).map(|(_, done)| done)
    }

    /// Ends the transaction, once everything put down is settled: its records become visible, all at once. The next
    /// record begins another one. After an error it has to be aborted.
    pub fn commit(&mut self) -> Result<(), Fault> {
        end(&self.shared, Ending::Commit, None).map(drop)
    }

    /// Ends the transaction so that nobody who reads committed records sees any of it. What had not left goes nowhere.
    pub fn abort(&mut self) -> Result<(), Fault> {
        end(&self.shared, Ending::Abort, None).map(drop)
    }

    /// How many partitions the topic has, if it was not there before the first record and the broker has made it.
    pub fn made(&self) -> Option<usize> {
        let pile = self.shared.lock();
        pile.made.then(|| pile.partitions())
    }

    /// What became of the records so far.
    pub fn tally(&self) -> Tally {
        self.shared.lock().tally.clone()
    }

    /// A handle for another thread that wants everything out before the program ends.
    pub fn hurry(&self) -> Hurry {
        Hurry { shared: Arc::clone(&self.shared) }
    }
}

impl Drop for Producer {
    fn drop(&mut self) {
        let mut pile = self.shared.lock();
        pile.closed = true;
        let ended = pile.is_empty() || pile.fault.is_some();
        drop(pile);
        self.shared.wake.notify_one();
        if let Some(thread) = self.thread.take().filter(|_| ended) {
            // It has nothing left to do; a panic in it was printed already.
            let _ = thread.join();
        }
    }
}

/// Has the sender end the transaction, and tells how it ended; `None`: not within `limit`. An end that another thread
/// has asked for is not changed, but waited for.
fn end(shared: &Shared, ending: Ending, limit: Option<Duration>) -> Result<Option<Ending>, Fault> {
    let mut pile = shared.lock();
    if pile.ending.is_none() {
        pile.ending = Some(ending);
        pile.ended = None;
        pile.hurry = true;
        shared.wake.notify_one();
    }
    let (pile, _) = shared.wait(pile, limit, |pile| pile.ending.is_none())?;
    pile.ended.clone().transpose()
}

/// See [`Producer::hurry`].
pub struct Hurry {
    shared: Arc<Shared>,
}

impl Hurry {
    /// Waits until everything put down is settled, `limit` at most.
    pub fn flush(&self, limit: Duration) {
        let mut pile = self.shared.lock();
        if pile.is_empty() {
            return;
        }
        pile.hurry = true;
        self.shared.wake.notify_one();
        // Either way the program ends now; a fault was or will be told by the producer's own thread.
        let _ = self.shared.wait(pile, Some(limit), Pile::is_empty);
    }

    /// Has the transaction aborted, and tells how it ended: one that is being committed is not stopped. `None`: `limit`
    /// was not enough.
    pub fn abort(&self, limit: Duration) -> Result<Option<Ending>, Fault> {
        self.shared.lock().cancelled = true;
        end(&self.shared, Ending::Abort, Some(limit))
    }
}

/// Takes records; what was put down leaves when it is dropped, or before if there is enough of it.
pub struct Block<'a> {
    producer: &'a Producer,
    /// Always there, but for the moments of waiting.
    pile: Option<MutexGuard<'a, Pile>>,
    now: (i64, Instant),
}

impl Block<'_> {
    /// How many partitions the topic has.
    pub fn partitions(&self) -> usize {
        self.pile.as_ref().map_or(0, |pile| pile.partitions())
    }

    /// Puts one record down. Waits if there is no room; a record that is too large, or found no room in time, is
    /// told as undelivered, as the Java producer does.
    pub fn put(&mut self, key: Option<&[u8]>, value: Option<&[u8]>, headers: &[Header<'_>]) -> Result<(), Fault> {
        self.put_record(&Put { key, value, headers, ..Put::default() })
    }

    /// As [`put`](Self::put), with a time or a tag. Either all records of a producer have a tag or none.
    pub fn put_record(&mut self, record: &Put<'_>) -> Result<(), Fault> {
        let settings = &self.producer.settings;
        let weight = Pile::weigh(record.key, record.value, record.headers);
        if weight > settings.max_request_size {
            let limit = settings.max_request_size;
            let why = format!("it is about {weight} bytes, more than max.request.size ({limit} bytes)");
            self.refuse(record, ErrorCode::MESSAGE_TOO_LARGE, why);
            return Ok(());
        }
        let mut pile = self.pile.take().expect("it is put back below");
        if !pile.has_room(settings.buffer_memory) {
            self.producer.shared.wake.notify_one();
            let limit = settings.buffer_memory;
            let (back, room) =
                self.producer.shared.wait(pile, Some(settings.max_block), |pile| pile.has_room(limit))?;
            pile = back;
            if !room {
                self.pile = Some(pile);
                let why = format!("no room in the buffer within {} ms", settings.max_block.as_millis());
                self.refuse(record, ErrorCode::REQUEST_TIMED_OUT, why);
                return Ok(());
            }
        }
        if !pile.cancelled {
            pile.put(settings, self.now, record);
        }
        self.pile = Some(pile);
        Ok(())
    }

    fn refuse(&mut self, record: &Put<'_>, code: ErrorCode, reason: String) {
        if let Some(pile) = &mut self.pile {
            pile.tally.undelivered += 1;
        }
        // Without the lock: who is told may look at the producer.
        let pile = self.pile.take();
        drop(pile);
        if let Some(tag) = record.tag {
            let outcome = Err((code, reason.clone()));
            (self.producer.hooks.settled)(&Settled { partition: -1, tags: &[tag], outcome });
        }
        (self.producer.hooks.undelivered)(&Undelivered {
            topic: self.producer.settings.topic.clone(),
            partition: None,
            count: 1,
            reason,
        });
        self.pile = Some(self.producer.shared.lock());
    }
}

impl Drop for Block<'_> {
    fn drop(&mut self) {
        self.pile = None;
        self.producer.shared.wake.notify_one();
    }
}
