//! The description of topics: the original's text, and kt's screen.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use super::Filters;
use crate::commands::apply;
use crate::commands::configs::change;
use crate::output::human;
use crate::output::kafka::joined;
use crate::output::paint::Tone;
use crate::output::report::{Report, Screen};
use crate::output::sink::Sink;
use crate::output::table::{Cell, Table};

/// One topic as the cluster describes it.
#[derive(Clone, Debug, Default)]
pub struct Topic {
    pub name: String,
    /// Brokers before 2.8 give none.
    pub id: Option<String>,
    pub internal: bool,
    /// In the order of their numbers.
    pub partitions: Vec<Partition>,
    /// In the broker's order.
    pub settings: Vec<Setting>,
    /// What the leaders' replicas take on disk, where it was asked for and all of them told.
    pub bytes: Option<u64>,
}

#[derive(Clone, Debug, Default)]
pub struct Partition {
    pub number: i32,
    pub leader: Option<i32>,
    pub replicas: Vec<i32>,
    pub isr: Vec<i32>,
    /// Eligible leader replicas; a broker that does not speak of them gives none.
    pub elr: Option<Vec<i32>>,
    pub last_known_elr: Option<Vec<i32>>,
    pub moving: Option<Moving>,
    /// First and next offset, where they were asked for.
    pub offsets: Option<(i64, i64)>,
    /// The newest record's time, in ms since 1970; none where there is no record, or an old broker cannot tell.
    pub last_write: Option<i64>,
}

/// A reassignment under way.
#[derive(Clone, Debug, Default)]
pub struct Moving {
    pub adding: Vec<i32>,
    pub removing: Vec<i32>,
    pub replicas: Vec<i32>,
}

#[derive(Clone, Debug)]
pub struct Setting {
    pub name: String,
    pub value: Option<String>,
    pub is_default: bool,
    /// The topic says so itself.
    pub of_topic: bool,
    /// What would hold if the topic did not say so, where it was asked for.
    pub otherwise: Option<String>,
}

/// Topics, and what of them is to be shown.
pub struct Description {
    pub topics: Vec<Topic>,
    pub filters: Filters,
    pub live: BTreeSet<i32>,
    /// Topics whose settings this user may not see.
    pub unseen: Vec<String>,
    /// In ms since 1970.
    pub now: i64,
}

impl Partition {
    /// During a move the replicas that are being added do not count.
    fn replication_factor(&self) -> usize {
        match &self.moving {
            Some(moving)
                if self.replicas.iter().any(|id| moving.adding.contains(id) || moving.removing.contains(id)) =>
            {
                moving.replicas.len().saturating_sub(moving.adding.len())
            }
            _ => self.replicas.len(),
        }
    }

    fn is_under_replicated(&self) -> bool {
        self.isr.len() < self.replication_factor()
    }
}

impl Topic {
    fn min_isr(&self) -> usize {
        let setting = self.settings.iter().find(|setting| setting.name == "min.insync.replicas");
        setting.and_then(|setting| setting.value.as_ref()?.parse().ok()).unwrap_or(1)
    }

    fn own_settings(&self) -> impl Iterator<Item = &Setting> {
        self.settings.iter().filter(|setting| !setting.is_default)
    }

    fn own_settings_by_name(&self) -> Vec<&Setting> {
        let mut settings: Vec<&Setting> = self.own_settings().collect();
        settings.sort_by(|one, other| one.name.cmp(&other.name));
        settings
    }

    fn replication_factor(&self) -> usize {
        self.partitions.first().map_or(0, Partition::replication_factor)
    }

    pub fn last_write(&self) -> Option<i64> {
        self.partitions.iter().filter_map(|partition| partition.last_write).max()
    }

    fn messages(&self) -> Option<i64> {
        self.partitions.iter().map(|partition| partition.offsets.map(|(start, end)| end - start)).sum()
    }
}

impl Description {
    /// Whether a topic's own line is shown.
    fn shows(&self, topic: &Topic) -> bool {
        !self.filters.by_state() && (!self.filters.with_overrides || topic.own_settings().next().is_some())
    }

    fn partitions<'a>(&'a self, topic: &'a Topic) -> impl Iterator<Item = &'a Partition> {
        let all = !self.filters.by_state();
        let wanted = move |partition: &&Partition| all || self.is_in_wanted_state(topic, partition);
        topic.partitions.iter().filter(move |_| !self.filters.with_overrides).filter(wanted)
    }

    fn is_in_wanted_state(&self, topic: &Topic, partition: &Partition) -> bool {
        let filters = self.filters;
        let (in_sync, least) = (partition.isr.len(), topic.min_isr());
        filters.under_replicated && partition.is_under_replicated()
            || filters.unavailable && partition.leader.is_none_or(|leader| !self.live.contains(&leader))
            || filters.under_min_isr && (partition.leader.is_none() || in_sync < least)
            || filters.at_min_isr && in_sync == least
    }

    fn row(&self, partition: &Partition) -> Vec<Cell> {
        let leader = match partition.leader {
            Some(leader) if self.live.contains(&leader) => Cell::new(leader.to_string()),
            Some(leader) => Cell::new(format!("{leader} (gone)")).tone(Tone::Bad),
            None => Cell::new("none").tone(Tone::Bad),
        };
        let isr = Cell::new(joined(&partition.isr));
        let isr = if partition.is_under_replicated() { isr.tone(Tone::Warn) } else { isr };
        vec![partition.number.to_string().into(), leader, joined(&partition.replicas).into(), isr]
    }
}

impl Report for Description {
    fn kafka(&self, out: &mut Sink) -> io::Result<()> {
        for topic in &self.topics {
            if self.shows(topic) {
                write!(out, "Topic: {}", topic.name)?;
                if let Some(id) = &topic.id {
                    write!(out, "\tTopicId: {id}")?;
                }
                let settings: Vec<String> = topic
                    .own_settings()
                    .map(|setting| format!("{}={}", setting.name, setting.value.as_deref().unwrap_or("null")))
                    .collect();
                writeln!(
                    out,
                    "\tPartitionCount: {}\tReplicationFactor: {}\tConfigs: {}",
                    topic.partitions.len(),
                    topic.replication_factor(),
                    settings.join(",")
                )?;
            }
            for partition in self.partitions(topic) {
                kafka_line(out, topic, partition)?;
            }
        }
        Ok(())
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&["TOPIC", ">PARTITION", ">LEADER", "REPLICAS", "ISR"]);
        for topic in &self.topics {
            for partition in self.partitions(topic) {
                table.row([Cell::new(&*topic.name)].into_iter().chain(self.row(partition)));
            }
        }
        table
    }

    /// As `kt apply` reads it.
    fn yaml(&self) -> Option<serde_json::Value> {
        let of_topic = |topic: &&Topic| {
            let own = topic.settings.iter().filter(|setting| setting.of_topic);
            let config: BTreeMap<String, String> =
                own.filter_map(|setting| Some((setting.name.clone(), setting.value.clone()?))).collect();
            apply::as_file(topic.partitions.len(), topic.replication_factor(), &config)
        };
        let shown = self.topics.iter().filter(|topic| self.shows(topic));
        let topics: serde_json::Map<_, _> = shown.map(|topic| (topic.name.clone(), of_topic(&topic))).collect();
        (!self.filters.by_state()).then(|| serde_json::json!({ "topics": topics }))
    }

    fn screen(&self, screen: &mut Screen<'_>) -> io::Result<()> {
        if self.filters.by_state() {
            return screen.table(&self.table());
        }
        let shown: Vec<&Topic> = self.topics.iter().filter(|topic| self.shows(topic)).collect();
        for (index, topic) in shown.iter().enumerate() {
            if index > 0 {
                screen.line("")?;
            }
            self.topic_block(topic, screen)?;
        }
        Ok(())
    }
}

impl Description {
    fn topic_block(&self, topic: &Topic, screen: &mut Screen<'_>) -> io::Result<()> {
        let mut facts = vec![screen.paint(Tone::Bold, &topic.name)];
        facts.extend(topic.id.as_ref().map(|id| format!("id {id}")));
        facts.push(human::several(topic.partitions.len(), "partition"));
        facts.push(human::several(topic.replication_factor(), "replica"));
        facts.extend(topic.messages().map(|number| human::several(usize::try_from(number).unwrap_or(0), "message")));
        facts.extend(topic.bytes.map(human::size));
        facts.extend(topic.internal.then(|| "internal".to_owned()));
        screen.line(facts.join(" · "))?;
        // Units are for eyes: what a script finds can be set again.
        let eyes = screen.is_terminal();
        for setting in topic.own_settings_by_name() {
            let shown = |value: &str| if eyes { change::with_unit(&setting.name, value) } else { value.to_owned() };
            let otherwise = setting.otherwise.as_ref().filter(|otherwise| setting.value.as_ref() != Some(otherwise));
            let otherwise = otherwise.map_or(String::new(), |value| format!("   default {}", shown(value)));
            let value = setting.value.as_deref().map_or("(hidden)".to_owned(), shown);
            screen.line(format!("  {}={value}{}", setting.name, screen.paint(Tone::Dim, &otherwise)))?;
        }
        if self.filters.with_overrides {
            return Ok(());
        }
        let with_offsets = topic.partitions.iter().all(|partition| partition.offsets.is_some());
        let mut titles = vec![">PARTITION", ">LEADER", "REPLICAS", "ISR"];
        if with_offsets {
            titles.extend([">START", ">END", ">MESSAGES"]);
        }
        let with_times = with_offsets && topic.last_write().is_some();
        if with_times {
            titles.push("LAST WRITE");
        }
        let mut table = Table::new(&titles);
        for partition in self.partitions(topic) {
            let mut row = self.row(partition);
            if let Some((start, end)) = partition.offsets.filter(|_| with_offsets) {
                row.extend([Cell::count(start), Cell::count(end), Cell::count(end - start)]);
            }
            if with_times {
                row.push(partition.last_write.map_or("-".to_owned(), |then| human::ago(then, self.now)).into());
            }
            table.row(row);
        }
        screen.aligned(&table)
    }
}

fn kafka_line(out: &mut Sink, topic: &Topic, partition: &Partition) -> io::Result<()> {
    let leader = partition.leader.map_or("none".to_owned(), |id| id.to_string());
    write!(
        out,
        "\tTopic: {}\tPartition: {}\tLeader: {leader}\tReplicas: {}\tIsr: {}",
        topic.name,
        partition.number,
        joined(&partition.replicas),
        joined(&partition.isr)
    )?;
    if let Some(moving) = &partition.moving {
        write!(out, "\tAdding Replicas: {}\tRemoving Replicas: {}", joined(&moving.adding), joined(&moving.removing))?;
    }
    let or_unknown = |ids: &Option<Vec<i32>>| ids.as_ref().map_or("N/A".to_owned(), |ids| joined(ids));
    writeln!(out, "\tElr: {}\tLastKnownElr: {}", or_unknown(&partition.elr), or_unknown(&partition.last_known_elr))
}

impl Serialize for Description {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        for topic in &self.topics {
            let partitions: Vec<&Partition> = self.partitions(topic).collect();
            if self.shows(topic) || !partitions.is_empty() {
                list.serialize_element(&OfTopic { topic, partitions })?;
            }
        }
        list.end()
    }
}

/// A topic with the partitions that are wanted.
struct OfTopic<'a> {
    topic: &'a Topic,
    partitions: Vec<&'a Partition>,
}

impl Serialize for OfTopic<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let topic = self.topic;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("topic", &topic.name)?;
        map.serialize_entry("id", &topic.id)?;
        map.serialize_entry("internal", &topic.internal)?;
        map.serialize_entry("replicationFactor", &topic.replication_factor())?;
        let settings = topic.own_settings_by_name().into_iter();
        let settings: serde_json::Map<String, serde_json::Value> =
            settings.map(|setting| (setting.name.clone(), setting.value.clone().into())).collect();
        if topic.partitions.iter().all(|partition| partition.offsets.is_some()) {
            map.serialize_entry("messages", &topic.messages())?;
            map.serialize_entry("bytes", &topic.bytes)?;
            map.serialize_entry("lastWrite", &topic.last_write().map(human::iso))?;
        }
        map.serialize_entry("configs", &settings)?;
        map.serialize_entry("partitions", &self.partitions)?;
        map.end()
    }
}

impl Serialize for Partition {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("partition", &self.number)?;
        map.serialize_entry("leader", &self.leader)?;
        map.serialize_entry("replicas", &self.replicas)?;
        map.serialize_entry("isr", &self.isr)?;
        map.serialize_entry("elr", &self.elr)?;
        map.serialize_entry("lastKnownElr", &self.last_known_elr)?;
        if let Some(moving) = &self.moving {
            map.serialize_entry("adding", &moving.adding)?;
            map.serialize_entry("removing", &moving.removing)?;
        }
        if let Some((start, end)) = self.offsets {
            map.serialize_entry("start", &start)?;
            map.serialize_entry("end", &end)?;
            map.serialize_entry("messages", &(end - start))?;
            map.serialize_entry("lastWrite", &self.last_write.map(human::iso))?;
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn partition(number: i32) -> Partition {
        Partition {
            number,
            leader: Some(1),
            replicas: vec![1],
            isr: vec![1],
            elr: Some(vec![]),
            last_known_elr: Some(vec![]),
            ..Partition::default()
        }
    }

    fn setting(name: &str, value: &str, is_default: bool) -> Setting {
        Setting { name: name.into(), value: Some(value.into()), is_default, of_topic: !is_default, otherwise: None }
    }

    fn topic(name: &str, partitions: Vec<Partition>, settings: Vec<Setting>) -> Topic {
        Topic { name: name.into(), id: Some("ID".into()), internal: false, partitions, settings, bytes: None }
    }

    fn text(topics: Vec<Topic>, filters: Filters) -> String {
        let mut out = Sink::memory();
        Description { topics, filters, live: BTreeSet::from([1]), unseen: Vec::new(), now: 0 }.kafka(&mut out).unwrap();
        out.into_text()
    }

    fn tuned() -> Topic {
        let settings = vec![
            setting("min.insync.replicas", "1", false),
            setting("retention.ms", "604800000", true),
            setting("segment.bytes", "1048576", false),
        ];
        topic("three", vec![partition(0), partition(1)], settings)
    }

    #[test]
    fn the_originals_text_names_settings_that_are_not_the_default() {
        assert_eq!(
            text(vec![tuned()], Filters::default()),
            "Topic: three\tTopicId: ID\tPartitionCount: 2\tReplicationFactor: 1\tConfigs: \
             min.insync.replicas=1,segment.bytes=1048576\n\
             \tTopic: three\tPartition: 0\tLeader: 1\tReplicas: 1\tIsr: 1\tElr: \tLastKnownElr: \n\
             \tTopic: three\tPartition: 1\tLeader: 1\tReplicas: 1\tIsr: 1\tElr: \tLastKnownElr: \n"
        );
    }

    #[test]
    fn a_cluster_without_eligible_leaders_and_a_partition_without_leader() {
        let lost = Partition { leader: None, isr: vec![], elr: None, last_known_elr: None, ..partition(0) };
        let old = Topic { id: None, ..topic("old", vec![lost], vec![]) };
        assert_eq!(
            text(vec![old], Filters::default()),
            "Topic: old\tPartitionCount: 1\tReplicationFactor: 1\tConfigs: \n\
             \tTopic: old\tPartition: 0\tLeader: none\tReplicas: 1\tIsr: \tElr: N/A\tLastKnownElr: N/A\n"
        );
    }

    #[test]
    fn a_move_under_way_is_named_and_its_new_replicas_do_not_count() {
        let moving = Moving { adding: vec![2], removing: vec![], replicas: vec![1, 2] };
        let partition = Partition { replicas: vec![1, 2], moving: Some(moving), ..partition(0) };
        let described = text(vec![topic("t", vec![partition.clone()], vec![])], Filters::default());
        assert!(described.contains("ReplicationFactor: 1\t"), "{described}");
        assert!(described.contains("\tIsr: 1\tAdding Replicas: 2\tRemoving Replicas: \tElr: "), "{described}");
        assert!(!partition.is_under_replicated());
    }

    #[test]
    fn each_filter_shows_its_partitions_only() {
        let sick = Partition { replicas: vec![1, 2], ..partition(0) };
        let lost = Partition { leader: None, ..partition(1) };
        let gone = Partition { leader: Some(9), isr: vec![1, 9], replicas: vec![1, 9], ..partition(2) };
        let strict = vec![setting("min.insync.replicas", "2", false)];
        let topics = || vec![topic("t", vec![sick.clone(), lost.clone(), gone.clone()], strict.clone())];
        let numbers = |filters: Filters| {
            let text = text(topics(), filters);
            assert!(!text.starts_with("Topic:"), "no line of the topic itself: {text}");
            let number = |line: &str| line.split("Partition: ").nth(1).unwrap().split('\t').next().unwrap().to_owned();
            text.lines().map(number).collect::<Vec<_>>().join(" ")
        };
        let none = Filters::default();
        assert_eq!(numbers(Filters { under_replicated: true, ..none }), "0");
        assert_eq!(numbers(Filters { unavailable: true, ..none }), "1 2");
        assert_eq!(numbers(Filters { under_min_isr: true, ..none }), "0 1");
        assert_eq!(numbers(Filters { at_min_isr: true, ..none }), "2");
    }

    #[test]
    fn topics_with_overrides_are_lines_of_topics_only() {
        let filters = Filters { with_overrides: true, ..Filters::default() };
        let plain = topic("plain", vec![partition(0)], vec![setting("retention.ms", "1", true)]);
        let described = text(vec![plain, tuned()], filters);
        assert_eq!(described.lines().count(), 1);
        assert!(described.starts_with("Topic: three\t"));
    }

    #[test]
    fn json_has_all_of_it() {
        let live = BTreeSet::from([1]);
        let description =
            Description { topics: vec![tuned()], filters: Filters::default(), live, unseen: Vec::new(), now: 0 };
        let value = serde_json::to_value(&description).unwrap();
        assert_eq!(value[0]["topic"], "three");
        assert_eq!(value[0]["configs"]["segment.bytes"], "1048576");
        assert_eq!(value[0]["partitions"][1]["isr"], serde_json::json!([1]));
    }
}
