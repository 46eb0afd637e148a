//! A name that was left out at a terminal: it is chosen among those that are there, in place of the usage error. A script
//! gets the error.

use std::io::{self, Write};

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::call::Call;
use super::{complete, globals};
use crate::commands::failure::{Failure, plain};
use crate::commands::tool::Tool;
use crate::output::paint::{Color, Paint, Tone};
use crate::output::prompt;

/// The call with the name that it lacks, if that is all it lacks and somebody is there to choose. `None`: the error stands.
pub fn completed(tool: &Tool, call: &Call, error: &clap::Error) -> Result<Option<Call>, Failure> {
    let silent = call.args.iter().any(|arg| arg == "--no-input" || arg == "--");
    if silent || !lacks_names_only(error) || !prompt::possible() {
        return Ok(None);
    }
    let mut words = call.args.clone();
    words.insert(globals::leading(&call.args), tool.name.to_owned());
    let Some((of, names)) = complete::choices(&words) else { return Ok(None) };
    let name = match prompt::choose(&format!("Which {of}?"), &names) {
        Ok(Some(at)) => names[at].clone(),
        Ok(None) => return Err(Failure::with_status(2)),
        Err(error) if error.kind() == io::ErrorKind::Interrupted => return Err(Failure::with_status(130)),
        Err(error) => return Err(Failure::new(format!("cannot ask: {}", plain(&error)))),
    };
    let mut call = call.clone();
    call.args.push(name);
    // What to type the next time.
    let line = Paint::for_stderr(Color::Auto).paint(Tone::Dim, &call.line());
    let _ = writeln!(io::stderr(), "{line}"); // nothing sensible can be done about a stderr that cannot be written
    Ok(Some(call))
}

/// Whether nothing is missing but words without a flag, and none that may name something new.
fn lacks_names_only(error: &clap::Error) -> bool {
    let Some(ContextValue::Strings(missing)) = error.get(ContextKind::InvalidArg) else { return false };
    error.kind() == ErrorKind::MissingRequiredArgument
        && missing.iter().all(|name| name.starts_with('<'))
        && missing.first().is_some_and(|name| !name.contains("DEST"))
}
