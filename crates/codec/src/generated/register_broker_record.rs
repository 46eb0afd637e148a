// Written by kt-codec-gen from definitions.json; do not edit.
//! RegisterBrokerRecord (metadata, key 0), versions 0 to 4.

use super::prelude::*;

#[derive(Clone, Debug, PartialEq)]
pub struct RegisterBrokerRecord {
    pub broker_id: i32,
    pub is_migrating_zk_broker: bool,
    pub incarnation_id: Uuid,
    pub broker_epoch: i64,
    pub end_points: Vec<BrokerEndpoint>,
    pub features: Vec<BrokerFeature>,
    pub rack: Option<Str>,
    pub fenced: bool,
    pub in_controlled_shutdown: bool,
    pub log_dirs: Vec<Uuid>,
    pub cordoned_log_dirs: Option<Vec<Uuid>>,
    pub unknown_tags: Tags,
}

impl Default for RegisterBrokerRecord {
    fn default() -> Self {
        RegisterBrokerRecord {
            broker_id: Default::default(),
            is_migrating_zk_broker: Default::default(),
            incarnation_id: Default::default(),
            broker_epoch: Default::default(),
            end_points: Default::default(),
            features: Default::default(),
            rack: Some(Default::default()),
            fenced: true,
            in_controlled_shutdown: Default::default(),
            log_dirs: Default::default(),
            cordoned_log_dirs: Default::default(),
            unknown_tags: Tags::default(),
        }
    }
}
impl Message for RegisterBrokerRecord {
    const NAME: &'static str = "RegisterBrokerRecord";
    const VERSIONS: (i16, i16) = (0, 4);
    const FLEXIBLE: i16 = 0;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(0..=4).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let mut m = Self::default();
        m.broker_id = r.i32()?;
        if version >= 2 {
            m.is_migrating_zk_broker = r.bool()?;
        }
        m.incarnation_id = r.uuid()?;
        m.broker_epoch = r.i64()?;
        m.end_points = r.array(true, 7, |r| BrokerEndpoint::decode(r, version))?;
        m.features = r.array(true, 6, |r| BrokerFeature::decode(r, version))?;
        m.rack = r.nullable_string(true)?;
        m.fenced = r.bool()?;
        if version >= 1 {
            m.in_controlled_shutdown = r.bool()?;
        }
        m.unknown_tags = r.tags(|r, tag| {
            match tag {
                0 if version >= 3 => m.log_dirs = r.array(true, 16, Reader::uuid)?,
                1 if version >= 4 => m.cordoned_log_dirs = r.nullable_array(true, 16, Reader::uuid)?,
                _ => return Ok(false),
            }
            Ok(true)
        })?;
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if !(0..=4).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        w.i32(self.broker_id);
        if version >= 2 {
            w.bool(self.is_migrating_zk_broker);
        } else if self.is_migrating_zk_broker {
            return Err(no_field("is_migrating_zk_broker", version));
        }
        w.uuid(&self.incarnation_id);
        w.i64(self.broker_epoch);
        w.array(&self.end_points, true, |w, v| v.encode(w, version))?;
        w.array(&self.features, true, |w, v| v.encode(w, version))?;
        w.nullable_string(&self.rack, true);
        w.bool(self.fenced);
        if version >= 1 {
            w.bool(self.in_controlled_shutdown);
        } else if self.in_controlled_shutdown {
            return Err(no_field("in_controlled_shutdown", version));
        }
        let mut known = Vec::new();
        if version >= 3 && !self.log_dirs.is_empty() {
            let t = &mut Writer::new();
            t.array(&self.log_dirs, true, |w, v| {
                w.uuid(v);
                Ok(())
            })?;
            known.push((0, std::mem::take(t)));
        }
        if version >= 4 && self.cordoned_log_dirs.is_some() {
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
            known.push((1, std::mem::take(t)));
        }
        w.tags(known, &self.unknown_tags);
        if !(version >= 3) && !self.log_dirs.is_empty() {
            return Err(no_field("log_dirs", version));
        }
        if !(version >= 4) && self.cordoned_log_dirs.is_some() {
            return Err(no_field("cordoned_log_dirs", version));
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BrokerEndpoint {
    pub name: Str,
    pub host: Str,
    pub port: u16,
    pub security_protocol: i16,
    pub unknown_tags: Tags,
}
impl BrokerEndpoint {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let _ = version;
        let mut m = Self::default();
        m.name = r.string(true)?;
        m.host = r.string(true)?;
        m.port = r.u16()?;
        m.security_protocol = r.i16()?;
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let _ = version;
        w.string(&self.name, true);
        w.string(&self.host, true);
        w.u16(self.port);
        w.i16(self.security_protocol);
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BrokerFeature {
    pub name: Str,
    pub min_supported_version: i16,
    pub max_supported_version: i16,
    pub unknown_tags: Tags,
}
impl BrokerFeature {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let _ = version;
        let mut m = Self::default();
        m.name = r.string(true)?;
        m.min_supported_version = r.i16()?;
        m.max_supported_version = r.i16()?;
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let _ = version;
        w.string(&self.name, true);
        w.i16(self.min_supported_version);
        w.i16(self.max_supported_version);
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}
