// Written by kt-codec-gen from definitions.json; do not edit.
//! DefaultPrincipalData (data), versions 0 to 0.

use super::prelude::*;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DefaultPrincipalData {
    pub type_: Str,
    pub name: Str,
    pub token_authenticated: bool,
    pub unknown_tags: Tags,
}
impl Message for DefaultPrincipalData {
    const NAME: &'static str = "DefaultPrincipalData";
    const VERSIONS: (i16, i16) = (0, 0);
    const FLEXIBLE: i16 = 0;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if version != 0 {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let mut m = Self::default();
        m.type_ = r.string(true)?;
        m.name = r.string(true)?;
        m.token_authenticated = r.bool()?;
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if version != 0 {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        w.string(&self.type_, true);
        w.string(&self.name, true);
        w.bool(self.token_authenticated);
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}
