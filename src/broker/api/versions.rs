//! ApiVersions: what is served. Built from the table, so that nothing is offered that is not there.

use kt_codec::api_versions_request::ApiVersionsRequest;
use kt_codec::api_versions_response::{ApiVersion, ApiVersionsResponse, FinalizedFeatureKey, SupportedFeatureKey};

use kt_codec::ApiKey;

use super::{Answer, Api, Body, Cx, api, encode, table};
use crate::broker::controller::Image;
use crate::broker::controller::features::{FEATURES, finalized};
use crate::broker::telemetry;
use crate::protocol::code::ErrorCode;

pub const APIS: &[Api] = &[api!(ApiVersions, 0..=4, raw api_versions)];

fn api_versions(cx: Cx, request: ApiVersionsRequest) -> Answer {
    let mut response = if cx.version >= 3 && !names_are_sound(&request) {
        ApiVersionsResponse { error_code: ErrorCode::INVALID_REQUEST.code(), ..Default::default() }
    } else {
        ApiVersionsResponse { api_keys: offered(cx.broker.image().as_ref()), ..Default::default() }
    };
    if cx.version >= 3 && response.error_code == 0 {
        features(&cx, &mut response);
    }
    Answer::Now(encode(&response, cx.version))
}

/// For a version we do not know: in version 0, with what we have of this very API, so that the client can ask again.
pub fn unsupported() -> Body {
    let own = table().iter().filter(|api| api.key == ApiKey::ApiVersions).map(version).collect();
    let response =
        ApiVersionsResponse { error_code: ErrorCode::UNSUPPORTED_VERSION.code(), api_keys: own, ..Default::default() };
    encode(&response, 0)
}

fn version(api: &&Api) -> ApiVersion {
    ApiVersion {
        api_key: api.key as i16,
        min_version: api.offered_from,
        max_version: api.versions.1,
        ..Default::default()
    }
}

/// Clients that are offered telemetry ask for subscriptions all the time, so it is offered only where there are any.
fn offered(image: &Image) -> Vec<ApiVersion> {
    let telemetry = [ApiKey::GetTelemetrySubscriptions, ApiKey::PushTelemetry];
    let wanted = telemetry::is_wanted(image);
    table().iter().filter(|api| wanted || !telemetry.contains(&api.key)).map(version).collect()
}

fn features(cx: &Cx, response: &mut ApiVersionsResponse) {
    let image = cx.broker.image();
    // The original counts the epoch in offsets of the metadata log.
    response.finalized_features_epoch = image.next_offset - 1;
    // Before version 4 a client may not see a feature whose range begins at 0 (KAFKA-17011).
    let seen = |first: i16| cx.version >= 4 || first > 0;
    for feature in FEATURES.iter().filter(|f| seen(f.first)) {
        response.supported_features.push(SupportedFeatureKey {
            name: feature.name.into(),
            min_version: feature.first,
            max_version: feature.last,
            ..Default::default()
        });
    }
    for (name, level) in finalized(&image) {
        response.finalized_features.push(FinalizedFeatureKey {
            name,
            max_version_level: level,
            min_version_level: level,
            ..Default::default()
        });
    }
}

/// As the original: letters, digits, dots and dashes, and neither end a dot or dash.
fn names_are_sound(request: &ApiVersionsRequest) -> bool {
    let sound = |s: &str| {
        let edge = |b: Option<u8>| b.is_some_and(|b| b.is_ascii_alphanumeric());
        let inner = s.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.' || b == b'-');
        inner && edge(s.bytes().next()) && edge(s.bytes().last())
    };
    sound(&request.client_software_name) && sound(&request.client_software_version)
}
