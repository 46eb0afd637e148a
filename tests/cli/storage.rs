//! `kt storage` in kt's own words, what hand-over makes sure of, and which folders a start refuses untouched.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use kt::broker::controller::bootstrap;
use kt::protocol::batch::BatchBuilder;

use crate::support::kt_args;

/// A stopped folder of Apache Kafka's: its metadata alone, so that everything in it is there.
fn folder() -> tempfile::TempDir {
    let recorded = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/kafka-data");
    let dir = tempfile::tempdir().unwrap();
    for name in ["meta.properties", "bootstrap.checkpoint", ".kafka_cleanshutdown"] {
        std::fs::copy(recorded.join(name), dir.path().join(name)).unwrap();
    }
    std::fs::create_dir(dir.path().join(METADATA)).unwrap();
    for entry in std::fs::read_dir(recorded.join(METADATA)).unwrap() {
        let entry = entry.unwrap();
        std::fs::copy(entry.path(), dir.path().join(METADATA).join(entry.file_name())).unwrap();
    }
    dir
}

const METADATA: &str = "__cluster_metadata-0";

fn path(dir: &tempfile::TempDir) -> String {
    dir.path().canonicalize().unwrap().display().to_string()
}

/// Every file below, with what is in it.
fn contents(dir: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(contents(&path));
        } else if !path.ends_with(".lock") {
            found.insert(path.clone(), std::fs::read(&path).unwrap());
        }
    }
    found
}

/// Adds a batch of metadata records behind those that are there.
fn append(dir: &Path, values: &[&[u8]]) {
    let log = dir.join(METADATA).join("00000000000000000000.log");
    let mut bytes = std::fs::read(&log).unwrap();
    let mut batch = BatchBuilder::new().base_offset(477).leader_epoch(1);
    for value in values {
        batch.append(1_795_272_989_000, None, Some(value));
    }
    bytes.extend(batch.build());
    std::fs::write(log, bytes).unwrap();
}

#[test]
fn roles_without_a_quorum_are_refused_as_by_the_original() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("server.properties");
    let folder = dir.path().join("logs");
    let roles = "process.roles=broker,controller\nnode.id=1\nlisteners=PLAINTEXT://:9092,CONTROLLER://:9093\n\
                 controller.listener.names=CONTROLLER\n";
    let config = format!("{roles}log.dirs={}\n", folder.display());
    let format = || {
        let id = "MkU3OEVBNTcwNTJENDM2Qk";
        kt_args(["kafka-storage.sh", "format", "--standalone", "-t", id, "-c", &file.display().to_string()])
    };
    std::fs::write(&file, &config).unwrap();
    format().fails(1).stdout("").stderr_has("If using process.roles, either controller.quorum.bootstrap.servers must ");
    assert!(!folder.exists());
    std::fs::write(&file, config + "controller.quorum.bootstrap.servers=localhost:9093\n").unwrap();
    format().succeeds().stdout_has("Formatting dynamic metadata voter directory ");
}

#[test]
fn info_says_whose_a_folder_is_and_in_what_state() {
    let dir = folder();
    kt_args(["storage", "info", &path(&dir)]).succeeds().stdout(&format!(
        "folder        {}\n\
         cluster id    WltsKiskRFO5rH5HQ1lAEA\n\
         node          1\n\
         directory id  ahn2P_WB08qIPFZylKD4FA\n\
         state         stopped\n\
         features      eligible.leader.replicas.version=1 group.version=1 metadata.version=30 share.version=1 \
         streams.version=1 transaction.version=2\n\
         topics        7\n\
         partitions    109\n",
        path(&dir)
    ));
    std::fs::remove_file(dir.path().join(".kafka_cleanshutdown")).unwrap();
    let ran = kt_args(["storage", "info", &path(&dir), "-o", "json"]).succeeds();
    assert!(ran.stdout.contains("\"state\": \"not stopped in order\""), "{}", ran.stdout);
    kt_args(["storage", "info", "/nowhere/at/all"]).fails(5).stderr_has("there is no folder /nowhere/at/all");
}

#[test]
fn format_makes_a_folder_once() {
    let dir = tempfile::tempdir().unwrap();
    let new = dir.path().join("new").display().to_string();
    kt_args(["storage", "format", &new, "--cluster-id", "AAAAAAAAAAAAAAAAAAAAAQ", "--node-id", "7"])
        .succeeds()
        .stdout(&format!("Formatted {new} for node 7 of cluster AAAAAAAAAAAAAAAAAAAAAQ\n"));
    let before = contents(dir.path());
    kt_args(["storage", "format", &new]).fails(6).stderr_has("belongs to the cluster AAAAAAAAAAAAAAAAAAAAAQ already");
    assert_eq!(contents(dir.path()), before);
    kt_args(["storage", "format", &format!("{new}2"), "--cluster-id", "x"])
        .fails(2)
        .stderr_has("'x' is no id of a cluster");
    let ran = kt_args(["storage", "uuid"]).succeeds();
    assert_eq!(ran.stdout.len(), 23, "{}", ran.stdout);
}

#[test]
fn hand_over_writes_what_kafka_starts_with() {
    let dir = folder();
    let given = dir.path().join("given.properties");
    std::fs::write(&given, "listeners=PLAINTEXT://:1\nnum.partitions=5\ngroup.initial.rebalance.delay.ms=7\n").unwrap();
    let given = given.display().to_string();
    let call = [
        "storage",
        "hand-over",
        &path(&dir),
        "--quick",
        "-c",
        &given,
        "--listen",
        "127.0.0.1:19092",
        "--controller",
        "127.0.0.1:19093",
    ];
    kt_args(call).succeeds().stdout(&format!(
        "# For Apache Kafka 4.3, on the folder of kt's that log.dirs names. Written by kt storage hand-over.\n\
         process.roles=broker,controller\n\
         node.id=1\n\
         log.dirs={}\n\
         listeners=PLAINTEXT://127.0.0.1:19092,CONTROLLER://127.0.0.1:19093\n\
         advertised.listeners=PLAINTEXT://127.0.0.1:19092\n\
         inter.broker.listener.name=PLAINTEXT\n\
         controller.listener.names=CONTROLLER\n\
         listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT\n\
         controller.quorum.voters=1@127.0.0.1:19093\n\
         offsets.topic.replication.factor=1\n\
         transaction.state.log.replication.factor=1\n\
         transaction.state.log.min.isr=1\n\
         share.coordinator.state.topic.replication.factor=1\n\
         share.coordinator.state.topic.min.isr=1\n\
         num.partitions=5\n\
         group.initial.rebalance.delay.ms=7\n",
        path(&dir)
    ));
    let file = dir.path().join("server.properties").display().to_string();
    kt_args(["storage", "hand-over", &path(&dir), "--quick", "--to-kafka", &file]).succeeds().stdout(&format!(
        "{} is in order: node 1 of cluster WltsKiskRFO5rH5HQ1lAEA, 7 topics, 109 partitions\n\
         Apache Kafka 4.3 starts on it by   kafka-server-start.sh {file}\n",
        path(&dir)
    ));
    assert!(std::fs::read_to_string(file).unwrap().contains("node.id=1\n"));
}

#[test]
fn hand_over_refuses_what_is_not_in_order() {
    let dir = folder();
    // The partitions that the metadata speaks of are not in this folder.
    kt_args(["storage", "hand-over", &path(&dir)]).fails(1).stderr_has("is not in order: 109 faults");
    std::fs::remove_file(dir.path().join(".kafka_cleanshutdown")).unwrap();
    kt_args(["storage", "hand-over", &path(&dir)]).fails(1).stderr_has("was not stopped in order");
    std::fs::remove_dir_all(dir.path().join(METADATA)).unwrap();
    kt_args(["storage", "hand-over", &path(&dir)]).fails(1).stderr_has("there is nothing to hand over");
    std::fs::remove_file(dir.path().join("meta.properties")).unwrap();
    kt_args(["storage", "hand-over", &path(&dir)]).fails(5).stderr_has("is no data folder: it has no meta.properties");
}

/// A start on what kt cannot serve: one sentence, and not a byte is changed.
#[test]
fn a_start_refuses_what_kt_cannot_serve_before_anything_is_touched() {
    type Change = fn(&Path);
    let cases: [(Change, &str); 4] = [
        (
            |dir| {
                let text = r#"{"clusterId":"","leaderId":1,"leaderEpoch":1,"votedId":-1,"appliedOffset":0,"currentVoters":[{"voterId":1},{"voterId":2}],"data_version":0}"#;
                std::fs::write(dir.join(METADATA).join("quorum-state"), text).unwrap();
            },
            "the metadata belongs to a cluster whose controllers are the nodes [1, 2]",
        ),
        (
            |dir| {
                let level = bootstrap::level("metadata.version", 31).encode(30).unwrap();
                append(dir, &[&level]);
            },
            "metadata.version",
        ),
        (
            |dir| {
                let level = bootstrap::level("group.version", 9).encode(30).unwrap();
                append(dir, &[&level]);
            },
            "group.version",
        ),
        // A topic's record in a version of the future.
        (|dir| append(dir, &[&[1, 2, 5, 0]]), "a TopicRecord has version 5, versions up to 0 are known"),
    ];
    for (change, said) in cases {
        let dir = folder();
        change(dir.path());
        let before = contents(dir.path());
        kt_args(["serve", "--data", &path(&dir), "--listen", "127.0.0.1:0"]).fails(1).stderr_has(said);
        assert_eq!(contents(dir.path()), before, "{said}");
        kt_args(["storage", "hand-over", &path(&dir)]).fails(1).stderr_has(said);
        let ran = kt_args(["storage", "info", &path(&dir)]).succeeds();
        assert!(ran.stdout.contains(said), "{}", ran.stdout);
    }
}
