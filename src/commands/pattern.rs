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
    /// As the user wrote it.
    asked: String,
    matcher: Matcher,
}

#[derive(Clone, Debug)]
enum Matcher {
    Plain(String),
    Regex(Regex),
}

impl Pattern {
    /// As the original's topic filter: a comma means "or", blanks count for nothing, quotes around it are dropped.
    pub fn topics(text: &str) -> Result<Self, Failure> {
        let joined = text.trim().replace(',', "|").replace(' ', "");
        let quotes = ['"', '\''];
        Ok(Self { asked: text.to_owned(), ..Self::new(joined.trim_matches(quotes))? })
    }

    /// As kt's own grammar has it: `*` and `?` as in a shell, a comma means "or", and `/…/` is a regular expression.
    pub fn own(text: &str) -> Result<Self, Failure> {
        if let Some(regex) = text.strip_prefix('/').and_then(|rest| rest.strip_suffix('/')) {
            return Ok(Self { asked: text.to_owned(), ..Self::new(regex)? });
        }
        let mut regex = String::new();
        for c in text.chars() {
            match c {
                '*' => regex.push_str(".*"),
                '?' => regex.push('.'),
                ',' => regex.push('|'),
                c if c.is_ascii_alphanumeric() || c == '_' || c == '-' => regex.push(c),
                c => regex.push_str(&fancy_regex::escape(c.encode_utf8(&mut [0; 4]))),
            }
        }
        Ok(Self { asked: text.to_owned(), ..Self::new(&regex)? })
    }

    /// A regular expression as it stands.
    pub fn new(text: &str) -> Result<Self, Failure> {
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
        if text.chars().all(plain) {
            return Ok(Self { asked: text.to_owned(), matcher: Matcher::Plain(text.to_owned()) });
        }
        let whole = format!("^(?:{text})\\z");
        let regex = Regex::new(&whole).map_err(|error| {
            Failure::usage(format!("{text} is an invalid regex."))
                .because(error.to_string())
                .kafka(format!("{text} is an invalid regex."))
        })?;
        Ok(Self { asked: text.to_owned(), matcher: Matcher::Regex(regex) })
    }

    pub fn matches(&self, name: &str) -> bool {
        match &self.matcher {
            Matcher::Plain(plain) => plain == name,
            // An error here is a pattern that took too many steps: no name is worth that.
            Matcher::Regex(regex) => regex.is_match(name).unwrap_or(false),
        }
    }

    /// The name, if the pattern can match nothing else.
    pub fn plain(&self) -> Option<&str> {
        match &self.matcher {
            Matcher::Plain(plain) => Some(plain),
            Matcher::Regex(_) => None,
        }
    }

    /// As the user wrote it.
    pub fn as_str(&self) -> &str {
        &self.asked
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
    fn kts_own_patterns_are_those_of_a_shell() {
        let matches = |pattern: &str, name: &str| Pattern::own(pattern).unwrap().matches(name);
        assert!(matches("tmp-*", "tmp-1") && !matches("tmp-*", "tmp"));
        assert!(matches("a.b", "a.b") && !matches("a.b", "axb"));
        assert!(matches("a,b?", "bc") && matches("/a|b.*/", "bcd"));
        assert_eq!(Pattern::own("a.b").unwrap().as_str(), "a.b");
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
