//! UpdateFeatures.

use kt_codec::update_features_request::UpdateFeaturesRequest;
use kt_codec::update_features_response::{UpdatableFeatureResult, UpdateFeaturesResponse};
use kt_codec::voters_record::{Endpoint, KRaftVersionFeature, Voter, VotersRecord};

use super::{Api, Cx, api, blocking};
use crate::broker::Broker;
use crate::broker::controller::features::{quorum_level, update};
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
        let mut raised = None;
        let decided = cx.broker.change(|image| {
            let decision = update(image, &request, cx.version, node);
            raised = decision.reply.is_ok().then(|| quorum_level(image, &request)).flatten();
            decision
        });
        let decided = match raised {
            Some(level) => decided.and_then(|reply| raise_quorum(&cx.broker, level).map(|()| reply)),
            None => decided,
        };
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

/// From now on the quorum's voters are in its log. That is this node, which listens for others nowhere: the endpoint is
/// there because Apache Kafka asks for one of this name, and puts its own in its place when it takes over.
fn raise_quorum(broker: &Broker, level: i16) -> Result<(), ErrorCode> {
    let endpoint = |(_, at): (&kt_codec::Str, &crate::broker::Endpoint)| Endpoint {
        name: "CONTROLLER".into(),
        host: at.host.clone(),
        port: u16::try_from(at.port).unwrap_or(0),
        ..Default::default()
    };
    let voter = Voter {
        voter_id: broker.node_id(),
        voter_directory_id: broker.folders().metadata().directory_id(),
        endpoints: broker.listeners().take(1).map(endpoint).collect(),
        k_raft_version_feature: KRaftVersionFeature { max_supported_version: 1, ..Default::default() },
        ..Default::default()
    };
    let voters = VotersRecord { voters: vec![voter], ..Default::default() };
    broker.controller.raise_quorum(level, &voters).map_err(|e| {
        tracing::error!("{e}");
        ErrorCode::KAFKA_STORAGE_ERROR
    })
}

fn failed(code: ErrorCode, message: Option<String>) -> UpdateFeaturesResponse {
    UpdateFeaturesResponse { error_code: code.code(), error_message: message.map(Into::into), ..Default::default() }
}
