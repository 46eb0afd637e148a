//! Which records are wanted, by what they hold.
//!
//! What must hold: a record passes only if all conditions hold; one that a jq expression stumbles over does not pass, and
//! is counted, so that it can be told at the end.

use fancy_regex::Regex;

use super::envelope;
use crate::output::jq::Jq;
use crate::output::record::{Header, Record};

/// Which records pass.
#[derive(Default)]
pub struct Sieve {
    pub key: Option<Vec<u8>>,
    pub grep: Option<Regex>,
    /// Names, and what they must be.
    pub headers: Vec<(String, Option<String>)>,
    pub conditions: Vec<Jq>,
    /// How many records an expression stumbled over, and its first sentence.
    pub stumbled: Option<(u64, String)>,
    pub json: Vec<u8>,
}

impl Sieve {
    pub fn passes(&mut self, record: &Record<'_>) -> bool {
        if self.key.is_some() && record.key != self.key.as_deref() {
            return false;
        }
        let has = |(name, wanted): &(String, Option<String>)| {
            record.headers.iter().any(|header| {
                header.key == name.as_bytes()
                    && wanted.as_ref().is_none_or(|wanted| header.value == Some(wanted.as_bytes()))
            })
        };
        if !self.headers.iter().all(has) {
            return false;
        }
        if let Some(grep) = &self.grep {
            let finds = |bytes: &[u8]| grep.is_match(&*String::from_utf8_lossy(bytes)).unwrap_or(false);
            let in_header = |header: &Header<'_>| {
                let value = header.value.unwrap_or_default();
                finds(&[header.key, b"=", value].concat())
            };
            let found = record.value.is_some_and(finds)
                || record.key.is_some_and(finds)
                || record.headers.iter().any(in_header);
            if !found {
                return false;
            }
        }
        if self.conditions.is_empty() {
            return true;
        }
        self.json.clear();
        envelope::write(record, &mut self.json);
        for condition in &self.conditions {
            match condition.is_true(&self.json) {
                Ok(true) => {}
                Ok(false) => return false,
                Err(why) => {
                    let place = format!("{}[{}] offset {}", record.topic, record.partition, record.offset);
                    self.stumbled.get_or_insert_with(|| (0, format!("{why} (at {place})"))).0 += 1;
                    return false;
                }
            }
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::record::Timestamp;

    fn passes(sieve: &mut Sieve) -> bool {
        let headers = [Header { key: b"trace", value: Some(b"ab") }];
        let timestamp = Timestamp::Create(1);
        let (key, value) = (Some(&b"o-1"[..]), Some(&br#"{"total":12}"#[..]));
        sieve.passes(&Record {
            topic: "t",
            partition: 0,
            offset: 7,
            timestamp,
            key,
            value,
            headers: &headers,
            deliveries: None,
            batch: None,
        })
    }

    #[test]
    fn a_record_passes_if_all_conditions_hold() {
        let grep = |pattern: &str| Sieve { grep: Some(Regex::new(pattern).unwrap()), ..Sieve::default() };
        assert!(passes(&mut Sieve::default()));
        assert!([r"total.:12", "^o-1$", "^trace=ab$"].map(|pattern| passes(&mut grep(pattern))).iter().all(|p| *p));
        assert!(!passes(&mut grep("^ab")));
        let header = |value: Option<&str>| Sieve {
            headers: vec![("trace".to_owned(), value.map(str::to_owned))],
            ..Sieve::default()
        };
        assert!(passes(&mut header(None)) && passes(&mut header(Some("ab"))) && !passes(&mut header(Some("a"))));
        let key = |key: &[u8]| Sieve { key: Some(key.to_vec()), ..Sieve::default() };
        assert!(passes(&mut key(b"o-1")) && !passes(&mut key(b"o-")));
        let jq = |expression: &str| Sieve { conditions: vec![Jq::new(expression).unwrap()], ..grep("12") };
        assert!(passes(&mut jq(".value.total > 10 and .partition == 0")) && !passes(&mut jq(".value.total > 12")));
    }

    #[test]
    fn a_record_that_an_expression_stumbles_over_does_not_pass_and_is_counted() {
        let mut sieve = Sieve { conditions: vec![Jq::new(".key.total > 1").unwrap()], ..Sieve::default() };
        assert!(!passes(&mut sieve) && !passes(&mut sieve));
        let (count, why) = sieve.stumbled.unwrap();
        assert_eq!(count, 2);
        assert!(why.ends_with("(at t[0] offset 7)"), "{why}");
    }
}
