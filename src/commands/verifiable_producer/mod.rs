//! kafka-verifiable-producer: growing numbers as values, and a line of JSON for the fate of each.

mod run;

use crate::client::Settings;
use crate::client::data::produce::ProduceSettings;
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::commands::options::{BOOTSTRAP, BROKER_LIST, COMMAND_CONFIG, Given, Opt, Role};
use crate::commands::produce::{note_strange, refuse_transactions, settings_failure};
use crate::commands::producer_perf_test::past;
use crate::commands::tool::{Example, Exclusive, Group, Kafka, Options, Parser, Thrown, Tool};

static PARSER: Parser = Parser {
    program: "verifiable-producer",
    options: &[
        Opt::value("topic", "NAME", "where the records go").required(),
        BOOTSTRAP,
        BROKER_LIST,
        Opt::value("max-messages", "N", "how many; -1 goes on until it is stopped").int().default("-1"),
        Opt::value("throughput", "N", "at most so many a second; negative is no limit").int().default("-1"),
        Opt::value("acks", "ACKS", "who has to have a record: 0, 1 or -1 (all)").int().default("-1"),
        Opt::value("producer.config", "FILE", "old name of --command-config")
            .role(Role::ConfigFile)
            .deprecated("command-config"),
        Opt::value("message-create-time", "MS", "the first record's time; the clock runs on from there")
            .long()
            .default("-1"),
        Opt::value("value-prefix", "N", "put N and a dot before each value").int(),
        Opt::value("repeating-keys", "N", "keys from 0 to N-1 in turn").int(),
        COMMAND_CONFIG,
    ],
    exclusive: &[Exclusive { names: &["bootstrap-server"], required: true }],
    commands: &[],
    bare_is_help: true,
    positionals: &[],
};

pub const TOOL: Tool = Tool {
    script: Some("kafka-verifiable-producer"),
    kafka: Some(Kafka { options: Options::Argparse(&PARSER), thrown: Thrown::STDERR, act }),
    examples: &[Example {
        line: "kt verifiable-producer --bootstrap-server broker:9092 --topic t --max-messages 100",
        does: "a hundred numbers, and what became of each",
    }],
    quirks: &[
        "a topic or broker that cannot be reached is an error after some seconds, and ends it; the original goes on trying",
    ],
    ..Tool::own("verifiable-producer", Group::Bench, "write numbers, and tell the fate of each in JSON")
};

/// What is to be done.
struct Action {
    client: Settings,
    settings: ProduceSettings,
    /// `None`: until it is stopped.
    count: Option<u64>,
    throughput: i32,
    /// The first record's time in ms since 1970.
    create_time: Option<i64>,
    values: Numbers,
}

/// Keys and values by the record's number.
#[derive(Clone, Copy)]
struct Numbers {
    prefix: Option<i32>,
    keys: Option<i32>,
}

impl Numbers {
    fn key(self, number: u64) -> Option<String> {
        match self.keys? {
            // The original's counter is never equal to such a limit, and so never begins anew.
            keys if keys <= 0 => Some(number.to_string()),
            keys => Some((number % u64::from(keys.unsigned_abs())).to_string()),
        }
    }

    fn value(self, number: u64) -> String {
        match self.prefix {
            None => number.to_string(),
            Some(prefix) => format!("{prefix}.{number}"),
        }
    }
}

fn act(given: &Given, cx: &mut Context) -> Result<(), Failure> {
    run::run(action(given, cx)?, cx)
}

fn action(given: &Given, cx: &mut Context) -> Result<Action, Failure> {
    let acks = given.int("acks")?.unwrap_or(-1);
    if ![0, 1, -1].contains(&acks) {
        return Err(Failure::usage(format!(
            "verifiable-producer: error: argument --acks: invalid choice: '{acks}' (choose from {{0,1,-1}})"
        )));
    }
    one_file(given, "verifiable-producer", "producer.config", cx)?;
    let connection = cx.connection()?;
    let mut client = connection.settings()?;
    // The file wins over these two, as in the original.
    for (key, value) in [("acks", acks.to_string()), ("retries", "0".to_owned())] {
        if client.properties.get(key).is_none() {
            client.properties.set(key, value);
        }
    }
    note_strange(&client.properties, true, cx);
    let topic = given.text("topic")?.unwrap_or_default();
    let settings = ProduceSettings::from_properties(&topic, &client.properties).map_err(settings_failure)?;
    refuse_transactions(&settings)?;
    Ok(Action {
        client,
        settings,
        count: given.int("max-messages")?.and_then(|count| u64::try_from(count).ok()),
        throughput: given.int("throughput")?.unwrap_or(-1),
        create_time: given.long("message-create-time")?.filter(|time| *time != -1),
        values: Numbers { prefix: given.int("value-prefix")?, keys: given.int("repeating-keys")? },
    })
}

/// Of the two names of the settings file only one may be used.
pub(super) fn one_file(given: &Given, program: &str, old: &str, cx: &mut Context) -> Result<(), Failure> {
    if given.has("command-config") && given.has(old) {
        return Err(Failure::usage(format!(
            "{program}: error: Options --{old} and --command-config are mutually exclusive."
        )));
    }
    if given.has(old) {
        cx.out.line(past(old, "command-config"))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_go_round_and_values_grow() {
        let numbers = Numbers { prefix: Some(7), keys: Some(2) };
        let records = [0, 1, 2].map(|number| (numbers.key(number).unwrap(), numbers.value(number)));
        assert_eq!(records, [("0", "7.0"), ("1", "7.1"), ("0", "7.2")].map(|(k, v)| (k.into(), v.into())));
        let plain = Numbers { prefix: None, keys: None };
        assert_eq!((plain.key(3), plain.value(3)), (None, "3".to_owned()));
        assert_eq!(Numbers { prefix: None, keys: Some(0) }.key(12), Some("12".to_owned()));
    }
}
