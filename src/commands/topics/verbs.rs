//! Topics in kt's grammar: `kt topics create orders --partitions 3`.

use clap::{ArgMatches, Args, Command, FromArgMatches, Subcommand};

use super::{Action, Create, Describe, Filters, Named, Which};
use crate::commands::failure::Failure;
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
    /// A setting of the topic; may be repeated
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
        Verb::List { pattern: text, all } => {
            let exclude_internal = !all && text.is_none();
            Action::List(Named { pattern: pattern(text)?, exclude_internal, required: false })
        }
        Verb::Create(args) => Action::Create(create(args)?),
        Verb::Describe(args) => {
            let exclude_internal = !args.all && args.topic.is_none();
            Action::Describe(Describe {
                which: Which::Named(Named { pattern: pattern(args.topic)?, exclude_internal, required: true }),
                filters: Filters {
                    under_replicated: args.under_replicated,
                    unavailable: args.unavailable,
                    under_min_isr: args.under_min_isr,
                    at_min_isr: args.at_min_isr,
                    with_overrides: false,
                },
                offsets: true,
            })
        }
        Verb::Alter { topic, partitions } => {
            Action::Alter { topics: some(&topic, true)?, partitions, assignment: Vec::new() }
        }
        Verb::Delete { topic, if_exists, .. } => Action::Delete { topics: some(&topic, !if_exists)?, preview: true },
    })
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
        configs.insert(key.trim().to_owned(), value.trim().to_owned());
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
