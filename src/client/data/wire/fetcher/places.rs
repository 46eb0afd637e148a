//! Which partitions are read, who leads them, and where reading begins.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, PoisonError};

use kt_codec::list_offsets_request::{ListOffsetsPartition, ListOffsetsRequest, ListOffsetsTopic};
use kt_codec::metadata_response::MetadataResponseTopic;
use kt_codec::{Str, Uuid};
use tokio::time::{Instant, timeout};

use super::super::cluster::ANSWER;
use super::{EARLIEST, Fetcher, LATEST, LOOK_AGAIN, LOOK_AGAIN_AT_MOST, OFFSETS_CAP, Place};
use crate::client::data::consume::{Reset, Start, Wanted};
use crate::client::data::fault::Fault;
use crate::protocol::code::ErrorCode;

impl Fetcher {
    pub(super) async fn look_around(&mut self) -> Result<(), Fault> {
        let names: Option<Vec<Str>> = match &self.settings.wanted {
            Wanted::Topic(name) | Wanted::Partition(name, _) => Some(vec![Str::from(name.as_str())]),
            Wanted::Pattern { .. } => None,
        };
        let create = self.settings.create_topics && names.is_some();
        let topics = match self.cluster.metadata(names.as_deref(), create).await {
            Ok(topics) => topics,
            Err(fault) if fault.is_passing() && self.looked => {
                self.say(format!("{fault}; trying again"));
                self.refresh_at = Instant::now() + self.settings.retry_backoff.max(LOOK_AGAIN);
                return Ok(());
            }
            Err(fault) => return Err(fault),
        };
        if names.is_none() {
            self.let_go_of_what_is_gone(&topics);
        }
        let mut complete = true;
        for topic in topics {
            let Some(name) = topic.name else { continue };
            if !self.is_wanted(&name, topic.is_internal) {
                continue;
            }
            let code = ErrorCode::from(topic.error_code);
            if code.is_error() {
                complete = false;
                self.topic_error(&name, code)?;
                continue;
            }
            let mut all_led = true;
            for partition in &topic.partitions {
                let leader = (partition.leader_id >= 0).then_some(partition.leader_id);
                all_led &= leader.is_some();
                self.place(&name, topic.topic_id, partition.partition_index, leader);
            }
            complete &= all_led;
            if let Wanted::Partition(_, wanted) = &self.settings.wanted {
                let wanted = *wanted;
                if !topic.partitions.iter().any(|p| p.partition_index == wanted) {
                    complete = false;
                    let count = topic.partitions.len();
                    self.say(format!(
                        "topic {name} has no partition {wanted} (it has {count}, counted from 0); waiting for it"
                    ));
                }
            }
        }
        self.looked = true;
        self.refresh_at = Instant::now()
            + if complete {
                self.look_again = LOOK_AGAIN;
                self.settings.metadata_max_age
            } else {
                self.look_again = (self.look_again * 2).min(LOOK_AGAIN_AT_MOST);
                self.look_again / 2
            };
        Ok(())
    }

    /// Of a pattern's topics one may be deleted: it is not asked for any more until it is there again.
    fn let_go_of_what_is_gone(&mut self, all: &[MetadataResponseTopic]) {
        let there: HashSet<&str> = all.iter().filter_map(|topic| topic.name.as_deref()).collect();
        let mut standings = self.standings.lock().unwrap_or_else(PoisonError::into_inner);
        for (at, place) in self.places.iter_mut().enumerate().filter(|(_, place)| !there.contains(&*place.topic)) {
            place.leader = None;
            standings.remove(&at);
        }
    }

    fn is_wanted(&self, name: &str, internal: bool) -> bool {
        match &self.settings.wanted {
            Wanted::Topic(wanted) | Wanted::Partition(wanted, _) => wanted == name,
            Wanted::Pattern { fits, internal: internal_too } => (*internal_too || !internal) && fits(name),
        }
    }

    fn topic_error(&mut self, name: &str, code: ErrorCode) -> Result<(), Fault> {
        let what = || format!("cannot read topic {name}");
        if code == ErrorCode::UNKNOWN_TOPIC_OR_PARTITION && !self.settings.must_exist {
            self.say(format!("topic {name} is not there; waiting for it"));
            return Ok(());
        }
        if code.is_retriable() && code != ErrorCode::UNKNOWN_TOPIC_OR_PARTITION {
            return Ok(());
        }
        Err(Fault::refused(code, what()))
    }

    fn place(&mut self, name: &Str, id: Uuid, partition: i32, leader: Option<i32>) {
        if matches!(&self.settings.wanted, Wanted::Partition(_, wanted) if *wanted != partition) {
            return;
        }
        let known = self.places.iter_mut().find(|place| place.partition == partition && place.topic == *name);
        if let Some(place) = known {
            place.leader = leader;
            // Old brokers tell no ids. What is to end somewhere ends there.
            let is_anew = id != Uuid::default() && std::mem::replace(&mut place.id, id) != id;
            if is_anew && self.settings.spans.is_some() && place.until.is_none() {
                (place.begin, place.next) = (Start::Earliest, None);
                self.say(format!("topic {name} was made anew; going on at its beginning"));
            }
            return;
        }
        let span = match &self.settings.spans {
            None => None,
            Some(spans) => match spans.list.iter().find(|span| span.partition == partition && *span.topic == **name) {
                Some(span) => Some((Start::Offset(span.from), span.until)),
                None if spans.others => Some((Start::Earliest, None)),
                None => return,
            },
        };
        let begin = match (span.map(|(start, _)| start).or(self.settings.start), self.settings.reset) {
            (Some(start), _) => start,
            (None, _) if self.looked => Start::Earliest,
            (None, Reset::Earliest) => Start::Earliest,
            (None, Reset::Latest | Reset::Fail) => Start::Latest,
        };
        let shown = self.places.iter().find(|place| place.topic == *name).map(|place| Arc::clone(&place.shown));
        self.places.push(Place {
            topic: name.clone(),
            id,
            shown: shown.unwrap_or_else(|| Arc::from(&name[..])),
            partition,
            leader,
            next: match begin {
                Start::Offset(offset) => Some(offset),
                _ => None,
            },
            holes: 0,
            until: span.and_then(|(_, until)| until),
            begin,
            bite: self.settings.partition_max_bytes,
            hold_until: None,
            under_way: false,
        });
    }

    /// Asks the leaders for the first offsets of the places that have none.
    pub(super) async fn find_offsets(&mut self) -> Result<(), Fault> {
        let now = Instant::now();
        let mut of_node: HashMap<i32, Vec<usize>> = HashMap::new();
        for (at, place) in self.places.iter().enumerate() {
            let held = place.hold_until.is_some_and(|hold| now < hold);
            if let (None, Some(leader), false) = (place.next, place.leader, held) {
                of_node.entry(leader).or_default().push(at);
            }
        }
        if of_node.is_empty() {
            return Ok(());
        }
        if self.settings.reset == Reset::Fail && self.settings.start.is_none() {
            return Err(Fault::Settings("there is no offset to begin from, and auto.offset.reset is none".to_owned()));
        }
        for (node, places) in of_node {
            let Some(link) = self.link(node).await? else { continue };
            let mut topics: Vec<ListOffsetsTopic> = Vec::new();
            for &at in &places {
                let place = &self.places[at];
                let timestamp = if place.begin == Start::Earliest { EARLIEST } else { LATEST };
                let partition = ListOffsetsPartition {
                    partition_index: place.partition,
                    current_leader_epoch: -1,
                    timestamp,
                    ..Default::default()
                };
                match topics.iter_mut().find(|topic| topic.name == place.topic) {
                    Some(topic) => topic.partitions.push(partition),
                    None => topics.push(ListOffsetsTopic {
                        name: place.topic.clone(),
                        partitions: vec![partition],
                        ..Default::default()
                    }),
                }
            }
            let request = ListOffsetsRequest {
                replica_id: -1,
                isolation_level: i8::from(self.settings.committed_only),
                topics,
                ..Default::default()
            };
            let answer = timeout(ANSWER, link.call(&request, OFFSETS_CAP)).await;
            let answer = answer.unwrap_or_else(|_| {
                Err(Fault::TimedOut { what: format!("{} does not tell the offsets in time", link.address()) })
            });
            match answer {
                Ok(answer) => {
                    for topic in answer.topics {
                        for partition in topic.partitions {
                            let at = places.iter().copied().find(|at| {
                                self.places[*at].partition == partition.partition_index
                                    && self.places[*at].topic == topic.name
                            });
                            if let Some(at) = at {
                                self.offset_found(at, ErrorCode::from(partition.error_code), partition.offset)?;
                            }
                        }
                    }
                }
                Err(fault) if fault.is_passing() => {
                    self.cluster.drop_link(node);
                    self.hold(&places, self.settings.retry_backoff);
                    self.refresh_at = Instant::now();
                    self.say(format!("{fault}; trying again"));
                }
                Err(fault) => return Err(fault),
            }
        }
        Ok(())
    }

    fn offset_found(&mut self, at: usize, code: ErrorCode, offset: i64) -> Result<(), Fault> {
        if code.is_none() && offset >= 0 {
            self.places[at].next = Some(offset);
            return Ok(());
        }
        if code.is_error() && !code.is_retriable() {
            let place = &self.places[at];
            let what = format!("cannot read {}[{}]", place.topic, place.partition);
            return Err(Fault::refused(code, what));
        }
        if code.is_stale_metadata() {
            self.refresh_at = Instant::now();
        }
        self.hold(&[at], self.settings.retry_backoff);
        Ok(())
    }
}
