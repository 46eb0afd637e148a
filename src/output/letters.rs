//! kt's own arrows, dots and bars for a terminal that knows only ASCII.
//!
//! Only what kt draws is replaced; names and records stay as they are. A locale that is not set at all says nothing: by
//! now such terminals know UTF-8 mostly, containers above all.

use std::borrow::Cow;
use std::env;
use std::sync::OnceLock;

/// What stands for each of kt's letters, one column for one wherever columns depend on it.
const PLAIN: [(char, &str); 32] = [
    ('·', "-"),
    ('→', "->"),
    ('›', ">"),
    ('…', "..."),
    ('—', "-"),
    ('–', "-"),
    ('×', "x"),
    ('±', "+-"),
    ('µ', "u"),
    ('≤', "<="),
    ('≥', ">="),
    ('↑', "^"),
    ('↓', "v"),
    ('▲', "^"),
    ('✓', "+"),
    ('✗', "x"),
    ('█', "#"),
    ('▉', "#"),
    ('▊', "#"),
    ('▋', "#"),
    ('▌', "="),
    ('▍', "="),
    ('▎', "-"),
    ('▏', "-"),
    ('░', "."),
    ('▁', "_"),
    ('▂', "_"),
    ('▃', "."),
    ('▄', "-"),
    ('▅', "="),
    ('▆', "+"),
    ('▇', "*"),
];

/// The text with letters that the terminal knows.
pub fn known(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !only_ascii() { Cow::Borrowed(text) } else { Cow::Owned(plain(text)) }
}

fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match PLAIN.iter().find(|(fine, _)| *fine == letter) {
            Some((_, plain)) => out.push_str(plain),
            None => out.push(letter),
        }
    }
    out
}

fn only_ascii() -> bool {
    static ONLY_ASCII: OnceLock<bool> = OnceLock::new();
    *ONLY_ASCII.get_or_init(|| is_without_utf8(|name| env::var(name).ok()))
}

/// The first of the three that is set decides, as for every program.
fn is_without_utf8(variable: impl Fn(&str) -> Option<String>) -> bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().filter_map(variable).find(|value| !value.is_empty());
    locale.is_some_and(|locale| {
        let locale = locale.to_ascii_lowercase();
        !locale.contains("utf-8") && !locale.contains("utf8")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kts_letters_become_plain_ones_and_names_stay() {
        assert_eq!(plain("GROUP g · lag 3 → 0 …"), "GROUP g - lag 3 -> 0 ...");
        assert_eq!(plain("████░░ ▁▂▃▄▅▆▇█"), "####.. __.-=+*#");
        assert_eq!(plain("größe"), "größe");
    }

    #[test]
    fn the_locale_decides_and_none_means_that_all_is_well() {
        let with = |pairs: &[(&str, &str)]| {
            let pairs: Vec<(String, String)> = pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
            is_without_utf8(move |name| pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone()))
        };
        assert!(!with(&[]) && !with(&[("LANG", "de_DE.UTF-8")]) && !with(&[("LC_ALL", ""), ("LANG", "C.utf8")]));
        assert!(with(&[("LANG", "C")]) && with(&[("LC_ALL", "POSIX"), ("LANG", "en_US.UTF-8")]));
        assert!(with(&[("LC_CTYPE", "de_DE.ISO-8859-1"), ("LANG", "de_DE.UTF-8")]));
    }
}
