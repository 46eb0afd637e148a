//! `kt topics` and kafka-topics.sh on a broker: what a user sees, whole.

use crate::support::{Broker, Ran, broker};

/// In Kafka's grammar, on this broker.
fn kafka(broker: &Broker, options: &str) -> Ran {
    broker.kt(&format!("kafka-topics.sh --bootstrap-server {} {options}", broker.address)).run()
}

/// What the original prints and its code: the calls are those of the original's own answers.
#[track_caller]
fn says(broker: &Broker, options: &str, code: i32, stdout: &str) {
    let ran = kafka(broker, options);
    assert_eq!((ran.code, masked(&ran.stdout)), (Some(code), stdout.to_owned()), "{ran}");
}

/// Topic ids are the broker's choice.
fn masked(text: &str) -> String {
    let mut parts = text.split("TopicId: ");
    let mut masked = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        masked += "TopicId: <ID>";
        masked += part.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-');
    }
    masked
}

const ERROR: &str = "Error while executing topic command : ";

#[test]
fn topics_are_made_listed_described_and_deleted_as_by_the_original() {
    let broker = broker();
    says(&broker, "--list", 0, "\n");
    says(
        &broker,
        "--create --topic orders --partitions 2 --config segment.bytes=1048576",
        0,
        "Created topic orders.\n",
    );
    says(&broker, "--create --topic audit", 0, "Created topic audit.\n");
    says(&broker, "--list", 0, "audit\norders\n");
    says(&broker, "--list --topic o.*", 0, "orders\n");
    let described = kafka(&broker, "--describe --topic orders");
    assert_eq!(described.code, Some(0), "{described}");
    let described = masked(&described.stdout);
    assert!(described.starts_with("Topic: orders\tTopicId: <ID>\tPartitionCount: 2\tReplicationFactor: 1\tConfigs: "));
    assert!(described.contains("segment.bytes=1048576"), "{described}");
    assert!(described.contains("\tTopic: orders\tPartition: 1\tLeader: 1\tReplicas: 1\tIsr: 1\t"), "{described}");
    says(&broker, "--alter --topic orders --partitions 4", 0, "");
    says(&broker, "--delete --topic [oa].*", 0, "");
    says(&broker, "--list", 0, "\n");
}

#[test]
fn what_the_cluster_refuses_is_printed_on_stdout_as_by_the_original() {
    let broker = broker();
    says(&broker, "--create --topic t --partitions 4", 0, "Created topic t.\n");
    says(&broker, "--create --topic t", 1, &format!("{ERROR}Topic 't' already exists.\n"));
    says(&broker, "--create --topic t --if-not-exists", 0, "");
    says(&broker, "--alter --topic t --partitions 4", 1, &format!("{ERROR}Topic already has 4 partition(s).\n"));
    let fewer = "The topic t currently has 4 partition(s); 3 would not be an increase.";
    says(&broker, "--alter --topic t --partitions 3", 1, &format!("{ERROR}{fewer}\n"));
    let missing = format!("{ERROR}Topic 'ghost' does not exist as expected\n");
    says(&broker, "--describe --topic ghost", 1, &missing);
    says(&broker, "--delete --topic ghost", 1, &missing);
    says(&broker, "--alter --topic ghost --partitions 2", 1, &missing);
    for options in ["--describe", "--delete", "--alter --partitions 2"] {
        says(&broker, &format!("{options} --topic ghost --if-exists"), 0, "");
    }
    says(&broker, "--describe --topic-id AAAAAAAAAAAAAAAAAAAAQQ --if-exists", 0, "");
}

#[test]
fn filters_show_nothing_of_a_healthy_topic_but_its_least_in_sync_replicas() {
    let broker = broker();
    says(&broker, "--create --topic t", 0, "Created topic t.\n");
    for filter in ["under-replicated", "unavailable", "under-min-isr"] {
        says(&broker, &format!("--describe --{filter}-partitions"), 0, "");
    }
    let at_least = kafka(&broker, "--describe --at-min-isr-partitions");
    assert!(
        at_least.stdout.starts_with("\tTopic: t\tPartition: 0\tLeader: 1\tReplicas: 1\tIsr: 1\tElr: "),
        "{at_least}"
    );
}

#[test]
fn kts_verbs_have_screens_of_their_own() {
    let broker = broker();
    broker
        .kt("topics create orders --partitions 3")
        .succeeds()
        .stdout_has("Created topic orders: 3 partitions, 1 replica");
    broker.kt("topics create tmp.1").succeeds().stderr_has("warning: a name with '.'");
    broker.kt("topics").succeeds().stdout("TOPIC\tPARTITIONS\tREPLICAS\norders\t3\t1\ntmp.1\t1\t1\n");
    broker.kt("topics list o* -o name").succeeds().stdout("orders\n");
    let described =
        broker.kt("topics describe orders").succeeds().stdout_has("· 3 partitions · 1 replica · 0 messages · 0 B\n");
    assert!(described.stdout.contains("PARTITION  LEADER  REPLICAS  ISR  START  END  MESSAGES\n"), "{described}");
    broker.kt("produce orders").stdin("a\n").succeeds();
    let described = broker.kt("topics describe orders").succeeds().stdout_has("1 message");
    assert!(described.stdout.contains("MESSAGES  LAST WRITE\n"), "{described}");
    assert!(described.stdout.contains(" ago\n") || described.stdout.contains("just now\n"), "{described}");
    let json = broker.kt("topics describe orders -o json").succeeds();
    let json: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    assert!(json[0]["bytes"].as_u64() > Some(50) && json[0]["messages"] == 1, "{json}");
    assert!(json[0]["lastWrite"].as_str().is_some_and(|time| time.ends_with('Z')), "{json}");
    broker.kt("topics alter orders --partitions 5").succeeds().stdout("Raised topic orders to 5 partitions\n");
    broker.kt("topics alter orders --add 2").succeeds().stdout("Raised topic orders to 7 partitions\n");
    broker.kt("topics alter orders --num 2").fails(2).stderr_has("--add 3");
    broker.kt("topics create plain -p -1 -r -1").succeeds().stdout_has("Created topic plain: 1 partition, 1 replica");
    broker.kt("topics delete plain -y").succeeds();
    let json = broker.kt("topics describe orders -o json").succeeds();
    let json: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!(json[0]["partitions"].as_array().unwrap().len(), 7);
}

#[test]
fn several_topics_are_one_call() {
    let broker = broker();
    broker
        .kt("topics create a b c --partitions 2")
        .succeeds()
        .stdout_has("Created topic a: 2 partitions, 1 replica")
        .stdout_has("Created topic c: 2 partitions, 1 replica");
    broker
        .kt("topics create b d")
        .fails(8)
        .stdout_has("Created topic d: 1 partition")
        .stderr_has("[TOPIC_ALREADY_EXISTS]")
        .stderr_has("kt topics describe b");
    broker
        .kt("topics create b e --if-not-exists")
        .succeeds()
        .stdout_has("Created topic e")
        .stderr_has("topic b exists already; nothing was changed");
    broker.kt("topics count a c").succeeds().stdout("TOPIC\tPARTITIONS\tMESSAGES\na\t2\t0\nc\t2\t0\n");
    // One that is not there, and nothing is done to the others.
    broker.kt("topics delete a bb -y").fails(5).stderr_has("there is no topic bb").stderr_has("did you mean");
    broker.kt("topics delete a b [cd] -y").fails(5).stderr_has("there is no topic [cd]");
    broker.kt("topics delete a b d,e -y").succeeds().stdout("Deleted 4 topics\n");
    broker.kt("topics list -o name").succeeds().stdout("c\n");
    broker.kt("topics delete gone c --if-exists -y").succeeds().stdout("Deleted topic c\n");
}

#[test]
fn kts_verbs_fail_with_what_why_and_what_to_try() {
    let broker = broker();
    broker.kt("topics create orders").succeeds();
    broker
        .kt("topics create orders")
        .fails(6)
        .stderr_has("[TOPIC_ALREADY_EXISTS]")
        .stderr_has("hint: kt topics describe orders, or add --if-not-exists");
    broker.kt("topics create orders --if-not-exists").succeeds().stdout("");
    broker.kt("topics describe ordres").fails(5).stderr_has("did you mean   orders ?");
    broker
        .kt("topics create t --config retention.mz=1")
        .fails(1)
        .stderr_has("retention.mz")
        .stderr_has("did you mean   retention.ms ?");
}

#[test]
fn a_setting_stands_beside_what_would_hold_without_it() {
    let broker = broker();
    broker.kt("topics create kv --config cleanup.policy=compact --config retention.ms=1d").succeeds();
    broker.kt("configs get topic/kv").succeeds().stdout_has("86400000");
    broker.kt("topics create t --config retention.ms=1y2").fails(2).stderr_has("7d");
    broker.kt("configs get topic/kw").fails(5).stdout("").stderr_has("there is no topic kw");
    broker.kt("elect topic-kv").fails(5).stdout("").stderr_has("there is no topic topic-kv");
    broker.kt("topics describe kv").succeeds().stdout_has("  cleanup.policy=compact   default delete\n");
}

#[test]
fn before_a_deletion_its_readers_are_named_and_after_it_a_topic_that_came_back() {
    let broker = broker();
    broker.kt("topics create orders").succeeds();
    broker.kt("produce orders").stdin("a\n").succeeds();
    broker.kt("consume orders --group mailer --from-beginning -n 1").succeeds().stdout("a\n");
    broker
        .kt("topics delete orders --dry-run")
        .succeeds()
        .stderr_has("topic orders: 1 partition, 1 message, last write ")
        .stderr_has("\n  read by: mailer (Empty)\n");
    // Somebody makes it again as soon as it is gone.
    let deleted = std::thread::scope(|scope| {
        let deletion = scope.spawn(|| broker.kt("topics delete orders -y").succeeds());
        while !deletion.is_finished() && broker.kt("topics create orders").run().code != Some(0) {}
        deletion.join().expect("it succeeds")
    });
    let deleted = deleted.stdout("Deleted topic orders\n").stderr_has("warning: orders is back after ");
    assert!(deleted.stderr.contains("auto.create.topics.enable=true lets a client"), "{deleted}");
}

#[test]
fn a_topic_is_described_again_and_again() {
    let broker = broker();
    broker.kt("topics create orders --partitions 2").succeeds();
    let watched = broker.kt("topics describe orders --watch --interval 20ms --count 2 --jq '.[0].partitions | length'");
    watched.succeeds().stdout("2\n2\n");
    broker.kt("topics describe ordres --watch").fails(5).stdout("").stderr_has("did you mean   orders ?");
    broker.kt("topics describe orders --count 2").fails(2).stderr_has("--watch");
    let mut terminal = broker.kt("topics describe orders -w --interval 50ms").at_a_terminal();
    terminal.shows("Ctrl-C ends").shows("PARTITION");
    broker.kt("topics alter orders --partitions 3").succeeds();
    terminal.shows("orders-2 is new");
}

#[test]
fn nothing_is_deleted_without_a_yes() {
    let broker = broker();
    broker.kt("topics create tmp-1").succeeds();
    broker.kt("topics create tmp-2").succeeds();
    broker
        .kt("topics delete tmp-1")
        .fails(2)
        .stdout("")
        .stderr_has("topic tmp-1: 1 partition, 0 messages")
        .stderr_has("hint: add --yes to do it without asking");
    broker.kt("topics list -o name").succeeds().stdout("tmp-1\ntmp-2\n");
    broker.kt("topics delete tmp-* --yes").succeeds().stdout("Deleted 2 topics\n");
    broker.kt("topics list -o name").succeeds().stdout("");
}

/// The original's table of settings is a hash map, and its tools print what differs from the defaults in that order.
#[test]
fn settings_come_in_the_originals_order() {
    let broker = broker();
    says(
        &broker,
        "--create --topic kv --config cleanup.policy=compact --config retention.ms=86400000",
        0,
        "Created topic kv.\n",
    );
    let described = masked(&kafka(&broker, "--describe --topic kv").stdout);
    let line = described.lines().next().unwrap_or_default();
    assert_eq!(
        line,
        "Topic: kv\tTopicId: <ID>\tPartitionCount: 1\tReplicationFactor: 1\t\
         Configs: min.insync.replicas=1,cleanup.policy=compact,retention.ms=86400000"
    );
}

#[test]
fn what_topics_hold_is_counted_weighed_and_thrown_away() {
    let broker = broker();
    broker.kt("topics create orders --partitions 2").succeeds();
    broker.kt("topics create audit --config cleanup.policy=compact").succeeds();
    broker.kt("produce orders").stdin("a\nb\nc\n").succeeds();
    broker.kt("topics count").succeeds().stdout("TOPIC\tPARTITIONS\tMESSAGES\naudit\t1\t0\norders\t2\t3\n");
    let sizes = broker.kt("topics sizes -o json").succeeds();
    let sizes: serde_json::Value = serde_json::from_str(&sizes.stdout).expect("JSON");
    assert_eq!((&sizes[0]["topic"], &sizes[0]["messages"]), (&"orders".into(), &3.into()));
    assert!(sizes[0]["bytes"].as_u64() > Some(50) && sizes[1]["bytes"] == 0, "{sizes}");
    broker.kt("topics trim orders --before @-1h -y").succeeds().stderr("note: there is nothing to delete\n");
    // Without a terminal nobody can be asked.
    broker.kt("topics purge orders").fails(2).stderr_has("--yes");
    let purged = broker.kt("topics purge orders -y -o json").succeeds();
    let purged: serde_json::Value = serde_json::from_str(&purged.stdout).expect("JSON");
    let deleted: i64 = purged.as_array().expect("rows").iter().map(|row| row["deleted"].as_i64().unwrap_or(0)).sum();
    assert_eq!(deleted, 3, "{purged}");
    broker.kt("topics count orders --no-headers").succeeds().stdout("orders\t2\t0\n");
    broker.kt("produce audit --parse-key --key-separator :").stdin("k:v\n").succeeds();
    broker.kt("topics purge audit -y").fails(1).stderr_has("cleanup.policy=compact,delete");
    broker.kt("topics count ghost").fails(5).stderr_has("there is no topic ghost");
}

#[test]
fn the_last_records_of_a_topic_are_found_behind_markers_too() {
    let broker = broker();
    broker.kt("topics create orders --partitions 2").succeeds();
    broker.kt("topics last orders").succeeds().stderr("note: there is no record\n");
    broker.kt("produce orders --partition 0").stdin("a\nb\n").succeeds();
    // Its marker is the last thing in the partition.
    broker.kt("produce orders --partition 1 --transaction").stdin("c\n").succeeds();
    broker
        .kt("topics last orders --jq '.[] | [.partition, .offset, .value]'")
        .succeeds()
        .stdout("[0,1,\"b\"]\n[1,0,\"c\"]\n");
    broker.kt("topics last orders -n 2 --jq '.[].value' --raw-output").succeeds().stdout("a\nb\nc\n");
    broker.kt("topics last ordres").fails(5).stderr_has("did you mean   orders ?");
}

#[test]
fn records_are_deleted_before_a_place_for_each_partition() {
    let broker = broker();
    broker.kt("topics create t --partitions 3").succeeds();
    for partition in 0..3 {
        broker.kt(&format!("produce t -p {partition}")).stdin("a\nb\nc\n").succeeds();
    }
    broker
        .kt("delete-records t --before 0=1,2=end --dry-run")
        .succeeds()
        .stderr_has("t: 4 records in 2 partitions will be deleted.");
    let rows = "TOPIC\tPARTITION\tSTART NOW\nt\t0\t1\nt\t2\t3\n";
    broker.kt("delete-records t --before 0=1,2=end -y").succeeds().stdout(rows);
    let rows = "TOPIC\tPARTITION\tSTART NOW\nt\t0\t2\nt\t1\t2\n";
    broker.kt("delete-records t --before -1 -y").succeeds().stdout(rows);
    broker
        .kt("delete-records t --before 0=1,7=2 -y")
        .fails(5)
        .stderr_has("topic t has 3 partitions and none of that number");
    broker.kt("delete-records t --before 0:5 -y").fails(2).stderr_has("is no place before which to delete");
    broker.kt("delete-records t --offset 0=1").fails(2).stderr_has("--before 42, or --before 0=42,1=7");
}
