//! The metadata as a tree of names, the original's: `/image` what the log says, `/local` about the program.

use std::collections::BTreeMap;

use super::text;
use crate::broker::controller::features::{METADATA_VERSION, version_name};
use crate::broker::controller::image::{Image, QuotaEntity, Topic};
use crate::output::record::java_number;

/// The release and commit that `/local` speaks of: the tree's shape is that release's.
const RELEASE: &str = "4.3.1";
const COMMIT: &str = "26b251a451ce941d";

/// What a directory's names are, for the original reads some of them as more than text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Names {
    Exact,
    /// `+1` and `01` are `1`.
    Numbers,
    /// A feature that is not there has level 0.
    Features,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    Dir(Names, BTreeMap<String, Node>),
    Leaf(String),
    /// A name without anything behind it: the original cannot find a quota whose entity has a default in it.
    Nothing,
}

impl Node {
    pub fn is_dir(&self) -> bool {
        matches!(self, Self::Dir(..))
    }

    /// The names in a directory, sorted.
    pub fn names(&self) -> Vec<&str> {
        match self {
            Self::Dir(_, children) => children.keys().map(String::as_str).collect(),
            _ => Vec::new(),
        }
    }

    pub fn child(&self, name: &str) -> Option<Node> {
        let Self::Dir(names, children) = self else { return None };
        let found = children.get(name).or_else(|| match names {
            Names::Numbers => children.get(&name.parse::<i32>().ok()?.to_string()),
            _ => None,
        });
        match found {
            Some(Self::Nothing) => None,
            Some(node) => Some(node.clone()),
            None if *names == Names::Features && name.starts_with(FINALIZED) => Some(Self::Leaf("0".into())),
            None => None,
        }
    }

    /// The node and everything below it, each level two blanks further in.
    pub fn print(&self, depth: usize, out: &mut String) {
        match self {
            Self::Dir(_, children) => {
                for (name, child) in children {
                    out.push_str(&format!("{:width$}{name}:\n", "", width = depth * 2));
                    child.print(depth + 1, out);
                }
            }
            Self::Leaf(text) => out.push_str(&format!("{:width$}{text}\n", "", width = depth * 2)),
            Self::Nothing => {}
        }
    }
}

const FINALIZED: &str = "finalized_";

fn dir(children: impl IntoIterator<Item = (impl Into<String>, Node)>) -> Node {
    of(Names::Exact, children)
}

fn of(names: Names, children: impl IntoIterator<Item = (impl Into<String>, Node)>) -> Node {
    Node::Dir(names, children.into_iter().map(|(name, node)| (name.into(), node)).collect())
}

fn leaf(text: impl ToString) -> Node {
    Node::Leaf(text.to_string())
}

/// Where the image comes from: the last batch of records that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Provenance {
    pub offset: i64,
    pub epoch: i32,
    pub time_ms: i64,
}

impl Provenance {
    /// Before anything is read.
    pub const NONE: Self = Self { offset: -1, epoch: -1, time_ms: -1 };
}

pub fn root(image: &Image, from: Provenance) -> Node {
    dir([("image", self::image(image, from)), ("local", dir([("version", leaf(RELEASE)), ("commitId", leaf(COMMIT))]))])
}

fn image(image: &Image, from: Provenance) -> Node {
    let provenance = format!("offset {}, epoch {}, time {}", from.offset, from.epoch, text::zoned(from.time_ms));
    let rules = image.acls.iter().map(|(id, acl)| (id.to_string(), leaf(text::rule(acl))));
    let brokers = image.brokers.iter().map(|(id, broker)| (id.to_string(), leaf(text::broker(broker))));
    let controllers = image.controllers.iter().map(|(id, c)| (id.to_string(), leaf(text::controller(c))));
    let tokens = image.tokens.iter().map(|(id, token)| (id.to_string(), leaf(text::token(token))));
    dir([
        ("provenance", Node::Leaf(provenance)),
        ("features", features(image)),
        ("cluster", dir([("brokers", of(Names::Numbers, brokers)), ("controllers", of(Names::Numbers, controllers))])),
        ("topics", topics(image)),
        ("configs", configs(image)),
        ("clientQuotas", quotas(image)),
        ("producerIds", dir([("nextProducerId", leaf(image.producer_ids.map_or(-1, |ids| ids.next)))])),
        ("acls", dir([("byId", dir(rules))])),
        ("scram", scram(image)),
        ("delegationToken", dir(tokens)),
    ])
}

fn features(image: &Image) -> Node {
    let level = image.is_bootstrapped().then(|| image.metadata_level());
    let version =
        level.and_then(version_name).map_or_else(|| "Optional.empty".to_owned(), |v| format!("Optional[{v}]"));
    let others = image.features.iter().filter(|(name, _)| &***name != METADATA_VERSION);
    let others = others.map(|(name, level)| (format!("{FINALIZED}{name}"), leaf(level)));
    of(Names::Features, others.chain([("metadataVersion".to_owned(), Node::Leaf(version))]))
}

fn topic(topic: &Topic) -> Node {
    let partitions = topic.partitions.iter().map(|p| (p.id.to_string(), leaf(text::partition(p))));
    of(Names::Numbers, partitions.chain([("id".into(), leaf(topic.id)), ("name".into(), leaf(&topic.name))]))
}

fn topics(image: &Image) -> Node {
    let by = |name: fn(&Topic) -> String| dir(image.topics.iter().map(move |t| (name(t), topic(t))));
    dir([("byId", by(|t| t.id.to_string())), ("byName", by(|t| t.name.to_string()))])
}

fn configs(image: &Image) -> Node {
    dir(image.configs.iter().map(|(resource, overrides)| {
        let kind = resource.kind.name();
        let name = if resource.name.is_empty() { kind.to_owned() } else { format!("{kind}:{}", resource.name) };
        (name, dir(overrides.iter().map(|(key, value)| (key.to_string(), leaf(value)))))
    }))
}

fn quotas(image: &Image) -> Node {
    dir(image.quotas.iter().map(|(entity, quotas)| {
        let has_default = entity.values().any(Option::is_none);
        let quotas = dir(quotas.iter().map(|(key, value)| (key.to_string(), leaf(java_number::double(*value)))));
        (entity_name(entity), if has_default { Node::Nothing } else { quotas })
    }))
}

/// `clientId(a)_user(b)`; a default has no part in the name.
fn entity_name(entity: &QuotaEntity) -> String {
    let escaped = |name: &str| name.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)");
    let part = |key: &str, shown: &str| {
        let name = entity.iter().find(|(kind, _)| &***kind == key)?.1.as_ref()?;
        Some(format!("{shown}({})", escaped(name)))
    };
    let parts = [part("client-id", "clientId"), part("ip", "ip"), part("user", "user")];
    parts.into_iter().flatten().collect::<Vec<_>>().join("_")
}

fn scram(image: &Image) -> Node {
    let users = |mechanism: i8| {
        let of_mechanism = image.scram.iter().filter(move |((_, m), _)| *m == mechanism);
        dir(of_mechanism.map(|((user, _), credential)| (user.to_string(), leaf(text::credential(credential)))))
    };
    dir([("SCRAM-SHA-256", users(1)), ("SCRAM-SHA-512", users(2))])
}
