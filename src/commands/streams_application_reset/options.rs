//! The call, read and checked as the original does.

use std::collections::BTreeMap;
use std::path::Path;

use crate::client::admin::TopicPartition;
use crate::commands::context::Context;
use crate::commands::failure::{Failure, file};
use crate::commands::groups::original::time;
use crate::commands::groups::plan::now_ms;
use crate::commands::options::{BOOTSTRAP, COMMAND_CONFIG, Given, Opt, Role, Status, ZOOKEEPER};

pub static OPTIONS: &[Opt] = &[
    Opt::value("application-id", "ID", "the application").required(),
    BOOTSTRAP,
    Opt::old("bootstrap-servers", "HOST:PORT,…", "bootstrap-server"),
    COMMAND_CONFIG,
    Opt::value("config-file", "FILE", "old name of --command-config")
        .role(Role::ConfigFile)
        .deprecated("command-config"),
    Opt::value("input-topics", "T,T,…", "topics to read again"),
    Opt::value("intermediate-topics", "T,T,…", "topics to skip to the end of").deprecated(""),
    Opt::value("internal-topics", "T,T,…", "which internal topics to delete").default("all"),
    Opt::flag("dry-run", "only show"),
    Opt::flag("force", "throw members out first"),
    Opt::flag("to-earliest", "to the first offset (what it does anyway)"),
    Opt::flag("to-latest", "to the end"),
    Opt::value("to-offset", "N", "to this offset").long(),
    Opt::value("shift-by", "N", "by so many").long(),
    Opt::value("to-datetime", "DATETIME", "to a moment: YYYY-MM-DDThh:mm:ss.sss, zone optional"),
    Opt::value("by-duration", "DURATION", "to so long ago: PnDTnHnMnS"),
    Opt::value("from-file", "FILE", "from CSV: topic,partition,offset"),
    ZOOKEEPER,
    Opt {
        status: Status::Gone {
            why: "--execute is gone since Kafka 1.1; it is what happens without --dry-run",
            instead: "",
        },
        ..Opt::flag("execute", "gone in 1.1")
    },
];

const SCENARIOS: [&str; 7] =
    ["to-offset", "to-datetime", "by-duration", "to-earliest", "to-latest", "from-file", "shift-by"];

/// What is to be reset.
#[derive(Debug)]
pub struct Reset {
    pub application: String,
    pub input: Vec<String>,
    pub intermediate: Vec<String>,
    pub intermediate_given: bool,
    /// All that the application made if none is named.
    pub internal: Vec<String>,
    pub to: To,
    pub dry_run: bool,
    pub force: bool,
}

/// Where the input topics are read from next. What is wrong with a date or a file counts only once it is needed.
#[derive(Clone, Debug)]
pub enum To {
    Earliest,
    Latest,
    Offset(i64),
    ShiftBy(i64),
    Moment(Result<i64, Failure>),
    Plan(Result<BTreeMap<TopicPartition, i64>, Failure>),
}

pub fn reset(given: &Given, cx: &mut Context) -> Result<Reset, Failure> {
    if !given.has("application-id") {
        return Err(Failure::usage("Missing required option(s) [application-id]"));
    }
    for scenario in SCENARIOS {
        let others: Vec<&str> = SCENARIOS.into_iter().filter(|other| *other != scenario).collect();
        given.clash(scenario, &others)?;
    }
    given.clash("config-file", &["command-config"])?;
    let application = given.text("application-id")?.unwrap_or_default();
    if given.has("config-file") {
        cx.out.line(
            "Option --config-file has been deprecated and will be removed in a future version. Use --command-config instead.",
        )?;
    }
    Ok(Reset {
        application,
        input: list(given, "input-topics"),
        intermediate: list(given, "intermediate-topics"),
        intermediate_given: given.has("intermediate-topics"),
        internal: list(given, "internal-topics"),
        to: to(given)?,
        dry_run: given.has("dry-run"),
        force: given.has("force"),
    })
}

fn list(given: &Given, option: &str) -> Vec<String> {
    given.all(option).into_iter().flat_map(|text| text.split(',')).map(str::to_owned).collect()
}

fn to(given: &Given) -> Result<To, Failure> {
    if let Some(offset) = given.long("to-offset")? {
        return Ok(To::Offset(offset));
    }
    if given.has("to-latest") {
        return Ok(To::Latest);
    }
    if let Some(by) = given.long("shift-by")? {
        return Ok(To::ShiftBy(by));
    }
    if let Some(text) = given.one("to-datetime")? {
        let moment = time::datetime(text).map_err(|exception| {
            Failure::usage(format!("'{text}' is no date"))
                .because(exception)
                .hint("write it as 2026-11-21T10:00:00.000, in UTC unless +02:00 follows")
        });
        return Ok(To::Moment(moment));
    }
    if let Some(text) = given.one("by-duration")? {
        let span = time::duration(text);
        let wrong = || Failure::usage(format!("'{text}' is no duration")).hint("write it as PT1H30M, or P7D");
        return Ok(To::Moment(span.map(|span| now_ms().saturating_sub(span)).ok_or_else(wrong)));
    }
    if let Some(path) = given.one("from-file")? {
        return Ok(To::Plan(plan(path)));
    }
    Ok(To::Earliest)
}

fn plan(path: &str) -> Result<BTreeMap<TopicPartition, i64>, Failure> {
    let bytes = std::fs::read(Path::new(path)).map_err(|error| file("read", path, &error))?;
    let text = String::from_utf8_lossy(&bytes);
    if text.is_empty() {
        return Err(Failure::new(format!("{path} is empty")).hint("each line is topic,partition,offset"));
    }
    let mut plan = BTreeMap::new();
    for (number, line) in text.trim_end_matches('\n').split('\n').enumerate() {
        let read = |line: &str| -> Option<(TopicPartition, i64)> {
            let fields: Vec<&str> = line.split(',').collect();
            let [topic, partition, offset] = fields[..] else { return None };
            Some((TopicPartition::new(topic, partition.parse().ok()?), offset.parse().ok()?))
        };
        let (at, offset) = read(line).ok_or_else(|| {
            Failure::new(format!("{path}:{}: expected topic,partition,offset; found '{line}'", number + 1))
        })?;
        plan.insert(at, offset);
    }
    Ok(plan)
}

impl Reset {
    /// Whether a topic's name is one the application gives to topics it makes for itself.
    pub fn made_it(&self, topic: &str) -> bool {
        let named = self.input.iter().chain(&self.intermediate).any(|name| name == topic);
        let own = topic.strip_prefix(self.application.as_str()).is_some_and(|rest| rest.starts_with('-'));
        !named && own && is_made_by_streams(topic)
    }
}

/// Whether a topic is named as Streams names what it makes for itself.
pub fn is_made_by_streams(topic: &str) -> bool {
    let ends = ["-changelog", "-repartition", "-subscription-registration-topic", "-subscription-response-topic"];
    let join = |kind: &str| {
        let Some((before, after)) = topic.rsplit_once(kind) else { return false };
        let number = after.strip_suffix("-topic").unwrap_or_default();
        !before.is_empty() && !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())
    };
    ends.iter().any(|end| topic.ends_with(end))
        || join("-KTABLE-FK-JOIN-SUBSCRIPTION-REGISTRATION-")
        || join("-KTABLE-FK-JOIN-SUBSCRIPTION-RESPONSE-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn topics_of_streams_are_known_by_their_names() {
        for topic in [
            "app-store-changelog",
            "app-x-repartition",
            "app-KTABLE-FK-JOIN-SUBSCRIPTION-RESPONSE-0000000012-topic",
            "app-x-subscription-registration-topic",
        ] {
            assert!(is_made_by_streams(topic), "{topic}");
        }
        for topic in ["app-changelog-2", "orders", "app-KTABLE-FK-JOIN-SUBSCRIPTION-RESPONSE-x-topic"] {
            assert!(!is_made_by_streams(topic), "{topic}");
        }
    }

    #[test]
    fn only_topics_of_this_application_that_are_no_input_are_its_own() {
        let reset = Reset {
            application: "app".into(),
            input: vec!["app-in-changelog".into()],
            intermediate: Vec::new(),
            intermediate_given: false,
            internal: Vec::new(),
            to: To::Earliest,
            dry_run: true,
            force: false,
        };
        assert!(reset.made_it("app-store-changelog"));
        assert!(!reset.made_it("app-in-changelog") && !reset.made_it("apple-store-changelog"));
    }

    #[test]
    fn a_malformed_plan_names_its_line() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.csv");
        std::fs::write(&path, "in,0,1\nin,1\n").unwrap();
        let failure = plan(path.to_str().unwrap()).unwrap_err();
        assert!(failure.what().ends_with("plan.csv:2: expected topic,partition,offset; found 'in,1'"), "{failure}");
    }
}
