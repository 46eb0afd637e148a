// Written by kt-codec-gen from definitions.json; do not edit.
//! LegacyOffsetCommitValue (coordinator-value, key 0), versions 0 to 0.

use super::prelude::*;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LegacyOffsetCommitValue {
    pub offset: i64,
    pub metadata: Str,
    pub commit_timestamp: i64,
    pub unknown_tags: Tags,
}
impl Message for LegacyOffsetCommitValue {
    const NAME: &'static str = "LegacyOffsetCommitValue";
    const VERSIONS: (i16, i16) = (0, 0);
    const FLEXIBLE: i16 = i16::MAX;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if version != 0 {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let mut m = Self::default();
        m.offset = r.i64()?;
        m.metadata = r.string(false)?;
        m.commit_timestamp = r.i64()?;
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if version != 0 {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        w.i64(self.offset);
        w.string(&self.metadata, false);
        w.i64(self.commit_timestamp);
        Ok(())
    }
}
