//! `kt copy`, `kt export`, `kt import`: what comes out is what went in.

use std::io::Write;
use std::process::{Command, Stdio};

use crate::support::{Broker, broker};

/// Records of every kind, in two partitions.
const RECORDS: &str = "\
{\"topic\":\"t\",\"partition\":0,\"offset\":0,\"timestamp\":\"2026-11-21T10:00:00.000Z\",\"timestampType\":\"CreateTime\",\
\"key\":\"a\",\"value\":{\"n\": 1},\"headers\":[{\"key\":\"h\",\"value\":\"1\"},{\"key\":\"h\",\"value\":null}]}
{\"topic\":\"t\",\"partition\":0,\"offset\":1,\"timestamp\":\"2026-11-21T11:00:00.000Z\",\"timestampType\":\"CreateTime\",\
\"key\":null,\"value\":\"\",\"headers\":[]}
{\"topic\":\"t\",\"partition\":1,\"offset\":0,\"timestamp\":\"2026-11-21T12:00:00.000Z\",\"timestampType\":\"CreateTime\",\
\"key\":\"\",\"valueBase64\":\"/wA=\",\"headers\":[]}
{\"topic\":\"t\",\"partition\":1,\"offset\":1,\"timestamp\":\"2026-11-21T13:00:00.000Z\",\"timestampType\":\"CreateTime\",\
\"key\":\"gone\",\"value\":null,\"headers\":[]}
";

/// A broker whose topic t holds them.
fn filled() -> Broker {
    let broker = broker();
    broker.kt("topics create t --partitions 2 --config segment.ms=600000").succeeds();
    broker.kt("import - t").stdin(RECORDS).succeeds().stdout("FILE\tTOPIC\tRECORDS\n-\tt\t4\n");
    broker
}

/// A topic's records in the order of partitions and offsets.
fn records(broker: &Broker, topic: &str) -> String {
    let text = broker.kt(&format!("export {topic} -")).succeeds().stderr("").stdout;
    let mut lines: Vec<&str> = text.lines().collect();
    lines.sort_unstable();
    lines.iter().map(|line| format!("{line}\n")).collect()
}

#[test]
fn a_file_brings_back_every_byte_of_a_record() {
    let broker = filled();
    assert_eq!(records(&broker, "t"), RECORDS);
    for (ending, magic) in
        [("jsonl", &b"{\"topic\""[..]), ("jsonl.gz", &[0x1f, 0x8b]), ("jsonl.zst", &[0x28, 0xb5, 0x2f, 0xfd])]
    {
        let path = broker.folder.path().join(format!("t.{ending}"));
        let file = path.display().to_string();
        let said = format!("TOPIC\tFILE\tRECORDS\nt\t{file}\t4\n");
        broker.kt(&format!("export t {file}")).succeeds().stdout(&said);
        assert!(std::fs::read(&path).unwrap().starts_with(magic), "{ending}");
        broker.kt(&format!("export t {file}")).fails(6).stderr_has("is there already");
        broker.kt("topics create u --partitions 2").succeeds();
        broker.kt(&format!("import {file} u")).succeeds();
        assert_eq!(records(&broker, "u"), RECORDS.replace("\"t\"", "\"u\""), "{ending}");
        broker.kt("topics delete u -y").succeeds();
    }
    assert!(!broker.folder.path().join("t.jsonl.part").exists());
}

#[test]
fn an_export_without_a_name_goes_into_the_pipe_and_not_onto_a_screen() {
    let broker = filled();
    let mut lines: Vec<String> =
        broker.kt("export t").succeeds().stderr("").stdout.lines().map(str::to_owned).collect();
    lines.sort_unstable();
    assert_eq!(lines.join("\n") + "\n", RECORDS);
    let mut terminal = broker.kt("export t").at_a_terminal();
    terminal.shows("error: where to?").shows("kt export t t.jsonl.zst").shows("kt export t -");
    assert_eq!(terminal.ends(), Some(2));
    broker.kt("export t -c 1 -").at_a_terminal().shows("\"topic\":\"t\"");
}

#[test]
fn a_topic_is_copied_with_keys_headers_times_partitions_and_settings() {
    let broker = filled();
    broker
        .kt("copy t u --dry-run")
        .succeeds()
        .stdout("SOURCE\tDESTINATION\tRECORDS\nt\tu\t4\n")
        .stderr("up to 4 records of 2 partitions of t would be copied to u\nnote: dry run: nothing was changed\n");
    broker
        .kt("copy t u")
        .succeeds()
        .stdout("SOURCE\tDESTINATION\tRECORDS\nt\tu\t4\n")
        .stderr_has("made topic u with 2 partitions");
    assert_eq!(records(&broker, "u"), RECORDS.replace("\"t\"", "\"u\""));
    broker.kt("configs get topic/u").succeeds().stdout("SETTING\tVALUE\tSOURCE\nsegment.ms\t600000\ttopic\n");
    broker.kt("copy t t").fails(2).stderr_has("copied into itself");
    broker.kt("copy tt u").fails(5).stderr_has("did you mean   t ?");
    broker.kt("topics create narrow --partitions 1").succeeds();
    broker.kt("copy t narrow").fails(6).stderr_has("keeping the partitions needs 2 partitions").stderr_has("--by-key");
    broker.kt("copy t narrow --by-key").succeeds().stdout("SOURCE\tDESTINATION\tRECORDS\nt\tnarrow\t4\n");
}

#[test]
fn only_what_fits_is_copied() {
    let broker = filled();
    let copied = |line: &str, count: usize| {
        broker.kt("topics create x --partitions 2").succeeds();
        broker
            .kt(&format!("copy t x {line}"))
            .succeeds()
            .stdout(&format!("SOURCE\tDESTINATION\tRECORDS\nt\tx\t{count}\n"));
        broker.kt("topics delete x -y").succeeds();
    };
    copied("--key a", 1);
    copied("--header h=1", 1);
    copied("--grep n.:", 1);
    copied("--from @2026-11-21T11:30", 2);
    copied("--from -1", 2);
    copied("--max-messages 3", 3);
    copied("--header h", 1);
    copied("--where '.value.n == 1'", 1);
    copied("--from 0:1", 2);
    copied("--to @2026-11-21T11:30 -p 0", 2);
    copied("--from 1=0:1", 1);
    copied("--rate 1000", 4);
    broker.kt("copy t x --from noon").fails(2).stderr_has("'noon' is no place in a topic");
    broker.kt("copy t x --from stored").fails(2).stderr_has("--resume GROUP");
    broker.kt("copy t x -p 2").fails(5).stderr_has("topic t has no partition 2 (it has 2, counted from 0)");
    broker.kt("copy t x --where .value.").fails(2).stderr_has("--where: ");
}

#[test]
fn a_copy_goes_on_where_the_last_one_stopped_also_to_another_cluster() {
    let (one, other) = (filled(), broker());
    let config = one.folder.path().join("config.toml");
    std::fs::write(&config, format!("[contexts.there]\nbootstrap = \"{}\"\n", other.address)).unwrap();
    let copy = |count: usize| {
        let line = "copy t there:t --resume t-backup";
        let said = format!("SOURCE\tDESTINATION\tRECORDS\nt\tthere:t\t{count}\n");
        one.kt(line).env("KT_CONFIG", &config).succeeds().stdout(&said);
    };
    copy(4);
    copy(0);
    one.kt("import - t").stdin(RECORDS.lines().next().unwrap()).succeeds();
    copy(1);
    assert_eq!(records(&other, "t"), records(&one, "t"));
}

#[test]
fn a_wrong_line_is_told_with_its_place_and_how_to_go_on() {
    let broker = broker();
    broker.kt("topics create t --partitions 1").succeeds();
    let first = "{\"key\":\"a\",\"value\":\"1\"}\n";
    let ran = broker.kt("import - t").stdin(format!("{first}{{\"vlaue\":\"2\"}}\n{first}")).fails(8);
    ran.stdout("")
        .stderr_has("error: -:2: ")
        .stderr_has("1 record before it is written, nothing after it")
        .stderr_has("--skip 1");
    broker
        .kt("import - t")
        .stdin(first.replace("{", "{\"partition\":7,"))
        .fails(6)
        .stderr_has("topic t has no partition 7, it has 1");
    broker
        .kt("import - t --skip 1")
        .stdin(format!("nonsense\n{first}"))
        .succeeds()
        .stdout("FILE\tTOPIC\tRECORDS\n-\tt\t1\n");
    broker.kt("import - ghost").stdin(first).fails(5).stderr_has("there is no topic ghost");
}

#[test]
fn failed_records_go_back_to_the_topics_that_their_header_names() {
    let broker = broker();
    for topic in ["orders", "customers", "dlq"] {
        broker.kt(&format!("topics create {topic} --partitions 3")).succeeds();
    }
    let failed = |key: &str, topic: &str| {
        let line = format!("produce dlq -p 1 --key {key} -H from={topic} -H error.class=E -H try=1 --timestamp 5");
        broker.kt(&line).stdin(format!("of {topic}\n")).succeeds();
    };
    failed("o-1", "orders");
    failed("c-1", "customers");
    failed("o-2", "orders");
    broker.kt("copy dlq --to-header from --dry-run").succeeds().stderr_has("to the topics that header from names");
    broker
        .kt("copy dlq --to-header from --drop-header 'error.*' --add-header redriven=yes --resume redrive")
        .succeeds()
        .stdout("SOURCE\tDESTINATION\tRECORDS\ndlq\tcustomers\t1\ndlq\torders\t2\n");
    // Where the keys live, as if they came from their first producer.
    for (key, topic) in [("o-1", "orders"), ("o-2", "orders"), ("c-1", "customers")] {
        broker
            .kt(&format!(r"consume {topic} -e --key {key} -f '%k %v %h %T\n'"))
            .succeeds()
            .stdout(&format!("{key} of {topic} from={topic},try=1,redriven=yes 5\n"));
    }
    // What fails later ends the next run where it fails; what lies before it is not sent again.
    failed("o-3", "orders");
    broker.kt("produce dlq -p 1 --key stray").stdin("x\n").succeeds();
    broker
        .kt("copy dlq --to-header from --resume redrive")
        .fails(8)
        .stderr_has(
            "error: the record of dlq[1] at offset 4 has no header from\n  cause: 1 record before it is copied\n",
        )
        .stderr_has("kt copy dlq DESTINATION --to-header from   takes the others there");
    broker
        .kt("copy dlq parked --to-header from --resume redrive")
        .succeeds()
        .stdout("SOURCE\tDESTINATION\tRECORDS\ndlq\tparked\t1\n");
    broker.kt("consume parked -e").succeeds().stdout("x\n");
    failed("n", "oders");
    broker
        .kt("copy dlq --to-header from --resume redrive")
        .fails(1)
        .stderr_has("error: there is no topic oders")
        .stderr_has("so says header from of the record of dlq[1] at offset 5")
        .stderr_has("the nearest name is   orders");
    broker.kt("topics create round --partitions 1").succeeds();
    broker.kt("produce round -H from=round").stdin("x\n").succeeds();
    broker.kt("copy round --to-header from").fails(1).stderr_has("would be copied into round itself");
    broker.kt("copy dlq").fails(2);
}

#[test]
fn a_cluster_that_does_not_answer_is_explained_by_the_context_that_names_it() {
    let broker = filled();
    let config = broker.folder.path().join("config.toml");
    std::fs::write(&config, "[contexts.there]\nbootstrap = \"127.0.0.1:1\"\n").unwrap();
    let call = |line: &str| broker.kt(line).env("KT_BOOTSTRAP", &broker.address).env("KT_CONFIG", &config).fails(3);
    for line in ["copy t there:t", "copy there:t t"] {
        let ran = call(line).stderr_has("no broker answered at 127.0.0.1:1 (");
        // It was: the address comes from KT_BOOTSTRAP, where another one stands.
        assert!(!ran.stderr.contains("KT_BOOTSTRAP"), "{ran}");
        ran.stderr_has("cause: the address comes from context there in ");
    }
}

#[test]
fn several_topics_are_copied_by_pattern() {
    let (one, other) = (broker(), broker());
    let config = one.folder.path().join("config.toml");
    std::fs::write(&config, format!("[contexts.there]\nbootstrap = \"{}\"\n", other.address)).unwrap();
    for topic in ["a-1", "a-2", "b"] {
        one.kt(&format!("topics create {topic} --partitions 2")).succeeds();
        one.kt(&format!("produce {topic}")).stdin("x\ny\n").succeeds();
    }
    one.kt("copy 'a-*' there:")
        .env("KT_CONFIG", &config)
        .succeeds()
        .stdout("SOURCE\tDESTINATION\tRECORDS\na-1\tthere:a-1\t2\na-2\tthere:a-2\t2\n");
    other.kt("consume 'a-*' -e").succeeds().stdout("x\ny\nx\ny\n");
    let report = one.kt("copy b,a-1 old-{} -c 3 -o json").succeeds().stdout;
    assert!(report.contains("\"records\": 3"), "{report}");
    one.kt("copy 'a-*' '{}'").fails(2).stderr_has("a-1 would be copied into itself");
    one.kt("copy 'x*' '{}-2'").fails(5).stderr_has("no topic fits x*");
}

#[test]
fn an_import_that_waits_for_more_is_stopped_and_says_where() {
    let broker = broker();
    broker.kt("topics create t --partitions 1").succeeds();
    let mut child = Command::new(env!("CARGO_BIN_EXE_kt"))
        .args(["import", "-", "t", "-b", &broker.address])
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut open = child.stdin.take().unwrap();
    open.write_all(b"{\"value\":1}\n{\"value\":2}\n").unwrap();
    // Both records are there, and it waits for a third.
    broker.kt("consume t --from-beginning -n 2 --timeout-ms 30000").succeeds().stdout("1\n2\n");
    Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap();
    let ended = child.wait_with_output().unwrap();
    drop(open);
    let said = String::from_utf8_lossy(&ended.stderr).into_owned();
    assert_eq!((ended.status.code(), &*said), (Some(143), "\rstopped behind line 2\n  hint: go on with   --skip 2\n"));
}

#[test]
fn an_import_to_a_topic_that_is_not_there_says_how_it_is_made() {
    let broker = broker();
    broker
        .kt("import - t")
        .stdin(RECORDS)
        .fails(5)
        .stdout("")
        .stderr("error: there is no topic t [UNKNOWN_TOPIC_OR_PARTITION]\n  hint: kt topics create t   makes it\n");
}
