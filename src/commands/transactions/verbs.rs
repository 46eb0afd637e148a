//! Transactions in kt's grammar: `kt txns describe payments-1`.

use clap::{ArgMatches, Command, FromArgMatches, Subcommand};

use super::{Action, Search, Which};
use crate::client::admin::TopicPartition;
use crate::client::admin::transactions::Filter;
use crate::commands::failure::Failure;

#[derive(Subcommand)]
enum Verb {
    /// Lists transactional ids and where they stand
    #[command(visible_alias = "ls")]
    List {
        /// Only ids that fit this regular expression (brokers from 4.1 on)
        pattern: Option<String>,
        /// Only those in this state: Ongoing, PrepareCommit, PrepareAbort, CompleteCommit, CompleteAbort, Empty
        #[arg(long, value_delimiter = ',', value_name = "STATE,…")]
        state: Vec<String>,
        /// Only transactions that run for longer: 30s, 5m (brokers from 3.8 on)
        #[arg(long, value_name = "TIME", value_parser = humantime::parse_duration)]
        longer_than: Option<std::time::Duration>,
    },
    /// Shows one transactional id: since when, how long it may, on which partitions
    Describe {
        /// The transactional id
        id: String,
    },
    /// Shows the producers that the partitions of a topic remember
    Producers {
        /// The topic, or one of its partitions
        #[arg(value_name = "TOPIC[:PARTITION]")]
        topic: String,
        /// Ask this replica, not the leader
        #[arg(long, value_name = "ID")]
        broker: Option<i32>,
    },
    /// Finds transactions that are open on a partition and that no coordinator will end
    Hanging {
        /// Only in this topic, or this partition of it
        #[arg(value_name = "TOPIC[:PARTITION]")]
        topic: Option<String>,
        /// Only in the partitions of this broker
        #[arg(long, value_name = "ID")]
        broker: Option<i32>,
        /// What is younger may still be ended by its producer or coordinator
        #[arg(long, value_name = "TIME", default_value = "15m", value_parser = humantime::parse_duration)]
        older_than: std::time::Duration,
    },
    /// Ends a transaction: by its id, or on one partition where it hangs
    Abort {
        /// The transactional id; or, with --start-offset, the partition
        #[arg(value_name = "ID|TOPIC:PARTITION")]
        what: String,
        /// The first offset of a hanging transaction (kt txns hanging shows it)
        #[arg(long, value_name = "OFFSET")]
        start_offset: Option<i64>,
    },
}

pub fn command(command: Command) -> Command {
    Verb::augment_subcommands(command)
}

pub fn action(matches: &ArgMatches) -> Result<Action, Failure> {
    let verb = Verb::from_arg_matches(matches).map_err(|error| Failure::usage(error.to_string()))?;
    Ok(match verb {
        Verb::List { pattern, state, longer_than } => Action::List(Filter {
            states: state,
            longer_than_ms: longer_than.map(millis),
            pattern,
            ..Filter::default()
        }),
        Verb::Describe { id } => Action::Describe { id },
        Verb::Producers { topic, broker } => {
            let (topic, partition) = place(&topic)?;
            Action::Producers { topic, partition, broker }
        }
        Verb::Hanging { topic, broker, older_than } => {
            let (topic, partition) = match topic.map(|text| place(&text)).transpose()? {
                Some((topic, partition)) => (Some(topic), partition),
                None => (None, None),
            };
            Action::Hanging(Search { broker, topic, partition, older_than_ms: millis(older_than) })
        }
        Verb::Abort { what, start_offset: None } => Action::Terminate { id: what, careful: true },
        Verb::Abort { what, start_offset: Some(offset) } => match place(&what)? {
            (topic, Some(partition)) => {
                Action::Abort(Which::Starting { partition: TopicPartition::new(topic, partition), offset })
            }
            (topic, None) => {
                return Err(Failure::usage("an offset is in one partition")
                    .hint(format!("kt txns abort {topic}:0 --start-offset {offset}")));
            }
        },
    })
}

fn millis(time: std::time::Duration) -> i64 {
    i64::try_from(time.as_millis()).unwrap_or(i64::MAX)
}

/// `orders` or `orders:0`.
fn place(text: &str) -> Result<(String, Option<i32>), Failure> {
    match text.rsplit_once(':') {
        None => Ok((text.to_owned(), None)),
        Some((topic, number)) => {
            let partition = number.parse::<i32>().ok().filter(|number| *number >= 0);
            let partition = partition.ok_or_else(|| Failure::usage(format!("'{number}' is no partition")))?;
            Ok((topic.to_owned(), Some(partition)))
        }
    }
}
