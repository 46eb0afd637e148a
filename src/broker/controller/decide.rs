//! What all decisions share: their result, the error of one item, and where chance comes from.
//!
//! A decision is a pure function of an image, a request, the time and a [`Random`]; it makes records and a reply and
//! changes nothing. That way it can be tested, fuzzed and replayed, and a refused one leaves no trace.

use kt_codec::{Str, Uuid};

use super::record::Record;
use crate::config::Refused;
use crate::protocol::code::ErrorCode;

/// The most records that one request may make, as the original has it: a batch must stay small enough to be written
/// in one go.
pub const MAX_RECORDS: usize = 10_000;

/// Records to write, and what to say once they are written. Nothing to write is fine.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision<T> {
    pub records: Vec<Record>,
    pub reply: T,
}

impl<T> Decision<T> {
    pub fn reply(reply: T) -> Decision<T> {
        Decision { records: Vec::new(), reply }
    }

    /// The same answer with nothing written: what validate-only requests get.
    pub fn only_if(mut self, write: bool) -> Decision<T> {
        if !write {
            self.records.clear();
        }
        self
    }
}

impl Decision<Vec<Result<(), Refusal>>> {
    /// Of items that stand each for itself: what one writes, or why it is refused. One with which a request would write
    /// too much is refused as well.
    pub fn of_each(items: impl IntoIterator<Item = Result<Vec<Record>, Refusal>>) -> Self {
        let mut records = Vec::new();
        let mut keep = |mut new: Vec<Record>| {
            if records.len() + new.len() > MAX_RECORDS {
                let message = "Unable to perform excessively large batch operation.";
                return Err(Refusal::new(ErrorCode::POLICY_VIOLATION, message));
            }
            records.append(&mut new);
            Ok(())
        };
        let reply = items.into_iter().map(|item| item.and_then(&mut keep)).collect();
        Decision { records, reply }
    }
}

/// Why one item of a request is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    pub code: ErrorCode,
    /// Without one, clients print the code's own text.
    pub message: Option<Str>,
}

impl Refusal {
    pub fn new(code: ErrorCode, message: impl Into<String>) -> Refusal {
        Refusal { code, message: Some(Str::from(message.into())) }
    }

    /// With the code's own text, as the original sends it for an exception without a message.
    pub fn plain(code: ErrorCode) -> Refusal {
        Refusal::new(code, code.message())
    }

    pub fn invalid_request(message: impl Into<String>) -> Refusal {
        Refusal::new(ErrorCode::INVALID_REQUEST, message)
    }
}

impl From<Refused> for Refusal {
    fn from(refused: Refused) -> Refusal {
        let code = match refused {
            Refused::Config(_) => ErrorCode::INVALID_CONFIG,
            Refused::Request(_) => ErrorCode::INVALID_REQUEST,
        };
        Refusal::new(code, refused.message())
    }
}

/// Where ids and starting points come from.
pub trait Random {
    /// 16 bytes nobody can guess.
    fn bytes(&mut self) -> [u8; 16];

    /// A number from 0 up to `n`, not included; 0 when `n` is 0.
    fn below(&mut self, n: usize) -> usize {
        let [a, b, c, d, e, f, g, h, ..] = self.bytes();
        let number = u64::from_be_bytes([a, b, c, d, e, f, g, h]);
        if n == 0 { 0 } else { (number % n as u64) as usize }
    }

    /// A random (version 4) id: never a reserved one, and none that begins with a dash, which a command line would
    /// take for an option.
    fn uuid(&mut self) -> Uuid {
        loop {
            let mut bytes = self.bytes();
            bytes[6] = bytes[6] & 0x0f | 0x40;
            bytes[8] = bytes[8] & 0x3f | 0x80;
            // The first letter is a dash when the first six bits are 62.
            if bytes[0] >> 2 != 62 {
                return Uuid(bytes);
            }
        }
    }
}

/// Puts the items in a random order.
pub fn shuffle<T>(random: &mut dyn Random, items: &mut [T]) {
    for i in (1..items.len()).rev() {
        items.swap(i, random.below(i + 1));
    }
}

/// The operating system's.
#[derive(Debug, Default)]
pub struct SystemRandom;

impl Random for SystemRandom {
    fn bytes(&mut self) -> [u8; 16] {
        let mut bytes = [0; 16];
        let mut filled = 0;
        while filled < bytes.len() {
            // Interrupted at most; a kernel without getrandom could not run this program's runtime either.
            filled += rustix::rand::getrandom(&mut bytes[filled..], rustix::rand::GetRandomFlags::empty()).unwrap_or(0);
        }
        bytes
    }
}

/// The same numbers for the same seed, for tests.
#[derive(Debug, Clone)]
pub struct Seeded(pub u64);

impl Random for Seeded {
    fn bytes(&mut self) -> [u8; 16] {
        let mut next = || {
            // SplitMix64.
            self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut z = self.0;
            z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            z ^ (z >> 31)
        };
        let (high, low) = (next(), next());
        let mut bytes = [0; 16];
        bytes[..8].copy_from_slice(&high.to_be_bytes());
        bytes[8..].copy_from_slice(&low.to_be_bytes());
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_of_version_4_and_never_begin_with_a_dash() {
        let mut random = Seeded(1);
        for _ in 0..10_000 {
            let id = random.uuid();
            assert!(!id.to_string().starts_with('-'), "{id}");
            assert_eq!((id.0[6] >> 4, id.0[8] >> 6), (4, 2));
        }
        assert_ne!(SystemRandom.uuid(), SystemRandom.uuid());
    }
}
