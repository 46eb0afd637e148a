//! "Did you mean": the nearest of the known words. It is only ever shown, never executed.

use super::failure::{Exit, Failure};
use crate::client::Client;
use crate::protocol::code::ErrorCode;

/// The word nearest to `wrong`, if one is near enough to be a slip of the fingers.
pub fn nearest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wrong = wrong.to_ascii_lowercase();
    known
        .into_iter()
        .map(|word| (strsim::jaro_winkler(&wrong, &word.to_ascii_lowercase()), word))
        .filter(|(likeness, _)| *likeness > 0.8)
        // Of equals the first: what is needed most stands in front.
        .reduce(|best, one| if one.0 > best.0 { one } else { best })
        .map(|(_, word)| word)
}

/// The hint of a failure about a name that nobody knows.
pub fn hint<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(wrong, known).map(|name| format!("did you mean   {name} ?"))
}

/// The hint of a failure about a topic that is not there; none where the topics may not be seen.
pub async fn topic(client: &Client, wrong: &str) -> Option<String> {
    let all = client.list_topics().await.ok()?;
    hint(wrong, all.iter().map(|topic| &*topic.name))
}

/// A failure about a topic that is not there, in kt's words and with the topic that may have been meant. Any other failure
/// stays as it is.
pub async fn about_topic(client: &Client, failure: Failure, name: &str) -> Failure {
    if !failure.has_code(ErrorCode::UNKNOWN_TOPIC_OR_PARTITION) {
        return failure;
    }
    let Ok(all) = client.list_topics().await else { return failure };
    if all.iter().any(|topic| topic.name == name) {
        return failure; // it is the partition that is not there
    }
    let near = hint(name, all.iter().map(|topic| &*topic.name));
    failure.in_words(format!("there is no topic {name}")).exit(Exit::NotFound).hint_if_any(near)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_recognised_and_another_word_is_not() {
        let known = ["topics", "groups", "configs", "consume"];
        assert_eq!(nearest("topcis", known), Some("topics"));
        assert_eq!(nearest("Group", known), Some("groups"));
        assert_eq!(nearest("zebra", known), None);
        assert_eq!(nearest("lst", ["list", "last"]), Some("list"));
    }
}
