//! What a hostile peer or a damaged file may send: never a panic, never an allocation out of proportion.
//!
//! The allocator of this test binary counts what a decoding asks for. The bound is a multiple of the frame, since an
//! empty element of a list takes one byte on the wire and a struct in memory, plus a constant for the error itself.

#![allow(unsafe_code, reason = "GlobalAlloc is an unsafe trait; it only counts and hands on to the system's")]

mod support;

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

use bytes::Bytes;
use support::{Random, cases, hex, versions};

/// Bytes allocated for each byte of the frame, at most: the decoder's allowance, and the encoder's copy.
const TIMES_FRAME: usize = kt_codec::reader::ALLOWANCE + 4;
/// What any decoding may take.
const CONSTANT: usize = 20 * 1024;

struct Counting;

thread_local! {
    static LIVE: Cell<usize> = const { Cell::new(0) };
    static PEAK: Cell<usize> = const { Cell::new(0) };
}

fn count(grown: usize, shrunk: usize) {
    let live = LIVE.get().saturating_add(grown).saturating_sub(shrunk);
    LIVE.set(live);
    PEAK.set(PEAK.get().max(live));
}

// SAFETY: every call goes to the system's allocator unchanged; the counters are plain cells of the thread.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size(), 0);
        // SAFETY: the caller's promises are handed on.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        count(0, layout.size());
        // SAFETY: as above.
        unsafe { System.dealloc(at, layout) }
    }

    unsafe fn realloc(&self, at: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count(size, layout.size());
        // SAFETY: as above.
        unsafe { System.realloc(at, layout, size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// Decodes and encodes again under the allocator's eye; whether the bytes were taken.
fn try_bytes(name: &str, version: i16, bytes: &Bytes) -> bool {
    LIVE.set(0);
    PEAK.set(0);
    let taken = matches!(kt_codec::roundtrip(name, version, bytes.clone()), Some(Ok(_)));
    let peak = PEAK.get();
    let limit = bytes.len() * TIMES_FRAME + CONSTANT;
    assert!(peak <= limit, "{name} v{version} took {peak} bytes for a frame of {}: {}", bytes.len(), hex(bytes));
    taken
}

#[test]
fn a_message_cut_short_anywhere_is_refused() {
    for case in cases() {
        for end in 0..case.bytes.len() {
            let cut = case.bytes.slice(..end);
            assert!(!try_bytes(case.name, case.version, &cut), "{} v{}: {}", case.name, case.version, hex(&cut));
        }
    }
}

#[test]
fn a_byte_too_many_is_refused() {
    for case in cases() {
        for extra in [0, 1, 0xff] {
            let longer: Bytes = case.bytes.iter().copied().chain([extra]).collect();
            assert!(!try_bytes(case.name, case.version, &longer), "{} v{}: {}", case.name, case.version, hex(&longer));
        }
    }
}

#[test]
fn huge_lengths_counts_and_tags_anywhere_are_survived() {
    let patches: [&[u8]; 10] = [
        &[0x7f, 0xff, 0xff, 0xff],                                           // an i32 count
        &[0xff, 0xff, 0xff, 0xfe],                                           // a negative one
        &[0x00, 0xff, 0xff, 0xff],                                           // 16 million
        &[0x7f, 0xff],                                                       // an i16 length
        &[0xff, 0xfe],                                                       // a negative one
        &[0xff, 0xff, 0xff, 0xff, 0x0f],                                     // the largest varint of 32 bits
        &[0xff, 0xff, 0xff, 0xff, 0x07],                                     // the largest positive one
        &[0xff, 0xff, 0x03],                                                 // a varint past the frame
        &[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], // a varint without end
        &[0x80],                                                             // a varint that goes on into what follows
    ];
    for case in cases() {
        for at in 0..case.bytes.len() {
            for patch in patches {
                let over = (at + patch.len()).min(case.bytes.len());
                let bytes = [&case.bytes[..at], patch, &case.bytes[over..]].concat();
                try_bytes(case.name, case.version, &bytes.into());
            }
        }
    }
}

#[test]
fn a_list_that_claims_more_than_the_frame_holds_is_refused_before_memory_is_taken_for_it() {
    // Metadata v0: a count of topics, 4 bytes, then nothing; v12: the same as a varint.
    for (version, bytes) in [(0, [0x7f, 0xff, 0xff, 0xff].as_slice()), (12, &[0xff, 0xff, 0xff, 0xff, 0x0f])] {
        assert!(!try_bytes("MetadataRequest", version, &Bytes::copy_from_slice(bytes)));
    }
}

#[test]
fn counts_that_a_large_frame_really_holds_do_not_multiply_it() {
    // Elements may take one byte of the frame and hundreds of memory, so a count can be true and still an attack.
    let zeros = [0; 0x4000];
    for case in cases().iter().filter(|case| case.variant == "bare") {
        for at in 0..case.bytes.len() {
            for count in [[0x00, 0x00, 0x3f, 0x00].as_slice(), &[0x80, 0x7e]] {
                let bytes = [&case.bytes[..at], count, &zeros].concat();
                try_bytes(case.name, case.version, &bytes.into());
            }
        }
    }
}

#[test]
fn a_million_frames_of_random_bytes_are_survived() {
    let versions = versions();
    let mut random = Random::new(1);
    let mut taken = 0u64;
    for round in 0..1_000_000 {
        let (name, version) = versions[round % versions.len()];
        let length = random.below(96);
        // Small numbers make lengths that fit, so that the decoding gets somewhere.
        let small = [3, 256][random.below(2) as usize];
        let bytes: Bytes = (0..length).map(|_| random.below(small) as u8).collect();
        taken += u64::from(try_bytes(name, version, &bytes));
    }
    assert!(taken > 1000, "hardly any frame was valid ({taken}): the test does not reach deep");
}

#[test]
fn the_json_form_survives_cuts_patches_and_noise_too() {
    let mut random = Random::new(2);
    for case in cases() {
        for _ in 0..20 {
            let mut bytes = case.bytes.to_vec();
            for _ in 0..=random.below(3) {
                if bytes.is_empty() {
                    break;
                }
                let at = random.below(bytes.len() as u64) as usize;
                bytes[at] = [0, 1, 0x7f, 0x80, 0xff, random.next() as u8][random.below(6) as usize];
            }
            bytes.truncate(bytes.len() - random.below(bytes.len() as u64 / 8 + 1) as usize);
            let _ = kt_codec::json::to_json(case.name, case.version, &bytes.into());
        }
    }
}
