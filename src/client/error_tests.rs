//! Each way to fail, in the words a user reads.

use super::*;

fn at(host: &str, port: u16) -> Address {
    Address { host: host.into(), port }
}

fn unreached(reason: Reason) -> Error {
    let attempt = Attempt { address: at("kafka", 9093), peer: None, reason };
    Problem::Unreachable { attempts: vec![attempt], role: Role::Bootstrap }.into()
}

#[test]
fn each_reason_says_what_to_what_and_what_to_try() {
    let tls = unreached(Reason::WantsTls);
    assert_eq!(tls.what(), "kafka:9093 speaks TLS, kt spoke plain text");
    assert_eq!(tls.hints(true), ["add --tls, or security.protocol=SSL in your --command-config file"]);
    assert_eq!(tls.hints(false), ["set security.protocol=SSL in your --command-config file"]);
    let login = unreached(Reason::WantsSasl { theirs: vec!["SCRAM-SHA-256".into()], in_tls: true });
    assert!(
        login.hints(true)[0]
            .starts_with("add --user NAME -X sasl.mechanism=SCRAM-SHA-256, or security.protocol=SASL_SSL")
    );
    let old = unreached(Reason::Untrusted("certificate has expired".into()));
    assert_eq!(old.what(), "the certificate of kafka:9093 is out of date");
    assert!(old.hints(true)[0].starts_with("is this machine's clock right? it says 20"), "{:?}", old.hints(true));
    let other = unreached(Reason::Untrusted("hostname mismatch".into()));
    assert_eq!(other.what(), "the certificate of kafka:9093 is for another name");
    assert_eq!(other.hints(true)[0], "use the broker's name as its certificate has it; kafka is not in there");
    let name = unreached(Reason::Unresolvable("name not known".into()));
    assert_eq!(name.what(), "cannot resolve kafka (name not known)");
    let refused = unreached(Reason::ConnectionRefused);
    assert_eq!(refused.what(), "no broker answered at kafka:9093 (connection refused)");
    assert_eq!(refused.during("listTopics").java(), "Timed out waiting for a node assignment. Call: listTopics");
}

#[test]
fn an_advertised_address_that_does_not_work_is_told_from_the_bootstrap_address() {
    let attempt =
        Attempt { address: at("inside", 9092), peer: None, reason: Reason::Unresolvable("name not known".into()) };
    let role = Role::Advertised { id: 1, bootstrap: at("localhost", 29092) };
    let error = Error::from(Problem::Unreachable { attempts: vec![attempt], role });
    assert_eq!(error.what(), "broker 1 cannot be reached at the address it advertises");
    assert_eq!(
        error.causes(),
        ["the bootstrap address localhost:29092 works, but broker 1 says its address is inside:9092, and there: \
          the name cannot be resolved (name not known)"]
    );
}

#[test]
fn several_addresses_each_say_their_reason() {
    let attempts = vec![
        Attempt { address: at("a", 1), peer: None, reason: Reason::ConnectionRefused },
        Attempt { address: at("b", 2), peer: None, reason: Reason::Web },
    ];
    let error = Error::from(Problem::Unreachable { attempts, role: Role::Bootstrap });
    assert_eq!(error.what(), "no broker answered at a:1,b:2");
    assert_eq!(error.causes(), ["a:1: connection refused", "b:2: it is a web server, no Kafka broker"]);
}

#[test]
fn an_api_is_named_as_the_original_names_it() {
    assert_eq!(capitals("DescribeLogDirs"), "DESCRIBE_LOG_DIRS");
}
