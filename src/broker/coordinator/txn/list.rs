//! ListTransactions and DescribeTransactions: what the coordinator knows, filtered.

use std::collections::HashSet;
use std::sync::Arc;

use fancy_regex::Regex;
use kt_codec::Str;
use kt_codec::list_transactions_request::ListTransactionsRequest;

use super::state::{State, Txn};
use crate::broker::Broker;
use crate::protocol::code::ErrorCode;

/// What a list is restricted to.
pub struct Filter {
    producer_ids: HashSet<i64>,
    /// `None` for all of them; names that only the original has match nothing.
    states: Option<HashSet<&'static str>>,
    longer_than_ms: i64,
    pattern: Option<Regex>,
}

impl Filter {
    /// The filter, and the names in it that are no states.
    pub fn of(request: &ListTransactionsRequest) -> Result<(Filter, Vec<Str>), ErrorCode> {
        let unknown = request.state_filters.iter().filter(|name| !State::is_name(name)).cloned().collect();
        let states = State::ALL.into_iter().map(State::name);
        let named = states.filter(|name| request.state_filters.iter().any(|f| **f == **name)).collect();
        let pattern = match request.transactional_id_pattern.as_deref() {
            None | Some("") => None,
            // The whole id has to match.
            Some(p) => {
                let whole = Regex::new(&format!("^(?:{p})$"));
                Some(whole.map_err(|_| ErrorCode::INVALID_REGULAR_EXPRESSION)?)
            }
        };
        let filter = Filter {
            producer_ids: request.producer_id_filters.iter().copied().collect(),
            states: (!request.state_filters.is_empty()).then_some(named),
            longer_than_ms: request.duration_filter,
            pattern,
        };
        Ok((filter, unknown))
    }

    fn takes(&self, id: &str, txn: &Txn, now_ms: i64) -> bool {
        let producer = self.producer_ids.is_empty() || self.producer_ids.contains(&txn.producer_id);
        let state = self.states.as_ref().is_none_or(|states| states.contains(txn.state.name()));
        let long = self.longer_than_ms < 0 || now_ms.saturating_sub(txn.start_ms) > self.longer_than_ms;
        // A pattern that gives up on an id does not match it.
        let named = self.pattern.as_ref().is_none_or(|p| p.is_match(id).unwrap_or(false));
        producer && state && long && named
    }
}

/// All that match, by id.
pub async fn list(broker: &Arc<Broker>, filter: &Filter) -> Result<Vec<(Str, Txn)>, ErrorCode> {
    let now_ms = broker.clock.now_ms();
    let found = broker.coordinators.txns.each(|_, shard| {
        let matching = shard.iter().filter(|(id, txn)| filter.takes(id, txn, now_ms));
        matching.map(|(id, txn)| (id.clone(), txn.clone())).collect::<Vec<_>>()
    });
    let mut all: Vec<(Str, Txn)> = found.await?.into_iter().flatten().collect();
    all.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(all)
}

pub async fn describe(broker: &Arc<Broker>, id: &Str) -> Result<Txn, ErrorCode> {
    if id.is_empty() {
        return Err(ErrorCode::INVALID_REQUEST);
    }
    let txns = &broker.coordinators.txns;
    let shard = txns.shard_of(id)?;
    let found = txns.read(shard, |shard| shard.get(id).cloned()).await?;
    found.ok_or(ErrorCode::TRANSACTIONAL_ID_NOT_FOUND)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn txn(producer_id: i64, state: State, start_ms: i64) -> Txn {
        Txn {
            producer_id,
            previous_producer_id: -1,
            next_producer_id: -1,
            epoch: 0,
            last_epoch: -1,
            timeout_ms: 1,
            state,
            partitions: Default::default(),
            start_ms,
            updated_ms: 0,
            client_version: 0,
        }
    }

    fn matching(request: ListTransactionsRequest) -> Vec<&'static str> {
        let (filter, _) = Filter::of(&request).unwrap();
        let known = [
            ("orders-1", txn(1, State::Ongoing, 100)),
            ("orders-2", txn(2, State::Empty, -1)),
            ("bills", txn(3, State::CompleteCommit, 900)),
        ];
        known.iter().filter(|(id, t)| filter.takes(id, t, 1_000)).map(|(id, _)| *id).collect()
    }

    #[test]
    fn filters_restrict_together() {
        let all = || ListTransactionsRequest { duration_filter: -1, ..Default::default() };
        let with = |change: fn(&mut ListTransactionsRequest)| {
            let mut request = all();
            change(&mut request);
            matching(request)
        };
        assert_eq!(matching(all()), ["orders-1", "orders-2", "bills"]);
        assert_eq!(with(|r| r.state_filters = vec!["Ongoing".into(), "Empty".into()]), ["orders-1", "orders-2"]);
        assert_eq!(with(|r| r.state_filters = vec!["Dead".into()]), [""; 0]);
        assert_eq!(with(|r| r.state_filters = vec!["Nonsense".into()]), [""; 0]);
        assert_eq!(with(|r| r.producer_id_filters = vec![3, 4]), ["bills"]);
        assert_eq!(with(|r| r.duration_filter = 99), ["orders-1", "orders-2", "bills"]);
        assert_eq!(with(|r| r.duration_filter = 100), ["orders-1", "orders-2"]);
        assert_eq!(with(|r| r.transactional_id_pattern = Some("orders-.*".into())), ["orders-1", "orders-2"]);
        assert_eq!(with(|r| r.transactional_id_pattern = Some("orders".into())), [""; 0]);
        assert_eq!(with(|r| r.transactional_id_pattern = Some("a|bills".into())), ["bills"]);
    }

    #[test]
    fn unknown_states_are_named_and_broken_patterns_refused() {
        let states = vec!["Ongoing".into(), "Going".into(), "Dead".into()];
        let request = ListTransactionsRequest { state_filters: states, ..Default::default() };
        assert_eq!(Filter::of(&request).unwrap().1, ["Going"]);
        let request = ListTransactionsRequest { transactional_id_pattern: Some("(".into()), ..Default::default() };
        assert_eq!(Filter::of(&request).err(), Some(ErrorCode::INVALID_REGULAR_EXPRESSION));
    }
}
