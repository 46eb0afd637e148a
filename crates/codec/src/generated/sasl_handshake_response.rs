// Written by kt-codec-gen from definitions.json; do not edit.
//! SaslHandshakeResponse (response, key 17), versions 0 to 1.

use super::prelude::*;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SaslHandshakeResponse {
    pub error_code: i16,
    pub mechanisms: Vec<Str>,
    pub unknown_tags: Tags,
}
impl Message for SaslHandshakeResponse {
    const NAME: &'static str = "SaslHandshakeResponse";
    const VERSIONS: (i16, i16) = (0, 1);
    const FLEXIBLE: i16 = i16::MAX;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(0..=1).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let mut m = Self::default();
        m.error_code = r.i16()?;
        m.mechanisms = r.array(false, 2, |r| r.string(false))?;
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if !(0..=1).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        w.i16(self.error_code);
        w.array(&self.mechanisms, false, |w, v| {
            w.string(v, false);
            Ok(())
        })?;
        Ok(())
    }
}
