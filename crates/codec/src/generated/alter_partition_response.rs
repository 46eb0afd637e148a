// Written by kt-codec-gen from definitions.json; do not edit.
//! AlterPartitionResponse (response, key 56), versions 2 to 3.

use super::prelude::*;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AlterPartitionResponse {
    pub throttle_time_ms: i32,
    pub error_code: i16,
    pub topics: Vec<TopicData>,
    pub unknown_tags: Tags,
}
impl Message for AlterPartitionResponse {
    const NAME: &'static str = "AlterPartitionResponse";
    const VERSIONS: (i16, i16) = (2, 3);
    const FLEXIBLE: i16 = 0;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(2..=3).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let mut m = Self::default();
        m.throttle_time_ms = r.i32()?;
        m.error_code = r.i16()?;
        m.topics = r.array(true, 18, |r| TopicData::decode(r, version))?;
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if !(2..=3).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        w.i32(self.throttle_time_ms);
        w.i16(self.error_code);
        w.array(&self.topics, true, |w, v| v.encode(w, version))?;
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TopicData {
    pub topic_id: Uuid,
    pub partitions: Vec<PartitionData>,
    pub unknown_tags: Tags,
}
impl TopicData {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let mut m = Self::default();
        m.topic_id = r.uuid()?;
        m.partitions = r.array(true, 21, |r| PartitionData::decode(r, version))?;
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        w.uuid(&self.topic_id);
        w.array(&self.partitions, true, |w, v| v.encode(w, version))?;
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PartitionData {
    pub partition_index: i32,
    pub error_code: i16,
    pub leader_id: i32,
    pub leader_epoch: i32,
    pub isr: Vec<i32>,
    pub leader_recovery_state: i8,
    pub partition_epoch: i32,
    pub unknown_tags: Tags,
}
impl PartitionData {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let _ = version;
        let mut m = Self::default();
        m.partition_index = r.i32()?;
        m.error_code = r.i16()?;
        m.leader_id = r.i32()?;
        m.leader_epoch = r.i32()?;
        m.isr = r.array(true, 4, Reader::i32)?;
        m.leader_recovery_state = r.i8()?;
        m.partition_epoch = r.i32()?;
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let _ = version;
        w.i32(self.partition_index);
        w.i16(self.error_code);
        w.i32(self.leader_id);
        w.i32(self.leader_epoch);
        w.array(&self.isr, true, |w, v| {
            w.i32(*v);
            Ok(())
        })?;
        w.i8(self.leader_recovery_state);
        w.i32(self.partition_epoch);
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}
