// Written by kt-codec-gen from definitions.json; do not edit.
//! ConsumerGroupRegularExpressionValue (coordinator-value, key 16), versions 0 to 0.

use super::prelude::*;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ConsumerGroupRegularExpressionValue {
    pub topics: Vec<Str>,
    pub version: i64,
    pub timestamp: i64,
    pub unknown_tags: Tags,
}
impl Message for ConsumerGroupRegularExpressionValue {
    const NAME: &'static str = "ConsumerGroupRegularExpressionValue";
    const VERSIONS: (i16, i16) = (0, 0);
    const FLEXIBLE: i16 = 0;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if version != 0 {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let mut m = Self::default();
        m.topics = r.array(true, 1, |r| r.string(true))?;
        m.version = r.i64()?;
        m.timestamp = r.i64()?;
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if version != 0 {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        w.array(&self.topics, true, |w, v| {
            w.string(v, true);
            Ok(())
        })?;
        w.i64(self.version);
        w.i64(self.timestamp);
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}
