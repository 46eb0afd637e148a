//! What programs learn when the broker is ready: a line of JSON on stdout, or the port in a file.

use std::io::{self, Write as _};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::{Value, json};

use crate::broker::run::Running;
use crate::commands::context::Context;
use crate::commands::failure::{self, Failure};
use crate::commands::said::Said;
use crate::output::report::Format;
use crate::output::table::Table;

/// Where programs want to be told.
pub struct Told {
    pub port_file: Option<PathBuf>,
}

impl Told {
    /// The file comes first: whoever waits for the line may read the file then.
    pub fn tell(&self, running: &Running, took: Duration, temporary: bool, cx: &mut Context) -> Result<(), Failure> {
        if let Some(path) = &self.port_file {
            let port = running.addresses.first().map(SocketAddr::port).unwrap_or_default();
            write(path, port).map_err(|error| failure::file("write", path.display(), &error))?;
        }
        // People read it on stderr; stdout speaks only where it was asked to.
        if cx.manners().jq.is_none() && cx.manners().format == Format::Table {
            return Ok(());
        }
        let json = json(running, took, temporary);
        match cx.manners().format {
            // It is a stream of one line, for `read` and its like; the broker goes on.
            Format::Table | Format::Json | Format::Jsonl => {
                let selection = cx.manners().selection()?;
                crate::output::json::line(&mut cx.out, &json, selection.as_ref())?;
            }
            _ => {
                let mut table = Table::new(&["BOOTSTRAP", "CLUSTER", "FOLDER"]);
                let text = |key: &str| json[key].as_str().unwrap_or_default().to_owned();
                table.row([text("bootstrap").into(), text("clusterId").into(), text("folder").into()]);
                cx.report(&Said::new("", table, json))?;
            }
        }
        Ok(cx.out.flush()?)
    }
}

/// Whole or not at all: who finds the file finds the port in it.
fn write(path: &Path, port: u16) -> io::Result<()> {
    let mut part = path.as_os_str().to_owned();
    part.push(".part");
    std::fs::write(&part, format!("{port}\n"))?;
    std::fs::rename(&part, path)
}

fn json(running: &Running, took: Duration, temporary: bool) -> Value {
    let listeners = running.broker.listeners().zip(&running.addresses).map(|((name, told), address)| {
        json!({
            "name": &name[..], "address": address.to_string(), "advertised": format!("{}:{}", told.host, told.port),
        })
    });
    json!({
        "bootstrap": running.addresses.first().map(|address| reachable(*address).to_string()),
        "listeners": listeners.collect::<Vec<_>>(),
        "clusterId": running.broker.image().cluster_id.to_string(),
        "nodeId": running.broker.node_id(),
        "folder": running.broker.log_dir().display().to_string(),
        "temporary": temporary,
        "pid": std::process::id(),
        "readyMs": u64::try_from(took.as_millis()).unwrap_or(u64::MAX),
    })
}

/// An address that leads to the broker from this machine.
pub fn reachable(address: SocketAddr) -> SocketAddr {
    let ip = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    SocketAddr::new(ip, address.port())
}
