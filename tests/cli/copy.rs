//! `kt copy`, `kt export`, `kt import`: what comes out is what went in.

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
fn a_topic_is_copied_with_keys_headers_times_partitions_and_settings() {
    let broker = filled();
    broker
        .kt("copy t u --dry-run")
        .succeeds()
        .stdout("")
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
    broker.kt("copy t x --from noon").fails(2).stderr_has("'noon' is no place to begin");
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
