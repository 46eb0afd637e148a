//! Which formatter a class name means: Kafka's present names and those of its 2.x and 3.x tools.

use super::coordinator::CoordinatorFormatter;
use super::default::{DefaultFormatter, KNOWN, knows};
use super::{FormatError, Formatter, NoOpFormatter, Properties, Record, Timestamp};

/// A formatter and what a person should hear about the choice.
pub struct Choice {
    pub formatter: Box<dyn Formatter>,
    /// Said once on stderr: properties without meaning, classes that are not there, old names.
    pub notes: Vec<String>,
}

/// The formatter when none is named.
pub const DEFAULT: &str = "org.apache.kafka.tools.consumer.DefaultMessageFormatter";

/// Names that older tools had, and what they are now.
const RENAMED: [(&str, &str); 6] = [
    ("kafka.tools.DefaultMessageFormatter", DEFAULT),
    ("kafka.tools.LoggingMessageFormatter", "org.apache.kafka.tools.consumer.LoggingMessageFormatter"),
    ("kafka.tools.NoOpMessageFormatter", "org.apache.kafka.tools.consumer.NoOpMessageFormatter"),
    (
        "kafka.coordinator.group.GroupMetadataManager$OffsetsMessageFormatter",
        "org.apache.kafka.tools.consumer.OffsetsMessageFormatter",
    ),
    (
        "kafka.coordinator.group.GroupMetadataManager$GroupMetadataMessageFormatter",
        "org.apache.kafka.tools.consumer.GroupMetadataMessageFormatter",
    ),
    (
        "kafka.coordinator.transaction.TransactionLog$TransactionLogMessageFormatter",
        "org.apache.kafka.tools.consumer.TransactionLogMessageFormatter",
    ),
];

/// The formatter of this class; `None` when there is no such class.
pub fn choose(class: &str, properties: &Properties) -> Option<Choice> {
    let mut notes = Vec::new();
    let class = match RENAMED.iter().find(|(old, _)| *old == class) {
        Some((old, new)) => {
            notes.push(format!("{old} is now {new} (accepted)"));
            new
        }
        None => class,
    };
    let simple = class.strip_prefix("org.apache.kafka.tools.consumer.")?;
    let formatter: Box<dyn Formatter> = match simple {
        "NoOpMessageFormatter" => Box::new(NoOpFormatter),
        "DefaultMessageFormatter" => Box::new(default(properties, &mut notes)),
        "LoggingMessageFormatter" => {
            let inner = default(properties, &mut notes);
            Box::new(LoggingFormatter { inner })
        }
        simple => Box::new(CoordinatorFormatter::by_class(simple)?),
    };
    Some(Choice { formatter, notes })
}

fn default(properties: &Properties, notes: &mut Vec<String>) -> DefaultFormatter {
    for name in properties.keys().filter(|name| !knows(name)) {
        // Twice as alike as different is near enough to be a slip of the finger.
        let near = KNOWN.iter().map(|known| (strsim::normalized_levenshtein(name, known), known));
        let hint = match near.max_by(|a, b| a.0.total_cmp(&b.0)) {
            Some((likeness, known)) if likeness > 0.66 => format!("; did you mean {known} ?"),
            _ => String::new(),
        };
        notes.push(format!("the formatter has no property {name}{hint}"));
    }
    let (formatter, more) = DefaultFormatter::new(properties);
    notes.extend(more);
    formatter
}

/// Prints as the default one does, and logs each record.
struct LoggingFormatter {
    inner: DefaultFormatter,
}

impl Formatter for LoggingFormatter {
    fn write(&mut self, record: &Record<'_>, out: &mut Vec<u8>) -> Result<(), FormatError> {
        self.inner.write(record, out)?;
        let timestamp = match record.timestamp {
            Timestamp::None => String::new(),
            Timestamp::Create(ms) => format!("CreateTime:{ms}, "),
            Timestamp::LogAppend(ms) => format!("LogAppendTime:{ms}, "),
        };
        let key = record.key.map_or("null ".into(), |key| format!("{}, ", String::from_utf8_lossy(key)));
        let value = record.value.map_or("null".into(), String::from_utf8_lossy);
        tracing::info!(target: "LoggingMessageFormatter", "{timestamp}key:{key}value:{value}");
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notes(class: &str, property: &str) -> Option<Vec<String>> {
        let properties = [(property.to_owned(), "true".to_owned())].into();
        choose(class, &properties).map(|choice| choice.notes)
    }

    #[test]
    fn a_mistyped_property_is_noticed() {
        assert_eq!(notes(DEFAULT, "print.key"), Some(vec![]));
        let said = notes(DEFAULT, "print.keys").unwrap();
        assert_eq!(said, ["the formatter has no property print.keys; did you mean print.key ?"]);
        assert_eq!(notes(DEFAULT, "wings").unwrap(), ["the formatter has no property wings"]);
    }

    #[test]
    fn old_names_are_taken_with_a_note_and_unknown_ones_are_not() {
        for (old, _) in RENAMED {
            assert!(notes(old, "print.key").unwrap()[0].contains("is now"), "{old}");
        }
        assert!(choose("no.such.Formatter", &Properties::new()).is_none());
        assert!(choose("org.apache.kafka.tools.consumer.Wings", &Properties::new()).is_none());
    }
}
