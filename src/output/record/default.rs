//! The original's DefaultMessageFormatter: a line for each record, columns by `print.*` properties.

use super::deserializer::{Deserializer, text};
use super::{FormatError, Formatter, Properties, Record, Timestamp};

/// Which columns are printed, between which separators, read by which deserializers.
pub struct DefaultFormatter {
    timestamp: bool,
    partition: bool,
    offset: bool,
    delivery: bool,
    epoch: bool,
    headers: bool,
    key: bool,
    value: bool,
    key_separator: Vec<u8>,
    line_separator: Vec<u8>,
    headers_separator: Vec<u8>,
    null_literal: Vec<u8>,
    key_deserializer: Option<Deserializer>,
    value_deserializer: Option<Deserializer>,
    headers_deserializer: Option<Deserializer>,
}

/// The properties the formatter listens to; deserializers take more below their own names.
pub const KNOWN: [&str; 15] = [
    "print.timestamp",
    "print.key",
    "print.offset",
    "print.delivery",
    "print.epoch",
    "print.partition",
    "print.headers",
    "print.value",
    "key.separator",
    "line.separator",
    "headers.separator",
    "null.literal",
    "key.deserializer",
    "value.deserializer",
    "headers.deserializer",
];

/// Whether the formatter makes something of this property.
pub fn knows(name: &str) -> bool {
    KNOWN.contains(&name)
        || ["key.deserializer.", "value.deserializer.", "headers.deserializer."].iter().any(|p| name.starts_with(p))
}

impl DefaultFormatter {
    /// The formatter, and what the original would log: a class that is not there is left out, not an error.
    pub fn new(properties: &Properties) -> (Self, Vec<String>) {
        let mut notes = Vec::new();
        let on = |name: &str, default: bool| {
            properties.get(name).map_or(default, |value| value.trim().eq_ignore_ascii_case("true"))
        };
        let bytes =
            |name: &str, default: &str| properties.get(name).map_or(default, String::as_str).as_bytes().to_vec();
        let mut class = |name: &str| {
            let class = properties.get(name)?;
            match Deserializer::by_class(class, name, properties) {
                Ok(Some(deserializer)) => Some(deserializer),
                Ok(None) => {
                    notes.push(format!("Unable to instantiate a deserializer from {class}: no such class; the bytes are printed as they are"));
                    None
                }
                Err(error) => {
                    notes.push(format!(
                        "Unable to instantiate a deserializer from {class}: {error}; the bytes are printed as they are"
                    ));
                    None
                }
            }
        };
        let formatter = Self {
            key_deserializer: class("key.deserializer"),
            value_deserializer: class("value.deserializer"),
            headers_deserializer: class("headers.deserializer"),
            timestamp: on("print.timestamp", false),
            partition: on("print.partition", false),
            offset: on("print.offset", false),
            delivery: on("print.delivery", false),
            epoch: on("print.epoch", false),
            headers: on("print.headers", false),
            key: on("print.key", false),
            value: on("print.value", true),
            key_separator: bytes("key.separator", "\t"),
            line_separator: bytes("line.separator", "\n"),
            headers_separator: bytes("headers.separator", ","),
            null_literal: bytes("null.literal", "null"),
        };
        (formatter, notes)
    }

    fn field(
        &self,
        deserializer: Option<Deserializer>,
        bytes: Option<&[u8]>,
        out: &mut Vec<u8>,
    ) -> Result<(), FormatError> {
        let bytes = bytes.unwrap_or(&self.null_literal);
        match deserializer {
            None => out.extend_from_slice(bytes),
            Some(deserializer) => deserializer.write(bytes, out)?,
        }
        Ok(())
    }

    fn separate(&self, more: bool, out: &mut Vec<u8>) {
        out.extend_from_slice(if more { &self.key_separator } else { &self.line_separator });
    }

    fn write_headers(&self, record: &Record<'_>, out: &mut Vec<u8>) -> Result<(), FormatError> {
        if record.headers.is_empty() {
            out.extend_from_slice(b"NO_HEADERS");
        }
        for (i, header) in record.headers.iter().enumerate() {
            if i > 0 {
                out.extend_from_slice(&self.headers_separator);
            }
            out.extend_from_slice(header.key);
            out.push(b':');
            self.field(self.headers_deserializer, header.value, out)?;
        }
        Ok(())
    }
}

impl Formatter for DefaultFormatter {
    fn write(&mut self, record: &Record<'_>, out: &mut Vec<u8>) -> Result<(), FormatError> {
        let after_headers = self.key || self.value;
        let after_epoch = self.headers || after_headers;
        let after_delivery = self.epoch || after_epoch;
        let after_offset = self.delivery || after_delivery;
        let after_partition = self.offset || after_offset;
        if self.timestamp {
            match record.timestamp {
                Timestamp::None => out.extend_from_slice(b"NO_TIMESTAMP"),
                Timestamp::Create(ms) => text(out, format_args!("CreateTime:{ms}")),
                Timestamp::LogAppend(ms) => text(out, format_args!("LogAppendTime:{ms}")),
            }
            self.separate(self.partition || after_partition, out);
        }
        if self.partition {
            text(out, format_args!("Partition:{}", record.partition));
            self.separate(after_partition, out);
        }
        if self.offset {
            text(out, format_args!("Offset:{}", record.offset));
            self.separate(after_offset, out);
        }
        if self.delivery {
            match record.deliveries {
                Some(count) => text(out, format_args!("Delivery:{count}")),
                None => out.extend_from_slice(b"Delivery:NOT_PRESENT"),
            }
            self.separate(after_delivery, out);
        }
        if self.epoch {
            // The original's console consumer drops the epoch on its way to the formatter.
            out.extend_from_slice(b"Epoch:NOT_PRESENT");
            self.separate(after_epoch, out);
        }
        if self.headers {
            self.write_headers(record, out)?;
            self.separate(after_headers, out);
        }
        if self.key {
            self.field(self.key_deserializer, record.key, out)?;
            self.separate(self.value, out);
        }
        if self.value {
            self.field(self.value_deserializer, record.value, out)?;
            out.extend_from_slice(&self.line_separator);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::Header;
    use super::*;

    fn print(properties: &[(&str, &str)], record: &Record<'_>) -> String {
        let properties = properties.iter().map(|(k, v)| (k.to_string(), v.to_string())).collect();
        let (mut formatter, notes) = DefaultFormatter::new(&properties);
        assert!(notes.is_empty(), "{notes:?}");
        let mut out = Vec::new();
        formatter.write(record, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    const HEADERS: [Header<'static>; 2] = [Header { key: b"h", value: Some(b"1") }, Header { key: b"i", value: None }];

    fn record() -> Record<'static> {
        Record {
            topic: "t",
            partition: 3,
            offset: 7,
            timestamp: Timestamp::Create(1000),
            key: Some(b"k"),
            value: Some(b"v"),
            headers: &HEADERS,
            deliveries: None,
            batch: None,
        }
    }

    #[test]
    fn only_the_value_is_printed_by_default() {
        assert_eq!(print(&[], &record()), "v\n");
        assert_eq!(print(&[], &Record { value: None, ..record() }), "null\n");
    }

    #[test]
    fn all_columns_come_in_the_originals_order() {
        let all = [
            ("print.timestamp", "true"),
            ("print.partition", " TRUE "),
            ("print.offset", "true"),
            ("print.delivery", "true"),
            ("print.epoch", "true"),
            ("print.headers", "true"),
            ("print.key", "true"),
        ];
        let line =
            "CreateTime:1000\tPartition:3\tOffset:7\tDelivery:NOT_PRESENT\tEpoch:NOT_PRESENT\th:1,i:null\tk\tv\n";
        assert_eq!(print(&all, &record()), line);
        let of_share_group = Record { deliveries: Some(2), ..record() };
        assert_eq!(print(&all, &of_share_group), line.replace("Delivery:NOT_PRESENT", "Delivery:2"));
    }

    #[test]
    fn separators_and_the_null_literal_can_be_chosen() {
        let chosen = [
            ("print.key", "true"),
            ("print.headers", "true"),
            ("key.separator", "|"),
            ("line.separator", ";"),
            ("headers.separator", "&"),
            ("null.literal", "<none>"),
        ];
        assert_eq!(print(&chosen, &Record { key: None, ..record() }), "h:1&i:<none>|<none>|v;");
        assert_eq!(print(&chosen, &Record { headers: &[], ..record() }), "NO_HEADERS|k|v;");
    }

    #[test]
    fn a_line_ends_after_whatever_its_last_column_is() {
        assert_eq!(print(&[("print.value", "false"), ("print.key", "true")], &record()), "k\n");
        assert_eq!(print(&[("print.value", "no"), ("print.offset", "true")], &record()), "Offset:7\n");
        assert_eq!(print(&[("print.value", "false")], &record()), "");
    }

    #[test]
    fn a_class_that_is_not_there_is_noted_and_left_out() {
        let properties = [("value.deserializer".to_owned(), "no.such.D".to_owned())].into();
        let (mut formatter, notes) = DefaultFormatter::new(&properties);
        assert!(notes[0].contains("no.such.D"));
        let mut out = Vec::new();
        formatter.write(&record(), &mut out).unwrap();
        assert_eq!(out, b"v\n");
    }

    #[test]
    fn what_came_before_an_unreadable_value_stays() {
        let long = "org.apache.kafka.common.serialization.LongDeserializer";
        let properties =
            [("print.key".to_owned(), "true".to_owned()), ("value.deserializer".to_owned(), long.to_owned())].into();
        let (mut formatter, _) = DefaultFormatter::new(&properties);
        let mut out = Vec::new();
        assert!(formatter.write(&record(), &mut out).is_err());
        assert_eq!(out, b"k\t");
    }
}
