//! What a broker says when it is ready: where it is, and what to type next.

use std::time::Duration;

use crate::broker::run::Running;
use crate::output::human;

/// On stderr: stdout belongs to data, and a broker has none.
pub fn show(running: &Running, took: Duration, temporary: bool) {
    let folder = running.broker.log_dir().display().to_string();
    let folder = match std::env::var("HOME") {
        Ok(home) if !home.is_empty() && folder.starts_with(&format!("{home}/")) => folder.replacen(&home, "~", 1),
        _ => folder,
    };
    let kept = if temporary { " (removed at the end)" } else { "" };
    let addresses: Vec<String> = running.addresses.iter().map(ToString::to_string).collect();
    let told = running.broker.listeners().map(|(_, told)| format!("{}:{}", told.host, told.port));
    let told: Vec<String> = told.collect();
    // Where clients are sent elsewhere, that is the address to use, and the one to get wrong.
    let clients = if told == addresses { String::new() } else { format!("  clients  are told {}\n", told.join(", ")) };
    let first = addresses.first().cloned().unwrap_or_default();
    let flag = if first.ends_with(":9092") { String::new() } else { format!(" -b {first}") };
    eprint!(
        "kt {version} · Kafka-compatible broker, 1 node, data in {folder}{kept}
  broker   {addresses}        ready in {took}
{clients}  cluster  {cluster}

In another terminal:
  echo hello | kt produce greetings{flag}
  kt consume greetings --from-beginning{flag}
Ctrl-C stops.
",
        version = env!("CARGO_PKG_VERSION"),
        addresses = addresses.join(", "),
        took = human::duration(took.as_millis().try_into().unwrap_or(u64::MAX)),
        cluster = running.broker.image().cluster_id,
    );
}
