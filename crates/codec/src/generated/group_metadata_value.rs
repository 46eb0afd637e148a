// Written by kt-codec-gen from definitions.json; do not edit.
//! GroupMetadataValue (coordinator-value, key 2), versions 0 to 4.

use super::prelude::*;

#[derive(Clone, Debug, PartialEq)]
pub struct GroupMetadataValue {
    pub protocol_type: Str,
    pub generation: i32,
    pub protocol: Option<Str>,
    pub leader: Option<Str>,
    pub current_state_timestamp: i64,
    pub members: Vec<MemberMetadata>,
    pub unknown_tags: Tags,
}

impl Default for GroupMetadataValue {
    fn default() -> Self {
        GroupMetadataValue {
            protocol_type: Default::default(),
            generation: Default::default(),
            protocol: Some(Default::default()),
            leader: Some(Default::default()),
            current_state_timestamp: -1,
            members: Default::default(),
            unknown_tags: Tags::default(),
        }
    }
}
impl Message for GroupMetadataValue {
    const NAME: &'static str = "GroupMetadataValue";
    const VERSIONS: (i16, i16) = (0, 4);
    const FLEXIBLE: i16 = 4;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(0..=4).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let flex = version >= 4;
        let mut m = Self::default();
        m.protocol_type = r.string(flex)?;
        m.generation = r.i32()?;
        m.protocol = r.nullable_string(flex)?;
        m.leader = r.nullable_string(flex)?;
        if version >= 2 {
            m.current_state_timestamp = r.i64()?;
        }
        m.members = r.array(flex, 9, |r| MemberMetadata::decode(r, version))?;
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
        w.string(&self.protocol_type, flex);
        w.i32(self.generation);
        w.nullable_string(&self.protocol, flex);
        w.nullable_string(&self.leader, flex);
        if version >= 2 {
            w.i64(self.current_state_timestamp);
        }
        w.array(&self.members, flex, |w, v| v.encode(w, version))?;
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct MemberMetadata {
    pub member_id: Str,
    pub group_instance_id: Option<Str>,
    pub client_id: Str,
    pub client_host: Str,
    pub rebalance_timeout: i32,
    pub session_timeout: i32,
    pub subscription: Bytes,
    pub assignment: Bytes,
    pub unknown_tags: Tags,
}

impl Default for MemberMetadata {
    fn default() -> Self {
        MemberMetadata {
            member_id: Default::default(),
            group_instance_id: Default::default(),
            client_id: Default::default(),
            client_host: Default::default(),
            rebalance_timeout: -1,
            session_timeout: Default::default(),
            subscription: Default::default(),
            assignment: Default::default(),
            unknown_tags: Tags::default(),
        }
    }
}
impl MemberMetadata {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 4;
        let mut m = Self::default();
        m.member_id = r.string(flex)?;
        if version >= 3 {
            m.group_instance_id = r.nullable_string(flex)?;
        }
        m.client_id = r.string(flex)?;
        m.client_host = r.string(flex)?;
        if version >= 1 {
            m.rebalance_timeout = r.i32()?;
        }
        m.session_timeout = r.i32()?;
        m.subscription = r.bytes(flex)?;
        m.assignment = r.bytes(flex)?;
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let flex = version >= 4;
        w.string(&self.member_id, flex);
        if version >= 3 {
            w.nullable_string(&self.group_instance_id, flex);
        }
        w.string(&self.client_id, flex);
        w.string(&self.client_host, flex);
        if version >= 1 {
            w.i32(self.rebalance_timeout);
        }
        w.i32(self.session_timeout);
        w.bytes(&self.subscription, flex);
        w.bytes(&self.assignment, flex);
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}
