//! Where a key lives, by each of the hashes that clients use.
//!
//! What must hold: the partition is the one that the other program computes, or the same key would be in two places and
//! its records out of order.

use flate2::Crc;

use super::murmur2;
use crate::client::data::produce::KeyHash;

/// The partition of `key` among `count` (which is positive).
pub fn partition(hash: KeyHash, key: &[u8], count: i32) -> i32 {
    match hash {
        KeyHash::Murmur2 => murmur2::partition(key, count),
        KeyHash::Crc32 => among(crc32(key), count),
        KeyHash::Fnv1a => among(fnv1a(key).unsigned_abs(), count),
    }
}

/// Whether the key decides at all.
pub fn counts(hash: KeyHash, key: &[u8]) -> bool {
    hash != KeyHash::Crc32 || !key.is_empty()
}

fn among(number: u32, count: i32) -> i32 {
    let count = u32::try_from(count).unwrap_or(1).max(1);
    i32::try_from(number % count).expect("it is less than count, an i32")
}

/// That of zlib, whole (`rd_crc32`).
fn crc32(key: &[u8]) -> u32 {
    let mut crc = Crc::new();
    crc.update(key);
    crc.sum()
}

/// 32 bits, taken as signed: Sarama drops the sign after the division, librdkafka before it, which is the same.
fn fnv1a(key: &[u8]) -> i32 {
    let hash = key.iter().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    hash.cast_signed()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_those_of_librdkafka_and_sarama() {
        // The check value of this CRC; the others are in librdkafka's unittest_fnv1a, from Go.
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        for (key, expected) in
            [("kafka", 0x0d33_c4e1), ("giberish123456789", 0x77a5_8295), ("1234", 0x023b_dd03), ("", 0x7ee3_623b)]
        {
            assert_eq!(fnv1a(key.as_bytes()).unsigned_abs(), expected, "{key}");
        }
    }

    #[test]
    fn a_key_lives_in_one_of_the_partitions_and_an_empty_one_may_count_for_none() {
        for hash in [KeyHash::Murmur2, KeyHash::Crc32, KeyHash::Fnv1a] {
            assert!((0..1000).all(|n: i32| (0..7).contains(&partition(hash, n.to_string().as_bytes(), 7))));
        }
        assert!(!counts(KeyHash::Crc32, b"") && counts(KeyHash::Murmur2, b"") && counts(KeyHash::Fnv1a, b""));
        assert_eq!(partition(KeyHash::Crc32, b"123456789", 17), (0xcbf4_3926_u32 % 17) as i32);
    }
}
