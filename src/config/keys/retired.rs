//! Keys that files of Kafka 2.x and 3.x carry and 4.x no longer knows. kt takes such files as they are: some of these
//! keys still have a meaning under another name, the others mean nothing any more.

/// The key that does today what `name` did, if there is one.
pub fn successor(name: &str) -> Option<&'static str> {
    Some(match name {
        "delegation.token.master.key" => "delegation.token.secret.key",
        _ => return None,
    })
}

/// Whether an older Kafka knew the key: then it is no typing error.
pub fn was_a_key(name: &str) -> bool {
    RETIRED.binary_search(&name).is_ok() || name.starts_with("zookeeper.") || successor(name).is_some()
}

/// Keys of 2.x and 3.x brokers that 4.3.1 does not define, sorted; those of ZooKeeper share a prefix.
const RETIRED: &[&str] = &[
    "advertised.host.name",
    "advertised.port",
    "auto.include.jmx.reporter",
    "broker.id.generation.enable",
    "control.plane.listener.name",
    "controlled.shutdown.max.retries",
    "controlled.shutdown.retry.backoff.ms",
    "delegation.token.max.lifetime.sec",
    "eligible.leader.replicas.enable",
    "group.coordinator.new.enable",
    "group.share.enable",
    "group.share.max.groups",
    "host.name",
    "inter.broker.protocol.version",
    "leader.imbalance.per.broker.percentage",
    "log.cleaner.hash.algorithm",
    "log.message.downconversion.enable",
    "log.message.format.version",
    "log.message.timestamp.difference.max.ms",
    "max.message.size",
    "offsets.commit.required.acks",
    "password.encoder.cipher.algorithm",
    "password.encoder.iterations",
    "password.encoder.key.length",
    "password.encoder.keyfactory.algorithm",
    "password.encoder.old.secret",
    "password.encoder.secret",
    "port",
    "quota.consumer.default",
    "quota.producer.default",
    "replica.lag.max.messages",
    "reserved.broker.max.id",
    "share.coordinator.enable",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::keys::BROKER;

    #[test]
    fn the_list_is_sorted_and_names_no_key_of_today() {
        assert!(RETIRED.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(RETIRED.iter().all(|name| BROKER.get(name).is_none()));
        assert!(was_a_key("zookeeper.connect") && was_a_key("port") && !was_a_key("prot"));
    }
}
