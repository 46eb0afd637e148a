//! Transactions. Their records are kept; nothing is coordinated yet.

use std::convert::Infallible;

use bytes::Bytes;
use kt_codec::{DecodeError, EncodeError};

use super::runtime::{Effects, Kind, Meta};
use crate::broker::internal;

pub struct Txns;

impl Kind for Txns {
    type Shard = ();
    type Record = Infallible;
    type Timer = Infallible;

    fn topic(&self) -> &'static str {
        internal::TRANSACTIONS
    }

    fn shard(&self, _index: i32) {}

    fn encode(record: &Infallible) -> Result<(Bytes, Option<Bytes>), EncodeError> {
        match *record {}
    }

    fn decode(_key: Bytes, _value: Option<Bytes>) -> Result<Option<Infallible>, DecodeError> {
        Ok(None)
    }

    fn apply(&self, _shard: &mut (), _meta: &Meta, record: Infallible) {
        match record {}
    }

    fn apply_marker(&self, _shard: &mut (), _producer_id: i64, _epoch: i16, _commit: bool) {}

    fn loaded(&self, _shard: &mut (), _now_ms: i64, _fx: &mut Effects<Self>) {}

    fn due(&self, _shard: &mut (), timer: Infallible, _now_ms: i64, _fx: &mut Effects<Self>) -> Vec<Infallible> {
        match timer {}
    }
}
