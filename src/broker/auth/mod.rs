//! Who may do what: the authorizer of a broker that has one (`authorizer.class.name`).
//!
//! [`decide`] is the decision, a pure function of rules and question, as the original's StandardAuthorizer makes it;
//! [`Authorizer`] holds the rules of the current metadata, indexed, and what the configuration says of superusers. A
//! broker without an authorizer lets everybody do everything, and refuses to keep rules that nobody would follow.

mod rules;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use arc_swap::ArcSwap;
use kt_codec::Uuid;

pub use rules::{Rules, Verdict, decide};

use super::controller::record::AccessControlEntryRecord;
use crate::config::broker::BrokerConfig;
use crate::protocol::acl::{Operation, ResourceKind};

type Stored = BTreeMap<Uuid, AccessControlEntryRecord>;

pub struct Authorizer {
    super_users: BTreeSet<String>,
    /// What holds for a resource without any rule (`allow.everyone.if.no.acl.found`).
    open: bool,
    rules: ArcSwap<Rules>,
}

/// Who asks: the principal, and the address he comes from.
#[derive(Debug, Clone, Copy)]
pub struct Who<'a> {
    /// `User:alice`
    pub principal: &'a str,
    pub host: &'a str,
}

impl Authorizer {
    /// The authorizer that the configuration asks for, if it does.
    pub fn of(config: &BrokerConfig, stored: &Stored) -> Option<Authorizer> {
        config.authorizer.then(|| Authorizer {
            super_users: config.super_users.iter().cloned().collect(),
            open: config.allow_everyone_if_no_acl_found,
            rules: ArcSwap::from_pointee(Rules::of(stored)),
        })
    }

    /// The rules have changed.
    pub fn follow(&self, before: &Arc<Stored>, after: &Arc<Stored>) {
        if !Arc::ptr_eq(before, after) {
            self.rules.store(Arc::new(Rules::of(after)));
        }
    }

    pub fn allows(&self, who: Who<'_>, operation: Operation, kind: ResourceKind, name: &str) -> bool {
        let verdict = if self.super_users.contains(who.principal) {
            Verdict::Allowed
        } else {
            decide(&self.rules.load(), self.open, who, operation, kind, name)
        };
        if verdict == Verdict::Denied {
            tracing::debug!(
                target: "kafka.authorizer.logger",
                "Principal = {} is Denied operation = {} from host = {} on resource = {}:LITERAL:{name}",
                who.principal, operation.java(), who.host, kind.word(),
            );
        }
        verdict == Verdict::Allowed
    }

    /// Whether there is any resource of this kind on which the operation is allowed (KIP-679).
    pub fn allows_some(&self, who: Who<'_>, operation: Operation, kind: ResourceKind) -> bool {
        self.super_users.contains(who.principal) || self.rules.load().allow_some(self.open, who, operation, kind)
    }
}
