// Written by kt-codec-gen from definitions.json; do not edit.
//! AddPartitionsToTxnRequest (request, key 24), versions 0 to 5.

use super::prelude::*;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AddPartitionsToTxnRequest {
    pub transactions: Vec<AddPartitionsToTxnTransaction>,
    pub v3_and_below_transactional_id: Str,
    pub v3_and_below_producer_id: i64,
    pub v3_and_below_producer_epoch: i16,
    pub v3_and_below_topics: Vec<AddPartitionsToTxnTopic>,
    pub unknown_tags: Tags,
}
impl Message for AddPartitionsToTxnRequest {
    const NAME: &'static str = "AddPartitionsToTxnRequest";
    const VERSIONS: (i16, i16) = (0, 5);
    const FLEXIBLE: i16 = 3;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(0..=5).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let flex = version >= 3;
        let mut m = Self::default();
        if version >= 4 {
            m.transactions = r.array(flex, 0, |r| AddPartitionsToTxnTransaction::decode(r, version))?;
        }
        if version <= 3 {
            m.v3_and_below_transactional_id = r.string(flex)?;
        }
        if version <= 3 {
            m.v3_and_below_producer_id = r.i64()?;
        }
        if version <= 3 {
            m.v3_and_below_producer_epoch = r.i16()?;
        }
        if version <= 3 {
            m.v3_and_below_topics = r.array(flex, 2, |r| AddPartitionsToTxnTopic::decode(r, version))?;
        }
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if !(0..=5).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let flex = version >= 3;
        if version >= 4 {
            w.array(&self.transactions, flex, |w, v| v.encode(w, version))?;
        } else if !self.transactions.is_empty() {
            return Err(no_field("transactions", version));
        }
        if version <= 3 {
            w.string(&self.v3_and_below_transactional_id, flex);
        } else if !self.v3_and_below_transactional_id.is_empty() {
            return Err(no_field("v3_and_below_transactional_id", version));
        }
        if version <= 3 {
            w.i64(self.v3_and_below_producer_id);
        } else if self.v3_and_below_producer_id != 0 {
            return Err(no_field("v3_and_below_producer_id", version));
        }
        if version <= 3 {
            w.i16(self.v3_and_below_producer_epoch);
        } else if self.v3_and_below_producer_epoch != 0 {
            return Err(no_field("v3_and_below_producer_epoch", version));
        }
        if version <= 3 {
            w.array(&self.v3_and_below_topics, flex, |w, v| v.encode(w, version))?;
        } else if !self.v3_and_below_topics.is_empty() {
            return Err(no_field("v3_and_below_topics", version));
        }
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}
impl Request for AddPartitionsToTxnRequest {
    const API_KEY: ApiKey = ApiKey::AddPartitionsToTxn;
    type Response = super::add_partitions_to_txn_response::AddPartitionsToTxnResponse;
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AddPartitionsToTxnTransaction {
    pub transactional_id: Str,
    pub producer_id: i64,
    pub producer_epoch: i16,
    pub verify_only: bool,
    pub topics: Vec<AddPartitionsToTxnTopic>,
    pub unknown_tags: Tags,
}
impl AddPartitionsToTxnTransaction {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 3;
        let mut m = Self::default();
        if version >= 4 {
            m.transactional_id = r.string(flex)?;
        }
        if version >= 4 {
            m.producer_id = r.i64()?;
        }
        if version >= 4 {
            m.producer_epoch = r.i16()?;
        }
        if version >= 4 {
            m.verify_only = r.bool()?;
        }
        if version >= 4 {
            m.topics = r.array(flex, 2, |r| AddPartitionsToTxnTopic::decode(r, version))?;
        }
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let flex = version >= 3;
        if version >= 4 {
            w.string(&self.transactional_id, flex);
        } else if !self.transactional_id.is_empty() {
            return Err(no_field("transactional_id", version));
        }
        if version >= 4 {
            w.i64(self.producer_id);
        } else if self.producer_id != 0 {
            return Err(no_field("producer_id", version));
        }
        if version >= 4 {
            w.i16(self.producer_epoch);
        } else if self.producer_epoch != 0 {
            return Err(no_field("producer_epoch", version));
        }
        if version >= 4 {
            w.bool(self.verify_only);
        } else if self.verify_only {
            return Err(no_field("verify_only", version));
        }
        if version >= 4 {
            w.array(&self.topics, flex, |w, v| v.encode(w, version))?;
        } else if !self.topics.is_empty() {
            return Err(no_field("topics", version));
        }
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AddPartitionsToTxnTopic {
    pub name: Str,
    pub partitions: Vec<i32>,
    pub unknown_tags: Tags,
}
impl AddPartitionsToTxnTopic {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 3;
        let mut m = Self::default();
        m.name = r.string(flex)?;
        m.partitions = r.array(flex, 4, Reader::i32)?;
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let flex = version >= 3;
        w.string(&self.name, flex);
        w.array(&self.partitions, flex, |w, v| {
            w.i32(*v);
            Ok(())
        })?;
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}
