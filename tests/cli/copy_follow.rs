//! `kt copy --follow`: what is there, then what comes, and nothing twice.

use std::io::{BufRead, BufReader, Lines};
use std::process::{Child, ChildStderr, Command, Stdio};
use std::time::{Duration, Instant};

use crate::support::{Broker, broker};

/// A copy under way, whose notes are the events that a test waits for.
struct Copy {
    child: Child,
    said: Lines<BufReader<ChildStderr>>,
    all: String,
}

fn copy(broker: &Broker, args: &[&str]) -> Copy {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kt"));
    command.args(["copy", "--follow", "-b", &broker.address]).args(args);
    command.env("KT_CONFIG", broker.folder.path().join("config.toml")).env("LC_ALL", "C.UTF-8");
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let said = BufReader::new(child.stderr.take().unwrap()).lines();
    Copy { child, said, all: String::new() }
}

impl Copy {
    #[track_caller]
    fn says(&mut self, words: &str) -> &mut Self {
        loop {
            let Some(Ok(line)) = self.said.next() else { panic!("it does not say '{words}':\n{}", self.all) };
            self.all += &format!("{line}\n");
            if line.contains(words) {
                return self;
            }
        }
    }

    fn caught_up(&mut self) -> &mut Self {
        self.says("note: caught up, ")
    }

    /// Its exit code, its stdout and the rest of its stderr.
    fn stop(mut self, signal: &str) -> (Option<i32>, String, String) {
        Command::new("kill").args([signal, &self.child.id().to_string()]).status().unwrap();
        let rest: Vec<String> = self.said.by_ref().map_while(Result::ok).collect();
        let stdout = std::io::read_to_string(self.child.stdout.take().unwrap()).unwrap();
        (self.child.wait().unwrap().code(), stdout, rest.join("\n"))
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = self.child.kill(); // it may have ended by itself
        let _ = self.child.wait();
    }
}

fn put(broker: &Broker, topic: &str, values: impl IntoIterator<Item = usize>) {
    let lines: String = values.into_iter().map(|value| format!("{value}\n")).collect();
    broker.kt(&format!("produce {topic} --partitioner round-robin")).stdin(lines).succeeds();
}

/// Waits until a topic has so many records, and tells their values in order of value.
fn values(broker: &Broker, topic: &str, count: usize) -> Vec<usize> {
    broker.kt(&format!("consume {topic} --from-beginning -n {count} --timeout-ms 30000")).succeeds();
    let text = broker.kt(&format!("consume {topic} -e")).succeeds().stdout;
    let mut values: Vec<usize> = text.lines().map(|line| line.parse().unwrap()).collect();
    values.sort_unstable();
    values
}

fn all(count: usize) -> Vec<usize> {
    (0..count).collect()
}

#[test]
fn what_comes_is_copied_until_a_signal_and_a_second_run_doubles_nothing() {
    let broker = broker();
    broker.kt("topics create t --partitions 2").succeeds();
    put(&broker, "t", 0..10);
    let mut first = copy(&broker, &["t", "u", "--resume", "mirror"]);
    first.says("made topic u with 2 partitions").caught_up();
    put(&broker, "t", 10..20);
    assert_eq!(values(&broker, "u", 20), all(20));
    let (code, stdout, said) = first.stop("-INT");
    assert_eq!((code, &*stdout), (Some(130), "SOURCE\tDESTINATION\tRECORDS\nt\tu\t20\n"));
    assert!(said.contains("note: group mirror has kept how far this came: the same call goes on there"), "{said}");
    put(&broker, "t", 20..30);
    let mut second = copy(&broker, &["t", "u", "--resume", "mirror"]);
    second.caught_up();
    put(&broker, "t", 30..40);
    assert_eq!(values(&broker, "u", 40), all(40));
    let (code, stdout, _) = second.stop("-TERM");
    assert_eq!((code, &*stdout), (Some(143), "SOURCE\tDESTINATION\tRECORDS\nt\tu\t20\n"));
}

#[test]
fn after_kill_9_nothing_is_missing() {
    let broker = broker();
    broker.kt("topics create t --partitions 2").succeeds();
    put(&broker, "t", 0..2000);
    let mut first = copy(&broker, &["t", "u", "--resume", "mirror", "--rate", "1000"]);
    first.says("made topic u");
    broker.kt("consume u --from-beginning -n 100 --timeout-ms 30000").succeeds();
    first.stop("-KILL");
    let mut second = copy(&broker, &["t", "u", "--resume", "mirror"]);
    second.caught_up();
    let mut values = values(&broker, "u", 2000);
    values.dedup();
    assert_eq!(values, all(2000));
}

#[test]
fn a_first_run_from_the_end_holds_the_places_also_of_partitions_without_a_new_record() {
    let broker = broker();
    broker.kt("topics create t --partitions 2").succeeds();
    put(&broker, "t", 0..10);
    let mut first = copy(&broker, &["t", "u", "--resume", "mirror", "--from", "end"]);
    first.caught_up();
    assert_eq!(first.stop("-INT").1, "SOURCE\tDESTINATION\tRECORDS\nt\tu\t0\n");
    put(&broker, "t", 10..20);
    let mut second = copy(&broker, &["t", "u", "--resume", "mirror", "--from", "end"]);
    second.caught_up();
    assert_eq!(values(&broker, "u", 10), (10..20).collect::<Vec<_>>());
}

#[test]
fn new_partitions_and_new_topics_of_a_pattern_are_followed_into_another_cluster() {
    let (one, other) = (broker(), broker());
    let config = format!("[contexts.there]\nbootstrap = \"{}\"\n", other.address);
    std::fs::write(one.folder.path().join("config.toml"), config).unwrap();
    let mut mirror = copy(&one, &["a-*", "there:", "--resume", "mirror"]);
    mirror.says("note: no topic fits a-* yet; waiting for one");
    one.kt("topics create a-1 --partitions 1").succeeds();
    put(&one, "a-1", 0..3);
    mirror.says("note: made topic there:a-1 with 1 partition");
    assert_eq!(values(&other, "a-1", 3), all(3));
    one.kt("topics alter a-1 --partitions 2").succeeds();
    one.kt("produce a-1 -p 1").stdin("3\n").succeeds();
    mirror.says("note: there:a-1 has 2 partitions now, as its source");
    assert_eq!(values(&other, "a-1", 4), all(4));
    other.kt("consume a-1 -p 1 -e").succeeds().stdout("3\n");
    // What grows while nobody looks is made good by the next run.
    mirror.stop("-INT");
    one.kt("topics alter a-1 --partitions 3").succeeds();
    one.kt("produce a-1 -p 2").stdin("4\n").succeeds();
    let mut again = copy(&one, &["a-*", "there:", "--resume", "mirror"]);
    again.says("note: there:a-1 has 3 partitions now, as its source");
    assert_eq!(values(&other, "a-1", 5), all(5));
    let (_, stdout, _) = again.stop("-INT");
    assert_eq!(stdout, "SOURCE\tDESTINATION\tRECORDS\na-1\tthere:a-1\t1\n");
}

#[test]
fn a_topic_of_the_pattern_that_is_deleted_and_made_anew_is_copied_from_its_beginning() {
    let broker = broker();
    for topic in ["a-1", "a-2"] {
        broker.kt(&format!("topics create {topic} --partitions 1")).succeeds();
        put(&broker, topic, 0..3);
    }
    let mut mirror = copy(&broker, &["a-*", "of-{}"]);
    mirror.caught_up();
    broker.kt("topics delete a-1 -y").succeeds();
    put(&broker, "a-2", 3..5);
    assert_eq!(values(&broker, "of-a-2", 5), all(5));
    broker.kt("topics create a-1 --partitions 1").succeeds();
    put(&broker, "a-1", 3..4);
    mirror.says("topic a-1 was made anew; going on at its beginning");
    assert_eq!(values(&broker, "of-a-1", 4), all(4));
}

/// It went on where the old topic had ended, and left the first records out.
#[test]
fn a_topic_that_is_made_anew_and_soon_has_more_records_than_before_is_copied_whole() {
    let broker = broker();
    broker.kt("topics create t --partitions 1").succeeds();
    put(&broker, "t", 0..3);
    let mut mirror = copy(&broker, &["t*", "of-{}", "--resume", "mirror"]);
    mirror.caught_up();
    broker.kt("topics delete t -y").succeeds();
    broker.kt("topics create t --partitions 1").succeeds();
    put(&broker, "t", 3..10);
    mirror.says("topic t was made anew; going on at its beginning");
    assert_eq!(values(&broker, "of-t", 10), all(10));
}

/// The group cannot commit for a topic that is gone, and the whole copy ended with that.
#[test]
fn a_topic_that_is_deleted_ends_no_copy_that_keeps_its_places_in_a_group() {
    let broker = broker();
    for topic in ["a-1", "a-2"] {
        broker.kt(&format!("topics create {topic} --partitions 1")).succeeds();
        put(&broker, topic, 0..3);
    }
    let mut mirror = copy(&broker, &["a-*", "of-{}", "--resume", "mirror"]);
    mirror.caught_up();
    broker.kt("topics delete a-1 -y").succeeds();
    put(&broker, "a-2", 3..5);
    assert_eq!(values(&broker, "of-a-2", 5), all(5));
    let (code, _, said) = mirror.stop("-INT");
    assert_eq!(code, Some(130), "{said}");
    assert!(said.contains("group mirror has kept how far this came"), "{said}");
    let mut again = copy(&broker, &["a-*", "of-{}", "--resume", "mirror"]);
    again.caught_up();
    let (_, stdout, _) = again.stop("-INT");
    assert_eq!(stdout, "SOURCE\tDESTINATION\tRECORDS\na-2\tof-a-2\t0\n");
}

/// Places were kept between two handfuls of records, and at this pace a handful takes minutes.
#[test]
fn a_slow_copy_keeps_its_places_while_a_handful_of_records_is_under_way() {
    let broker = broker();
    broker.kt("topics create t --partitions 1").succeeds();
    put(&broker, "t", 0..1000);
    let mut slow = copy(&broker, &["t", "u", "--resume", "mirror", "--rate", "10"]);
    slow.says("made topic u");
    let began = Instant::now();
    let kept = || {
        let told = broker.kt("groups describe mirror -o json --jq .[].partitions[].currentOffset").run().stdout;
        told.trim().parse::<u64>().unwrap_or(0)
    };
    while kept() == 0 {
        assert!(began.elapsed() < Duration::from_secs(60), "nothing was kept");
    }
    slow.stop("-KILL");
}

#[test]
fn a_copy_without_a_group_says_where_to_go_on() {
    let broker = broker();
    broker.kt("topics create t --partitions 2").succeeds();
    broker.kt("produce t -p 1").stdin("x\n").succeeds();
    let mut copy = copy(&broker, &["t", "u"]);
    copy.caught_up();
    let (code, _, said) = copy.stop("-INT");
    assert_eq!(code, Some(130));
    assert!(said.contains("go on with   --from 0=0,1=1,beginning"), "{said}");
}

#[test]
fn a_destination_that_is_away_for_a_while_is_waited_for() {
    let (one, mut other) = (broker(), broker());
    let config = format!("[contexts.there]\nbootstrap = \"{}\"\n", other.address);
    std::fs::write(one.folder.path().join("config.toml"), config).unwrap();
    one.kt("topics create t --partitions 1").succeeds();
    let mut mirror = copy(&one, &["t", "there:"]);
    mirror.caught_up();
    other.kill();
    put(&one, "t", 0..10);
    other.start_again();
    assert_eq!(values(&other, "t", 10), all(10));
}

#[test]
fn what_would_never_end_or_has_an_end_is_refused() {
    let broker = broker();
    broker.kt("topics create a-1 --partitions 1").succeeds();
    broker
        .kt("copy 'a-*' 'a-old-{}' --follow")
        .fails(2)
        .stderr_has("error: a-1 would be copied into a-old-a-1, which a-* is too: without end");
    broker.kt("copy a-1 b --follow --from 0:5").fails(2).stderr_has("--from 0:5 has an end, and --follow has none");
    broker.kt("copy a-1 b --follow --to 5").fails(2).stderr_has("--to");
    broker.kt("copy 'c-*' 'of-{}' --follow -p 0").fails(5).stderr_has("error: no topic fits c-*");
    broker
        .kt("copy a-1 b --follow --dry-run")
        .succeeds()
        .stderr_has("up to 0 records of 1 partition of a-1 would be copied to b, then what comes");
}
