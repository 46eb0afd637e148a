// Written by kt-codec-gen from definitions.json; do not edit.
//! OffsetFetchRequest (request, key 9), versions 1 to 10.

use super::prelude::*;

#[derive(Clone, Debug, PartialEq)]
pub struct OffsetFetchRequest {
    pub group_id: Str,
    pub topics: Option<Vec<OffsetFetchRequestTopic>>,
    pub groups: Vec<OffsetFetchRequestGroup>,
    pub require_stable: bool,
    pub unknown_tags: Tags,
}

impl Default for OffsetFetchRequest {
    fn default() -> Self {
        OffsetFetchRequest {
            group_id: Default::default(),
            topics: Some(Default::default()),
            groups: Default::default(),
            require_stable: Default::default(),
            unknown_tags: Tags::default(),
        }
    }
}
impl Message for OffsetFetchRequest {
    const NAME: &'static str = "OffsetFetchRequest";
    const VERSIONS: (i16, i16) = (1, 10);
    const FLEXIBLE: i16 = 6;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(1..=10).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let flex = version >= 6;
        let mut m = Self::default();
        if version <= 7 {
            m.group_id = r.string(flex)?;
        }
        if version <= 7 {
            m.topics = if version >= 2 {
                r.nullable_array(flex, 0, |r| OffsetFetchRequestTopic::decode(r, version))?
            } else {
                Some(r.array(flex, 0, |r| OffsetFetchRequestTopic::decode(r, version))?)
            };
        }
        if version >= 8 {
            m.groups = r.array(flex, 0, |r| OffsetFetchRequestGroup::decode(r, version))?;
        }
        if version >= 7 {
            m.require_stable = r.bool()?;
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
        if version <= 7 {
            w.string(&self.group_id, flex);
        } else if !self.group_id.is_empty() {
            return Err(no_field("group_id", version));
        }
        if version <= 7 {
            match &self.topics {
                None => {
                    if !(version >= 2) {
                        return Err(no_null("topics", version));
                    }
                    w.null_array(flex);
                }
                Some(v) => {
                    w.array(v, flex, |w, v| v.encode(w, version))?;
                }
            }
        } else if self.topics.as_ref().is_none_or(|v| !v.is_empty()) {
            return Err(no_field("topics", version));
        }
        if version >= 8 {
            w.array(&self.groups, flex, |w, v| v.encode(w, version))?;
        } else if !self.groups.is_empty() {
            return Err(no_field("groups", version));
        }
        if version >= 7 {
            w.bool(self.require_stable);
        } else if self.require_stable {
            return Err(no_field("require_stable", version));
        }
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}
impl Request for OffsetFetchRequest {
    const API_KEY: ApiKey = ApiKey::OffsetFetch;
    type Response = super::offset_fetch_response::OffsetFetchResponse;
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct OffsetFetchRequestTopic {
    pub name: Str,
    pub partition_indexes: Vec<i32>,
    pub unknown_tags: Tags,
}
impl OffsetFetchRequestTopic {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 6;
        let mut m = Self::default();
        if version <= 7 {
            m.name = r.string(flex)?;
        }
        if version <= 7 {
            m.partition_indexes = r.array(flex, 4, Reader::i32)?;
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
            w.array(&self.partition_indexes, flex, |w, v| {
                w.i32(*v);
                Ok(())
            })?;
        } else if !self.partition_indexes.is_empty() {
            return Err(no_field("partition_indexes", version));
        }
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct OffsetFetchRequestGroup {
    pub group_id: Str,
    pub member_id: Option<Str>,
    pub member_epoch: i32,
    pub topics: Option<Vec<OffsetFetchRequestTopics>>,
    pub unknown_tags: Tags,
}

impl Default for OffsetFetchRequestGroup {
    fn default() -> Self {
        OffsetFetchRequestGroup {
            group_id: Default::default(),
            member_id: Default::default(),
            member_epoch: -1,
            topics: Some(Default::default()),
            unknown_tags: Tags::default(),
        }
    }
}
impl OffsetFetchRequestGroup {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 6;
        let mut m = Self::default();
        if version >= 8 {
            m.group_id = r.string(flex)?;
        }
        if version >= 9 {
            m.member_id = r.nullable_string(flex)?;
        }
        if version >= 9 {
            m.member_epoch = r.i32()?;
        }
        if version >= 8 {
            m.topics = r.nullable_array(flex, 0, |r| OffsetFetchRequestTopics::decode(r, version))?;
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
        if version >= 9 {
            w.nullable_string(&self.member_id, flex);
        }
        if version >= 9 {
            w.i32(self.member_epoch);
        }
        if version >= 8 {
            match &self.topics {
                None => {
                    w.null_array(flex);
                }
                Some(v) => {
                    w.array(v, flex, |w, v| v.encode(w, version))?;
                }
            }
        } else if self.topics.as_ref().is_none_or(|v| !v.is_empty()) {
            return Err(no_field("topics", version));
        }
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct OffsetFetchRequestTopics {
    pub name: Str,
    pub topic_id: Uuid,
    pub partition_indexes: Vec<i32>,
    pub unknown_tags: Tags,
}
impl OffsetFetchRequestTopics {
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
            m.partition_indexes = r.array(flex, 4, Reader::i32)?;
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
            w.array(&self.partition_indexes, flex, |w, v| {
                w.i32(*v);
                Ok(())
            })?;
        } else if !self.partition_indexes.is_empty() {
            return Err(no_field("partition_indexes", version));
        }
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}
