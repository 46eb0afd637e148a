//! The doctor's round: the addresses that were given, then each broker at the address it advertises, then the topics.

use super::advertised;
use super::report::{Check, Finding, Outcome};
use crate::client::admin::topics::Topic;
use crate::client::examine::{Met, Way};
use crate::client::settings::{Address, Settings};
use crate::client::versions::Versions;
use crate::client::{self, Client, Kind, fan};
use crate::output::human;

/// The most partitions that are named one by one.
const NAMED: usize = 5;

/// All checks, in the order of the way.
pub async fn all(settings: &Settings) -> Vec<Check> {
    let given = fan::all(settings.servers.iter().map(|address| Way::to(settings, address))).await;
    let works = given.iter().find_map(|way| Some((way, way.met()?)));
    let mut checks: Vec<Check> = given.iter().flat_map(|way| on_the_way(way, works.is_some())).collect();
    let Some((door, met)) = works else { return checks };
    checks.push(cluster(met));
    let brokers = fan::all(met.cluster.nodes.iter().map(|node| Way::to(settings, &node.address))).await;
    checks.extend(met.cluster.nodes.iter().zip(&brokers).map(|(node, way)| advertised::check(node, way, door, met)));
    let alone = Settings { servers: vec![door.address.clone()], ..settings.clone() };
    checks.push(match Client::new(alone).all_topics().await {
        Ok(topics) => self::topics(&topics),
        Err(error) => Check::new("topics", Outcome::Wrong(finding(&error)), error.what()),
    });
    checks
}

/// Name, connection, protocol and login of one address that was given.
fn on_the_way(way: &Way, another_works: bool) -> Vec<Check> {
    let address = &way.address;
    // One address of several that does not work is worth knowing, but does not stop anybody.
    let wrong = |finding| if another_works { Outcome::Remark } else { Outcome::Wrong(finding) };
    let addresses = match &way.resolved {
        Ok(addresses) => addresses,
        Err(why) => {
            let check = Check::new("resolve", wrong(Finding::Unreachable), format!("{}: {why}", address.host));
            return vec![check.fix(format!("is the name spelled right? try   getent hosts {}", address.host))];
        }
    };
    let mut checks = Vec::new();
    let ips: Vec<String> = addresses.iter().map(|address| address.ip().to_string()).collect();
    if ips != [address.host.clone()] {
        checks.push(Check::new("resolve", Outcome::Fine, format!("{} is {}", address.host, ips.join(", "))));
    }
    if let Some(instead) = &way.instead {
        checks.push(Check::new("resolve", Outcome::Remark, format!("--resolve leads to {instead}")));
    }
    checks.push(connect(way, wrong(Finding::Unreachable)));
    match &way.met {
        None => {}
        Some(Ok(met)) => checks.push(speaks(&met.versions)),
        Some(Err(error)) => checks.push(refused(error, wrong(finding(error)))),
    }
    checks
}

fn connect(way: &Way, wrong: Outcome) -> Check {
    let (mut took, mut not) = (Vec::new(), Vec::new());
    for (peer, outcome) in &way.connected {
        match outcome {
            Ok(after) => took.push(format!("{peer} in {:.1} ms", after.as_secs_f64() * 1000.0)),
            Err(why) => not.push(format!("{peer}: {why}")),
        }
    }
    if took.is_empty() {
        let check = Check::new("connect", wrong, not.join(", "));
        let port = way.address.port;
        return check
            .why("nobody listens there, or something on the way drops the packets")
            .fix(format!("does a broker run there, and is {port} its port? start one here with   kt serve"));
    }
    let other = if not.is_empty() { String::new() } else { format!("   ({})", not.join(", ")) };
    Check::new("connect", Outcome::Fine, took.join(", ") + &other)
}

/// What the versions of the APIs tell of the broker.
fn speaks(versions: &Versions) -> Check {
    let kind = if versions.is_controller() { "a KRaft controller" } else { "a broker" };
    let metadata = versions.features.iter().find(|feature| feature.name == "metadata.version");
    let level = metadata.and_then(|feature| feature.finalized);
    let level = level.map(|level| format!(", metadata.version {level}")).unwrap_or_default();
    let check =
        Check::new("speaks", Outcome::Fine, format!("Kafka, {kind} with {} APIs{level}", versions.ranges.len()));
    if versions.is_controller() {
        return Check { outcome: Outcome::Remark, ..check }
            .why("controllers keep the metadata; records and topics are asked for at a broker's port")
            .fix("name a broker's port, or use --bootstrap-controller where a tool has it");
    }
    check
}

fn refused(error: &client::Error, outcome: Outcome) -> Check {
    let mut check = Check::new("speaks", outcome, error.what());
    check.why = error.causes();
    check.fix = error.hints(true);
    check
}

pub(super) fn finding(error: &client::Error) -> Finding {
    match error.kind() {
        Kind::Denied => Finding::Denied,
        Kind::Unreachable | Kind::TimedOut => Finding::Unreachable,
        Kind::Usage | Kind::NotFound | Kind::Conflict | Kind::Other => Finding::Unwell,
    }
}

fn cluster(met: &Met) -> Check {
    let cluster = &met.cluster;
    let id = cluster.id.as_deref().unwrap_or("without an id");
    let brokers = human::several(cluster.nodes.len(), "broker");
    if cluster.controller < 0 {
        return Check::new("cluster", Outcome::Wrong(Finding::Unwell), format!("{id}, {brokers}, and no controller"))
            .why("without a controller no topic can be made or changed, and no leader be replaced");
    }
    Check::new("cluster", Outcome::Fine, format!("{id}, {brokers}"))
}

fn topics(topics: &[Topic]) -> Check {
    let (mut orphans, mut behind) = (Vec::new(), Vec::new());
    for topic in topics {
        for partition in &topic.partitions {
            let name = format!("{}-{}", topic.name, partition.id);
            if partition.leader.is_none() {
                orphans.push(name);
            } else if partition.isr.len() < partition.replicas.len() {
                behind.push(name);
            }
        }
    }
    let count = human::several(topics.len(), "topic");
    if !orphans.is_empty() {
        let what =
            format!("{count}; {} without a leader: {}", human::several(orphans.len(), "partition"), some(&orphans));
        return Check::new("topics", Outcome::Wrong(Finding::Unwell), what)
            .why("nobody can read from or write to a partition without a leader")
            .fix("start the brokers that have its replicas:   kt topics --describe --unavailable-partitions");
    }
    if !behind.is_empty() {
        let what =
            format!("{count}; {} under-replicated: {}", human::several(behind.len(), "partition"), some(&behind));
        return Check::new("topics", Outcome::Remark, what)
            .why("some replicas are not in sync; another loss may stop the writing, or lose records");
    }
    let found =
        if topics.is_empty() { "none yet".to_owned() } else { format!("{count}, each partition led and in sync") };
    Check::new("topics", Outcome::Fine, found)
}

fn some(names: &[String]) -> String {
    let shown = names.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
    if names.len() > NAMED { format!("{shown}, …") } else { shown }
}

/// Whether an address means the machine it is used on.
pub(super) fn is_loopback(address: &Address) -> bool {
    let host = address.host.as_str();
    host.eq_ignore_ascii_case("localhost") || host.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback())
}
