//! `kt produce --transaction`, `kt txns` and kafka-transactions.sh on a broker.

use std::process::{Child, Command, Stdio};

use crate::support::{Broker, broker, kt};

fn topic() -> Broker {
    let broker = broker();
    broker.kt("topics create t").succeeds();
    broker
}

#[track_caller]
fn committed(broker: &Broker, expected: &str) {
    broker.kt("consume t --from-beginning --committed --timeout-ms 500").succeeds().stdout(expected);
}

/// A producer that has a transaction open, seen as ongoing by the broker.
struct Open(Child);

impl Open {
    fn new(broker: &Broker) -> Open {
        let args =
            ["producer-perf-test", "--bootstrap-server", &broker.address, "--topic", "t", "--num-records", "1000"];
        let more = ["--throughput", "50", "--payload-monotonic", "--transactional-id", "tx"];
        let child = Command::new(env!("CARGO_BIN_EXE_kt"))
            .args(args)
            .args(more)
            .args(["--transaction-duration-ms", "60000"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let open = Open(child);
        while !broker.kt("txns list").succeeds().stdout.contains("Ongoing") {}
        open
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        let _ = self.0.kill(); // it may have ended by itself
        let _ = self.0.wait();
    }
}

#[test]
fn all_lines_are_written_or_none() {
    let broker = topic();
    broker.kt("produce t --transaction").stdin("a\nb\n").succeeds();
    committed(&broker, "a\nb\n");
    // The second line has no separator: the first one goes with it.
    broker
        .kt("produce t --transaction -K:")
        .stdin("k:c\nd\n")
        .fails(1)
        .stderr_has("line 2: there is no ':' in \"d\"")
        .stderr_has("the transaction was aborted: none of the lines was written");
    broker.kt("produce t --transactional-id mine").stdin("e\n").succeeds();
    committed(&broker, "a\nb\ne\n");
    broker.kt("txns describe mine --output json").succeeds().stdout_has("\"state\": \"CompleteCommit\"");
}

#[test]
fn a_record_that_is_too_large_takes_the_others_with_it() {
    let broker = topic();
    let large = "x".repeat(2_000_000);
    broker
        .kt("produce t --transaction")
        .stdin(format!("a\n{large}\n"))
        .fails(1)
        .stderr_has("more than max.request.size")
        .stderr_has("the transaction was aborted: none of the lines was written");
    committed(&broker, "");
}

#[test]
fn an_open_transaction_is_listed_described_and_ended() {
    let broker = topic();
    let open = Open::new(&broker);
    let kafka = |options: &str| broker.kt(&format!("transactions --bootstrap-server {} {options}", broker.address));
    let listed = kafka("list").succeeds().stdout;
    assert!(listed.starts_with("TransactionalId\tCoordinator\tProducerId\tTransactionState\t\n"), "{listed}");
    assert!(listed.contains("tx             \t1          \t"), "{listed}");
    kafka("describe --transactional-id tx")
        .succeeds()
        .stdout_has("\tOngoing         \t60000               \t")
        .stdout_has("\tt-0            \t");
    kafka("list --transactional-id-pattern other.*")
        .succeeds()
        .stdout("TransactionalId\tCoordinator\tProducerId\tTransactionState\t\n");
    kafka("list --duration-filter 3600000")
        .succeeds()
        .stdout("TransactionalId\tCoordinator\tProducerId\tTransactionState\t\n");
    let producers = broker.kt("txns producers t:0 --output json").succeeds().stdout;
    assert!(producers.contains("\"transactionStart\": 0"), "{producers}");
    broker.kt("txns abort tx").fails(2).stderr_has("tx: Ongoing for").stderr_has("add --yes to do it without asking");
    broker.kt("txns abort tx --yes").succeeds().stdout("Aborted the transaction of tx\n");
    drop(open);
    committed(&broker, "");
    broker.kt("txns abort tx --yes").succeeds().stderr_has("tx has no transaction open; nothing was changed");
}

#[test]
fn what_is_not_there_gets_the_originals_exit_and_kts_words() {
    let broker = topic();
    let kafka = |options: &str| broker.kt(&format!("transactions --bootstrap-server {} {options}", broker.address));
    kafka("describe --transactional-id ghost").fails(1).stdout("").stderr_has("no transactional id ghost is known");
    broker.kt("txns describe ghost").fails(5).stderr_has("no transactional id ghost is known");
    kafka("abort --topic t --partition 0 --start-offset 5")
        .fails(1)
        .stdout("")
        .stderr_has("Could not find any open transactions starting at offset 5 on partition t-0");
    let header =
        "Topic\tPartition\tProducerId\tProducerEpoch\tCoordinatorEpoch\tStartOffset\tLastTimestamp\tDuration(min)\t\n";
    kafka("find-hanging --broker-id 1").succeeds().stdout(header);
    broker.kt("txns hanging").succeeds();
}

#[test]
fn wrong_calls_get_the_originals_sentences() {
    let refused = |options: &str, sentence: &str| {
        kt(&format!("transactions --bootstrap-server 127.0.0.1:1 {options}")).fails(1).stdout("").stderr_has(sentence);
    };
    refused("", "kafka-transactions.sh: error: too few arguments");
    refused("find-hanging", "requires either --topic or --broker-id to limit the scope of the search");
    refused("find-hanging --broker-id 1 --partition 0", "The --partition argument requires --topic to be provided");
    refused("abort --topic t --partition 0", "must be identified either with --start-offset");
    refused("abort --topic t --partition 0 --producer-id 1", "Missing required argument --producer-epoch");
    refused("abort --topic t --partition x", "argument --partition: could not convert 'x' to Integer");
    refused("describe", "argument --transactional-id is required");
    refused("describe-producers --topic t", "argument --partition is required");
    kt("txns abort t --start-offset 5 -b 127.0.0.1:1").fails(2).stderr_has("an offset is in one partition");
}
