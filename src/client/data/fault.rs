//! Why records could not be written or read.

use std::fmt;

use crate::client::error::{Error, Kind, Problem, Role};
use crate::client::reason::Reason;
use crate::protocol::code::ErrorCode;

/// A failure of the data path. What concerns connections and refusals is the client's [`Error`].
#[derive(Clone, Debug)]
pub enum Fault {
    Client(Error),
    /// A setting makes no sense, in the original's words.
    Settings(String),
    /// A connection ended, or what came over it (or lies in a log) made no sense.
    Broken {
        what: String,
        reason: String,
    },
    /// Nothing happened for too long.
    TimedOut {
        what: String,
    },
}

impl Fault {
    /// The broker's refusal of what concerns `about`.
    pub fn refused(code: ErrorCode, about: impl Into<String>) -> Self {
        Self::Client(Error::refused(code, None, about))
    }

    /// Whether trying again may help without anybody changing anything.
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Client(error) => match error.problem() {
                Problem::Unreachable { attempts, .. } => attempts.iter().all(|attempt| is_passing(&attempt.reason)),
                Problem::TimedOut { .. } => true,
                _ => error.is_retriable(),
            },
            Self::Broken { .. } | Self::TimedOut { .. } => true,
            Self::Settings(_) => false,
        }
    }

    /// The address that the user gave has a name nobody knows.
    pub fn is_unknown_name(&self) -> bool {
        let Self::Client(error) = self else { return false };
        let Problem::Unreachable { role: Role::Bootstrap, attempts } = error.problem() else { return false };
        attempts.iter().all(|attempt| matches!(attempt.reason, Reason::Unresolvable(_)))
    }

    pub fn kind(&self) -> Kind {
        match self {
            Self::Client(error) => error.kind(),
            Self::Settings(_) => Kind::Usage,
            Self::Broken { .. } => Kind::Unreachable,
            Self::TimedOut { .. } => Kind::TimedOut,
        }
    }

    /// The code of the broker's answer, if it is one.
    pub fn code(&self) -> Option<ErrorCode> {
        match self {
            Self::Client(error) => error.code(),
            _ => None,
        }
    }

    /// Why, in sentences that follow the message.
    pub fn causes(&self) -> Vec<String> {
        match self {
            Self::Client(error) => error.causes(),
            _ => Vec::new(),
        }
    }

    /// What to try; `flags`: kt's own flags can be given.
    pub fn hints(&self, flags: bool) -> Vec<String> {
        match self {
            Self::Client(error) => error.hints(flags),
            _ => Vec::new(),
        }
    }
}

fn is_passing(reason: &Reason) -> bool {
    matches!(
        reason,
        Reason::ConnectionRefused | Reason::NoAnswer(_) | Reason::Silent(_) | Reason::Closed | Reason::Other(_)
    )
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Self::Client(error)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Client(error) => match error.code() {
                Some(code) => write!(f, "{} [{code}]", error.what()),
                None => f.write_str(&error.what()),
            },
            Self::Settings(what) | Self::TimedOut { what } => f.write_str(what),
            Self::Broken { what, reason } => write!(f, "{what} broke ({reason})"),
        }
    }
}

impl std::error::Error for Fault {}
