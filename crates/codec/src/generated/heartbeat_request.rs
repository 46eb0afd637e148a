// Written by kt-codec-gen from definitions.json; do not edit.
//! HeartbeatRequest (request, key 12), versions 0 to 4.

use super::prelude::*;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeartbeatRequest {
    pub group_id: Str,
    pub generation_id: i32,
    pub member_id: Str,
    pub group_instance_id: Option<Str>,
    pub unknown_tags: Tags,
}
impl Message for HeartbeatRequest {
    const NAME: &'static str = "HeartbeatRequest";
    const VERSIONS: (i16, i16) = (0, 4);
    const FLEXIBLE: i16 = 4;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(0..=4).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let flex = version >= 4;
        let mut m = Self::default();
        m.group_id = r.string(flex)?;
        m.generation_id = r.i32()?;
        m.member_id = r.string(flex)?;
        if version >= 3 {
            m.group_instance_id = r.nullable_string(flex)?;
        }
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if !(0..=4).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let flex = version >= 4;
        w.string(&self.group_id, flex);
        w.i32(self.generation_id);
        w.string(&self.member_id, flex);
        if version >= 3 {
            w.nullable_string(&self.group_instance_id, flex);
        } else if self.group_instance_id.is_some() {
            return Err(no_field("group_instance_id", version));
        }
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}
impl Request for HeartbeatRequest {
    const API_KEY: ApiKey = ApiKey::Heartbeat;
    type Response = super::heartbeat_response::HeartbeatResponse;
}
