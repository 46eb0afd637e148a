// Written by kt-codec-gen from definitions.json; do not edit.
//! ConsumerGroupHeartbeatRequest (request, key 68), versions 0 to 1.

use super::prelude::*;

#[derive(Clone, Debug, PartialEq)]
pub struct ConsumerGroupHeartbeatRequest {
    pub group_id: Str,
    pub member_id: Str,
    pub member_epoch: i32,
    pub instance_id: Option<Str>,
    pub rack_id: Option<Str>,
    pub rebalance_timeout_ms: i32,
    pub subscribed_topic_names: Option<Vec<Str>>,
    pub subscribed_topic_regex: Option<Str>,
    pub server_assignor: Option<Str>,
    pub topic_partitions: Option<Vec<TopicPartitions>>,
    pub unknown_tags: Tags,
}

impl Default for ConsumerGroupHeartbeatRequest {
    fn default() -> Self {
        ConsumerGroupHeartbeatRequest {
            group_id: Default::default(),
            member_id: Default::default(),
            member_epoch: Default::default(),
            instance_id: Default::default(),
            rack_id: Default::default(),
            rebalance_timeout_ms: -1,
            subscribed_topic_names: Default::default(),
            subscribed_topic_regex: Default::default(),
            server_assignor: Default::default(),
            topic_partitions: Default::default(),
            unknown_tags: Tags::default(),
        }
    }
}
impl Message for ConsumerGroupHeartbeatRequest {
    const NAME: &'static str = "ConsumerGroupHeartbeatRequest";
    const VERSIONS: (i16, i16) = (0, 1);
    const FLEXIBLE: i16 = 0;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(0..=1).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let mut m = Self::default();
        m.group_id = r.string(true)?;
        m.member_id = r.string(true)?;
        m.member_epoch = r.i32()?;
        m.instance_id = r.nullable_string(true)?;
        m.rack_id = r.nullable_string(true)?;
        m.rebalance_timeout_ms = r.i32()?;
        m.subscribed_topic_names = r.nullable_array(true, 1, |r| r.string(true))?;
        if version >= 1 {
            m.subscribed_topic_regex = r.nullable_string(true)?;
        }
        m.server_assignor = r.nullable_string(true)?;
        m.topic_partitions = r.nullable_array(true, 18, |r| TopicPartitions::decode(r, version))?;
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if !(0..=1).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        w.string(&self.group_id, true);
        w.string(&self.member_id, true);
        w.i32(self.member_epoch);
        w.nullable_string(&self.instance_id, true);
        w.nullable_string(&self.rack_id, true);
        w.i32(self.rebalance_timeout_ms);
        match &self.subscribed_topic_names {
            None => {
                w.null_array(true);
            }
            Some(v) => {
                w.array(v, true, |w, v| {
                    w.string(v, true);
                    Ok(())
                })?;
            }
        }
        if version >= 1 {
            w.nullable_string(&self.subscribed_topic_regex, true);
        } else if self.subscribed_topic_regex.is_some() {
            return Err(no_field("subscribed_topic_regex", version));
        }
        w.nullable_string(&self.server_assignor, true);
        match &self.topic_partitions {
            None => {
                w.null_array(true);
            }
            Some(v) => {
                w.array(v, true, |w, v| v.encode(w, version))?;
            }
        }
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}
impl Request for ConsumerGroupHeartbeatRequest {
    const API_KEY: ApiKey = ApiKey::ConsumerGroupHeartbeat;
    type Response = super::consumer_group_heartbeat_response::ConsumerGroupHeartbeatResponse;
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TopicPartitions {
    pub topic_id: Uuid,
    pub partitions: Vec<i32>,
    pub unknown_tags: Tags,
}
impl TopicPartitions {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let _ = version;
        let mut m = Self::default();
        m.topic_id = r.uuid()?;
        m.partitions = r.array(true, 4, Reader::i32)?;
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let _ = version;
        w.uuid(&self.topic_id);
        w.array(&self.partitions, true, |w, v| {
            w.i32(*v);
            Ok(())
        })?;
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}
