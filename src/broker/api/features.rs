//! UpdateFeatures.

use kt_codec::update_features_request::UpdateFeaturesRequest;
use kt_codec::update_features_response::{UpdatableFeatureResult, UpdateFeaturesResponse};

use super::{Api, Cx, api, blocking};
use crate::broker::controller::features::update;
use crate::protocol::acl::Operation;
use crate::protocol::code::ErrorCode;

pub const APIS: &[Api] = &[api!(UpdateFeatures, 0..=2, later update_features)];

/// Up to here each feature has a result of its own.
const RESULTS: i16 = 1;

async fn update_features(cx: Cx, request: UpdateFeaturesRequest) -> UpdateFeaturesResponse {
    blocking(move || {
        let node = cx.broker.node_id();
        if let Err(refusal) = cx.check_cluster(Operation::Alter) {
            return failed(refusal.code, refusal.message.map(|message| message.to_string()));
        }
        let decided = cx.broker.change(|image| update(image, &request, cx.version, node));
        match decided {
            Ok(Ok(())) => {
                let result = |feature: &kt_codec::update_features_request::FeatureUpdateKey| UpdatableFeatureResult {
                    feature: feature.feature.clone(),
                    error_message: Some(ErrorCode::NONE.message().into()),
                    ..Default::default()
                };
                let with_results = cx.version <= RESULTS;
                let results = request.feature_updates.iter().filter(|_| with_results).map(result).collect();
                UpdateFeaturesResponse { results, error_message: None, ..Default::default() }
            }
            Ok(Err(refusal)) => {
                let why = refusal.message.unwrap_or_default();
                let message =
                    format!("The update failed for all features since the following feature had an error: {why}");
                failed(refusal.code, Some(message))
            }
            Err(code) => failed(code, None),
        }
    })
    .await
}

fn failed(code: ErrorCode, message: Option<String>) -> UpdateFeaturesResponse {
    UpdateFeaturesResponse { error_code: code.code(), error_message: message.map(Into::into), ..Default::default() }
}
