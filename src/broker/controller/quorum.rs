//! `quorum-state`: which epoch the controller's quorum is in, and who votes.
//!
//! kt's quorum is this node alone, so the file says so; the epoch grows with each start, and is on disk before the first
//! batch of that epoch. Apache Kafka reads and writes the same file.

use std::io;
use std::path::Path;

use serde_json::{Map, Value, json};

use crate::broker::log::Fs;

pub const FILE: &str = "quorum-state";

/// What the file says, of either of its versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuorumState {
    pub leader_id: i32,
    pub leader_epoch: i32,
    /// Where the voters come from the configuration (kraft.version 0).
    pub voters: Option<Vec<i32>>,
    /// 0 with the voters in this file, 1 with the voters in the log.
    pub version: i16,
}

impl QuorumState {
    /// `None` when there is no such file.
    pub fn read(dir: &Path) -> io::Result<Option<QuorumState>> {
        match std::fs::read_to_string(dir.join(FILE)) {
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(None),
            text => parse(&text?)
                .map(Some)
                .ok_or_else(|| io::Error::new(io::ErrorKind::InvalidData, "the file is not what Apache Kafka writes")),
        }
    }

    /// Replaces the file; it is on disk when this returns.
    pub fn write(&self, fs: &Fs, dir: &Path) -> io::Result<()> {
        fs.replace(&dir.join(FILE), self.to_json().as_bytes())
    }

    fn to_json(&self) -> String {
        if self.version == 0 {
            let voters: Vec<Value> = self.voters.iter().flatten().map(|id| json!({ "voterId": id })).collect();
            return json!({
                "clusterId": "",
                "leaderId": self.leader_id,
                "leaderEpoch": self.leader_epoch,
                "votedId": -1,
                "appliedOffset": 0,
                "currentVoters": voters,
                "data_version": 0,
            })
            .to_string();
        }
        json!({
            "leaderId": self.leader_id,
            "leaderEpoch": self.leader_epoch,
            "votedId": -1,
            "votedDirectoryId": kt_codec::Uuid::ZERO.to_string(),
            "data_version": 1,
        })
        .to_string()
    }
}

fn parse(text: &str) -> Option<QuorumState> {
    let Value::Object(fields) = serde_json::from_str(text).ok()? else { return None };
    let number = |fields: &Map<String, Value>, name: &str| fields.get(name)?.as_i64()?.try_into().ok();
    let version: i32 = number(&fields, "data_version")?;
    let voters = match fields.get("currentVoters") {
        Some(Value::Array(voters)) => {
            Some(voters.iter().map(|v| number(v.as_object()?, "voterId")).collect::<Option<Vec<i32>>>()?)
        }
        _ => None,
    };
    Some(QuorumState {
        leader_id: number(&fields, "leaderId")?,
        leader_epoch: number(&fields, "leaderEpoch")?,
        voters,
        version: i16::try_from(version).ok().filter(|v| (0..=1).contains(v))?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_the_originals_to_the_byte() {
        let state = QuorumState { leader_id: 1, leader_epoch: 1, voters: Some(vec![1]), version: 0 };
        let text = r#"{"clusterId":"","leaderId":1,"leaderEpoch":1,"votedId":-1,"appliedOffset":0,"currentVoters":[{"voterId":1}],"data_version":0}"#;
        assert_eq!((state.to_json().as_str(), parse(text)), (text, Some(state)));
        let state = QuorumState { leader_id: -1, leader_epoch: 2, voters: None, version: 1 };
        let text = r#"{"leaderId":-1,"leaderEpoch":2,"votedId":-1,"votedDirectoryId":"AAAAAAAAAAAAAAAAAAAAAA","data_version":1}"#;
        assert_eq!((state.to_json().as_str(), parse(text)), (text, Some(state)));
    }

    #[test]
    fn what_is_no_quorum_state_is_not_taken_for_one() {
        for text in ["", "{}", "[]", "{\"data_version\":2,\"leaderId\":1,\"leaderEpoch\":1}", "{\"data_version\":0}"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
