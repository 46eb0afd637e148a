//! The tools that measure: the original's lines, and kt bench.

use crate::support::{Broker, broker, kt};

fn topic() -> Broker {
    let broker = broker();
    broker.kt("topics create t").succeeds();
    broker
}

/// Digits become `N`, so that a line can be compared whatever was measured.
fn shape(text: &str) -> String {
    let mut shape = String::new();
    for c in text.chars() {
        match c {
            '0'..='9' if shape.ends_with('N') => {}
            '0'..='9' => shape.push('N'),
            c => shape.push(c),
        }
    }
    shape.replace("N.N", "N")
}

#[test]
fn producing_is_told_in_the_originals_line() {
    let broker = topic();
    let ran = broker
        .kt("producer-perf-test --topic t --num-records 200 --record-size 10 --throughput -1 --command-property acks=1")
        .succeeds();
    assert_eq!(
        shape(&ran.stdout),
        "N records sent, N records/sec (N MB/sec), N ms avg latency, N ms max latency, N ms Nth, N ms Nth, N ms Nth, N ms Nth.\n"
    );
    assert!(ran.stdout.starts_with("200 records sent, "), "{ran}");
    // Java's SplittableRandom(0), as in the original.
    broker.kt("consume t --from-beginning -c 2").succeeds().stdout("YQHHNEBSEP\nDNSEIFGAMS\n");
}

#[test]
fn a_warm_up_gets_a_second_summary_and_transactions_are_committed() {
    let broker = topic();
    let line = "producer-perf-test --topic t --num-records 100 --payload-monotonic --throughput 2000 --warmup-records 40 --transaction-duration-ms 10";
    let lines: Vec<String> = broker.kt(line).succeeds().stdout.lines().map(str::to_owned).collect();
    assert_eq!(lines[0], "Warmup first 40 records. Steady state results will print after the complete test summary.");
    assert!(lines[1].starts_with("100 records sent, "), "{lines:?}");
    assert!(lines[2].starts_with("60 steady state records sent, "), "{lines:?}");
    let values: String = (0..100).map(|number| format!("{number}\n")).collect();
    broker.kt("consume t --from-beginning --committed -c 100").succeeds().stdout(&values);
}

#[test]
fn values_come_from_a_file() {
    let broker = topic();
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("values"), "one;one;;").unwrap();
    let line =
        "producer-perf-test --topic t --num-records 2 --payload-file values --payload-delimiter ; --throughput -1";
    let ran = broker.kt(line).dir(folder.path()).succeeds();
    assert!(ran.stdout.starts_with("Reading payloads from: /"), "{ran}");
    assert!(ran.stdout.contains("/values\nNumber of records read: 2\n2 records sent, "), "{ran}");
    broker.kt("consume t --from-beginning -c 2").succeeds().stdout("one\none\n");
}

#[test]
fn consuming_is_told_in_the_originals_columns() {
    let broker = topic();
    broker.kt("verifiable-producer --topic t --max-messages 100").succeeds();
    for group in ["", "--group g"] {
        let ran = broker.kt(&format!("consumer-perf-test --topic t --num-records 100 {group}")).succeeds();
        let (header, line) = ran.stdout.split_once('\n').unwrap();
        assert_eq!(
            header,
            "start.time, end.time, data.consumed.in.MB, MB.sec, data.consumed.in.nMsg, nMsg.sec, rebalance.time.ms, fetch.time.ms, fetch.MB.sec, fetch.nMsg.sec"
        );
        assert_eq!(shape(line), "N-N-N N:N:N:N, N-N-N N:N:N:N, N, N, N, N, N, N, N, N\n", "{ran}");
        assert_eq!(line.split(", ").nth(4), Some("100"));
    }
    let ran = broker.kt("consumer-perf-test --topic t --num-records 101 --hide-header --timeout 300").succeeds();
    assert!(
        ran.stdout.starts_with(
            "WARNING: Exiting before consuming the expected number of records: timeout (300 ms) exceeded."
        ),
        "{ran}"
    );
}

#[test]
fn the_columns_are_named_before_the_values_of_options_are_read() {
    let call = "--bootstrap-server 127.0.0.1:1 --topic t --num-records many";
    for tool in ["consumer-perf-test", "share-consumer-perf-test"] {
        kt(&format!("{tool} {call}")).fails(1).stdout_has("start.time, end.time, data.consumed.in.MB, MB.sec, ");
        kt(&format!("{tool} {call} --hide-header")).fails(1).stdout("");
    }
}

#[test]
fn there_and_back_is_told_in_both_of_the_originals_calls() {
    let broker = topic();
    let ran = broker
        .kt("e2e-latency --topic t --num-records 5 --producer-acks all --record-size 20 --num-headers 1")
        .succeeds();
    assert_eq!(shape(&ran.stdout), "N\tN\nAvg latency: N ms\nPercentiles: Nth = N, Nth = N, Nth = N\n");
    let ran = kt(&format!("e2e-latency {} t 5 1 20", broker.address)).succeeds();
    assert!(ran.stdout.starts_with("WARNING: Positional argument usage is deprecated"), "{ran}");
    assert_eq!(ran.stdout.lines().count(), 4, "{ran}");
    let ran = broker.kt("e2e-latency --topic new --num-records 1 --producer-acks 1 --record-size 0").succeeds();
    assert!(
        ran.stdout.starts_with(
            "Topic \"new\" does not exist. Will create topic with 1 partition(s) and replication factor = 1\n"
        ),
        "{ran}"
    );
}

#[test]
fn bench_measures_and_leaves_nothing_behind() {
    let broker = topic();
    let json =
        |line: &str| -> serde_json::Value { serde_json::from_str(&broker.kt(line).succeeds().stdout).expect("JSON") };
    let produce = json(&format!("bench produce -n 1000 --runs 2 --against {} -o json", broker.address));
    assert_eq!(produce["brokers"].as_array().unwrap().len(), 2);
    assert_eq!(produce["brokers"][0]["runs"].as_array().unwrap().len(), 2);
    assert!(produce["ratio"]["recordsPerSecond"].as_f64().unwrap() > 0.0);
    let counted: u64 =
        produce["brokers"][1]["histogram"].as_array().unwrap().iter().map(|bin| bin["count"].as_u64().unwrap()).sum();
    assert_eq!(counted, 2000, "each record of each run is in the histogram");
    assert_eq!(json("bench consume -n 1000 --runs 1 -o json")["brokers"][0]["median"]["records"], 1000);
    assert!(
        json("bench latency -n 20 --runs 1 -o json")["brokers"][0]["median"]["latencyUs"]["p99"].as_u64().unwrap() > 0
    );
    broker.kt("topics list").succeeds().stdout("TOPIC\tPARTITIONS\tREPLICAS\nt\t1\t1\n");
    broker.kt("bench consume t -n 5").fails(1).stderr_has("topic t holds 0 records, not 5");
}

#[test]
fn wrong_calls_get_the_originals_sentences() {
    let refused = |line: &str, sentence: &str| {
        kt(line).fails(1).stdout("").stderr_has(sentence);
    };
    let producer = "producer-perf-test --bootstrap-server 127.0.0.1:1 --topic t --throughput -1";
    refused(
        &format!("{producer} --num-records 5"),
        "one of the arguments --record-size --payload-file --payload-monotonic is required",
    );
    refused(
        &format!("{producer} --num-records 5 --record-size 10 --payload-monotonic"),
        "argument --payload-monotonic: not allowed with argument --record-size",
    );
    refused(&format!("{producer} --num-records 5 --record-size 0"), "--record-size should be greater than zero.");
    refused(&format!("{producer} --num-records none --record-size 1"), "could not convert 'none' to Long");
    refused(
        &format!("{producer} --num-records 5 --record-size 1 --warmup-records 5"),
        "must be strictly fewer than the number of records",
    );
    refused(
        "producer-perf-test --topic t --num-records 5 --throughput fast --record-size 10 --bootstrap-server 127.0.0.1:1",
        "argument --throughput: could not convert 'fast' to Double",
    );
    refused(
        "producer-perf-test --topic t --num-records 5 --throughput -1 --record-size 10",
        "At least one of --bootstrap-server, --command-property, --producer-props, --producer.config or --command-config must be specified.",
    );
    let consumer = "consumer-perf-test --bootstrap-server 127.0.0.1:1";
    refused(
        &format!("{consumer} --topic t"),
        "Exactly one of the following arguments is required: [messages], [num-records]",
    );
    refused(
        &format!("{consumer} --num-records 1"),
        "Exactly one of the following arguments is required: [topic], [include]",
    );
    refused(
        &format!("{consumer} --topic t --num-records 1 --hide-header --date-format b"),
        "Illegal pattern character 'b'",
    );
    refused("e2e-latency 127.0.0.1:1 t", "Expected 5 or 6 positional arguments, but got 2.");
    let latency = "e2e-latency --bootstrap-server 127.0.0.1:1 --topic t --record-size 1";
    refused(&format!("{latency} --num-records 1 --producer-acks 0"), "Please use '1' or 'all'.");
    refused(
        &format!("{latency} --num-records 0 --producer-acks 1"),
        "Value for --num-records must be a positive integer.",
    );
    refused("console-share-consumer --bootstrap-server 127.0.0.1:1", "--topic is a required argument");
    refused(
        "console-share-consumer --bootstrap-server 127.0.0.1:1 --topic t --reject --release",
        "At most one of --reject and --release",
    );
}
