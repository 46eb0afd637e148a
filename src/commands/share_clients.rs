//! kafka-console-share-consumer, kafka-share-consumer-perf-test and kafka-verifiable-share-consumer: tools that read in
//! share groups (KIP-932). kt has no member of share groups yet: a wrong call gets the original's sentence, a right one
//! is refused with a word on what to use.

use super::context::Context;
use super::failure::Failure;
use super::options::{BOOTSTRAP, COMMAND_CONFIG, Given, Opt, Role};
use super::tool::{Exclusive, Group, Kafka, Options, Parser, Thrown, Tool};

const PROPERTY: Opt = Opt::value("command-property", "KEY=VALUE", "one consumer setting; wins over the file")
    .repeats()
    .role(Role::Property);

const CONSOLE_OPTIONS: &[Opt] = &[
    BOOTSTRAP,
    Opt::value("topic", "NAME", "the topic to read"),
    Opt::value("group", "NAME", "the share group").default("share"),
    COMMAND_CONFIG,
    PROPERTY,
    Opt::value("consumer-config", "FILE", "old name of --command-config")
        .role(Role::ConfigFile)
        .deprecated("command-config"),
    Opt::value("consumer-property", "KEY=VALUE", "old name of --command-property")
        .repeats()
        .role(Role::Property)
        .deprecated("command-property"),
    Opt::flag("enable-systest-events", "print shutdown_complete at the end"),
    Opt::value("formatter", "CLASS", "how a record is printed"),
    Opt::value("formatter-config", "FILE", "settings of the formatter, a properties file"),
    Opt::value("formatter-property", "KEY=VALUE", "one setting of the formatter").repeats(),
    Opt::value("property", "KEY=VALUE", "old name of --formatter-property").repeats().deprecated("formatter-property"),
    Opt::value("key-deserializer", "CLASS", "how keys become text"),
    Opt::value("value-deserializer", "CLASS", "how values become text"),
    Opt::value("max-messages", "N", "end after that many").int(),
    Opt::flag("reject", "acknowledge each record as rejected"),
    Opt::flag("release", "give each record back to the group"),
    Opt::flag("reject-message-on-error", "reject a record that cannot be shown, and go on"),
    Opt::value("timeout-ms", "MS", "end when nothing came for so long").long(),
];

const PERF_OPTIONS: &[Opt] = &[
    BOOTSTRAP,
    Opt::value("topic", "NAME", "the topic to read"),
    Opt::value("num-records", "N", "how many to read").long(),
    Opt::value("messages", "N", "old name of --num-records").long().deprecated("num-records"),
    PROPERTY,
    COMMAND_CONFIG,
    Opt::value("consumer.config", "FILE", "old name of --command-config")
        .role(Role::ConfigFile)
        .deprecated("command-config"),
    Opt::value("group", "NAME", "the share group").default("perf-share-consumer"),
    Opt::value("fetch-size", "BYTES", "how much is asked for at once").int(),
    Opt::value("socket-buffer-size", "BYTES", "the receive buffer").int(),
    Opt::maybe("timeout", "MS", "give up when nothing came for so long").long(),
    Opt::value("threads", "N", "how many consumers").int(),
    Opt::value("date-format", "PATTERN", "how times are written"),
    Opt::flag("hide-header", "no header line"),
    Opt::flag("print-metrics", "all counters at the end"),
    Opt::value("reporting-interval", "MS", "the time between two lines").long(),
    Opt::flag("show-detailed-stats", "a line each interval"),
    Opt::flag("show-consumer-stats", "a line each consumer"),
];

static VERIFIABLE: Parser = Parser {
    program: "verifiable-share-consumer",
    options: &[
        BOOTSTRAP,
        Opt::value("topic", "NAME", "the topic to read").required(),
        Opt::value("group-id", "NAME", "the share group").required(),
        Opt::value("max-messages", "N", "how many; -1 goes on until it is stopped").int().default("-1"),
        Opt::flag("verbose", "tell each record"),
        Opt::value("acknowledgement-mode", "WORD", "auto, sync or async").default("auto"),
        Opt::value("offset-reset-strategy", "WORD", "earliest or latest"),
        COMMAND_CONFIG,
    ],
    exclusive: &[Exclusive { names: &["bootstrap-server"], required: true }],
    commands: &[],
    bare_is_help: true,
    positionals: &[],
};

const QUIRK: &[&str] = &["refused: kt cannot read in share groups yet"];

pub const CONSOLE: Tool = Tool {
    script: Some("kafka-console-share-consumer"),
    kafka: Some(Kafka { options: Options::Jopt(CONSOLE_OPTIONS), thrown: Thrown::STDERR, act: console }),
    quirks: QUIRK,
    ..Tool::own("console-share-consumer", Group::Records, "read in a share group (refused: not there yet)")
};

pub const PERF: Tool = Tool {
    script: Some("kafka-share-consumer-perf-test"),
    kafka: Some(Kafka { options: Options::Jopt(PERF_OPTIONS), thrown: Thrown::STDERR, act: perf }),
    quirks: QUIRK,
    ..Tool::own("share-consumer-perf-test", Group::Bench, "how fast a share group reads (refused: not there yet)")
};

pub const CHECKED: Tool = Tool {
    script: Some("kafka-verifiable-share-consumer"),
    kafka: Some(Kafka { options: Options::Argparse(&VERIFIABLE), thrown: Thrown::STDERR, act: |_, _| Err(refused()) }),
    quirks: QUIRK,
    ..Tool::own("verifiable-share-consumer", Group::Bench, "a share group's events in JSON (refused: not there yet)")
};

fn refused() -> Failure {
    Failure::new("kt cannot read in share groups yet")
        .because("a share group's members fetch and acknowledge by requests of their own (KIP-932)")
        .hint("kt consume TOPIC --group NAME   reads the same records in a consumer group")
        .kafka_on_stderr()
}

fn console(given: &Given, _: &mut Context) -> Result<(), Failure> {
    if !given.has("topic") {
        return Err(Failure::usage("--topic is a required argument"));
    }
    if given.has("reject") && given.has("release") {
        return Err(Failure::usage("At most one of --reject and --release may be specified."));
    }
    Err(refused())
}

fn perf(given: &Given, _: &mut Context) -> Result<(), Failure> {
    given.require(&["topic"])?;
    if given.count(&["messages", "num-records"]) != 1 {
        return Err(Failure::usage("Exactly one of the following arguments is required: [messages], [num-records]"));
    }
    Err(refused())
}
