// Written by kt-codec-gen from definitions.json; do not edit.
//! DescribeTopicPartitionsRequest (request, key 75), versions 0 to 0.

use super::prelude::*;

#[derive(Clone, Debug, PartialEq)]
pub struct DescribeTopicPartitionsRequest {
    pub topics: Vec<TopicRequest>,
    pub response_partition_limit: i32,
    pub cursor: Option<Cursor>,
    pub unknown_tags: Tags,
}

impl Default for DescribeTopicPartitionsRequest {
    fn default() -> Self {
        DescribeTopicPartitionsRequest {
            topics: Default::default(),
            response_partition_limit: 2000,
            cursor: Default::default(),
            unknown_tags: Tags::default(),
        }
    }
}
impl Message for DescribeTopicPartitionsRequest {
    const NAME: &'static str = "DescribeTopicPartitionsRequest";
    const VERSIONS: (i16, i16) = (0, 0);
    const FLEXIBLE: i16 = 0;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if version != 0 {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let mut m = Self::default();
        m.topics = r.array(true, 2, |r| TopicRequest::decode(r, version))?;
        m.response_partition_limit = r.i32()?;
        m.cursor = if r.present()? { Some(Cursor::decode(r, version)?) } else { None };
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if version != 0 {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        w.array(&self.topics, true, |w, v| v.encode(w, version))?;
        w.i32(self.response_partition_limit);
        match &self.cursor {
            None => {
                w.i8(-1);
            }
            Some(v) => {
                w.i8(1);
                v.encode(w, version)?;
            }
        }
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}
impl Request for DescribeTopicPartitionsRequest {
    const API_KEY: ApiKey = ApiKey::DescribeTopicPartitions;
    type Response = super::describe_topic_partitions_response::DescribeTopicPartitionsResponse;
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TopicRequest {
    pub name: Str,
    pub unknown_tags: Tags,
}
impl TopicRequest {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let _ = version;
        let mut m = Self::default();
        m.name = r.string(true)?;
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let _ = version;
        w.string(&self.name, true);
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cursor {
    pub topic_name: Str,
    pub partition_index: i32,
    pub unknown_tags: Tags,
}
impl Cursor {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let _ = version;
        let mut m = Self::default();
        m.topic_name = r.string(true)?;
        m.partition_index = r.i32()?;
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let _ = version;
        w.string(&self.topic_name, true);
        w.i32(self.partition_index);
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}
