//! `--bootstrap-server embedded[:DIR]`: a broker inside this process, for this one call.
//!
//! The tools know nothing of the broker (they meet on the wire only), so the frame starts it and hands its address on.

use std::path::PathBuf;

use crate::commands::failure::Failure;

/// A broker of this process; it ends with this value.
pub struct Running {
    /// Where it listens, `127.0.0.1:PORT`.
    pub address: String,
}

/// Starts a broker on a folder, or on a temporary one.
pub fn start(_folder: Option<PathBuf>) -> Result<Running, Failure> {
    Err(Failure::new("this build of kt has no embedded broker yet")
        .hint("name a running one: --bootstrap-server host:9092"))
}
