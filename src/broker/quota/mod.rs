//! Client quotas, kept: how fast a client may be, and how long it has to wait when it was faster.
//!
//! [`limits`] finds the limit that holds for a client, [`meter`] measures what it does against it. A client beyond its
//! limit is answered with the time it has to wait (throttle_time_ms), and its connection is not read from for as long
//! (KIP-219). Without any quota all of this is one load of an atomic for each request.

mod limits;
mod meter;

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use arc_swap::ArcSwap;
use parking_lot::Mutex;

use self::limits::{Limits, Scope};
use self::meter::{Bucket, Rate};
use super::controller::Image;
use crate::config::settings;

/// What is limited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum What {
    /// Bytes of records that a client sends.
    Produce,
    /// Bytes that it is sent.
    Fetch,
    /// Percents of one thread's time.
    Request,
    /// Partitions made or deleted.
    Mutation,
}

impl What {
    fn key(self) -> &'static str {
        match self {
            What::Produce => "producer_byte_rate",
            What::Fetch => "consumer_byte_rate",
            What::Request => "request_percentage",
            What::Mutation => "controller_mutation_rate",
        }
    }
}

/// Who is measured.
#[derive(Debug, Clone, Copy)]
pub struct Whom<'a> {
    pub user: &'a str,
    pub client_id: &'a str,
}

/// Meters in as many parts as there may be threads at them at once.
const SHARDS: usize = 16;
/// Of how many clients each shard keeps the measure. Beyond it those that have been idle are forgotten.
const PER_SHARD: usize = 4096;

enum Meter {
    Rate(Rate),
    Bucket(Bucket),
}

pub struct Quotas {
    active: AtomicBool,
    limits: ArcSwap<Limits>,
    windows: ArcSwap<settings::Quotas>,
    hasher: RandomState,
    shards: [Mutex<HashMap<(What, Scope), Meter>>; SHARDS],
}

impl Quotas {
    pub fn new(image: &Image, windows: &settings::Quotas) -> Quotas {
        let quotas = Quotas {
            active: AtomicBool::new(false),
            limits: ArcSwap::default(),
            windows: ArcSwap::from_pointee(windows.clone()),
            hasher: RandomState::new(),
            shards: std::array::from_fn(|_| Mutex::default()),
        };
        quotas.set(image);
        quotas
    }

    /// The quotas, or the windows they are measured in, have changed.
    pub fn follow(&self, before: &Image, after: &Image, windows: &settings::Quotas) {
        if **self.windows.load() != *windows {
            self.windows.store(Arc::new(windows.clone()));
            self.shards.iter().for_each(|shard| shard.lock().clear());
        }
        if !Arc::ptr_eq(&before.quotas, &after.quotas) {
            self.set(after);
        }
    }

    fn set(&self, image: &Image) {
        let limits = Limits::of(image);
        self.active.store(!limits.is_empty(), Ordering::Release);
        self.limits.store(Arc::new(limits));
    }

    /// Whether there is any quota of users or clients.
    pub fn is_active(&self) -> bool {
        self.active.load(Ordering::Acquire)
    }

    /// Counts, and says how long the client has to wait now.
    pub fn record(&self, what: What, whom: Whom<'_>, amount: f64, now_ms: i64) -> u32 {
        if !self.is_active() {
            return 0;
        }
        let Some((scope, limit)) = self.limits.load().find(what.key(), whom) else { return 0 };
        self.with(what, scope, limit, now_ms, |meter| match meter {
            Meter::Rate(rate) => rate.record(amount, limit, now_ms),
            Meter::Bucket(bucket) => bucket.take(amount, limit, now_ms),
        })
    }

    /// How long the client has to wait before it may do any of this: the question of those who refuse instead of
    /// delaying.
    pub fn wait(&self, what: What, whom: Whom<'_>, now_ms: i64) -> u32 {
        self.record(what, whom, 0.0, now_ms)
    }

    /// The most that a client may be given at once, so that the first answer is not beyond what all windows allow.
    pub fn most(&self, what: What, whom: Whom<'_>) -> Option<f64> {
        if !self.is_active() {
            return None;
        }
        let (_, limit) = self.limits.load().find(what.key(), whom)?;
        let windows = self.windows.load();
        Some(limit * f64::from((windows.window_num - 1).max(1)) * f64::from(windows.window_s.max(1)))
    }

    fn with(&self, what: What, scope: Scope, limit: f64, now_ms: i64, act: impl FnOnce(&mut Meter) -> u32) -> u32 {
        let key = (what, scope);
        let shard = (self.hasher.hash_one(&key) as usize) % SHARDS;
        let mut meters = self.shards[shard].lock();
        if meters.len() >= PER_SHARD && !meters.contains_key(&key) {
            meters.retain(|_, meter| match meter {
                Meter::Rate(rate) => !rate.is_idle(now_ms),
                Meter::Bucket(bucket) => !bucket.is_full(now_ms),
            });
            if meters.len() >= PER_SHARD {
                meters.clear(); // all of them busy: begin anew rather than grow
            }
        }
        let windows = self.windows.load();
        let meter = meters.entry(key).or_insert_with(|| match what {
            What::Mutation => {
                Meter::Bucket(Bucket::new(limit, windows.controller_window_num, windows.controller_window_s, now_ms))
            }
            _ => Meter::Rate(Rate::new(windows.window_num, windows.window_s, now_ms)),
        });
        act(meter)
    }

    /// The longest wait for time spent on requests: one window, so that a client with a tiny share is not locked out.
    pub fn longest_request_wait_ms(&self) -> u32 {
        u32::try_from(self.windows.load().window_s).unwrap_or(1).saturating_mul(1000)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::broker::controller::quotas::{Wanted, alter};
    use crate::config::layers::Layers;
    use crate::config::settings::Settings;

    /// Entity, key and value.
    type Given<'a> = (&'a [(&'a str, Option<&'a str>)], &'a str, f64);

    fn image(quotas: &[Given<'_>]) -> Image {
        let mut image = Image::empty("c".into());
        for (entity, key, value) in quotas {
            let entity = entity.iter().map(|(kind, name)| ((*kind).into(), name.map(Into::into))).collect();
            let wanted = Wanted { entity, changes: vec![((*key).into(), Some(*value))] };
            alter(&image, &[wanted], false).records.into_iter().for_each(|record| image.apply(record).unwrap());
        }
        image
    }

    fn quotas(image: &Image) -> Quotas {
        Quotas::new(image, &Settings::of(&Layers::default()).quotas)
    }

    #[test]
    fn without_a_quota_nobody_waits_and_nothing_is_kept() {
        let quotas = quotas(&image(&[]));
        let whom = Whom { user: "a", client_id: "x" };
        assert!(!quotas.is_active());
        assert_eq!(quotas.record(What::Produce, whom, 1e12, 0), 0);
        assert!(quotas.shards.iter().all(|shard| shard.lock().is_empty()));
    }

    #[test]
    fn a_client_beyond_its_rate_waits_until_it_is_within_it_again() {
        let quotas = quotas(&image(&[(&[("client-id", Some("x"))], "producer_byte_rate", 1000.0)]));
        let (x, y) = (Whom { user: "a", client_id: "x" }, Whom { user: "a", client_id: "y" });
        // Ten windows of a second are its memory: ten thousand bytes at once are within the rate, more are not.
        assert_eq!(quotas.record(What::Produce, x, 10_000.0, 0), 0);
        assert_eq!(quotas.record(What::Produce, x, 10_000.0, 0), 10_000);
        assert_eq!(quotas.record(What::Produce, y, 1e9, 0), 0, "another client");
        assert_eq!(quotas.record(What::Fetch, x, 1e9, 0), 0, "another quota");
        assert_eq!(quotas.wait(What::Produce, x, 11_000), 0, "what is older than all windows is forgotten");
    }

    #[test]
    fn mutations_are_taken_from_a_bucket_that_fills_again() {
        let quotas = quotas(&image(&[(&[("user", None)], "controller_mutation_rate", 2.0)]));
        let whom = Whom { user: "a", client_id: "x" };
        // Eleven windows of a second: a burst of 22.
        assert_eq!(quotas.record(What::Mutation, whom, 22.0, 0), 0);
        assert_eq!(quotas.record(What::Mutation, whom, 4.0, 0), 2_000);
        assert_eq!(quotas.wait(What::Mutation, whom, 1_000), 1_000);
        assert_eq!(quotas.wait(What::Mutation, whom, 2_000), 0);
    }

    #[test]
    fn memory_for_clients_is_bounded() {
        let quotas = quotas(&image(&[(&[("client-id", None)], "producer_byte_rate", 1.0)]));
        for client in 0..2 * SHARDS * PER_SHARD {
            let id = client.to_string();
            quotas.record(What::Produce, Whom { user: "a", client_id: &id }, 1.0, 0);
        }
        assert!(quotas.shards.iter().all(|shard| shard.lock().len() <= PER_SHARD));
    }
}
