//! What the broker's keys about tiered storage are for. kt has none, but knows the keys.

pub(super) const SENTENCES: super::Sentences = &[
    (
        "follower.fetch.last.tiered.offset.enable",
        "Whether a new follower begins after the records that are already in the remote tier.",
    ),
    ("remote.fetch.max.wait.ms", "How long a fetch waits for records from the remote tier."),
    ("remote.list.offsets.request.timeout.ms", "How long a search for an offset in the remote tier may take."),
    ("remote.log.index.file.cache.total.size.bytes", "How much local disk is used for indexes of remote segments."),
    ("remote.log.index.file.cache.ttl.ms", "How long an unused index of a remote segment stays on local disk."),
    ("remote.log.manager.copier.thread.pool.size", "How many threads copy segments to the remote tier."),
    ("remote.log.manager.copy.max.bytes.per.second", "How many bytes a second are copied to the remote tier at most."),
    (
        "remote.log.manager.copy.quota.window.num",
        "How many samples the rate of copying to the remote tier is measured over.",
    ),
    (
        "remote.log.manager.copy.quota.window.size.seconds",
        "How long one sample of the rate of copying to the remote tier is.",
    ),
    (
        "remote.log.manager.expiration.thread.pool.size",
        "How many threads remove expired segments from the remote tier.",
    ),
    (
        "remote.log.manager.fetch.max.bytes.per.second",
        "How many bytes a second are fetched from the remote tier at most.",
    ),
    (
        "remote.log.manager.fetch.quota.window.num",
        "How many samples the rate of fetching from the remote tier is measured over.",
    ),
    (
        "remote.log.manager.fetch.quota.window.size.seconds",
        "How long one sample of the rate of fetching from the remote tier is.",
    ),
    (
        "remote.log.manager.follower.thread.pool.size",
        "How many threads keep followers informed of what the remote tier holds.",
    ),
    ("remote.log.manager.task.interval.ms", "How often copying and removal in the remote tier are looked after."),
    (
        "remote.log.manager.task.retry.backoff.max.ms",
        "The longest pause before failed work with the remote tier is tried again.",
    ),
    (
        "remote.log.manager.task.retry.backoff.ms",
        "The first pause before failed work with the remote tier is tried again.",
    ),
    ("remote.log.manager.task.retry.jitter", "The share by which those pauses are varied at random."),
    ("remote.log.manager.thread.pool.size", "The older name of remote.log.manager.follower.thread.pool.size."),
    (
        "remote.log.metadata.custom.metadata.max.bytes",
        "The most a remote storage plugin may keep with a segment; more stops the copying.",
    ),
    ("remote.log.metadata.manager.class.name", "The Java class that keeps track of remote segments."),
    (
        "remote.log.metadata.manager.class.path",
        "Where the class of remote.log.metadata.manager.class.name is loaded from.",
    ),
    ("remote.log.metadata.manager.impl.prefix", "The prefix of settings that are handed to the metadata manager."),
    ("remote.log.metadata.manager.listener.name", "The listener through which the metadata manager talks to brokers."),
    ("remote.log.reader.max.pending.tasks", "How many remote reads may wait before further ones fail."),
    ("remote.log.reader.threads", "How many threads read from the remote tier."),
    ("remote.log.storage.manager.class.name", "The Java class that stores segments in the remote tier."),
    (
        "remote.log.storage.manager.class.path",
        "Where the class of remote.log.storage.manager.class.name is loaded from.",
    ),
    ("remote.log.storage.manager.impl.prefix", "The prefix of settings that are handed to the storage manager."),
    ("remote.log.storage.system.enable", "Whether topics may use tiered storage."),
];
