// Written by kt-codec-gen from definitions.json; do not edit.
//! ConsumerGroupMemberMetadataValue (coordinator-value, key 5), versions 0 to 0.

use super::prelude::*;

#[derive(Clone, Debug, PartialEq)]
pub struct ConsumerGroupMemberMetadataValue {
    pub instance_id: Option<Str>,
    pub rack_id: Option<Str>,
    pub client_id: Str,
    pub client_host: Str,
    pub subscribed_topic_names: Vec<Str>,
    pub subscribed_topic_regex: Option<Str>,
    pub rebalance_timeout_ms: i32,
    pub server_assignor: Option<Str>,
    pub classic_member_metadata: Option<ClassicMemberMetadata>,
    pub unknown_tags: Tags,
}

impl Default for ConsumerGroupMemberMetadataValue {
    fn default() -> Self {
        ConsumerGroupMemberMetadataValue {
            instance_id: Some(Default::default()),
            rack_id: Some(Default::default()),
            client_id: Default::default(),
            client_host: Default::default(),
            subscribed_topic_names: Default::default(),
            subscribed_topic_regex: Some(Default::default()),
            rebalance_timeout_ms: -1,
            server_assignor: Some(Default::default()),
            classic_member_metadata: Some(Default::default()),
            unknown_tags: Tags::default(),
        }
    }
}
impl Message for ConsumerGroupMemberMetadataValue {
    const NAME: &'static str = "ConsumerGroupMemberMetadataValue";
    const VERSIONS: (i16, i16) = (0, 0);
    const FLEXIBLE: i16 = 0;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if version != 0 {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let mut m = Self::default();
        m.instance_id = r.nullable_string(true)?;
        m.rack_id = r.nullable_string(true)?;
        m.client_id = r.string(true)?;
        m.client_host = r.string(true)?;
        m.subscribed_topic_names = r.array(true, 1, |r| r.string(true))?;
        m.subscribed_topic_regex = r.nullable_string(true)?;
        m.rebalance_timeout_ms = r.i32()?;
        m.server_assignor = r.nullable_string(true)?;
        m.unknown_tags = r.tags(|r, tag| {
            match tag {
                0 => {
                    m.classic_member_metadata =
                        if r.present_tagged()? { Some(ClassicMemberMetadata::decode(r, version)?) } else { None }
                }
                _ => return Ok(false),
            }
            Ok(true)
        })?;
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if version != 0 {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        w.nullable_string(&self.instance_id, true);
        w.nullable_string(&self.rack_id, true);
        w.string(&self.client_id, true);
        w.string(&self.client_host, true);
        w.array(&self.subscribed_topic_names, true, |w, v| {
            w.string(v, true);
            Ok(())
        })?;
        w.nullable_string(&self.subscribed_topic_regex, true);
        w.i32(self.rebalance_timeout_ms);
        w.nullable_string(&self.server_assignor, true);
        let mut known = Vec::new();
        if self.classic_member_metadata != Some(Default::default()) {
            let t = &mut Writer::new();
            match &self.classic_member_metadata {
                None => {
                    t.uvarint(0);
                }
                Some(v) => {
                    t.uvarint(1);
                    v.encode(t, version)?;
                }
            }
            known.push((0, std::mem::take(t)));
        }
        w.tags(known, &self.unknown_tags);
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClassicMemberMetadata {
    pub session_timeout_ms: i32,
    pub supported_protocols: Vec<ClassicProtocol>,
    pub unknown_tags: Tags,
}
impl ClassicMemberMetadata {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let mut m = Self::default();
        m.session_timeout_ms = r.i32()?;
        m.supported_protocols = r.array(true, 3, |r| ClassicProtocol::decode(r, version))?;
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        w.i32(self.session_timeout_ms);
        w.array(&self.supported_protocols, true, |w, v| v.encode(w, version))?;
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClassicProtocol {
    pub name: Str,
    pub metadata: Bytes,
    pub unknown_tags: Tags,
}
impl ClassicProtocol {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let _ = version;
        let mut m = Self::default();
        m.name = r.string(true)?;
        m.metadata = r.bytes(true)?;
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let _ = version;
        w.string(&self.name, true);
        w.bytes(&self.metadata, true);
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}
