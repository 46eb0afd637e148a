//! What `kt consume`, `kt tail` and `kt get` read and show in kt's own grammar.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::support::{Broker, broker, kt};

/// A broker with ten records `k0 v0` … `k9 v9` in the one partition of `t`.
fn ten() -> Broker {
    let broker = broker();
    broker.kt("topics create t --partitions 1").succeeds();
    let lines: String = (0..10).map(|n| format!("k{n}:v{n}\n")).collect();
    broker.kt("produce t -K:").stdin(lines).succeeds();
    broker
}

/// A broker whose topic `orders` has three partitions, with the records of three customers and a tombstone.
fn orders() -> Broker {
    let broker = broker();
    broker.kt("topics create orders --partitions 3").succeeds();
    // A second apart, the last one now.
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_millis();
    let records = [
        ("o-1", r#"{"total":12}"#),
        ("o-2", r#"{"total":7}"#),
        ("o-3", r#""plain""#),
        ("o-1", "null"),
        ("o-2", r#"{"total":8}"#),
    ];
    let lines: String = (0..5)
        .map(|n| {
            let ((key, value), timestamp) = (records[n], now - 1000 * (4 - n as u128));
            format!("{{\"key\":\"{key}\",\"value\":{value},\"timestamp\":{timestamp}}}\n")
        })
        .collect();
    broker.kt("produce orders -i json --keep timestamp").stdin(lines).succeeds();
    broker
}

#[track_caller]
fn reads(broker: &Broker, options: &str, expected: &str) {
    broker.kt(&format!("consume t {options}")).succeeds().stdout(expected);
}

#[test]
fn one_grammar_says_where_reading_begins_and_ends() {
    let broker = ten();
    reads(&broker, "-o -3 -e", "v7\nv8\nv9\n");
    reads(&broker, "-o +8 --exit", "v8\nv9\n");
    reads(&broker, "-o 5:8", "v5\nv6\nv7\n");
    reads(&broker, "-o :2", "v0\nv1\n");
    reads(&broker, "-o 8:", "v8\nv9\n");
    reads(&broker, "-o 3:+2", "v3\nv4\n");
    reads(&broker, "-o -4:-2", "v6\nv7\n");
    reads(&broker, "-o 0=8:9,7:end", "v8\n");
    reads(&broker, "--from 8 --to end", "v8\nv9\n");
    reads(&broker, "--to 1", "v0\n");
    reads(&broker, "-o @-1h:now -n 2", "v0\nv1\n");
    reads(&broker, "-o @-2h:@-1h", "");
    reads(&broker, "-o @today:+2d -c 1", "v0\n");
    reads(&broker, "-o 100:200", "");
    reads(&broker, "-e --count 1", "v0\n");
    reads(&broker, "-o end -e", "");
    reads(
        &broker,
        "--from-beginning -e -p 0 --print offset,key",
        &(0..10).map(|n| format!("Offset:{n}\tk{n}\n")).collect::<String>(),
    );
    kt("consume t -o soon").fails(2).stderr_has("'soon' is no place in a topic").stderr_has("0=42,2=-5 by partition");
    broker.kt("consume t -p 3 -e").fails(5).stderr_has("topic t has no partition 3 (it has 1, counted from 0)");
    broker.kt("consume t -e --exit-status -o end").fails(1).stdout("").stderr("");
}

#[test]
fn transactions_and_their_marks_do_not_hide_the_end() {
    let broker = ten();
    broker.kt("produce t --transactional-id x").stdin("in a transaction\n").succeeds();
    reads(&broker, "-o -2 -e", "in a transaction\n");
    reads(&broker, "-o -2 -e --committed", "in a transaction\n");
    reads(&broker, "--tail 2 -e", "v9\nin a transaction\n");
}

#[test]
fn the_ends_of_transactions_are_shown_to_who_asks_for_them() {
    let broker = broker();
    broker.kt("topics create t --partitions 1").succeeds();
    broker.kt("produce t --transaction").stdin("one\n").succeeds();
    reads(&broker, "-e", "one\n");
    let told = broker.kt("consume t -e --control").succeeds().stdout;
    let lines: Vec<&str> = told.lines().collect();
    assert_eq!(lines.len(), 2, "{told}");
    assert!(lines[1].starts_with("{\"type\":\"COMMIT\",\"producerId\":"), "{told}");
    assert!(lines[1].ends_with("\"coordinatorEpoch\":0}"), "{told}");
    reads(&broker, r"-e --control -f '%o %k %a{control} %a{transactional}\n'", "0  false true\n1 COMMIT true true\n");
    reads(&broker, r"-e --control --where .control -f '%o %k\n'", "1 COMMIT\n");
    reads(&broker, "-e --control --committed --jq .control.type -r", "null\nCOMMIT\n");
    let envelopes = broker.kt("consume t -e --control -J").succeeds().stdout;
    let marker = envelopes.lines().nth(1).unwrap();
    assert!(marker.contains("\"timestampType\":\"CreateTime\",\"control\":{\"type\":\"COMMIT\","), "{marker}");
    assert!(!marker.contains("\"value\""), "{marker}");
    broker
        .kt("produce t -i json")
        .stdin(&*envelopes)
        .fails(1)
        .stderr_has("error: line 2: a control record: brokers write these, no producer can");
    broker.kt("consume t --control -g g").fails(2);
    let raw = broker.kt("consume t -o 1:2 --control --no-decode -f '%k{hex} %s{hex}'").succeeds().stdout;
    assert_eq!(raw, "00000001 000000000000");
}

#[test]
fn topics_are_read_by_pattern() {
    let broker = broker();
    for topic in ["orders-1", "orders-2", "other"] {
        broker.kt(&format!("topics create {topic} --partitions 2")).succeeds();
        broker.kt(&format!("produce {topic} -p 1")).stdin(format!("of {topic}\n")).succeeds();
    }
    let reads = |options: &str, expected: &[&str]| {
        let ran = broker.kt(&format!("consume {options}")).succeeds();
        let mut lines: Vec<&str> = ran.stdout.lines().collect();
        lines.sort_unstable();
        assert_eq!(lines, expected, "{options}");
    };
    reads("'orders-*' -e", &["of orders-1", "of orders-2"]);
    reads("/o.*[2r]/ -e", &["of orders-2", "of other"]);
    reads("'orders-?' other -e -p 1", &["of orders-1", "of orders-2", "of other"]);
    reads("'*' -e -p 0", &[]);
    reads("'orders-*' -g g --timeout-ms 8000 -n 2 -X auto.offset.reset=earliest", &["of orders-1", "of orders-2"]);
    // `*` is nobody's offsets; who wants them says so.
    reads("'*' -e", &["of orders-1", "of orders-2", "of other"]);
    assert!(!broker.kt("consume '__*' -e").succeeds().stdout.is_empty());
    broker.kt("tail '*' -n 2 -e").succeeds();
    broker.kt("consume 'x*' -e").fails(5).stderr_has("no topic fits x*");
    broker.kt("consume '/[/' -e").fails(2);
    broker.kt("consume 'orders-*' -e -g g").fails(2).stderr_has("in a group --exit ends at the end of one topic");
}

#[test]
fn a_topic_that_is_nearly_there_is_offered() {
    let broker = orders();
    let expected = "error: there is no topic oders [UNKNOWN_TOPIC_OR_PARTITION]\n  hint: did you mean   orders ?\n";
    broker.kt("consume oders").fails(5).stdout("").stderr(expected);
    broker.kt("consume oders -e").fails(5).stdout("").stderr(expected);
}

#[test]
fn the_newest_of_all_partitions_come_together() {
    let broker = orders();
    broker.kt("tail orders -n 2 -e --print key,value").succeeds().stdout("o-1\tnull\no-2\t{\"total\":8}\n");
    broker.kt("consume orders --tail 2 -n 2").succeeds().stdout("null\n{\"total\":8}\n");
    broker.kt("tail orders -e --where '.key == \"o-2\"' -n 1 --jq .value.total").succeeds().stdout("8\n");
    broker.kt("tail orders -e").succeeds().stdout("{\"total\":12}\n{\"total\":7}\nplain\nnull\n{\"total\":8}\n");
}

#[test]
fn one_record_is_found_by_its_offset_or_its_key() {
    let broker = ten();
    broker.kt("get t:0:4").succeeds().stdout("v4\n").stderr("");
    broker.kt("get t 4 --print key").succeeds().stdout("k4\n");
    broker.kt("get t k7").succeeds().stdout("v7\n");
    broker.kt("get t --key k7 -f '%o\\n'").succeeds().stdout("7\n");
    broker.kt("get t 10").fails(5).stdout("").stderr_has("error: there is no record at offset 10 in t");
    broker.kt("get t nobody").fails(5).stderr_has("there is no record with the key nobody in t");
    kt("get t").fails(2).stderr_has("which record?");
    kt("get t:x").fails(2).stderr_has("'t:x' is no place");
    let broker = orders();
    broker.kt("get orders 0").fails(2).stderr_has("orders has 3 partitions: an offset alone does not say which");
    broker.kt("get orders o-1").fails(5).stderr_has("there is no record with the key o-1");
}

#[test]
fn a_key_is_read_from_the_one_partition_where_producers_put_it() {
    let broker = orders();
    let ran = broker.kt("consume orders --key o-2 -e").succeeds().stdout("{\"total\":7}\n{\"total\":8}\n");
    ran.stderr_has("note: key o-2 → partition ")
        .stderr_has(" (murmur2); reading only that one. --all-partitions to read everything");
    broker
        .kt("consume orders --key o-2 --all-partitions -e")
        .succeeds()
        .stdout("{\"total\":7}\n{\"total\":8}\n")
        .stderr("");
}

#[test]
fn a_key_is_looked_for_where_another_programs_hash_has_put_it() {
    let broker = broker();
    broker.kt("topics create t --partitions 5").succeeds();
    let keys = ["a", "b", "c", "d", "e", "f"];
    let lines: String = keys.iter().map(|key| format!("{key}:of {key}\n")).collect();
    broker.kt("produce t -K: --partitioner crc32").stdin(lines).succeeds();
    for key in keys {
        let ran = broker.kt(&format!("consume t --key {key} --partitioner crc32 -e")).succeeds();
        ran.stdout(&format!("of {key}\n")).stderr_has("(crc32); reading only that one");
        broker.kt(&format!("get t {key} --partitioner crc32")).succeeds().stdout(&format!("of {key}\n"));
        // By chance it may be anywhere.
        broker.kt(&format!("get t {key} --partitioner random")).succeeds().stdout(&format!("of {key}\n"));
    }
    let elsewhere = keys.iter().filter(|key| broker.kt(&format!("get t {key}")).run().code != Some(0)).count();
    assert!(elsewhere > 0, "murmur2 puts none of {keys:?} elsewhere, so this shows nothing");
    broker.kt("get t nobody").fails(5).stderr_has("of 5 was read, where murmur2 puts the key; --all-partitions reads");
    kt("consume t --partitioner crc32").fails(2).stderr_has("--key <KEY>");
    kt("consume t --key a --partitioner md5").fails(2).stderr_has("'md5'");
}

#[test]
fn an_offset_that_is_not_there_is_answered_with_those_that_are() {
    let broker = ten();
    broker
        .kt("get t:0:10")
        .fails(5)
        .stderr("error: there is no record at offset 10 in t[0]\n  hint: t[0] begins at offset 0 and ends before 10\n");
}

#[test]
fn a_form_where_a_place_belongs_is_answered_with_what_gives_that_form() {
    kt("consume t -o json").fails(2).stderr_has("hint: -J prints a line of JSON for each record");
}

#[test]
fn records_are_chosen_by_text_header_and_jq() {
    let broker = orders();
    broker.kt("consume orders -e --grep 'tot.*7'").succeeds().stdout("{\"total\":7}\n");
    broker.kt("consume orders -e --grep '^o-3$'").succeeds().stdout("plain\n");
    broker
        .kt("consume orders -o @-1h:now --where '.value.total > 10' --jq .value.total").succeeds().stdout("12\n").stderr(
        "note: --where could not judge 1 record, left out: cannot index \"plain\" with \"total\" (at orders[1] offset 0)\n",
    );
    let ran = broker.kt("consume orders -e --where '.value.total == 7' --where '.key == \"o-2\"' -J").succeeds();
    assert_eq!(ran.stdout.lines().count(), 1);
    broker
        .kt("consume orders -e --where '.key.x'")
        .succeeds()
        .stdout("")
        .stderr_has("--where could not judge 5 records");
    broker.kt("consume orders -e --jq '.key | ascii_upcase' -r -n 1 --key o-3 -q").succeeds().stdout("O-3\n");
    broker.kt("produce orders --parse-headers").stdin("trace:ab,x:1\tv\n").succeeds();
    broker.kt("consume orders -e --header trace=ab --header x").succeeds().stdout("v\n");
    kt("consume t --where '.a ='").fails(2).stderr_has("--where: '.a =' is no jq expression");
    kt("consume t --grep '('").fails(2).stderr_has("'(' is no regular expression");
}

#[test]
fn the_latest_of_each_key_is_what_compaction_leaves() {
    let broker = orders();
    let ran = broker.kt("consume orders --latest-per-key --print key,value").succeeds();
    let mut lines: Vec<&str> = ran.stdout.lines().collect();
    lines.sort_unstable();
    assert_eq!(lines, ["o-2\t{\"total\":8}", "o-3\tplain"]);
}

#[test]
fn a_format_of_ones_own_has_kcats_letters() {
    let broker = ten();
    reads(&broker, r"-o 3:4 -f '%t[%p]@%o %k=%v{hex} %K %S %%\n'", "t[0]@3 k3=7633 2 2 %\n");
    reads(&broker, "-o 3:5 -f %s", "v3v4");
    kt("consume t -f %q").fails(2).stderr_has("the format has %q, which means nothing");
    kt("consume t -f %s -J").fails(2);
}

#[test]
fn an_envelope_holds_all_of_a_record() {
    let broker = broker();
    broker
        .kt("produce t --parse-headers -K= --null-marker NIL")
        .stdin(&b"trace:1,x:2\tk={\"total\": 12}\nNIL\t\xff\xfe=NIL\n"[..])
        .succeeds();
    for form in ["-J", "--output json"] {
        let ran = broker.kt(&format!("consume t -e {form}")).succeeds();
        let lines: Vec<String> = ran
            .stdout
            .lines()
            .map(|line| {
                let (before, rest) = line.split_once("\"timestamp\":\"").unwrap();
                format!("{before}{}", &rest["2026-11-21T11:04:31.204Z\",".len()..])
            })
            .collect();
        assert_eq!(
            lines,
            [
                r#"{"topic":"t","partition":0,"offset":0,"timestampType":"CreateTime","key":"k","value":{"total": 12},"headers":[{"key":"trace","value":"1"},{"key":"x","value":"2"}]}"#,
                r#"{"topic":"t","partition":0,"offset":1,"timestampType":"CreateTime","keyBase64":"//4=","value":null,"headers":[]}"#,
            ]
        );
    }
    kt("consume t --output yaml").fails(2).stderr_has("records come as they are, or as JSON");
}

#[test]
fn a_group_reads_to_the_end_and_commits_what_was_shown() {
    let broker = ten();
    broker.kt("consume t -g g -e").succeeds().stdout(&(0..10).map(|n| format!("v{n}\n")).collect::<String>());
    broker.kt("produce t").stdin("more\n").succeeds();
    broker.kt("consume t -g g -e").succeeds().stdout("more\n");
    broker.kt("consume t -g g -e").succeeds().stdout("");
    reads(&broker, "-g g -o stored:end", "");
    broker.kt("produce t").stdin("and more\n").succeeds();
    reads(&broker, "-g g -o stored:end", "and more\n");
    reads(&broker, "-g g -o stored:end", "and more\n");
    kt("consume t -o stored").fails(2).stderr_has("stored is where a group has committed");
    kt("consume t -g g -o 5").fails(2).stderr_has("kt groups reset GROUP TOPIC --to WHERE");
    broker.kt("consume t -g nobody -o stored -e").fails(5).stderr_has("group nobody has committed nothing");
}

#[test]
fn several_partitions_are_read_and_no_others() {
    let broker = broker();
    broker.kt("topics create t --partitions 3").succeeds();
    for partition in 0..3 {
        broker
            .kt(&format!("produce t -p {partition} -K:"))
            .stdin(format!("k:a{partition}\nk:b{partition}\n"))
            .succeeds();
    }
    reads(&broker, r"-e -p 0,2 -f '%s '", "a0 b0 a2 b2 ");
    reads(&broker, r"-e -p 0 -p 1 -o -1 -f '%s '", "b0 b1 ");
    reads(&broker, r"-e --partitions 0,2 -o 2=1:2,:1 -f '%s '", "a0 b2 ");
    reads(&broker, r"-e -p 0,1,2 --key k -c 6 -f '%s '", "a0 b0 a1 b1 a2 b2 ");
    broker.kt(r"tail t -e -p 1,2 -n 2 -f '%s '").succeeds().stdout("a2 b2 ");
    broker.kt("consume t -e -p 0,7").fails(5).stderr_has("topic t has no partition 7 (it has 3, counted from 0)");
    broker.kt("consume t -e -p 0,1 -g g").fails(2).stderr_has("--group");
    broker.kt("consume t -e --control -g g").fails(2).stderr_has("a member of a group is not given control records");
    broker.kt("copy t u -p 0,2").succeeds().stdout("SOURCE\tDESTINATION\tRECORDS\nt\tu\t4\n");
}

#[test]
fn times_that_do_not_rise_are_told_where_a_range_of_times_is_read() {
    let broker = broker();
    broker.kt("topics create t --partitions 1").succeeds();
    for (value, time) in [("a", "2026-11-21T10:00"), ("b", "2026-11-21T12:00"), ("c", "2026-11-21T11:00")] {
        broker.kt(&format!("produce t --value {value} --timestamp {time}")).succeeds();
    }
    let note = "note: the times in t[0] do not rise with the offsets: some records of this range may lie outside of what was \
                read (kt help offsets)\n";
    broker.kt("consume t -o @2026-11-21T09:00:@2026-11-21T13:00").succeeds().stdout("a\nb\nc\n").stderr(note);
    broker.kt("consume t -o @2026-11-21T09:00:@2026-11-21T11:30").succeeds().stdout("a\n").stderr("");
    broker.kt("consume t -e").succeeds().stderr("");
    let all = "'.timestamp < \"2026-11-21T11:30\"'";
    broker.kt(&format!("consume t -e --where {all}")).succeeds().stdout("a\nc\n");
}

#[test]
fn fields_of_fixed_width_are_shown_one_by_one() {
    let broker = broker();
    broker.kt("topics create t --partitions 1").succeeds();
    broker.kt("produce t -i file --key-form hex --key 0001ff").stdin(*b"\x00\x00\x00\x07ab").succeeds();
    reads(&broker, r"-e -f '%k{unpack[hB$]} %s{unpack[>is$]}\n'", "1 255 7 ab\n");
    reads(&broker, r"-e -f '%s{unpack[<I]} %s{unpack[q]}\n'", "117440512 0x000000076162\n");
    broker.kt("consume t -e -f '%s{unpack[z]}'").fails(2).stderr_has("unpack[…] has 'z', which means nothing there");
}

#[test]
fn a_member_commits_where_an_empty_partition_begins() {
    let broker = broker();
    broker.kt("topics create empty --partitions 2").succeeds();
    // On a busy machine a member may not have joined, or committed, within its time: it is tried again, with more.
    let committed = |turn| {
        broker.kt(&format!("consume empty -g g --timeout-ms {}", 3000 * turn)).succeeds();
        let text = broker.kt("groups describe g -o json").run().stdout.replace(' ', "");
        text.matches("\"currentOffset\":0").count() == 2
    };
    assert!((1..=5).any(committed), "the member has committed where both partitions begin");
}

#[test]
fn the_records_of_kafkas_own_topics_are_shown_as_json() {
    let broker = ten();
    broker.kt("consume t -g g -e").succeeds();
    let jq = "'[.key.name, .key.data.topic, .value.data.offset]'";
    let filter = "--where '.key.name == \"OffsetCommit\"'";
    let ran = broker.kt(&format!("consume __consumer_offsets -e {filter} --jq {jq}")).succeeds();
    assert_eq!(ran.stdout.lines().last(), Some(r#"["OffsetCommit","t",10]"#));
    let raw = broker.kt("consume __consumer_offsets -e -J --no-decode").succeeds();
    assert!(raw.stdout.contains("\"keyBase64\":") || raw.stdout.contains("\\u0000"), "{raw}");
}

#[test]
fn several_topics_are_read_at_once() {
    let broker = ten();
    broker.kt("produce u").stdin("other\n").succeeds();
    let ran = broker.kt("consume t u -o -1 -e -f '%t %s\\n'").succeeds();
    let mut lines: Vec<&str> = ran.stdout.lines().collect();
    lines.sort_unstable();
    assert_eq!(lines, ["t v9", "u other"]);
    broker.kt("consume t nowhere -e").fails(5).stderr_has("no topic nowhere");
}
