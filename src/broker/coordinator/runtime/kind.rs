//! What a coordinator has to say for itself: its topic, its state, its records.

use std::fmt::Debug;
use std::sync::Arc;

use bytes::Bytes;
use kt_codec::{DecodeError, EncodeError};

use super::Effects;
use crate::broker::Current;
use crate::broker::controller::Image;
use crate::broker::log::Verified;
use crate::broker::partition::Partition;
use crate::protocol::code::ErrorCode;
use crate::protocol::compress::Codec;

/// A sort of coordinator. Its state changes in two ways: by [`apply`](Self::apply), from records, which is also what
/// loading does; and softly, in a decision, for what no record keeps (who waits for an answer, when a member was heard
/// of). What must hold: after loading a log the state is that of the shard that wrote it, but for what is soft.
pub trait Kind: Send + Sync + Sized + 'static {
    /// The state of one partition of the topic.
    type Shard: Send + 'static;
    /// A typed stored record.
    type Record: Send;
    /// What can fall due.
    type Timer: Ord + Clone + Debug + Send + 'static;

    fn topic(&self) -> &'static str;

    fn shard(&self, index: i32) -> Self::Shard;

    fn encode(record: &Self::Record) -> Result<(Bytes, Option<Bytes>), EncodeError>;

    /// `None` for a record of a sort that is not known: it stays on the disk and is not applied.
    fn decode(key: Bytes, value: Option<Bytes>) -> Result<Option<Self::Record>, DecodeError>;

    fn apply(&self, shard: &mut Self::Shard, meta: &Meta, record: Self::Record);

    /// A transaction that wrote into this partition has ended.
    fn apply_marker(&self, shard: &mut Self::Shard, producer_id: i64, epoch: i16, commit: bool);

    /// The shard is loaded, and not served yet: start timers, go on with what was unfinished.
    fn loaded(&self, shard: &mut Self::Shard, now_ms: i64, fx: &mut Effects<Self>);

    /// A timer fell due. What is decided here is appended as by a request.
    fn due(
        &self,
        shard: &mut Self::Shard,
        timer: Self::Timer,
        now_ms: i64,
        fx: &mut Effects<Self>,
    ) -> Vec<Self::Record>;

    /// How its records are compressed.
    fn codec(_world: &World) -> Codec {
        Codec::None
    }
}

/// Where a record comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meta {
    pub offset: i64,
    pub timestamp: i64,
    /// The transaction that the record is part of: producer id and epoch.
    pub producer: Option<(i64, i16)>,
}

/// What a step may look at besides its shard. The same for the whole of the step.
#[derive(Clone)]
pub struct World {
    pub now_ms: i64,
    pub current: Arc<Current>,
    pub image: Arc<Image>,
}

/// What the runtime needs of the broker it runs on.
pub trait Host: Send + Sync + 'static {
    fn partition(&self, topic: &str, index: i32) -> Result<Arc<Partition>, ErrorCode>;

    /// How many partitions a topic has, if it is there.
    fn count(&self, topic: &str) -> Option<i32>;

    /// `None` once the broker has ended.
    fn world(&self) -> Option<World>;

    fn sync_soon(&self, partition: &Arc<Partition>);
}

/// Whose transaction records are part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Transaction {
    pub producer_id: i64,
    pub epoch: i16,
    /// What is known of it, should it begin with these records.
    pub verified: Verified,
}

/// What was decided: the records to write, and what to say once they are kept.
pub struct Decision<R, T> {
    pub records: Vec<R>,
    pub reply: T,
    /// The records are part of a transaction.
    pub transaction: Option<Transaction>,
}

impl<R, T> Decision<R, T> {
    pub fn new(records: Vec<R>, reply: T) -> Decision<R, T> {
        Decision { records, reply, transaction: None }
    }

    /// Nothing to write.
    pub fn reply(reply: T) -> Decision<R, T> {
        Decision::new(Vec::new(), reply)
    }

    pub fn transactional(mut self, transaction: Transaction) -> Decision<R, T> {
        self.transaction = Some(transaction);
        self
    }
}
