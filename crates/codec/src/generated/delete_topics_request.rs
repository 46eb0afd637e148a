// Written by kt-codec-gen from definitions.json; do not edit.
//! DeleteTopicsRequest (request, key 20), versions 1 to 6.

use super::prelude::*;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteTopicsRequest {
    pub topics: Vec<DeleteTopicState>,
    pub topic_names: Vec<Str>,
    pub timeout_ms: i32,
    pub unknown_tags: Tags,
}
impl Message for DeleteTopicsRequest {
    const NAME: &'static str = "DeleteTopicsRequest";
    const VERSIONS: (i16, i16) = (1, 6);
    const FLEXIBLE: i16 = 4;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(1..=6).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let flex = version >= 4;
        let mut m = Self::default();
        if version >= 6 {
            m.topics = r.array(flex, 0, |r| DeleteTopicState::decode(r, version))?;
        }
        if version <= 5 {
            m.topic_names = r.array(flex, 1, |r| r.string(flex))?;
        }
        m.timeout_ms = r.i32()?;
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if !(1..=6).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let flex = version >= 4;
        if version >= 6 {
            w.array(&self.topics, flex, |w, v| v.encode(w, version))?;
        } else if !self.topics.is_empty() {
            return Err(no_field("topics", version));
        }
        if version <= 5 {
            w.array(&self.topic_names, flex, |w, v| {
                w.string(v, flex);
                Ok(())
            })?;
        }
        w.i32(self.timeout_ms);
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}
impl Request for DeleteTopicsRequest {
    const API_KEY: ApiKey = ApiKey::DeleteTopics;
    type Response = super::delete_topics_response::DeleteTopicsResponse;
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeleteTopicState {
    pub name: Option<Str>,
    pub topic_id: Uuid,
    pub unknown_tags: Tags,
}
impl DeleteTopicState {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 4;
        let mut m = Self::default();
        if version >= 6 {
            m.name = r.nullable_string(flex)?;
        }
        if version >= 6 {
            m.topic_id = r.uuid()?;
        }
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let flex = version >= 4;
        if version >= 6 {
            w.nullable_string(&self.name, flex);
        } else if self.name.is_some() {
            return Err(no_field("name", version));
        }
        if version >= 6 {
            w.uuid(&self.topic_id);
        } else if !self.topic_id.is_zero() {
            return Err(no_field("topic_id", version));
        }
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}
