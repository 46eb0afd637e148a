//! Where the application stands, and where it is to stand.

use std::collections::BTreeMap;

use super::options::To;
use crate::client::admin::TopicPartition;
use crate::client::admin::offsets::{Isolation, OffsetSpec};
use crate::client::{Client, Error};
use crate::commands::failure::Failure;
use crate::commands::groups::original::in_map_order;

/// Positions of partitions, and the bounds of their logs.
pub struct Positions {
    starts: BTreeMap<TopicPartition, i64>,
    ends: BTreeMap<TopicPartition, i64>,
    now: BTreeMap<TopicPartition, i64>,
}

impl Positions {
    /// Where the group is; without a commit, at the end, as a consumer without settings would begin.
    pub async fn of(
        client: &Client,
        group: &str,
        input: &[TopicPartition],
        intermediate: &[TopicPartition],
    ) -> Result<Self, Error> {
        let all: Vec<TopicPartition> = input.iter().chain(intermediate).cloned().collect();
        let group = [group.to_owned()];
        let (starts, ends, listed) = tokio::join!(
            ask(client, &all, OffsetSpec::Earliest),
            ask(client, &all, OffsetSpec::Latest),
            client.list_group_offsets(&group),
        );
        let committed = match listed?.into_iter().next() {
            Some((_, outcome)) => outcome?,
            None => BTreeMap::new(),
        };
        let (starts, ends) = (starts?, ends?);
        let now = all
            .into_iter()
            .map(|at| {
                let committed = committed.get(&at).and_then(Option::as_ref).map(|committed| committed.offset);
                let offset = committed.or_else(|| ends.get(&at).copied()).unwrap_or(0);
                (at, offset)
            })
            .collect();
        Ok(Self { starts, ends, now })
    }

    pub fn get(&self, at: &TopicPartition) -> i64 {
        self.now.get(at).copied().unwrap_or(0)
    }

    pub fn move_to_end(&mut self, partitions: &[TopicPartition]) {
        for at in partitions {
            self.now.insert(at.clone(), self.end(at));
        }
    }

    fn start(&self, at: &TopicPartition) -> i64 {
        self.starts.get(at).copied().unwrap_or(0)
    }

    fn end(&self, at: &TopicPartition) -> i64 {
        self.ends.get(at).copied().unwrap_or(0)
    }

    /// Moves the input partitions; gives the lines that the original prints meanwhile.
    pub async fn move_to(
        &mut self,
        client: &Client,
        input: &[TopicPartition],
        to: &To,
    ) -> Result<Vec<String>, Failure> {
        let mut remarks = Vec::new();
        match to {
            To::Earliest => input.iter().for_each(|at| {
                self.now.insert(at.clone(), self.start(at));
            }),
            To::Latest => self.move_to_end(input),
            To::Offset(offset) => {
                self.set_all(input.iter().map(|at| (at.clone(), *offset)).collect(), &mut remarks);
            }
            To::ShiftBy(by) => {
                let shifted = input.iter().map(|at| (at.clone(), self.get(at).saturating_add(*by))).collect();
                self.set_all(shifted, &mut remarks);
            }
            To::Plan(plan) => {
                let plan = plan.clone()?;
                if let Some(foreign) = plan.keys().find(|at| !input.contains(at)) {
                    return Err(Failure::new(format!("the plan names {foreign}, which is no input partition")));
                }
                if let Some(missing) = input.iter().find(|at| !plan.contains_key(at)) {
                    return Err(Failure::new(format!("the plan has no line for {missing}"))
                        .hint("it has to name every partition of the input topics"));
                }
                self.set_all(plan.into_iter().collect(), &mut remarks);
            }
            To::Moment(moment) => {
                let found = ask(client, input, OffsetSpec::At(moment.clone()?)).await?;
                for at in input {
                    let offset = found.get(at).copied().filter(|offset| *offset >= 0);
                    if offset.is_none() {
                        remarks.push(format!(
                            "Partition {} from topic {} is empty, without a committed record. Falling back to latest \
                             known offset.",
                            at.partition, at.topic
                        ));
                    }
                    self.now.insert(at.clone(), offset.unwrap_or_else(|| self.end(at)));
                }
            }
        }
        Ok(remarks)
    }

    /// Sets offsets, held within the logs; at a bound it is remarked as well, as in the original.
    fn set_all(&mut self, wanted: Vec<(TopicPartition, i64)>, remarks: &mut Vec<String>) {
        for (at, offset) in in_map_order(wanted, |(at, _)| at) {
            let (start, end) = (self.start(&at), self.end(&at));
            let kept = if offset >= end {
                remarks.push(format!("New offset ({offset}) is higher than latest offset. Value will be set to {end}"));
                end
            } else if offset <= start {
                remarks
                    .push(format!("New offset ({offset}) is lower than earliest offset. Value will be set to {start}"));
                start
            } else {
                offset
            };
            self.now.insert(at, kept);
        }
    }
}

async fn ask(
    client: &Client,
    partitions: &[TopicPartition],
    spec: OffsetSpec,
) -> Result<BTreeMap<TopicPartition, i64>, Error> {
    let asked: Vec<_> = partitions.iter().map(|at| (at.clone(), spec)).collect();
    let answers = client.list_offsets(&asked, Isolation::ReadUncommitted).await?;
    answers.into_iter().map(|(at, outcome)| Ok((at, outcome?.offset))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_at_a_bound_or_beyond_are_remarked() {
        let at = TopicPartition::new("in", 0);
        let one = |offset: i64| BTreeMap::from([(at.clone(), offset)]);
        let mut positions = Positions { starts: one(2), ends: one(9), now: one(5) };
        let mut set = |offset: i64| {
            let mut remarks = Vec::new();
            positions.set_all(vec![(at.clone(), offset)], &mut remarks);
            (positions.get(&at), remarks.pop())
        };
        assert_eq!(set(5), (5, None));
        let low = "New offset (2) is lower than earliest offset. Value will be set to 2";
        assert_eq!(set(2), (2, Some(low.into())));
        let high = "New offset (99) is higher than latest offset. Value will be set to 9";
        assert_eq!(set(99), (9, Some(high.into())));
    }
}
