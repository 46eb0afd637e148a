// Written by kt-codec-gen from definitions.json; do not edit.
//! ApiVersionsRequest (request, key 18), versions 0 to 4.

use super::prelude::*;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ApiVersionsRequest {
    pub client_software_name: Str,
    pub client_software_version: Str,
    pub unknown_tags: Tags,
}
impl Message for ApiVersionsRequest {
    const NAME: &'static str = "ApiVersionsRequest";
    const VERSIONS: (i16, i16) = (0, 4);
    const FLEXIBLE: i16 = 3;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(0..=4).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let flex = version >= 3;
        let mut m = Self::default();
        if version >= 3 {
            m.client_software_name = r.string(flex)?;
        }
        if version >= 3 {
            m.client_software_version = r.string(flex)?;
        }
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if !(0..=4).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let flex = version >= 3;
        if version >= 3 {
            w.string(&self.client_software_name, flex);
        }
        if version >= 3 {
            w.string(&self.client_software_version, flex);
        }
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}
impl Request for ApiVersionsRequest {
    const API_KEY: ApiKey = ApiKey::ApiVersions;
    type Response = super::api_versions_response::ApiVersionsResponse;
}
