// Written by kt-codec-gen from definitions.json; do not edit.
//! PartitionRecord (metadata, key 3), versions 0 to 2.

use super::prelude::*;

#[derive(Clone, Debug, PartialEq)]
pub struct PartitionRecord {
    pub partition_id: i32,
    pub topic_id: Uuid,
    pub replicas: Vec<i32>,
    pub isr: Vec<i32>,
    pub removing_replicas: Vec<i32>,
    pub adding_replicas: Vec<i32>,
    pub leader: i32,
    pub leader_recovery_state: i8,
    pub leader_epoch: i32,
    pub partition_epoch: i32,
    pub directories: Vec<Uuid>,
    pub eligible_leader_replicas: Option<Vec<i32>>,
    pub last_known_elr: Option<Vec<i32>>,
    pub unknown_tags: Tags,
}

impl Default for PartitionRecord {
    fn default() -> Self {
        PartitionRecord {
            partition_id: -1,
            topic_id: Default::default(),
            replicas: Default::default(),
            isr: Default::default(),
            removing_replicas: Default::default(),
            adding_replicas: Default::default(),
            leader: -1,
            leader_recovery_state: Default::default(),
            leader_epoch: -1,
            partition_epoch: -1,
            directories: Default::default(),
            eligible_leader_replicas: Default::default(),
            last_known_elr: Default::default(),
            unknown_tags: Tags::default(),
        }
    }
}
impl Message for PartitionRecord {
    const NAME: &'static str = "PartitionRecord";
    const VERSIONS: (i16, i16) = (0, 2);
    const FLEXIBLE: i16 = 0;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(0..=2).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let mut m = Self::default();
        m.partition_id = r.i32()?;
        m.topic_id = r.uuid()?;
        m.replicas = r.array(true, 4, Reader::i32)?;
        m.isr = r.array(true, 4, Reader::i32)?;
        m.removing_replicas = r.array(true, 4, Reader::i32)?;
        m.adding_replicas = r.array(true, 4, Reader::i32)?;
        m.leader = r.i32()?;
        m.leader_epoch = r.i32()?;
        m.partition_epoch = r.i32()?;
        if version >= 1 {
            m.directories = r.array(true, 16, Reader::uuid)?;
        }
        m.unknown_tags = r.tags(|r, tag| {
            match tag {
                0 => m.leader_recovery_state = r.i8()?,
                1 if version >= 2 => m.eligible_leader_replicas = r.nullable_array(true, 4, Reader::i32)?,
                2 if version >= 2 => m.last_known_elr = r.nullable_array(true, 4, Reader::i32)?,
                _ => return Ok(false),
            }
            Ok(true)
        })?;
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if !(0..=2).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        w.i32(self.partition_id);
        w.uuid(&self.topic_id);
        w.array(&self.replicas, true, |w, v| {
            w.i32(*v);
            Ok(())
        })?;
        w.array(&self.isr, true, |w, v| {
            w.i32(*v);
            Ok(())
        })?;
        w.array(&self.removing_replicas, true, |w, v| {
            w.i32(*v);
            Ok(())
        })?;
        w.array(&self.adding_replicas, true, |w, v| {
            w.i32(*v);
            Ok(())
        })?;
        w.i32(self.leader);
        w.i32(self.leader_epoch);
        w.i32(self.partition_epoch);
        if version >= 1 {
            w.array(&self.directories, true, |w, v| {
                w.uuid(v);
                Ok(())
            })?;
        } else if !self.directories.is_empty() {
            return Err(no_field("directories", version));
        }
        let mut known = Vec::new();
        if self.leader_recovery_state != 0 {
            let t = &mut Writer::new();
            t.i8(self.leader_recovery_state);
            known.push((0, std::mem::take(t)));
        }
        if version >= 2 && self.eligible_leader_replicas.is_some() {
            let t = &mut Writer::new();
            match &self.eligible_leader_replicas {
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
            known.push((1, std::mem::take(t)));
        }
        if version >= 2 && self.last_known_elr.is_some() {
            let t = &mut Writer::new();
            match &self.last_known_elr {
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
            known.push((2, std::mem::take(t)));
        }
        w.tags(known, &self.unknown_tags);
        if !(version >= 2) && self.eligible_leader_replicas.is_some() {
            return Err(no_field("eligible_leader_replicas", version));
        }
        if !(version >= 2) && self.last_known_elr.is_some() {
            return Err(no_field("last_known_elr", version));
        }
        Ok(())
    }
}
