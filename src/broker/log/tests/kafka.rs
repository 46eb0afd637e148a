//! Folders that Apache Kafka has written (tests/fixtures/log, made by the program beside them): the same batches give
//! the same files here, to the byte.

use std::collections::BTreeMap;
use std::fs;

use super::*;

fn fixture() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/log/fixture-0")
}

/// As the topic was made.
fn fixture_config() -> LogConfig {
    LogConfig { index_interval_bytes: 300, segment_ms: 60_000, retention_ms: -1, ..LogConfig::default() }
}

fn files(dir: &Path) -> BTreeMap<String, Vec<u8>> {
    let read = |e: fs::DirEntry| (e.file_name().into_string().unwrap(), fs::read(e.path()).unwrap());
    fs::read_dir(dir).unwrap().map(|e| read(e.unwrap())).collect()
}

fn assert_same(ours: &Path, what: &str) {
    let (ours, theirs) = (files(ours), files(&fixture()));
    let names = |files: &BTreeMap<String, Vec<u8>>| {
        files.keys().filter(|n| *n != "partition.metadata").cloned().collect::<Vec<_>>()
    };
    assert_eq!(names(&ours), names(&theirs), "{what}");
    for (name, bytes) in &ours {
        assert!(*bytes == theirs[name], "{what}: {name} differs\n{bytes:?}\n{:?}", theirs[name]);
    }
}

fn copy_of_fixture() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("f")).unwrap();
    for (name, bytes) in files(&fixture()) {
        fs::write(dir.path().join("f").join(name), bytes).unwrap();
    }
    dir
}

const CLEAN: OpenHints = OpenHints { clean_shutdown: true, recovery_point: 123, log_start: 0, was_compacted: false };

#[test]
fn the_same_batches_give_the_same_files() {
    let mut all = Vec::new();
    for (name, bytes) in files(&fixture()) {
        if name.ends_with(".log") {
            all.extend(batch::batches(&bytes).map(|b| b.unwrap().bytes().to_vec()));
        }
    }
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("f");
    let mut log = open(&path, &fixture_config(), OpenHints::new_log());
    for batch in &all {
        log.append_follower(batch, NOW).unwrap();
    }
    log.close().unwrap().run(&Fs::default()).unwrap();
    assert_same(&path, "appended one by one");

    // As a leader, from the batches as their producers had sent them.
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("f");
    let mut log = open(&path, &fixture_config(), OpenHints::new_log());
    for mut batch in all {
        let control = first(&batch).header.is_control();
        batch::set_base_offset(&mut batch, 0);
        batch::set_leader_epoch(&mut batch, -1);
        let origin = if control { Origin::Coordinator } else { Origin::Client };
        log.append_leader(&batch, &Append { transaction_version: 2, ..Append::new(origin, 0) }, NOW).unwrap();
    }
    log.close().unwrap().run(&Fs::default()).unwrap();
    assert_same(&path, "appended as a leader");
}

#[test]
fn a_folder_of_kafkas_is_opened_and_closed_without_a_change() {
    let dir = copy_of_fixture();
    let path = dir.path().join("f");
    let mut log = open(&path, &fixture_config(), CLEAN);
    let view = log.view().clone();
    assert_eq!((view.log_start(), view.log_end(), view.flushed()), (0, 123, 123));
    assert_eq!(view.last_stable(123), 123);
    assert_eq!(view.aborted_txns(0, 123).unwrap().len(), 3);
    assert_eq!(log.producers().count(), 2);
    assert_eq!(read_values(&view, 0, 123).len(), 123);
    log.close().unwrap().run(&Fs::default()).unwrap();
    assert_same(&path, "opened and closed");
}

#[test]
fn what_a_crash_takes_away_is_rebuilt_as_it_was() {
    for missing in ["index", "timeindex", "txnindex", "snapshot", "leader-epoch-checkpoint", "all"] {
        let dir = copy_of_fixture();
        let path = dir.path().join("f");
        for name in files(&path).keys() {
            let small = !name.ends_with(".log") && name != "partition.metadata";
            if name.ends_with(missing) || missing == "all" && small {
                fs::remove_file(path.join(name)).unwrap();
            }
        }
        let hints = OpenHints { clean_shutdown: false, ..OpenHints::new_log() };
        let mut log = open(&path, &fixture_config(), hints);
        log.close().unwrap().run(&Fs::default()).unwrap();
        assert_same(&path, missing);
    }
}
