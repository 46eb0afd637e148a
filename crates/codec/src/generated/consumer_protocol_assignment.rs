// Written by kt-codec-gen from definitions.json; do not edit.
//! ConsumerProtocolAssignment (data), versions 0 to 3.

use super::prelude::*;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ConsumerProtocolAssignment {
    pub assigned_partitions: Vec<TopicPartition>,
    pub user_data: Option<Bytes>,
    pub unknown_tags: Tags,
}
impl Message for ConsumerProtocolAssignment {
    const NAME: &'static str = "ConsumerProtocolAssignment";
    const VERSIONS: (i16, i16) = (0, 3);
    const FLEXIBLE: i16 = i16::MAX;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(0..=3).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let mut m = Self::default();
        m.assigned_partitions = r.array(false, 6, |r| TopicPartition::decode(r, version))?;
        m.user_data = r.nullable_bytes(false)?;
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if !(0..=3).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        w.array(&self.assigned_partitions, false, |w, v| v.encode(w, version))?;
        w.nullable_bytes(&self.user_data, false);
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
        let _ = version;
        let mut m = Self::default();
        m.topic = r.string(false)?;
        m.partitions = r.array(false, 4, Reader::i32)?;
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let _ = version;
        w.string(&self.topic, false);
        w.array(&self.partitions, false, |w, v| {
            w.i32(*v);
            Ok(())
        })?;
        Ok(())
    }
}
