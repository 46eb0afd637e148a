//! What a running tool has at hand: the output, the cluster, questions, and a runtime when it needs one.
//!
//! The context alone knows which grammar the call was in; a tool cannot ask. It reports, warns and hints, and the
//! context words that for the grammar.

use std::cell::{OnceCell, RefCell};
use std::env;
use std::future::Future;
use std::io::{self, IsTerminal, Write};
use std::pin::pin;
use std::time::Duration;

use tokio::runtime::{Builder, Runtime};
use tokio::time::timeout;

use super::configs::change::quoted;
use super::connection::{Asked, Connection};
use super::contexts::choice::Contexts;
use super::failure::Failure;
use crate::client::guard::Guard;
use crate::client::{Client, Settings};
use crate::output::jq::Selection;
use crate::output::letters;
use crate::output::pager;
use crate::output::paint::{Color, Paint, Tone};
use crate::output::record::harmless;
use crate::output::report::{self, Format, Report, Style};
use crate::output::sink::Sink;

/// How long nothing is said about waiting.
const SILENCE: Duration = Duration::from_secs(1);

fn variable(name: &str) -> Option<String> {
    env::var(name).ok()
}

/// Which of the two grammars a call is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grammar {
    /// The original's flags: its stdout and its exit code.
    Kafka,
    /// kt's verbs: its screens and its exit codes.
    Own,
}

/// The flags of output and behaviour that all tools have in kt's grammar.
#[derive(Clone, Debug, Default)]
pub struct Manners {
    pub format: Format,
    pub no_headers: bool,
    /// `--jq`: what is to be made of the JSON form; `--raw-output` leaves texts without quotes.
    pub jq: Option<String>,
    pub raw: bool,
    pub color: Color,
    pub quiet: bool,
    pub verbose: u8,
    pub yes: bool,
    /// `--yes-i-mean`: the context in which something is to be destroyed.
    pub meant: Option<String>,
    pub no_input: bool,
    pub dry_run: bool,
}

impl Manners {
    /// The `--jq` of the call, understood.
    pub fn selection(&self) -> Result<Option<Selection>, Failure> {
        let Some(expression) = &self.jq else { return Ok(None) };
        if !matches!(self.format, Format::Table | Format::Json | Format::Jsonl) {
            return Err(Failure::usage("--jq works on the JSON form, and --output asks for another one"));
        }
        let selection = Selection::new(expression, self.raw);
        selection.map(Some).map_err(|why| Failure::usage(format!("--jq: {why}")))
    }
}

pub struct Context {
    pub out: Sink,
    pub(super) grammar: Grammar,
    pub(super) manners: Manners,
    asked: Asked,
    /// See [`Context::same_cluster`].
    same_cluster: String,
    /// Found out at the first need: files are read once, and all clients share one guard.
    connection: OnceCell<(Connection, Guard)>,
    /// See [`Context::elsewhere`].
    others: RefCell<Vec<Connection>>,
    /// How the user called: `kt topics`, `kafka-topics.sh`.
    called: String,
    runtime: Option<Runtime>,
}

impl Context {
    pub fn new(grammar: Grammar, called: impl Into<String>, asked: Asked, manners: Manners, out: Sink) -> Self {
        let same_cluster = naming(&asked);
        Self {
            out,
            grammar,
            manners,
            asked,
            same_cluster,
            called: called.into(),
            runtime: None,
            connection: OnceCell::new(),
            others: RefCell::default(),
        }
    }

    /// Shows a result: Kafka's text, kt's screen, or the format asked for. May be called several times.
    pub fn report(&mut self, report: &impl Report) -> Result<(), Failure> {
        match self.grammar {
            Grammar::Kafka => report.kafka(&mut self.out)?,
            Grammar::Own => {
                if let Some(selection) = self.manners.selection()? {
                    let value =
                        report::value(report, self.is_dry_run()).map_err(|error| Failure::new(error.to_string()))?;
                    let lines = selection.of(&value).map_err(|why| Failure::new(format!("--jq: {why}")))?;
                    self.out.write_all(&lines)?;
                    return Ok(());
                }
                let paint = Paint::for_stream(self.manners.color, self.out.is_terminal());
                let style = Style {
                    format: self.manners.format,
                    header: !self.manners.no_headers,
                    paint,
                    dry_run: self.is_dry_run(),
                };
                report::show(report, style, &mut self.out)?;
            }
        }
        Ok(())
    }

    /// As [`Context::report`], for a result that may be longer than the screen and is read from its top: at a terminal it is
    /// then shown by the pager.
    pub fn page(&mut self, report: &impl Report) -> Result<(), Failure> {
        if self.grammar == Grammar::Kafka || !self.out.is_terminal() {
            return self.report(report);
        }
        let screen = std::mem::replace(&mut self.out, Sink::page());
        let drawn = self.report(report);
        let page = std::mem::replace(&mut self.out, screen).into_text();
        drawn?;
        Ok(pager::show(&mut self.out, &page)?)
    }

    /// A warning that the original prints on stdout in words of its own; kt's go to stderr.
    pub fn warning(&mut self, kafka: &str, own: &str) -> Result<(), Failure> {
        match self.grammar {
            Grammar::Kafka => self.out.line(kafka)?,
            Grammar::Own => self.stderr(Tone::Warn, "warning:", own),
        }
        Ok(())
    }

    /// A remark on stderr.
    pub fn note(&self, text: &str) {
        if !self.manners.quiet {
            self.stderr(Tone::Dim, "note:", text);
        }
    }

    /// The next command worth typing: on stderr, and only for a person (`KT_HINTS=0` switches them off).
    pub fn hint(&self, text: &str) {
        let wanted = env::var("KT_HINTS").ok().is_none_or(|value| value != "0");
        if wanted && !self.manners.quiet && !self.is_dry_run() && io::stderr().is_terminal() {
            self.stderr(Tone::Dim, "hint:", text);
        }
    }

    pub(super) fn stderr(&self, tone: Tone, label: &str, text: &str) {
        let label = Paint::for_stderr(self.manners.color).paint(tone, label);
        // Nothing sensible can be done about a stderr that cannot be written.
        let _ = writeln!(io::stderr(), "{label} {}", letters::known(&harmless::text(text)));
    }

    /// The flags by which another call reaches the cluster of this one, if flags have named it: ` -C prod`.
    pub fn same_cluster(&self) -> &str {
        &self.same_cluster
    }

    /// How the user called this tool, for lines in hints.
    pub fn called(&self) -> &str {
        &self.called
    }

    pub fn verbosity(&self) -> u8 {
        self.manners.verbose
    }

    pub fn manners(&self) -> &Manners {
        &self.manners
    }

    /// The cluster of this call.
    pub fn connection(&self) -> Result<Connection, Failure> {
        Ok(self.found()?.0.clone())
    }

    fn found(&self) -> Result<&(Connection, Guard), Failure> {
        if let Some(found) = self.connection.get() {
            return Ok(found);
        }
        let connection = Connection::resolve(&self.asked, &variable, || Contexts::read(&variable))?;
        let guard = match self.is_dry_run() {
            true => connection.guard().rehearsing(),
            false => connection.guard(),
        };
        Ok(self.connection.get_or_init(|| (connection, guard)))
    }

    /// The cluster of another context: `prod:orders` beside this call's own.
    pub fn elsewhere(&self, context: &str) -> Result<Connection, Failure> {
        let no_input = self.asked.no_input;
        let asked = Asked { context: Some(context.to_owned()), no_input, ..Asked::default() };
        let connection = Connection::resolve(&asked, &variable, || Contexts::read(&variable))?;
        self.others.borrow_mut().push(connection.clone());
        Ok(connection)
    }

    /// The cluster a failure tells of: another one than this call's own, if the failure has that one's address.
    fn told_of(&self, failure: &Failure) -> Result<Connection, Failure> {
        let others = self.others.borrow();
        let tells = |other: &&Connection| other.servers.split(',').any(|one| failure.what().contains(one.trim()));
        others.iter().find(tells).cloned().map_or_else(|| self.connection(), Ok)
    }

    /// What this call's context allows.
    pub(super) fn guard(&self) -> Result<Guard, Failure> {
        Ok(self.found()?.1.clone())
    }

    /// Another address in place of the one asked for: the broker the frame has started.
    pub fn use_server(&mut self, address: &str) {
        self.asked.servers = vec![address.to_owned()];
        self.connection.take();
    }

    /// As if `--context` had named it.
    pub fn use_context(&mut self, name: &str) {
        self.asked.context = Some(name.to_owned());
        self.connection.take();
    }

    /// A client of this call's cluster. It connects at the first request.
    pub fn client(&self) -> Result<Client, Failure> {
        Ok(Client::new(self.settings()?))
    }

    /// What a client of this call's cluster is told.
    pub fn settings(&self) -> Result<Settings, Failure> {
        let (connection, guard) = self.found()?;
        Ok(Settings { guard: guard.clone(), ..connection.settings()? })
    }

    /// Whether a call that looks again and again draws a screen, and does not print a line of JSON a look.
    pub fn draws_a_screen(&self) -> bool {
        let manners = &self.manners;
        manners.jq.is_none() && self.out.is_terminal() && matches!(manners.format, Format::Table | Format::Wide)
    }

    /// Runs to its end on a runtime of this thread, which is made at the first call.
    /// After a second a person is told what is waited for.
    pub fn block_on<F: Future>(&mut self, future: F) -> Result<F::Output, Failure> {
        let note = self.waiting_note();
        let runtime = self.runtime()?.0;
        Ok(runtime.block_on(async {
            let mut future = pin!(future);
            let Some(note) = note else { return future.await };
            if let Ok(output) = timeout(SILENCE, &mut future).await {
                return output;
            }
            let _ = writeln!(io::stderr(), "{}", letters::known(&note));
            future.await
        }))
    }

    fn waiting_note(&self) -> Option<String> {
        if self.manners.quiet || !io::stderr().is_terminal() {
            return None;
        }
        let connection = self.connection().ok()?;
        let whom = connection.controllers.unwrap_or(connection.servers);
        Some(Paint::for_stderr(self.manners.color).paint(Tone::Dim, &format!("waiting for {whom} … (Ctrl-C ends)")))
    }

    /// As [`Context::block_on`], for work that writes while it goes on: `cx.stream(async |out| …)`.
    pub fn stream<T>(&mut self, work: impl AsyncFnOnce(&mut Sink) -> T) -> Result<T, Failure> {
        let (runtime, out) = self.runtime()?;
        Ok(runtime.block_on(work(out)))
    }

    fn runtime(&mut self) -> Result<(&Runtime, &mut Sink), Failure> {
        if self.runtime.is_none() {
            let runtime = Builder::new_current_thread().enable_all().build();
            let runtime = runtime.map_err(|error| Failure::new(format!("the system gives no event queue: {error}")))?;
            self.runtime = Some(runtime);
        }
        Ok((self.runtime.as_ref().expect("it was just made"), &mut self.out))
    }

    /// What a failure does at the end: its words on the right streams, and the exit code.
    pub fn finish(mut self, outcome: Result<(), Failure>, thrown: Option<&super::tool::Thrown>) -> u8 {
        let outcome = outcome.and_then(|()| self.out.flush().map_err(Failure::from));
        let Err(failure) = outcome else { return 0 };
        if failure.is_reader_gone() {
            return 0;
        }
        let failure = match self.told_of(&failure) {
            Ok(connection) if failure.is_unreachable() => match Contexts::read(&variable) {
                Ok(contexts) if self.grammar == Grammar::Own => {
                    connection.explain_by(connection.explain(failure), &contexts)
                }
                _ => connection.explain(failure),
            },
            _ => failure,
        };
        let code = match (self.grammar, thrown) {
            (Grammar::Kafka, Some(thrown)) => self.as_the_original(&failure, thrown),
            (Grammar::Kafka, None) => 1,
            (Grammar::Own, _) => failure.status(),
        };
        let _ = self.out.flush(); // a failure of the output is no news after a failure
        let paint = Paint::for_stderr(self.manners.color);
        let text = match self.grammar {
            Grammar::Own => failure.render(paint),
            Grammar::Kafka => failure.render_for_kafka(paint),
        };
        let _ = io::stderr().write_all(letters::known(&text).as_bytes());
        code
    }

    fn as_the_original(&mut self, failure: &Failure, thrown: &super::tool::Thrown) -> u8 {
        use super::failure::Original;
        let (text, code) = match failure.original() {
            Original::Usage => return 1,
            Original::Exactly { stdout, exit } => (stdout.clone(), *exit),
            Original::Thrown { .. } => match thrown.stdout {
                Some(words) => (words.replacen("{}", failure.message(), 1) + "\n", thrown.exit),
                None => return thrown.exit,
            },
        };
        let _ = self.out.write_all(text.as_bytes()); // see above: the failure is reported on stderr all the same
        code
    }
}

/// The cluster of a call as its flags have named it.
fn naming(asked: &Asked) -> String {
    let servers = (!asked.servers.is_empty()).then(|| asked.servers.join(","));
    let named = asked.context.iter().map(|name| ("-C", name)).chain(servers.iter().map(|servers| ("-b", servers)));
    let files = asked.config_files.iter().map(|file| ("--command-config", file));
    named.chain(files).map(|(flag, value)| format!(" {flag} {}", quoted(value))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::failure::Exit;
    use crate::commands::tool::Thrown;

    fn original(failure: &Failure, thrown: &Thrown) -> (u8, String) {
        let (asked, manners) = (Asked::default(), Manners::default());
        let mut cx = Context::new(Grammar::Kafka, "kafka-topics.sh", asked, manners, Sink::memory());
        let code = cx.as_the_original(failure, thrown);
        (code, cx.out.into_text())
    }

    #[test]
    fn an_exception_is_printed_where_the_original_prints_it() {
        let failure = Failure::new("topic t exists already").kafka("Topic 't' already exists.").exit(Exit::Conflict);
        let on_stdout = Thrown::stdout("Error while executing topic command : {}");
        let text = "Error while executing topic command : Topic 't' already exists.\n";
        assert_eq!(original(&failure, &on_stdout), (1, text.to_owned()));
        assert_eq!(original(&failure, &Thrown::STDERR), (1, String::new()));
        let fails_with_zero = Thrown { stdout: Some("\nError: {}"), exit: 0 };
        assert_eq!(original(&failure, &fails_with_zero), (0, "\nError: Topic 't' already exists.\n".to_owned()));
    }

    #[test]
    fn a_wrong_call_is_silent_on_stdout_and_ends_with_one() {
        let thrown = Thrown { stdout: Some("Error: {}"), exit: 0 };
        assert_eq!(original(&Failure::usage("Missing required argument \"[topic]\""), &thrown), (1, String::new()));
        assert_eq!(original(&Failure::new("x").kafka_on_stderr(), &thrown), (1, String::new()));
    }

    #[test]
    fn what_the_original_does_exactly_wins() {
        let failure = Failure::new("x").kafka_exactly("its own words\n", 1);
        assert_eq!(original(&failure, &Thrown::stdout("Error: {}")), (1, "its own words\n".to_owned()));
        assert_eq!(original(&Failure::with_status(7), &Thrown::STDERR), (7, String::new()));
    }
}
