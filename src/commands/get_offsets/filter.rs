//! Which partitions are meant: patterns of topics with numbers or ranges.

use crate::client::admin::TopicPartition;
use crate::commands::failure::Failure;
use crate::commands::pattern::Pattern;

/// A partition passes if one of the rules lets it.
pub(super) struct Filter(Vec<Rule>);

pub(super) struct Rule {
    pub topic: Pattern,
    pub partitions: Partitions,
}

pub(super) enum Partitions {
    All,
    These(Vec<i32>),
    /// From the first one up to the last one, which is left out.
    Range(i32, i32),
}

impl From<Rule> for Filter {
    fn from(rule: Rule) -> Self {
        Filter(vec![rule])
    }
}

impl Filter {
    /// `--topic-partitions`: `TOPIC`, `TOPIC:N`, `TOPIC:A-B`, `TOPIC:A-`, `TOPIC:-B`, `:N`, joined by commas. The topic is
    /// a regular expression, and the upper end of a range is left out.
    pub fn rules(text: &str) -> Result<Filter, Failure> {
        let mut parts: Vec<&str> = text.split(',').collect();
        while parts.len() > 1 && parts.last() == Some(&"") {
            parts.pop(); // as Java splits
        }
        let rule = |part: &&str| {
            let (topic, partitions) = part.split_once(':').unwrap_or((part, ""));
            let invalid = || Failure::usage(format!("Invalid rule specification: {part}"));
            let topic = Pattern::topics(if topic.is_empty() { ".*" } else { topic })?;
            Ok(Rule { topic, partitions: range(partitions).ok_or_else(invalid)?? })
        };
        Ok(Filter(parts.iter().map(rule).collect::<Result<_, Failure>>()?))
    }

    /// kt's own: topics as in a shell, and `A-B` with both ends.
    pub fn own(topics: &[&String]) -> Result<Filter, Failure> {
        if topics.is_empty() {
            return Ok(Rule { topic: Pattern::new(".*")?, partitions: Partitions::All }.into());
        }
        let rule = |text: &&String| {
            // A colon cannot be part of a topic's name.
            let (topic, partitions) = text.rsplit_once(':').unwrap_or((text, ""));
            let invalid = || {
                Failure::usage(format!("'{partitions}' in '{text}' names no partitions"))
                    .hint("write it as orders:0 or orders:0-3")
            };
            let partitions = match range(partitions).ok_or_else(invalid)?? {
                Partitions::Range(from, to) => Partitions::Range(from, to.saturating_add(1)),
                other => other,
            };
            Ok(Rule { topic: Pattern::own(topic)?, partitions })
        };
        Ok(Filter(topics.iter().map(rule).collect::<Result<_, Failure>>()?))
    }

    pub fn passes(&self, partition: &TopicPartition) -> bool {
        self.0.iter().any(|rule| rule.topic.matches(&partition.topic) && rule.partitions.has(partition.partition))
    }

    /// The one name that was asked for, if it was one.
    pub fn plain(&self) -> Option<&str> {
        match &self.0[..] {
            [rule] => rule.topic.plain(),
            _ => None,
        }
    }
}

impl Partitions {
    /// `--partitions`: numbers joined by commas; nothing means all.
    pub fn list(text: &str) -> Result<Partitions, Failure> {
        if text.is_empty() {
            return Ok(Partitions::All);
        }
        let numbers: Result<Vec<i32>, _> = text.trim_end_matches(',').split(',').map(str::parse).collect();
        numbers.map(Partitions::These).map_err(|_| {
            Failure::usage(format!(
                "--partitions expects a comma separated list of numeric partition ids, but received: {text}"
            ))
        })
    }

    fn has(&self, partition: i32) -> bool {
        match self {
            Partitions::All => true,
            Partitions::These(numbers) => numbers.contains(&partition),
            Partitions::Range(from, to) => (*from..*to).contains(&partition),
        }
    }
}

/// `N`, `A-B`, `A-`, `-B` or nothing; `None` if it is none of them.
fn range(text: &str) -> Option<Result<Partitions, Failure>> {
    let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    let number = |text: &str, missing: i32| match text {
        "" => Ok(missing),
        text => text.parse().map_err(|_| Failure::usage(format!("For input string: \"{text}\""))),
    };
    match text.split_once('-') {
        None if text.is_empty() => Some(Ok(Partitions::All)),
        None => digits(text).then(|| Ok(Partitions::These(vec![number(text, 0)?]))),
        Some((from, to)) => {
            (digits(from) && digits(to)).then(|| Ok(Partitions::Range(number(from, 0)?, number(to, i32::MAX)?)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passing(filter: &Filter) -> Vec<String> {
        let all = ["a", "ab", "b"].iter().flat_map(|topic| (0..4).map(|p| TopicPartition::new(*topic, p)));
        all.filter(|partition| filter.passes(partition)).map(|partition| partition.to_string()).collect()
    }

    fn rules(text: &str) -> Vec<String> {
        passing(&Filter::rules(text).unwrap())
    }

    #[test]
    fn rules_name_topics_by_pattern_and_partitions_by_number_or_range() {
        assert_eq!(rules("a:1"), ["a-1"]);
        assert_eq!(rules("a:1-3,b:3-"), ["a-1", "a-2", "b-3"]);
        assert_eq!(rules(":-1"), ["a-0", "ab-0", "b-0"]);
        assert_eq!(rules("a.*:0,b:,"), ["a-0", "ab-0", "b-0", "b-1", "b-2", "b-3"]);
        assert_eq!(rules("a|b:2"), ["a-2", "b-2"]);
    }

    #[test]
    fn what_is_no_rule_is_refused_in_the_originals_words() {
        let refused = |text: &str| Filter::rules(text).err().map(|failure| failure.what().to_owned());
        assert_eq!(refused("t:x").unwrap(), "Invalid rule specification: t:x");
        assert_eq!(refused("t:1:2").unwrap(), "Invalid rule specification: t:1:2");
        assert_eq!(refused("t:99999999999").unwrap(), "For input string: \"99999999999\"");
        assert!(Partitions::list("1,x").is_err() && Partitions::list("").is_ok());
    }

    #[test]
    fn in_kts_own_grammar_a_range_has_both_ends() {
        let own = |texts: &[&str]| {
            let texts: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
            passing(&Filter::own(&texts.iter().collect::<Vec<_>>()).unwrap())
        };
        assert_eq!(own(&["a:1-2"]), ["a-1", "a-2"]);
        assert_eq!(own(&["a*:0"]), ["a-0", "ab-0"]);
        assert_eq!(own(&[]).len(), 12);
    }
}
