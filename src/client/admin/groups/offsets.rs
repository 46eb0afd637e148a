//! What groups have committed.

use std::collections::BTreeMap;

use kt_codec::offset_fetch_request::{OffsetFetchRequest, OffsetFetchRequestGroup};

use crate::client::admin::TopicPartition;
use crate::client::error::{Error, Result};
use crate::client::fan;
use crate::client::route::{Client, To};
use crate::protocol::code::ErrorCode;

/// The newest version that names topics; after it they have ids alone, which mean nothing once a topic is gone.
const BY_NAME: i16 = 9;
/// The first version that takes several groups.
const SEVERAL: i16 = 8;

/// An offset a group has committed: the next record it will read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Committed {
    pub offset: i64,
    pub leader_epoch: Option<i32>,
    pub metadata: String,
}

/// By partition. `None`: the broker names the partition, and nothing is committed for it.
pub type Offsets = BTreeMap<TopicPartition, Option<Committed>>;

impl Client {
    /// All offsets of groups. A group that nobody knows has none.
    pub async fn list_group_offsets(&self, groups: &[String]) -> Result<Vec<(String, Result<Offsets>)>> {
        let listed = self.of_coordinators(groups, |broker, groups| self.offsets_of_groups(broker, groups)).await;
        listed.map_err(|error| error.during("listConsumerGroupOffsets(api=FIND_COORDINATOR)"))
    }

    async fn offsets_of_groups(&self, broker: i32, groups: Vec<String>) -> Result<Vec<(String, Result<Offsets>)>> {
        let to = To::Broker(broker);
        if !self.versions(to).await?.has::<OffsetFetchRequest>(SEVERAL) {
            let one = async |group: String| {
                let request =
                    |_| OffsetFetchRequest { group_id: group.as_str().into(), topics: None, ..Default::default() };
                let outcome = match self.send_with(to, request).await {
                    Ok(response) => {
                        let found = response.topics.iter().flat_map(|topic| {
                            topic.partitions.iter().map(|p| {
                                let at = TopicPartition::new(&*topic.name, p.partition_index);
                                let metadata = p.metadata.as_deref();
                                (at, p.error_code, p.committed_offset, p.committed_leader_epoch, metadata)
                            })
                        });
                        checked(response.error_code, &group).map(|()| offsets(found))
                    }
                    Err(error) => Err(error),
                };
                (group, outcome)
            };
            return Ok(fan::all(groups.into_iter().map(one)).await);
        }
        let request = |_| OffsetFetchRequest {
            groups: groups
                .iter()
                .map(|group| OffsetFetchRequestGroup {
                    group_id: group.as_str().into(),
                    member_epoch: -1,
                    topics: None,
                    ..Default::default()
                })
                .collect(),
            ..Default::default()
        };
        let response = self.send_up_to(to, BY_NAME, request).await?;
        let answers = response.groups.into_iter().map(|group| {
            let name = group.group_id.to_string();
            let found = group.topics.iter().flat_map(|topic| {
                topic.partitions.iter().map(|p| {
                    let at = TopicPartition::new(&*topic.name, p.partition_index);
                    (at, p.error_code, p.committed_offset, p.committed_leader_epoch, p.metadata.as_deref())
                })
            });
            let outcome = checked(group.error_code, &name).map(|()| offsets(found));
            (name, outcome)
        });
        Ok(answers.collect())
    }
}

fn checked(code: i16, group: &str) -> Result<()> {
    ErrorCode(code).ok().map_err(|code| Error::refused(code, None, format!("group {group}")))
}

/// A partition with an error is left out, as the original does.
fn offsets<'a>(found: impl Iterator<Item = (TopicPartition, i16, i64, i32, Option<&'a str>)>) -> Offsets {
    let good = found.filter(|(_, code, ..)| *code == 0);
    good.map(|(at, _, offset, leader_epoch, metadata)| {
        let committed = Committed {
            offset,
            leader_epoch: (leader_epoch >= 0).then_some(leader_epoch),
            metadata: metadata.unwrap_or_default().to_owned(),
        };
        (at, (offset >= 0).then_some(committed))
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_negative_offset_is_no_commit_and_an_error_is_left_out() {
        let at = |partition| TopicPartition::new("t", partition);
        let found = [(at(0), 0, 7, -1, Some("m")), (at(1), 0, -1, 3, None), (at(2), 29, 5, 0, None)];
        let committed = Committed { offset: 7, leader_epoch: None, metadata: "m".into() };
        assert_eq!(offsets(found.into_iter()), BTreeMap::from([(at(0), Some(committed)), (at(1), None)]));
    }
}
