//! Writes the primitives of the wire as a list of chunks, so that what is large is never copied.

use std::fmt;
use std::fs::File;
use std::sync::Arc;

use bytes::{BufMut, Bytes, BytesMut};

use crate::types::{Records, Str, Tags, Uuid};

/// Byte strings from this size on become a chunk of their own.
const SHARE_FROM: usize = 2048;

/// A piece of an encoded message.
#[derive(Clone, Debug)]
pub enum Chunk {
    Bytes(Bytes),
    File { file: Arc<File>, offset: u64, len: u64 },
}

impl Chunk {
    pub fn len(&self) -> u64 {
        match self {
            Chunk::Bytes(b) => b.len() as u64,
            Chunk::File { len, .. } => *len,
        }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// A field is set that the version asked for cannot carry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EncodeError {
    Field { field: &'static str, version: i16 },
    Null { field: &'static str, version: i16 },
    Version { name: &'static str, version: i16 },
}

impl fmt::Display for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            EncodeError::Field { field, version } => write!(f, "version {version} has no field {field}"),
            EncodeError::Null { field, version } => write!(f, "field {field} may not be null in version {version}"),
            EncodeError::Version { name, version } => write!(f, "{name} has no version {version}"),
        }
    }
}

impl std::error::Error for EncodeError {}

/// A message in the making.
#[derive(Default)]
pub struct Writer {
    done: Vec<Chunk>,
    tail: BytesMut,
}

macro_rules! fixed {
    ($($name:ident($put:ident): $ty:ty),*) => {$(
        pub fn $name(&mut self, value: $ty) {
            self.tail.$put(value);
        }
    )*};
}

impl Writer {
    pub fn new() -> Writer {
        Writer::default()
    }

    pub fn with_capacity(bytes: usize) -> Writer {
        Writer { done: Vec::new(), tail: BytesMut::with_capacity(bytes) }
    }

    /// How many bytes have been written, regions of files included.
    pub fn len(&self) -> u64 {
        self.done.iter().map(Chunk::len).sum::<u64>() + self.tail.len() as u64
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn finish(mut self) -> Vec<Chunk> {
        if !self.tail.is_empty() {
            self.done.push(Chunk::Bytes(self.tail.freeze()));
        }
        self.done
    }

    /// Everything in one piece, for messages without regions of files: those are left out.
    pub fn into_bytes(mut self) -> Bytes {
        if self.done.is_empty() {
            return self.tail.freeze();
        }
        let mut all = BytesMut::with_capacity(self.len() as usize);
        self.done.push(Chunk::Bytes(self.tail.freeze()));
        for chunk in &self.done {
            match chunk {
                Chunk::Bytes(b) => all.extend_from_slice(b),
                Chunk::File { .. } => debug_assert!(false, "a message with regions of files is sent in chunks"),
            }
        }
        all.freeze()
    }

    fixed!(i8(put_i8): i8, i16(put_i16): i16, i32(put_i32): i32, i64(put_i64): i64,
           u8(put_u8): u8, u16(put_u16): u16, u32(put_u32): u32, f64(put_f64): f64);

    pub fn bool(&mut self, value: bool) {
        self.tail.put_u8(u8::from(value));
    }

    pub fn uuid(&mut self, value: &Uuid) {
        self.tail.extend_from_slice(&value.0);
    }

    pub fn uvarint(&mut self, mut value: u32) {
        while value >= 0x80 {
            self.tail.put_u8(value as u8 | 0x80);
            value >>= 7;
        }
        self.tail.put_u8(value as u8);
    }

    /// Bytes as they are, without a length.
    pub fn raw(&mut self, bytes: &[u8]) {
        self.tail.extend_from_slice(bytes);
    }

    /// Bytes as they are, shared when they are many.
    pub fn raw_shared(&mut self, bytes: &Bytes) {
        if bytes.len() < SHARE_FROM {
            self.tail.extend_from_slice(bytes);
        } else {
            self.cut();
            self.done.push(Chunk::Bytes(bytes.clone()));
        }
    }

    fn cut(&mut self) {
        if !self.tail.is_empty() {
            self.done.push(Chunk::Bytes(self.tail.split().freeze()));
        }
    }

    fn length(&mut self, n: u64, compact: bool) {
        if compact {
            self.uvarint(u32::try_from(n + 1).unwrap_or(u32::MAX));
        } else {
            self.i32(i32::try_from(n).unwrap_or(i32::MAX));
        }
    }

    fn null(&mut self, compact: bool) {
        if compact {
            self.uvarint(0);
        } else {
            self.i32(-1);
        }
    }

    pub fn string(&mut self, value: &Str, compact: bool) {
        if compact {
            self.uvarint(value.len() as u32 + 1);
            self.raw(value.as_bytes());
        } else {
            // Strings of the old versions have 15-bit lengths; a longer one is cut at a letter's border rather than
            // sent with a length that is a lie.
            let mut end = value.len().min(i16::MAX as usize);
            while !value.is_char_boundary(end) {
                end -= 1;
            }
            self.i16(end as i16);
            self.raw(&value.as_bytes()[..end]);
        }
    }

    pub fn nullable_string(&mut self, value: &Option<Str>, compact: bool) {
        match value {
            Some(value) => self.string(value, compact),
            None if compact => self.uvarint(0),
            None => self.i16(-1),
        }
    }

    pub fn bytes(&mut self, value: &Bytes, compact: bool) {
        self.length(value.len() as u64, compact);
        self.raw_shared(value);
    }

    pub fn nullable_bytes(&mut self, value: &Option<Bytes>, compact: bool) {
        match value {
            Some(value) => self.bytes(value, compact),
            None => self.null(compact),
        }
    }

    pub fn records(&mut self, value: &Records, compact: bool) {
        self.length(value.len(), compact);
        match value {
            Records::Bytes(b) => self.raw_shared(b),
            Records::Files(regions) => {
                self.cut();
                self.done.extend(regions.iter().map(|r| Chunk::File {
                    file: Arc::clone(&r.file),
                    offset: r.offset,
                    len: r.len,
                }));
            }
        }
    }

    pub fn nullable_records(&mut self, value: &Option<Records>, compact: bool) {
        match value {
            Some(value) => self.records(value, compact),
            None => self.null(compact),
        }
    }

    pub fn array<T>(
        &mut self,
        values: &[T],
        compact: bool,
        mut element: impl FnMut(&mut Writer, &T) -> Result<(), EncodeError>,
    ) -> Result<(), EncodeError> {
        self.length(values.len() as u64, compact);
        values.iter().try_for_each(|value| element(self, value))
    }

    pub fn null_array(&mut self, compact: bool) {
        self.null(compact);
    }

    /// The tagged fields at the end of a flexible struct: the known ones that are set, in the order of their tags,
    /// then those that were read and not known.
    pub fn tags(&mut self, known: Vec<(u32, Writer)>, unknown: &Tags) {
        self.uvarint((known.len() + unknown.as_slice().len()) as u32);
        let mut unknown = unknown.as_slice().iter().peekable();
        for (tag, content) in known {
            while let Some((t, bytes)) = unknown.next_if(|(t, _)| *t < tag) {
                self.tag(*t, bytes);
            }
            self.tag(tag, &content.into_bytes());
        }
        for (tag, bytes) in unknown {
            self.tag(*tag, bytes);
        }
    }

    fn tag(&mut self, tag: u32, content: &Bytes) {
        self.uvarint(tag);
        self.uvarint(content.len() as u32);
        self.raw_shared(content);
    }
}
