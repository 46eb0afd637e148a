//! Groups in kt's grammar: `kt groups reset billing orders --to beginning`.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, SystemTime};

use clap::{ArgMatches, Args, Command, FromArgMatches, Subcommand};

use super::original::csv;
use super::peek::Peek;
use super::plan::Scenario;
use super::reset::{Own, Plan, Reset, Scope};
use super::watch::Watch;
use super::{Action, Describe, List, Part, What, Which};
use crate::client::admin::groups::{State, Type};
use crate::commands::failure::{Failure, file};
use crate::commands::moment;
use crate::commands::pattern::Pattern;

#[derive(Subcommand)]
enum Verb {
    /// Lists the groups with state, members and lag
    #[command(visible_alias = "ls")]
    List(ListArgs),
    /// Shows each partition of groups: where they are, how far behind, who reads
    Describe {
        /// The groups, or patterns [default: all]
        #[arg(value_name = "GROUP")]
        groups: Vec<String>,
        /// Only these topics; may be repeated
        #[arg(short, long, value_name = "TOPIC")]
        topic: Vec<String>,
        /// Only partitions that are behind
        #[arg(long)]
        behind: bool,
    },
    /// Shows who is in a group, and who reads what
    Members {
        /// The groups, or patterns [default: all]
        #[arg(value_name = "GROUP")]
        groups: Vec<String>,
    },
    /// Shows the records a group will read next
    Peek {
        /// The group
        group: String,
        /// Only these topics, or TOPIC:0,2
        topics: Vec<String>,
        /// How many of each partition
        #[arg(
            short = 'n',
            long,
            visible_short_alias = 'A',
            visible_alias = "after",
            value_name = "N",
            default_value_t = 3
        )]
        #[arg(value_parser = clap::value_parser!(u16).range(1..))]
        count: u16,
        /// Also the last so many that it has read
        #[arg(short = 'B', long, value_name = "N", default_value_t = 0)]
        before: u16,
    },
    /// Shows rebalances as they happen: who joins, who leaves, how often; in a pipe a line of JSON a change
    Watch {
        /// The group
        group: String,
        /// How often to look
        #[arg(short, long, value_name = "TIME", default_value = "500ms", value_parser = humantime::parse_duration)]
        interval: Duration,
        /// End after so many changes; the state at the beginning is the first
        #[arg(short = 'n', long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
        count: Option<u64>,
    },
    /// Sets what a group without members reads next
    Reset(ResetArgs),
    /// Gives a group what another one has committed
    #[command(visible_alias = "cp")]
    Clone {
        /// The group to copy from
        from: String,
        /// The group to copy to; it must be without members
        to: String,
        /// Only this topic; may be repeated
        #[arg(short, long, value_name = "TOPIC")]
        topic: Vec<String>,
    },
    /// Deletes groups without members, and what they have committed
    #[command(visible_alias = "rm")]
    Delete {
        /// The groups, or patterns
        #[arg(required = true, value_name = "GROUP")]
        groups: Vec<String>,
    },
    /// Deletes what a group has committed for topics
    DeleteOffsets {
        /// The group
        group: String,
        /// The topics, or TOPIC:0,2
        #[arg(required = true)]
        topics: Vec<String>,
    },
}

#[derive(Args)]
struct ListArgs {
    /// Only groups of this pattern
    pattern: Option<String>,
    /// Only groups that have committed for this topic, or for one of this pattern
    #[arg(long, value_name = "TOPIC")]
    topic: Option<String>,
    /// Only groups in this state: stable, empty, …; may be repeated
    #[arg(short, long, value_name = "STATE")]
    state: Vec<String>,
    /// Only groups of this type: classic, consumer, share or streams; may be repeated
    #[arg(short, long, value_name = "TYPE")]
    r#type: Vec<String>,
}

#[derive(Args)]
struct ResetArgs {
    /// The group
    group: String,
    /// Its topics, or TOPIC:0,2 for some partitions [default: all it has committed for]
    topics: Vec<String>,
    /// Where to: beginning, end, current, an offset, +N or -N, or @ and a moment (@-1h, @2026-11-21T10:00); by partition
    /// of one topic 0=42,2=end; without it a menu asks at a terminal
    #[arg(long, value_name = "WHERE", allow_hyphen_values = true, conflicts_with = "from_file")]
    to: Option<String>,
    /// Offsets from a file with lines topic,partition,offset; an undo file is one
    #[arg(long, value_name = "FILE", conflicts_with = "topics")]
    from_file: Option<String>,
    /// Wait so long for the last member to go
    #[arg(long, value_name = "TIME", value_parser = humantime::parse_duration)]
    wait_empty: Option<Duration>,
    /// Write no undo file
    #[arg(long)]
    no_undo: bool,
}

pub fn command(command: Command) -> Command {
    Verb::augment_subcommands(command)
}

pub fn action(matches: &ArgMatches) -> Result<Action, Failure> {
    let verb = Verb::from_arg_matches(matches).map_err(|error| Failure::usage(error.to_string()))?;
    Ok(match verb {
        Verb::List(args) => Action::List(List {
            states: args
                .state
                .iter()
                .flat_map(|text| super::options::words(text))
                .map(state)
                .collect::<Result<_, _>>()?,
            types: args
                .r#type
                .iter()
                .flat_map(|text| super::options::words(text))
                .map(kind)
                .collect::<Result<_, _>>()?,
            with_state: true,
            with_type: true,
            pattern: args.pattern.as_deref().map(Pattern::own).transpose()?,
            topic: args.topic.as_deref().map(Pattern::own).transpose()?,
            full: true,
            every_type: true,
        }),
        Verb::Describe { groups, topic, behind } => described(&groups, What::Offsets, Part { topics: topic, behind })?,
        Verb::Members { groups } => described(&groups, What::Members, Part::default())?,
        Verb::Peek { group, topics, count, before } => {
            Action::Peek(Peek { group, topics, before: before.into(), count: count.into() })
        }
        Verb::Watch { group, interval, count } => {
            // A clock that never ticks, or always, is no clock.
            let interval = interval.clamp(Duration::from_millis(20), Duration::from_secs(3600));
            Action::Watch(Watch { group, interval, count })
        }
        Verb::Reset(args) => Action::Reset(reset(args)?),
        Verb::Clone { from, to, topic } => Action::Clone { from, to, topics: topic },
        Verb::Delete { groups } => Action::Delete { which: which(&groups)?, preview: true },
        Verb::DeleteOffsets { group, topics } => Action::DeleteOffsets { group, topics, preview: true },
    })
}

fn described(groups: &[String], what: What, part: Part) -> Result<Action, Failure> {
    let which = if groups.is_empty() { Which::All } else { which(groups)? };
    Ok(Action::Describe(Describe { which, what, verbose: false, strict: false, part }))
}

/// Names as they are; with a wildcard in one of them, all groups that fit.
fn which(groups: &[String]) -> Result<Which, Failure> {
    let is_pattern =
        |text: &String| text.contains(['*', '?']) || (text.len() > 1 && text.starts_with('/') && text.ends_with('/'));
    if !groups.iter().any(is_pattern) {
        return Ok(Which::Named(groups.to_vec()));
    }
    Ok(Which::Matching(Pattern::own(&groups.join(","))?))
}

fn state(text: &str) -> Result<State, Failure> {
    match State::parse(text) {
        State::Unknown => Err(Failure::usage(format!("there is no state '{text}'"))
            .hint("Stable, Empty, PreparingRebalance, CompletingRebalance, Assigning, Reconciling, NotReady or Dead")),
        state => Ok(state),
    }
}

fn kind(text: &str) -> Result<Type, Failure> {
    match Type::parse(text) {
        Type::Unknown => {
            Err(Failure::usage(format!("there is no type '{text}' of groups"))
                .hint("classic, consumer, share or streams"))
        }
        kind => Ok(kind),
    }
}

fn reset(args: ResetArgs) -> Result<Reset, Failure> {
    let mut own = Own { wait_empty: args.wait_empty, forget: Vec::new(), undo: !args.no_undo };
    let scope = if args.topics.is_empty() { Scope::Committed } else { Scope::Topics(args.topics) };
    let (plan, scope) = match (&args.to, &args.from_file) {
        (Some(to), _) => (Some(to_plan(to)?), scope),
        (None, Some(path)) => {
            let (lines, forget) = from_file(path, &args.group)?;
            own.forget = forget;
            (Some(Plan::File { path: path.clone(), lines: Ok(lines) }), Scope::Nothing)
        }
        // At a terminal a menu asks.
        (None, None) => (None, scope),
    };
    Ok(Reset { which: Which::Named(vec![args.group]), scope, plan, execute: true, export: false, own: Some(own) })
}

/// One place for all partitions, or `0=42,2=end,beginning`: what stands alone is for the others.
fn to_plan(text: &str) -> Result<Plan, Failure> {
    if !text.contains('=') {
        return scenario(text).map(Plan::Same);
    }
    let (mut of, mut others) = (BTreeMap::new(), None);
    for part in text.split(',') {
        let doubled = match part.split_once('=') {
            Some((number, place)) => {
                let number = number.trim().parse().ok().filter(|number| *number >= 0).ok_or_else(|| nowhere(text))?;
                of.insert(number, scenario(place.trim())?).is_some()
            }
            None => others.replace(scenario(part.trim())?).is_some(),
        };
        if doubled {
            return Err(Failure::usage(format!("'{text}' names a place twice for the same partitions")));
        }
    }
    Ok(Plan::Same(Scenario::ByPartition { of, others: others.map(Box::new) }))
}

pub fn scenario(text: &str) -> Result<Scenario, Failure> {
    let shift = |text: &str| text.parse().map(Scenario::ShiftBy);
    Ok(match text {
        "beginning" | "earliest" | "start" | "oldest" => Scenario::Earliest,
        "end" | "latest" | "newest" => Scenario::Latest,
        "current" | "stored" => Scenario::Current,
        text if text.starts_with('@') => Scenario::Moment(Ok(moment::parse(text, SystemTime::now())?)),
        text if text.starts_with(['+', '-']) => shift(text).map_err(|_| nowhere(text))?,
        text => Scenario::To(text.parse().map_err(|_| nowhere(text))?),
    })
}

fn nowhere(text: &str) -> Failure {
    Failure::usage(format!("'{text}' is no place to reset to"))
        .hint("beginning, end, current, an offset (42), +N or -N, or @ and a moment (@-1h, @2026-11-21T10:00)")
}

/// A plan, and the partitions whose offsets it wants forgotten (`-`).
fn from_file(path: &str, group: &str) -> Result<(Vec<csv::Line>, Vec<crate::client::admin::TopicPartition>), Failure> {
    let bytes = std::fs::read(Path::new(path)).map_err(|error| file("read", path, &error))?;
    let text = String::from_utf8(bytes).map_err(|_| Failure::new(format!("{path} is no text")))?;
    let (mut lines, mut forget) = (Vec::new(), Vec::new());
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let gone = line.trim_end().strip_suffix(",-").map(|rest| format!("{rest},0"));
        let fields = line.split(',').count();
        let read = csv::plan(gone.as_deref().unwrap_or(line), &[group.to_owned()]);
        match read
            .ok()
            .and_then(|lines| lines.into_iter().next())
            .filter(|one| fields < 4 || one.group == group || fields > 3)
        {
            Some(read) if read.group == group => match gone {
                Some(_) => forget.push(read.at),
                None => lines.push(read),
            },
            // A line of four fields names its group, and this may be another one's.
            Some(_) if fields > 3 => {}
            _ => {
                return Err(Failure::new(format!(
                    "{path}:{}: expected topic,partition,offset; found '{line}'",
                    number + 1
                ))
                .hint("kt consumer-groups --reset-offsets --export prints such a file")
                .exit(crate::commands::failure::Exit::Usage));
            }
        }
    }
    Ok((lines, forget))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_words_offsets_shifts_and_moments() {
        let place =
            |text: &str| scenario(text).map(|scenario| format!("{scenario:?}")).map_err(|f| f.what().to_owned());
        assert_eq!(place("beginning").unwrap(), "Earliest");
        assert_eq!(place("42").unwrap(), "To(42)");
        assert_eq!(place("-10").unwrap(), "ShiftBy(-10)");
        assert_eq!(place("+10").unwrap(), "ShiftBy(10)");
        assert_eq!(place("@1700000000000").unwrap(), "Moment(Ok(1700000000000))");
        assert_eq!(place("noon").unwrap_err(), "'noon' is no place to reset to");
    }

    #[test]
    fn an_undo_file_is_read_back_with_what_was_not_committed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("undo.csv");
        let path = path.to_str().unwrap();
        std::fs::write(path, "t,0,5\n\"a,b\",1,-\n\n").unwrap();
        let (lines, forget) = from_file(path, "g").unwrap();
        assert_eq!(
            lines.iter().map(|line| (line.at.to_string(), line.offset)).collect::<Vec<_>>(),
            [("t-0".into(), 5)]
        );
        assert_eq!(forget.iter().map(ToString::to_string).collect::<Vec<_>>(), ["a,b-1"]);
        std::fs::write(path, "t,0,5\nt,zero,1\n").unwrap();
        let failure = from_file(path, "g").unwrap_err();
        assert!(failure.what().ends_with("undo.csv:2: expected topic,partition,offset; found 't,zero,1'"), "{failure}");
    }
}
