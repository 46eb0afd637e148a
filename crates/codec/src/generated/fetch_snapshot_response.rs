// Written by kt-codec-gen from definitions.json; do not edit.
//! FetchSnapshotResponse (response, key 59), versions 0 to 1.

use super::prelude::*;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FetchSnapshotResponse {
    pub throttle_time_ms: i32,
    pub error_code: i16,
    pub topics: Vec<TopicSnapshot>,
    pub node_endpoints: Vec<NodeEndpoint>,
    pub unknown_tags: Tags,
}
impl Message for FetchSnapshotResponse {
    const NAME: &'static str = "FetchSnapshotResponse";
    const VERSIONS: (i16, i16) = (0, 1);
    const FLEXIBLE: i16 = 0;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(0..=1).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let mut m = Self::default();
        m.throttle_time_ms = r.i32()?;
        m.error_code = r.i16()?;
        m.topics = r.array(true, 3, |r| TopicSnapshot::decode(r, version))?;
        m.unknown_tags = r.tags(|r, tag| {
            match tag {
                0 if version >= 1 => m.node_endpoints = r.array(true, 1, |r| NodeEndpoint::decode(r, version))?,
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
        w.i32(self.throttle_time_ms);
        w.i16(self.error_code);
        w.array(&self.topics, true, |w, v| v.encode(w, version))?;
        let mut known = Vec::new();
        if version >= 1 && !self.node_endpoints.is_empty() {
            let t = &mut Writer::new();
            t.array(&self.node_endpoints, true, |w, v| v.encode(w, version))?;
            known.push((0, std::mem::take(t)));
        }
        w.tags(known, &self.unknown_tags);
        if !(version >= 1) && !self.node_endpoints.is_empty() {
            return Err(no_field("node_endpoints", version));
        }
        Ok(())
    }
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
        m.partitions = r.array(true, 37, |r| PartitionSnapshot::decode(r, version))?;
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
    pub index: i32,
    pub error_code: i16,
    pub snapshot_id: SnapshotId,
    pub current_leader: LeaderIdAndEpoch,
    pub size: i64,
    pub position: i64,
    pub unaligned_records: Records,
    pub unknown_tags: Tags,
}
impl PartitionSnapshot {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let mut m = Self::default();
        m.index = r.i32()?;
        m.error_code = r.i16()?;
        m.snapshot_id = SnapshotId::decode(r, version)?;
        m.size = r.i64()?;
        m.position = r.i64()?;
        m.unaligned_records = r.records(true)?;
        m.unknown_tags = r.tags(|r, tag| {
            match tag {
                0 => m.current_leader = LeaderIdAndEpoch::decode(r, version)?,
                _ => return Ok(false),
            }
            Ok(true)
        })?;
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        w.i32(self.index);
        w.i16(self.error_code);
        self.snapshot_id.encode(w, version)?;
        w.i64(self.size);
        w.i64(self.position);
        w.records(&self.unaligned_records, true);
        let mut known = Vec::new();
        if self.current_leader != LeaderIdAndEpoch::default() {
            let t = &mut Writer::new();
            self.current_leader.encode(t, version)?;
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

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LeaderIdAndEpoch {
    pub leader_id: i32,
    pub leader_epoch: i32,
    pub unknown_tags: Tags,
}
impl LeaderIdAndEpoch {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let _ = version;
        let mut m = Self::default();
        m.leader_id = r.i32()?;
        m.leader_epoch = r.i32()?;
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let _ = version;
        w.i32(self.leader_id);
        w.i32(self.leader_epoch);
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct NodeEndpoint {
    pub node_id: i32,
    pub host: Str,
    pub port: u16,
    pub unknown_tags: Tags,
}
impl NodeEndpoint {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let mut m = Self::default();
        if version >= 1 {
            m.node_id = r.i32()?;
        }
        if version >= 1 {
            m.host = r.string(true)?;
        }
        if version >= 1 {
            m.port = r.u16()?;
        }
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if version >= 1 {
            w.i32(self.node_id);
        } else if self.node_id != 0 {
            return Err(no_field("node_id", version));
        }
        if version >= 1 {
            w.string(&self.host, true);
        } else if !self.host.is_empty() {
            return Err(no_field("host", version));
        }
        if version >= 1 {
            w.u16(self.port);
        } else if self.port != 0 {
            return Err(no_field("port", version));
        }
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}
