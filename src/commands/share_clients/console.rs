//! kafka-console-share-consumer: the records that a share group gives this member, printed and acknowledged.
//!
//! Printing is kafka-console-consumer's ([`consume`]); each record is acknowledged as the flags say, with the next request
//! or when all ends. What was fetched and not come to goes back to the group.

use std::time::Duration;

use super::{PROPERTY, settings};
use crate::client::data::share::Verdict;
use crate::commands::consume::{self, Action, Ending};
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::commands::options::{BOOTSTRAP, COMMAND_CONFIG, Given, Opt, Role};
use crate::commands::produce::one_spelling;
use crate::commands::tool::{Example, Group, Kafka, Options, Thrown, Tool};
use crate::output::record;

/// The group when none is named, and the client's id.
const NAME: &str = "console-share-consumer";

const OPTIONS: &[Opt] = &[
    BOOTSTRAP,
    Opt::value("topic", "NAME", "the topic to read"),
    Opt::value("group", "NAME", "the share group").default(NAME),
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
    Opt::value("formatter", "CLASS", "how a record is printed").default(record::DEFAULT),
    Opt::value("formatter-config", "FILE", "settings of the formatter, a properties file"),
    Opt::value(
        "formatter-property",
        "KEY=VALUE",
        "as for console-consumer, and print.delivery: how often it was delivered",
    )
    .repeats(),
    Opt::value("property", "KEY=VALUE", "old name of --formatter-property").repeats().deprecated("formatter-property"),
    Opt::value("key-deserializer", "CLASS", "how keys become text"),
    Opt::value("value-deserializer", "CLASS", "how values become text"),
    Opt::value("max-messages", "N", "end after that many").int(),
    Opt::flag("reject", "acknowledge each record as rejected"),
    Opt::flag("release", "give each record back to the group"),
    Opt::flag("reject-message-on-error", "reject a record that cannot be shown, and go on"),
    Opt::value("timeout-ms", "MS", "end when nothing came for so long").int(),
];

const SPELLINGS: [(&str, &str); 3] = [
    ("command-property", "consumer-property"),
    ("command-config", "consumer-config"),
    ("formatter-property", "property"),
];

pub const TOOL: Tool = Tool {
    script: Some("kafka-console-share-consumer"),
    kafka: Some(Kafka {
        options: Options::Jopt(OPTIONS),
        thrown: Thrown::STDERR,
        act: |given, cx| consume::run(action(given, cx)?, cx),
    }),
    examples: &[
        Example {
            line: "kt console-share-consumer --bootstrap-server broker:9092 --topic jobs --group workers",
            does: "takes records, prints them, and is done with them",
        },
        Example {
            line: "kt configs --alter --group workers --add-config share.auto.offset.reset=earliest",
            does: "a share group begins at the end unless it is told otherwise",
        },
    ],
    quirks: &[
        "a broker that cannot be reached, or has no share groups, is an error; the original tries for ever",
        "its first records come within a second: the original waits a heartbeat's interval for a new group",
    ],
    ..Tool::own(NAME, Group::Records, "take records in a share group, and print them")
};

fn action(given: &Given, cx: &mut Context) -> Result<Action, Failure> {
    let Some(topic) = given.text("topic")? else {
        return Err(Failure::usage("--topic is a required argument"));
    };
    if given.has("reject") && given.has("release") {
        return Err(Failure::usage("At most one of --reject and --release may be specified."));
    }
    one_spelling(given, &SPELLINGS)?;
    let mut client = cx.connection()?.settings()?;
    let group = group(given, client.properties.get("group.id"))?;
    if client.properties.get("client.id").is_none() {
        client.client_id = NAME.to_owned();
    }
    let formatter = consume::formatter(given, cx)?;
    let mut share = settings(&client, topic, &group, cx)?;
    share.verdict = match (given.has("reject"), given.has("release")) {
        (true, _) => Verdict::Reject,
        (_, true) => Verdict::Release,
        _ => Verdict::Accept,
    };
    let patience = given.int("timeout-ms")?.and_then(|ms| u64::try_from(ms).ok()).map(Duration::from_millis);
    let max_messages = match given.int("max-messages")? {
        None | Some(-1) => None,
        Some(n) => Some(u64::try_from(n).unwrap_or(0)),
    };
    Ok(Action {
        client,
        settings: share.reading.clone(),
        group: None,
        share: Some(share),
        formatter,
        max_messages,
        patience,
        skip_on_error: given.has("reject-message-on-error"),
        say_shutdown: given.has("enable-systest-events"),
        ending: Ending::Original,
        reading: None,
    })
}

/// The group, from wherever it is named; all places must agree.
fn group(given: &Given, property: Option<&str>) -> Result<String, Failure> {
    let flag = given.text("group")?;
    match (flag, property) {
        (Some(flag), Some(property)) if flag != property => Err(Failure::usage(format!(
            "The group ids provided in different places (directly using '--group', via '--consumer-property', or via \
             '--consumer-config') do not match. Detected group ids: '{flag}', '{property}'"
        ))),
        (flag, property) => Ok(flag.or_else(|| property.map(str::to_owned)).unwrap_or_else(|| NAME.to_owned())),
    }
}
