//! Messages of formats 0 and 1, which Kafka wrote until 0.11 and kept in its logs until they were rewritten.
//!
//! Each is offset, size, CRC-32, magic, attributes, (format 1: timestamp,) key, value. A compressed one wraps others in
//! its value: with their own offsets in format 0, with offsets counted from the first in format 1.

use crate::protocol::compress::{self, Codec};

const HEAD: usize = 12;
const CRC_AT: usize = HEAD;
const MAGIC_AT: usize = HEAD + 4;
const ATTRIBUTES_AT: usize = HEAD + 5;
const TIMESTAMP_AT: usize = HEAD + 6;
const LEAST: usize = HEAD + 14;
/// What a wrapper's messages may come to.
pub const MAX_UNPACKED: usize = 1 << 30;

/// One message, perhaps one that wraps others.
#[derive(Clone, Copy, Debug)]
pub struct Legacy<'a> {
    bytes: &'a [u8],
    pub offset: i64,
    pub magic: i8,
    pub key: Option<&'a [u8]>,
    pub value: Option<&'a [u8]>,
}

fn number<const N: usize>(bytes: &[u8], at: usize) -> Result<[u8; N], &'static str> {
    bytes.get(at..at + N).and_then(|part| part.try_into().ok()).ok_or("the message is cut off")
}

/// The sized field at `at`, and where it ends; a negative size is null.
fn field(bytes: &[u8], at: usize) -> Result<(Option<&[u8]>, usize), &'static str> {
    let size = i32::from_be_bytes(number(bytes, at)?);
    let Ok(size) = usize::try_from(size) else { return Ok((None, at + 4)) };
    let end = at.checked_add(4 + size).ok_or("a field of the message is too long")?;
    Ok((Some(bytes.get(at + 4..end).ok_or("a field of the message goes past its end")?), end))
}

impl<'a> Legacy<'a> {
    /// From the bytes of one message, offset and size included.
    pub fn parse(bytes: &'a [u8]) -> Result<Self, &'static str> {
        if bytes.len() < LEAST {
            return Err("the message is cut off");
        }
        let magic = bytes[MAGIC_AT] as i8;
        let key_at = match magic {
            0 => TIMESTAMP_AT,
            1 => TIMESTAMP_AT + 8,
            _ => return Err("the message has another format than the one around it"),
        };
        let (key, value_at) = field(bytes, key_at)?;
        let (value, _) = field(bytes, value_at)?;
        Ok(Self { bytes, offset: i64::from_be_bytes(number(bytes, 0)?), magic, key, value })
    }

    pub fn crc(&self) -> u32 {
        u32::from_be_bytes(number(self.bytes, CRC_AT).expect("parse has measured it"))
    }

    pub fn is_valid(&self) -> bool {
        let mut crc = flate2::Crc::new();
        crc.update(&self.bytes[MAGIC_AT..]);
        crc.sum() == self.crc()
    }

    pub fn codec_id(&self) -> u8 {
        self.bytes[ATTRIBUTES_AT] & 7
    }

    /// As `TimestampType` prints itself.
    pub fn timestamp_type(&self) -> &'static str {
        match (self.magic, self.bytes[ATTRIBUTES_AT] & 8) {
            (0, _) => "NoTimestampType",
            (_, 0) => "CreateTime",
            _ => "LogAppendTime",
        }
    }

    pub fn timestamp(&self) -> i64 {
        match self.magic {
            0 => -1,
            _ => i64::from_be_bytes(number(self.bytes, TIMESTAMP_AT).expect("parse has measured it")),
        }
    }

    /// The messages' bytes that this one wraps; `None` when it is one by itself.
    pub fn unpack(&self) -> Result<Option<Vec<u8>>, String> {
        let codec =
            Codec::from_id(self.codec_id()).ok_or(format!("Unknown compression type id: {}", self.codec_id()))?;
        if codec == Codec::None {
            return Ok(None);
        }
        let value = self.value.ok_or("Found invalid compressed record set with null value")?;
        let mended = (codec == Codec::Lz4 && self.magic == 0).then(|| lz4_with_its_checksum(value));
        let value = mended.as_deref().unwrap_or(value);
        compress::decompress(codec, value, MAX_UNPACKED).map(Some).map_err(|error| error.to_string())
    }

    /// The messages in what [`unpack`](Self::unpack) gave, each with its absolute offset and its timestamp.
    pub fn inner<'b>(&self, unpacked: &'b [u8]) -> Result<Vec<(i64, i64, Legacy<'b>)>, String> {
        let mut found = Vec::new();
        let mut rest = unpacked;
        while !rest.is_empty() {
            let size = number(rest, 8).map(i32::from_be_bytes)?;
            let size = usize::try_from(size).map_err(|_| "a message in the wrapper has no size")?;
            let bytes = rest.get(..HEAD + size).ok_or("a message in the wrapper is cut off")?;
            let message = Legacy::parse(bytes)?;
            if message.magic != self.magic {
                return Err(format!(
                    "Compressed message magic {} does not match wrapper magic {}",
                    message.magic, self.magic
                ));
            }
            found.push(message);
            rest = &rest[HEAD + size..];
        }
        let last = found.last().ok_or("Found invalid compressed record set with no inner records")?;
        let base = if self.magic == 1 { self.offset.saturating_sub(last.offset) } else { 0 };
        let stamped = self.timestamp_type() == "LogAppendTime";
        let place = |message: Legacy<'b>| {
            let timestamp = if stamped { self.timestamp() } else { message.timestamp() };
            (base.saturating_add(message.offset), timestamp, message)
        };
        Ok(found.into_iter().map(place).collect())
    }
}

/// In format 0 the header of an lz4 frame has a wrong checksum (KAFKA-3160): the frame with the right one.
fn lz4_with_its_checksum(frame: &[u8]) -> Vec<u8> {
    const DESCRIPTOR_AT: usize = 4;
    const HAS_CONTENT_SIZE: u8 = 8;
    let mut frame = frame.to_vec();
    let size = if frame.get(DESCRIPTOR_AT).is_some_and(|flags| flags & HAS_CONTENT_SIZE != 0) { 10 } else { 2 };
    if let Some((descriptor, [checksum, ..])) =
        frame.get_mut(DESCRIPTOR_AT..).and_then(|rest| rest.split_at_mut_checked(size))
    {
        *checksum = (xxh32_short(descriptor) >> 8) as u8;
    }
    frame
}

/// XXH32 of fewer than 16 bytes, with seed 0.
fn xxh32_short(bytes: &[u8]) -> u32 {
    const PRIMES: [u32; 5] = [2_654_435_761, 2_246_822_519, 3_266_489_917, 668_265_263, 374_761_393];
    let mut hash = PRIMES[4].wrapping_add(bytes.len() as u32);
    let mut words = bytes.chunks_exact(4);
    for word in &mut words {
        let word = u32::from_le_bytes([word[0], word[1], word[2], word[3]]);
        hash = hash.wrapping_add(word.wrapping_mul(PRIMES[2])).rotate_left(17).wrapping_mul(PRIMES[3]);
    }
    for byte in words.remainder() {
        hash = hash.wrapping_add(u32::from(*byte).wrapping_mul(PRIMES[4])).rotate_left(11).wrapping_mul(PRIMES[0]);
    }
    hash = (hash ^ (hash >> 15)).wrapping_mul(PRIMES[1]);
    hash = (hash ^ (hash >> 13)).wrapping_mul(PRIMES[2]);
    hash ^ (hash >> 16)
}
