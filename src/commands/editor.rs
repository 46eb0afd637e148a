//! A text in the user's own editor: `$VISUAL`, else `$EDITOR`.

use std::io::{IsTerminal, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::PathBuf;
use std::process::Command;

use super::failure::{Failure, file, plain};

pub struct Editor {
    command: String,
}

/// What was written in it. The file goes with this value, unless it is kept.
pub struct Edited {
    pub bytes: Vec<u8>,
    path: PathBuf,
    kept: bool,
}

impl Editor {
    /// `scripted`: nobody is asked anything, so the editor may be a script. Otherwise it needs a terminal.
    pub fn find(scripted: bool, instead: impl Into<String>) -> Result<Self, Failure> {
        let known =
            ["VISUAL", "EDITOR"].into_iter().find_map(|name| std::env::var(name).ok().filter(|e| !e.is_empty()));
        let Some(command) = known else {
            return Err(Failure::usage("no editor is known").hint("set VISUAL or EDITOR"));
        };
        if !std::io::stdin().is_terminal() && !scripted {
            return Err(Failure::usage("an editor needs a terminal").hint(instead));
        }
        Ok(Self { command })
    }

    /// `name` ends as the kind of text does: editors colour by it.
    pub fn edit(&self, name: &str, text: &str) -> Result<Edited, Failure> {
        let path = std::env::temp_dir().join(format!("kt-{}-{name}", std::process::id()));
        // Its name can be guessed: it is made anew, never opened where somebody else has put one.
        let _ = std::fs::remove_file(&path);
        let made = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path);
        made.and_then(|mut file| file.write_all(text.as_bytes()))
            .map_err(|error| file("write", path.display(), &error))?;
        let mut edited = Edited { bytes: Vec::new(), path, kept: false };
        let editor = &self.command;
        // The editor may come with options of its own: `code --wait`.
        let status = Command::new("sh").arg("-c").arg(format!("{editor} \"$1\"")).arg("sh").arg(&edited.path).status();
        let status = status.map_err(|error| Failure::new(format!("cannot run {editor}: {}", plain(&error))))?;
        if !status.success() {
            return Err(Failure::new(format!("{editor} ended with an error; nothing was changed")));
        }
        edited.bytes = std::fs::read(&edited.path).map_err(|error| file("read", edited.path.display(), &error))?;
        Ok(edited)
    }
}

impl Edited {
    /// What could not be used stays where it was written, and the failure says where.
    pub fn keep(mut self, failure: Failure) -> Failure {
        self.kept = true;
        failure.because("nothing was changed").hint(format!("what you wrote is in {}", self.path.display()))
    }
}

impl Drop for Edited {
    fn drop(&mut self) {
        if !self.kept {
            let _ = std::fs::remove_file(&self.path); // what is left in the folder for temporary files goes with it
        }
    }
}
