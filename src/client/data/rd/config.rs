//! From a Java client's settings to librdkafka's.
//!
//! Security comes from the parsed [`Settings`], never from the raw text, so that a secret is handed over exactly once.

use rdkafka::config::ClientConfig;

use crate::client::data::consume::{ConsumeSettings, Reset};
use crate::client::data::fault::Fault;
use crate::client::settings::{Sasl, Settings};
use crate::client::stores::TlsMaterial;

/// Keys that mean the same in both libraries.
const SAME: [&str; 12] = [
    "client.rack",
    "connections.max.idle.ms",
    "group.instance.id",
    "group.protocol",
    "group.remote.assignor",
    "heartbeat.interval.ms",
    "max.poll.interval.ms",
    "reconnect.backoff.max.ms",
    "reconnect.backoff.ms",
    "retry.backoff.ms",
    "session.timeout.ms",
    "auto.commit.interval.ms",
];

/// The configuration of a group's member, and whether offsets are committed by themselves.
pub(super) fn consumer(
    client: &Settings,
    settings: &ConsumeSettings,
    group: &str,
) -> Result<(ClientConfig, bool), Fault> {
    let mut config = ClientConfig::new();
    let mut set = |key: &str, value: &str| {
        config.set(key, value);
    };
    let get = |key: &str| client.properties.get(key).map(str::trim).filter(|value| !value.is_empty());
    security(client, &mut set)?;
    // Otherwise the servers come when it is said where to go in place of them.
    if client.instead.is_empty() {
        set("bootstrap.servers", &client.server_list());
    }
    set("client.id", &client.client_id);
    set("group.id", group);
    set(
        "auto.offset.reset",
        match settings.reset {
            Reset::Earliest => "earliest",
            Reset::Latest => "latest",
            Reset::Fail => "error",
        },
    );
    set("isolation.level", if settings.committed_only { "read_committed" } else { "read_uncommitted" });
    set("allow.auto.create.topics", flag(settings.create_topics));
    set("check.crcs", flag(settings.check_crcs));
    set("fetch.min.bytes", &settings.fetch_min_bytes.max(1).to_string());
    set("fetch.wait.max.ms", &settings.fetch_max_wait.as_millis().to_string());
    set("fetch.max.bytes", &settings.fetch_max_bytes.max(1).to_string());
    set("fetch.message.max.bytes", &settings.partition_max_bytes.clamp(1, 1_000_000_000).to_string());
    set("metadata.max.age.ms", &settings.metadata_max_age.as_millis().min(86_400_000).to_string());
    // A fetch that found nothing is answered by the broker's own wait; librdkafka's extra pauses only add to it.
    set("fetch.error.backoff.ms", "50");
    set("fetch.queue.backoff.ms", "10");
    set("topic.metadata.refresh.fast.interval.ms", "50");
    set("enable.partition.eof", flag(settings.until_ends.is_some()));
    set("enable.auto.offset.store", "false");
    let commits = get("enable.auto.commit") != Some("false");
    set("enable.auto.commit", flag(commits));
    for key in SAME {
        if let Some(value) = get(key) {
            set(key, value);
        }
    }
    if let Some(classes) = get("partition.assignment.strategy") {
        set("partition.assignment.strategy", &assignors(classes)?);
    }
    Ok((config, commits))
}

fn flag(yes: bool) -> &'static str {
    if yes { "true" } else { "false" }
}

/// Java's assignor classes by librdkafka's names.
fn assignors(classes: &str) -> Result<String, Fault> {
    let name = |class: &str| match class.trim().rsplit('.').next().unwrap_or_default() {
        "RangeAssignor" | "range" => Ok("range"),
        "RoundRobinAssignor" | "roundrobin" => Ok("roundrobin"),
        "CooperativeStickyAssignor" | "cooperative-sticky" => Ok("cooperative-sticky"),
        other => Err(Fault::Settings(format!(
            "Invalid value {other} for configuration partition.assignment.strategy: kt knows RangeAssignor, \
             RoundRobinAssignor and CooperativeStickyAssignor"
        ))),
    };
    let mut names: Vec<&str> = classes.split(',').map(name).collect::<Result<_, _>>()?;
    // librdkafka does not mix the eager and the cooperative protocol; Java's default list names both.
    if names.len() > 1 {
        names.retain(|name| *name != "cooperative-sticky");
    }
    Ok(names.join(","))
}

fn security(client: &Settings, set: &mut dyn FnMut(&str, &str)) -> Result<(), Fault> {
    set("security.protocol", client.security.protocol());
    if let Some(tls) = &client.security.tls {
        tls_keys(tls, set);
    }
    let Some(sasl) = &client.security.sasl else { return Ok(()) };
    set("sasl.mechanism", sasl.mechanism());
    match sasl {
        Sasl::Plain { username, password } | Sasl::Scram { username, password, token: false, .. } => {
            set("sasl.username", username);
            set("sasl.password", password);
            Ok(())
        }
        Sasl::Scram { token: true, .. } => Err(Fault::Settings(
            "a consumer group cannot log in by delegation token yet; without one the same records can be read"
                .to_owned(),
        )),
        Sasl::OauthBearer { .. } => Err(Fault::Settings(
            "a consumer group cannot log in by OAUTHBEARER yet; without one the same records can be read".to_owned(),
        )),
    }
}

fn tls_keys(tls: &TlsMaterial, set: &mut dyn FnMut(&str, &str)) {
    if let Some(ca) = &tls.ca_pem {
        set("ssl.ca.pem", ca);
    }
    if let Some(own) = &tls.identity {
        set("ssl.certificate.pem", &own.chain_pem);
        set("ssl.key.pem", &own.key_pem);
    }
    set("enable.ssl.certificate.verification", flag(tls.verify_certificate));
    set("ssl.endpoint.identification.algorithm", if tls.verify_host { "https" } else { "none" });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::client::data::consume::Wanted;
    use crate::config::properties::Properties;

    fn made(text: &str) -> ClientConfig {
        let client = Settings::new("h:1", Properties::parse(text).unwrap()).unwrap();
        let mut settings = ConsumeSettings::new(Wanted::Topic("t".into()));
        settings.apply(&client.properties).unwrap();
        consumer(&client, &settings, "g").unwrap().0
    }

    #[test]
    fn a_login_in_javas_words_is_understood() {
        let config = made(
            "security.protocol=SASL_PLAINTEXT\nsasl.mechanism=SCRAM-SHA-256\nsasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username=\"u\" password=\"p\";",
        );
        assert_eq!(config.get("sasl.mechanism"), Some("SCRAM-SHA-256"));
        assert_eq!((config.get("sasl.username"), config.get("sasl.password")), (Some("u"), Some("p")));
    }

    #[test]
    fn keys_get_the_names_of_the_other_library() {
        let config = made(
            "auto.offset.reset=none\nfetch.max.wait.ms=7\nmax.partition.fetch.bytes=9\nsession.timeout.ms=6000\npartition.assignment.strategy=org.apache.kafka.clients.consumer.RangeAssignor,org.apache.kafka.clients.consumer.CooperativeStickyAssignor",
        );
        assert_eq!(config.get("auto.offset.reset"), Some("error"));
        assert_eq!(config.get("fetch.wait.max.ms"), Some("7"));
        assert_eq!(config.get("fetch.message.max.bytes"), Some("9"));
        assert_eq!(config.get("session.timeout.ms"), Some("6000"));
        assert_eq!(config.get("partition.assignment.strategy"), Some("range"));
    }
}
