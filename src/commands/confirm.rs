//! Preview, question, undo: one way for every verb that changes or destroys something.
//!
//! A verb shows what is about to happen ([`Context::preview`]), asks ([`Context::confirm`] for what can be changed back,
//! [`Context::confirm_by_name`] for what cannot), does it, and names the way back ([`Context::undo`]). `--yes` answers,
//! `--dry-run` ends after the preview with the result that there would be ([`Context::stop_if_dry_run`]), and without a terminal nobody is asked: the call fails and names the flag. In a
//! protected context the context's name has to be typed, or to stand in the call beside `--yes`. In Kafka's grammar the
//! original never asks; there the client's guard holds.

use std::io::{self, Write};

use super::context::{Context, Grammar};
use super::contexts::choice::{By, Chosen};
use super::failure::{Exit, Failure};
use crate::output::paint::Tone;
use crate::output::prompt;
use crate::output::report::Report;

impl Context {
    /// What is about to be lost or changed, shown on stderr before a question; the original shows nothing.
    pub fn preview(&self, text: &str) {
        if self.grammar == Grammar::Own && !self.manners.quiet {
            // Nothing sensible can be done about a stderr that cannot be written.
            let _ = writeln!(io::stderr(), "{text}");
        }
    }

    /// Asks before something is changed that can be changed back.
    pub fn confirm(&mut self, question: &str) -> Result<(), Failure> {
        let question = self.on_cluster(question);
        self.asks(None, || prompt::yes(&question))
    }

    /// As [`Context::confirm`], for a verb that goes on in a dry run: it judges in the broker's place.
    pub fn confirm_unless_dry_run(&mut self, question: &str) -> Result<(), Failure> {
        if self.is_dry_run() { Ok(()) } else { self.confirm(question) }
    }

    /// Asks for the name of a thing before it is lost for good.
    pub fn confirm_by_name(&mut self, question: &str, name: &str) -> Result<(), Failure> {
        self.asks(Some(name), || prompt::type_name(question, name))
    }

    /// As [`Context::confirm_by_name`], for a verb that goes on in a dry run.
    pub fn confirm_by_name_unless_dry_run(&mut self, question: &str, name: &str) -> Result<(), Failure> {
        if self.is_dry_run() { Ok(()) } else { self.confirm_by_name(question, name) }
    }

    /// The line that takes the change back.
    pub fn undo(&self, line: &str) {
        if self.grammar == Grammar::Own && !self.manners.quiet {
            // Without it the line would change the cluster of the next call, which may be another one.
            let kt = format!("kt{} ", self.same_cluster());
            let line = line.replace(" && kt ", &format!(" && {kt}"));
            let line = line.strip_prefix("kt ").map_or(line.clone(), |rest| kt + rest);
            self.stderr(Tone::Dim, "undo:", &line);
        }
    }

    /// Whether only a preview is wanted.
    pub fn is_dry_run(&self) -> bool {
        self.grammar == Grammar::Own && self.manners.dry_run
    }

    /// In a dry run: shows the result that there would be, and ends the call. It stands before what changes something.
    pub fn stop_if_dry_run<R: Report>(&mut self, would: impl FnOnce() -> R) -> Result<(), Failure> {
        if !self.is_dry_run() {
            return Ok(());
        }
        self.report(&would())?;
        Err(self.end_of_dry_run())
    }

    /// As the last step of a verb whose dry run the broker judges: it was asked all the same, only not to do it.
    pub fn done(&self) -> Result<(), Failure> {
        if self.is_dry_run() { Err(self.end_of_dry_run()) } else { Ok(()) }
    }

    /// Ends a call that was only to show what it would do.
    pub fn end_of_dry_run(&self) -> Failure {
        self.note("dry run: nothing was changed");
        Failure::with_status(0)
    }

    /// `Apply to billing?` → `Apply to billing on context prod?`
    fn on_cluster(&self, question: &str) -> String {
        let context = self.connection().ok().and_then(|connection| connection.context);
        match (context, question.strip_suffix('?')) {
            (Some(chosen), Some(question)) => format!("{question} on context {}?", chosen.name),
            _ => question.to_owned(),
        }
    }

    fn asks(&mut self, name: Option<&str>, ask: impl FnOnce() -> io::Result<bool>) -> Result<(), Failure> {
        if self.grammar == Grammar::Kafka {
            return Ok(());
        }
        if self.manners.dry_run {
            return Err(self.end_of_dry_run());
        }
        let protected = self.connection()?.context.filter(|chosen| chosen.profile.protected);
        if let Some(chosen) = protected {
            return self.asks_in(&chosen, name, ask);
        }
        if !self.manners.yes {
            self.answered("add --yes to do it without asking", ask)?;
        }
        self.guard()?.open();
        Ok(())
    }

    /// In a protected context.
    fn asks_in(
        &mut self,
        context: &Chosen,
        name: Option<&str>,
        ask: impl FnOnce() -> io::Result<bool>,
    ) -> Result<(), Failure> {
        let meant = self.manners.meant.as_deref() == Some(&context.name);
        let named = self.manners.yes && context.by == By::Flag;
        if !meant && !named {
            let hint = format!("add --yes --context {0}, or --yes-i-mean {0}", context.name);
            if self.manners.yes {
                return Err(Failure::new(format!("context {} is protected: --yes alone is not enough", context.name))
                    .exit(Exit::Conflict)
                    .hint(hint));
            }
            // The thing's own name first, where it is lost for good; then the context's.
            if name.is_some() {
                self.answered(&hint, ask).map_err(|failure| failure.exit(Exit::Conflict))?;
            }
            let question = format!("Context {} is protected. Type its name to go on", context.name);
            let answer = self.answered(&hint, || prompt::type_name(&question, &context.name));
            answer.map_err(|failure| failure.exit(Exit::Conflict))?;
        }
        self.guard()?.open();
        Ok(())
    }

    fn answered(&mut self, hint: &str, ask: impl FnOnce() -> io::Result<bool>) -> Result<(), Failure> {
        if !self.is_attended() {
            return Err(Failure::new("this wants a confirmation, and nobody is there to give it")
                .hint(hint)
                .exit(Exit::Usage));
        }
        self.out.flush()?;
        match ask() {
            Ok(true) => Ok(()),
            Ok(false) => Err(self.given_up()),
            Err(error) => Err(self.unanswered(&error)),
        }
    }

    /// Whether somebody sits at a terminal who can be asked.
    pub fn is_attended(&self) -> bool {
        !self.manners.no_input && prompt::possible()
    }

    /// The answer to a question of a tool's own.
    pub fn answer<T>(&self, answer: io::Result<T>) -> Result<T, Failure> {
        answer.map_err(|error| self.unanswered(&error))
    }

    /// A question that was answered by a no, or by Escape.
    pub fn given_up(&self) -> Failure {
        Failure::new("nothing was changed")
    }

    fn unanswered(&self, error: &io::Error) -> Failure {
        match error.kind() {
            io::ErrorKind::Interrupted => {
                self.note("nothing was changed");
                Failure::with_status(130)
            }
            _ => Failure::new(format!("cannot ask: {error}")),
        }
    }
}
