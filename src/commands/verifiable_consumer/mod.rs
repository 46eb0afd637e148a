//! kafka-verifiable-consumer: a member of a group that tells in JSON what it is given, reads and commits.

mod run;

use crate::client::Settings;
use crate::client::data::consume::{ConsumeSettings, Wanted};
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::commands::options::{BOOTSTRAP, BROKER_LIST, COMMAND_CONFIG, Given, Opt, Role};
use crate::commands::produce::{note_strange, settings_failure};
use crate::commands::tool::{Example, Exclusive, Group, Kafka, Options, Parser, Thrown, Tool};
use crate::commands::verifiable_producer::one_file;

const RANGE: &str = "org.apache.kafka.clients.consumer.RangeAssignor";

static PARSER: Parser = Parser {
    program: "verifiable-consumer",
    options: &[
        BOOTSTRAP,
        BROKER_LIST,
        Opt::value("topic", "NAME", "the topic to read").required(),
        Opt::value("group-protocol", "NAME", "classic or consumer").default("classic"),
        Opt::value("group-remote-assignor", "NAME", "the broker's assignor, with the consumer protocol"),
        Opt::value("group-id", "NAME", "the consumer group").required(),
        Opt::value("group-instance-id", "NAME", "the name of a static member"),
        Opt::value("max-messages", "N", "how many; -1 goes on until it is stopped").int().default("-1"),
        Opt::value("session-timeout", "MS", "how long the member may be silent, with the classic protocol").int(),
        Opt::flag("verbose", "tell each record"),
        Opt::flag("enable-autocommit", "offsets are committed by themselves"),
        Opt::value("reset-policy", "WORD", "where to start without an offset: earliest, latest or none")
            .default("earliest"),
        Opt::value("assignment-strategy", "CLASS", "the members' assignor, with the classic protocol").default(RANGE),
        Opt::value("consumer.config", "FILE", "old name of --command-config")
            .role(Role::ConfigFile)
            .deprecated("command-config"),
        COMMAND_CONFIG,
    ],
    exclusive: &[Exclusive { names: &["bootstrap-server"], required: true }],
    commands: &[],
    bare_is_help: true,
    positionals: &[],
};

pub const TOOL: Tool = Tool {
    script: Some("kafka-verifiable-consumer"),
    kafka: Some(Kafka { options: Options::Argparse(&PARSER), thrown: Thrown::STDERR, act }),
    examples: &[Example {
        line: "kt verifiable-consumer --bootstrap-server broker:9092 --topic t --group-id g --max-messages 100",
        does: "a hundred records in a group, and what happened on the way",
    }],
    quirks: &[
        "--assignment-strategy knows RangeAssignor, RoundRobinAssignor and CooperativeStickyAssignor",
        "a broker that cannot be reached is an error after some seconds; the original tries for ever",
    ],
    ..Tool::own("verifiable-consumer", Group::Bench, "read in a group, and tell each event in JSON")
};

/// What is to be done.
struct Action {
    client: Settings,
    settings: ConsumeSettings,
    topic: String,
    group: String,
    /// `None`: until it is stopped.
    count: Option<usize>,
    verbose: bool,
    commits_itself: bool,
}

fn act(given: &Given, cx: &mut Context) -> Result<(), Failure> {
    run::run(action(given, cx)?, cx)
}

fn action(given: &Given, cx: &mut Context) -> Result<Action, Failure> {
    one_file(given, "verifiable-consumer", "consumer.config", cx)?;
    let mut client = cx.settings()?;
    let topic = given.text("topic")?.unwrap_or_default();
    let group = given.text("group-id")?.unwrap_or_default();
    let mut set = |key: &str, value: Option<String>| {
        if let Some(value) = value {
            client.properties.set(key, value);
        }
    };
    let protocol = given.text("group-protocol")?.unwrap_or_default();
    if protocol.eq_ignore_ascii_case("consumer") {
        set("group.protocol", Some("consumer".to_owned()));
        set("group.remote.assignor", given.text("group-remote-assignor")?);
    } else {
        let strategy = given.text("assignment-strategy")?.unwrap_or_else(|| RANGE.to_owned());
        set("partition.assignment.strategy", Some(strategy));
        set("session.timeout.ms", given.int("session-timeout")?.map(|ms| ms.to_string()));
    }
    set("group.instance.id", given.text("group-instance-id")?);
    set("auto.offset.reset", Some(given.text("reset-policy")?.unwrap_or_else(|| "earliest".to_owned())));
    let commits_itself = given.has("enable-autocommit");
    set("enable.auto.commit", Some(commits_itself.to_string()));
    if client.properties.get("client.id").is_none() {
        client.client_id = format!("consumer-{group}-1");
    }
    note_strange(&client.properties, false, cx);
    let mut settings = ConsumeSettings::new(Wanted::Topic(topic.clone()));
    settings.apply(&client.properties).map_err(settings_failure)?;
    Ok(Action {
        client,
        settings,
        topic,
        group,
        count: given.int("max-messages")?.and_then(|count| usize::try_from(count).ok()),
        verbose: given.has("verbose"),
        commits_itself,
    })
}
