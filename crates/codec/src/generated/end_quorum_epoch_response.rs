// Written by kt-codec-gen from definitions.json; do not edit.
//! EndQuorumEpochResponse (response, key 54), versions 0 to 1.

use super::prelude::*;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EndQuorumEpochResponse {
    pub error_code: i16,
    pub topics: Vec<TopicData>,
    pub node_endpoints: Vec<NodeEndpoint>,
    pub unknown_tags: Tags,
}
impl Message for EndQuorumEpochResponse {
    const NAME: &'static str = "EndQuorumEpochResponse";
    const VERSIONS: (i16, i16) = (0, 1);
    const FLEXIBLE: i16 = 1;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(0..=1).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let flex = version >= 1;
        let mut m = Self::default();
        m.error_code = r.i16()?;
        m.topics = r.array(flex, 2, |r| TopicData::decode(r, version))?;
        if flex {
            m.unknown_tags = r.tags(|r, tag| {
                match tag {
                    0 if version >= 1 => m.node_endpoints = r.array(flex, 0, |r| NodeEndpoint::decode(r, version))?,
                    _ => return Ok(false),
                }
                Ok(true)
            })?;
        }
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if !(0..=1).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let flex = version >= 1;
        w.i16(self.error_code);
        w.array(&self.topics, flex, |w, v| v.encode(w, version))?;
        if flex {
            let mut known = Vec::new();
            if version >= 1 && !self.node_endpoints.is_empty() {
                let t = &mut Writer::new();
                t.array(&self.node_endpoints, flex, |w, v| v.encode(w, version))?;
                known.push((0, std::mem::take(t)));
            }
            w.tags(known, &self.unknown_tags);
        }
        if !(version >= 1) && !self.node_endpoints.is_empty() {
            return Err(no_field("node_endpoints", version));
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TopicData {
    pub topic_name: Str,
    pub partitions: Vec<PartitionData>,
    pub unknown_tags: Tags,
}
impl TopicData {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 1;
        let mut m = Self::default();
        m.topic_name = r.string(flex)?;
        m.partitions = r.array(flex, 14, |r| PartitionData::decode(r, version))?;
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let flex = version >= 1;
        w.string(&self.topic_name, flex);
        w.array(&self.partitions, flex, |w, v| v.encode(w, version))?;
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PartitionData {
    pub partition_index: i32,
    pub error_code: i16,
    pub leader_id: i32,
    pub leader_epoch: i32,
    pub unknown_tags: Tags,
}
impl PartitionData {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 1;
        let mut m = Self::default();
        m.partition_index = r.i32()?;
        m.error_code = r.i16()?;
        m.leader_id = r.i32()?;
        m.leader_epoch = r.i32()?;
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let flex = version >= 1;
        w.i32(self.partition_index);
        w.i16(self.error_code);
        w.i32(self.leader_id);
        w.i32(self.leader_epoch);
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
    pub port: u16,
    pub unknown_tags: Tags,
}
impl NodeEndpoint {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 1;
        let mut m = Self::default();
        if version >= 1 {
            m.node_id = r.i32()?;
        }
        if version >= 1 {
            m.host = r.string(flex)?;
        }
        if version >= 1 {
            m.port = r.u16()?;
        }
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let flex = version >= 1;
        if version >= 1 {
            w.i32(self.node_id);
        } else if self.node_id != 0 {
            return Err(no_field("node_id", version));
        }
        if version >= 1 {
            w.string(&self.host, flex);
        } else if !self.host.is_empty() {
            return Err(no_field("host", version));
        }
        if version >= 1 {
            w.u16(self.port);
        } else if self.port != 0 {
            return Err(no_field("port", version));
        }
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}
