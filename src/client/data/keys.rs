//! A Java client's properties, read for the data path.
//!
//! What must hold: a wrong value is an error in the original's words, with the key's name; a key that means nothing to a
//! producer or consumer is told once ([`strange`]); keys that only tune what kt has no part for are taken in silence.

use std::time::Duration;

use super::consume::{ConsumeSettings, Reset};
use super::fault::Fault;
use super::produce::{Acks, Idempotence, KeyHash, Partitioner, ProduceSettings, TransactionSettings};
use super::share::ShareSettings;
use crate::config::properties::Properties;
use crate::protocol::compress::Codec;

/// Keys both kinds of clients have in common; `ssl.` and `sasl.` stand for all that begin so.
const COMMON: [&str; 31] = [
    "bootstrap.servers",
    "client.dns.lookup",
    "client.id",
    "config.providers",
    "connections.max.idle.ms",
    "default.api.timeout.ms",
    "enable.metrics.push",
    "interceptor.classes",
    "key.deserializer",
    "key.serializer",
    "metadata.max.age.ms",
    "metadata.max.idle.ms",
    "metadata.recovery.rebootstrap.trigger.ms",
    "metadata.recovery.strategy",
    "metric.reporters",
    "metrics.num.samples",
    "metrics.recording.level",
    "metrics.sample.window.ms",
    "receive.buffer.bytes",
    "reconnect.backoff.max.ms",
    "reconnect.backoff.ms",
    "request.timeout.ms",
    "retry.backoff.max.ms",
    "retry.backoff.ms",
    "security.protocol",
    "security.providers",
    "send.buffer.bytes",
    "socket.connection.setup.timeout.max.ms",
    "socket.connection.setup.timeout.ms",
    "value.deserializer",
    "value.serializer",
];

const PRODUCER: [&str; 21] = [
    "acks",
    "batch.size",
    "buffer.memory",
    "compression.gzip.level",
    "compression.lz4.level",
    "compression.type",
    "compression.zstd.level",
    "delivery.timeout.ms",
    "enable.idempotence",
    "linger.ms",
    "max.block.ms",
    "max.in.flight.requests.per.connection",
    "max.request.size",
    "partitioner.adaptive.partitioning.enable",
    "partitioner.availability.timeout.ms",
    "partitioner.class",
    "partitioner.ignore.keys",
    "retries",
    "transaction.timeout.ms",
    "transaction.two.phase.commit.enable",
    "transactional.id",
];

const CONSUMER: [&str; 23] = [
    "allow.auto.create.topics",
    "auto.commit.interval.ms",
    "auto.offset.reset",
    "check.crcs",
    "client.rack",
    "enable.auto.commit",
    "exclude.internal.topics",
    "fetch.max.bytes",
    "fetch.max.wait.ms",
    "fetch.min.bytes",
    "group.id",
    "group.instance.id",
    "group.protocol",
    "group.remote.assignor",
    "heartbeat.interval.ms",
    "isolation.level",
    "max.partition.fetch.bytes",
    "max.poll.interval.ms",
    "max.poll.records",
    "partition.assignment.strategy",
    "session.timeout.ms",
    "share.acknowledgement.mode",
    "share.acquire.mode",
];

/// The keys that mean nothing to a producer (or consumer).
pub fn strange(properties: &Properties, producer: bool) -> Vec<&str> {
    let own: &[&str] = if producer { &PRODUCER } else { &CONSUMER };
    let known =
        |key: &str| COMMON.contains(&key) || own.contains(&key) || key.starts_with("ssl.") || key.starts_with("sasl.");
    properties.iter().map(|entry| entry.key.as_str()).filter(|key| !known(key)).collect()
}

/// Typed reads; errors are worded as the original's ConfigException.
struct Keys<'a>(&'a Properties);

fn invalid(key: &str, value: &str, why: &str) -> Fault {
    Fault::Settings(format!("Invalid value {value} for configuration {key}: {why}"))
}

impl Keys<'_> {
    fn text(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(str::trim)
    }

    fn number(&self, key: &str, least: i64, most: i64) -> Result<Option<i64>, Fault> {
        let Some(text) = self.text(key) else { return Ok(None) };
        let kind = if most <= i64::from(i32::MAX) { "INT" } else { "LONG" };
        let value: i64 = text.parse().map_err(|_| invalid(key, text, &format!("Not a number of type {kind}")))?;
        if value < least {
            return Err(invalid(key, text, &format!("Value must be at least {least}")));
        }
        if value > most {
            return Err(invalid(key, text, &format!("Not a number of type {kind}")));
        }
        Ok(Some(value))
    }

    fn int(&self, key: &str, least: i64) -> Result<Option<i32>, Fault> {
        let value = self.number(key, least, i64::from(i32::MAX))?;
        Ok(value.map(|value| i32::try_from(value).unwrap_or(i32::MAX)))
    }

    fn size(&self, key: &str, least: i64) -> Result<Option<usize>, Fault> {
        let value = self.number(key, least, i64::MAX)?;
        Ok(value.map(|value| usize::try_from(value).unwrap_or(0)))
    }

    fn millis(&self, key: &str) -> Result<Option<Duration>, Fault> {
        let value = self.number(key, 0, i64::MAX)?;
        Ok(value.map(|value| Duration::from_millis(value.unsigned_abs().min(FOREVER_MS))))
    }

    fn yes(&self, key: &str) -> Result<Option<bool>, Fault> {
        match self.text(key) {
            None => Ok(None),
            Some(text) if text.eq_ignore_ascii_case("true") => Ok(Some(true)),
            Some(text) if text.eq_ignore_ascii_case("false") => Ok(Some(false)),
            Some(text) => Err(invalid(key, text, "Expected value to be either true or false")),
        }
    }

    fn word<T: Copy>(&self, key: &str, words: &[(&str, T)]) -> Result<Option<T>, Fault> {
        let Some(text) = self.text(key) else { return Ok(None) };
        match words.iter().find(|(word, _)| *word == text) {
            Some((_, value)) => Ok(Some(*value)),
            None => {
                let all: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
                Err(invalid(key, text, &format!("String must be one of: {}", all.join(", "))))
            }
        }
    }
}

/// How long a transaction may take if nobody says otherwise.
pub const TRANSACTION_TIMEOUT: Duration = Duration::from_secs(60);

/// Longer than anybody waits, and short enough to be added to any clock.
const FOREVER_MS: u64 = 100 * 365 * 24 * 3600 * 1000;

impl ProduceSettings {
    /// What the properties say of producing to `topic`; the rest as in [`ProduceSettings::new`].
    pub fn from_properties(topic: &str, properties: &Properties) -> Result<Self, Fault> {
        let keys = Keys(properties);
        let mut s = Self::new(topic);
        let acks = [("all", Acks::All), ("-1", Acks::All), ("0", Acks::None), ("1", Acks::Leader)];
        if let Some(acks) = keys.word("acks", &acks)? {
            s.acks = acks;
        }
        let codecs = Codec::ALL.map(|codec| (codec.name(), codec));
        if let Some(codec) = keys.word("compression.type", &codecs)? {
            s.codec = codec;
        }
        s.level = match s.codec {
            Codec::Gzip => keys.int("compression.gzip.level", -1)?.filter(|level| *level >= 0),
            Codec::Zstd => keys.int("compression.zstd.level", -131_072)?,
            _ => None,
        };
        set(&mut s.batch_size, keys.size("batch.size", 0)?);
        s.linger = keys.millis("linger.ms")?;
        set(&mut s.buffer_memory, keys.size("buffer.memory", 0)?);
        set(&mut s.max_request_size, keys.size("max.request.size", 0)?);
        // Shorter than the default is wished for; longer would only keep a person waiting for an error.
        if let Some(block) = keys.millis("max.block.ms")? {
            s.max_block = block.min(s.max_block);
        }
        set(&mut s.request_timeout, keys.millis("request.timeout.ms")?);
        set(&mut s.delivery_timeout, keys.millis("delivery.timeout.ms")?);
        set(&mut s.retry_backoff, keys.millis("retry.backoff.ms")?);
        set(&mut s.metadata_max_age, keys.millis("metadata.max.age.ms")?.map(|age| age.max(Duration::from_secs(1))));
        if let Some(retries) = keys.int("retries", 0)? {
            s.retries = retries.unsigned_abs();
        }
        s.idempotence = match keys.yes("enable.idempotence")? {
            Some(true) if s.acks != Acks::All => {
                return Err(Fault::Settings(
                    "Must set acks to all in order to use the idempotent producer. Otherwise we cannot guarantee idempotence."
                        .to_owned(),
                ));
            }
            Some(true) if s.retries == 0 => {
                return Err(Fault::Settings(
                    "Must set retries to non-zero when using the idempotent producer.".to_owned(),
                ));
            }
            Some(true) => Idempotence::Required,
            Some(false) => Idempotence::Off,
            None if s.acks != Acks::All || s.retries == 0 => Idempotence::Off,
            None => Idempotence::Wanted,
        };
        if let Some(id) = keys.text("transactional.id").filter(|id| !id.is_empty()) {
            if s.idempotence == Idempotence::Off {
                return Err(Fault::Settings(
                    "Cannot set a transactional.id without also enabling idempotence.".to_owned(),
                ));
            }
            s.idempotence = Idempotence::Required;
            let timeout = keys.millis("transaction.timeout.ms")?.unwrap_or(TRANSACTION_TIMEOUT);
            s.transaction = Some(TransactionSettings { id: id.to_owned(), timeout });
        }
        s.partitioner = partitioner(&keys)?;
        Ok(s)
    }
}

fn partitioner(keys: &Keys<'_>) -> Result<Partitioner, Fault> {
    let ignore_keys = keys.yes("partitioner.ignore.keys")?.unwrap_or(false);
    let class = keys.text("partitioner.class").unwrap_or("");
    match class.rsplit('.').next().unwrap_or("") {
        "" | "DefaultPartitioner" if ignore_keys => Ok(Partitioner::IgnoreKeys),
        "" | "DefaultPartitioner" => Ok(Partitioner::ByKey(KeyHash::Murmur2)),
        "RoundRobinPartitioner" => Ok(Partitioner::RoundRobin),
        "UniformStickyPartitioner" => Ok(Partitioner::IgnoreKeys),
        _ => Err(invalid("partitioner.class", class, "Class could not be found")),
    }
}

impl ConsumeSettings {
    /// Puts what the properties say in place of the defaults.
    pub fn apply(&mut self, properties: &Properties) -> Result<(), Fault> {
        let keys = Keys(properties);
        if let Some(text) = keys.text("auto.offset.reset") {
            self.reset = match text {
                "earliest" => Reset::Earliest,
                "latest" => Reset::Latest,
                "none" => Reset::Fail,
                _ => {
                    return Err(invalid("auto.offset.reset", text, "the value must be 'earliest', 'latest' or 'none'"));
                }
            };
        }
        let levels = [("read_committed", true), ("read_uncommitted", false)];
        set(&mut self.committed_only, keys.word("isolation.level", &levels)?);
        set(&mut self.create_topics, keys.yes("allow.auto.create.topics")?);
        set(&mut self.check_crcs, keys.yes("check.crcs")?);
        set(&mut self.fetch_min_bytes, keys.int("fetch.min.bytes", 0)?);
        set(&mut self.fetch_max_wait, keys.millis("fetch.max.wait.ms")?);
        set(&mut self.fetch_max_bytes, keys.int("fetch.max.bytes", 0)?);
        set(&mut self.partition_max_bytes, keys.int("max.partition.fetch.bytes", 0)?);
        set(&mut self.retry_backoff, keys.millis("retry.backoff.ms")?);
        set(&mut self.metadata_max_age, keys.millis("metadata.max.age.ms")?.map(|age| age.max(Duration::from_secs(1))));
        Ok(())
    }
}

/// What the group decides, or a share group has no use for; the original refuses it too.
const NOT_IN_SHARE_GROUPS: [&str; 10] = [
    "auto.offset.reset",
    "enable.auto.commit",
    "group.instance.id",
    "group.protocol",
    "group.remote.assignor",
    "heartbeat.interval.ms",
    "interceptor.classes",
    "isolation.level",
    "partition.assignment.strategy",
    "session.timeout.ms",
];

impl ShareSettings {
    /// Puts what the properties say in place of the defaults.
    pub fn apply(&mut self, properties: &Properties) -> Result<(), Fault> {
        let keys = Keys(properties);
        let refused: Vec<&str> = NOT_IN_SHARE_GROUPS.into_iter().filter(|key| properties.get(key).is_some()).collect();
        if !refused.is_empty() {
            let refused = refused.join(", ");
            return Err(Fault::Settings(format!("{refused} cannot be set when using a share group.")));
        }
        self.reading.apply(properties)?;
        set(&mut self.max_records, keys.int("max.poll.records", 1)?);
        let modes = [("batch_optimized", false), ("record_limit", true)];
        set(&mut self.strict_limit, keys.word("share.acquire.mode", &modes)?);
        self.rack = keys.text("client.rack").filter(|rack| !rack.is_empty()).map(str::to_owned);
        Ok(())
    }
}

fn set<T>(place: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *place = value;
    }
}

#[cfg(test)]
mod tests {
    use super::super::consume::Wanted;
    use super::*;

    fn produce(text: &str) -> Result<ProduceSettings, String> {
        ProduceSettings::from_properties("t", &Properties::parse(text).unwrap()).map_err(|fault| fault.to_string())
    }

    #[test]
    fn a_producers_keys_are_taken() {
        let s = produce("acks=1\ncompression.type=zstd\nlinger.ms=5\nbatch.size=10\nretries=2\npartitioner.class=org.apache.kafka.clients.producer.RoundRobinPartitioner")
            .unwrap();
        assert_eq!((s.acks, s.codec, s.linger), (Acks::Leader, Codec::Zstd, Some(Duration::from_millis(5))));
        assert_eq!((s.batch_size, s.retries, s.partitioner), (10, 2, Partitioner::RoundRobin));
        assert_eq!(s.idempotence, Idempotence::Off, "acks=1 switches it off, as nobody asked for it");
        assert_eq!(produce("").unwrap().idempotence, Idempotence::Wanted);
    }

    #[test]
    fn wrong_values_are_refused_in_the_originals_words() {
        for (text, error) in [
            ("acks=7", "Invalid value 7 for configuration acks: String must be one of: all, -1, 0, 1"),
            (
                "compression.type=rar",
                "Invalid value rar for configuration compression.type: String must be one of: none, gzip, snappy, lz4, zstd",
            ),
            ("linger.ms=soon", "Invalid value soon for configuration linger.ms: Not a number of type LONG"),
            ("retries=-1", "Invalid value -1 for configuration retries: Value must be at least 0"),
        ] {
            assert_eq!(produce(text).unwrap_err(), error);
        }
        let mut consume = ConsumeSettings::new(Wanted::Topic("t".into()));
        let fault = consume.apply(&Properties::parse("isolation.level=read_all").unwrap()).unwrap_err();
        assert_eq!(
            fault.to_string(),
            "Invalid value read_all for configuration isolation.level: String must be one of: read_committed, read_uncommitted"
        );
    }

    #[test]
    fn a_share_group_takes_its_own_keys_and_refuses_what_the_group_decides() {
        let share = |text: &str| {
            let mut settings = ShareSettings::new(ConsumeSettings::new(Wanted::Topic("t".into())), "g");
            settings.apply(&Properties::parse(text).unwrap()).map_err(|fault| fault.to_string())?;
            Ok::<_, String>((settings.max_records, settings.strict_limit, settings.rack))
        };
        assert_eq!(share(""), Ok((500, false, None)));
        let own = "max.poll.records=7\nshare.acquire.mode=record_limit\nclient.rack=r";
        assert_eq!(share(own), Ok((7, true, Some("r".to_owned()))));
        assert_eq!(
            share("isolation.level=read_committed\nauto.offset.reset=latest").unwrap_err(),
            "auto.offset.reset, isolation.level cannot be set when using a share group."
        );
    }

    #[test]
    fn keys_of_nobody_are_noticed() {
        let properties = Properties::parse("acks=1\nssl.key.password=x\nnosuch.key=3\ngroup.id=g").unwrap();
        assert_eq!(strange(&properties, true), ["nosuch.key", "group.id"]);
    }
}
