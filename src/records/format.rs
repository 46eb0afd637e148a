//! `-f FORMAT`: a line of one's own for each record. kcat's letters mean what they mean there.
//!
//! | | |
//! |---|---|
//! | `%t` `%p` `%o` | topic, partition, offset |
//! | `%k` `%s` (`%v`) | key, value |
//! | `%K` `%S` `%R` | length of the key and of the value (-1: null), that of the value as four bytes |
//! | `%T` | timestamp in ms; `%T{iso}` in UTC, `%T{%F %T}` in local time by strftime |
//! | `%h` | headers, `name=value,name=value` |
//! | `%k{hex}` `%s{base64}` `%s{json}` | bytes in another form; `{json}` is a JSON string or, of an object, itself |
//! | `%k{i64}` `%s{f64}` | a number as Java writes it (i16, i32, i64, f32, f64); other lengths in hexadecimal, `0x…` |
//! | `%%` `\n` `\t` `\r` `\\` `\x1f` `\0` | a percent sign, and control characters |
//!
//! Nothing is added: a line ends where `\n` says so.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::envelope::is_verbatim;
use super::instant;
use crate::output::record::{FormatError, Formatter, Record, Timestamp};

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(Vec<u8>),
    Topic,
    Partition,
    Offset,
    Bytes(Field, Form),
    Length(Field),
    /// The value's length as a big-endian number.
    Packed,
    Time(When),
    Headers,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Key,
    Value,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Plain,
    Hex,
    Base64,
    Json,
    Number(Number),
}

/// A number as Java's serializers write it, the highest byte first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Number {
    I16,
    I32,
    I64,
    F32,
    F64,
}

impl Number {
    const NAMES: [(&'static str, Self); 5] =
        [("i16", Self::I16), ("i32", Self::I32), ("i64", Self::I64), ("f32", Self::F32), ("f64", Self::F64)];

    /// `None` if there are more bytes or fewer.
    fn read(self, bytes: &[u8]) -> Option<String> {
        Some(match self {
            Self::I16 => i16::from_be_bytes(bytes.try_into().ok()?).to_string(),
            Self::I32 => i32::from_be_bytes(bytes.try_into().ok()?).to_string(),
            Self::I64 => i64::from_be_bytes(bytes.try_into().ok()?).to_string(),
            Self::F32 => f32::from_be_bytes(bytes.try_into().ok()?).to_string(),
            Self::F64 => f64::from_be_bytes(bytes.try_into().ok()?).to_string(),
        })
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum When {
    Millis,
    Iso,
    Local(String),
}

/// A format that was understood.
pub struct FormatString {
    pieces: Vec<Piece>,
    /// What stands for a key or value that is null.
    null: Vec<u8>,
}

impl FormatString {
    /// The error is a sentence that names the place.
    pub fn parse(text: &str, null: &str) -> Result<Self, String> {
        let mut pieces = Vec::new();
        let mut plain = Vec::new();
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            rest = &rest[c.len_utf8()..];
            match c {
                '\\' => plain.push(escape(&mut rest)?),
                '%' => {
                    let Some(letter) = rest.chars().next() else {
                        return Err("the format ends with a single %; a percent sign is %%".to_owned());
                    };
                    rest = &rest[letter.len_utf8()..];
                    if letter == '%' {
                        plain.push(b'%');
                        continue;
                    }
                    if !plain.is_empty() {
                        pieces.push(Piece::Text(std::mem::take(&mut plain)));
                    }
                    pieces.push(directive(letter, braces(&mut rest)?)?);
                }
                c => plain.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
            }
        }
        if !plain.is_empty() {
            pieces.push(Piece::Text(plain));
        }
        Ok(Self { pieces, null: null.as_bytes().to_vec() })
    }

    fn bytes(&self, bytes: Option<&[u8]>, form: Form, out: &mut Vec<u8>) {
        let Some(bytes) = bytes else {
            return out.extend_from_slice(if form == Form::Json { &b"null"[..] } else { &self.null });
        };
        match form {
            Form::Plain => out.extend_from_slice(bytes),
            Form::Hex => out.extend_from_slice(hex(bytes).as_bytes()),
            Form::Number(number) => match number.read(bytes) {
                Some(text) => out.extend_from_slice(text.as_bytes()),
                None => out.extend_from_slice(format!("0x{}", hex(bytes)).as_bytes()),
            },
            Form::Base64 => out.extend_from_slice(STANDARD.encode(bytes).as_bytes()),
            Form::Json => {
                let text = String::from_utf8_lossy(bytes);
                match is_verbatim(&text) {
                    true => out.extend_from_slice(text.as_bytes()),
                    false => out.extend_from_slice(serde_json::Value::from(text).to_string().as_bytes()),
                }
            }
        }
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The character behind a backslash.
fn escape(rest: &mut &str) -> Result<u8, String> {
    let Some(c) = rest.chars().next() else {
        return Err("the format ends with a single \\; a backslash is \\\\".to_owned());
    };
    *rest = &rest[c.len_utf8()..];
    Ok(match c {
        'n' => b'\n',
        't' => b'\t',
        'r' => b'\r',
        '\\' => b'\\',
        '0' => 0,
        'x' => {
            let digits = rest.get(..2).unwrap_or_default();
            let byte = u8::from_str_radix(digits, 16).map_err(|_| "\\x wants two hexadecimal digits".to_owned())?;
            *rest = &rest[2..];
            byte
        }
        other => return Err(format!("the format has \\{other}, which means nothing; a backslash is \\\\")),
    })
}

/// What stands in braces behind a letter.
fn braces<'a>(rest: &mut &'a str) -> Result<Option<&'a str>, String> {
    let Some(inside) = rest.strip_prefix('{') else { return Ok(None) };
    let end = inside.find('}').ok_or_else(|| "the format has a { without its }".to_owned())?;
    *rest = &inside[end + 1..];
    Ok(Some(&inside[..end]))
}

fn directive(letter: char, argument: Option<&str>) -> Result<Piece, String> {
    let form = |field| match argument {
        None => Ok(Piece::Bytes(field, Form::Plain)),
        Some("hex") => Ok(Piece::Bytes(field, Form::Hex)),
        Some("base64") => Ok(Piece::Bytes(field, Form::Base64)),
        Some("json") => Ok(Piece::Bytes(field, Form::Json)),
        Some(other) => match Number::NAMES.iter().find(|(name, _)| *name == other) {
            Some((_, number)) => Ok(Piece::Bytes(field, Form::Number(*number))),
            None => Err(format!(
                "%{letter} has the forms {{hex}}, {{base64}}, {{json}}, {{i16}}, {{i32}}, {{i64}}, {{f32}} and {{f64}}, \
                 not {{{other}}}"
            )),
        },
    };
    let piece = match letter {
        'k' => return form(Field::Key),
        's' | 'v' => return form(Field::Value),
        'T' | 'd' => {
            return match argument {
                None if letter == 'T' => Ok(Piece::Time(When::Millis)),
                None | Some("iso") => Ok(Piece::Time(When::Iso)),
                Some(format) => match local(0, format) {
                    Some(_) => Ok(Piece::Time(When::Local(format.to_owned()))),
                    None => Err(format!("'{format}' is no strftime format, such as %F %T")),
                },
            };
        }
        't' => Piece::Topic,
        'p' => Piece::Partition,
        'o' => Piece::Offset,
        'K' => Piece::Length(Field::Key),
        'S' => Piece::Length(Field::Value),
        'R' => Piece::Packed,
        'h' => Piece::Headers,
        other => {
            return Err(format!(
                "the format has %{other}, which means nothing; there are %t %p %o %k %s %T %h %K %S %R"
            ));
        }
    };
    match argument {
        None => Ok(piece),
        Some(argument) => Err(format!("%{letter} takes no {{{argument}}}")),
    }
}

/// A moment in local time by strftime; `None` if the format makes no sense.
pub fn local(millis: i64, format: &str) -> Option<String> {
    let moment = jiff::Timestamp::from_millisecond(millis).ok()?;
    jiff::fmt::strtime::format(format, &moment.to_zoned(jiff::tz::TimeZone::system())).ok()
}

impl Formatter for FormatString {
    fn write(&mut self, record: &Record<'_>, out: &mut Vec<u8>) -> Result<(), FormatError> {
        let field = |field| match field {
            Field::Key => record.key,
            Field::Value => record.value,
        };
        let millis = match record.timestamp {
            Timestamp::None => -1,
            Timestamp::Create(ms) | Timestamp::LogAppend(ms) => ms,
        };
        for piece in &self.pieces {
            match piece {
                Piece::Text(text) => out.extend_from_slice(text),
                Piece::Topic => out.extend_from_slice(record.topic.as_bytes()),
                Piece::Partition => out.extend_from_slice(record.partition.to_string().as_bytes()),
                Piece::Offset => out.extend_from_slice(record.offset.to_string().as_bytes()),
                Piece::Bytes(of, form) => self.bytes(field(*of), *form, out),
                Piece::Length(of) => {
                    let length = field(*of).map_or(-1, |bytes| i64::try_from(bytes.len()).unwrap_or(i64::MAX));
                    out.extend_from_slice(length.to_string().as_bytes());
                }
                Piece::Packed => {
                    let length = record.value.map_or(-1, |value| i32::try_from(value.len()).unwrap_or(i32::MAX));
                    out.extend_from_slice(&length.to_be_bytes());
                }
                Piece::Time(when) => {
                    let text = match when {
                        When::Iso if millis >= 0 => instant::text(millis),
                        When::Local(format) if millis >= 0 => local(millis, format),
                        _ => None,
                    };
                    out.extend_from_slice(text.unwrap_or_else(|| millis.to_string()).as_bytes());
                }
                Piece::Headers => {
                    for (index, header) in record.headers.iter().enumerate() {
                        if index > 0 {
                            out.push(b',');
                        }
                        out.extend_from_slice(header.key);
                        out.push(b'=');
                        self.bytes(header.value, Form::Plain, out);
                    }
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::record::Header;

    fn show(format: &str) -> String {
        let headers = [Header { key: b"a", value: Some(b"1") }, Header { key: b"b", value: None }];
        let record = Record {
            topic: "orders",
            partition: 2,
            offset: 41,
            timestamp: Timestamp::Create(1_795_259_071_204),
            key: None,
            value: Some(br#"{"n":1}"#),
            headers: &headers,
            deliveries: None,
        };
        let mut out = Vec::new();
        FormatString::parse(format, "").unwrap().write(&record, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn kcats_letters_mean_what_they_mean_there() {
        assert_eq!(show(r"%t[%p]@%o %k=%s (%K/%S) %T\n"), "orders[2]@41 ={\"n\":1} (-1/7) 1795259071204\n");
        assert_eq!(show(r"%h 100%%\t\x41\\"), "a=1,b= 100%\tA\\");
        assert_eq!(show("%R"), "\0\0\0\u{7}");
    }

    #[test]
    fn bytes_and_times_have_other_forms_in_braces() {
        assert_eq!(show("%s{hex} %v{base64} %k{json} %v{json}"), "7b226e223a317d eyJuIjoxfQ== null {\"n\":1}");
        assert_eq!(show("%T{iso} %d"), "2026-11-21T11:04:31.204Z 2026-11-21T11:04:31.204Z");
        assert_eq!(show("%T{%Y}"), "2026");
    }

    #[test]
    fn numbers_are_those_of_javas_serializers() {
        assert_eq!(Number::I64.read(&42i64.to_be_bytes()).as_deref(), Some("42"));
        assert_eq!(Number::I32.read(&(-1i32).to_be_bytes()).as_deref(), Some("-1"));
        assert_eq!(Number::F64.read(&1.5f64.to_be_bytes()).as_deref(), Some("1.5"));
        assert_eq!(Number::I16.read(b"abc"), None);
        assert_eq!(show("%s{i32}"), "0x7b226e223a317d");
    }

    #[test]
    fn what_means_nothing_is_an_error_that_says_so() {
        let refused = |format: &str| FormatString::parse(format, "").err().unwrap();
        assert!(refused("%q").contains("%q, which means nothing"));
        assert!(refused(r"\q").contains(r"\q, which means nothing"));
        assert!(refused("%").contains("ends with a single %"));
        assert!(refused("%k{oct}").contains("not {oct}"));
        assert!(refused("%k{hex").contains("without its }"));
        assert!(refused("%t{hex}").contains("takes no {hex}"));
        assert!(refused(r"\x4").contains("two hexadecimal digits"));
    }
}
