//! Kafka's messages and stored records, in every version that Apache Kafka 4.3.1 knows.
//!
//! `generated/` is written by `kt-codec-gen` from `crates/codec-gen/definitions.json` and never edited. What stands
//! beside it is small: [`Reader`] and [`Writer`] know the primitives of the wire, [`types`] the values, [`schema`] the
//! shape of each message as data, and [`json`] prints any message in the form of the original's JSON converters.
//!
//! Decoding shares the frame: strings, bytes and records are slices of the `Bytes` they came in. Counts are measured
//! against what is left of the frame before anything is reserved, and a frame may not make the decoder hold more than
//! [`reader::ALLOWANCE`] times its own size.

pub mod json;
pub mod reader;
pub mod schema;
pub mod types;
pub mod writer;

mod generated;

pub use generated::*;
pub use reader::{DecodeError, Reader};
pub use types::{FileRegion, Records, Str, Tags, Uuid};
pub use writer::{Chunk, EncodeError, Writer};

/// A message or stored record with versions.
pub trait Message: Sized + Default {
    /// The name in the original's definitions, such as `ProduceRequest`.
    const NAME: &'static str;
    /// The first and the last version, both included.
    const VERSIONS: (i16, i16);
    /// The first version with compact lengths and tagged fields; `i16::MAX` if there is none.
    const FLEXIBLE: i16;

    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError>;
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError>;

    /// Decodes all of `bytes`; what is left over is an error.
    fn from_bytes(bytes: bytes::Bytes, version: i16) -> Result<Self, DecodeError> {
        let mut r = Reader::new(bytes);
        let message = Self::decode(&mut r, version)?;
        r.finish()?;
        Ok(message)
    }

    fn to_bytes(&self, version: i16) -> Result<bytes::Bytes, EncodeError> {
        let mut w = Writer::new();
        self.encode(&mut w, version)?;
        Ok(w.into_bytes())
    }
}

/// A request: it has a key and knows its response.
pub trait Request: Message + 'static {
    const API_KEY: ApiKey;
    type Response: Message;
}
