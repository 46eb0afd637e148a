//! From stored bytes to text: the deserializers of Kafka's own library, by their class names.
//!
//! What must hold: the text is Java's `toString` of the value. A null key or value reaches a deserializer as the bytes
//! of the null literal, because the original's formatter does it so: a null read as an Integer is the number that
//! `null` spells.

use std::fmt::Write as _;

use super::{FormatError, Properties, java_number};

const PACKAGE: &str = "org.apache.kafka.common.serialization.";

/// How bytes become text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deserializer {
    String(Charset),
    Short,
    Integer,
    Long,
    Float,
    Double,
    Boolean,
    Uuid(Charset),
    Bytes,
    ByteArray,
    ByteBuffer,
    Void,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Charset {
    Utf8,
    Latin1,
    Ascii,
    /// Big-endian unless a byte order mark says otherwise.
    Utf16,
    Utf16Be,
    Utf16Le,
}

impl Deserializer {
    /// The deserializer of this class, with the settings below `prefix` (`key.deserializer` and the like).
    /// `None`: no such class.
    pub fn by_class(class: &str, prefix: &str, settings: &Properties) -> Result<Option<Self>, FormatError> {
        let simple = class.strip_prefix(PACKAGE).unwrap_or("");
        Ok(Some(match simple {
            "StringDeserializer" => Self::String(charset(prefix, settings)?),
            "ShortDeserializer" => Self::Short,
            "IntegerDeserializer" => Self::Integer,
            "LongDeserializer" => Self::Long,
            "FloatDeserializer" => Self::Float,
            "DoubleDeserializer" => Self::Double,
            "BooleanDeserializer" => Self::Boolean,
            "UUIDDeserializer" => Self::Uuid(charset(prefix, settings)?),
            "BytesDeserializer" => Self::Bytes,
            "ByteArrayDeserializer" => Self::ByteArray,
            "ByteBufferDeserializer" => Self::ByteBuffer,
            "VoidDeserializer" => Self::Void,
            _ => return Ok(None),
        }))
    }

    /// Appends the text of `bytes` to `out`.
    pub fn write(self, bytes: &[u8], out: &mut Vec<u8>) -> Result<(), FormatError> {
        match self {
            Self::String(charset) => out.extend_from_slice(charset.decode(bytes).as_bytes()),
            Self::Short => text(out, i16::from_be_bytes(sized(bytes, "ShortDeserializer")?)),
            Self::Integer => text(out, i32::from_be_bytes(sized(bytes, "IntegerDeserializer")?)),
            Self::Long => text(out, i64::from_be_bytes(sized(bytes, "LongDeserializer")?)),
            // The original does not name these two.
            Self::Float => text(out, java_number::float(f32::from_be_bytes(sized(bytes, "Deserializer")?))),
            Self::Double => text(out, java_number::double(f64::from_be_bytes(sized(bytes, "Deserializer")?))),
            Self::Boolean => {
                let [byte] = sized(bytes, "BooleanDeserializer")?;
                let word = match byte {
                    0 => "false",
                    1 => "true",
                    other => {
                        let what = format!("Unexpected byte received by BooleanDeserializer: {}", other as i8);
                        return Err(FormatError::serialization(what));
                    }
                };
                out.extend_from_slice(word.as_bytes());
            }
            Self::Uuid(charset) => out.extend_from_slice(uuid(&charset.decode(bytes))?.as_bytes()),
            Self::Bytes => printable(bytes, out),
            // Java prints the identity of the array, which is different in each run: only its form can be kept.
            Self::ByteArray => out.extend_from_slice(format!("[B@{:x}", identity(bytes)).as_bytes()),
            Self::ByteBuffer => {
                let n = bytes.len();
                text(out, format_args!("java.nio.HeapByteBuffer[pos=0 lim={n} cap={n}]"));
            }
            Self::Void => return Err(FormatError::argument("Data should be null for a VoidDeserializer.")),
        }
        Ok(())
    }
}

/// Appends anything printable; what grows is a vector, so this does not fail.
pub(super) fn text(out: &mut Vec<u8>, value: impl std::fmt::Display) {
    use std::io::Write as _;
    let _ = write!(out, "{value}");
}

fn sized<const N: usize>(bytes: &[u8], who: &str) -> Result<[u8; N], FormatError> {
    <[u8; N]>::try_from(bytes)
        .map_err(|_| FormatError::serialization(format!("Size of data received by {who} is not {N}")))
}

/// Printable ASCII as it is, all else as `\x1F`.
fn printable(bytes: &[u8], out: &mut Vec<u8>) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for &b in bytes {
        match b {
            b' '..=b'~' if b != b'\\' => out.push(b),
            _ => out.extend_from_slice(&[b'\\', b'x', HEX[usize::from(b >> 4)], HEX[usize::from(b & 15)]]),
        }
    }
}

fn identity(bytes: &[u8]) -> u32 {
    bytes.iter().fold(7, |hash: u32, b| hash.wrapping_mul(31).wrapping_add(u32::from(*b))) & 0x7fff_ffff
}

/// `UUID.fromString(s).toString()`: five hexadecimal numbers of any length, cut to the width of their field.
fn uuid(s: &str) -> Result<String, FormatError> {
    let wrong = || FormatError::serialization(format!("Error parsing data into UUID: '{s}'"));
    if s.len() > 36 {
        return Err(wrong());
    }
    let parts: Vec<u64> = s
        .split('-')
        .map(|part| u64::from_str_radix(part, 16).ok().filter(|_| !part.starts_with('+')))
        .collect::<Option<_>>()
        .ok_or_else(wrong)?;
    let [a, b, c, d, e] = parts[..] else { return Err(wrong()) };
    let mut out = String::with_capacity(36);
    let _ = write!(
        out,
        "{:08x}-{:04x}-{:04x}-{:04x}-{:012x}",
        a as u32,
        b as u16,
        c as u16,
        d as u16,
        e & 0xffff_ffff_ffff
    );
    Ok(out)
}

fn charset(prefix: &str, settings: &Properties) -> Result<Charset, FormatError> {
    // The original takes `key.deserializer.` and its like off before it asks for these names.
    let own = if prefix == "key.deserializer" { "key.deserializer.encoding" } else { "value.deserializer.encoding" };
    let value = [own, "deserializer.encoding"].iter().find_map(|name| settings.get(&format!("{prefix}.{name}")));
    let Some(name) = value else { return Ok(Charset::Utf8) };
    Charset::by_name(name).ok_or_else(|| FormatError::serialization(format!("Unsupported encoding {name}")))
}

impl Charset {
    pub fn by_name(name: &str) -> Option<Self> {
        Some(match name.to_ascii_uppercase().as_str() {
            "UTF-8" | "UTF8" => Self::Utf8,
            "ISO-8859-1" | "ISO8859_1" | "LATIN1" => Self::Latin1,
            "US-ASCII" | "ASCII" => Self::Ascii,
            "UTF-16" | "UTF16" => Self::Utf16,
            "UTF-16BE" => Self::Utf16Be,
            "UTF-16LE" => Self::Utf16Le,
            _ => return None,
        })
    }

    fn decode(self, bytes: &[u8]) -> std::borrow::Cow<'_, str> {
        match self {
            Self::Utf8 => String::from_utf8_lossy(bytes),
            Self::Latin1 => bytes.iter().map(|b| char::from(*b)).collect(),
            Self::Ascii => bytes.iter().map(|b| if b.is_ascii() { char::from(*b) } else { '\u{fffd}' }).collect(),
            Self::Utf16Be => utf16(bytes, u16::from_be_bytes).into(),
            Self::Utf16Le => utf16(bytes, u16::from_le_bytes).into(),
            Self::Utf16 => match bytes {
                [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes).into(),
                [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes).into(),
                _ => utf16(bytes, u16::from_be_bytes).into(),
            },
        }
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let pairs = bytes.chunks_exact(2);
    let odd = !pairs.remainder().is_empty();
    let mut text: String = char::decode_utf16(pairs.map(|p| unit([p[0], p[1]])))
        .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect();
    if odd {
        text.push(char::REPLACEMENT_CHARACTER);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(class: &str, bytes: &[u8]) -> Result<String, String> {
        let full = format!("{PACKAGE}{class}");
        let one = Deserializer::by_class(&full, "value.deserializer", &Properties::new()).unwrap().unwrap();
        let mut out = Vec::new();
        one.write(bytes, &mut out).map_err(|e| e.message)?;
        Ok(String::from_utf8(out).unwrap())
    }

    #[test]
    fn values_print_as_javas_to_string() {
        for (class, bytes, text) in [
            ("IntegerDeserializer", &[0, 0, 0, 42][..], "42"),
            ("IntegerDeserializer", b"null", "1853189228"),
            ("LongDeserializer", b"abcdefgh", "7017280452245743464"),
            ("ShortDeserializer", &[0xff, 0xfe], "-2"),
            ("FloatDeserializer", &[0x3f, 0x80, 0, 0], "1.0"),
            ("DoubleDeserializer", &[0x41, 0x67, 0x8c, 0x29, 0xc0, 0, 0, 0], "1.2345678E7"),
            ("BooleanDeserializer", &[1], "true"),
            ("StringDeserializer", &[b'a', 0xff, b'b'], "a\u{fffd}b"),
            ("BytesDeserializer", &[b'a', 0, b'\\', 0xff, b'~'], "a\\x00\\x5C\\xFF~"),
            ("ByteBufferDeserializer", b"abcd", "java.nio.HeapByteBuffer[pos=0 lim=4 cap=4]"),
            ("UUIDDeserializer", b"1-1-1-1-1", "00000001-0001-0001-0001-000000000001"),
            ("UUIDDeserializer", b"123E4567-E89B-12D3-A456-426614174000", "123e4567-e89b-12d3-a456-426614174000"),
        ] {
            assert_eq!(show(class, bytes).as_deref(), Ok(text), "{class}");
        }
    }

    #[test]
    fn values_of_the_wrong_size_are_refused_in_the_originals_words() {
        for (class, bytes, error) in [
            ("LongDeserializer", &b"abc"[..], "Size of data received by LongDeserializer is not 8"),
            ("DoubleDeserializer", b"", "Size of data received by Deserializer is not 8"),
            ("BooleanDeserializer", &[200], "Unexpected byte received by BooleanDeserializer: -56"),
            ("VoidDeserializer", b"null", "Data should be null for a VoidDeserializer."),
            ("UUIDDeserializer", b"x", "Error parsing data into UUID: 'x'"),
        ] {
            assert_eq!(show(class, bytes).unwrap_err(), error);
        }
    }

    #[test]
    fn an_encoding_is_found_below_its_prefix() {
        let class = format!("{PACKAGE}StringDeserializer");
        let mut settings = Properties::new();
        settings.insert("key.deserializer.key.deserializer.encoding".into(), "ISO-8859-1".into());
        let key = Deserializer::by_class(&class, "key.deserializer", &settings).unwrap().unwrap();
        assert_eq!(key, Deserializer::String(Charset::Latin1));
        let value = Deserializer::by_class(&class, "value.deserializer", &settings).unwrap().unwrap();
        assert_eq!(value, Deserializer::String(Charset::Utf8));
        settings.insert("value.deserializer.deserializer.encoding".into(), "klingon".into());
        assert!(Deserializer::by_class(&class, "value.deserializer", &settings).is_err());
    }
}
