// Written by kt-codec-gen from definitions.json; do not edit.
//! LeaveGroupResponse (response, key 13), versions 0 to 5.

use super::prelude::*;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LeaveGroupResponse {
    pub throttle_time_ms: i32,
    pub error_code: i16,
    pub members: Vec<MemberResponse>,
    pub unknown_tags: Tags,
}
impl Message for LeaveGroupResponse {
    const NAME: &'static str = "LeaveGroupResponse";
    const VERSIONS: (i16, i16) = (0, 5);
    const FLEXIBLE: i16 = 4;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(0..=5).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let flex = version >= 4;
        let mut m = Self::default();
        if version >= 1 {
            m.throttle_time_ms = r.i32()?;
        }
        m.error_code = r.i16()?;
        if version >= 3 {
            m.members = r.array(flex, 0, |r| MemberResponse::decode(r, version))?;
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
        if version >= 1 {
            w.i32(self.throttle_time_ms);
        }
        w.i16(self.error_code);
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

#[derive(Clone, Debug, PartialEq)]
pub struct MemberResponse {
    pub member_id: Str,
    pub group_instance_id: Option<Str>,
    pub error_code: i16,
    pub unknown_tags: Tags,
}

impl Default for MemberResponse {
    fn default() -> Self {
        MemberResponse {
            member_id: Default::default(),
            group_instance_id: Some(Default::default()),
            error_code: Default::default(),
            unknown_tags: Tags::default(),
        }
    }
}
impl MemberResponse {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 4;
        let mut m = Self::default();
        if version >= 3 {
            m.member_id = r.string(flex)?;
        }
        if version >= 3 {
            m.group_instance_id = r.nullable_string(flex)?;
        }
        if version >= 3 {
            m.error_code = r.i16()?;
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
        } else if self.group_instance_id.as_ref().is_none_or(|v| !v.is_empty()) {
            return Err(no_field("group_instance_id", version));
        }
        if version >= 3 {
            w.i16(self.error_code);
        } else if self.error_code != 0 {
            return Err(no_field("error_code", version));
        }
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}
