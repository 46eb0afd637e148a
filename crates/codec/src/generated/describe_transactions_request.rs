// Written by kt-codec-gen from definitions.json; do not edit.
//! DescribeTransactionsRequest (request, key 65), versions 0 to 0.

use super::prelude::*;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DescribeTransactionsRequest {
    pub transactional_ids: Vec<Str>,
    pub unknown_tags: Tags,
}
impl Message for DescribeTransactionsRequest {
    const NAME: &'static str = "DescribeTransactionsRequest";
    const VERSIONS: (i16, i16) = (0, 0);
    const FLEXIBLE: i16 = 0;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if version != 0 {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let mut m = Self::default();
        m.transactional_ids = r.array(true, 1, |r| r.string(true))?;
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if version != 0 {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        w.array(&self.transactional_ids, true, |w, v| {
            w.string(v, true);
            Ok(())
        })?;
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}
impl Request for DescribeTransactionsRequest {
    const API_KEY: ApiKey = ApiKey::DescribeTransactions;
    type Response = super::describe_transactions_response::DescribeTransactionsResponse;
}
