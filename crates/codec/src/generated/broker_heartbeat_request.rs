// Written by kt-codec-gen from definitions.json; do not edit.
//! BrokerHeartbeatRequest (request, key 63), versions 0 to 2.

use super::prelude::*;

#[derive(Clone, Debug, PartialEq)]
pub struct BrokerHeartbeatRequest {
    pub broker_id: i32,
    pub broker_epoch: i64,
    pub current_metadata_offset: i64,
    pub want_fence: bool,
    pub want_shut_down: bool,
    pub offline_log_dirs: Vec<Uuid>,
    pub cordoned_log_dirs: Option<Vec<Uuid>>,
    pub unknown_tags: Tags,
}

impl Default for BrokerHeartbeatRequest {
    fn default() -> Self {
        BrokerHeartbeatRequest {
            broker_id: Default::default(),
            broker_epoch: -1,
            current_metadata_offset: Default::default(),
            want_fence: Default::default(),
            want_shut_down: Default::default(),
            offline_log_dirs: Default::default(),
            cordoned_log_dirs: Default::default(),
            unknown_tags: Tags::default(),
        }
    }
}
impl Message for BrokerHeartbeatRequest {
    const NAME: &'static str = "BrokerHeartbeatRequest";
    const VERSIONS: (i16, i16) = (0, 2);
    const FLEXIBLE: i16 = 0;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(0..=2).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let mut m = Self::default();
        m.broker_id = r.i32()?;
        m.broker_epoch = r.i64()?;
        m.current_metadata_offset = r.i64()?;
        m.want_fence = r.bool()?;
        m.want_shut_down = r.bool()?;
        m.unknown_tags = r.tags(|r, tag| {
            match tag {
                0 if version >= 1 => m.offline_log_dirs = r.array(true, 16, Reader::uuid)?,
                1 if version >= 2 => m.cordoned_log_dirs = r.nullable_array(true, 16, Reader::uuid)?,
                _ => return Ok(false),
            }
            Ok(true)
        })?;
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if !(0..=2).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        w.i32(self.broker_id);
        w.i64(self.broker_epoch);
        w.i64(self.current_metadata_offset);
        w.bool(self.want_fence);
        w.bool(self.want_shut_down);
        let mut known = Vec::new();
        if version >= 1 && !self.offline_log_dirs.is_empty() {
            let t = &mut Writer::new();
            t.array(&self.offline_log_dirs, true, |w, v| {
                w.uuid(v);
                Ok(())
            })?;
            known.push((0, std::mem::take(t)));
        }
        if version >= 2 && self.cordoned_log_dirs.is_some() {
            let t = &mut Writer::new();
            match &self.cordoned_log_dirs {
                None => {
                    t.null_array(true);
                }
                Some(v) => {
                    t.array(v, true, |w, v| {
                        w.uuid(v);
                        Ok(())
                    })?;
                }
            }
            known.push((1, std::mem::take(t)));
        }
        w.tags(known, &self.unknown_tags);
        if !(version >= 1) && !self.offline_log_dirs.is_empty() {
            return Err(no_field("offline_log_dirs", version));
        }
        if !(version >= 2) && self.cordoned_log_dirs.is_some() {
            return Err(no_field("cordoned_log_dirs", version));
        }
        Ok(())
    }
}
impl Request for BrokerHeartbeatRequest {
    const API_KEY: ApiKey = ApiKey::BrokerHeartbeat;
    type Response = super::broker_heartbeat_response::BrokerHeartbeatResponse;
}
