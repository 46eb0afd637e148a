//! Lists of settings as the original reads them: `a=1,b=[x,y]`.

use crate::commands::failure::Failure;

const WRONG: &str = "requirement failed: Invalid entity config: all configs to be added must be in the format \
                     \"key=val\" or  \"key=[val1,val2]\" to group values which contain commas.";

/// The parts of a text between separators that are not within brackets. A bracket is open at some place if the next
/// bracket after it closes.
fn outside_brackets(text: &str, separator: char) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices(separator) {
        let rest = &text[at + separator.len_utf8()..];
        let outside = match rest.find(']') {
            Some(close) => rest[..close].contains('['),
            None => true,
        };
        if outside {
            parts.push(&text[start..at]);
            start = at + separator.len_utf8();
        }
    }
    parts.push(&text[start..]);
    parts
}

/// `--add-config`. A key that is given twice has its last value.
pub fn added(text: &str) -> Result<Vec<(String, String)>, Failure> {
    let mut pairs = outside_brackets(text, ',');
    // As Java splits: nothing at the end is left out, but nothing at all is one part.
    while !text.is_empty() && pairs.last() == Some(&"") {
        pairs.pop();
    }
    let mut found: Vec<(String, String)> = Vec::new();
    for pair in pairs {
        let [key, value] = outside_brackets(pair, '=')[..] else {
            return Err(Failure::usage(WRONG));
        };
        put(&mut found, key.trim(), value.replace(['[', ']'], "").trim());
    }
    check_keys(&found)?;
    Ok(found)
}

pub fn put(settings: &mut Vec<(String, String)>, key: &str, value: &str) {
    settings.retain(|(known, _)| known != key);
    settings.push((key.to_owned(), value.to_owned()));
}

/// Which letters a key may have.
pub fn check_keys(settings: &[(String, String)]) -> Result<(), Failure> {
    let legal = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    match settings.iter().find(|(key, _)| !key.chars().all(legal)) {
        Some((key, _)) => Err(Failure::usage(format!("Invalid character found for config key: {key}"))),
        None => Ok(()),
    }
}

/// `--delete-config`, which may be given several times with several keys each.
pub fn deleted(texts: &[&str]) -> Vec<String> {
    let mut keys = Vec::new();
    for text in texts {
        keys.extend(text.split(',').filter(|key| !key.is_empty()).map(|key| key.trim().to_owned()));
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<(String, String)>, String> {
        added(text).map_err(|failure| failure.what().to_owned())
    }

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn commas_and_equals_signs_in_brackets_part_nothing() {
        assert_eq!(read("a=1,b=2"), Ok(pairs(&[("a", "1"), ("b", "2")])));
        assert_eq!(
            read("cleanup.policy=[compact,delete],a=1"),
            Ok(pairs(&[("cleanup.policy", "compact,delete"), ("a", "1")]))
        );
        assert_eq!(
            read("SCRAM-SHA-256=[iterations=8192,password=secret]"),
            Ok(pairs(&[("SCRAM-SHA-256", "iterations=8192,password=secret")]))
        );
        assert_eq!(read("a=1,b=[x,y],c=[z]"), Ok(pairs(&[("a", "1"), ("b", "x,y"), ("c", "z")])));
        assert_eq!(read(" a = 1 "), Ok(pairs(&[("a", "1")])));
        assert_eq!(read("a=,b=2,"), Ok(pairs(&[("a", ""), ("b", "2")])));
        assert_eq!(read("a=1,a=2"), Ok(pairs(&[("a", "2")])));
    }

    #[test]
    fn what_is_no_pair_is_refused_in_the_originals_words() {
        assert_eq!(read("retention.ms"), Err(WRONG.into()));
        assert_eq!(read("a=b=c"), Err(WRONG.into()));
        assert_eq!(read(""), Err(WRONG.into()));
        assert_eq!(read(",a=1"), Err(WRONG.into()));
        assert_eq!(read(","), Ok(Vec::new()));
        assert_eq!(read("a b=1"), Err("Invalid character found for config key: a b".into()));
        assert_eq!(deleted(&["a, b", "c"]), ["a", "b", "c"]);
    }
}
