//! The golden cases, and a seeded source of numbers.

#![allow(dead_code, reason = "each test binary uses its own part")]

use bytes::Bytes;

/// One line of a golden file: what the original's own class wrote.
pub struct Case {
    pub name: &'static str,
    pub version: i16,
    pub variant: &'static str,
    pub bytes: Bytes,
    pub json: &'static str,
}

const FILES: [&str; 5] = [
    include_str!("../../golden/requests.tsv"),
    include_str!("../../golden/responses.tsv"),
    include_str!("../../golden/group.tsv"),
    include_str!("../../golden/metadata.tsv"),
    include_str!("../../golden/data.tsv"),
];

pub fn cases() -> Vec<Case> {
    FILES.iter().flat_map(|file| file.lines()).map(case).collect()
}

/// Every message and version that the original has, once.
pub fn versions() -> Vec<(&'static str, i16)> {
    let mut all: Vec<_> = cases().iter().map(|case| (case.name, case.version)).collect();
    all.dedup();
    all
}

fn case(line: &'static str) -> Case {
    let mut fields = line.splitn(5, '\t');
    let mut next = || fields.next().expect("five fields a line");
    Case {
        name: next(),
        version: next().parse().expect("a version"),
        variant: next(),
        bytes: unhex(next()),
        json: next(),
    }
}

pub fn unhex(hex: &str) -> Bytes {
    let digits = hex.as_bytes().chunks_exact(2);
    digits.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap()).collect()
}

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// xorshift64*: the same numbers on every machine.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    pub fn below(&mut self, limit: u64) -> u64 {
        (self.next() >> 11) % limit
    }
}
