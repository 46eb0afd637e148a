//! Names of the original's scripts for what kt is not: connectors, copying between clusters, its fault injector, running
//! Java classes. Each says in two lines what it is, that kt has none of it, and what to use; exit code 1.

use super::context::Context;
use super::failure::Failure;
use super::options::Given;
use super::tool::{Group, Kafka, Options, Thrown, Tool};

const fn script(
    script: &'static str,
    name: &'static str,
    about: &'static str,
    act: fn(&Given, &mut Context) -> Result<(), Failure>,
) -> Tool {
    Tool {
        script: Some(script),
        kafka: Some(Kafka { options: Options::Raw, thrown: Thrown::STDERR, act }),
        ..Tool::own(name, Group::Past, about)
    }
}

fn none(what: &str, instead: &str) -> Result<(), Failure> {
    Err(Failure::new(what).hint(instead))
}

fn connect(_: &Given, _: &mut Context) -> Result<(), Failure> {
    none(
        "Kafka Connect moves data between Kafka and other systems by Java plugins; kt has no such thing",
        "run the original's connect on this broker: bootstrap.servers in its worker file is all it needs",
    )
}

pub const CONNECT_STANDALONE: Tool =
    script("connect-standalone", "connect-standalone", "Kafka Connect: kt has none; says what to use", connect);
pub const CONNECT_DISTRIBUTED: Tool =
    script("connect-distributed", "connect-distributed", "Kafka Connect: kt has none; says what to use", connect);
pub const CONNECT_PLUGIN_PATH: Tool =
    script("connect-plugin-path", "connect-plugin-path", "Kafka Connect: kt has none; says what to use", connect);

/// The file is looked at first, as in the original: a wrong name is told before anything else.
fn mirror(given: &Given, _: &mut Context) -> Result<(), Failure> {
    let file = given.words.iter().find(|word| !word.starts_with('-'));
    match file {
        None => {
            return Err(Failure::usage("too few arguments: MirrorMaker wants an mm2.properties")
                .because("it copies topics between clusters on Kafka Connect; kt has no such thing")
                .hint("run the original's connect-mirror-maker.sh with this broker as one of its clusters"));
        }
        Some(file) if !std::path::Path::new(file).exists() => {
            return Err(Failure::new(format!("there is no file {file}"))
                .because("MirrorMaker copies topics between clusters on Kafka Connect; kt has no such thing")
                .hint("run the original's connect-mirror-maker.sh with this broker as one of its clusters"));
        }
        Some(_) => {}
    }
    none(
        "MirrorMaker copies topics between clusters on Kafka Connect; kt has no such thing",
        "run the original's connect-mirror-maker.sh with this broker as one of its clusters",
    )
}

pub const CONNECT_MIRROR_MAKER: Tool =
    script("connect-mirror-maker", "connect-mirror-maker", "MirrorMaker: kt has none; says what to use", mirror);
pub const MIRROR_MAKER: Tool =
    script("kafka-mirror-maker", "mirror-maker", "MirrorMaker: kt has none; says what to use", mirror);

pub const JMX: Tool = script("kafka-jmx", "jmx", "JMX: kt has none; says what replaces it", |_, _| {
    none(
        "kafka-jmx reads the measurements of a Java process; kt is none, so it has no JMX",
        "kt api-versions, kt log-dirs and kt groups ask any broker; for kt's own process look at /proc or ps",
    )
});

pub const RUN_CLASS: Tool =
    script("kafka-run-class", "run-class", "runs a class of Kafka's; says which command has it", |given, _| {
        let class = given.words.iter().find(|word| !word.starts_with('-')).map_or("", String::as_str);
        let simple = class.rsplit('.').next().unwrap_or_default();
        let instead = CLASSES.iter().find(|(name, _)| *name == simple);
        let failure =
            Failure::new(format!("kafka-run-class starts a Java class; kt has no Java, and cannot start {class}"));
        Err(match instead {
            Some((_, tool)) => failure.hint(format!("kt {tool}   is that class's tool")),
            None => failure.hint("kt help   lists what kt has; other classes run with the original"),
        })
    });

/// Classes that tutorials start, and the tool that each is.
const CLASSES: [(&str, &str); 21] = [
    ("GetOffsetShell", "get-offsets"),
    ("DumpLogSegments", "dump-log"),
    ("StorageTool", "storage"),
    ("ConfigCommand", "configs"),
    ("TopicCommand", "topics"),
    ("ConsoleProducer", "console-producer"),
    ("ConsoleConsumer", "console-consumer"),
    ("ConsumerGroupCommand", "consumer-groups"),
    ("ProducerPerformance", "producer-perf-test"),
    ("ConsumerPerformance", "consumer-perf-test"),
    ("EndToEndLatency", "e2e-latency"),
    ("MetadataShell", "metadata-shell"),
    ("JmxTool", "jmx"),
    ("ReplicaVerificationTool", "replica-verification"),
    ("BrokerApiVersionsCommand", "broker-api-versions"),
    ("DeleteRecordsCommand", "delete-records"),
    ("LogDirsCommand", "log-dirs"),
    ("AclCommand", "acls"),
    ("Kafka", "server-start"),
    ("ClusterTool", "cluster"),
    ("OAuthCompatibilityTool", "oauth-compatibility-tool"),
];

/// The original starts it by its class alone: it has no script.
pub const OAUTH_COMPATIBILITY_TOOL: Tool = Tool {
    script: None,
    ..script("", "oauth-compatibility-tool", "tries an OAuth setup: kt has none; says what to use", |_, _| {
        none(
            "the OAuth compatibility tool fetches and checks tokens with Kafka's own Java classes; kt has none of those",
            "kt doctor --command-config FILE   logs in with the same settings, and says at which step it fails",
        )
    })
};

pub const TROGDOR: Tool = script("trogdor", "trogdor", "Kafka's fault injector: kt has none", |_, _| {
    none(
        "trogdor injects faults and load into a test cluster of Kafka's; kt has no such thing",
        "kt producer-perf-test and kt consumer-perf-test make load; kill -9 of a kt serve is a fault it survives",
    )
});
