// Written by kt-codec-gen from definitions.json; do not edit.
//! DescribeUserScramCredentialsRequest (request, key 50), versions 0 to 0.

use super::prelude::*;

#[derive(Clone, Debug, PartialEq)]
pub struct DescribeUserScramCredentialsRequest {
    pub users: Option<Vec<UserName>>,
    pub unknown_tags: Tags,
}

impl Default for DescribeUserScramCredentialsRequest {
    fn default() -> Self {
        DescribeUserScramCredentialsRequest { users: Some(Default::default()), unknown_tags: Tags::default() }
    }
}
impl Message for DescribeUserScramCredentialsRequest {
    const NAME: &'static str = "DescribeUserScramCredentialsRequest";
    const VERSIONS: (i16, i16) = (0, 0);
    const FLEXIBLE: i16 = 0;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if version != 0 {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let mut m = Self::default();
        m.users = r.nullable_array(true, 2, |r| UserName::decode(r, version))?;
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if version != 0 {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        match &self.users {
            None => {
                w.null_array(true);
            }
            Some(v) => {
                w.array(v, true, |w, v| v.encode(w, version))?;
            }
        }
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}
impl Request for DescribeUserScramCredentialsRequest {
    const API_KEY: ApiKey = ApiKey::DescribeUserScramCredentials;
    type Response = super::describe_user_scram_credentials_response::DescribeUserScramCredentialsResponse;
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct UserName {
    pub name: Str,
    pub unknown_tags: Tags,
}
impl UserName {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let _ = version;
        let mut m = Self::default();
        m.name = r.string(true)?;
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let _ = version;
        w.string(&self.name, true);
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}
