// Written by kt-codec-gen from definitions.json; do not edit.
//! StreamsGroupCurrentMemberAssignmentValue (coordinator-value, key 22), versions 0 to 0.

use super::prelude::*;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct StreamsGroupCurrentMemberAssignmentValue {
    pub member_epoch: i32,
    pub previous_member_epoch: i32,
    pub state: i8,
    pub active_tasks: Vec<TaskIds>,
    pub standby_tasks: Vec<TaskIds>,
    pub warmup_tasks: Vec<TaskIds>,
    pub active_tasks_pending_revocation: Vec<TaskIds>,
    pub standby_tasks_pending_revocation: Vec<TaskIds>,
    pub warmup_tasks_pending_revocation: Vec<TaskIds>,
    pub unknown_tags: Tags,
}
impl Message for StreamsGroupCurrentMemberAssignmentValue {
    const NAME: &'static str = "StreamsGroupCurrentMemberAssignmentValue";
    const VERSIONS: (i16, i16) = (0, 0);
    const FLEXIBLE: i16 = 0;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if version != 0 {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let mut m = Self::default();
        m.member_epoch = r.i32()?;
        m.previous_member_epoch = r.i32()?;
        m.state = r.i8()?;
        m.active_tasks = r.array(true, 3, |r| TaskIds::decode(r, version))?;
        m.standby_tasks = r.array(true, 3, |r| TaskIds::decode(r, version))?;
        m.warmup_tasks = r.array(true, 3, |r| TaskIds::decode(r, version))?;
        m.active_tasks_pending_revocation = r.array(true, 3, |r| TaskIds::decode(r, version))?;
        m.standby_tasks_pending_revocation = r.array(true, 3, |r| TaskIds::decode(r, version))?;
        m.warmup_tasks_pending_revocation = r.array(true, 3, |r| TaskIds::decode(r, version))?;
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if version != 0 {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        w.i32(self.member_epoch);
        w.i32(self.previous_member_epoch);
        w.i8(self.state);
        w.array(&self.active_tasks, true, |w, v| v.encode(w, version))?;
        w.array(&self.standby_tasks, true, |w, v| v.encode(w, version))?;
        w.array(&self.warmup_tasks, true, |w, v| v.encode(w, version))?;
        w.array(&self.active_tasks_pending_revocation, true, |w, v| v.encode(w, version))?;
        w.array(&self.standby_tasks_pending_revocation, true, |w, v| v.encode(w, version))?;
        w.array(&self.warmup_tasks_pending_revocation, true, |w, v| v.encode(w, version))?;
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct TaskIds {
    pub subtopology_id: Str,
    pub partitions: Vec<i32>,
    pub assignment_epochs: Option<Vec<i32>>,
    pub unknown_tags: Tags,
}

impl Default for TaskIds {
    fn default() -> Self {
        TaskIds {
            subtopology_id: Default::default(),
            partitions: Default::default(),
            assignment_epochs: Some(Default::default()),
            unknown_tags: Tags::default(),
        }
    }
}
impl TaskIds {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let _ = version;
        let mut m = Self::default();
        m.subtopology_id = r.string(true)?;
        m.partitions = r.array(true, 4, Reader::i32)?;
        m.unknown_tags = r.tags(|r, tag| {
            match tag {
                0 => m.assignment_epochs = r.nullable_array(true, 4, Reader::i32)?,
                _ => return Ok(false),
            }
            Ok(true)
        })?;
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let _ = version;
        w.string(&self.subtopology_id, true);
        w.array(&self.partitions, true, |w, v| {
            w.i32(*v);
            Ok(())
        })?;
        let mut known = Vec::new();
        if self.assignment_epochs.as_ref().is_none_or(|v| !v.is_empty()) {
            let t = &mut Writer::new();
            match &self.assignment_epochs {
                None => {
                    t.null_array(true);
                }
                Some(v) => {
                    t.array(v, true, |w, v| {
                        w.i32(*v);
                        Ok(())
                    })?;
                }
            }
            known.push((0, std::mem::take(t)));
        }
        w.tags(known, &self.unknown_tags);
        Ok(())
    }
}
