//! The records that coordinators keep (`__consumer_offsets` and the like), as JSON: one object each, without a newline,
//! as the original's formatters print them.
//!
//! Control records are told in the same way, for those who want to see them.
//!
//! A key begins with the number of its type, a value with its version. Types a formatter is not for print nothing.

use bytes::Bytes;
use kt_codec::json;
use kt_codec::reader::DecodeError;

use super::{FormatError, Formatter, Record};
use crate::protocol::batch::BatchHeader;
use crate::protocol::control::{ControlType, EndTxnMarker};

/// A type of record: its number, and the names of key and value.
type Kind = (i16, &'static str, &'static str);

/// Formatters by their class's simple name, and the types they are for.
const FORMATTERS: [(&str, &[Kind]); 5] = [
    (
        "OffsetsMessageFormatter",
        &[(0, "LegacyOffsetCommitKey", "LegacyOffsetCommitValue"), (1, "OffsetCommitKey", "OffsetCommitValue")],
    ),
    ("GroupMetadataMessageFormatter", &[(2, "GroupMetadataKey", "GroupMetadataValue")]),
    ("TransactionLogMessageFormatter", &[(0, "TransactionLogKey", "TransactionLogValue")]),
    (
        "ShareGroupMessageFormatter",
        &[
            (10, "ShareGroupMemberMetadataKey", "ShareGroupMemberMetadataValue"),
            (11, "ShareGroupMetadataKey", "ShareGroupMetadataValue"),
            (12, "ShareGroupTargetAssignmentMetadataKey", "ShareGroupTargetAssignmentMetadataValue"),
            (13, "ShareGroupTargetAssignmentMemberKey", "ShareGroupTargetAssignmentMemberValue"),
            (14, "ShareGroupCurrentMemberAssignmentKey", "ShareGroupCurrentMemberAssignmentValue"),
            (15, "ShareGroupStatePartitionMetadataKey", "ShareGroupStatePartitionMetadataValue"),
        ],
    ),
    (
        "group.share.ShareGroupStateMessageFormatter",
        &[(0, "ShareSnapshotKey", "ShareSnapshotValue"), (1, "ShareUpdateKey", "ShareUpdateValue")],
    ),
];

/// All types of the topics that Kafka keeps for itself.
const TOPICS: [(&str, &[Kind]); 3] = [
    (
        "__consumer_offsets",
        &[
            (0, "LegacyOffsetCommitKey", "LegacyOffsetCommitValue"),
            (1, "OffsetCommitKey", "OffsetCommitValue"),
            (2, "GroupMetadataKey", "GroupMetadataValue"),
            (3, "ConsumerGroupMetadataKey", "ConsumerGroupMetadataValue"),
            (4, "ConsumerGroupPartitionMetadataKey", "ConsumerGroupPartitionMetadataValue"),
            (5, "ConsumerGroupMemberMetadataKey", "ConsumerGroupMemberMetadataValue"),
            (6, "ConsumerGroupTargetAssignmentMetadataKey", "ConsumerGroupTargetAssignmentMetadataValue"),
            (7, "ConsumerGroupTargetAssignmentMemberKey", "ConsumerGroupTargetAssignmentMemberValue"),
            (8, "ConsumerGroupCurrentMemberAssignmentKey", "ConsumerGroupCurrentMemberAssignmentValue"),
            (10, "ShareGroupMemberMetadataKey", "ShareGroupMemberMetadataValue"),
            (11, "ShareGroupMetadataKey", "ShareGroupMetadataValue"),
            (12, "ShareGroupTargetAssignmentMetadataKey", "ShareGroupTargetAssignmentMetadataValue"),
            (13, "ShareGroupTargetAssignmentMemberKey", "ShareGroupTargetAssignmentMemberValue"),
            (14, "ShareGroupCurrentMemberAssignmentKey", "ShareGroupCurrentMemberAssignmentValue"),
            (15, "ShareGroupStatePartitionMetadataKey", "ShareGroupStatePartitionMetadataValue"),
            (16, "ConsumerGroupRegularExpressionKey", "ConsumerGroupRegularExpressionValue"),
        ],
    ),
    ("__transaction_state", &[(0, "TransactionLogKey", "TransactionLogValue")]),
    (
        "__share_group_state",
        &[(0, "ShareSnapshotKey", "ShareSnapshotValue"), (1, "ShareUpdateKey", "ShareUpdateValue")],
    ),
];

/// Key and value of a record that a coordinator keeps, as JSON on one line; the value of a tombstone is `None`. `None`
/// for records of other topics, and for those that kt does not know.
pub fn decoded(record: &Record<'_>) -> Option<(String, Option<String>)> {
    if let Some(batch) = record.batch.filter(|batch| batch.is_control()) {
        return control(batch, record);
    }
    let (_, kinds) = TOPICS.iter().find(|(topic, _)| *topic == record.topic)?;
    let (number, key) = numbered(record.key?)?;
    let (_, key_name, value_name) = kinds.iter().find(|(kind, ..)| *kind == number)?;
    let key = json::to_text(&read(key_name, 0, key).ok()?);
    let value = match record.value {
        None => None,
        Some(value) => {
            let (version, value) = numbered(value)?;
            let data = json::to_text(&read(value_name, version, value).ok()?);
            Some(format!("{{\"version\":{version},\"data\":{data}}}"))
        }
    };
    let name = key_name.trim_end_matches("Key");
    Some((format!("{{\"type\":{number},\"name\":\"{name}\",\"data\":{key}}}"), value))
}

/// A control record: its type, and all that is known of it.
fn control(batch: &BatchHeader, record: &Record<'_>) -> Option<(String, Option<String>)> {
    let kind = ControlType::from_key(record.key?)?.name();
    let mut told = serde_json::json!({
        "type": kind,
        "producerId": batch.producer_id,
        "producerEpoch": batch.producer_epoch,
    });
    if let Some(marker) = EndTxnMarker::from_record(record.key, record.value).ok()? {
        told["coordinatorEpoch"] = marker.coordinator_epoch.into();
    }
    Some((kind.to_owned(), Some(told.to_string())))
}

/// Prints the records of one coordinator.
pub struct CoordinatorFormatter {
    kinds: &'static [Kind],
}

impl CoordinatorFormatter {
    /// By the class's name behind `org.apache.kafka.tools.consumer.`
    pub fn by_class(simple: &str) -> Option<Self> {
        FORMATTERS.iter().find(|(name, _)| *name == simple).map(|(_, kinds)| Self { kinds })
    }
}

impl Formatter for CoordinatorFormatter {
    fn write(&mut self, record: &Record<'_>, out: &mut Vec<u8>) -> Result<(), FormatError> {
        let Some(key) = record.key else { return Ok(()) };
        let unreadable = |why: &dyn std::fmt::Display| FormatError {
            class: "java.lang.RuntimeException",
            message: format!("Could not read record at offset {} due to: {why}", record.offset),
        };
        let (number, key) = numbered(key).ok_or_else(|| unreadable(&"the key has no type"))?;
        let Some((_, key_name, value_name)) = self.kinds.iter().find(|(kind, ..)| *kind == number) else {
            return Ok(());
        };
        let key = json::to_text(&read(key_name, 0, key).map_err(|why| unreadable(&why))?);
        let value = match record.value {
            None => "null".to_owned(),
            Some(value) => {
                let (version, value) = numbered(value).ok_or_else(|| unreadable(&"the value has no version"))?;
                let data = json::to_text(&read(value_name, version, value).map_err(|why| unreadable(&why))?);
                format!("{{\"version\":{version},\"data\":{data}}}")
            }
        };
        let line = format!("{{\"key\":{{\"type\":{number},\"data\":{key}}},\"value\":{value}}}");
        out.extend_from_slice(line.as_bytes());
        Ok(())
    }
}

fn read(name: &'static str, version: i16, bytes: &[u8]) -> Result<serde_json::Value, DecodeError> {
    json::to_json(name, version, &Bytes::copy_from_slice(bytes))
}

/// The number in front, and the rest.
fn numbered(bytes: &[u8]) -> Option<(i16, &[u8])> {
    let (number, rest) = bytes.split_first_chunk::<2>()?;
    Some((i16::from_be_bytes(*number), rest))
}

#[cfg(test)]
mod tests {
    use super::super::Timestamp;
    use super::*;
    use kt_codec::Message;
    use kt_codec::offset_commit_key::OffsetCommitKey;
    use kt_codec::offset_commit_value::OffsetCommitValue;

    fn print(class: &str, key: &[u8], value: Option<&[u8]>) -> Result<String, FormatError> {
        let record = Record {
            topic: "__consumer_offsets",
            partition: 0,
            offset: 5,
            timestamp: Timestamp::None,
            key: Some(key),
            value,
            headers: &[],
            deliveries: None,
            batch: None,
        };
        let mut out = Vec::new();
        CoordinatorFormatter::by_class(class).unwrap().write(&record, &mut out)?;
        Ok(String::from_utf8(out).unwrap())
    }

    fn commit() -> (Vec<u8>, Vec<u8>) {
        let key = OffsetCommitKey { group: "g1".into(), topic: "t".into(), partition: 0, ..Default::default() };
        let value = OffsetCommitValue { offset: 2, leader_epoch: 0, commit_timestamp: 9, ..Default::default() };
        ([&[0, 1][..], &key.to_bytes(0).unwrap()].concat(), [&[0, 3][..], &value.to_bytes(3).unwrap()].concat())
    }

    #[test]
    fn the_end_of_a_transaction_says_whose_it_was() {
        let bytes = EndTxnMarker { commit: false, coordinator_epoch: 7 }.batch(4000, 2, 1000);
        let batch = crate::protocol::batch::Batch::parse(&bytes).unwrap();
        let marker = batch.iter(batch.payload()).next().unwrap().unwrap();
        let record = Record {
            topic: "t",
            partition: 0,
            offset: 5,
            timestamp: Timestamp::Create(1000),
            key: marker.key,
            value: marker.value,
            headers: &[],
            deliveries: None,
            batch: Some(&batch.header),
        };
        let told = r#"{"type":"ABORT","producerId":4000,"producerEpoch":2,"coordinatorEpoch":7}"#;
        assert_eq!(decoded(&record), Some(("ABORT".to_owned(), Some(told.to_owned()))));
    }

    #[test]
    fn a_commit_prints_as_the_original_prints_it() {
        let (key, value) = commit();
        assert_eq!(
            print("OffsetsMessageFormatter", &key, Some(&value)).unwrap(),
            r#"{"key":{"type":1,"data":{"group":"g1","topic":"t","partition":0}},"value":{"version":3,"data":{"offset":2,"leaderEpoch":0,"metadata":"","commitTimestamp":9}}}"#
        );
        assert_eq!(
            print("OffsetsMessageFormatter", &key, None).unwrap(),
            r#"{"key":{"type":1,"data":{"group":"g1","topic":"t","partition":0}},"value":null}"#
        );
    }

    #[test]
    fn a_topic_of_kafkas_own_is_read_without_naming_a_class() {
        let (key, value) = commit();
        let mut record = Record {
            topic: "__consumer_offsets",
            partition: 0,
            offset: 5,
            timestamp: Timestamp::None,
            key: Some(&key),
            value: Some(&value),
            headers: &[],
            deliveries: None,
            batch: None,
        };
        let (key, value) = decoded(&record).unwrap();
        assert_eq!(key, r#"{"type":1,"name":"OffsetCommit","data":{"group":"g1","topic":"t","partition":0}}"#);
        assert!(value.unwrap().starts_with(r#"{"version":3,"data":{"offset":2,"#));
        record.value = None;
        assert_eq!(decoded(&record).unwrap().1, None);
        record.topic = "orders";
        assert_eq!(decoded(&record), None);
        record.topic = "__transaction_state";
        assert_eq!(decoded(&record), None, "a type that is not known there");
    }

    #[test]
    fn records_of_other_types_print_nothing() {
        let (key, value) = commit();
        assert_eq!(print("GroupMetadataMessageFormatter", &key, Some(&value)).unwrap(), "");
        assert_eq!(print("OffsetsMessageFormatter", &[0, 99, 1], None).unwrap(), "");
    }

    #[test]
    fn what_cannot_be_read_is_an_error_with_its_offset() {
        let (key, _) = commit();
        for (key, value) in [(&key[..5], None), (&key[..], Some(&[0u8][..])), (&key[..], Some(&[0, 77][..]))] {
            let error = print("OffsetsMessageFormatter", key, value).unwrap_err();
            assert!(error.message.starts_with("Could not read record at offset 5 due to: "), "{error}");
        }
    }
}
