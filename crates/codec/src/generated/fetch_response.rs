// Written by kt-codec-gen from definitions.json; do not edit.
//! FetchResponse (response, key 1), versions 4 to 18.

use super::prelude::*;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FetchResponse {
    pub throttle_time_ms: i32,
    pub error_code: i16,
    pub session_id: i32,
    pub responses: Vec<FetchableTopicResponse>,
    pub node_endpoints: Vec<NodeEndpoint>,
    pub unknown_tags: Tags,
}
impl Message for FetchResponse {
    const NAME: &'static str = "FetchResponse";
    const VERSIONS: (i16, i16) = (4, 18);
    const FLEXIBLE: i16 = 12;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(4..=18).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let flex = version >= 12;
        let mut m = Self::default();
        m.throttle_time_ms = r.i32()?;
        if version >= 7 {
            m.error_code = r.i16()?;
        }
        if version >= 7 {
            m.session_id = r.i32()?;
        }
        m.responses = r.array(flex, 1, |r| FetchableTopicResponse::decode(r, version))?;
        if flex {
            m.unknown_tags = r.tags(|r, tag| {
                match tag {
                    0 if version >= 16 => m.node_endpoints = r.array(flex, 0, |r| NodeEndpoint::decode(r, version))?,
                    _ => return Ok(false),
                }
                Ok(true)
            })?;
        }
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if !(4..=18).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let flex = version >= 12;
        w.i32(self.throttle_time_ms);
        if version >= 7 {
            w.i16(self.error_code);
        }
        if version >= 7 {
            w.i32(self.session_id);
        } else if self.session_id != 0 {
            return Err(no_field("session_id", version));
        }
        w.array(&self.responses, flex, |w, v| v.encode(w, version))?;
        if flex {
            let mut known = Vec::new();
            if version >= 16 && !self.node_endpoints.is_empty() {
                let t = &mut Writer::new();
                t.array(&self.node_endpoints, flex, |w, v| v.encode(w, version))?;
                known.push((0, std::mem::take(t)));
            }
            w.tags(known, &self.unknown_tags);
        }
        if !(version >= 16) && !self.node_endpoints.is_empty() {
            return Err(no_field("node_endpoints", version));
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FetchableTopicResponse {
    pub topic: Str,
    pub topic_id: Uuid,
    pub partitions: Vec<PartitionData>,
    pub unknown_tags: Tags,
}
impl FetchableTopicResponse {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 12;
        let mut m = Self::default();
        if version <= 12 {
            m.topic = r.string(flex)?;
        }
        if version >= 13 {
            m.topic_id = r.uuid()?;
        }
        m.partitions = r.array(flex, 24, |r| PartitionData::decode(r, version))?;
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let flex = version >= 12;
        if version <= 12 {
            w.string(&self.topic, flex);
        }
        if version >= 13 {
            w.uuid(&self.topic_id);
        }
        w.array(&self.partitions, flex, |w, v| v.encode(w, version))?;
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct PartitionData {
    pub partition_index: i32,
    pub error_code: i16,
    pub high_watermark: i64,
    pub last_stable_offset: i64,
    pub log_start_offset: i64,
    pub diverging_epoch: EpochEndOffset,
    pub current_leader: LeaderIdAndEpoch,
    pub snapshot_id: SnapshotId,
    pub aborted_transactions: Option<Vec<AbortedTransaction>>,
    pub preferred_read_replica: i32,
    pub records: Option<Records>,
    pub unknown_tags: Tags,
}

impl Default for PartitionData {
    fn default() -> Self {
        PartitionData {
            partition_index: Default::default(),
            error_code: Default::default(),
            high_watermark: Default::default(),
            last_stable_offset: -1,
            log_start_offset: -1,
            diverging_epoch: Default::default(),
            current_leader: Default::default(),
            snapshot_id: Default::default(),
            aborted_transactions: Some(Default::default()),
            preferred_read_replica: -1,
            records: Some(Default::default()),
            unknown_tags: Tags::default(),
        }
    }
}
impl PartitionData {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 12;
        let mut m = Self::default();
        m.partition_index = r.i32()?;
        m.error_code = r.i16()?;
        m.high_watermark = r.i64()?;
        m.last_stable_offset = r.i64()?;
        if version >= 5 {
            m.log_start_offset = r.i64()?;
        }
        m.aborted_transactions = r.nullable_array(flex, 16, |r| AbortedTransaction::decode(r, version))?;
        if version >= 11 {
            m.preferred_read_replica = r.i32()?;
        }
        m.records = r.nullable_records(flex)?;
        if flex {
            m.unknown_tags = r.tags(|r, tag| {
                match tag {
                    0 if version >= 12 => m.diverging_epoch = EpochEndOffset::decode(r, version)?,
                    1 if version >= 12 => m.current_leader = LeaderIdAndEpoch::decode(r, version)?,
                    2 if version >= 12 => m.snapshot_id = SnapshotId::decode(r, version)?,
                    _ => return Ok(false),
                }
                Ok(true)
            })?;
        }
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let flex = version >= 12;
        w.i32(self.partition_index);
        w.i16(self.error_code);
        w.i64(self.high_watermark);
        w.i64(self.last_stable_offset);
        if version >= 5 {
            w.i64(self.log_start_offset);
        }
        match &self.aborted_transactions {
            None => {
                w.null_array(flex);
            }
            Some(v) => {
                w.array(v, flex, |w, v| v.encode(w, version))?;
            }
        }
        if version >= 11 {
            w.i32(self.preferred_read_replica);
        } else if self.preferred_read_replica != -1 {
            return Err(no_field("preferred_read_replica", version));
        }
        w.nullable_records(&self.records, flex);
        if flex {
            let mut known = Vec::new();
            if version >= 12 && self.diverging_epoch != EpochEndOffset::default() {
                let t = &mut Writer::new();
                self.diverging_epoch.encode(t, version)?;
                known.push((0, std::mem::take(t)));
            }
            if version >= 12 && self.current_leader != LeaderIdAndEpoch::default() {
                let t = &mut Writer::new();
                self.current_leader.encode(t, version)?;
                known.push((1, std::mem::take(t)));
            }
            if version >= 12 && self.snapshot_id != SnapshotId::default() {
                let t = &mut Writer::new();
                self.snapshot_id.encode(t, version)?;
                known.push((2, std::mem::take(t)));
            }
            w.tags(known, &self.unknown_tags);
        }
        if !(version >= 12) && self.diverging_epoch != EpochEndOffset::default() {
            return Err(no_field("diverging_epoch", version));
        }
        if !(version >= 12) && self.current_leader != LeaderIdAndEpoch::default() {
            return Err(no_field("current_leader", version));
        }
        if !(version >= 12) && self.snapshot_id != SnapshotId::default() {
            return Err(no_field("snapshot_id", version));
        }
        Ok(())
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct EpochEndOffset {
    pub epoch: i32,
    pub end_offset: i64,
    pub unknown_tags: Tags,
}

impl Default for EpochEndOffset {
    fn default() -> Self {
        EpochEndOffset { epoch: -1, end_offset: -1, unknown_tags: Tags::default() }
    }
}
impl EpochEndOffset {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 12;
        let mut m = Self::default();
        if version >= 12 {
            m.epoch = r.i32()?;
        }
        if version >= 12 {
            m.end_offset = r.i64()?;
        }
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let flex = version >= 12;
        if version >= 12 {
            w.i32(self.epoch);
        } else if self.epoch != -1 {
            return Err(no_field("epoch", version));
        }
        if version >= 12 {
            w.i64(self.end_offset);
        } else if self.end_offset != -1 {
            return Err(no_field("end_offset", version));
        }
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct LeaderIdAndEpoch {
    pub leader_id: i32,
    pub leader_epoch: i32,
    pub unknown_tags: Tags,
}

impl Default for LeaderIdAndEpoch {
    fn default() -> Self {
        LeaderIdAndEpoch { leader_id: -1, leader_epoch: -1, unknown_tags: Tags::default() }
    }
}
impl LeaderIdAndEpoch {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 12;
        let mut m = Self::default();
        if version >= 12 {
            m.leader_id = r.i32()?;
        }
        if version >= 12 {
            m.leader_epoch = r.i32()?;
        }
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let flex = version >= 12;
        if version >= 12 {
            w.i32(self.leader_id);
        } else if self.leader_id != -1 {
            return Err(no_field("leader_id", version));
        }
        if version >= 12 {
            w.i32(self.leader_epoch);
        } else if self.leader_epoch != -1 {
            return Err(no_field("leader_epoch", version));
        }
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct SnapshotId {
    pub end_offset: i64,
    pub epoch: i32,
    pub unknown_tags: Tags,
}

impl Default for SnapshotId {
    fn default() -> Self {
        SnapshotId { end_offset: -1, epoch: -1, unknown_tags: Tags::default() }
    }
}
impl SnapshotId {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 12;
        let mut m = Self::default();
        m.end_offset = r.i64()?;
        m.epoch = r.i32()?;
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let flex = version >= 12;
        w.i64(self.end_offset);
        w.i32(self.epoch);
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AbortedTransaction {
    pub producer_id: i64,
    pub first_offset: i64,
    pub unknown_tags: Tags,
}
impl AbortedTransaction {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 12;
        let mut m = Self::default();
        m.producer_id = r.i64()?;
        m.first_offset = r.i64()?;
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let flex = version >= 12;
        w.i64(self.producer_id);
        w.i64(self.first_offset);
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct NodeEndpoint {
    pub node_id: i32,
    pub host: Str,
    pub port: i32,
    pub rack: Option<Str>,
    pub unknown_tags: Tags,
}
impl NodeEndpoint {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 12;
        let mut m = Self::default();
        if version >= 16 {
            m.node_id = r.i32()?;
        }
        if version >= 16 {
            m.host = r.string(flex)?;
        }
        if version >= 16 {
            m.port = r.i32()?;
        }
        if version >= 16 {
            m.rack = r.nullable_string(flex)?;
        }
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let flex = version >= 12;
        if version >= 16 {
            w.i32(self.node_id);
        } else if self.node_id != 0 {
            return Err(no_field("node_id", version));
        }
        if version >= 16 {
            w.string(&self.host, flex);
        } else if !self.host.is_empty() {
            return Err(no_field("host", version));
        }
        if version >= 16 {
            w.i32(self.port);
        } else if self.port != 0 {
            return Err(no_field("port", version));
        }
        if version >= 16 {
            w.nullable_string(&self.rack, flex);
        } else if self.rack.is_some() {
            return Err(no_field("rack", version));
        }
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}
