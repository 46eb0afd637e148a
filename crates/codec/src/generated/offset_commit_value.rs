// Written by kt-codec-gen from definitions.json; do not edit.
//! OffsetCommitValue (coordinator-value, key 1), versions 0 to 4.

use super::prelude::*;

#[derive(Clone, Debug, PartialEq)]
pub struct OffsetCommitValue {
    pub offset: i64,
    pub leader_epoch: i32,
    pub metadata: Str,
    pub commit_timestamp: i64,
    pub expire_timestamp: i64,
    pub topic_id: Uuid,
    pub unknown_tags: Tags,
}

impl Default for OffsetCommitValue {
    fn default() -> Self {
        OffsetCommitValue {
            offset: Default::default(),
            leader_epoch: -1,
            metadata: Default::default(),
            commit_timestamp: Default::default(),
            expire_timestamp: -1,
            topic_id: Default::default(),
            unknown_tags: Tags::default(),
        }
    }
}
impl Message for OffsetCommitValue {
    const NAME: &'static str = "OffsetCommitValue";
    const VERSIONS: (i16, i16) = (0, 4);
    const FLEXIBLE: i16 = 4;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(0..=4).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let flex = version >= 4;
        let mut m = Self::default();
        m.offset = r.i64()?;
        if version >= 3 {
            m.leader_epoch = r.i32()?;
        }
        m.metadata = r.string(flex)?;
        m.commit_timestamp = r.i64()?;
        if version == 1 {
            m.expire_timestamp = r.i64()?;
        }
        if flex {
            m.unknown_tags = r.tags(|r, tag| {
                match tag {
                    0 if version >= 4 => m.topic_id = r.uuid()?,
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
        let flex = version >= 4;
        w.i64(self.offset);
        if version >= 3 {
            w.i32(self.leader_epoch);
        }
        w.string(&self.metadata, flex);
        w.i64(self.commit_timestamp);
        if version == 1 {
            w.i64(self.expire_timestamp);
        }
        if flex {
            let mut known = Vec::new();
            if version >= 4 && !self.topic_id.is_zero() {
                let t = &mut Writer::new();
                t.uuid(&self.topic_id);
                known.push((0, std::mem::take(t)));
            }
            w.tags(known, &self.unknown_tags);
        }
        Ok(())
    }
}
