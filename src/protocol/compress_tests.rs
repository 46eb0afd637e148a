use super::*;

fn sample(length: usize) -> Vec<u8> {
    let mut state = 12345u32;
    (0..length)
        .map(|i| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            if i % 3 == 0 { (state >> 24) as u8 } else { b'x' }
        })
        .collect()
}

#[test]
fn every_codec_gives_back_what_went_in() {
    for codec in Codec::ALL {
        for length in [0, 1, 100, 32 * 1024, 32 * 1024 + 1, 300_000] {
            let input = sample(length);
            let mut packed = Vec::new();
            compress_into(codec, None, &input, &mut packed);
            assert_eq!(decompress(codec, &packed, length).unwrap(), input, "{} {length}", codec.name());
        }
    }
}

#[test]
fn levels_are_taken_and_clamped() {
    for (codec, levels) in [(Codec::Gzip, [-1, 1, 9, 99]), (Codec::Zstd, [-100, 1, 22, 3])] {
        for level in levels {
            let mut packed = Vec::new();
            compress_into(codec, Some(level), &sample(5_000), &mut packed);
            assert_eq!(decompress(codec, &packed, 5_000).unwrap().len(), 5_000);
        }
    }
}

#[test]
fn output_past_the_limit_is_refused_in_every_codec() {
    let bomb = vec![0u8; 50_000_000];
    for codec in Codec::ALL {
        let mut packed = Vec::new();
        compress_into(codec, None, &bomb, &mut packed);
        for limit in [0, 1, 1_000, 100_000] {
            let mut out = Vec::new();
            let result = decompress_into(codec, &packed, &mut out, limit);
            assert_eq!(result, Err(CompressError::TooLarge { codec, limit }));
            assert!(out.capacity() <= limit + 64 * 1024, "{} {}", codec.name(), out.capacity());
        }
    }
}

#[test]
fn truncated_and_damaged_input_is_an_error_or_other_bytes_but_never_a_panic() {
    let input = sample(2_000);
    for codec in [Codec::Gzip, Codec::Snappy, Codec::Lz4, Codec::Zstd] {
        let mut packed = Vec::new();
        compress_into(codec, None, &input, &mut packed);
        for cut in 0..packed.len() {
            // An LZ4 frame without its end mark is as good as a whole one: the count of records guards the end.
            match decompress(codec, &packed[..cut], 10_000) {
                Ok(out) if codec == Codec::Lz4 => assert!(input.starts_with(&out)),
                Ok(out) => assert!(out != input, "{} {cut}", codec.name()),
                Err(e) => assert_eq!(e, CompressError::Corrupt(codec)),
            }
        }
        for at in 0..packed.len() {
            for flip in [0x01, 0x80, 0xff] {
                let mut bad = packed.clone();
                bad[at] ^= flip;
                let _ = decompress(codec, &bad, 10_000);
            }
        }
    }
}

#[test]
fn snappy_is_read_without_a_frame_and_with_several() {
    let input = sample(1_000);
    let raw = snap::raw::Encoder::new().compress_vec(&input).unwrap();
    assert_eq!(decompress(Codec::Snappy, &raw, 1_000).unwrap(), input);
    let mut framed = Vec::new();
    compress_into(Codec::Snappy, None, &input, &mut framed);
    let twice = framed.repeat(2);
    assert_eq!(decompress(Codec::Snappy, &twice, 2_000).unwrap(), input.repeat(2));
}

#[test]
fn a_snappy_length_that_its_input_cannot_reach_reserves_nothing() {
    let mut out = Vec::new();
    // The varint claims 4 GiB - 1.
    let result = decompress_into(Codec::Snappy, &[0xff, 0xff, 0xff, 0xff, 0x0f, 0], &mut out, usize::MAX);
    assert_eq!(result, Err(CompressError::Corrupt(Codec::Snappy)));
    assert_eq!(out.capacity(), 0);
}

#[test]
fn gzip_of_several_members_is_read_to_the_end() {
    let input = sample(1_000);
    let mut packed = Vec::new();
    compress_into(Codec::Gzip, None, &input, &mut packed);
    compress_into(Codec::Gzip, None, &input, &mut packed);
    assert_eq!(decompress(Codec::Gzip, &packed, 2_000).unwrap(), input.repeat(2));
    packed.extend_from_slice(&[0; 7]);
    assert_eq!(decompress(Codec::Gzip, &packed, 2_000).unwrap(), input.repeat(2));
}

#[test]
fn lz4_frames_of_any_flags_are_read() {
    use lz4_flex::frame::{BlockMode, BlockSize, FrameEncoder, FrameInfo};
    let input = sample(300_000);
    for mode in [BlockMode::Independent, BlockMode::Linked] {
        for size in [BlockSize::Max64KB, BlockSize::Max256KB, BlockSize::Max4MB] {
            for flags in 0..8 {
                let info = FrameInfo::new()
                    .block_mode(mode)
                    .block_size(size)
                    .block_checksums(flags & 1 != 0)
                    .content_checksum(flags & 2 != 0)
                    .content_size((flags & 4 != 0).then_some(input.len() as u64));
                let mut encoder = FrameEncoder::with_frame_info(info, Vec::new());
                encoder.write_all(&input).unwrap();
                let packed = encoder.finish().unwrap();
                assert_eq!(decompress(Codec::Lz4, &packed, input.len()).unwrap(), input);
                assert_eq!(decompress(Codec::Lz4, &packed.repeat(2), 2 * input.len()).unwrap().len(), 600_000);
            }
        }
    }
}

#[test]
fn zstd_of_several_frames_is_read_to_the_end() {
    let input = sample(1_000);
    let mut packed = Vec::new();
    compress_into(Codec::Zstd, None, &input, &mut packed);
    compress_into(Codec::Zstd, Some(19), &input, &mut packed);
    assert_eq!(decompress(Codec::Zstd, &packed, 2_000).unwrap(), input.repeat(2));
}

#[test]
fn names_and_numbers_are_kafkas() {
    for (id, name) in ["none", "gzip", "snappy", "lz4", "zstd"].into_iter().enumerate() {
        let codec = Codec::from_id(id as u8).unwrap();
        assert_eq!((codec.id(), codec.name(), Codec::from_name(name)), (id as u8, name, Some(codec)));
    }
    assert_eq!((Codec::from_id(5), Codec::from_name("uncompressed")), (None, None));
}
