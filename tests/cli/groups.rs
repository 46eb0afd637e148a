//! `kt groups`, kafka-consumer-groups.sh and kafka-groups.sh on a broker: what a user sees, whole.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use crate::support::{Broker, Ran, broker, broker_with, kt};

/// In Kafka's grammar, on this broker.
fn kafka(broker: &Broker, options: &str) -> Ran {
    broker.kt(&format!("kafka-consumer-groups.sh --bootstrap-server {} {options}", broker.address)).run()
}

/// What the original prints and its code.
#[track_caller]
fn says(broker: &Broker, options: &str, code: i32, stdout: &str) {
    let ran = kafka(broker, options);
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(code), stdout), "{ran}");
}

/// A topic of two partitions, with three records in the first.
fn with_orders() -> Broker {
    let broker = broker();
    broker.kt("topics create orders --partitions 2").succeeds();
    // The keys lie in partition 0 of two.
    broker.kt("produce orders --parse-key --key-separator :").stdin("a:1\nb:2\nc:3\n").succeeds();
    broker
}

/// Somebody who reads a topic in a group, until this value ends.
pub struct Reader(Child);

impl Reader {
    /// Returns when it has its partitions.
    pub fn of(broker: &Broker, topic: &str, group: &str) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kt"));
        let args =
            ["verifiable-consumer", "--bootstrap-server", &broker.address, "--topic", topic, "--group-id", group];
        command.args(args).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().expect("the reader starts");
        let mut lines = BufReader::new(child.stdout.take().expect("it was piped")).lines();
        let assigned = lines.by_ref().any(|line| line.is_ok_and(|line| line.contains("partitions_assigned")));
        std::thread::spawn(move || lines.for_each(drop));
        let reader = Self(child);
        assert!(assigned, "the reader ended before it had partitions");
        reader
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        let _ = self.0.kill(); // it may have ended by itself
        let _ = self.0.wait();
    }
}

#[test]
fn watching_a_group_tells_who_joins_and_when_the_rebalance_is_done() {
    let broker = with_orders();
    let _first = Reader::of(&broker, "orders", "billing");
    let mut command = Command::new(env!("CARGO_BIN_EXE_kt"));
    command.args(["groups", "watch", "billing", "--interval", "20ms", "-b", &broker.address]);
    let mut watching = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().expect("kt starts");
    let mut lines = BufReader::new(watching.stdout.take().expect("it was piped")).lines();
    let mut next = || -> serde_json::Value {
        serde_json::from_str(&lines.next().expect("it goes on").expect("in UTF-8")).expect("JSON")
    };
    let found = next();
    assert_eq!((&found["event"], &found["members"], &found["state"]), (&"found".into(), &1.into(), &"Stable".into()));
    let _second = Reader::of(&broker, "orders", "billing");
    let mut events = Vec::new();
    let last = loop {
        let line = next();
        events.push(line["event"].as_str().expect("a word").to_owned());
        if line["members"] == 2 && line["event"] == "rebalanced" {
            break line;
        }
    };
    assert!(events.contains(&"joined".to_owned()) && events.contains(&"assigned".to_owned()), "{events:?}");
    assert!(last["rebalances"].as_u64() >= Some(1) && last["group"] == "billing", "{last}");
    let _ = (watching.kill(), watching.wait());
    broker.kt("groups watch biling").fails(5).stderr_has("did you mean   billing ?");
}

const ERROR: &str = "\nError: Executing consumer group command failed due to ";

#[test]
fn what_a_reader_commits_has_the_epoch_of_the_leader_it_read_from() {
    let broker = with_orders();
    let read = |n: u32| {
        let call = format!("console-consumer --topic orders --group g --from-beginning --max-messages {n}");
        broker.kt(&format!("{call} --bootstrap-server {}", broker.address)).succeeds();
    };
    let offsets = |committed: u32, epoch: &str| {
        let rows = format!(
            "\nGROUP           TOPIC           PARTITION  LEADER-EPOCH    CURRENT-OFFSET  LOG-END-OFFSET  LAG             CONSUMER-ID     HOST            CLIENT-ID\n\
             g               orders          0          {epoch}               {committed:<15} 3               {:<15} -               -               -\n\
             g               orders          1          -               0               0               0               -               -               -\n",
            3 - committed
        );
        says(&broker, "--describe --group g --verbose", 0, &rows);
    };
    // A third record had come, and was given up: the original then does not know the epoch either.
    read(2);
    offsets(2, "-");
    read(1);
    offsets(3, "0");
}

#[test]
fn a_timeout_that_is_no_number_is_said_by_each_tool_in_its_way() {
    let call = |tool: &str| kt(&format!("{tool} --bootstrap-server 127.0.0.1:1 --list --timeout x"));
    call("kafka-streams-groups.sh").fails(1).stdout("");
    call("kafka-consumer-groups.sh").succeeds().stdout(
        "\nError: Executing consumer group command failed due to Cannot parse argument 'x' of option timeout\n",
    );
}

#[test]
fn offsets_are_reset_described_and_deleted_as_by_the_original() {
    let broker = with_orders();
    says(&broker, "--list", 0, "");
    says(
        &broker,
        "--reset-offsets --group g --topic orders --to-latest --execute",
        0,
        "\nGROUP           TOPIC           PARTITION  NEW-OFFSET\
         \ng               orders          0          3\
         \ng               orders          1          0\n",
    );
    says(
        &broker,
        "--reset-offsets --group g --topic orders:0 --shift-by -2 --execute",
        0,
        "\nGROUP           TOPIC           PARTITION  NEW-OFFSET\ng               orders          0          1\n",
    );
    says(&broker, "--list --state --type", 0, {
        "GROUP                     TYPE                 STATE               \n\
         g                         Classic              Empty               \n"
    });
    let described = kafka(&broker, "--describe --group g");
    described
        .stdout(
            "\nGROUP           TOPIC           PARTITION  CURRENT-OFFSET  LOG-END-OFFSET  LAG             CONSUMER-ID     HOST            CLIENT-ID\
             \ng               orders          0          1               3               2               -               -               -\
             \ng               orders          1          0               0               0               -               -               -\n",
        )
        .stderr_has("Consumer group 'g' has no active members.");
    says(
        &broker,
        "--delete-offsets --group g --topic orders:1",
        0,
        "Request succeeded for deleting offsets from group g.\n\
         \nTOPIC           PARTITION  STATUS         \
         \norders          1          Successful     \n",
    );
    says(&broker, "--reset-offsets --group g --all-topics --to-current --export", 0, "orders,0,1\n\n");
    says(&broker, "--delete --group g", 0, "Deletion of requested consumer groups ('g') was successful.\n");
}

#[test]
fn bad_input_gets_the_originals_words_and_codes() {
    let broker = with_orders();
    says(
        &broker,
        "--describe --group ghost",
        0,
        &format!("{ERROR}org.apache.kafka.common.errors.GroupIdNotFoundException: Group ghost not found.\n"),
    );
    says(
        &broker,
        "--delete --group ghost",
        0,
        "\nError: Deletion of some consumer groups failed:\n* Group 'ghost' could not be deleted due to: \
         org.apache.kafka.common.errors.GroupIdNotFoundException: The group id does not exist.\n",
    );
    let reset = "--reset-offsets --group g --topic";
    let missing = "This server does not host this topic-partition.";
    says(&broker, &format!("{reset} ghost --to-earliest"), 0, &format!("{ERROR}{missing}\n"));
    let no_partition = "The partitions \"orders-7\" do not exist";
    says(&broker, &format!("{reset} orders:7 --to-earliest"), 0, &format!("{ERROR}{no_partition}\n"));
    let no_date =
        "java.text.ParseException: Error parsing timestamp. It does not contain a 'T' according to ISO8601 format";
    says(&broker, &format!("{reset} orders --to-datetime noon"), 0, &format!("{ERROR}{no_date}\n"));
    let no_span = "Text cannot be parsed to a Duration";
    says(&broker, &format!("{reset} orders --by-duration 1h"), 0, &format!("{ERROR}{no_span}\n"));
    let no_number = "Cannot parse argument 'ten' of option to-offset";
    says(&broker, &format!("{reset} orders --to-offset ten"), 0, &format!("{ERROR}{no_number}\n"));
    says(&broker, &format!("{reset} orders --shift-by 1"), 1, "");
    says(&broker, &format!("{reset} orders"), 1, "");
    says(&broker, "--list --state sleepy", 1, "");
    says(&broker, "--list --members", 1, "");
}

#[test]
fn a_group_with_members_is_described_and_left_alone() {
    let broker = with_orders();
    let _reader = Reader::of(&broker, "orders", "g");
    let state = kafka(&broker, "--describe --group g --state");
    assert!(state.stdout.contains(" Stable               1\n"), "{state}");
    says(
        &broker,
        "--reset-offsets --group g --topic orders --to-earliest --execute",
        0,
        "\nError: Assignments can only be reset if the group 'g' is inactive, but the current state is Stable.\n\
         \nGROUP           TOPIC           PARTITION  NEW-OFFSET\n",
    );
    broker
        .kt("groups reset g orders --to beginning -y")
        .fails(6)
        .stderr_has("error: g is Stable: 1 member is reading [NON_EMPTY_GROUP]")
        .stderr_has("hint: stop them first");
    broker.kt("groups delete g -y").fails(6).stderr_has("The group is not empty");
    broker.kt("groups members g -o csv --no-headers").succeeds().stdout_has(",2,\"orders:0,1\",");
}

#[test]
fn the_list_and_the_card_show_the_lag_and_no_nought_where_nothing_is_committed() {
    let broker = with_orders();
    kafka(&broker, "--reset-offsets --group billing --topic orders:0 --to-offset 1 --execute");
    broker
        .kt("groups")
        .succeeds()
        .stdout("GROUP\tSTATE\tMEMBERS\tTOPICS\tLAG\tCOORDINATOR\nbilling\tEmpty\t0\torders\t2\t1\n");
    let card = broker.kt("groups describe billing").succeeds().stdout_has(
        "GROUP\tTOPIC\tPARTITION\tCURRENT\tEND\tLAG\tCLIENT\tHOST\tSINCE COMMIT\nbilling\torders\t0\t1\t3\t2\t-\t-\t",
    );
    assert!(card.stdout.trim_end().ends_with('s'), "milliseconds or seconds ago: {card}");
    let json = broker.kt("g describe billing -o json").succeeds();
    let groups: serde_json::Value = serde_json::from_str(&json.stdout).expect("it is JSON");
    assert_eq!((&groups[0]["lag"], &groups[0]["state"]), (&2.into(), &"Empty".into()));
    assert_eq!(groups[0]["partitions"][0]["currentOffset"], 1);
    broker
        .kt("groups describe biling")
        .fails(5)
        .stderr("error: there is no group biling [GROUP_ID_NOT_FOUND]\n  hint: did you mean   billing ?\n");
    let _reader = Reader::of(&broker, "orders", "fresh");
    broker.kt("groups describe fresh -o csv --no-headers").succeeds().stdout_has("fresh,orders,1,-,0,-,");
    let both = broker.kt("groups describe fresh billing -o json --jq .[].group -r").succeeds();
    assert_eq!(both.stdout.lines().collect::<std::collections::BTreeSet<_>>(), ["billing", "fresh"].into());
    broker.kt("groups describe billing nobody").fails(8).stdout_has("billing\torders").stderr_has("no group nobody");
}

#[test]
fn the_last_commit_of_each_partition_is_told_where_the_offsets_topic_may_be_read() {
    let broker = broker_with(&[
        "authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer",
        "allow.everyone.if.no.acl.found=true",
    ]);
    broker.kt("topics create orders --partitions 2").succeeds();
    let commits = || -> Vec<String> {
        let json = broker.kt("groups describe g -o json").succeeds();
        let groups: serde_json::Value = serde_json::from_str(&json.stdout).expect("it is JSON");
        let rows = groups[0]["partitions"].as_array().expect("a list");
        rows.iter().map(|row| row["lastCommit"].as_str().expect("it is known").to_owned()).collect()
    };
    let moves = |topic: &str| {
        drop(kafka(&broker, &format!("--reset-offsets --group g --topic {topic} --to-earliest --execute")))
    };
    moves("orders");
    let before = commits();
    // The partition's newest commit counts, and of another partition nothing has changed.
    moves("orders:1");
    let after = commits();
    assert!(after[0] == before[0] && after[1] > before[1], "{before:?} {after:?}");
    broker.kt("acls deny User:ANONYMOUS read topic/__consumer_offsets -y").succeeds();
    let told = broker.kt("groups describe g").succeeds().stderr("");
    assert!(told.stdout.starts_with("GROUP\tTOPIC\tPARTITION\tCURRENT\tEND\tLAG\tCLIENT\tHOST\ng\t"), "{told}");
}

#[test]
fn a_reset_shows_what_it_will_do_and_leaves_a_file_that_takes_it_back() {
    let broker = with_orders();
    let home = tempfile::tempdir().unwrap();
    let groups = |line: &str| broker.kt(&format!("groups {line}")).env("XDG_STATE_HOME", home.path());
    groups("reset g orders --to end -y").succeeds().stdout("Reset 2 partitions of g\n");
    groups("reset g --to beginning --dry-run")
        .succeeds()
        .stdout("TOPIC\tPARTITION\tNOW\tNEW\tCHANGE\tLAG AFTER\norders\t0\t3\t0\t-3\t3\norders\t1\t0\t0\t0\t0\n");
    groups("reset g orders:0 --to 9 --dry-run")
        .succeeds()
        .stderr("note: offset 9 of orders[0] is out of range; 3 is taken\nnote: nothing to change: the group is there already\n");
    groups("reset g --to beginning").fails(2).stderr_has("hint: add --yes to do it without asking");
    let reset = groups("reset g --to beginning -y").succeeds().stderr_has("3 records will be read again.");
    let undo = reset.stderr.split("--from-file ").nth(1).expect("the undo file is named").trim().to_owned();
    groups(&format!("reset g --from-file {undo} -y")).succeeds();
    groups("describe g -o csv --no-headers").succeeds().stdout_has("g,orders,0,3,3,0");
    groups("clone g h -y").succeeds().stdout("Reset 2 partitions of h\n");
    groups("delete-offsets h orders:1 -y").succeeds().stdout("Deleted the offsets of 1 partition of h\n");
    groups("delete 'h*' -y").succeeds().stdout("Deleted group h\n");
    groups("delete h -y").fails(5).stderr_has("there is no group h");
}

#[test]
fn what_cannot_be_meant_is_said_with_what_to_try() {
    let broker = with_orders();
    broker.kt("groups reset g orders").fails(2).stderr_has("error: where to is not said");
    broker.kt("groups reset g orders --to noon").fails(2).stderr_has("hint: beginning, end, current, an offset (42)");
    broker.kt("groups reset g --to end").fails(5).stderr_has("group g has committed nothing");
    broker.kt("groups reset g ghost --to end -y").fails(5).stderr_has("topic ghost");
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("plan.csv"), "orders,0,1\norders,zero,1\n").unwrap();
    let malformed = broker.kt("groups reset g --from-file plan.csv -y").dir(folder.path()).fails(2);
    malformed.stderr_has("error: plan.csv:2: expected topic,partition,offset; found 'orders,zero,1'");
    broker.kt("groups list --state sleepy").fails(2).stderr_has("there is no state 'sleepy'");
}

#[test]
fn a_peek_shows_what_a_group_will_read_next() {
    let broker = with_orders();
    kafka(&broker, "--reset-offsets --group g --topic orders --to-offset 1 --execute");
    let peeked = broker.kt("groups peek g -n 5 -o json").succeeds();
    let records: serde_json::Value = serde_json::from_str(&peeked.stdout).expect("it is JSON");
    let short: Vec<_> =
        records.as_array().unwrap().iter().map(|one| (&one["offset"], &one["key"], &one["value"])).collect();
    assert_eq!(short, [(&1.into(), &"b".into(), &"2".into()), (&2.into(), &"c".into(), &"3".into())]);
    broker.kt("groups peek g other").succeeds().stderr("note: nothing waits for g\n");
    broker.kt("groups peek ghost").fails(5).stderr_has("there is no group ghost");
}

#[test]
fn a_peek_also_shows_what_was_read_last_and_takes_some_partitions() {
    let broker = with_orders();
    kafka(&broker, "--reset-offsets --group g --topic orders --to-offset 1 --execute");
    let short = |line: &str| {
        let peeked = broker.kt(&format!("groups peek g {line} -o json")).succeeds();
        let records: serde_json::Value = serde_json::from_str(&peeked.stdout).expect("it is JSON");
        records.as_array().unwrap().iter().map(|one| format!("{} {}", one["offset"], one["read"])).collect::<Vec<_>>()
    };
    assert_eq!(short("-B 2 -A 1"), ["0 true", "1 false"]);
    assert_eq!(short("orders:0 -B 1 -n 1"), ["0 true", "1 false"]);
    assert_eq!(short("orders:1 -B 1"), [""; 0]);
    broker
        .kt("groups peek g -B 1 -n 1")
        .succeeds()
        .stdout_has("READ\tTOPIC")
        .stdout_has("yes\torders")
        .stdout_has("next\torders");
}

#[test]
fn each_partition_of_a_reset_may_have_its_own_place() {
    let broker = with_orders();
    let reset = |place: &str| broker.kt(&format!("groups reset g orders --to {place} --no-undo -y"));
    reset("0=2,1=end").succeeds().stdout("Reset 2 partitions of g\n");
    reset("0=-1").succeeds().stdout("Reset 1 partition of g\n");
    broker
        .kt("groups describe g -o csv --no-headers")
        .succeeds()
        .stdout_has("g,orders,0,1,3,2")
        .stdout_has("g,orders,1,0,0,0");
    reset("1=0,end").succeeds();
    broker.kt("groups describe g -o csv --no-headers").succeeds().stdout_has("g,orders,0,3,3,0");
    reset("0=1,7=2").fails(5).stderr_has("there is no partition 7 to reset");
    reset("0=1,0=2").fails(2).stderr_has("names a place twice");
    reset("0=noon").fails(2).stderr_has("'noon' is no place to reset to");
    broker.kt("groups commit g orders").fails(2).stderr_has("kt groups reset GROUP TOPIC --to WHERE");
}

#[test]
fn a_group_is_described_by_topic_and_where_it_is_behind() {
    let broker = with_orders();
    broker.kt("groups reset g orders --to 0=1,1=end --no-undo -y").succeeds();
    let rows =
        |line: &str| broker.kt(&format!("groups describe g {line} --jq '.[].partitions|length'")).succeeds().stdout;
    assert_eq!((rows(""), rows("--behind"), rows("-t orders")), ("2\n".into(), "1\n".into(), "2\n".into()));
    broker.kt("groups describe g -t ordres").fails(5).stderr_has("committed nothing for ordres").stderr_has("orders ?");
    broker.kt("groups list --topic orders -o name").succeeds().stdout("g\n");
    broker.kt("groups list --topic 'ord*' -o name").succeeds().stdout("g\n");
    broker.kt("groups list --topic ordres").fails(5).stderr_has("there is no topic ordres").stderr_has("orders ?");
    broker.kt("topics create quiet").succeeds();
    broker.kt("groups list --topic quiet -o name").succeeds().stdout("");
}

#[test]
fn groups_of_all_types_are_one_list_in_kafkas_grammar() {
    let broker = with_orders();
    kafka(&broker, "--reset-offsets --group simple --topic orders --to-earliest --execute");
    let _reader = Reader::of(&broker, "orders", "readers");
    let header = "GROUP                TYPE                 PROTOCOL            \n";
    let readers = "readers              Classic              consumer             \n";
    let simple = "simple               Classic                                   \n";
    let all = broker.kt("kafka-groups.sh --list").succeeds();
    assert!(
        all.stdout == format!("{header}{readers}{simple}") || all.stdout == format!("{header}{simple}{readers}"),
        "{all}"
    );
    broker.kt("kafka-groups.sh --list --protocol consumer").succeeds().stdout(&format!("{header}{readers}"));
    broker.kt("kafka-groups.sh --list --share").succeeds().stdout(header);
    broker.kt("kafka-groups.sh --list --group-type herd").fails(1).stdout("");
}

#[test]
fn a_pattern_is_judged_without_a_broker() {
    kt("consumer-groups --validate-regex foo.*").succeeds().stdout("The regular expression `foo.*` is valid.\n");
    let wrong = "The regular expression `foo(` is invalid: missing closing ).\n";
    kt("consumer-groups --validate-regex foo(").succeeds().stdout(wrong);
}
