// Written by kt-codec-gen from definitions.json; do not edit.
//! ListConfigResourcesRequest (request, key 74), versions 0 to 1.

use super::prelude::*;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListConfigResourcesRequest {
    pub resource_types: Vec<i8>,
    pub unknown_tags: Tags,
}
impl Message for ListConfigResourcesRequest {
    const NAME: &'static str = "ListConfigResourcesRequest";
    const VERSIONS: (i16, i16) = (0, 1);
    const FLEXIBLE: i16 = 0;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(0..=1).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let mut m = Self::default();
        if version >= 1 {
            m.resource_types = r.array(true, 1, Reader::i8)?;
        }
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if !(0..=1).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        if version >= 1 {
            w.array(&self.resource_types, true, |w, v| {
                w.i8(*v);
                Ok(())
            })?;
        } else if !self.resource_types.is_empty() {
            return Err(no_field("resource_types", version));
        }
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}
impl Request for ListConfigResourcesRequest {
    const API_KEY: ApiKey = ApiKey::ListConfigResources;
    type Response = super::list_config_resources_response::ListConfigResourcesResponse;
}
