//! Java's random numbers, so that a seed gives the payloads that the original's tools write.

/// `java.util.SplittableRandom`: a counter and a mixer.
pub struct Splittable {
    seed: u64,
}

impl Splittable {
    const GAMMA: u64 = 0x9e37_79b9_7f4a_7c15;

    pub fn new(seed: u64) -> Self {
        Self { seed }
    }

    fn next(&mut self) -> u32 {
        self.seed = self.seed.wrapping_add(Self::GAMMA);
        let z = (self.seed ^ (self.seed >> 33)).wrapping_mul(0x62a9_d9ed_7997_05f5);
        ((z ^ (z >> 28)).wrapping_mul(0xcb24_d0a5_c88c_35b3) >> 32) as u32
    }

    /// Below `bound`, which must not be 0.
    pub fn below(&mut self, bound: u32) -> u32 {
        if bound.is_power_of_two() {
            return self.next() & (bound - 1);
        }
        loop {
            let u = self.next() >> 1;
            let r = u % bound;
            // The last, incomplete run of remainders is left out, or small numbers would come more often.
            if u - r <= i32::MAX as u32 - (bound - 1) {
                return r;
            }
        }
    }

    /// Letters from A to Z.
    pub fn letters(&mut self, out: &mut Vec<u8>, count: usize) {
        out.extend((0..count).map(|_| b'A' + self.below(26) as u8));
    }
}

/// A new id in Kafka's spelling: 22 letters, digits, `-` and `_`, the first one no `-`.
pub fn uuid() -> String {
    use base64::Engine;
    loop {
        let mut bytes = [0; 16];
        // The system gives so few bytes at once, or it is too early after the machine's start to do anything at all.
        let _ = rustix::rand::getrandom(&mut bytes, rustix::rand::GetRandomFlags::empty());
        bytes[6] = bytes[6] & 0x0f | 0x40;
        bytes[8] = bytes[8] & 0x3f | 0x80;
        let text = base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(bytes);
        if !text.starts_with('-') {
            return text;
        }
    }
}

/// `java.util.Random`.
pub struct JavaRandom {
    seed: u64,
}

impl JavaRandom {
    const MULTIPLIER: u64 = 0x5_DEEC_E66D;
    const MASK: u64 = (1 << 48) - 1;

    pub fn new(seed: u64) -> Self {
        Self { seed: (seed ^ Self::MULTIPLIER) & Self::MASK }
    }

    /// A letter from A to Z.
    pub fn letter(&mut self) -> u8 {
        loop {
            self.seed = self.seed.wrapping_mul(Self::MULTIPLIER).wrapping_add(0xB) & Self::MASK;
            let bits = (self.seed >> 17) as u32;
            let letter = bits % 26;
            if bits - letter <= i32::MAX as u32 - 25 {
                return b'A' + letter as u8;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_the_letters_that_java_gives() {
        let mut random = Splittable::new(0);
        let mut letters = Vec::new();
        random.letters(&mut letters, 100);
        let java =
            "YQHHNEBSEPDNSEIFGAMSUJXKOLTXSPLGHDIOYZJFNIDSPWHZMKVJAXDBZFCOXYKYRJOGYKDESSJMOIIOWVKYUAVWJLXSEPPFEILV";
        assert_eq!(String::from_utf8(letters).unwrap(), java);
        assert_eq!([(); 5].map(|()| random.below(7)), [6, 3, 3, 6, 1]);
        let mut random = JavaRandom::new(0);
        let letters: Vec<u8> = (0..30).map(|_| random.letter()).collect();
        assert_eq!(letters, b"SSXVNJHPDQDXVCRASTVYBCWVMGNYKR");
    }
}
