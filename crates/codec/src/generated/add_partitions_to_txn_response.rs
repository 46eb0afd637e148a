// Written by kt-codec-gen from definitions.json; do not edit.
//! AddPartitionsToTxnResponse (response, key 24), versions 0 to 5.

use super::prelude::*;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AddPartitionsToTxnResponse {
    pub throttle_time_ms: i32,
    pub error_code: i16,
    pub results_by_transaction: Vec<AddPartitionsToTxnResult>,
    pub results_by_topic_v3_and_below: Vec<AddPartitionsToTxnTopicResult>,
    pub unknown_tags: Tags,
}
impl Message for AddPartitionsToTxnResponse {
    const NAME: &'static str = "AddPartitionsToTxnResponse";
    const VERSIONS: (i16, i16) = (0, 5);
    const FLEXIBLE: i16 = 3;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(0..=5).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let flex = version >= 3;
        let mut m = Self::default();
        m.throttle_time_ms = r.i32()?;
        if version >= 4 {
            m.error_code = r.i16()?;
        }
        if version >= 4 {
            m.results_by_transaction = r.array(flex, 0, |r| AddPartitionsToTxnResult::decode(r, version))?;
        }
        if version <= 3 {
            m.results_by_topic_v3_and_below =
                r.array(flex, 2, |r| AddPartitionsToTxnTopicResult::decode(r, version))?;
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
        w.i32(self.throttle_time_ms);
        if version >= 4 {
            w.i16(self.error_code);
        }
        if version >= 4 {
            w.array(&self.results_by_transaction, flex, |w, v| v.encode(w, version))?;
        } else if !self.results_by_transaction.is_empty() {
            return Err(no_field("results_by_transaction", version));
        }
        if version <= 3 {
            w.array(&self.results_by_topic_v3_and_below, flex, |w, v| v.encode(w, version))?;
        } else if !self.results_by_topic_v3_and_below.is_empty() {
            return Err(no_field("results_by_topic_v3_and_below", version));
        }
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AddPartitionsToTxnResult {
    pub transactional_id: Str,
    pub topic_results: Vec<AddPartitionsToTxnTopicResult>,
    pub unknown_tags: Tags,
}
impl AddPartitionsToTxnResult {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 3;
        let mut m = Self::default();
        if version >= 4 {
            m.transactional_id = r.string(flex)?;
        }
        if version >= 4 {
            m.topic_results = r.array(flex, 2, |r| AddPartitionsToTxnTopicResult::decode(r, version))?;
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
            w.array(&self.topic_results, flex, |w, v| v.encode(w, version))?;
        } else if !self.topic_results.is_empty() {
            return Err(no_field("topic_results", version));
        }
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AddPartitionsToTxnTopicResult {
    pub name: Str,
    pub results_by_partition: Vec<AddPartitionsToTxnPartitionResult>,
    pub unknown_tags: Tags,
}
impl AddPartitionsToTxnTopicResult {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 3;
        let mut m = Self::default();
        m.name = r.string(flex)?;
        m.results_by_partition = r.array(flex, 6, |r| AddPartitionsToTxnPartitionResult::decode(r, version))?;
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let flex = version >= 3;
        w.string(&self.name, flex);
        w.array(&self.results_by_partition, flex, |w, v| v.encode(w, version))?;
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct AddPartitionsToTxnPartitionResult {
    pub partition_index: i32,
    pub partition_error_code: i16,
    pub unknown_tags: Tags,
}
impl AddPartitionsToTxnPartitionResult {
    pub fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        let flex = version >= 3;
        let mut m = Self::default();
        m.partition_index = r.i32()?;
        m.partition_error_code = r.i16()?;
        if flex {
            m.unknown_tags = r.tags(|_, _| Ok(false))?;
        }
        Ok(m)
    }
    pub fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        let flex = version >= 3;
        w.i32(self.partition_index);
        w.i16(self.partition_error_code);
        if flex {
            w.tags(Vec::new(), &self.unknown_tags);
        }
        Ok(())
    }
}
