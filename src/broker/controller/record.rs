//! The records of the metadata log: the 26 types of 4.3.1, and how each is framed.
//!
//! A record's value is a frame version (1), the type and the record's version, each an unsigned varint, then the
//! record in its flexible encoding. Which version is written follows from the cluster's metadata.version, so that
//! every broker of that level can read it. A type that this program does not know is kept as it came and written
//! into every snapshot; a version above the ones it knows is refused, for its meaning cannot be guessed.

use bytes::Bytes;
use kt_codec::{DecodeError, EncodeError, Message, Reader, Writer};

const FRAME_VERSION: u32 = 1;

/// Levels of metadata.version at which records change.
pub mod level {
    /// The last one this program reads and writes: 4.3-IV0.
    pub const LATEST: i16 = 30;
    /// The first one with all topics and configs in the log, 3.3-IV3.
    pub const FIRST: i16 = 7;
    pub const ZK_BROKERS: i16 = 8;
    pub const TRANSACTIONS: i16 = 13;
    pub const DIRECTORIES: i16 = 17;
    pub const ELIGIBLE_LEADERS: i16 = 23;
    pub const CORDONED_DIRECTORIES: i16 = 30;
}

/// Why a value of the metadata log is not a record.
#[derive(Debug, Clone, PartialEq)]
pub enum RecordError {
    FrameVersion(u32),
    Version { name: &'static str, version: u32, known: i16 },
    Decode { name: &'static str, error: DecodeError },
    Frame(DecodeError),
}

impl std::fmt::Display for RecordError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::FrameVersion(v) => {
                write!(f, "a metadata record has frame version {v}, only {FRAME_VERSION} is known")
            }
            Self::Version { name, version, known } => {
                write!(f, "a {name} has version {version}, versions up to {known} are known")
            }
            Self::Decode { name, error } => write!(f, "a {name} cannot be read: {error}"),
            Self::Frame(error) => write!(f, "a metadata record has no valid frame: {error}"),
        }
    }
}

impl std::error::Error for RecordError {}

macro_rules! records {
    ($($key:literal $name:ident in $module:ident::$message:ident)*) => {
        $(pub use kt_codec::$module::$message;)*

        /// One change of the metadata.
        #[derive(Debug, Clone, PartialEq)]
        pub enum Record {
            $($name($message),)*
            /// Of a type that is not known: the whole frame.
            Unknown(Bytes),
        }

        $(impl From<$message> for Record {
            fn from(record: $message) -> Record {
                Record::$name(record)
            }
        })*

        impl Record {
            /// From the value of a record in the log.
            pub fn decode(value: Bytes) -> Result<Record, RecordError> {
                let mut r = Reader::new(value.clone());
                let frame_version = r.uvarint().map_err(RecordError::Frame)?;
                if frame_version != FRAME_VERSION {
                    return Err(RecordError::FrameVersion(frame_version));
                }
                let kind = r.uvarint().map_err(RecordError::Frame)?;
                let version = r.uvarint().map_err(RecordError::Frame)?;
                match kind {
                    $($key => {
                        let known = $message::VERSIONS.1;
                        let name = $message::NAME;
                        let supported = i16::try_from(version).ok().filter(|v| *v <= known);
                        let version = supported.ok_or(RecordError::Version { name, version, known })?;
                        let record = $message::decode(&mut r, version).and_then(|m| r.finish().map(|()| m));
                        record.map(Record::$name).map_err(|error| RecordError::Decode { name, error })
                    })*
                    _ => Ok(Record::Unknown(value)),
                }
            }

            /// The value to write in a cluster of this metadata.version.
            pub fn encode(&self, level: i16) -> Result<Bytes, EncodeError> {
                let version = self.version(level);
                let mut w = Writer::new();
                match self {
                    $(Record::$name(record) => {
                        w.uvarint(FRAME_VERSION);
                        w.uvarint($key);
                        w.uvarint(version as u32);
                        record.encode(&mut w, version)?;
                    })*
                    Record::Unknown(frame) => return Ok(frame.clone()),
                }
                Ok(w.into_bytes())
            }

            /// The name in the original's definitions.
            pub fn name(&self) -> &'static str {
                match self {
                    $(Record::$name(_) => $message::NAME,)*
                    Record::Unknown(_) => "record of an unknown type",
                }
            }
        }
    };
}

records! {
    0 RegisterBroker in register_broker_record::RegisterBrokerRecord
    1 UnregisterBroker in unregister_broker_record::UnregisterBrokerRecord
    2 Topic in topic_record::TopicRecord
    3 Partition in partition_record::PartitionRecord
    4 Config in config_record::ConfigRecord
    5 PartitionChange in partition_change_record::PartitionChangeRecord
    7 FenceBroker in fence_broker_record::FenceBrokerRecord
    8 UnfenceBroker in unfence_broker_record::UnfenceBrokerRecord
    9 RemoveTopic in remove_topic_record::RemoveTopicRecord
    10 DelegationToken in delegation_token_record::DelegationTokenRecord
    11 UserScramCredential in user_scram_credential_record::UserScramCredentialRecord
    12 FeatureLevel in feature_level_record::FeatureLevelRecord
    14 ClientQuota in client_quota_record::ClientQuotaRecord
    15 ProducerIds in producer_ids_record::ProducerIdsRecord
    17 BrokerRegistrationChange in broker_registration_change_record::BrokerRegistrationChangeRecord
    18 AccessControlEntry in access_control_entry_record::AccessControlEntryRecord
    19 RemoveAccessControlEntry in remove_access_control_entry_record::RemoveAccessControlEntryRecord
    20 NoOp in no_op_record::NoOpRecord
    21 ZkMigrationState in zk_migration_state_record::ZkMigrationStateRecord
    22 RemoveUserScramCredential in remove_user_scram_credential_record::RemoveUserScramCredentialRecord
    23 BeginTransaction in begin_transaction_record::BeginTransactionRecord
    24 EndTransaction in end_transaction_record::EndTransactionRecord
    25 AbortTransaction in abort_transaction_record::AbortTransactionRecord
    26 RemoveDelegationToken in remove_delegation_token_record::RemoveDelegationTokenRecord
    27 RegisterController in register_controller_record::RegisterControllerRecord
    28 ClearElr in clear_elr_record::ClearElrRecord
}

impl Record {
    /// The version the original writes at this metadata.version, as its MetadataVersion class has it.
    fn version(&self, at: i16) -> i16 {
        match self {
            Record::RegisterBroker(_) => match at {
                level::CORDONED_DIRECTORIES.. => 4,
                level::DIRECTORIES.. => 3,
                level::ZK_BROKERS.. => 2,
                _ => 1,
            },
            Record::Partition(_) | Record::PartitionChange(_) => match at {
                level::ELIGIBLE_LEADERS.. => 2,
                level::DIRECTORIES.. => 1,
                _ => 0,
            },
            Record::BrokerRegistrationChange(change) => {
                if change.cordoned_log_dirs.is_some() {
                    3
                } else if !change.log_dirs.is_empty() {
                    2
                } else {
                    i16::from(change.in_controlled_shutdown != 0)
                }
            }
            _ => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kt_codec::Uuid;

    fn partition() -> Record {
        PartitionRecord {
            partition_id: 3,
            topic_id: Uuid([7; 16]),
            replicas: vec![1],
            isr: vec![1],
            leader: 1,
            leader_epoch: 0,
            partition_epoch: 0,
            ..Default::default()
        }
        .into()
    }

    #[test]
    fn a_record_comes_back_and_its_version_follows_metadata_version() {
        for (level, version) in [(7, 0), (16, 0), (17, 1), (22, 1), (23, 2), (30, 2)] {
            let value = partition().encode(level).unwrap();
            assert_eq!(value[..3], [1, 3, version], "at level {level}");
            assert_eq!(Record::decode(value), Ok(partition()));
        }
    }

    #[test]
    fn an_unknown_type_is_kept_as_it_came() {
        let frame = Bytes::from_static(&[1, 99, 0, 1, 2, 3]);
        let record = Record::decode(frame.clone()).unwrap();
        assert_eq!(record, Record::Unknown(frame.clone()));
        assert_eq!(record.encode(30).unwrap(), frame);
    }

    #[test]
    fn a_later_version_of_a_known_type_is_refused() {
        let frame = Bytes::from_static(&[1, 2, 1, 0]);
        assert_eq!(
            Record::decode(frame).unwrap_err().to_string(),
            "a TopicRecord has version 1, versions up to 0 are known"
        );
    }

    #[test]
    fn no_bytes_make_it_panic() {
        let whole = partition().encode(30).unwrap();
        for end in 0..whole.len() {
            assert!(Record::decode(whole.slice(..end)).is_err());
        }
        for kind in 0..40u8 {
            for fill in [0u8, 1, 0x7f, 0xff] {
                let mut frame = vec![1, kind, 0];
                frame.extend([fill; 40]);
                let _ = Record::decode(frame.into());
            }
        }
        assert!(Record::decode(Bytes::from_static(&[2, 3, 0])).is_err());
    }
}
