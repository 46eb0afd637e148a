//! `kt metadata-shell` on what Apache Kafka 4.3.1 left: a whole session reads as the original's (shell.in, shell.out).

use std::path::{Path, PathBuf};

use crate::support::{kt, kt_args};

const LOG: &str = "__cluster_metadata-0/00000000000000000000.log";

fn recorded() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/kafka-data")
}

#[test]
fn a_session_reads_as_the_originals() {
    let input = std::fs::read(recorded().join("shell.in")).unwrap();
    let output = std::fs::read_to_string(recorded().join("shell.out")).unwrap();
    kt_args(["metadata-shell", "--snapshot", LOG]).dir(recorded()).stdin(input).succeeds().stdout(&output);
}

#[test]
fn one_command_is_answered_from_all_of_the_file() {
    kt(&format!("metadata-shell --snapshot {LOG} cat /image/features/metadataVersion /image/provenance"))
        .dir(recorded())
        .succeeds()
        .stdout("Optional[4.3-IV0]\noffset 476, epoch 1, time 2026-11-21T14:56:28.145Z[UTC]\n");
    kt("metadata-shell -s bootstrap.checkpoint ls /image /local").dir(recorded()).succeeds().stdout(
        "image:\nacls\nclientQuotas\ncluster\nconfigs\ndelegationToken\nfeatures\nproducerIds\nprovenance\nscram\ntopics\n\n\
         local:\ncommitId\nversion\n",
    );
    // The commands of a session are no single commands.
    kt(&format!("metadata-shell --snapshot {LOG} cd /"))
        .dir(recorded())
        .succeeds()
        .stdout("invalid choice: 'cd' (choose from 'cat', 'find', 'ls', 'tree')\n");
}

#[test]
fn a_whole_data_folder_can_be_looked_into() {
    kt("metadata-shell --directory . ls /image/topics/byName")
        .dir(recorded())
        .succeeds()
        .stdout("__consumer_offsets\n__transaction_state\nboth\ncompact\nplain\nsmall\ntxn\n");
}

#[test]
fn the_end_of_stdin_is_the_end() {
    kt_args(["metadata-shell", "--snapshot", LOG])
        .dir(recorded())
        .stdin("pwd")
        .succeeds()
        .stdout("Loading...\nStarting...\n[ Kafka Metadata Shell ]\n>> /\n>> ");
}

#[test]
fn what_cannot_be_looked_into_is_told() {
    kt("metadata-shell ls /").fails(1).stderr_has("argument --snapshot/-s is required");
    kt("metadata-shell --snapshot nowhere.checkpoint ls /").fails(1).stderr_has("nowhere.checkpoint");
    kt("metadata-shell --snapshot plain-0/00000000000000000000.log ls /")
        .dir(recorded())
        .fails(1)
        .stderr_has("offset 0 of plain-0/00000000000000000000.log");
    kt("metadata-shell --directory answers ls /").dir(recorded()).fails(1).stderr_has("answers is no data folder");
}
