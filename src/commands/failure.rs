//! Any error → what happened, why, what to try, and the exit code.
//!
//! In kt's grammar a failure is a few lines on stderr and one of the codes of [`Exit`]. In Kafka's grammar the same
//! failure also prints what the original prints on stdout, and the exit code is the original's (0 or 1); stderr still
//! says plainly what went wrong.

use std::fmt;
use std::io;

use crate::client;
use crate::output::paint::{Paint, Tone};
use crate::output::record::harmless;
use crate::output::sink;
use crate::protocol::code::ErrorCode;

/// kt's exit codes. In Kafka's grammar only 0 and 1 are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    Failed = 1,
    Usage = 2,
    Unreachable = 3,
    Denied = 4,
    NotFound = 5,
    Conflict = 6,
    TimedOut = 7,
    Partly = 8,
}

impl Exit {
    pub const ALL: [(Self, &'static str); 8] = [
        (Self::Failed, "failed, for a reason not below"),
        (Self::Usage, "the call is wrong; or, with --exit-code, kt diff found differences"),
        (Self::Unreachable, "no broker could be reached or its name resolved"),
        (Self::Denied, "authentication or authorization was refused"),
        (Self::NotFound, "there is no such topic, group or broker"),
        (Self::Conflict, "in conflict: exists already, group not empty, protected context"),
        (Self::TimedOut, "timed out"),
        (Self::Partly, "partly done; what failed is listed on stderr"),
    ];
}

/// What the original does with this failure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Original {
    /// The original throws: `message` is its exception's message, worded around by the tool (see `tool::Thrown`).
    Thrown { message: Option<String> },
    /// The original prints a sentence and its usage on stderr and exits with 1.
    Usage,
    /// The original does exactly this.
    Exactly { stdout: String, exit: u8 },
}

/// Something went wrong. Boxed, because it travels in every `Result`.
#[derive(Clone, Debug)]
pub struct Failure(Box<Story>);

#[derive(Clone, Debug)]
struct Story {
    what: String,
    code: Option<&'static str>,
    causes: Vec<String>,
    hints: Vec<String>,
    /// Hints that stand first, and are others where kt's own flags cannot be given.
    by_flags: Option<(Vec<String>, Vec<String>)>,
    exit: Exit,
    original: Original,
    /// Nobody reads stdout any more: the quiet end, exit code 0.
    reader_gone: bool,
    /// Was said already; only the exit code is left.
    silent: bool,
    /// Others of the same act.
    more: Vec<Failure>,
    /// In place of `exit`.
    status: Option<u8>,
}

impl Failure {
    /// `what` is a sentence without a full stop: what happened, to what.
    pub fn new(what: impl Into<String>) -> Self {
        Self(Box::new(Story {
            what: what.into(),
            code: None,
            causes: Vec::new(),
            hints: Vec::new(),
            by_flags: None,
            exit: Exit::Failed,
            original: Original::Thrown { message: None },
            reader_gone: false,
            silent: false,
            more: Vec::new(),
            status: None,
        }))
    }

    /// The call itself is wrong; in the original a sentence and the usage on stderr.
    pub fn usage(what: impl Into<String>) -> Self {
        let mut failure = Self::new(what).exit(Exit::Usage);
        failure.0.original = Original::Usage;
        failure
    }

    /// Everything worth saying was said; the program ends with this code (1 in Kafka's grammar).
    pub fn silent(exit: Exit) -> Self {
        let mut failure = Self::new("").exit(exit).kafka_exactly("", 1);
        failure.0.silent = true;
        failure
    }

    /// The program ends with a code that another program gave: nothing is said.
    pub fn with_status(status: u8) -> Self {
        let mut failure = Self::silent(Exit::Failed).kafka_exactly("", status);
        failure.0.status = Some(status);
        failure
    }

    /// Several things failed; some may have worked. The original throws the first one only. `None` if nothing failed.
    pub fn several(failures: impl IntoIterator<Item = Self>, some_worked: bool) -> Option<Self> {
        let mut failures = failures.into_iter();
        let mut first = failures.next()?;
        first.0.more = failures.collect();
        if some_worked {
            first.0.exit = Exit::Partly;
        }
        Some(first)
    }

    pub fn because(mut self, cause: impl Into<String>) -> Self {
        self.0.causes.push(cause.into());
        self
    }

    pub fn because_if_any(self, cause: Option<String>) -> Self {
        match cause {
            Some(cause) => self.because(cause),
            None => self,
        }
    }

    /// A command that can be pasted, or what to change.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.0.hints.push(hint.into());
        self
    }

    pub fn hint_if_any(self, hint: Option<impl Into<String>>) -> Self {
        match hint {
            Some(hint) => self.hint(hint),
            None => self,
        }
    }

    pub fn exit(mut self, exit: Exit) -> Self {
        self.0.exit = exit;
        self
    }

    /// Kafka's name of the error, to search for: `TOPIC_ALREADY_EXISTS`.
    pub fn code(mut self, code: &'static str) -> Self {
        self.0.code = Some(code);
        self
    }

    /// Other words for what happened; the original keeps its own.
    pub fn in_words(mut self, what: impl Into<String>) -> Self {
        if let Original::Thrown { message: message @ None } = &mut self.0.original {
            *message = Some(self.0.what.clone());
        }
        self.0.what = what.into();
        self
    }

    pub fn has_code(&self, code: ErrorCode) -> bool {
        self.0.code == Some(code.name())
    }

    /// The message of the original's exception, where it is not the same as `what`.
    pub fn kafka(mut self, message: impl Into<String>) -> Self {
        self.0.original = Original::Thrown { message: Some(message.into()) };
        self
    }

    /// In the original this comes before its `try`: a trace on stderr, nothing on stdout, exit code 1.
    pub fn kafka_on_stderr(mut self) -> Self {
        self.0.original = Original::Usage;
        self
    }

    /// What the original does, exactly.
    pub fn kafka_exactly(mut self, stdout: impl Into<String>, exit: u8) -> Self {
        self.0.original = Original::Exactly { stdout: stdout.into(), exit };
        self
    }

    pub fn what(&self) -> &str {
        &self.0.what
    }

    pub fn original(&self) -> &Original {
        &self.0.original
    }

    /// The message the original's exception has.
    pub fn message(&self) -> &str {
        match &self.0.original {
            Original::Thrown { message: Some(message) } => message,
            _ => &self.0.what,
        }
    }

    pub fn is_reader_gone(&self) -> bool {
        self.0.reader_gone
    }

    /// The exit code in kt's grammar.
    pub fn status(&self) -> u8 {
        self.0.status.unwrap_or(self.0.exit as u8)
    }

    pub fn is_unreachable(&self) -> bool {
        self.0.exit == Exit::Unreachable
    }

    /// The lines for stderr, the last one the most useful; in kt's grammar.
    pub fn render(&self, paint: Paint) -> String {
        self.lines(paint, true)
    }

    /// The same where kt's own flags cannot be given.
    pub fn render_for_kafka(&self, paint: Paint) -> String {
        self.lines(paint, false)
    }

    fn lines(&self, paint: Paint, flags: bool) -> String {
        if self.0.silent {
            return String::new();
        }
        let code = self.0.code.map_or(String::new(), |code| format!(" [{code}]"));
        let what = harmless::text(&self.0.what);
        let mut text = format!("{} {what}{code}\n", paint.paint(Tone::Bad, "error:"));
        let mut add = |label: &str, tone: Tone, entries: &[String]| {
            for (index, entry) in entries.iter().enumerate() {
                let label = if index == 0 { format!("{label}:") } else { " ".repeat(label.len() + 1) };
                let indent = " ".repeat(label.len() + 3);
                let entry = harmless::text(entry).replace('\n', &format!("\n{indent}"));
                text.push_str(&format!("  {} {entry}\n", paint.paint(tone, &label)));
            }
        };
        add("cause", Tone::Dim, &self.0.causes);
        let (own, kafkas) = self.0.by_flags.as_ref().map(|(own, kafkas)| (&own[..], &kafkas[..])).unwrap_or_default();
        let first = if flags { own } else { kafkas };
        add("hint", Tone::Dim, &[first, &self.0.hints].concat());
        text.extend(self.0.more.iter().map(|failure| failure.lines(paint, flags)));
        text
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.what)
    }
}

impl std::error::Error for Failure {}

impl From<io::Error> for Failure {
    /// An error of stdout: everything else a tool reads or writes should be named with its path (see [`file`]).
    fn from(error: io::Error) -> Self {
        let mut failure = Self::new(format!("cannot write the output: {}", plain(&error)));
        failure.0.reader_gone = sink::is_closed(&error);
        failure
    }
}

impl From<client::Error> for Failure {
    fn from(error: client::Error) -> Self {
        let exit = match error.kind() {
            client::Kind::Usage => Exit::Usage,
            client::Kind::Unreachable => Exit::Unreachable,
            client::Kind::Denied => Exit::Denied,
            client::Kind::NotFound => Exit::NotFound,
            client::Kind::Conflict => Exit::Conflict,
            client::Kind::TimedOut => Exit::TimedOut,
            client::Kind::Other => Exit::Failed,
        };
        let message = error.java();
        let mut failure = Self::new(error.what()).exit(exit).kafka(&*message);
        // The original fails here while it makes its client, before anything is caught and printed.
        if message == "Failed to create new KafkaAdminClient" {
            failure = failure.kafka_on_stderr();
        }
        failure.0.code = error.code().map(ErrorCode::name);
        failure.0.causes = error.causes();
        failure.0.by_flags = Some((error.hints(true), error.hints(false)));
        failure
    }
}

/// A file that cannot be read or written: `file("read", "plan.json", &error)`.
pub fn file(act: &str, path: impl fmt::Display, error: &io::Error) -> Failure {
    let message = match error.kind() {
        // The original prints NoSuchFileException's message, which is the bare path.
        io::ErrorKind::NotFound => path.to_string(),
        _ => format!("{path}: {}", plain(error)),
    };
    Failure::new(format!("cannot {act} {path}: {}", plain(error))).kafka(message)
}

/// The system's sentence without Rust's `(os error 2)`.
pub fn plain(error: &io::Error) -> String {
    let text = error.to_string();
    let end = text.find(" (os error").unwrap_or(text.len());
    text[..end].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_says_what_why_and_what_to_try() {
        let failure = Failure::new("topic orders exists already")
            .code("TOPIC_ALREADY_EXISTS")
            .because("made 2 minutes ago")
            .hint("kt topics describe orders")
            .hint("or add --if-not-exists")
            .exit(Exit::Conflict);
        assert_eq!(
            failure.render(Paint::OFF),
            "error: topic orders exists already [TOPIC_ALREADY_EXISTS]\n  cause: made 2 minutes ago\n  \
             hint: kt topics describe orders\n        or add --if-not-exists\n"
        );
        assert_eq!(failure.status(), 6);
    }

    #[test]
    fn of_several_failures_all_are_shown_and_the_original_throws_the_first() {
        let failures = || [Failure::new("a").exit(Exit::NotFound).kafka("A"), Failure::new("b")];
        let all = Failure::several(failures(), false).unwrap();
        assert_eq!((all.render(Paint::OFF).as_str(), all.message(), all.status()), ("error: a\nerror: b\n", "A", 5));
        assert_eq!(Failure::several(failures(), true).unwrap().status(), 8);
        assert!(Failure::several([], true).is_none());
    }

    #[test]
    fn the_systems_sentence_has_no_rust_in_it() {
        assert_eq!(plain(&io::Error::from_raw_os_error(2)), "No such file or directory");
    }
}
