//! What each key is for, in a sentence: DescribeConfigs sends it from version 3 on, and kt's own screens show it.
//!
//! The sentences are kt's. Each file holds one field, sorted by key; a test sees to it that every key has one.

mod coordinators;
mod log;
mod network;
mod remote;
mod replication;
mod security;
mod topic;

/// Key and sentence, sorted by key.
type Sentences = &'static [(&'static str, &'static str)];

const OF_BROKERS: [Sentences; 6] = [
    log::SENTENCES,
    network::SENTENCES,
    coordinators::SENTENCES,
    replication::SENTENCES,
    security::SENTENCES,
    remote::SENTENCES,
];

/// What a topic's key is for; empty for a key nobody knows.
pub fn of_topic_key(name: &str) -> &'static str {
    find(topic::SENTENCES, name).unwrap_or_default()
}

/// What a group's key is for; empty for a key nobody knows.
pub fn of_group_key(name: &str) -> &'static str {
    find(coordinators::OF_GROUPS, name).unwrap_or_default()
}

/// What a client metrics subscription's key is for; empty for a key nobody knows.
pub fn of_client_metrics_key(name: &str) -> &'static str {
    find(network::OF_CLIENT_METRICS, name).unwrap_or_default()
}

/// What a broker's key is for, or a listener's form of it; empty for a key nobody knows.
pub fn of_broker_key(name: &str) -> &'static str {
    let exact = |name: &str| OF_BROKERS.into_iter().find_map(|sentences| find(sentences, name));
    exact(name).or_else(|| exact(super::synonyms::plain_key(name)?)).unwrap_or_default()
}

/// What a quota of a user, client or address is for; empty for a key nobody knows.
pub fn of_quota_key(name: &str) -> &'static str {
    find(network::OF_QUOTAS, name).unwrap_or_default()
}

fn find(sentences: Sentences, name: &str) -> Option<&'static str> {
    let at = sentences.binary_search_by(|(key, _)| (*key).cmp(name)).ok()?;
    Some(sentences[at].1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::keys::{self, Table};

    #[test]
    fn every_key_has_one_sentence_and_every_sentence_a_key() {
        let check = |tables: &[Table], fields: &[Sentences]| {
            let mut keys: Vec<&str> = tables.iter().flat_map(|table| table.iter()).map(|key| key.name).collect();
            let mut told: Vec<&str> = fields.iter().flat_map(|field| field.iter()).map(|(key, _)| *key).collect();
            keys.sort_unstable();
            told.sort_unstable();
            let untold: Vec<_> = keys.iter().filter(|key| !told.contains(key)).collect();
            let unknown: Vec<_> = told.iter().filter(|key| !keys.contains(key)).collect();
            assert!(untold.is_empty() && unknown.is_empty(), "no sentence: {untold:?}, no key: {unknown:?}");
            assert_eq!(keys, told);
        };
        check(&[keys::TOPIC], &[topic::SENTENCES]);
        check(&[keys::BROKER, keys::BROKER_RATES], &OF_BROKERS);
        check(&[keys::GROUP], &[coordinators::OF_GROUPS]);
        check(&[keys::CLIENT_METRICS], &[network::OF_CLIENT_METRICS]);
        check(&[keys::CLIENT_QUOTA, keys::IP_QUOTA], &[network::OF_QUOTAS]);
    }

    #[test]
    fn the_fields_are_sorted_and_speak_in_sentences() {
        let all = [topic::SENTENCES, coordinators::OF_GROUPS, network::OF_CLIENT_METRICS, network::OF_QUOTAS];
        for field in all.into_iter().chain(OF_BROKERS) {
            assert!(field.windows(2).all(|pair| pair[0].0 < pair[1].0));
            for (key, sentence) in field {
                assert!(
                    sentence.ends_with('.') && sentence.starts_with(|c: char| c.is_uppercase()),
                    "{key}: {sentence}"
                );
            }
        }
    }

    #[test]
    fn a_listeners_key_is_told_as_the_plain_one() {
        assert_eq!(of_broker_key("listener.name.a.ssl.key.password"), of_broker_key("ssl.key.password"));
        assert_eq!(of_broker_key("no.such.key"), "");
    }
}
