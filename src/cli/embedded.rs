//! `--bootstrap-server embedded[:DIR]`: a broker inside this process, for this one call.
//!
//! The tools know nothing of the broker (they meet on the wire only), so the frame starts it and hands its address on.

use std::path::PathBuf;

use crate::broker::embedded::{self, Embedded};
use crate::broker::run::Options;
use crate::commands::failure::Failure;
use crate::commands::serve::attend;
use crate::commands::serve::settings::{self, TempFolder, Wanted};

/// A broker of this process; it ends with this value, and then its folder if that was temporary.
pub struct Running {
    broker: Embedded,
    _folder: Option<TempFolder>,
}

impl Running {
    pub fn address(&self) -> &str {
        &self.broker.address
    }
}

/// Starts a broker on a folder, or on a temporary one.
pub fn start(folder: Option<PathBuf>) -> Result<Running, Failure> {
    let temporary = folder.is_none();
    let plan = settings::plan(Wanted { data: folder, temporary, any_port: true, ..Wanted::default() })?;
    let broker = embedded::start(plan.config, Options::default()).map_err(attend::failure)?;
    Ok(Running { broker, _folder: plan.temporary })
}
