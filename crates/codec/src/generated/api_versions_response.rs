// Written by kt-codec-gen from definitions.json; do not edit.
//! ApiVersionsResponse (response, key 18), versions 0 to 4.

use super::prelude::*;

#[derive(Clone, Debug, PartialEq)]
pub struct ApiVersionsResponse {
    pub error_code: i16,
    pub api_keys: Vec<ApiVersion>,
    pub throttle_time_ms: i32,
    pub supported_features: Vec<SupportedFeatureKey>,
    pub finalized_features_epoch: i64,
    pub finalized_features: Vec<FinalizedFeatureKey>,
    pub zk_migration_ready: bool,
    pub unknown_tags: Tags,
}

impl Default for ApiVersionsResponse {
    fn default() -> Self {
        ApiVersionsResponse {
            error_code: Default::default(),
            api_keys: Default::default(),
            throttle_time_ms: Default::default(),
            supported_features: Default::default(),
            finalized_features_epoch: -1,
            finalized_features: Default::default(),
            zk_migration_ready: Default::default(),
            unknown_tags: Tags::default(),
        }
    }
}
impl Message for ApiVersionsResponse {
    const NAME: &'static str = "ApiVersionsResponse";
    const VERSIONS: (i16, i16) = (0, 4);
    const FLEXIBLE: i16 = 3;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(0..=4).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let flex = version >= 3;
        let mut m = Self::default();
        m.error_code = r.i16()?;
        m.api_keys = r.array(flex, 6, |r| ApiVersion::decode(r, version))?;
        if version >= 1 {
            m.throttle_time_ms = r.i32()?;
        }
        if flex {
            m.unknown_tags = r.tags(|r, tag| {
                match tag {
                    0 if version >= 3 => {
                        m.supported_features = r.array(flex, 0, |r| SupportedFeatureKey::decode(r, version))?
                    }
                    1 if version >= 3 => m.finalized_features_epoch = r.i64()?,
                    2 if version >= 3 => {
                        m.finalized_features = r.array(flex, 0, |r| FinalizedFeatureKey::decode(r, version))?
                    }
                    3 if version >= 3 => m.zk_migration_ready = r.bool()?,
                    _ => return Ok(false),
                }
                Ok(true)
            })?;
        }
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if !(0..=4).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let flex = version >= 3;
        w.i16(self.error_code);
        w.array(&self.api_keys, flex, |w, v| v.encode(w, version))?;
        if version >= 1 {
            w.i32(self.throttle_time_ms);
        }
        if flex {
            let mut known = Vec::new();
            if version >= 3 && !self.supported_features.is_empty() {
                let t = &mut Writer::new();
                t.array(&self.supported_features, flex, |w, v| v.encode(w, version))?;
                known.push((0, std::mem::take(t)));
            }
            if version >= 3 && self.finalized_features_epoch != -1 {
                let t = &mut Writer::new();
                t.i64(self.finalized_features_epoch);
                known.push((1, std::mem::take(t)));
            }
            if version >= 3 && !self.finalized_features.is_empty() {
                let t = &mut Writer::new();
                t.array(&self.finalized_features, flex, |w, v| v.encode(w, version))?;
                known.push((2, std::mem::take(t)));
            }
            if version >= 3 && self.zk_migration_ready {
                let t = &mut Writer::new();
                t.bool(self.zk_migration_ready);
                known.push((3, std::mem::take(t)));
            }
            w.tags(known, &self.unknown_tags);
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ApiVersion {
    pub api_key: i16,
    pub min_version: i16,
    pub max_version: i16,
    pub unknown_tags: Tags,
}
impl ApiVersion {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 3;
        let mut m = Self::default();
        m.api_key = r.i16()?;
        m.min_version = r.i16()?;
        m.max_version = r.i16()?;
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let flex = version >= 3;
        w.i16(self.api_key);
        w.i16(self.min_version);
        w.i16(self.max_version);
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SupportedFeatureKey {
    pub name: Str,
    pub min_version: i16,
    pub max_version: i16,
    pub unknown_tags: Tags,
}
impl SupportedFeatureKey {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 3;
        let mut m = Self::default();
        if version >= 3 {
            m.name = r.string(flex)?;
        }
        if version >= 3 {
            m.min_version = r.i16()?;
        }
        if version >= 3 {
            m.max_version = r.i16()?;
        }
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let flex = version >= 3;
        if version >= 3 {
            w.string(&self.name, flex);
        } else if !self.name.is_empty() {
            return Err(no_field("name", version));
        }
        if version >= 3 {
            w.i16(self.min_version);
        } else if self.min_version != 0 {
            return Err(no_field("min_version", version));
        }
        if version >= 3 {
            w.i16(self.max_version);
        } else if self.max_version != 0 {
            return Err(no_field("max_version", version));
        }
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FinalizedFeatureKey {
    pub name: Str,
    pub max_version_level: i16,
    pub min_version_level: i16,
    pub unknown_tags: Tags,
}
impl FinalizedFeatureKey {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 3;
        let mut m = Self::default();
        if version >= 3 {
            m.name = r.string(flex)?;
        }
        if version >= 3 {
            m.max_version_level = r.i16()?;
        }
        if version >= 3 {
            m.min_version_level = r.i16()?;
        }
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let flex = version >= 3;
        if version >= 3 {
            w.string(&self.name, flex);
        } else if !self.name.is_empty() {
            return Err(no_field("name", version));
        }
        if version >= 3 {
            w.i16(self.max_version_level);
        } else if self.max_version_level != 0 {
            return Err(no_field("max_version_level", version));
        }
        if version >= 3 {
            w.i16(self.min_version_level);
        } else if self.min_version_level != 0 {
            return Err(no_field("min_version_level", version));
        }
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}
