//! Results about topics, offsets and settings.

use crate::output::shape::Is::{List, Object};
use crate::output::shape::{Field, Shape};

const TOPIC: Field = ("topic", "text", "its name");
const OF_TOPIC: Field = ("topic", "text", "the topic");
const PARTITION: Field = ("partition", "number", "the partition");
const PARTITIONS: Field = ("partitions", "number", "how many partitions it has");
const MESSAGES: Field = ("messages", "number", "offsets between begin and end");
const TRIMMED: &[Field] = &[
    OF_TOPIC,
    PARTITION,
    ("startOffset", "number", "the first record that is kept"),
    ("deleted", "number", "how many offsets went"),
];

pub const SHAPES: &[Shape] = &[
    Shape {
        call: "topics list",
        is: List,
        of: "a topic",
        fields: &[
            TOPIC,
            ("id", "text?", "brokers before 2.8 give none"),
            PARTITIONS,
            ("replicationFactor", "number", "copies of the first partition"),
            ("internal", "truth", "whether Kafka keeps it for itself"),
        ],
    },
    Shape {
        call: "topics create",
        is: List,
        of: "a topic that was made",
        fields: &[
            TOPIC,
            ("id", "text?", "its id"),
            ("partitions", "number?", "how many"),
            ("replicationFactor", "number?", "copies of each"),
        ],
    },
    Shape {
        call: "topics describe",
        is: List,
        of: "a topic",
        fields: &[
            TOPIC,
            ("id", "text?", "brokers before 2.8 give none"),
            ("internal", "truth", "whether Kafka keeps it for itself"),
            ("replicationFactor", "number", "copies, those on their way left out"),
            ("messages", "number?", "offsets between begin and end; none if a partition has no leader"),
            ("bytes", "number?", "of the leaders' replicas; null if a broker does not tell"),
            ("lastWrite", "time?", "of the newest record, by its own time; brokers before 3.0 cannot tell"),
            ("configs", "map of text", "settings that are not the default"),
            ("partitions[].partition", "number", "its number"),
            ("partitions[].leader", "number?", "the broker that leads; null: none"),
            ("partitions[].replicas[]", "number", "brokers with a copy, the preferred leader first"),
            ("partitions[].isr[]", "number", "those in sync"),
            ("partitions[].elr[]", "number?", "those that may lead although out of sync; null: the broker is too old"),
            ("partitions[].lastKnownElr[]", "number?", "the same, but their last clean shutdown is unknown"),
            ("partitions[].adding[]", "number?", "of a move under way"),
            ("partitions[].removing[]", "number?", "of a move under way"),
            ("partitions[].start", "number?", "offset of the first record that is kept"),
            ("partitions[].end", "number?", "offset of the next record"),
            ("partitions[].messages", "number?", "between the two"),
            ("partitions[].lastWrite", "time?", "of its newest record"),
        ],
    },
    Shape {
        call: "topics alter",
        is: Object,
        of: "what was changed",
        fields: &[
            ("topics[]", "text", "names"),
            ("partitions", "number?", "how many each has now; null where they differ"),
            ("counts", "map of number", "the same by their names"),
        ],
    },
    Shape { call: "topics delete", is: Object, of: "what was deleted", fields: &[("topics[]", "text", "names")] },
    Shape { call: "topics count", is: List, of: "a topic", fields: &[TOPIC, PARTITIONS, MESSAGES] },
    Shape {
        call: "topics sizes",
        is: List,
        of: "a topic",
        fields: &[TOPIC, PARTITIONS, MESSAGES, ("bytes", "number?", "of the leaders' replicas")],
    },
    Shape { call: "topics trim", is: List, of: "a partition", fields: TRIMMED },
    Shape { call: "topics purge", is: List, of: "a partition", fields: TRIMMED },
    Shape {
        call: "topics last",
        is: List,
        of: "a record",
        fields: &[
            OF_TOPIC,
            PARTITION,
            ("offset", "number", "its place"),
            ("timestamp", "time?", "when it was written, by its own time"),
            ("key", "text?", "null: it has none; bytes that are no text: an object with base64"),
            ("value", "text?", "null: a tombstone"),
        ],
    },
    Shape {
        call: "offsets",
        is: List,
        of: "a partition; with --at only topic, partition, offset and timestamp",
        fields: &[
            OF_TOPIC,
            PARTITION,
            ("start", "number?", "of the first record that is kept"),
            ("end", "number?", "of the next record"),
            ("messages", "number?", "between the two"),
            ("offset", "number?", "with --at: the first record at or after the moment"),
            ("timestamp", "time?", "with --at: when that record was written"),
        ],
    },
    Shape {
        call: "copy",
        is: Object,
        of: "what was copied",
        fields: &[
            ("source", "text", "as it was written: a topic or a pattern"),
            ("destination", "text", "as it was written"),
            ("records", "number", "copied in all"),
            ("topics[].source", "text", "the topic"),
            ("topics[].destination", "text", "where its records went"),
            ("topics[].records", "number", "so many"),
        ],
    },
    Shape {
        call: "configs get",
        is: Object,
        of: "a thing that has settings",
        fields: &[
            ("type", "text", "topic, broker, …"),
            ("name", "text", "of the thing"),
            ("settings[].name", "text", "the key"),
            ("settings[].value", "text?", "null: a secret, or nothing"),
            ("settings[].source", "text", "which layer it comes from"),
            ("settings[].sensitive", "truth", "whether it is a secret"),
            ("settings[].readOnly", "truth", "whether it can be changed while the broker runs"),
            ("settings[].synonyms[].name", "text", "what would hold otherwise, nearest first"),
            ("settings[].synonyms[].value", "text?", "its value"),
            ("settings[].synonyms[].source", "text", "its layer"),
        ],
    },
    Shape {
        call: "configs diff",
        is: Object,
        of: "two things that are compared",
        fields: &[
            ("left", "text", "the first"),
            ("right", "text", "the second"),
            ("differences[].name", "text", "the key"),
            ("differences[].left", "text?", "what the first has"),
            ("differences[].right", "text?", "what the second has"),
        ],
    },
    Shape {
        call: "diff",
        is: List,
        of: "a difference between files and cluster",
        fields: &[
            ("topic", "text", "the topic"),
            ("action", "text", "create, change or delete"),
            ("key", "text?", "partitions, replicas or a setting"),
            ("before", "text?", "what the cluster has"),
            ("after", "text?", "what the files say"),
        ],
    },
    Shape {
        call: "apply",
        is: List,
        of: "a topic that was changed",
        fields: &[("topic", "text", "the topic"), ("action", "text", "created, changed or deleted")],
    },
];
