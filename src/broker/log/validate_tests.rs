use super::*;
use crate::broker::log::CleanupPolicy;
use crate::protocol::batch::BatchBuilder;

const NOW: i64 = 1_700_000_000_000;

fn batch(codec: Codec, timestamps: &[i64], key: Option<&[u8]>) -> Vec<u8> {
    let mut builder = BatchBuilder::new().compression(codec, None);
    for t in timestamps {
        builder.append(*t, key, Some(b"value"));
    }
    builder.build()
}

fn check<'a>(bytes: &'a [u8], config: &LogConfig) -> Result<Validated<'a>, ValidateError> {
    produced(bytes, config, 9, NOW)
}

fn reseal(mut bytes: Vec<u8>) -> Vec<u8> {
    let crc = crc32c::crc32c(&bytes[21..]);
    bytes[17..21].copy_from_slice(&crc.to_be_bytes());
    bytes
}

#[test]
fn a_good_batch_passes_as_it_came_in_every_codec() {
    for codec in Codec::ALL {
        for validate_all in [false, true] {
            let bytes = batch(codec, &[NOW, NOW + 5, NOW - 5], None);
            let config = LogConfig { validate_all, ..LogConfig::default() };
            let passed = check(&bytes, &config).unwrap();
            assert!(matches!(passed.bytes, Cow::Borrowed(b) if b == bytes));
        }
    }
}

#[test]
fn exactly_one_whole_batch_of_format_2_is_taken() {
    let config = LogConfig::default();
    let good = batch(Codec::None, &[NOW], None);
    for bad in [&[][..], &good[..30], &good[..good.len() - 1], &good.repeat(2)[..]] {
        assert!(matches!(check(bad, &config), Err(ValidateError::Format(_))));
    }
    // What is cut off behind it does not count.
    let trailing = [&good[..], &good[..20]].concat();
    assert_eq!(check(&trailing, &config).unwrap().bytes.len(), good.len());
    let mut old = good.clone();
    old[16] = 1;
    assert!(matches!(check(&old, &config), Err(ValidateError::Format(_))));
    let mut corrupt = good;
    *corrupt.last_mut().unwrap() ^= 1;
    assert!(matches!(check(&corrupt, &config), Err(ValidateError::Corrupt(BatchError::Crc { .. }))));
}

#[test]
fn headers_that_contradict_themselves_are_refused() {
    let config = LogConfig::default();
    let good = batch(Codec::None, &[NOW, NOW], None);
    let change = |at: usize, bytes: &[u8]| {
        let mut bad = good.clone();
        bad[at..at + bytes.len()].copy_from_slice(bytes);
        reseal(bad)
    };
    for bad in [
        change(0, &1i64.to_be_bytes()),     // base offset
        change(21, &0x20i16.to_be_bytes()), // control
        change(21, &5i16.to_be_bytes()),    // codec
        change(23, &(-1i32).to_be_bytes()), // last offset delta
        change(23, &5i32.to_be_bytes()),
        change(43, &7i64.to_be_bytes()), // a producer id without a sequence
        change(57, &0i32.to_be_bytes()), // count
        change(57, &3i32.to_be_bytes()),
    ] {
        assert!(matches!(check(&bad, &config), Err(ValidateError::Invalid(_))));
    }
    // One record more than there is, told twice.
    let lie = change(23, &2i32.to_be_bytes());
    let mut lie = lie;
    lie[57..61].copy_from_slice(&3i32.to_be_bytes());
    assert!(matches!(check(&reseal(lie), &config), Err(ValidateError::Format(_))));
}

#[test]
fn size_is_bounded_by_max_message_bytes() {
    let bytes = batch(Codec::None, &[NOW; 10], None);
    let limit = bytes.len() as u32;
    assert!(check(&bytes, &LogConfig { max_message_bytes: limit, ..LogConfig::default() }).is_ok());
    let failed = check(&bytes, &LogConfig { max_message_bytes: limit - 1, ..LogConfig::default() }).unwrap_err();
    assert_eq!(failed, ValidateError::TooLarge { size: bytes.len(), limit: limit - 1 });
}

#[test]
fn a_compacted_topic_wants_keys_and_names_the_records_without() {
    let config = LogConfig { cleanup_policy: CleanupPolicy { delete: false, compact: true }, ..LogConfig::default() };
    for codec in Codec::ALL {
        assert!(check(&batch(codec, &[NOW], Some(b"k")), &config).is_ok());
        let mut builder = BatchBuilder::new().compression(codec, None);
        builder.append(NOW, Some(b"k"), None).append(NOW, None, None).append(NOW, Some(b""), None);
        let bytes = builder.build();
        let failed = check(&bytes, &config).unwrap_err();
        assert_eq!(failed, ValidateError::Records(vec![RecordFault { index: 1, kind: FaultKind::NoKey }]));
        assert!(!failed.is_timestamp());
    }
}

#[test]
fn timestamps_are_held_to_their_bounds() {
    let config = LogConfig {
        message_timestamp_before_max_ms: 1_000,
        message_timestamp_after_max_ms: 500,
        ..LogConfig::default()
    };
    for codec in Codec::ALL {
        assert!(check(&batch(codec, &[NOW - 1_000, NOW + 500, -1], None), &config).is_ok());
        let failed = check(&batch(codec, &[NOW, NOW - 1_001, NOW + 501], None), &config).unwrap_err();
        let bad = |index, timestamp| {
            let kind = FaultKind::Timestamp { timestamp, earliest: NOW - 1_000, latest: NOW + 500 };
            RecordFault { index, kind }
        };
        assert_eq!(failed, ValidateError::Records(vec![bad(1, NOW - 1_001), bad(2, NOW + 501)]));
        assert!(failed.is_timestamp());
        // The default allows an hour ahead; the header is enough to see that something is wrong.
        let far = batch(codec, &[NOW, NOW + 3_600_001], None);
        assert!(check(&far, &LogConfig::default()).unwrap_err().is_timestamp());
        let log_append = LogConfig { message_timestamp_type: TimestampType::LogAppendTime, ..config.clone() };
        assert!(check(&far, &log_append).is_ok(), "the log's own time replaces it");
    }
}

#[test]
fn the_largest_timestamp_of_the_header_is_set_right() {
    let mut bytes = batch(Codec::None, &[NOW, NOW + 7], None);
    bytes[35..43].copy_from_slice(&(NOW + 99).to_be_bytes());
    let bytes = reseal(bytes);
    let passed = check(&bytes, &LogConfig::default()).unwrap();
    assert_eq!(passed.header.max_timestamp, NOW + 7);
    assert!(Batch::parse(&passed.bytes).unwrap().crc_ok());
}

#[test]
fn a_producer_does_not_get_to_stamp_log_append_time() {
    let bytes = {
        let mut builder = BatchBuilder::new().log_append_time(NOW);
        builder.append(NOW - 50, None, None);
        builder.build()
    };
    let log_append = LogConfig { message_timestamp_type: TimestampType::LogAppendTime, ..LogConfig::default() };
    let failed = check(&bytes, &log_append).unwrap_err();
    assert_eq!(failed, ValidateError::Records(vec![RecordFault { index: 0, kind: FaultKind::LogAppendTime }]));
    // On a topic with the producer's time, the mark is taken off.
    let passed = check(&bytes, &LogConfig::default()).unwrap();
    assert_eq!((passed.header.timestamp_type(), passed.header.max_timestamp), (TimestampType::CreateTime, NOW));
}

#[test]
fn the_topics_codec_replaces_the_producers() {
    for from in Codec::ALL {
        for to in Codec::ALL {
            let bytes = batch(from, &[NOW, NOW + 1, NOW + 2], Some(b"key"));
            let config = LogConfig { compression: TargetCompression::Fixed(to, None), ..LogConfig::default() };
            let passed = check(&bytes, &config).unwrap();
            assert_eq!(passed.header.codec(), Some(to));
            assert_eq!(matches!(passed.bytes, Cow::Borrowed(_)), from == to);
            let batch = Batch::parse(&passed.bytes).unwrap();
            assert!(batch.crc_ok());
            let mut scratch = Vec::new();
            let records = batch.records_in(&mut scratch, 1 << 20).unwrap();
            assert_eq!(batch.iter(records).filter(|r| r.unwrap().key == Some(b"key")).count(), 3);
        }
    }
}

#[test]
fn zstd_needs_version_7_and_a_bomb_is_too_large() {
    let bytes = batch(Codec::Zstd, &[NOW], None);
    assert_eq!(produced(&bytes, &LogConfig::default(), 6, NOW).unwrap_err(), ValidateError::ZstdTooEarly);
    let mut builder = BatchBuilder::new().compression(Codec::Zstd, None);
    builder.append(NOW, None, Some(&vec![0; 200 << 20]));
    let bomb = builder.build();
    let config = LogConfig { validate_all: true, ..LogConfig::default() };
    assert!(matches!(check(&bomb, &config), Err(ValidateError::TooLarge { .. })));
}

#[test]
fn compressed_garbage_is_corrupt_when_it_has_to_be_opened() {
    let mut bytes = batch(Codec::Gzip, &[NOW; 5], None);
    for byte in &mut bytes[70..] {
        *byte ^= 0x5a;
    }
    let bytes = reseal(bytes);
    let config = LogConfig { validate_all: true, ..LogConfig::default() };
    assert!(matches!(check(&bytes, &config), Err(ValidateError::Corrupt(BatchError::Compress(_)))));
}
