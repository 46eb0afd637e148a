//! `kt topics`, kafka-topics: make, list, describe, change and delete topics.
//!
//! [`options`] reads Kafka's grammar, [`verbs`] kt's; both give an [`Action`]. [`run`](run::run) carries it out, the
//! reports ([`list`], [`describe`], [`changed`]) show it; [`contents`] counts, weighs and empties,
//! [`delete`] asks, deletes and looks again.

mod changed;
mod contents;
mod delete;
mod describe;
mod list;
mod options;
mod run;
mod verbs;
mod watch;

pub use run::missing;

use kt_codec::Uuid;

use crate::commands::pattern::Pattern;
use crate::commands::tool::{Example, Group, Kafka, Options, Thrown, Tool, Verbs};
use crate::config::Overrides;

pub const TOOL: Tool = Tool {
    aliases: &["t"],
    script: Some("kafka-topics"),
    kafka: Some(Kafka {
        options: Options::Jopt(options::OPTIONS),
        thrown: Thrown::stdout("Error while executing topic command : {}"),
        act: |given, cx| run::run(options::action(given, cx)?, cx),
    }),
    verbs: Some(Verbs {
        command: verbs::command,
        default: Some("list"),
        connects: true,
        act: |matches, cx| run::run(verbs::action(matches)?, cx),
    }),
    changes: &["create", "alter", "trim", "purge", "delete"],
    examples: &[
        Example { line: "kt topics create orders --partitions 3", does: "a topic of three partitions" },
        Example { line: "kt topics describe orders", does: "its partitions, leaders, replicas and settings" },
        Example { line: "kt topics describe orders --watch", does: "leaders and replicas in sync, as they change" },
        Example { line: "kt topics last orders", does: "the newest record of each partition" },
        Example { line: "kt topics trim orders --before @-7d", does: "forget what is older than a week" },
        Example {
            line: "kt topics delete 'tmp-*'",
            does: "all topics of that pattern, after a question; /…/ is a regular expression",
        },
        Example { line: "kt topics --list --bootstrap-server broker:9092", does: "the same in Kafka's flags" },
    ],
    verb_examples: &[
        Example { line: "kt topics list 'order*'", does: "only topics of that pattern" },
        Example { line: "kt topics list -o name", does: "bare names, for scripts" },
        Example {
            line: "kt topics alter orders --partitions 6",
            does: "six partitions from now on; keys may go to others than before",
        },
        Example { line: "kt topics count", does: "how many messages each topic has" },
        Example { line: "kt topics sizes 'order*'", does: "what they take on disk, the largest first" },
        Example {
            line: "kt topics purge orders --dry-run",
            does: "how much would be deleted; without --dry-run it is, after a question",
        },
    ],
    quirks: &[
        "without --bootstrap-server the address comes from KT_BOOTSTRAP, KAFKA_BOOTSTRAP_SERVERS or is localhost:9092; \
         the original refuses",
        "kt topics --create orders takes the bare word as --topic",
    ],
    foreign: &[
        ("set", "kt configs set topic/orders retention.ms=7d"),
        ("config", "kt configs set topic/orders retention.ms=7d"),
        ("--config", "kt configs set topic/orders retention.ms=7d   changes settings of a topic that is there"),
        ("alter-config", "kt configs set topic/orders retention.ms=7d, or kt configs unset"),
        ("add-partitions", "kt topics alter orders --add 3"),
        ("trim-prefix", "kt topics trim orders --before @-7d, or kt delete-records orders --before 1200"),
        ("describe-storage", "kt topics sizes, or kt log-dirs orders"),
        ("--num", "--add 3   for so many more, --partitions 6   for so many in all"),
        ("clone", "kt copy orders orders-2 --from end   makes a topic like another one, without its records"),
        ("--like", "kt copy orders orders-2 --from end   makes a topic like another one, without its records"),
        ("--topic", "topics stand without a flag: kt topics describe orders"),
    ],
    ..Tool::own("topics", Group::Topics, "make, list, describe, change and delete topics")
};

/// The brokers of each partition.
type Assignment = Vec<Vec<i32>>;

/// What is to be done.
#[derive(Debug)]
enum Action {
    Create(Create),
    List(Named),
    Describe(Describe),
    Alter {
        topics: Named,
        aim: Aim,
        assignment: Assignment,
    },
    /// How many messages there are, and with `sizes` what they take on disk.
    Count {
        topics: Named,
        sizes: bool,
    },
    /// The description, again and again; `count` looks at most.
    Watch {
        wanted: Describe,
        every: std::time::Duration,
        count: Option<u64>,
    },
    /// The newest records of each partition.
    Last {
        topics: Named,
        count: usize,
    },
    /// Records go, the topics stay.
    Trim {
        topics: Named,
        until: contents::Until,
    },
    /// `preview`: say what will be lost before the question.
    Delete {
        topics: Named,
        preview: bool,
    },
}

/// How many partitions a topic is to have.
#[derive(Clone, Copy, Debug)]
enum Aim {
    Total(i32),
    More(i32),
}

impl Aim {
    /// For a topic that has so many.
    fn of(self, now: usize) -> i32 {
        match self {
            Aim::Total(count) => count,
            Aim::More(more) => i32::try_from(now).unwrap_or(i32::MAX).saturating_add(more),
        }
    }
}

#[derive(Debug, Default)]
struct Create {
    names: Vec<String>,
    partitions: Option<i32>,
    replication_factor: Option<i32>,
    assignment: Assignment,
    configs: Overrides,
    if_not_exists: bool,
}

/// Topics by name.
#[derive(Debug)]
struct Named {
    /// All of them if none is given.
    patterns: Vec<Pattern>,
    exclude_internal: bool,
    /// Whether it is an error when one of the patterns finds none.
    required: bool,
}

#[derive(Debug)]
enum Which {
    Named(Named),
    Id { id: Uuid, exclude_internal: bool, required: bool },
}

#[derive(Debug)]
struct Describe {
    which: Which,
    filters: Filters,
    /// Whether first and next offsets are wanted too.
    offsets: bool,
}

/// What of a description is wanted; nothing set means all.
#[derive(Clone, Copy, Debug, Default)]
struct Filters {
    under_replicated: bool,
    unavailable: bool,
    under_min_isr: bool,
    at_min_isr: bool,
    with_overrides: bool,
}

impl Filters {
    /// Whether only partitions in some state are wanted.
    fn by_state(self) -> bool {
        self.under_replicated || self.unavailable || self.under_min_isr || self.at_min_isr
    }
}
