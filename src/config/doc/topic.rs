//! What a topic's keys are for.

pub(super) const SENTENCES: super::Sentences = &[
    (
        "cleanup.policy",
        "What happens to old records: 'delete' drops whole segments by age or size, 'compact' keeps the last record of each key; both may be given, and an empty list keeps everything.",
    ),
    (
        "compression.gzip.level",
        "How hard gzip works when the topic's compression.type is gzip: 1 is fastest, 9 smallest, -1 the library's choice.",
    ),
    (
        "compression.lz4.level",
        "How hard lz4 works when the topic's compression.type is lz4, from 1 (fastest) to 17 (smallest).",
    ),
    (
        "compression.type",
        "How batches are stored: 'producer' keeps them as they were sent, a codec recompresses whatever differs, 'uncompressed' stores them plain.",
    ),
    (
        "compression.zstd.level",
        "How hard zstd works when the topic's compression.type is zstd; higher is smaller and slower, negative levels are faster still.",
    ),
    (
        "delete.retention.ms",
        "How long a compacted topic keeps the marker of a deletion, which is the time a reader has to go from the first record to the end without missing one.",
    ),
    ("file.delete.delay.ms", "How long the files of a dropped segment stay on disk before they are removed."),
    (
        "flush.messages",
        "After how many records the log is forced to disk; by default that is left to the system and to replication.",
    ),
    (
        "flush.ms",
        "How long a record may wait before the log is forced to disk; by default that is left to the system and to replication.",
    ),
    (
        "follower.replication.throttled.replicas",
        "Replicas whose followers are held to follower.replication.throttled.rate, as partition:broker pairs, or * for all of the topic's.",
    ),
    (
        "index.interval.bytes",
        "About how many bytes of log lie between two entries of the offset index: fewer make a read land closer and the index larger.",
    ),
    ("internal.segment.bytes", "A segment size below the smallest one that segment.bytes allows, for tests."),
    (
        "leader.replication.throttled.replicas",
        "Replicas whose leaders are held to leader.replication.throttled.rate, as partition:broker pairs, or * for all of the topic's.",
    ),
    (
        "local.retention.bytes",
        "With tiered storage, how many bytes of a partition stay on local disk; -2 takes retention.bytes.",
    ),
    ("local.retention.ms", "With tiered storage, how long segments stay on local disk; -2 takes retention.ms."),
    ("max.compaction.lag.ms", "The longest a record may stay uncompacted in a compacted topic."),
    ("max.message.bytes", "The largest batch the topic accepts, counted after compression."),
    (
        "message.timestamp.after.max.ms",
        "How far a record's timestamp may lie ahead of the broker's clock before the record is refused; LogAppendTime ignores it.",
    ),
    (
        "message.timestamp.before.max.ms",
        "How far a record's timestamp may lie behind the broker's clock before the record is refused; LogAppendTime ignores it.",
    ),
    (
        "message.timestamp.type",
        "Whose time a record carries: CreateTime is the producer's, LogAppendTime the broker's at the moment of writing.",
    ),
    (
        "min.cleanable.dirty.ratio",
        "The share of a compacted log that must be uncompacted before the cleaner takes it up: higher saves work, lower saves space.",
    ),
    ("min.compaction.lag.ms", "How long a record is safe from compaction."),
    (
        "min.insync.replicas",
        "How many replicas must have a record before acks=all is answered; with fewer in sync such produce requests are refused.",
    ),
    ("preallocate", "Whether the file of a new segment gets its full size at once."),
    (
        "remote.log.copy.disable",
        "With tiered storage, stops copying to the remote tier and leaves what is there readable.",
    ),
    (
        "remote.log.delete.on.disable",
        "With tiered storage, whether switching it off also deletes what the remote tier holds.",
    ),
    ("remote.storage.enable", "Whether the topic uses tiered storage."),
    (
        "retention.bytes",
        "How large a partition may grow before its oldest segments are dropped, where cleanup.policy has 'delete'; -1 is no limit.",
    ),
    (
        "retention.ms",
        "How long records are kept before their segments are dropped, where cleanup.policy has 'delete'; -1 is for ever.",
    ),
    (
        "segment.bytes",
        "The size at which a partition goes on in a new segment file; retention and compaction work on whole segments.",
    ),
    (
        "segment.index.bytes",
        "The largest offset index of a segment, set aside in advance and cut to size when the segment is closed.",
    ),
    (
        "segment.jitter.ms",
        "The most by which segment.ms is shortened at random, so that not all partitions roll at once.",
    ),
    ("segment.ms", "The age at which a partition goes on in a new segment file even if the old one is not full."),
    (
        "unclean.leader.election.enable",
        "Whether a replica that is not in sync may become leader when no other can, at the price of losing records.",
    ),
];
