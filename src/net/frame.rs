//! Reads frames (a length of four bytes, then that many bytes) from a connection.
//!
//! The length is checked before anything is allocated for it. One buffer serves a connection: small requests that came
//! in together are cut from one read, a large one is read straight into its place, and the buffer is used again as soon
//! as the request before is done with it.

use std::fmt;
use std::io;

use bytes::{Buf, Bytes, BytesMut};
use tokio::io::{AsyncRead, AsyncReadExt};

/// What one read asks for when nothing is known yet.
const READ_AHEAD: usize = 16 * 1024;
/// So many bytes of a frame have to come before the whole of it gets its memory.
const BEGINNING: usize = 4 * 1024;
/// A buffer that grew beyond this for one large request is given back afterwards.
const KEEP: usize = 2 * 1024 * 1024;

/// Why no further frame can be read from a connection.
#[derive(Debug)]
pub enum FrameError {
    Io(io::Error),
    /// The peer left in the middle of a frame.
    CutShort {
        wanted: usize,
        got: usize,
    },
    TooLarge {
        size: usize,
        limit: usize,
    },
    Negative(i32),
    /// The first bytes are a TLS ClientHello: the port speaks plain text.
    Tls,
    /// The first bytes are an HTTP request line.
    Http,
}

impl fmt::Display for FrameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FrameError::Io(e) => write!(f, "{e}"),
            FrameError::CutShort { wanted, got } => write!(f, "the peer left after {got} of {wanted} bytes"),
            FrameError::TooLarge { size, limit } => {
                write!(f, "a request of {size} bytes, more than socket.request.max.bytes ({limit})")
            }
            FrameError::Negative(n) => write!(f, "a request of {n} bytes"),
            FrameError::Tls => {
                write!(f, "the client speaks TLS, this port plain text; set security.protocol=PLAINTEXT in the client")
            }
            FrameError::Http => write!(f, "the client speaks HTTP, this port Kafka's protocol"),
        }
    }
}

impl From<io::Error> for FrameError {
    fn from(e: io::Error) -> Self {
        FrameError::Io(e)
    }
}

/// The reading side of one connection.
#[derive(Default)]
pub struct FrameReader {
    buf: BytesMut,
    seen_one: bool,
}

impl FrameReader {
    /// The length of the next frame, None at an orderly end. The frame itself stays to be read.
    pub async fn length<S: AsyncRead + Unpin>(
        &mut self,
        stream: &mut S,
        limit: usize,
    ) -> Result<Option<usize>, FrameError> {
        while self.buf.len() < 4 {
            if self.buf.is_empty() && self.buf.capacity() > KEEP {
                self.buf = BytesMut::new();
            }
            self.buf.reserve(READ_AHEAD);
            if stream.read_buf(&mut self.buf).await? == 0 {
                return match self.buf.len() {
                    0 => Ok(None),
                    got => Err(FrameError::CutShort { wanted: 4, got }),
                };
            }
        }
        let head = [self.buf[0], self.buf[1], self.buf[2], self.buf[3]];
        let size = i32::from_be_bytes(head);
        if !self.seen_one {
            recognise(head)?;
            self.seen_one = true;
        }
        match usize::try_from(size) {
            Err(_) => Err(FrameError::Negative(size)),
            Ok(size) if size > limit => Err(FrameError::TooLarge { size, limit }),
            Ok(size) => Ok(Some(size)),
        }
    }

    /// Waits for the first bytes of the frame whose length was just told, which stays to be read.
    pub async fn beginning<S: AsyncRead + Unpin>(&mut self, stream: &mut S, size: usize) -> Result<(), FrameError> {
        let wanted = 4 + size.min(BEGINNING);
        while self.buf.len() < wanted {
            self.buf.reserve(READ_AHEAD);
            if stream.read_buf(&mut self.buf).await? == 0 {
                return Err(FrameError::CutShort { wanted: size, got: self.buf.len() - 4 });
            }
        }
        Ok(())
    }

    /// The frame whose length was just told.
    pub async fn body<S: AsyncRead + Unpin>(&mut self, stream: &mut S, size: usize) -> Result<Bytes, FrameError> {
        self.buf.advance(4);
        if self.buf.len() < size {
            self.buf.reserve(size - self.buf.len());
        }
        while self.buf.len() < size {
            if stream.read_buf(&mut self.buf).await? == 0 {
                return Err(FrameError::CutShort { wanted: size, got: self.buf.len() });
            }
        }
        Ok(self.buf.split_to(size).freeze())
    }
}

/// Other protocols begin with bytes that would be a frame of an absurd length.
fn recognise(head: [u8; 4]) -> Result<(), FrameError> {
    match &head {
        [0x16, 0x03, 0..=4, _] => Err(FrameError::Tls),
        b"GET " | b"POST" | b"PUT " | b"HEAD" | b"OPTI" | b"DELE" | b"PATC" | b"CONN" | b"PRI " => {
            Err(FrameError::Http)
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn read_all(mut input: &[u8], limit: usize) -> (Vec<Bytes>, Option<FrameError>) {
        let mut reader = FrameReader::default();
        let mut frames = Vec::new();
        loop {
            match reader.length(&mut input, limit).await {
                Ok(None) => return (frames, None),
                Ok(Some(size)) => match reader.body(&mut input, size).await {
                    Ok(frame) => frames.push(frame),
                    Err(e) => return (frames, Some(e)),
                },
                Err(e) => return (frames, Some(e)),
            }
        }
    }

    #[tokio::test]
    async fn frames_that_came_together_are_cut_apart() {
        let (frames, end) = read_all(b"\0\0\0\x02ab\0\0\0\0\0\0\0\x01c", 10).await;
        assert_eq!(frames, [&b"ab"[..], b"", b"c"]);
        assert!(end.is_none());
    }

    #[tokio::test]
    async fn a_length_above_the_limit_is_refused_before_it_is_allocated() {
        let (_, end) = read_all(b"\x7f\xff\xff\xff", 100).await;
        assert!(matches!(end, Some(FrameError::TooLarge { size: 0x7fff_ffff, limit: 100 })));
        let (_, end) = read_all(b"\xff\xff\xff\xff", 100).await;
        assert!(matches!(end, Some(FrameError::Negative(-1))));
    }

    #[tokio::test]
    async fn a_frame_that_ends_early_is_not_served() {
        let (frames, end) = read_all(b"\0\0\0\x05abc", 100).await;
        assert!(frames.is_empty());
        assert!(matches!(end, Some(FrameError::CutShort { wanted: 5, got: 3 })));
    }

    #[tokio::test]
    async fn other_protocols_are_recognised() {
        assert!(matches!(read_all(b"\x16\x03\x01\x02\0", 100).await.1, Some(FrameError::Tls)));
        assert!(matches!(read_all(b"GET / HTTP/1.1\r\n", 100).await.1, Some(FrameError::Http)));
    }
}
