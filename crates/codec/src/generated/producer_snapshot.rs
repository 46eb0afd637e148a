// Written by kt-codec-gen from definitions.json; do not edit.
//! ProducerSnapshot (data), versions 1 to 1.

use super::prelude::*;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProducerSnapshot {
    pub crc: u32,
    pub producer_entries: Vec<ProducerEntry>,
    pub unknown_tags: Tags,
}
impl Message for ProducerSnapshot {
    const NAME: &'static str = "ProducerSnapshot";
    const VERSIONS: (i16, i16) = (1, 1);
    const FLEXIBLE: i16 = i16::MAX;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if version != 1 {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let mut m = Self::default();
        m.crc = r.u32()?;
        m.producer_entries = r.array(false, 46, |r| ProducerEntry::decode(r, version))?;
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if version != 1 {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        w.u32(self.crc);
        w.array(&self.producer_entries, false, |w, v| v.encode(w, version))?;
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProducerEntry {
    pub producer_id: i64,
    pub epoch: i16,
    pub last_sequence: i32,
    pub last_offset: i64,
    pub offset_delta: i32,
    pub timestamp: i64,
    pub coordinator_epoch: i32,
    pub current_txn_first_offset: i64,
    pub unknown_tags: Tags,
}
impl ProducerEntry {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let _ = version;
        let mut m = Self::default();
        m.producer_id = r.i64()?;
        m.epoch = r.i16()?;
        m.last_sequence = r.i32()?;
        m.last_offset = r.i64()?;
        m.offset_delta = r.i32()?;
        m.timestamp = r.i64()?;
        m.coordinator_epoch = r.i32()?;
        m.current_txn_first_offset = r.i64()?;
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let _ = version;
        w.i64(self.producer_id);
        w.i16(self.epoch);
        w.i32(self.last_sequence);
        w.i64(self.last_offset);
        w.i32(self.offset_delta);
        w.i64(self.timestamp);
        w.i32(self.coordinator_epoch);
        w.i64(self.current_txn_first_offset);
        Ok(())
    }
}
