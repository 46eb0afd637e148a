// Written by kt-codec-gen from definitions.json; do not edit.
//! TransactionLogValue (coordinator-value, key 0), versions 0 to 1.

use super::prelude::*;

#[derive(Clone, Debug, PartialEq)]
pub struct TransactionLogValue {
    pub producer_id: i64,
    pub previous_producer_id: i64,
    pub next_producer_id: i64,
    pub producer_epoch: i16,
    pub next_producer_epoch: i16,
    pub transaction_timeout_ms: i32,
    pub transaction_status: i8,
    pub transaction_partitions: Option<Vec<PartitionsSchema>>,
    pub transaction_last_update_timestamp_ms: i64,
    pub transaction_start_timestamp_ms: i64,
    pub client_transaction_version: i16,
    pub unknown_tags: Tags,
}

impl Default for TransactionLogValue {
    fn default() -> Self {
        TransactionLogValue {
            producer_id: Default::default(),
            previous_producer_id: -1,
            next_producer_id: -1,
            producer_epoch: Default::default(),
            next_producer_epoch: -1,
            transaction_timeout_ms: Default::default(),
            transaction_status: Default::default(),
            transaction_partitions: Some(Default::default()),
            transaction_last_update_timestamp_ms: Default::default(),
            transaction_start_timestamp_ms: Default::default(),
            client_transaction_version: Default::default(),
            unknown_tags: Tags::default(),
        }
    }
}
impl Message for TransactionLogValue {
    const NAME: &'static str = "TransactionLogValue";
    const VERSIONS: (i16, i16) = (0, 1);
    const FLEXIBLE: i16 = 1;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(0..=1).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let flex = version >= 1;
        let mut m = Self::default();
        m.producer_id = r.i64()?;
        m.producer_epoch = r.i16()?;
        m.transaction_timeout_ms = r.i32()?;
        m.transaction_status = r.i8()?;
        m.transaction_partitions = r.nullable_array(flex, 2, |r| PartitionsSchema::decode(r, version))?;
        m.transaction_last_update_timestamp_ms = r.i64()?;
        m.transaction_start_timestamp_ms = r.i64()?;
        if flex {
            m.unknown_tags = r.tags(|r, tag| {
                match tag {
                    0 if version >= 1 => m.previous_producer_id = r.i64()?,
                    1 if version >= 1 => m.next_producer_id = r.i64()?,
                    3 if version >= 1 => m.next_producer_epoch = r.i16()?,
                    2 if version >= 1 => m.client_transaction_version = r.i16()?,
                    _ => return Ok(false),
                }
                Ok(true)
            })?;
        }
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if !(0..=1).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let flex = version >= 1;
        w.i64(self.producer_id);
        w.i16(self.producer_epoch);
        w.i32(self.transaction_timeout_ms);
        w.i8(self.transaction_status);
        match &self.transaction_partitions {
            None => {
                w.null_array(flex);
            }
            Some(v) => {
                w.array(v, flex, |w, v| v.encode(w, version))?;
            }
        }
        w.i64(self.transaction_last_update_timestamp_ms);
        w.i64(self.transaction_start_timestamp_ms);
        if flex {
            let mut known = Vec::new();
            if version >= 1 && self.previous_producer_id != -1 {
                let t = &mut Writer::new();
                t.i64(self.previous_producer_id);
                known.push((0, std::mem::take(t)));
            }
            if version >= 1 && self.next_producer_id != -1 {
                let t = &mut Writer::new();
                t.i64(self.next_producer_id);
                known.push((1, std::mem::take(t)));
            }
            if version >= 1 && self.client_transaction_version != 0 {
                let t = &mut Writer::new();
                t.i16(self.client_transaction_version);
                known.push((2, std::mem::take(t)));
            }
            if version >= 1 && self.next_producer_epoch != -1 {
                let t = &mut Writer::new();
                t.i16(self.next_producer_epoch);
                known.push((3, std::mem::take(t)));
            }
            w.tags(known, &self.unknown_tags);
        }
        if !(version >= 1) && self.previous_producer_id != -1 {
            return Err(no_field("previous_producer_id", version));
        }
        if !(version >= 1) && self.next_producer_id != -1 {
            return Err(no_field("next_producer_id", version));
        }
        if !(version >= 1) && self.next_producer_epoch != -1 {
            return Err(no_field("next_producer_epoch", version));
        }
        if !(version >= 1) && self.client_transaction_version != 0 {
            return Err(no_field("client_transaction_version", version));
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct PartitionsSchema {
    pub topic: Str,
    pub partition_ids: Vec<i32>,
    pub unknown_tags: Tags,
}
impl PartitionsSchema {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 1;
        let mut m = Self::default();
        m.topic = r.string(flex)?;
        m.partition_ids = r.array(flex, 4, Reader::i32)?;
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let flex = version >= 1;
        w.string(&self.topic, flex);
        w.array(&self.partition_ids, flex, |w, v| {
            w.i32(*v);
            Ok(())
        })?;
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}
