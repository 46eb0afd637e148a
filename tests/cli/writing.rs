//! What `kt produce` makes records of in kt's own grammar, and what it says about those it could not send.

use std::fs;

use crate::support::{Broker, broker, kt};

fn topic(partitions: usize) -> Broker {
    let broker = broker();
    broker.kt(&format!("topics create t --partitions {partitions}")).succeeds();
    broker
}

#[track_caller]
fn holds(broker: &Broker, format: &str, expected: &str) {
    broker.kt(&format!("consume t -e -f '{format}'")).succeeds().stdout(expected);
}

#[test]
fn what_consume_prints_as_json_produce_reads_without_loss() {
    let broker = topic(1);
    let mut lines: Vec<u8> =
        b"h:1,h:2,n:NIL\tk\t{\"b\": 1, \"a\":1.0}\nNIL\tNIL\tNIL\nNIL\t\t\nNIL\t[1]\t\"text\"\n".to_vec();
    lines.extend_from_slice(b"NIL\t\xff\xfe\t\x00\x01 {\n");
    broker.kt("produce t --parse-headers --parse-key --null-marker NIL").stdin(lines).succeeds().stderr("");
    let first = broker.kt("consume t -e -J").succeeds().stdout;
    assert_eq!(first.lines().count(), 5);
    broker.kt("topics create copy --partitions 1").succeeds();
    broker.kt("produce copy -i json --keep timestamp,partition").stdin(first.clone()).succeeds().stdout("").stderr("");
    let second = broker.kt("consume copy -e -J").succeeds().stdout;
    assert_eq!(second.replace("\"topic\":\"copy\"", "\"topic\":\"t\""), first);
}

#[test]
fn a_topic_that_a_misspelt_name_has_made_is_told() {
    let broker = broker();
    broker.kt("topics create orders --partitions 1").succeeds();
    let made = "note: made topic ordrs with 1 partition: it was not there, and auto.create.topics.enable is on; \
                did you mean orders ?\n";
    broker.kt("produce ordrs").stdin("x\n").succeeds().stderr(made);
    broker.kt("produce ordrs").stdin("x\n").succeeds().stderr("");
    broker.kt("produce something-else -q").stdin("x\n").succeeds().stderr("");
    broker.kt("produce nothing-yet").stdin("").succeeds().stderr("");
    broker.kt("topics list -o name").succeeds().stdout("orders\nordrs\nsomething-else\n");
    // The original says nothing of it.
    broker.kt("console-producer --topic ordres").stdin("x\n").succeeds().stderr("");
}

#[test]
fn a_value_is_sent_as_often_as_is_asked_and_partitioners_have_their_other_names() {
    let broker = topic(3);
    broker.kt("produce t --value x --key k -n 3 --partitioner jvm").succeeds();
    holds(&broker, r"%k %s\n", "k x\nk x\nk x\n");
    broker.kt("produce t --value y --partitioner rr").succeeds();
    broker.kt("produce t -n 3").stdin("a\n").fails(2).stderr_has("there is no --template and no --value");
    broker.kt("produce t --value y --partitioner jmv").fails(2).stderr_has("[possible values: murmur2, crc32,");
}

#[test]
fn a_wrong_line_says_where_what_was_sent_and_how_to_go_on() {
    let broker = topic(1);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bad.jsonl");
    let good: String = (1..=16).map(|n| format!("{{\"value\":{n}}}\n")).collect();
    fs::write(&file, format!("{good}{{\"vlaue\":17}}\n{{\"value\":18}}\n")).unwrap();
    broker.kt("produce t -i json bad.jsonl").dir(folder.path()).fails(1).stdout("").stderr(
        "error: bad.jsonl:17: expected key, value, headers, partition, timestamp; found \"vlaue\" (did you mean value?)\n  \
         cause: 16 records acknowledged; nothing after line 16 was sent\n  \
         hint: --on-error skip leaves such items out\n        \
         the rest:   kt produce t -i json bad.jsonl --skip 16\n",
    );
    holds(&broker, r"%s\n", &(1..=16).map(|n| format!("{n}\n")).collect::<String>());
    fs::write(&file, format!("{good}{{\"value\":17}}\n{{\"value\":18}}\n")).unwrap();
    broker.kt("produce t -i json bad.jsonl --skip 16").dir(folder.path()).succeeds();
    holds(&broker, r"%s\n", &(1..=18).map(|n| format!("{n}\n")).collect::<String>());
    broker.kt("produce t -i json bad.jsonl --lines 2,17-").dir(folder.path()).succeeds();
    broker.kt("consume t -e -o -3").succeeds().stdout("2\n17\n18\n");
}

#[test]
fn a_line_without_its_separator_is_told_by_its_number() {
    let broker = topic(1);
    let lines = "o-1:{\"total\":12}\no-2:{\"total\":7}\no-1:\no3 no colon\nafter:it\n";
    broker.kt("produce t --parse-key --key-separator :").stdin(lines).fails(1).stderr(
        "error: line 4: there is no ':' in \"o3 no colon\"\n  \
         cause: 3 records acknowledged; nothing after line 3 was sent\n  \
         hint: --on-error skip leaves such items out\n        \
         the rest:   kt produce t --parse-key --key-separator : --skip 3\n",
    );
    broker.kt("produce t -K: --on-error skip").stdin("a:1\nwrong\nb:2\n").fails(8).stderr(
        "note: left out: line 2: there is no ':' in \"wrong\"\n\
         error: 1 item left out: line 2\n",
    );
    holds(&broker, r"%k=%s\n", "o-1={\"total\":12}\no-2={\"total\":7}\no-1=\na=1\nb=2\n");
}

#[test]
fn a_record_that_is_refused_is_named_and_the_rest_can_be_sent() {
    let broker = topic(1);
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("f"), format!("one\n{}\nthree\n", "x".repeat(2_000_000))).unwrap();
    let ran = broker.kt("produce t f").dir(folder.path()).fails(8);
    ran.stderr_has("1 record was not sent to t: it is about")
        .stderr_has("error: 1 record could not be written\n  cause: 2 records acknowledged; not written: line 2\n")
        .stderr_has("the rest:   kt produce t f --lines 2,4-");
}

#[test]
fn rows_of_a_table_are_records() {
    let broker = topic(3);
    let table = "id,name,partition,timestamp,header.source\n7,\"Ann, B\",2,1970-01-01T00:00:05Z,web\n8,-,1,9,app\n";
    broker.kt("produce t -i csv --key-column id --null-marker -").stdin(table).succeeds().stderr("");
    let ran = broker.kt(r"consume t -e -f '%p %k %s %T %h\n'").succeeds();
    let mut lines: Vec<&str> = ran.stdout.lines().collect();
    lines.sort_unstable();
    assert_eq!(
        lines,
        ["1 8 {\"id\":\"8\",\"name\":null} 9 source=app", "2 7 {\"id\":\"7\",\"name\":\"Ann, B\"} 5000 source=web",]
    );
    broker
        .kt("produce t -i tsv")
        .stdin("key\tvalue\tpartition\nk\tv\t3\n")
        .fails(1)
        .stderr_has("error: line 2: t has no partition 3 (it has 3, counted from 0)");
    broker.kt("produce t -i csv --key-column nr").stdin("a,b\n").fails(2).stderr_has("there is no column nr");
}

#[test]
fn one_record_needs_no_input() {
    let broker = topic(1);
    broker.kt("produce t --key k --value v --header a=1").succeeds().stdout("").stderr("");
    broker.kt("produce t --key k --tombstone").succeeds();
    holds(&broker, r"%k %s %S %h\n", "k v 1 a=1\nk  -1 \n");
    kt("produce t --tombstone").fails(2);
    broker.kt("produce t --key all -p 0").stdin("x\n").succeeds();
    broker.kt("get t all").succeeds().stdout("x\n");
    broker.kt("produce t --value x -p 5").fails(1).stderr_has("t has no partition 5");
}

#[test]
fn a_file_can_be_one_value() {
    let broker = topic(1);
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a"), "one\ntwo\n").unwrap();
    fs::write(folder.path().join("b"), "").unwrap();
    broker.kt("produce t -i file a b").dir(folder.path()).succeeds();
    holds(&broker, "%S:%s|", "8:one\ntwo\n|0:|");
}

#[test]
fn made_up_records_are_the_same_for_the_same_seed() {
    let broker = topic(1);
    let call = "produce t --template '{\"id\":{{seq}},\"n\":{{int 1 1000}}}' --key 'k{{seq}}' -n 3 --seed 5";
    broker.kt(call).succeeds().stderr("");
    broker.kt(call).succeeds();
    let ran = broker.kt("consume t -e --print key,value").succeeds();
    let lines: Vec<&str> = ran.stdout.lines().collect();
    assert_eq!(lines.len(), 6);
    assert_eq!(lines[..3], lines[3..]);
    assert!(lines[2].starts_with("k3\t{\"id\":3,\"n\":"), "{ran}");
    kt("produce t --template {{x}}").fails(2).stderr_has("{{x}} means nothing").stderr_has("there are seq, now");
}

#[test]
fn a_rate_is_kept() {
    let broker = topic(1);
    let ran = broker.kt("produce t --template x -n 20 --rate 50").succeeds();
    assert!(ran.took.as_millis() >= 350, "19 pauses of 20 ms: {:?}", ran.took);
    kt("produce t --rate 0").fails(2).stderr_has("above 0");
}

#[test]
fn rows_of_json_are_values_and_their_fields_the_rest_of_the_record() {
    let broker = topic(3);
    let rows =
        "{\"id\": 7,\"at\":\"1970-01-01T00:00:05Z\",\"part\":2,\"who\":{\"name\":\"Ann\"}}\n{\"id\":8,\"part\":1}\n";
    let fields = "--key-from id --partition-from .part --timestamp-from at --header-from name=.who.name";
    broker.kt(&format!("produce t -i json {fields} --timestamp 9")).stdin(rows).succeeds().stderr("");
    let ran = broker.kt(r"consume t -e -f '%p %k %T %h %s\n'").succeeds();
    let mut lines: Vec<&str> = ran.stdout.lines().collect();
    lines.sort_unstable();
    assert_eq!(
        lines,
        [
            "1 8 9 name= {\"id\":8,\"part\":1}",
            "2 7 5000 name=Ann {\"id\": 7,\"at\":\"1970-01-01T00:00:05Z\",\"part\":2,\"who\":{\"name\":\"Ann\"}}",
        ]
    );
    broker.kt("produce t -i json --key-from id").stdin("{\"id\":1}\n{\"id\":\n").fails(1).stderr_has("error: line 2: ");
    kt("produce t -i json --key-from .[").fails(2).stderr_has("--key-from .[: ");
    kt("produce t --key-from id").fails(2).stderr_has("only rows of csv, tsv and json have fields");
    kt("produce t --timestamp soon").fails(2).stderr_has("--timestamp: 'soon' is no moment");
}

#[test]
fn a_record_may_end_with_something_else_than_a_line() {
    let broker = topic(1);
    broker.kt(r"produce t -D ';;\n' -K '\t'").stdin("a\tone\ntwo;;\nb\tthree;four;;\n").succeeds();
    holds(&broker, r"%k=%s|", "a=one\ntwo|b=three;four|");
    broker.kt(r"consume t -e -K= -D '\0'").succeeds().stdout("a=one\ntwo\0b=three;four\0");
    kt("produce t -D ''").fails(2).stderr_has("nothing ends no record");
    kt(r"produce t -D '\q'").fails(2).stderr_has(r"has \q, which means nothing");
}

#[test]
fn keys_and_values_may_stand_in_another_form() {
    let broker = topic(1);
    broker.kt("produce t -K: --key-form i64 --value-form hex").stdin("42:00ff\n-1:\n").succeeds();
    holds(&broker, r"%k{hex} %k{i64} %s{hex}\n", "000000000000002a 42 00ff\nffffffffffffffff -1 \n");
    broker.kt("produce t --key 7 --value AAE= --key-form i32 --value-form base64").succeeds();
    broker.kt("consume t -e -o -1 -f '%k{i32} %s{hex}'").succeeds().stdout("7 0001");
    broker
        .kt("produce t -K: --key-form u8 --on-error skip")
        .stdin("1:a\n256:b\n")
        .fails(8)
        .stderr_has("left out: line 2: the key '256' is no u8");
    kt("produce t --key-form oct").fails(2).stderr_has("--key-form: 'oct' is no form");
}

#[test]
fn keys_live_where_the_named_partitioner_puts_them() {
    let broker = broker();
    let lines: String = (0..40).map(|n| format!("key-{n}:{n}\n")).collect();
    // By keys: all partitions of them, in the order of keys. Those of crc32 are what zlib gives.
    let spread = |partitioner: &str| -> Vec<u8> {
        broker.kt(&format!("topics create {partitioner} --partitions 8")).succeeds();
        broker.kt(&format!("produce {partitioner} -K: --partitioner {partitioner}")).stdin(&*lines).succeeds();
        let ran = broker.kt(&format!(r"consume {partitioner} -e -f '%s %p\n'")).succeeds();
        let mut all: Vec<(u8, u8)> = ran
            .stdout
            .lines()
            .map(|line| {
                let (n, partition) = line.split_once(' ').unwrap();
                (n.parse().unwrap(), partition.parse().unwrap())
            })
            .collect();
        all.sort_unstable();
        all.into_iter().map(|(_, partition)| partition).collect()
    };
    let (java, crc32, fnv1a) = (spread("murmur2"), spread("crc32"), spread("fnv1a"));
    assert_eq!(crc32[..8], [4, 2, 0, 6, 5, 3, 1, 7]);
    assert!(java != crc32 && java != fnv1a && crc32 != fnv1a);
    let turns = spread("round-robin");
    assert!((0..8).all(|p| turns.iter().filter(|of| **of == p).count() == 5), "{turns:?}");
    assert!(spread("random").iter().collect::<std::collections::HashSet<_>>().len() > 1);
    // Forty small records are less than one turn.
    assert_eq!(spread("sticky").iter().collect::<std::collections::HashSet<_>>().len(), 1);
    kt("produce t --partitioner best").fails(2).stderr_has("best");
}

#[test]
fn a_habit_from_another_program_is_told_what_says_the_same_here() {
    kt("produce -t orders")
        .fails(2)
        .stderr("error: kt produce has no -t\n  hint: the topic stands without a flag: kt produce orders\n");
    kt("consume -C -t orders -o beginning -e").fails(2).stderr_has("topics stand without a flag");
    kt("consume orders -Z").fails(2).stderr_has("--null-literal NULL");
    kt("tail orders -O").fails(2).stderr_has("--print offset,value");
    let broker = topic(1);
    broker.kt("produce t -H a=1 -k k").stdin("v\n").succeeds();
    broker.kt("consume t -u -e -q -k k -H a -K:").succeeds().stdout("k:v\n");
}

#[test]
fn a_broker_that_is_gone_is_told_while_records_wait_and_so_is_its_return() {
    let mut broker = broker();
    broker.kt("topics create t").succeeds();
    let mut terminal = broker.kt("produce t --template {{seq}} -n 0 --rate 100").at_a_terminal();
    broker.kt("wait topic t --records 1").succeeds();
    broker.kill();
    terminal.shows("note: no broker has acknowledged anything for 3 s; trying again");
    broker.start_again();
    terminal.shows("note: it goes on: records are acknowledged again");
    terminal.interrupt().shows("acknowledged, the last item read is line");
}
