// Written by kt-codec-gen from definitions.json; do not edit.
//! ListGroupsRequest (request, key 16), versions 0 to 5.

use super::prelude::*;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListGroupsRequest {
    pub states_filter: Vec<Str>,
    pub types_filter: Vec<Str>,
    pub unknown_tags: Tags,
}
impl Message for ListGroupsRequest {
    const NAME: &'static str = "ListGroupsRequest";
    const VERSIONS: (i16, i16) = (0, 5);
    const FLEXIBLE: i16 = 3;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(0..=5).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let flex = version >= 3;
        let mut m = Self::default();
        if version >= 4 {
            m.states_filter = r.array(flex, 1, |r| r.string(flex))?;
        }
        if version >= 5 {
            m.types_filter = r.array(flex, 1, |r| r.string(flex))?;
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
        let flex = version >= 3;
        if version >= 4 {
            w.array(&self.states_filter, flex, |w, v| {
                w.string(v, flex);
                Ok(())
            })?;
        } else if !self.states_filter.is_empty() {
            return Err(no_field("states_filter", version));
        }
        if version >= 5 {
            w.array(&self.types_filter, flex, |w, v| {
                w.string(v, flex);
                Ok(())
            })?;
        } else if !self.types_filter.is_empty() {
            return Err(no_field("types_filter", version));
        }
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}
impl Request for ListGroupsRequest {
    const API_KEY: ApiKey = ApiKey::ListGroups;
    type Response = super::list_groups_response::ListGroupsResponse;
}
