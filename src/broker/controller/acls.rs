//! Access control entries: CreateAcls and DeleteAcls decided, DescribeAcls answered (AclApis, AclControlManager).

use kt_codec::{Str, Uuid};

use super::decide::{Decision, MAX_RECORDS, Random, Refusal};
use super::image::Image;
use super::record::{AccessControlEntryRecord, Record, RemoveAccessControlEntryRecord};
use crate::protocol::acl::{CLUSTER_NAME, Operation, Pattern, Permission, ResourceKind, WILDCARD};
use crate::protocol::code::ErrorCode;

/// One rule; what is stored beside its id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    pub kind: i8,
    pub name: Str,
    pub pattern: i8,
    pub principal: Str,
    pub host: Str,
    pub operation: i8,
    pub permission: i8,
}

impl Binding {
    pub fn of(entry: &AccessControlEntryRecord) -> Binding {
        Binding {
            kind: entry.resource_type,
            name: entry.resource_name.clone(),
            pattern: entry.pattern_type,
            principal: entry.principal.clone(),
            host: entry.host.clone(),
            operation: entry.operation,
            permission: entry.permission_type,
        }
    }

    fn record(&self, id: Uuid) -> Record {
        AccessControlEntryRecord {
            id,
            resource_type: self.kind,
            resource_name: self.name.clone(),
            pattern_type: self.pattern,
            principal: self.principal.clone(),
            host: self.host.clone(),
            operation: self.operation,
            permission_type: self.permission,
            ..Default::default()
        }
        .into()
    }
}

/// Which rules are meant. What is `None` may be anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    pub kind: i8,
    pub name: Option<Str>,
    pub pattern: i8,
    pub principal: Option<Str>,
    pub host: Option<Str>,
    pub operation: i8,
    pub permission: i8,
}

impl Filter {
    /// Whether all its words are known.
    pub fn check(&self) -> Result<(), Refusal> {
        if ResourceKind::from_number(self.kind).is_none() || Pattern::from_number(self.pattern).is_none() {
            return Err(Refusal::invalid_request("Unknown patternFilter."));
        }
        let known =
            Operation::from_number(self.operation).is_some() && Permission::from_number(self.permission).is_some();
        if known { Ok(()) } else { Err(Refusal::invalid_request("Unknown entryFilter.")) }
    }

    pub fn matches(&self, binding: &Binding) -> bool {
        let is = |wanted: i8, any: i8, there: i8| wanted == any || wanted == there;
        let same = |wanted: &Option<Str>, there: &Str| wanted.as_ref().is_none_or(|wanted| wanted == there);
        is(self.kind, ResourceKind::Any as i8, binding.kind)
            && self.names(binding)
            && same(&self.principal, &binding.principal)
            && same(&self.host, &binding.host)
            && is(self.operation, Operation::Any as i8, binding.operation)
            && is(self.permission, Permission::Any as i8, binding.permission)
    }

    fn names(&self, binding: &Binding) -> bool {
        let (any, by_match) = (self.pattern == Pattern::Any as i8, self.pattern == Pattern::Match as i8);
        if !any && !by_match && self.pattern != binding.pattern {
            return false;
        }
        let Some(name) = &self.name else { return true };
        if !by_match {
            return *name == binding.name;
        }
        match Pattern::from_number(binding.pattern) {
            Some(Pattern::Prefixed) => name.starts_with(&*binding.name),
            _ => *name == binding.name || &*binding.name == WILDCARD,
        }
    }
}

/// The rules that a filter means, in the order of their ids.
pub fn describe(image: &Image, filter: &Filter) -> Vec<Binding> {
    image.acls.values().map(Binding::of).filter(|binding| filter.matches(binding)).collect()
}

/// Decides on each rule by itself. One that is there already is fine, and not written again.
pub fn create(image: &Image, wanted: &[Binding], random: &mut dyn Random) -> Decision<Vec<Result<(), Refusal>>> {
    let mut there: Vec<Binding> = image.acls.values().map(Binding::of).collect();
    let mut records = Vec::new();
    let mut outcomes = Vec::with_capacity(wanted.len());
    for binding in wanted {
        let outcome = check(binding);
        if outcome.is_ok() && !there.contains(binding) {
            records.push(binding.record(new_id(image, random)));
            there.push(binding.clone());
        }
        outcomes.push(outcome);
    }
    if records.len() > MAX_RECORDS {
        let refusal = Refusal::new(ErrorCode::POLICY_VIOLATION, "Unable to perform excessively large batch operation.");
        return Decision::reply(wanted.iter().map(|_| Err(refusal.clone())).collect());
    }
    Decision { records, reply: outcomes }
}

fn new_id(image: &Image, random: &mut dyn Random) -> Uuid {
    loop {
        let id = random.uuid();
        if !image.acls.contains_key(&id) {
            return id;
        }
    }
}

fn check(binding: &Binding) -> Result<(), Refusal> {
    let refused = |why: String| Err(Refusal::invalid_request(why));
    let unknown = "UNKNOWN";
    let kind = ResourceKind::from_number(binding.kind);
    if kind == Some(ResourceKind::Cluster) && &*binding.name != CLUSTER_NAME {
        return refused(format!("The only valid name for the CLUSTER resource is {CLUSTER_NAME}"));
    }
    if binding.name.is_empty() {
        return refused("Invalid empty resource name".into());
    }
    match kind {
        None | Some(ResourceKind::Any) => {
            return refused(format!("Invalid resourceType {}", kind.map_or(unknown, ResourceKind::java)));
        }
        Some(_) => {}
    }
    match Pattern::from_number(binding.pattern) {
        Some(Pattern::Literal | Pattern::Prefixed) => {}
        other => return refused(format!("Invalid patternType {}", other.map_or(unknown, Pattern::java))),
    }
    match Operation::from_number(binding.operation) {
        Some(Operation::Any) | None => {
            let word = Operation::from_number(binding.operation).map_or(unknown, Operation::java);
            return refused(format!("Invalid operation {word}"));
        }
        Some(_) => {}
    }
    match Permission::from_number(binding.permission) {
        Some(Permission::Allow | Permission::Deny) => {}
        other => return refused(format!("Invalid permissionType {}", other.map_or(unknown, Permission::java))),
    }
    if !binding.principal.contains(':') {
        let why = "no colon is present separating the principal type from the principal name";
        return refused(format!("Could not parse principal from `{}` ({why})", binding.principal));
    }
    Ok(())
}

/// Removes all that the filters mean; each is told what it removed.
pub fn delete(image: &Image, filters: &[Filter]) -> Decision<Vec<Result<Vec<Binding>, Refusal>>> {
    let mut gone: Vec<Uuid> = Vec::new();
    let mut outcomes = Vec::with_capacity(filters.len());
    for filter in filters {
        if let Err(refusal) = filter.check() {
            outcomes.push(Err(refusal));
            continue;
        }
        let found: Vec<(Uuid, Binding)> =
            image.acls.iter().map(|(id, e)| (*id, Binding::of(e))).filter(|(_, b)| filter.matches(b)).collect();
        gone.extend(found.iter().map(|(id, _)| *id));
        outcomes.push(Ok(found.into_iter().map(|(_, binding)| binding).collect()));
    }
    gone.sort_unstable();
    gone.dedup();
    if gone.len() > MAX_RECORDS {
        let why = format!("Cannot remove more than {MAX_RECORDS} acls in a single delete operation.");
        let refusal = Refusal::new(ErrorCode::POLICY_VIOLATION, why);
        return Decision::reply(filters.iter().map(|_| Err(refusal.clone())).collect());
    }
    let record = |id| -> Record { RemoveAccessControlEntryRecord { id, ..Default::default() }.into() };
    Decision { records: gone.into_iter().map(record).collect(), reply: outcomes }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::broker::controller::decide::Seeded;

    fn binding(name: &str, pattern: Pattern, principal: &str) -> Binding {
        Binding {
            kind: ResourceKind::Topic as i8,
            name: name.into(),
            pattern: pattern as i8,
            principal: principal.into(),
            host: "*".into(),
            operation: Operation::Read as i8,
            permission: Permission::Allow as i8,
        }
    }

    fn filter(name: Option<&str>, pattern: Pattern) -> Filter {
        Filter {
            kind: ResourceKind::Topic as i8,
            name: name.map(Str::from),
            pattern: pattern as i8,
            principal: None,
            host: None,
            operation: Operation::Any as i8,
            permission: Permission::Any as i8,
        }
    }

    fn image(bindings: &[Binding]) -> Image {
        let mut image = Image::empty("c".into());
        let decision = create(&image, bindings, &mut Seeded(1));
        assert!(decision.reply.iter().all(Result::is_ok), "{:?}", decision.reply);
        decision.records.into_iter().for_each(|record| image.apply(record).unwrap());
        image
    }

    #[test]
    fn a_rule_is_kept_once_found_by_what_it_says_and_removed() {
        let rules = [
            binding("app-1", Pattern::Literal, "User:a"),
            binding("app-", Pattern::Prefixed, "User:a"),
            binding("*", Pattern::Literal, "User:b"),
        ];
        let mut image = image(&[rules[0].clone(), rules[0].clone(), rules[1].clone(), rules[2].clone()]);
        assert_eq!(image.acls.len(), 3);
        let found = |image: &Image, filter: &Filter| {
            let mut names: Vec<String> = describe(image, filter).into_iter().map(|b| b.name.to_string()).collect();
            names.sort();
            names
        };
        assert_eq!(found(&image, &filter(None, Pattern::Any)), ["*", "app-", "app-1"]);
        assert_eq!(found(&image, &filter(None, Pattern::Literal)), ["*", "app-1"]);
        assert_eq!(found(&image, &filter(Some("app-1"), Pattern::Literal)), ["app-1"]);
        assert_eq!(found(&image, &filter(Some("app-"), Pattern::Any)), ["app-"]);
        assert_eq!(found(&image, &filter(Some("app-1"), Pattern::Match)), ["*", "app-", "app-1"]);
        assert_eq!(found(&image, &filter(Some("app-2"), Pattern::Match)), ["*", "app-"]);
        let of_b = Filter { principal: Some("User:b".into()), ..filter(None, Pattern::Any) };
        assert_eq!(found(&image, &of_b), ["*"]);
        let gone = delete(&image, &[filter(Some("app-1"), Pattern::Match), of_b]);
        assert_eq!(gone.reply.iter().map(|r| r.as_ref().unwrap().len()).collect::<Vec<_>>(), [3, 1]);
        gone.records.into_iter().for_each(|record| image.apply(record).unwrap());
        assert!(image.acls.is_empty());
    }

    #[test]
    fn a_rule_that_makes_no_sense_is_refused_in_the_originals_words() {
        let image = image(&[]);
        let fine = binding("t", Pattern::Literal, "User:a");
        for (binding, why) in [
            (
                Binding { kind: ResourceKind::Cluster as i8, ..fine.clone() },
                "The only valid name for the CLUSTER resource is kafka-cluster",
            ),
            (Binding { name: "".into(), ..fine.clone() }, "Invalid empty resource name"),
            (Binding { kind: 1, ..fine.clone() }, "Invalid resourceType ANY"),
            (Binding { kind: 77, ..fine.clone() }, "Invalid resourceType UNKNOWN"),
            (Binding { pattern: Pattern::Match as i8, ..fine.clone() }, "Invalid patternType MATCH"),
            (Binding { operation: 1, ..fine.clone() }, "Invalid operation ANY"),
            (Binding { permission: 1, ..fine.clone() }, "Invalid permissionType ANY"),
            (
                Binding { principal: "alice".into(), ..fine.clone() },
                "Could not parse principal from `alice` (no colon is present separating the principal type from the \
                 principal name)",
            ),
        ] {
            let decision = create(&image, &[binding], &mut Seeded(1));
            assert_eq!(decision.reply[0].clone().unwrap_err().message.as_deref(), Some(why));
            assert!(decision.records.is_empty());
        }
        let unknown = Filter { kind: 0, ..filter(None, Pattern::Any) };
        assert_eq!(delete(&image, &[unknown]).reply[0].clone().unwrap_err().code, ErrorCode::INVALID_REQUEST);
    }
}
