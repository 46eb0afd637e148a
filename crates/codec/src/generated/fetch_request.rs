// Written by kt-codec-gen from definitions.json; do not edit.
//! FetchRequest (request, key 1), versions 4 to 18.

use super::prelude::*;

#[derive(Clone, Debug, PartialEq)]
pub struct FetchRequest {
    pub cluster_id: Option<Str>,
    pub replica_id: i32,
    pub replica_state: ReplicaState,
    pub max_wait_ms: i32,
    pub min_bytes: i32,
    pub max_bytes: i32,
    pub isolation_level: i8,
    pub session_id: i32,
    pub session_epoch: i32,
    pub topics: Vec<FetchTopic>,
    pub forgotten_topics_data: Vec<ForgottenTopic>,
    pub rack_id: Str,
    pub unknown_tags: Tags,
}

impl Default for FetchRequest {
    fn default() -> Self {
        FetchRequest {
            cluster_id: Default::default(),
            replica_id: -1,
            replica_state: Default::default(),
            max_wait_ms: Default::default(),
            min_bytes: Default::default(),
            max_bytes: 2147483647,
            isolation_level: Default::default(),
            session_id: Default::default(),
            session_epoch: -1,
            topics: Default::default(),
            forgotten_topics_data: Default::default(),
            rack_id: Default::default(),
            unknown_tags: Tags::default(),
        }
    }
}
impl Message for FetchRequest {
    const NAME: &'static str = "FetchRequest";
    const VERSIONS: (i16, i16) = (4, 18);
    const FLEXIBLE: i16 = 12;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(4..=18).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let flex = version >= 12;
        let mut m = Self::default();
        if version <= 14 {
            m.replica_id = r.i32()?;
        }
        m.max_wait_ms = r.i32()?;
        m.min_bytes = r.i32()?;
        m.max_bytes = r.i32()?;
        m.isolation_level = r.i8()?;
        if version >= 7 {
            m.session_id = r.i32()?;
        }
        if version >= 7 {
            m.session_epoch = r.i32()?;
        }
        m.topics = r.array(flex, 1, |r| FetchTopic::decode(r, version))?;
        if version >= 7 {
            m.forgotten_topics_data = r.array(flex, 0, |r| ForgottenTopic::decode(r, version))?;
        }
        if version >= 11 {
            m.rack_id = r.string(flex)?;
        }
        if flex {
            m.unknown_tags = r.tags(|r, tag| {
                match tag {
                    0 if version >= 12 => m.cluster_id = r.nullable_string(flex)?,
                    1 if version >= 15 => m.replica_state = ReplicaState::decode(r, version)?,
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
        if version <= 14 {
            w.i32(self.replica_id);
        } else if self.replica_id != -1 {
            return Err(no_field("replica_id", version));
        }
        w.i32(self.max_wait_ms);
        w.i32(self.min_bytes);
        w.i32(self.max_bytes);
        w.i8(self.isolation_level);
        if version >= 7 {
            w.i32(self.session_id);
        }
        if version >= 7 {
            w.i32(self.session_epoch);
        }
        w.array(&self.topics, flex, |w, v| v.encode(w, version))?;
        if version >= 7 {
            w.array(&self.forgotten_topics_data, flex, |w, v| v.encode(w, version))?;
        } else if !self.forgotten_topics_data.is_empty() {
            return Err(no_field("forgotten_topics_data", version));
        }
        if version >= 11 {
            w.string(&self.rack_id, flex);
        }
        if flex {
            let mut known = Vec::new();
            if version >= 12 && self.cluster_id.is_some() {
                let t = &mut Writer::new();
                t.nullable_string(&self.cluster_id, flex);
                known.push((0, std::mem::take(t)));
            }
            if version >= 15 && self.replica_state != ReplicaState::default() {
                let t = &mut Writer::new();
                self.replica_state.encode(t, version)?;
                known.push((1, std::mem::take(t)));
            }
            w.tags(known, &self.unknown_tags);
        }
        if !(version >= 15) && self.replica_state != ReplicaState::default() {
            return Err(no_field("replica_state", version));
        }
        Ok(())
    }
}
impl Request for FetchRequest {
    const API_KEY: ApiKey = ApiKey::Fetch;
    type Response = super::fetch_response::FetchResponse;
}

#[derive(Clone, Debug, PartialEq)]
pub struct ReplicaState {
    pub replica_id: i32,
    pub replica_epoch: i64,
    pub unknown_tags: Tags,
}

impl Default for ReplicaState {
    fn default() -> Self {
        ReplicaState { replica_id: -1, replica_epoch: -1, unknown_tags: Tags::default() }
    }
}
impl ReplicaState {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 12;
        let mut m = Self::default();
        if version >= 15 {
            m.replica_id = r.i32()?;
        }
        if version >= 15 {
            m.replica_epoch = r.i64()?;
        }
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let flex = version >= 12;
        if version >= 15 {
            w.i32(self.replica_id);
        } else if self.replica_id != -1 {
            return Err(no_field("replica_id", version));
        }
        if version >= 15 {
            w.i64(self.replica_epoch);
        } else if self.replica_epoch != -1 {
            return Err(no_field("replica_epoch", version));
        }
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FetchTopic {
    pub topic: Str,
    pub topic_id: Uuid,
    pub partitions: Vec<FetchPartition>,
    pub unknown_tags: Tags,
}
impl FetchTopic {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 12;
        let mut m = Self::default();
        if version <= 12 {
            m.topic = r.string(flex)?;
        }
        if version >= 13 {
            m.topic_id = r.uuid()?;
        }
        m.partitions = r.array(flex, 16, |r| FetchPartition::decode(r, version))?;
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
pub struct FetchPartition {
    pub partition: i32,
    pub current_leader_epoch: i32,
    pub fetch_offset: i64,
    pub last_fetched_epoch: i32,
    pub log_start_offset: i64,
    pub partition_max_bytes: i32,
    pub replica_directory_id: Uuid,
    pub high_watermark: i64,
    pub unknown_tags: Tags,
}

impl Default for FetchPartition {
    fn default() -> Self {
        FetchPartition {
            partition: Default::default(),
            current_leader_epoch: -1,
            fetch_offset: Default::default(),
            last_fetched_epoch: -1,
            log_start_offset: -1,
            partition_max_bytes: Default::default(),
            replica_directory_id: Default::default(),
            high_watermark: 9223372036854775807,
            unknown_tags: Tags::default(),
        }
    }
}
impl FetchPartition {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 12;
        let mut m = Self::default();
        m.partition = r.i32()?;
        if version >= 9 {
            m.current_leader_epoch = r.i32()?;
        }
        m.fetch_offset = r.i64()?;
        if version >= 12 {
            m.last_fetched_epoch = r.i32()?;
        }
        if version >= 5 {
            m.log_start_offset = r.i64()?;
        }
        m.partition_max_bytes = r.i32()?;
        if flex {
            m.unknown_tags = r.tags(|r, tag| {
                match tag {
                    0 if version >= 17 => m.replica_directory_id = r.uuid()?,
                    1 if version >= 18 => m.high_watermark = r.i64()?,
                    _ => return Ok(false),
                }
                Ok(true)
            })?;
        }
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let flex = version >= 12;
        w.i32(self.partition);
        if version >= 9 {
            w.i32(self.current_leader_epoch);
        }
        w.i64(self.fetch_offset);
        if version >= 12 {
            w.i32(self.last_fetched_epoch);
        } else if self.last_fetched_epoch != -1 {
            return Err(no_field("last_fetched_epoch", version));
        }
        if version >= 5 {
            w.i64(self.log_start_offset);
        }
        w.i32(self.partition_max_bytes);
        if flex {
            let mut known = Vec::new();
            if version >= 17 && !self.replica_directory_id.is_zero() {
                let t = &mut Writer::new();
                t.uuid(&self.replica_directory_id);
                known.push((0, std::mem::take(t)));
            }
            if version >= 18 && self.high_watermark != 9223372036854775807 {
                let t = &mut Writer::new();
                t.i64(self.high_watermark);
                known.push((1, std::mem::take(t)));
            }
            w.tags(known, &self.unknown_tags);
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ForgottenTopic {
    pub topic: Str,
    pub topic_id: Uuid,
    pub partitions: Vec<i32>,
    pub unknown_tags: Tags,
}
impl ForgottenTopic {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 12;
        let mut m = Self::default();
        if (7..=12).contains(&version) {
            m.topic = r.string(flex)?;
        }
        if version >= 13 {
            m.topic_id = r.uuid()?;
        }
        if version >= 7 {
            m.partitions = r.array(flex, 4, Reader::i32)?;
        }
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let flex = version >= 12;
        if (7..=12).contains(&version) {
            w.string(&self.topic, flex);
        }
        if version >= 13 {
            w.uuid(&self.topic_id);
        }
        if version >= 7 {
            w.array(&self.partitions, flex, |w, v| {
                w.i32(*v);
                Ok(())
            })?;
        } else if !self.partitions.is_empty() {
            return Err(no_field("partitions", version));
        }
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}
