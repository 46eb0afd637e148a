//! Which cluster a call talks to, and how that was decided.

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::contexts::choice::{By, Chosen, Contexts, VARIABLE};
use super::failure::{Failure, file};
use super::login;
use super::suggest;
use crate::client::guard::Guard;
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
    /// `-C`: a cluster by the name that the user gave it.
    pub context: Option<String>,
    /// `--tls`
    pub tls: bool,
    /// `--user`: who logs in.
    pub user: Option<String>,
    /// Nobody is asked for a password.
    pub no_input: bool,
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
    /// [`Connection::context`] has it.
    Context,
    /// Nobody named a cluster.
    Default,
}

/// The cluster of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Connection {
    /// `host:port,host:port`, or `embedded[:DIR]`.
    pub servers: String,
    pub origin: Origin,
    /// The context in use. Never together with an address that was given without naming it: a login goes to the
    /// cluster it is for.
    pub context: Option<Chosen>,
    /// `--tls`
    pub tls: bool,
    /// `--user`: who logs in, in place of the context's user.
    pub user: Option<String>,
    /// How, where only the environment says who.
    pub mechanism: Option<String>,
    /// A password that is missing may be asked for, if somebody is there.
    pub may_ask: bool,
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
    /// Flag, then environment, then the contexts' files, then localhost. `var` looks up the environment; `contexts`
    /// reads the files, if they are needed.
    pub fn resolve(
        asked: &Asked,
        var: &dyn Fn(&str) -> Option<String>,
        contexts: impl FnOnce() -> Result<Contexts, Failure>,
    ) -> Result<Self, Failure> {
        let set = |name: &str| var(name).filter(|value| !value.trim().is_empty());
        let controllers = single("bootstrap-controller", &asked.controllers)?;
        let servers = single("bootstrap-server", &asked.servers)?;
        let named = servers.is_some() || controllers.is_some();
        let context = context_of(asked, named, &set, contexts)?;
        let (servers, origin) = match (servers, &context) {
            (Some(servers), _) => (servers, Origin::Flag),
            (None, _) if controllers.is_some() => (String::new(), Origin::Flag),
            (None, Some(chosen)) => match (&chosen.by, set(VARIABLES[0]), &chosen.profile.bootstrap) {
                (By::Variable, Some(servers), _) => (servers, Origin::Variable(VARIABLES[0])),
                (_, _, Some(servers)) => (servers.clone(), Origin::Context),
                (_, _, None) => {
                    return Err(Failure::usage(format!("context {} names no brokers", chosen.name))
                        .because(chosen.file.display().to_string())
                        .hint("bootstrap = \"host:9092\""));
                }
            },
            (None, None) => {
                let found = VARIABLES.into_iter().find_map(|name| Some((set(name)?, Origin::Variable(name))));
                found.unwrap_or_else(|| (DEFAULT_SERVERS.to_owned(), Origin::Default))
            }
        };
        // A login goes to the cluster it is for: a context has its own, and so has a file that the line names.
        let by_variables = context.is_none() && asked.config_files.is_empty();
        let login = |name: &str| set(name).filter(|_| by_variables);
        let tls = asked.tls || login("KT_TLS").map_or(Ok(false), |text| flag("KT_TLS", &text))?;
        let profile = context.as_ref().map(|chosen| &chosen.profile);
        let of_context = profile.map(|profile| profile.resolve.as_slice()).unwrap_or_default();
        let config_file = single("command-config", &asked.config_files)?.or_else(|| set("KT_COMMAND_CONFIG"));
        let timeout = || match set("KT_TIMEOUT").map(|text| (humantime::parse_duration(&text), text)) {
            Some((Ok(time), _)) => Ok(Some(time)),
            Some((Err(_), text)) => Err(Failure::usage(format!("KT_TIMEOUT is '{text}', which is no time"))
                .hint("a number with a unit: 500ms, 5s, 1m")),
            None => Ok(profile.and_then(|profile| profile.timeout)),
        };
        let timeout_ms = match asked.timeout_ms {
            Some(limit) => Some(limit),
            // Kafka's own calls name their cluster, and know of no time limits of kt's.
            None if named && asked.context.is_none() && set("KT_TIMEOUT").is_none() => None,
            None => timeout()?.map(|time| u64::try_from(time.as_millis()).unwrap_or(u64::MAX)),
        };
        Ok(Self {
            servers,
            origin,
            controllers,
            tls,
            user: asked.user.clone().or_else(|| login("KT_USER")),
            mechanism: login("KT_MECHANISM"),
            may_ask: !asked.no_input,
            config_file: config_file.map(PathBuf::from).or_else(|| profile?.command_config.clone()),
            properties: asked.properties.clone(),
            instead: asked.resolve.iter().chain(of_context).map(|pair| instead(pair)).collect::<Result<_, _>>()?,
            timeout_ms,
            context,
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

    /// What a client is told: the file, then the context's settings, then `--tls` and `--user`, then the properties that
    /// win over all, then the address, and at last the password that nothing of it has said.
    pub fn settings(&self) -> Result<Settings, Failure> {
        let mut properties = match &self.config_file {
            Some(path) => read(path)?,
            None => Properties::default(),
        };
        if let Some(chosen) = &self.context {
            login::of_context(chosen, self.user.as_deref(), &mut properties)?;
        }
        if self.tls {
            login::with_tls(&mut properties);
        }
        if let Some(user) = &self.user {
            login::with_user(user, &mut properties);
        }
        if let Some(mechanism) = &self.mechanism {
            properties.set("sasl.mechanism", &**mechanism);
        }
        for (key, value) in &self.properties {
            properties.set(&**key, &**value);
        }
        let servers = self.controllers.as_deref().unwrap_or(&self.servers);
        let context = self.context.as_ref().map(|chosen| &*chosen.name);
        login::complete(&mut properties, context, servers, self.may_ask)?;
        let settings = Settings::new(servers, properties).map_err(client::Error::from)?;
        let instead = self.instead.clone();
        let settings = Settings { controllers: self.controllers.is_some(), instead, guard: self.guard(), ..settings };
        Ok(match self.timeout_ms {
            Some(limit) => settings.with_timeout(Duration::from_millis(limit)),
            None => settings,
        })
    }

    /// What the context allows to be done.
    pub fn guard(&self) -> Guard {
        match self.context.as_ref().map(|chosen| (&chosen.profile, &chosen.name)) {
            Some((profile, name)) if profile.read_only => Guard::read_only(name),
            Some((profile, name)) if profile.protected => Guard::protected(name),
            _ => Guard::default(),
        }
    }

    /// The cluster in a word, for questions: the context's name, or the address.
    pub fn called(&self) -> &str {
        match &self.context {
            Some(chosen) => &chosen.name,
            None => self.controllers.as_deref().unwrap_or(&self.servers),
        }
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
            Origin::Context => {
                let context =
                    self.context.as_ref().map(|chosen| format!("{} in {}", chosen.name, chosen.file.display()));
                failure.because(format!("the address comes from context {}", context.unwrap_or_default()))
            }
            Origin::Flag => failure,
        }
    }

    /// Adds the context whose address looks like the one that was given and leads nowhere.
    pub fn explain_by(&self, failure: Failure, contexts: &Contexts) -> Failure {
        let all = contexts.all();
        let addresses = all.iter().filter_map(|(_, _, profile)| profile.bootstrap.as_deref());
        let near = (self.origin == Origin::Flag).then(|| suggest::nearest(&self.servers, addresses)).flatten();
        let named = near.and_then(|near| all.iter().find(|(_, _, profile)| profile.bootstrap.as_deref() == Some(near)));
        match named {
            Some((name, _, profile)) if profile.bootstrap.as_deref() != Some(&self.servers) => failure.hint(format!(
                "a context with a similar address: {name} → {}   kt -C {name} …",
                near.unwrap_or_default()
            )),
            _ => failure,
        }
    }
}

/// `KT_TLS=1`
fn flag(name: &str, text: &str) -> Result<bool, Failure> {
    match text.trim().to_ascii_lowercase().as_str() {
        "1" | "true" | "yes" | "on" => Ok(true),
        "0" | "false" | "no" | "off" => Ok(false),
        _ => Err(Failure::usage(format!("{name} is '{text}', which is neither true nor false"))),
    }
}

/// The context of a call. `named`: the line has an address, and then a context counts only if the line names it too.
fn context_of(
    asked: &Asked,
    named: bool,
    set: &dyn Fn(&str) -> Option<String>,
    contexts: impl FnOnce() -> Result<Contexts, Failure>,
) -> Result<Option<Chosen>, Failure> {
    if let Some(name) = &asked.context {
        return contexts()?.named(name, By::Flag).map(Some);
    }
    if named {
        return Ok(None);
    }
    if let Some(name) = set(VARIABLE) {
        return contexts()?.named(name.trim(), By::Variable).map(Some);
    }
    if VARIABLES.iter().any(|name| set(name).is_some()) {
        return Ok(None);
    }
    let contexts = contexts()?;
    match contexts.current() {
        Some((name, by)) => contexts.named(name, by).map(Some),
        None => Ok(None),
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
        Connection::resolve(&asked, &var, || Ok(Contexts::default())).unwrap()
    }

    #[test]
    fn the_environment_logs_in_where_no_context_and_no_file_of_the_line_does() {
        let vars = [("KT_TLS", "1"), ("KT_USER", "ci"), ("KT_MECHANISM", "SCRAM-SHA-512"), ("KT_BOOTSTRAP", "k:9093")];
        let found = resolve(&[], &vars);
        assert_eq!((found.tls, found.user.as_deref()), (true, Some("ci")));
        let settings = |connection: &Connection| {
            let properties = vec![("sasl.password".to_owned(), "x".to_owned())];
            Connection { properties, ..connection.clone() }.settings()
        };
        assert!(settings(&found).is_ok());
        let asked = Asked { config_files: vec!["mine".into()], user: Some("me".into()), ..Asked::default() };
        let var = |name: &str| vars.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
        let found = Connection::resolve(&asked, &var, || Ok(Contexts::default())).unwrap();
        assert_eq!((found.tls, found.user.as_deref(), found.mechanism), (false, Some("me"), None));
        assert!(flag("KT_TLS", "perhaps").is_err());
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
            Connection::resolve(&asked, &|_| None, || Ok(Contexts::default())).map(|connection| connection.instead)
        };
        let pairs = with("kafka:9092=localhost:29092").unwrap();
        assert_eq!(pairs.iter().map(|(a, b)| format!("{a} {b}")).collect::<Vec<_>>(), ["kafka:9092 localhost:29092"]);
        assert!(with("kafka:9092").is_err() && with("kafka=localhost:1").is_err());
    }

    #[test]
    fn an_address_given_twice_is_refused() {
        let asked = Asked { servers: vec!["a:1".into(), "b:1".into()], ..Asked::default() };
        let failure = Connection::resolve(&asked, &|_| None, || Ok(Contexts::default())).unwrap_err();
        assert_eq!(
            failure.message(),
            "Found multiple arguments for option bootstrap-server, but you asked for only one"
        );
    }

    fn contexts() -> Contexts {
        let text = "context = \"dev\"\n[contexts.dev]\nbootstrap = \"dev:1\"\ntimeout = \"5s\"\n\
                    [contexts.prod]\nbootstrap = \"prod:1\"\ntls = true\nprotected = true\n\
                    [contexts.prod.properties]\n\"client.id\" = \"of-the-context\"\n";
        let path = Path::new("/conf/config.toml");
        let file = crate::commands::contexts::file::parse(text, path, crate::commands::contexts::file::Owner::User);
        Contexts { user: Some(file.unwrap()), project: None }
    }

    /// Address and context of a call.
    fn in_context(servers: &[&str], context: Option<&str>, vars: &[(&str, &str)]) -> (String, Option<String>) {
        let servers = servers.iter().map(|s| (*s).to_owned()).collect();
        let asked = Asked { servers, context: context.map(str::to_owned), ..Asked::default() };
        let var = |name: &str| vars.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
        let found = Connection::resolve(&asked, &var, || Ok(contexts())).unwrap();
        (found.servers, found.context.map(|chosen| chosen.name))
    }

    #[test]
    fn a_context_is_as_strong_as_what_names_it() {
        let of = |address: &str, name: Option<&str>| (address.to_owned(), name.map(str::to_owned));
        assert_eq!(in_context(&[], None, &[]), of("dev:1", Some("dev")));
        assert_eq!(in_context(&[], None, &[("KT_CONTEXT", "prod")]), of("prod:1", Some("prod")));
        assert_eq!(in_context(&[], Some("dev"), &[("KT_CONTEXT", "prod")]), of("dev:1", Some("dev")));
        assert_eq!(in_context(&[], Some("prod"), &[("KT_BOOTSTRAP", "b:1")]), of("prod:1", Some("prod")));
        assert_eq!(in_context(&[], None, &[("KT_CONTEXT", "prod"), ("KT_BOOTSTRAP", "b:1")]), of("b:1", Some("prod")));
        assert_eq!(in_context(&["c:1"], Some("prod"), &[]), of("c:1", Some("prod")));
    }

    #[test]
    fn an_address_alone_takes_nothing_of_a_context_with_it() {
        let none = |address: &str| (address.to_owned(), None);
        assert_eq!(in_context(&["c:1"], None, &[("KT_CONTEXT", "prod")]), none("c:1"));
        assert_eq!(in_context(&[], None, &[("KT_BOOTSTRAP", "b:1")]), none("b:1"));
        assert_eq!(in_context(&[], None, &[("KAFKA_BOOTSTRAP_SERVERS", "k:1")]), none("k:1"));
    }

    #[test]
    fn a_flag_wins_over_the_contexts_settings() {
        let asked = Asked {
            context: Some("prod".into()),
            properties: vec![("client.id".into(), "mine".into())],
            ..Asked::default()
        };
        let of = |asked: &Asked| Connection::resolve(asked, &|_| None, || Ok(contexts())).unwrap();
        let settings = of(&asked).settings().unwrap();
        assert_eq!((settings.client_id.as_str(), settings.security.protocol()), ("mine", "SSL"));
        let settings = of(&Asked { properties: Vec::new(), ..asked }).settings().unwrap();
        assert_eq!(settings.client_id, "of-the-context");
        assert_eq!(of(&Asked::default()).timeout_ms, Some(5000));
    }
}
