// Written by kt-codec-gen from definitions.json; do not edit.
//! FindCoordinatorRequest (request, key 10), versions 0 to 6.

use super::prelude::*;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FindCoordinatorRequest {
    pub key: Str,
    pub key_type: i8,
    pub coordinator_keys: Vec<Str>,
    pub unknown_tags: Tags,
}
impl Message for FindCoordinatorRequest {
    const NAME: &'static str = "FindCoordinatorRequest";
    const VERSIONS: (i16, i16) = (0, 6);
    const FLEXIBLE: i16 = 3;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(0..=6).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let flex = version >= 3;
        let mut m = Self::default();
        if version <= 3 {
            m.key = r.string(flex)?;
        }
        if version >= 1 {
            m.key_type = r.i8()?;
        }
        if version >= 4 {
            m.coordinator_keys = r.array(flex, 1, |r| r.string(flex))?;
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
        if version <= 3 {
            w.string(&self.key, flex);
        } else if !self.key.is_empty() {
            return Err(no_field("key", version));
        }
        if version >= 1 {
            w.i8(self.key_type);
        } else if self.key_type != 0 {
            return Err(no_field("key_type", version));
        }
        if version >= 4 {
            w.array(&self.coordinator_keys, flex, |w, v| {
                w.string(v, flex);
                Ok(())
            })?;
        } else if !self.coordinator_keys.is_empty() {
            return Err(no_field("coordinator_keys", version));
        }
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}
impl Request for FindCoordinatorRequest {
    const API_KEY: ApiKey = ApiKey::FindCoordinator;
    type Response = super::find_coordinator_response::FindCoordinatorResponse;
}
