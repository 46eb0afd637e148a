// Written by kt-codec-gen from definitions.json; do not edit.
//! LeaderChangeMessage (data), versions 0 to 1.

use super::prelude::*;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LeaderChangeMessage {
    pub version: i16,
    pub leader_id: i32,
    pub voters: Vec<Voter>,
    pub granting_voters: Vec<Voter>,
    pub unknown_tags: Tags,
}
impl Message for LeaderChangeMessage {
    const NAME: &'static str = "LeaderChangeMessage";
    const VERSIONS: (i16, i16) = (0, 1);
    const FLEXIBLE: i16 = 0;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(0..=1).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let mut m = Self::default();
        m.version = r.i16()?;
        m.leader_id = r.i32()?;
        m.voters = r.array(true, 5, |r| Voter::decode(r, version))?;
        m.granting_voters = r.array(true, 5, |r| Voter::decode(r, version))?;
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if !(0..=1).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        w.i16(self.version);
        w.i32(self.leader_id);
        w.array(&self.voters, true, |w, v| v.encode(w, version))?;
        w.array(&self.granting_voters, true, |w, v| v.encode(w, version))?;
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Voter {
    pub voter_id: i32,
    pub voter_directory_id: Uuid,
    pub unknown_tags: Tags,
}
impl Voter {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let mut m = Self::default();
        m.voter_id = r.i32()?;
        if version >= 1 {
            m.voter_directory_id = r.uuid()?;
        }
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        w.i32(self.voter_id);
        if version >= 1 {
            w.uuid(&self.voter_directory_id);
        } else if !self.voter_directory_id.is_zero() {
            return Err(no_field("voter_directory_id", version));
        }
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}
