//! Every example of the help and of the man pages, and the README's, run in a shell as it stands there, on a broker that
//! has what they speak of.
//!
//! What a test cannot be let do (stop all brokers of the machine, take a fixed port) is listed here with its reason;
//! such a line is still read: a flag that is not there fails.

use std::fs;
use std::io::Read;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::support::{Broker, broker_with};

/// A word of an example and what stands for it here.
fn here(line: &str, address: &str) -> String {
    let mut line = line.to_owned();
    for (word, instead) in [
        ("pytest tests/", "true"),
        // A million records are for people who have a release build.
        ("5000000", "500"),
        ("1000000", "500"),
        ("100000", "500"),
        ("--throughput 5000", "--throughput -1"),
        ("-n 1000 --rate 100", "-n 20 --rate 1000"),
        ("--num-records 1000 ", "--num-records 20 "),
        ("--before 1200", "--before 12"),
        // What is there already, since others speak of it.
        ("topics create orders --partitions 3", "topics create more --partitions 3"),
        ("topics alter orders", "topics alter more"),
        ("kt users create alice", "echo secret | kt users create bob"),
        ("kt users password alice", "echo secret | kt users password bob"),
        ("context add ", "context add my-"),
        // What does not come is not waited for.
        ("--threads 3", "--threads 3 --timeout 500"),
        ("--topic jobs --group workers", "--topic jobs --group workers --timeout-ms 500"),
        ("--timeout 2m", "--timeout 100ms"),
        ("--lag 0", "--lag 0 --timeout 100ms"),
        ("~/", "home/"),
    ] {
        line = line.replace(word, instead);
    }
    for elsewhere in ["broker:9092", "localhost:9092", "localhost:9093", "localhost:29092", "kafka.prod:9093"] {
        line = line.replace(elsewhere, address);
    }
    if line.starts_with("kt bench ") && !line.contains("-n ") {
        line += " -n 200";
    }
    line
}

/// They end only when they are told to: at Ctrl-C.
const RUN_ON: &[&str] = &[
    "kt consume orders --from-beginning",
    "kt consume orders --group billing --from-beginning",
    "kt copy 'order*' dev: --follow --resume mirror",
    "kt groups watch billing",
    "kt lag --watch -o jsonl | jq .lag",
    "kt lag billing --watch",
    "kt replica-verification --broker-list localhost:9092 --time -2",
    "kt serve --temp --port 0",
    "kt serve --temp --port 0 --port-file port",
    "kt tail orders",
    "kt topics describe orders --watch",
];

/// They ask first, and without a terminal want `-y`.
const ASK: &[&str] = &[
    "kt acls delete",
    "kt apply topics.toml",
    "kt apply topics/*.toml --prune",
    "kt client-metrics delete",
    "kt cluster unregister",
    "kt configs set",
    "kt delete-records orders",
    "kt elect orders:0 --unclean",
    "kt groups clone",
    "kt groups delete",
    "kt groups reset billing orders",
    "kt quotas delete",
    "kt reassign move",
    "kt reassign apply",
    "kt topics delete",
    "kt topics trim",
    "kt txns abort",
    "kt users delete",
];

/// They are not run.
const LEFT: &[(&str, &str)] = &[
    ("kt serve", "takes the port that everybody knows"),
    ("kt serve server.properties", "takes the port that everybody knows"),
    ("kt server-start", "takes the port that everybody knows"),
    ("kt server-stop", "stops what others on this machine started"),
    ("cargo run", "builds"),
    ("kt configs edit", "wants an editor on a terminal"),
    ("kt context edit", "wants an editor on a terminal"),
    ("kt metadata-shell --directory data", "reads commands from a terminal"),
];

const SERVER: &str = "process.roles=broker,controller\nnode.id=1\nlisteners=PLAINTEXT://:9092,CONTROLLER://:9093\n\
                      controller.listener.names=CONTROLLER\ncontroller.quorum.bootstrap.servers=localhost:9093\n\
                      log.dirs=formatted\n";

/// They end with another code than 0 here, and rightly.
const END: &[(&str, i32)] = &[
    ("kt cluster unregister", 5),           // there is no such broker
    ("kt context current", 5),              // KT_BOOTSTRAP names the cluster here
    ("kt delegation-tokens", 1),            // nobody has logged in
    ("kt get orders o-1", 5),               // an example before has deleted it
    ("kt lag billing --fail-over 1000", 1), // it is further behind
    ("kt reassign move", 5),                // the broker is alone
    ("kt reassign throttle 10MiB", 5),      // nothing is under way
    ("kt streams-groups", 1),               // there is none of that name
    ("kt txns abort", 5),                   // there is no such transaction
    ("kt wait --brokers 3", 7),
    ("kt wait group billing --lag 0", 7),
];

/// Brokers, and a folder with the files that the examples name.
struct Stage {
    broker: Broker,
    /// The other cluster of those who copy.
    other: Broker,
    home: tempfile::TempDir,
}

impl Stage {
    fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let broker = broker_with(&[
            "authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer",
            "super.users=User:ANONYMOUS",
        ]);
        let stage = Self { broker, other: broker_with(&[]), home };
        for folder in ["bin", "topics", "home/bin", "home/.local/share/man/man1", "config"] {
            fs::create_dir_all(stage.path().join(folder)).unwrap();
        }
        fs::create_dir_all(stage.path().join("home/.local/share/bash-completion/completions")).unwrap();
        symlink(env!("CARGO_BIN_EXE_kt"), stage.path().join("bin/kt")).unwrap();
        let orders = (0..600)
            .map(|n| format!("{{\"key\":\"o-{n}\",\"value\":{{\"id\":{n},\"total\":{n},\"state\":\"failed\"}}}}\n"));
        for (name, text) in [
            ("bin/jq", "#!/bin/sh\nexec cat\n"),
            ("orders.jsonl", &orders.collect::<String>()),
            ("orders.csv", "id,total\n1,2\n"),
            ("rows.jsonl", "{\"customer\":{\"id\":7},\"at\":\"2026-11-21\"}\n"),
            ("data.txt", "one\ntwo\n"),
            ("client.properties", "client.id=example\n"),
            ("topics.toml", "[topics.kept]\npartitions = 2\n"),
            ("topics/team.toml", "[topics.team-a]\npartitions = 1\n"),
            ("plan.json", "{\"partitions\":[{\"topic\":\"orders\",\"partition\":0,\"offset\":1}]}"),
            ("server.properties", SERVER),
        ] {
            fs::write(stage.path().join(name), text).unwrap();
        }
        stage.prepare("chmod +x bin/jq && kt links bin");
        stage
    }

    /// With what the examples of the tools speak of.
    fn with_orders() -> Self {
        let stage = Self::new();
        stage.prepare(
            "for topic in orders t a b tmp-1; do kt topics create $topic --partitions 3; done \
            && kt produce orders -i json orders.jsonl && kt produce t data.txt -q \
            && kt topics create orders.dlq && kt produce orders.dlq data.txt -q -H original-topic=t \
            && kt consume orders --group billing --from-beginning -c 10 \
            && kt context add prod -b $KT_BOOTSTRAP && kt context add dev -b $OTHER \
            && kt -C dev topics create orders --partitions=3 \
            && echo secret | kt users create alice && kt quotas set user/alice producer_byte_rate=1000 \
            && kt producer-perf-test --bootstrap-server $KT_BOOTSTRAP --topic t --num-records 9 --record-size 9 \
               --throughput -1 --transactional-id payments-1 --transaction-duration-ms 10 \
            && kt serve --data data -- sh -c 'kt topics create orders && kt produce orders data.txt \
               && kt consume orders --group g --from-beginning -c 1' && cp -r data DIR",
        );
        stage
    }

    fn prepare(&self, lines: &str) {
        let ran = self.run(lines);
        assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    }

    fn path(&self) -> &Path {
        self.home.path()
    }

    /// A shell in the stage's folder, in which `kt` and Kafka's names are kt.
    fn shell(&self, line: &str) -> Command {
        let path = format!("{}:{}", self.path().join("bin").display(), std::env::var("PATH").unwrap());
        // A line that does not end by itself is an error too: 124.
        let mut shell = Command::new("timeout");
        shell
            .args(["20", "sh", "-c", line])
            .current_dir(self.path())
            .env("PATH", path)
            .env("HOME", self.path().join("home"));
        shell
            .env("KT_BOOTSTRAP", &self.broker.address)
            .env("OTHER", &self.other.address)
            .env("KT_CONFIG", self.path().join("config/config.toml"));
        for folder in ["XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"] {
            shell.env(folder, self.path().join("home"));
        }
        shell
    }
}

struct Ended {
    code: Option<i32>,
    stdout: String,
    stderr: String,
}

impl Stage {
    fn run(&self, line: &str) -> Ended {
        let done = self.shell(line).stdin(Stdio::null()).output().unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Ended { code: done.status.code(), stdout: text(&done.stdout), stderr: text(&done.stderr) }
    }

    /// Until it says something; then Ctrl-C.
    fn interrupted(&self, line: &str) -> Ended {
        let mut shell = self.shell(&format!("({line}) 2>&1"));
        let mut child = shell.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().unwrap();
        let mut said = vec![0];
        let mut stdout = child.stdout.take().unwrap();
        let came = stdout.read(&mut said).unwrap();
        Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
        let mut rest = String::new();
        stdout.read_to_string(&mut rest).unwrap();
        let status = child.wait().unwrap();
        let code = status.code().or(std::os::unix::process::ExitStatusExt::signal(&status).map(|signal| 128 + signal));
        assert_eq!(came, 1, "it says something: {line}");
        rest.insert_str(0, &String::from_utf8_lossy(&said));
        Ended { code, stdout: rest, stderr: String::new() }
    }
}

fn begins(lines: &[&str], line: &str) -> bool {
    lines.iter().any(|begin| line.starts_with(begin))
}

fn of_the_readme(heading: &str) -> Vec<String> {
    let readme = include_str!("../../README.md").replace("--partitions 3", "--partitions=3");
    let ten = readme.split(heading).nth(1).unwrap().split("```").nth(1).unwrap();
    let call = |line: &str| line.split(" #").next().unwrap_or_default().trim().to_owned();
    ten.lines().map(call).filter(|line| !line.is_empty()).collect()
}

/// The lines that did not end as they should, and what they said.
fn wrong(stage: &Stage, lines: impl IntoIterator<Item = String>) -> String {
    let mut wrong = String::new();
    for shown in lines {
        if LEFT.iter().any(|(line, _)| shown == *line || *line != "kt serve" && shown.starts_with(line)) {
            continue;
        }
        let line = here(&shown, &stage.broker.address);
        let (ended, expected) = if RUN_ON.contains(&&*shown) {
            (stage.interrupted(&line), 130)
        } else {
            let sure = if begins(ASK, &shown) { " -y" } else { "" };
            let code = END.iter().find(|(line, _)| shown.starts_with(line)).map_or(0, |(_, code)| *code);
            (stage.run(&format!("{line}{sure}")), code)
        };
        if ended.code != Some(expected) {
            wrong += &format!("$ {shown}\n{}{}exit {:?}\n", ended.stdout, ended.stderr, ended.code);
        }
    }
    wrong
}

#[test]
fn the_ten_commands_of_the_readme_do_what_they_say() {
    let wrong = wrong(&Stage::new(), of_the_readme("## Ten commands"));
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_ten_tasks_of_the_readme_are_done_by_one_line_each() {
    let wrong = wrong(&Stage::with_orders(), of_the_readme("## Ten tasks"));
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn every_example_of_the_help_and_the_man_pages_does_what_it_says() {
    let examples = kt::cli::tools().into_iter().flat_map(|tool| tool.examples.iter().chain(tool.verb_examples));
    let examples = examples.map(|example| example.line.to_owned());
    let wrong = wrong(&Stage::with_orders(), examples);
    assert!(wrong.is_empty(), "{wrong}");
}
