//! The rules, indexed by what they are about, and the decision.
//!
//! All rules for a resource count: those with its very name, with a beginning of it (PREFIXED), and with `*`. One that
//! denies wins over all that allow; if no rule is for the resource at all, the broker's default holds; if there are some
//! and none allows, the answer is no (StandardAuthorizerData).

use std::collections::{BTreeMap, HashMap};

use super::{Stored, Who};
use crate::broker::controller::record::AccessControlEntryRecord;
use crate::protocol::acl::{ANYBODY, Operation, Pattern, Permission, ResourceKind, WILDCARD};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Allowed,
    Denied,
}

#[derive(Debug, Clone, PartialEq)]
struct Rule {
    principal: String,
    host: String,
    operation: Operation,
    permission: Permission,
}

#[derive(Debug, Default)]
pub struct Rules {
    of_kind: HashMap<ResourceKind, OfKind>,
}

#[derive(Debug, Default)]
struct OfKind {
    literal: HashMap<String, Vec<Rule>>,
    /// By the beginning of names. Ordered, so that the candidates for a name are found by its own beginnings.
    prefixed: BTreeMap<String, Vec<Rule>>,
    /// The lengths that beginnings have, shortest first: at most as many lookups as there are.
    lengths: Vec<usize>,
}

impl Rules {
    /// Rules of kinds, patterns or operations that are not known match nothing, as nothing can be asked about them.
    pub fn of(stored: &Stored) -> Rules {
        let mut rules = Rules::default();
        for entry in stored.values() {
            let (Some(kind), Some(rule)) = (ResourceKind::from_number(entry.resource_type), Rule::of(entry)) else {
                continue;
            };
            let of_kind = rules.of_kind.entry(kind).or_default();
            let name = entry.resource_name.to_string();
            match Pattern::from_number(entry.pattern_type) {
                Some(Pattern::Literal) => of_kind.literal.entry(name).or_default().push(rule),
                Some(Pattern::Prefixed) => of_kind.prefixed.entry(name).or_default().push(rule),
                _ => {}
            }
        }
        for of_kind in rules.of_kind.values_mut() {
            of_kind.lengths = of_kind.prefixed.keys().map(String::len).collect();
            of_kind.lengths.sort_unstable();
            of_kind.lengths.dedup();
        }
        rules
    }

    /// All rules for a resource.
    fn matching<'a>(&'a self, kind: ResourceKind, name: &'a str) -> impl Iterator<Item = &'a Rule> {
        let of_kind = self.of_kind.get(&kind);
        of_kind.into_iter().flat_map(move |of_kind| {
            let exact = of_kind.literal.get(name);
            let any = (name != WILDCARD).then(|| of_kind.literal.get(WILDCARD)).flatten();
            let beginnings =
                of_kind.lengths.iter().filter_map(move |length| of_kind.prefixed.get(name.get(..*length)?));
            exact.into_iter().chain(any).chain(beginnings).flatten()
        })
    }

    /// Whether some resource of the kind is open to the operation: one rule allows it, and no rule denies all that the
    /// rule allows. As the original, a denial counts if it is for the same name or beginning, a shorter beginning, or `*`.
    pub fn allow_some(&self, open: bool, who: Who<'_>, operation: Operation, kind: ResourceKind) -> bool {
        let none = OfKind::default();
        let of_kind = self.of_kind.get(&kind).unwrap_or(&none);
        let concerns = |rule: &Rule, permission| rule.permission == permission && rule.concerns(who, operation);
        let any = |rules: &Vec<Rule>, permission| rules.iter().any(|rule| concerns(rule, permission));
        let denied_all = of_kind.literal.get(WILDCARD).is_some_and(|rules| any(rules, Permission::Deny));
        if denied_all {
            return false;
        }
        let denied_beginning = |name: &str| {
            let shorter = of_kind.lengths.iter().filter_map(|length| of_kind.prefixed.get(name.get(..*length)?));
            shorter.into_iter().any(|rules| any(rules, Permission::Deny))
        };
        let literal = of_kind.literal.iter().any(|(name, rules)| {
            any(rules, Permission::Allow) && !any(rules, Permission::Deny) && !denied_beginning(name)
        });
        let prefixed =
            || of_kind.prefixed.iter().any(|(name, rules)| any(rules, Permission::Allow) && !denied_beginning(name));
        open || literal || prefixed()
    }
}

impl Rule {
    fn of(entry: &AccessControlEntryRecord) -> Option<Rule> {
        Some(Rule {
            principal: entry.principal.to_string(),
            host: entry.host.to_string(),
            operation: Operation::from_number(entry.operation)?,
            permission: Permission::from_number(entry.permission_type)?,
        })
    }

    /// Whether the rule is about this person at this host doing this.
    fn concerns(&self, who: Who<'_>, operation: Operation) -> bool {
        (self.principal == who.principal || self.principal == ANYBODY)
            && (self.host == WILDCARD || self.host == who.host)
            && self.covers(operation)
    }

    /// To allow reading, writing, deleting or altering is to allow describing; to deny them is not to deny that.
    fn covers(&self, operation: Operation) -> bool {
        use Operation::*;
        if self.operation == All || self.operation == operation {
            return true;
        }
        self.permission == Permission::Allow
            && match operation {
                Describe => matches!(self.operation, Read | Write | Delete | Alter),
                DescribeConfigs => self.operation == AlterConfigs,
                _ => false,
            }
    }
}

/// Whether somebody may do something to a resource. `open`: what holds where no rule is about the resource.
pub fn decide(
    rules: &Rules,
    open: bool,
    who: Who<'_>,
    operation: Operation,
    kind: ResourceKind,
    name: &str,
) -> Verdict {
    let (mut any, mut allowed) = (false, false);
    for rule in rules.matching(kind, name) {
        any = true;
        if rule.concerns(who, operation) {
            match rule.permission {
                Permission::Allow => allowed = true,
                _ => return Verdict::Denied,
            }
        }
    }
    if allowed || (!any && open) { Verdict::Allowed } else { Verdict::Denied }
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
