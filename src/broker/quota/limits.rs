//! Which limit holds for a client: the most specific of those that are set (ClientQuotaManager).

use std::collections::{BTreeMap, HashMap};

use kt_codec::Str;

use super::Whom;
use crate::broker::controller::Image;
use crate::broker::controller::quotas::{CLIENT_ID, USER};

/// Who shares one measure.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Scope {
    User(Str),
    Client(Str),
    Both(Str, Str),
}

/// Whom an entity names: somebody, or everybody who has no entity of his own.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Who {
    Named(Str),
    Default,
}

/// An entity: a user, a client, or both.
type Entity = (Option<Who>, Option<Who>);

#[derive(Debug, Default)]
pub struct Limits {
    of: HashMap<Entity, BTreeMap<Str, f64>>,
}

impl Limits {
    /// Those of addresses are about connections, and not among them.
    pub fn of(image: &Image) -> Limits {
        let who = |name: &Option<Str>| name.clone().map_or(Who::Default, Who::Named);
        let mut limits = Limits::default();
        for (entity, quotas) in image.quotas.iter() {
            let (user, client) = (entity.get(USER).map(who), entity.get(CLIENT_ID).map(who));
            if user.is_some() || client.is_some() {
                limits.of.insert((user, client), quotas.clone());
            }
        }
        limits
    }

    pub fn is_empty(&self) -> bool {
        self.of.is_empty()
    }

    /// The limit for a client, and who shares it.
    pub fn find(&self, key: &str, whom: Whom<'_>) -> Option<(Scope, f64)> {
        let (user, client) = (Str::from(whom.user), Str::from(whom.client_id));
        let named = |name: &Str| Some(Who::Named(name.clone()));
        let default = || Some(Who::Default);
        let both = || Scope::Both(user.clone(), client.clone());
        let order: [(Entity, &dyn Fn() -> Scope); 8] = [
            ((named(&user), named(&client)), &both),
            ((named(&user), default()), &both),
            ((named(&user), None), &|| Scope::User(user.clone())),
            ((default(), named(&client)), &both),
            ((default(), default()), &both),
            ((default(), None), &|| Scope::User(user.clone())),
            ((None, named(&client)), &|| Scope::Client(client.clone())),
            ((None, default()), &|| Scope::Client(client.clone())),
        ];
        let mut found = order.iter().filter_map(|(entity, scope)| Some((scope, *self.of.get(entity)?.get(key)?)));
        found.next().map(|(scope, limit)| (scope(), limit))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_specific_limit_holds() {
        let who = |name: Option<&str>| match name {
            Some("*") => Some(Who::Default),
            name => name.map(|name| Who::Named(name.into())),
        };
        // From the strongest to the weakest.
        let entities = [
            (Some("a"), Some("x")),
            (Some("a"), Some("*")),
            (Some("a"), None),
            (Some("*"), Some("x")),
            (Some("*"), Some("*")),
            (Some("*"), None),
            (None, Some("x")),
            (None, Some("*")),
        ];
        let (user, client) = (|| Scope::User("a".into()), || Scope::Client("x".into()));
        let both = || Scope::Both("a".into(), "x".into());
        let scopes = [both(), both(), user(), both(), both(), user(), client(), client()];
        let whom = Whom { user: "a", client_id: "x" };
        for (first, scope) in scopes.into_iter().enumerate() {
            let mut limits = Limits::default();
            for (at, (user, client)) in entities.iter().enumerate().skip(first) {
                limits.of.insert((who(*user), who(*client)), [("k".into(), at as f64)].into());
            }
            assert_eq!(limits.find("k", whom), Some((scope, first as f64)));
            assert_eq!(limits.find("other", whom), None);
        }
        let stranger = Whom { user: "b", client_id: "y" };
        let limits = Limits { of: [((who(Some("a")), None), [("k".into(), 1.0)].into())].into() };
        assert_eq!(limits.find("k", stranger), None);
    }
}
