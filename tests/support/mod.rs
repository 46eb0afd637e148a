//! Running the built kt, in the words of a test: `kt("topics --list").fails(1).stderr_has("…")`.

#![allow(dead_code)] // a shared box of tools: not every build of the tests uses all of them

pub mod certificate;
pub mod fake;
pub mod terminal;
pub mod wire;

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long any one command of a test may take.
pub(crate) const LIMIT: Duration = Duration::from_secs(60);

/// A call of kt that has not run yet.
pub struct Kt {
    command: Command,
    line: String,
    stdin: Vec<u8>,
}

/// A call by its words, parted at blanks; quote with `'…'` what has blanks in it.
pub fn kt(line: &str) -> Kt {
    kt_args(words(line))
}

/// A call by its arguments.
pub fn kt_args<A: AsRef<OsStr>>(args: impl IntoIterator<Item = A>) -> Kt {
    program(Path::new(env!("CARGO_BIN_EXE_kt")), args)
}

/// A call of another program, such as a link to kt.
pub fn program<A: AsRef<OsStr>>(path: &Path, args: impl IntoIterator<Item = A>) -> Kt {
    let mut command = Command::new(path);
    command.args(args);
    // What the machine's own settings say is none of a test's business.
    for name in ["KT_BOOTSTRAP", "KAFKA_BOOTSTRAP_SERVERS", "KT_CONTEXT", "KT_COMMAND_CONFIG", "KT_TIMEOUT"] {
        command.env_remove(name);
    }
    for name in ["KT_TLS", "KT_USER", "KT_PASSWORD", "KT_MECHANISM"] {
        command.env_remove(name);
    }
    for name in ["KT_HINTS", "NO_COLOR", "CLICOLOR_FORCE", "COLUMNS", "LINES", "PAGER", "KT_PAGER"] {
        command.env_remove(name);
    }
    command.env("KT_CONFIG", "/nowhere/config.toml").env("LC_ALL", "C.UTF-8");
    let line = format!("{command:?}");
    Kt { command, line, stdin: Vec::new() }
}

fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut current: Option<String> = None;
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '\'' => {
                quoted = !quoted;
                current.get_or_insert_default();
            }
            ' ' | '\n' if !quoted => words.extend(current.take()),
            c => current.get_or_insert_default().push(c),
        }
    }
    words.extend(current);
    words
}

impl Kt {
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    pub fn dir(mut self, dir: impl AsRef<Path>) -> Self {
        self.command.current_dir(dir);
        self
    }

    pub fn stdin(mut self, bytes: impl Into<Vec<u8>>) -> Self {
        self.stdin = bytes.into();
        self
    }

    /// Runs to the end.
    pub fn run(mut self) -> Ran {
        let begun = Instant::now();
        let mut child = self
            .command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("kt starts");
        let mut stdin = child.stdin.take().expect("it was piped");
        let bytes = std::mem::take(&mut self.stdin);
        let writer = std::thread::spawn(move || {
            let _ = stdin.write_all(&bytes); // a tool may end before it has read everything
        });
        let id = child.id();
        let (done, watched) = std::sync::mpsc::channel::<()>();
        let watchdog = std::thread::spawn(move || {
            if watched.recv_timeout(LIMIT) == Err(std::sync::mpsc::RecvTimeoutError::Timeout) {
                let _ = Command::new("kill").args(["-9", &id.to_string()]).status();
            }
        });
        let output = child.wait_with_output().expect("kt can be waited for");
        drop(done);
        let _ = (writer.join(), watchdog.join());
        Ran {
            line: self.line,
            code: output.status.code(),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
            took: begun.elapsed(),
        }
    }

    pub fn succeeds(self) -> Ran {
        self.ends_with(0)
    }

    pub fn fails(self, code: i32) -> Ran {
        assert_ne!(code, 0, "a failure has a code");
        self.ends_with(code)
    }

    fn ends_with(self, code: i32) -> Ran {
        let ran = self.run();
        assert_eq!(ran.code, Some(code), "exit code of {ran}");
        ran
    }
}

/// What a call did.
pub struct Ran {
    line: String,
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
    pub took: Duration,
}

impl std::fmt::Display for Ran {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}\n--- stdout\n{}--- stderr\n{}--- code {:?}", self.line, self.stdout, self.stderr, self.code)
    }
}

impl Ran {
    /// The whole of stdout.
    #[track_caller]
    pub fn stdout(self, expected: &str) -> Self {
        assert_eq!(self.stdout, expected, "stdout of {self}");
        self
    }

    /// The whole of stderr.
    #[track_caller]
    pub fn stderr(self, expected: &str) -> Self {
        assert_eq!(self.stderr, expected, "stderr of {self}");
        self
    }

    #[track_caller]
    pub fn stdout_has(self, part: &str) -> Self {
        assert!(self.stdout.contains(part), "stdout has no '{part}': {self}");
        self
    }

    #[track_caller]
    pub fn stderr_has(self, part: &str) -> Self {
        assert!(self.stderr.contains(part), "stderr has no '{part}': {self}");
        self
    }
}

/// A broker of its own for one test: `kt serve` on a free port with a temporary folder. It ends with this value.
pub struct Broker {
    child: Child,
    pub address: String,
    pub folder: tempfile::TempDir,
    properties: Vec<String>,
    /// The fault that is planted in it, for tests of tests.
    planted: Option<&'static str>,
}

/// Starts one with the defaults.
pub fn broker() -> Broker {
    broker_with(&[])
}

/// Starts one with server properties, `key=value` each.
pub fn broker_with(properties: &[&str]) -> Broker {
    broker_in(tempfile::tempdir().expect("a temporary folder"), properties)
}

/// Starts one that breaks a rule on purpose: `kt::broker::planted` names them.
pub fn broker_planted(fault: &'static str) -> Broker {
    start(tempfile::tempdir().expect("a temporary folder"), &[], Some(fault))
}

/// As [`broker_with`], in a folder that is there already.
pub fn broker_in(folder: tempfile::TempDir, properties: &[&str]) -> Broker {
    start(folder, properties, None)
}

fn start(folder: tempfile::TempDir, properties: &[&str], planted: Option<&'static str>) -> Broker {
    let (child, address) = serve(folder.path(), "127.0.0.1:0", properties, planted);
    let properties = properties.iter().map(|p| (*p).to_owned()).collect();
    Broker { child, address, folder, properties, planted }
}

/// Starts `kt serve`, and returns when it has said where it listens.
fn serve(folder: &Path, listen: &str, properties: &[&str], planted: Option<&str>) -> (Child, String) {
    let mut args = vec!["serve".to_owned()];
    if !properties.iter().any(|property| property.starts_with("log.dirs=")) {
        args.extend(["--data".into(), data_of(folder).display().to_string()]);
    }
    args.extend(["--listen".into(), listen.into()]);
    args.extend(properties.iter().flat_map(|property| ["--override".to_owned(), (*property).to_owned()]));
    let mut command = Command::new(env!("CARGO_BIN_EXE_kt"));
    command.args(args).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    if let Some(fault) = planted {
        command.env("KT_PLANTED_FAULT", fault);
    }
    let mut child = command.spawn().expect("kt serve starts");
    let mut lines = BufReader::new(child.stderr.take().expect("it was piped")).lines();
    let mut said = String::new();
    let address = loop {
        let Some(Ok(line)) = lines.next() else { panic!("kt serve ended without naming its address:\n{said}") };
        // The banner's line: `broker   127.0.0.1:40001   ready in 12 ms`
        let mut words = line.split_whitespace().skip_while(|word| *word != "broker");
        if let Some(address) = words.nth(1).filter(|word| word.contains(':')) {
            break address.to_owned();
        }
        said += &(line + "\n");
    };
    // The rest of its log is read on, so that it never waits for a full pipe.
    std::thread::spawn(move || lines.for_each(drop));
    (child, address)
}

fn data_of(folder: &Path) -> PathBuf {
    folder.join("data")
}

impl Broker {
    pub fn data(&self) -> PathBuf {
        data_of(self.folder.path())
    }

    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Ends it as `kill -9` does: nothing is said, nothing is closed.
    pub fn kill(&mut self) {
        self.child.kill().expect("it still runs");
        self.child.wait().expect("it is our child");
    }

    /// Starts it again on the same folder and address, with the same properties.
    pub fn start_again(&mut self) {
        let properties: Vec<&str> = self.properties.iter().map(String::as_str).collect();
        let (child, address) = serve(self.folder.path(), &self.address, &properties, self.planted);
        assert_eq!(address, self.address);
        self.child = child;
    }

    /// A call on this broker: its address stands in the environment.
    pub fn kt(&self, line: &str) -> Kt {
        kt(line).env("KT_BOOTSTRAP", &self.address)
    }
}

impl Drop for Broker {
    fn drop(&mut self) {
        let _ = self.child.kill(); // it may have ended by itself
        let _ = self.child.wait();
    }
}
