//! The doctor's round: the addresses that were given, then each broker at the address it advertises,
//! then what [`cluster`] looks at.

use super::report::{Check, Finding, Outcome};
use super::{advertised, cluster};
use crate::broker::controller::features::{METADATA_VERSION, version_name};
use crate::client::examine::Way;
use crate::client::settings::{Address, Settings};
use crate::client::versions::Versions;
use crate::client::{self, Client, Kind, fan};
use crate::net::tls::Certificate;
use crate::output::human;

/// A certificate with less than this is worth a remark.
const FEW_DAYS: i32 = 30;

/// The most of many that are named one by one.
const NAMED: usize = 5;

/// All checks, in the order of the way.
pub async fn all(settings: &Settings) -> Vec<Check> {
    let given = fan::all(settings.servers.iter().map(|address| Way::to(settings, address))).await;
    let works = given.iter().find_map(|way| Some((way, way.met()?)));
    let mut checks: Vec<Check> = given.iter().flat_map(|way| on_the_way(way, works.is_some())).collect();
    let Some((door, met)) = works else { return checks };
    let began = checks.len();
    checks.push(cluster::members(met));
    let brokers = fan::all(met.cluster.nodes.iter().map(|node| Way::to(settings, &node.address))).await;
    checks.extend(met.cluster.nodes.iter().zip(&brokers).map(|(node, way)| advertised::check(node, way, door, met)));
    checks.extend(advertised::shared(&met.cluster.nodes));
    if met.versions.is_controller() {
        checks.truncate(began); // it knows neither topics nor where brokers are
        return checks;
    }
    let alone = Settings { servers: vec![door.address.clone()], ..settings.clone() };
    checks.extend(cluster::checks(&Client::new(alone)).await);
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
        Some(Ok(met)) => {
            checks.push(speaks(&met.versions, way));
            checks.extend(way.certificate.as_ref().map(certificate));
            checks.extend(versions(&met.versions));
        }
        Some(Err(error)) => checks.push(Check::new("speaks", wrong(finding(error)), error.what()).explained(error)),
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

/// What the versions of the APIs tell of the broker, and how we got in.
fn speaks(versions: &Versions, way: &Way) -> Check {
    let kind = if versions.is_controller() { "a KRaft controller" } else { "a broker" };
    let level = versions.features.iter().find(|feature| feature.name == METADATA_VERSION);
    let level = level.and_then(|feature| feature.finalized).map(|level| match version_name(level) {
        Some(name) => format!(", metadata.version {name}"),
        None => format!(", metadata.version {level}"),
    });
    let what = format!("Kafka, {kind} with {} APIs{}", versions.ranges.len(), level.unwrap_or_default());
    let check = Check::new("speaks", Outcome::Fine, what);
    let check = match &way.login {
        Some(login) => check.more(format!("logged in by {login:?}")),
        None if way.certificate.is_some() => check,
        None => check.more("in plain text, and asks nobody who he is"),
    };
    if versions.is_controller() {
        return Check { outcome: Outcome::Remark, ..check }
            .why("controllers keep the metadata; records and topics are asked for at a broker's port")
            .fix("name a broker's port, or use --bootstrap-controller where a tool has it");
    }
    check
}

/// Who the broker says it is, and for how long it may.
fn certificate(shown: &Certificate) -> Check {
    let Certificate { protocol, names, days } = shown;
    let detail = format!(
        "{protocol}, for {}, valid for {}",
        names.join(", "),
        human::several(usize::try_from(*days).unwrap_or_default(), "more day")
    );
    if *days < FEW_DAYS {
        return Check::new("tls", Outcome::Remark, detail)
            .why("after that clients refuse it, all at once")
            .fix("renew it: a new certificate in the broker's ssl.keystore");
    }
    Check::new("tls", Outcome::Fine, detail)
}

/// What kt and this broker cannot talk about, for one of them is too old.
fn versions(versions: &Versions) -> Option<Check> {
    let apart = versions.apart();
    if apart.is_empty() {
        return None;
    }
    let names: Vec<String> = apart.iter().map(|api| api.name().to_owned()).collect();
    Some(
        Check::new("versions", Outcome::Remark, format!("no version in common of {}", some(&names)))
            .why("this broker is older, or newer, than what kt knows of these requests")
            .fix("what needs them says so; all else works"),
    )
}

pub(super) fn finding(error: &client::Error) -> Finding {
    match error.kind() {
        Kind::Denied => Finding::Denied,
        Kind::Unreachable | Kind::TimedOut => Finding::Unreachable,
        Kind::Usage | Kind::NotFound | Kind::Conflict | Kind::Other => Finding::Unwell,
    }
}

/// Whether an address means the machine it is used on.
pub(super) fn is_loopback(address: &Address) -> bool {
    let host = address.host.as_str();
    host.eq_ignore_ascii_case("localhost") || host.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

/// The first of many.
pub(super) fn some(names: &[String]) -> String {
    let shown = names.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
    if names.len() > NAMED { format!("{shown}, …") } else { shown }
}
