//! The trap of advertised addresses: a client asks the address it was given only who the brokers are, and goes to the
//! addresses that they advertise. Where these do not work from here, everything seems to hang.

use std::collections::BTreeMap;

use super::examine::{finding, is_loopback};
use super::report::{Check, Finding, Outcome};
use crate::client::Node;
use crate::client::examine::{Met, Way};
use crate::client::settings::Address;

/// A broker at the address it advertises. `door` is an address that was given and works, `met` who answered there.
pub fn check(node: &Node, way: &Way, door: &Way, met: &Met) -> Check {
    let name = format!("broker {}", node.id);
    let advertises = if node.address == door.address {
        format!("is {}", node.address)
    } else {
        format!("advertises {}", node.address)
    };
    let ends_here = way.met().map(|there| there.cluster.id == met.cluster.id);
    match (&way.met, ends_here) {
        (Some(Ok(_)), Some(true)) => {
            return Check::new(name, Outcome::Fine, format!("{advertises}, and answers there"));
        }
        (Some(Ok(there)), _) => {
            let other = there.cluster.id.as_deref().unwrap_or("without an id");
            return Check::new(name, Outcome::Wrong(Finding::Unreachable), advertises)
                .more(format!("another cluster answers there: {other}"))
                .why("the address leads somewhere else from this machine than from the broker's own")
                .fix("advertise an address that means the same from everywhere (advertised.listeners)");
        }
        (Some(Err(error)), _) => {
            let check = Check::new(name, Outcome::Wrong(finding(error)), advertises);
            return check.more(error.what()).explained(error);
        }
        (None, _) => {}
    }
    let reason = match &way.resolved {
        Err(why) => format!("the name cannot be resolved here: {why}"),
        Ok(_) => way
            .connected
            .iter()
            .filter_map(|(peer, outcome)| Some(format!("{peer}: {}", outcome.as_ref().err()?)))
            .collect::<Vec<_>>()
            .join(", "),
    };
    let only = met.cluster.nodes.len() == 1;
    let check = Check::new(name, Outcome::Wrong(Finding::Unreachable), advertises).more(reason);
    let check = if only { check.more("and the address that was given leads to this very broker") } else { check };
    let check = check
        .why("A client talks to the address it is given only to learn the brokers' own addresses.")
        .why(story(&way.address, way.resolved.is_err(), &door.address));
    let check = fix(check, &way.address, &door.address);
    Check { now: only.then(|| format!("kt --resolve {}={} topics list", way.address, door.address)), ..check }
}

/// Brokers that advertise one address: what is meant for one goes to another.
pub fn shared(nodes: &[Node]) -> Option<Check> {
    let mut by_address: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for node in nodes {
        by_address.entry(node.address.to_string()).or_default().push(node.id.to_string());
    }
    let (address, ids) = by_address.into_iter().find(|(_, ids)| ids.len() > 1)?;
    Some(
        Check::new(
            "brokers",
            Outcome::Wrong(Finding::Unwell),
            format!("{} share the address {address}", ids.join(" and ")),
        )
        .why("a client that wants one of them comes to another, which is not the leader and says so, for ever")
        .fix("give each broker an address of its own (advertised.listeners)"),
    )
}

/// Why the address does not work from here.
fn story(advertised: &Address, unknown: bool, door: &Address) -> &'static str {
    if unknown {
        "This name is known where the broker runs (a container, another network), not here."
    } else if is_loopback(advertised) && !is_loopback(door) {
        "This broker says localhost, which means each client's own machine."
    } else {
        "Nobody takes a connection there from here: the port is not published, or a firewall is in between."
    }
}

/// The lines that give the broker a second listener for clients out here.
fn fix(check: Check, advertised: &Address, door: &Address) -> Check {
    check
        .fix("on the broker, add a listener for clients out here (in server.properties):")
        .fix(format!("  listeners=INTERNAL://:{},EXTERNAL://:{}", advertised.port, other_port(advertised, door)))
        .fix(format!("  advertised.listeners=INTERNAL://{advertised},EXTERNAL://{door}"))
        .fix("  listener.security.protocol.map=INTERNAL:PLAINTEXT,EXTERNAL:PLAINTEXT")
        .fix("  inter.broker.listener.name=INTERNAL")
        .fix("in a container the same by KAFKA_LISTENERS, KAFKA_ADVERTISED_LISTENERS, …")
}

/// A listener's port must differ from the other's.
fn other_port(advertised: &Address, door: &Address) -> u16 {
    if door.port == advertised.port { door.port.wrapping_add(1).max(1) } else { door.port }
}
