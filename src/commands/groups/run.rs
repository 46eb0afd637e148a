//! Carrying out what was asked of groups.

use std::time::Duration;

use super::{Action, Which, delete, describe, list, peek, reset, watch};
use crate::client::admin::groups::Wanted;
use crate::client::{Client, Error};
use crate::commands::context::Context;
use crate::commands::failure::{Exit, Failure};
use crate::commands::suggest;
use crate::protocol::code::ErrorCode;

pub fn run(action: Action, cx: &mut Context) -> Result<(), Failure> {
    run_within(action, cx, None)
}

/// With the original's --timeout, in ms.
pub fn run_within(action: Action, cx: &mut Context, timeout: Option<u64>) -> Result<(), Failure> {
    let client = client(cx, timeout)?;
    match action {
        Action::List(wanted) => list::list(wanted, &client, cx),
        Action::Describe(wanted) => describe::describe(wanted, &client, cx),
        Action::Reset(wanted) => reset::reset(wanted, &client, cx),
        Action::Delete { which, preview } => delete::groups(&which, preview, &client, cx),
        Action::DeleteOffsets { group, topics, preview } => delete::offsets(&group, &topics, preview, &client, cx),
        Action::Watch(wanted) => watch::watch(&wanted, &client, cx),
        Action::Peek(wanted) => peek::peek(&wanted, &client, cx),
        Action::Clone { from, to, topics } => reset::clone(&from, &to, &topics, &client, cx),
    }
}

/// A client for one run; the original makes it within its `try`, and so prints what it says.
pub fn client(cx: &Context, timeout: Option<u64>) -> Result<Client, Failure> {
    let within = |failure: Failure| match failure.message() {
        "Failed to create new KafkaAdminClient" => failure.kafka("Failed to create new KafkaAdminClient"),
        _ => failure,
    };
    let settings = cx.settings().map_err(within)?;
    Ok(Client::new(match timeout {
        Some(ms) => settings.with_timeout(Duration::from_millis(ms)),
        None => settings,
    }))
}

/// The names of groups. Those of a pattern are looked up; the original's --all-groups means consumer groups.
pub async fn names(client: &Client, which: &Which) -> Result<Vec<String>, Failure> {
    let listed = |error: Error| super::original::Thrown::Runtime.by(error);
    match which {
        Which::Named(names) => Ok(names.clone()),
        Which::All => {
            let all = client.list_groups(&Wanted::consumers()).await.map_err(listed)?;
            Ok(super::original::names_in_order(all.into_iter().map(|listing| listing.group).collect()))
        }
        Which::Matching(pattern) => {
            if let Some(plain) = pattern.plain() {
                return Ok(vec![plain.to_owned()]);
            }
            let all = client.list_groups(&Wanted::consumers()).await.map_err(listed)?;
            let mut names: Vec<String> = all.iter().map(|listing| listing.group.clone()).collect();
            names.sort();
            let found: Vec<String> = names.iter().filter(|name| pattern.matches(name)).cloned().collect();
            if !found.is_empty() {
                return Ok(found);
            }
            // A name with a dot in it is a pattern that nothing matches.
            let asked = pattern.as_str();
            let near = suggest::nearest(asked, names.iter().map(String::as_str));
            Err(Failure::new(format!("there is no group {asked}"))
                .code(ErrorCode::GROUP_ID_NOT_FOUND.name())
                .exit(Exit::NotFound)
                .hint_if_any(near.map(|name| format!("did you mean   {name} ?")))
                .hint("kt groups list   shows all of them"))
        }
    }
}

/// For a name that no group has: the one that may have been meant.
pub async fn similar(client: &Client, group: &str) -> Option<String> {
    let listed = client.list_groups(&Wanted::default()).await.unwrap_or_default();
    match listed.iter().any(|listing| listing.group == group) {
        true => None,
        false => suggest::hint(group, listed.iter().map(|listing| &*listing.group)),
    }
}

/// A group that must be without members, and is not: who they are.
pub async fn occupied(client: &Client, group: &str, error: Error) -> Failure {
    let described = client.describe_consumer_groups(&[group.to_owned()]).await.unwrap_or_default();
    let failure = Failure::from(error);
    match described.into_iter().next().and_then(|(_, outcome)| outcome.ok()) {
        Some(description) => inhabited(&description, failure),
        None => failure,
    }
}

/// Names the members of a group that should have none.
pub fn inhabited(description: &crate::client::admin::groups::Description, failure: Failure) -> Failure {
    /// More would not be read.
    const SHOWN: usize = 5;
    let members = description.members.iter().map(|member| {
        let host = member.host.trim_start_matches('/');
        format!("{} at {host}", member.client)
    });
    let mut failure = members.take(SHOWN).fold(failure, Failure::because);
    if description.members.len() > SHOWN {
        failure = failure.because(format!("and {} more", description.members.len() - SHOWN));
    }
    let failure = failure.code(ErrorCode::NON_EMPTY_GROUP.name()).exit(Exit::Conflict);
    failure.hint("stop them first; a killed one is gone after its session timeout")
}
