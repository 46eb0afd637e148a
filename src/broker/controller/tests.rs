use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bytes::Bytes;
use kt_codec::Uuid;
use kt_codec::create_topics_request::{CreatableTopic, CreateTopicsRequest};

use super::brokers::{Endpoint, Registration, fence, register, unfence};
use super::decide::{Random, Seeded};
use super::image::Resource;
use super::record::{BeginTransactionRecord, RemoveTopicRecord};
use super::topics::create::{Rules, create};
use super::*;
use crate::config::topic::TopicDefaults;
use crate::protocol::batch::BatchBuilder;

const DIRECTORY: Uuid = Uuid([5; 16]);

fn options(folder: &Path) -> Options {
    Options {
        folder: folder.to_path_buf(),
        cluster_id: "cluster".into(),
        node_id: 1,
        clean_shutdown: false,
        sync_always: false,
        snapshot_bytes: 20 << 20,
        segment_bytes: 1 << 30,
        min_insync_replicas: 1,
        fs: Fs::default(),
        now_ms: || 1_000,
    }
}

fn open(folder: &Path) -> Controller {
    Controller::open(options(folder)).unwrap()
}

fn start_broker(controller: &Controller) -> i64 {
    let registration = Registration {
        id: 1,
        incarnation: Seeded(1).uuid(),
        endpoints: vec![Endpoint {
            listener: "PLAINTEXT".into(),
            host: "127.0.0.1".into(),
            port: 9092,
            security_protocol: 0,
        }],
        rack: None,
        directories: vec![DIRECTORY],
    };
    let epoch = controller.change(|image| register(image, &registration)).unwrap().reply;
    controller.change(|image| unfence(image, 1)).unwrap();
    epoch
}

fn create_topic(controller: &Controller, name: &str, partitions: i32) -> Changed<()> {
    let topic =
        CreatableTopic { name: name.into(), num_partitions: partitions, replication_factor: 1, ..Default::default() };
    let request = CreateTopicsRequest { topics: vec![topic], ..Default::default() };
    let defaults = TopicDefaults::default();
    let rules = Rules { default_partitions: 1, default_replication_factor: 1, defaults: &defaults };
    let changed = controller.change(|image| create(image, &request, &rules, |_| true, &mut SystemRandom)).unwrap();
    assert!(changed.reply[0].1.is_ok(), "{:?}", changed.reply);
    Changed { reply: (), before: changed.before, after: changed.after }
}

/// The image as records, in an order that does not depend on chance.
fn dump(image: &Image) -> Vec<String> {
    let mut records: Vec<_> = snapshot::records(image).iter().map(|r| format!("{r:?}")).collect();
    records.sort();
    records
}

/// A copy of a folder that the original left behind.
fn kafka_folder() -> tempfile::TempDir {
    let from = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/kafka-folder");
    let to = tempfile::tempdir().unwrap();
    fs::create_dir(to.path().join(log::FOLDER)).unwrap();
    for file in fs::read_dir(&from).unwrap().chain(fs::read_dir(from.join(log::FOLDER)).unwrap()) {
        let path = file.unwrap().path();
        if path.is_file() {
            fs::copy(&path, to.path().join(path.strip_prefix(&from).unwrap())).unwrap();
        }
    }
    to
}

#[test]
fn an_empty_folder_becomes_a_cluster_at_the_last_levels() {
    let folder = tempfile::tempdir().unwrap();
    let controller = open(folder.path());
    let image = controller.image();
    let features: Vec<_> = image.features.iter().map(|(name, level)| format!("{name} {level}")).collect();
    assert_eq!(
        features,
        [
            "eligible.leader.replicas.version 1",
            "group.version 1",
            "metadata.version 30",
            "share.version 1",
            "streams.version 1",
            "transaction.version 2"
        ]
    );
    assert_eq!(image.overrides(&Resource::all_brokers()).unwrap()["min.insync.replicas"], "1");
    // LeaderChange, then the bootstrap transaction of nine records.
    assert_eq!((image.next_offset, image.epoch, controller.epoch()), (10, 1, 1));
    let quorum = fs::read_to_string(folder.path().join("__cluster_metadata-0/quorum-state")).unwrap();
    assert!(quorum.contains(r#""leaderId":1,"leaderEpoch":1"#), "{quorum}");
}

#[test]
fn what_was_changed_is_there_after_a_kill_and_after_a_stop() {
    let folder = tempfile::tempdir().unwrap();
    let controller = open(folder.path());
    assert_eq!(start_broker(&controller), 10);
    create_topic(&controller, "orders", 3);
    let before = controller.image();
    drop(controller);
    for start in 2..5 {
        let controller = open(folder.path());
        assert_eq!(controller.epoch(), start);
        assert_eq!(dump(&controller.image()), dump(&before));
        if start == 3 {
            controller.snapshot().unwrap();
            controller.close().unwrap();
        }
    }
}

#[test]
fn leader_epochs_grow_with_each_start() {
    let folder = tempfile::tempdir().unwrap();
    for epoch in 0..4 {
        let controller = open(folder.path());
        start_broker(&controller);
        if epoch == 0 {
            create_topic(&controller, "t", 2);
        }
        let image = controller.image();
        let partition = image.topics.by_name("t").unwrap().partition(1).unwrap();
        assert_eq!((partition.leader, partition.leader_epoch, partition.partition_epoch), (1, epoch, epoch));
        if epoch % 2 == 0 {
            controller.change(|image| fence(image, 1)).unwrap();
            assert!(controller.image().broker(1).unwrap().fenced);
            controller.close().unwrap();
        }
    }
}

#[test]
fn a_folder_of_apache_kafkas_is_loaded_whole() {
    let folder = kafka_folder();
    let loaded = load::load(&folder.path().join(log::FOLDER), "c".into(), 1).unwrap();
    let image = &loaded.image;
    assert_eq!((loaded.epoch, loaded.snapshots.len(), loaded.open_transaction.is_some()), (3, 1, false));
    assert_eq!(image.topics.names(), ["a.b", "orders"]);
    assert_eq!(image.topics.partition_count(), 5);
    let orders = image.topic_overrides("orders").unwrap();
    assert_eq!((orders["cleanup.policy"].as_str(), orders["retention.ms"].as_str()), ("compact", "86400000"));
    assert_eq!(image.overrides(&Resource::all_brokers()).unwrap()["log.retention.ms"], "1000000");
    assert_eq!(image.producer_ids.unwrap().next, 1000);
    assert_eq!((image.scram.len(), image.quotas.len(), image.acls.len(), image.unknown.len()), (1, 1, 1, 0));
    let broker = image.broker(1).unwrap();
    assert_eq!((broker.end_points[0].port, broker.rack.as_deref(), broker.fenced), (29392, Some("r1"), false));
    assert_eq!(image.controllers.len(), 1);
    // Without the snapshot the whole log says the same.
    fs::remove_file(loaded.snapshots[0].path(&folder.path().join(log::FOLDER))).unwrap();
    let again = load::load(&folder.path().join(log::FOLDER), "c".into(), 1).unwrap();
    // The original's snapshots forget who took the last producer ids, and mix the features' order.
    let same = |image: &Image| {
        let told = |line: &String| !line.starts_with("ProducerIds") && !line.starts_with("Register");
        dump(image).into_iter().filter(told).collect::<Vec<_>>()
    };
    assert_eq!(same(&again.image), same(image));
    assert_eq!(again.image.next_offset, image.next_offset);
}

#[test]
fn a_broker_takes_over_what_apache_kafka_led() {
    let folder = kafka_folder();
    let before = load::load(&folder.path().join(log::FOLDER), "c".into(), 1).unwrap().image;
    let controller = open(folder.path());
    assert_eq!(controller.epoch(), 4);
    start_broker(&controller);
    let (after, topic) = (controller.image(), "orders");
    for (new, old) in
        after.topics.by_name(topic).unwrap().partitions.iter().zip(&before.topics.by_name(topic).unwrap().partitions)
    {
        assert_eq!((new.leader, new.isr.as_slice(), new.directory(1)), (1, &[1][..], Some(DIRECTORY)));
        assert_eq!(new.leader_epoch, old.leader_epoch + 1);
    }
    assert_eq!(after.scram, before.scram);
}

#[test]
fn a_snapshot_gives_the_same_image_and_shortens_the_log() {
    let folder = tempfile::tempdir().unwrap();
    let controller = open(folder.path());
    start_broker(&controller);
    create_topic(&controller, "a", 2);
    controller.snapshot().unwrap();
    create_topic(&controller, "b", 2);
    controller.snapshot().unwrap();
    create_topic(&controller, "c", 2);
    controller.snapshot().unwrap();
    let before = controller.image();
    drop(controller);
    let dir = folder.path().join(log::FOLDER);
    let snapshots = snapshot::SnapshotId::list(&dir).unwrap();
    assert_eq!(snapshots.len(), 2);
    let first_log = format!("{:020}.log", snapshots[0].end);
    assert!(dir.join(first_log).exists() && !dir.join("00000000000000000000.log").exists());
    assert_eq!(dump(&open(folder.path()).image()), dump(&before));
    // A damaged latest snapshot: the one before it and the log do.
    let latest = snapshots[1].path(&dir);
    let bytes = fs::read(&latest).unwrap();
    for cut in [bytes.len() - 1, bytes.len() / 2, 0] {
        fs::write(&latest, &bytes[..cut]).unwrap();
        assert_eq!(dump(&load::load(&dir, "c".into(), 1).unwrap().image), dump(&before), "cut at {cut}");
    }
    // A log that was lost: the snapshot is what there is.
    fs::write(&latest, &bytes).unwrap();
    for file in fs::read_dir(&dir).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_some_and(|e| e == "log") {
            fs::remove_file(path).unwrap();
        }
    }
    let controller = open(folder.path());
    assert_eq!(dump(&controller.image()), dump(&before));
    create_topic(&controller, "d", 1);
    drop(controller);
    assert_eq!(open(folder.path()).image().topics.len(), 4);
}

#[test]
fn records_of_unknown_types_survive_snapshots() {
    let folder = tempfile::tempdir().unwrap();
    let controller = open(folder.path());
    let unknown = Bytes::from_static(&[1, 99, 0, 7, 7]);
    controller.change(|_| Decision { records: vec![Record::Unknown(unknown.clone())], reply: () }).unwrap();
    controller.snapshot().unwrap();
    drop(controller);
    assert_eq!(open(folder.path()).image().unknown[..], [unknown]);
}

#[test]
fn a_torn_end_is_cut_off_at_any_byte_and_nothing_before_it() {
    let folder = tempfile::tempdir().unwrap();
    let controller = open(folder.path());
    start_broker(&controller);
    create_topic(&controller, "a", 1);
    let path = folder.path().join(log::FOLDER).join("00000000000000000000.log");
    let whole = fs::read(&path).unwrap();
    create_topic(&controller, "b", 1);
    drop(controller);
    let more = fs::read(&path).unwrap();
    for end in (whole.len()..more.len()).step_by(7) {
        fs::write(&path, &more[..end]).unwrap();
        let controller = open(folder.path());
        assert_eq!(controller.image().topics.names(), ["a"], "cut at {end}");
        create_topic(&controller, "c", 1);
        drop(controller);
        assert_eq!(open(folder.path()).image().topics.names(), ["a", "c"]);
    }
}

#[test]
fn a_transaction_that_was_left_open_is_as_if_it_had_not_begun() {
    let folder = tempfile::tempdir().unwrap();
    let controller = open(folder.path());
    start_broker(&controller);
    create_topic(&controller, "a", 1);
    let before = dump(&controller.image());
    let id = controller.image().topics.id("a").unwrap();
    let records: Vec<Record> =
        vec![BeginTransactionRecord::default().into(), RemoveTopicRecord { topic_id: id, ..Default::default() }.into()];
    controller.change(|_| Decision { records, reply: () }).unwrap();
    drop(controller);
    for _ in 0..2 {
        let controller = open(folder.path());
        assert_eq!(dump(&controller.image()), before);
    }
}

#[test]
fn a_cluster_of_several_controllers_or_of_a_later_level_is_refused_untouched() {
    let folder = kafka_folder();
    let dir = folder.path().join(log::FOLDER);
    let state = dir.join("quorum-state");
    let text = fs::read_to_string(&state).unwrap();
    fs::write(&state, text.replace(r#"[{"voterId":1}]"#, r#"[{"voterId":1},{"voterId":2}]"#)).unwrap();
    let error = Controller::open(options(folder.path())).err().unwrap().to_string();
    assert!(error.contains("the nodes [1, 2]"), "{error}");
    fs::write(&state, &text).unwrap();
    let level: Record = bootstrap::level("metadata.version", 31);
    let mut batch = BatchBuilder::new().base_offset(load::load(&dir, "c".into(), 1).unwrap().image.next_offset);
    batch.append(0, None, Some(&level.encode(30).unwrap()));
    let path = dir.join("00000000000000000000.log");
    let mut bytes = fs::read(&path).unwrap();
    bytes.extend(batch.build());
    fs::write(&path, &bytes).unwrap();
    let error = Controller::open(options(folder.path())).err().unwrap().to_string();
    assert!(
        error.starts_with("the cluster is at metadata.version 31, and this version of kt knows it up to 30"),
        "{error}"
    );
    assert_eq!((fs::read(&path).unwrap(), fs::read_to_string(&state).unwrap()), (bytes, text));
}

#[test]
fn ten_thousand_topics_are_made_and_taken_away_quickly() {
    let folder = tempfile::tempdir().unwrap();
    let controller = open(folder.path());
    start_broker(&controller);
    let start = std::time::Instant::now();
    create_topic(&controller, "wide", 9_999);
    for i in 0..1_000 {
        create_topic(&controller, &format!("t{i}"), 1);
    }
    let ids: Vec<Uuid> = controller.image().topics.iter().map(|t| t.id).collect();
    for topic_id in ids {
        let remove = RemoveTopicRecord { topic_id, ..Default::default() };
        controller.change(|_| Decision { records: vec![remove.into()], reply: () }).unwrap();
    }
    // A thousandth of this is expected; the limit is for what grows with the square.
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
    assert!(controller.image().topics.is_empty());
}

#[test]
fn producer_ids_come_in_blocks_and_never_twice() {
    let folder = tempfile::tempdir().unwrap();
    let mut first = Vec::new();
    for _ in 0..3 {
        let controller = open(folder.path());
        let epoch = start_broker(&controller);
        let block = controller.change(|image| producer_ids::allocate(image, 1, epoch)).unwrap().reply.unwrap();
        first.push((block.first, block.count));
        let stale = controller.change(|image| producer_ids::allocate(image, 1, epoch - 1)).unwrap().reply.unwrap_err();
        assert_eq!(stale.code.name(), "STALE_BROKER_EPOCH");
    }
    assert_eq!(first, [(0, 1000), (1000, 1000), (2000, 1000)]);
}

#[test]
fn a_failed_write_refuses_this_change_and_all_later_ones() {
    use crate::broker::log::fs::{Change, Hook};
    use std::sync::atomic::{AtomicBool, Ordering};
    struct Full(AtomicBool);
    impl Hook for Full {
        fn before(&self, change: &Change<'_>) -> std::io::Result<()> {
            match change {
                Change::Write { .. } if self.0.load(Ordering::Relaxed) => Err(std::io::ErrorKind::StorageFull.into()),
                _ => Ok(()),
            }
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let full = Arc::new(Full(AtomicBool::new(false)));
    let controller = Controller::open(Options { fs: Fs::with_hook(full.clone()), ..options(folder.path()) }).unwrap();
    start_broker(&controller);
    create_topic(&controller, "kept", 1);
    full.0.store(true, Ordering::Relaxed);
    let before = controller.image();
    let attempt = |controller: &Controller| controller.change(|image| fence(image, 1)).err();
    assert!(matches!(attempt(&controller), Some(ChangeError::Log(_))));
    full.0.store(false, Ordering::Relaxed);
    assert!(matches!(attempt(&controller), Some(ChangeError::Log(_))), "the log has latched");
    assert!(controller.offline().is_some() && Arc::ptr_eq(&before, &controller.image()));
    drop(controller);
    assert_eq!(open(folder.path()).image().topics.names(), ["kept"]);
}

#[test]
fn a_quorum_is_raised_once_and_stays_raised() {
    use kt_codec::voters_record::{Voter, VotersRecord};
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path().join(log::FOLDER);
    let voter = Voter { voter_id: 1, voter_directory_id: DIRECTORY, ..Default::default() };
    let voters = VotersRecord { voters: vec![voter], ..Default::default() };
    let controller = open(folder.path());
    start_broker(&controller);
    assert_eq!(controller.image().kraft_version, 0);
    create_topic(&controller, "before", 1);
    controller.raise_quorum(1, &voters).unwrap();
    let raised = controller.image().next_offset;
    controller.raise_quorum(1, &voters).unwrap();
    assert_eq!(controller.image().next_offset, raised, "nothing is written twice");
    create_topic(&controller, "behind", 1);
    assert!(fs::read_to_string(dir.join("quorum-state")).unwrap().ends_with("\"data_version\":1}"));
    drop(controller);
    for _ in 0..2 {
        let controller = open(folder.path());
        let image = controller.image();
        assert_eq!((image.kraft_version, image.topics.names()), (1, vec!["before".into(), "behind".into()]));
        assert!(image.voters.is_some());
        controller.snapshot().unwrap();
    }
}

#[test]
fn a_quorum_that_is_kept_in_the_log_stays_there() {
    use kt_codec::voters_record::{Voter, VotersRecord};
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path().join(log::FOLDER);
    fs::create_dir(&dir).unwrap();
    let voter = Voter { voter_id: 1, voter_directory_id: DIRECTORY, ..Default::default() };
    let voters = VotersRecord { voters: vec![voter], ..Default::default() };
    let path = snapshot::SnapshotId { end: 0, epoch: 0 }.path(&dir);
    fs::write(path, snapshot::quorum_file(1, &voters, 5).unwrap()).unwrap();
    for start in 1..4 {
        let controller = open(folder.path());
        let image = controller.image();
        assert_eq!(
            (controller.epoch(), image.kraft_version, features::finalized(&image)["kraft.version"]),
            (start, 1, 1)
        );
        assert!(fs::read_to_string(dir.join("quorum-state")).unwrap().ends_with("\"data_version\":1}"));
        controller.snapshot().unwrap();
        assert_eq!(load::load(&dir, "c".into(), 1).unwrap().image.voters, image.voters);
        assert!(load::load(&dir, "c".into(), 2).is_err(), "node 2 is none of its voters");
    }
}
