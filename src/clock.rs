//! Time that a test can hold.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

/// Where the broker reads the time of day.
#[derive(Clone, Debug, Default)]
pub enum Clock {
    #[default]
    System,
    /// Stands still until it is set.
    Held(Arc<AtomicI64>),
}

impl Clock {
    pub fn held(now_ms: i64) -> Clock {
        Clock::Held(Arc::new(AtomicI64::new(now_ms)))
    }

    /// Milliseconds since 1970. A system clock before that reads as 0.
    pub fn now_ms(&self) -> i64 {
        match self {
            Clock::System => {
                let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
                i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
            }
            Clock::Held(now) => now.load(Ordering::Acquire),
        }
    }

    /// Moves a held clock; the system's goes by itself.
    pub fn set(&self, now_ms: i64) {
        if let Clock::Held(now) = self {
            now.store(now_ms, Ordering::Release);
        }
    }
}
