//! Topics in kt's grammar: `kt topics create orders --partitions 3`.

use std::time::{Duration, SystemTime};

use clap::{ArgMatches, Args, Command, FromArgMatches, Subcommand};

use super::contents::Until;
use super::{Action, Create, Describe, Filters, Named, Which};
use crate::commands::configs::change;
use crate::commands::failure::Failure;
use crate::commands::moment;
use crate::commands::pattern::Pattern;
use crate::config::Overrides;

#[derive(Subcommand)]
enum Verb {
    /// Lists the topics
    #[command(visible_alias = "ls")]
    List {
        /// Only topics of this pattern
        pattern: Option<String>,
        /// Also the topics Kafka keeps for itself
        #[arg(short, long)]
        all: bool,
    },
    /// Makes a topic
    Create(CreateArgs),
    /// Shows partitions, leaders, replicas and settings
    Describe(DescribeArgs),
    /// Raises the number of partitions
    Alter {
        /// The topic, or a pattern
        topic: String,
        /// How many partitions it is to have
        #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(i32).range(1..))]
        partitions: i32,
    },
    /// Counts the messages of topics
    Count {
        /// Only topics of this pattern
        pattern: Option<String>,
        /// Also the topics Kafka keeps for itself
        #[arg(short, long)]
        all: bool,
    },
    /// Shows what topics take on disk, the largest first
    Sizes {
        /// Only topics of this pattern
        pattern: Option<String>,
        /// Also the topics Kafka keeps for itself
        #[arg(short, long)]
        all: bool,
    },
    /// Shows the newest record of each partition
    Last {
        /// The topic, or a pattern
        topic: String,
        /// How many of each partition
        #[arg(short = 'n', long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..))]
        count: u16,
    },
    /// Deletes the records of topics that are older than a moment
    Trim {
        /// The topic, or a pattern
        topic: String,
        /// Older than this go: @-7d, @2026-11-21T10:00
        #[arg(long, value_name = "@MOMENT")]
        before: String,
        /// Only show what would be deleted
        #[arg(long)]
        dry_run: bool,
    },
    /// Deletes all records of topics; the topics stay
    Purge {
        /// The topic, or a pattern
        topic: String,
        /// Only show what would be deleted
        #[arg(long)]
        dry_run: bool,
    },
    /// Deletes topics with all that is in them
    #[command(visible_alias = "rm")]
    Delete {
        /// The topic, or a pattern
        topic: String,
        /// A missing topic is no error
        #[arg(long)]
        if_exists: bool,
        /// Only show what would be deleted
        #[arg(long)]
        dry_run: bool,
    },
}

#[derive(Args)]
struct CreateArgs {
    /// Its name
    topic: String,
    /// How many partitions [default: the broker's num.partitions]
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(i32).range(1..))]
    partitions: Option<i32>,
    /// Copies of each partition [default: the broker's default.replication.factor]
    #[arg(short, long, value_name = "N", alias = "replicas", value_parser = clap::value_parser!(i32).range(1..=32767))]
    replication_factor: Option<i32>,
    /// A setting of the topic, such as retention.ms=7d; may be repeated
    #[arg(short, long, value_name = "KEY=VALUE")]
    config: Vec<String>,
    /// An existing topic is no error
    #[arg(long)]
    if_not_exists: bool,
}

#[derive(Args)]
struct DescribeArgs {
    /// The topic, or a pattern [default: all but Kafka's own]
    topic: Option<String>,
    /// Also the topics Kafka keeps for itself
    #[arg(short, long)]
    all: bool,
    /// Look again and again; in a pipe a line of JSON a look
    #[arg(short, long)]
    watch: bool,
    /// How often to look
    #[arg(long, value_name = "TIME", default_value = "1s", requires = "watch", value_parser = humantime::parse_duration)]
    interval: Duration,
    /// End after so many looks
    #[arg(long, value_name = "N", requires = "watch", value_parser = clap::value_parser!(u64).range(1..))]
    count: Option<u64>,
    /// Only partitions with a replica out of sync
    #[arg(long)]
    under_replicated: bool,
    /// Only partitions without a living leader
    #[arg(long)]
    unavailable: bool,
    /// Only partitions with fewer in-sync replicas than min.insync.replicas
    #[arg(long)]
    under_min_isr: bool,
    /// Only partitions exactly at min.insync.replicas
    #[arg(long)]
    at_min_isr: bool,
}

pub fn command(command: Command) -> Command {
    Verb::augment_subcommands(command)
}

pub fn action(matches: &ArgMatches) -> Result<Action, Failure> {
    let verb = Verb::from_arg_matches(matches).map_err(|error| Failure::usage(error.to_string()))?;
    let pattern = |text: Option<String>| text.as_deref().map(Pattern::own).transpose();
    Ok(match verb {
        Verb::List { pattern: text, all } => Action::List(Named { required: false, ..shown(text, all)? }),
        Verb::Create(args) => Action::Create(create(args)?),
        Verb::Describe(args) => {
            let exclude_internal = !args.all && args.topic.is_none();
            let wanted = Describe {
                which: Which::Named(Named { pattern: pattern(args.topic)?, exclude_internal, required: true }),
                filters: Filters {
                    under_replicated: args.under_replicated,
                    unavailable: args.unavailable,
                    under_min_isr: args.under_min_isr,
                    at_min_isr: args.at_min_isr,
                    with_overrides: false,
                },
                offsets: true,
            };
            // A clock that never ticks, or always, is no clock.
            let every = args.interval.clamp(Duration::from_millis(20), Duration::from_secs(3600));
            match args.watch {
                true => Action::Watch { wanted, every, count: args.count },
                false => Action::Describe(wanted),
            }
        }
        Verb::Alter { topic, partitions } => {
            Action::Alter { topics: some(&topic, true)?, partitions, assignment: Vec::new() }
        }
        Verb::Count { pattern: text, all } => Action::Count { topics: shown(text, all)?, sizes: false },
        Verb::Sizes { pattern: text, all } => Action::Count { topics: shown(text, all)?, sizes: true },
        Verb::Last { topic, count } => Action::Last { topics: some(&topic, true)?, count: count.into() },
        Verb::Trim { topic, before, .. } => {
            let until = Until::Moment(moment::parse(&before, SystemTime::now())?);
            Action::Trim { topics: some(&topic, true)?, until }
        }
        Verb::Purge { topic, .. } => Action::Trim { topics: some(&topic, true)?, until: Until::End },
        Verb::Delete { topic, if_exists, .. } => Action::Delete { topics: some(&topic, !if_exists)?, preview: true },
    })
}

/// All topics but Kafka's own, or those of a pattern.
fn shown(pattern: Option<String>, all: bool) -> Result<Named, Failure> {
    let exclude_internal = !all && pattern.is_none();
    let pattern = pattern.as_deref().map(Pattern::own).transpose()?;
    Ok(Named { pattern, exclude_internal, required: true })
}

fn some(topic: &str, required: bool) -> Result<Named, Failure> {
    Ok(Named { pattern: Some(Pattern::own(topic)?), exclude_internal: false, required })
}

fn create(args: CreateArgs) -> Result<Create, Failure> {
    let mut configs = Overrides::new();
    for text in &args.config {
        let Some((key, value)) = text.split_once('=') else {
            return Err(Failure::usage(format!("--config wants KEY=VALUE, not '{text}'")));
        };
        configs.insert(key.trim().to_owned(), change::number(key.trim(), value.trim())?);
    }
    Ok(Create {
        name: args.topic,
        partitions: args.partitions,
        replication_factor: args.replication_factor,
        assignment: Vec::new(),
        configs,
        if_not_exists: args.if_not_exists,
    })
}
