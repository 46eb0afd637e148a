//! Topics in Kafka's grammar: its options, the checks in the original's order, and the action they mean.

use super::{Action, Aim, Assignment, Create, Describe, Filters, Named, Which};
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::commands::options::{BOOTSTRAP, BROKER_LIST, COMMAND_CONFIG, Given, Opt, ZOOKEEPER};
use crate::commands::pattern::Pattern;
use crate::config::Overrides;
use crate::config::topic::{TopicDefaults, validate};
use kt_codec::Uuid;

pub static OPTIONS: &[Opt] = &[
    BOOTSTRAP,
    BROKER_LIST,
    COMMAND_CONFIG,
    Opt::flag("list", "print the names of the topics, one a line"),
    Opt::flag("create", "make a topic"),
    Opt::flag("delete", "remove the topics that match --topic"),
    Opt::flag("alter", "raise the number of partitions"),
    Opt::flag("describe", "show partitions, leaders, replicas and overridden settings"),
    Opt::value("topic", "NAME or REGEX", "the topic; a pattern for all actions but --create"),
    Opt::value("topic-id", "UUID", "the topic by its id, for --describe"),
    Opt::value("config", "KEY=VALUE", "a setting of the new topic (only with --create)").repeats(),
    Opt::value("delete-config", "KEY", "refused since 4.0").repeats().deprecated(""),
    Opt::value("partitions", "N", "how many partitions to make, or to grow to")
        .int()
        .default("the broker's num.partitions"),
    Opt::value("replication-factor", "N", "copies of each partition")
        .int()
        .default("the broker's default.replication.factor"),
    Opt::value("replica-assignment", "B:B,B:B,…", "which brokers hold each partition"),
    Opt::flag("under-replicated-partitions", "describe only partitions with a replica out of sync"),
    Opt::flag("unavailable-partitions", "describe only partitions without a leader"),
    Opt::flag(
        "under-min-isr-partitions",
        "describe only partitions with fewer in-sync replicas than min.insync.replicas",
    ),
    Opt::flag("at-min-isr-partitions", "describe only partitions exactly at min.insync.replicas"),
    Opt::flag("topics-with-overrides", "describe only topics that have settings of their own (header lines only)"),
    Opt::flag("exclude-internal", "leave out the topics Kafka keeps for itself"),
    Opt::flag("if-exists", "a missing topic is no error (alter, delete, describe)"),
    Opt::flag("if-not-exists", "an existing topic is no error (create)"),
    Opt::value("partition-size-limit-per-response", "N", "page size of the describe request").int().default("2000"),
    Opt::flag("disable-rack-aware", "gone in 4.0").gone("--disable-rack-aware is gone since Kafka 4.0", ""),
    Opt::flag("force", "gone in 3.0").gone("--force is gone since Kafka 3.0; it did nothing any more", ""),
    ZOOKEEPER,
];

const ACTIONS: [&str; 5] = ["create", "list", "alter", "describe", "delete"];

/// The filters of --describe that look at partitions.
const REPORTS: [&str; 4] =
    ["under-replicated-partitions", "under-min-isr-partitions", "at-min-isr-partitions", "unavailable-partitions"];

const USE_CONFIGS: &str = "(To alter topic configurations, the kafka-configs tool can be used.)";

/// From what was given to an action.
pub fn action(given: &Given, cx: &mut Context) -> Result<Action, Failure> {
    check(given, cx)?;
    cx.connection()?; // the original makes its client before it looks at values
    let topic = topic(given, cx)?;
    let pattern = || topic.as_deref().map(Pattern::topics).transpose();
    let named = |required: bool| -> Result<Named, Failure> {
        Ok(Named { patterns: Vec::from_iter(pattern()?), exclude_internal: given.has("exclude-internal"), required })
    };
    let must_exist = !given.has("if-exists");
    if given.has("create") {
        return Ok(Action::Create(create(given, topic.unwrap_or_default())?));
    }
    if given.has("alter") {
        let values = create(given, topic.clone().unwrap_or_default())?;
        let partitions = values.partitions.expect("the checks require it");
        return Ok(Action::Alter {
            topics: named(must_exist)?,
            aim: Aim::Total(partitions),
            assignment: values.assignment,
        });
    }
    if given.has("list") {
        return Ok(Action::List(named(false)?));
    }
    if given.has("delete") {
        return Ok(Action::Delete { topics: named(must_exist)?, preview: false });
    }
    let id = given.one("topic-id")?.map(uuid).transpose()?.filter(|id| *id != Uuid::ZERO);
    // The size of a page changes nothing that is shown; the client has the original's. A wrong number is refused.
    given.int("partition-size-limit-per-response")?;
    Ok(Action::Describe(Describe {
        which: match id {
            Some(id) => Which::Id { id, exclude_internal: given.has("exclude-internal"), required: must_exist },
            None => Which::Named(named(must_exist)?),
        },
        filters: Filters {
            under_replicated: given.has("under-replicated-partitions"),
            unavailable: given.has("unavailable-partitions"),
            under_min_isr: given.has("under-min-isr-partitions"),
            at_min_isr: given.has("at-min-isr-partitions"),
            with_overrides: given.has("topics-with-overrides"),
        },
        offsets: false,
    }))
}

/// `--topic`, or a bare word where the original would ask for --topic: `kt topics --create orders`.
fn topic(given: &Given, cx: &Context) -> Result<Option<String>, Failure> {
    let topic = given.text("topic")?;
    let Some(word) = given.words.first().filter(|_| topic.is_none()) else { return Ok(topic) };
    if given.has("list") || given.has("describe") {
        cx.note(&format!("'{word}' is ignored, as the original does; did you mean --topic {word} ?"));
        return Ok(None);
    }
    Ok(Some(word.clone()))
}

/// `TopicCommandOptions.checkArgs`.
fn check(given: &Given, cx: &mut Context) -> Result<(), Failure> {
    if given.count(&ACTIONS) != 1 {
        return Err(Failure::usage(
            "Command must include exactly one action: --list, --describe, --create, --alter or --delete",
        )
        .hint(format!("{} --help   shows all options", cx.called())));
    }
    if given.has("describe") && given.has("if-exists") {
        match (given.has("topic"), given.has("topic-id")) {
            (false, false) => return Err(Failure::usage("--topic or --topic-id is required to describe a topic")),
            (true, true) => cx.warning(
                "Only topic id will be used when both --topic and --topic-id are specified and topicId is not Uuid.ZERO_UUID",
                "only the id is used",
            )?,
            _ => {}
        }
    }
    if !given.has("list") && !given.has("describe") && given.words.is_empty() {
        given.require(&["topic"])?;
    }
    if given.has("alter") {
        if given.has("config") {
            return Err(Failure::usage(format!(
                "Option combination \"[[bootstrap-server], [config]]\" can't be used with option \"[alter]\" {USE_CONFIGS}"
            ))
            .hint("kt configs --alter --topic NAME --add-config KEY=VALUE"));
        }
        if given.has("delete-config") {
            return Err(Failure::usage("--delete-config works no more since Kafka 4.0")
                .hint("kt configs --alter --topic NAME --delete-config KEY"));
        }
        given.require(&["partitions"])?;
    }
    clashes(given)
}

/// Options that need another action, or exclude one another.
fn clashes(given: &Given) -> Result<(), Failure> {
    let only_with = |option: &str, allowed: &[&str], more: &[&str]| {
        let mut others: Vec<&str> = ACTIONS.into_iter().filter(|action| !allowed.contains(action)).collect();
        others.extend(more.iter().filter(|other| **other != option));
        given.clash(option, &others)
    };
    only_with("config", &["alter", "create"], &[])?;
    only_with("partitions", &["alter", "create"], &[])?;
    only_with("replication-factor", &["create"], &[])?;
    only_with("replica-assignment", &["alter", "create"], &[])?;
    if given.has("create") {
        given.clash("replica-assignment", &["partitions", "replication-factor"])?;
    }
    for report in REPORTS {
        only_with(report, &["describe"], &["topics-with-overrides"])?;
    }
    only_with("topics-with-overrides", &["describe"], &REPORTS)?;
    only_with("if-exists", &["alter", "delete", "describe"], &[])?;
    only_with("if-not-exists", &["create"], &[])?;
    only_with("exclude-internal", &["list", "describe"], &[])
}

/// The values of a new topic, in the order in which the original looks at them.
fn create(given: &Given, name: String) -> Result<Create, Failure> {
    let partitions = given.int("partitions")?;
    let replication_factor = given.int("replication-factor")?;
    let assignment = match given.one("replica-assignment")? {
        Some(text) if !text.is_empty() => assignment(text)?,
        _ => Vec::new(),
    };
    let configs = configs(&given.all("config"))?;
    let if_not_exists = given.has("if-not-exists");
    Ok(Create { names: vec![name], partitions, replication_factor, assignment, configs, if_not_exists })
}

/// `--config KEY=VALUE`: split at the equals sign as Java splits, then checked against the table of topic settings.
fn configs(given: &[&str]) -> Result<Overrides, Failure> {
    let mut configs = Overrides::new();
    for text in given {
        let mut parts: Vec<&str> = text.split('=').map(str::trim).collect();
        while parts.last() == Some(&"") {
            parts.pop();
        }
        let [key, value] = parts[..] else {
            return Err(Failure::usage(format!("--config wants KEY=VALUE, not '{text}'")).kafka(
                "requirement failed: Invalid topic config: all configs to be added must be in the format \"key=val\".",
            ));
        };
        configs.insert(key.to_owned(), value.to_owned());
    }
    // Whether tiered storage is there is known to the broker alone.
    let local = configs.iter().filter(|(key, _)| !key.starts_with("remote.")).map(|(k, v)| (k.clone(), v.clone()));
    validate(&TopicDefaults::default(), &Overrides::new(), &local.collect())
        .map_err(|refused| Failure::usage(refused.message()).kafka(refused.message()))?;
    Ok(configs)
}

/// `1:2,2:3`: the brokers of each partition.
fn assignment(text: &str) -> Result<Assignment, Failure> {
    let mut partitions: Assignment = Vec::new();
    let mut lists: Vec<&str> = text.split(',').collect();
    while lists.last() == Some(&"") {
        lists.pop(); // as Java splits
    }
    for list in lists {
        let mut brokers = Vec::new();
        for broker in list.split(':').map(str::trim) {
            let id: i32 = broker.parse().map_err(|_| {
                Failure::usage(format!("'{broker}' in --replica-assignment is no broker id"))
                    .kafka(format!("For input string: \"{broker}\""))
            })?;
            brokers.push(id);
        }
        let mut twice: Vec<i32> = Vec::new();
        for (index, id) in brokers.iter().enumerate() {
            if brokers[..index].contains(id) && !twice.contains(id) {
                twice.push(*id);
            }
        }
        if !twice.is_empty() {
            let ids = crate::output::kafka::joined(&twice);
            return Err(thrown(format!("Partition replica lists may not contain duplicate entries: {ids}")));
        }
        if partitions.first().is_some_and(|first| first.len() != brokers.len()) {
            let (number, ids) = (partitions.len(), crate::output::kafka::java_list(&brokers));
            return Err(thrown(format!("Partition {number} has different replication factor: {ids}")));
        }
        partitions.push(brokers);
    }
    Ok(partitions)
}

fn thrown(message: String) -> Failure {
    Failure::usage(message.clone()).kafka(message)
}

/// An id as `Uuid.fromString` reads it.
fn uuid(text: &str) -> Result<Uuid, Failure> {
    text.parse().map_err(|_| {
        let message = match text.get(..24) {
            Some(start) if text.len() > 24 => {
                format!("Input string with prefix `{start}` is too long to be decoded as a base64 UUID")
            }
            _ => {
                let bytes = text.trim_end_matches('=').len() * 3 / 4;
                format!(
                    "Input string `{text}` decoded as {bytes} bytes, which is not equal to the expected 16 bytes of a \
                     base64-encoded UUID"
                )
            }
        };
        Failure::usage(format!("'{text}' is no topic id")).kafka(message)
    })
}
