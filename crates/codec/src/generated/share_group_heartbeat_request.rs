// Written by kt-codec-gen from definitions.json; do not edit.
//! ShareGroupHeartbeatRequest (request, key 76), versions 1 to 1.

use super::prelude::*;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ShareGroupHeartbeatRequest {
    pub group_id: Str,
    pub member_id: Str,
    pub member_epoch: i32,
    pub rack_id: Option<Str>,
    pub subscribed_topic_names: Option<Vec<Str>>,
    pub unknown_tags: Tags,
}
impl Message for ShareGroupHeartbeatRequest {
    const NAME: &'static str = "ShareGroupHeartbeatRequest";
    const VERSIONS: (i16, i16) = (1, 1);
    const FLEXIBLE: i16 = 0;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if version != 1 {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let mut m = Self::default();
        m.group_id = r.string(true)?;
        m.member_id = r.string(true)?;
        m.member_epoch = r.i32()?;
        m.rack_id = r.nullable_string(true)?;
        m.subscribed_topic_names = r.nullable_array(true, 1, |r| r.string(true))?;
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if version != 1 {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        w.string(&self.group_id, true);
        w.string(&self.member_id, true);
        w.i32(self.member_epoch);
        w.nullable_string(&self.rack_id, true);
        match &self.subscribed_topic_names {
            None => {
                w.null_array(true);
            }
            Some(v) => {
                w.array(v, true, |w, v| {
                    w.string(v, true);
                    Ok(())
                })?;
            }
        }
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}
impl Request for ShareGroupHeartbeatRequest {
    const API_KEY: ApiKey = ApiKey::ShareGroupHeartbeat;
    type Response = super::share_group_heartbeat_response::ShareGroupHeartbeatResponse;
}
