//! Random values of every message and version, written by walking the schema rather than by the codec's own encoder,
//! so that the two have to agree.

mod support;

use bytes::{BufMut, Bytes, BytesMut};
use kt_codec::schema::{Field, MESSAGES, MessageSchema, Type, Value, covers};
use support::{Random, hex};

/// Walks a schema and writes what it finds with random values.
struct Author {
    random: Random,
    version: i16,
    flexible: bool,
    /// How many elements a list may have, by its depth; the last one goes on.
    lengths: &'static [u64],
    /// At least this many letters in a string.
    letters: u64,
}

impl Author {
    fn message(&mut self, message: &MessageSchema) -> Bytes {
        let mut out = BytesMut::new();
        self.flexible = self.version >= message.flexible;
        self.fields(&mut out, message.fields, 0);
        out.freeze()
    }

    fn fields(&mut self, out: &mut BytesMut, fields: &[Field], depth: usize) {
        let version = self.version;
        let here = move |f: &&Field| covers(f.versions, version);
        for field in fields.iter().filter(here).filter(|f| f.tag.is_none()) {
            self.field(out, field, depth);
        }
        if self.flexible {
            self.tags(out, fields, depth);
        }
    }

    fn tags(&mut self, out: &mut BytesMut, fields: &[Field], depth: usize) {
        let mut tags: Vec<(u32, Bytes)> = Vec::new();
        let version = self.version;
        for field in fields.iter().filter(|f| covers(f.versions, version)) {
            let Some(tag) = field.tag else { continue };
            let mut content = BytesMut::new();
            self.field(&mut content, field, depth);
            // A tagged field at its default is left out by whoever writes.
            if self.coin(2) && content != self.default(field) {
                tags.push((tag, content.freeze()));
            }
        }
        if self.coin(8) {
            let tag = 100 + self.random.below(70000) as u32;
            tags.push((tag, self.blob()));
        }
        tags.sort_by_key(|(tag, _)| *tag);
        uvarint(out, tags.len() as u64);
        for (tag, content) in tags {
            uvarint(out, tag.into());
            uvarint(out, content.len() as u64);
            out.put(content);
        }
    }

    fn field(&mut self, out: &mut BytesMut, field: &Field, depth: usize) {
        let compact = self.flexible && !field.rigid;
        let nullable = covers(field.nullable, self.version);
        let null = nullable && self.coin(4);
        match &field.ty {
            Type::String | Type::Bytes | Type::Records | Type::Array(_) if null && compact => out.put_u8(0),
            Type::String if null => out.put_i16(-1),
            Type::Bytes | Type::Records | Type::Array(_) if null => out.put_i32(-1),
            // In a tagged field a varint says whether a struct is there.
            Type::Struct(_) if null => out.put_i8(if field.tag.is_some() { 0 } else { -1 }),
            Type::Struct(fields) if nullable => {
                out.put_i8(1);
                self.fields(out, fields, depth);
            }
            ty => self.value(out, ty, compact, depth),
        }
    }

    fn value(&mut self, out: &mut BytesMut, ty: &Type, compact: bool, depth: usize) {
        match ty {
            Type::Bool => out.put_u8(self.random.below(2) as u8),
            Type::I8 => out.put_i8(self.number() as i8),
            Type::I16 | Type::U16 => out.put_i16(self.number() as i16),
            Type::I32 | Type::U32 => out.put_i32(self.number() as i32),
            Type::I64 => out.put_i64(self.number()),
            Type::F64 => out.put_f64(self.number() as f64 / 8.0),
            Type::Uuid => out.put_u128(u128::from(self.random.next()) << 64 | u128::from(self.random.next())),
            Type::String => {
                let letters = ["a", "Ω", "語", "😀"];
                let count = self.letters + self.random.below(6);
                // Names of a real cluster are ASCII: the shortest strings for their elements.
                let kinds = if self.letters > 0 { 1 } else { 4 };
                let text: String = (0..count).map(|_| letters[self.random.below(kinds) as usize]).collect();
                if compact {
                    uvarint(out, text.len() as u64 + 1);
                } else {
                    out.put_i16(text.len() as i16);
                }
                out.put(text.as_bytes());
            }
            Type::Bytes | Type::Records => {
                let blob = self.blob();
                length(out, blob.len() as u64, compact);
                out.put(blob);
            }
            Type::Struct(fields) => self.fields(out, fields, depth),
            Type::Array(element) => {
                let most = self.lengths[depth.min(self.lengths.len() - 1)];
                let count = if self.letters > 0 { most } else { self.random.below(most + 1) };
                length(out, count, compact);
                for _ in 0..count {
                    self.value(out, element, self.flexible, depth + 1);
                }
            }
        }
    }

    fn default(&self, field: &Field) -> BytesMut {
        let mut out = BytesMut::new();
        let number = match field.default {
            Value::Int(number) => number,
            Value::True => 1,
            Value::Empty | Value::Null => 0,
        };
        match &field.ty {
            Type::Bool | Type::I8 => out.put_i8(number as i8),
            Type::I16 | Type::U16 => out.put_i16(number as i16),
            Type::I32 | Type::U32 => out.put_i32(number as i32),
            Type::I64 | Type::F64 => out.put_i64(number),
            Type::Uuid => out.put_u128(0),
            Type::Struct(_) if matches!(field.default, Value::Null) => {
                out.put_i8(if field.tag.is_some() { 0 } else { -1 });
            }
            Type::Struct(fields) => {
                for f in fields.iter().filter(|f| covers(f.versions, self.version) && f.tag.is_none()) {
                    out.put(self.default(f));
                }
                out.put_u8(0);
            }
            _ => out.put_u8(u8::from(!matches!(field.default, Value::Null))),
        }
        out
    }

    fn coin(&mut self, sides: u64) -> bool {
        self.random.below(sides) == 0
    }

    fn number(&mut self) -> i64 {
        if self.coin(2) { self.random.below(100) as i64 - 1 } else { self.random.next() as i64 }
    }

    fn blob(&mut self) -> Bytes {
        let length = if self.coin(20) { 200 } else { self.random.below(10) };
        (0..length).map(|_| self.random.next() as u8).collect()
    }
}

fn length(out: &mut BytesMut, length: u64, compact: bool) {
    if compact { uvarint(out, length + 1) } else { out.put_i32(length as i32) }
}

fn uvarint(out: &mut BytesMut, mut value: u64) {
    while value >= 0x80 {
        out.put_u8(value as u8 | 0x80);
        value >>= 7;
    }
    out.put_u8(value as u8);
}

/// Writes, reads and writes again; the two writings must be the same.
fn there_and_back(seed: u64, lengths: &'static [u64], letters: u64) {
    for (number, message) in MESSAGES.iter().enumerate() {
        for version in message.versions.0..=message.versions.1 {
            let random = Random::new(seed << 32 | (number as u64) << 16 | version as u64);
            let bytes = Author { random, version, flexible: false, lengths, letters }.message(message);
            let again =
                kt_codec::roundtrip(message.name, version, bytes.clone()).expect("the schema's names are known");
            let again = again.unwrap_or_else(|e| panic!("{} v{version}: {e}: {}", message.name, brief(&bytes)));
            if bytes != again {
                panic!("{} v{version}, seed {seed}:\n{}\n{}", message.name, brief(&bytes), brief(&again));
            }
            let json = kt_codec::json::to_json(message.name, version, &bytes);
            assert!(json.is_ok(), "{} v{version}, seed {seed}: {json:?}", message.name);
        }
    }
}

fn brief(bytes: &[u8]) -> String {
    if bytes.len() < 4096 { hex(bytes) } else { format!("{} bytes: {}…", bytes.len(), hex(&bytes[..1024])) }
}

#[test]
fn every_message_and_version_comes_back_as_it_was() {
    for seed in 0..60 {
        there_and_back(seed, &[4, 3, 2, 2], 0);
    }
}

#[test]
fn long_lists_are_no_reason_to_refuse_a_message() {
    // The decoder's budget of memory must never hit what a real cluster sends: long lists of elements
    // with short names.
    there_and_back(1, &[3_000, 1], 4);
    there_and_back(2, &[2, 1_500, 1], 4);
    there_and_back(3, &[2, 2, 1_000, 1], 4);
}
