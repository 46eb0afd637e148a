//! Brokers, partitions, access rules and the like as the original's classes print themselves.

use kt_codec::{Str, Uuid};

use crate::broker::controller::image::{Broker, Partition};
use crate::broker::controller::record::{
    AccessControlEntryRecord, DelegationTokenRecord, RegisterControllerRecord, UserScramCredentialRecord,
};
use crate::output::human;
use crate::output::kafka::java_list;
use crate::protocol::acl::{Operation, Pattern, Permission, ResourceKind};

fn endpoints<'a>(all: impl Iterator<Item = (&'a Str, i16, &'a Str, u16)>) -> String {
    let mut all: Vec<_> = all.collect();
    all.sort();
    let protocol = |id: i16| match id {
        0 => "PLAINTEXT",
        1 => "SSL",
        2 => "SASL_PLAINTEXT",
        3 => "SASL_SSL",
        _ => "UNKNOWN",
    };
    let one = |(name, id, host, port): (&Str, i16, &Str, u16)| {
        let protocol = protocol(id);
        format!("Endpoint(listenerName='{name}', securityProtocol={protocol}, host='{host}', port={port})")
    };
    all.into_iter().map(one).collect::<Vec<_>>().join(", ")
}

fn features<'a>(all: impl Iterator<Item = (&'a Str, i16, i16)>) -> String {
    let mut all: Vec<_> = all.collect();
    all.sort();
    let range = |low: i16, high: i16| match (low, high) {
        _ if low == high => low.to_string(),
        (_, i16::MAX) => format!("{low}+"),
        _ => format!("{low}-{high}"),
    };
    all.into_iter().map(|(name, low, high)| format!("{name}: {}", range(low, high))).collect::<Vec<_>>().join(", ")
}

pub fn broker(b: &Broker) -> String {
    let rack = b.rack.as_ref().map_or_else(|| "Optional.empty".to_owned(), |rack| format!("Optional[{rack}]"));
    let sorted = |ids: &[Uuid]| {
        let mut ids = ids.to_vec();
        ids.sort();
        java_list(&ids)
    };
    format!(
        "BrokerRegistration(id={}, epoch={}, incarnationId={}, listeners=[{}], supportedFeatures={{{}}}, rack={rack}, \
         fenced={}, inControlledShutdown={}, isMigratingZkBroker={}, directories={}, cordonedDirectories={})",
        b.broker_id,
        b.broker_epoch,
        b.incarnation_id,
        endpoints(b.end_points.iter().map(|e| (&e.name, e.security_protocol, &e.host, e.port))),
        features(b.features.iter().map(|f| (&f.name, f.min_supported_version, f.max_supported_version))),
        b.fenced,
        b.in_controlled_shutdown,
        b.is_migrating_zk_broker,
        sorted(&b.log_dirs),
        sorted(b.cordoned_log_dirs.as_deref().unwrap_or_default()),
    )
}

pub fn controller(c: &RegisterControllerRecord) -> String {
    format!(
        "ControllerRegistration(id={}, incarnationId={}, zkMigrationReady={}, listeners=[{}], supportedFeatures={{{}}})",
        c.controller_id,
        c.incarnation_id,
        c.zk_migration_ready,
        endpoints(c.end_points.iter().map(|e| (&e.name, e.security_protocol, &e.host, e.port))),
        features(c.features.iter().map(|f| (&f.name, f.min_supported_version, f.max_supported_version))),
    )
}

pub fn partition(p: &Partition) -> String {
    let recovery = match p.recovery_state {
        0 => "RECOVERED",
        1 => "RECOVERING",
        _ => "UNKNOWN",
    };
    format!(
        "PartitionRegistration(replicas={}, directories={}, isr={}, removingReplicas={}, addingReplicas={}, elr={}, \
         lastKnownElr={}, leader={}, leaderRecoveryState={recovery}, leaderEpoch={}, partitionEpoch={})",
        java_list(&p.replicas),
        java_list(&p.directories),
        java_list(&p.isr),
        java_list(&p.removing),
        java_list(&p.adding),
        java_list(&p.elr),
        java_list(&p.last_known_elr),
        p.leader,
        p.leader_epoch,
        p.partition_epoch,
    )
}

/// A number that has no name yet.
const UNKNOWN: &str = "UNKNOWN";

pub fn rule(acl: &AccessControlEntryRecord) -> String {
    format!(
        "StandardAcl[resourceType={}, resourceName={}, patternType={}, principal={}, host={}, operation={}, \
         permissionType={}]",
        ResourceKind::from_number(acl.resource_type).map_or(UNKNOWN, ResourceKind::java),
        acl.resource_name,
        Pattern::from_number(acl.pattern_type).map_or(UNKNOWN, Pattern::java),
        acl.principal,
        acl.host,
        Operation::from_number(acl.operation).map_or(UNKNOWN, Operation::java),
        Permission::from_number(acl.permission_type).map_or(UNKNOWN, Permission::java),
    )
}

pub fn credential(c: &UserScramCredentialRecord) -> String {
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    format!(
        "ScramCredentialData(salt={}, storedKey={}, serverKey={}, iterations={})",
        hex(&c.salt),
        hex(&c.stored_key),
        hex(&c.server_key),
        c.iterations
    )
}

/// The parentheses are the original's.
pub fn token(t: &DelegationTokenRecord) -> String {
    let renewers: Vec<&str> = t.renewers.iter().map(|renewer| &**renewer).collect();
    format!(
        "DelegationTokenDatatokenId={}(owner={}(tokenRequester={}(renewers={}, issueTimestamp={}, maxTimestamp={}), \
         expiryTimestamp={}",
        t.token_id,
        t.owner,
        t.requester,
        renewers.join(" "),
        t.issue_timestamp,
        t.max_timestamp,
        t.expiration_timestamp
    )
}

/// `2026-11-21T14:56:28.145Z[UTC]`: as many digits of the second as there are.
pub fn zoned(millis: i64) -> String {
    let time = human::iso(millis);
    let time = time.trim_end_matches('Z');
    let (seconds, fraction) = time.split_once('.').unwrap_or((time, ""));
    let fraction = fraction.trim_end_matches('0');
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{seconds}{point}{fraction}Z[UTC]")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_has_as_many_digits_as_it_needs() {
        assert_eq!(zoned(1_795_272_988_145), "2026-11-21T14:56:28.145Z[UTC]");
        assert_eq!(zoned(1_795_272_988_100), "2026-11-21T14:56:28.1Z[UTC]");
        assert_eq!(zoned(1_795_272_988_000), "2026-11-21T14:56:28Z[UTC]");
        assert_eq!(zoned(-1), "1969-12-31T23:59:59.999Z[UTC]");
    }
}
