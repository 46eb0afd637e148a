// Written by kt-codec-gen from definitions.json; do not edit.
//! StreamsGroupMetadataValue (coordinator-value, key 17), versions 0 to 0.

use super::prelude::*;

#[derive(Clone, Debug, PartialEq)]
pub struct StreamsGroupMetadataValue {
    pub epoch: i32,
    pub metadata_hash: i64,
    pub validated_topology_epoch: i32,
    pub last_assignment_configs: Option<Vec<LastAssignmentConfig>>,
    pub unknown_tags: Tags,
}

impl Default for StreamsGroupMetadataValue {
    fn default() -> Self {
        StreamsGroupMetadataValue {
            epoch: Default::default(),
            metadata_hash: Default::default(),
            validated_topology_epoch: -1,
            last_assignment_configs: Some(Default::default()),
            unknown_tags: Tags::default(),
        }
    }
}
impl Message for StreamsGroupMetadataValue {
    const NAME: &'static str = "StreamsGroupMetadataValue";
    const VERSIONS: (i16, i16) = (0, 0);
    const FLEXIBLE: i16 = 0;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if version != 0 {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let mut m = Self::default();
        m.epoch = r.i32()?;
        m.metadata_hash = r.i64()?;
        m.unknown_tags = r.tags(|r, tag| {
            match tag {
                0 => m.validated_topology_epoch = r.i32()?,
                1 => {
                    m.last_assignment_configs =
                        r.nullable_array(true, 3, |r| LastAssignmentConfig::decode(r, version))?
                }
                _ => return Ok(false),
            }
            Ok(true)
        })?;
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if version != 0 {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        w.i32(self.epoch);
        w.i64(self.metadata_hash);
        let mut known = Vec::new();
        if self.validated_topology_epoch != -1 {
            let t = &mut Writer::new();
            t.i32(self.validated_topology_epoch);
            known.push((0, std::mem::take(t)));
        }
        if self.last_assignment_configs.as_ref().is_none_or(|v| !v.is_empty()) {
            let t = &mut Writer::new();
            match &self.last_assignment_configs {
                None => {
                    t.null_array(true);
                }
                Some(v) => {
                    t.array(v, true, |w, v| v.encode(w, version))?;
                }
            }
            known.push((1, std::mem::take(t)));
        }
        w.tags(known, &self.unknown_tags);
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LastAssignmentConfig {
    pub key: Str,
    pub value: Str,
    pub unknown_tags: Tags,
}
impl LastAssignmentConfig {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let _ = version;
        let mut m = Self::default();
        m.key = r.string(true)?;
        m.value = r.string(true)?;
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let _ = version;
        w.string(&self.key, true);
        w.string(&self.value, true);
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}
