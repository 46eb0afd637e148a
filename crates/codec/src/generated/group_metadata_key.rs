// Written by kt-codec-gen from definitions.json; do not edit.
//! GroupMetadataKey (coordinator-key, key 2), versions 0 to 0.

use super::prelude::*;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct GroupMetadataKey {
    pub group: Str,
    pub unknown_tags: Tags,
}
impl Message for GroupMetadataKey {
    const NAME: &'static str = "GroupMetadataKey";
    const VERSIONS: (i16, i16) = (0, 0);
    const FLEXIBLE: i16 = i16::MAX;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if version != 0 {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let mut m = Self::default();
        m.group = r.string(false)?;
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if version != 0 {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        w.string(&self.group, false);
        Ok(())
    }
}
