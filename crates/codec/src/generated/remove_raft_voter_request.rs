// Written by kt-codec-gen from definitions.json; do not edit.
//! RemoveRaftVoterRequest (request, key 81), versions 0 to 0.

use super::prelude::*;

#[derive(Clone, Debug, PartialEq)]
pub struct RemoveRaftVoterRequest {
    pub cluster_id: Option<Str>,
    pub voter_id: i32,
    pub voter_directory_id: Uuid,
    pub unknown_tags: Tags,
}

impl Default for RemoveRaftVoterRequest {
    fn default() -> Self {
        RemoveRaftVoterRequest {
            cluster_id: Some(Default::default()),
            voter_id: Default::default(),
            voter_directory_id: Default::default(),
            unknown_tags: Tags::default(),
        }
    }
}
impl Message for RemoveRaftVoterRequest {
    const NAME: &'static str = "RemoveRaftVoterRequest";
    const VERSIONS: (i16, i16) = (0, 0);
    const FLEXIBLE: i16 = 0;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if version != 0 {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let mut m = Self::default();
        m.cluster_id = r.nullable_string(true)?;
        m.voter_id = r.i32()?;
        m.voter_directory_id = r.uuid()?;
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if version != 0 {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        w.nullable_string(&self.cluster_id, true);
        w.i32(self.voter_id);
        w.uuid(&self.voter_directory_id);
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}
impl Request for RemoveRaftVoterRequest {
    const API_KEY: ApiKey = ApiKey::RemoveRaftVoter;
    type Response = super::remove_raft_voter_response::RemoveRaftVoterResponse;
}
