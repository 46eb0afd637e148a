//! A topic of our own: made for one call and deleted at its end.

use crate::client::admin::topics::NewTopic;
use crate::client::{Client, Result};
use crate::protocol::code::ErrorCode;

pub async fn make(client: &Client, topic: &str, partitions: i32) -> Result<()> {
    let new = NewTopic { name: topic.to_owned(), partitions: Some(partitions), ..NewTopic::default() };
    let made = client.create_topics(&[new], false).await?;
    made.into_iter().try_for_each(|(_, outcome)| outcome.map(drop))
}

/// Also in a protected context: it was made by this very call, so nothing of anybody's is destroyed.
pub async fn remove(client: &Client, topic: &str) -> Result<()> {
    client.settings().guard.open();
    let gone = client.delete_topics(&[topic.to_owned()]).await?;
    gone.into_iter().try_for_each(|(_, outcome)| match outcome {
        // It never came into being.
        Err(error) if error.code() == Some(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION) => Ok(()),
        outcome => outcome,
    })
}
