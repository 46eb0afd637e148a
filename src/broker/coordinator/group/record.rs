//! The records of `__consumer_offsets`, typed. Those of streams groups are not known here: they stay on the disk as they
//! are.

use bytes::{BufMut, Bytes, BytesMut};
use kt_codec::consumer_group_current_member_assignment_key::ConsumerGroupCurrentMemberAssignmentKey;
use kt_codec::consumer_group_current_member_assignment_value::ConsumerGroupCurrentMemberAssignmentValue;
use kt_codec::consumer_group_member_metadata_key::ConsumerGroupMemberMetadataKey;
use kt_codec::consumer_group_member_metadata_value::ConsumerGroupMemberMetadataValue;
use kt_codec::consumer_group_metadata_key::ConsumerGroupMetadataKey;
use kt_codec::consumer_group_metadata_value::ConsumerGroupMetadataValue;
use kt_codec::consumer_group_partition_metadata_key::ConsumerGroupPartitionMetadataKey;
use kt_codec::consumer_group_partition_metadata_value::ConsumerGroupPartitionMetadataValue;
use kt_codec::consumer_group_regular_expression_key::ConsumerGroupRegularExpressionKey;
use kt_codec::consumer_group_regular_expression_value::ConsumerGroupRegularExpressionValue;
use kt_codec::consumer_group_target_assignment_member_key::ConsumerGroupTargetAssignmentMemberKey;
use kt_codec::consumer_group_target_assignment_member_value::ConsumerGroupTargetAssignmentMemberValue;
use kt_codec::consumer_group_target_assignment_metadata_key::ConsumerGroupTargetAssignmentMetadataKey;
use kt_codec::consumer_group_target_assignment_metadata_value::ConsumerGroupTargetAssignmentMetadataValue;
use kt_codec::group_metadata_key::GroupMetadataKey;
use kt_codec::group_metadata_value::GroupMetadataValue;
use kt_codec::offset_commit_key::OffsetCommitKey;
use kt_codec::offset_commit_value::OffsetCommitValue;
use kt_codec::share_group_current_member_assignment_key::ShareGroupCurrentMemberAssignmentKey;
use kt_codec::share_group_current_member_assignment_value::ShareGroupCurrentMemberAssignmentValue;
use kt_codec::share_group_member_metadata_key::ShareGroupMemberMetadataKey;
use kt_codec::share_group_member_metadata_value::ShareGroupMemberMetadataValue;
use kt_codec::share_group_metadata_key::ShareGroupMetadataKey;
use kt_codec::share_group_metadata_value::ShareGroupMetadataValue;
use kt_codec::share_group_state_partition_metadata_key::ShareGroupStatePartitionMetadataKey;
use kt_codec::share_group_state_partition_metadata_value::ShareGroupStatePartitionMetadataValue;
use kt_codec::share_group_target_assignment_member_key::ShareGroupTargetAssignmentMemberKey;
use kt_codec::share_group_target_assignment_member_value::ShareGroupTargetAssignmentMemberValue;
use kt_codec::share_group_target_assignment_metadata_key::ShareGroupTargetAssignmentMetadataKey;
use kt_codec::share_group_target_assignment_metadata_value::ShareGroupTargetAssignmentMetadataValue;
use kt_codec::{DecodeError, EncodeError, Message, Reader, Str};

/// One variant for each sort of record: its number, key and value. No value is a tombstone.
macro_rules! records {
    ($($(#[$doc:meta])* $number:literal $name:ident($key:ident, $value:ident),)*) => {
        #[derive(Clone, Debug, PartialEq)]
        pub enum Record {
            $($(#[$doc])* $name($key, Option<$value>),)*
        }

        impl Record {
            pub fn encode(&self) -> Result<(Bytes, Option<Bytes>), EncodeError> {
                match self {
                    $(Record::$name(key, value) => {
                        let value = value.as_ref().map(|v| numbered(v.stored_version(), v)).transpose()?;
                        Ok((numbered_key($number, key)?, value))
                    })*
                }
            }

            pub fn decode(key: Bytes, value: Option<Bytes>) -> Result<Option<Record>, DecodeError> {
                let mut key = Reader::new(key);
                let value = value.map(Reader::new);
                match key.i16()? {
                    // A commit of long ago: the same fields under another number.
                    0 => Ok(Some(Record::OffsetCommit(decode_key(key)?, decode_value(value)?))),
                    $($number => Ok(Some(Record::$name(decode_key(key)?, decode_value(value)?))),)*
                    _ => Ok(None),
                }
            }
        }
    };
}

records! {
    1 OffsetCommit(OffsetCommitKey, OffsetCommitValue),
    /// A classic group with its members.
    2 GroupMetadata(GroupMetadataKey, GroupMetadataValue),
    3 ConsumerGroupMetadata(ConsumerGroupMetadataKey, ConsumerGroupMetadataValue),
    4 ConsumerGroupPartitionMetadata(ConsumerGroupPartitionMetadataKey, ConsumerGroupPartitionMetadataValue),
    5 ConsumerGroupMember(ConsumerGroupMemberMetadataKey, ConsumerGroupMemberMetadataValue),
    6 ConsumerGroupTargetMetadata(ConsumerGroupTargetAssignmentMetadataKey, ConsumerGroupTargetAssignmentMetadataValue),
    7 ConsumerGroupTargetMember(ConsumerGroupTargetAssignmentMemberKey, ConsumerGroupTargetAssignmentMemberValue),
    8 ConsumerGroupCurrentMember(ConsumerGroupCurrentMemberAssignmentKey, ConsumerGroupCurrentMemberAssignmentValue),
    10 ShareGroupMember(ShareGroupMemberMetadataKey, ShareGroupMemberMetadataValue),
    11 ShareGroupMetadata(ShareGroupMetadataKey, ShareGroupMetadataValue),
    12 ShareGroupTargetMetadata(ShareGroupTargetAssignmentMetadataKey, ShareGroupTargetAssignmentMetadataValue),
    13 ShareGroupTargetMember(ShareGroupTargetAssignmentMemberKey, ShareGroupTargetAssignmentMemberValue),
    14 ShareGroupCurrentMember(ShareGroupCurrentMemberAssignmentKey, ShareGroupCurrentMemberAssignmentValue),
    /// For which partitions the group has a state at the share coordinator.
    15 ShareGroupStates(ShareGroupStatePartitionMetadataKey, ShareGroupStatePartitionMetadataValue),
    16 ConsumerGroupRegularExpression(ConsumerGroupRegularExpressionKey, ConsumerGroupRegularExpressionValue),
}

/// In which of its versions a value is written, which is the original's choice.
trait Stored: Message {
    fn stored_version(&self) -> i16 {
        0
    }
}

impl Stored for OffsetCommitValue {
    fn stored_version(&self) -> i16 {
        // Only version 1 has room for a time limit of the request's own; it has none for the topic's id.
        if self.expire_timestamp != -1 { 1 } else { 4 }
    }
}

impl Stored for GroupMetadataValue {
    fn stored_version(&self) -> i16 {
        3
    }
}

impl Stored for ConsumerGroupMetadataValue {}
impl Stored for ConsumerGroupPartitionMetadataValue {}
impl Stored for ConsumerGroupMemberMetadataValue {}
impl Stored for ConsumerGroupTargetAssignmentMetadataValue {}
impl Stored for ConsumerGroupTargetAssignmentMemberValue {}
impl Stored for ConsumerGroupCurrentMemberAssignmentValue {}
impl Stored for ConsumerGroupRegularExpressionValue {}
impl Stored for ShareGroupMetadataValue {}
impl Stored for ShareGroupMemberMetadataValue {}
impl Stored for ShareGroupTargetAssignmentMetadataValue {}
impl Stored for ShareGroupTargetAssignmentMemberValue {}
impl Stored for ShareGroupCurrentMemberAssignmentValue {}
impl Stored for ShareGroupStatePartitionMetadataValue {}

fn numbered_key<M: Message>(number: i16, key: &M) -> Result<Bytes, EncodeError> {
    Ok(prefixed(number, &key.to_bytes(0)?))
}

fn numbered<M: Message>(version: i16, value: &M) -> Result<Bytes, EncodeError> {
    Ok(prefixed(version, &value.to_bytes(version)?))
}

fn prefixed(number: i16, bytes: &[u8]) -> Bytes {
    let mut all = BytesMut::with_capacity(2 + bytes.len());
    all.put_i16(number);
    all.put_slice(bytes);
    all.freeze()
}

fn decode_key<M: Message>(mut key: Reader) -> Result<M, DecodeError> {
    M::decode(&mut key, 0)
}

fn decode_value<M: Message>(value: Option<Reader>) -> Result<Option<M>, DecodeError> {
    let Some(mut value) = value else { return Ok(None) };
    let version = value.i16()?;
    M::decode(&mut value, version).map(Some)
}

impl Record {
    pub fn offset_tombstone(group: &Str, topic: &Str, partition: i32) -> Record {
        let key = OffsetCommitKey { group: group.clone(), topic: topic.clone(), partition, ..Default::default() };
        Record::OffsetCommit(key, None)
    }

    pub fn group_tombstone(group: &Str) -> Record {
        Record::GroupMetadata(GroupMetadataKey { group: group.clone(), ..Default::default() }, None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kt_codec::Uuid;

    #[test]
    fn a_commit_is_stored_as_the_original_stores_it() {
        let key = OffsetCommitKey { group: "g".into(), topic: "t".into(), partition: 7, ..Default::default() };
        let topic_id = Uuid([7; 16]);
        let value =
            OffsetCommitValue { offset: 5, commit_timestamp: 9, metadata: "m".into(), topic_id, ..Default::default() };
        let record = Record::OffsetCommit(key.clone(), Some(value.clone()));
        let (k, v) = record.encode().unwrap();
        assert_eq!(&k[..], b"\0\x01\0\x01g\0\x01t\0\0\0\x07");
        let stored = b"\0\x04\0\0\0\0\0\0\0\x05\xff\xff\xff\xff\x02m\0\0\0\0\0\0\0\x09\x01\0\x10";
        assert_eq!(v.clone().unwrap()[..], [&stored[..], &[7; 16]].concat());
        assert_eq!(Record::decode(k, v).unwrap(), Some(record));
        let kept =
            Record::OffsetCommit(key, Some(OffsetCommitValue { expire_timestamp: 99, topic_id: Uuid::ZERO, ..value }));
        let (k, v) = kept.encode().unwrap();
        assert_eq!(v.as_ref().map(|v| v[1]), Some(1));
        assert_eq!(Record::decode(k, v).unwrap(), Some(kept));
    }

    #[test]
    fn old_commits_are_read_and_other_groups_records_left_alone() {
        let (key, _) = Record::offset_tombstone(&"g".into(), &"t".into(), 1).encode().unwrap();
        let old = [&[0, 0], &key[2..]].concat();
        let read = Record::decode(old.into(), None).unwrap();
        assert_eq!(read, Some(Record::offset_tombstone(&"g".into(), &"t".into(), 1)));
        assert_eq!(Record::decode(Bytes::from_static(&[0, 17, 0]), None).unwrap(), None);
        assert!(Record::decode(Bytes::from_static(&[0]), None).is_err());
        assert!(Record::decode(Bytes::from_static(&[0, 2, 0, 9]), None).is_err());
    }
}
