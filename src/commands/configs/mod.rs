//! `kt configs`, kafka-configs: the settings of topics, brokers, loggers, users, clients, addresses, groups and metrics
//! subscriptions.
//!
//! [`options`] reads Kafka's grammar, [`verbs`] kt's; both name [`Entities`] and give an [`Action`]. What has settings
//! proper goes to [`settings`], quotas and SCRAM credentials to [`quotas`] and [`scram`].

pub mod change;
mod edit;
mod options;
pub mod parse;
pub mod quotas;
mod report;
pub mod scram;
mod settings;
mod verbs;

pub use settings::configured;
pub use verbs::entities;

use crate::client::Client;
use crate::client::admin::configs::ResourceKind;
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::commands::tool::{Example, Group, Kafka, Options, Thrown, Tool, Verbs};
use crate::output::human;

pub const TOOL: Tool = Tool {
    aliases: &["config"],
    script: Some("kafka-configs"),
    kafka: Some(Kafka {
        options: Options::Jopt(options::OPTIONS),
        thrown: Thrown::STDERR,
        act: |given, cx| run(options::action(given, cx)?, cx),
    }),
    verbs: Some(Verbs { command: verbs::command, default: None, connects: true, act: verbs::act }),
    changes: &["set", "unset", "edit"],
    examples: &[
        Example { line: "kt configs get topic/orders", does: "what is set on a topic; --all for every setting" },
        Example {
            line: "kt configs set 'topic/ord*' cleanup.policy+=compact --dry-run",
            does: "one more value in a list, on all topics of a pattern",
        },
        Example {
            line: "kt configs set topic/orders retention.ms=7d",
            does: "changes settings; --dry-run only asks the broker",
        },
        Example { line: "kt configs edit broker/default", does: "the settings of all brokers in an editor" },
        Example {
            line: "kt configs diff topic/a prod:topic/a",
            does: "in what two topics differ, here in two contexts",
        },
        Example { line: "kt configs --describe --topic orders --all", does: "the same in Kafka's flags" },
    ],
    verb_examples: &[Example {
        line: "kt configs unset topic/orders retention.ms",
        does: "the broker's default holds again",
    }],
    quirks: &[
        "without --bootstrap-server the address comes from KT_BOOTSTRAP, KAFKA_BOOTSTRAP_SERVERS or is localhost:9092; \
         the original refuses",
    ],
    // `kt config` is an alias, and where other programs have their contexts.
    foreign: super::contexts::FOREIGN,
    ..Tool::own("configs", Group::Cluster, "show and change settings of topics, brokers, users and the rest")
};

/// What has settings, as the original groups it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Topics,
    Clients,
    Users,
    Brokers,
    Ips,
    ClientMetrics,
    Groups,
    BrokerLoggers,
}

impl Kind {
    /// In the order in which the original lists them.
    pub const ALL: [(Kind, &'static str); 8] = [
        (Kind::Topics, "topics"),
        (Kind::Clients, "clients"),
        (Kind::Users, "users"),
        (Kind::Brokers, "brokers"),
        (Kind::Ips, "ips"),
        (Kind::ClientMetrics, "client-metrics"),
        (Kind::Groups, "groups"),
        (Kind::BrokerLoggers, "broker-loggers"),
    ];

    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(kind, _)| *kind == self).map_or("", |(_, word)| word)
    }

    /// The original cuts the last letter off: `client-metric`.
    pub fn one(self) -> &'static str {
        let word = self.word();
        &word[..word.len() - 1]
    }

    /// The resource whose settings DescribeConfigs tells; none for what has quotas.
    fn resource(self) -> Option<ResourceKind> {
        Some(match self {
            Kind::Topics => ResourceKind::Topic,
            Kind::Brokers => ResourceKind::Broker,
            Kind::BrokerLoggers => ResourceKind::BrokerLogger,
            Kind::ClientMetrics => ResourceKind::ClientMetrics,
            Kind::Groups => ResourceKind::Group,
            Kind::Clients | Kind::Users | Kind::Ips => return None,
        })
    }
}

/// Of what the settings are. The empty name is the default of its kind; there may be fewer names than kinds when
/// something is only to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entities {
    pub kinds: Vec<Kind>,
    pub names: Vec<String>,
}

impl Entities {
    pub fn one(kind: Kind, name: impl Into<String>) -> Entities {
        Entities { kinds: vec![kind], names: vec![name.into()] }
    }

    fn head(&self) -> Kind {
        self.kinds[0]
    }
}

/// Settings to set, in the order of the call, and settings to take away.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    pub add: Vec<(String, String)>,
    pub delete: Vec<String>,
    /// Values that go into a list, or out of it: `cleanup.policy+=compact`.
    pub lists: Vec<(String, change::Listed, String)>,
}

#[derive(Clone, Debug)]
enum Action {
    Describe { entities: Entities, all: bool },
    Alter { entities: Entities, changes: Changes },
}

fn run(action: Action, cx: &mut Context) -> Result<(), Failure> {
    match action {
        Action::Describe { entities, all } => describe(&entities, all, cx),
        Action::Alter { entities, changes } => alter(&entities, &changes, cx),
    }
}

fn describe(entities: &Entities, all: bool, cx: &mut Context) -> Result<(), Failure> {
    match entities.head() {
        Kind::Ips => quotas::describe(entities, cx),
        Kind::Users | Kind::Clients => {
            quotas::describe(entities, cx)?;
            // Credentials belong to users, not to their clients, and the default user has none.
            let of_users = !entities.kinds.contains(&Kind::Clients) && !entities.names.iter().any(String::is_empty);
            if of_users { scram::describe(&entities.names, cx) } else { Ok(()) }
        }
        kind => settings::describe(kind, entities.names.first().map(String::as_str), all, cx),
    }
}

/// How a change is made in kt's own grammar.
#[derive(Clone, Copy, Default)]
struct How {
    /// With a look at each change, and a question.
    ask: bool,
    /// Also keys of brokers that nobody knows.
    any_key: bool,
}

/// Settings changed in kt's own grammar: in units of people's, after a look at what would change, with the way back.
fn change(of: &str, entities: &Entities, changes: Changes, how: How, cx: &mut Context) -> Result<(), Failure> {
    let kind = entities.head();
    let changes = change::in_numbers(changes)?;
    if kind.resource().is_none() || kind == Kind::BrokerLoggers {
        if let Some((key, ..)) = changes.lists.first() {
            return Err(Failure::usage(format!("{key} of {of} is no list")));
        }
        return alter(entities, &changes, cx);
    }
    let client = cx.client()?;
    let how = How { ask: how.ask || settings::is_pattern(kind, &entities.names[0]), ..how };
    let names = cx.block_on(settings::names_of(&client, kind, &entities.names[0]))??;
    let mut plans = Vec::new();
    for name in &names {
        let of = if names.len() > 1 { format!("topic/{name}") } else { of.to_owned() };
        if let Some(plan) = planned(&client, of, kind, name, &changes, how, cx)? {
            plans.push(plan);
        }
    }
    let lost = plans.iter().any(|plan| change::loses(&plan.lines).is_some());
    let guarded = cx.connection()?.context.is_some_and(|context| context.profile.protected);
    if !plans.is_empty() && (how.ask || (guarded && lost)) {
        let number = human::several(plans.iter().map(|plan| plan.lines.len()).sum(), "change");
        let whose = if names.len() > 1 { human::several(plans.len(), "topic") } else { of.to_owned() };
        cx.confirm_unless_dry_run(&format!("Apply {number} to {whose}?"))?;
    }
    let (mut failures, many) = (Vec::new(), plans.len());
    for plan in plans {
        match settings::send(&client, kind, &plan.name, &plan.changes, cx) {
            Ok(()) => plan.told(kind, cx)?,
            Err(failure) => failures.push(failure),
        }
    }
    let some_worked = failures.len() < many;
    Failure::several(failures, some_worked).map_or_else(|| cx.done(), Err)
}

/// What is about to be changed on one thing.
struct Planned {
    of: String,
    name: String,
    changes: Changes,
    lines: Vec<change::Line>,
}

impl Planned {
    fn told(&self, kind: Kind, cx: &mut Context) -> Result<(), Failure> {
        cx.report(&report::Changed::new(kind, &self.name, &self.lines))?;
        if let Some(line) = change::undo(&self.of, &self.lines).filter(|_| !cx.is_dry_run()) {
            cx.undo(&line);
        }
        Ok(())
    }
}

/// Finds out and shows what would change; nothing where everything is so already.
fn planned(
    client: &Client,
    of: String,
    kind: Kind,
    name: &str,
    changes: &Changes,
    how: How,
    cx: &mut Context,
) -> Result<Option<Planned>, Failure> {
    let entries = cx.block_on(settings::of(client, kind, name, true))??;
    if kind == Kind::Brokers && !how.any_key {
        cx.block_on(settings::check_broker_keys(client, name, &entries, changes))??;
    }
    let changes = change::with_lists(&entries, changes);
    let lines = change::lines(kind, name, &entries, &changes)?;
    if lines.is_empty() {
        cx.note(&format!("nothing to change: {of} is so already"));
        cx.report(&report::Changed::nothing(kind, name))?;
        return Ok(None);
    }
    if how.ask || cx.is_dry_run() {
        cx.preview(&format!("{of}\n{}", change::shown(&lines)));
    }
    if let Some(lost) = change::loses(&lines) {
        cx.preview(&format!("! {lost}"));
    }
    Ok(Some(Planned { of, name: name.to_owned(), changes, lines }))
}

fn alter(entities: &Entities, changes: &Changes, cx: &mut Context) -> Result<(), Failure> {
    match entities.head() {
        Kind::Users | Kind::Clients => quotas::alter_user_or_client(entities, changes, cx)?,
        Kind::Ips => drop(quotas::alter_address(entities, changes, cx)?),
        kind => settings::alter(kind, &entities.names[0], changes, cx)?,
    }
    cx.report(&report::Changed::new(entities.head(), &entities.names[0], &[]))?;
    cx.done()
}
