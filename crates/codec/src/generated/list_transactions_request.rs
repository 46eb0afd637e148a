// Written by kt-codec-gen from definitions.json; do not edit.
//! ListTransactionsRequest (request, key 66), versions 0 to 2.

use super::prelude::*;

#[derive(Clone, Debug, PartialEq)]
pub struct ListTransactionsRequest {
    pub state_filters: Vec<Str>,
    pub producer_id_filters: Vec<i64>,
    pub duration_filter: i64,
    pub transactional_id_pattern: Option<Str>,
    pub unknown_tags: Tags,
}

impl Default for ListTransactionsRequest {
    fn default() -> Self {
        ListTransactionsRequest {
            state_filters: Default::default(),
            producer_id_filters: Default::default(),
            duration_filter: -1,
            transactional_id_pattern: Default::default(),
            unknown_tags: Tags::default(),
        }
    }
}
impl Message for ListTransactionsRequest {
    const NAME: &'static str = "ListTransactionsRequest";
    const VERSIONS: (i16, i16) = (0, 2);
    const FLEXIBLE: i16 = 0;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if !(0..=2).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let mut m = Self::default();
        m.state_filters = r.array(true, 1, |r| r.string(true))?;
        m.producer_id_filters = r.array(true, 8, Reader::i64)?;
        if version >= 1 {
            m.duration_filter = r.i64()?;
        }
        if version >= 2 {
            m.transactional_id_pattern = r.nullable_string(true)?;
        }
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if !(0..=2).contains(&version) {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        w.array(&self.state_filters, true, |w, v| {
            w.string(v, true);
            Ok(())
        })?;
        w.array(&self.producer_id_filters, true, |w, v| {
            w.i64(*v);
            Ok(())
        })?;
        if version >= 1 {
            w.i64(self.duration_filter);
        } else if self.duration_filter != -1 {
            return Err(no_field("duration_filter", version));
        }
        if version >= 2 {
            w.nullable_string(&self.transactional_id_pattern, true);
        } else if self.transactional_id_pattern.is_some() {
            return Err(no_field("transactional_id_pattern", version));
        }
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}
impl Request for ListTransactionsRequest {
    const API_KEY: ApiKey = ApiKey::ListTransactions;
    type Response = super::list_transactions_response::ListTransactionsResponse;
}
