// Written by kt-codec-gen from definitions.json; do not edit.
//! StreamsGroupHeartbeatRequest (request, key 88), versions 0 to 0.

use super::prelude::*;

#[derive(Clone, Debug, PartialEq)]
pub struct StreamsGroupHeartbeatRequest {
    pub group_id: Str,
    pub member_id: Str,
    pub member_epoch: i32,
    pub endpoint_information_epoch: i32,
    pub instance_id: Option<Str>,
    pub rack_id: Option<Str>,
    pub rebalance_timeout_ms: i32,
    pub topology: Option<Topology>,
    pub active_tasks: Option<Vec<TaskIds>>,
    pub standby_tasks: Option<Vec<TaskIds>>,
    pub warmup_tasks: Option<Vec<TaskIds>>,
    pub process_id: Option<Str>,
    pub user_endpoint: Option<Endpoint>,
    pub client_tags: Option<Vec<KeyValue>>,
    pub task_offsets: Option<Vec<TaskOffset>>,
    pub task_end_offsets: Option<Vec<TaskOffset>>,
    pub shutdown_application: bool,
    pub unknown_tags: Tags,
}

impl Default for StreamsGroupHeartbeatRequest {
    fn default() -> Self {
        StreamsGroupHeartbeatRequest {
            group_id: Default::default(),
            member_id: Default::default(),
            member_epoch: Default::default(),
            endpoint_information_epoch: Default::default(),
            instance_id: Default::default(),
            rack_id: Default::default(),
            rebalance_timeout_ms: -1,
            topology: Default::default(),
            active_tasks: Default::default(),
            standby_tasks: Default::default(),
            warmup_tasks: Default::default(),
            process_id: Default::default(),
            user_endpoint: Default::default(),
            client_tags: Default::default(),
            task_offsets: Default::default(),
            task_end_offsets: Default::default(),
            shutdown_application: Default::default(),
            unknown_tags: Tags::default(),
        }
    }
}
impl Message for StreamsGroupHeartbeatRequest {
    const NAME: &'static str = "StreamsGroupHeartbeatRequest";
    const VERSIONS: (i16, i16) = (0, 0);
    const FLEXIBLE: i16 = 0;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if version != 0 {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let mut m = Self::default();
        m.group_id = r.string(true)?;
        m.member_id = r.string(true)?;
        m.member_epoch = r.i32()?;
        m.endpoint_information_epoch = r.i32()?;
        m.instance_id = r.nullable_string(true)?;
        m.rack_id = r.nullable_string(true)?;
        m.rebalance_timeout_ms = r.i32()?;
        m.topology = if r.present()? { Some(Topology::decode(r, version)?) } else { None };
        m.active_tasks = r.nullable_array(true, 3, |r| TaskIds::decode(r, version))?;
        m.standby_tasks = r.nullable_array(true, 3, |r| TaskIds::decode(r, version))?;
        m.warmup_tasks = r.nullable_array(true, 3, |r| TaskIds::decode(r, version))?;
        m.process_id = r.nullable_string(true)?;
        m.user_endpoint = if r.present()? { Some(Endpoint::decode(r, version)?) } else { None };
        m.client_tags = r.nullable_array(true, 3, |r| KeyValue::decode(r, version))?;
        m.task_offsets = r.nullable_array(true, 14, |r| TaskOffset::decode(r, version))?;
        m.task_end_offsets = r.nullable_array(true, 14, |r| TaskOffset::decode(r, version))?;
        m.shutdown_application = r.bool()?;
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if version != 0 {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        w.string(&self.group_id, true);
        w.string(&self.member_id, true);
        w.i32(self.member_epoch);
        w.i32(self.endpoint_information_epoch);
        w.nullable_string(&self.instance_id, true);
        w.nullable_string(&self.rack_id, true);
        w.i32(self.rebalance_timeout_ms);
        match &self.topology {
            None => {
                w.i8(-1);
            }
            Some(v) => {
                w.i8(1);
                v.encode(w, version)?;
            }
        }
        match &self.active_tasks {
            None => {
                w.null_array(true);
            }
            Some(v) => {
                w.array(v, true, |w, v| v.encode(w, version))?;
            }
        }
        match &self.standby_tasks {
            None => {
                w.null_array(true);
            }
            Some(v) => {
                w.array(v, true, |w, v| v.encode(w, version))?;
            }
        }
        match &self.warmup_tasks {
            None => {
                w.null_array(true);
            }
            Some(v) => {
                w.array(v, true, |w, v| v.encode(w, version))?;
            }
        }
        w.nullable_string(&self.process_id, true);
        match &self.user_endpoint {
            None => {
                w.i8(-1);
            }
            Some(v) => {
                w.i8(1);
                v.encode(w, version)?;
            }
        }
        match &self.client_tags {
            None => {
                w.null_array(true);
            }
            Some(v) => {
                w.array(v, true, |w, v| v.encode(w, version))?;
            }
        }
        match &self.task_offsets {
            None => {
                w.null_array(true);
            }
            Some(v) => {
                w.array(v, true, |w, v| v.encode(w, version))?;
            }
        }
        match &self.task_end_offsets {
            None => {
                w.null_array(true);
            }
            Some(v) => {
                w.array(v, true, |w, v| v.encode(w, version))?;
            }
        }
        w.bool(self.shutdown_application);
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}
impl Request for StreamsGroupHeartbeatRequest {
    const API_KEY: ApiKey = ApiKey::StreamsGroupHeartbeat;
    type Response = super::streams_group_heartbeat_response::StreamsGroupHeartbeatResponse;
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Topology {
    pub epoch: i32,
    pub subtopologies: Vec<Subtopology>,
    pub unknown_tags: Tags,
}
impl Topology {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let mut m = Self::default();
        m.epoch = r.i32()?;
        m.subtopologies = r.array(true, 8, |r| Subtopology::decode(r, version))?;
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        w.i32(self.epoch);
        w.array(&self.subtopologies, true, |w, v| v.encode(w, version))?;
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Subtopology {
    pub subtopology_id: Str,
    pub source_topics: Vec<Str>,
    pub source_topic_regex: Vec<Str>,
    pub state_changelog_topics: Vec<TopicInfo>,
    pub repartition_sink_topics: Vec<Str>,
    pub repartition_source_topics: Vec<TopicInfo>,
    pub copartition_groups: Vec<CopartitionGroup>,
    pub unknown_tags: Tags,
}
impl Subtopology {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let mut m = Self::default();
        m.subtopology_id = r.string(true)?;
        m.source_topics = r.array(true, 1, |r| r.string(true))?;
        m.source_topic_regex = r.array(true, 1, |r| r.string(true))?;
        m.state_changelog_topics = r.array(true, 9, |r| TopicInfo::decode(r, version))?;
        m.repartition_sink_topics = r.array(true, 1, |r| r.string(true))?;
        m.repartition_source_topics = r.array(true, 9, |r| TopicInfo::decode(r, version))?;
        m.copartition_groups = r.array(true, 4, |r| CopartitionGroup::decode(r, version))?;
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        w.string(&self.subtopology_id, true);
        w.array(&self.source_topics, true, |w, v| {
            w.string(v, true);
            Ok(())
        })?;
        w.array(&self.source_topic_regex, true, |w, v| {
            w.string(v, true);
            Ok(())
        })?;
        w.array(&self.state_changelog_topics, true, |w, v| v.encode(w, version))?;
        w.array(&self.repartition_sink_topics, true, |w, v| {
            w.string(v, true);
            Ok(())
        })?;
        w.array(&self.repartition_source_topics, true, |w, v| v.encode(w, version))?;
        w.array(&self.copartition_groups, true, |w, v| v.encode(w, version))?;
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CopartitionGroup {
    pub source_topics: Vec<i16>,
    pub source_topic_regex: Vec<i16>,
    pub repartition_source_topics: Vec<i16>,
    pub unknown_tags: Tags,
}
impl CopartitionGroup {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let _ = version;
        let mut m = Self::default();
        m.source_topics = r.array(true, 2, Reader::i16)?;
        m.source_topic_regex = r.array(true, 2, Reader::i16)?;
        m.repartition_source_topics = r.array(true, 2, Reader::i16)?;
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let _ = version;
        w.array(&self.source_topics, true, |w, v| {
            w.i16(*v);
            Ok(())
        })?;
        w.array(&self.source_topic_regex, true, |w, v| {
            w.i16(*v);
            Ok(())
        })?;
        w.array(&self.repartition_source_topics, true, |w, v| {
            w.i16(*v);
            Ok(())
        })?;
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct KeyValue {
    pub key: Str,
    pub value: Str,
    pub unknown_tags: Tags,
}
impl KeyValue {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let _ = version;
        let mut m = Self::default();
        m.key = r.string(true)?;
        m.value = r.string(true)?;
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let _ = version;
        w.string(&self.key, true);
        w.string(&self.value, true);
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TopicInfo {
    pub name: Str,
    pub partitions: i32,
    pub replication_factor: i16,
    pub topic_configs: Vec<KeyValue>,
    pub unknown_tags: Tags,
}
impl TopicInfo {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let mut m = Self::default();
        m.name = r.string(true)?;
        m.partitions = r.i32()?;
        m.replication_factor = r.i16()?;
        m.topic_configs = r.array(true, 3, |r| KeyValue::decode(r, version))?;
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        w.string(&self.name, true);
        w.i32(self.partitions);
        w.i16(self.replication_factor);
        w.array(&self.topic_configs, true, |w, v| v.encode(w, version))?;
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Endpoint {
    pub host: Str,
    pub port: u16,
    pub unknown_tags: Tags,
}
impl Endpoint {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let _ = version;
        let mut m = Self::default();
        m.host = r.string(true)?;
        m.port = r.u16()?;
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let _ = version;
        w.string(&self.host, true);
        w.u16(self.port);
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TaskOffset {
    pub subtopology_id: Str,
    pub partition: i32,
    pub offset: i64,
    pub unknown_tags: Tags,
}
impl TaskOffset {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let _ = version;
        let mut m = Self::default();
        m.subtopology_id = r.string(true)?;
        m.partition = r.i32()?;
        m.offset = r.i64()?;
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let _ = version;
        w.string(&self.subtopology_id, true);
        w.i32(self.partition);
        w.i64(self.offset);
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TaskIds {
    pub subtopology_id: Str,
    pub partitions: Vec<i32>,
    pub unknown_tags: Tags,
}
impl TaskIds {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let _ = version;
        let mut m = Self::default();
        m.subtopology_id = r.string(true)?;
        m.partitions = r.array(true, 4, Reader::i32)?;
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let _ = version;
        w.string(&self.subtopology_id, true);
        w.array(&self.partitions, true, |w, v| {
            w.i32(*v);
            Ok(())
        })?;
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}
