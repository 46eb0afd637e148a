// Written by kt-codec-gen from definitions.json; do not edit.
//! ShareGroupDescribeRequest (request, key 77), versions 1 to 1.

use super::prelude::*;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ShareGroupDescribeRequest {
    pub group_ids: Vec<Str>,
    pub include_authorized_operations: bool,
    pub unknown_tags: Tags,
}
impl Message for ShareGroupDescribeRequest {
    const NAME: &'static str = "ShareGroupDescribeRequest";
    const VERSIONS: (i16, i16) = (1, 1);
    const FLEXIBLE: i16 = 0;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if version != 1 {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let mut m = Self::default();
        m.group_ids = r.array(true, 1, |r| r.string(true))?;
        m.include_authorized_operations = r.bool()?;
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if version != 1 {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        w.array(&self.group_ids, true, |w, v| {
            w.string(v, true);
            Ok(())
        })?;
        w.bool(self.include_authorized_operations);
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}
impl Request for ShareGroupDescribeRequest {
    const API_KEY: ApiKey = ApiKey::ShareGroupDescribe;
    type Response = super::share_group_describe_response::ShareGroupDescribeResponse;
}
