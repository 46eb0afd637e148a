//! GetTelemetrySubscriptions and PushTelemetry: which metrics a client is asked for, and what it pushes. Offered as long
//! as there is a subscription; the original offers them when a plugin takes the metrics.

use kt_codec::Uuid;
use kt_codec::get_telemetry_subscriptions_request::GetTelemetrySubscriptionsRequest;
use kt_codec::get_telemetry_subscriptions_response::GetTelemetrySubscriptionsResponse;
use kt_codec::push_telemetry_request::PushTelemetryRequest;
use kt_codec::push_telemetry_response::PushTelemetryResponse;

use super::{Api, Cx, api};
use crate::broker::controller::decide::{Random, SystemRandom};
use crate::broker::telemetry::{self, Pushed, Who};
use crate::protocol::code::ErrorCode;
use crate::protocol::compress::{Codec, decompress};

pub const APIS: &[Api] =
    &[api!(GetTelemetrySubscriptions, 0..=0, now subscriptions), api!(PushTelemetry, 0..=0, now push)];

/// zstd, lz4, gzip, snappy: what a client should try first, first.
const CODECS: [i8; 4] = [4, 3, 1, 2];

fn who(cx: &Cx, instance: Uuid) -> Who {
    // The software's name and version come with ApiVersions, one after the other.
    let software = cx.client.software.as_deref().unwrap_or_default();
    let (name, version) = software.split_once(' ').unwrap_or((software, ""));
    Who {
        instance,
        client_id: cx.client.id.as_deref().unwrap_or_default().to_owned(),
        software_name: name.to_owned(),
        software_version: version.to_owned(),
        address: cx.client.address.ip().to_canonical().to_string(),
        port: cx.client.address.port().to_string(),
    }
}

fn subscriptions(cx: &Cx, request: GetTelemetrySubscriptionsRequest) -> GetTelemetrySubscriptionsResponse {
    let given = request.client_instance_id;
    let instance = if given.is_zero() { SystemRandom.uuid() } else { given };
    let asked = telemetry::asked(&cx.broker.image(), &who(cx, instance));
    cx.broker.telemetry.told(instance, asked.id);
    GetTelemetrySubscriptionsResponse {
        client_instance_id: instance,
        subscription_id: asked.id,
        accepted_compression_types: CODECS.to_vec(),
        push_interval_ms: asked.interval_ms,
        telemetry_max_bytes: cx.broker.current().settings.telemetry_max_bytes,
        delta_temporality: true,
        requested_metrics: asked.metrics.into_iter().map(Into::into).collect(),
        ..Default::default()
    }
}

fn push(cx: &Cx, request: PushTelemetryRequest) -> PushTelemetryResponse {
    let code = pushed(cx, &request).err().unwrap_or(ErrorCode::NONE);
    PushTelemetryResponse { error_code: code.code(), ..Default::default() }
}

fn pushed(cx: &Cx, request: &PushTelemetryRequest) -> Result<(), ErrorCode> {
    let instance = request.client_instance_id;
    if instance.is_zero() {
        return Err(ErrorCode::INVALID_REQUEST);
    }
    let codec = u8::try_from(request.compression_type).ok().and_then(Codec::from_id);
    let codec = codec.ok_or(ErrorCode::UNSUPPORTED_COMPRESSION_TYPE)?;
    let most = usize::try_from(cx.broker.current().settings.telemetry_max_bytes).unwrap_or(0);
    if request.metrics.len() > most {
        return Err(ErrorCode::TELEMETRY_TOO_LARGE);
    }
    let now_ms = cx.broker.clock.now_ms();
    let asked = telemetry::asked(&cx.broker.image(), &who(cx, instance));
    cx.broker.telemetry.check(instance, request.subscription_id, &asked, request.terminating, now_ms)?;
    if request.metrics.is_empty() {
        return Ok(());
    }
    let data = match codec {
        Codec::None => request.metrics.to_vec(),
        codec => decompress(codec, &request.metrics, most).map_err(|_| ErrorCode::INVALID_RECORD)?,
    };
    let values = telemetry::values(&data).ok_or(ErrorCode::INVALID_RECORD)?;
    let client_id = cx.client.id.as_deref().unwrap_or_default().to_owned();
    for (name, value) in &values {
        tracing::debug!(target: "kt::broker::telemetry", "{client_id} ({instance}): {name} = {value}");
    }
    cx.broker.telemetry.keep(instance, Pushed { client_id, at_ms: now_ms, values });
    Ok(())
}
