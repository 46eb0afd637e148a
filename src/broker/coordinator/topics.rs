//! The internal topics: made when they are first needed, with the settings that the original gives them.

use kt_codec::Str;
use kt_codec::create_topics_request::{CreatableTopic, CreatableTopicConfig, CreateTopicsRequest};

use crate::broker::controller::decide::SystemRandom;
use crate::broker::controller::image::Image;
use crate::broker::controller::topics::create;
use crate::broker::{Broker, Current, internal};
use crate::protocol::code::ErrorCode;

impl Broker {
    /// The number of partitions of an internal topic, which is made if it is not there. Blocks when it is not.
    pub fn internal_topic(&self, name: &str) -> Result<i32, ErrorCode> {
        if let Some(count) = partitions(&self.image(), name) {
            return Ok(count);
        }
        let current = self.current();
        let rules = current.rules();
        let outcome = self.change(|image| {
            let topics = vec![spec(&current, image, name)];
            let request = CreateTopicsRequest { topics, ..Default::default() };
            create::create(image, &request, &rules, |_| true, &mut SystemRandom)
        })?;
        for (_, result) in outcome {
            match result {
                Ok(created) => tracing::info!("made {name} with {} partitions", created.partitions),
                Err(refusal) if refusal.code == ErrorCode::TOPIC_ALREADY_EXISTS => {}
                Err(refusal) => {
                    let why = refusal.message.unwrap_or_else(|| Str::from(refusal.code.message()));
                    tracing::error!("cannot make {name}: {why}");
                    return Err(ErrorCode::COORDINATOR_NOT_AVAILABLE);
                }
            }
        }
        partitions(&self.image(), name).ok_or(ErrorCode::COORDINATOR_NOT_AVAILABLE)
    }
}

fn partitions(image: &Image, name: &str) -> Option<i32> {
    image.topics.by_name(name).and_then(|topic| i32::try_from(topic.partitions.len()).ok())
}

/// Where fewer brokers are there than the setting wants replicas, as many as there are: a single broker can coordinate.
fn spec(current: &Current, image: &Image, name: &str) -> CreatableTopic {
    let active = image.brokers.keys().filter(|id| image.is_active(**id)).count();
    let factor = |wanted: i16| wanted.min(i16::try_from(active).unwrap_or(i16::MAX)).max(1);
    let config = |name: &str, value: String| CreatableTopicConfig {
        name: name.into(),
        value: Some(value.into()),
        ..Default::default()
    };
    let settings = &current.settings;
    let (count, replicas, configs) = if name == internal::SHARES {
        let of = &settings.share;
        let configs = vec![
            config("cleanup.policy", "delete".into()),
            config("compression.type", "producer".into()),
            config("min.insync.replicas", of.topic_min_isr.to_string()),
            config("retention.ms", "-1".into()),
            config("segment.bytes", of.topic_segment_bytes.to_string()),
        ];
        (of.topic_partitions, of.topic_replication_factor, configs)
    } else if name == internal::TRANSACTIONS {
        let of = &settings.transactions;
        let configs = vec![
            config("cleanup.policy", "compact".into()),
            config("compression.type", "uncompressed".into()),
            config("min.insync.replicas", of.topic_min_isr.to_string()),
            config("segment.bytes", of.topic_segment_bytes.to_string()),
            config("unclean.leader.election.enable", "false".into()),
        ];
        (of.topic_partitions, of.topic_replication_factor, configs)
    } else {
        let of = &settings.offsets;
        let configs = vec![
            config("cleanup.policy", "compact".into()),
            config("compression.type", "producer".into()),
            config("segment.bytes", of.topic_segment_bytes.to_string()),
        ];
        (of.topic_partitions, of.topic_replication_factor, configs)
    };
    CreatableTopic {
        name: name.into(),
        num_partitions: count,
        replication_factor: factor(replicas),
        configs,
        ..Default::default()
    }
}
