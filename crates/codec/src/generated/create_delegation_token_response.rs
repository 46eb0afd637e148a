// Written by kt-codec-gen from definitions.json; do not edit.
//! CreateDelegationTokenResponse (response, key 38), versions 1 to 3.

use super::prelude::*;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CreateDelegationTokenResponse {
    pub error_code: i16,
    pub principal_type: Str,
    pub principal_name: Str,
    pub token_requester_principal_type: Str,
    pub token_requester_principal_name: Str,
    pub issue_timestamp_ms: i64,
    pub expiry_timestamp_ms: i64,
    pub max_timestamp_ms: i64,
    pub token_id: Str,
    pub hmac: Bytes,
    pub throttle_time_ms: i32,
    pub unknown_tags: Tags,
}
impl Message for CreateDelegationTokenResponse {
    const NAME: &'static str = "CreateDelegationTokenResponse";
    const VERSIONS: (i16, i16) = (1, 3);
    const FLEXIBLE: i16 = 2;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(1..=3).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let flex = version >= 2;
        let mut m = Self::default();
        m.error_code = r.i16()?;
        m.principal_type = r.string(flex)?;
        m.principal_name = r.string(flex)?;
        if version >= 3 {
            m.token_requester_principal_type = r.string(flex)?;
        }
        if version >= 3 {
            m.token_requester_principal_name = r.string(flex)?;
        }
        m.issue_timestamp_ms = r.i64()?;
        m.expiry_timestamp_ms = r.i64()?;
        m.max_timestamp_ms = r.i64()?;
        m.token_id = r.string(flex)?;
        m.hmac = r.bytes(flex)?;
        m.throttle_time_ms = r.i32()?;
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if !(1..=3).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let flex = version >= 2;
        w.i16(self.error_code);
        w.string(&self.principal_type, flex);
        w.string(&self.principal_name, flex);
        if version >= 3 {
            w.string(&self.token_requester_principal_type, flex);
        } else if !self.token_requester_principal_type.is_empty() {
            return Err(no_field("token_requester_principal_type", version));
        }
        if version >= 3 {
            w.string(&self.token_requester_principal_name, flex);
        } else if !self.token_requester_principal_name.is_empty() {
            return Err(no_field("token_requester_principal_name", version));
        }
        w.i64(self.issue_timestamp_ms);
        w.i64(self.expiry_timestamp_ms);
        w.i64(self.max_timestamp_ms);
        w.string(&self.token_id, flex);
        w.bytes(&self.hmac, flex);
        w.i32(self.throttle_time_ms);
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}
