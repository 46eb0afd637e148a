//! What a client is told: addresses, security, time limits. The same settings serve kt's own connections and rdkafka.
//!
//! They come as a Java client's properties (`--command-config FILE`) and as `key=value` pairs that win over the file.
//! Keys are the Java client's; librdkafka's spellings of the security keys (`sasl.username`, `ssl.ca.location`, …) are
//! understood too. Keys that mean nothing to an admin client are kept in [`Settings::properties`] for the data path.
//! Nothing is read from disk but the stores that the ssl keys name ([`super::stores`]).

use std::fmt;
use std::path::Path;
use std::time::Duration;

use super::guard::Guard;
use super::jaas;
use super::stores::{self, TlsMaterial};
use crate::config::properties::Properties;

/// How long a client tries to reach a broker and to be let in, over all addresses.
pub const REACH: Duration = Duration::from_secs(10);
/// How long one act may take, retries included: `default.api.timeout.ms`, as in the original.
pub const API_TIMEOUT: Duration = Duration::from_secs(60);
/// How long one request may take: `request.timeout.ms`, as in the original.
pub const REQUEST_TIMEOUT: Duration = Duration::from_secs(30);
/// The pause before the second try; it doubles up to [`RETRY_BACKOFF_MAX`].
pub const RETRY_BACKOFF: Duration = Duration::from_millis(100);
pub const RETRY_BACKOFF_MAX: Duration = Duration::from_secs(1);
/// How long a temporary refusal (no leader yet, coordinator loading) is worth another try when nobody set a limit.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// A broker's host and port as somebody wrote them.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Address {
    pub host: String,
    pub port: u16,
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.host.contains(':') {
            write!(f, "[{}]:{}", self.host, self.port)
        } else {
            write!(f, "{}:{}", self.host, self.port)
        }
    }
}

/// A setting that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadSetting {
    pub key: String,
    pub what: String,
    pub hint: Option<String>,
}

impl BadSetting {
    pub fn new(key: &str, what: impl Into<String>) -> Self {
        BadSetting { key: key.to_owned(), what: what.into(), hint: None }
    }

    pub fn hint(self, hint: impl Into<String>) -> Self {
        BadSetting { hint: Some(hint.into()), ..self }
    }
}

impl fmt::Display for BadSetting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.key, self.what)
    }
}

impl std::error::Error for BadSetting {}

/// How a client proves who it is.
#[derive(Clone, PartialEq, Eq)]
pub enum Sasl {
    Plain {
        username: String,
        password: String,
    },
    Scram {
        sha: Sha,
        username: String,
        password: String,
        token: bool,
    },
    /// A token that was handed over as it is; kt fetches none.
    OauthBearer {
        token: String,
        extensions: Vec<(String, String)>,
    },
}

/// The hash of a SCRAM mechanism.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sha {
    Sha256,
    Sha512,
}

/// How one can log in, by the names of `sasl.mechanism`.
pub const MECHANISMS: [&str; 4] = ["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512", "OAUTHBEARER"];

impl Sasl {
    pub fn mechanism(&self) -> &'static str {
        match self {
            Sasl::Plain { .. } => "PLAIN",
            Sasl::Scram { sha: Sha::Sha256, .. } => "SCRAM-SHA-256",
            Sasl::Scram { sha: Sha::Sha512, .. } => "SCRAM-SHA-512",
            Sasl::OauthBearer { .. } => "OAUTHBEARER",
        }
    }
}

impl fmt::Debug for Sasl {
    /// Without the secrets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Sasl::Plain { username, .. } | Sasl::Scram { username, .. } => {
                write!(f, "{} as {username}", self.mechanism())
            }
            Sasl::OauthBearer { .. } => f.write_str(self.mechanism()),
        }
    }
}

/// How a connection is protected and who speaks on it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Security {
    /// `Some` for SSL and SASL_SSL.
    pub tls: Option<TlsMaterial>,
    /// `Some` for SASL_PLAINTEXT and SASL_SSL.
    pub sasl: Option<Sasl>,
}

impl Security {
    /// The value of `security.protocol` that says the same.
    pub fn protocol(&self) -> &'static str {
        match (&self.tls, &self.sasl) {
            (None, None) => "PLAINTEXT",
            (Some(_), None) => "SSL",
            (None, Some(_)) => "SASL_PLAINTEXT",
            (Some(_), Some(_)) => "SASL_SSL",
        }
    }
}

/// How long things may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// To reach a broker and be let in, over all its addresses.
    pub reach: Duration,
    pub request: Duration,
    /// One act, retries included.
    pub api: Duration,
    /// How long a temporary refusal is tried again.
    pub patience: Duration,
    pub backoff: Duration,
    pub backoff_max: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            reach: REACH,
            request: REQUEST_TIMEOUT,
            api: API_TIMEOUT,
            patience: PATIENCE,
            backoff: RETRY_BACKOFF,
            backoff_max: RETRY_BACKOFF_MAX,
        }
    }
}

/// Everything a client is told.
#[derive(Clone, Debug)]
pub struct Settings {
    pub guard: Guard,
    pub servers: Vec<Address>,
    /// The servers are controllers: what is asked about the cluster is asked of them.
    pub controllers: bool,
    pub client_id: String,
    pub security: Security,
    pub limits: Limits,
    /// `--resolve A=B`: where to go in place of an address that brokers advertise.
    pub instead: Vec<(Address, Address)>,
    /// All keys as they were given, for the data path.
    pub properties: Properties,
}

impl Settings {
    /// Settings for these servers in plain text, with all defaults.
    pub fn plain(servers: &str) -> Result<Settings, BadSetting> {
        Settings::new(servers, Properties::default())
    }

    /// From a list of servers and a client's properties.
    pub fn new(servers: &str, properties: Properties) -> Result<Settings, BadSetting> {
        let get = Lookup(&properties);
        Ok(Settings {
            servers: parse_servers("bootstrap.servers", servers)?,
            guard: Guard::default(),
            controllers: false,
            client_id: get.text("client.id").unwrap_or("kt").to_owned(),
            security: security(&get)?,
            limits: limits(&get)?,
            instead: Vec::new(),
            properties,
        })
    }

    /// One limit for everything, from a flag.
    pub fn with_timeout(mut self, timeout: Duration) -> Settings {
        self.limits.reach = timeout;
        self.limits.api = timeout;
        self.limits.request = timeout;
        self.limits.patience = timeout;
        self
    }

    /// The addresses as they would be written on a command line.
    pub fn server_list(&self) -> String {
        self.servers.iter().map(Address::to_string).collect::<Vec<_>>().join(",")
    }
}

/// `host:port,host:port`; a scheme in front (`PLAINTEXT://`) is skipped and an IPv6 address stands in brackets.
pub fn parse_servers(key: &str, text: &str) -> Result<Vec<Address>, BadSetting> {
    let mut servers: Vec<Address> = Vec::new();
    for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        let address = parse_address(key, part)?;
        if !servers.contains(&address) {
            servers.push(address);
        }
    }
    if servers.is_empty() {
        return Err(BadSetting::new(key, "names no server").hint("write it as host:9092"));
    }
    Ok(servers)
}

/// One `host:port`.
pub fn parse_address(key: &str, text: &str) -> Result<Address, BadSetting> {
    let bare = text.split_once("://").map_or(text, |(_, rest)| rest);
    let wrong = |what: String, hint: String| BadSetting::new(key, what).hint(hint);
    let Some((host, port)) = bare.rsplit_once(':').filter(|(host, _)| !host.contains(':') || host.ends_with(']'))
    else {
        let hint =
            if bare.contains(':') { format!("write it as [{bare}]:9092") } else { format!("write it as {bare}:9092") };
        return Err(wrong(format!("'{text}' has no port"), hint));
    };
    let host = host.strip_prefix('[').and_then(|h| h.strip_suffix(']')).unwrap_or(host);
    let known = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | ':' | '%');
    if host.is_empty() || !host.chars().all(known) {
        return Err(wrong(format!("'{text}' has no usable host name"), "write it as host:9092".into()));
    }
    match port.parse::<u16>() {
        Ok(port) if port > 0 => Ok(Address { host: host.to_owned(), port }),
        _ => Err(wrong(format!("'{port}' in '{text}' is no port"), "a port is a number from 1 to 65535".into())),
    }
}

/// Typed reads of the properties; an empty value is as good as none, as in the original.
pub(super) struct Lookup<'a>(pub(super) &'a Properties);

impl<'a> Lookup<'a> {
    pub(super) fn text(&self, key: &str) -> Option<&'a str> {
        self.0.get(key).map(str::trim).filter(|value| !value.is_empty())
    }

    /// The first of several spellings that is set, with its key.
    pub(super) fn any<'k>(&self, keys: &[&'k str]) -> Option<(&'k str, &'a str)> {
        keys.iter().find_map(|key| self.text(key).map(|value| (*key, value)))
    }

    fn millis(&self, key: &str) -> Result<Option<Duration>, BadSetting> {
        let Some(text) = self.text(key) else { return Ok(None) };
        match text.parse::<u32>() {
            Ok(ms) => Ok(Some(Duration::from_millis(ms.into()))),
            Err(_) => Err(BadSetting::new(key, format!("'{text}' is no number of milliseconds"))),
        }
    }
}

fn limits(get: &Lookup<'_>) -> Result<Limits, BadSetting> {
    let mut limits = Limits::default();
    if let Some(request) = get.millis("request.timeout.ms")? {
        limits.request = request;
        limits.reach = limits.reach.min(request);
    }
    if let Some(api) = get.millis("default.api.timeout.ms")? {
        limits.api = api;
        limits.patience = api;
        limits.reach = limits.reach.min(api);
    }
    if let Some(setup) = get.millis("socket.connection.setup.timeout.ms")? {
        limits.reach = limits.reach.min(setup);
    }
    if let Some(backoff) = get.millis("retry.backoff.ms")? {
        limits.backoff = backoff;
    }
    if let Some(max) = get.millis("retry.backoff.max.ms")? {
        limits.backoff_max = max;
    }
    Ok(limits)
}

fn security(get: &Lookup<'_>) -> Result<Security, BadSetting> {
    let key = "security.protocol";
    let (tls, sasl) = match get.text(key).map(str::to_ascii_uppercase).as_deref() {
        None | Some("PLAINTEXT") => (false, false),
        Some("SSL") => (true, false),
        Some("SASL_PLAINTEXT") => (false, true),
        Some("SASL_SSL") => (true, true),
        Some(other) => {
            return Err(BadSetting::new(key, format!("'{other}' is no protocol"))
                .hint("one of PLAINTEXT, SSL, SASL_PLAINTEXT, SASL_SSL"));
        }
    };
    Ok(Security { tls: tls.then(|| stores::load(get)).transpose()?, sasl: sasl.then(|| sasl_of(get)).transpose()? })
}

fn sasl_of(get: &Lookup<'_>) -> Result<Sasl, BadSetting> {
    let key = "sasl.mechanism";
    let (_, mechanism) = get.any(&[key, "sasl.mechanisms"]).unwrap_or((key, "GSSAPI"));
    let options = match get.text("sasl.jaas.config") {
        Some(text) => jaas::options(text).map_err(|what| BadSetting::new("sasl.jaas.config", what))?,
        None => Vec::new(),
    };
    let option = |name: &str| options.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone());
    let credentials = || {
        let username = option("username").or_else(|| get.text("sasl.username").map(str::to_owned));
        let password = option("password").or_else(|| get.0.get("sasl.password").map(str::to_owned));
        match (username, password) {
            (Some(username), Some(password)) => Ok((username, password)),
            _ => Err(BadSetting::new("sasl.jaas.config", format!("{mechanism} needs a user name and a password"))
                .hint(
                    "sasl.jaas.config=…LoginModule required username=\"…\" password=\"…\";   or sasl.username and \
                 sasl.password",
                )),
        }
    };
    let scram = |sha| {
        let (username, password) = credentials()?;
        let token = option("tokenauth").is_some_and(|value| value.eq_ignore_ascii_case("true"));
        Ok(Sasl::Scram { sha, username, password, token })
    };
    match mechanism.to_ascii_uppercase().as_str() {
        "PLAIN" => {
            let (username, password) = credentials()?;
            Ok(Sasl::Plain { username, password })
        }
        "SCRAM-SHA-256" => scram(Sha::Sha256),
        "SCRAM-SHA-512" => scram(Sha::Sha512),
        "OAUTHBEARER" => oauth(get, &options),
        "GSSAPI" => Err(BadSetting::new(key, "GSSAPI (Kerberos) is not supported")
            .hint("one of PLAIN, SCRAM-SHA-256, SCRAM-SHA-512, OAUTHBEARER")),
        other => Err(BadSetting::new(key, format!("'{other}' is not supported"))
            .hint("one of PLAIN, SCRAM-SHA-256, SCRAM-SHA-512, OAUTHBEARER")),
    }
}

/// A token in `sasl.oauthbearer.token`, in the file that `sasl.oauthbearer.token.endpoint.url` names as `file:…`, or the
/// unsecured token that the original makes from `unsecuredLoginStringClaim_sub`.
fn oauth(get: &Lookup<'_>, options: &[(String, String)]) -> Result<Sasl, BadSetting> {
    let extensions = options
        .iter()
        .filter_map(|(key, value)| {
            Some((key.strip_prefix("extension_").or(key.strip_prefix("unsecuredLoginExtension_"))?, value))
        })
        .map(|(key, value)| (key.to_owned(), value.clone()))
        .collect();
    let token = match (get.text("sasl.oauthbearer.token"), get.text("sasl.oauthbearer.token.endpoint.url")) {
        (Some(token), _) => token.to_owned(),
        (None, Some(url)) if url.starts_with("file:") => {
            let path = url.trim_start_matches("file:").trim_start_matches("//");
            let text = stores::read("sasl.oauthbearer.token.endpoint.url", Path::new(path))?;
            String::from_utf8_lossy(&text).trim().to_owned()
        }
        _ => {
            let subject = options.iter().find(|(key, _)| key == "unsecuredLoginStringClaim_sub");
            let (_, subject) = subject.ok_or_else(|| {
                BadSetting::new("sasl.oauthbearer.token", "OAUTHBEARER needs a token, and kt fetches none")
                    .hint("sasl.oauthbearer.token=…   or sasl.oauthbearer.token.endpoint.url=file:PATH")
            })?;
            jaas::unsecured_token(subject)
        }
    };
    Ok(Sasl::OauthBearer { token, extensions })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(text: &str) -> Result<Settings, BadSetting> {
        Settings::new("localhost:9092", Properties::parse(text).unwrap())
    }

    #[test]
    fn servers_are_hosts_with_ports_and_each_counts_once() {
        let list = parse_servers("b", " a:1, b:2,,a:1,[::1]:9092,SSL://c:3").unwrap();
        let shown: Vec<String> = list.iter().map(Address::to_string).collect();
        assert_eq!(shown, ["a:1", "b:2", "[::1]:9092", "c:3"]);
    }

    #[test]
    fn a_server_without_a_port_is_refused_with_the_line_to_write() {
        let hint = |text: &str| parse_servers("b", text).unwrap_err().hint.unwrap();
        assert_eq!(hint("localhost"), "write it as localhost:9092");
        assert_eq!(hint("::1"), "write it as [::1]:9092");
        assert_eq!(hint("h:0"), "a port is a number from 1 to 65535");
        assert_eq!(hint("h:x"), "a port is a number from 1 to 65535");
        assert_eq!(hint(""), "write it as host:9092");
        assert_eq!(hint(":9092"), "write it as host:9092");
        assert_eq!(hint("a b:9092"), "write it as host:9092");
    }

    #[test]
    fn scram_credentials_come_from_the_jaas_line_or_from_librdkafkas_keys() {
        let jaas = "security.protocol=SASL_PLAINTEXT\nsasl.mechanism=SCRAM-SHA-512\nsasl.jaas.config=\
                    org.apache.kafka.common.security.scram.ScramLoginModule required username=\"u\" password=\"p\\\";\";";
        let wanted = Sasl::Scram { sha: Sha::Sha512, username: "u".into(), password: "p".into(), token: false };
        let keys = "security.protocol=sasl_plaintext\nsasl.mechanisms=SCRAM-SHA-512\nsasl.username=u\nsasl.password=p";
        assert_eq!(settings(keys).unwrap().security.sasl, Some(wanted));
        // A .properties file takes the backslash away, so the value ends at the first quote.
        assert!(settings(jaas).is_err());
    }

    #[test]
    fn what_cannot_be_used_names_its_key() {
        let key = |text: &str| settings(text).unwrap_err().key;
        assert_eq!(key("security.protocol=TLS"), "security.protocol");
        assert_eq!(key("security.protocol=SASL_PLAINTEXT"), "sasl.mechanism");
        assert_eq!(key("security.protocol=SASL_PLAINTEXT\nsasl.mechanism=PLAIN"), "sasl.jaas.config");
        assert_eq!(key("request.timeout.ms=soon"), "request.timeout.ms");
        assert_eq!(key("security.protocol=SSL\nssl.truststore.location=/nowhere/t.jks"), "ssl.truststore.location");
    }

    #[test]
    fn shorter_limits_of_the_file_shorten_the_way_to_the_broker_too() {
        let limits = settings("default.api.timeout.ms=1500\nrequest.timeout.ms=1000").unwrap().limits;
        assert_eq!((limits.reach, limits.api), (Duration::from_millis(1000), Duration::from_millis(1500)));
        assert_eq!(settings("default.api.timeout.ms=120000").unwrap().limits.reach, REACH);
    }

    #[test]
    fn secrets_are_not_printed() {
        let text = "security.protocol=SASL_PLAINTEXT\nsasl.mechanism=PLAIN\nsasl.username=u\nsasl.password=hidden";
        assert!(!format!("{:?}", settings(text).unwrap().security).contains("hidden"));
    }
}
