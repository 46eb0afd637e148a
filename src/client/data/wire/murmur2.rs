//! The hash that decides where a key lives: 32-bit murmur2 with the seed of Kafka's Java producer.
//!
//! Public domain algorithm by Austin Appleby. What must hold: a key lands in the partition where the Java producer
//! puts it, or two programs writing the same key would no longer keep its order.

/// The partition of `key` among `count` (which is positive).
pub fn partition(key: &[u8], count: i32) -> i32 {
    (hash(key) & 0x7fff_ffff) as i32 % count
}

fn hash(data: &[u8]) -> u32 {
    const SEED: u32 = 0x9747_b28c;
    const M: u32 = 0x5bd1_e995;
    const R: u32 = 24;
    let mut h = SEED ^ data.len() as u32;
    let words = data.chunks_exact(4);
    let tail = words.remainder();
    for word in words {
        let mut k = u32::from_le_bytes([word[0], word[1], word[2], word[3]]).wrapping_mul(M);
        k ^= k >> R;
        h = h.wrapping_mul(M) ^ k.wrapping_mul(M);
    }
    if !tail.is_empty() {
        for (i, byte) in tail.iter().enumerate() {
            h ^= u32::from(*byte) << (8 * i);
        }
        h = h.wrapping_mul(M);
    }
    h ^= h >> 13;
    h = h.wrapping_mul(M);
    h ^ (h >> 15)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Computed by the Java client (`Utils.murmur2`).
    #[test]
    fn hashes_are_those_of_the_java_client() {
        for (key, expected) in [
            ("21", -973932308),
            ("foobar", -790332482),
            ("a-little-bit-long-string", -985981536),
            ("a-little-bit-longer-string", -1486304829),
            ("lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8", -58897971),
            ("abc", 479470107),
            ("", 275646681),
        ] {
            assert_eq!(hash(key.as_bytes()) as i32, expected, "{key}");
        }
    }
}
