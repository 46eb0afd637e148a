//! What a broker is told: kt's presets, a server.properties, the environment of the well-known images, the flags.

use std::env;
use std::path::{Path, PathBuf};

use crate::broker::controller::decide::{Random, SystemRandom};
use crate::commands::failure::{self, Exit, Failure};
use crate::config::broker::BrokerConfig;
use crate::config::sources::{Sources, WrongSettings};

/// What the user asked for, not yet read.
#[derive(Debug, Default)]
pub struct Wanted {
    pub file: Option<PathBuf>,
    pub data: Option<PathBuf>,
    pub listen: Vec<String>,
    pub advertise: Option<String>,
    pub overrides: Vec<String>,
    pub temporary: bool,
    pub any_port: bool,
}

/// A configuration that is ready to start, with the folder that goes when it ends.
pub struct Plan {
    pub config: BrokerConfig,
    pub temporary: Option<TempFolder>,
}

/// A folder that is removed with everything in it.
pub struct TempFolder(PathBuf);

impl TempFolder {
    pub fn make() -> Result<TempFolder, Failure> {
        let path = env::temp_dir().join(format!("kt-{}-{}", std::process::id(), SystemRandom.uuid()));
        std::fs::create_dir_all(&path).map_err(|e| failure::file("make the folder", path.display(), &e))?;
        Ok(TempFolder(path))
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for TempFolder {
    fn drop(&mut self) {
        // What is left in a temporary folder is the system's to remove.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

pub fn plan(wanted: Wanted) -> Result<Plan, Failure> {
    let mut sources = Sources::default();
    presets(&mut sources);
    if let Some(file) = &wanted.file {
        let bytes = std::fs::read(file).map_err(|e| failure::file("read", file.display(), &e))?;
        sources.file(&file.display().to_string(), &bytes).map_err(wrong)?;
    }
    sources.environment(env::vars()).map_err(wrong)?;
    let mut folders_named = false;
    for pair in &wanted.overrides {
        let (key, value) = pair.split_once('=').ok_or_else(|| {
            Failure::usage(format!("'{pair}' is no setting")).hint("--override KEY=VALUE").exit(Exit::Usage)
        })?;
        sources.set(key.trim(), value.trim());
        folders_named |= key.trim() == "log.dirs";
    }
    listeners(&mut sources, &wanted)?;
    let temporary = if wanted.temporary { Some(TempFolder::make()?) } else { None };
    // Several folders can be named by an override only; then --data does not take them away again.
    let data = wanted.data.filter(|_| !folders_named);
    let data = temporary.as_ref().map(|t| t.path().to_owned()).or(data);
    if let Some(dir) = data {
        sources.set("log.dirs", dir.to_string_lossy());
    }
    let config = BrokerConfig::read(sources).map_err(wrong)?;
    Ok(Plan { config, temporary })
}

/// What a broker for learning and testing starts with where nobody says otherwise.
fn presets(sources: &mut Sources) {
    sources.preset("listeners", "PLAINTEXT://127.0.0.1:9092");
    sources.preset("log.dirs", default_folder().to_string_lossy());
    sources.preset("group.initial.rebalance.delay.ms", "0");
    for key in [
        "offsets.topic.replication.factor",
        "transaction.state.log.replication.factor",
        "transaction.state.log.min.isr",
        "share.coordinator.state.topic.replication.factor",
        "share.coordinator.state.topic.min.isr",
    ] {
        sources.preset(key, "1");
    }
}

pub fn default_folder() -> PathBuf {
    let set = |name: &str| env::var_os(name).filter(|v| !v.is_empty()).map(PathBuf::from);
    set("XDG_DATA_HOME")
        .filter(|p| p.is_absolute())
        .or_else(|| set("HOME").map(|home| home.join(".local/share")))
        .unwrap_or_else(env::temp_dir)
        .join("kt")
}

/// `--listen` and `--advertise` in the form of a server.properties.
fn listeners(sources: &mut Sources, wanted: &Wanted) -> Result<(), Failure> {
    let mut addresses = Vec::new();
    for text in &wanted.listen {
        let (host, port) = address(text)?;
        addresses.push(format!("{host}:{port}"));
    }
    if wanted.any_port && addresses.is_empty() {
        addresses.push("127.0.0.1:0".to_owned());
    }
    let name = |i: usize| if i == 0 { "PLAINTEXT".to_owned() } else { format!("PLAINTEXT_{}", i + 1) };
    let named = |list: &[String]| {
        let one = |(i, address): (usize, &String)| format!("{}://{address}", name(i));
        list.iter().enumerate().map(one).collect::<Vec<_>>().join(",")
    };
    if !addresses.is_empty() {
        sources.set("listeners", named(&addresses));
        let map: Vec<String> = (0..addresses.len()).map(|i| format!("{}:PLAINTEXT", name(i))).collect();
        sources.set("listener.security.protocol.map", map.join(","));
        sources.set("inter.broker.listener.name", "PLAINTEXT");
        // What a file says of its own listeners does not concern these.
        sources.unset("controller.listener.names");
        sources.unset("advertised.listeners");
    }
    if let Some(text) = &wanted.advertise {
        let (host, port) = address(text)?;
        sources.set("advertised.listeners", format!("PLAINTEXT://{host}:{port}"));
    }
    Ok(())
}

/// `host:port`, `[::1]:port`, `:port` or a port alone.
fn address(text: &str) -> Result<(&str, u16), Failure> {
    let (host, port) = match text.rsplit_once(':') {
        Some(("", port)) => ("127.0.0.1", port),
        Some((host, port)) => (host, port),
        None => ("127.0.0.1", text),
    };
    match port.parse() {
        Ok(port) => Ok((host, port)),
        Err(_) => Err(Failure::usage(format!("'{text}' is no address"))
            .hint("--listen HOST:PORT, such as 127.0.0.1:9092 or 0.0.0.0:9092")
            .exit(Exit::Usage)),
    }
}

fn wrong(wrong: WrongSettings) -> Failure {
    let mut lines = wrong.0.iter().map(ToString::to_string);
    let first = lines.next().unwrap_or_default();
    lines.fold(Failure::new(first), Failure::because).exit(Exit::Usage)
}
