//! `kt serve`: a broker in this process, until it is stopped or its command ends.
//!
//! [`settings`] gathers what the broker is told (file, environment, flags), [`attend`] runs it and waits for the end,
//! [`banner`] tells people where it is and [`ready`] programs. kafka-server-start speaks through the same parts: [`super::server_start`].

pub mod attend;
mod banner;
mod ready;
pub mod settings;

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::context::Context;
use super::failure::Failure;
use super::tool::{Example, Group, Tool, Verbs};
use crate::broker::sync::Policy;
use ready::Told;
use settings::Wanted;

pub const TOOL: Tool = Tool {
    aliases: &["up"],
    verbs: Some(Verbs { command, default: None, connects: false, act }),
    examples: &[
        Example { line: "kt serve", does: "a broker on 127.0.0.1:9092, its data in your home folder" },
        Example { line: "kt serve --temp --port 0", does: "on a free port, and nothing is kept" },
        Example { line: "kt serve --temp --port 0 --port-file port", does: "and a script finds the port in that file" },
        Example { line: "kt serve -- pytest tests/", does: "a broker for one command, which finds it by KT_BOOTSTRAP" },
        Example { line: "kt serve server.properties --override num.partitions=3", does: "set up by a file of Kafka's" },
    ],
    ..Tool::own("serve", Group::Broker, "a whole Kafka broker in this process")
};

fn command(command: Command) -> Command {
    let value = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).help(help)
    };
    command
        .arg(Arg::new("file").value_name("FILE").help("a server.properties, of any age"))
        .arg(value("data", "DIR", "the data folder [default: $XDG_DATA_HOME/kt]"))
        .arg(
            value("listen", "HOST:PORT", "where to listen, several times if wanted; port 0 takes any [default: 127.0.0.1:9092]")
                .action(ArgAction::Append),
        )
        .arg(
            value("port", "PORT", "the same as --listen 127.0.0.1:PORT; 0 takes any free one")
                .value_parser(clap::value_parser!(u16))
                .conflicts_with("listen"),
        )
        .arg(
            value("port-file", "FILE", "write the port there when the broker is ready")
                .value_parser(clap::value_parser!(PathBuf))
                .conflicts_with("command"),
        )
        .arg(value("advertise", "HOST:PORT", "the address that clients are told"))
        .arg(value("override", "KEY=VALUE", "a setting that wins over the file").action(ArgAction::Append))
        .arg(
            value("fsync", "POLICY", "when records reach the disk: os (the system decides), interval (every second), always (before the answer)")
                .value_parser(["os", "interval", "always"])
                .default_value("interval"),
        )
        .arg(Arg::new("temp").long("temp").action(ArgAction::SetTrue).conflicts_with("data").help("a temporary folder, removed at the end"))
        .arg(
            Arg::new("command")
                .value_name("COMMAND")
                .last(true)
                .num_args(1..)
                .help("run this on a temporary broker of its own, and end with its exit code"),
        )
}

fn act(matches: &ArgMatches, cx: &mut Context) -> Result<(), Failure> {
    let text = |name: &str| matches.get_one::<String>(name).cloned();
    let many = |name: &str| matches.get_many::<String>(name).into_iter().flatten().cloned().collect::<Vec<_>>();
    let command = many("command");
    let port = matches.get_one::<u16>("port").map(|port| format!("127.0.0.1:{port}"));
    let wanted = Wanted {
        file: text("file").map(PathBuf::from),
        data: text("data").map(PathBuf::from),
        listen: many("listen").into_iter().chain(port).collect(),
        advertise: text("advertise"),
        overrides: many("override"),
        temporary: matches.get_flag("temp") || (!command.is_empty() && text("data").is_none()),
        any_port: !command.is_empty(),
    };
    let policy: Policy = text("fsync").unwrap_or_default().parse().unwrap_or_default();
    let plan = settings::plan(wanted)?;
    if command.is_empty() {
        let told = Told { port_file: matches.get_one("port-file").cloned() };
        let verbosity = cx.verbosity();
        attend::until_stopped(plan, policy, verbosity, |running, took, temporary| {
            if !cx.manners().quiet {
                banner::show(running, took, temporary);
            }
            told.tell(running, took, temporary, cx)
        })
    } else {
        attend::for_command(plan, policy, &command, cx.verbosity())
    }
}
