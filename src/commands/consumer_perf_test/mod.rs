//! kafka-consumer-perf-test: how fast records are read, in the original's columns.

mod run;

use std::io::Write;
use std::sync::Arc;
use std::time::Duration;

use crate::client::Settings;
use crate::client::data::consume::{ConsumeSettings, Start, Wanted};
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::commands::measure::date::DateFormat;
use crate::commands::options::{BOOTSTRAP, BROKER_LIST, COMMAND_CONFIG, Given, Opt, Role};
use crate::commands::pattern::Pattern;
use crate::commands::produce::{note_strange, settings_failure};
use crate::commands::tool::{Example, Group, Kafka, Options, Thrown, Tool};

const OPTIONS: &[Opt] = &[
    BOOTSTRAP,
    BROKER_LIST,
    Opt::value("topic", "NAME", "the topic to read"),
    Opt::value("include", "REGEX", "the topics to read, by pattern"),
    Opt::value("num-records", "N", "how many to read").long(),
    Opt::value("messages", "N", "old name of --num-records").long().deprecated("num-records"),
    Opt::value("group", "NAME", "read in this consumer group"),
    Opt::value("fetch-size", "BYTES", "how much of a partition is asked for at once").int().default("1048576"),
    Opt::value("command-property", "KEY=VALUE", "one consumer setting; wins over the file")
        .repeats()
        .role(Role::Property),
    Opt::flag("from-latest", "start at the end, not at the first record"),
    Opt::value("socket-buffer-size", "BYTES", "taken and not needed: the system chooses").int().default("2097152"),
    Opt::value("consumer.config", "FILE", "old name of --command-config")
        .role(Role::ConfigFile)
        .deprecated("command-config"),
    COMMAND_CONFIG,
    Opt::flag("print-metrics", "all counters at the end"),
    Opt::flag("show-detailed-stats", "a line each interval"),
    Opt::maybe("timeout", "MS", "give up when nothing came for so long").long().default("10000"),
    Opt::value("reporting-interval", "MS", "the time between two lines").long().default("5000"),
    Opt::value("date-format", "PATTERN", "how times are written, as Java's SimpleDateFormat").default(DATES),
    Opt::flag("hide-header", "no header line"),
    Opt::value("threads", "N", "gone").gone("--threads is gone since Kafka 4.0: it did nothing", ""),
    Opt::value("num-fetch-threads", "N", "gone")
        .gone("--num-fetch-threads is gone since Kafka 4.0: it did nothing", ""),
];

const DATES: &str = "yyyy-MM-dd HH:mm:ss:SSS";

pub const TOOL: Tool = Tool {
    script: Some("kafka-consumer-perf-test"),
    kafka: Some(Kafka {
        options: Options::Jopt(OPTIONS),
        thrown: Thrown::STDERR,
        act: |given, cx| run::run(action(given, cx)?, cx),
    }),
    examples: &[
        Example {
            line: "kt consumer-perf-test --bootstrap-server broker:9092 --topic t --num-records 1000000",
            does: "reads a million records",
        },
        Example { line: "kt bench consume t", does: "kt's own: several runs, two brokers side by side" },
    ],
    quirks: &[
        "without --group the partitions are read directly, so there is no rebalance to wait for; with it, as the original",
        "times are in UTC",
        "--print-metrics prints those of the original's metrics that kt has, under their names",
    ],
    ..Tool::own("consumer-perf-test", Group::Bench, "how fast records are read")
};

/// What is to be done.
struct Action {
    client: Settings,
    settings: ConsumeSettings,
    group: Option<String>,
    records: u64,
    patience: Duration,
    interval: Duration,
    dates: DateFormat,
    detailed: bool,
    print_metrics: bool,
}

fn action(given: &Given, cx: &mut Context) -> Result<Action, Failure> {
    let one_of = |names: [&str; 2]| match given.count(&names) {
        1 => Ok(()),
        _ => Err(Failure::usage(format!(
            "Exactly one of the following arguments is required: [{}], [{}]",
            names[0], names[1]
        ))),
    };
    one_of(["topic", "include"])?;
    one_of(["messages", "num-records"])?;
    if given.has("command-config") && given.has("consumer.config") {
        return Err(Failure::usage("Options --command-config and --consumer.config cannot be specified together."));
    }
    for (old, new) in [("messages", "num-records"), ("consumer.config", "command-config")] {
        if given.has(old) {
            cx.out.line(format!("Warning: --{old} is deprecated. Use --{new} instead."))?;
        }
    }
    // The original prints it before it looks at the values of the other options.
    let detailed = given.has("show-detailed-stats");
    if !given.has("hide-header") {
        let first = if detailed { "time, threadId" } else { "start.time, end.time" };
        cx.out.line(format!("{first}, {}", run::COLUMNS))?;
        cx.out.flush()?;
    }
    let records = match given.long("num-records")? {
        Some(records) => records,
        None => given.long("messages")?.unwrap_or(0),
    };
    let interval = given.long("reporting-interval")?.unwrap_or(5000);
    if interval <= 0 {
        return Err(Failure::new("Reporting interval must be greater than 0."));
    }
    let dates = DateFormat::new(given.one("date-format")?.unwrap_or(DATES)).map_err(Failure::new)?;
    let mut client = cx.settings()?;
    let reset = if given.has("from-latest") { "latest" } else { "earliest" };
    client.properties.set("auto.offset.reset", reset);
    client.properties.set("check.crcs", "false");
    if let Some(size) = given.int("fetch-size")? {
        client.properties.set("max.partition.fetch.bytes", size.to_string());
    }
    given.int("socket-buffer-size")?;
    if client.properties.get("client.id").is_none() {
        client.client_id = "perf-consumer-client".to_owned();
    }
    note_strange(&client.properties, false, cx);
    let wanted = match given.text("topic")? {
        Some(topic) => Wanted::Topic(topic),
        None => {
            let pattern = Pattern::new(given.one("include")?.unwrap_or_default())?;
            Wanted::Pattern { fits: Arc::new(move |name| pattern.matches(name)), internal: false }
        }
    };
    let mut settings = ConsumeSettings::new(wanted);
    settings.apply(&client.properties).map_err(settings_failure)?;
    settings.start = Some(if given.has("from-latest") { Start::Latest } else { Start::Earliest });
    let group = given.text("group")?.or_else(|| client.properties.get("group.id").map(str::to_owned));
    Ok(Action {
        client,
        settings,
        group,
        records: u64::try_from(records).unwrap_or(0),
        patience: Duration::from_millis(given.long("timeout")?.unwrap_or(10_000).max(0).unsigned_abs()),
        interval: Duration::from_millis(interval.unsigned_abs()),
        dates,
        detailed,
        print_metrics: given.has("print-metrics"),
    })
}
