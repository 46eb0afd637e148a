// Written by kt-codec-gen from definitions.json; do not edit.
//! CreateTopicsResponse (response, key 19), versions 2 to 7.

use super::prelude::*;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateTopicsResponse {
    pub throttle_time_ms: i32,
    pub topics: Vec<CreatableTopicResult>,
    pub unknown_tags: Tags,
}
impl Message for CreateTopicsResponse {
    const NAME: &'static str = "CreateTopicsResponse";
    const VERSIONS: (i16, i16) = (2, 7);
    const FLEXIBLE: i16 = 5;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(2..=7).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let flex = version >= 5;
        let mut m = Self::default();
        m.throttle_time_ms = r.i32()?;
        m.topics = r.array(flex, 4, |r| CreatableTopicResult::decode(r, version))?;
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if !(2..=7).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let flex = version >= 5;
        w.i32(self.throttle_time_ms);
        w.array(&self.topics, flex, |w, v| v.encode(w, version))?;
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct CreatableTopicResult {
    pub name: Str,
    pub topic_id: Uuid,
    pub error_code: i16,
    pub error_message: Option<Str>,
    pub topic_config_error_code: i16,
    pub num_partitions: i32,
    pub replication_factor: i16,
    pub configs: Option<Vec<CreatableTopicConfigs>>,
    pub unknown_tags: Tags,
}

impl Default for CreatableTopicResult {
    fn default() -> Self {
        CreatableTopicResult {
            name: Default::default(),
            topic_id: Default::default(),
            error_code: Default::default(),
            error_message: Some(Default::default()),
            topic_config_error_code: Default::default(),
            num_partitions: -1,
            replication_factor: -1,
            configs: Some(Default::default()),
            unknown_tags: Tags::default(),
        }
    }
}
impl CreatableTopicResult {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 5;
        let mut m = Self::default();
        m.name = r.string(flex)?;
        if version >= 7 {
            m.topic_id = r.uuid()?;
        }
        m.error_code = r.i16()?;
        m.error_message = r.nullable_string(flex)?;
        if version >= 5 {
            m.num_partitions = r.i32()?;
        }
        if version >= 5 {
            m.replication_factor = r.i16()?;
        }
        if version >= 5 {
            m.configs = r.nullable_array(flex, 0, |r| CreatableTopicConfigs::decode(r, version))?;
        }
        if flex {
            m.unknown_tags = r.tags(|r, tag| {
                match tag {
                    0 if version >= 5 => m.topic_config_error_code = r.i16()?,
                    _ => return Ok(false),
                }
                Ok(true)
            })?;
        }
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let flex = version >= 5;
        w.string(&self.name, flex);
        if version >= 7 {
            w.uuid(&self.topic_id);
        }
        w.i16(self.error_code);
        w.nullable_string(&self.error_message, flex);
        if version >= 5 {
            w.i32(self.num_partitions);
        }
        if version >= 5 {
            w.i16(self.replication_factor);
        }
        if version >= 5 {
            match &self.configs {
                None => {
                    w.null_array(flex);
                }
                Some(v) => {
                    w.array(v, flex, |w, v| v.encode(w, version))?;
                }
            }
        }
        if flex {
            let mut known = Vec::new();
            if version >= 5 && self.topic_config_error_code != 0 {
                let t = &mut Writer::new();
                t.i16(self.topic_config_error_code);
                known.push((0, std::mem::take(t)));
            }
            w.tags(known, &self.unknown_tags);
        }
        Ok(())
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct CreatableTopicConfigs {
    pub name: Str,
    pub value: Option<Str>,
    pub read_only: bool,
    pub config_source: i8,
    pub is_sensitive: bool,
    pub unknown_tags: Tags,
}

impl Default for CreatableTopicConfigs {
    fn default() -> Self {
        CreatableTopicConfigs {
            name: Default::default(),
            value: Some(Default::default()),
            read_only: Default::default(),
            config_source: -1,
            is_sensitive: Default::default(),
            unknown_tags: Tags::default(),
        }
    }
}
impl CreatableTopicConfigs {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 5;
        let mut m = Self::default();
        if version >= 5 {
            m.name = r.string(flex)?;
        }
        if version >= 5 {
            m.value = r.nullable_string(flex)?;
        }
        if version >= 5 {
            m.read_only = r.bool()?;
        }
        if version >= 5 {
            m.config_source = r.i8()?;
        }
        if version >= 5 {
            m.is_sensitive = r.bool()?;
        }
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let flex = version >= 5;
        if version >= 5 {
            w.string(&self.name, flex);
        } else if !self.name.is_empty() {
            return Err(no_field("name", version));
        }
        if version >= 5 {
            w.nullable_string(&self.value, flex);
        } else if self.value.as_ref().is_none_or(|v| !v.is_empty()) {
            return Err(no_field("value", version));
        }
        if version >= 5 {
            w.bool(self.read_only);
        } else if self.read_only {
            return Err(no_field("read_only", version));
        }
        if version >= 5 {
            w.i8(self.config_source);
        }
        if version >= 5 {
            w.bool(self.is_sensitive);
        } else if self.is_sensitive {
            return Err(no_field("is_sensitive", version));
        }
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}
