//! System calls that the standard library does not wrap, and a call of librdkafka's that its crate does not: the only
//! file that may hold `unsafe`.
#![allow(unsafe_code)]

use std::ffi::CStr;
use std::fs::File;
use std::io;
use std::os::fd::AsRawFd;

use rdkafka::ClientContext;
use rdkafka::bindings::{rd_kafka_mem_free, rd_kafka_memberid};
use rdkafka::client::Client;

/// How many parts one call takes; every Linux takes 1024.
const MAX_PARTS: usize = 64;

/// How many bytes one call takes. For a longer write ext4 takes pages of the cache in larger blocks (large folios), and
/// those come from memory that was not used of late: on a virtual machine, whose host still has to lend that memory,
/// 1 MiB at a time was measured to cost 0.4 to 2.3 CPU seconds a gigabyte, 64 KiB at a time 0.2 to 0.3.
const MAX_BYTES: usize = 64 << 10;

/// Writes all parts, one after the other, from position `at` of the file (pwritev).
pub fn write_all_vectored_at(file: &File, parts: &[&[u8]], at: u64) -> io::Result<()> {
    let (mut part, mut skip, mut at) = (0, 0, at);
    loop {
        let mut vecs = [libc::iovec { iov_base: std::ptr::null_mut(), iov_len: 0 }; MAX_PARTS];
        let (mut used, mut room) = (0, MAX_BYTES);
        for (i, bytes) in parts.iter().enumerate().skip(part).take(MAX_PARTS) {
            let bytes = if i == part { &bytes[skip..] } else { bytes };
            let len = bytes.len().min(room);
            vecs[used] = libc::iovec { iov_base: bytes.as_ptr() as *mut libc::c_void, iov_len: len };
            (used, room) = (used + 1, room - len);
            if room == 0 {
                break;
            }
        }
        if used == 0 {
            return Ok(());
        }
        let offset = libc::off_t::try_from(at).map_err(|_| io::Error::from(io::ErrorKind::FileTooLarge))?;
        // SAFETY: each of the `used` vectors points into a slice of `parts`, which outlives the call; the kernel only
        // reads through them.
        let written = unsafe { libc::pwritev(file.as_raw_fd(), vecs.as_ptr(), used as libc::c_int, offset) };
        if written < 0 {
            let error = io::Error::last_os_error();
            if error.kind() == io::ErrorKind::Interrupted {
                continue;
            }
            return Err(error);
        }
        let mut left = written as usize;
        if left == 0 && vecs[..used].iter().any(|v| v.iov_len > 0) {
            return Err(io::ErrorKind::WriteZero.into());
        }
        at += left as u64;
        // Move past what was written, and past empty parts.
        while part < parts.len() && left >= parts[part].len() - skip {
            left -= parts[part].len() - skip;
            (part, skip) = (part + 1, 0);
        }
        skip += left;
        if part == parts.len() {
            return Ok(());
        }
    }
}

/// The id under which a consumer is, or will be, a member of its group.
pub fn member_id<C: ClientContext>(client: &Client<C>) -> Option<String> {
    // SAFETY: the client lives as long as the borrow; what it answers is null or a C string of ours, freed once.
    unsafe {
        let id = rd_kafka_memberid(client.native_ptr());
        if id.is_null() {
            return None;
        }
        let text = CStr::from_ptr(id).to_string_lossy().into_owned();
        rd_kafka_mem_free(client.native_ptr(), id.cast());
        Some(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_arrive_in_order_whatever_their_number_and_size() {
        let file = tempfile::tempfile().unwrap();
        let pieces: Vec<Vec<u8>> = (0..200u8).map(|i| vec![i; usize::from(i % 7) * 30_000]).collect();
        let parts: Vec<&[u8]> = pieces.iter().map(|p| &p[..]).collect();
        write_all_vectored_at(&file, &parts, 5).unwrap();
        write_all_vectored_at(&file, &[], 5).unwrap();
        write_all_vectored_at(&file, &[b"", b""], 5).unwrap();
        let expected = pieces.concat();
        let mut got = vec![0; expected.len()];
        std::os::unix::fs::FileExt::read_exact_at(&file, &mut got, 5).unwrap();
        assert!(got == expected);
    }
}
