// Written by kt-codec-gen from definitions.json; do not edit.
//! StreamsGroupTargetAssignmentMemberValue (coordinator-value, key 21), versions 0 to 0.

use super::prelude::*;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StreamsGroupTargetAssignmentMemberValue {
    pub active_tasks: Vec<TaskIds>,
    pub standby_tasks: Vec<TaskIds>,
    pub warmup_tasks: Vec<TaskIds>,
    pub unknown_tags: Tags,
}
impl Message for StreamsGroupTargetAssignmentMemberValue {
    const NAME: &'static str = "StreamsGroupTargetAssignmentMemberValue";
    const VERSIONS: (i16, i16) = (0, 0);
    const FLEXIBLE: i16 = 0;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if version != 0 {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let mut m = Self::default();
        m.active_tasks = r.array(true, 3, |r| TaskIds::decode(r, version))?;
        m.standby_tasks = r.array(true, 3, |r| TaskIds::decode(r, version))?;
        m.warmup_tasks = r.array(true, 3, |r| TaskIds::decode(r, version))?;
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if version != 0 {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        w.array(&self.active_tasks, true, |w, v| v.encode(w, version))?;
        w.array(&self.standby_tasks, true, |w, v| v.encode(w, version))?;
        w.array(&self.warmup_tasks, true, |w, v| v.encode(w, version))?;
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TaskIds {
    pub subtopology_id: Str,
    pub partitions: Vec<i32>,
    pub unknown_tags: Tags,
}
impl TaskIds {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let _ = version;
        let mut m = Self::default();
        m.subtopology_id = r.string(true)?;
        m.partitions = r.array(true, 4, Reader::i32)?;
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let _ = version;
        w.string(&self.subtopology_id, true);
        w.array(&self.partitions, true, |w, v| {
            w.i32(*v);
            Ok(())
        })?;
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}
