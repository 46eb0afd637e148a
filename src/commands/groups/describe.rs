//! Groups in full: the original's tables, or a card for each.

use std::collections::BTreeSet;
use std::io;

use serde::{Serialize, Serializer};

use super::collect::{self, Row};
use super::commits;
use super::original::{Thrown, names_in_order};
use super::plan::now_ms;
use super::{Describe, Part, What, Which, run, tables};
use crate::client::admin::groups::{Description, Member, State};
use crate::client::{Client, Error, Node};
use crate::commands::context::Context;
use crate::commands::failure::{Exit, Failure};
use crate::commands::suggest;
use crate::output::human;
use crate::output::paint::Tone;
use crate::output::report::{Report, Screen};
use crate::output::sink::Sink;
use crate::output::table::{Cell, Table};
use crate::protocol::code::ErrorCode;

/// A group, as it is shown.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Group {
    #[serde(rename = "group")]
    pub name: String,
    #[serde(rename = "type", serialize_with = "shown")]
    pub kind: crate::client::admin::groups::Type,
    pub protocol: String,
    #[serde(serialize_with = "shown")]
    pub state: State,
    pub assignor: String,
    #[serde(serialize_with = "node")]
    pub coordinator: Node,
    pub epoch: Option<i32>,
    pub target_epoch: Option<i32>,
    /// In all; nothing if nothing is committed.
    pub lag: Option<i64>,
    #[serde(serialize_with = "people")]
    pub members: Vec<Member>,
    #[serde(rename = "partitions")]
    pub rows: Vec<Row>,
}

fn shown<S: Serializer>(value: &impl ToString, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&value.to_string())
}

fn node<S: Serializer>(node: &Node, serializer: S) -> Result<S::Ok, S::Error> {
    serde_json::json!({"id": node.id, "host": node.address.host, "port": node.address.port}).serialize(serializer)
}

fn people<S: Serializer>(members: &[Member], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(members.iter().map(|member| {
        serde_json::json!({
            "memberId": member.id,
            "instanceId": member.instance,
            "clientId": member.client,
            "host": member.host,
            "rack": member.rack,
            "epoch": member.epoch,
            "subscription": member.subscription,
            "regex": member.regex,
            "assignment": member.assignment.iter().map(ToString::to_string).collect::<Vec<_>>(),
            "target": member.target.as_ref().map(|all| all.iter().map(ToString::to_string).collect::<Vec<_>>()),
        })
    }))
}

impl Group {
    pub fn new(description: &Description, rows: Vec<Row>) -> Self {
        Self {
            name: description.group.clone(),
            kind: description.kind,
            protocol: description.protocol.clone(),
            state: description.state,
            assignor: description.assignor.clone(),
            coordinator: description.coordinator.clone(),
            epoch: description.epoch,
            target_epoch: description.target_epoch,
            lag: collect::total_lag(&rows),
            members: description.members.clone(),
            rows,
        }
    }
}

/// Groups, by name.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub struct Described {
    pub groups: Vec<Group>,
    #[serde(skip)]
    what: What,
    #[serde(skip)]
    verbose: bool,
    #[serde(skip)]
    now: i64,
}

impl Described {
    /// The moment from which the time since a commit is counted, if any such time is known.
    fn since(&self) -> Option<i64> {
        self.groups.iter().flat_map(|group| &group.rows).any(|row| row.last_commit.is_some()).then_some(self.now)
    }
}

pub fn describe(wanted: Describe, client: &Client, cx: &mut Context) -> Result<(), Failure> {
    let what = wanted.what;
    let (mut groups, failed) = cx.block_on(async {
        let names = match &wanted.which {
            Which::Named(names) => names.clone(),
            which => run::names(client, which).await?,
        };
        if wanted.strict {
            strictly(client, names, what).await.map(|groups| (groups, Vec::new()))
        } else {
            gently(client, names).await
        }
    })??;
    if wanted.strict {
        for group in &groups {
            if group.state == State::Empty {
                cx.note(&format!("Consumer group '{}' has no active members.", group.name));
            } else if group.state.is_rebalancing() {
                cx.note(&format!("Consumer group '{}' is rebalancing.", group.name));
            }
        }
    }
    only(&wanted.part, &mut groups)?;
    if !wanted.strict && what == What::Offsets {
        commits::add(&mut groups, client, cx)?;
    }
    let some = !groups.is_empty();
    if some {
        cx.page(&Described { groups, what, verbose: wanted.verbose, now: now_ms() })?;
    }
    Failure::several(failed, some).map_or(Ok(()), Err)
}

/// Leaves out the partitions that are not asked for. A topic that none of the groups reads is an error.
fn only(part: &Part, groups: &mut [Group]) -> Result<(), Failure> {
    let read: BTreeSet<String> = groups.iter().flat_map(|group| &group.rows).map(|row| row.topic.clone()).collect();
    if let Some(missing) = part.topics.iter().find(|topic| !read.contains(*topic)).filter(|_| !groups.is_empty()) {
        let names: Vec<&str> = groups.iter().map(|group| group.name.as_str()).collect();
        let who =
            if let [one] = names[..] { format!("group {one} has") } else { "none of these groups has".to_owned() };
        let near = suggest::nearest(missing, read.iter().map(String::as_str));
        return Err(Failure::new(format!(
            "{who} committed {} for {missing}",
            if names.len() == 1 { "nothing" } else { "anything" }
        ))
        .exit(Exit::NotFound)
        .hint_if_any(near.map(|near| format!("did you mean   {near} ?"))));
    }
    for group in groups {
        group.rows.retain(|row| part.has(row));
        group.lag = collect::total_lag(&group.rows);
    }
    Ok(())
}

impl Part {
    fn has(&self, row: &Row) -> bool {
        let of_topics = self.topics.is_empty() || self.topics.contains(&row.topic);
        of_topics && (!self.behind || row.lag.is_some_and(|lag| lag > 0))
    }
}

/// As the original: the first thing that goes wrong is all there is to see.
async fn strictly(client: &Client, names: Vec<String>, what: What) -> Result<Vec<Group>, Failure> {
    let names = names_in_order(unique(names));
    let described = client.describe_consumer_groups(&names).await.map_err(|error| Thrown::Execution.by(error))?;
    let mut descriptions = Vec::new();
    for (_, outcome) in described {
        let description = outcome.map_err(|error| Thrown::Execution.by(error))?;
        descriptions.push(of_consumers(description)?);
    }
    descriptions.sort_by(|a, b| a.group.cmp(&b.group));
    if what != What::Offsets {
        return Ok(descriptions.iter().map(|description| Group::new(description, Vec::new())).collect());
    }
    let listed = client.list_group_offsets(&descriptions.iter().map(|d| d.group.clone()).collect::<Vec<_>>()).await;
    let mut gathered = Vec::new();
    for (description, (_, offsets)) in descriptions.into_iter().zip(listed.map_err(|e| Thrown::Runtime.by(e))?) {
        let offsets = offsets.map_err(|error| Thrown::Runtime.by(error))?;
        gathered.push(collect::Gathered { description, offsets });
    }
    let partitions: BTreeSet<_> = gathered.iter().flat_map(collect::partitions).collect();
    let ends = collect::ends(client, partitions).await.map_err(|error| Thrown::Runtime.by(error))?;
    if let Some(error) = ends.refused.into_iter().next() {
        return Err(Thrown::Runtime.by(error));
    }
    let group =
        |one: &collect::Gathered| Group::new(&one.description, collect::rows(&one.description, &one.offsets, &ends.of));
    Ok(gathered.iter().map(group).collect())
}

fn unique(mut names: Vec<String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    names.retain(|name| seen.insert(name.clone()));
    names
}

fn of_consumers(description: Description) -> Result<Description, Failure> {
    if description.is_of_consumers() {
        return Ok(description);
    }
    let (group, protocol) = (&description.group, &description.protocol);
    Err(Failure::new(format!("group {group} is no consumer group, its members speak '{protocol}'"))
        .hint("kt groups list   shows what each group is")
        .kafka(format!("java.lang.IllegalArgumentException: GroupId {group} is not a consumer group ({protocol}).")))
}

/// As kt: what can be shown is shown, what cannot is listed.
async fn gently(client: &Client, names: Vec<String>) -> Result<(Vec<Group>, Vec<Failure>), Failure> {
    let names = unique(names);
    let mut failed = Vec::new();
    let mut gathered = Vec::new();
    for (group, outcome) in collect::gather(client, &names).await? {
        match outcome {
            Ok(one) if one.description.state == State::Dead && one.offsets.is_empty() => {
                failed.push(unknown(client, &group, None).await);
            }
            Ok(one) => gathered.push(one),
            Err(error) if error.code() == Some(ErrorCode::GROUP_ID_NOT_FOUND) => {
                failed.push(unknown(client, &group, Some(error)).await);
            }
            Err(error) => failed.push(Failure::from(error)),
        }
    }
    let partitions: BTreeSet<_> = gathered.iter().flat_map(collect::partitions).collect();
    let ends = collect::ends(client, partitions).await?;
    let mut groups: Vec<Group> = gathered
        .iter()
        .map(|one| {
            let mut rows = collect::rows(&one.description, &one.offsets, &ends.of);
            rows.sort_by(|a, b| (&a.topic, a.partition).cmp(&(&b.topic, b.partition)));
            Group::new(&one.description, rows)
        })
        .collect();
    groups.sort_by(|a, b| a.name.cmp(&b.name));
    Ok((groups, failed))
}

/// A group nobody knows, and the one that may have been meant.
pub async fn unknown(client: &Client, group: &str, error: Option<Error>) -> Failure {
    let listed = client.list_groups(&Default::default()).await.unwrap_or_default();
    let same = listed.iter().find(|listing| listing.group == group);
    let failure = Failure::new(match same.and_then(|listing| listing.kind) {
        Some(kind) => format!("group {group} is no consumer group but of type {kind}"),
        None => format!("there is no group {group}"),
    })
    .code(ErrorCode::GROUP_ID_NOT_FOUND.name())
    .exit(Exit::NotFound);
    let failure = match error {
        Some(error) => failure.kafka(error.java_exception()),
        None => failure,
    };
    match suggest::nearest(group, listed.iter().map(|listing| listing.group.as_str())) {
        Some(near) if same.is_none() => failure.hint(format!("did you mean   {near} ?")),
        _ => failure.hint("kt groups list   shows all of them"),
    }
}

impl Report for Described {
    fn kafka(&self, out: &mut Sink) -> io::Result<()> {
        for group in &self.groups {
            match self.what {
                What::Offsets => tables::offsets(group, self.verbose, out)?,
                What::Members => tables::members(group, self.verbose, out)?,
                What::State => tables::state(group, self.verbose, out)?,
            }
        }
        Ok(())
    }

    fn table(&self) -> Table {
        let mut table = match self.what {
            What::Offsets => Table::new(&offset_titles(true, self.since())),
            What::Members | What::State => Table::new(&member_titles(true)),
        };
        for group in &self.groups {
            match self.what {
                What::Offsets => {
                    group.rows.iter().for_each(|row| table.row(once(&group.name, offset_cells(row, self.since()))));
                }
                What::Members | What::State => {
                    group.members.iter().for_each(|member| table.row(once(&group.name, member_cells(member))));
                }
            }
        }
        table
    }

    fn screen(&self, screen: &mut Screen<'_>) -> io::Result<()> {
        if !screen.is_terminal() {
            return screen.table(&self.table());
        }
        for (index, group) in self.groups.iter().enumerate() {
            if index > 0 {
                screen.line("")?;
            }
            card(group, self.what, self.since(), screen)?;
        }
        Ok(())
    }
}

fn once(name: &str, cells: Vec<Cell>) -> Vec<Cell> {
    std::iter::once(name.into()).chain(cells).collect()
}

fn card(group: &Group, what: What, since: Option<i64>, screen: &mut Screen<'_>) -> io::Result<()> {
    let name = screen.paint(Tone::Bold, &group.name);
    let state = screen.paint(tone(group.state), group.state.name());
    let mut facts = vec![state, human::several(group.members.len(), "member")];
    facts.extend(Some(group.assignor.clone()).filter(|assignor| !assignor.is_empty()));
    facts.extend(group.epoch.map(|epoch| format!("epoch {epoch}")));
    facts.push(format!("coordinator {}", group.coordinator.id));
    facts.push(format!("lag {}", group.lag.map_or("-".to_owned(), human::count)));
    screen.line(format!("GROUP {name} · {}", facts.join(" · ")))?;
    let mut table = match what {
        What::Offsets => Table::new(&offset_titles(false, since)),
        What::Members | What::State => Table::new(&member_titles(false)),
    };
    match what {
        What::Offsets if group.rows.is_empty() => return screen.line("nothing committed, nothing assigned"),
        What::Offsets => group.rows.iter().for_each(|row| table.row(offset_cells(row, since))),
        _ if group.members.is_empty() => return screen.line("no members"),
        _ => group.members.iter().for_each(|member| table.row(member_cells(member))),
    }
    screen.table(&table)
}

fn tone(state: State) -> Tone {
    match state {
        State::Stable => Tone::Good,
        State::Empty => Tone::Dim,
        State::Dead | State::Unknown => Tone::Bad,
        _ => Tone::Warn,
    }
}

fn offset_titles(with_group: bool, since: Option<i64>) -> Vec<&'static str> {
    let titles = ["TOPIC", ">PARTITION", ">CURRENT", ">END", ">LAG", "CLIENT", "HOST"];
    let more = ["+MEMBER", "+>LEADER EPOCH", "+METADATA"];
    let since = since.map(|_| "SINCE COMMIT");
    with_group.then_some("GROUP").into_iter().chain(titles).chain(since).chain(more).collect()
}

fn number(value: Option<i64>) -> Cell {
    value.map_or(Cell::new("-"), Cell::count)
}

fn offset_cells(row: &Row, since: Option<i64>) -> Vec<Cell> {
    let text = |value: &Option<String>| Cell::new(value.as_deref().unwrap_or("-"));
    let lag = match row.lag {
        Some(lag) if lag > 0 => number(row.lag).tone(Tone::Warn),
        _ => number(row.lag),
    };
    let mut cells = vec![
        row.topic.as_str().into(),
        row.partition.to_string().into(),
        number(row.current_offset),
        number(row.end_offset),
        lag,
        text(&row.client_id),
        Cell::new(row.host.as_deref().unwrap_or("-").trim_start_matches('/')),
    ];
    cells.extend(since.map(|now| {
        // By a broker's clock that is ahead of this one, a commit may lie in the future: it was just now.
        let gone = row.last_commit.map(|then| u64::try_from(now.saturating_sub(then)).unwrap_or(0));
        Cell::new(gone.map_or("-".to_owned(), human::duration))
    }));
    cells.extend([
        text(&row.consumer_id),
        row.leader_epoch.map_or("-".into(), |epoch| epoch.to_string().into()),
        text(&row.metadata),
    ]);
    cells
}

fn member_titles(with_group: bool) -> Vec<&'static str> {
    let titles =
        ["CLIENT", "HOST", ">PARTITIONS", "ASSIGNMENT", "MEMBER", "+INSTANCE", "+>EPOCH", "+TARGET", "+SUBSCRIPTION"];
    with_group.then_some("GROUP").into_iter().chain(titles).collect()
}

fn member_cells(member: &Member) -> Vec<Cell> {
    let or_dash = |text: Option<&str>| Cell::new(text.unwrap_or("-"));
    let wants: Vec<&str> = member.subscription.iter().map(String::as_str).chain(member.regex.as_deref()).collect();
    vec![
        member.client.as_str().into(),
        member.host.trim_start_matches('/').into(),
        Cell::count(member.assignment.len() as i64),
        tables::assignment(&member.assignment).into(),
        member.id.as_str().into(),
        or_dash(member.instance.as_deref()),
        member.epoch.map_or("-".into(), |epoch| epoch.to_string().into()),
        or_dash(member.target.as_deref().map(tables::assignment).as_deref()),
        wants.join(",").into(),
    ]
}
