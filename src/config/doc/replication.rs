//! What the broker's keys about replication and the controller are for.

pub(super) const SENTENCES: super::Sentences = &[
    ("auto.leader.rebalance.enable", "Whether leadership goes back to the preferred replicas by itself."),
    ("broker.heartbeat.interval.ms", "How often a broker tells the controller that it is alive."),
    (
        "broker.session.timeout.ms",
        "How long the controller waits for a broker's heartbeat before it takes the broker for dead.",
    ),
    ("controlled.shutdown.enable", "Whether a broker hands its leaderships over before it stops."),
    ("controller.listener.names", "The names of the listeners that the controller uses."),
    ("controller.quorum.append.linger.ms", "How long the controller gathers records before it writes them."),
    ("controller.quorum.auto.join.enable", "Whether a controller joins the quorum by itself."),
    ("controller.quorum.bootstrap.servers", "Where to look for the quorum of controllers at the start."),
    (
        "controller.quorum.election.backoff.max.ms",
        "The longest pause before another election of a controller after one that nobody won.",
    ),
    ("controller.quorum.election.timeout.ms", "How long an election of a controller may take."),
    ("controller.quorum.fetch.max.bytes", "The most a node of the quorum fetches of the metadata log at a time."),
    ("controller.quorum.fetch.snapshot.max.bytes", "The most a node of the quorum fetches of a snapshot at a time."),
    (
        "controller.quorum.fetch.timeout.ms",
        "How long a node goes without a successful fetch from the quorum's leader before it calls an election.",
    ),
    ("controller.quorum.request.timeout.ms", "How long a node of the quorum waits for an answer."),
    ("controller.quorum.retry.backoff.ms", "The pause before a node of the quorum repeats a failed request."),
    ("controller.quorum.voters", "The controllers that vote, as ID@HOST:PORT."),
    ("controller.socket.timeout.ms", "How long a connection to the controller may be silent."),
    (
        "follower.replication.throttled.rate",
        "How many bytes a second the throttled followers of a broker fetch at most.",
    ),
    (
        "initial.broker.registration.timeout.ms",
        "How long a broker tries to register with the controller before it gives up and stops.",
    ),
    (
        "internal.metadata.delete.delay.millis",
        "How long files of the metadata log stay before they are removed, for tests.",
    ),
    ("internal.metadata.log.segment.bytes", "A size of metadata segments below the smallest public one, for tests."),
    ("internal.metadata.max.batch.size.in.bytes", "The largest batch of the metadata log, for tests."),
    (
        "leader.imbalance.check.interval.seconds",
        "How often it is checked whether leadership should go back to the preferred replicas.",
    ),
    (
        "leader.replication.throttled.rate",
        "How many bytes a second a broker sends at most for its throttled replicas as leader.",
    ),
    ("num.replica.fetchers", "How many threads fetch from each other broker."),
    (
        "replica.alter.log.dirs.io.max.bytes.per.second",
        "How many bytes a second replicas move between log directories at most.",
    ),
    ("replica.fetch.backoff.ms", "The pause of a follower after a failed fetch."),
    (
        "replica.fetch.max.bytes",
        "The most a follower fetches of one partition at a time; a first batch that is larger still comes.",
    ),
    ("replica.fetch.min.bytes", "How many bytes a follower's fetch waits for."),
    (
        "replica.fetch.response.max.bytes",
        "The most a follower's fetch is answered with; a first batch that is larger still comes.",
    ),
    ("replica.fetch.wait.max.ms", "How long a follower's fetch waits when there is little to send."),
    ("replica.high.watermark.checkpoint.interval.ms", "How often high watermarks are written down."),
    ("replica.lag.time.max.ms", "How long a follower may stay behind before it counts as out of sync."),
    ("replica.selector.class", "The class that picks the replica a client should read from; the leader if not set."),
    ("replica.socket.receive.buffer.bytes", "The receive buffer of connections to leaders."),
    (
        "replica.socket.timeout.ms",
        "How long a follower waits on the network, which must not be below replica.fetch.wait.max.ms.",
    ),
    ("replication.quota.window.num", "How many samples the rates of replication are measured over."),
    ("replication.quota.window.size.seconds", "How long one sample of the rates of replication is."),
    (
        "security.inter.broker.protocol",
        "The security protocol between brokers, where inter.broker.listener.name is not set.",
    ),
];
