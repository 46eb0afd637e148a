// Written by kt-codec-gen from definitions.json; do not edit.
//! AlterPartitionRequest (request, key 56), versions 2 to 3.

use super::prelude::*;

#[derive(Clone, Debug, PartialEq)]
pub struct AlterPartitionRequest {
    pub broker_id: i32,
    pub broker_epoch: i64,
    pub topics: Vec<TopicData>,
    pub unknown_tags: Tags,
}

impl Default for AlterPartitionRequest {
    fn default() -> Self {
        AlterPartitionRequest {
            broker_id: Default::default(),
            broker_epoch: -1,
            topics: Default::default(),
            unknown_tags: Tags::default(),
        }
    }
}
impl Message for AlterPartitionRequest {
    const NAME: &'static str = "AlterPartitionRequest";
    const VERSIONS: (i16, i16) = (2, 3);
    const FLEXIBLE: i16 = 0;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(2..=3).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let mut m = Self::default();
        m.broker_id = r.i32()?;
        m.broker_epoch = r.i64()?;
        m.topics = r.array(true, 18, |r| TopicData::decode(r, version))?;
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if !(2..=3).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        w.i32(self.broker_id);
        w.i64(self.broker_epoch);
        w.array(&self.topics, true, |w, v| v.encode(w, version))?;
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}
impl Request for AlterPartitionRequest {
    const API_KEY: ApiKey = ApiKey::AlterPartition;
    type Response = super::alter_partition_response::AlterPartitionResponse;
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
        m.partitions = r.array(true, 14, |r| PartitionData::decode(r, version))?;
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
    pub leader_epoch: i32,
    pub new_isr: Vec<i32>,
    pub new_isr_with_epochs: Vec<BrokerState>,
    pub leader_recovery_state: i8,
    pub partition_epoch: i32,
    pub unknown_tags: Tags,
}
impl PartitionData {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let mut m = Self::default();
        m.partition_index = r.i32()?;
        m.leader_epoch = r.i32()?;
        if version <= 2 {
            m.new_isr = r.array(true, 4, Reader::i32)?;
        }
        if version >= 3 {
            m.new_isr_with_epochs = r.array(true, 1, |r| BrokerState::decode(r, version))?;
        }
        m.leader_recovery_state = r.i8()?;
        m.partition_epoch = r.i32()?;
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        w.i32(self.partition_index);
        w.i32(self.leader_epoch);
        if version <= 2 {
            w.array(&self.new_isr, true, |w, v| {
                w.i32(*v);
                Ok(())
            })?;
        } else if !self.new_isr.is_empty() {
            return Err(no_field("new_isr", version));
        }
        if version >= 3 {
            w.array(&self.new_isr_with_epochs, true, |w, v| v.encode(w, version))?;
        } else if !self.new_isr_with_epochs.is_empty() {
            return Err(no_field("new_isr_with_epochs", version));
        }
        w.i8(self.leader_recovery_state);
        w.i32(self.partition_epoch);
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct BrokerState {
    pub broker_id: i32,
    pub broker_epoch: i64,
    pub unknown_tags: Tags,
}

impl Default for BrokerState {
    fn default() -> Self {
        BrokerState { broker_id: Default::default(), broker_epoch: -1, unknown_tags: Tags::default() }
    }
}
impl BrokerState {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let mut m = Self::default();
        if version >= 3 {
            m.broker_id = r.i32()?;
        }
        if version >= 3 {
            m.broker_epoch = r.i64()?;
        }
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if version >= 3 {
            w.i32(self.broker_id);
        } else if self.broker_id != 0 {
            return Err(no_field("broker_id", version));
        }
        if version >= 3 {
            w.i64(self.broker_epoch);
        } else if self.broker_epoch != -1 {
            return Err(no_field("broker_epoch", version));
        }
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}
