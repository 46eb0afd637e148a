//! Topics in kt's grammar: `kt topics create orders --partitions 3`.

use std::time::{Duration, SystemTime};

use clap::{ArgMatches, Args, Command, FromArgMatches, Subcommand};

use super::contents::Until;
use super::{Action, Aim, Create, Describe, Filters, Named, Which};
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
        /// Only topics of these patterns
        #[arg(value_name = "PATTERN")]
        patterns: Vec<String>,
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
        /// The topics, or patterns
        #[arg(required = true, value_name = "TOPIC")]
        topics: Vec<String>,
        /// How many partitions it is to have
        #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(i32).range(1..))]
        partitions: Option<i32>,
        /// How many more it is to have
        #[arg(long, value_name = "N", conflicts_with = "partitions", value_parser = clap::value_parser!(i32).range(1..))]
        add: Option<i32>,
    },
    /// Counts the messages of topics
    Count {
        /// Only topics of these patterns
        #[arg(value_name = "PATTERN")]
        patterns: Vec<String>,
        /// Also the topics Kafka keeps for itself
        #[arg(short, long)]
        all: bool,
    },
    /// Shows what topics take on disk, the largest first
    Sizes {
        /// Only topics of these patterns
        #[arg(value_name = "PATTERN")]
        patterns: Vec<String>,
        /// Also the topics Kafka keeps for itself
        #[arg(short, long)]
        all: bool,
    },
    /// Shows the newest record of each partition
    Last {
        /// The topics, or patterns
        #[arg(required = true, value_name = "TOPIC")]
        topics: Vec<String>,
        /// How many of each partition
        #[arg(short = 'n', long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..))]
        count: u16,
    },
    /// Deletes the records of topics that are older than a moment
    Trim {
        /// The topics, or patterns
        #[arg(required = true, value_name = "TOPIC")]
        topics: Vec<String>,
        /// Older than this go: @-7d, @2026-11-21T10:00
        #[arg(long, value_name = "@MOMENT")]
        before: String,
    },
    /// Deletes all records of topics; the topics stay
    Purge {
        /// The topics, or patterns
        #[arg(required = true, value_name = "TOPIC")]
        topics: Vec<String>,
    },
    /// Deletes topics with all that is in them
    #[command(visible_alias = "rm")]
    Delete {
        /// The topics, or patterns
        #[arg(required = true, value_name = "TOPIC")]
        topics: Vec<String>,
        /// A missing topic is no error
        #[arg(long)]
        if_exists: bool,
    },
}

#[derive(Args)]
struct CreateArgs {
    /// Its name; all that are named get the same settings
    #[arg(required = true, value_name = "TOPIC")]
    topics: Vec<String>,
    /// How many partitions [default, and -1: the broker's num.partitions]
    #[arg(short, long, value_name = "N", allow_negative_numbers = true, value_parser = or_default::<{ i32::MAX }>)]
    partitions: Option<i32>,
    /// Copies of each partition [default, and -1: the broker's default.replication.factor]
    #[arg(short, long, value_name = "N", alias = "replicas", allow_negative_numbers = true, value_parser = or_default::<32767>)]
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
    /// The topics, or patterns [default: all but Kafka's own]
    #[arg(value_name = "TOPIC")]
    topics: Vec<String>,
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
    Ok(match verb {
        Verb::List { patterns, all } => Action::List(Named { required: false, ..shown(&patterns, all)? }),
        Verb::Create(args) => Action::Create(create(args)?),
        Verb::Describe(args) => {
            let wanted = Describe {
                which: Which::Named(shown(&args.topics, args.all)?),
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
        Verb::Alter { topics, partitions, add } => {
            let aim = partitions.map(Aim::Total).or(add.map(Aim::More)).ok_or_else(|| how_many_partitions(&topics))?;
            Action::Alter { topics: some(&topics, true)?, aim, assignment: Vec::new() }
        }
        Verb::Count { patterns, all } => Action::Count { topics: shown(&patterns, all)?, sizes: false },
        Verb::Sizes { patterns, all } => Action::Count { topics: shown(&patterns, all)?, sizes: true },
        Verb::Last { topics, count } => Action::Last { topics: some(&topics, true)?, count: count.into() },
        Verb::Trim { topics, before } => {
            let until = Until::Moment(moment::parse(&before, SystemTime::now())?);
            Action::Trim { topics: some(&topics, true)?, until }
        }
        Verb::Purge { topics } => Action::Trim { topics: some(&topics, true)?, until: Until::End },
        Verb::Delete { topics, if_exists } => Action::Delete { topics: some(&topics, !if_exists)?, preview: true },
    })
}

/// All topics but Kafka's own, or those of patterns.
fn shown(patterns: &[String], all: bool) -> Result<Named, Failure> {
    let exclude_internal = !all && patterns.is_empty();
    Ok(Named { exclude_internal, ..some(patterns, true)? })
}

fn some(topics: &[String], required: bool) -> Result<Named, Failure> {
    let patterns = topics.iter().map(|topic| Pattern::own(topic)).collect::<Result<_, _>>()?;
    Ok(Named { patterns, exclude_internal: false, required })
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
        names: args.topics,
        partitions: args.partitions.filter(|count| *count > 0),
        replication_factor: args.replication_factor.filter(|count| *count > 0),
        assignment: Vec::new(),
        configs,
        if_not_exists: args.if_not_exists,
    })
}

/// A count; -1 stands for the broker's default, as on the wire.
fn or_default<const MOST: i32>(text: &str) -> Result<i32, String> {
    let count = text.parse::<i32>().map_err(|_| "that is no number".to_owned())?;
    match count {
        -1 | 1.. if count <= MOST => Ok(count),
        _ => Err(format!("{text} is not in 1..={MOST}, nor -1")),
    }
}

/// `kt topics alter` was not told a number: perhaps it was settings that were to be changed.
fn how_many_partitions(topics: &[String]) -> Failure {
    let failure = Failure::usage("kt topics alter changes the number of partitions, and none is given");
    match topics.iter().find(|word| word.contains('=')) {
        Some(setting) => {
            failure.hint(format!("settings are changed by   kt configs set topic/{} {setting}", topics[0]))
        }
        None => failure.hint(format!("kt topics alter {} --partitions 6", topics.join(" "))),
    }
}
