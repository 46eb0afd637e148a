// Written by kt-codec-gen from definitions.json; do not edit.
//! SyncGroupRequest (request, key 14), versions 0 to 5.

use super::prelude::*;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SyncGroupRequest {
    pub group_id: Str,
    pub generation_id: i32,
    pub member_id: Str,
    pub group_instance_id: Option<Str>,
    pub protocol_type: Option<Str>,
    pub protocol_name: Option<Str>,
    pub assignments: Vec<SyncGroupRequestAssignment>,
    pub unknown_tags: Tags,
}
impl Message for SyncGroupRequest {
    const NAME: &'static str = "SyncGroupRequest";
    const VERSIONS: (i16, i16) = (0, 5);
    const FLEXIBLE: i16 = 4;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(0..=5).contains(&version) {
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
        if version >= 5 {
            m.protocol_type = r.nullable_string(flex)?;
        }
        if version >= 5 {
            m.protocol_name = r.nullable_string(flex)?;
        }
        m.assignments = r.array(flex, 2, |r| SyncGroupRequestAssignment::decode(r, version))?;
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if !(0..=5).contains(&version) {
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
        if version >= 5 {
            w.nullable_string(&self.protocol_type, flex);
        }
        if version >= 5 {
            w.nullable_string(&self.protocol_name, flex);
        }
        w.array(&self.assignments, flex, |w, v| v.encode(w, version))?;
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}
impl Request for SyncGroupRequest {
    const API_KEY: ApiKey = ApiKey::SyncGroup;
    type Response = super::sync_group_response::SyncGroupResponse;
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SyncGroupRequestAssignment {
    pub member_id: Str,
    pub assignment: Bytes,
    pub unknown_tags: Tags,
}
impl SyncGroupRequestAssignment {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 4;
        let mut m = Self::default();
        m.member_id = r.string(flex)?;
        m.assignment = r.bytes(flex)?;
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let flex = version >= 4;
        w.string(&self.member_id, flex);
        w.bytes(&self.assignment, flex);
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}
