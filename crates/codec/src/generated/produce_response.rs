// Written by kt-codec-gen from definitions.json; do not edit.
//! ProduceResponse (response, key 0), versions 3 to 13.

use super::prelude::*;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProduceResponse {
    pub responses: Vec<TopicProduceResponse>,
    pub throttle_time_ms: i32,
    pub node_endpoints: Vec<NodeEndpoint>,
    pub unknown_tags: Tags,
}
impl Message for ProduceResponse {
    const NAME: &'static str = "ProduceResponse";
    const VERSIONS: (i16, i16) = (3, 13);
    const FLEXIBLE: i16 = 9;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(3..=13).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let flex = version >= 9;
        let mut m = Self::default();
        m.responses = r.array(flex, 1, |r| TopicProduceResponse::decode(r, version))?;
        m.throttle_time_ms = r.i32()?;
        if flex {
            m.unknown_tags = r.tags(|r, tag| {
                match tag {
                    0 if version >= 10 => m.node_endpoints = r.array(flex, 0, |r| NodeEndpoint::decode(r, version))?,
                    _ => return Ok(false),
                }
                Ok(true)
            })?;
        }
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if !(3..=13).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let flex = version >= 9;
        w.array(&self.responses, flex, |w, v| v.encode(w, version))?;
        w.i32(self.throttle_time_ms);
        if flex {
            let mut known = Vec::new();
            if version >= 10 && !self.node_endpoints.is_empty() {
                let t = &mut Writer::new();
                t.array(&self.node_endpoints, flex, |w, v| v.encode(w, version))?;
                known.push((0, std::mem::take(t)));
            }
            w.tags(known, &self.unknown_tags);
        }
        if !(version >= 10) && !self.node_endpoints.is_empty() {
            return Err(no_field("node_endpoints", version));
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TopicProduceResponse {
    pub name: Str,
    pub topic_id: Uuid,
    pub partition_responses: Vec<PartitionProduceResponse>,
    pub unknown_tags: Tags,
}
impl TopicProduceResponse {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 9;
        let mut m = Self::default();
        if version <= 12 {
            m.name = r.string(flex)?;
        }
        if version >= 13 {
            m.topic_id = r.uuid()?;
        }
        m.partition_responses = r.array(flex, 22, |r| PartitionProduceResponse::decode(r, version))?;
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let flex = version >= 9;
        if version <= 12 {
            w.string(&self.name, flex);
        }
        if version >= 13 {
            w.uuid(&self.topic_id);
        }
        w.array(&self.partition_responses, flex, |w, v| v.encode(w, version))?;
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct PartitionProduceResponse {
    pub index: i32,
    pub error_code: i16,
    pub base_offset: i64,
    pub log_append_time_ms: i64,
    pub log_start_offset: i64,
    pub record_errors: Vec<BatchIndexAndErrorMessage>,
    pub error_message: Option<Str>,
    pub current_leader: LeaderIdAndEpoch,
    pub unknown_tags: Tags,
}

impl Default for PartitionProduceResponse {
    fn default() -> Self {
        PartitionProduceResponse {
            index: Default::default(),
            error_code: Default::default(),
            base_offset: Default::default(),
            log_append_time_ms: -1,
            log_start_offset: -1,
            record_errors: Default::default(),
            error_message: Default::default(),
            current_leader: Default::default(),
            unknown_tags: Tags::default(),
        }
    }
}
impl PartitionProduceResponse {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 9;
        let mut m = Self::default();
        m.index = r.i32()?;
        m.error_code = r.i16()?;
        m.base_offset = r.i64()?;
        m.log_append_time_ms = r.i64()?;
        if version >= 5 {
            m.log_start_offset = r.i64()?;
        }
        if version >= 8 {
            m.record_errors = r.array(flex, 0, |r| BatchIndexAndErrorMessage::decode(r, version))?;
        }
        if version >= 8 {
            m.error_message = r.nullable_string(flex)?;
        }
        if flex {
            m.unknown_tags = r.tags(|r, tag| {
                match tag {
                    0 if version >= 10 => m.current_leader = LeaderIdAndEpoch::decode(r, version)?,
                    _ => return Ok(false),
                }
                Ok(true)
            })?;
        }
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let flex = version >= 9;
        w.i32(self.index);
        w.i16(self.error_code);
        w.i64(self.base_offset);
        w.i64(self.log_append_time_ms);
        if version >= 5 {
            w.i64(self.log_start_offset);
        }
        if version >= 8 {
            w.array(&self.record_errors, flex, |w, v| v.encode(w, version))?;
        }
        if version >= 8 {
            w.nullable_string(&self.error_message, flex);
        }
        if flex {
            let mut known = Vec::new();
            if version >= 10 && self.current_leader != LeaderIdAndEpoch::default() {
                let t = &mut Writer::new();
                self.current_leader.encode(t, version)?;
                known.push((0, std::mem::take(t)));
            }
            w.tags(known, &self.unknown_tags);
        }
        if !(version >= 10) && self.current_leader != LeaderIdAndEpoch::default() {
            return Err(no_field("current_leader", version));
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BatchIndexAndErrorMessage {
    pub batch_index: i32,
    pub batch_index_error_message: Option<Str>,
    pub unknown_tags: Tags,
}
impl BatchIndexAndErrorMessage {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 9;
        let mut m = Self::default();
        if version >= 8 {
            m.batch_index = r.i32()?;
        }
        if version >= 8 {
            m.batch_index_error_message = r.nullable_string(flex)?;
        }
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let flex = version >= 9;
        if version >= 8 {
            w.i32(self.batch_index);
        } else if self.batch_index != 0 {
            return Err(no_field("batch_index", version));
        }
        if version >= 8 {
            w.nullable_string(&self.batch_index_error_message, flex);
        } else if self.batch_index_error_message.is_some() {
            return Err(no_field("batch_index_error_message", version));
        }
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct LeaderIdAndEpoch {
    pub leader_id: i32,
    pub leader_epoch: i32,
    pub unknown_tags: Tags,
}

impl Default for LeaderIdAndEpoch {
    fn default() -> Self {
        LeaderIdAndEpoch { leader_id: -1, leader_epoch: -1, unknown_tags: Tags::default() }
    }
}
impl LeaderIdAndEpoch {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 9;
        let mut m = Self::default();
        if version >= 10 {
            m.leader_id = r.i32()?;
        }
        if version >= 10 {
            m.leader_epoch = r.i32()?;
        }
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let flex = version >= 9;
        if version >= 10 {
            w.i32(self.leader_id);
        } else if self.leader_id != -1 {
            return Err(no_field("leader_id", version));
        }
        if version >= 10 {
            w.i32(self.leader_epoch);
        } else if self.leader_epoch != -1 {
            return Err(no_field("leader_epoch", version));
        }
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct NodeEndpoint {
    pub node_id: i32,
    pub host: Str,
    pub port: i32,
    pub rack: Option<Str>,
    pub unknown_tags: Tags,
}
impl NodeEndpoint {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 9;
        let mut m = Self::default();
        if version >= 10 {
            m.node_id = r.i32()?;
        }
        if version >= 10 {
            m.host = r.string(flex)?;
        }
        if version >= 10 {
            m.port = r.i32()?;
        }
        if version >= 10 {
            m.rack = r.nullable_string(flex)?;
        }
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let flex = version >= 9;
        if version >= 10 {
            w.i32(self.node_id);
        } else if self.node_id != 0 {
            return Err(no_field("node_id", version));
        }
        if version >= 10 {
            w.string(&self.host, flex);
        } else if !self.host.is_empty() {
            return Err(no_field("host", version));
        }
        if version >= 10 {
            w.i32(self.port);
        } else if self.port != 0 {
            return Err(no_field("port", version));
        }
        if version >= 10 {
            w.nullable_string(&self.rack, flex);
        } else if self.rack.is_some() {
            return Err(no_field("rack", version));
        }
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}
