//! `kt dump-log` on what Apache Kafka 4.3.1 wrote: its lines are the original's (tests/fixtures/kafka-data/answers), and
//! a check finds every damage that is done to it.

use std::path::{Path, PathBuf};

use crate::support::{kt, kt_args};

fn recorded() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/kafka-data")
}

/// A copy that can be damaged.
fn copy() -> tempfile::TempDir {
    fn all(from: &Path, to: &Path) {
        std::fs::create_dir_all(to).unwrap();
        for entry in std::fs::read_dir(from).unwrap() {
            let entry = entry.unwrap();
            let target = to.join(entry.file_name());
            if entry.path().is_dir() {
                all(&entry.path(), &target);
            } else {
                std::fs::copy(entry.path(), target).unwrap();
            }
        }
    }
    let dir = tempfile::tempdir().unwrap();
    all(&recorded(), dir.path());
    std::fs::remove_dir_all(dir.path().join("answers")).unwrap();
    std::fs::remove_dir_all(dir.path().join("legacy-0")).unwrap();
    dir
}

#[test]
fn the_originals_calls_get_the_originals_answers() {
    let mut count = 0;
    for entry in std::fs::read_dir(recorded().join("answers")).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let Some((call, rest)) = text.strip_prefix("$ ").and_then(|text| text.split_once('\n')) else {
            panic!("{} begins with its call", path.display());
        };
        let (stdout, code) = rest.rsplit_once("exit ").expect("an answer ends with its exit code");
        let ran = kt(call).dir(recorded()).run();
        assert_eq!((ran.stdout.as_str(), ran.code), (stdout, code.trim().parse().ok()), "{call}\n{}", ran.stderr);
        count += 1;
    }
    assert_eq!(count, 17);
}

#[test]
fn a_batch_is_a_row_with_a_readable_time() {
    kt("dump-log txn-0 --limit 4").dir(recorded()).succeeds().stdout(
        "OFFSET\tLAST\tRECORDS\tTIME\tKIND\tCODEC\tSIZE\tEPOCH\tPRODUCER\tCRC\n\
         0\t2\t3\t2026-11-21T14:56:00.726Z\ttransaction\tnone\t109\t0\t2:0#0\tok\n\
         3\t3\t1\t2026-11-21T14:56:00.841Z\tcommit\tnone\t78\t0\t2:0#-1\tok\n\
         4\t6\t3\t2026-11-21T14:56:00.818Z\ttransaction\tnone\t109\t0\t2:0#3\tok\n\
         7\t7\t1\t2026-11-21T14:56:00.908Z\tabort\tnone\t78\t0\t2:0#-1\tok\n",
    );
}

#[test]
fn records_of_internal_topics_are_decoded_by_the_folders_name() {
    kt("dump-log __transaction_state-15 --records --output jsonl --limit 1").dir(recorded()).succeeds().stdout(
        "{\"offset\":0,\"time\":\"2026-11-21T14:56:04.332Z\",\"key\":{\"type\":\"0\",\"data\":{\"transactionalId\":\"tx-open\"}},\
         \"value\":{\"version\":\"1\",\"data\":{\"producerId\":3,\"previousProducerId\":3,\"producerEpoch\":0,\
         \"transactionTimeoutMs\":60000,\"transactionStatus\":0,\"transactionPartitions\":null,\
         \"transactionLastUpdateTimestampMs\":1795272964332,\"transactionStartTimestampMs\":-1}},\"headers\":[]}\n",
    );
}

#[test]
fn the_files_beside_a_segment_are_rows_too() {
    kt("dump-log both-0/00000000000000000000.index")
        .dir(recorded())
        .succeeds()
        .stdout("OFFSET\tPOSITION\n79\t3031\n119\t3551\n159\t4272\n199\t5011\n");
    kt("dump-log txn-0/00000000000000000000.txnindex")
        .dir(recorded())
        .succeeds()
        .stdout("PRODUCER\tFIRST OFFSET\tLAST OFFSET\tLAST STABLE OFFSET\n2\t4\t7\t8\n2\t16\t19\t20\n");
    kt("dump-log txn-0/00000000000000000025.snapshot").dir(recorded()).succeeds().stdout(
        "PRODUCER\tEPOCH\tLAST SEQUENCE\tLAST OFFSET\tLAST TIME\tOPEN FROM\n\
         2\t0\t17\t22\t2026-11-21T14:56:03.820Z\t-\n3\t0\t0\t24\t2026-11-21T14:56:04.334Z\t24\n",
    );
}

#[test]
fn what_kafka_left_behind_passes_the_check() {
    let dir = copy();
    let ran =
        kt_args(["dump-log", "check", "txn-0", "plain-0", "both-0", "__cluster_metadata-0"]).dir(dir.path()).succeeds();
    assert_eq!(ran.stdout.lines().filter(|line| line.ends_with(": no fault")).count(), 4, "{}", ran.stdout);
}

/// Each kind of damage, and what the check says of it.
#[test]
fn a_check_tells_each_damage_and_changes_nothing() {
    type Damage = fn(&Path);
    fn patch(path: PathBuf, at: usize, with: &[u8]) {
        let mut bytes = std::fs::read(&path).unwrap();
        bytes[at..at + with.len()].copy_from_slice(with);
        std::fs::write(path, bytes).unwrap();
    }
    let log = "00000000000000000000.log";
    let cases: [(Damage, &str, &str); 9] = [
        (
            |dir| patch(dir.join("both-0/00000000000000000000.log"), 100, b"!"),
            "both-0",
            "byte 0: the checksum of the batch at offset 0 is wrong",
        ),
        (
            |dir| patch(dir.join("both-0/00000000000000000000.index"), 4, &9_u32.to_be_bytes()),
            "both-0",
            "offset 79 is said to be at byte 9, where no batch begins",
        ),
        (
            |dir| patch(dir.join("both-0/00000000000000000000.timeindex"), 7, &[1]),
            "both-0",
            "the largest timestamp is said to be",
        ),
        (
            |dir| patch(dir.join("txn-0/00000000000000000000.txnindex"), 34 + 17, &[2]),
            "txn-0",
            "the transaction of producer 2 from 16 on, aborted at 19, is not in it",
        ),
        (|dir| patch(dir.join("txn-0/00000000000000000025.snapshot"), 20, &[9]), "txn-0", "it is damaged"),
        (
            |dir| std::fs::write(dir.join("txn-0/leader-epoch-checkpoint"), "0\n1\n4 0\n").unwrap(),
            "txn-0",
            "offset 0 was written in leader epoch 0, and 4 is said here",
        ),
        (
            |dir| std::fs::remove_file(dir.join("txn-0/partition.metadata")).unwrap(),
            "txn-0",
            "Apache Kafka would set the folder aside as a stray one",
        ),
        (
            |dir| {
                let path = dir.join("txn-0/00000000000000000000.log");
                let mut bytes = std::fs::read(&path).unwrap();
                bytes.extend([0; 30]);
                std::fs::write(path, bytes).unwrap();
            },
            "txn-0",
            "is no length of a batch; a start cuts it off there",
        ),
        (
            |dir| std::fs::write(dir.join("replication-offset-checkpoint"), "0\n1\ntxn 0 26\n").unwrap(),
            ".",
            "txn-0 is said to be at 26, and its log ends at 25",
        ),
    ];
    for (damage, folder, said) in cases {
        let dir = copy();
        damage(dir.path());
        let before = std::fs::read(dir.path().join(folder).join(log)).ok();
        let ran = kt_args(["dump-log", "check", folder]).dir(dir.path()).run();
        assert!(ran.stdout.contains(said), "{said}\n{}{}", ran.stdout, ran.stderr);
        let is_remark = said.contains("a start cuts");
        assert_eq!(ran.code, Some(i32::from(!is_remark)), "{}", ran.stdout);
        assert_eq!(std::fs::read(dir.path().join(folder).join(log)).ok(), before);
    }
}

#[test]
fn what_is_no_log_is_told_so() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("notes.txt"), "x").unwrap();
    kt("dump-log notes.txt").dir(dir.path()).fails(2).stderr_has("notes.txt is no file of a log");
    kt("dump-log nowhere").dir(dir.path()).fails(5).stderr_has("cannot read nowhere: No such file or directory");
    kt("dump-log .").dir(dir.path()).fails(5).stderr_has("holds no log and no partitions");
    kt("dump-log check notes.txt").dir(dir.path()).fails(2).stderr_has("notes.txt is no folder");
    kt("dump-log check .").dir(dir.path()).fails(5).stderr_has("neither a data folder nor a partition's");
    kt("dump-log").fails(1).stderr_has("Missing required argument \"[files]\"");
}
