//! `kt links DIR`: the original's script names, each a link to this program.

use std::fs;
use std::io;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::commands::failure::{Exit, Failure, file, plain};
use crate::commands::tool::Tool;
use crate::output::report::{Report, Screen};
use crate::output::sink::Sink;
use crate::output::table::Table;

/// What was made.
#[derive(Debug, Serialize)]
pub struct Made {
    dir: PathBuf,
    target: PathBuf,
    links: Vec<String>,
}

/// All names: each script with and without `.sh`.
pub fn names(tools: &[&'static Tool]) -> Vec<String> {
    let scripts = tools.iter().filter_map(|tool| tool.script);
    let mut names: Vec<String> = scripts.flat_map(|script| [script.to_owned(), format!("{script}.sh")]).collect();
    names.sort();
    names.dedup();
    names
}

/// Makes the links. A link of an earlier call is renewed; a file that is something else is never touched.
pub fn make(dir: &Path, tools: &[&'static Tool]) -> Result<Made, Failure> {
    let target = std::env::current_exe()
        .map_err(|error| Failure::new(format!("cannot tell where this program lies: {}", plain(&error))))?;
    fs::create_dir_all(dir).map_err(|error| file("make", dir.display(), &error))?;
    let names = names(tools);
    for name in &names {
        let link = dir.join(name);
        match fs::symlink_metadata(&link) {
            Ok(there) if there.file_type().is_symlink() => {
                fs::remove_file(&link).map_err(|error| file("renew", link.display(), &error))?;
            }
            Ok(_) => {
                return Err(Failure::new(format!("{} is there already and is no link", link.display()))
                    .hint("move it away, or name another folder")
                    .exit(Exit::Conflict));
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(file("look at", link.display(), &error)),
        }
        symlink(&target, &link).map_err(|error| file("make", link.display(), &error))?;
    }
    Ok(Made { dir: dir.to_owned(), target, links: names })
}

impl Report for Made {
    fn kafka(&self, out: &mut Sink) -> io::Result<()> {
        self.links.iter().try_for_each(|name| out.line(name))
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&["LINK"]);
        for name in &self.links {
            table.row([name.as_str().into()]);
        }
        table
    }

    fn screen(&self, screen: &mut Screen<'_>) -> io::Result<()> {
        let (number, dir) = (self.links.len(), self.dir.display());
        screen.line(format!("{number} links to {} in {dir}", self.target.display()))?;
        let on_path =
            std::env::var_os("PATH").is_some_and(|path| std::env::split_paths(&path).any(|entry| entry == self.dir));
        if on_path {
            return Ok(());
        }
        screen.line(format!("Put the folder on your path:  export PATH=\"{dir}:$PATH\""))
    }
}
