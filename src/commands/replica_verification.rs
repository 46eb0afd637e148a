//! `kt replica-verification`, kafka-replica-verification: the same batches on every replica of a partition, up to the high
//! watermark, checked for as long as it runs; now and then it says how far behind the check is.
//!
//! Every broker is asked for its replicas in the same step, from the offset up to which all agree. A batch that is missing
//! on a replica is waited for; one with another end or another checksum is told.

use std::collections::BTreeMap;
use std::io::Write;
use std::time::{Duration, Instant};

use kt_codec::fetch_request::{FetchPartition, FetchRequest, FetchTopic, ReplicaState};
use kt_codec::fetch_response::FetchResponse;

use super::context::Context;
use super::failure::Failure;
use super::options::{Given, Opt};
use super::pattern::Pattern;
use super::tool::{Example, Group, Kafka, Options, Thrown, Tool};
use crate::client::admin::offsets::{Isolation, OffsetSpec};
use crate::client::admin::{TopicPartition, topics::Topic};
use crate::client::route::To;
use crate::client::{Client, fan};
use crate::clock::Clock;
use crate::output::human;
use crate::output::java::{hash_order, topic_partition_hash};
use crate::output::sink::Sink;
use crate::protocol::batch::BatchHeader;

/// A reader that may ask followers too (the original's DEBUGGING_CONSUMER_ID).
const DEBUGGER: i32 = -2;
/// After a broker could not be asked.
const PAUSE: Duration = Duration::from_secs(1);

const OPTIONS: &[Opt] = &[
    // The one tool that keeps this name.
    Opt { role: super::options::Role::Bootstrap, ..Opt::value("broker-list", "HOST:PORT,…", "brokers to ask first") }
        .required(),
    Opt::value("topics-include", "REGEX", "topics to verify").default(".*"),
    Opt::old("topic-white-list", "REGEX", "topics-include"),
    Opt::value("fetch-size", "BYTES", "of a partition in one fetch").int().default("1048576"),
    Opt::value("max-wait-ms", "MS", "the longest wait of a fetch").int().default("1000"),
    Opt::value("report-interval-ms", "MS", "time between reports").long().default("30000"),
    Opt::value("time", "-1|-2|MS", "where to start: at the end, at the beginning, or at that moment")
        .long()
        .default("-1"),
];

pub const TOOL: Tool = Tool {
    script: Some("kafka-replica-verification"),
    kafka: Some(Kafka {
        options: Options::Jopt(OPTIONS),
        thrown: Thrown::STDERR,
        act: |given, cx| run(&action(given)?, cx),
    }),
    examples: &[Example {
        line: "kt replica-verification --broker-list localhost:9092 --time -2",
        does: "hold the replicas of all topics against each other, from their first record on",
    }],
    ..Tool::own("replica-verification", Group::Cluster, "whether the replicas of a partition hold the same")
};

struct Action {
    topics: Pattern,
    fetch_size: i32,
    max_wait_ms: i32,
    report: Duration,
    time: i64,
}

fn action(given: &Given) -> Result<Action, Failure> {
    given.require(&["broker-list"])?;
    let report = given.long("report-interval-ms")?.unwrap_or(30_000);
    Ok(Action {
        topics: Pattern::topics(given.one("topics-include")?.unwrap_or(".*"))?,
        fetch_size: given.int("fetch-size")?.unwrap_or(1 << 20),
        max_wait_ms: given.int("max-wait-ms")?.unwrap_or(1_000),
        report: Duration::from_millis(u64::try_from(report).unwrap_or(0)),
        time: given.long("time")?.unwrap_or(-1),
    })
}

/// A partition under verification.
struct Place {
    name: TopicPartition,
    replicas: Vec<i32>,
    /// Up to here all replicas agree.
    agreed: i64,
}

/// What a replica answered.
#[derive(Default)]
struct Answer {
    high_watermark: i64,
    batches: Vec<BatchHeader>,
}

fn run(action: &Action, cx: &mut Context) -> Result<(), Failure> {
    cx.note("the original calls this tool deprecated");
    let client = cx.client()?;
    cx.stream(async |out| verify(&client, action, out).await)?
}

async fn verify(client: &Client, action: &Action, out: &mut Sink) -> Result<(), Failure> {
    let topics: Vec<Topic> =
        client.all_topics().await?.into_iter().filter(|topic| action.topics.matches(&topic.name)).collect();
    let mut places = places(client, action, &topics).await?;
    if places.is_empty() {
        return Err(Failure::new(
            "No topics found. --topics-include, if specified, is either filtering out all topics or there is no topic.",
        ));
    }
    out.line(format!("{}: verification process is started", now()))?;
    out.flush()?;
    let mut reported = Instant::now();
    loop {
        let answers = fetch(client, action, &topics, &places).await;
        let mut worst: Option<(i64, String, i64)> = None;
        for place in &mut places {
            compare(place, &answers, out)?;
            let mark = place.replicas.iter().filter_map(|id| answers.get(&(place.name.clone(), *id)));
            let lag = mark.map(|answer| answer.high_watermark).max().unwrap_or(-1) - place.agreed;
            if worst.as_ref().is_none_or(|(most, ..)| lag > *most) {
                worst = Some((lag, place.name.to_string(), place.agreed));
            }
        }
        if reported.elapsed() > action.report
            && let Some((lag, name, offset)) = worst
        {
            let count = places.len();
            out.line(format!(
                "{}: max lag is {lag} for partition {name} at offset {offset} among {count} partitions",
                now()
            ))?;
            reported = Instant::now();
        }
        out.flush()?;
    }
}

async fn places(client: &Client, action: &Action, topics: &[Topic]) -> Result<Vec<Place>, Failure> {
    let spec = match action.time {
        -1 => OffsetSpec::Latest,
        -2 => OffsetSpec::Earliest,
        moment => OffsetSpec::At(moment),
    };
    let all = topics.iter().flat_map(|topic| {
        topic
            .partitions
            .iter()
            .map(|p| (TopicPartition { topic: topic.name.clone(), partition: p.id }, p.replicas.clone()))
    });
    // The order in which the original looks at them decides between equal lags.
    let all =
        hash_order(all.collect(), |(tp, _): &(TopicPartition, Vec<i32>)| topic_partition_hash(&tp.topic, tp.partition));
    let asked: Vec<_> = all.iter().map(|(tp, _)| (tp.clone(), spec)).collect();
    let mut starts = BTreeMap::new();
    for (tp, found) in client.list_offsets(&asked, Isolation::ReadUncommitted).await? {
        starts.insert(tp, found?.offset);
    }
    let place = |(name, replicas): (TopicPartition, Vec<i32>)| {
        let agreed = starts.get(&name).copied().unwrap_or(0);
        Place { name, replicas, agreed }
    };
    Ok(all.into_iter().map(place).collect())
}

/// One fetch from every broker, all at once.
async fn fetch(
    client: &Client,
    action: &Action,
    topics: &[Topic],
    places: &[Place],
) -> BTreeMap<(TopicPartition, i32), Answer> {
    let mut brokers: Vec<i32> = places.iter().flat_map(|place| place.replicas.iter().copied()).collect();
    brokers.sort_unstable();
    brokers.dedup();
    let answers = fan::all(brokers.iter().map(|id| async move {
        (*id, client.send_with(To::Broker(*id), |version| request(version, *id, action, topics, places)).await)
    }))
    .await;
    let mut found = BTreeMap::new();
    for (id, answer) in answers {
        match answer {
            Ok(response) => take(id, response, topics, &mut found),
            Err(error) => {
                let _ = writeln!(std::io::stderr(), "note: broker {id} cannot be asked: {}", error.what());
                tokio::time::sleep(PAUSE).await;
            }
        }
    }
    found
}

fn request(version: i16, broker: i32, action: &Action, topics: &[Topic], places: &[Place]) -> FetchRequest {
    let of_topic = |topic: &Topic| {
        let mine = places.iter().filter(|p| p.name.topic == topic.name && p.replicas.contains(&broker));
        let partition = |place: &Place| FetchPartition {
            partition: place.name.partition,
            current_leader_epoch: -1,
            fetch_offset: place.agreed,
            last_fetched_epoch: -1,
            log_start_offset: -1,
            partition_max_bytes: action.fetch_size,
            ..Default::default()
        };
        let partitions: Vec<FetchPartition> = mine.map(partition).collect();
        FetchTopic { topic: topic.name.as_str().into(), topic_id: topic.id, partitions, ..Default::default() }
    };
    // Who asks has moved into a structure of its own.
    let nobody = FetchRequest::default();
    let (replica_id, replica_state) = match version {
        ..15 => (DEBUGGER, nobody.replica_state),
        15.. => (nobody.replica_id, ReplicaState { replica_id: DEBUGGER, ..Default::default() }),
    };
    FetchRequest {
        replica_id,
        replica_state,
        max_wait_ms: action.max_wait_ms,
        min_bytes: 1,
        max_bytes: i32::MAX,
        session_id: 0,
        session_epoch: -1,
        topics: topics.iter().map(of_topic).filter(|topic| !topic.partitions.is_empty()).collect(),
        ..Default::default()
    }
}

fn take(id: i32, response: FetchResponse, topics: &[Topic], found: &mut BTreeMap<(TopicPartition, i32), Answer>) {
    for answered in response.responses {
        // By id from version 13 on, by name before.
        let topic = topics
            .iter()
            .find(|t| if answered.topic.is_empty() { t.id == answered.topic_id } else { t.name == *answered.topic });
        let Some(topic) = topic else { continue };
        for partition in answered.partitions {
            let name = TopicPartition { topic: topic.name.clone(), partition: partition.partition_index };
            let bytes = partition.records.as_ref().and_then(|records| records.bytes()).cloned().unwrap_or_default();
            let mut rest = &bytes[..];
            let mut batches = Vec::new();
            while let Ok(header) = BatchHeader::parse(rest) {
                rest = &rest[header.size()..];
                batches.push(header);
            }
            found.insert((name, id), Answer { high_watermark: partition.high_watermark, batches });
        }
    }
}

/// Goes on from batch to batch for as long as every replica has the next one below its high watermark.
fn compare(
    place: &mut Place,
    answers: &BTreeMap<(TopicPartition, i32), Answer>,
    out: &mut Sink,
) -> Result<(), Failure> {
    let none = Answer::default();
    let replicas: Vec<(i32, &Answer)> =
        place.replicas.iter().map(|id| (*id, answers.get(&(place.name.clone(), *id)).unwrap_or(&none))).collect();
    for at in 0.. {
        let mut first: Option<(i32, &BatchHeader)> = None;
        for (id, answer) in &replicas {
            let Some(batch) = answer.batches.get(at).filter(|batch| batch.last_offset() < answer.high_watermark) else {
                return Ok(());
            };
            let Some((one, reference)) = first else {
                first = Some((*id, batch));
                continue;
            };
            let name = &place.name;
            if reference.last_offset() != batch.last_offset() {
                out.line(format!(
                    "{}: partition {name}: replica {one}'s offset {} doesn't match replica {id}'s offset {}",
                    now(),
                    reference.last_offset(),
                    batch.last_offset()
                ))?;
                out.flush()?;
                return Err(Failure::new(format!("replicas {one} and {id} of {name} differ")).because(format!(
                    "where {one} has offset {}, {id} has {}",
                    reference.last_offset(),
                    batch.last_offset()
                )));
            }
            if reference.crc != batch.crc {
                out.line(format!(
                    "{}: partition {name} has unmatched checksum at offset {}; replica {one}'s checksum {}; replica {id}'s \
                     checksum {}",
                    now(),
                    batch.last_offset(),
                    reference.crc,
                    batch.crc
                ))?;
            }
        }
        let Some((_, batch)) = first else { return Ok(()) };
        place.agreed = batch.next_offset();
    }
    Ok(())
}

/// `2026-11-21 14:56:28,145`
fn now() -> String {
    human::iso(Clock::System.now_ms()).replace('T', " ").replace('.', ",").trim_end_matches('Z').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::batch::BatchBuilder;

    fn answer(values: &[&str], high_watermark: i64) -> Answer {
        let batch = |(at, value): (usize, &&str)| {
            let mut builder = BatchBuilder::new().base_offset(at as i64);
            builder.append(1_000, None, Some(value.as_bytes()));
            BatchHeader::parse(&builder.build()).expect("it was just built")
        };
        Answer { high_watermark, batches: values.iter().enumerate().map(batch).collect() }
    }

    #[test]
    fn every_version_says_in_its_own_place_that_no_replica_asks() {
        let topic = Topic {
            name: "t".into(),
            id: kt_codec::Uuid::METADATA_TOPIC,
            internal: false,
            partitions: vec![],
            operations: None,
        };
        let name = TopicPartition { topic: "t".into(), partition: 0 };
        let place = Place { name, replicas: vec![1], agreed: 0 };
        let topics = Pattern::topics(".*").unwrap_or_else(|e| panic!("{e:?}"));
        let action = Action { topics, fetch_size: 1, max_wait_ms: 1, report: Duration::ZERO, time: -2 };
        for version in 4..=18 {
            let asked = request(version, 1, &action, std::slice::from_ref(&topic), std::slice::from_ref(&place));
            let mut body = kt_codec::Writer::new();
            assert_eq!(kt_codec::Message::encode(&asked, &mut body, version).map_err(|e| e.to_string()), Ok(()));
        }
    }

    fn compared(one: Answer, two: Answer) -> (i64, String, bool) {
        let name = TopicPartition { topic: "t".into(), partition: 0 };
        let mut place = Place { name: name.clone(), replicas: vec![1, 2], agreed: 0 };
        let answers = BTreeMap::from([((name.clone(), 1), one), ((name, 2), two)]);
        let mut out = Sink::memory();
        let failed = compare(&mut place, &answers, &mut out).is_err();
        let text = out.into_text();
        // Without the moment in front.
        (place.agreed, text.get(25..).unwrap_or_default().to_owned(), failed)
    }

    #[test]
    fn replicas_agree_up_to_what_all_have() {
        let agreed = compared(answer(&["a", "b", "c"], 3), answer(&["a", "b"], 2));
        assert_eq!(agreed, (2, String::new(), false));
        assert_eq!(compared(answer(&["a", "b"], 1), answer(&["a", "b"], 2)).0, 1, "not beyond a high watermark");
    }

    #[test]
    fn another_checksum_and_another_end_are_told() {
        let (agreed, said, failed) = compared(answer(&["a", "b"], 2), answer(&["a", "x"], 2));
        assert!(
            agreed == 2 && !failed && said.starts_with("partition t-0 has unmatched checksum at offset 1; "),
            "{said}"
        );
        let mut longer = answer(&["a"], 5);
        longer.batches[0].last_offset_delta = 2;
        let (_, said, failed) = compared(answer(&["a"], 5), longer);
        assert_eq!(
            (said.as_str(), failed),
            ("partition t-0: replica 1's offset 0 doesn't match replica 2's offset 2\n", true)
        );
    }
}
