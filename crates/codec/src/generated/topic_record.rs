// Written by kt-codec-gen from definitions.json; do not edit.
//! TopicRecord (metadata, key 2), versions 0 to 0.

use super::prelude::*;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TopicRecord {
    pub name: Str,
    pub topic_id: Uuid,
    pub unknown_tags: Tags,
}
impl Message for TopicRecord {
    const NAME: &'static str = "TopicRecord";
    const VERSIONS: (i16, i16) = (0, 0);
    const FLEXIBLE: i16 = 0;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if version != 0 {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let mut m = Self::default();
        m.name = r.string(true)?;
        m.topic_id = r.uuid()?;
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if version != 0 {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        w.string(&self.name, true);
        w.uuid(&self.topic_id);
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}
