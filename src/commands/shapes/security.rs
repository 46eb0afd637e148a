//! Results about who may do what, and how much.

use crate::output::shape::Is::List;
use crate::output::shape::Shape;

pub const SHAPES: &[Shape] = &[
    Shape {
        call: "acls list",
        is: List,
        of: "a rule",
        fields: &[
            ("resourceType", "text", "Topic, Group, Cluster, …"),
            ("resource", "text", "its name, or the beginning of names"),
            ("pattern", "text", "literal or prefixed"),
            ("principal", "text", "whom it is about: User:alice"),
            ("host", "text", "from where; *: anywhere"),
            ("operation", "text", "Read, Write, …"),
            ("permission", "text", "allow or deny"),
        ],
    },
    Shape {
        call: "users list",
        is: List,
        of: "a user",
        fields: &[
            ("user", "text", "the name"),
            ("credentials[].mechanism", "text", "SCRAM-SHA-256 or SCRAM-SHA-512"),
            ("credentials[].iterations", "number", "of the hash"),
            ("error", "text?", "why nothing is known"),
        ],
    },
    Shape {
        call: "quotas list",
        is: List,
        of: "whom quotas are for",
        fields: &[
            ("entity", "map of text?", "user, client-id or ip with its name; null: all that have none of their own"),
            ("quotas", "map of number", "the limits by their names"),
        ],
    },
];
