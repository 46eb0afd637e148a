//! Who has a port or a file already: read from /proc, for an error that can be acted on.

use std::fs;
use std::path::{Path, PathBuf};

/// A process by its number and name.
#[derive(Debug, PartialEq, Eq)]
pub struct Holder {
    pub pid: u32,
    pub name: String,
}

/// The process that listens on this TCP port, if the system tells.
pub fn of_port(port: u16) -> Option<Holder> {
    let inodes: Vec<String> = ["/proc/net/tcp", "/proc/net/tcp6"]
        .iter()
        .filter_map(|path| fs::read_to_string(path).ok())
        .flat_map(|table| listening(&table, port))
        .collect();
    let sockets: Vec<PathBuf> = inodes.iter().map(|inode| format!("socket:[{inode}]").into()).collect();
    who_has_open(&sockets)
}

impl Holder {
    /// A process that has this file open.
    pub fn of_file(path: &Path) -> Option<Holder> {
        who_has_open(&[path.canonicalize().ok()?])
    }
}

fn who_has_open(wanted: &[PathBuf]) -> Option<Holder> {
    for entry in fs::read_dir("/proc").ok()?.flatten() {
        let Some(pid) = entry.file_name().to_str().and_then(|name| name.parse().ok()) else { continue };
        if has_open(&entry.path(), wanted) {
            let name = fs::read_to_string(entry.path().join("comm")).unwrap_or_default();
            return Some(Holder { pid, name: name.trim().to_owned() });
        }
    }
    None
}

/// The inodes of the listening sockets of a port in a table of /proc/net.
fn listening(table: &str, port: u16) -> Vec<String> {
    const LISTEN: &str = "0A";
    let suffix = format!(":{port:04X}");
    let row = |line: &str| {
        let columns: Vec<&str> = line.split_whitespace().collect();
        let here = columns.get(1)?.ends_with(&suffix) && *columns.get(3)? == LISTEN;
        here.then(|| columns.get(9).map(|inode| (*inode).to_owned())).flatten()
    };
    table.lines().skip(1).filter_map(row).collect()
}

fn has_open(process: &Path, wanted: &[PathBuf]) -> bool {
    let Ok(files) = fs::read_dir(process.join("fd")) else { return false };
    files.flatten().any(|fd| fs::read_link(fd.path()).is_ok_and(|to| wanted.contains(&to)))
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_port_of_this_process_is_found() {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("it is bound").port();
        assert_eq!(super::of_port(port).map(|h| h.pid), Some(std::process::id()));
    }
}
