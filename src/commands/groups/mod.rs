//! `kt groups`, kafka-consumer-groups: who reads what, how far behind, and setting it back.
//!
//! [`options`] reads Kafka's grammar, [`verbs`] kt's; both give an [`Action`]. [`run`](run::run) carries it out.
//! [`collect`] puts a group together from the answers of several requests; [`plan`] finds the offsets of a reset. What
//! is shown: [`list`], [`describe`] (with the original's tables in [`tables`]), [`reset`], [`delete`]. [`original`] has
//! what only Kafka's grammar needs.

mod choose;
pub mod collect;
mod commits;
mod delete;
mod describe;
mod history;
mod list;
mod options;
pub mod original;
mod peek;
pub mod plan;
mod reset;
mod run;
mod tables;
mod undo;
mod verbs;
mod watch;

pub use delete::offsets as delete_offsets;
pub use describe::unknown;
pub use options::{plan_of, words};
pub use reset::{Plan, commit};
pub use run::{client, names};
pub use tables::assignment;

use std::time::Duration;

use crate::client::admin::groups::{State, Type};
use crate::commands::options::Given;
use crate::commands::pattern::Pattern;
use crate::commands::tool::{Example, Group, Kafka, Options, Thrown, Tool, Verbs};

pub const TOOL: Tool = Tool {
    aliases: &["g"],
    script: Some("kafka-consumer-groups"),
    kafka: Some(Kafka {
        options: Options::Jopt(options::OPTIONS),
        thrown: Thrown { stdout: Some("\nError: Executing consumer group command failed due to {}"), exit: 0 },
        act: options::act,
    }),
    verbs: Some(Verbs {
        command: verbs::command,
        default: Some("list"),
        connects: true,
        act: |matches, cx| run::run(verbs::action(matches)?, cx),
    }),
    changes: &["reset", "clone", "delete", "delete-offsets"],
    examples: &[
        Example { line: "kt groups", does: "all groups with state, members and lag" },
        Example {
            line: "kt groups describe billing",
            does: "each partition: where the group is, how far behind, who reads",
        },
        Example {
            line: "kt groups reset billing orders --to beginning",
            does: "read orders again: preview, question, undo file",
        },
        Example { line: "kt groups watch billing", does: "rebalances live: who joins, who leaves, how often" },
        Example { line: "kt groups reset billing --to @-1h --dry-run", does: "what going back an hour would mean" },
        Example {
            line: "kt consumer-groups --describe --group billing --bootstrap-server broker:9092",
            does: "the same in Kafka's flags",
        },
    ],
    verb_examples: &[
        Example { line: "kt groups list", does: "all of them" },
        Example { line: "kt groups list --state empty", does: "those without members" },
        Example { line: "kt groups members billing", does: "its clients, their addresses and their partitions" },
        Example {
            line: "kt groups describe billing --behind",
            does: "only the partitions that it has not read to the end",
        },
        Example { line: "kt groups list --topic orders", does: "who reads this topic" },
        Example {
            line: "kt groups reset billing orders --to 0=42,1=end --dry-run",
            does: "each partition to its own place",
        },
        Example {
            line: "kt groups peek billing orders -B 2",
            does: "the last two that were read, and those that come next",
        },
        Example {
            line: "kt groups clone billing billing-new",
            does: "a second reader that goes on where the first one is",
        },
        Example { line: "kt groups delete-offsets billing-new orders", does: "it has never read orders" },
        Example { line: "kt groups delete billing-new", does: "after a question" },
    ],
    quirks: &[
        "without --bootstrap-server the address comes from KT_BOOTSTRAP, KAFKA_BOOTSTRAP_SERVERS or is localhost:9092; \
         the original refuses",
        "kt groups --list is the original's kafka-groups; kt consumer-groups --list lists consumer groups alone",
    ],
    foreign: &[
        ("seek", "kt groups reset billing --to beginning, or kt groups clone FROM TO"),
        ("offset-delete", "kt groups delete-offsets billing orders"),
        ("--to-group", "kt groups clone FROM TO   gives TO what FROM has committed"),
        ("--to-file", "--from-file FILE   with lines topic,partition,offset"),
        ("--topics", "topics stand behind the group: kt groups reset billing orders"),
        ("--allow-new-topics", "a topic that is named needs no commit before"),
        ("--to-earliest", "--to beginning"),
        ("--to-latest", "--to end"),
        ("--to-current", "--to current"),
        ("--to-offset", "--to 42"),
        ("--to-datetime", "--to @2026-11-21T10:00"),
        ("--by-duration", "--to @-1h"),
        ("--shift-by", "--to +10   or   --to -10"),
        ("--execute", "it asks and does it; --yes does not ask, --dry-run does nothing"),
        ("--all-topics", "without topics all are meant that the group has committed for"),
        ("--topic", "topics stand behind the group: kt groups reset billing orders"),
        ("--oldest", "--to beginning"),
        ("--newest", "--to end"),
        ("--offset", "--to 42"),
        ("--offset-map", "--to 0=42,2=end"),
        ("--partition", "TOPIC:0,2   are two partitions of a topic"),
        ("--all-partitions", "all partitions of a topic are meant where none is named"),
        ("--only-with-lag", "--behind"),
        ("--noconfirm", "--yes"),
        ("commit", "kt groups reset GROUP TOPIC --to WHERE   sets what a group reads next, also of a new one"),
        ("--group", "the group stands without a flag: kt groups describe billing"),
    ],
    ..Tool::own("groups", Group::Groups, "list, describe, reset and delete consumer groups")
};

/// Which groups.
#[derive(Debug)]
pub enum Which {
    Named(Vec<String>),
    All,
    /// All of this pattern; none is an error.
    Matching(Pattern),
}

/// What of a group is described.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    Offsets,
    Members,
    State,
}

impl What {
    /// What the flags of a `--describe` ask for, for groups of any type.
    pub fn asked(given: &Given) -> What {
        if given.has("members") {
            What::Members
        } else if given.has("state") {
            What::State
        } else {
            What::Offsets
        }
    }
}

/// What is to be done.
#[derive(Debug)]
pub enum Action {
    List(List),
    Describe(Describe),
    Reset(reset::Reset),
    /// `preview`: say what will be lost before the question.
    Delete {
        which: Which,
        preview: bool,
    },
    DeleteOffsets {
        group: String,
        topics: Vec<String>,
        preview: bool,
    },
    Clone {
        from: String,
        to: String,
        topics: Vec<String>,
    },
    Peek(peek::Peek),
    Watch(watch::Watch),
}

/// A list: in the original names alone, or with state and type; in kt's with everything.
#[derive(Debug)]
pub struct List {
    pub states: Vec<State>,
    pub types: Vec<Type>,
    /// The original's columns beside the name.
    pub with_state: bool,
    pub with_type: bool,
    pub pattern: Option<Pattern>,
    /// Only groups that have committed for such a topic.
    pub topic: Option<Pattern>,
    /// Members, topics and lag as well, which takes more requests.
    pub full: bool,
    /// Groups of every type, and not of consumers alone.
    pub every_type: bool,
}

#[derive(Debug)]
pub struct Describe {
    pub which: Which,
    pub what: What,
    pub verbose: bool,
    /// The original's way: all or nothing, and what is unknown is an error.
    pub strict: bool,
    pub part: Part,
}

/// Which partitions of a group are shown.
#[derive(Debug, Default)]
pub struct Part {
    /// None named: all.
    pub topics: Vec<String>,
    /// Only those that are behind.
    pub behind: bool,
}

/// How often a group is looked at while one waits for it to be empty.
const LOOK_AGAIN: Duration = Duration::from_millis(500);
