//! `kt lag`: how far groups are behind, once or live, and whether that is too far.
//!
//! [`sample`] asks the cluster; [`series`] makes rates and forecasts of several samples; [`watch`] shows them as they come.

mod once;
mod sample;
mod series;
mod watch;

pub use sample::there;

use std::time::Duration;

use clap::{ArgMatches, Args, Command, FromArgMatches};

use crate::commands::context::Context;
use crate::commands::failure::{Exit, Failure};
use crate::commands::pattern::Pattern;
use crate::commands::tool::{Example, Group, Tool, Verbs};
use crate::output::human;

pub const TOOL: Tool = Tool {
    verbs: Some(Verbs { command, default: None, connects: true, act: |matches, cx| run(&wanted(matches)?, cx) }),
    examples: &[
        Example { line: "kt lag", does: "how far each group is behind, by topic" },
        Example { line: "kt lag billing --watch", does: "live: rates in and out, time behind, time to drain" },
        Example {
            line: "kt lag billing --fail-over 1000",
            does: "for cron and CI: exit code 1 if it is further behind",
        },
        Example { line: "kt lag --watch -o jsonl | jq .lag", does: "one JSON line a tick, as in every pipe" },
    ],
    quirks: &["time behind is the lag divided by the rate at which records come in"],
    ..Tool::own("lag", Group::Groups, "how far consumer groups are behind, once or live")
};

#[derive(Args)]
struct Given {
    /// The groups, or patterns [default: all]
    groups: Vec<String>,
    /// Only this topic, or a pattern; may be repeated
    #[arg(short, long, value_name = "TOPIC")]
    topic: Vec<String>,
    /// Look again and again, with rates and forecasts
    #[arg(short, long)]
    watch: bool,
    /// The time between two looks
    #[arg(short, long, value_name = "TIME", default_value = "2s", value_parser = humantime::parse_duration)]
    interval: Duration,
    /// End after so many looks
    #[arg(short = 'n', long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    count: Option<u64>,
    /// Exit code 1 as soon as a group is more than this behind in all
    #[arg(long, value_name = "N")]
    fail_over: Option<i64>,
}

/// What is to be watched.
struct Wanted {
    groups: Vec<String>,
    topics: Vec<Pattern>,
    watch: bool,
    interval: Duration,
    count: Option<u64>,
    fail_over: Option<i64>,
}

/// Looking more often would only burden the brokers.
const SHORTEST: Duration = Duration::from_millis(100);

fn command(command: Command) -> Command {
    Given::augment_args(command)
}

fn wanted(matches: &ArgMatches) -> Result<Wanted, Failure> {
    let given = Given::from_arg_matches(matches).map_err(|error| Failure::usage(error.to_string()))?;
    if given.interval < SHORTEST {
        return Err(Failure::usage("--interval must be 100ms at least"));
    }
    Ok(Wanted {
        watch: given.watch || given.count.is_some(),
        topics: given.topic.iter().map(|text| Pattern::own(text)).collect::<Result<_, _>>()?,
        groups: given.groups,
        interval: given.interval,
        count: given.count,
        fail_over: given.fail_over,
    })
}

fn run(wanted: &Wanted, cx: &mut Context) -> Result<(), Failure> {
    match wanted.watch {
        true => watch::watch(wanted, cx),
        false => once::once(wanted, cx),
    }
}

/// The groups that are too far behind, as a failure.
fn judge(wanted: &Wanted, groups: &[sample::Group]) -> Result<(), Failure> {
    let Some(limit) = wanted.fail_over else { return Ok(()) };
    let over = groups.iter().filter_map(|group| {
        let lag = group.lag().filter(|lag| *lag > limit)?;
        let (lag, limit) = (human::count(lag), human::count(limit));
        Some(Failure::new(format!("{} is {lag} behind, more than {limit}", group.name)).exit(Exit::Failed))
    });
    Failure::several(over, false).map_or(Ok(()), Err)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Wanted, String> {
        let command = command(Command::new("lag"));
        let matches = command.try_get_matches_from(line.split_whitespace()).map_err(|error| error.to_string())?;
        wanted(&matches).map_err(|failure| failure.what().to_owned())
    }

    #[test]
    fn a_count_means_watching_and_a_hectic_interval_is_refused() {
        assert!(parse("lag -n 3").unwrap().watch && !parse("lag billing").unwrap().watch);
        assert_eq!(parse("lag --interval 1ms").err().unwrap(), "--interval must be 100ms at least");
        assert!(parse("lag --count 0").is_err());
    }
}
