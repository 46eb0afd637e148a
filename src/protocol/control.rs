//! Control records: the end of a transaction in a partition, and the Raft records of the metadata log.
//!
//! A control record's key is a version and a type; its value depends on the type. A control batch holds exactly one
//! record when it ends a transaction. Consumers see them only on request, and producers must not send them.

use super::batch::{Batch, BatchBuilder, BatchError, NO_SEQUENCE};

/// The type in a control record's key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ControlType {
    Abort,
    Commit,
    LeaderChange,
    SnapshotHeader,
    SnapshotFooter,
    KraftVersion,
    KraftVoters,
    /// A later version's: to be kept and passed on, not understood.
    Unknown(i16),
}

impl ControlType {
    pub fn id(self) -> i16 {
        match self {
            Self::Abort => 0,
            Self::Commit => 1,
            Self::LeaderChange => 2,
            Self::SnapshotHeader => 3,
            Self::SnapshotFooter => 4,
            Self::KraftVersion => 5,
            Self::KraftVoters => 6,
            Self::Unknown(id) => id,
        }
    }

    pub fn from_id(id: i16) -> Self {
        match id {
            0 => Self::Abort,
            1 => Self::Commit,
            2 => Self::LeaderChange,
            3 => Self::SnapshotHeader,
            4 => Self::SnapshotFooter,
            5 => Self::KraftVersion,
            6 => Self::KraftVoters,
            other => Self::Unknown(other),
        }
    }

    /// The original's name for it (`ControlRecordType`).
    pub fn name(self) -> &'static str {
        match self {
            Self::Abort => "ABORT",
            Self::Commit => "COMMIT",
            Self::LeaderChange => "LEADER_CHANGE",
            Self::SnapshotHeader => "SNAPSHOT_HEADER",
            Self::SnapshotFooter => "SNAPSHOT_FOOTER",
            Self::KraftVersion => "KRAFT_VERSION",
            Self::KraftVoters => "KRAFT_VOTERS",
            Self::Unknown(_) => "UNKNOWN",
        }
    }

    /// The type that a control record's key names, or `None` when it is not such a key.
    pub fn from_key(key: &[u8]) -> Option<Self> {
        let (version, rest) = key.split_first_chunk::<2>()?;
        let (id, _) = rest.split_first_chunk::<2>()?;
        // Later versions may add fields behind these two, so a longer key is fine.
        (i16::from_be_bytes(*version) >= 0).then(|| Self::from_id(i16::from_be_bytes(*id)))
    }

    pub fn key(self) -> [u8; 4] {
        let id = self.id().to_be_bytes();
        [0, 0, id[0], id[1]]
    }
}

/// The end of one producer's transaction in one partition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EndTxnMarker {
    pub commit: bool,
    pub coordinator_epoch: i32,
}

impl EndTxnMarker {
    /// A batch with this one marker; base offset and leader epoch are set at the append.
    pub fn batch(&self, producer_id: i64, producer_epoch: i16, timestamp: i64) -> Vec<u8> {
        let kind = if self.commit { ControlType::Commit } else { ControlType::Abort };
        let mut value = [0; 6];
        value[2..].copy_from_slice(&self.coordinator_epoch.to_be_bytes());
        let mut builder =
            BatchBuilder::new().producer(producer_id, producer_epoch, NO_SEQUENCE).transactional().control();
        builder.append(timestamp, Some(&kind.key()), Some(&value));
        builder.build()
    }

    /// From a control record; `None` when it is of another type.
    pub fn from_record(key: Option<&[u8]>, value: Option<&[u8]>) -> Result<Option<Self>, BatchError> {
        let commit = match ControlType::from_key(key.unwrap_or_default()) {
            None => return Err(BatchError::Field("a control record has no valid key")),
            Some(ControlType::Commit) => true,
            Some(ControlType::Abort) => false,
            Some(_) => return Ok(None),
        };
        // version i16, coordinator epoch i32; later versions may append more.
        let value = value.unwrap_or_default();
        let epoch = value.get(2..6).ok_or(BatchError::Field("a transaction marker is cut off"))?;
        let coordinator_epoch = i32::from_be_bytes([epoch[0], epoch[1], epoch[2], epoch[3]]);
        Ok(Some(Self { commit, coordinator_epoch }))
    }

    /// From a control batch; `None` when it does not end a transaction. Control batches are never compressed.
    pub fn from_batch(batch: &Batch<'_>) -> Result<Option<Self>, BatchError> {
        if batch.header.is_compressed() {
            return Err(BatchError::Field("a control batch is compressed"));
        }
        match batch.iter(batch.payload()).next() {
            // Compaction may leave an empty control batch behind: it has lost its meaning along with its record.
            None => Ok(None),
            Some(record) => {
                let record = record?;
                Self::from_record(record.key, record.value)
            }
        }
    }
}

/// A control batch of the metadata log: one record of `kind` with an encoded message.
pub fn raft_control_batch(kind: ControlType, value: &[u8], timestamp: i64) -> Vec<u8> {
    let mut builder = BatchBuilder::new().control();
    builder.append(timestamp, Some(&kind.key()), Some(value));
    builder.build()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_marker_comes_back_from_its_batch() {
        for (commit, coordinator_epoch) in [(true, 0), (false, 7), (true, i32::MAX)] {
            let marker = EndTxnMarker { commit, coordinator_epoch };
            let bytes = marker.batch(12, 3, 1_000);
            let batch = Batch::parse(&bytes).unwrap();
            assert!(batch.crc_ok() && batch.header.is_control() && batch.header.is_transactional());
            assert_eq!(batch.header.base_sequence, NO_SEQUENCE);
            // The length of every marker that the original writes.
            assert_eq!(bytes.len(), 78);
            assert_eq!(EndTxnMarker::from_batch(&batch).unwrap(), Some(marker));
        }
    }

    #[test]
    fn raft_records_and_later_types_are_not_markers() {
        for kind in [ControlType::LeaderChange, ControlType::KraftVoters, ControlType::Unknown(99)] {
            assert_eq!(ControlType::from_key(&kind.key()), Some(kind));
            let bytes = raft_control_batch(kind, b"xyz", 5);
            assert_eq!(EndTxnMarker::from_batch(&Batch::parse(&bytes).unwrap()).unwrap(), None);
        }
    }

    #[test]
    fn broken_control_records_are_errors() {
        assert!(EndTxnMarker::from_record(None, None).is_err());
        assert!(EndTxnMarker::from_record(Some(&[0, 0, 0]), Some(&[0; 6])).is_err());
        assert!(EndTxnMarker::from_record(Some(&[0xff, 0xff, 0, 1]), Some(&[0; 6])).is_err());
        assert!(EndTxnMarker::from_record(Some(&ControlType::Commit.key()), Some(&[0; 5])).is_err());
        assert!(EndTxnMarker::from_record(Some(&ControlType::Commit.key()), None).is_err());
    }
}
