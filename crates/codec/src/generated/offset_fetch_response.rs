// Written by kt-codec-gen from definitions.json; do not edit.
//! OffsetFetchResponse (response, key 9), versions 1 to 10.

use super::prelude::*;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct OffsetFetchResponse {
    pub throttle_time_ms: i32,
    pub topics: Vec<OffsetFetchResponseTopic>,
    pub error_code: i16,
    pub groups: Vec<OffsetFetchResponseGroup>,
    pub unknown_tags: Tags,
}
impl Message for OffsetFetchResponse {
    const NAME: &'static str = "OffsetFetchResponse";
    const VERSIONS: (i16, i16) = (1, 10);
    const FLEXIBLE: i16 = 6;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(1..=10).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let flex = version >= 6;
        let mut m = Self::default();
        if version >= 3 {
            m.throttle_time_ms = r.i32()?;
        }
        if version <= 7 {
            m.topics = r.array(flex, 0, |r| OffsetFetchResponseTopic::decode(r, version))?;
        }
        if (2..=7).contains(&version) {
            m.error_code = r.i16()?;
        }
        if version >= 8 {
            m.groups = r.array(flex, 0, |r| OffsetFetchResponseGroup::decode(r, version))?;
        }
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if !(1..=10).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let flex = version >= 6;
        if version >= 3 {
            w.i32(self.throttle_time_ms);
        }
        if version <= 7 {
            w.array(&self.topics, flex, |w, v| v.encode(w, version))?;
        } else if !self.topics.is_empty() {
            return Err(no_field("topics", version));
        }
        if (2..=7).contains(&version) {
            w.i16(self.error_code);
        }
        if version >= 8 {
            w.array(&self.groups, flex, |w, v| v.encode(w, version))?;
        } else if !self.groups.is_empty() {
            return Err(no_field("groups", version));
        }
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct OffsetFetchResponseTopic {
    pub name: Str,
    pub partitions: Vec<OffsetFetchResponsePartition>,
    pub unknown_tags: Tags,
}
impl OffsetFetchResponseTopic {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 6;
        let mut m = Self::default();
        if version <= 7 {
            m.name = r.string(flex)?;
        }
        if version <= 7 {
            m.partitions = r.array(flex, 0, |r| OffsetFetchResponsePartition::decode(r, version))?;
        }
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let flex = version >= 6;
        if version <= 7 {
            w.string(&self.name, flex);
        } else if !self.name.is_empty() {
            return Err(no_field("name", version));
        }
        if version <= 7 {
            w.array(&self.partitions, flex, |w, v| v.encode(w, version))?;
        } else if !self.partitions.is_empty() {
            return Err(no_field("partitions", version));
        }
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct OffsetFetchResponsePartition {
    pub partition_index: i32,
    pub committed_offset: i64,
    pub committed_leader_epoch: i32,
    pub metadata: Option<Str>,
    pub error_code: i16,
    pub unknown_tags: Tags,
}

impl Default for OffsetFetchResponsePartition {
    fn default() -> Self {
        OffsetFetchResponsePartition {
            partition_index: Default::default(),
            committed_offset: Default::default(),
            committed_leader_epoch: -1,
            metadata: Some(Default::default()),
            error_code: Default::default(),
            unknown_tags: Tags::default(),
        }
    }
}
impl OffsetFetchResponsePartition {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 6;
        let mut m = Self::default();
        if version <= 7 {
            m.partition_index = r.i32()?;
        }
        if version <= 7 {
            m.committed_offset = r.i64()?;
        }
        if (5..=7).contains(&version) {
            m.committed_leader_epoch = r.i32()?;
        }
        if version <= 7 {
            m.metadata = r.nullable_string(flex)?;
        }
        if version <= 7 {
            m.error_code = r.i16()?;
        }
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let flex = version >= 6;
        if version <= 7 {
            w.i32(self.partition_index);
        } else if self.partition_index != 0 {
            return Err(no_field("partition_index", version));
        }
        if version <= 7 {
            w.i64(self.committed_offset);
        } else if self.committed_offset != 0 {
            return Err(no_field("committed_offset", version));
        }
        if (5..=7).contains(&version) {
            w.i32(self.committed_leader_epoch);
        }
        if version <= 7 {
            w.nullable_string(&self.metadata, flex);
        } else if self.metadata.as_ref().is_none_or(|v| !v.is_empty()) {
            return Err(no_field("metadata", version));
        }
        if version <= 7 {
            w.i16(self.error_code);
        } else if self.error_code != 0 {
            return Err(no_field("error_code", version));
        }
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct OffsetFetchResponseGroup {
    pub group_id: Str,
    pub topics: Vec<OffsetFetchResponseTopics>,
    pub error_code: i16,
    pub unknown_tags: Tags,
}
impl OffsetFetchResponseGroup {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 6;
        let mut m = Self::default();
        if version >= 8 {
            m.group_id = r.string(flex)?;
        }
        if version >= 8 {
            m.topics = r.array(flex, 0, |r| OffsetFetchResponseTopics::decode(r, version))?;
        }
        if version >= 8 {
            m.error_code = r.i16()?;
        }
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let flex = version >= 6;
        if version >= 8 {
            w.string(&self.group_id, flex);
        } else if !self.group_id.is_empty() {
            return Err(no_field("group_id", version));
        }
        if version >= 8 {
            w.array(&self.topics, flex, |w, v| v.encode(w, version))?;
        } else if !self.topics.is_empty() {
            return Err(no_field("topics", version));
        }
        if version >= 8 {
            w.i16(self.error_code);
        } else if self.error_code != 0 {
            return Err(no_field("error_code", version));
        }
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct OffsetFetchResponseTopics {
    pub name: Str,
    pub topic_id: Uuid,
    pub partitions: Vec<OffsetFetchResponsePartitions>,
    pub unknown_tags: Tags,
}
impl OffsetFetchResponseTopics {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 6;
        let mut m = Self::default();
        if (8..=9).contains(&version) {
            m.name = r.string(flex)?;
        }
        if version >= 10 {
            m.topic_id = r.uuid()?;
        }
        if version >= 8 {
            m.partitions = r.array(flex, 0, |r| OffsetFetchResponsePartitions::decode(r, version))?;
        }
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let flex = version >= 6;
        if (8..=9).contains(&version) {
            w.string(&self.name, flex);
        }
        if version >= 10 {
            w.uuid(&self.topic_id);
        }
        if version >= 8 {
            w.array(&self.partitions, flex, |w, v| v.encode(w, version))?;
        } else if !self.partitions.is_empty() {
            return Err(no_field("partitions", version));
        }
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct OffsetFetchResponsePartitions {
    pub partition_index: i32,
    pub committed_offset: i64,
    pub committed_leader_epoch: i32,
    pub metadata: Option<Str>,
    pub error_code: i16,
    pub unknown_tags: Tags,
}

impl Default for OffsetFetchResponsePartitions {
    fn default() -> Self {
        OffsetFetchResponsePartitions {
            partition_index: Default::default(),
            committed_offset: Default::default(),
            committed_leader_epoch: -1,
            metadata: Some(Default::default()),
            error_code: Default::default(),
            unknown_tags: Tags::default(),
        }
    }
}
impl OffsetFetchResponsePartitions {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 6;
        let mut m = Self::default();
        if version >= 8 {
            m.partition_index = r.i32()?;
        }
        if version >= 8 {
            m.committed_offset = r.i64()?;
        }
        if version >= 8 {
            m.committed_leader_epoch = r.i32()?;
        }
        if version >= 8 {
            m.metadata = r.nullable_string(flex)?;
        }
        if version >= 8 {
            m.error_code = r.i16()?;
        }
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let flex = version >= 6;
        if version >= 8 {
            w.i32(self.partition_index);
        } else if self.partition_index != 0 {
            return Err(no_field("partition_index", version));
        }
        if version >= 8 {
            w.i64(self.committed_offset);
        } else if self.committed_offset != 0 {
            return Err(no_field("committed_offset", version));
        }
        if version >= 8 {
            w.i32(self.committed_leader_epoch);
        }
        if version >= 8 {
            w.nullable_string(&self.metadata, flex);
        } else if self.metadata.as_ref().is_none_or(|v| !v.is_empty()) {
            return Err(no_field("metadata", version));
        }
        if version >= 8 {
            w.i16(self.error_code);
        } else if self.error_code != 0 {
            return Err(no_field("error_code", version));
        }
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}
