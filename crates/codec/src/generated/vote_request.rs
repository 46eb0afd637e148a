// Written by kt-codec-gen from definitions.json; do not edit.
//! VoteRequest (request, key 52), versions 0 to 2.

use super::prelude::*;

#[derive(Clone, Debug, PartialEq)]
pub struct VoteRequest {
    pub cluster_id: Option<Str>,
    pub voter_id: i32,
    pub topics: Vec<TopicData>,
    pub unknown_tags: Tags,
}

impl Default for VoteRequest {
    fn default() -> Self {
        VoteRequest {
            cluster_id: Default::default(),
            voter_id: -1,
            topics: Default::default(),
            unknown_tags: Tags::default(),
        }
    }
}
impl Message for VoteRequest {
    const NAME: &'static str = "VoteRequest";
    const VERSIONS: (i16, i16) = (0, 2);
    const FLEXIBLE: i16 = 0;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(0..=2).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let mut m = Self::default();
        m.cluster_id = r.nullable_string(true)?;
        if version >= 1 {
            m.voter_id = r.i32()?;
        }
        m.topics = r.array(true, 3, |r| TopicData::decode(r, version))?;
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if !(0..=2).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        w.nullable_string(&self.cluster_id, true);
        if version >= 1 {
            w.i32(self.voter_id);
        }
        w.array(&self.topics, true, |w, v| v.encode(w, version))?;
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}
impl Request for VoteRequest {
    const API_KEY: ApiKey = ApiKey::Vote;
    type Response = super::vote_response::VoteResponse;
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TopicData {
    pub topic_name: Str,
    pub partitions: Vec<PartitionData>,
    pub unknown_tags: Tags,
}
impl TopicData {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let mut m = Self::default();
        m.topic_name = r.string(true)?;
        m.partitions = r.array(true, 25, |r| PartitionData::decode(r, version))?;
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        w.string(&self.topic_name, true);
        w.array(&self.partitions, true, |w, v| v.encode(w, version))?;
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PartitionData {
    pub partition_index: i32,
    pub replica_epoch: i32,
    pub replica_id: i32,
    pub replica_directory_id: Uuid,
    pub voter_directory_id: Uuid,
    pub last_offset_epoch: i32,
    pub last_offset: i64,
    pub pre_vote: bool,
    pub unknown_tags: Tags,
}
impl PartitionData {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let mut m = Self::default();
        m.partition_index = r.i32()?;
        m.replica_epoch = r.i32()?;
        m.replica_id = r.i32()?;
        if version >= 1 {
            m.replica_directory_id = r.uuid()?;
        }
        if version >= 1 {
            m.voter_directory_id = r.uuid()?;
        }
        m.last_offset_epoch = r.i32()?;
        m.last_offset = r.i64()?;
        if version >= 2 {
            m.pre_vote = r.bool()?;
        }
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        w.i32(self.partition_index);
        w.i32(self.replica_epoch);
        w.i32(self.replica_id);
        if version >= 1 {
            w.uuid(&self.replica_directory_id);
        }
        if version >= 1 {
            w.uuid(&self.voter_directory_id);
        }
        w.i32(self.last_offset_epoch);
        w.i64(self.last_offset);
        if version >= 2 {
            w.bool(self.pre_vote);
        } else if self.pre_vote {
            return Err(no_field("pre_vote", version));
        }
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}
