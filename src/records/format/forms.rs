//! The forms in which a format shows bytes and numbers: what may stand in the braces.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::records::envelope::is_verbatim;

/// How such a number is written: bits are 8, 16, 32 or 64.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Digits {
    Decimal,
    Big(usize),
    Little(usize),
    Hex(usize),
}

impl Digits {
    pub fn parse(text: &str) -> Option<Self> {
        let bits = |digits: &str| digits.parse().ok().filter(|bits| [8, 16, 32, 64].contains(bits));
        match text {
            "ascii" => Some(Self::Decimal),
            text => text
                .strip_prefix("big")
                .and_then(bits)
                .map(Self::Big)
                .or_else(|| text.strip_prefix("little").and_then(bits).map(Self::Little))
                .or_else(|| text.strip_prefix("hex").and_then(bits).map(Self::Hex)),
        }
    }

    /// Of a number that needs more bits the lowest are written.
    pub fn write(self, number: i64, out: &mut Vec<u8>) {
        let bytes = number.to_be_bytes();
        match self {
            Self::Decimal => out.extend_from_slice(number.to_string().as_bytes()),
            Self::Big(bits) => out.extend_from_slice(&bytes[8 - bits / 8..]),
            Self::Little(bits) => out.extend(bytes[8 - bits / 8..].iter().rev()),
            Self::Hex(bits) => out.extend_from_slice(hex(&bytes[8 - bits / 8..]).as_bytes()),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Plain,
    Hex,
    Base64,
    Json,
    /// The lowest byte first.
    Little(Number),
    Number(Number),
}

/// A number as Java's serializers write it, the highest byte first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    I8,
    I16,
    I32,
    I64,
    U8,
    U16,
    U32,
    U64,
    F32,
    F64,
}

impl Number {
    pub const NAMES: [(&'static str, Self); 10] = [
        ("i8", Self::I8),
        ("i16", Self::I16),
        ("i32", Self::I32),
        ("i64", Self::I64),
        ("u8", Self::U8),
        ("u16", Self::U16),
        ("u32", Self::U32),
        ("u64", Self::U64),
        ("f32", Self::F32),
        ("f64", Self::F64),
    ];

    fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, number)| *number == self).map_or("number", |(name, _)| name)
    }

    /// As Java's serializers write it; `None` if it is none, or too large.
    pub fn bytes(self, text: &str) -> Option<Vec<u8>> {
        Some(match self {
            Self::I8 => text.parse::<i8>().ok()?.to_be_bytes().to_vec(),
            Self::I16 => text.parse::<i16>().ok()?.to_be_bytes().to_vec(),
            Self::I32 => text.parse::<i32>().ok()?.to_be_bytes().to_vec(),
            Self::I64 => text.parse::<i64>().ok()?.to_be_bytes().to_vec(),
            Self::U8 => text.parse::<u8>().ok()?.to_be_bytes().to_vec(),
            Self::U16 => text.parse::<u16>().ok()?.to_be_bytes().to_vec(),
            Self::U32 => text.parse::<u32>().ok()?.to_be_bytes().to_vec(),
            Self::U64 => text.parse::<u64>().ok()?.to_be_bytes().to_vec(),
            Self::F32 => text.parse::<f32>().ok()?.to_be_bytes().to_vec(),
            Self::F64 => text.parse::<f64>().ok()?.to_be_bytes().to_vec(),
        })
    }

    /// `None` if there are more bytes or fewer.
    pub fn read(self, bytes: &[u8]) -> Option<String> {
        Some(match self {
            Self::I8 => i8::from_be_bytes(bytes.try_into().ok()?).to_string(),
            Self::I16 => i16::from_be_bytes(bytes.try_into().ok()?).to_string(),
            Self::I32 => i32::from_be_bytes(bytes.try_into().ok()?).to_string(),
            Self::I64 => i64::from_be_bytes(bytes.try_into().ok()?).to_string(),
            Self::U8 => u8::from_be_bytes(bytes.try_into().ok()?).to_string(),
            Self::U16 => u16::from_be_bytes(bytes.try_into().ok()?).to_string(),
            Self::U32 => u32::from_be_bytes(bytes.try_into().ok()?).to_string(),
            Self::U64 => u64::from_be_bytes(bytes.try_into().ok()?).to_string(),
            Self::F32 => f32::from_be_bytes(bytes.try_into().ok()?).to_string(),
            Self::F64 => f64::from_be_bytes(bytes.try_into().ok()?).to_string(),
        })
    }
}

impl Form {
    /// The form of what somebody writes, by the name it has in a format; the error is a sentence.
    pub fn of_input(name: &str) -> Result<Self, String> {
        match Self::parse('k', name) {
            Ok(form) if form != Self::Json => Ok(form),
            _ => Err(format!("'{name}' is no form: hex, base64, i8 to i64, u8 to u64, f32, f64, i32le …")),
        }
    }

    /// The bytes that [`write`](Self::write) shows as `text`; the error is a sentence.
    pub fn read(self, text: &[u8]) -> Result<Vec<u8>, String> {
        let said = String::from_utf8_lossy(text);
        let wrong = |what: &str| format!("'{said}' is no {what}");
        match self {
            Self::Plain | Self::Json => Ok(text.to_vec()),
            Self::Hex => unhex(said.trim()).ok_or_else(|| wrong("hexadecimal number of whole bytes")),
            Self::Base64 => STANDARD.decode(said.trim()).map_err(|error| format!("'{said}' is no base64: {error}")),
            Self::Number(kind) => kind.bytes(said.trim()).ok_or_else(|| wrong(kind.name())),
            Self::Little(kind) => {
                let mut bytes = kind.bytes(said.trim()).ok_or_else(|| wrong(kind.name()))?;
                bytes.reverse();
                Ok(bytes)
            }
        }
    }

    pub fn write(self, bytes: &[u8], out: &mut Vec<u8>) {
        let number = |text: Option<String>| text.unwrap_or_else(|| format!("0x{}", hex(bytes)));
        match self {
            Self::Plain => out.extend_from_slice(bytes),
            Self::Hex => out.extend_from_slice(hex(bytes).as_bytes()),
            Self::Number(kind) => out.extend_from_slice(number(kind.read(bytes)).as_bytes()),
            Self::Little(kind) => {
                let turned: Vec<u8> = bytes.iter().rev().copied().collect();
                out.extend_from_slice(number(kind.read(&turned)).as_bytes());
            }
            Self::Base64 => out.extend_from_slice(STANDARD.encode(bytes).as_bytes()),
            Self::Json => {
                let text = String::from_utf8_lossy(bytes);
                match is_verbatim(&text) {
                    true => out.extend_from_slice(text.as_bytes()),
                    false => out.extend_from_slice(serde_json::Value::from(text).to_string().as_bytes()),
                }
            }
        }
    }

    pub fn parse(letter: char, text: &str) -> Result<Self, String> {
        let number = |name: &str| Number::NAMES.iter().find(|(known, _)| *known == name).map(|(_, number)| *number);
        Ok(match text {
            "hex" => Self::Hex,
            "base64" => Self::Base64,
            "json" => Self::Json,
            text => match (number(text), text.strip_suffix("le").and_then(number)) {
                (Some(number), _) => Self::Number(number),
                (None, Some(number)) => Self::Little(number),
                (None, None) => {
                    return Err(format!(
                        "%{letter} has the forms {{hex}}, {{base64}}, {{json}}, and those of numbers ({{i8}} to {{i64}}, \
                         {{u8}} to {{u64}}, {{f32}}, {{f64}}, {{i32le}} …), not {{{text}}}"
                    ));
                }
            },
        })
    }
}

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits = text.strip_prefix("0x").unwrap_or(text).as_bytes();
    if !digits.len().is_multiple_of(2) || !digits.iter().all(u8::is_ascii_hexdigit) {
        return None;
    }
    let pair = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    digits.chunks_exact(2).map(pair).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_form_shows_it_also_reads() {
        let bytes: Vec<u8> = vec![0xbf, 0xf8, 0, 0, 0, 0, 0, 1];
        for name in ["hex", "base64", "i64", "u64", "f64", "i64le", "u64le"] {
            let form = Form::of_input(name).unwrap();
            let mut shown = Vec::new();
            form.write(&bytes, &mut shown);
            assert_eq!(form.read(&shown), Ok(bytes.clone()), "{name}");
        }
        assert_eq!(Form::of_input("u8").unwrap().read(b" 255 "), Ok(vec![255]));
        assert_eq!(Form::of_input("u16le").unwrap().read(b"258"), Ok(vec![2, 1]));
        assert_eq!(Form::of_input("hex").unwrap().read(b"0xFF00"), Ok(vec![255, 0]));
        assert_eq!(Form::of_input("i8").unwrap().read(b"128").unwrap_err(), "'128' is no i8");
        assert!(Form::of_input("hex").unwrap().read(b"abc").is_err());
        assert!(Form::of_input("base64").unwrap().read(b"a").is_err());
        assert!(Form::of_input("json").is_err() && Form::of_input("oct").is_err());
    }
}
