//! Reads the primitives of the wire from a frame, and believes nothing that it has not measured.

use std::fmt;

use bytes::Bytes;

use crate::types::{Records, Str, Tags, Uuid};

/// How many times its own size a frame may make the decoder hold.
pub const ALLOWANCE: usize = 16;
/// What even the smallest frame may cost.
const FLOOR: usize = 16 * 1024;

/// Why a frame could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// The frame ends inside of a value.
    Short { wanted: usize, left: usize },
    /// A length or count below -1, or -1 where null is not allowed.
    BadLength(i64),
    /// A count that the rest of the frame cannot hold.
    TooMany { count: usize, left: usize },
    /// The frame would take up far more memory than its own size.
    TooLarge,
    /// A string is not UTF-8.
    NotUtf8,
    /// A variable-length integer goes on for too long.
    BadVarint,
    /// Tags must rise, and their content must fill their size.
    BadTag(u32),
    /// Bytes are left over after the last field.
    Trailing(usize),
    /// The message has no such version.
    Version { name: &'static str, version: i16 },
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DecodeError::Short { wanted, left } => write!(f, "{wanted} bytes wanted, {left} left"),
            DecodeError::BadLength(n) => write!(f, "a length of {n}"),
            DecodeError::TooMany { count, left } => write!(f, "{count} elements cannot fit in {left} bytes"),
            DecodeError::TooLarge => write!(f, "the content is many times larger than its frame"),
            DecodeError::NotUtf8 => write!(f, "a string is not UTF-8"),
            DecodeError::BadVarint => write!(f, "a variable-length integer is too long"),
            DecodeError::BadTag(tag) => write!(f, "tagged field {tag} is out of order or of a wrong size"),
            DecodeError::Trailing(n) => write!(f, "{n} bytes left over at the end"),
            DecodeError::Version { name, version } => write!(f, "{name} has no version {version}"),
        }
    }
}

impl std::error::Error for DecodeError {}

type Result<T> = std::result::Result<T, DecodeError>;

/// A place in a frame.
pub struct Reader {
    frame: Bytes,
    pos: usize,
    /// How many more bytes of memory vectors may take.
    allowance: usize,
}

macro_rules! fixed {
    ($($name:ident: $ty:ty),*) => {$(
        pub fn $name(&mut self) -> Result<$ty> {
            const N: usize = size_of::<$ty>();
            let raw: [u8; N] = self.peek(N)?.try_into().expect("the slice has the width that was asked for");
            self.pos += N;
            Ok(<$ty>::from_be_bytes(raw))
        }
    )*};
}

impl Reader {
    pub fn new(frame: Bytes) -> Reader {
        let allowance = frame.len().saturating_mul(ALLOWANCE).saturating_add(FLOOR);
        Reader { frame, pos: 0, allowance }
    }

    /// For a reader of files: every value still takes its bytes of the frame, but vectors may grow as they must.
    pub fn unbudgeted(frame: Bytes) -> Reader {
        Reader { frame, pos: 0, allowance: usize::MAX }
    }

    pub fn remaining(&self) -> usize {
        self.frame.len() - self.pos
    }

    pub fn position(&self) -> usize {
        self.pos
    }

    /// The end of a message: nothing may be left.
    pub fn finish(&self) -> Result<()> {
        match self.remaining() {
            0 => Ok(()),
            n => Err(DecodeError::Trailing(n)),
        }
    }

    /// All that is left, shared with the frame.
    pub fn rest(&mut self) -> Bytes {
        let rest = self.frame.slice(self.pos..);
        self.pos = self.frame.len();
        rest
    }

    fn peek(&self, n: usize) -> Result<&[u8]> {
        let left = self.remaining();
        self.frame.get(self.pos..self.pos.saturating_add(n)).ok_or(DecodeError::Short { wanted: n, left })
    }

    pub fn take(&mut self, n: usize) -> Result<Bytes> {
        self.peek(n)?;
        let slice = self.frame.slice(self.pos..self.pos + n);
        self.pos += n;
        Ok(slice)
    }

    fixed!(i8: i8, i16: i16, i32: i32, i64: i64, u8: u8, u16: u16, u32: u32, f64: f64);

    pub fn bool(&mut self) -> Result<bool> {
        Ok(self.u8()? != 0)
    }

    pub fn uuid(&mut self) -> Result<Uuid> {
        let raw = self.peek(16)?.try_into().expect("the slice is 16 bytes wide");
        self.pos += 16;
        Ok(Uuid(raw))
    }

    /// An unsigned variable-length integer of at most 32 bits.
    pub fn uvarint(&mut self) -> Result<u32> {
        let mut value: u32 = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.u8()?;
            if shift == 28 && byte > 0x0f {
                return Err(DecodeError::BadVarint);
            }
            value |= u32::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        Err(DecodeError::BadVarint)
    }

    /// A length: -1 for null. `short` lengths have two bytes, others four; compact ones are a varint, one higher.
    fn length(&mut self, compact: bool, short: bool) -> Result<Option<usize>> {
        let n = match (compact, short) {
            (true, _) => i64::from(self.uvarint()?) - 1,
            (false, true) => i64::from(self.i16()?),
            (false, false) => i64::from(self.i32()?),
        };
        match n {
            -1 => Ok(None),
            0.. => Ok(Some(n as usize)),
            _ => Err(DecodeError::BadLength(n)),
        }
    }

    pub fn nullable_string(&mut self, compact: bool) -> Result<Option<Str>> {
        let Some(n) = self.length(compact, true)? else { return Ok(None) };
        Str::try_from(self.take(n)?).map(Some).map_err(|_| DecodeError::NotUtf8)
    }

    pub fn string(&mut self, compact: bool) -> Result<Str> {
        self.nullable_string(compact)?.ok_or(DecodeError::BadLength(-1))
    }

    pub fn nullable_bytes(&mut self, compact: bool) -> Result<Option<Bytes>> {
        let Some(n) = self.length(compact, false)? else { return Ok(None) };
        self.take(n).map(Some)
    }

    pub fn bytes(&mut self, compact: bool) -> Result<Bytes> {
        self.nullable_bytes(compact)?.ok_or(DecodeError::BadLength(-1))
    }

    pub fn nullable_records(&mut self, compact: bool) -> Result<Option<Records>> {
        Ok(self.nullable_bytes(compact)?.map(Records::Bytes))
    }

    pub fn records(&mut self, compact: bool) -> Result<Records> {
        self.bytes(compact).map(Records::Bytes)
    }

    /// A vector of elements of which each takes at least `least` bytes of the frame.
    pub fn nullable_array<T>(
        &mut self,
        compact: bool,
        least: usize,
        mut element: impl FnMut(&mut Reader) -> Result<T>,
    ) -> Result<Option<Vec<T>>> {
        let Some(count) = self.length(compact, false)? else { return Ok(None) };
        let left = self.remaining();
        if count.saturating_mul(least.max(1)) > left {
            return Err(DecodeError::TooMany { count, left });
        }
        let cost = count.saturating_mul(size_of::<T>());
        self.allowance = self.allowance.checked_sub(cost).ok_or(DecodeError::TooLarge)?;
        let mut elements = Vec::with_capacity(count);
        for _ in 0..count {
            elements.push(element(self)?);
        }
        Ok(Some(elements))
    }

    pub fn array<T>(
        &mut self,
        compact: bool,
        least: usize,
        element: impl FnMut(&mut Reader) -> Result<T>,
    ) -> Result<Vec<T>> {
        self.nullable_array(compact, least, element)?.ok_or(DecodeError::BadLength(-1))
    }

    /// A nullable struct begins with -1 for null, 1 for present.
    pub fn present(&mut self) -> Result<bool> {
        Ok(self.i8()? >= 0)
    }

    /// The same of a struct in a tagged field.
    pub fn present_tagged(&mut self) -> Result<bool> {
        Ok(self.uvarint()? > 0)
    }

    /// The tagged fields at the end of a flexible struct. `known` reads one and says whether it knew the tag.
    pub fn tags(&mut self, mut known: impl FnMut(&mut Reader, u32) -> Result<bool>) -> Result<Tags> {
        let count = self.uvarint()?;
        let mut unknown = Tags::default();
        let mut last = None;
        for _ in 0..count {
            let tag = self.uvarint()?;
            let size = self.uvarint()? as usize;
            if last.is_some_and(|l| tag <= l) || size > self.remaining() {
                return Err(DecodeError::BadTag(tag));
            }
            last = Some(tag);
            let end = self.pos + size;
            if known(self, tag)? {
                if self.pos != end {
                    return Err(DecodeError::BadTag(tag));
                }
            } else {
                self.allowance = self.allowance.checked_sub(64).ok_or(DecodeError::TooLarge)?;
                unknown.push(tag, self.take(size)?);
            }
        }
        Ok(unknown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reader(bytes: &'static [u8]) -> Reader {
        Reader::new(Bytes::from_static(bytes))
    }

    #[test]
    fn a_count_that_the_frame_cannot_hold_is_refused_before_memory_is_reserved() {
        let mut r = reader(&[0x7f, 0xff, 0xff, 0xff, 1, 2]);
        assert_eq!(r.array(false, 4, |r| r.i32()), Err(DecodeError::TooMany { count: 0x7fff_ffff, left: 2 }));
    }

    #[test]
    fn a_varint_of_more_than_32_bits_is_refused() {
        assert_eq!(reader(&[0xff, 0xff, 0xff, 0xff, 0x0f]).uvarint(), Ok(u32::MAX));
        assert_eq!(reader(&[0xff, 0xff, 0xff, 0xff, 0x1f]).uvarint(), Err(DecodeError::BadVarint));
        assert_eq!(reader(&[0xff; 9]).uvarint(), Err(DecodeError::BadVarint));
    }

    #[test]
    fn tags_must_rise_and_fill_their_size() {
        let mut r = reader(&[2, 5, 0, 4, 0]);
        assert_eq!(r.tags(|_, _| Ok(false)), Err(DecodeError::BadTag(4)));
        let mut r = reader(&[1, 0, 2, 9, 9]);
        assert_eq!(r.tags(|r, _| r.i8().map(|_| true)), Err(DecodeError::BadTag(0)));
    }
}
