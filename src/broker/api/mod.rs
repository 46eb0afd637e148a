//! The APIs: a file a family, and here what is done for all of them once.
//!
//! A family lists what it serves in its `APIS`; [`table`] gathers them, and ApiVersions, the dispatcher and
//! docs/compat.md read that. A handler is a plain function from the request to the response, or an async one where it
//! has to wait (fetch, a commit that must be kept first). It never sees a socket, a header or a version it does not
//! serve. To add an API, write the handler and put a line in its family's table.

pub mod absent_groups;
mod access;
pub mod acls;
pub mod cluster;
pub mod configs;
pub mod consumer_groups;
pub mod coordinators;
mod dispatch;
pub mod elections;
pub mod features;
pub mod fetch;
pub mod group_offsets;
pub mod groups_admin;
pub mod groups_classic;
pub mod log_dirs;
pub mod metadata;
mod offset_fetch;
pub mod offsets;
pub mod operations;
pub mod produce;
mod produce_txn;
pub mod producer_ids;
pub mod quorum;
pub mod quotas;
pub mod reassignments;
pub mod records;
pub mod scram;
pub mod share_acknowledge;
pub mod share_fetch;
pub mod share_groups;
pub mod share_offsets;
pub mod share_state;
pub mod telemetry;
pub mod throttle;
pub mod tokens;
pub mod topics;
pub mod transactions;
pub mod txn_offsets;
pub mod versions;

use std::future::Future;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::AtomicU32;

use bytes::Bytes;
use kt_codec::{ApiKey, Chunk, DecodeError, EncodeError, Message, Str};

use super::Broker;

pub use dispatch::{Refusal, Reply, dispatch};

/// Who asks, and whom.
#[derive(Clone)]
pub struct Cx {
    pub broker: Arc<Broker>,
    pub client: Client,
    /// The version of this request.
    pub version: i16,
}

/// What is known of a client.
#[derive(Clone, Debug)]
pub struct Client {
    pub id: Option<Str>,
    pub address: SocketAddr,
    /// Which of the broker's listeners it came in on: it is told the addresses of that one.
    pub listener: usize,
    /// The number of its connection, that nothing else has.
    pub connection: u64,
    /// The software it names in ApiVersions.
    pub software: Option<Arc<str>>,
    /// For how long its connection is not to be read from after this answer, because it was too fast.
    pub muted_ms: Arc<AtomicU32>,
}

/// A response, already in the version that was asked for.
pub type Body = Result<Vec<Chunk>, EncodeError>;

/// What a handler gives back.
pub enum Answer {
    Now(Body),
    Later(Pin<Box<dyn Future<Output = Body> + Send>>),
    /// A produce with acks=0 that went well.
    Nothing,
    /// A produce with acks=0 that failed: all that can be said is to close the connection.
    Close(&'static str),
}

pub type Call = fn(Cx, Bytes) -> Result<Answer, DecodeError>;

/// One API that is served.
pub struct Api {
    pub key: ApiKey,
    /// What is served, both included.
    pub versions: (i16, i16),
    /// The first version that is offered, which may be lower.
    pub offered_from: i16,
    pub call: Call,
}

/// All APIs, in the order of their keys.
pub fn table() -> &'static [&'static Api] {
    static TABLE: std::sync::OnceLock<Vec<&'static Api>> = std::sync::OnceLock::new();
    TABLE.get_or_init(|| {
        let families: &[&'static [Api]] = &[
            versions::APIS,
            metadata::APIS,
            produce::APIS,
            fetch::APIS,
            offsets::APIS,
            producer_ids::APIS,
            transactions::APIS,
            txn_offsets::APIS,
            records::APIS,
            log_dirs::APIS,
            coordinators::APIS,
            groups_classic::APIS,
            groups_admin::APIS,
            group_offsets::APIS,
            consumer_groups::APIS,
            absent_groups::APIS,
            share_groups::APIS,
            share_fetch::APIS,
            share_acknowledge::APIS,
            share_offsets::APIS,
            share_state::APIS,
            topics::APIS,
            configs::APIS,
            features::APIS,
            cluster::APIS,
            quotas::APIS,
            scram::APIS,
            acls::APIS,
            elections::APIS,
            reassignments::APIS,
            quorum::APIS,
            tokens::APIS,
            telemetry::APIS,
        ];
        let mut all: Vec<&Api> = families.iter().copied().flatten().collect();
        all.sort_by_key(|api| api.key);
        all
    })
}

pub fn find(key: ApiKey) -> Option<&'static Api> {
    let table = table();
    table.binary_search_by_key(&key, |api| api.key).ok().map(|i| table[i])
}

/// Does work that takes its time (a change of the metadata, with its logs) beside the runtime's workers.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done,
        Err(error) => std::panic::resume_unwind(error.into_panic()),
    }
}

/// A time limit out of a request; negative ones are none at all.
pub fn millis(ms: i32) -> std::time::Duration {
    std::time::Duration::from_millis(u64::try_from(ms).unwrap_or(0))
}

/// Reads a request. What stands behind its last field is left alone, as by the original: librdkafka 2.16 asks for
/// the metadata of all topics with three bytes too many.
pub fn decode<M: Message>(body: Bytes, version: i16) -> Result<M, DecodeError> {
    M::decode(&mut kt_codec::Reader::new(body), version)
}

pub fn encode<M: Message>(message: &M, version: i16) -> Body {
    let mut w = kt_codec::Writer::with_capacity(256);
    message.encode(&mut w, version)?;
    Ok(w.finish())
}

/// One line of a family's table: the key, the versions, the handler.
///
/// `now` handlers are `fn(&Cx, Request) -> Response`, `later` ones `async fn(Cx, Request) -> Response`, `raw` ones
/// `fn(Cx, Request) -> Answer`.
macro_rules! api {
    ($key:ident, $first:literal..=$last:literal, now $handler:path) => {
        api!(@ $key, $first, $last, $first, |cx, request| {
            let begun = cx.begun();
            let mut response = $handler(&cx, request);
            cx.count_time(begun.map(|begun| begun.elapsed()), &mut response);
            $crate::broker::api::Answer::Now($crate::broker::api::encode(&response, cx.version))
        })
    };
    ($key:ident, $first:literal..=$last:literal, later $handler:path) => {
        api!(@ $key, $first, $last, $first, |cx, request| {
            let version = cx.version;
            let Some(_) = cx.begun() else {
                return Ok($crate::broker::api::Answer::Later(Box::pin(async move {
                    $crate::broker::api::encode(&$handler(cx, request).await, version)
                })));
            };
            $crate::broker::api::Answer::Later(Box::pin(async move {
                let after = cx.clone();
                let (mut response, spent) = $crate::broker::api::throttle::Timed::new($handler(cx, request)).await;
                after.count_time(Some(spent), &mut response);
                $crate::broker::api::encode(&response, version)
            }))
        })
    };
    ($key:ident, $first:literal..=$last:literal, raw $handler:path) => {
        api!(@ $key, $first, $last, $first, |cx, request| $handler(cx, request))
    };
    ($key:ident, $first:literal..=$last:literal, offered from $offered:literal, raw $handler:path) => {
        api!(@ $key, $first, $last, $offered, |cx, request| $handler(cx, request))
    };
    (@ $key:ident, $first:literal, $last:literal, $offered:literal, |$cx:ident, $request:ident| $answer:expr) => {
        $crate::broker::api::Api {
            key: kt_codec::ApiKey::$key,
            versions: ($first, $last),
            offered_from: $offered,
            call: |$cx, body| {
                let $request = $crate::broker::api::decode(body, $cx.version)?;
                Ok($answer)
            },
        }
    };
}
pub(crate) use api;
