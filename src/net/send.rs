//! Sends chunks: bytes by gathered writes, regions of files by sendfile, so that a fetched batch is never copied.

use std::fs::File;
use std::io::{self, IoSlice};

use kt_codec::Chunk;
use rustix::net::SendFlags;
use tokio::io::Interest;
use tokio::net::TcpStream;

/// What one call to sendfile may move, so that one large fetch does not hold a worker.
const SENDFILE_MOST: usize = 1024 * 1024;

/// Sends all chunks in order.
///
/// A region that its file cannot fill is an error, and the connection has to be closed: the length went out already.
pub async fn send(stream: &TcpStream, chunks: &[Chunk]) -> io::Result<()> {
    let mut rest = chunks;
    while let Some(first) = rest.first() {
        match first {
            Chunk::File { file, offset, len } => {
                send_file(stream, file, *offset, *len).await?;
                rest = &rest[1..];
            }
            Chunk::Bytes(_) => {
                let run = rest.iter().take_while(|c| matches!(c, Chunk::Bytes(_))).count();
                let (bytes, after) = rest.split_at(run);
                send_bytes(stream, bytes, !after.is_empty()).await?;
                rest = after;
            }
        }
    }
    Ok(())
}

async fn send_bytes(stream: &TcpStream, chunks: &[Chunk], more: bool) -> io::Result<()> {
    let mut slices: Vec<IoSlice<'_>> = chunks
        .iter()
        .filter_map(|c| match c {
            Chunk::Bytes(b) => Some(IoSlice::new(b)),
            Chunk::File { .. } => None,
        })
        .collect();
    let mut rest = &mut slices[..];
    // An empty chunk would make the loop below wait for nothing.
    IoSlice::advance_slices(&mut rest, 0);
    while !rest.is_empty() {
        let sent = if let ([one], true) = (&*rest, more) {
            // The kernel holds the head back until the file's bytes follow: one packet instead of two.
            stream
                .async_io(Interest::WRITABLE, || {
                    Ok(rustix::net::send(stream, one, SendFlags::MORE | SendFlags::NOSIGNAL)?)
                })
                .await?
        } else {
            stream.async_io(Interest::WRITABLE, || Ok(rustix::io::writev(stream, rest)?)).await?
        };
        if sent == 0 {
            return Err(io::ErrorKind::WriteZero.into());
        }
        IoSlice::advance_slices(&mut rest, sent);
    }
    Ok(())
}

async fn send_file(stream: &TcpStream, file: &File, mut offset: u64, len: u64) -> io::Result<()> {
    let end = offset + len;
    while offset < end {
        let want = (end - offset).min(SENDFILE_MOST as u64) as usize;
        let sent = stream
            .async_io(Interest::WRITABLE, || {
                let mut at = offset;
                Ok(rustix::fs::sendfile(stream, file, Some(&mut at), want)?)
            })
            .await?;
        if sent == 0 {
            return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "a log file is shorter than its index says"));
        }
        offset += sent as u64;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use bytes::Bytes;
    use std::io::Write;
    use std::sync::Arc;
    use tokio::io::AsyncReadExt;
    use tokio::net::TcpListener;

    #[tokio::test]
    async fn bytes_and_regions_of_files_arrive_in_order() {
        let mut file = tempfile::tempfile().expect("a temporary file");
        let content: Vec<u8> = (0..3_000_000u32).map(|i| (i % 251) as u8).collect();
        file.write_all(&content).expect("room for 3 MB");
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("it is bound");
        let client = tokio::spawn(async move {
            let mut stream = TcpStream::connect(address).await.expect("the listener is there");
            let mut all = Vec::new();
            stream.read_to_end(&mut all).await.expect("the sender closes in order");
            all
        });
        let (stream, _) = listener.accept().await.expect("the client connects");
        let chunks = [
            Chunk::Bytes(Bytes::from_static(b"head")),
            Chunk::File { file: Arc::new(file), offset: 10, len: 2_500_000 },
            Chunk::Bytes(Bytes::new()),
            Chunk::Bytes(Bytes::from_static(b"tail")),
        ];
        send(&stream, &chunks).await.expect("the client reads");
        drop(stream);
        let got = client.await.expect("the client ends");
        assert_eq!(&got[..4], b"head");
        assert_eq!(&got[4..2_500_004], &content[10..2_500_010]);
        assert_eq!(&got[2_500_004..], b"tail");
    }
}
