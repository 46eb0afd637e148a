// Written by kt-codec-gen from definitions.json; do not edit.
//! FindCoordinatorResponse (response, key 10), versions 0 to 6.

use super::prelude::*;

#[derive(Clone, Debug, PartialEq)]
pub struct FindCoordinatorResponse {
    pub throttle_time_ms: i32,
    pub error_code: i16,
    pub error_message: Option<Str>,
    pub node_id: i32,
    pub host: Str,
    pub port: i32,
    pub coordinators: Vec<Coordinator>,
    pub unknown_tags: Tags,
}

impl Default for FindCoordinatorResponse {
    fn default() -> Self {
        FindCoordinatorResponse {
            throttle_time_ms: Default::default(),
            error_code: Default::default(),
            error_message: Some(Default::default()),
            node_id: Default::default(),
            host: Default::default(),
            port: Default::default(),
            coordinators: Default::default(),
            unknown_tags: Tags::default(),
        }
    }
}
impl Message for FindCoordinatorResponse {
    const NAME: &'static str = "FindCoordinatorResponse";
    const VERSIONS: (i16, i16) = (0, 6);
    const FLEXIBLE: i16 = 3;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(0..=6).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let flex = version >= 3;
        let mut m = Self::default();
        if version >= 1 {
            m.throttle_time_ms = r.i32()?;
        }
        if version <= 3 {
            m.error_code = r.i16()?;
        }
        if (1..=3).contains(&version) {
            m.error_message = r.nullable_string(flex)?;
        }
        if version <= 3 {
            m.node_id = r.i32()?;
        }
        if version <= 3 {
            m.host = r.string(flex)?;
        }
        if version <= 3 {
            m.port = r.i32()?;
        }
        if version >= 4 {
            m.coordinators = r.array(flex, 0, |r| Coordinator::decode(r, version))?;
        }
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if !(0..=6).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let flex = version >= 3;
        if version >= 1 {
            w.i32(self.throttle_time_ms);
        }
        if version <= 3 {
            w.i16(self.error_code);
        } else if self.error_code != 0 {
            return Err(no_field("error_code", version));
        }
        if (1..=3).contains(&version) {
            w.nullable_string(&self.error_message, flex);
        }
        if version <= 3 {
            w.i32(self.node_id);
        } else if self.node_id != 0 {
            return Err(no_field("node_id", version));
        }
        if version <= 3 {
            w.string(&self.host, flex);
        } else if !self.host.is_empty() {
            return Err(no_field("host", version));
        }
        if version <= 3 {
            w.i32(self.port);
        } else if self.port != 0 {
            return Err(no_field("port", version));
        }
        if version >= 4 {
            w.array(&self.coordinators, flex, |w, v| v.encode(w, version))?;
        } else if !self.coordinators.is_empty() {
            return Err(no_field("coordinators", version));
        }
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Coordinator {
    pub key: Str,
    pub node_id: i32,
    pub host: Str,
    pub port: i32,
    pub error_code: i16,
    pub error_message: Option<Str>,
    pub unknown_tags: Tags,
}

impl Default for Coordinator {
    fn default() -> Self {
        Coordinator {
            key: Default::default(),
            node_id: Default::default(),
            host: Default::default(),
            port: Default::default(),
            error_code: Default::default(),
            error_message: Some(Default::default()),
            unknown_tags: Tags::default(),
        }
    }
}
impl Coordinator {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 3;
        let mut m = Self::default();
        if version >= 4 {
            m.key = r.string(flex)?;
        }
        if version >= 4 {
            m.node_id = r.i32()?;
        }
        if version >= 4 {
            m.host = r.string(flex)?;
        }
        if version >= 4 {
            m.port = r.i32()?;
        }
        if version >= 4 {
            m.error_code = r.i16()?;
        }
        if version >= 4 {
            m.error_message = r.nullable_string(flex)?;
        }
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let flex = version >= 3;
        if version >= 4 {
            w.string(&self.key, flex);
        } else if !self.key.is_empty() {
            return Err(no_field("key", version));
        }
        if version >= 4 {
            w.i32(self.node_id);
        } else if self.node_id != 0 {
            return Err(no_field("node_id", version));
        }
        if version >= 4 {
            w.string(&self.host, flex);
        } else if !self.host.is_empty() {
            return Err(no_field("host", version));
        }
        if version >= 4 {
            w.i32(self.port);
        } else if self.port != 0 {
            return Err(no_field("port", version));
        }
        if version >= 4 {
            w.i16(self.error_code);
        } else if self.error_code != 0 {
            return Err(no_field("error_code", version));
        }
        if version >= 4 {
            w.nullable_string(&self.error_message, flex);
        }
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}
