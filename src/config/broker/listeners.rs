//! Where a broker listens and under which addresses clients find it: `listeners`, `advertised.listeners`, the map from
//! names to protocols, and the older `host.name`, `port`, `advertised.host.name`, `advertised.port`.

use std::collections::BTreeMap;
use std::fmt;

use crate::config::sources::{Sources, WrongSetting};
use crate::config::value::java_trim;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protocol {
    Plaintext,
    Ssl,
    SaslPlaintext,
    SaslSsl,
}

impl Protocol {
    fn parse(name: &str) -> Option<Protocol> {
        Some(match name {
            "PLAINTEXT" => Protocol::Plaintext,
            "SSL" => Protocol::Ssl,
            "SASL_PLAINTEXT" => Protocol::SaslPlaintext,
            "SASL_SSL" => Protocol::SaslSsl,
            _ => return None,
        })
    }

    pub fn is_tls(self) -> bool {
        matches!(self, Protocol::Ssl | Protocol::SaslSsl)
    }

    pub fn is_sasl(self) -> bool {
        matches!(self, Protocol::SaslPlaintext | Protocol::SaslSsl)
    }
}

impl fmt::Display for Protocol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Protocol::Plaintext => "PLAINTEXT",
            Protocol::Ssl => "SSL",
            Protocol::SaslPlaintext => "SASL_PLAINTEXT",
            Protocol::SaslSsl => "SASL_SSL",
        })
    }
}

/// An address with a name and a protocol.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listener {
    pub name: String,
    /// Without the brackets of an IPv6 address. Empty: every interface; where clients are told an address, this
    /// machine's name, which whoever starts the broker fills in.
    pub host: String,
    /// 0: any free port.
    pub port: u16,
    pub protocol: Protocol,
}

impl fmt::Display for Listener {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (open, close) = if self.host.contains(':') { ("[", "]") } else { ("", "") };
        write!(f, "{}://{open}{}{close}:{}", self.name, self.host, self.port)
    }
}

/// The listeners of a broker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listeners {
    /// For clients and other brokers.
    pub broker: Vec<Listener>,
    /// Those of `controller.listener.names`: kt's controller needs none of its own, so they are not opened.
    pub controller: Vec<Listener>,
    /// What clients are told, a name of `broker` each.
    pub advertised: Vec<Listener>,
    /// The name under which brokers talk to each other.
    pub inter_broker: String,
}

/// Gives the settings of older files their names of today.
pub(super) fn modernise(sources: &mut Sources) {
    let given = |sources: &Sources, key: &str| {
        sources.get(key).map(java_trim).filter(|text| !text.is_empty()).map(str::to_string)
    };
    let protocol = given(sources, "security.inter.broker.protocol").unwrap_or_else(|| "PLAINTEXT".into());
    for (listeners, host, port) in
        [("listeners", "host.name", "port"), ("advertised.listeners", "advertised.host.name", "advertised.port")]
    {
        let (host_text, port_text) = (given(sources, host), given(sources, port));
        let from = if host_text.is_some() { host } else { port };
        if given(sources, listeners).is_none() && (host_text.is_some() || port_text.is_some()) {
            // An advertised host alone keeps the port that is listened on.
            let listened = given(sources, "listeners").and_then(|text| first_address(&text));
            let (name, own_port) = listened.unwrap_or((protocol.clone(), "9092".into()));
            let (host_text, port_text) = (host_text.unwrap_or_default(), port_text.unwrap_or(own_port));
            sources.derive(listeners, format!("{name}://{host_text}:{port_text}"), from);
        }
    }
}

fn first_address(listeners: &str) -> Option<(String, String)> {
    let first = listeners.split(',').next()?;
    let (name, address) = first.split_once("://")?;
    Some((java_trim(name).to_string(), java_trim(address.rsplit_once(':')?.1).to_string()))
}

/// Reads and checks the settings about listeners.
pub(super) fn read(sources: &Sources) -> Result<Listeners, Vec<WrongSetting>> {
    let mut reader = Reader { sources, protocols: BTreeMap::new(), wrong: Vec::new() };
    let listeners = reader.read();
    if reader.wrong.is_empty() { Ok(listeners) } else { Err(reader.wrong) }
}

struct Reader<'a> {
    sources: &'a Sources,
    protocols: BTreeMap<String, Protocol>,
    wrong: Vec<WrongSetting>,
}

impl Reader<'_> {
    fn read(&mut self) -> Listeners {
        let controllers = self.names("controller.listener.names");
        self.read_protocols(&controllers);
        let all = self.addresses("listeners", "PLAINTEXT://:9092");
        self.check_unique(&all);
        let is_controller = |listener: &Listener| controllers.contains(&listener.name);
        let (controller, broker): (Vec<_>, Vec<_>) = all.into_iter().partition(is_controller);
        let advertised = self.advertised(&broker, &is_controller);
        let inter_broker = self.inter_broker(&advertised);
        if broker.is_empty() && self.wrong.is_empty() {
            self.fail("listeners", "There must be at least one broker listener. Perhaps all listeners appear in controller.listener.names?");
        }
        Listeners { broker, controller, advertised, inter_broker }
    }

    fn fail(&mut self, key: &str, why: impl Into<String>) {
        let wrong = self.sources.wrong(key, why);
        self.wrong.push(wrong);
    }

    fn text(&self, key: &str) -> Option<&str> {
        self.sources.get(key).map(java_trim).filter(|text| !text.is_empty())
    }

    fn names(&self, key: &str) -> Vec<String> {
        let items = self.text(key).unwrap_or_default().split(',').map(java_trim);
        items.filter(|name| !name.is_empty()).map(str::to_uppercase).collect()
    }

    fn read_protocols(&mut self, controllers: &[String]) {
        let standard = ["PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"];
        let Some(map) = self.text("listener.security.protocol.map").map(str::to_string) else {
            for name in standard {
                self.protocols.extend(Protocol::parse(name).map(|protocol| (name.to_string(), protocol)));
            }
            // A controller's listener may do without an entry when nothing is said about protocols at all.
            for name in controllers {
                self.protocols.entry(name.clone()).or_insert(Protocol::Plaintext);
            }
            return;
        };
        for item in map.split(',').map(java_trim).filter(|item| !item.is_empty()) {
            let pair = item.rsplit_once(':').map(|(name, protocol)| (java_trim(name), java_trim(protocol)));
            let parsed = pair.and_then(|(name, protocol)| Some((name, Protocol::parse(&protocol.to_uppercase())?)));
            match (parsed, pair) {
                (Some((name, protocol)), _) => {
                    self.protocols.insert(name.to_uppercase(), protocol);
                }
                (None, Some((_, protocol))) => {
                    let why =
                        format!("Invalid security protocol `{protocol}` defined in listener.security.protocol.map");
                    self.fail("listener.security.protocol.map", why);
                }
                (None, None) => {
                    let why =
                        format!("'{item}' is no pair of a listener's name and a protocol, such as INTERNAL:PLAINTEXT");
                    self.fail("listener.security.protocol.map", why);
                }
            }
        }
    }

    fn addresses(&mut self, key: &str, default: &str) -> Vec<Listener> {
        let text = self.text(key).unwrap_or(default).to_string();
        let mut listeners = Vec::new();
        for item in text.split(',').map(java_trim).filter(|item| !item.is_empty()) {
            let Some((name, host, port)) = split_address(item) else {
                self.fail(key, format!("Unable to parse {item} to a broker endpoint"));
                continue;
            };
            let name = name.to_uppercase();
            match self.protocols.get(&name) {
                Some(&protocol) => listeners.push(Listener { name, host, port, protocol }),
                None => self.fail(
                    key,
                    format!("Error creating broker listeners from '{text}': No security protocol defined for listener {name}"),
                ),
            }
        }
        listeners
    }

    fn check_unique(&mut self, listeners: &[Listener]) {
        let shown = listeners.iter().map(Listener::to_string).collect::<Vec<_>>().join(",");
        for (at, one) in listeners.iter().enumerate() {
            for other in &listeners[at + 1..] {
                if one.name == other.name {
                    self.fail("listeners", format!("Each listener must have a different name, listeners: {shown}"));
                }
                let families = (one.host.parse::<std::net::IpAddr>(), other.host.parse::<std::net::IpAddr>());
                let apart = matches!(families, (Ok(a), Ok(b)) if a.is_ipv4() != b.is_ipv4());
                if one.port == other.port && one.port != 0 && !apart {
                    self.fail("listeners", format!("Each listener must have a different port, listeners: {shown}"));
                }
            }
        }
    }

    fn advertised(&mut self, broker: &[Listener], is_controller: &dyn Fn(&Listener) -> bool) -> Vec<Listener> {
        let key = "advertised.listeners";
        if self.text(key).is_none() {
            // Every interface is no address for a client; Kafka refuses to start here, kt tells its own name.
            let named = |listener: &Listener| match listener.host.as_str() {
                "0.0.0.0" | "::" => Listener { host: String::new(), ..listener.clone() },
                _ => listener.clone(),
            };
            return broker.iter().map(named).collect();
        }
        let advertised: Vec<_> = self.addresses(key, "").into_iter().filter(|one| !is_controller(one)).collect();
        if advertised.iter().any(|one| one.host == "0.0.0.0") {
            self.fail(
                key,
                "advertised.listeners cannot use the nonroutable meta-address 0.0.0.0. Use a routable IP address.",
            );
        }
        let names = |of: &[Listener]| of.iter().map(|one| one.name.clone()).collect::<Vec<_>>().join(",");
        if !advertised.iter().all(|one| broker.iter().any(|listener| listener.name == one.name)) {
            let why = format!(
                "advertised.listeners listener names must be equal to or a subset of the ones defined in listeners. Found \
                 {}. The valid options based on the current configuration are {}",
                names(&advertised),
                names(broker)
            );
            self.fail(key, why);
        }
        advertised
    }

    fn inter_broker(&mut self, advertised: &[Listener]) -> String {
        let (name, protocol) = (self.text("inter.broker.listener.name"), self.text("security.inter.broker.protocol"));
        let (key, name, both) = match (name, protocol) {
            (Some(name), protocol) => ("inter.broker.listener.name", name.to_uppercase(), protocol.is_some()),
            (None, Some(protocol)) => ("security.inter.broker.protocol", protocol.to_uppercase(), false),
            (None, None) => ("inter.broker.listener.name", "PLAINTEXT".to_string(), false),
        };
        if both {
            self.fail(key, "Only one of inter.broker.listener.name and security.inter.broker.protocol should be set.");
        }
        if !advertised.iter().any(|one| one.name == name) && !advertised.is_empty() {
            let names = advertised.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join(",");
            let why = format!(
                "inter.broker.listener.name must be a listener name defined in advertised.listeners. The valid options \
                 based on currently configured listeners are {names}"
            );
            self.fail(key, why);
        }
        name
    }
}

/// `NAME://host:port`, the host perhaps empty or an IPv6 address in brackets.
fn split_address(item: &str) -> Option<(&str, String, u16)> {
    let (name, address) = item.split_once("://")?;
    let (host, port) = address.rsplit_once(':')?;
    let host = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
    let valid = host.chars().all(|c| c.is_ascii_alphanumeric() || "-%._:".contains(c));
    (valid && !name.is_empty()).then_some((java_trim(name), host.to_string(), java_trim(port).parse().ok()?))
}
