//! Which broker coordinates a group, for many groups at once, and the asking again while that changes.

use std::collections::BTreeMap;

use kt_codec::find_coordinator_request::FindCoordinatorRequest;
use tokio::time::{Instant, sleep};

use crate::client::admin::in_order;
use crate::client::error::{Error, Problem, Result};
use crate::client::fan;
use crate::client::route::{Client, CoordinatorKind, To};
use crate::protocol::code::ErrorCode;

impl Client {
    /// Runs `act` for the groups of each coordinator, all coordinators at once, and again for those groups whose
    /// coordinator was not the right one or not ready, as long as the settings allow.
    pub(super) async fn of_coordinators<T, F>(
        &self,
        asked: &[String],
        act: impl Fn(i32, Vec<String>) -> F,
    ) -> Result<Vec<(String, Result<T>)>>
    where
        F: Future<Output = Result<Vec<(String, Result<T>)>>>,
    {
        let limits = self.settings().limits;
        let until = Instant::now() + limits.patience;
        let mut pause = limits.backoff;
        let mut open: Vec<String> = Vec::new();
        for group in asked {
            if !open.contains(group) {
                open.push(group.clone());
            }
        }
        let mut done: Vec<(String, Result<T>)> = Vec::with_capacity(open.len());
        loop {
            let mut brokers: BTreeMap<i32, Vec<String>> = BTreeMap::new();
            let mut settled: Vec<(String, Result<T>)> = Vec::new();
            for (group, coordinator) in self.coordinators(&open).await? {
                match coordinator {
                    Ok(broker) => brokers.entry(broker).or_default().push(group),
                    Err(error) => settled.push((group, Err(error))),
                }
            }
            let acts = brokers.iter().map(|(broker, groups)| act(*broker, groups.clone()));
            for (answer, groups) in fan::all(acts).await.into_iter().zip(brokers.values()) {
                match answer {
                    Ok(outcomes) => settled.extend(outcomes),
                    Err(error) => settled.extend(groups.iter().map(|group| (group.clone(), Err(error.clone())))),
                }
            }
            open.clear();
            let time_is_left = Instant::now() + pause < until;
            for (group, outcome) in settled {
                match &outcome {
                    Err(error) if time_is_left && is_passing(error) => open.push(group),
                    _ => done.push((group, outcome)),
                }
            }
            if open.is_empty() {
                break;
            }
            sleep(pause).await;
            pause = (pause * 2).min(limits.backoff_max);
        }
        let missing = |group: &String| {
            let message = "The broker's answer does not mention it.";
            Err(Error::refused(ErrorCode::UNKNOWN_SERVER_ERROR, Some(message), format!("group {group}")))
        };
        let mut asked: Vec<String> = asked.to_vec();
        let mut seen = std::collections::HashSet::new();
        asked.retain(|group| seen.insert(group.clone()));
        Ok(in_order(&asked, done, missing))
    }

    /// As [`Client::of_coordinators`] for one group.
    pub(super) async fn of_coordinator<T, F>(&self, group: &str, act: impl Fn(i32) -> F) -> Result<T>
    where
        F: Future<Output = Result<T>>,
    {
        let one = [group.to_owned()];
        let answers = self
            .of_coordinators(&one, |broker, groups| {
                let answer = act(broker);
                async move { Ok(groups.into_iter().zip([answer.await]).collect()) }
            })
            .await?;
        answers.into_iter().next().map(|(_, outcome)| outcome).unwrap_or_else(|| {
            Err(Error::refused(ErrorCode::COORDINATOR_NOT_AVAILABLE, None, format!("group {group}")))
        })
    }

    /// The coordinators of groups: by one request where the broker takes several names (3.0 and later).
    async fn coordinators(&self, groups: &[String]) -> Result<Vec<(String, Result<i32>)>> {
        if groups.is_empty() {
            return Ok(Vec::new());
        }
        let several = self.versions(To::Any).await?.has::<FindCoordinatorRequest>(4);
        if !several {
            let asked = groups.iter().map(|group| self.coordinator(CoordinatorKind::Group, group));
            let answers = fan::all(asked).await;
            return Ok(groups.iter().cloned().zip(answers).collect());
        }
        let request = FindCoordinatorRequest {
            key_type: CoordinatorKind::Group as i8,
            coordinator_keys: groups.iter().map(|group| group.as_str().into()).collect(),
            ..FindCoordinatorRequest::default()
        };
        let response = self.send(To::Any, &request).await?;
        let answers = response.coordinators.into_iter().map(|found| {
            let outcome = match ErrorCode(found.error_code) {
                ErrorCode::NONE => Ok(found.node_id),
                code => {
                    let about = format!("the coordinator of group {}", found.key);
                    Err(Error::refused(code, found.error_message.as_deref(), about))
                }
            };
            (found.key.to_string(), outcome)
        });
        Ok(answers.collect())
    }
}

/// Whether a coordinator may know the group in a moment.
fn is_passing(error: &Error) -> bool {
    match error.problem() {
        Problem::Lost { .. } | Problem::NoBroker { .. } => true,
        _ => matches!(
            error.code(),
            Some(
                ErrorCode::NOT_COORDINATOR
                    | ErrorCode::COORDINATOR_NOT_AVAILABLE
                    | ErrorCode::COORDINATOR_LOAD_IN_PROGRESS
                    | ErrorCode::REBALANCE_IN_PROGRESS
            )
        ),
    }
}
