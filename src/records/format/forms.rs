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
