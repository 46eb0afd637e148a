// Written by kt-codec-gen from definitions.json; do not edit.
//! QuorumStateData (data), versions 0 to 1.

use super::prelude::*;

#[derive(Clone, Debug, PartialEq)]
pub struct QuorumStateData {
    pub cluster_id: Str,
    pub leader_id: i32,
    pub leader_epoch: i32,
    pub voted_id: i32,
    pub voted_directory_id: Uuid,
    pub applied_offset: i64,
    pub current_voters: Option<Vec<Voter>>,
    pub unknown_tags: Tags,
}

impl Default for QuorumStateData {
    fn default() -> Self {
        QuorumStateData {
            cluster_id: Default::default(),
            leader_id: -1,
            leader_epoch: -1,
            voted_id: -1,
            voted_directory_id: Default::default(),
            applied_offset: Default::default(),
            current_voters: Some(Default::default()),
            unknown_tags: Tags::default(),
        }
    }
}
impl Message for QuorumStateData {
    const NAME: &'static str = "QuorumStateData";
    const VERSIONS: (i16, i16) = (0, 1);
    const FLEXIBLE: i16 = 0;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(0..=1).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let mut m = Self::default();
        if version <= 0 {
            m.cluster_id = r.string(true)?;
        }
        m.leader_id = r.i32()?;
        m.leader_epoch = r.i32()?;
        m.voted_id = r.i32()?;
        if version >= 1 {
            m.voted_directory_id = r.uuid()?;
        }
        if version <= 0 {
            m.applied_offset = r.i64()?;
        }
        if version <= 0 {
            m.current_voters = r.nullable_array(true, 1, |r| Voter::decode(r, version))?;
        }
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if !(0..=1).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        if version <= 0 {
            w.string(&self.cluster_id, true);
        } else if !self.cluster_id.is_empty() {
            return Err(no_field("cluster_id", version));
        }
        w.i32(self.leader_id);
        w.i32(self.leader_epoch);
        w.i32(self.voted_id);
        if version >= 1 {
            w.uuid(&self.voted_directory_id);
        } else if !self.voted_directory_id.is_zero() {
            return Err(no_field("voted_directory_id", version));
        }
        if version <= 0 {
            w.i64(self.applied_offset);
        } else if self.applied_offset != 0 {
            return Err(no_field("applied_offset", version));
        }
        if version <= 0 {
            match &self.current_voters {
                None => {
                    w.null_array(true);
                }
                Some(v) => {
                    w.array(v, true, |w, v| v.encode(w, version))?;
                }
            }
        } else if self.current_voters.as_ref().is_none_or(|v| !v.is_empty()) {
            return Err(no_field("current_voters", version));
        }
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Voter {
    pub voter_id: i32,
    pub unknown_tags: Tags,
}
impl Voter {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let mut m = Self::default();
        if version <= 0 {
            m.voter_id = r.i32()?;
        }
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if version <= 0 {
            w.i32(self.voter_id);
        } else if self.voter_id != 0 {
            return Err(no_field("voter_id", version));
        }
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}
