//! Records of `__remote_log_metadata`, with which Apache Kafka's tiered storage keeps its books, as the original's
//! classes print themselves. kt itself has no tiered storage; a folder of Kafka's may.

use std::collections::BTreeMap;

use bytes::Bytes;
use kt_codec::{DecodeError, Reader, Uuid};

const FRAME_VERSION: u32 = 1;
const SEGMENT_STATES: [&str; 4] =
    ["COPY_SEGMENT_STARTED", "COPY_SEGMENT_FINISHED", "DELETE_SEGMENT_STARTED", "DELETE_SEGMENT_FINISHED"];
const PARTITION_STATES: [&str; 3] =
    ["DELETE_PARTITION_MARKED", "DELETE_PARTITION_STARTED", "DELETE_PARTITION_FINISHED"];

/// A record's value as text.
pub fn text(frame: &[u8]) -> Result<String, String> {
    let mut r = Reader::new(Bytes::copy_from_slice(frame));
    let mut head = || r.uvarint().map_err(|why| why.to_string());
    let (frame_version, kind, version) = (head()?, head()?, head()?);
    if frame_version != FRAME_VERSION {
        return Err(format!(
            "Could not deserialize metadata record due to unknown frame version {frame_version}(only frame version \
             {FRAME_VERSION} is supported)"
        ));
    }
    if version != 0 {
        return Err(format!("its version is {version}, and 0 is known"));
    }
    let text = match kind {
        0 => segment(&mut r),
        1 => update(&mut r),
        2 => deletion(&mut r),
        3 => snapshot(&mut r),
        _ => return Err(format!("RemoteLogMetadataTransform for apikey: {kind} does not exist.")),
    };
    text.map_err(|why| why.to_string())
}

fn state(names: &[&str], id: i8) -> String {
    usize::try_from(id).ok().and_then(|id| names.get(id)).map_or_else(|| "null".to_owned(), |name| (*name).to_owned())
}

fn no_tags(r: &mut Reader) -> Result<(), DecodeError> {
    r.tags(|_, _| Ok(false)).map(|_| ())
}

/// `ID:TOPIC-PARTITION`
fn partition(r: &mut Reader) -> Result<String, DecodeError> {
    let name = r.nullable_string(true)?.ok_or(DecodeError::BadLength(-1))?;
    let (id, partition) = (r.uuid()?, r.i32()?);
    no_tags(r)?;
    Ok(format!("{id}:{}-{partition}", &*name))
}

fn segment_id(r: &mut Reader) -> Result<String, DecodeError> {
    let partition = partition(r)?;
    let id: Uuid = r.uuid()?;
    no_tags(r)?;
    Ok(format!("RemoteLogSegmentId{{topicIdPartition={partition}, id={id}}}"))
}

fn custom(r: &mut Reader) -> Result<String, DecodeError> {
    let bytes = r.nullable_bytes(true)?;
    Ok(bytes.map_or_else(
        || "Optional.empty".to_owned(),
        |bytes| format!("Optional[CustomMetadata{{{} bytes}}]", bytes.len()),
    ))
}

/// As Java prints a sorted map.
fn epochs(r: &mut Reader) -> Result<String, DecodeError> {
    let entries = r.nullable_array(true, 12, |r| {
        let entry = (r.i32()?, r.i64()?);
        no_tags(r)?;
        Ok(entry)
    })?;
    let sorted: BTreeMap<i32, i64> = entries.unwrap_or_default().into_iter().collect();
    let pairs: Vec<String> = sorted.iter().map(|(epoch, offset)| format!("{epoch}={offset}")).collect();
    Ok(format!("{{{}}}", pairs.join(", ")))
}

fn txn_index_is_empty(r: &mut Reader) -> Result<bool, DecodeError> {
    let mut empty = false;
    r.tags(|r, tag| {
        if tag == 0 {
            empty = r.bool()?;
        }
        Ok(tag == 0)
    })?;
    Ok(empty)
}

fn segment(r: &mut Reader) -> Result<String, DecodeError> {
    let id = segment_id(r)?;
    let (start, end, broker) = (r.i64()?, r.i64()?, r.i32()?);
    let (largest, event) = (r.i64()?, r.i64()?);
    let epochs = epochs(r)?;
    let size = r.i32()?;
    let custom = custom(r)?;
    let state = state(&SEGMENT_STATES, r.i8()?);
    let no_txns = txn_index_is_empty(r)?;
    r.finish()?;
    Ok(format!(
        "RemoteLogSegmentMetadata{{remoteLogSegmentId={id}, startOffset={start}, endOffset={end}, brokerId={broker}, \
         maxTimestampMs={largest}, eventTimestampMs={event}, segmentLeaderEpochs={epochs}, segmentSizeInBytes={size}, \
         customMetadata={custom}, state={state}, txnIdxEmpty={no_txns}}}"
    ))
}

fn update(r: &mut Reader) -> Result<String, DecodeError> {
    let id = segment_id(r)?;
    let (broker, event) = (r.i32()?, r.i64()?);
    let custom = custom(r)?;
    let state = state(&SEGMENT_STATES, r.i8()?);
    no_tags(r)?;
    r.finish()?;
    Ok(format!(
        "RemoteLogSegmentMetadataUpdate{{remoteLogSegmentId={id}, customMetadata={custom}, state={state}, \
         eventTimestampMs={event}, brokerId={broker}}}"
    ))
}

fn deletion(r: &mut Reader) -> Result<String, DecodeError> {
    let partition = partition(r)?;
    let (broker, event) = (r.i32()?, r.i64()?);
    let state = state(&PARTITION_STATES, r.i8()?);
    no_tags(r)?;
    r.finish()?;
    Ok(format!(
        "RemotePartitionDeleteMetadata{{topicPartition={partition}, state={state}, eventTimestampMs={event}, \
         brokerId={broker}}}"
    ))
}

fn snapshot(r: &mut Reader) -> Result<String, DecodeError> {
    let id = r.uuid()?;
    let (start, end) = (r.i64()?, r.i64()?);
    let (_broker, largest, _event) = (r.i32()?, r.i64()?, r.i64()?);
    let epochs = epochs(r)?;
    let size = r.i32()?;
    let custom = custom(r)?;
    let state = state(&SEGMENT_STATES, r.i8()?);
    let no_txns = txn_index_is_empty(r)?;
    r.finish()?;
    Ok(format!(
        "RemoteLogSegmentMetadataSnapshot{{segmentId={id}, startOffset={start}, endOffset={end}, \
         maxTimestampMs={largest}, segmentLeaderEpochs={epochs}, segmentSizeInBytes={size}, customMetadata={custom}, \
         state={state}, txnIdxEmpty={no_txns}}}"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deletion_prints_as_the_original_prints_it() {
        let mut frame = vec![1, 2, 0, 2, b't'];
        frame.extend([0; 15]);
        frame.extend([1, 0, 0, 0, 7, 0]); // the id's last byte, partition, tags of the entry
        frame.extend([0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 9, 1, 0]);
        assert_eq!(
            text(&frame).unwrap(),
            "RemotePartitionDeleteMetadata{topicPartition=AAAAAAAAAAAAAAAAAAAAAQ:t-7, state=DELETE_PARTITION_STARTED, \
             eventTimestampMs=9, brokerId=1}"
        );
    }

    #[test]
    fn what_is_no_such_record_is_told() {
        assert_eq!(text(&[1, 9, 0]).unwrap_err(), "RemoteLogMetadataTransform for apikey: 9 does not exist.");
        for frame in [&[][..], &[1, 0, 0], &[2, 0, 0], &[1, 0, 5], &[1, 3, 0, 1]] {
            assert!(text(frame).is_err(), "{frame:?}");
        }
    }
}
