//! kt's own grammar: `kt produce TOPIC [FILE…]`.

use std::time::SystemTime;

use clap::builder::PossibleValue;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::feed::{self, Kept};
use super::fields::{self, Fields, Rows};
use super::ledger::Numbers;
use super::lines::LineFormat;
use super::options::{note_strange, settings_failure};
use super::own::Own;
use super::table::Columns;
use super::template::Template;
use super::{Action, Prompt};
use crate::client::data::produce::{KeyHash, Partitioner, ProduceSettings};
use crate::commands::connection::Origin;
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::commands::measure::random::uuid;
use crate::records::format::{Form, unescaped};
use crate::records::instant;

/// What `--partitioner` takes, here and where a key is looked for.
pub const PARTITIONERS: [(&str, Partitioner); 6] = [
    ("murmur2", Partitioner::ByKey(KeyHash::Murmur2)),
    ("crc32", Partitioner::ByKey(KeyHash::Crc32)),
    ("fnv1a", Partitioner::ByKey(KeyHash::Fnv1a)),
    ("round-robin", Partitioner::RoundRobin),
    ("sticky", Partitioner::IgnoreKeys),
    ("random", Partitioner::Random),
];

/// The same in the words of librdkafka, kaf and kafkactl.
const ALSO: [(&str, &str); 8] = [
    ("jvm", "murmur2"),
    ("murmur2_random", "murmur2"),
    ("consistent_random", "crc32"),
    ("fnv1a_random", "fnv1a"),
    ("hash", "fnv1a"),
    ("rr", "round-robin"),
    ("roundrobin", "round-robin"),
    ("rand", "random"),
];

/// What `--partitioner` may be; the names of others are not shown.
pub fn partitioner_names() -> Vec<PossibleValue> {
    let value = |(name, _): &(&'static str, Partitioner)| {
        let also = ALSO.iter().filter(|(_, of)| of == name).map(|(also, _)| *also);
        PossibleValue::new(*name).aliases(also)
    };
    PARTITIONERS.iter().map(value).collect()
}

pub fn partitioner_of(name: &str) -> Option<Partitioner> {
    let name = ALSO.iter().find(|(also, _)| *also == name).map_or(name, |(_, of)| of);
    PARTITIONERS.iter().find(|(known, _)| *known == name).map(|(_, partitioner)| *partitioner)
}

fn value(name: &'static str, placeholder: &'static str, about: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(placeholder).help(about)
}

fn flag(name: &'static str, about: &'static str) -> Arg {
    Arg::new(name).long(name).help(about).action(ArgAction::SetTrue)
}

/// What most calls need stands in front, the rest under its headings.
pub fn command(command: Command) -> Command {
    command.args(common()).args(made_up()).args(lines()).args(rows()).args(part()).args(sending())
}

fn common() -> [Arg; 11] {
    [
        Arg::new("topic").value_name("TOPIC").required(true).help("Where the records go"),
        Arg::new("files")
            .value_name("FILE")
            .num_args(0..)
            .value_parser(value_parser!(std::path::PathBuf))
            .help("Read from here; the standard input if none is named"),
        Arg::new("keyed")
            .short('K')
            .value_name("TEXT")
            .help("What stands between key and value: -K: reads key:value")
            .conflicts_with("key-separator"),
        value("input", "FORM", "lines, json (what kt consume -J prints), csv, tsv, or file (each one is a value)")
            .short('i')
            .value_parser(["lines", "json", "csv", "tsv", "file"])
            .hide_possible_values(true)
            .default_value("lines"),
        value("value", "TEXT", "One record with this value")
            .allow_hyphen_values(true)
            .conflicts_with_all(["files", "input", "template"]),
        flag("tombstone", "One record without a value, which deletes its --key")
            .requires("key")
            .conflicts_with_all(["files", "input", "template", "value"]),
        value("key", "KEY", "The key of records that have none of their own").short('k'),
        value("header", "NAME=VALUE", "One more header for each record; may be repeated")
            .short('H')
            .action(ArgAction::Append),
        value("partition", "N", "To this partition, but for records that name their own")
            .short('p')
            .value_parser(value_parser!(i32).range(0..)),
        value("timestamp", "WHEN", "The time of records that have none of their own: 2026-11-21T10:00, -1h, ms")
            .allow_hyphen_values(true),
        Arg::new("compression")
            .long("compression")
            .short('z')
            .value_name("CODEC")
            .value_parser(["none", "gzip", "snappy", "lz4", "zstd"])
            .help("Compress the batches"),
    ]
}

fn made_up() -> [Arg; 3] {
    [
        value("template", "TEXT", "Made-up values: '{\"id\":{{seq}},\"at\":\"{{now}}\",\"n\":{{int 1 9}}}'")
            .allow_hyphen_values(true)
            .long_help(format!(
                "Made-up values. Between double braces stand {}; --key may be such a text too",
                super::template::WORDS
            ))
            .conflicts_with_all(["files", "input"]),
        value("count", "N", "So many of a template or a --value [default: 1; 0: without end]")
            .short('n')
            .visible_alias("repeat")
            .conflicts_with_all(["files", "input", "tombstone"])
            .value_parser(value_parser!(u64)),
        value("seed", "N", "The same number makes the same records again")
            .requires("template")
            .value_parser(value_parser!(u64)),
    ]
    .map(|arg| arg.help_heading("Test data"))
}

fn lines() -> [Arg; 9] {
    [
        flag("parse-key", "A line is a key, a separator and a value; -K does both"),
        value("key-separator", "TEXT", "What stands between them [default: a tab]"),
        value("delimiter", "TEXT", "What ends a record in place of a line break: ';', '\\0', '\\n---\\n'").short('D'),
        flag("parse-headers", "A line begins with name:value,name:value and a tab"),
        value("null-marker", "TEXT", "A key or value that is this text is null"),
        value(
            "key-form",
            "FORM",
            "Keys stand there as hex, base64, i32, i64, f64 …, as -f %k{…} of kt consume shows them",
        ),
        value("value-form", "FORM", "Values stand there so"),
        flag("ignore-error", "A line without a separator is a value all the same"),
        value("reader-property", "KEY=VALUE", "One more setting of the reader, by Kafka's name (headers.separator …)")
            .action(ArgAction::Append),
    ]
    .map(|arg| arg.help_heading("How lines are read"))
}

fn rows() -> [Arg; 7] {
    [
        value(
            "key-from",
            "FIELD",
            "The key stands there: a column of CSV [default: key], or a field of JSON: id, .order.id",
        )
        .visible_alias("key-column")
        .long_help(
            "The key stands there: a column of CSV [default: key], or a field of JSON, by its name or as jq finds it \
             (.order.id). With one of these flags a line of -i json is no envelope, but the value as it stands",
        ),
        value(
            "value-from",
            "FIELD",
            "The value stands there [default: the column value, or all others as JSON; of JSON the whole line]",
        )
        .visible_alias("value-column"),
        value("header-from", "[NAME=]FIELD", "A header's value stands there; may be repeated")
            .action(ArgAction::Append),
        value("partition-from", "FIELD", "The partition stands there [default: the column partition]"),
        value("timestamp-from", "FIELD", "The time stands there, as a date or in ms [default: the column timestamp]"),
        value("keep", "WHAT,…", "Of kt consume -J also the partition, the timestamp, or both")
            .value_delimiter(',')
            .value_parser(["partition", "timestamp"])
            .hide_possible_values(true),
        flag("ignore-unknown", "Fields of kt consume -J that are not known are left out"),
    ]
    .map(|arg| arg.help_heading("How JSON, CSV and TSV are read (-i)"))
}

fn part() -> [Arg; 3] {
    [
        value("skip", "N", "Leave out the first so many lines, which were sent before")
            .value_parser(value_parser!(u64))
            .conflicts_with("lines"),
        value("lines", "LIST", "Only these lines: 17,20-22,101-"),
        value("on-error", "WHAT", "What a line that is no record means: stop, or skip it")
            .value_parser(["stop", "skip"])
            .hide_possible_values(true)
            .default_value("stop"),
    ]
    .map(|arg| arg.help_heading("Which lines are sent"))
}

fn sending() -> [Arg; 6] {
    [
        value(
            "partitioner",
            "NAME",
            "Where records go that name no partition: murmur2, crc32, fnv1a (by key), round-robin, sticky, random",
        )
        .value_parser(partitioner_names())
        .hide_possible_values(true)
        .long_help(
            "Where records go that name no partition. By the key's hash: murmur2, as Kafka's own clients do [default]; \
             crc32, as librdkafka and kcat; fnv1a, as Sarama. Whatever the key: round-robin, one after the other; \
             sticky, a batch here and a batch there; random, each by chance",
        ),
        value("rate", "N", "So many records a second at most").value_parser(value_parser!(f64)),
        value("acks", "ACKS", "Who has to have a record").value_parser(["0", "1", "all", "-1"]),
        flag("sync", "Wait for each record before the next is read"),
        flag(
            "transaction",
            "All lines or none: they become visible together at the end, and not at all after an error or Ctrl-C",
        )
        .conflicts_with("sync"),
        value("transactional-id", "ID", "A transaction under this name, rather than one of its own")
            .conflicts_with("sync"),
    ]
    .map(|arg| arg.help_heading("How they are sent"))
}

pub fn action(matches: &ArgMatches, cx: &mut Context) -> Result<Action, Failure> {
    let text = |name: &str| matches.get_one::<String>(name).cloned();
    let topic = text("topic").unwrap_or_default();
    let connection = cx.connection()?;
    let mut client = connection.settings()?;
    for (flag, key) in [("compression", "compression.type"), ("acks", "acks")] {
        if let Some(value) = text(flag) {
            client.properties.set(key, value);
        }
    }
    if let Some(id) = text("transactional-id") {
        client.properties.set("transactional.id", id);
    } else if matches.get_flag("transaction") {
        client.properties.set("transactional.id", format!("kt-produce-{}", uuid()));
    }
    note_strange(&client.properties, true, cx);
    let mut settings = ProduceSettings::from_properties(&topic, &client.properties).map_err(settings_failure)?;
    if let Some(partitioner) = text("partitioner").as_deref().and_then(partitioner_of) {
        settings.partitioner = partitioner;
    }
    Ok(Action {
        client,
        settings,
        own: Some(own(matches)?),
        format: LineFormat::new([])?,
        files: matches.get_many("files").into_iter().flatten().cloned().collect(),
        sync: matches.get_flag("sync"),
        as_text: false,
        prompt: Prompt::Sentence,
        guessed: connection.origin == Origin::Default,
        strict: true,
    })
}

fn own(matches: &ArgMatches) -> Result<Own, Failure> {
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let kept = |what: &str| matches.get_many::<String>("keep").into_iter().flatten().any(|kept| kept == what);
    let fields = Fields {
        key: text("key-from").map(str::to_owned),
        value: text("value-from").map(str::to_owned),
        headers: matches.get_many::<String>("header-from").into_iter().flatten().map(|of| fields::header(of)).collect(),
        partition: text("partition-from").map(str::to_owned),
        timestamp: text("timestamp-from").map(str::to_owned),
    };
    let rows = matches!(text("input"), Some("json" | "csv" | "tsv"));
    if let Some((flag, field)) = fields.all().first()
        && !rows
    {
        return Err(Failure::usage(format!("{flag} {field}: only rows of csv, tsv and json have fields"))
            .hint("-i json   for lines of JSON")
            .hint("-K:       for lines of key:value"));
    }
    let table = |delimiter: u8, fields: Fields| {
        feed::Form::Table(Columns { delimiter, fields, null: text("null-marker").map(str::to_owned) })
    };
    let mut key = text("key");
    let count = matches.get_one::<u64>("count").copied();
    if count.is_some() && text("template").or(text("value")).is_none() {
        return Err(Failure::usage("--count is about made-up records: there is no --template and no --value")
            .hint("head -n N FILE | kt produce TOPIC   sends the first lines of a file"));
    }
    let form = if let Some(template) = text("template") {
        let count = count.unwrap_or(1);
        let seed = matches.get_one::<u64>("seed").copied().unwrap_or_else(chance);
        feed::Form::Template(Template::new(key.take(), template, (count > 0).then_some(count), seed)?)
    } else if matches.get_flag("tombstone") {
        feed::Form::One(None)
    } else if let Some(value) = text("value") {
        match count {
            None => feed::Form::One(Some(value.as_bytes().to_vec())),
            Some(count) => feed::Form::Template(Template::same(value, (count > 0).then_some(count))),
        }
    } else {
        match text("input") {
            Some("json") if !fields.is_empty() => feed::Form::Rows(Rows::new(fields)?),
            Some("json") => feed::Form::Envelopes(Kept {
                partition: kept("partition"),
                timestamp: kept("timestamp"),
                ignore_unknown: matches.get_flag("ignore-unknown"),
            }),
            Some("csv") => table(b',', fields),
            Some("tsv") => table(b'\t', fields),
            Some("file") => feed::Form::Whole,
            _ => feed::Form::Lines(format(matches)?.in_own_words(), text("delimiter").map(delimiter).transpose()?),
        }
    };
    let mut headers = Vec::new();
    for header in matches.get_many::<String>("header").into_iter().flatten() {
        let (name, value) = header
            .split_once('=')
            .ok_or_else(|| Failure::usage(format!("--header {header} has no value")).hint("--header NAME=VALUE"))?;
        headers.push((name.as_bytes().to_vec(), value.as_bytes().to_vec()));
    }
    let only = match (matches.get_one::<u64>("skip"), text("lines")) {
        (Some(skip), _) => {
            let mut rest = Numbers::default();
            rest.insert_from(skip.saturating_add(1));
            Some(rest)
        }
        (None, Some(list)) => Some(Numbers::parse(list).ok_or_else(|| {
            Failure::usage(format!("'{list}' is no list of lines")).hint("in rising order: 17,20-22,101-")
        })?),
        (None, None) => None,
    };
    let rate = matches.get_one::<f64>("rate").copied();
    if rate.is_some_and(|rate| !rate.is_finite() || rate <= 0.0) {
        return Err(Failure::usage("--rate is a number of records a second, above 0"));
    }
    let form_of = |flag: &str| {
        let form = text(flag).map(Form::of_input).transpose();
        form.map_err(|why| Failure::usage(format!("--{flag}: {why}")))
    };
    Ok(Own {
        form,
        key_form: form_of("key-form")?,
        value_form: form_of("value-form")?,
        key: key.map(|key| key.as_bytes().to_vec()),
        headers,
        partition: matches.get_one::<i32>("partition").copied(),
        timestamp: text("timestamp").map(timestamp).transpose()?,
        only,
        rate,
        skip_wrong: text("on-error") == Some("skip"),
    })
}

fn timestamp(said: &str) -> Result<i64, Failure> {
    let moment = instant::of(said.strip_prefix('@').unwrap_or(said), SystemTime::now());
    moment.filter(|ms| *ms >= 0).ok_or_else(|| {
        Failure::usage(format!("--timestamp: '{said}' is no moment"))
            .hint("2026-11-21T10:00Z, 1700000000000 (ms since 1970), -1h, now")
    })
}

fn delimiter(said: &str) -> Result<Vec<u8>, Failure> {
    let bytes = unescaped(said).map_err(|why| Failure::usage(format!("--delimiter: {why}")))?;
    if bytes.is_empty() {
        return Err(
            Failure::usage("--delimiter: nothing ends no record").hint("-i file   makes one record of a whole file")
        );
    }
    Ok(bytes)
}

/// A separator as text, its backslashes read.
fn separator(said: &str) -> Result<String, Failure> {
    let bytes = unescaped(said).map_err(|why| Failure::usage(format!("--key-separator: {why}")))?;
    String::from_utf8(bytes).map_err(|_| Failure::usage(format!("--key-separator: '{said}' is no UTF-8")))
}

/// A seed that is another one each time.
fn chance() -> u64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_nanos() & u128::from(u64::MAX)).unwrap_or(0) ^ (u64::from(std::process::id()) << 40)
}

fn format(matches: &ArgMatches) -> Result<LineFormat, Failure> {
    let mut properties: Vec<(String, String)> = Vec::new();
    let mut set = |key: &str, value: &str| properties.push((key.to_owned(), value.to_owned()));
    // Of `-K=` clap takes the sign away.
    let keyed = matches.get_one::<String>("keyed").map(|text| if text.is_empty() { "=" } else { text.as_str() });
    let keyed = keyed.or_else(|| matches.get_one::<String>("key-separator").map(String::as_str));
    if matches.get_flag("parse-key") || keyed.is_some() {
        set("parse.key", "true");
    }
    if let Some(said) = keyed {
        set("key.separator", &separator(said)?);
    }
    if matches.get_flag("parse-headers") {
        set("parse.headers", "true");
    }
    if matches.get_flag("ignore-error") {
        set("ignore.error", "true");
    }
    if let Some(marker) = matches.get_one::<String>("null-marker") {
        set("null.marker", marker);
    }
    for pair in matches.get_many::<String>("reader-property").into_iter().flatten() {
        let (key, value) = crate::commands::options::pair(pair);
        if !super::lines::KNOWN.contains(&key.as_str()) {
            let near = crate::commands::suggest::nearest(&key, super::lines::KNOWN);
            return Err(Failure::usage(format!("the line reader has no property {key}"))
                .hint_if_any(near.map(|name| format!("did you mean {name} ?"))));
        }
        set(&key, &value);
    }
    LineFormat::new(properties.iter().map(|(key, value)| (key.as_str(), value.as_str())))
}
