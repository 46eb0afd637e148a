//! `kt consume`, kafka-console-consumer: the records of topics, printed.
//!
//! [`options`] reads Kafka's grammar, [`verbs`] kt's; both give an [`Action`], which [`run`] carries out. What only kt's
//! grammar can ask for is a [`reading::Reading`]: [`plan`] asks the cluster where it lies, [`own`] goes through it. The
//! reading itself is [`crate::client::data`]'s, the printing [`crate::output::record`]'s and [`crate::records`]'.

mod options;
mod own;
mod plan;
mod reading;
mod run;
mod show;
mod verbs;

use std::time::Duration;

use crate::client::Settings;
use crate::client::data::consume::ConsumeSettings;
use crate::client::data::share::ShareSettings;
use crate::commands::tool::{Example, Group, Kafka, Options, Thrown, Tool, Verbs};
use crate::output::record::Formatter;
use reading::Reading;

pub const TOOL: Tool = Tool {
    aliases: &["c"],
    script: Some("kafka-console-consumer"),
    kafka: Some(Kafka {
        options: Options::Jopt(options::OPTIONS),
        thrown: Thrown::STDERR,
        act: |given, cx| run::run(options::action(given, cx)?, cx),
    }),
    verbs: Some(Verbs {
        command: verbs::command,
        default: None,
        connects: true,
        act: |matches, cx| run::run(verbs::action(matches, cx)?, cx),
    }),
    examples: &[
        Example { line: "kt consume orders --from-beginning", does: "all values, then what comes; Ctrl-C ends" },
        Example { line: "kt consume orders -o 42 -p 0 -c 10", does: "ten records of partition 0 from offset 42 on" },
        Example { line: "kt consume orders -o @-1h:now -J", does: "the last hour, a line of JSON each; then it ends" },
        Example {
            line: r"kt consume orders -e -o -5 -f '%p:%o %k=%s\n'",
            does: "the last five of each partition, your way",
        },
        Example { line: "kt consume 'order*' -e -J", does: "all records of all topics of such a name" },
        Example { line: "kt consume orders -e --control", does: "also where transactions end, and how" },
        Example { line: "kt consume orders -e --from-beginning --where '.value.total > 10'", does: "only some, by jq" },
        Example {
            line: "kt consume orders --key o-1 -e --from-beginning",
            does: "one key, from the one partition it lives in",
        },
        Example {
            line: "kt console-consumer --bootstrap-server broker:9092 --topic orders --from-beginning --timeout-ms 1000",
            does: "the same in Kafka's flags",
        },
    ],
    quirks: &[
        "without --group no group is made up: the partitions are read directly, which is quicker and leaves no trace",
        "a broker that cannot be reached is an error after some seconds; the original tries for ever",
        "ByteArrayDeserializer prints [B@ and a number, as Java does, but the number is made from the bytes",
    ],
    foreign: FOREIGN,
    ..Tool::own("consume", Group::Records, "print the records of topics")
};

/// Those of kcat, kaf, kafkactl and rpk that mean something else here, or nothing.
const FOREIGN: &[(&str, &str)] = &[
    ("-t", "topics stand without a flag: kt consume orders"),
    ("-G", "-g GROUP   reads in a consumer group"),
    ("-P", "kt produce TOPIC   writes records"),
    ("-L", "kt topics, kt brokers   tell about the cluster"),
    ("-Q", "kt get-offsets --topic TOPIC --time MS   finds offsets; -o @2026-11-21T10:00 reads from there"),
    ("-O", r"--print offset,value   or   -f '%o %s\n'"),
    ("-Z", "--null-literal NULL   is what null is shown as"),
    ("-E", "--skip-message-on-error   goes on after a record that cannot be shown"),
    ("-s", r"-f '%k{i64} %s{unpack[>ihs]}\n'   shows keys and values as numbers, or as fields one after the other"),
    ("-l", "-c N   ends after so many records"),
    ("--limit-messages", "-c N   ends after so many records"),
    ("--num", "-c N   ends after so many records"),
    ("--follow", "reading goes on for new records by itself; -e ends where the topic ends"),
    ("--print-keys", "--print key,value   or   -K:   for key:value"),
    ("--print-headers", "--print headers,key,value"),
    ("--print-timestamps", "--print timestamp,value"),
    ("--print-control-records", "--control"),
    ("--regex", "a pattern stands in the topic's place: 'orders-*' or '/orders-[0-9]+/'"),
    ("--print-partitions", "--print partition,value   or   -f '%p %s\n'"),
    ("--print-schema", "kt knows no schema registry; -f '%s{hex}\n'   shows what is there"),
    ("--from-timestamp", "-o @2026-11-21T10:00   or   -o @1700000000000; -o @FROM:@TO is a range"),
    ("--to-timestamp", "--to @2026-11-21T11:00   or   -o @FROM:@TO"),
    ("--filter-key", "--key KEY   or   --where '.key | test(\"^o-\")'"),
    ("--filter-value", "--grep REGEX   or   --where '.value.state == \"failed\"'"),
    ("--filter-header", "--header NAME=VALUE   or   --where 'any(.headers[]; .value | test(\"^a\"))'"),
    ("--key-encoding", "-f '%k{hex} %s{base64}\n'   shows keys and values so"),
    ("--value-encoding", "-f '%k{hex} %s{base64}\n'   shows keys and values so"),
    ("--separator", "-K TEXT   prints the key, this text and the value"),
    ("--commit", "in a group (-g) what was shown is committed; kt groups peek GROUP   reads without a trace"),
    ("--isolation", "--committed"),
    ("-m", "--timeout 5s   is the longest wait for an answer"),
    ("-F", "--command-config FILE   is a file of client settings"),
    ("-d", "-v, or -vv for the protocol"),
];

pub(super) use options::formatter;
pub(super) use plan::fits;
pub(super) use run::{run, with_record};
pub(super) use verbs::{is_pattern, named_partitions, partitions, sieve, sieve_args};

pub const TAIL: Tool = Tool {
    verbs: Some(Verbs {
        command: verbs::tail_command,
        default: None,
        connects: true,
        act: |matches, cx| run::run(verbs::tail_action(matches, cx)?, cx),
    }),
    examples: &[
        Example { line: "kt tail orders", does: "the ten newest records of all partitions, then what comes" },
        Example { line: "kt tail orders -n 3 -e", does: "the three newest, and no more" },
    ],
    foreign: FOREIGN,
    ..Tool::own("tail", Group::Records, "print the newest records of a topic, then what comes")
};

pub const GET: Tool = Tool {
    verbs: Some(Verbs {
        command: verbs::get_command,
        default: None,
        connects: true,
        act: |matches, cx| run::run(verbs::get_action(matches, cx)?, cx),
    }),
    examples: &[
        Example { line: "kt get orders:2:41", does: "the record at offset 41 of partition 2" },
        Example { line: "kt get orders o-1", does: "the latest record of a key" },
    ],
    ..Tool::own("get", Group::Records, "print one record, by its offset or its key")
};

/// What is to be done.
pub(super) struct Action {
    pub(super) client: Settings,
    pub(super) settings: ConsumeSettings,
    /// The group to read in, if one is named.
    pub(super) group: Option<String>,
    /// Read in a share group, in place of that.
    pub(super) share: Option<ShareSettings>,
    pub(super) formatter: Box<dyn Formatter>,
    /// `None`: no end.
    pub(super) max_messages: Option<u64>,
    /// How long to wait for one more record.
    pub(super) patience: Option<Duration>,
    /// A record that cannot be shown is left out, with a remark.
    pub(super) skip_on_error: bool,
    /// The system tests' word at the end.
    pub(super) say_shutdown: bool,
    pub(super) ending: Ending,
    /// What kt's own grammar asks for.
    pub(super) reading: Option<Reading>,
}

/// What is said at the end, and which end is a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// "Processed a total of N messages", and hardly ever a failure.
    Original,
    /// A remark for a person; what went wrong is a failure.
    Own,
}
