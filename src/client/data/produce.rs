//! What a producer is asked to do, and what it tells about records that did not arrive. Both engines take the same.

use std::sync::Arc;
use std::time::Duration;

use crate::protocol::code::ErrorCode;
use crate::protocol::compress::Codec;

/// When a record counts as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Acks {
    /// Nobody is asked: what gets lost is lost.
    None,
    Leader,
    All,
}

impl Acks {
    /// Kafka's spelling: 0, 1, -1 or all.
    pub fn parse(text: &str) -> Option<Self> {
        Some(match text.trim() {
            "0" => Self::None,
            "1" => Self::Leader,
            "-1" | "all" => Self::All,
            _ => return None,
        })
    }

    pub fn wire(self) -> i16 {
        match self {
            Self::None => 0,
            Self::Leader => 1,
            Self::All => -1,
        }
    }
}

/// Whether repeats are recognised by the broker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Idempotence {
    Off,
    /// As by default: used unless the broker refuses it.
    Wanted,
    /// Asked for by name: an error if the broker refuses it.
    Required,
}

/// Which partition a record goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Partitioner {
    /// By the key's hash; records without a key stay together for a batch and then move on.
    ByKey(KeyHash),
    /// As if no record had a key (`partitioner.ignore.keys`).
    IgnoreKeys,
    /// One after the other.
    RoundRobin,
    /// Each record by chance.
    Random,
}

/// What makes a number of a key. Programs that write the same keys have to use the same one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyHash {
    /// Kafka's own clients.
    Murmur2,
    /// librdkafka's `consistent_random`, which is the default there: an empty key counts as none.
    Crc32,
    /// Sarama's default, librdkafka's `fnv1a`.
    Fnv1a,
}

/// How to produce. Sizes in bytes.
#[derive(Clone, Debug)]
pub struct ProduceSettings {
    pub topic: String,
    pub acks: Acks,
    pub idempotence: Idempotence,
    pub codec: Codec,
    pub level: Option<i32>,
    pub partitioner: Partitioner,
    pub batch_size: usize,
    /// How long a batch waits for company. `None`: only while others are under way, so a lone record leaves at once.
    pub linger: Option<Duration>,
    pub buffer_memory: usize,
    pub max_request_size: usize,
    /// How long to wait for the topic to appear, or for room in the buffer.
    pub max_block: Duration,
    pub request_timeout: Duration,
    pub delivery_timeout: Duration,
    pub retries: u32,
    pub retry_backoff: Duration,
    pub metadata_max_age: Duration,
    /// All is written in transactions; see `wire::Producer::commit`.
    pub transaction: Option<TransactionSettings>,
}

/// Whose transactions they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TransactionSettings {
    pub id: String,
    /// The coordinator aborts what takes longer.
    pub timeout: Duration,
}

/// What a batch may hold before it leaves, if nobody says otherwise: large enough for the rate, small enough for every
/// broker's `message.max.bytes`.
pub const BATCH_SIZE: usize = 256 * 1024;

impl ProduceSettings {
    /// Kafka's defaults, but for the two that only cost time: larger batches, no waiting for company.
    pub fn new(topic: impl Into<String>) -> Self {
        Self {
            topic: topic.into(),
            acks: Acks::All,
            idempotence: Idempotence::Wanted,
            codec: Codec::None,
            level: None,
            partitioner: Partitioner::ByKey(KeyHash::Murmur2),
            batch_size: BATCH_SIZE,
            linger: None,
            buffer_memory: 32 * 1024 * 1024,
            max_request_size: 1024 * 1024,
            max_block: Duration::from_secs(10),
            request_timeout: Duration::from_secs(10),
            delivery_timeout: Duration::from_secs(120),
            retries: u32::MAX,
            retry_backoff: Duration::from_millis(100),
            metadata_max_age: Duration::from_secs(300),
            transaction: None,
        }
    }
}

/// Records that were given up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undelivered {
    pub topic: String,
    /// `None`: it was not even decided where they should go.
    pub partition: Option<i32>,
    pub count: u64,
    pub reason: String,
}

/// What a record can carry on its way, to be recognised when its fate is told: a number and a size of the caller's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tag {
    pub number: u64,
    pub bytes: u32,
}

/// The fate of the tagged records of one batch, in their order.
#[derive(Clone, Debug)]
pub struct Settled<'a> {
    /// -1: it was not even decided where they should go.
    pub partition: i32,
    pub tags: &'a [Tag],
    /// The first one's offset (-1 if the broker did not tell), or why they were given up: a code, and its sentence.
    pub outcome: Result<i64, (ErrorCode, String)>,
}

/// What a producer tells, from any thread.
#[derive(Clone)]
pub struct Hooks {
    /// Records were given up.
    pub undelivered: Arc<dyn Fn(&Undelivered) + Send + Sync>,
    /// The fate of tagged records.
    pub settled: Arc<dyn Fn(&Settled<'_>) + Send + Sync>,
}

impl Hooks {
    /// Nobody asks about single records.
    pub fn undelivered(tell: Arc<dyn Fn(&Undelivered) + Send + Sync>) -> Self {
        Self { undelivered: tell, settled: Arc::new(|_| {}) }
    }
}

/// What became of everything that was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Acknowledged records by partition.
    pub delivered: Vec<u64>,
    pub undelivered: u64,
    /// Offset and partition of the last batch that was acknowledged, if the broker told.
    pub last: Option<(i32, i64)>,
}

impl Tally {
    pub fn delivered(&self) -> u64 {
        self.delivered.iter().sum()
    }
}
