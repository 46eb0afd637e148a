//! The load that benches/run puts on a broker: produce, consume, and one record at a time, by librdkafka.
//!
//! Each command prints one JSON object with what it did and how long it took. The client stands apart from kt, so that
//! Apache Kafka and kt are driven by the same code; what a broker costs is read from its own process, not from here.

use std::collections::HashMap;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use clap::{Args, Parser, Subcommand};
use rdkafka::config::ClientConfig;
use rdkafka::consumer::{BaseConsumer, Consumer};
use rdkafka::error::{KafkaError, RDKafkaErrorCode};
use rdkafka::message::Message;
use rdkafka::producer::{BaseProducer, BaseRecord, DefaultProducerContext, Producer};
use rdkafka::topic_partition_list::{Offset, TopicPartitionList};
use serde_json::json;

type Failure = Box<dyn std::error::Error>;

/// Nothing that a healthy broker does takes longer.
const PATIENCE: Duration = Duration::from_secs(120);

#[derive(Parser)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Writes records as fast as the broker takes them.
    Produce(Produce),
    /// Reads records from the beginning of all partitions as fast as they come.
    Consume(Consume),
    /// Writes records in transactions, one after the other.
    Transactions(Transactions),
    /// Sends one record, waits until a consumer has it, and again.
    Latency(Latency),
}

#[derive(Args)]
struct Target {
    #[arg(long)]
    bootstrap: String,
    #[arg(long)]
    topic: String,
    #[arg(long, default_value_t = 1)]
    partitions: i32,
    /// Further client settings, KEY=VALUE.
    #[arg(long = "set", value_parser = setting)]
    settings: Vec<(String, String)>,
}

#[derive(Args)]
struct Produce {
    #[command(flatten)]
    target: Target,
    #[arg(long)]
    records: u64,
    #[arg(long)]
    size: usize,
    /// Text that compresses about four to one, instead of bytes that do not.
    #[arg(long)]
    text: bool,
    /// Gives each record one of so many keys, in turn.
    #[arg(long, default_value_t = 0)]
    keys: u64,
}

#[derive(Args)]
struct Transactions {
    #[command(flatten)]
    target: Target,
    #[arg(long)]
    records: u64,
    /// Records of one transaction.
    #[arg(long, default_value_t = 100)]
    every: u64,
    #[arg(long, default_value_t = 100)]
    size: usize,
}

#[derive(Args)]
struct Consume {
    #[command(flatten)]
    target: Target,
    #[arg(long)]
    records: u64,
}

#[derive(Args)]
struct Latency {
    #[command(flatten)]
    target: Target,
    #[arg(long)]
    records: usize,
    #[arg(long, default_value_t = 100)]
    size: usize,
}

fn setting(text: &str) -> Result<(String, String), String> {
    let (key, value) = text.split_once('=').ok_or("KEY=VALUE")?;
    Ok((key.to_owned(), value.to_owned()))
}

impl Target {
    fn config(&self, defaults: &[(&str, &str)]) -> ClientConfig {
        let mut all = HashMap::from([("bootstrap.servers", self.bootstrap.as_str())]);
        all.extend(defaults.iter().copied());
        all.extend(self.settings.iter().map(|(k, v)| (k.as_str(), v.as_str())));
        let mut config = ClientConfig::new();
        for (key, value) in all {
            config.set(key, value);
        }
        config
    }
}

/// Payloads to take in turn: random bytes, or text.
fn payloads(size: usize, text: bool) -> Vec<Vec<u8>> {
    let mut seed = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = move || {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        seed
    };
    let words = ["order", "customer", "paid", "shipped", "amount", "currency", "EUR", "warehouse", "returned", "item"];
    (0..1000)
        .map(|_| {
            let mut payload = Vec::with_capacity(size + 32);
            while payload.len() < size {
                if text {
                    let word = words[(next() % 10) as usize];
                    payload.extend_from_slice(format!("\"{word}\":{},", next() % 1000).as_bytes());
                } else {
                    payload.extend_from_slice(&next().to_le_bytes());
                }
            }
            payload.truncate(size);
            payload
        })
        .collect()
}

fn produce(args: &Produce) -> Result<serde_json::Value, Failure> {
    let producer: BaseProducer = args
        .target
        .config(&[
            ("acks", "all"),
            ("linger.ms", "5"),
            ("batch.num.messages", "10000"),
            ("queue.buffering.max.messages", "500000"),
            ("queue.buffering.max.kbytes", "524288"),
            ("delivery.report.only.error", "true"),
        ])
        .create()?;
    let payloads = payloads(args.size, args.text);
    producer.client().fetch_metadata(Some(&args.target.topic), PATIENCE)?;
    let began = Instant::now();
    for i in 0..args.records {
        let payload = &payloads[(i % payloads.len() as u64) as usize];
        // A run of records for each partition, as a sticky partitioner does.
        let partition = ((i / 100) % args.target.partitions as u64) as i32;
        let key = (args.keys > 0).then(|| (i * 7919 % args.keys).to_string());
        let mut record = BaseRecord::<str, [u8]>::to(&args.target.topic).payload(payload).partition(partition);
        record.key = key.as_deref();
        while let Err((error, back)) = producer.send(record) {
            if error != KafkaError::MessageProduction(RDKafkaErrorCode::QueueFull) {
                return Err(error.into());
            }
            producer.poll(Duration::from_millis(1));
            record = back;
        }
        if i % 1000 == 0 {
            producer.poll(Duration::ZERO);
        }
    }
    producer.flush(PATIENCE)?;
    Ok(rate(began, args.records, args.records * args.size as u64))
}

fn rate(began: Instant, records: u64, bytes: u64) -> serde_json::Value {
    let seconds = began.elapsed().as_secs_f64();
    json!({"records": records, "bytes": bytes, "seconds": seconds, "rate": records as f64 / seconds})
}

fn assigned(target: &Target, from: Offset, defaults: &[(&str, &str)]) -> Result<BaseConsumer, Failure> {
    let mut all = vec![("group.id", "kt-load"), ("enable.auto.commit", "false"), ("auto.offset.reset", "error")];
    all.extend_from_slice(defaults);
    let consumer: BaseConsumer = target.config(&all).create()?;
    let mut list = TopicPartitionList::new();
    for partition in 0..target.partitions {
        list.add_partition_offset(&target.topic, partition, from)?;
    }
    consumer.assign(&list)?;
    Ok(consumer)
}

fn consume(args: &Consume) -> Result<serde_json::Value, Failure> {
    let consumer = assigned(
        &args.target,
        Offset::Beginning,
        &[("queued.min.messages", "1000000"), ("queued.max.messages.kbytes", "524288"), ("check.crcs", "false")],
    )?;
    let (mut records, mut bytes) = (0, 0);
    let mut began = None;
    while records < args.records {
        let message = consumer.poll(PATIENCE).ok_or("no record came")??;
        began.get_or_insert_with(Instant::now); // from the first record on: connecting is not the matter here
        bytes += message.payload_len() as u64;
        records += 1;
    }
    Ok(rate(began.ok_or("nothing to read was asked for")?, records, bytes))
}

fn transactions(args: &Transactions) -> Result<serde_json::Value, Failure> {
    let id = format!("kt-load-{}", std::process::id());
    let producer: BaseProducer =
        args.target.config(&[("acks", "all"), ("linger.ms", "0"), ("transactional.id", &id)]).create()?;
    let payload = vec![7; args.size];
    producer.init_transactions(PATIENCE)?;
    let mut commits = Vec::new();
    let warm_up = 20;
    let mut began = Instant::now();
    let count = args.records / args.every;
    for n in 0..count + warm_up {
        if n == warm_up {
            began = Instant::now();
        }
        producer.begin_transaction()?;
        for i in 0..args.every {
            let partition = ((n * args.every + i) / 100 % args.target.partitions as u64) as i32;
            let record = BaseRecord::<(), [u8]>::to(&args.target.topic).payload(&payload).partition(partition);
            producer.send(record).map_err(|(error, _)| error)?;
        }
        let ending = Instant::now();
        // librdkafka's commit would wait for deliveries in steps of 100 ms.
        while producer.in_flight_count() > 0 {
            producer.poll(Duration::from_millis(1));
        }
        producer.commit_transaction(PATIENCE)?;
        if n >= warm_up {
            commits.push(ending.elapsed());
        }
    }
    let seconds = began.elapsed().as_secs_f64();
    let (p50, p99) = (at(&mut commits, 0.5), at(&mut commits, 0.99));
    Ok(json!({"transactions": count, "seconds": seconds, "rate": count as f64 / seconds, "p50_ms": p50, "p99_ms": p99}))
}

/// A percentile, in milliseconds.
fn at(times: &mut [Duration], part: f64) -> f64 {
    times.sort_unstable();
    times.get(((times.len().max(1) - 1) as f64 * part) as usize).map_or(0.0, |time| time.as_secs_f64() * 1000.0)
}

fn latency(args: &Latency) -> Result<serde_json::Value, Failure> {
    let producer: BaseProducer<DefaultProducerContext> =
        args.target.config(&[("acks", "all"), ("linger.ms", "0")]).create()?;
    let consumer = assigned(&args.target, Offset::Beginning, &[("fetch.wait.max.ms", "500")])?;
    let payload = vec![7; args.size];
    let mut times = Vec::with_capacity(args.records);
    let warm_up = args.records / 10 + 20;
    for i in 0..args.records + warm_up {
        let began = Instant::now();
        producer
            .send(BaseRecord::<(), [u8]>::to(&args.target.topic).payload(&payload).partition(0))
            .map_err(|(error, _)| error)?;
        let message = consumer.poll(PATIENCE).ok_or("the record did not come")??;
        if message.offset() != i as i64 {
            return Err(format!("record {i} has offset {}", message.offset()).into());
        }
        if i >= warm_up {
            times.push(began.elapsed());
        }
        producer.poll(Duration::ZERO);
    }
    let [p50, p99, max] = [0.5, 0.99, 1.0].map(|part| at(&mut times, part));
    Ok(json!({"records": times.len(), "p50_ms": p50, "p99_ms": p99, "max_ms": max}))
}

fn main() -> ExitCode {
    let result = match Cli::parse().command {
        Command::Produce(args) => produce(&args),
        Command::Consume(args) => consume(&args),
        Command::Transactions(args) => transactions(&args),
        Command::Latency(args) => latency(&args),
    };
    match result {
        Ok(done) => {
            println!("{done}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("kt-load: {error}");
            ExitCode::FAILURE
        }
    }
}
