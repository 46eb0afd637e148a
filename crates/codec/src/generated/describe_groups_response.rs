// Written by kt-codec-gen from definitions.json; do not edit.
//! DescribeGroupsResponse (response, key 15), versions 0 to 6.

use super::prelude::*;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeGroupsResponse {
    pub throttle_time_ms: i32,
    pub groups: Vec<DescribedGroup>,
    pub unknown_tags: Tags,
}
impl Message for DescribeGroupsResponse {
    const NAME: &'static str = "DescribeGroupsResponse";
    const VERSIONS: (i16, i16) = (0, 6);
    const FLEXIBLE: i16 = 5;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(0..=6).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let flex = version >= 5;
        let mut m = Self::default();
        if version >= 1 {
            m.throttle_time_ms = r.i32()?;
        }
        m.groups = r.array(flex, 7, |r| DescribedGroup::decode(r, version))?;
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if !(0..=6).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let flex = version >= 5;
        if version >= 1 {
            w.i32(self.throttle_time_ms);
        }
        w.array(&self.groups, flex, |w, v| v.encode(w, version))?;
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct DescribedGroup {
    pub error_code: i16,
    pub error_message: Option<Str>,
    pub group_id: Str,
    pub group_state: Str,
    pub protocol_type: Str,
    pub protocol_data: Str,
    pub members: Vec<DescribedGroupMember>,
    pub authorized_operations: i32,
    pub unknown_tags: Tags,
}

impl Default for DescribedGroup {
    fn default() -> Self {
        DescribedGroup {
            error_code: Default::default(),
            error_message: Default::default(),
            group_id: Default::default(),
            group_state: Default::default(),
            protocol_type: Default::default(),
            protocol_data: Default::default(),
            members: Default::default(),
            authorized_operations: -2147483648,
            unknown_tags: Tags::default(),
        }
    }
}
impl DescribedGroup {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 5;
        let mut m = Self::default();
        m.error_code = r.i16()?;
        if version >= 6 {
            m.error_message = r.nullable_string(flex)?;
        }
        m.group_id = r.string(flex)?;
        m.group_state = r.string(flex)?;
        m.protocol_type = r.string(flex)?;
        m.protocol_data = r.string(flex)?;
        m.members = r.array(flex, 5, |r| DescribedGroupMember::decode(r, version))?;
        if version >= 3 {
            m.authorized_operations = r.i32()?;
        }
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let flex = version >= 5;
        w.i16(self.error_code);
        if version >= 6 {
            w.nullable_string(&self.error_message, flex);
        } else if self.error_message.is_some() {
            return Err(no_field("error_message", version));
        }
        w.string(&self.group_id, flex);
        w.string(&self.group_state, flex);
        w.string(&self.protocol_type, flex);
        w.string(&self.protocol_data, flex);
        w.array(&self.members, flex, |w, v| v.encode(w, version))?;
        if version >= 3 {
            w.i32(self.authorized_operations);
        } else if self.authorized_operations != -2147483648 {
            return Err(no_field("authorized_operations", version));
        }
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribedGroupMember {
    pub member_id: Str,
    pub group_instance_id: Option<Str>,
    pub client_id: Str,
    pub client_host: Str,
    pub member_metadata: Bytes,
    pub member_assignment: Bytes,
    pub unknown_tags: Tags,
}
impl DescribedGroupMember {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 5;
        let mut m = Self::default();
        m.member_id = r.string(flex)?;
        if version >= 4 {
            m.group_instance_id = r.nullable_string(flex)?;
        }
        m.client_id = r.string(flex)?;
        m.client_host = r.string(flex)?;
        m.member_metadata = r.bytes(flex)?;
        m.member_assignment = r.bytes(flex)?;
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let flex = version >= 5;
        w.string(&self.member_id, flex);
        if version >= 4 {
            w.nullable_string(&self.group_instance_id, flex);
        }
        w.string(&self.client_id, flex);
        w.string(&self.client_host, flex);
        w.bytes(&self.member_metadata, flex);
        w.bytes(&self.member_assignment, flex);
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}
