//! System calls that the standard library does not wrap, and calls of librdkafka's that its crate does not: the only
//! file that may hold `unsafe`.
#![allow(unsafe_code)]

use std::ffi::{CStr, CString, NulError, c_char, c_int, c_void};
use std::fs::File;
use std::io;
use std::os::fd::AsRawFd;
use std::sync::{PoisonError, RwLock};

use libc::{addrinfo, freeaddrinfo, getaddrinfo};
use rdkafka::ClientContext;
use rdkafka::bindings::{rd_kafka_brokers_add, rd_kafka_conf, rd_kafka_conf_t, rd_kafka_mem_free, rd_kafka_memberid};
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

/// A host by its name, and a port.
type Named<'a> = (&'a str, u16);
/// The same as text for C.
type Place = (CString, CString);
type Resolve =
    unsafe extern "C" fn(*const c_char, *const c_char, *const addrinfo, *mut *mut addrinfo, *mut c_void) -> c_int;

/// Where clients of librdkafka's in this process go in place of an address; see [`dial_instead`].
static INSTEAD: RwLock<Vec<(Place, Place)>> = RwLock::new(Vec::new());

unsafe extern "C" {
    // The crate's bindings leave it out.
    fn rd_kafka_conf_set_resolve_cb(conf: *mut rd_kafka_conf_t, resolve: Option<Resolve>);
}

/// getaddrinfo for librdkafka, which also frees what it gave when it is called without a name.
unsafe extern "C" fn resolve(
    host: *const c_char,
    port: *const c_char,
    hints: *const addrinfo,
    found: *mut *mut addrinfo,
    _opaque: *mut c_void,
) -> c_int {
    // SAFETY: librdkafka calls with two C strings and hints, and a place for the answer, all of which outlive the call;
    // or with null for the three, and the place of an answer that came from here and was not freed yet.
    unsafe {
        if host.is_null() || port.is_null() {
            freeaddrinfo(*found);
            return 0;
        }
        let all = INSTEAD.read().unwrap_or_else(PoisonError::into_inner);
        let asked = (CStr::from_ptr(host), CStr::from_ptr(port));
        match all.iter().find(|((host, port), _)| (host.as_c_str(), port.as_c_str()) == asked) {
            Some((_, (host, port))) => getaddrinfo(host.as_ptr(), port.as_ptr(), hints, found),
            None => getaddrinfo(host, port, hints, found),
        }
    }
}

/// Has a client that knows no broker yet go to the second of two addresses wherever it is led to the first, and then tells
/// it its first brokers: `host:port,…`.
pub fn dial_instead<C: ClientContext>(
    client: &Client<C>,
    servers: &str,
    instead: &[(Named<'_>, Named<'_>)],
) -> Result<(), NulError> {
    let place = |(host, port): Named<'_>| Ok((CString::new(host)?, CString::new(port.to_string())?));
    let pairs = instead.iter().map(|(from, to)| Ok((place(*from)?, place(*to)?)));
    let pairs = pairs.collect::<Result<Vec<(Place, Place)>, NulError>>()?;
    let servers = CString::new(servers)?;
    *INSTEAD.write().unwrap_or_else(PoisonError::into_inner) = pairs;
    // SAFETY: the client lives as long as the borrow, and its configuration with it. A client's own configuration is meant
    // to be read only; but a resolver can be set nowhere else from outside of the crate, it is one pointer, and nobody
    // reads it before the client has an address to resolve, which the last line gives it.
    unsafe {
        rd_kafka_conf_set_resolve_cb(rd_kafka_conf(client.native_ptr()).cast_mut(), Some(resolve));
        rd_kafka_brokers_add(client.native_ptr(), servers.as_ptr());
    }
    Ok(())
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
