// Written by kt-codec-gen from definitions.json; do not edit.
//! BrokerRegistrationChangeRecord (metadata, key 17), versions 0 to 3.

use super::prelude::*;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BrokerRegistrationChangeRecord {
    pub broker_id: i32,
    pub broker_epoch: i64,
    pub fenced: i8,
    pub in_controlled_shutdown: i8,
    pub log_dirs: Vec<Uuid>,
    pub cordoned_log_dirs: Option<Vec<Uuid>>,
    pub unknown_tags: Tags,
}
impl Message for BrokerRegistrationChangeRecord {
    const NAME: &'static str = "BrokerRegistrationChangeRecord";
    const VERSIONS: (i16, i16) = (0, 3);
    const FLEXIBLE: i16 = 0;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(0..=3).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let mut m = Self::default();
        m.broker_id = r.i32()?;
        m.broker_epoch = r.i64()?;
        m.unknown_tags = r.tags(|r, tag| {
            match tag {
                0 => m.fenced = r.i8()?,
                1 if version >= 1 => m.in_controlled_shutdown = r.i8()?,
                2 if version >= 2 => m.log_dirs = r.array(true, 16, Reader::uuid)?,
                3 if version >= 3 => m.cordoned_log_dirs = r.nullable_array(true, 16, Reader::uuid)?,
                _ => return Ok(false),
            }
            Ok(true)
        })?;
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if !(0..=3).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        w.i32(self.broker_id);
        w.i64(self.broker_epoch);
        let mut known = Vec::new();
        if self.fenced != 0 {
            let t = &mut Writer::new();
            t.i8(self.fenced);
            known.push((0, std::mem::take(t)));
        }
        if version >= 1 && self.in_controlled_shutdown != 0 {
            let t = &mut Writer::new();
            t.i8(self.in_controlled_shutdown);
            known.push((1, std::mem::take(t)));
        }
        if version >= 2 && !self.log_dirs.is_empty() {
            let t = &mut Writer::new();
            t.array(&self.log_dirs, true, |w, v| {
                w.uuid(v);
                Ok(())
            })?;
            known.push((2, std::mem::take(t)));
        }
        if version >= 3 && self.cordoned_log_dirs.is_some() {
            let t = &mut Writer::new();
            match &self.cordoned_log_dirs {
                None => {
                    t.null_array(true);
                }
                Some(v) => {
                    t.array(v, true, |w, v| {
                        w.uuid(v);
                        Ok(())
                    })?;
                }
            }
            known.push((3, std::mem::take(t)));
        }
        w.tags(known, &self.unknown_tags);
        if !(version >= 1) && self.in_controlled_shutdown != 0 {
            return Err(no_field("in_controlled_shutdown", version));
        }
        if !(version >= 2) && !self.log_dirs.is_empty() {
            return Err(no_field("log_dirs", version));
        }
        if !(version >= 3) && self.cordoned_log_dirs.is_some() {
            return Err(no_field("cordoned_log_dirs", version));
        }
        Ok(())
    }
}
