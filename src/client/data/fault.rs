//! Why records could not be written or read: which address, what happened, what to try.

use std::fmt;

use crate::protocol::code::ErrorCode;

/// What answers at an address where a Kafka broker was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Peer {
    Tls,
    Http,
    /// Closes the connection before it has said anything: a TLS or SASL listener does so too.
    Silent,
    /// Something else that is not Kafka.
    Unknown,
}

/// A failure of the data path. It is made for a person: [`Fault::hints`] says what to try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A setting is missing or makes no sense.
    Settings(String),
    /// The name of an address is not known here. `advertised`: the broker that says it can be reached there.
    Unresolved { address: String, reason: String, advertised: Option<Advertised> },
    /// Nobody answers at the address.
    Unreachable { address: String, reason: String, advertised: Option<Advertised> },
    /// Somebody answers, but not as a broker does.
    NotKafka { address: String, peer: Peer },
    /// The connection ended, or what came over it made no sense.
    Broken { address: String, reason: String },
    /// The broker answered with an error.
    Broker { what: String, code: ErrorCode },
    /// The broker refused the login, or a certificate was not trusted.
    Denied { address: String, reason: String },
    /// Nothing happened for too long.
    TimedOut { what: String },
}

/// Where an address came from that is not the user's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advertised {
    pub broker: i32,
    /// The address that worked, where this one was learnt.
    pub by: String,
}

impl Fault {
    /// Whether trying again may help without anybody changing anything.
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Unreachable { .. } | Self::Broken { .. } | Self::TimedOut { .. } => true,
            Self::Broker { code, .. } => code.is_retriable(),
            Self::Settings(_) | Self::Unresolved { .. } | Self::NotKafka { .. } | Self::Denied { .. } => false,
        }
    }

    /// No broker was reached at all.
    pub fn is_unreachable(&self) -> bool {
        matches!(self, Self::Unreachable { .. } | Self::Unresolved { .. } | Self::NotKafka { .. } | Self::Broken { .. })
    }

    fn advertised(&self) -> Option<&Advertised> {
        match self {
            Self::Unresolved { advertised, .. } | Self::Unreachable { advertised, .. } => advertised.as_ref(),
            _ => None,
        }
    }

    /// The code of the broker's answer, if it is one.
    pub fn code(&self) -> Option<ErrorCode> {
        match self {
            Self::Broker { code, .. } => Some(*code),
            _ => None,
        }
    }

    /// Why, in sentences that follow the message.
    pub fn causes(&self) -> Vec<String> {
        let Some(Advertised { broker, by }) = self.advertised() else { return Vec::new() };
        vec![format!(
            "{by} works, but broker {broker} says that this is its address, and clients have to use the address it says"
        )]
    }

    /// What to try.
    pub fn hints(&self) -> Vec<String> {
        match self {
            Self::NotKafka { peer: Peer::Tls, .. } => {
                vec!["set security.protocol=SSL (or SASL_SSL) in a file, and name it with --command-config".to_owned()]
            }
            Self::NotKafka { peer: Peer::Silent, .. } => vec![
                "a listener with TLS or SASL does that: set security.protocol in a file for --command-config"
                    .to_owned(),
            ],
            Self::NotKafka { peer: Peer::Http, .. } => {
                vec!["this is the port of a web page; the brokers' is often 9092".to_owned()]
            }
            _ if self.advertised().is_some() => {
                vec!["set advertised.listeners of the broker to an address that this machine can reach".to_owned()]
            }
            Self::Unresolved { .. } => vec!["check the name after --bootstrap-server".to_owned()],
            Self::Unreachable { .. } => {
                vec!["check that the broker runs there, or start one here with   kt serve".to_owned()]
            }
            Self::Denied { .. } => {
                vec![
                    "check sasl.mechanism, sasl.jaas.config and the ssl.* settings of the --command-config file"
                        .to_owned(),
                ]
            }
            _ => Vec::new(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Settings(what) => f.write_str(what),
            Self::Unresolved { address, reason, .. } => write!(f, "cannot resolve {address} ({reason})"),
            Self::Unreachable { address, reason, .. } => write!(f, "no broker answered at {address} ({reason})"),
            Self::NotKafka { address, peer } => match peer {
                Peer::Tls => write!(f, "{address} speaks TLS, kt spoke plain text"),
                Peer::Http => write!(f, "{address} speaks HTTP, not Kafka"),
                Peer::Silent => write!(f, "{address} closed the connection without an answer"),
                Peer::Unknown => write!(f, "what answers at {address} is no Kafka broker"),
            },
            Self::Broken { address, reason } => write!(f, "the connection to {address} broke ({reason})"),
            Self::Broker { what, code } => write!(f, "{what}: {} [{code}]", code.message().trim_end_matches('.')),
            Self::Denied { address, reason } => write!(f, "{address} refused the connection: {reason}"),
            Self::TimedOut { what } => f.write_str(what),
        }
    }
}

impl std::error::Error for Fault {}
