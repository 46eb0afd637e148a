// Written by kt-codec-gen from definitions.json; do not edit.
//! PartitionChangeRecord (metadata, key 5), versions 0 to 2.

use super::prelude::*;

#[derive(Clone, Debug, PartialEq)]
pub struct PartitionChangeRecord {
    pub partition_id: i32,
    pub topic_id: Uuid,
    pub isr: Option<Vec<i32>>,
    pub leader: i32,
    pub replicas: Option<Vec<i32>>,
    pub removing_replicas: Option<Vec<i32>>,
    pub adding_replicas: Option<Vec<i32>>,
    pub leader_recovery_state: i8,
    pub directories: Option<Vec<Uuid>>,
    pub eligible_leader_replicas: Option<Vec<i32>>,
    pub last_known_elr: Option<Vec<i32>>,
    pub unknown_tags: Tags,
}

impl Default for PartitionChangeRecord {
    fn default() -> Self {
        PartitionChangeRecord {
            partition_id: -1,
            topic_id: Default::default(),
            isr: Default::default(),
            leader: -2,
            replicas: Default::default(),
            removing_replicas: Default::default(),
            adding_replicas: Default::default(),
            leader_recovery_state: -1,
            directories: Default::default(),
            eligible_leader_replicas: Default::default(),
            last_known_elr: Default::default(),
            unknown_tags: Tags::default(),
        }
    }
}
impl Message for PartitionChangeRecord {
    const NAME: &'static str = "PartitionChangeRecord";
    const VERSIONS: (i16, i16) = (0, 2);
    const FLEXIBLE: i16 = 0;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(0..=2).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let mut m = Self::default();
        m.partition_id = r.i32()?;
        m.topic_id = r.uuid()?;
        m.unknown_tags = r.tags(|r, tag| {
            match tag {
                0 => m.isr = r.nullable_array(true, 4, Reader::i32)?,
                1 => m.leader = r.i32()?,
                2 => m.replicas = r.nullable_array(true, 4, Reader::i32)?,
                3 => m.removing_replicas = r.nullable_array(true, 4, Reader::i32)?,
                4 => m.adding_replicas = r.nullable_array(true, 4, Reader::i32)?,
                5 => m.leader_recovery_state = r.i8()?,
                8 if version >= 1 => m.directories = r.nullable_array(true, 16, Reader::uuid)?,
                6 if version >= 2 => m.eligible_leader_replicas = r.nullable_array(true, 4, Reader::i32)?,
                7 if version >= 2 => m.last_known_elr = r.nullable_array(true, 4, Reader::i32)?,
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
        let mut known = Vec::new();
        if self.isr.is_some() {
            let t = &mut Writer::new();
            match &self.isr {
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
        if self.leader != -2 {
            let t = &mut Writer::new();
            t.i32(self.leader);
            known.push((1, std::mem::take(t)));
        }
        if self.replicas.is_some() {
            let t = &mut Writer::new();
            match &self.replicas {
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
        if self.removing_replicas.is_some() {
            let t = &mut Writer::new();
            match &self.removing_replicas {
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
            known.push((3, std::mem::take(t)));
        }
        if self.adding_replicas.is_some() {
            let t = &mut Writer::new();
            match &self.adding_replicas {
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
            known.push((4, std::mem::take(t)));
        }
        if self.leader_recovery_state != -1 {
            let t = &mut Writer::new();
            t.i8(self.leader_recovery_state);
            known.push((5, std::mem::take(t)));
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
            known.push((6, std::mem::take(t)));
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
            known.push((7, std::mem::take(t)));
        }
        if version >= 1 && self.directories.is_some() {
            let t = &mut Writer::new();
            match &self.directories {
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
            known.push((8, std::mem::take(t)));
        }
        w.tags(known, &self.unknown_tags);
        if !(version >= 1) && self.directories.is_some() {
            return Err(no_field("directories", version));
        }
        if !(version >= 2) && self.eligible_leader_replicas.is_some() {
            return Err(no_field("eligible_leader_replicas", version));
        }
        if !(version >= 2) && self.last_known_elr.is_some() {
            return Err(no_field("last_known_elr", version));
        }
        Ok(())
    }
}
