//! The four codecs of record batches, in the framings that Kafka's clients write.
//!
//! What must hold: output never grows past the caller's limit, whatever the input claims (a few bytes can ask for
//! gigabytes), and nothing is reserved on the input's word alone. Every framing met in the wild is read: gzip of
//! several members, snappy with and without the xerial frame, LZ4 frames of any flags, zstd of several frames.

use std::io::{Read, Write};

/// How a batch's records are compressed; the discriminant is the wire's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[repr(u8)]
pub enum Codec {
    #[default]
    None = 0,
    Gzip = 1,
    Snappy = 2,
    Lz4 = 3,
    Zstd = 4,
}

impl Codec {
    pub const ALL: [Codec; 5] = [Codec::None, Codec::Gzip, Codec::Snappy, Codec::Lz4, Codec::Zstd];

    pub fn from_id(id: u8) -> Option<Self> {
        Self::ALL.get(usize::from(id)).copied()
    }

    pub fn id(self) -> u8 {
        self as u8
    }

    /// As in `compression.type`.
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Gzip => "gzip",
            Self::Snappy => "snappy",
            Self::Lz4 => "lz4",
            Self::Zstd => "zstd",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|codec| codec.name() == name)
    }
}

/// Why records could not be decompressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CompressError {
    /// The bytes are not what the codec writes.
    Corrupt(Codec),
    /// More than `limit` bytes would come out.
    TooLarge { codec: Codec, limit: usize },
}

impl std::fmt::Display for CompressError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Corrupt(codec) => write!(f, "the records are not valid {}", codec.name()),
            Self::TooLarge { codec, limit } => {
                write!(f, "the {} records are larger than {limit} bytes when decompressed", codec.name())
            }
        }
    }
}

impl std::error::Error for CompressError {}

/// Decompresses `input` to a new vector of at most `limit` bytes.
pub fn decompress(codec: Codec, input: &[u8], limit: usize) -> Result<Vec<u8>, CompressError> {
    let mut out = Vec::new();
    decompress_into(codec, input, &mut out, limit)?;
    Ok(out)
}

/// Decompresses `input` to the end of `out`, adding at most `limit` bytes.
pub fn decompress_into(codec: Codec, input: &[u8], out: &mut Vec<u8>, limit: usize) -> Result<(), CompressError> {
    match codec {
        Codec::None => {
            if input.len() > limit {
                return Err(CompressError::TooLarge { codec, limit });
            }
            out.extend_from_slice(input);
            Ok(())
        }
        Codec::Gzip => gunzip(input, out, limit),
        Codec::Snappy => unsnap(input, out, limit),
        Codec::Lz4 => unlz4(input, out, limit),
        Codec::Zstd => unzstd(input, out, limit),
    }
}

/// Compresses `input` to the end of `out`, as Kafka's own clients frame it. `level` as in `compression.gzip.level`
/// and its like; `None` is Kafka's default, and codecs without levels ignore it.
pub fn compress_into(codec: Codec, level: Option<i32>, input: &[u8], out: &mut Vec<u8>) {
    const MEMORY: &str = "writing to memory does not fail";
    match codec {
        Codec::None => out.extend_from_slice(input),
        Codec::Gzip => {
            let level = level.map_or_else(flate2::Compression::default, |l| match u32::try_from(l) {
                Ok(l) => flate2::Compression::new(l.min(9)),
                Err(_) => flate2::Compression::default(),
            });
            let mut encoder = flate2::write::GzEncoder::new(out, level);
            encoder.write_all(input).expect(MEMORY);
            encoder.finish().expect(MEMORY);
        }
        Codec::Snappy => snap_xerial(input, out),
        Codec::Lz4 => {
            // The frame that the Java client writes: 64 KiB independent blocks, no checksums, no size.
            let info = lz4_flex::frame::FrameInfo::new()
                .block_size(lz4_flex::frame::BlockSize::Max64KB)
                .block_mode(lz4_flex::frame::BlockMode::Independent);
            let mut encoder = lz4_flex::frame::FrameEncoder::with_frame_info(info, out);
            encoder.write_all(input).expect(MEMORY);
            encoder.finish().expect(MEMORY);
        }
        Codec::Zstd => {
            let level = level.unwrap_or(ZSTD_DEFAULT_LEVEL);
            zstd::stream::copy_encode(input, out, level).expect(MEMORY);
        }
    }
}

const ZSTD_DEFAULT_LEVEL: i32 = 3;

/// Reads `from` to its end, at most `limit` bytes of it; growth follows what really arrives.
fn drain(codec: Codec, mut from: impl Read, out: &mut Vec<u8>, limit: usize) -> Result<(), CompressError> {
    let before = out.len();
    (&mut from).take(limit as u64).read_to_end(out).map_err(|_| CompressError::Corrupt(codec))?;
    if out.len() - before == limit {
        let mut one = [0; 1];
        match from.read(&mut one) {
            Ok(0) => {}
            Ok(_) => return Err(CompressError::TooLarge { codec, limit }),
            Err(_) => return Err(CompressError::Corrupt(codec)),
        }
    }
    Ok(())
}

fn gunzip(mut input: &[u8], out: &mut Vec<u8>, limit: usize) -> Result<(), CompressError> {
    const GZIP_MAGIC: &[u8] = &[0x1f, 0x8b];
    let start = out.len();
    loop {
        let left = limit - (out.len() - start);
        drain(Codec::Gzip, flate2::bufread::GzDecoder::new(&mut input), out, left).map_err(|e| widen(e, limit))?;
        // Further members are read on, anything else after the first is ignored, as Java's reader does.
        if !input.starts_with(GZIP_MAGIC) {
            return Ok(());
        }
    }
}

/// An error about the rest of the budget, told in terms of the whole.
fn widen(error: CompressError, limit: usize) -> CompressError {
    match error {
        CompressError::TooLarge { codec, .. } => CompressError::TooLarge { codec, limit },
        other => other,
    }
}

fn unlz4(mut input: &[u8], out: &mut Vec<u8>, limit: usize) -> Result<(), CompressError> {
    let start = out.len();
    loop {
        let left = limit - (out.len() - start);
        let before = input.len();
        drain(Codec::Lz4, lz4_flex::frame::FrameDecoder::new(&mut input), out, left).map_err(|e| widen(e, limit))?;
        if input.is_empty() {
            return Ok(());
        }
        if input.len() == before {
            return Err(CompressError::Corrupt(Codec::Lz4));
        }
    }
}

fn unzstd(input: &[u8], out: &mut Vec<u8>, limit: usize) -> Result<(), CompressError> {
    let corrupt = |_| CompressError::Corrupt(Codec::Zstd);
    let decoder = zstd::stream::read::Decoder::with_buffer(input).map_err(corrupt)?;
    drain(Codec::Zstd, decoder, out, limit)
}

/// The frame of the xerial library, which Java's clients write: this header, then blocks of a length and raw snappy.
const XERIAL_MAGIC: [u8; 8] = [0x82, b'S', b'N', b'A', b'P', b'P', b'Y', 0];
const XERIAL_HEADER_LEN: usize = 16;
const XERIAL_BLOCK_LEN: usize = 32 * 1024;
/// Raw snappy cannot expand further than this: its densest element is 64 bytes from 3.
const SNAPPY_MAX_RATIO: usize = 32;

fn unsnap(input: &[u8], out: &mut Vec<u8>, limit: usize) -> Result<(), CompressError> {
    const CORRUPT: CompressError = CompressError::Corrupt(Codec::Snappy);
    if !input.starts_with(&XERIAL_MAGIC) {
        return unsnap_block(input, out, limit).map_err(|e| widen(e, limit));
    }
    let start = out.len();
    let mut rest = input;
    while !rest.is_empty() {
        // A stream may be several ones back to back.
        if rest.starts_with(&XERIAL_MAGIC) {
            rest = rest.get(XERIAL_HEADER_LEN..).ok_or(CORRUPT)?;
            continue;
        }
        let (length, after) = rest.split_first_chunk::<4>().ok_or(CORRUPT)?;
        let length = usize::try_from(i32::from_be_bytes(*length)).map_err(|_| CORRUPT)?;
        let block = after.get(..length).ok_or(CORRUPT)?;
        rest = &after[length..];
        unsnap_block(block, out, limit - (out.len() - start)).map_err(|e| widen(e, limit))?;
    }
    Ok(())
}

fn unsnap_block(block: &[u8], out: &mut Vec<u8>, limit: usize) -> Result<(), CompressError> {
    let codec = Codec::Snappy;
    let length = snap::raw::decompress_len(block).map_err(|_| CompressError::Corrupt(codec))?;
    if length > block.len().saturating_mul(SNAPPY_MAX_RATIO) {
        return Err(CompressError::Corrupt(codec));
    }
    if length > limit {
        return Err(CompressError::TooLarge { codec, limit });
    }
    let start = out.len();
    out.resize(start + length, 0);
    snap::raw::Decoder::new().decompress(block, &mut out[start..]).map_err(|_| CompressError::Corrupt(codec))?;
    Ok(())
}

fn snap_xerial(input: &[u8], out: &mut Vec<u8>) {
    out.extend_from_slice(&XERIAL_MAGIC);
    out.extend_from_slice(&1i32.to_be_bytes()); // version
    out.extend_from_slice(&1i32.to_be_bytes()); // oldest compatible version
    let mut encoder = snap::raw::Encoder::new();
    for block in input.chunks(XERIAL_BLOCK_LEN) {
        let at = out.len();
        out.resize(at + 4 + snap::raw::max_compress_len(block.len()), 0);
        let length = encoder.compress(block, &mut out[at + 4..]).expect("the output has room for the worst case");
        out[at..at + 4].copy_from_slice(&(length as u32).to_be_bytes());
        out.truncate(at + 4 + length);
    }
}

#[cfg(test)]
#[path = "compress_tests.rs"]
mod tests;
