//! Why one address did not work, and what to try.

use std::fmt;
use std::time::{Duration, SystemTime};

use super::settings::Address;

/// Why an address did not work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    Unresolvable(String),
    ConnectionRefused,
    /// No connection in this time.
    NoAnswer(Duration),
    /// Connected, but nothing came back in this time.
    Silent(Duration),
    /// The other side hung up.
    Closed,
    /// We spoke plain text, the broker wants TLS.
    WantsTls,
    /// We spoke TLS, the other side is Kafka in plain text.
    WantsPlain,
    /// We spoke TLS, the other side does not.
    NotTls,
    /// The other side is a web server.
    Web,
    /// The other side answers, but not as Kafka does.
    NotKafka(String),
    /// The broker's certificate does not convince.
    Untrusted(String),
    /// The broker refused our handshake.
    TlsRefused(String),
    /// The broker wants SASL, and none is set; these are its mechanisms.
    WantsSasl {
        theirs: Vec<String>,
        in_tls: bool,
    },
    /// SASL is set, and the broker wants none on this port.
    WantsNoSasl,
    /// The broker knows other mechanisms than the one that is set.
    Mechanisms {
        ours: &'static str,
        theirs: Vec<String>,
    },
    Other(String),
}

impl Reason {
    pub fn is_denial(&self) -> bool {
        matches!(
            self,
            Reason::WantsSasl { .. }
                | Reason::WantsNoSasl
                | Reason::Mechanisms { .. }
                | Reason::Untrusted(_)
                | Reason::TlsRefused(_)
        )
    }

    /// What happened at `address`, as a sentence.
    pub fn at(&self, address: &Address) -> String {
        match self {
            Reason::Unresolvable(why) => format!("cannot resolve {} ({why})", address.host),
            Reason::WantsTls => format!("{address} speaks TLS, kt spoke plain text"),
            Reason::WantsPlain => format!("{address} speaks plain text, kt spoke TLS"),
            Reason::NotTls => format!("{address} does not speak TLS"),
            Reason::Web => format!("{address} is a web server, no Kafka broker"),
            Reason::NotKafka(_) => format!("{address} does not speak Kafka"),
            Reason::Untrusted(why) => format!("the certificate of {address} is {}", Doubt::of(why).what()),
            Reason::TlsRefused(_) => format!("{address} refused the TLS handshake"),
            Reason::WantsSasl { theirs, .. } => format!("{address} wants a login{}", list(" by ", theirs)),
            Reason::WantsNoSasl => format!("{address} wants no login on this port, and one is set"),
            Reason::Mechanisms { ours, theirs } => format!("{address} takes no {ours} login{}", list(", but ", theirs)),
            Reason::Closed => format!("{address} hung up before it said anything"),
            Reason::ConnectionRefused | Reason::NoAnswer(_) | Reason::Silent(_) | Reason::Other(_) => {
                format!("no broker answered at {address} ({self})")
            }
        }
    }

    /// What to try; `flags`: kt's own flags can be given.
    pub fn hints(&self, address: &Address, flags: bool) -> Vec<String> {
        let file = "in your --command-config file";
        let either = |flag: &str, settings: &str| match flags {
            true => format!("add {flag}, or {settings} {file}"),
            false => format!("set {settings} {file}"),
        };
        let hint = match self {
            Reason::WantsTls => either("--tls", "security.protocol=SSL"),
            Reason::WantsPlain => {
                let tls = if flags { "--tls (security.protocol=SSL)" } else { "security.protocol=SSL" };
                format!("leave {tls} away, or use the broker's TLS port (not {})", address.port)
            }
            Reason::NotTls => format!("is {} the right port?", address.port),
            Reason::Web => "name the port of the broker, which is mostly 9092".into(),
            Reason::Untrusted(why) => return Doubt::of(why).hints(address, file),
            Reason::TlsRefused(_) => {
                format!("the broker may want a certificate from you: set ssl.keystore.location {file}")
            }
            Reason::WantsSasl { theirs, in_tls } => {
                let which = theirs.first().map_or("PLAIN", String::as_str);
                let protocol = if *in_tls { "SASL_SSL" } else { "SASL_PLAINTEXT" };
                let mechanism = match theirs.iter().any(|theirs| theirs == "PLAIN") || theirs.is_empty() {
                    true => String::new(),
                    false => format!(" -X sasl.mechanism={which}"),
                };
                let settings = format!("security.protocol={protocol}, sasl.mechanism={which} and sasl.jaas.config");
                either(&format!("--user NAME{mechanism}"), &settings)
            }
            Reason::WantsNoSasl => format!("set security.protocol=PLAINTEXT {file}"),
            Reason::Mechanisms { theirs, .. } => match theirs.first() {
                Some(mechanism) => format!("set sasl.mechanism={mechanism} {file}"),
                None => "the broker has no SASL mechanism on this port".into(),
            },
            Reason::ConnectionRefused => {
                format!("does a broker run there? try   nc -vz {} {}", address.host, address.port)
            }
            Reason::NoAnswer(_) => "a firewall may drop the packets; check host and port".into(),
            Reason::Silent(_) => {
                let tls = either("--tls", "security.protocol=SSL");
                format!("is {} the right port? with TLS {tls}", address.port)
            }
            Reason::Unresolvable(_) => {
                format!("is {} spelled right? try   getent hosts {}", address.host, address.host)
            }
            Reason::Closed | Reason::NotKafka(_) | Reason::Other(_) => return Vec::new(),
        };
        vec![hint]
    }
}

/// What is wrong with a certificate, as far as that changes what is to be done.
enum Doubt {
    Expired,
    NotYet,
    OtherName,
    Unknown,
}

impl Doubt {
    /// From OpenSSL's words for it.
    fn of(why: &str) -> Self {
        match why {
            "certificate has expired" => Self::Expired,
            "certificate is not yet valid" => Self::NotYet,
            "hostname mismatch" | "IP address mismatch" => Self::OtherName,
            _ => Self::Unknown,
        }
    }

    fn what(&self) -> &'static str {
        match self {
            Self::Expired => "out of date",
            Self::NotYet => "not valid yet",
            Self::OtherName => "for another name",
            Self::Unknown => "not trusted",
        }
    }

    fn hints(&self, address: &Address, file: &str) -> Vec<String> {
        let now = humantime::format_rfc3339_seconds(SystemTime::now());
        let host = &address.host;
        match self {
            Self::Expired => vec![
                format!("is this machine's clock right? it says {now}"),
                "otherwise who runs the broker has to renew its certificate".to_owned(),
            ],
            Self::NotYet => vec![
                format!("is this machine's clock right? it says {now}"),
                "otherwise it has to be waited for, or the certificate made anew".to_owned(),
            ],
            Self::OtherName => vec![
                format!("use the broker's name as its certificate has it; {host} is not in there"),
                format!("to go without that check, ssl.endpoint.identification.algorithm= (nothing) {file}"),
            ],
            Self::Unknown => {
                vec![format!("set ssl.truststore.location to the authority's certificate {file}")]
            }
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Reason::Unresolvable(why) => write!(f, "the name cannot be resolved ({why})"),
            Reason::ConnectionRefused => f.write_str("connection refused"),
            Reason::NoAnswer(after) => write!(f, "no answer within {}", seconds(*after)),
            Reason::Silent(after) => write!(f, "it took the connection and kept silent for {}", seconds(*after)),
            Reason::Closed => f.write_str("it hung up at once"),
            Reason::WantsTls => f.write_str("it speaks TLS, kt spoke plain text"),
            Reason::WantsPlain => f.write_str("it speaks plain text, kt spoke TLS"),
            Reason::NotTls => f.write_str("it does not speak TLS"),
            Reason::Web => f.write_str("it is a web server, no Kafka broker"),
            Reason::NotKafka(why) => write!(f, "it does not speak Kafka ({why})"),
            Reason::Untrusted(why) => write!(f, "its certificate is not trusted ({why})"),
            Reason::TlsRefused(alert) => write!(f, "it refused the TLS handshake ({alert})"),
            Reason::WantsSasl { theirs, .. } => write!(f, "it wants a login{}", list(" by ", theirs)),
            Reason::WantsNoSasl => f.write_str("it wants no login on this port"),
            Reason::Mechanisms { ours, theirs } => write!(f, "it takes no {ours} login{}", list(", but ", theirs)),
            Reason::Other(why) => f.write_str(why),
        }
    }
}

fn list(before: &str, words: &[String]) -> String {
    if words.is_empty() { String::new() } else { format!("{before}{}", words.join(", ")) }
}

pub fn seconds(time: Duration) -> String {
    if time.subsec_millis() == 0 { format!("{} s", time.as_secs()) } else { format!("{} ms", time.as_millis()) }
}
