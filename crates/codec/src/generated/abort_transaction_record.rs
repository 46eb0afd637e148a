// Written by kt-codec-gen from definitions.json; do not edit.
//! AbortTransactionRecord (metadata, key 25), versions 0 to 0.

use super::prelude::*;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AbortTransactionRecord {
    pub reason: Option<Str>,
    pub unknown_tags: Tags,
}
impl Message for AbortTransactionRecord {
    const NAME: &'static str = "AbortTransactionRecord";
    const VERSIONS: (i16, i16) = (0, 0);
    const FLEXIBLE: i16 = 0;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if version != 0 {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let mut m = Self::default();
        m.unknown_tags = r.tags(|r, tag| {
            match tag {
                0 => m.reason = r.nullable_string(true)?,
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
        let mut known = Vec::new();
        if self.reason.is_some() {
            let t = &mut Writer::new();
            t.nullable_string(&self.reason, true);
            known.push((0, std::mem::take(t)));
        }
        w.tags(known, &self.unknown_tags);
        Ok(())
    }
}
