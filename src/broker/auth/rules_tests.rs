//! The decision, as a table: the rules there are, the question, the answer.

use kt_codec::Uuid;

use super::*;

/// `allow User:a read topic t`, `deny User:* * topic pre~ from 10.0.0.1`; `~` behind a name makes it a beginning.
fn rules(lines: &[&str]) -> Rules {
    let entry = |line: &str| {
        let words: Vec<&str> = line.split(' ').collect();
        let [permission, principal, operation, kind, name, rest @ ..] = words.as_slice() else { panic!("{line}") };
        let (name, pattern) = match name.strip_suffix('~') {
            Some(beginning) => (beginning, Pattern::Prefixed),
            None => (*name, Pattern::Literal),
        };
        AccessControlEntryRecord {
            resource_type: kind_of(kind) as i8,
            resource_name: name.into(),
            pattern_type: pattern as i8,
            principal: (*principal).into(),
            host: rest.get(1).copied().unwrap_or("*").into(),
            operation: operation_of(operation) as i8,
            permission_type: if *permission == "allow" { Permission::Allow } else { Permission::Deny } as i8,
            ..Default::default()
        }
    };
    let stored: Stored = (0u8..).zip(lines).map(|(at, line)| (Uuid([at; 16]), entry(line))).collect();
    Rules::of(&stored)
}

fn kind_of(word: &str) -> ResourceKind {
    *ResourceKind::ALL.iter().find(|kind| kind.java().eq_ignore_ascii_case(word)).expect(word)
}

fn operation_of(word: &str) -> Operation {
    let word = if word == "*" { "ALL" } else { word };
    *Operation::ALL.iter().find(|op| op.java().eq_ignore_ascii_case(word)).expect(word)
}

/// `User:a read topic t`, perhaps `from 10.0.0.1`.
fn asked(rules: &Rules, open: bool, question: &str) -> bool {
    let words: Vec<&str> = question.split(' ').collect();
    let [principal, operation, kind, name, rest @ ..] = words.as_slice() else { panic!("{question}") };
    let who = Who { principal, host: rest.get(1).copied().unwrap_or("127.0.0.1") };
    decide(rules, open, who, operation_of(operation), kind_of(kind), name) == Verdict::Allowed
}

#[test]
fn who_may_do_what() {
    #[rustfmt::skip]
    let table: &[(&[&str], &str, bool)] = &[
        // No rule: nobody may.
        (&[], "User:a read topic t", false),
        // The very name, person, operation.
        (&["allow User:a read topic t"], "User:a read topic t", true),
        (&["allow User:a read topic t"], "User:b read topic t", false),
        (&["allow User:a read topic t"], "User:a write topic t", false),
        (&["allow User:a read topic t"], "User:a read topic t2", false),
        (&["allow User:a read topic t"], "User:a read group t", false),
        (&["allow User:a * topic t"], "User:a alter_configs topic t", true),
        (&["allow User:* read topic t"], "User:z read topic t", true),
        (&["allow Group:a read topic t"], "User:a read topic t", false),
        // Hosts.
        (&["allow User:a read topic t from 10.0.0.1"], "User:a read topic t from 10.0.0.1", true),
        (&["allow User:a read topic t from 10.0.0.1"], "User:a read topic t from 10.0.0.2", false),
        (&["deny User:a read topic t from 10.0.0.1", "allow User:a read topic t"], "User:a read topic t from 10.0.0.1", false),
        (&["deny User:a read topic t from 10.0.0.1", "allow User:a read topic t"], "User:a read topic t from 10.0.0.2", true),
        // Beginnings and all names.
        (&["allow User:a read topic app-~"], "User:a read topic app-1", true),
        (&["allow User:a read topic app-~"], "User:a read topic app-", true),
        (&["allow User:a read topic app-~"], "User:a read topic app", false),
        (&["allow User:a read topic app-"], "User:a read topic app-1", false),
        (&["allow User:a read topic *"], "User:a read topic app-1", true),
        (&["allow User:a read topic *~"], "User:a read topic app-1", false),
        (&["allow User:a read topic äö~"], "User:a read topic äöü", true),
        (&["allow User:a read topic äö~"], "User:a read topic ä", false),
        // A denial wins, wherever it stands.
        (&["allow User:a read topic t", "deny User:a read topic t"], "User:a read topic t", false),
        (&["deny User:a read topic *", "allow User:a read topic t"], "User:a read topic t", false),
        (&["allow User:a * topic app-1", "deny User:a read topic app~"], "User:a read topic app-1", false),
        (&["allow User:a * topic app-1", "deny User:a read topic app~"], "User:a write topic app-1", true),
        (&["allow User:* read topic t", "deny User:a * topic t"], "User:a read topic t", false),
        (&["allow User:* read topic t", "deny User:a * topic t"], "User:b read topic t", true),
        // What implies describing, and what does not.
        (&["allow User:a read topic t"], "User:a describe topic t", true),
        (&["allow User:a write topic t"], "User:a describe topic t", true),
        (&["allow User:a delete topic t"], "User:a describe topic t", true),
        (&["allow User:a alter topic t"], "User:a describe topic t", true),
        (&["allow User:a create topic t"], "User:a describe topic t", false),
        (&["allow User:a alter_configs topic t"], "User:a describe topic t", false),
        (&["allow User:a alter_configs topic t"], "User:a describe_configs topic t", true),
        (&["allow User:a describe topic t"], "User:a read topic t", false),
        (&["deny User:a read topic t", "allow User:a describe topic t"], "User:a describe topic t", true),
        (&["deny User:a alter_configs topic t", "allow User:a describe_configs topic t"], "User:a describe_configs topic t", true),
        (&["allow User:a cluster_action cluster kafka-cluster"], "User:a cluster_action cluster kafka-cluster", true),
        (&["allow User:a describe transactional_id x~"], "User:a describe transactional_id x1", true),
    ];
    for (lines, question, answer) in table {
        assert_eq!(asked(&rules(lines), false, question), *answer, "{lines:?}: {question}");
    }
}

#[test]
fn a_resource_without_a_rule_is_open_where_the_broker_says_so_and_closed_by_the_first_rule() {
    let none = rules(&[]);
    assert!(asked(&none, true, "User:a read topic t"));
    let one = rules(&["allow User:b read topic t"]);
    assert!(!asked(&one, true, "User:a read topic t"), "a rule for somebody closes the topic to all others");
    assert!(asked(&one, true, "User:a read topic u"));
    assert!(asked(&one, true, "User:a read group t"));
    assert!(!asked(&rules(&["deny User:b read topic *"]), true, "User:a read topic t"));
}

#[test]
fn something_of_a_kind_may_be_open() {
    let who = Who { principal: "User:a", host: "h" };
    #[rustfmt::skip]
    let table: &[(&[&str], bool)] = &[
        (&[], false),
        (&["allow User:a write topic t"], true),
        (&["allow User:b write topic t"], false),
        (&["allow User:a read topic t"], false),
        (&["allow User:a write topic t", "deny User:a write topic t"], false),
        (&["allow User:a write topic t", "deny User:a write topic u"], true),
        (&["allow User:a write topic t", "deny User:a * topic *"], false),
        (&["allow User:a write topic ab~", "deny User:a write topic a~"], false),
        (&["allow User:a write topic a~", "deny User:a write topic ab~"], true),
        (&["allow User:a write topic *", "deny User:a write topic t"], true),
    ];
    for (lines, answer) in table {
        let rules = rules(lines);
        assert_eq!(rules.allow_some(false, who, Operation::Write, ResourceKind::Topic), *answer, "{lines:?}");
    }
    assert!(rules(&[]).allow_some(true, who, Operation::Write, ResourceKind::Topic));
    assert!(!rules(&["deny User:a write topic *"]).allow_some(true, who, Operation::Write, ResourceKind::Topic));
}
