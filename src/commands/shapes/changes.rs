//! Results of verbs that change something: what was changed.

use crate::output::shape::Is::{List, Object};
use crate::output::shape::{Field, Shape};

const OF_SETTINGS: &[Field] = &[
    ("type", "text", "topics, brokers, groups, …"),
    ("name", "text", "its name; empty: the defaults of all"),
    ("changes[].setting", "text", "the key"),
    ("changes[].before", "text?", "what was set on the thing itself; null where nothing was, or where it is a secret"),
    ("changes[].after", "text?", "what is set now; null: nothing any more, or a secret"),
];
const OF_RULES: &[Field] = &[
    ("resourceType", "text", "Topic, Group, Cluster, …"),
    ("resource", "text", "its name, or the beginning of names"),
    ("pattern", "text", "literal or prefixed"),
    ("principal", "text", "whom it is about: User:alice"),
    ("host", "text", "from where; *: anywhere"),
    ("operation", "text", "Read, Write, …"),
    ("permission", "text", "allow or deny"),
];
const OF_USERS: &[Field] = &[
    ("user", "text", "the name"),
    ("credentials[].mechanism", "text", "SCRAM-SHA-256 or SCRAM-SHA-512"),
    ("credentials[].iterations", "number", "of the hash"),
    ("error", "text?", "why nothing is known"),
];
const OF_QUOTAS: &[Field] = &[
    ("entity", "map of text?", "user, client-id or ip with its name; null: all that have none of their own"),
    ("quotas", "map of number", "the limits by their names"),
];
const OF_SUBSCRIPTION: &[Field] = &[("subscription", "text", "its name")];
const OF_MOVES: &[Field] = &[
    ("started[]", "text", "the partitions whose move has begun: orders-0"),
    ("folders[].topic", "text", "the topic of a replica that moves to another folder of its broker"),
    ("folders[].partition", "number", "its partition"),
    ("folders[].broker", "number", "its broker"),
    ("folders[].folder", "text", "the folder to which it moves"),
];
const OF_CONTEXT: &[Field] = &[("context", "text?", "its name")];

const fn settings(call: &'static str) -> Shape {
    Shape { call, is: Object, of: "the thing that was changed", fields: OF_SETTINGS }
}

const fn rules(call: &'static str) -> Shape {
    Shape { call, is: List, of: "a rule that holds for the resource now", fields: OF_RULES }
}

const fn context(call: &'static str, of: &'static str) -> Shape {
    Shape { call, is: Object, of, fields: OF_CONTEXT }
}

pub const SHAPES: &[Shape] = &[
    settings("configs set"),
    settings("configs unset"),
    settings("configs edit"),
    Shape {
        call: "elect",
        is: List,
        of: "a partition",
        fields: &[
            ("topic", "text", "its topic"),
            ("partition", "number", "its number"),
            ("outcome", "text", "elected, leads already, or why not"),
        ],
    },
    Shape {
        call: "delete-records",
        is: List,
        of: "a partition that was cut",
        fields: &[
            ("topic", "text", "its topic"),
            ("partition", "number", "its number"),
            ("start", "number?", "the first offset that is left"),
            ("error", "text?", "why it was not cut"),
        ],
    },
    rules("acls allow"),
    rules("acls deny"),
    Shape {
        call: "acls delete",
        is: Object,
        of: "what was removed",
        fields: &[
            ("removed", "number", "how many rules"),
            ("rules[].resourceType", "text", "Topic, Group, Cluster, …"),
            ("rules[].resource", "text", "its name, or the beginning of names"),
            ("rules[].pattern", "text", "literal or prefixed"),
            ("rules[].principal", "text", "whom it was about: User:alice"),
            ("rules[].host", "text", "from where; *: anywhere"),
            ("rules[].operation", "text", "Read, Write, …"),
            ("rules[].permission", "text", "allow or deny"),
        ],
    },
    Shape {
        call: "acls check",
        is: List,
        of: "an operation",
        fields: &[
            ("principal", "text", "who wants to"),
            ("operation", "text", "Read, Write, …"),
            ("may", "text", "yes, no, or: as the broker's default says"),
            ("rule", "text?", "the rule that decides"),
        ],
    },
    Shape { call: "users create", is: List, of: "the user", fields: OF_USERS },
    Shape { call: "users password", is: List, of: "the user", fields: OF_USERS },
    Shape {
        call: "users delete",
        is: Object,
        of: "what was removed",
        fields: &[("user", "text", "the name"), ("mechanisms[]", "text", "the credentials that are gone")],
    },
    Shape { call: "quotas set", is: List, of: "whom quotas are for", fields: OF_QUOTAS },
    Shape { call: "quotas delete", is: List, of: "whom quotas were for, and those left", fields: OF_QUOTAS },
    Shape {
        call: "features set",
        is: List,
        of: "a feature",
        fields: &[
            ("feature", "text", "its name"),
            ("level", "number", "the level that was asked for"),
            ("outcome", "text", "set, can be set (in a dry run), or why not"),
            ("done", "truth", "whether it was, or could be"),
        ],
    },
    Shape {
        call: "cluster unregister",
        is: Object,
        of: "what was done",
        fields: &[("unregistered", "number", "the broker that is off the books")],
    },
    Shape { call: "client-metrics set", is: Object, of: "what was set", fields: OF_SUBSCRIPTION },
    Shape { call: "client-metrics delete", is: Object, of: "what was removed", fields: OF_SUBSCRIPTION },
    Shape {
        call: "txns abort",
        is: Object,
        of: "what was ended",
        fields: &[
            ("transactionalId", "text?", "null: it was named by its partition"),
            ("partition", "text?", "orders-0; null: it was named by its id"),
            ("producerId", "number?", "of the partition's producer"),
            ("aborted", "truth", "whether there was a transaction to end"),
        ],
    },
    Shape { call: "reassign apply", is: Object, of: "what has begun", fields: OF_MOVES },
    Shape { call: "reassign move", is: Object, of: "what has begun", fields: OF_MOVES },
    Shape { call: "reassign drain", is: Object, of: "what has begun", fields: OF_MOVES },
    Shape {
        call: "reassign cancel",
        is: Object,
        of: "what was taken back",
        fields: &[
            ("cancelled[]", "text", "the partitions that stay where they were: orders-0"),
            ("folders[].topic", "text", "the topic of a replica that stays in its folder"),
            ("folders[].partition", "number", "its partition"),
            ("folders[].broker", "number", "its broker"),
            ("folders[].folder", "text", "the folder in which it stays"),
        ],
    },
    Shape {
        call: "reassign verify",
        is: List,
        of: "a partition of the plan, or a replica for which it names a folder",
        fields: &[
            ("topic", "text", "its topic"),
            ("partition", "number", "its number"),
            ("broker", "number?", "of a replica for which the plan names a folder; null: the partition as a whole"),
            ("folder", "text?", "that folder"),
            ("state", "text", "completed, in progress, or what else: not under way, with the replicas or the folder"),
        ],
    },
    Shape {
        call: "reassign throttle",
        is: Object,
        of: "the limit",
        fields: &[
            ("throttle", "number?", "bytes a second and broker; null: none"),
            ("topics[]", "text", "the topics that it holds, or held, for"),
        ],
    },
    Shape {
        call: "reassign plan",
        is: Object,
        of: "a plan, as the original's tool reads it",
        fields: &[
            ("version", "number", "1"),
            ("partitions[].topic", "text", "its topic"),
            ("partitions[].partition", "number", "its number"),
            ("partitions[].replicas[]", "number", "the brokers, the preferred leader first"),
            ("partitions[].log_dirs[]", "text", "the folder of each; any: as the broker likes"),
        ],
    },
    context("context add", "the context that was added"),
    context("context use", "the context in use"),
    context("context current", "the context in use"),
    context("context remove", "the context that was removed"),
];
