// Written by kt-codec-gen from definitions.json; do not edit.
//! BrokerRegistrationRequest (request, key 62), versions 0 to 4.

use super::prelude::*;

#[derive(Clone, Debug, PartialEq)]
pub struct BrokerRegistrationRequest {
    pub broker_id: i32,
    pub cluster_id: Str,
    pub incarnation_id: Uuid,
    pub listeners: Vec<Listener>,
    pub features: Vec<Feature>,
    pub rack: Option<Str>,
    pub is_migrating_zk_broker: bool,
    pub log_dirs: Vec<Uuid>,
    pub previous_broker_epoch: i64,
    pub unknown_tags: Tags,
}

impl Default for BrokerRegistrationRequest {
    fn default() -> Self {
        BrokerRegistrationRequest {
            broker_id: Default::default(),
            cluster_id: Default::default(),
            incarnation_id: Default::default(),
            listeners: Default::default(),
            features: Default::default(),
            rack: Some(Default::default()),
            is_migrating_zk_broker: Default::default(),
            log_dirs: Default::default(),
            previous_broker_epoch: -1,
            unknown_tags: Tags::default(),
        }
    }
}
impl Message for BrokerRegistrationRequest {
    const NAME: &'static str = "BrokerRegistrationRequest";
    const VERSIONS: (i16, i16) = (0, 4);
    const FLEXIBLE: i16 = 0;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(0..=4).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let mut m = Self::default();
        m.broker_id = r.i32()?;
        m.cluster_id = r.string(true)?;
        m.incarnation_id = r.uuid()?;
        m.listeners = r.array(true, 7, |r| Listener::decode(r, version))?;
        m.features = r.array(true, 6, |r| Feature::decode(r, version))?;
        m.rack = r.nullable_string(true)?;
        if version >= 1 {
            m.is_migrating_zk_broker = r.bool()?;
        }
        if version >= 2 {
            m.log_dirs = r.array(true, 16, Reader::uuid)?;
        }
        if version >= 3 {
            m.previous_broker_epoch = r.i64()?;
        }
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if !(0..=4).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        w.i32(self.broker_id);
        w.string(&self.cluster_id, true);
        w.uuid(&self.incarnation_id);
        w.array(&self.listeners, true, |w, v| v.encode(w, version))?;
        w.array(&self.features, true, |w, v| v.encode(w, version))?;
        w.nullable_string(&self.rack, true);
        if version >= 1 {
            w.bool(self.is_migrating_zk_broker);
        } else if self.is_migrating_zk_broker {
            return Err(no_field("is_migrating_zk_broker", version));
        }
        if version >= 2 {
            w.array(&self.log_dirs, true, |w, v| {
                w.uuid(v);
                Ok(())
            })?;
        }
        if version >= 3 {
            w.i64(self.previous_broker_epoch);
        }
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}
impl Request for BrokerRegistrationRequest {
    const API_KEY: ApiKey = ApiKey::BrokerRegistration;
    type Response = super::broker_registration_response::BrokerRegistrationResponse;
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listener {
    pub name: Str,
    pub host: Str,
    pub port: u16,
    pub security_protocol: i16,
    pub unknown_tags: Tags,
}
impl Listener {
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
pub struct Feature {
    pub name: Str,
    pub min_supported_version: i16,
    pub max_supported_version: i16,
    pub unknown_tags: Tags,
}
impl Feature {
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
