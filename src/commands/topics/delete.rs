//! Deleting topics: what is lost and who reads it, the question, and whether a client makes the topic again at once.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use kt_codec::Uuid;

use super::Named;
use super::changed::Deleted;
use super::run::{apart, last_writes, offsets, select};
use crate::client::Client;
use crate::client::admin::configs::{Detail, Resource, ResourceKind};
use crate::client::admin::groups::{Description, Wanted};
use crate::client::admin::topics::Topic;
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::commands::groups::collect;
use crate::commands::groups::plan::now_ms;
use crate::output::human;

/// Of more groups nobody is asked whether they read a topic.
const GROUPS: usize = 500;
/// So many of them are named.
const NAMED: usize = 5;
/// How long a topic is watched that somebody uses, and one that nobody seems to use.
const IN_USE: Duration = Duration::from_secs(1);
const UNUSED: Duration = Duration::from_millis(100);
const LOOK_AGAIN: Duration = Duration::from_millis(20);
/// A topic that was written to so shortly ago has a producer, which may well go on.
const JUST_WRITTEN_MS: i64 = 10_000;
/// Whether clients make topics by asking for them.
const AUTO_CREATE: &str = "auto.create.topics.enable";

pub fn delete(named: &Named, preview: bool, cx: &mut Context) -> Result<(), Failure> {
    let client = cx.client()?;
    let topics = cx.block_on(select(&client, named))??;
    if topics.is_empty() {
        return Ok(());
    }
    let names: Vec<String> = topics.iter().map(|topic| topic.name.clone()).collect();
    let use_made = match preview {
        true => {
            let found = cx.block_on(Use::of(&client, &topics))??;
            ask(&topics, &found, cx)?;
            Some(found)
        }
        false => None,
    };
    let answers = cx.block_on(client.delete_topics(&names))??;
    let deleted_at = Instant::now();
    let (done, failed) = apart(answers);
    if !done.is_empty() {
        cx.report(&Deleted { topics: done.clone() })?;
    }
    if let Some(found) = use_made.filter(|found| found.auto_create != Some(false)) {
        std::io::Write::flush(&mut cx.out)?;
        let gone: Vec<(&str, Uuid)> = topics
            .iter()
            .filter(|topic| done.contains(&topic.name) && topic.id != Uuid::ZERO)
            .map(|topic| (&*topic.name, topic.id))
            .collect();
        for (name, after) in cx.stream(async |_| back(&client, &gone, deleted_at, found.patience()).await)? {
            cx.warning("", &found.comeback(&name, after))?;
        }
    }
    Failure::several(failed, !done.is_empty()).map_or(Ok(()), Err)
}

/// What is known about topics and their users before they go.
struct Use {
    messages: i64,
    last_write: Option<i64>,
    now: i64,
    /// Groups that read one of them or have read it.
    readers: Vec<Description>,
    /// There are more groups than were asked.
    more_groups: bool,
    /// As far as a broker tells.
    auto_create: Option<bool>,
}

impl Use {
    async fn of(client: &Client, topics: &[Topic]) -> Result<Use, Failure> {
        let (offsets, writes, readers, auto_create) = tokio::join!(
            offsets(client, topics),
            last_writes(client, topics),
            readers(client, topics),
            auto_create(client)
        );
        let (readers, more_groups) = readers;
        Ok(Use {
            messages: offsets?.values().map(|(start, end)| end - start).sum(),
            last_write: writes?.into_values().max(),
            now: now_ms(),
            readers,
            more_groups,
            auto_create,
        })
    }

    fn was_just_written(&self) -> bool {
        self.last_write.is_some_and(|then| (0..JUST_WRITTEN_MS).contains(&(self.now - then)))
    }

    fn patience(&self) -> Duration {
        let in_use = self.was_just_written() || self.readers.iter().any(|group| !group.members.is_empty());
        if in_use { IN_USE } else { UNUSED }
    }

    fn last_write(&self) -> String {
        self.last_write.map_or(String::new(), |then| format!(", last write {}", human::ago(then, self.now)))
    }

    fn read_by(&self) -> Option<String> {
        let one = |group: &Description| match group.members.len() {
            0 => format!("{} ({})", group.group, group.state),
            members => format!("{} ({}, {})", group.group, group.state, human::several(members, "member")),
        };
        let mut all: Vec<String> = self.readers.iter().take(NAMED).map(one).collect();
        if self.readers.len() > NAMED {
            all.push(format!("{} more", self.readers.len() - NAMED));
        }
        if self.more_groups {
            all.push(format!("perhaps others: only {GROUPS} groups were looked at"));
        }
        (!all.is_empty()).then(|| format!("  read by: {}", all.join(", ")))
    }

    /// A topic that is there again, and why, as far as that can be known.
    fn comeback(&self, name: &str, after: Duration) -> String {
        let members = self.readers.iter().flat_map(|group| &group.members);
        let members: Vec<String> = members
            .take(NAMED)
            .map(|member| format!("{} at {}", member.client, member.host.trim_start_matches('/')))
            .collect();
        let who = match &members[..] {
            [] if self.was_just_written() => "; somebody wrote to it just before".to_owned(),
            [] => String::new(),
            members => format!("; it was being read by {}", members.join(", ")),
        };
        let why = match self.auto_create {
            Some(_) => format!("{AUTO_CREATE}=true lets a client that still asks for it make it again{who}"),
            None => format!("somebody made it again{who} ({AUTO_CREATE} could not be read)"),
        };
        let after = human::duration(u64::try_from(after.as_millis()).unwrap_or(u64::MAX));
        format!("{name} is back after {after}, empty: {why}")
    }
}

fn ask(topics: &[Topic], found: &Use, cx: &mut Context) -> Result<(), Failure> {
    let lost = human::several(usize::try_from(found.messages).unwrap_or(0), "message");
    let last_write = found.last_write();
    let (what, question, answer) = if let [one] = topics {
        let partitions = human::several(one.partitions.len(), "partition");
        let what = format!("topic {}: {partitions}, {lost}{last_write}", one.name);
        (what, "Type the topic's name to delete it", one.name.clone())
    } else {
        let names: Vec<&str> = topics.iter().map(|topic| &*topic.name).collect();
        let what = format!("{} with {lost}{last_write}: {}", human::several(topics.len(), "topic"), names.join(", "));
        (what, "Type their number to delete them", topics.len().to_string())
    };
    cx.preview(&what);
    if let Some(read_by) = found.read_by() {
        cx.preview(&read_by);
    }
    cx.stop_if_dry_run(|| Deleted { topics: topics.iter().map(|topic| topic.name.clone()).collect() })?;
    cx.confirm_by_name(&format!("This cannot be undone. {question}"), &answer)
}

/// The groups that have committed for one of these topics or are reading it. Whoever may not look at groups hears of none.
async fn readers(client: &Client, topics: &[Topic]) -> (Vec<Description>, bool) {
    let listed = client.list_groups(&Wanted::consumers()).await.unwrap_or_default();
    let mut names: Vec<String> = listed.into_iter().map(|listing| listing.group).collect();
    names.sort();
    let more = names.len() > GROUPS;
    names.truncate(GROUPS);
    let gathered = collect::gather(client, &names).await.unwrap_or_default();
    let is_one = |name: &str| topics.iter().any(|topic| topic.name == name);
    let reads = |one: &collect::Gathered| {
        let subscribed = || one.description.members.iter().flat_map(|member| &member.subscription);
        collect::partitions(one).any(|at| is_one(&at.topic)) || subscribed().any(|name| is_one(name))
    };
    let all = gathered.into_iter().filter_map(|(_, one)| one.ok()).filter(reads);
    (all.map(|one| one.description).collect(), more)
}

async fn auto_create(client: &Client) -> Option<bool> {
    let broker = client.cluster().await.ok()?.ids().first()?.to_string();
    let asked = [Resource::new(ResourceKind::Broker, broker)];
    let (_, entries) = client.describe_configs(&asked, Detail::default()).await.ok()?.pop()?;
    let value = entries.ok()?.into_iter().find(|entry| entry.name == AUTO_CREATE)?.value?;
    value.parse().ok()
}

/// Which topics are there again under new ids, and how soon.
async fn back(client: &Client, gone: &[(&str, Uuid)], since: Instant, patience: Duration) -> Vec<(String, Duration)> {
    let mut found: BTreeMap<String, Duration> = BTreeMap::new();
    let names: Vec<String> = gone.iter().map(|(name, _)| (*name).to_owned()).collect();
    while found.len() < gone.len() {
        // A broker that cannot be asked any more tells nothing; the deletion is done all the same.
        let Ok(described) = client.describe_topics(&names, false).await else { break };
        for (topic, (name, old)) in described.into_iter().map(|(_, outcome)| outcome).zip(gone) {
            if topic.is_ok_and(|topic| topic.id != *old) {
                found.entry((*name).to_owned()).or_insert_with(|| since.elapsed());
            }
        }
        if since.elapsed() >= patience {
            break;
        }
        tokio::time::sleep(LOOK_AGAIN).await;
    }
    found.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::client::admin::groups::State;
    use crate::commands::groups::collect::tests::{group, member};

    fn used(readers: Vec<Description>, last_write: Option<i64>, auto_create: Option<bool>) -> Use {
        Use { messages: 3, last_write, now: 1_000_000, readers, more_groups: false, auto_create }
    }

    #[test]
    fn who_reads_a_topic_is_named_with_state_and_members() {
        let live = group(State::Stable, vec![member("a", &["t-0"]), member("b", &["t-1"])]);
        let idle = Description { group: "mailer".into(), ..group(State::Empty, Vec::new()) };
        let found = used(vec![live, idle], Some(996_000), Some(true));
        assert_eq!(found.read_by().unwrap(), "  read by: billing (Stable, 2 members), mailer (Empty)");
        assert_eq!(found.last_write(), ", last write 4 s ago");
        let many: Vec<Description> = (0..7).map(|_| group(State::Empty, Vec::new())).collect();
        assert!(used(many, None, None).read_by().unwrap().ends_with(", 2 more"));
        assert_eq!(used(Vec::new(), None, None).read_by(), None);
    }

    #[test]
    fn a_topic_is_watched_longer_where_somebody_uses_it() {
        let live = || vec![group(State::Stable, vec![member("a", &["t-0"])])];
        assert_eq!(used(live(), None, None).patience(), IN_USE);
        assert_eq!(used(Vec::new(), Some(995_000), None).patience(), IN_USE, "a producer");
        assert_eq!(used(Vec::new(), Some(900_000), None).patience(), UNUSED);
        assert_eq!(used(vec![group(State::Empty, Vec::new())], None, None).patience(), UNUSED);
    }

    #[test]
    fn a_topic_that_is_back_is_told_with_its_reason() {
        let live = vec![group(State::Stable, vec![member("a", &["t-0"])])];
        assert_eq!(
            used(live, None, Some(true)).comeback("t", Duration::from_millis(800)),
            "t is back after 800 ms, empty: auto.create.topics.enable=true lets a client that still asks for it make it \
             again; it was being read by client-a at 10.0.0.7"
        );
        assert_eq!(
            used(Vec::new(), Some(999_000), None).comeback("t", Duration::from_millis(30)),
            "t is back after 30 ms, empty: somebody made it again; somebody wrote to it just before \
             (auto.create.topics.enable could not be read)"
        );
    }
}
