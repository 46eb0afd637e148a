//! `-f FORMAT`: a line of one's own for each record. kcat's letters mean what they mean there, the others are rpk's.
//!
//! | | |
//! |---|---|
//! | `%t` `%p` `%o` | topic, partition, offset |
//! | `%k` `%s` (`%v`) | key, value |
//! | `%K` `%S` (`%V`) `%R` | length of the key and of the value (-1: null), that of the value as four bytes |
//! | `%T` | timestamp in ms; `%T{iso}` in UTC, `%T{%F %T}` in local time by strftime (also `%d{strftime[%F]}`) |
//! | `%h` `%H` | headers, `name=value,name=value`; how many |
//! | `%h{%k=%v;}` | each header so; `%k` and `%v` have forms too |
//! | `%e` `%x` `%y` | leader epoch, producer id, producer epoch (-1: none, or not known) |
//! | `%a{compression}` | of the batch; also `{timestamp-type}`, `{transactional}`, `{control}` |
//! | `%i` | how many records were shown before |
//! | `%k{hex}` `%s{base64}` `%s{json}` | bytes in another form; `{json}` is a JSON string or, of an object, itself |
//! | `%k{i64}` `%s{f64}` | a number as Java writes it (i8 to i64, u8 to u64, f32, f64); `{u32le}`: the lowest byte first; other lengths in hexadecimal, `0x…` |
//! | `%s{unpack[>iq$]}` | fields of fixed width one after the other, by kcat's letters; a blank between them |
//! | `%K{big32}` `%o{little64}` `%p{hex8}` | numbers as bytes (8, 16, 32 or 64 bits), or so many hexadecimal digits |
//! | `%%` `\n` `\t` `\r` `\\` `\x1f` `\0` | a percent sign, and control characters |
//!
//! Nothing is added: a line ends where `\n` says so.

mod forms;
mod unpack;

pub use self::forms::Form;

use self::forms::Digits;
use self::unpack::Unpack;
use super::instant;
use crate::output::record::{FormatError, Formatter, Header, Record, Timestamp};
use crate::protocol::batch::BatchHeader;
use crate::protocol::compress::Codec;

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(Vec<u8>),
    Topic,
    Number(Count, Digits),
    Bytes(Field, Form),
    Unpacked(Field, Unpack),
    Attribute(Attribute),
    Time(When),
    /// All of them, or each in this form.
    Headers(Option<Vec<Piece>>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Key,
    Value,
}

/// What is a number of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Count {
    Partition,
    Offset,
    Length(Field),
    Headers,
    LeaderEpoch,
    ProducerId,
    ProducerEpoch,
    Shown,
}

/// What a batch says of all its records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Attribute {
    Compression,
    TimestampType,
    Transactional,
    Control,
}

impl Attribute {
    const NAMES: [(&'static str, Self); 4] = [
        ("compression", Self::Compression),
        ("timestamp-type", Self::TimestampType),
        ("transactional", Self::Transactional),
        ("control", Self::Control),
    ];

    fn of(self, record: &Record<'_>) -> &'static str {
        let says = |what: fn(&BatchHeader) -> bool| match record.batch.map(what) {
            Some(true) => "true",
            Some(false) => "false",
            None => "",
        };
        match self {
            Self::Compression => record.batch.map_or("", |batch| batch.codec().map_or("unknown", Codec::name)),
            Self::TimestampType => match record.timestamp {
                Timestamp::None => "NoTimestampType",
                Timestamp::Create(_) => "CreateTime",
                Timestamp::LogAppend(_) => "LogAppendTime",
            },
            Self::Transactional => says(BatchHeader::is_transactional),
            Self::Control => says(BatchHeader::is_control),
        }
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
    /// Records shown so far.
    shown: i64,
}

impl FormatString {
    /// The error is a sentence that names the place.
    pub fn parse(text: &str, null: &str) -> Result<Self, String> {
        Ok(Self { pieces: pieces(text, &directive)?, null: null.as_bytes().to_vec(), shown: 0 })
    }

    fn bytes(&self, bytes: Option<&[u8]>, form: Form, out: &mut Vec<u8>) {
        let Some(bytes) = bytes else {
            return out.extend_from_slice(if form == Form::Json { &b"null"[..] } else { &self.null });
        };
        form.write(bytes, out);
    }

    fn unpacked(&self, bytes: Option<&[u8]>, fields: &Unpack, out: &mut Vec<u8>) {
        match bytes {
            Some(bytes) => fields.write(bytes, out),
            None => out.extend_from_slice(&self.null),
        }
    }

    fn count(&self, count: Count, record: &Record<'_>) -> i64 {
        let length = |bytes: Option<&[u8]>| bytes.map_or(-1, |bytes| i64::try_from(bytes.len()).unwrap_or(i64::MAX));
        match count {
            Count::Partition => record.partition.into(),
            Count::Offset => record.offset,
            Count::Length(Field::Key) => length(record.key),
            Count::Length(Field::Value) => length(record.value),
            Count::Headers => i64::try_from(record.headers.len()).unwrap_or(i64::MAX),
            Count::LeaderEpoch => record.batch.map_or(-1, |batch| batch.leader_epoch.into()),
            Count::ProducerId => record.batch.map_or(-1, |batch| batch.producer_id),
            Count::ProducerEpoch => record.batch.map_or(-1, |batch| batch.producer_epoch.into()),
            Count::Shown => self.shown,
        }
    }

    fn headers(&self, each: Option<&[Piece]>, headers: &[Header<'_>], out: &mut Vec<u8>) {
        for (index, header) in headers.iter().enumerate() {
            let Some(pieces) = each else {
                if index > 0 {
                    out.push(b',');
                }
                out.extend_from_slice(header.key);
                out.push(b'=');
                self.bytes(header.value, Form::Plain, out);
                continue;
            };
            let part = |of| match of {
                Field::Key => Some(header.key),
                Field::Value => header.value,
            };
            for piece in pieces {
                match piece {
                    Piece::Bytes(of, form) => self.bytes(part(*of), *form, out),
                    Piece::Unpacked(of, fields) => self.unpacked(part(*of), fields, out),
                    Piece::Text(text) => out.extend_from_slice(text),
                    _ => unreachable!("a header's format has nothing else, see of_header"),
                }
            }
        }
    }
}

/// What a letter and its braces mean.
type Directive = dyn Fn(char, Option<&str>) -> Result<Piece, String>;

fn pieces(text: &str, directive: &Directive) -> Result<Vec<Piece>, String> {
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
                if ['%', '{', '}'].contains(&letter) {
                    plain.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
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
    Ok(pieces)
}

/// A text of the command line whose backslashes mean what they mean in a format: `\\t`, `\\0`, `\\x1f`. The error is a
/// sentence.
pub fn unescaped(text: &str) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            '\\' => bytes.push(escape(&mut rest).map_err(|why| why.replace("the format", &format!("'{text}'")))?),
            c => bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
    Ok(bytes)
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

/// What stands in braces behind a letter; there may be braces within.
fn braces<'a>(rest: &mut &'a str) -> Result<Option<&'a str>, String> {
    let Some(inside) = rest.strip_prefix('{') else { return Ok(None) };
    let mut open = 1;
    for (at, c) in inside.char_indices() {
        match c {
            '{' => open += 1,
            '}' => open -= 1,
            _ => {}
        }
        if open == 0 {
            *rest = &inside[at + 1..];
            return Ok(Some(&inside[..at]));
        }
    }
    Err("the format has a { without its }".to_owned())
}

fn directive(letter: char, argument: Option<&str>) -> Result<Piece, String> {
    let number = |count| match argument {
        None => Ok(Piece::Number(count, Digits::Decimal)),
        Some(text) => Digits::parse(text).map(|digits| Piece::Number(count, digits)).ok_or_else(|| {
            format!("%{letter} has the forms {{big32}}, {{little32}}, {{hex32}} (or 8, 16, 64), not {{{text}}}")
        }),
    };
    let piece = match letter {
        'k' => return bytes_of(Field::Key, letter, argument),
        's' | 'v' => return bytes_of(Field::Value, letter, argument),
        'T' | 'd' => return time(letter, argument).map(Piece::Time),
        'p' => return number(Count::Partition),
        'o' => return number(Count::Offset),
        'K' => return number(Count::Length(Field::Key)),
        'S' | 'V' => return number(Count::Length(Field::Value)),
        'H' => return number(Count::Headers),
        'e' => return number(Count::LeaderEpoch),
        'x' => return number(Count::ProducerId),
        'y' => return number(Count::ProducerEpoch),
        'i' => return number(Count::Shown),
        'h' => {
            let each = argument.map(|format| pieces(format, &of_header)).transpose()?;
            return Ok(Piece::Headers(each));
        }
        'a' => {
            let known = Attribute::NAMES.iter().find(|(name, _)| Some(*name) == argument);
            return known.map(|(_, attribute)| Piece::Attribute(*attribute)).ok_or_else(|| {
                "%a is one of %a{compression}, %a{timestamp-type}, %a{transactional} and %a{control}".to_owned()
            });
        }
        't' => Piece::Topic,
        'R' => Piece::Number(Count::Length(Field::Value), Digits::Big(32)),
        other => {
            return Err(format!(
                "the format has %{other}, which means nothing; there are %t %p %o %k %s %T %h %H %K %S %R %e %x %y %a %i"
            ));
        }
    };
    match argument {
        None => Ok(piece),
        Some(argument) => Err(format!("%{letter} takes no {{{argument}}}")),
    }
}

fn bytes_of(field: Field, letter: char, argument: Option<&str>) -> Result<Piece, String> {
    if let Some(fields) = argument.and_then(|text| text.strip_prefix("unpack[")?.strip_suffix(']')) {
        return Unpack::parse(fields).map(|fields| Piece::Unpacked(field, fields));
    }
    let form = argument.map(|text| Form::parse(letter, text)).transpose()?;
    Ok(Piece::Bytes(field, form.unwrap_or(Form::Plain)))
}

/// Within the braces of `%h`.
fn of_header(letter: char, argument: Option<&str>) -> Result<Piece, String> {
    match letter {
        'k' => bytes_of(Field::Key, letter, argument),
        's' | 'v' => bytes_of(Field::Value, letter, argument),
        other => Err(format!("%h{{…}} has %{other}, which means nothing there; a header has %k and %v")),
    }
}

fn time(letter: char, argument: Option<&str>) -> Result<When, String> {
    let format = match argument {
        None if letter == 'T' => return Ok(When::Millis),
        None | Some("iso") => return Ok(When::Iso),
        Some(said) => said.strip_prefix("strftime[").and_then(|rest| rest.strip_suffix(']')).unwrap_or(said),
    };
    match local(0, format) {
        Some(_) if format.contains('%') => Ok(When::Local(format.to_owned())),
        _ => Err(format!("'{format}' is no strftime format, such as %F %T")),
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
                Piece::Number(count, digits) => digits.write(self.count(*count, record), out),
                Piece::Bytes(of, form) => self.bytes(field(*of), *form, out),
                Piece::Unpacked(of, fields) => self.unpacked(field(*of), fields, out),
                Piece::Attribute(attribute) => out.extend_from_slice(attribute.of(record).as_bytes()),
                Piece::Time(when) => {
                    let text = match when {
                        When::Iso if millis >= 0 => instant::text(millis),
                        When::Local(format) if millis >= 0 => local(millis, format),
                        _ => None,
                    };
                    out.extend_from_slice(text.unwrap_or_else(|| millis.to_string()).as_bytes());
                }
                Piece::Headers(each) => self.headers(each.as_deref(), record.headers, out),
            }
        }
        self.shown = self.shown.saturating_add(1);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use self::forms::Number;
    use super::*;
    use crate::protocol::batch::BatchBuilder;

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
            batch: None,
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
    fn rpks_letters_mean_what_they_mean_there() {
        assert_eq!(show(r"%h{%k=%v{hex};}"), "a=31;b=;");
        assert_eq!(show("%H %V %i %e %x %y %a{control}|"), "2 7 0 -1 -1 -1 |");
        assert_eq!(show("%d{strftime[%Y]} %{%}"), "2026 {}");
        assert_eq!(show("%V{big16}%o{little32}%p{hex8}%K{hex16}"), "\0\u{7})\0\0\x0002ffff");
        let bytes = BatchBuilder::new().producer(9, 3, 0).transactional().build();
        let batch = BatchHeader::parse(&bytes).unwrap();
        let record = Record {
            topic: "t",
            partition: 0,
            offset: 0,
            timestamp: Timestamp::None,
            key: Some(&[1, 2]),
            value: None,
            headers: &[],
            deliveries: None,
            batch: Some(&batch),
        };
        let mut format =
            FormatString::parse("%i %x %y %a{transactional} %a{control} %a{compression} %k{u16le} %k{u16}\n", "")
                .unwrap();
        let mut out = Vec::new();
        format.write(&record, &mut out).unwrap();
        format.write(&record, &mut out).unwrap();
        let line = "9 3 true false none 513 258\n";
        assert_eq!(String::from_utf8(out).unwrap(), format!("0 {line}1 {line}"));
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
        assert!(refused("%o{hex}").contains("not {hex}"));
        assert!(refused("%h{%t}").contains("a header has %k and %v"));
        assert!(refused("%h{%k").contains("without its }"));
        assert!(refused("%a").contains("%a{control}") && refused("%a{x}").contains("%a{control}"));
        assert!(refused("%T{soon}").contains("no strftime format"));
        assert!(refused(r"\x4").contains("two hexadecimal digits"));
    }
}
