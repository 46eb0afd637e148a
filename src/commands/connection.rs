//! Which cluster a call talks to, and how that was decided.

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::failure::{Failure, file};
use crate::client::settings::{Address, parse_address};
use crate::client::{self, Settings};
use crate::config::properties::Properties;

/// Where nobody says anything else.
pub const DEFAULT_SERVERS: &str = "localhost:9092";

/// The variables that name a cluster, the first one set wins.
pub const VARIABLES: [&str; 2] = ["KT_BOOTSTRAP", "KAFKA_BOOTSTRAP_SERVERS"];

/// What the command line said about the cluster, as it stands there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    pub servers: Vec<String>,
    pub controllers: Vec<String>,
    pub config_files: Vec<String>,
    pub properties: Vec<(String, String)>,
    /// `A=B`: go to B where brokers advertise A.
    pub resolve: Vec<String>,
    pub timeout_ms: Option<u64>,
}

/// Where the address came from, for error texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    Flag,
    Variable(&'static str),
    /// Nobody named a cluster.
    Default,
}

/// The cluster of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Connection {
    /// `host:port,host:port`, or `embedded[:DIR]`.
    pub servers: String,
    pub origin: Origin,
    /// Controllers to ask in place of brokers; then `servers` is empty.
    pub controllers: Option<String>,
    /// A properties file of client settings.
    pub config_file: Option<PathBuf>,
    /// Client settings that win over the file, in order.
    pub properties: Vec<(String, String)>,
    /// Where to go in place of addresses that brokers advertise.
    pub instead: Vec<(Address, Address)>,
    /// The limit for one act; `None` leaves it to the client.
    pub timeout_ms: Option<u64>,
}

impl Connection {
    /// Flag, then environment, then localhost. `var` looks up the environment.
    pub fn resolve(asked: &Asked, var: impl Fn(&str) -> Option<String>) -> Result<Self, Failure> {
        let controllers = single("bootstrap-controller", &asked.controllers)?;
        let (servers, origin) = match single("bootstrap-server", &asked.servers)? {
            Some(servers) => (servers, Origin::Flag),
            None if controllers.is_some() => (String::new(), Origin::Flag),
            None => {
                let found = VARIABLES.into_iter().find_map(|name| {
                    let value = var(name).filter(|value| !value.trim().is_empty())?;
                    Some((value, Origin::Variable(name)))
                });
                found.unwrap_or_else(|| (DEFAULT_SERVERS.to_owned(), Origin::Default))
            }
        };
        Ok(Self {
            servers,
            origin,
            controllers,
            config_file: single("command-config", &asked.config_files)?.map(PathBuf::from),
            properties: asked.properties.clone(),
            instead: asked.resolve.iter().map(|pair| instead(pair)).collect::<Result<_, _>>()?,
            timeout_ms: asked.timeout_ms,
        })
    }

    /// The folder of `embedded[:DIR]` (`None` for a temporary one), if the address says so.
    pub fn embedded(&self) -> Option<Option<PathBuf>> {
        let rest = self.servers.strip_prefix("embedded")?;
        match rest.strip_prefix(':') {
            Some(folder) if !folder.is_empty() => Some(Some(PathBuf::from(folder))),
            Some(_) => Some(None),
            None => rest.is_empty().then_some(None),
        }
    }

    /// What a client is told: the file, then the properties that win over it, then the address.
    pub fn settings(&self) -> Result<Settings, Failure> {
        let mut properties = match &self.config_file {
            Some(path) => read(path)?,
            None => Properties::default(),
        };
        for (key, value) in &self.properties {
            properties.set(&**key, &**value);
        }
        let servers = self.controllers.as_deref().unwrap_or(&self.servers);
        let settings = Settings::new(servers, properties).map_err(client::Error::from)?;
        let instead = self.instead.clone();
        let settings = Settings { controllers: self.controllers.is_some(), instead, ..settings };
        Ok(match self.timeout_ms {
            Some(limit) => settings.with_timeout(Duration::from_millis(limit)),
            None => settings,
        })
    }

    /// Adds to the failure to reach a cluster how its address was chosen, if not by a flag.
    pub fn explain(&self, failure: Failure) -> Failure {
        match self.origin {
            Origin::Default => failure
                .kafka_on_stderr() // where the original complains that the flag is missing
                .because("no --bootstrap-server was given, so this is the default address")
                .hint("start a broker here with   kt serve")
                .hint("or name yours with         --bootstrap-server host:9092"),
            Origin::Variable(name) => failure.because(format!("the address comes from {name}")),
            Origin::Flag => failure,
        }
    }
}

/// `kafka:9092=localhost:29092`, as curl's flag of the same name.
fn instead(pair: &str) -> Result<(Address, Address), Failure> {
    let wrong =
        || Failure::usage(format!("'{pair}' is no pair of addresses")).hint("--resolve kafka:9092=localhost:29092");
    let (from, to) = pair.split_once('=').ok_or_else(wrong)?;
    let address = |text: &str| parse_address("resolve", text).map_err(|bad| wrong().because(bad.to_string()));
    Ok((address(from)?, address(to)?))
}

/// A properties file. The original reads it before its `try`, so a failure is on stderr there.
pub fn read(path: &Path) -> Result<Properties, Failure> {
    let bytes = std::fs::read(path).map_err(|error| file("read", path.display(), &error).kafka_on_stderr())?;
    Properties::from_bytes(&bytes).map_err(|bad| Failure::usage(format!("{}: {bad}", path.display())).kafka_on_stderr())
}

fn single(option: &str, values: &[String]) -> Result<Option<String>, Failure> {
    match values {
        [] => Ok(None),
        [value] => Ok(Some(value.clone())),
        _ => Err(Failure::new(format!("--{option} was given more than once"))
            .kafka(format!("Found multiple arguments for option {option}, but you asked for only one"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resolve(servers: &[&str], vars: &[(&str, &str)]) -> Connection {
        let asked = Asked { servers: servers.iter().map(|s| (*s).to_owned()).collect(), ..Asked::default() };
        let var = |name: &str| vars.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
        Connection::resolve(&asked, var).unwrap()
    }

    #[test]
    fn the_flag_wins_then_kts_variable_then_kafkas_then_localhost() {
        let both = [("KAFKA_BOOTSTRAP_SERVERS", "b:2"), ("KT_BOOTSTRAP", "a:1")];
        assert_eq!(resolve(&["c:3"], &both).servers, "c:3");
        assert_eq!(resolve(&[], &both).servers, "a:1");
        assert_eq!(resolve(&[], &both[..1]).origin, Origin::Variable("KAFKA_BOOTSTRAP_SERVERS"));
        assert_eq!(resolve(&[], &[("KT_BOOTSTRAP", "")]).origin, Origin::Default);
        assert_eq!(resolve(&[], &[]).servers, DEFAULT_SERVERS);
    }

    #[test]
    fn embedded_names_a_folder_or_none() {
        assert_eq!(resolve(&["embedded"], &[]).embedded(), Some(None));
        assert_eq!(resolve(&["embedded:/tmp/x"], &[]).embedded(), Some(Some("/tmp/x".into())));
        assert_eq!(resolve(&["embedded-host:9092"], &[]).embedded(), None);
    }

    #[test]
    fn resolve_takes_two_addresses() {
        let with = |pair: &str| {
            let asked = Asked { resolve: vec![pair.to_owned()], ..Asked::default() };
            Connection::resolve(&asked, |_| None).map(|connection| connection.instead)
        };
        let pairs = with("kafka:9092=localhost:29092").unwrap();
        assert_eq!(pairs.iter().map(|(a, b)| format!("{a} {b}")).collect::<Vec<_>>(), ["kafka:9092 localhost:29092"]);
        assert!(with("kafka:9092").is_err() && with("kafka=localhost:1").is_err());
    }

    #[test]
    fn an_address_given_twice_is_refused() {
        let asked = Asked { servers: vec!["a:1".into(), "b:1".into()], ..Asked::default() };
        let failure = Connection::resolve(&asked, |_| None).unwrap_err();
        assert_eq!(
            failure.message(),
            "Found multiple arguments for option bootstrap-server, but you asked for only one"
        );
    }
}
