//! Requests that wait for a partition to move: long polls, and produces whose records are not kept yet.
//!
//! A waiter stands in the lists of all the partitions it asks about. The one that brings it what it wants wakes it; the
//! lists forget it when they are next touched. Nothing here is held while anyone waits.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicUsize, Ordering, fence};

use parking_lot::Mutex;
use tokio::sync::Notify;

/// One waiting request.
#[derive(Debug)]
pub struct Waiter {
    /// How much is still missing, in bytes for a fetch. At or below zero it is awake.
    missing: AtomicI64,
    gone: AtomicBool,
    bell: Notify,
}

impl Waiter {
    pub fn new(missing: i64) -> Arc<Waiter> {
        Arc::new(Waiter { missing: AtomicI64::new(missing), gone: AtomicBool::new(false), bell: Notify::new() })
    }

    /// Returns at once if enough has come since the waiter was made.
    pub async fn wait(&self) {
        self.bell.notified().await;
    }

    fn credit(&self, amount: i64) {
        if self.missing.fetch_sub(amount, Ordering::AcqRel) <= amount {
            self.bell.notify_one();
        }
    }
}

/// Ends a wait: dropped, the waiter counts no more, wherever its request ended.
pub struct Waiting(pub Arc<Waiter>);

impl Drop for Waiting {
    fn drop(&mut self) {
        self.0.gone.store(true, Ordering::Release);
    }
}

/// The waiters of one partition.
#[derive(Debug, Default)]
pub struct Waiters {
    count: AtomicUsize,
    list: Mutex<Vec<Arc<Waiter>>>,
}

impl Waiters {
    pub fn add(&self, waiter: &Arc<Waiter>) {
        let mut list = self.list.lock();
        list.retain(|w| !w.gone.load(Ordering::Acquire));
        list.push(Arc::clone(waiter));
        self.count.store(list.len(), Ordering::Release);
        // The waiter looks at the partition next; see `credit`.
        fence(Ordering::SeqCst);
    }

    /// The partition moved by `amount`.
    pub fn credit(&self, amount: i64) {
        // Whoever moved the partition looks at the list, and who was added to the list looks at the partition: with a
        // fence on both sides at least one of them sees the other.
        fence(Ordering::SeqCst);
        if self.count.load(Ordering::Acquire) == 0 {
            return;
        }
        let mut list = self.list.lock();
        list.retain(|w| !w.gone.load(Ordering::Acquire));
        self.count.store(list.len(), Ordering::Release);
        for waiter in list.iter() {
            waiter.credit(amount);
        }
    }

    /// Something happened that every waiter has to look at: the leader changed, the partition is gone.
    pub fn wake_all(&self) {
        self.credit(i64::MAX / 2);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[tokio::test]
    async fn a_waiter_wakes_when_enough_has_come_from_all_its_partitions_together() {
        let (a, b) = (Waiters::default(), Waiters::default());
        let waiter = Waiter::new(100);
        a.add(&waiter);
        b.add(&waiter);
        a.credit(60);
        assert!(tokio::time::timeout(Duration::from_millis(1), waiter.wait()).await.is_err());
        b.credit(40);
        waiter.wait().await;
    }

    #[test]
    fn a_request_that_ended_is_forgotten() {
        let list = Waiters::default();
        drop({
            let waiting = Waiting(Waiter::new(1));
            list.add(&waiting.0);
            waiting
        });
        list.credit(1);
        assert_eq!(list.count.load(Ordering::Acquire), 0);
    }
}
