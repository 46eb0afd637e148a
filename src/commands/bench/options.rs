//! kt's own grammar: `kt bench produce [TOPIC]`.

use clap::{ArgMatches, Args, Command, FromArgMatches, Subcommand};

use super::Measure;
use super::run::{Action, Broker};
use crate::client::Settings;
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::commands::produce::note_strange;

#[derive(Subcommand)]
enum Verb {
    /// Writes records as fast as they go, or at a pace; times each from the hand-over to its acknowledgement
    Produce(Common),
    /// Reads records as fast as they go; writes them first, unless a topic is named that holds enough
    Consume(Common),
    /// Sends one record after the other, and waits until a consumer has it
    Latency(Common),
}

#[derive(Args)]
struct Common {
    /// The topic; without one a topic is made for the test and deleted at the end
    topic: Option<String>,
    /// How many records [default: 1000000; for latency 1000]
    #[arg(short = 'n', long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=1_000_000_000_000))]
    records: Option<u64>,
    /// The size of a value in bytes
    #[arg(short, long, value_name = "BYTES", default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..=1_000_000_000))]
    size: u32,
    /// How often it is measured
    #[arg(short, long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..=1000))]
    runs: u32,
    /// A second broker, measured in turn with the first
    #[arg(long, value_name = "HOST:PORT,…")]
    against: Option<String>,
    /// At most so many records a second
    #[arg(long, value_name = "N")]
    rate: Option<f64>,
    /// Partitions of the topic that is made
    #[arg(short, long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(i32).range(1..=10_000))]
    partitions: i32,
    /// Who has to have a record
    #[arg(long, value_name = "ACKS", value_parser = ["0", "1", "all", "-1"])]
    acks: Option<String>,
    /// Compress the batches
    #[arg(short = 'z', long, value_name = "CODEC", value_parser = ["none", "gzip", "snappy", "lz4", "zstd"])]
    compression: Option<String>,
    /// How long a batch waits for company, in ms
    #[arg(long, value_name = "MS")]
    linger: Option<u64>,
    /// How many bytes a batch may hold
    #[arg(long, value_name = "BYTES")]
    batch_size: Option<u32>,
}

pub fn command(command: Command) -> Command {
    Verb::augment_subcommands(command).subcommand_required(true)
}

pub fn action(matches: &ArgMatches, cx: &mut Context) -> Result<Action, Failure> {
    let verb = Verb::from_arg_matches(matches).map_err(|error| Failure::usage(error.to_string()))?;
    let (measure, common) = match verb {
        Verb::Produce(common) => (Measure::Produce, common),
        Verb::Consume(common) => (Measure::Consume, common),
        Verb::Latency(common) => (Measure::Latency, common),
    };
    let connection = cx.connection()?;
    let mut brokers = vec![broker(&common, connection.servers.clone(), connection.settings()?)];
    if let Some(servers) = &common.against {
        let second = crate::commands::connection::Connection { servers: servers.clone(), ..connection };
        brokers.push(broker(&common, servers.clone(), second.settings()?));
    }
    note_strange(&brokers[0].client.properties, true, cx);
    let records = common.records.unwrap_or(if measure == Measure::Latency { 1000 } else { 1_000_000 });
    Ok(Action {
        measure,
        brokers,
        topic: common.topic,
        records,
        size: common.size as usize,
        runs: common.runs,
        rate: common.rate.unwrap_or(-1.0),
        partitions: common.partitions,
    })
}

fn broker(common: &Common, servers: String, mut client: Settings) -> Broker {
    let settings = [
        ("acks", common.acks.clone()),
        ("compression.type", common.compression.clone()),
        ("linger.ms", common.linger.map(|ms| ms.to_string())),
        ("batch.size", common.batch_size.map(|bytes| bytes.to_string())),
    ];
    for (key, value) in settings {
        if let Some(value) = value {
            client.properties.set(key, value);
        }
    }
    Broker { name: servers, client }
}
