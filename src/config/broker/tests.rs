//! Files of every age, the environment of the images, and what is said about a wrong line.

use super::*;

fn from_file(text: &str) -> Sources {
    let mut sources = Sources::default();
    sources.file("server.properties", text.as_bytes()).unwrap();
    sources
}

fn read(text: &str) -> BrokerConfig {
    BrokerConfig::read(from_file(text)).unwrap_or_else(|wrong| panic!("{wrong}"))
}

fn complaint(text: &str) -> String {
    BrokerConfig::read(from_file(text)).expect_err("the file is wrong").to_string()
}

fn shown(listeners: &[Listener]) -> Vec<String> {
    listeners.iter().map(Listener::to_string).collect()
}

#[test]
fn an_empty_file_is_a_broker_on_port_9092_of_every_interface() {
    let broker = read("");
    assert_eq!(shown(&broker.listeners.broker), ["PLAINTEXT://:9092"]);
    assert_eq!(shown(&broker.listeners.advertised), ["PLAINTEXT://:9092"]);
    assert_eq!((broker.node_id, broker.log_dirs.len(), broker.authorizer), (None, 0, false));
    assert!(broker.ignored.is_empty() && broker.unknown.is_empty());
}

#[test]
fn a_file_of_kafka_2_is_taken_as_it_is_and_what_means_nothing_is_named() {
    let broker = read(
        "broker.id=0\nport=9093\nhost.name=db\nadvertised.host.name=example.org\nlog.dirs=/a, /b\n\
         zookeeper.connect=localhost:2181\nzookeeper.connection.timeout.ms=18000\nlog.message.format.version=2.1\n\
         delegation.token.master.key=s\nnum.partitionz=3\n",
    );
    assert_eq!(broker.node_id, Some(0));
    assert_eq!(shown(&broker.listeners.broker), ["PLAINTEXT://db:9093"]);
    assert_eq!(shown(&broker.listeners.advertised), ["PLAINTEXT://example.org:9093"]);
    assert_eq!(broker.log_dirs, [PathBuf::from("/a"), PathBuf::from("/b")]);
    assert_eq!(broker.ignored, ["log.message.format.version", "zookeeper.connect", "zookeeper.connection.timeout.ms"]);
    assert_eq!(broker.unknown, ["num.partitionz"]);
    assert_eq!(broker.fixed().get("delegation.token.secret.key").map(String::as_str), Some("s"));
    assert_eq!(broker.fixed().get("node.id"), broker.fixed().get("broker.id"));
}

#[test]
fn a_file_of_kafka_4_keeps_its_controllers_listener_closed() {
    let broker = read(
        "process.roles=broker,controller\nnode.id=1\ncontroller.quorum.bootstrap.servers=localhost:9093\n\
         listeners=PLAINTEXT://:9092,CONTROLLER://:9093\ninter.broker.listener.name=PLAINTEXT\n\
         advertised.listeners=PLAINTEXT://localhost:9092,CONTROLLER://localhost:9093\n\
         controller.listener.names=CONTROLLER\n\
         listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,SSL:SSL\nlog.dirs=/tmp/kraft\n",
    );
    assert_eq!(shown(&broker.listeners.broker), ["PLAINTEXT://:9092"]);
    assert_eq!(shown(&broker.listeners.controller), ["CONTROLLER://:9093"]);
    assert_eq!(shown(&broker.listeners.advertised), ["PLAINTEXT://localhost:9092"]);
    assert!(broker.ignored.is_empty() && broker.unknown.is_empty());
}

#[test]
fn listeners_have_names_protocols_and_perhaps_an_ipv6_address() {
    let broker = read(
        "listeners=internal://[::1]:1,EXTERNAL://0.0.0.0:2\nadvertised.listeners=EXTERNAL://kt.example:20\n\
         listener.security.protocol.map=INTERNAL:PLAINTEXT, external:SASL_SSL\ninter.broker.listener.name=EXTERNAL\n",
    );
    assert_eq!(shown(&broker.listeners.broker), ["INTERNAL://[::1]:1", "EXTERNAL://0.0.0.0:2"]);
    assert_eq!(broker.listeners.broker[1].protocol, Protocol::SaslSsl);
    assert_eq!(broker.listeners.inter_broker, "EXTERNAL");
}

#[test]
fn an_address_for_every_interface_is_not_told_to_clients() {
    assert_eq!(shown(&read("listeners=PLAINTEXT://0.0.0.0:1").listeners.advertised), ["PLAINTEXT://:1"]);
    assert!(
        complaint("advertised.listeners=PLAINTEXT://0.0.0.0:1").contains("cannot use the nonroutable meta-address")
    );
}

#[test]
fn a_wrong_value_is_named_with_its_file_line_and_key() {
    assert_eq!(
        complaint("# mine\nnum.partitions=many\nlog.dirs=/a\nlog.retention.ms=x"),
        "server.properties:2: Invalid value many for configuration num.partitions: Not a number of type INT\n\
         server.properties:4: Invalid value x for configuration log.retention.ms: Not a number of type LONG"
    );
    let escape = Sources::default().file("server.properties", b"\na=\\u12").unwrap_err();
    assert_eq!(escape.to_string(), "server.properties:2: \\u needs four hexadecimal digits");
    assert_eq!(
        complaint("log.retention.ms=0"),
        "server.properties:1: log.retention.ms must be unlimited (-1) or, greater than or equal to 1"
    );
    assert_eq!(
        complaint("\nlisteners=INSIDE://:1"),
        "server.properties:2: Error creating broker listeners from 'INSIDE://:1': No security protocol defined for \
         listener INSIDE"
    );
    assert_eq!(
        complaint("broker.id=1\nnode.id=2"),
        "server.properties:2: You must set `node.id` to the same value as `broker.id`."
    );
    assert_eq!(
        complaint("broker.id=x"),
        "server.properties:1: Invalid value x for configuration broker.id: Not a number of type INT"
    );
    assert_eq!(read("broker.id=-1").node_id, None);
    assert_eq!(
        complaint("process.roles=zookeeper"),
        "server.properties:1: Invalid value zookeeper for configuration process.roles: String must be one of: broker, \
         controller"
    );
    assert_eq!(
        complaint("process.roles=controller"),
        "server.properties:1: process.roles has no broker in it: kt is broker and controller in one, and cannot be a \
         controller alone"
    );
    assert!(complaint("listener.name.plaintext.max.connections=x").contains("Not a number of type INT"));
    assert!(complaint("listeners=PLAINTEXT://:1,PLAINTEXT://:2").contains("must have a different name"));
    assert!(complaint("listeners=PLAINTEXT://:1,SSL://:1").contains("must have a different port"));
    assert!(complaint("listeners=nonsense").contains("Unable to parse nonsense to a broker endpoint"));
}

#[test]
fn a_java_class_that_guards_something_stops_kt_and_kafkas_own_authorizer_does_not() {
    assert_eq!(
        complaint("create.topic.policy.class.name=com.example.Policy"),
        "server.properties:1: create.topic.policy.class.name: kt cannot load Java classes such as com.example.Policy"
    );
    assert!(complaint("authorizer.class.name=com.example.Any").contains("kt cannot load"));
    let broker = read("authorizer.class.name=kafka.security.authorizer.AclAuthorizer\nsuper.users=User:a; User:b");
    assert!(broker.authorizer);
    assert_eq!(broker.super_users, ["User:a", "User:b"]);
}

#[test]
fn the_command_line_holds_above_the_environment_and_that_above_the_file() {
    let mut sources = Sources::default();
    sources.preset("offsets.topic.replication.factor", "1");
    sources.preset("num.partitions", "1");
    sources.file("f", b"num.partitions=2\nbackground.threads=2\nlog.cleaner.threads=2").unwrap();
    let variables = [
        ("KAFKA_BACKGROUND_THREADS", "3"),
        ("KAFKA_LOG_CLEANER_THREADS", "3"),
        ("KAFKA_BROKER_ID", "7"),
        ("KAFKA_ADVERTISED_HOST_NAME", "docker"),
        ("KAFKA_ADVERTISED_PORT", "19092"),
        ("KAFKA_CREATE_TOPICS", "orders:3:1:compact"),
        ("KAFKA_HEAP_OPTS", "-Xmx1G"),
    ];
    sources.environment(variables.map(|(k, v)| (k.to_string(), v.to_string()))).unwrap();
    sources.set("log.cleaner.threads", "4");
    let broker = BrokerConfig::read(sources).unwrap();
    let value = |key: &str| broker.fixed().get(key).map(String::as_str);
    assert_eq!(value("offsets.topic.replication.factor"), Some("1"));
    assert_eq!(value("num.partitions"), Some("2"));
    assert_eq!(value("background.threads"), Some("3"));
    assert_eq!(value("log.cleaner.threads"), Some("4"));
    assert_eq!(broker.node_id, Some(7));
    assert_eq!(shown(&broker.listeners.advertised), ["PLAINTEXT://docker:19092"]);
    assert_eq!(broker.create_topics[0].name, "orders");
    assert!(broker.unknown.is_empty());
}

#[test]
fn a_wrong_variable_is_named() {
    let mut sources = Sources::default();
    sources.environment([("KAFKA_NUM_PARTITIONS".to_string(), "x".to_string())]).unwrap();
    assert_eq!(
        BrokerConfig::read(sources).unwrap_err().to_string(),
        "the environment's KAFKA_NUM_PARTITIONS: Invalid value x for configuration num.partitions: Not a number of type \
         INT"
    );
}

#[test]
fn a_preset_gives_way_to_the_same_thing_under_another_name() {
    let with = |file: &str| {
        let mut sources = Sources::default();
        sources.preset("listeners", "PLAINTEXT://127.0.0.1:9092");
        sources.preset("log.dirs", "/preset");
        sources.preset("node.id", "1");
        sources.preset("log.retention.ms", "5");
        sources.file("server.properties", file.as_bytes()).unwrap();
        BrokerConfig::read(sources).unwrap()
    };
    let plain = with("");
    assert_eq!(shown(&plain.listeners.broker), ["PLAINTEXT://127.0.0.1:9092"]);
    assert_eq!((plain.node_id, plain.log_dirs), (Some(1), vec![PathBuf::from("/preset")]));
    let own = with("broker.id=4\nport=9093\nlog.dir=/own\nlog.retention.hours=1");
    assert_eq!(shown(&own.listeners.broker), ["PLAINTEXT://:9093"]);
    assert_eq!((own.node_id, &own.log_dirs), (Some(4), &vec![PathBuf::from("/own")]));
    assert_eq!(own.layers(&Overrides::new(), &Overrides::new()).number("log.retention.ms"), None);
    // Others could not reach what listens on this machine only.
    let told = with("advertised.host.name=docker");
    assert_eq!(shown(&told.listeners.broker), ["PLAINTEXT://:9092"]);
    assert_eq!(shown(&told.listeners.advertised), ["PLAINTEXT://docker:9092"]);
}
