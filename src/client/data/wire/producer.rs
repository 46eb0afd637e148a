//! The caller's side of producing: put records down, wait for them to arrive.

use std::sync::{Arc, MutexGuard};
use std::thread::JoinHandle;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use tokio::time::Instant;

use super::pile::{OnUndelivered, Pile, Shared};
use super::sender;
use crate::client::data::fault::Fault;
use crate::client::data::produce::{ProduceSettings, Tally, Undelivered};
use crate::client::settings::Settings;
use crate::protocol::record::Header;

/// A producer for one topic. Dropping it gives up what was not delivered; see [`Producer::flush`].
pub struct Producer {
    shared: Arc<Shared>,
    settings: ProduceSettings,
    thread: Option<JoinHandle<()>>,
    on_undelivered: Arc<dyn Fn(&Undelivered) + Send + Sync>,
}

impl Producer {
    /// Starts connecting in the background; errors come from [`Producer::block`] and [`Producer::flush`].
    /// `on_undelivered` is called, from any thread, for records that are given up.
    pub fn start(
        client: Settings,
        settings: ProduceSettings,
        on_undelivered: Arc<dyn Fn(&Undelivered) + Send + Sync>,
    ) -> Result<Producer, Fault> {
        let shared = Arc::new(Shared::new());
        let (inner, of_sender) = (Arc::clone(&shared), settings.clone());
        let told = Arc::clone(&on_undelivered);
        let tell: OnUndelivered = Box::new(move |undelivered| told(undelivered));
        let system =
            |error: std::io::Error| Fault::Settings(format!("the system gives no thread or event queue: {error}"));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(system)?;
        let thread = std::thread::Builder::new()
            .name("kt-produce".to_owned())
            .spawn(move || runtime.block_on(sender::run(client, of_sender, inner, tell)))
            .map_err(system)?;
        Ok(Producer { shared, settings, thread: Some(thread), on_undelivered })
    }

    /// Waits until a broker has answered.
    pub fn wait_until_entered(&mut self) -> Result<(), Fault> {
        let pile = self.shared.lock();
        self.shared.wait(pile, None, |pile| pile.entered).map(drop)
    }

    /// Waits until the topic is known, then takes records until the guard is dropped.
    pub fn block(&mut self) -> Result<Block<'_>, Fault> {
        let mut pile = self.shared.lock();
        if !std::mem::replace(&mut pile.wanted, true) {
            self.shared.wake.notify_one();
        }
        let (pile, _) = self.shared.wait(pile, None, |pile| pile.partitions() > 0)?;
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
}

/// Takes records; what was put down leaves when it is dropped, or before if there is enough of it.
pub struct Block<'a> {
    producer: &'a Producer,
    /// Always there, but for the moments of waiting.
    pile: Option<MutexGuard<'a, Pile>>,
    now: (i64, Instant),
}

impl Block<'_> {
    /// Puts one record down. Waits if there is no room; a record that is too large, or found no room in time, is
    /// told as undelivered, as the Java producer does.
    pub fn put(&mut self, key: Option<&[u8]>, value: Option<&[u8]>, headers: &[Header<'_>]) -> Result<(), Fault> {
        let settings = &self.producer.settings;
        let weight = Pile::weigh(key, value, headers);
        if weight > settings.max_request_size {
            self.refuse(format!(
                "it is about {weight} bytes, more than max.request.size ({} bytes)",
                settings.max_request_size
            ));
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
                self.refuse(format!("no room in the buffer within {} ms", settings.max_block.as_millis()));
                return Ok(());
            }
        }
        pile.put(settings, self.now, key, value, headers);
        self.pile = Some(pile);
        Ok(())
    }

    fn refuse(&mut self, reason: String) {
        (self.producer.on_undelivered)(&Undelivered {
            topic: self.producer.settings.topic.clone(),
            partition: None,
            count: 1,
            reason,
        });
        if let Some(pile) = &mut self.pile {
            pile.tally.undelivered += 1;
        }
    }
}

impl Drop for Block<'_> {
    fn drop(&mut self) {
        self.pile = None;
        self.producer.shared.wake.notify_one();
    }
}
