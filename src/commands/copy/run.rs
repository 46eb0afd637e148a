//! `kt copy` itself: which topic goes where, and what is said about it. [`Carrier`] has the records on their way.

use std::collections::HashMap;
use std::time::Instant;

use clap::ArgMatches;
use serde_json::json;

use super::carry::{Carrier, Run};
use super::edit::Edit;
use super::source::{self, Extent};
use super::{Stop, count, millis, number, selection, tell_stumbled};
use crate::client::Client;
use crate::client::admin::topics::Topic;
use crate::commands::consume;
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::commands::pattern::Pattern;
use crate::commands::said::Said;
use crate::output::human;
use crate::output::table::Table;

/// A topic of this call's cluster, or of a context's.
fn place<'a>(text: &'a str, cx: &Context) -> Result<(Client, &'a str), Failure> {
    match text.split_once(':') {
        Some((context, topic)) => Ok((Client::new(cx.elsewhere(context)?.settings()?), topic)),
        None => Ok((cx.client()?, text)),
    }
}

/// One topic's way.
pub struct Job {
    pub topic: Topic,
    pub extent: Extent,
    /// `None`: the records' headers alone say where to.
    pub to: Option<String>,
    /// An earlier run has copied some of it.
    pub continued: bool,
}

pub fn copy(matches: &ArgMatches, cx: &mut Context) -> Result<(), Failure> {
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let (source, destination) = (text("source").unwrap_or_default(), text("destination"));
    let (from, asked) = place(source, cx)?;
    // Where no topic is named, the records' headers say which, in the same cluster.
    let (into, wanted) = match destination {
        Some(destination) => place(destination, cx).map(|(client, topic)| (client, Some(topic)))?,
        None => (from.clone(), None),
    };
    let header = text("to-header").map(str::to_owned);
    let wanted = match wanted {
        Some("") if header.is_some() => None,
        Some("") => Some("{}"),
        wanted => wanted,
    };
    let same = cx.block_on(same_cluster(&from, &into))??;
    let mut run = Run {
        selection: selection(matches, matches.get_flag("follow"))?,
        from,
        into,
        asked: asked.to_owned(),
        pattern: consume::is_pattern(asked).then(|| Pattern::own(asked)).transpose()?,
        wanted: wanted.map(str::to_owned),
        same,
        header,
        edit: Edit::new(matches)?,
        by_key: matches.get_flag("by-key") || text("to-header").is_some(),
        now: matches.get_flag("now"),
        rate: rate(matches)?,
        resume: text("resume").map(str::to_owned),
        source: source.to_owned(),
        destination: destination.unwrap_or_default().to_owned(),
    };
    let jobs = cx.block_on(jobs(&run))??;
    for note in jobs.iter().flat_map(|job| &job.extent.notes) {
        cx.note(note);
    }
    if cx.is_dry_run() {
        preview(&run, &jobs, cx);
        let would = |job: &Job| (run.source_of(job), job.to.as_deref().map(|to| run.shown(to)), job.extent.there);
        cx.stop_if_dry_run(|| copied(&run, &jobs.iter().map(would).collect::<Vec<_>>()))?;
    }
    let stop = Stop::watch();
    let begun = Instant::now();
    // What goes on without an end is read together, all else one topic after the other.
    let rounds: Vec<Vec<Job>> = match run.selection.follow {
        true => vec![jobs],
        false => jobs.into_iter().map(|job| vec![job]).collect(),
    };
    let mut done: Vec<(String, String, u64)> = Vec::new();
    let mut outcome = Ok(());
    for jobs in rounds {
        if stop.is_wanted() || run.selection.most == Some(0) {
            break;
        }
        let mut carrier = Carrier::new(&mut run, &stop, cx);
        outcome = carrier.open(jobs).and_then(|()| carrier.go());
        done.extend(carrier.done());
        if outcome.is_err() {
            break;
        }
    }
    // What fails shows no result, but a copy that ran for long has one.
    if run.selection.follow || outcome.is_ok() {
        let total: u64 = done.iter().map(|(.., count)| count).sum();
        let done: Vec<_> = done.into_iter().map(|(from, to, count)| (from, Some(to), count)).collect();
        cx.report(&copied(&run, &done))?;
        tell_stumbled(&run.selection.sieve, cx);
        cx.note(&format!("{} in {}", number(total), human::duration(millis(begun.elapsed()))));
    }
    outcome.and_then(|()| stop.outcome())
}

/// What went where. `None`: the records' headers say where to.
fn copied(run: &Run, done: &[(String, Option<String>, u64)]) -> Said {
    let mut table = Table::new(&["SOURCE", "DESTINATION", ">RECORDS"]);
    for (source, destination, records) in done {
        let destination = destination.as_deref().unwrap_or("-");
        table.row([source.as_str().into(), destination.into(), count(*records)]);
    }
    let topics: Vec<_> = done
        .iter()
        .map(|(source, destination, records)| json!({ "source": source, "destination": destination, "records": records }))
        .collect();
    let total: u64 = done.iter().map(|(.., count)| count).sum();
    let (source, destination) = (&run.source, &run.destination);
    Said::new("", table, json!({ "source": source, "destination": destination, "records": total, "topics": topics }))
}

fn preview(run: &Run, jobs: &[Job], cx: &Context) {
    for job in jobs {
        let partitions = human::several(job.extent.spans.len(), "partition");
        let name = run.source_of(job);
        let to = match (&job.to, &run.header) {
            (_, Some(header)) => format!("the topics that header {header} names"),
            (Some(to), None) => run.shown(to),
            (None, None) => String::new(),
        };
        let then = if run.selection.follow { ", then what comes" } else { "" };
        let there = number(job.extent.there);
        cx.preview(&format!("up to {there} of {partitions} of {name} would be copied to {to}{then}"));
    }
}

fn rate(matches: &ArgMatches) -> Result<Option<f64>, Failure> {
    let rate = matches.get_one::<f64>("rate").copied();
    if rate.is_some_and(|rate| !rate.is_finite() || rate <= 0.0) {
        return Err(Failure::usage("--rate is a number of records a second, above 0"));
    }
    Ok(rate)
}

/// Which topics are read, what of them, and where to.
async fn jobs(run: &Run) -> Result<Vec<Job>, Failure> {
    let topics = source::topics(&run.from, &run.asked).await?;
    // New topics come only where all partitions are meant.
    let may_come = run.selection.follow && run.selection.places.others.is_some();
    if topics.is_empty() && !may_come {
        return Err(source::none_fits(&run.asked));
    }
    let mut jobs = Vec::new();
    for topic in topics {
        let to = run.destination_of(&topic.name)?;
        let resume = match &run.resume {
            Some(group) => source::resume(&run.from, group, &topic.name).await?,
            None => HashMap::new(),
        };
        let extent = source::extent(&run.from, &topic, &run.selection, &resume).await?;
        jobs.push(Job { topic, extent, to, continued: !resume.is_empty() });
    }
    Ok(jobs)
}

async fn same_cluster(one: &Client, other: &Client) -> Result<bool, Failure> {
    let (one, other) = (one.cluster().await?, other.cluster().await?);
    Ok(one.id == other.id && one.id.is_some() || one.nodes == other.nodes)
}
