//! Feature levels: what brokers can do, what the cluster does, and changes of that.

use std::collections::BTreeMap;

use kt_codec::api_versions_request::ApiVersionsRequest;
use kt_codec::update_features_request::{FeatureUpdateKey, UpdateFeaturesRequest};

use super::topics::outcome;
use crate::client::error::{Error, Result};
use crate::client::route::{Client, To};
use crate::protocol::code::ErrorCode;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Features {
    /// First and last level that the node that was asked supports.
    pub supported: BTreeMap<String, (i16, i16)>,
    pub finalized: BTreeMap<String, i16>,
    pub epoch: Option<i64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Upgrade = 1,
    SafeDowngrade = 2,
    UnsafeDowngrade = 3,
}

impl Client {
    pub async fn describe_features(&self, node: Option<i32>) -> Result<Features> {
        let call = |error: Error| error.during("describeFeatures");
        let request = ApiVersionsRequest {
            client_software_name: "kt".into(),
            client_software_version: env!("CARGO_PKG_VERSION").into(),
            ..Default::default()
        };
        let response = self.send(node.map_or(To::Any, To::Broker), &request).await.map_err(call)?;
        outcome(response.error_code, None, || "the features".into()).map_err(call)?;
        let supported =
            response.supported_features.iter().map(|f| (f.name.to_string(), (f.min_version, f.max_version)));
        let finalized = response.finalized_features.iter().map(|f| (f.name.to_string(), f.max_version_level));
        Ok(Features {
            supported: supported.collect(),
            finalized: finalized.collect(),
            epoch: Some(response.finalized_features_epoch).filter(|epoch| *epoch >= 0),
        })
    }

    /// Changes levels, all or none; the outcome of each feature is told.
    pub async fn update_features(
        &self,
        updates: &[(String, i16)],
        direction: Direction,
        dry_run: bool,
    ) -> Result<Vec<(String, Result<()>)>> {
        let update = |version: i16| {
            move |(name, level): &(String, i16)| FeatureUpdateKey {
                feature: name.as_str().into(),
                max_version_level: *level,
                allow_downgrade: version == 0 && direction != Direction::Upgrade,
                upgrade_type: if version >= 1 { direction as i8 } else { 1 },
                ..Default::default()
            }
        };
        let call = |error: Error| error.during("updateFeatures");
        // A broker of before 3.3 knows no other request than the one that changes.
        if dry_run && !self.versions(To::Any).await.map_err(call)?.has::<UpdateFeaturesRequest>(1) {
            let why = "the broker is too old to only check a change of features";
            return Err(call(Error::refused(ErrorCode::UNSUPPORTED_VERSION, Some(why), "")));
        }
        let make = |version: i16| UpdateFeaturesRequest {
            timeout_ms: self.timeout_ms(),
            feature_updates: updates.iter().map(update(version)).collect(),
            validate_only: version >= 1 && dry_run,
            ..Default::default()
        };
        let code =
            |response: &kt_codec::update_features_response::UpdateFeaturesResponse| ErrorCode(response.error_code);
        let response = self.change(make, code).await.map_err(call)?;
        let about = |name: &str| format!("feature {name}");
        // From version 2 on one answer is for all.
        let each = |(name, _): &(String, i16)| {
            let own = response.results.iter().find(|result| *result.feature == **name);
            let done = match own.filter(|_| response.error_code == 0) {
                Some(own) => outcome(own.error_code, own.error_message.as_deref(), || about(name)),
                None => outcome(response.error_code, response.error_message.as_deref(), || about(name)),
            };
            (name.clone(), done)
        };
        Ok(updates.iter().map(each).collect())
    }
}
