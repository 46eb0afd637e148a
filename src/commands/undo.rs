//! Files by which a change can be taken back, in the folder where programs keep what they remember (XDG).

use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::failure::{Failure, plain};
use crate::output::human;

/// Writes one before the change; its name tells `what` and when. Without it nothing is changed.
pub fn write(what: &str, extension: &str, text: &str) -> Result<PathBuf, Failure> {
    let cannot = |path: &Path, error: &io::Error| {
        Failure::new(format!("cannot write the undo file {}: {}", path.display(), plain(error)))
            .because("nothing was changed")
            .hint("--no-undo does without one; XDG_STATE_HOME says where it lies")
    };
    let folder = state_folder().join("undo");
    std::fs::create_dir_all(&folder).map_err(|error| cannot(&folder, &error))?;
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    let now = i64::try_from(now.as_millis()).unwrap_or(i64::MAX);
    let stamp: String = human::iso(now).chars().filter(|c| c.is_ascii_alphanumeric()).collect();
    let safe: String =
        what.chars().map(|c| if c.is_ascii_alphanumeric() || "._-".contains(c) { c } else { '_' }).take(100).collect();
    let path = folder.join(format!("{safe}-{stamp}.{extension}"));
    std::fs::write(&path, text).map_err(|error| cannot(&path, &error))?;
    Ok(path)
}

fn state_folder() -> PathBuf {
    let of = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let folder = of("XDG_STATE_HOME").or_else(|| of("HOME").map(|home| home.join(".local/state")));
    folder.unwrap_or_else(std::env::temp_dir).join("kt")
}
