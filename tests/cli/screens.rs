//! The screens of kt, whole: what a person at a terminal of 80 columns sees, stdout and stderr as they come.
//!
//! Each test plays a story and compares it with `screens/NAME.txt`; addresses, ids, times and folders are the same there
//! each time. After a change that is meant: `KT_RENEW=1 cargo test --test it screens`, and read the difference.

use std::fs;
use std::path::Path;

use regex_automata::meta::Regex;

use super::doctor::one_that_advertises;
use crate::support::terminal::{ENTER, Terminal};
use crate::support::{Broker, Kt, broker, kt, program};

struct Story {
    broker: Broker,
    home: tempfile::TempDir,
    text: String,
}

/// What a story does while a command runs: it waits for these words, then presses these keys.
type Act<'a> = (&'a str, &'a str);

impl Story {
    fn begins() -> Self {
        Self { broker: broker(), home: tempfile::tempdir().unwrap(), text: String::new() }
    }

    fn at_home(&self, call: Kt) -> Kt {
        let config = self.home.path().join("config.toml");
        call.dir(self.home.path()).env("COLUMNS", "80").env("XDG_STATE_HOME", self.home.path()).env("KT_CONFIG", config)
    }

    fn file(&self, name: &str, text: &str) {
        fs::write(self.home.path().join(name), text).unwrap();
    }

    /// On the story's broker.
    fn call(&self, line: &str) -> Kt {
        self.at_home(self.broker.kt(line))
    }

    /// Something that happens, and is not shown.
    fn meanwhile(&self, line: &str) {
        self.call(line).succeeds();
    }

    /// Shown with its stdin coming from a pipe.
    fn piped(&mut self, shown: &str, line: &str, stdin: &str) {
        let call = self.call(line).stdin(stdin);
        let ran = call.run();
        self.tell(shown, ran.code, &format!("{}{}", ran.stdout, ran.stderr));
    }

    fn shows(&mut self, line: &str) {
        self.typed(line, &[]);
    }

    fn typed(&mut self, line: &str, acts: &[Act<'_>]) {
        let terminal = self.call(line).at_a_terminal();
        self.at(&format!("kt {line}"), terminal, acts);
    }

    fn at(&mut self, shown: &str, mut terminal: Terminal, acts: &[Act<'_>]) {
        for (words, keys) in acts {
            terminal.shows(words).press(keys);
        }
        let (code, screen) = terminal.leaves();
        self.tell(shown, code, &screen);
    }

    fn tell(&mut self, shown: &str, code: Option<i32>, screen: &str) {
        self.text += &format!("$ {shown}\n{}\n", screen.trim_end_matches('\n'));
        if code != Some(0) {
            self.text += &format!("(exit {})\n", code.expect("it ended by itself"));
        }
        self.text += "\n";
    }

    /// The story ends; it is the one that is kept.
    #[track_caller]
    fn is(self, name: &str) {
        let told = self.the_same_each_time();
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/screens").join(format!("{name}.txt"));
        if std::env::var_os("KT_RENEW").is_some() {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, told).unwrap();
            return;
        }
        let kept = fs::read_to_string(&path).unwrap_or_default();
        assert!(kept == told, "{} differs; now it is:\n{told}\nand was:\n{kept}", path.display());
    }

    fn the_same_each_time(&self) -> String {
        let mut text = self.text.replace(&self.broker.address, "localhost:9092");
        let port = self.broker.address.rsplit(':').next().expect("an address has a port");
        text = text.replace(port, "9092").replace(&self.home.path().display().to_string(), "~");
        for (pattern, instead) in [
            (r"\b[A-Za-z0-9_-]{21}[AQgw]\b", "5L6g3nShT-eMCtK--X86sw"),
            (r"\b20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", "2026-11-21T11:04:31.204Z"),
            (r"-20\d{6}T\d+Z", "-20261121T111203Z"),
            (r"\b(?:20\d\d-\d\d-\d\d )?\d\d:\d\d:\d\d\.\d{3}\b", "12:04:31.204"),
            (r"\bin \d+(\.\d+)? m?s\b", "in 9 ms"),
            (r"\b\d+ m?s ago\b", "just now"),
            (r"(?m) \d+ m?s$", " 1 s"),
            (r"kafka\.invalid:\d+", "kafka.invalid:9092"),
            (r"\bpid \d+", "pid 4711"),
            (r"data in \S+", "data in /tmp/kt"),
            (r"127\.0\.0\.1:\d{4,5}\b", "127.0.0.1:29092"),
        ] {
            text = replaced(&text, &Regex::new(pattern).unwrap(), instead);
        }
        text
    }
}

fn replaced(text: &str, pattern: &Regex, instead: &str) -> String {
    let (mut done, mut behind) = (String::new(), 0);
    for found in pattern.find_iter(text) {
        done += &text[behind..found.start()];
        done += instead;
        behind = found.end();
    }
    done + &text[behind..]
}

#[test]
fn the_first_run() {
    let mut story = Story::begins();
    let mut terminal = story.at_home(kt("serve --temp --port 0")).at_a_terminal();
    terminal.shows("Ctrl-C stops.").interrupt();
    story.at("kt serve --temp --port 0", terminal, &[]);
    let port = story.broker.address.rsplit(':').next().unwrap().to_owned();
    story.shows(&format!("serve --port {port}"));
    story.shows("topics list -b 127.0.0.1:1");
    story.is("first-run");
}

#[test]
fn topics_are_made_and_shown() {
    let mut story = Story::begins();
    story.shows("topics create orders --partitions 3");
    let address = story.broker.address.clone();
    story.shows(&format!("topics --create --topic orders2 --partitions 3 --bootstrap-server {address}"));
    story.shows("topics create orders --replication-factor 3");
    story.shows("topics create pay --replication-factor 3");
    story.shows("topics create events --config retention.mz=1");
    story.meanwhile("produce orders --key o-1 --value 12");
    story.shows("topics");
    story.shows("topics describe orders");
    story.shows("topics last orders");
    story.is("topics");
}

#[test]
fn records_are_typed_piped_and_read_from_files() {
    let mut story = Story::begins();
    story.meanwhile("topics create orders --partitions 3");
    let lines = "o-1:{\"total\":12}\ro-2:{\"total\":7}\ro-1:\ro3 no colon\r";
    story.typed("produce orders --parse-key --key-separator :", &[("Ctrl-D ends", lines)]);
    let line = "printf 'o-1:{\"total\":12}\\no-2:{\"total\":7}\\n' | kt produce orders -K:";
    let shell = line.replace("kt produce", concat!(env!("CARGO_BIN_EXE_kt"), " produce"));
    let shell = program(Path::new("/bin/sh"), ["-c", &shell]).env("KT_BOOTSTRAP", &story.broker.address);
    let terminal = story.at_home(shell).at_a_terminal();
    story.at(line, terminal, &[]);
    story.shows("produce orders --key o-1 --tombstone");
    let good = (1..=100).map(|n| format!("{{\"key\":\"k-{n}\",\"value\":{{\"n\":{n}}}}}\n")).collect::<String>();
    story.file("orders.jsonl", &good);
    story.file("bad.jsonl", "{\"key\":\"a\",\"value\":\"1\"}\n{\"key\":\"a\",\"vlaue\":\"2\"}\n");
    story.shows("produce orders -i json orders.jsonl");
    story.shows("produce orders -i json bad.jsonl");
    story.is("produce");
}

#[test]
fn records_are_read_in_many_forms() {
    let mut story = Story::begins();
    story.meanwhile("topics create orders");
    story.call("produce orders -K:").stdin("o-1:{\"total\":12}\no-2:{\"total\":7}\n").succeeds();
    story.meanwhile("produce orders --key o-1 --tombstone");
    story.shows("consume orders --from-beginning -e");
    story.piped("kt consume orders -e | cat", "consume orders -e", "");
    story.shows("consume orders -e -J -c 1");
    story.shows("consume orders -e -o -2 -f '%t[%p]@%o %k=%s{hex}\\n'");
    story.shows("consume orders -o @-1h:now --where '.value.total > 10' --jq '.value.total'");
    story.shows("consume orders --key o-1 -e");
    story.meanwhile("topics create many --partitions 3");
    story.meanwhile("produce many --key o-1 --value 12");
    story.shows("consume many --key o-1 -e");
    story.shows("consume oders");
    story.shows("consume orders -o 5000 -e");
    story.is("consume");
}

/// A group that has read three of four records, in one partition.
fn with_mailer() -> Story {
    let story = Story::begins();
    story.meanwhile("topics create orders");
    story.call("produce orders").stdin("a\nb\nc\nd\n").succeeds();
    story.meanwhile("consume orders --group mailer --from-beginning -c 3");
    story
}

#[test]
fn groups_are_shown_and_reset() {
    let mut story = with_mailer();
    story.shows("groups");
    story.shows("groups describe mailer");
    story.shows("lag mailer");
    story.typed("groups reset mailer orders", &[("back or forward by…", ENTER), ("[y/N]", "y\r")]);
    story.typed("groups reset mailer orders --to 2", &[("[y/N]", "n\r")]);
    let mut member = story.call("consume orders --group billing --from-beginning").at_a_terminal();
    member.shows("d");
    story.shows("groups reset billing orders --to end -y");
    story.is("groups");
}

#[test]
fn settings_are_edited_with_a_look_at_what_they_remove() {
    let mut story = Story::begins();
    story.meanwhile("topics create orders -c retention.ms=14d");
    let script =
        "sed -i 's/^retention.ms=.*/retention.ms=1d/; s/^#cleanup.policy=.*/cleanup.policy=compact,delete/' $1\n";
    story.file("edit.sh", script);
    let terminal = story.call("configs edit topic/orders").env("EDITOR", "sh edit.sh").at_a_terminal();
    story.at("kt configs edit topic/orders", terminal, &[("[y/N]", "y\r")]);
    story.shows("configs get topic/orders");
    story.shows("configs set topic/orders retention.ms=2d --dry-run");
    story.shows("configs set topic/orders retention.mz=1");
    story.is("configs");
}

#[test]
fn topics_are_deleted_after_their_name_was_typed() {
    let mut story = with_mailer();
    story.typed("topics delete orders", &[("to delete it:", "oders\r")]);
    story.typed("topics delete orders", &[("to delete it:", "orders\r")]);
    for n in 1..=3 {
        story.meanwhile(&format!("topics create tmp-{n}"));
    }
    story.shows("topics delete tmp-* -y");
    let config = "context = \"prod\"\n\n[contexts.prod]\nbootstrap = \"ADDRESS\"\nprotected = true\n";
    story.file("config.toml", &config.replace("ADDRESS", &story.broker.address));
    story.meanwhile("topics create orders");
    let terminal = story.at_home(kt("topics delete orders -y")).at_a_terminal();
    story.at("kt topics delete orders -y    # in the protected context prod", terminal, &[]);
    story.is("delete");
}

#[test]
fn a_wrong_address_is_explained() {
    let mut story = Story::begins();
    story.file("config.toml", "[contexts.prod]\nbootstrap = \"kafka.prod.invalid:9092\"\n");
    story.shows("topics list -b kafka.prodd.invalid:9092");
    story.shows("topics list --tls");
    // One in a container, which tells a name that only the container knows: doctor.rs shows what kt doctor says.
    let inside = one_that_advertises("kafka.invalid");
    story.shows(&format!("consume orders -e -b {}", inside.address()));
    story.is("wrong-address");
}

#[test]
fn calls_of_old_tutorials_are_understood() {
    let mut story = Story::begins();
    story.meanwhile("topics create orders");
    story.call("produce orders -K:").stdin("k:v\n").succeeds();
    let address = story.broker.address.clone();
    story.shows("topics --list --zookeeper localhost:2181");
    story.piped(
        &format!("echo x | kt console-producer --broker-list {address} --topic orders --property parse.keys=true"),
        &format!("console-producer --broker-list {address} --topic orders --property parse.keys=true"),
        "x\n",
    );
    let from =
        format!("console-consumer --bootstrap-server {address} --topic orders --from-beginning --max-messages 1");
    story.shows(&format!("{from} --property print.key=true"));
    story.shows(&format!("{from} --property print.keys=true"));
    story.is("old-tutorials");
}
