// Written by kt-codec-gen from definitions.json; do not edit.
//! SaslHandshakeRequest (request, key 17), versions 0 to 1.

use super::prelude::*;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SaslHandshakeRequest {
    pub mechanism: Str,
    pub unknown_tags: Tags,
}
impl Message for SaslHandshakeRequest {
    const NAME: &'static str = "SaslHandshakeRequest";
    const VERSIONS: (i16, i16) = (0, 1);
    const FLEXIBLE: i16 = i16::MAX;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(0..=1).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let mut m = Self::default();
        m.mechanism = r.string(false)?;
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if !(0..=1).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        w.string(&self.mechanism, false);
        Ok(())
    }
}
impl Request for SaslHandshakeRequest {
    const API_KEY: ApiKey = ApiKey::SaslHandshake;
    type Response = super::sasl_handshake_response::SaslHandshakeResponse;
}
