// Written by kt-codec-gen from definitions.json; do not edit.
//! LeaveGroupRequest (request, key 13), versions 0 to 5.

use super::prelude::*;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LeaveGroupRequest {
    pub group_id: Str,
    pub member_id: Str,
    pub members: Vec<MemberIdentity>,
    pub unknown_tags: Tags,
}
impl Message for LeaveGroupRequest {
    const NAME: &'static str = "LeaveGroupRequest";
    const VERSIONS: (i16, i16) = (0, 5);
    const FLEXIBLE: i16 = 4;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(0..=5).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let flex = version >= 4;
        let mut m = Self::default();
        m.group_id = r.string(flex)?;
        if version <= 2 {
            m.member_id = r.string(flex)?;
        }
        if version >= 3 {
            m.members = r.array(flex, 0, |r| MemberIdentity::decode(r, version))?;
        }
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
        if version <= 2 {
            w.string(&self.member_id, flex);
        } else if !self.member_id.is_empty() {
            return Err(no_field("member_id", version));
        }
        if version >= 3 {
            w.array(&self.members, flex, |w, v| v.encode(w, version))?;
        } else if !self.members.is_empty() {
            return Err(no_field("members", version));
        }
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}
impl Request for LeaveGroupRequest {
    const API_KEY: ApiKey = ApiKey::LeaveGroup;
    type Response = super::leave_group_response::LeaveGroupResponse;
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MemberIdentity {
    pub member_id: Str,
    pub group_instance_id: Option<Str>,
    pub reason: Option<Str>,
    pub unknown_tags: Tags,
}
impl MemberIdentity {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 4;
        let mut m = Self::default();
        if version >= 3 {
            m.member_id = r.string(flex)?;
        }
        if version >= 3 {
            m.group_instance_id = r.nullable_string(flex)?;
        }
        if version >= 5 {
            m.reason = r.nullable_string(flex)?;
        }
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let flex = version >= 4;
        if version >= 3 {
            w.string(&self.member_id, flex);
        } else if !self.member_id.is_empty() {
            return Err(no_field("member_id", version));
        }
        if version >= 3 {
            w.nullable_string(&self.group_instance_id, flex);
        } else if self.group_instance_id.is_some() {
            return Err(no_field("group_instance_id", version));
        }
        if version >= 5 {
            w.nullable_string(&self.reason, flex);
        }
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}
