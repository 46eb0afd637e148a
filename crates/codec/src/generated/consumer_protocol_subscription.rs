// Written by kt-codec-gen from definitions.json; do not edit.
//! ConsumerProtocolSubscription (data), versions 0 to 3.

use super::prelude::*;

#[derive(Clone, Debug, PartialEq)]
pub struct ConsumerProtocolSubscription {
    pub topics: Vec<Str>,
    pub user_data: Option<Bytes>,
    pub owned_partitions: Vec<TopicPartition>,
    pub generation_id: i32,
    pub rack_id: Option<Str>,
    pub unknown_tags: Tags,
}

impl Default for ConsumerProtocolSubscription {
    fn default() -> Self {
        ConsumerProtocolSubscription {
            topics: Default::default(),
            user_data: Default::default(),
            owned_partitions: Default::default(),
            generation_id: -1,
            rack_id: Default::default(),
            unknown_tags: Tags::default(),
        }
    }
}
impl Message for ConsumerProtocolSubscription {
    const NAME: &'static str = "ConsumerProtocolSubscription";
    const VERSIONS: (i16, i16) = (0, 3);
    const FLEXIBLE: i16 = i16::MAX;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(0..=3).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let mut m = Self::default();
        m.topics = r.array(false, 2, |r| r.string(false))?;
        m.user_data = r.nullable_bytes(false)?;
        if version >= 1 {
            m.owned_partitions = r.array(false, 0, |r| TopicPartition::decode(r, version))?;
        }
        if version >= 2 {
            m.generation_id = r.i32()?;
        }
        if version >= 3 {
            m.rack_id = r.nullable_string(false)?;
        }
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if !(0..=3).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        w.array(&self.topics, false, |w, v| {
            w.string(v, false);
            Ok(())
        })?;
        w.nullable_bytes(&self.user_data, false);
        if version >= 1 {
            w.array(&self.owned_partitions, false, |w, v| v.encode(w, version))?;
        }
        if version >= 2 {
            w.i32(self.generation_id);
        }
        if version >= 3 {
            w.nullable_string(&self.rack_id, false);
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TopicPartition {
    pub topic: Str,
    pub partitions: Vec<i32>,
    pub unknown_tags: Tags,
}
impl TopicPartition {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let mut m = Self::default();
        if version >= 1 {
            m.topic = r.string(false)?;
        }
        if version >= 1 {
            m.partitions = r.array(false, 4, Reader::i32)?;
        }
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if version >= 1 {
            w.string(&self.topic, false);
        } else if !self.topic.is_empty() {
            return Err(no_field("topic", version));
        }
        if version >= 1 {
            w.array(&self.partitions, false, |w, v| {
                w.i32(*v);
                Ok(())
            })?;
        } else if !self.partitions.is_empty() {
            return Err(no_field("partitions", version));
        }
        Ok(())
    }
}
