//! kt's own grammar: `kt consume TOPIC…`, `kt tail TOPIC…`, `kt get TOPIC WHICH`.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::SystemTime;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use fancy_regex::Regex;

use super::reading::{Keep, Order, Reading};
use super::{Action, Ending, plan, show};
use crate::client::data::consume::{ConsumeSettings, Start, Wanted};
use crate::client::data::produce::{KeyHash, Partitioner};
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::commands::pattern::Pattern;
use crate::commands::produce::{note_strange, partitioner_names, partitioner_of, settings_failure};
use crate::output::jq::Jq;
use crate::records::Sieve;
use crate::records::place::{self, Places, Point, Range, Until};

const SELECT: &str = "Which records";
/// How many `--tail` and `kt tail` show if nobody says otherwise.
const TAIL: &str = "10";

fn value(name: &'static str, placeholder: &'static str, about: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(placeholder).help(about).help_heading(SELECT)
}

fn flag(name: &'static str, about: &'static str) -> Arg {
    Arg::new(name).long(name).help(about).action(ArgAction::SetTrue).help_heading(SELECT)
}

fn topics() -> Arg {
    Arg::new("topic")
        .value_name("TOPIC")
        .required(true)
        .num_args(1..)
        .help("The topics to read; 'orders-*' and /orders-[0-9]+/ are patterns")
}

fn partition() -> Arg {
    value("partition", "N", "Read this partition only").short('p').value_parser(value_parser!(i32).range(0..))
}

/// Several partitions, also of `kt copy` and `kt export`.
pub fn partitions() -> Arg {
    partition()
        .value_name("N,…")
        .help("Read these partitions only: 0 or 0,2")
        .visible_alias("partitions")
        .value_delimiter(',')
        .action(ArgAction::Append)
}

/// Those that [`partitions`] has named.
pub fn named_partitions(matches: &ArgMatches) -> Vec<i32> {
    matches.get_many("partition").into_iter().flatten().copied().collect()
}

/// The names of `kt produce --partitioner`.
fn partitioner() -> Arg {
    value(
        "partitioner",
        "NAME",
        "Who put the key there: murmur2 (Kafka's clients), crc32 (librdkafka), fnv1a (Sarama) …",
    )
    .value_parser(partitioner_names())
    .hide_possible_values(true)
    .conflicts_with("all-partitions")
    .long_help(
        "By which hash the partition of the key is found: murmur2, as Kafka's own clients do [default]; crc32, as \
             librdkafka and kcat; fnv1a, as Sarama. After round-robin, sticky and random it may be in any",
    )
}

/// The hash that says where the key is; `None`: it may be in any partition.
fn home_of_key(matches: &ArgMatches) -> Option<KeyHash> {
    if matches.get_flag("all-partitions") {
        return None;
    }
    let named = matches.get_one::<String>("partitioner").map_or("murmur2", String::as_str);
    match partitioner_of(named) {
        Some(Partitioner::ByKey(hash)) => Some(hash),
        _ => None,
    }
}

/// The flags that choose records by what they hold.
pub fn sieve_args() -> [Arg; 4] {
    [
        value("key", "KEY", "Only records with this key").short('k'),
        value("grep", "REGEX", "Only records with this in the key, the value or a header (name=value)"),
        value("header", "NAME[=VALUE]", "Only records with this header; may be repeated")
            .short('H')
            .action(ArgAction::Append),
        value("where", "EXPR", "Only records whose envelope (see -J) this jq expression holds for; may be repeated")
            .allow_hyphen_values(true)
            .action(ArgAction::Append),
    ]
}

/// The flags that `kt consume` and `kt tail` have in common.
fn choosing() -> Vec<Arg> {
    let mut all = vec![
        partitions(),
        flag("exit", "End when everything was read that was there; from the beginning, if nothing else is said")
            .short('e')
            .visible_alias("until-end"),
        flag("all-partitions", "Look for --key in all partitions: another program may have put it elsewhere")
            .requires("key"),
        partitioner().requires("key"),
        value("timeout-ms", "MS", "End when nothing came for so long").value_parser(value_parser!(u64)),
        flag("committed", "Hide records of transactions that are not committed"),
        flag("control", "Show also the records that end transactions: COMMIT or ABORT, whose, by which coordinator"),
        flag("exit-status", "Fail with 1 if there was no record at all"),
        // kcat's word for what is the case here anyway: what was read is shown before anything waits.
        Arg::new("unbuffered").short('u').action(ArgAction::SetTrue).hide(true),
    ];
    let key = "Only this key; of one partition, where Kafka's producers put it";
    all.extend(sieve_args().map(|arg| if arg.get_id() == "key" { arg.help(key) } else { arg }));
    all
}

pub fn command(command: Command) -> Command {
    let own = [
        topics(),
        flag("from-beginning", "Start at the first record, not at the end"),
        value("offset", "WHERE", "Start here: 42, -10, beginning, end, @-1h, @2026-11-21; or a range, FROM:TO")
            .short('o')
            .visible_alias("from")
            .allow_hyphen_values(true)
            .long_help(
                "Where to start: 42 (an offset), -10 (before the end), +10 (after the beginning), beginning, end, @-1h \
                 (that long ago), @2026-11-21T10:00 (UTC), @today, stored (where the group of -g has committed; the \
                 group is not joined). FROM:TO is a range, which ends before TO: 5:9, :9, -10:, @-2h:@-1h, 5:+10, \
                 @2026-11-21:+10m. By partition: 0=42,2=-5; what stands alone is for the others",
            )
            .conflicts_with("from-beginning"),
        value("to", "WHERE", "End before this place").allow_hyphen_values(true),
        value("tail", "N", "The newest so many of all partitions together, then what comes")
            .num_args(0..=1)
            .default_missing_value(TAIL)
            .value_parser(value_parser!(usize))
            .conflicts_with_all(["offset", "from-beginning", "to", "group"]),
        value("max-messages", "N", "End after that many")
            .short('c')
            .visible_short_alias('n')
            .visible_alias("count")
            .value_parser(value_parser!(u64)),
        flag("latest-per-key", "The latest record of each key, as compaction leaves them; deleted keys are left out")
            .conflicts_with_all(["tail", "group", "control"]),
        value("group", "NAME", "Read in this consumer group").short('g').conflicts_with("partition"),
    ];
    command.args(own).args(choosing()).args(show::args())
}

pub fn tail_command(command: Command) -> Command {
    let lines = value("tail", "N", "So many of all partitions together")
        .short('n')
        .visible_alias("lines")
        .default_value(TAIL)
        .value_parser(value_parser!(usize));
    command.args([topics(), lines]).args(choosing()).args(show::args())
}

pub fn get_command(command: Command) -> Command {
    command
        .args([
            Arg::new("topic")
                .value_name("TOPIC[:PARTITION[:OFFSET]]")
                .required(true)
                .help("The topic, and where in it"),
            Arg::new("which").value_name("OFFSET|KEY").help("A number is an offset, anything else a key"),
            partition(),
            value("key", "KEY", "The latest record of this key").conflicts_with("which"),
            flag("all-partitions", "Look for the key in all partitions"),
            partitioner(),
        ])
        .args(show::args())
}

pub fn action(matches: &ArgMatches, cx: &mut Context) -> Result<Action, Failure> {
    let text = |name: &str| matches.get_one::<String>(name).cloned();
    let latest = matches.get_flag("latest-per-key");
    let tail = matches.get_one::<usize>("tail").copied();
    let mut places = places(matches)?;
    let to_the_end = matches.get_flag("exit") || latest;
    if to_the_end {
        places.bound();
    }
    let group = text("group");
    if group.as_deref() == Some("") {
        return Err(Failure::usage("a group has a name").hint("-g NAME; without a group leave -g out"));
    }
    if group.is_some() && matches.get_flag("control") {
        return Err(Failure::usage("a member of a group is not given control records, so --control shows none there")
            .hint("without -g they are shown; -o stored -g GROUP   begins where the group is, without joining it"));
    }
    let moved = text("offset").is_some() || text("to").is_some();
    let stored_by = group.clone().filter(|_| places.needs_group());
    if places.needs_group() && stored_by.is_none() {
        return Err(Failure::usage("stored is where a group has committed: name it").hint("-g GROUP"));
    }
    if group.is_some() && moved && stored_by.is_none() {
        return Err(Failure::usage("a group begins where it has committed, so --offset says nothing")
            .hint("kt groups reset GROUP TOPIC --to WHERE   moves it; -o stored reads from there without joining it"));
    }
    let topics: Vec<String> = matches.get_many("topic").into_iter().flatten().cloned().collect();
    let several = topics.len() > 1 || topics.iter().any(|topic| is_pattern(topic));
    if group.is_some() && stored_by.is_none() && to_the_end && several {
        return Err(Failure::usage("in a group --exit ends at the end of one topic").hint("name one topic at a time"));
    }
    let keep = if latest { Keep::Latest { of: HashMap::new(), without_key: 0 } } else { Keep::Nothing };
    let mut action = build(matches, topics, places, cx)?;
    // A group that a properties file names is read in too, unless something is asked for that a group cannot do.
    let of_file = action.client.properties.get("group.id").map(str::to_owned);
    let named = !named_partitions(matches).is_empty();
    let alone = moved || tail.is_some() || latest || action.settings.control || named;
    action.group = if stored_by.is_some() { None } else { group.or(of_file.filter(|_| !alone)) };
    action.max_messages = matches.get_one::<u64>("max-messages").copied();
    if moved {
        // Not where auto.offset.reset of a properties file says. A plan is more exact still.
        action.settings.start = Some(Start::Latest);
    }
    if let Some(reading) = &mut action.reading {
        reading.tail = tail;
        reading.keep = keep;
        reading.stored_by = stored_by;
        reading.one_partition = reading.one_partition.filter(|_| action.group.is_none());
    }
    Ok(action)
}

pub fn tail_action(matches: &ArgMatches, cx: &mut Context) -> Result<Action, Failure> {
    let topics: Vec<String> = matches.get_many("topic").into_iter().flatten().cloned().collect();
    let mut places = Places::all(Range::NEW);
    if matches.get_flag("exit") {
        places.bound();
    }
    let mut action = build(matches, topics, places, cx)?;
    if let Some(reading) = &mut action.reading {
        reading.tail = matches.get_one::<usize>("tail").copied();
    }
    Ok(action)
}

pub fn get_action(matches: &ArgMatches, cx: &mut Context) -> Result<Action, Failure> {
    let text = |name: &str| matches.get_one::<String>(name).cloned();
    let named = text("topic").unwrap_or_default();
    let mut parts = named.split(':');
    let topic = parts.next().unwrap_or_default().to_owned();
    let number = |part: Option<&str>| match part {
        None => Ok(None),
        Some(digits) => digits.parse::<i64>().ok().filter(|n| *n >= 0).map(Some).ok_or_else(|| {
            Failure::usage(format!("'{named}' is no place")).hint("TOPIC:PARTITION:OFFSET, such as orders:2:41")
        }),
    };
    let (in_topic, mut offset) = (number(parts.next())?, number(parts.next())?);
    let partition = in_topic.and_then(|n| i32::try_from(n).ok()).or(matches.get_one::<i32>("partition").copied());
    let mut key = text("key");
    if let (Some(which), None) = (text("which"), offset) {
        match which.parse::<i64>() {
            Ok(n) if n >= 0 => offset = Some(n),
            _ => key = Some(which),
        }
    }
    let (range, sought) = match (offset, &key) {
        (Some(offset), _) => {
            let until = Some(Until::Point(Point::Offset(offset.saturating_add(1))));
            let place = partition.map_or(String::new(), |partition| format!("[{partition}]"));
            (Range { from: Point::Offset(offset), until }, format!("record at offset {offset} in {topic}{place}"))
        }
        (None, Some(key)) => {
            let until = Some(Until::Point(Point::End));
            (Range { from: Point::Beginning, until }, format!("record with the key {} in {topic}", key.escape_debug()))
        }
        (None, None) => {
            return Err(Failure::usage("which record?")
                .hint(format!("kt get {topic}:0:41   an offset of a partition"))
                .hint(format!("kt get {topic} KEY    the latest record of a key")));
        }
    };
    let mut action = build(matches, vec![topic], Places::all(range), cx)?;
    if let Some(reading) = &mut action.reading {
        reading.partition = partition;
        reading.sought = Some(sought);
        reading.single = offset.is_some();
        reading.one_partition = home_of_key(matches).filter(|_| key.is_some());
        if let Some(key) = key {
            reading.sieve.key = Some(key.into_bytes());
            reading.keep = Keep::Latest { of: HashMap::new(), without_key: 0 };
        }
    }
    Ok(action)
}

/// No name of a topic has one of these.
pub fn is_pattern(text: &str) -> bool {
    text.contains(['*', '?', ',', '/'])
}

/// What all three have in common; `kt get` lacks some of the flags.
fn build(matches: &ArgMatches, topics: Vec<String>, places: Places, cx: &mut Context) -> Result<Action, Failure> {
    let is_set = |name: &str| matches.try_get_one::<bool>(name).ok().flatten().copied().unwrap_or(false);
    let client = cx.settings()?;
    note_strange(&client.properties, false, cx);
    let (partition, places, named) = match &named_partitions(matches)[..] {
        [one] => (Some(*one), places, false),
        several => (None, places.only(several), !several.is_empty()),
    };
    let patterns =
        topics.iter().filter(|text| is_pattern(text)).map(|text| Pattern::own(text)).collect::<Result<Vec<_>, _>>()?;
    let wanted = match (&topics[..], partition) {
        ([topic], Some(partition)) if patterns.is_empty() => Wanted::Partition(topic.clone(), partition),
        ([topic], None) if patterns.is_empty() => Wanted::Topic(topic.clone()),
        (several, _) => {
            let (names, patterns) = (several.to_vec(), patterns.clone());
            let fits = move |name: &str| {
                names.iter().any(|n| n == name) || patterns.iter().any(|pattern| plan::fits(pattern, name))
            };
            Wanted::Pattern { fits: Arc::new(fits), internal: true }
        }
    };
    let several = topics.len() > 1 || !patterns.is_empty();
    let mut settings = ConsumeSettings::new(wanted);
    settings.apply(&client.properties).map_err(settings_failure)?;
    settings.committed_only |= is_set("committed");
    settings.control = is_set("control");
    settings.must_exist = true;
    settings.create_topics = false;
    if places.others.is_some_and(|range| range.from == Point::Beginning) {
        settings.reset = crate::client::data::consume::Reset::Earliest;
    }
    let order = (!places.moments().is_empty()).then(Order::default);
    let sieve = sieve(matches)?;
    let formatter = show::formatter(matches, several, cx)?;
    let patience = matches.try_get_one::<u64>("timeout-ms").ok().flatten().copied();
    Ok(Action {
        client,
        settings,
        group: None,
        share: None,
        formatter,
        max_messages: None,
        patience: patience.map(std::time::Duration::from_millis),
        skip_on_error: is_set("skip-message-on-error"),
        say_shutdown: false,
        ending: Ending::Own,
        reading: Some(Reading {
            topics,
            patterns,
            partition,
            places,
            tail: None,
            stored_by: None,
            one_partition: home_of_key(matches).filter(|_| sieve.key.is_some() && !named),
            sieve,
            keep: Keep::Nothing,
            decode: !is_set("no-decode"),
            single: false,
            exit_status: is_set("exit-status"),
            sought: None,
            elsewhere: None,
            order,
        }),
    })
}

/// Where to read, by `--offset`, `--to` and their companions.
fn places(matches: &ArgMatches) -> Result<Places, Failure> {
    let text = |name: &str| matches.get_one::<String>(name).map(|text| text.trim().to_owned());
    let from_start =
        matches.get_flag("from-beginning") || matches.get_flag("exit") || matches.get_flag("latest-per-key");
    let said = match (text("offset"), text("to")) {
        (None, None) if from_start => return Ok(Places::all(Range::ALL)),
        (None, None) => return Ok(Places::all(Range::NEW)),
        (from, Some(to)) => format!("{}:{to}", from.unwrap_or_default()),
        (Some(from), None) => from,
    };
    place::parse(&said, SystemTime::now()).map_err(|why| {
        // kcat's words for moments.
        if let Some((word @ ("s" | "e"), moment)) = said.split_once('@') {
            let meant = if word == "s" { format!("-o @{moment}") } else { format!("--to @{moment}") };
            return Failure::usage(why).hint(format!("{meant}   and -o @FROM:@TO for both")).hint(place::HINT);
        }
        // Elsewhere -o is the form of the result.
        let form = ["json", "jsonl", "yaml", "csv", "tsv", "table"].contains(&said.as_str());
        let meant = form.then(|| "-J prints a line of JSON for each record, --print and -f other forms".to_owned());
        Failure::usage(why).hint_if_any(meant).hint(place::HINT)
    })
}

/// What [`sieve_args`] have chosen.
pub fn sieve(matches: &ArgMatches) -> Result<Sieve, Failure> {
    let all = |name: &str| matches.try_get_many::<String>(name).ok().flatten().into_iter().flatten();
    let mut sieve = Sieve { key: all("key").next().map(|key| key.clone().into_bytes()), ..Sieve::default() };
    if let Some(pattern) = all("grep").next() {
        let regex = Regex::new(pattern).map_err(|error| {
            Failure::usage(format!("--grep: '{pattern}' is no regular expression")).because(error.to_string())
        })?;
        sieve.grep = Some(regex);
    }
    for header in all("header") {
        sieve.headers.push(match header.split_once('=') {
            Some((name, value)) => (name.to_owned(), Some(value.to_owned())),
            None => (header.clone(), None),
        });
    }
    for expression in all("where") {
        let condition = Jq::new(expression)
            .map_err(|why| Failure::usage(format!("--where: {why}")).hint("such as   --where '.value.total > 100'"))?;
        sieve.conditions.push(condition);
    }
    Ok(sieve)
}
