//! What a user sees when the way to a cluster is blocked, and that brokers of any age are understood.
//!
//! Every error says what, to what address, why and what to try, once, and within ten seconds.

use std::io::{Read, Write};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use kt::client::{Client, Settings};
use kt_codec::create_topics_request::{CreatableTopic, CreateTopicsRequest};
use kt_codec::create_topics_response::{CreatableTopicResult, CreateTopicsResponse};
use kt_codec::list_offsets_request::ListOffsetsRequest;
use kt_codec::list_offsets_response::{ListOffsetsPartitionResponse, ListOffsetsResponse, ListOffsetsTopicResponse};
use kt_codec::metadata_response::MetadataResponseBroker;
use kt_codec::sasl_authenticate_request::SaslAuthenticateRequest;
use kt_codec::sasl_authenticate_response::SaslAuthenticateResponse;
use kt_codec::sasl_handshake_response::SaslHandshakeResponse;
use kt_codec::{ApiKey, Message};
use openssl::x509::X509;

use crate::support::certificate::certificate;
use crate::support::fake::{Answer, Asked, KAFKA_2_1, fake, fake_tls, listener, metadata};
use crate::support::{Ran, kt};

/// The original's line on stdout when it finds no broker.
const NOBODY: &str =
    "Error while executing topic command : Timed out waiting for a node assignment. Call: listTopics\n";

fn list(address: &str) -> Ran {
    kt(&format!("topics --list --bootstrap-server {address}")).run()
}

/// A settings file that stays until the test ends.
fn settings(text: &str) -> tempfile::NamedTempFile {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(text.as_bytes()).unwrap();
    file
}

fn list_with(address: &str, properties: &str) -> Ran {
    let file = settings(properties);
    let path = file.path().display();
    kt(&format!("topics --list --bootstrap-server {address} --command-config {path}")).run()
}

#[track_caller]
fn failed(ran: Ran, stdout: &str, stderr: &str) {
    assert_eq!(ran.code, Some(1), "{ran}");
    assert!(ran.took < Duration::from_secs(10), "{:?} for {ran}", ran.took);
    ran.stdout(stdout).stderr(stderr);
}

#[test]
fn a_port_where_nobody_listens_is_named() {
    failed(
        list("127.0.0.1:1"),
        NOBODY,
        "error: no broker answered at 127.0.0.1:1 (connection refused)\n  \
         hint: does a broker run there? try   nc -vz 127.0.0.1 1\n",
    );
}

#[test]
fn several_dead_addresses_each_say_why() {
    let web = listener(|mut stream| drop(stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n")));
    let ran = list(&format!("127.0.0.1:1,127.0.0.1:{web}"));
    let stderr = format!(
        "error: no broker answered at 127.0.0.1:1,127.0.0.1:{web}\n  \
         cause: 127.0.0.1:1: connection refused\n         127.0.0.1:{web}: it is a web server, no Kafka broker\n  \
         hint: does a broker run there? try   nc -vz 127.0.0.1 1\n"
    );
    failed(ran, NOBODY, &stderr);
}

#[test]
fn a_name_that_does_not_resolve_is_named() {
    failed(
        list("no-such-host.invalid:9092"),
        "",
        "error: cannot resolve no-such-host.invalid (name not known)\n  \
         hint: is no-such-host.invalid spelled right? try   getent hosts no-such-host.invalid\n",
    );
}

#[test]
fn a_web_server_is_told_from_a_broker() {
    let port = listener(|mut stream| drop(stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n")));
    let ran = list(&format!("127.0.0.1:{port}"));
    let stderr = format!(
        "error: 127.0.0.1:{port} is a web server, no Kafka broker\n  \
         hint: name the port of the broker, which is mostly 9092\n"
    );
    failed(ran, NOBODY, &stderr);
}

#[test]
fn a_tls_port_is_recognised_by_its_alert() {
    let port = listener(|mut stream| drop(stream.write_all(&[0x15, 3, 3, 0, 2, 2, 0x50])));
    let stderr = format!(
        "error: 127.0.0.1:{port} speaks TLS, kt spoke plain text\n  \
         hint: set security.protocol=SSL in your --command-config file\n"
    );
    failed(list(&format!("127.0.0.1:{port}")), NOBODY, &stderr);
}

#[test]
fn a_tls_port_that_only_hangs_up_is_recognised_by_trying_tls() {
    let port = listener(|mut stream| {
        let mut first = [0];
        let handshake = stream.read_exact(&mut first).is_ok() && first[0] == 0x16;
        if handshake {
            // A handshake_failure alert: it speaks TLS, if not with us.
            let _ = stream.write_all(&[0x15, 3, 3, 0, 2, 2, 40]);
            let _ = stream.read_to_end(&mut Vec::new());
        }
    });
    list(&format!("127.0.0.1:{port}")).stderr_has(&format!("127.0.0.1:{port} speaks TLS, kt spoke plain text"));
}

#[test]
fn a_plain_port_is_recognised_when_tls_is_set() {
    let broker = fake(&KAFKA_2_1, |_| Answer::Close);
    let ran = list_with(&broker.address(), "security.protocol=SSL");
    let stderr = format!(
        "error: {0} speaks plain text, kt spoke TLS\n  \
         hint: leave security.protocol=SSL away, or use the broker's TLS port (not {1})\n",
        broker.address(),
        broker.port
    );
    failed(ran, NOBODY, &stderr);
}

#[test]
fn a_port_that_takes_the_connection_and_keeps_silent_is_given_up() {
    let port = listener(|mut stream| drop(stream.read_to_end(&mut Vec::new())));
    let ran = list_with(&format!("127.0.0.1:{port}"), "default.api.timeout.ms=1000");
    assert!(ran.took < Duration::from_secs(4), "{:?}", ran.took);
    ran.stdout(NOBODY).stderr_has(&format!(
        "error: no broker answered at 127.0.0.1:{port} (it took the connection and kept silent for 800 ms)"
    ));
}

#[test]
fn a_port_that_hangs_up_at_once_is_named() {
    let port = listener(drop);
    list(&format!("127.0.0.1:{port}"))
        .stdout(NOBODY)
        .stderr_has(&format!("error: 127.0.0.1:{port} hung up before it said anything"));
}

#[test]
fn a_broker_that_wants_a_login_says_which() {
    let mut offers = KAFKA_2_1.to_vec();
    offers.push((ApiKey::SaslHandshake, 0, 1));
    let broker = fake(&offers, |asked| match asked.api {
        ApiKey::SaslHandshake => asked.answer(&SaslHandshakeResponse {
            error_code: 33,
            mechanisms: vec!["SCRAM-SHA-512".into()],
            ..Default::default()
        }),
        _ => Answer::Close,
    });
    list(&broker.address())
        .stderr_has("wants a login by SCRAM-SHA-512")
        .stderr_has("set security.protocol=SASL_PLAINTEXT, sasl.mechanism=SCRAM-SHA-512 and sasl.jaas.config");
}

/// Metadata, and an offset of 42 for whatever is asked.
fn one_topic(host: &'static str) -> impl Fn(&Asked) -> Answer + Send + Sync {
    move |asked| match asked.api {
        ApiKey::Metadata => asked.answer(&metadata(host, asked.port, &[("orders", 2)])),
        ApiKey::ListOffsets => {
            let request: ListOffsetsRequest = asked.read();
            let topics = request.topics.iter().map(|topic| ListOffsetsTopicResponse {
                name: topic.name.clone(),
                partitions: topic
                    .partitions
                    .iter()
                    .map(|partition| ListOffsetsPartitionResponse {
                        partition_index: partition.partition_index,
                        offset: 42,
                        ..Default::default()
                    })
                    .collect(),
                ..Default::default()
            });
            asked.answer(&ListOffsetsResponse { topics: topics.collect(), ..Default::default() })
        }
        other => panic!("nobody should ask for {other:?}"),
    }
}

#[test]
fn an_advertised_address_that_does_not_work_is_told_from_the_bootstrap_address() {
    let broker = fake(&KAFKA_2_1, one_topic("kafka.invalid"));
    let address = broker.address();
    // Listing needs nothing but the bootstrap address.
    list(&address).stdout("orders\n").stderr("");
    let ran = kt(&format!("get-offsets --topic orders --bootstrap-server {address}")).fails(1).stdout("");
    assert!(ran.took < Duration::from_secs(10));
    ran.stderr(&format!(
        "error: broker 1 cannot be reached at the address it advertises\n  \
         cause: the bootstrap address {address} works, but broker 1 says its address is kafka.invalid:{}, and there: the \
         name cannot be resolved (name not known)\n  \
         hint: on the broker, set advertised.listeners to an address that works from here too\n        \
         or, for this call:   --resolve kafka.invalid:{}={address}\n",
        broker.port, broker.port
    ));
}

#[test]
fn a_broker_of_kafka_2_1_is_spoken_to_in_its_own_versions() {
    let broker = fake(&KAFKA_2_1, one_topic("127.0.0.1"));
    kt(&format!("get-offsets --bootstrap-server {}", broker.address())).succeeds().stdout("orders:0:42\norders:1:42\n");
    let asked = broker.asked.lock().unwrap().clone();
    // The newest ApiVersions is refused without a word about the right one, so the oldest is tried.
    let wanted = [(ApiKey::ApiVersions, 4), (ApiKey::ApiVersions, 0), (ApiKey::Metadata, 7), (ApiKey::ListOffsets, 4)];
    assert_eq!(asked, wanted, "one connection, as few round trips as there can be");
}

#[test]
fn a_special_offset_that_an_old_broker_does_not_know_is_refused_for_each_partition() {
    let broker = fake(&KAFKA_2_1, one_topic("127.0.0.1"));
    kt(&format!("get-offsets --time max-timestamp --bootstrap-server {}", broker.address()))
        .succeeds()
        .stdout("")
        .stderr_has("Skip getting offsets for topic-partition orders-0 due to error")
        .stderr_has("UnsupportedVersionException");
}

#[test]
fn a_broker_of_the_future_is_spoken_to_in_the_newest_version_that_kt_knows() {
    let offers = [(ApiKey::ApiVersions, 0, 9), (ApiKey::Metadata, 0, 99), (ApiKey::ListOffsets, 0, 99)];
    let broker = fake(&offers, one_topic("127.0.0.1"));
    list(&broker.address()).stdout("orders\n");
    let asked = broker.asked.lock().unwrap().clone();
    assert_eq!(asked[1], (ApiKey::Metadata, kt_codec::metadata_request::MetadataRequest::VERSIONS.1));
    let alien = fake(&[(ApiKey::Metadata, 50, 99)], one_topic("127.0.0.1"));
    list(&alien.address()).stderr_has("cannot do Metadata: it is too new (it knows versions 50 to 99");
}

#[test]
fn answers_that_make_no_sense_are_errors_and_no_harm() {
    let hostile: [(&str, Vec<u8>); 4] = [
        ("a length without end", vec![0x7f, 0xff, 0xff, 0xff, 0, 0, 0, 2]),
        ("another request's answer", vec![0, 0, 0, 8, 9, 9, 9, 9, 0, 0, 0, 0]),
        ("a count that the frame cannot hold", vec![0, 0, 0, 12, 0, 0, 0, 2, 0, 0, 0, 0, 0x7f, 0xff, 0xff, 0xff]),
        ("nothing at all", vec![0, 0, 0, 0]),
    ];
    for (what, bytes) in hostile {
        let broker = fake(&KAFKA_2_1, move |_| Answer::Raw(bytes.clone()));
        let ran = list(&broker.address());
        assert_eq!(ran.code, Some(1), "{what}: {ran}");
        ran.stderr_has(&format!("the Metadata answer of {} cannot be read", broker.address()));
    }
    // A first answer of garbage is no broker's.
    let port = listener(|mut stream| {
        let _ = stream.read(&mut [0; 64]);
        let _ = stream.write_all(&[0, 0, 0, 6, 1, 2, 3, 4, 5, 6]);
    });
    list(&format!("127.0.0.1:{port}")).stderr_has(&format!("error: 127.0.0.1:{port} does not speak Kafka"));
}

#[test]
fn a_setting_that_cannot_be_used_is_named_before_anything_is_sent() {
    list_with("127.0.0.1:1", "security.protocol=TLS")
        .stdout("")
        .stderr_has("error: setting security.protocol: 'TLS' is no protocol")
        .stderr_has("one of PLAINTEXT, SSL, SASL_PLAINTEXT, SASL_SSL");
    kt("topics --list --bootstrap-server localhost")
        .fails(1)
        .stderr_has("'localhost' has no port")
        .stderr_has("write it as localhost:9092");
}

#[test]
fn over_tls_the_brokers_certificate_must_be_trusted_and_name_the_host() {
    let (good, key) = certificate("127.0.0.1");
    let broker = fake_tls(&good, &key, &KAFKA_2_1, one_topic("127.0.0.1"));
    let trusting = |certificate: &X509| {
        let file = settings(&String::from_utf8(certificate.to_pem().unwrap()).unwrap());
        let properties = format!("security.protocol=SSL\nssl.truststore.location={}", file.path().display());
        (list_with(&broker.address(), &properties), file)
    };
    trusting(&good).0.stdout("orders\n").stderr("");

    let (other, _) = certificate("127.0.0.1");
    trusting(&other)
        .0
        .stdout(NOBODY)
        .stderr_has(&format!("error: the certificate of {} is not trusted", broker.address()));

    let (elsewhere, key) = certificate("kafka.example");
    let broker = fake_tls(&elsewhere, &key, &KAFKA_2_1, one_topic("127.0.0.1"));
    let file = settings(&String::from_utf8(elsewhere.to_pem().unwrap()).unwrap());
    let strict = format!("security.protocol=SSL\nssl.truststore.location={}", file.path().display());
    list_with(&broker.address(), &strict).stdout(NOBODY).stderr_has("IP address mismatch");
    let lenient = format!("{strict}\nssl.endpoint.identification.algorithm=");
    list_with(&broker.address(), &lenient).stdout("orders\n").stderr("");
}

#[test]
fn a_login_goes_through_or_says_why_not() {
    let mut offers = KAFKA_2_1.to_vec();
    offers.extend([(ApiKey::SaslHandshake, 0, 1), (ApiKey::SaslAuthenticate, 0, 1)]);
    let broker = fake(&offers, |asked| match asked.api {
        ApiKey::SaslHandshake => asked.answer(&SaslHandshakeResponse::default()),
        ApiKey::SaslAuthenticate => {
            let request: SaslAuthenticateRequest = asked.read();
            let right = request.auth_bytes[..] == *b"\0alice\0secret";
            asked.answer(&SaslAuthenticateResponse {
                error_code: if right { 0 } else { 58 },
                error_message: (!right).then(|| "Authentication failed: Invalid username or password".into()),
                ..Default::default()
            })
        }
        _ => one_topic("127.0.0.1")(asked),
    });
    let with = |password: &str| {
        let jaas = format!("org.x.PlainLoginModule required username=\"alice\" password=\"{password}\";");
        list_with(
            &broker.address(),
            &format!("security.protocol=SASL_PLAINTEXT\nsasl.mechanism=PLAIN\nsasl.jaas.config={jaas}"),
        )
    };
    with("secret").stdout("orders\n").stderr("");
    with("guess")
        .stdout("Error while executing topic command : Authentication failed: Invalid username or password\n")
        .stderr(&format!(
            "error: {} refused the PLAIN login\n  cause: Authentication failed: Invalid username or password\n  \
             hint: check user name and password, and that the user has PLAIN credentials\n",
            broker.address()
        ));
}

#[test]
fn a_change_goes_to_the_controller_when_the_broker_at_hand_does_not_pass_it_on() {
    let answer_create = |asked: &Asked, code: i16| {
        let request: CreateTopicsRequest = asked.read();
        let topic = |topic: &CreatableTopic| CreatableTopicResult {
            name: topic.name.clone(),
            error_code: code,
            ..Default::default()
        };
        asked.answer(&CreateTopicsResponse { topics: request.topics.iter().map(topic).collect(), ..Default::default() })
    };
    let controller = fake(&KAFKA_2_1, move |asked| answer_create(asked, 0));
    let port = controller.port;
    let broker = fake(&KAFKA_2_1, move |asked| match asked.api {
        ApiKey::CreateTopics => answer_create(asked, 41),
        _ => {
            let mut response = metadata("127.0.0.1", asked.port, &[]);
            let other = MetadataResponseBroker {
                node_id: 2,
                host: "127.0.0.1".into(),
                port: port.into(),
                ..Default::default()
            };
            response.brokers.push(other);
            response.controller_id = 2;
            asked.answer(&response)
        }
    });
    let line = "topics --create --topic t --partitions 1 --replication-factor 1 --bootstrap-server";
    kt(&format!("{line} {}", broker.address())).succeeds().stdout("Created topic t.\n");
    let asked = controller.asked.lock().unwrap().clone();
    assert_eq!(asked.last(), Some(&(ApiKey::CreateTopics, 3)));
}

#[test]
fn a_connection_that_died_while_idle_is_opened_again_without_a_word() {
    let answered = AtomicU32::new(0);
    let broker = fake(&KAFKA_2_1, move |asked| match answered.fetch_add(1, Ordering::Relaxed) {
        1 => Answer::Close,
        _ => asked.answer(&metadata("127.0.0.1", asked.port, &[("orders", 1)])),
    });
    let client = Client::new(Settings::plain(&broker.address()).unwrap());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        for _ in 0..3 {
            assert_eq!(client.list_topics().await.unwrap()[0].name, "orders");
        }
    });
    let asked = broker.asked.lock().unwrap().clone();
    let greetings = asked.iter().filter(|(api, _)| *api == ApiKey::ApiVersions).count();
    assert_eq!(greetings, 4, "two connections, each greeted in the newest and in the oldest version");
}
