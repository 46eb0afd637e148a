//! kafka-e2e-latency: how long a record takes from the producer to a consumer that waits for it.
//!
//! The original takes two kinds of calls, with options and (until Kafka 5) five or six words.

mod run;

use std::path::Path;

use crate::client::Settings;
use crate::commands::connection::{self, Connection, Origin};
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::commands::options::{BOOTSTRAP, COMMAND_CONFIG, Given, Opt};
use crate::commands::tool::{Example, Group, Kafka, Options, Thrown, Tool};

const OPTIONS: &[Opt] = &[
    BOOTSTRAP,
    Opt::value("topic", "NAME", "the topic to write to and read from"),
    Opt::value("num-records", "N", "how many records").int(),
    Opt::value("producer-acks", "ACKS", "1 or all: who has to have a record"),
    Opt::value("record-size", "BYTES", "the size of a value").int(),
    Opt::maybe("record-key-size", "BYTES", "the size of a key").int().default("0"),
    Opt::maybe("num-headers", "N", "how many headers a record has").int().default("0"),
    Opt::maybe("record-header-key-size", "BYTES", "the size of a header's name").int().default("0"),
    Opt::maybe("record-header-size", "BYTES", "the size of a header's value; -1 is null").int().default("0"),
    Opt { takes: crate::commands::options::Takes::Maybe("FILE"), ..COMMAND_CONFIG },
];

pub const TOOL: Tool = Tool {
    script: Some("kafka-e2e-latency"),
    kafka: Some(Kafka {
        options: Options::Jopt(OPTIONS),
        thrown: Thrown::STDERR,
        act: |given, cx| run::run(action(given, cx)?, cx),
    }),
    examples: &[
        Example {
            line: "kt e2e-latency --bootstrap-server broker:9092 --topic t --num-records 1000 --producer-acks all --record-size 100",
            does: "a thousand records there and back",
        },
        Example { line: "kt bench latency", does: "kt's own: several runs, a histogram, two brokers side by side" },
    ],
    quirks: &[
        "the consumer is told of a record as soon as it is there (long polls); the original asks again and again",
        "no offsets are committed at the end",
    ],
    ..Tool::own("e2e-latency", Group::Bench, "how long a record takes to a consumer")
};

/// What is to be done.
struct Action {
    client: Settings,
    topic: String,
    records: usize,
    acks: String,
    sizes: Sizes,
}

#[derive(Clone, Copy, Default)]
struct Sizes {
    value: usize,
    key: usize,
    headers: usize,
    header_key: usize,
    /// `None` is null.
    header_value: Option<usize>,
}

fn action(given: &Given, cx: &mut Context) -> Result<Action, Failure> {
    let named = ["bootstrap-server", "topic", "num-records", "producer-acks", "record-size"];
    if given.count(&named) == 0 && !given.words.is_empty() {
        return by_words(&given.words, cx);
    }
    // The address has a default in kt.
    given.require(&named[1..])?;
    let number = |name: &str| Ok::<_, Failure>(given.int(name)?.unwrap_or(0));
    let numbers = Numbers {
        records: number("num-records")?,
        value: number("record-size")?,
        key: number("record-key-size")?,
        header_key: number("record-header-key-size")?,
        header_value: number("record-header-size")?,
        headers: number("num-headers")?,
    };
    let acks = given.text("producer-acks")?.unwrap_or_default();
    let topic = given.text("topic")?.unwrap_or_default();
    let client = || cx.connection()?.settings();
    checked(topic, acks, &numbers, client)
}

/// `BROKERS TOPIC RECORDS ACKS SIZE [FILE]`
fn by_words(words: &[String], cx: &mut Context) -> Result<Action, Failure> {
    let (brokers, topic, records, acks, size, file) = match words {
        [brokers, topic, records, acks, size] => (brokers, topic, records, acks, size, None),
        [brokers, topic, records, acks, size, file] => (brokers, topic, records, acks, size, Some(file)),
        _ => {
            return Err(Failure::usage(format!(
                "Invalid number of arguments. Expected 5 or 6 positional arguments, but got {}. Usage: bootstrap-server topic num-records producer-acks record-size [optional] command-config",
                words.len()
            )));
        }
    };
    cx.out.line(
        "WARNING: Positional argument usage is deprecated and will be removed in Apache Kafka 5.0. Please use named arguments instead: --bootstrap-server, --topic, --num-records, --producer-acks, --record-size, --command-config",
    )?;
    let number = |text: &String, name: &str| {
        text.parse::<i32>().map_err(|_| Failure::usage(format!("Cannot parse argument '{text}' of option {name}")))
    };
    let numbers =
        Numbers { records: number(records, "num-records")?, value: number(size, "record-size")?, ..Numbers::default() };
    if let Some(path) = file {
        connection::read(Path::new(path))?;
    }
    let asked = Connection {
        servers: brokers.clone(),
        origin: Origin::Flag,
        config_file: file.map(Into::into),
        ..cx.connection()?
    };
    checked(topic.clone(), acks.clone(), &numbers, || asked.settings())
}

#[derive(Default)]
struct Numbers {
    records: i32,
    value: i32,
    key: i32,
    header_key: i32,
    header_value: i32,
    headers: i32,
}

fn checked(
    topic: String,
    acks: String,
    numbers: &Numbers,
    client: impl FnOnce() -> Result<Settings, Failure>,
) -> Result<Action, Failure> {
    let least = |number: i32, least: i32, sentence: &str| match number >= least {
        true => Ok(usize::try_from(number).ok()),
        false => Err(Failure::usage(sentence)),
    };
    if !["1", "all"].contains(&acks.as_str()) {
        return Err(Failure::usage(
            "Invalid value for --producer-acks. Latency testing requires synchronous acknowledgement. Please use '1' or 'all'.",
        ));
    }
    let records = least(numbers.records, 1, "Value for --num-records must be a positive integer.")?;
    let value = least(numbers.value, 0, "Value for --record-size must be a non-negative integer.")?;
    let key = least(numbers.key, 0, "Value for --record-key-size must be a non-negative integer.")?;
    let header_key =
        least(numbers.header_key, 0, "Value for --record-header-key-size must be a non-negative integer.")?;
    let header_value = least(
        numbers.header_value,
        -1,
        "Value for --record-header-size must be a non-negative integer or -1 for null header value.",
    )?;
    let headers = least(numbers.headers, 0, "Value for --num-headers must be a non-negative integer.")?;
    let sizes = Sizes {
        value: value.unwrap_or(0),
        key: key.unwrap_or(0),
        headers: headers.unwrap_or(0),
        header_key: header_key.unwrap_or(0),
        header_value,
    };
    Ok(Action { client: client()?, topic, records: records.unwrap_or(0), acks, sizes })
}
