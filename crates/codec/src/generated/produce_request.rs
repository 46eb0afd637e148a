// Written by kt-codec-gen from definitions.json; do not edit.
//! ProduceRequest (request, key 0), versions 3 to 13.

use super::prelude::*;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProduceRequest {
    pub transactional_id: Option<Str>,
    pub acks: i16,
    pub timeout_ms: i32,
    pub topic_data: Vec<TopicProduceData>,
    pub unknown_tags: Tags,
}
impl Message for ProduceRequest {
    const NAME: &'static str = "ProduceRequest";
    const VERSIONS: (i16, i16) = (3, 13);
    const FLEXIBLE: i16 = 9;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(3..=13).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let flex = version >= 9;
        let mut m = Self::default();
        m.transactional_id = r.nullable_string(flex)?;
        m.acks = r.i16()?;
        m.timeout_ms = r.i32()?;
        m.topic_data = r.array(flex, 1, |r| TopicProduceData::decode(r, version))?;
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if !(3..=13).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let flex = version >= 9;
        w.nullable_string(&self.transactional_id, flex);
        w.i16(self.acks);
        w.i32(self.timeout_ms);
        w.array(&self.topic_data, flex, |w, v| v.encode(w, version))?;
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}
impl Request for ProduceRequest {
    const API_KEY: ApiKey = ApiKey::Produce;
    type Response = super::produce_response::ProduceResponse;
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TopicProduceData {
    pub name: Str,
    pub topic_id: Uuid,
    pub partition_data: Vec<PartitionProduceData>,
    pub unknown_tags: Tags,
}
impl TopicProduceData {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 9;
        let mut m = Self::default();
        if version <= 12 {
            m.name = r.string(flex)?;
        }
        if version >= 13 {
            m.topic_id = r.uuid()?;
        }
        m.partition_data = r.array(flex, 5, |r| PartitionProduceData::decode(r, version))?;
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
        w.array(&self.partition_data, flex, |w, v| v.encode(w, version))?;
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct PartitionProduceData {
    pub index: i32,
    pub records: Option<Records>,
    pub unknown_tags: Tags,
}

impl Default for PartitionProduceData {
    fn default() -> Self {
        PartitionProduceData {
            index: Default::default(),
            records: Some(Default::default()),
            unknown_tags: Tags::default(),
        }
    }
}
impl PartitionProduceData {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 9;
        let mut m = Self::default();
        m.index = r.i32()?;
        m.records = r.nullable_records(flex)?;
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let flex = version >= 9;
        w.i32(self.index);
        w.nullable_records(&self.records, flex);
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}
