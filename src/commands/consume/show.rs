//! How kt's own grammar shows records: which formatter its flags mean.

use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgMatches};

use super::reading::JqFormatter;
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::output::jq::Jq;
use crate::output::paint::Paint;
use crate::output::record::{self, Formatter};
use crate::output::report::Format;
use crate::records::envelope::EnvelopeFormatter;
use crate::records::format::{FormatString, unescaped};
use crate::records::lines::LineFormatter;

const SHOW: &str = "How they are shown";

/// What `--print` takes, and the formatter's property for it.
const COLUMNS: [(&str, &str); 6] = [
    ("timestamp", "print.timestamp"),
    ("partition", "print.partition"),
    ("offset", "print.offset"),
    ("headers", "print.headers"),
    ("key", "print.key"),
    ("value", "print.value"),
];

/// Flags that mean Kafka's formatter.
const KAFKAS: [&str; 6] = ["print", "keyed", "key-separator", "delimiter", "formatter", "formatter-property"];

pub fn args() -> Vec<Arg> {
    let value = |name: &'static str, placeholder: &'static str, about: &'static str| {
        Arg::new(name).long(name).value_name(placeholder).help(about).help_heading(SHOW)
    };
    let flag = |name: &'static str, about: &'static str| {
        Arg::new(name).long(name).help(about).action(ArgAction::SetTrue).help_heading(SHOW)
    };
    vec![
        flag("envelope", "A line of JSON for each record, without loss: kt produce -i json reads it (also -o json)")
            .short('J')
            .visible_alias("json")
            .help("A line of JSON for each record, without loss; kt produce -i json reads it"),
        value(
            "format",
            "FORMAT",
            "A form of your own: %t topic, %p partition, %o offset, %k key, %s value, %T time, %h headers",
        )
        .short('f')
        .allow_hyphen_values(true)
        .long_help(
            "A form of your own, with kcat's letters: %t topic, %p partition, %o offset, %k key, %s value, %T \
                 timestamp in ms, %h headers, %K and %S the lengths of key and value (-1: null), %R that of the value \
                 as four bytes, %H how many headers, %e leader epoch, %x and %y producer id and epoch, %i a number from 0 \
                 on, %% a percent sign. %k{hex}, %s{base64}, %s{json}, %k{i64} show bytes another way, %T{iso} the time in \
                 UTC, %T{%F %H:%M} by strftime, %h{%k=%v;} each header so, %a{compression} what the batch says. \\n \\t \
                 \\r \\\\ \\0 \\x1f are characters; nothing is added at the end. kt help formats has all",
        )
        .conflicts_with("envelope"),
        value("jq", "EXPR", "What jq makes of each record's envelope: '.value.total'")
            .allow_hyphen_values(true)
            .conflicts_with_all(["envelope", "format"]),
        flag("raw-output", "Texts that --jq gives without their quotes").short('r').requires("jq"),
        value("print", "PART,…", "The parts, with tabs between: timestamp, partition, offset, headers, key, value")
            .value_delimiter(',')
            .value_parser(COLUMNS.map(|(name, _)| name))
            .hide_possible_values(true)
            .conflicts_with_all(["envelope", "format", "jq"]),
        Arg::new("keyed")
            .short('K')
            .value_name("TEXT")
            .help("The key, this text, and the value: -K: prints what kt produce -K: reads")
            .help_heading(SHOW)
            .conflicts_with_all(["envelope", "format", "jq", "print", "key-separator"]),
        value("key-separator", "TEXT", "What stands between the parts [default: a tab]"),
        value("delimiter", "TEXT", "What ends a record in place of a line break: ';', '\\0'")
            .short('D')
            .conflicts_with_all(["envelope", "format", "jq"]),
        value("null-literal", "TEXT", "What stands for null [default: null; with -f nothing]"),
        value("formatter", "CLASS", "Another of Kafka's formatters").conflicts_with_all(["envelope", "format", "jq"]),
        value("formatter-property", "KEY=VALUE", "One more setting of the formatter, by Kafka's name")
            .action(ArgAction::Append),
        flag("no-decode", "Records of Kafka's own topics as the bytes they are, not as JSON"),
        flag("raw", "Control characters reach the terminal as they are"),
        flag("skip-message-on-error", "Go on after a record that cannot be shown"),
    ]
}

/// The formatter that the flags mean: JSON, a format, jq's results, Kafka's columns; else the values, and on a terminal
/// what a person wants to see beside them.
pub fn formatter(matches: &ArgMatches, several: bool, cx: &Context) -> Result<Box<dyn Formatter>, Failure> {
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let for_terminal = cx.out.is_terminal() && !matches.get_flag("raw");
    let manners = cx.manners();
    let json = match manners.format {
        Format::Json | Format::Jsonl => true,
        Format::Table => matches.get_flag("envelope"),
        _ => {
            return Err(Failure::usage("records come as they are, or as JSON (--output json)")
                .hint("-f FORMAT gives them a form of your own"));
        }
    };
    if json && text("format").is_none() && text("jq").is_none() {
        return Ok(Box::new(EnvelopeFormatter { for_terminal }));
    }
    let plain: Box<dyn Formatter> = if let Some(expression) = text("jq") {
        let expression = Jq::new(expression).map_err(|why| Failure::usage(format!("--jq: {why}")))?;
        let raw = matches.get_flag("raw-output");
        let formatter = JqFormatter { expression, raw, for_terminal, json: Vec::new() };
        if !raw {
            return Ok(Box::new(formatter));
        }
        Box::new(formatter)
    } else if let Some(format) = text("format") {
        let null = text("null-literal").unwrap_or_default();
        let format = FormatString::parse(format, null)
            .map_err(|why| Failure::usage(why).hint(r"such as   -f '%t[%p]@%o %k=%s\n'"))?;
        Box::new(format)
    } else if cx.out.is_terminal() && text("null-literal").is_none() && !asks_for_kafkas(matches) {
        let paint = Paint::for_stream(manners.color, true);
        return Ok(Box::new(LineFormatter::new(paint, !for_terminal, several)));
    } else {
        kafkas(matches)?
    };
    Ok(if for_terminal { Box::new(record::Harmless::new(plain)) } else { plain })
}

fn asks_for_kafkas(matches: &ArgMatches) -> bool {
    KAFKAS.iter().any(|name| matches.value_source(name) == Some(ValueSource::CommandLine))
}

fn kafkas(matches: &ArgMatches) -> Result<Box<dyn Formatter>, Failure> {
    let mut properties = record::Properties::new();
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    // Of `-K=` clap takes the sign away.
    let keyed = text("keyed").map(|text| if text.is_empty() { "=" } else { text });
    let printed: Vec<&str> = match keyed {
        Some(_) => vec!["key", "value"],
        None => matches.get_many::<String>("print").into_iter().flatten().map(String::as_str).collect(),
    };
    for (name, key) in COLUMNS {
        let is_printed = printed.contains(&name) || (printed.is_empty() && name == "value");
        properties.insert(key.to_owned(), is_printed.to_string());
    }
    let separators = [
        ("-K", keyed, "key.separator"),
        ("--key-separator", text("key-separator"), "key.separator"),
        ("--delimiter", text("delimiter"), "line.separator"),
    ];
    for (flag, said, key) in separators {
        if let Some(said) = said {
            let bytes = unescaped(said).map_err(|why| Failure::usage(format!("{flag}: {why}")))?;
            let text = String::from_utf8(bytes).map_err(|_| Failure::usage(format!("{flag}: '{said}' is no UTF-8")))?;
            properties.insert(key.to_owned(), text);
        }
    }
    if let Some(null) = text("null-literal") {
        properties.insert("null.literal".to_owned(), null.to_owned());
    }
    for pair in matches.get_many::<String>("formatter-property").into_iter().flatten() {
        let (key, value) = crate::commands::options::pair(pair);
        properties.insert(key, value);
    }
    let class = matches.get_one::<String>("formatter").map_or(record::DEFAULT, String::as_str);
    let chosen = record::choose(class, &properties).ok_or_else(|| {
        Failure::usage(format!("there is no formatter {class}")).hint(format!("the default is {}", record::DEFAULT))
    })?;
    match chosen.notes.into_iter().next() {
        Some(note) => Err(Failure::usage(note)),
        None => Ok(chosen.formatter),
    }
}
