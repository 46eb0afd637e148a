//! Kafka's options: how a tool declares them, and what a call gave.
//!
//! The declaration serves the parser (`cli::jopt`, `cli::argparse`), help, completions, man pages and the check against
//! the original's list. [`Given`] is what a tool's Kafka side reads; its checks speak the original's sentences.

use super::failure::Failure;

/// What stands after an option.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    Nothing,
    Value(&'static str),
    /// A value that may be left out: `--state` or `--state Empty`.
    Maybe(&'static str),
    /// Several values after one option, up to the next one (argparse4j's `nargs("+")`).
    Several(&'static str),
}

/// The type of a value. joptsimple converts when the tool asks, argparse4j while parsing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Text,
    Int,
    Long,
    /// One of these words (argparse4j's `choices`).
    Choice(&'static [&'static str]),
}

/// What the frame itself does with an option's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Only the tool looks at it.
    Own,
    /// Brokers to ask first.
    Bootstrap,
    /// Controllers to ask in place of brokers.
    Controllers,
    /// A file of client settings.
    ConfigFile,
    /// One client setting, `key=value`.
    Property,
}

/// Where an option stands in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Current,
    /// Still works in the original; a note on stderr names the new one.
    Deprecated(&'static str),
    /// The original refuses it; kt takes it as the named option, with a note.
    OldNameOf(&'static str),
    /// Gone: an error with this sentence. `instead` stands in the corrected line in its place.
    Gone {
        why: &'static str,
        instead: &'static str,
    },
}

/// One option of Kafka's grammar.
#[derive(Clone, Copy, Debug)]
pub struct Opt {
    /// Without its dashes.
    pub name: &'static str,
    pub short: Option<char>,
    pub takes: Takes,
    pub kind: Kind,
    pub about: &'static str,
    pub required: bool,
    pub repeats: bool,
    pub default: Option<&'static str>,
    pub role: Role,
    pub status: Status,
}

impl Opt {
    const fn of(name: &'static str, takes: Takes, about: &'static str) -> Self {
        Self {
            name,
            short: None,
            takes,
            kind: Kind::Text,
            about,
            required: false,
            repeats: false,
            default: None,
            role: Role::Own,
            status: Status::Current,
        }
    }

    /// `--list`
    pub const fn flag(name: &'static str, about: &'static str) -> Self {
        Self::of(name, Takes::Nothing, about)
    }

    /// `--topic NAME`
    pub const fn value(name: &'static str, placeholder: &'static str, about: &'static str) -> Self {
        Self::of(name, Takes::Value(placeholder), about)
    }

    /// `--state` or `--state STATE`
    pub const fn maybe(name: &'static str, placeholder: &'static str, about: &'static str) -> Self {
        Self::of(name, Takes::Maybe(placeholder), about)
    }

    /// `--command-property K=V K=V …`
    pub const fn several(name: &'static str, placeholder: &'static str, about: &'static str) -> Self {
        Self::of(name, Takes::Several(placeholder), about).repeats()
    }

    pub const fn int(self) -> Self {
        Self { kind: Kind::Int, ..self }
    }

    pub const fn long(self) -> Self {
        Self { kind: Kind::Long, ..self }
    }

    pub const fn choice(self, words: &'static [&'static str]) -> Self {
        Self { kind: Kind::Choice(words), ..self }
    }

    pub const fn short(self, short: char) -> Self {
        Self { short: Some(short), ..self }
    }

    pub const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    pub const fn repeats(self) -> Self {
        Self { repeats: true, ..self }
    }

    /// Shown in help; the tool itself applies it.
    pub const fn default(self, default: &'static str) -> Self {
        Self { default: Some(default), ..self }
    }

    pub const fn role(self, role: Role) -> Self {
        Self { role, ..self }
    }

    /// Still accepted by the original; a note names the successor.
    pub const fn deprecated(self, instead: &'static str) -> Self {
        Self { status: Status::Deprecated(instead), ..self }
    }

    /// An old name the original refuses and kt accepts with a note.
    pub const fn old(name: &'static str, placeholder: &'static str, now: &'static str) -> Self {
        Self { status: Status::OldNameOf(now), ..Self::value(name, placeholder, "old name, accepted with a note") }
    }

    /// An option of the past: `why` says what became of it, `instead` replaces it in the line that is shown.
    pub const fn gone(self, why: &'static str, instead: &'static str) -> Self {
        Self { status: Status::Gone { why, instead }, ..self }
    }

    pub fn takes_value(&self) -> bool {
        self.takes != Takes::Nothing
    }

    pub fn placeholder(&self) -> Option<&'static str> {
        match self.takes {
            Takes::Nothing => None,
            Takes::Value(name) | Takes::Maybe(name) | Takes::Several(name) => Some(name),
        }
    }
}

/// `--bootstrap-server`, as nearly every tool has it.
pub const BOOTSTRAP: Opt = Opt::value("bootstrap-server", "HOST:PORT,…", "brokers to ask first")
    .role(Role::Bootstrap)
    .default("KT_BOOTSTRAP, KAFKA_BOOTSTRAP_SERVERS or localhost:9092");

/// `--bootstrap-controller`, of the tools that can ask a controller.
pub const CONTROLLERS: Opt =
    Opt::value("bootstrap-controller", "HOST:PORT,…", "controllers to ask, in place of brokers")
        .role(Role::Controllers);

/// `--command-config`.
pub const COMMAND_CONFIG: Opt =
    Opt::value("command-config", "FILE", "client settings, a properties file").role(Role::ConfigFile);

/// `--broker-list`, the name of old tutorials.
pub const BROKER_LIST: Opt = Opt::old("broker-list", "HOST:PORT,…", "bootstrap-server");

/// `--zookeeper`, of older tutorials still.
pub const ZOOKEEPER: Opt = Opt::value("zookeeper", "HOST:PORT", "gone since Kafka 3.0")
    .gone("--zookeeper is gone since Kafka 3.0; the tools talk to brokers now", "--bootstrap-server localhost:9092");

/// What a call in Kafka's grammar gave.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// The sub-command of an argparse4j tool.
    pub command: Option<&'static str>,
    /// What may be given: the options declared, for the check that a tool asks for nothing else.
    pub declared: Vec<&'static Opt>,
    /// Options with their values, in the order of the call. Old names appear under the new one.
    pub options: Vec<(&'static str, Option<String>)>,
    /// Arguments that are no options.
    pub words: Vec<String>,
}

impl Given {
    fn check(&self, name: &str) {
        assert!(
            self.declared.iter().any(|opt| opt.name == name),
            "a tool asks only for options it declares, and --{name} is none"
        );
    }

    pub fn has(&self, name: &str) -> bool {
        self.check(name);
        self.options.iter().any(|(given, _)| *given == name)
    }

    /// All values, in order. An option without its value (see [`Takes::Maybe`]) adds none.
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.check(name);
        let of_name = self.options.iter().filter(|(given, _)| *given == name);
        of_name.filter_map(|(_, value)| value.as_deref()).collect()
    }

    /// The one value. Given twice, joptsimple refuses when it is asked for (so this is the original's exception,
    /// not its usage).
    pub fn one(&self, name: &str) -> Result<Option<&str>, Failure> {
        match self.all(name).as_slice() {
            [] => Ok(None),
            [value] => Ok(Some(value)),
            _ => Err(Failure::new(format!("--{name} was given more than once"))
                .kafka(format!("Found multiple arguments for option {name}, but you asked for only one"))),
        }
    }

    pub fn text(&self, name: &str) -> Result<Option<String>, Failure> {
        Ok(self.one(name)?.map(str::to_owned))
    }

    pub fn int(&self, name: &str) -> Result<Option<i32>, Failure> {
        self.number(name)
    }

    pub fn long(&self, name: &str) -> Result<Option<i64>, Failure> {
        self.number(name)
    }

    fn number<T: std::str::FromStr>(&self, name: &str) -> Result<Option<T>, Failure> {
        let Some(text) = self.one(name)? else { return Ok(None) };
        text.parse().map(Some).map_err(|_| {
            Failure::new(format!("--{name} wants a whole number, not '{text}'"))
                .kafka(format!("Cannot parse argument '{text}' of option {name}"))
                .exit(super::failure::Exit::Usage)
        })
    }

    /// All of these must be there (the original: `CommandLineUtils.checkRequiredArgs`).
    pub fn require(&self, names: &[&str]) -> Result<(), Failure> {
        match names.iter().find(|name| !self.has(name)) {
            Some(missing) => Err(Failure::usage(format!("Missing required argument \"[{missing}]\""))),
            None => Ok(()),
        }
    }

    /// If `used` is there, none of `others` may be (`CommandLineUtils.checkInvalidArgs`).
    pub fn clash(&self, used: &str, others: &[&str]) -> Result<(), Failure> {
        if !self.has(used) {
            return Ok(());
        }
        match others.iter().find(|name| self.has(name)) {
            Some(other) => Err(Failure::usage(format!("Option \"[{used}]\" can't be used with option \"[{other}]\""))),
            None => Ok(()),
        }
    }

    /// How many of these are there.
    pub fn count(&self, names: &[&str]) -> usize {
        names.iter().filter(|name| self.has(name)).count()
    }

    /// `key=value` pairs as `CommandLineUtils.parseKeyValueArgs` reads them: no `=` means an empty value.
    pub fn pairs(&self, name: &str) -> Vec<(String, String)> {
        self.all(name).into_iter().map(pair).collect()
    }
}

/// One `key=value`; the value may contain further equals signs.
pub fn pair(text: &str) -> (String, String) {
    let (key, value) = text.split_once('=').unwrap_or((text, ""));
    (key.to_owned(), value.to_owned())
}
