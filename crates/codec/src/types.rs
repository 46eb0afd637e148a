//! The values of the wire that Rust has no type of its own for.

use std::fmt;
use std::fs::File;
use std::str::FromStr;
use std::sync::Arc;

use bytes::Bytes;

/// A string that shares the frame it was read from.
pub type Str = bytestring::ByteString;

/// A 128-bit id, printed as the original does: base64 with `-` and `_`, 22 letters, no padding.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Uuid(pub [u8; 16]);

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

impl Uuid {
    pub const ZERO: Uuid = Uuid([0; 16]);
    /// The topic id of `__cluster_metadata`.
    pub const METADATA_TOPIC: Uuid = Uuid([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);

    pub fn is_zero(&self) -> bool {
        *self == Self::ZERO
    }
}

impl fmt::Display for Uuid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bits = u128::from_be_bytes(self.0);
        for i in 0..22u32 {
            // 22 letters carry 132 bits: the last letter holds two bits and four zeros.
            let shift = 122 - 6 * i as i32;
            let six = if shift >= 0 { bits >> shift } else { bits << -shift } as usize & 63;
            fmt::Write::write_char(f, LETTERS[six] as char)?;
        }
        Ok(())
    }
}

impl fmt::Debug for Uuid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Uuid {
    type Err = &'static str;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let s = s.trim_end_matches('=');
        if s.len() != 22 {
            return Err("an id has 22 letters");
        }
        let mut bits: u128 = 0;
        for (i, c) in s.bytes().enumerate() {
            let six = LETTERS.iter().position(|l| *l == c).ok_or("an id is made of letters, digits, - and _")? as u128;
            bits = if i < 21 { bits << 6 | six } else { bits << 2 | six >> 4 };
        }
        Ok(Uuid(bits.to_be_bytes()))
    }
}

/// A part of a file that is sent as it stands.
#[derive(Clone, Debug)]
pub struct FileRegion {
    pub file: Arc<File>,
    pub offset: u64,
    pub len: u64,
}

impl PartialEq for FileRegion {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.file, &other.file) && self.offset == other.offset && self.len == other.len
    }
}

/// Record batches: bytes that came in a frame, or regions of files that will leave by sendfile.
#[derive(Clone, Debug, PartialEq)]
pub enum Records {
    Bytes(Bytes),
    Files(Vec<FileRegion>),
}

impl Records {
    pub fn len(&self) -> u64 {
        match self {
            Records::Bytes(b) => b.len() as u64,
            Records::Files(regions) => regions.iter().map(|r| r.len).sum(),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The bytes of records that were decoded; regions of files have none at hand.
    pub fn bytes(&self) -> Option<&Bytes> {
        match self {
            Records::Bytes(b) => Some(b),
            Records::Files(_) => None,
        }
    }
}

impl Default for Records {
    fn default() -> Self {
        Records::Bytes(Bytes::new())
    }
}

impl From<Bytes> for Records {
    fn from(b: Bytes) -> Self {
        Records::Bytes(b)
    }
}

impl From<Vec<FileRegion>> for Records {
    fn from(regions: Vec<FileRegion>) -> Self {
        Records::Files(regions)
    }
}

/// Tagged fields that this version of the codec does not know, kept so that a rewrite does not lose them.
/// One word wide when there are none, which is nearly always.
#[allow(clippy::box_collection)] // a Vec would be three words in each of thousands of structs
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tags(Option<Box<Vec<(u32, Bytes)>>>);

impl Tags {
    pub fn as_slice(&self) -> &[(u32, Bytes)] {
        self.0.as_deref().map_or(&[], |v| v.as_slice())
    }

    pub fn is_empty(&self) -> bool {
        self.as_slice().is_empty()
    }

    pub fn push(&mut self, tag: u32, bytes: Bytes) {
        self.0.get_or_insert_default().push((tag, bytes));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_prints_and_parses_as_the_originals() {
        assert_eq!(Uuid::METADATA_TOPIC.to_string(), "AAAAAAAAAAAAAAAAAAAAAQ");
        let id = Uuid([0xff, 0xee, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 0xf3]);
        assert_eq!(id.to_string().parse(), Ok(id));
        assert!("short".parse::<Uuid>().is_err());
        assert!("ü".repeat(11).parse::<Uuid>().is_err());
    }
}
