// Written by kt-codec-gen from definitions.json; do not edit.
//! EndQuorumEpochRequest (request, key 54), versions 0 to 1.

use super::prelude::*;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EndQuorumEpochRequest {
    pub cluster_id: Option<Str>,
    pub topics: Vec<TopicData>,
    pub leader_endpoints: Vec<LeaderEndpoint>,
    pub unknown_tags: Tags,
}
impl Message for EndQuorumEpochRequest {
    const NAME: &'static str = "EndQuorumEpochRequest";
    const VERSIONS: (i16, i16) = (0, 1);
    const FLEXIBLE: i16 = 1;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(0..=1).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let flex = version >= 1;
        let mut m = Self::default();
        m.cluster_id = r.nullable_string(flex)?;
        m.topics = r.array(flex, 2, |r| TopicData::decode(r, version))?;
        if version >= 1 {
            m.leader_endpoints = r.array(flex, 0, |r| LeaderEndpoint::decode(r, version))?;
        }
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if !(0..=1).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let flex = version >= 1;
        w.nullable_string(&self.cluster_id, flex);
        w.array(&self.topics, flex, |w, v| v.encode(w, version))?;
        if version >= 1 {
            w.array(&self.leader_endpoints, flex, |w, v| v.encode(w, version))?;
        }
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}
impl Request for EndQuorumEpochRequest {
    const API_KEY: ApiKey = ApiKey::EndQuorumEpoch;
    type Response = super::end_quorum_epoch_response::EndQuorumEpochResponse;
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
        m.partitions = r.array(flex, 12, |r| PartitionData::decode(r, version))?;
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
    pub leader_id: i32,
    pub leader_epoch: i32,
    pub preferred_successors: Vec<i32>,
    pub preferred_candidates: Vec<ReplicaInfo>,
    pub unknown_tags: Tags,
}
impl PartitionData {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 1;
        let mut m = Self::default();
        m.partition_index = r.i32()?;
        m.leader_id = r.i32()?;
        m.leader_epoch = r.i32()?;
        if version <= 0 {
            m.preferred_successors = r.array(flex, 4, Reader::i32)?;
        }
        if version >= 1 {
            m.preferred_candidates = r.array(flex, 0, |r| ReplicaInfo::decode(r, version))?;
        }
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let flex = version >= 1;
        w.i32(self.partition_index);
        w.i32(self.leader_id);
        w.i32(self.leader_epoch);
        if version <= 0 {
            w.array(&self.preferred_successors, flex, |w, v| {
                w.i32(*v);
                Ok(())
            })?;
        }
        if version >= 1 {
            w.array(&self.preferred_candidates, flex, |w, v| v.encode(w, version))?;
        }
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplicaInfo {
    pub candidate_id: i32,
    pub candidate_directory_id: Uuid,
    pub unknown_tags: Tags,
}
impl ReplicaInfo {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 1;
        let mut m = Self::default();
        if version >= 1 {
            m.candidate_id = r.i32()?;
        }
        if version >= 1 {
            m.candidate_directory_id = r.uuid()?;
        }
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let flex = version >= 1;
        if version >= 1 {
            w.i32(self.candidate_id);
        } else if self.candidate_id != 0 {
            return Err(no_field("candidate_id", version));
        }
        if version >= 1 {
            w.uuid(&self.candidate_directory_id);
        } else if !self.candidate_directory_id.is_zero() {
            return Err(no_field("candidate_directory_id", version));
        }
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LeaderEndpoint {
    pub name: Str,
    pub host: Str,
    pub port: u16,
    pub unknown_tags: Tags,
}
impl LeaderEndpoint {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 1;
        let mut m = Self::default();
        if version >= 1 {
            m.name = r.string(flex)?;
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
            w.string(&self.name, flex);
        } else if !self.name.is_empty() {
            return Err(no_field("name", version));
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
