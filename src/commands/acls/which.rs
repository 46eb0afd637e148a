//! What rules are about, as it is written: `topic/orders`, `group/app-*`, `cluster`.

use crate::client::Client;
use crate::client::admin::acls::{Resource, ResourceFilter};
use crate::client::admin::groups::Wanted;
use crate::commands::failure::Failure;
use crate::commands::suggest;
use crate::protocol::acl::{CLUSTER_NAME, Pattern, ResourceKind, WILDCARD};

const WORDS: [(&str, ResourceKind); 5] = [
    ("topic", ResourceKind::Topic),
    ("group", ResourceKind::Group),
    ("txn", ResourceKind::TransactionalId),
    ("token", ResourceKind::DelegationToken),
    ("user", ResourceKind::User),
];

pub const WHAT: &str = "topic/NAME, group/NAME, txn/ID, token/ID, user/PRINCIPAL or cluster; a star at the end stands for \
                    all names that begin so, alone for all";

pub fn resource(text: &str) -> Result<Resource, Failure> {
    if text == "cluster" {
        let name = CLUSTER_NAME.to_owned();
        return Ok(Resource { kind: ResourceKind::Cluster, name, pattern: Pattern::Literal });
    }
    let meant = || match text.split_once('/') {
        None => Some(format!("topic/{text}")),
        Some((word, name)) => {
            let near = suggest::nearest(word, WORDS.iter().map(|(known, _)| *known))?;
            (near != word).then(|| format!("{near}/{name}"))
        }
    };
    let wrong = || {
        let failure = Failure::usage(format!("'{text}' is nothing that rules are about"));
        failure.hint_if_any(meant().map(|line| format!("did you mean   {line} ?"))).hint(WHAT)
    };
    let (word, name) = text.split_once('/').ok_or_else(wrong)?;
    let (_, kind) = WORDS.iter().find(|(known, _)| *known == word).ok_or_else(wrong)?;
    let (name, pattern) = match name.strip_suffix(WILDCARD) {
        Some("") => (WILDCARD, Pattern::Literal),
        Some(beginning) => (beginning, Pattern::Prefixed),
        None => (name, Pattern::Literal),
    };
    if name.is_empty() {
        return Err(wrong());
    }
    Ok(Resource { kind: *kind, name: name.to_owned(), pattern })
}

/// For a question: a name without a kind is a topic's.
pub fn or_topic(text: &str) -> Result<Resource, Failure> {
    resource(&if is_bare(text) { format!("topic/{text}") } else { text.to_owned() })
}

/// For a rule: a name without a kind is a topic's if there is such a topic, and no group of that name.
pub async fn or_known_topic(client: &Client, text: &str) -> Result<Resource, Failure> {
    if !is_bare(text) {
        return resource(text);
    }
    let is_topic = client.all_topics().await?.iter().any(|topic| topic.name == text);
    let is_group = client.list_groups(&Wanted::default()).await?.iter().any(|group| group.group == text);
    resource(&if is_topic && !is_group { format!("topic/{text}") } else { text.to_owned() })
}

/// For a search: also a kind alone (`topic`), or a name alone, of whatever kind. `exactly`: rules of just this pattern,
/// and not all that hold for the name.
pub fn filter(text: &str, exactly: bool) -> Result<ResourceFilter, Failure> {
    let pattern = if exactly { Pattern::Any } else { Pattern::Match };
    if let Some((_, kind)) = WORDS.iter().find(|(word, _)| *word == text) {
        return Ok(ResourceFilter { kind: *kind, name: None, pattern: Pattern::Any });
    }
    if is_bare(text) && !exactly {
        return Ok(ResourceFilter { kind: ResourceKind::Any, name: Some(text.to_owned()), pattern });
    }
    let Resource { kind, name, pattern: meant } = resource(text)?;
    Ok(ResourceFilter { kind, name: Some(name), pattern: if exactly { meant } else { pattern } })
}

fn is_bare(text: &str) -> bool {
    !text.contains(['/', '*']) && text != "cluster" && !WORDS.iter().any(|(word, _)| *word == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_alone_is_a_topic_where_nothing_is_granted_by_it() {
        let of = |found: Result<Resource, Failure>| found.map(|it| (it.kind, it.name, it.pattern)).ok();
        let topic = |name: &str, pattern| Some((ResourceKind::Topic, name.to_owned(), pattern));
        assert_eq!(of(or_topic("orders")), topic("orders", Pattern::Literal));
        assert_eq!(of(or_topic("topic/app-*")), topic("app-", Pattern::Prefixed));
        assert_eq!(of(resource("orders")), None);
        assert_eq!(of(or_topic("topic")), None, "a kind, whose name was forgotten");
        assert_eq!(of(or_topic("cluster")).map(|(kind, ..)| kind), Some(ResourceKind::Cluster));
    }

    #[test]
    fn a_search_may_be_for_a_kind_or_for_a_name_of_any_kind() {
        let of = |text, exactly| filter(text, exactly).map(|it| (it.kind, it.name, it.pattern)).ok();
        let name = |name: &str| Some(name.to_owned());
        assert_eq!(of("group", false), Some((ResourceKind::Group, None, Pattern::Any)));
        assert_eq!(of("orders", false), Some((ResourceKind::Any, name("orders"), Pattern::Match)));
        assert_eq!(of("orders", true), None, "what is removed is named in full");
        assert_eq!(of("topic/a*", true), Some((ResourceKind::Topic, name("a"), Pattern::Prefixed)));
        assert_eq!(of("topic/a", false), Some((ResourceKind::Topic, name("a"), Pattern::Match)));
    }
}
