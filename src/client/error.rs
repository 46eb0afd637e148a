//! What can go wrong between a tool and a cluster, and how it is said: what, why, what to try.
//!
//! An [`Error`] knows facts; the sentences are made here, for all tools at once. [`Error::java`] is the message that the
//! original's exception has in the same situation, for the tools that print it on stdout.

use std::fmt;
use std::net::SocketAddr;
use std::time::Duration;

use kt_codec::ApiKey;

use super::guard::Refused;
use super::reason::{Reason, seconds};
use super::settings::{Address, BadSetting};
use crate::protocol::code::ErrorCode;

/// Something went wrong; one word wide, since most calls succeed.
#[derive(Clone, Debug)]
pub struct Error {
    problem: Box<Problem>,
    /// The original's name for the act: `listTopics`.
    call: Option<&'static str>,
}

pub type Result<T> = std::result::Result<T, Error>;

/// What went wrong.
#[derive(Clone, Debug)]
pub enum Problem {
    Setting(BadSetting),
    /// The context does not allow it; nothing was sent.
    Guarded(Refused),
    /// No address led to a Kafka broker that lets us in.
    Unreachable {
        attempts: Vec<Attempt>,
        role: Role,
    },
    /// The broker knows us not, or not by this password.
    Denied {
        address: Address,
        mechanism: &'static str,
        reason: String,
    },
    /// The broker answered with an error code. `about` names what the answer is about: `topic orders`.
    Refused {
        code: ErrorCode,
        message: Option<String>,
        about: String,
    },
    /// The broker is too old or too new for what was asked.
    Unsupported {
        api: ApiKey,
        address: Address,
        why: String,
    },
    TimedOut {
        address: Address,
        doing: String,
        after: Duration,
    },
    /// The answer makes no sense.
    Garbled {
        address: Address,
        api: ApiKey,
        why: String,
    },
    /// The connection broke after it had worked.
    Lost {
        address: Address,
        api: ApiKey,
        why: String,
    },
    /// No broker of this id is in the cluster.
    NoBroker {
        id: i32,
        known: Vec<i32>,
    },
}

/// In what role an address was tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    Bootstrap,
    /// The cluster says that this broker lives there.
    Advertised {
        id: i32,
        bootstrap: Address,
    },
}

/// One address, and why it did not work.
#[derive(Clone, Debug)]
pub struct Attempt {
    pub address: Address,
    pub peer: Option<SocketAddr>,
    pub reason: Reason,
}

/// What brokers say of a topic or a partition that is not there, in words for those who wrote the broker.
const UNKNOWN_PARTITION: &str = "This server does not host this topic-partition";

/// The broker's own words, or those of its code. Who is refused by Apache Kafka gets the request as Java prints objects.
fn in_few_words(code: ErrorCode, message: Option<&str>) -> &str {
    message.filter(|words| !words.starts_with("Request Request(")).unwrap_or_else(|| code.message())
}

/// What kind of failure it is, for exit codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Usage,
    Unreachable,
    Denied,
    NotFound,
    Conflict,
    TimedOut,
    Other,
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        Error { problem: Box::new(problem), call: None }
    }
}

impl From<BadSetting> for Error {
    fn from(bad: BadSetting) -> Self {
        Problem::Setting(bad).into()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what())
    }
}

impl std::error::Error for Error {}

impl Error {
    /// A broker's refusal: its code, its own words if it sent any, and what they are about.
    pub fn refused(code: ErrorCode, message: Option<&str>, about: impl Into<String>) -> Error {
        let message = message.filter(|text| !text.is_empty()).map(str::to_owned);
        Problem::Refused { code, message, about: about.into() }.into()
    }

    pub fn problem(&self) -> &Problem {
        &self.problem
    }

    /// Names the act as the original does; the first name stays.
    pub fn during(mut self, call: &'static str) -> Error {
        self.call.get_or_insert(call);
        self
    }

    /// The broker's error code, if it is one.
    pub fn code(&self) -> Option<ErrorCode> {
        match *self.problem {
            Problem::Refused { code, .. } => Some(code),
            _ => None,
        }
    }

    /// Whether the same act may succeed in a moment.
    pub fn is_retriable(&self) -> bool {
        match &*self.problem {
            Problem::Refused { code, .. } => code.is_retriable(),
            Problem::Lost { .. } => true,
            _ => false,
        }
    }

    /// Whether the cluster's layout has to be asked for again before another try.
    pub fn is_stale_metadata(&self) -> bool {
        match &*self.problem {
            Problem::Refused { code, .. } => code.is_stale_metadata() || *code == ErrorCode::NOT_CONTROLLER,
            Problem::Lost { .. } | Problem::Unreachable { .. } => true,
            _ => false,
        }
    }

    pub fn kind(&self) -> Kind {
        match &*self.problem {
            Problem::Setting(_) => Kind::Usage,
            Problem::Guarded(_) => Kind::Conflict,
            Problem::Unreachable { .. } if self.reason().is_some_and(Reason::is_denial) => Kind::Denied,
            Problem::Unreachable { .. } | Problem::Lost { .. } => Kind::Unreachable,
            Problem::Denied { .. } => Kind::Denied,
            Problem::TimedOut { .. } => Kind::TimedOut,
            Problem::NoBroker { .. } => Kind::NotFound,
            Problem::Unsupported { .. } | Problem::Garbled { .. } => Kind::Other,
            Problem::Refused { code, .. } => kind_of(*code),
        }
    }

    /// One sentence without a full stop: what happened, to what.
    pub fn what(&self) -> String {
        match &*self.problem {
            Problem::Setting(bad) => format!("setting {bad}"),
            Problem::Guarded(refused) => refused.what(),
            Problem::Unreachable { attempts, role } => unreachable(attempts, role),
            Problem::Denied { address, mechanism, .. } => format!("{address} refused the {mechanism} login"),
            Problem::Refused { code, message, about } => {
                let words = in_few_words(*code, message.as_deref()).trim_end_matches('.');
                match about.split_once(' ') {
                    _ if about.is_empty() => words.to_owned(),
                    // `topic orders`, `partition orders-7`, with nothing else before or behind it.
                    Some(("topic" | "partition", name)) if words == UNKNOWN_PARTITION && !name.contains(' ') => {
                        format!("there is no {about}")
                    }
                    _ if words == UNKNOWN_PARTITION => format!("{about}: there is no such topic or partition"),
                    _ => format!("{about}: {words}"),
                }
            }
            Problem::Unsupported { api, address, why } => format!("{address} cannot do {}: {why}", api.name()),
            Problem::TimedOut { address, doing, after } => {
                format!("{address} did not answer {doing} within {}", seconds(*after))
            }
            Problem::Garbled { address, api, why } => {
                format!("the {} answer of {address} cannot be read: {why}", api.name())
            }
            Problem::Lost { address, api, why } => {
                format!("the connection to {address} broke during {}: {why}", api.name())
            }
            Problem::NoBroker { id, .. } => format!("there is no broker {id} in the cluster"),
        }
    }

    /// Why, where there is more to say than [`Error::what`].
    pub fn causes(&self) -> Vec<String> {
        match &*self.problem {
            Problem::Unreachable { attempts, role: Role::Bootstrap } if attempts.len() > 1 => {
                attempts.iter().map(|attempt| format!("{}: {}", attempt.address, attempt.reason)).collect()
            }
            Problem::Unreachable { attempts, role: Role::Advertised { id, bootstrap } } => vec![format!(
                "the bootstrap address {bootstrap} works, but broker {id} says its address is {}, and there: {}",
                attempts.first().map_or_else(|| "nowhere".into(), |attempt| attempt.address.to_string()),
                attempts.first().map_or_else(|| "nothing".into(), |attempt| attempt.reason.to_string()),
            )],
            Problem::Unreachable { attempts, .. } => match attempts.first().map(|attempt| &attempt.reason) {
                Some(Reason::Untrusted(why)) => vec![why.clone()],
                Some(Reason::TlsRefused(alert)) => vec![format!("the broker ended the handshake: {alert}")],
                Some(Reason::NotKafka(why)) => vec![why.clone()],
                _ => Vec::new(),
            },
            Problem::Denied { reason, .. } => vec![reason.clone()],
            Problem::NoBroker { known, .. } => {
                let known: Vec<String> = known.iter().map(i32::to_string).collect();
                vec![format!("its brokers are {}", known.join(", "))]
            }
            _ => Vec::new(),
        }
    }

    /// What to try; `flags`: kt's own flags can be given.
    pub fn hints(&self, flags: bool) -> Vec<String> {
        match &*self.problem {
            Problem::Setting(bad) => bad.hint.iter().cloned().collect(),
            Problem::Guarded(refused) => refused.hint().into_iter().collect(),
            Problem::Unreachable { role: Role::Advertised { bootstrap, .. }, attempts } => {
                let mut hints =
                    vec!["on the broker, set advertised.listeners to an address that works from here too".to_owned()];
                if let Some(attempt) = attempts.first() {
                    hints.push(format!("or, for this call:   --resolve {}={bootstrap}", attempt.address));
                }
                hints
            }
            Problem::Unreachable { attempts, .. } => match attempts.first() {
                Some(attempt) => attempt.reason.hints(&attempt.address, flags),
                None => Vec::new(),
            },
            Problem::Denied { mechanism, .. } => {
                vec![format!("check user name and password, and that the user has {mechanism} credentials")]
            }
            Problem::TimedOut { .. } => {
                vec!["give it longer with   --timeout 60s   or default.api.timeout.ms in the settings file".into()]
            }
            _ => Vec::new(),
        }
    }

    /// The first reason of an unreachable cluster.
    pub fn reason(&self) -> Option<&Reason> {
        match &*self.problem {
            Problem::Unreachable { attempts, .. } => attempts.first().map(|attempt| &attempt.reason),
            _ => None,
        }
    }

    /// The original's exception with its class, as `Throwable.toString` prints it.
    pub fn java_exception(&self) -> String {
        let code = match &*self.problem {
            Problem::Refused { code, message, .. } => return code.to_java(message.as_deref()),
            Problem::Guarded(_) => ErrorCode::POLICY_VIOLATION,
            Problem::Setting(_) => return format!("org.apache.kafka.common.KafkaException: {}", self.java()),
            Problem::Unreachable { .. } | Problem::TimedOut { .. } | Problem::NoBroker { .. } => {
                ErrorCode::REQUEST_TIMED_OUT
            }
            Problem::Denied { .. } => ErrorCode::SASL_AUTHENTICATION_FAILED,
            Problem::Unsupported { .. } => ErrorCode::UNSUPPORTED_VERSION,
            Problem::Garbled { .. } => ErrorCode::UNKNOWN_SERVER_ERROR,
            Problem::Lost { .. } => ErrorCode::NETWORK_EXCEPTION,
        };
        code.to_java(Some(&self.java()))
    }

    /// The message that the original's exception has.
    pub fn java(&self) -> String {
        let call = self.call.unwrap_or("metadata");
        match &*self.problem {
            Problem::Guarded(refused) => refused.what(),
            Problem::Setting(_) => "Failed to create new KafkaAdminClient".into(),
            Problem::Unreachable { .. } if matches!(self.reason(), Some(Reason::Unresolvable(_))) => {
                "Failed to create new KafkaAdminClient".into()
            }
            Problem::Unreachable { .. } | Problem::NoBroker { .. } => {
                format!("Timed out waiting for a node assignment. Call: {call}")
            }
            Problem::Denied { reason, .. } => reason.clone(),
            Problem::Refused { code, message, .. } => message.clone().unwrap_or_else(|| code.message().to_owned()),
            Problem::Unsupported { api, .. } => format!("The node does not support {}", capitals(api.name())),
            Problem::TimedOut { .. } => format!("Call(callName={call}) timed out"),
            Problem::Garbled { why, .. } => why.clone(),
            Problem::Lost { .. } => ErrorCode::NETWORK_EXCEPTION.message().to_owned(),
        }
    }
}

fn unreachable(attempts: &[Attempt], role: &Role) -> String {
    if let Role::Advertised { id, .. } = role {
        return format!("broker {id} cannot be reached at the address it advertises");
    }
    let [Attempt { address, reason, .. }] = attempts else {
        let all: Vec<String> = attempts.iter().map(|attempt| attempt.address.to_string()).collect();
        return format!("no broker answered at {}", all.join(","));
    };
    reason.at(address)
}

fn kind_of(code: ErrorCode) -> Kind {
    match code {
        ErrorCode::UNKNOWN_TOPIC_OR_PARTITION
        | ErrorCode::UNKNOWN_TOPIC_ID
        | ErrorCode::GROUP_ID_NOT_FOUND
        | ErrorCode::RESOURCE_NOT_FOUND
        | ErrorCode::TRANSACTIONAL_ID_NOT_FOUND
        | ErrorCode::BROKER_ID_NOT_REGISTERED => Kind::NotFound,
        ErrorCode::TOPIC_ALREADY_EXISTS
        | ErrorCode::NON_EMPTY_GROUP
        | ErrorCode::GROUP_SUBSCRIBED_TO_TOPIC
        | ErrorCode::REASSIGNMENT_IN_PROGRESS
        | ErrorCode::DUPLICATE_RESOURCE => Kind::Conflict,
        ErrorCode::REQUEST_TIMED_OUT => Kind::TimedOut,
        ErrorCode::TOPIC_AUTHORIZATION_FAILED
        | ErrorCode::GROUP_AUTHORIZATION_FAILED
        | ErrorCode::CLUSTER_AUTHORIZATION_FAILED
        | ErrorCode::TRANSACTIONAL_ID_AUTHORIZATION_FAILED
        | ErrorCode::DELEGATION_TOKEN_AUTHORIZATION_FAILED
        | ErrorCode::SASL_AUTHENTICATION_FAILED => Kind::Denied,
        _ => Kind::Other,
    }
}

/// `DescribeLogDirs` → `DESCRIBE_LOG_DIRS`: the name of an API in the original's messages.
pub fn capitals(name: &str) -> String {
    let mut text = String::new();
    for c in name.chars() {
        if c.is_ascii_uppercase() && !text.is_empty() {
            text.push('_');
        }
        text.push(c.to_ascii_uppercase());
    }
    text
}

#[cfg(test)]
#[path = "error_tests.rs"]
mod tests;
