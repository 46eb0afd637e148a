//! Kafka's grammar: the sub-commands of kafka-transactions, checked in the original's order.

use super::{Action, Search, Which};
use crate::client::admin::TopicPartition;
use crate::client::admin::transactions::{Abort, Filter};
use crate::commands::failure::{Exit, Failure};
use crate::commands::options::{BOOTSTRAP, COMMAND_CONFIG, Given, Opt};
use crate::commands::tool::{Exclusive, Parser, SubCommand};

const TOPIC: Opt = Opt::value("topic", "NAME", "the topic");
const PARTITION: Opt = Opt::value("partition", "N", "the partition").int();
const BROKER: Opt = Opt::value("broker-id", "N", "ask this replica, not the leader").int();

const NO_EXCLUSIVE: &[Exclusive] = &[];

pub static PARSER: Parser = Parser {
    program: "kafka-transactions.sh",
    options: &[BOOTSTRAP, COMMAND_CONFIG],
    exclusive: NO_EXCLUSIVE,
    commands: &[
        SubCommand {
            name: "list",
            about: "transactional ids and their states",
            options: &[
                Opt::value("duration-filter", "MS", "only transactions that run for longer").long().default("-1"),
                Opt::value("transactional-id-pattern", "REGEX", "only ids that fit"),
            ],
            exclusive: NO_EXCLUSIVE,
        },
        SubCommand {
            name: "describe",
            about: "the state of one transactional id",
            options: &[Opt::value("transactional-id", "ID", "whose state to show").required()],
            exclusive: NO_EXCLUSIVE,
        },
        SubCommand {
            name: "describe-producers",
            about: "the producers that a partition remembers",
            options: &[BROKER, TOPIC.required(), PARTITION.required()],
            exclusive: NO_EXCLUSIVE,
        },
        SubCommand {
            name: "abort",
            about: "end a hanging transaction on a partition",
            options: &[
                TOPIC.required(),
                PARTITION.required(),
                Opt::value("start-offset", "N", "the transaction's first offset").long(),
                Opt::value("producer-id", "N", "its producer, for brokers before 3.0").long(),
                Opt::value("producer-epoch", "N", "the producer's epoch, for brokers before 3.0").int(),
                Opt::value("coordinator-epoch", "N", "the coordinator's epoch, for brokers before 3.0").int(),
            ],
            exclusive: NO_EXCLUSIVE,
        },
        SubCommand {
            name: "find-hanging",
            about: "transactions that no coordinator will end",
            options: &[
                Opt::value("broker-id", "N", "search the partitions of this broker").int(),
                Opt::value("max-transaction-timeout", "MINUTES", "what is younger may still be ended")
                    .int()
                    .default("15"),
                Opt::value("topic", "NAME", "search this topic"),
                Opt::value("partition", "N", "search this partition of the topic").int(),
            ],
            exclusive: NO_EXCLUSIVE,
        },
        SubCommand {
            name: "forceTerminateTransaction",
            about: "shut a producer out and abort what it has open",
            options: &[Opt::value("transactionalId", "ID", "whose transaction to end").required()],
            exclusive: NO_EXCLUSIVE,
        },
        SubCommand {
            name: "force-terminate",
            about: "the same in the spelling of the other sub-commands",
            options: &[Opt::value("transactional-id", "ID", "whose transaction to end").required()],
            exclusive: NO_EXCLUSIVE,
        },
    ],
    bare_is_help: false,
    positionals: &[],
};

pub fn action(given: &Given) -> Result<Action, Failure> {
    let text = |name: &str| Ok::<_, Failure>(given.text(name)?.unwrap_or_default());
    Ok(match given.command {
        Some("describe") => Action::Describe { id: text("transactional-id")? },
        Some("describe-producers") => Action::Producers {
            topic: text("topic")?,
            partition: given.int("partition")?,
            broker: given.int("broker-id")?,
        },
        Some("abort") => Action::Abort(abort(given)?),
        Some("find-hanging") => Action::Hanging(search(given)?),
        Some("forceTerminateTransaction") => Action::Terminate { id: text("transactionalId")?, careful: false },
        Some("force-terminate") => Action::Terminate { id: text("transactional-id")?, careful: false },
        _ => Action::List(Filter {
            longer_than_ms: given.long("duration-filter")?,
            pattern: given.text("transactional-id-pattern")?,
            ..Filter::default()
        }),
    })
}

fn wrong(sentence: &str) -> Failure {
    Failure::new(sentence).exit(Exit::Usage)
}

fn abort(given: &Given) -> Result<Which, Failure> {
    let partition =
        TopicPartition::new(given.text("topic")?.unwrap_or_default(), given.int("partition")?.unwrap_or_default());
    let epoch = match given.int("producer-epoch")? {
        None => None,
        Some(epoch) => Some(i16::try_from(epoch).map_err(|_| {
            Failure::usage(format!(
                "argument --producer-epoch: could not convert '{epoch}' to Short (Value out of range. Value:\"{epoch}\" Radix:10)"
            ))
        })?),
    };
    match (given.long("start-offset")?, given.long("producer-id")?) {
        (Some(offset), _) => Ok(Which::Starting { partition, offset }),
        (None, None) => Err(wrong(
            "The transaction to abort must be identified either with --start-offset (for brokers on 3.0 or above) or \
             with --producer-id, --producer-epoch, and --coordinator-epoch (for older brokers)",
        )),
        (None, Some(producer_id)) => {
            let producer_epoch = epoch.ok_or_else(|| wrong("Missing required argument --producer-epoch"))?;
            let coordinator_epoch = given
                .int("coordinator-epoch")?
                .ok_or_else(|| wrong("Missing required argument --coordinator-epoch"))?;
            // A producer that hangs before its first marker shows -1; 0 is not above any coordinator's epoch.
            let coordinator_epoch = coordinator_epoch.max(0);
            Ok(Which::Exactly(Abort { partition, producer_id, producer_epoch, coordinator_epoch }))
        }
    }
}

fn search(given: &Given) -> Result<Search, Failure> {
    let (broker, topic) = (given.int("broker-id")?, given.text("topic")?);
    if broker.is_none() && topic.is_none() {
        return Err(wrong(
            "The `find-hanging` command requires either --topic or --broker-id to limit the scope of the search",
        ));
    }
    let partition = given.int("partition")?;
    if partition.is_some() && topic.is_none() {
        return Err(wrong("The --partition argument requires --topic to be provided"));
    }
    let minutes = given.int("max-transaction-timeout")?.unwrap_or(15);
    Ok(Search { broker, topic, partition, older_than_ms: i64::from(minutes) * 60_000 })
}
