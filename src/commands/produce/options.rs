//! Kafka's grammar: the options of kafka-console-producer, read and checked in the original's order.

use super::lines::LineFormat;
use super::{Action, Prompt};
use crate::client::data::fault::Fault;
use crate::client::data::produce::ProduceSettings;
use crate::client::data::strange;
use crate::client::error::Kind;
use crate::commands::connection::Origin;
use crate::commands::context::Context;
use crate::commands::failure::{Exit, Failure};
use crate::commands::options::{BOOTSTRAP, BROKER_LIST, COMMAND_CONFIG, Given, Opt, Role};
use crate::config::properties::Properties;

pub const OPTIONS: &[Opt] = &[
    BOOTSTRAP,
    BROKER_LIST,
    Opt::value("topic", "NAME", "where the records go").required(),
    Opt::value("batch-size", "BYTES", "how many bytes a batch may hold (batch.size)").int().default("262144"),
    COMMAND_CONFIG,
    Opt::value("command-property", "KEY=VALUE", "one producer setting; wins over the file").repeats().role(Role::Property),
    Opt::value("producer.config", "FILE", "old name of --command-config").role(Role::ConfigFile).deprecated("command-config"),
    Opt::value("producer-property", "KEY=VALUE", "old name of --command-property")
        .repeats()
        .role(Role::Property)
        .deprecated("command-property"),
    Opt::maybe("compression-codec", "CODEC", "none, gzip, snappy, lz4 or zstd; gzip if no name follows").default("none"),
    Opt::value("line-reader", "CLASS", "what turns input into records: only the LineMessageReader is there")
        .default("org.apache.kafka.tools.LineMessageReader"),
    Opt::value("max-block-ms", "MS", "how long to wait for the topic, or for room in the buffer").long().default("10000"),
    Opt::value("max-memory-bytes", "BYTES", "how much may wait to be sent (buffer.memory)").long().default("33554432"),
    Opt::value("max-partition-memory-bytes", "BYTES", "another way to say --batch-size, which it wins over").int().deprecated("batch-size"),
    Opt::value("message-send-max-retries", "N", "how often a batch is tried again (retries)").int(),
    Opt::value("metadata-expiry-ms", "MS", "how long what is known of the topic holds").long().default("300000"),
    Opt::value("reader-property", "KEY=VALUE", "parse.key, key.separator, parse.headers, headers.delimiter, headers.separator, headers.key.separator, null.marker, ignore.error")
        .repeats(),
    Opt::value("property", "KEY=VALUE", "old name of --reader-property").repeats().deprecated("reader-property"),
    Opt::value("reader-config", "FILE", "settings of the reader, a properties file"),
    Opt::value("request-required-acks", "ACKS", "0, 1 or all (-1): who has to have a record").default("all"),
    Opt::value("request-timeout-ms", "MS", "how long an acknowledgement may take").int().default("10000"),
    Opt::value("retry-backoff-ms", "MS", "the pause before a batch is tried again").long().default("100"),
    Opt::value("socket-buffer-size", "BYTES", "taken and not needed: the system chooses").int(),
    Opt::flag("sync", "wait for each record before the next is read"),
    Opt::value("timeout", "MS", "how long a batch waits for company (linger.ms); without it no longer than needed").long(),
    Opt::value("key-serializer", "CLASS", "gone").gone("--key-serializer is gone since Kafka 0.9: keys are bytes", ""),
    Opt::value("value-serializer", "CLASS", "gone").gone("--value-serializer is gone since Kafka 0.9: values are bytes", ""),
    Opt::value("queue-size", "N", "gone").gone("--queue-size is gone with the old producer", ""),
    Opt::value("queue-enqueuetimeout-ms", "MS", "gone").gone("--queue-enqueuetimeout-ms is gone with the old producer", ""),
    Opt::flag("old-producer", "gone").gone("--old-producer is gone since Kafka 2.0: there is only one", ""),
];

/// Options that say the same; the original takes only one spelling in a call.
pub const SPELLINGS: [(&str, &str); 3] =
    [("command-property", "producer-property"), ("command-config", "producer.config"), ("reader-property", "property")];

/// Names of the one reader there is.
const READERS: [&str; 4] = [
    "org.apache.kafka.tools.LineMessageReader",
    "kafka.tools.ConsoleProducer$LineMessageReader",
    "org.apache.kafka.tools.ConsoleProducer$LineMessageReader",
    "LineMessageReader",
];

pub fn action(given: &Given, cx: &mut Context) -> Result<Action, Failure> {
    given.require(&["topic"])?;
    one_spelling(given, &SPELLINGS)?;
    let topic = given.text("topic")?.unwrap_or_default();
    let connection = cx.connection()?;
    if let Some(bad) = connection.servers.split(',').find(|server| !server.contains(':')) {
        return Err(Failure::usage("Please provide valid host:port like host1:9091,host2:9092")
            .because(format!("'{bad}' has no port"))
            .hint(format!("--bootstrap-server {bad}:9092")));
    }
    if let Some(class) = given.one("line-reader")?.filter(|class| !READERS.contains(class)) {
        return Err(Failure::new(format!("there is no line reader {class}"))
            .because("kt runs no Java classes")
            .hint("leave --line-reader out: lines are read as the original's LineMessageReader does"));
    }
    let format = reader(given, cx)?;
    let mut client = connection.settings()?;
    if client.properties.get("client.id").is_none() {
        client.client_id = "console-producer".to_owned();
    }
    merge(given, &mut client.properties)?;
    note_strange(&client.properties, true, cx);
    let settings = ProduceSettings::from_properties(&topic, &client.properties).map_err(settings_failure)?;
    refuse_transactions(&settings)?;
    Ok(Action {
        client,
        settings,
        format,
        files: Vec::new(),
        sync: given.has("sync"),
        as_text: true,
        prompt: Prompt::Angle,
        guessed: connection.origin == Origin::Default,
        strict: false,
        own: None,
    })
}

/// Only one of two spellings of the same thing may be there.
pub fn one_spelling(given: &Given, pairs: &[(&str, &str)]) -> Result<(), Failure> {
    match pairs.iter().find(|(new, old)| given.has(new) && given.has(old)) {
        Some((new, old)) => Err(Failure::usage(format!("Options --{new} and --{old} cannot be specified together."))),
        None => Ok(()),
    }
}

/// Says once which settings mean nothing.
pub fn note_strange(properties: &Properties, producer: bool, cx: &Context) {
    let names = strange(properties, producer);
    if !names.is_empty() {
        let kind = if producer { "producer" } else { "consumer" };
        cx.note(&format!("{} means nothing to a {kind} (ignored)", names.join(", ")));
    }
}

/// A setting that cannot be used; in the original an exception on stderr.
pub fn settings_failure(fault: Fault) -> Failure {
    Failure::new(fault.to_string()).exit(Exit::Usage)
}

/// A fault of the data path, with kt's exit code for it.
pub fn fault_failure(fault: Fault) -> Failure {
    let kind = fault.kind();
    match fault {
        Fault::Client(error) => Failure::from(error),
        other => Failure::new(other.to_string()).exit(match kind {
            Kind::Usage => Exit::Usage,
            Kind::Unreachable => Exit::Unreachable,
            Kind::TimedOut => Exit::TimedOut,
            _ => Exit::Failed,
        }),
    }
}

/// For tools that begin no transaction: the original's exception when it is to write in one.
pub fn refuse_transactions(settings: &ProduceSettings) -> Result<(), Failure> {
    match &settings.transaction {
        None => Ok(()),
        Some(transaction) => Err(Failure::new(
            "Cannot perform a 'send' before completing a call to initTransactions when transactions are enabled.",
        )
        .because(format!("transactional.id is set ({}), and this tool begins no transaction", transaction.id))
        .hint("kt produce --transaction   writes all lines or none")),
    }
}

fn reader(given: &Given, cx: &Context) -> Result<LineFormat, Failure> {
    let mut properties = match given.one("reader-config")? {
        Some(path) => crate::commands::connection::read(path.as_ref())?,
        None => Properties::default(),
    };
    for (key, value) in given.pairs("reader-property").into_iter().chain(given.pairs("property")) {
        properties.set(key, value);
    }
    for entry in properties.iter().filter(|entry| !super::lines::KNOWN.contains(&entry.key.as_str())) {
        let near = crate::commands::suggest::nearest(&entry.key, super::lines::KNOWN);
        let hint = near.map_or(String::new(), |name| format!("; did you mean {name} ?"));
        cx.note(&format!("the line reader has no property {}{hint}", entry.key));
    }
    LineFormat::new(properties.iter().map(|entry| (entry.key.as_str(), entry.value.as_str())))
}

/// Options that set a property win over the file; their defaults do not, and count for nothing here.
fn merge(given: &Given, properties: &mut Properties) -> Result<(), Failure> {
    if given.has("compression-codec") {
        let codec = given.one("compression-codec")?.filter(|codec| !codec.is_empty()).unwrap_or("gzip");
        properties.set("compression.type", codec);
    }
    if let Some(acks) = given.text("request-required-acks")? {
        properties.set("acks", acks);
    }
    for (option, key) in [
        ("request-timeout-ms", "request.timeout.ms"),
        ("message-send-max-retries", "retries"),
        ("batch-size", "batch.size"),
        ("max-partition-memory-bytes", "batch.size"),
    ] {
        if let Some(value) = given.int(option)? {
            properties.set(key, value.to_string());
        }
    }
    for (option, key) in [
        ("timeout", "linger.ms"),
        ("retry-backoff-ms", "retry.backoff.ms"),
        ("max-memory-bytes", "buffer.memory"),
        ("metadata-expiry-ms", "metadata.max.age.ms"),
        ("max-block-ms", "max.block.ms"),
    ] {
        if let Some(value) = given.long(option)? {
            properties.set(key, value.to_string());
        }
    }
    given.int("socket-buffer-size")?;
    Ok(())
}
