//! Who may do what to which: the words of access control, with the wire's numbers and the original's names.

/// A word of access control: a number on the wire, a name in the original's output, a name on its command line.
macro_rules! words {
    ($(#[$doc:meta])* $type:ident { $($name:ident = $number:literal, $java:literal, $word:literal;)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(i8)]
        pub enum $type { $($name = $number),* }

        impl $type {
            pub const ALL: &[$type] = &[$($type::$name),*];

            pub fn from_number(number: i8) -> Option<$type> {
                Self::ALL.iter().copied().find(|word| *word as i8 == number)
            }

            /// As the original prints it: `DESCRIBE_CONFIGS`.
            pub fn java(self) -> &'static str {
                match self { $($type::$name => $java),* }
            }

            /// As a user writes it: `DescribeConfigs`.
            pub fn word(self) -> &'static str {
                match self { $($type::$name => $word),* }
            }
        }
    };
}

words! {
    /// What is acted upon.
    ResourceKind {
        Any = 1, "ANY", "Any";
        Topic = 2, "TOPIC", "Topic";
        Group = 3, "GROUP", "Group";
        Cluster = 4, "CLUSTER", "Cluster";
        TransactionalId = 5, "TRANSACTIONAL_ID", "TransactionalId";
        DelegationToken = 6, "DELEGATION_TOKEN", "DelegationToken";
        User = 7, "USER", "User";
    }
}

words! {
    /// How a name is meant. The first two are for questions only.
    Pattern {
        Any = 1, "ANY", "any";
        Match = 2, "MATCH", "match";
        Literal = 3, "LITERAL", "literal";
        Prefixed = 4, "PREFIXED", "prefixed";
    }
}

words! {
    /// What is done.
    Operation {
        Any = 1, "ANY", "Any";
        All = 2, "ALL", "All";
        Read = 3, "READ", "Read";
        Write = 4, "WRITE", "Write";
        Create = 5, "CREATE", "Create";
        Delete = 6, "DELETE", "Delete";
        Alter = 7, "ALTER", "Alter";
        Describe = 8, "DESCRIBE", "Describe";
        ClusterAction = 9, "CLUSTER_ACTION", "ClusterAction";
        DescribeConfigs = 10, "DESCRIBE_CONFIGS", "DescribeConfigs";
        AlterConfigs = 11, "ALTER_CONFIGS", "AlterConfigs";
        IdempotentWrite = 12, "IDEMPOTENT_WRITE", "IdempotentWrite";
        CreateTokens = 13, "CREATE_TOKENS", "CreateTokens";
        DescribeTokens = 14, "DESCRIBE_TOKENS", "DescribeTokens";
        TwoPhaseCommit = 15, "TWO_PHASE_COMMIT", "TwoPhaseCommit";
    }
}

words! {
    Permission {
        Any = 1, "ANY", "Any";
        Deny = 2, "DENY", "Deny";
        Allow = 3, "ALLOW", "Allow";
    }
}

/// The one name of the one resource of kind Cluster.
pub const CLUSTER_NAME: &str = "kafka-cluster";
/// Any resource, host or name of a principal.
pub const WILDCARD: &str = "*";
pub const ANYBODY: &str = "User:*";
/// Who has not said who he is.
pub const ANONYMOUS: &str = "User:ANONYMOUS";

impl ResourceKind {
    /// What can be done to it, as the original lists it.
    pub fn operations(self) -> &'static [Operation] {
        use Operation::*;
        match self {
            ResourceKind::Topic => &[Read, Write, Create, Describe, Delete, Alter, DescribeConfigs, AlterConfigs],
            ResourceKind::Group => &[Read, Describe, Delete, DescribeConfigs, AlterConfigs],
            ResourceKind::Cluster => {
                &[Create, ClusterAction, DescribeConfigs, AlterConfigs, IdempotentWrite, Alter, Describe]
            }
            ResourceKind::TransactionalId => &[Describe, Write, TwoPhaseCommit],
            ResourceKind::DelegationToken => &[Describe],
            ResourceKind::User => &[CreateTokens, DescribeTokens],
            ResourceKind::Any => &[],
        }
    }
}
