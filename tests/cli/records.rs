//! Records through both tools and a broker of kt's own: what goes in at one end comes out at the other.

use crate::support::{Broker, broker};

#[track_caller]
fn produce(broker: &Broker, options: &str, lines: impl Into<Vec<u8>>) {
    broker.kt(&format!("console-producer {options}")).stdin(lines).succeeds().stdout("").stderr("");
}

/// What the console consumer prints of `count` records from the beginning.
#[track_caller]
fn printed(broker: &Broker, options: &str, count: usize, expected: &str) {
    let line = format!("console-consumer --from-beginning --max-messages {count} {options}");
    broker.kt(&line).succeeds().stdout(expected).stderr(&format!("Processed a total of {count} messages\n"));
}

#[test]
fn each_line_is_a_record_the_last_one_without_its_end_too() {
    let broker = broker();
    produce(&broker, "--topic t", "one\ntwo words\n\nünïcödé\nlast");
    printed(&broker, "--topic t", 5, "one\ntwo words\n\nünïcödé\nlast\n");
    broker.kt("consume t --from-beginning -c 2").succeeds().stdout("one\ntwo words\n").stderr("");
    broker.kt("consume t -p 0 -o 3 -c 1").succeeds().stdout("ünïcödé\n");
}

#[test]
fn keys_headers_and_nulls_keep_their_form() {
    let broker = broker();
    let reader =
        "--reader-property parse.key=true --reader-property parse.headers=true --reader-property null.marker=NIL";
    produce(&broker, &format!("--topic t {reader}"), "h:1,h:2\tk\tv\na:NIL\tNIL\tNIL\nNIL\t\te\n");
    let all = "--property print.headers=true --property print.key=true --property print.offset=true";
    let line = format!("console-consumer --topic t --from-beginning --max-messages 3 {all}");
    broker
        .kt(&line)
        .succeeds()
        .stdout("Offset:0\th:1,h:2\tk\tv\nOffset:1\ta:null\tnull\tnull\nOffset:2\tNO_HEADERS\t\te\n");
    broker
        .kt("consume t --from-beginning -c 3 --print key,value --key-separator = --null-literal -")
        .succeeds()
        .stdout("k=v\n-=-\n=e\n");
}

#[test]
fn a_line_without_its_separator_ends_the_producer_and_what_came_before_is_sent() {
    let broker = broker();
    broker
        .kt("console-producer --topic t --reader-property parse.key=true --reader-property key.separator=:")
        .stdin("a:1\nno separator here\nb:2\n")
        .fails(1)
        .stdout("")
        .stderr_has("No key separator found on line number 2: 'no separator here'");
    broker.kt("consume t --from-beginning --timeout-ms 300").succeeds().stdout("1\n");
}

#[test]
fn every_compression_comes_back() {
    let broker = broker();
    let long = "x".repeat(5000);
    for codec in ["none", "gzip", "snappy", "lz4", "zstd"] {
        produce(&broker, &format!("--topic t --compression-codec {codec}"), format!("{codec} {long}\n"));
    }
    produce(&broker, "--topic t --compression-codec", "gzip by default\n");
    let lines = ["none", "gzip", "snappy", "lz4", "zstd"].map(|codec| format!("{codec} {long}\n")).concat();
    printed(&broker, "--topic t", 6, &format!("{lines}gzip by default\n"));
}

#[test]
fn all_acks_and_one_record_after_the_other() {
    let broker = broker();
    for acks in ["0", "1", "all"] {
        produce(&broker, &format!("--topic t --request-required-acks {acks} --sync"), format!("{acks}\n"));
    }
    printed(&broker, "--topic t", 3, "0\n1\nall\n");
}

#[test]
fn values_of_other_types_are_shown_as_java_shows_them() {
    let broker = broker();
    broker.kt("produce t").stdin(*b"\x00\x00\x00\x2a\nabc\n").succeeds();
    let integer = "org.apache.kafka.common.serialization.IntegerDeserializer";
    printed(&broker, &format!("--topic t --value-deserializer {integer}"), 1, "42\n");
    broker
        .kt(&format!("console-consumer --topic t --from-beginning --value-deserializer {integer}"))
        .fails(1)
        .stdout("42\n")
        .stderr_has("Size of data received by IntegerDeserializer is not 4")
        .stderr_has("Processed a total of 2 messages");
    broker
        .kt(&format!(
            "console-consumer --topic t --from-beginning --timeout-ms 300 --skip-message-on-error --value-deserializer {integer}"
        ))
        .succeeds()
        .stdout("42\n")
        .stderr_has("offset 1 cannot be shown, skipped");
}

#[test]
fn bytes_that_are_no_text_are_changed_under_kafkas_flags_only() {
    let broker = broker();
    broker.kt("topics create t --partitions 1").succeeds();
    broker.kt("produce t").stdin(*b"a\xffb\n").succeeds().stderr("");
    broker.kt("console-producer --topic t").stdin(*b"a\xffb\n").succeeds().stderr_has("line 1 is not UTF-8");
    let bytes = "--property value.deserializer=org.apache.kafka.common.serialization.BytesDeserializer";
    let line = format!("console-consumer --topic t --from-beginning --max-messages 2 {bytes}");
    broker.kt(&line).succeeds().stdout("a\\xFFb\na\\xEF\\xBF\\xBDb\n");
}

#[test]
fn topics_by_pattern_and_a_wait_with_an_end() {
    let broker = broker();
    for topic in ["logs-a", "logs-b", "other"] {
        produce(&broker, &format!("--topic {topic}"), format!("from {topic}\n"));
    }
    let ran = broker.kt("console-consumer --include logs-.* --from-beginning --timeout-ms 500").succeeds();
    let mut lines: Vec<&str> = ran.stdout.lines().collect();
    lines.sort_unstable();
    assert_eq!(lines, ["from logs-a", "from logs-b"]);
    broker.kt("console-consumer --topic other --timeout-ms 300").succeeds().stdout("");
}

#[test]
fn a_topic_that_is_not_there_is_an_error_of_kts_own_grammar_only() {
    let broker = broker();
    produce(&broker, "--topic orders", "x\n");
    broker
        .kt("consume ordres --from-beginning")
        .fails(5)
        .stdout("")
        .stderr_has("error: there is no topic ordres [UNKNOWN_TOPIC_OR_PARTITION]")
        .stderr_has("did you mean   orders ?");
    broker.kt("console-consumer --topic later --from-beginning --timeout-ms 300").succeeds().stdout("");
    produce(&broker, "--topic empty-input", "");
    broker.kt("consume empty-input").fails(5);
}
