//! Quotas on requests: the time that a client's requests take, and what becomes of a client that is too fast.
//!
//! Every response that has a place for it is told how long its client has to wait; its connection waits for as long in any
//! case. The two lists say which responses have the place.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use super::Cx;
use crate::broker::quota::{What, Whom};
use crate::protocol::acl::ANONYMOUS;

/// A response that may have a place for the time to wait.
pub trait Throttled {
    fn throttle(&mut self, ms: i32);
}

macro_rules! told {
    ($($module:ident::$response:ident)*) => {
        $(impl Throttled for kt_codec::$module::$response {
            fn throttle(&mut self, ms: i32) {
                self.throttle_time_ms = self.throttle_time_ms.max(ms);
            }
        })*
    };
}

macro_rules! untold {
    ($($module:ident::$response:ident)*) => {
        $(impl Throttled for kt_codec::$module::$response {
            fn throttle(&mut self, _ms: i32) {}
        })*
    };
}

#[rustfmt::skip]
told! {
    add_offsets_to_txn_response::AddOffsetsToTxnResponse
    add_partitions_to_txn_response::AddPartitionsToTxnResponse
    add_raft_voter_response::AddRaftVoterResponse
    allocate_producer_ids_response::AllocateProducerIdsResponse
    alter_client_quotas_response::AlterClientQuotasResponse
    alter_configs_response::AlterConfigsResponse
    alter_partition_reassignments_response::AlterPartitionReassignmentsResponse
    alter_partition_response::AlterPartitionResponse
    alter_replica_log_dirs_response::AlterReplicaLogDirsResponse
    alter_share_group_offsets_response::AlterShareGroupOffsetsResponse
    alter_user_scram_credentials_response::AlterUserScramCredentialsResponse
    api_versions_response::ApiVersionsResponse
    assign_replicas_to_dirs_response::AssignReplicasToDirsResponse
    broker_heartbeat_response::BrokerHeartbeatResponse
    broker_registration_response::BrokerRegistrationResponse
    consumer_group_describe_response::ConsumerGroupDescribeResponse
    consumer_group_heartbeat_response::ConsumerGroupHeartbeatResponse
    controller_registration_response::ControllerRegistrationResponse
    create_acls_response::CreateAclsResponse
    create_delegation_token_response::CreateDelegationTokenResponse
    create_partitions_response::CreatePartitionsResponse
    create_topics_response::CreateTopicsResponse
    delete_acls_response::DeleteAclsResponse
    delete_groups_response::DeleteGroupsResponse
    delete_records_response::DeleteRecordsResponse
    delete_share_group_offsets_response::DeleteShareGroupOffsetsResponse
    delete_topics_response::DeleteTopicsResponse
    describe_acls_response::DescribeAclsResponse
    describe_client_quotas_response::DescribeClientQuotasResponse
    describe_cluster_response::DescribeClusterResponse
    describe_configs_response::DescribeConfigsResponse
    describe_delegation_token_response::DescribeDelegationTokenResponse
    describe_groups_response::DescribeGroupsResponse
    describe_log_dirs_response::DescribeLogDirsResponse
    describe_producers_response::DescribeProducersResponse
    describe_share_group_offsets_response::DescribeShareGroupOffsetsResponse
    describe_topic_partitions_response::DescribeTopicPartitionsResponse
    describe_transactions_response::DescribeTransactionsResponse
    describe_user_scram_credentials_response::DescribeUserScramCredentialsResponse
    elect_leaders_response::ElectLeadersResponse
    end_txn_response::EndTxnResponse
    expire_delegation_token_response::ExpireDelegationTokenResponse
    fetch_response::FetchResponse
    fetch_snapshot_response::FetchSnapshotResponse
    find_coordinator_response::FindCoordinatorResponse
    get_telemetry_subscriptions_response::GetTelemetrySubscriptionsResponse
    heartbeat_response::HeartbeatResponse
    incremental_alter_configs_response::IncrementalAlterConfigsResponse
    init_producer_id_response::InitProducerIdResponse
    join_group_response::JoinGroupResponse
    leave_group_response::LeaveGroupResponse
    list_config_resources_response::ListConfigResourcesResponse
    list_groups_response::ListGroupsResponse
    list_offsets_response::ListOffsetsResponse
    list_partition_reassignments_response::ListPartitionReassignmentsResponse
    list_transactions_response::ListTransactionsResponse
    metadata_response::MetadataResponse
    offset_commit_response::OffsetCommitResponse
    offset_delete_response::OffsetDeleteResponse
    offset_fetch_response::OffsetFetchResponse
    offset_for_leader_epoch_response::OffsetForLeaderEpochResponse
    produce_response::ProduceResponse
    push_telemetry_response::PushTelemetryResponse
    remove_raft_voter_response::RemoveRaftVoterResponse
    renew_delegation_token_response::RenewDelegationTokenResponse
    share_acknowledge_response::ShareAcknowledgeResponse
    share_fetch_response::ShareFetchResponse
    share_group_describe_response::ShareGroupDescribeResponse
    share_group_heartbeat_response::ShareGroupHeartbeatResponse
    streams_group_describe_response::StreamsGroupDescribeResponse
    streams_group_heartbeat_response::StreamsGroupHeartbeatResponse
    sync_group_response::SyncGroupResponse
    txn_offset_commit_response::TxnOffsetCommitResponse
    unregister_broker_response::UnregisterBrokerResponse
    update_features_response::UpdateFeaturesResponse
    update_raft_voter_response::UpdateRaftVoterResponse
}

#[rustfmt::skip]
untold! {
    begin_quorum_epoch_response::BeginQuorumEpochResponse
    delete_share_group_state_response::DeleteShareGroupStateResponse
    describe_quorum_response::DescribeQuorumResponse
    end_quorum_epoch_response::EndQuorumEpochResponse
    envelope_response::EnvelopeResponse
    initialize_share_group_state_response::InitializeShareGroupStateResponse
    read_share_group_state_response::ReadShareGroupStateResponse
    read_share_group_state_summary_response::ReadShareGroupStateSummaryResponse
    sasl_authenticate_response::SaslAuthenticateResponse
    sasl_handshake_response::SaslHandshakeResponse
    vote_response::VoteResponse
    write_share_group_state_response::WriteShareGroupStateResponse
    write_txn_markers_response::WriteTxnMarkersResponse
}

impl Cx {
    /// Whom quotas limit: the user without his type, and the client by the name it gives itself.
    pub fn whom(&self) -> Whom<'_> {
        let user = ANONYMOUS.split_once(':').map_or(ANONYMOUS, |(_, name)| name);
        Whom { user, client_id: self.client.id.as_deref().unwrap_or_default() }
    }

    /// Counts against a quota. A client that is too fast waits, and is told in the response for how long.
    pub fn count(&self, what: What, amount: f64, response: &mut impl Throttled) {
        let quotas = &self.broker.quotas;
        if quotas.is_active() {
            let ms = quotas.record(what, self.whom(), amount, self.broker.clock.now_ms());
            self.wait(ms, response);
        }
    }

    /// The client has to wait this long.
    pub fn wait(&self, ms: u32, response: &mut impl Throttled) {
        if ms > 0 {
            self.client.muted_ms.fetch_max(ms, std::sync::atomic::Ordering::Relaxed);
            response.throttle(i32::try_from(ms).unwrap_or(i32::MAX));
        }
    }

    /// When the request's work began, if anybody is to be measured.
    pub fn begun(&self) -> Option<Instant> {
        self.broker.quotas.is_active().then(Instant::now)
    }

    /// The request took this much of a thread's time.
    pub fn count_time(&self, spent: Option<Duration>, response: &mut impl Throttled) {
        let Some(spent) = spent else { return };
        let quotas = &self.broker.quotas;
        // Percents of a thread: a second of work in a second is a hundred.
        let percents = spent.as_secs_f64() * 100.0;
        let ms = quotas.record(What::Request, self.whom(), percents, self.broker.clock.now_ms());
        self.wait(ms.min(quotas.longest_request_wait_ms()), response);
    }
}

/// Runs a handler and measures the time that it works, not that it waits.
pub struct Timed<F> {
    work: Pin<Box<F>>,
    spent: Duration,
}

impl<F: Future> Timed<F> {
    pub fn new(work: F) -> Timed<F> {
        Timed { work: Box::pin(work), spent: Duration::ZERO }
    }
}

impl<F: Future> Future for Timed<F> {
    type Output = (F::Output, Duration);

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let begun = Instant::now();
        let polled = self.work.as_mut().poll(cx);
        self.spent += begun.elapsed();
        polled.map(|output| (output, self.spent))
    }
}
