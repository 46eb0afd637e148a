//! DescribeClientQuotas and AlterClientQuotas: how fast users, clients and addresses may be.

use kt_codec::Str;
use kt_codec::alter_client_quotas_request::AlterClientQuotasRequest;
use kt_codec::alter_client_quotas_response::{self as altered, AlterClientQuotasResponse};
use kt_codec::describe_client_quotas_request::DescribeClientQuotasRequest;
use kt_codec::describe_client_quotas_response::{DescribeClientQuotasResponse, EntityData, EntryData, ValueData};

use super::{Api, Cx, api, blocking};
use crate::broker::controller::decide::Refusal;
use crate::broker::controller::quotas::{self, Component, Wanted};
use crate::protocol::acl::Operation;

pub const APIS: &[Api] = &[
    api!(DescribeClientQuotas, 0..=1, now describe_client_quotas),
    api!(AlterClientQuotas, 0..=1, later alter_client_quotas),
];

fn describe_client_quotas(cx: &Cx, request: DescribeClientQuotasRequest) -> DescribeClientQuotasResponse {
    let component = |component: kt_codec::describe_client_quotas_request::ComponentData| Component {
        kind: component.entity_type,
        match_type: component.match_type,
        name: component.match_,
    };
    let components: Vec<Component> = request.components.into_iter().map(component).collect();
    let found = cx
        .check_cluster(Operation::DescribeConfigs)
        .and_then(|()| quotas::describe(&cx.broker.image(), &components, request.strict));
    let found = match found {
        Ok(found) => found,
        Err(refusal) => {
            return DescribeClientQuotasResponse {
                error_code: refusal.code.code(),
                error_message: refusal.message,
                entries: None,
                ..Default::default()
            };
        }
    };
    let part =
        |(entity_type, entity_name): (Str, Option<Str>)| EntityData { entity_type, entity_name, ..Default::default() };
    let value = |(key, value): (Str, f64)| ValueData { key, value, ..Default::default() };
    let entries = found.into_iter().map(|(entity, values)| EntryData {
        entity: entity.into_iter().map(part).collect(),
        values: values.into_iter().map(value).collect(),
        ..Default::default()
    });
    DescribeClientQuotasResponse { error_message: None, entries: Some(entries.collect()), ..Default::default() }
}

async fn alter_client_quotas(cx: Cx, request: AlterClientQuotasRequest) -> AlterClientQuotasResponse {
    blocking(move || {
        let wanted: Vec<Wanted> = request
            .entries
            .iter()
            .map(|entry| Wanted {
                entity: entry.entity.iter().map(|e| (e.entity_type.clone(), e.entity_name.clone())).collect(),
                changes: entry.ops.iter().map(|op| (op.key.clone(), (!op.remove).then_some(op.value))).collect(),
            })
            .collect();
        let refuse_all = |refusal: Refusal| wanted.iter().map(|_| Err(refusal.clone())).collect::<Vec<_>>();
        let outcomes = match cx.check_cluster(Operation::AlterConfigs) {
            Err(refusal) => refuse_all(refusal),
            Ok(()) => cx
                .broker
                .change(|image| quotas::alter(image, &wanted, request.validate_only))
                .unwrap_or_else(|code| refuse_all(Refusal { code, message: None })),
        };
        let part = |(entity_type, entity_name): (Str, Option<Str>)| altered::EntityData {
            entity_type,
            entity_name,
            ..Default::default()
        };
        let entry = |(wanted, outcome): (Wanted, Result<(), Refusal>)| {
            let refusal = outcome.err();
            altered::EntryData {
                error_code: refusal.as_ref().map_or(0, |r| r.code.code()),
                error_message: refusal.and_then(|r| r.message),
                entity: wanted.entity.into_iter().map(part).collect(),
                ..Default::default()
            }
        };
        let entries = wanted.clone().into_iter().zip(outcomes).map(entry).collect();
        AlterClientQuotasResponse { entries, ..Default::default() }
    })
    .await
}
