use super::*;
use crate::protocol::record;

fn three_records(codec: Codec) -> Vec<u8> {
    let mut builder = BatchBuilder::new().compression(codec, None).base_offset(100).leader_epoch(4).producer(9, 2, 5);
    builder.append(1_000, Some(b"k"), Some(b"v")).append(1_700, None, Some(b"vv")).append(1_500, Some(b""), None);
    builder.build()
}

#[test]
fn what_is_built_can_be_read_back_in_every_codec() {
    for codec in Codec::ALL {
        let bytes = three_records(codec);
        let batch = Batch::parse(&bytes).unwrap();
        let h = batch.header;
        assert!(batch.crc_ok());
        assert_eq!((h.base_offset, h.last_offset(), h.next_offset(), h.leader_epoch), (100, 102, 103, 4));
        assert_eq!((h.base_timestamp, h.max_timestamp, h.record_count), (1_000, 1_700, 3));
        assert_eq!((h.producer_id, h.producer_epoch, h.base_sequence, h.last_sequence()), (9, 2, 5, 7));
        assert_eq!((h.codec(), h.size()), (Some(codec), bytes.len()));
        assert!(!h.is_control() && !h.is_transactional());
        let mut scratch = Vec::new();
        let records: Vec<_> =
            batch.iter(batch.records_in(&mut scratch, 1 << 20).unwrap()).map(|r| r.unwrap()).collect();
        assert_eq!(records.iter().map(|r| r.offset).collect::<Vec<_>>(), [100, 101, 102]);
        assert_eq!(records.iter().map(|r| r.timestamp).collect::<Vec<_>>(), [1_000, 1_700, 1_500]);
        assert_eq!(records.iter().map(|r| r.sequence).collect::<Vec<_>>(), [5, 6, 7]);
        assert_eq!(records[0].key, Some(&b"k"[..]));
        assert_eq!((records[1].key, records[1].value), (None, Some(&b"vv"[..])));
        assert_eq!((records[2].key, records[2].value), (Some(&b""[..]), None));
    }
}

#[test]
fn offset_and_epoch_change_in_place_without_a_new_checksum() {
    let mut bytes = three_records(Codec::None);
    set_base_offset(&mut bytes, i64::MAX / 2);
    set_leader_epoch(&mut bytes, 77);
    let batch = Batch::parse(&bytes).unwrap();
    assert!(batch.crc_ok());
    assert_eq!((batch.header.base_offset, batch.header.leader_epoch), (i64::MAX / 2, 77));
}

#[test]
fn log_append_time_is_stamped_with_a_new_checksum_and_rules_all_records() {
    let mut bytes = three_records(Codec::Gzip);
    let before = Batch::parse(&bytes).unwrap().header.crc;
    set_log_append_time(&mut bytes, 9_999);
    let batch = Batch::parse(&bytes).unwrap();
    assert!(batch.crc_ok());
    assert_ne!(batch.header.crc, before);
    assert_eq!((batch.header.timestamp_type(), batch.header.max_timestamp), (TimestampType::LogAppendTime, 9_999));
    assert_eq!(batch.header.base_timestamp, 1_000);
    let mut scratch = Vec::new();
    for record in batch.iter(batch.records_in(&mut scratch, 1 << 20).unwrap()) {
        assert_eq!(record.unwrap().timestamp, 9_999);
    }
}

#[test]
fn a_header_apart_from_its_records_is_stamped_the_same() {
    let mut whole = three_records(Codec::None);
    let (head, records) = whole.split_at(HEADER_LEN);
    let mut head = head.to_vec();
    stamp_split(&mut head, records, 9_999);
    head.extend_from_slice(records);
    set_log_append_time(&mut whole, 9_999);
    assert_eq!(head, whole);
}

#[test]
fn a_flipped_byte_after_the_checksum_is_noticed() {
    let good = three_records(Codec::Snappy);
    for at in ATTRIBUTES_AT..good.len() {
        let mut bad = good.clone();
        bad[at] ^= 0x40;
        let batch = Batch::parse(&bad).unwrap();
        assert!(!batch.crc_ok(), "byte {at}");
        assert!(matches!(batch.check_crc(), Err(BatchError::Crc { .. })));
    }
}

#[test]
fn every_truncation_asks_for_more_bytes() {
    let bytes = three_records(Codec::None);
    for cut in 0..bytes.len() {
        match Batch::parse(&bytes[..cut]) {
            Err(BatchError::Incomplete { need }) => assert!(need > cut && need <= bytes.len()),
            other => panic!("{cut}: {other:?}"),
        }
    }
}

#[test]
fn lengths_and_formats_that_cannot_be_are_named() {
    let good = three_records(Codec::None);
    for length in [i32::MIN, -1, 0, 48] {
        let mut bad = good.clone();
        bad[8..12].copy_from_slice(&length.to_be_bytes());
        assert_eq!(BatchHeader::parse(&bad), Err(BatchError::Length(length)));
    }
    let mut long = good.clone();
    long[8..12].copy_from_slice(&i32::MAX.to_be_bytes());
    assert!(matches!(BatchHeader::parse(&long), Err(BatchError::Incomplete { .. })));
    for magic in [-1i8, 0, 1, 3, 127] {
        let mut bad = good.clone();
        bad[16] = magic as u8;
        assert_eq!(BatchHeader::parse(&bad), Err(BatchError::Magic(magic)));
    }
    let mut codec = good;
    codec[22] |= 0x07;
    let batch = Batch::parse(&codec).unwrap();
    assert_eq!(batch.header.codec(), None);
    assert!(batch.records_in(&mut Vec::new(), 1 << 20).is_err());
}

#[test]
fn consecutive_batches_are_found_and_a_torn_one_ends_them() {
    let one = three_records(Codec::None);
    let mut bytes = one.repeat(3);
    assert_eq!(batches(&bytes).filter(|b| b.is_ok()).count(), 3);
    bytes.extend_from_slice(&one[..40]);
    let found: Vec<_> = batches(&bytes).collect();
    assert_eq!(found.len(), 4);
    assert!(matches!(found[3], Err(BatchError::Incomplete { .. })));
    assert_eq!(batches(&[]).count(), 0);
}

#[test]
fn sequences_wrap_to_zero() {
    assert_eq!(increment_sequence(5, 2), 7);
    assert_eq!(increment_sequence(i32::MAX, 1), 0);
    assert_eq!(increment_sequence(i32::MAX - 1, 3), 1);
    let mut builder = BatchBuilder::new().producer(1, 0, i32::MAX);
    builder.append(0, None, None).append(0, None, None);
    assert_eq!(BatchHeader::parse(&builder.build()).unwrap().last_sequence(), 0);
}

#[test]
fn offsets_near_the_end_of_their_range_do_not_overflow() {
    let mut bytes = three_records(Codec::None);
    set_base_offset(&mut bytes, i64::MAX);
    let header = BatchHeader::parse(&bytes).unwrap();
    assert_eq!((header.last_offset(), header.next_offset()), (i64::MAX, i64::MAX));
}

#[test]
fn random_bytes_never_panic() {
    let mut state = 0x9e37_79b9_7f4a_7c15u64;
    let mut random = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    let good = three_records(Codec::Lz4);
    for _ in 0..20_000 {
        let mut bytes = good.clone();
        for _ in 0..1 + random() % 4 {
            let at = random() as usize % bytes.len();
            bytes[at] = random() as u8;
        }
        for batch in batches(&bytes).flatten() {
            let mut scratch = Vec::new();
            if let Ok(records) = batch.records_in(&mut scratch, 1 << 16) {
                let _ = record::walk(records, batch.header.record_count);
                batch.iter(records).for_each(|r| {
                    if let Ok(r) = r {
                        r.headers().count();
                    }
                });
            }
        }
    }
}
