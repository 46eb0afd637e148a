use super::*;
use crate::protocol::batch::{Batch, BatchBuilder, HEADER_LEN};

fn body(build: impl FnOnce(&mut BatchBuilder)) -> (BatchHeader, Vec<u8>) {
    let mut builder = BatchBuilder::new();
    build(&mut builder);
    let bytes = builder.build();
    (Batch::parse(&bytes).unwrap().header, bytes[HEADER_LEN..].to_vec())
}

#[test]
fn headers_keep_their_order_and_their_duplicates() {
    let headers = [
        Header { key: b"a", value: Some(b"1") },
        Header { key: b"a", value: Some(b"2") },
        Header { key: b"", value: None },
        Header { key: b"a", value: Some(b"1") },
    ];
    let (header, bytes) = body(|b| {
        b.append_with_headers(5, Some(b"k"), Some(&[7; 300]), &headers);
    });
    let record = RecordIter::new(&header, &bytes).next().unwrap().unwrap();
    assert_eq!(record.header_count(), 4);
    assert_eq!(record.headers().collect::<Vec<_>>(), headers);
    assert_eq!(record.value.unwrap().len(), 300);
    assert_eq!(record.size, bytes.len());
}

#[test]
fn a_walk_finds_timestamps_and_missing_keys() {
    let (_, bytes) = body(|b| {
        b.append(100, Some(b"k"), None).append(90, None, None).append(300, None, None).append(300, Some(b""), None);
    });
    let found = walk(&bytes, 4).unwrap();
    assert_eq!((found.min_timestamp_delta, found.max_timestamp_delta), (-10, 200));
    assert_eq!((found.max_timestamp_at, found.first_null_key), (2, Some(1)));
    assert_eq!(walk(&[], 0).unwrap().max_timestamp_delta, 0);
}

#[test]
fn a_count_that_does_not_match_is_refused() {
    let (_, bytes) = body(|b| {
        b.append(1, None, Some(b"x")).append(1, None, Some(b"y"));
    });
    assert_eq!(walk(&bytes, 1).unwrap_err().index, 1);
    assert_eq!(walk(&bytes, 3).unwrap_err(), RecordError { index: 2, what: CUT_OFF });
    assert!(walk(&bytes, 0).is_err());
    assert!(walk(&bytes, -5).is_err());
    assert!(walk(&bytes, i32::MAX).is_err());
}

#[test]
fn offset_deltas_must_count_up_from_zero() {
    let mut bytes = Vec::new();
    encode(&mut bytes, 0, 0, None, None, &[]);
    encode(&mut bytes, 0, 2, None, None, &[]);
    assert_eq!(walk(&bytes, 2).unwrap_err().index, 1);
}

#[test]
fn extreme_numbers_survive() {
    for delta in [0, 1, -1, 63, 64, -64, -65, i64::MAX, i64::MIN, 1 << 35] {
        let mut bytes = Vec::new();
        encode(&mut bytes, delta, 0, None, Some(b"v"), &[]);
        assert_eq!(walk(&bytes, 1).unwrap().max_timestamp_delta, delta);
    }
    let mut bytes = Vec::new();
    encode(&mut bytes, 0, i32::MAX, None, None, &[]);
    assert!(walk(&bytes, 1).is_err());
}

#[test]
fn every_truncation_of_the_records_is_refused() {
    let (header, bytes) = body(|b| {
        b.append_with_headers(1, Some(b"key"), Some(b"value"), &[Header { key: b"h", value: Some(b"x") }]);
        b.append(2, None, Some(b"second"));
    });
    for cut in 0..bytes.len() {
        assert!(walk(&bytes[..cut], 2).is_err(), "{cut}");
        assert!(RecordIter::new(&header, &bytes[..cut]).any(|r| r.is_err()), "{cut}");
    }
}

#[test]
fn every_changed_byte_is_read_without_a_panic() {
    let (header, bytes) = body(|b| {
        b.append_with_headers(1, Some(b"key"), Some(b"value"), &[Header { key: b"h", value: Some(b"x") }]);
        b.append(2, None, Some(b"second"));
    });
    for at in 0..bytes.len() {
        for value in 0..=255 {
            let mut bad = bytes.clone();
            bad[at] = value;
            let _ = walk(&bad, 2);
            assert!(RecordIter::new(&header, &bad).count() <= 3);
        }
    }
}

#[test]
fn huge_header_counts_are_refused_at_once() {
    // attributes, timestamp delta, offset delta, null key, null value, header count i32::MAX
    let mut record = vec![0, 0, 0, 1, 1];
    put_varint(&mut record, i64::from(i32::MAX));
    let mut bytes = Vec::new();
    put_varint(&mut bytes, record.len() as i64);
    bytes.extend(record);
    assert_eq!(walk(&bytes, 1).unwrap_err().what, "it cannot hold that many headers");
}

#[test]
fn numbers_longer_than_their_type_are_refused() {
    assert!(walk(&[0xff; 20], 1).is_err());
    let mut bytes = vec![20, 0];
    bytes.extend([0xff; 11]);
    assert_eq!(walk(&[&[44][..], &bytes[1..], &[0; 20]].concat(), 1).unwrap_err().what, VARINT);
}

#[test]
fn a_record_outside_of_its_batch_is_refused_by_the_iterator() {
    let (mut header, bytes) = body(|b| {
        b.append(0, None, None).append(0, None, None);
    });
    header.last_offset_delta = 0;
    let results: Vec<_> = RecordIter::new(&header, &bytes).collect();
    assert!(results[0].is_ok() && results[1].is_err());
    assert_eq!(results.len(), 2);
}
