//! Names of topics by pattern, as the original reads them: a Java regular expression that has to match the whole name.
//!
//! People write look-ahead here (`(?!__).*`), so the engine is one that has it; it gives up on a pattern that explodes
//! rather than hang. A plain name needs no engine at all.

use fancy_regex::Regex;

use super::failure::Failure;

/// Topics Kafka keeps for itself (`Topic.isInternal`).
pub const INTERNAL: [&str; 3] = ["__consumer_offsets", "__transaction_state", "__share_group_state"];

pub fn is_internal(topic: &str) -> bool {
    INTERNAL.contains(&topic)
}

/// A pattern of names.
#[derive(Clone, Debug)]
pub struct Pattern {
    text: String,
    regex: Option<Regex>,
}

impl Pattern {
    /// As the original's topic filter: a comma means "or", blanks count for nothing, quotes around it are dropped.
    pub fn topics(text: &str) -> Result<Self, Failure> {
        let joined = text.trim().replace(',', "|").replace(' ', "");
        let quotes = ['"', '\''];
        Self::new(joined.trim_matches(quotes))
    }

    /// A regular expression as it stands.
    pub fn new(text: &str) -> Result<Self, Failure> {
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
        if text.chars().all(plain) {
            return Ok(Self { text: text.to_owned(), regex: None });
        }
        let whole = format!("^(?:{text})\\z");
        let regex = Regex::new(&whole).map_err(|error| {
            Failure::usage(format!("{text} is an invalid regex."))
                .because(error.to_string())
                .kafka(format!("{text} is an invalid regex."))
        })?;
        Ok(Self { text: text.to_owned(), regex: Some(regex) })
    }

    pub fn matches(&self, name: &str) -> bool {
        match &self.regex {
            None => self.text == name,
            // An error here is a pattern that took too many steps: no name is worth that.
            Some(regex) => regex.is_match(name).unwrap_or(false),
        }
    }

    /// The name, if the pattern can match nothing else.
    pub fn plain(&self) -> Option<&str> {
        self.regex.is_none().then_some(&*self.text)
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matches(pattern: &str, name: &str) -> bool {
        Pattern::topics(pattern).unwrap().matches(name)
    }

    #[test]
    fn a_pattern_has_to_match_the_whole_name() {
        assert!(matches("orders", "orders"));
        assert!(!matches("order", "orders"));
        assert!(matches("o.*", "orders"));
        assert!(matches("[ab].", "a1"));
        assert!(!matches("[ab].", "a12"));
        assert!(matches("a|bc", "bc"));
    }

    #[test]
    fn a_comma_means_or_and_quotes_and_blanks_are_dropped() {
        assert!(matches("a, b", "b"));
        assert!(matches("\"a,b\"", "a"));
        assert!(!matches("a,b", "a,b"));
    }

    #[test]
    fn look_ahead_works() {
        assert!(matches("(?!__).*", "orders"));
        assert!(!matches("(?!__).*", "__consumer_offsets"));
    }

    #[test]
    fn a_wrong_or_exploding_pattern_is_no_panic_and_no_hang() {
        assert_eq!(Pattern::topics("[").unwrap_err().message(), "[ is an invalid regex.");
        assert!(!matches("(?=(a+)+$)(a+)+b", &"a".repeat(249)));
    }
}
