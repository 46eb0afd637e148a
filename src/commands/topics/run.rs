//! Carrying out what is to be done with topics.

use super::{Action, Create};
use crate::commands::context::Context;
use crate::commands::failure::Failure;

pub fn run(action: Action, cx: &mut Context) -> Result<(), Failure> {
    if let Action::Create(create) = &action {
        check_locally(create, cx)?;
    }
    Err(cx.no_client_yet())
}

/// What the original checks before it asks the cluster.
fn check_locally(create: &Create, cx: &mut Context) -> Result<(), Failure> {
    if create.name.contains(['.', '_']) {
        cx.warning(
            "WARNING: Due to limitations in metric names, topics with a period ('.') or underscore ('_') could collide. \
             To avoid issues it is best to use either, but not both.",
            "names with a '.' and names with a '_' in the same place collide; better use one of them only",
        )?;
    }
    if create.replication_factor.is_some_and(|factor| !(1..=i32::from(i16::MAX)).contains(&factor)) {
        let sentence = format!("The replication factor must be between 1 and {} inclusive", i16::MAX);
        return Err(Failure::usage(sentence.clone()).kafka(sentence));
    }
    if create.partitions.is_some_and(|partitions| partitions < 1) {
        let sentence = "The partitions must be greater than 0";
        return Err(Failure::usage(sentence).kafka(sentence));
    }
    Ok(())
}
