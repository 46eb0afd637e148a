// Written by kt-codec-gen from definitions.json; do not edit.
//! FetchSnapshotRequest (request, key 59), versions 0 to 1.

use super::prelude::*;

#[derive(Clone, Debug, PartialEq)]
pub struct FetchSnapshotRequest {
    pub cluster_id: Option<Str>,
    pub replica_id: i32,
    pub max_bytes: i32,
    pub topics: Vec<TopicSnapshot>,
    pub unknown_tags: Tags,
}

impl Default for FetchSnapshotRequest {
    fn default() -> Self {
        FetchSnapshotRequest {
            cluster_id: Default::default(),
            replica_id: -1,
            max_bytes: 2147483647,
            topics: Default::default(),
            unknown_tags: Tags::default(),
        }
    }
}
impl Message for FetchSnapshotRequest {
    const NAME: &'static str = "FetchSnapshotRequest";
    const VERSIONS: (i16, i16) = (0, 1);
    const FLEXIBLE: i16 = 0;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(0..=1).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let mut m = Self::default();
        m.replica_id = r.i32()?;
        m.max_bytes = r.i32()?;
        m.topics = r.array(true, 3, |r| TopicSnapshot::decode(r, version))?;
        m.unknown_tags = r.tags(|r, tag| {
            match tag {
                0 => m.cluster_id = r.nullable_string(true)?,
                _ => return Ok(false),
            }
            Ok(true)
        })?;
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if !(0..=1).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        w.i32(self.replica_id);
        w.i32(self.max_bytes);
        w.array(&self.topics, true, |w, v| v.encode(w, version))?;
        let mut known = Vec::new();
        if self.cluster_id.is_some() {
            let t = &mut Writer::new();
            t.nullable_string(&self.cluster_id, true);
            known.push((0, std::mem::take(t)));
        }
        w.tags(known, &self.unknown_tags);
        Ok(())
    }
}
impl Request for FetchSnapshotRequest {
    const API_KEY: ApiKey = ApiKey::FetchSnapshot;
    type Response = super::fetch_snapshot_response::FetchSnapshotResponse;
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct TopicSnapshot {
    pub name: Str,
    pub partitions: Vec<PartitionSnapshot>,
    pub unknown_tags: Tags,
}
impl TopicSnapshot {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let mut m = Self::default();
        m.name = r.string(true)?;
        m.partitions = r.array(true, 30, |r| PartitionSnapshot::decode(r, version))?;
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        w.string(&self.name, true);
        w.array(&self.partitions, true, |w, v| v.encode(w, version))?;
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PartitionSnapshot {
    pub partition: i32,
    pub current_leader_epoch: i32,
    pub snapshot_id: SnapshotId,
    pub position: i64,
    pub replica_directory_id: Uuid,
    pub unknown_tags: Tags,
}
impl PartitionSnapshot {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let mut m = Self::default();
        m.partition = r.i32()?;
        m.current_leader_epoch = r.i32()?;
        m.snapshot_id = SnapshotId::decode(r, version)?;
        m.position = r.i64()?;
        m.unknown_tags = r.tags(|r, tag| {
            match tag {
                0 if version >= 1 => m.replica_directory_id = r.uuid()?,
                _ => return Ok(false),
            }
            Ok(true)
        })?;
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        w.i32(self.partition);
        w.i32(self.current_leader_epoch);
        self.snapshot_id.encode(w, version)?;
        w.i64(self.position);
        let mut known = Vec::new();
        if version >= 1 && !self.replica_directory_id.is_zero() {
            let t = &mut Writer::new();
            t.uuid(&self.replica_directory_id);
            known.push((0, std::mem::take(t)));
        }
        w.tags(known, &self.unknown_tags);
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct SnapshotId {
    pub end_offset: i64,
    pub epoch: i32,
    pub unknown_tags: Tags,
}
impl SnapshotId {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let _ = version;
        let mut m = Self::default();
        m.end_offset = r.i64()?;
        m.epoch = r.i32()?;
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let _ = version;
        w.i64(self.end_offset);
        w.i32(self.epoch);
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}
