//! `sasl.jaas.config`: the options of its one login module, and the token that Kafka makes for tests.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// How long the unsecured token says that it holds; the original's default.
const UNSECURED_LIFETIME: Duration = Duration::from_secs(3600);

/// The options of `MODULE required key="value" key=value;`.
pub fn options(text: &str) -> Result<Vec<(String, String)>, String> {
    let mut words = Words(text.trim());
    let module = words.next()?.ok_or("is empty")?;
    let flag = words.next()?.ok_or_else(|| format!("nothing follows the login module {module}"))?;
    if !["required", "requisite", "sufficient", "optional"].contains(&flag.to_ascii_lowercase().as_str()) {
        return Err(format!("after the login module stands 'required', not '{flag}'"));
    }
    let mut options = Vec::new();
    loop {
        let Some(key) = words.next()? else {
            return Err("ends without a semicolon".into());
        };
        if key == ";" {
            break;
        }
        if words.next()?.as_deref() != Some("=") {
            return Err(format!("option '{key}' has no value"));
        }
        match words.next()? {
            Some(value) if value != ";" => options.push((key, value)),
            _ => return Err(format!("option '{key}' has no value")),
        }
    }
    match words.next()? {
        None => Ok(options),
        Some(_) => Err("has more than one login module".into()),
    }
}

/// Words, quoted words, `=` and `;`.
struct Words<'a>(&'a str);

impl Words<'_> {
    fn next(&mut self) -> Result<Option<String>, String> {
        self.0 = self.0.trim_start();
        let Some(first) = self.0.chars().next() else { return Ok(None) };
        match first {
            '=' | ';' => {
                self.0 = &self.0[1..];
                Ok(Some(first.to_string()))
            }
            '"' | '\'' => self.quoted(first).map(Some),
            _ => {
                let end = self.0.find(|c: char| c.is_whitespace() || matches!(c, '=' | ';')).unwrap_or(self.0.len());
                let (word, rest) = self.0.split_at(end);
                self.0 = rest;
                Ok(Some(word.to_owned()))
            }
        }
    }

    /// Escapes are those of Java's StreamTokenizer: a backslash takes the next character, `\n` and `\t` among them.
    fn quoted(&mut self, quote: char) -> Result<String, String> {
        let mut word = String::new();
        let mut chars = self.0.char_indices().skip(1);
        while let Some((at, c)) = chars.next() {
            match c {
                _ if c == quote => {
                    self.0 = &self.0[at + c.len_utf8()..];
                    return Ok(word);
                }
                '\\' => match chars.next() {
                    Some((_, 'n')) => word.push('\n'),
                    Some((_, 't')) => word.push('\t'),
                    Some((_, 'r')) => word.push('\r'),
                    Some((_, other)) => word.push(other),
                    None => break,
                },
                _ => word.push(c),
            }
        }
        Err("has a quote that does not end".into())
    }
}

/// An unsigned JWT for `subject`, good for an hour: what brokers with Kafka's unsecured validator take.
pub fn unsecured_token(subject: &str) -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let claims = serde_json::json!({
        "sub": subject,
        "iat": now.as_secs_f64(),
        "exp": (now + UNSECURED_LIFETIME).as_secs_f64(),
    });
    let encode = |text: String| URL_SAFE_NO_PAD.encode(text);
    format!("{}.{}.", encode(r#"{"alg":"none"}"#.into()), encode(claims.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_words_or_quoted() {
        let text = r#"org.x.PlainLoginModule required username="a b" password="p\"w;=" tokenauth=true ;"#;
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        let wanted = [pair("username", "a b"), pair("password", "p\"w;="), pair("tokenauth", "true")];
        assert_eq!(options(text).unwrap(), wanted);
    }

    #[test]
    fn what_is_no_jaas_line_says_why() {
        assert_eq!(options("").unwrap_err(), "is empty");
        assert_eq!(options("M required a=\"b").unwrap_err(), "has a quote that does not end");
        assert_eq!(options("M required a=b").unwrap_err(), "ends without a semicolon");
        assert_eq!(options("M required a;").unwrap_err(), "option 'a' has no value");
        assert_eq!(options("M a=b;").unwrap_err(), "after the login module stands 'required', not 'a'");
        assert_eq!(options("M required; N required;").unwrap_err(), "has more than one login module");
    }
}
