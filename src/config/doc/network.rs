//! What the broker's keys about itself, its listeners, requests, quotas and metrics are for.

pub(super) const SENTENCES: super::Sentences = &[
    (
        "advertised.listeners",
        "The addresses clients and other brokers are told; those of listeners if not set, with a name that resolves in the place of every interface.",
    ),
    ("alter.config.policy.class.name", "A Java class that may refuse changes of settings."),
    (
        "alter.log.dirs.replication.quota.window.num",
        "How many samples the rate of moves between log directories is measured over.",
    ),
    (
        "alter.log.dirs.replication.quota.window.size.seconds",
        "How long one sample of the rate of moves between log directories is.",
    ),
    ("broker.id", "The number of this broker; node.id is its name today."),
    (
        "broker.rack",
        "Where this broker stands; replicas are spread over racks, and a client may read from the nearest one.",
    ),
    (
        "client.quota.callback.class",
        "A Java class that decides the quotas of clients in the place of those that are stored.",
    ),
    ("config.providers", "Names of sources from which settings may take values by reference."),
    ("controller.performance.always.log.threshold.ms", "A controller event that takes longer than this is logged."),
    ("controller.performance.sample.period.ms", "How often the controller logs how long its events took."),
    ("controller.quota.window.num", "How many samples the rate of changes to topics is measured over."),
    ("controller.quota.window.size.seconds", "How long one sample of the rate of changes to topics is."),
    ("create.topic.policy.class.name", "A Java class that may refuse the creation of topics."),
    (
        "delete.records.purgatory.purge.interval.requests",
        "After how many finished requests the list of waiting delete-records requests is tidied.",
    ),
    (
        "early.start.listeners",
        "Listeners that open before the authorizer is ready; those of the controller if not set.",
    ),
    ("fetch.max.bytes", "The most one fetch request is answered with; a first batch that is larger is still sent."),
    (
        "fetch.purgatory.purge.interval.requests",
        "After how many finished requests the list of waiting fetches is tidied.",
    ),
    ("inter.broker.listener.name", "The listener over which brokers talk to each other."),
    ("kafka.metrics.polling.interval.secs", "How often the metrics reporters of kafka.metrics.reporters are asked."),
    ("kafka.metrics.reporters", "Java classes that report the older kind of metrics."),
    ("listener.security.protocol.map", "The security protocol of each listener's name, as NAME:PROTOCOL pairs."),
    ("listeners", "The addresses this broker listens on, as NAME://HOST:PORT; an empty host is every interface."),
    ("max.connection.creation.rate", "How many connections a second are accepted; a listener may set its own."),
    ("max.connections", "How many connections may be open at a time; a listener may set its own."),
    ("max.connections.per.ip", "How many connections one address may hold open."),
    (
        "max.connections.per.ip.overrides",
        "Other limits than max.connections.per.ip for some addresses, as host:limit pairs.",
    ),
    (
        "max.incremental.fetch.session.cache.slots",
        "How many fetch sessions are remembered, which spare clients from naming every partition again.",
    ),
    ("max.request.partition.size.limit", "How many partitions one answer about a topic's partitions holds at most."),
    ("metric.reporters", "Java classes that report metrics."),
    ("metrics.num.samples", "How many samples a metric is computed over."),
    ("metrics.recording.level", "How much detail metrics record."),
    ("metrics.sample.window.ms", "How long one sample of a metric is."),
    ("node.id", "The number of this node in the cluster."),
    ("num.io.threads", "How many threads handle requests."),
    ("num.network.threads", "How many threads of each listener read requests and send answers."),
    ("process.roles", "What this node is: broker, controller, or both."),
    (
        "producer.purgatory.purge.interval.requests",
        "After how many finished requests the list of waiting produce requests is tidied.",
    ),
    ("queued.max.request.bytes", "How many bytes of requests may wait before no more are read; -1 is no limit."),
    ("queued.max.requests", "How many requests may wait before no more are read."),
    ("quota.window.num", "How many samples the rates of clients are measured over."),
    ("quota.window.size.seconds", "How long one sample of the rates of clients is."),
    ("request.timeout.ms", "How long this node waits for the answer to a request of its own."),
    ("server.max.startup.time.ms", "How long the start may take, for tests."),
    (
        "share.fetch.purgatory.purge.interval.requests",
        "After how many finished requests the list of waiting share fetches is tidied.",
    ),
    (
        "socket.connection.setup.timeout.max.ms",
        "The longest a connection of this node's own may take to be made, after repeated failures.",
    ),
    ("socket.connection.setup.timeout.ms", "How long a connection of this node's own may take to be made at first."),
    ("socket.listen.backlog.size", "How many connections may wait to be accepted."),
    ("socket.receive.buffer.bytes", "The receive buffer of a connection's socket; -1 leaves it to the system."),
    ("socket.request.max.bytes", "The largest request that is read."),
    ("socket.send.buffer.bytes", "The send buffer of a connection's socket; -1 leaves it to the system."),
    ("telemetry.max.bytes", "The largest packet of metrics a client may push."),
    ("unstable.api.versions.enable", "Whether versions of requests that are not final yet are served."),
    ("unstable.feature.versions.enable", "Whether levels of features that are not final yet may be chosen."),
];

pub(super) const OF_CLIENT_METRICS: super::Sentences = &[
    ("interval.ms", "How often a client pushes its metrics."),
    ("match", "Which clients the subscription is for, as NAME=PATTERN pairs that must all fit; empty is all of them."),
    ("metrics", "The prefixes of the metrics to push; * is all of them, and an empty list none."),
];

pub(super) const OF_QUOTAS: super::Sentences = &[
    ("connection_creation_rate", "How many connections a second an address may make."),
    ("consumer_byte_rate", "How many bytes a second a user or client may fetch from each broker."),
    ("controller_mutation_rate", "How many partitions a second a user or client may create, add or delete."),
    ("producer_byte_rate", "How many bytes a second a user or client may produce to each broker."),
    ("request_percentage", "How much of a broker's time a user or client may take, in percent of one thread."),
];
