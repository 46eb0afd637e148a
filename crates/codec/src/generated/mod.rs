// Written by kt-codec-gen from definitions.json; do not edit.
//! The messages, a module each.

// Straight-line code reads and compiles best as it is written.
#![allow(clippy::field_reassign_with_default, clippy::collapsible_if, clippy::nonminimal_bool)]

mod api_key;
mod schemas;

pub use api_key::ApiKey;
pub use schemas::MESSAGES;

pub mod abort_transaction_record;
pub mod access_control_entry_record;
pub mod add_offsets_to_txn_request;
pub mod add_offsets_to_txn_response;
pub mod add_partitions_to_txn_request;
pub mod add_partitions_to_txn_response;
pub mod add_raft_voter_request;
pub mod add_raft_voter_response;
pub mod allocate_producer_ids_request;
pub mod allocate_producer_ids_response;
pub mod alter_client_quotas_request;
pub mod alter_client_quotas_response;
pub mod alter_configs_request;
pub mod alter_configs_response;
pub mod alter_partition_reassignments_request;
pub mod alter_partition_reassignments_response;
pub mod alter_partition_request;
pub mod alter_partition_response;
pub mod alter_replica_log_dirs_request;
pub mod alter_replica_log_dirs_response;
pub mod alter_share_group_offsets_request;
pub mod alter_share_group_offsets_response;
pub mod alter_user_scram_credentials_request;
pub mod alter_user_scram_credentials_response;
pub mod api_versions_request;
pub mod api_versions_response;
pub mod assign_replicas_to_dirs_request;
pub mod assign_replicas_to_dirs_response;
pub mod begin_quorum_epoch_request;
pub mod begin_quorum_epoch_response;
pub mod begin_transaction_record;
pub mod broker_heartbeat_request;
pub mod broker_heartbeat_response;
pub mod broker_registration_change_record;
pub mod broker_registration_request;
pub mod broker_registration_response;
pub mod clear_elr_record;
pub mod client_quota_record;
pub mod config_record;
pub mod consumer_group_current_member_assignment_key;
pub mod consumer_group_current_member_assignment_value;
pub mod consumer_group_describe_request;
pub mod consumer_group_describe_response;
pub mod consumer_group_heartbeat_request;
pub mod consumer_group_heartbeat_response;
pub mod consumer_group_member_metadata_key;
pub mod consumer_group_member_metadata_value;
pub mod consumer_group_metadata_key;
pub mod consumer_group_metadata_value;
pub mod consumer_group_partition_metadata_key;
pub mod consumer_group_partition_metadata_value;
pub mod consumer_group_regular_expression_key;
pub mod consumer_group_regular_expression_value;
pub mod consumer_group_target_assignment_member_key;
pub mod consumer_group_target_assignment_member_value;
pub mod consumer_group_target_assignment_metadata_key;
pub mod consumer_group_target_assignment_metadata_value;
pub mod consumer_protocol_assignment;
pub mod consumer_protocol_subscription;
pub mod control_record_type_schema;
pub mod controller_registration_request;
pub mod controller_registration_response;
pub mod create_acls_request;
pub mod create_acls_response;
pub mod create_delegation_token_request;
pub mod create_delegation_token_response;
pub mod create_partitions_request;
pub mod create_partitions_response;
pub mod create_topics_request;
pub mod create_topics_response;
pub mod default_principal_data;
pub mod delegation_token_record;
pub mod delete_acls_request;
pub mod delete_acls_response;
pub mod delete_groups_request;
pub mod delete_groups_response;
pub mod delete_records_request;
pub mod delete_records_response;
pub mod delete_share_group_offsets_request;
pub mod delete_share_group_offsets_response;
pub mod delete_share_group_state_request;
pub mod delete_share_group_state_response;
pub mod delete_topics_request;
pub mod delete_topics_response;
pub mod describe_acls_request;
pub mod describe_acls_response;
pub mod describe_client_quotas_request;
pub mod describe_client_quotas_response;
pub mod describe_cluster_request;
pub mod describe_cluster_response;
pub mod describe_configs_request;
pub mod describe_configs_response;
pub mod describe_delegation_token_request;
pub mod describe_delegation_token_response;
pub mod describe_groups_request;
pub mod describe_groups_response;
pub mod describe_log_dirs_request;
pub mod describe_log_dirs_response;
pub mod describe_producers_request;
pub mod describe_producers_response;
pub mod describe_quorum_request;
pub mod describe_quorum_response;
pub mod describe_share_group_offsets_request;
pub mod describe_share_group_offsets_response;
pub mod describe_topic_partitions_request;
pub mod describe_topic_partitions_response;
pub mod describe_transactions_request;
pub mod describe_transactions_response;
pub mod describe_user_scram_credentials_request;
pub mod describe_user_scram_credentials_response;
pub mod elect_leaders_request;
pub mod elect_leaders_response;
pub mod end_quorum_epoch_request;
pub mod end_quorum_epoch_response;
pub mod end_transaction_record;
pub mod end_txn_marker;
pub mod end_txn_request;
pub mod end_txn_response;
pub mod envelope_request;
pub mod envelope_response;
pub mod expire_delegation_token_request;
pub mod expire_delegation_token_response;
pub mod feature_level_record;
pub mod fence_broker_record;
pub mod fetch_request;
pub mod fetch_response;
pub mod fetch_snapshot_request;
pub mod fetch_snapshot_response;
pub mod find_coordinator_request;
pub mod find_coordinator_response;
pub mod get_telemetry_subscriptions_request;
pub mod get_telemetry_subscriptions_response;
pub mod group_metadata_key;
pub mod group_metadata_value;
pub mod heartbeat_request;
pub mod heartbeat_response;
pub mod incremental_alter_configs_request;
pub mod incremental_alter_configs_response;
pub mod init_producer_id_request;
pub mod init_producer_id_response;
pub mod initialize_share_group_state_request;
pub mod initialize_share_group_state_response;
pub mod join_group_request;
pub mod join_group_response;
pub mod k_raft_version_record;
pub mod leader_change_message;
pub mod leave_group_request;
pub mod leave_group_response;
pub mod legacy_offset_commit_key;
pub mod legacy_offset_commit_value;
pub mod list_config_resources_request;
pub mod list_config_resources_response;
pub mod list_groups_request;
pub mod list_groups_response;
pub mod list_offsets_request;
pub mod list_offsets_response;
pub mod list_partition_reassignments_request;
pub mod list_partition_reassignments_response;
pub mod list_transactions_request;
pub mod list_transactions_response;
pub mod metadata_request;
pub mod metadata_response;
pub mod no_op_record;
pub mod offset_commit_key;
pub mod offset_commit_request;
pub mod offset_commit_response;
pub mod offset_commit_value;
pub mod offset_delete_request;
pub mod offset_delete_response;
pub mod offset_fetch_request;
pub mod offset_fetch_response;
pub mod offset_for_leader_epoch_request;
pub mod offset_for_leader_epoch_response;
pub mod partition_change_record;
pub mod partition_record;
pub mod produce_request;
pub mod produce_response;
pub mod producer_ids_record;
pub mod producer_snapshot;
pub mod push_telemetry_request;
pub mod push_telemetry_response;
pub mod quorum_state_data;
pub mod read_share_group_state_request;
pub mod read_share_group_state_response;
pub mod read_share_group_state_summary_request;
pub mod read_share_group_state_summary_response;
pub mod register_broker_record;
pub mod register_controller_record;
pub mod remove_access_control_entry_record;
pub mod remove_delegation_token_record;
pub mod remove_raft_voter_request;
pub mod remove_raft_voter_response;
pub mod remove_topic_record;
pub mod remove_user_scram_credential_record;
pub mod renew_delegation_token_request;
pub mod renew_delegation_token_response;
pub mod request_header;
pub mod response_header;
pub mod sasl_authenticate_request;
pub mod sasl_authenticate_response;
pub mod sasl_handshake_request;
pub mod sasl_handshake_response;
pub mod share_acknowledge_request;
pub mod share_acknowledge_response;
pub mod share_fetch_request;
pub mod share_fetch_response;
pub mod share_group_current_member_assignment_key;
pub mod share_group_current_member_assignment_value;
pub mod share_group_describe_request;
pub mod share_group_describe_response;
pub mod share_group_heartbeat_request;
pub mod share_group_heartbeat_response;
pub mod share_group_member_metadata_key;
pub mod share_group_member_metadata_value;
pub mod share_group_metadata_key;
pub mod share_group_metadata_value;
pub mod share_group_state_partition_metadata_key;
pub mod share_group_state_partition_metadata_value;
pub mod share_group_target_assignment_member_key;
pub mod share_group_target_assignment_member_value;
pub mod share_group_target_assignment_metadata_key;
pub mod share_group_target_assignment_metadata_value;
pub mod share_snapshot_key;
pub mod share_snapshot_value;
pub mod share_update_key;
pub mod share_update_value;
pub mod snapshot_footer_record;
pub mod snapshot_header_record;
pub mod streams_group_current_member_assignment_key;
pub mod streams_group_current_member_assignment_value;
pub mod streams_group_describe_request;
pub mod streams_group_describe_response;
pub mod streams_group_heartbeat_request;
pub mod streams_group_heartbeat_response;
pub mod streams_group_member_metadata_key;
pub mod streams_group_member_metadata_value;
pub mod streams_group_metadata_key;
pub mod streams_group_metadata_value;
pub mod streams_group_target_assignment_member_key;
pub mod streams_group_target_assignment_member_value;
pub mod streams_group_target_assignment_metadata_key;
pub mod streams_group_target_assignment_metadata_value;
pub mod streams_group_topology_key;
pub mod streams_group_topology_value;
pub mod sync_group_request;
pub mod sync_group_response;
pub mod topic_record;
pub mod transaction_log_key;
pub mod transaction_log_value;
pub mod txn_offset_commit_request;
pub mod txn_offset_commit_response;
pub mod unfence_broker_record;
pub mod unregister_broker_record;
pub mod unregister_broker_request;
pub mod unregister_broker_response;
pub mod update_features_request;
pub mod update_features_response;
pub mod update_raft_voter_request;
pub mod update_raft_voter_response;
pub mod user_scram_credential_record;
pub mod vote_request;
pub mod vote_response;
pub mod voters_record;
pub mod write_share_group_state_request;
pub mod write_share_group_state_response;
pub mod write_txn_markers_request;
pub mod write_txn_markers_response;
pub mod zk_migration_state_record;

/// What each module needs.
mod prelude {
    pub use bytes::Bytes;

    pub use super::ApiKey;
    pub use crate::reader::{DecodeError, Reader};
    pub use crate::types::{Records, Str, Tags, Uuid};
    pub use crate::writer::{EncodeError, Writer};
    pub use crate::{Message, Request};

    /// The same words for both directions.
    pub trait VersionError {
        fn of(name: &'static str, version: i16) -> Self;
    }

    impl VersionError for DecodeError {
        fn of(name: &'static str, version: i16) -> Self {
            DecodeError::Version { name, version }
        }
    }

    impl VersionError for EncodeError {
        fn of(name: &'static str, version: i16) -> Self {
            EncodeError::Version { name, version }
        }
    }

    pub fn wrong_version<E: VersionError>(name: &'static str, version: i16) -> E {
        E::of(name, version)
    }

    pub fn no_field(field: &'static str, version: i16) -> EncodeError {
        EncodeError::Field { field, version }
    }

    pub fn no_null(field: &'static str, version: i16) -> EncodeError {
        EncodeError::Null { field, version }
    }
}

/// Decodes a message by its name and encodes it again: for tests and for tools that rewrite records they do not know.
/// None if no message has this name.
pub fn roundtrip(name: &str, version: i16, bytes: bytes::Bytes) -> Option<Result<bytes::Bytes, String>> {
    fn both<M: crate::Message>(version: i16, bytes: bytes::Bytes) -> Result<bytes::Bytes, String> {
        let message = M::from_bytes(bytes, version).map_err(|e| e.to_string())?;
        message.to_bytes(version).map_err(|e| e.to_string())
    }
    Some(match name {
        "AbortTransactionRecord" => both::<abort_transaction_record::AbortTransactionRecord>(version, bytes),
        "AccessControlEntryRecord" => both::<access_control_entry_record::AccessControlEntryRecord>(version, bytes),
        "AddOffsetsToTxnRequest" => both::<add_offsets_to_txn_request::AddOffsetsToTxnRequest>(version, bytes),
        "AddOffsetsToTxnResponse" => both::<add_offsets_to_txn_response::AddOffsetsToTxnResponse>(version, bytes),
        "AddPartitionsToTxnRequest" => both::<add_partitions_to_txn_request::AddPartitionsToTxnRequest>(version, bytes),
        "AddPartitionsToTxnResponse" => {
            both::<add_partitions_to_txn_response::AddPartitionsToTxnResponse>(version, bytes)
        }
        "AddRaftVoterRequest" => both::<add_raft_voter_request::AddRaftVoterRequest>(version, bytes),
        "AddRaftVoterResponse" => both::<add_raft_voter_response::AddRaftVoterResponse>(version, bytes),
        "AllocateProducerIdsRequest" => {
            both::<allocate_producer_ids_request::AllocateProducerIdsRequest>(version, bytes)
        }
        "AllocateProducerIdsResponse" => {
            both::<allocate_producer_ids_response::AllocateProducerIdsResponse>(version, bytes)
        }
        "AlterClientQuotasRequest" => both::<alter_client_quotas_request::AlterClientQuotasRequest>(version, bytes),
        "AlterClientQuotasResponse" => both::<alter_client_quotas_response::AlterClientQuotasResponse>(version, bytes),
        "AlterConfigsRequest" => both::<alter_configs_request::AlterConfigsRequest>(version, bytes),
        "AlterConfigsResponse" => both::<alter_configs_response::AlterConfigsResponse>(version, bytes),
        "AlterPartitionReassignmentsRequest" => {
            both::<alter_partition_reassignments_request::AlterPartitionReassignmentsRequest>(version, bytes)
        }
        "AlterPartitionReassignmentsResponse" => {
            both::<alter_partition_reassignments_response::AlterPartitionReassignmentsResponse>(version, bytes)
        }
        "AlterPartitionRequest" => both::<alter_partition_request::AlterPartitionRequest>(version, bytes),
        "AlterPartitionResponse" => both::<alter_partition_response::AlterPartitionResponse>(version, bytes),
        "AlterReplicaLogDirsRequest" => {
            both::<alter_replica_log_dirs_request::AlterReplicaLogDirsRequest>(version, bytes)
        }
        "AlterReplicaLogDirsResponse" => {
            both::<alter_replica_log_dirs_response::AlterReplicaLogDirsResponse>(version, bytes)
        }
        "AlterShareGroupOffsetsRequest" => {
            both::<alter_share_group_offsets_request::AlterShareGroupOffsetsRequest>(version, bytes)
        }
        "AlterShareGroupOffsetsResponse" => {
            both::<alter_share_group_offsets_response::AlterShareGroupOffsetsResponse>(version, bytes)
        }
        "AlterUserScramCredentialsRequest" => {
            both::<alter_user_scram_credentials_request::AlterUserScramCredentialsRequest>(version, bytes)
        }
        "AlterUserScramCredentialsResponse" => {
            both::<alter_user_scram_credentials_response::AlterUserScramCredentialsResponse>(version, bytes)
        }
        "ApiVersionsRequest" => both::<api_versions_request::ApiVersionsRequest>(version, bytes),
        "ApiVersionsResponse" => both::<api_versions_response::ApiVersionsResponse>(version, bytes),
        "AssignReplicasToDirsRequest" => {
            both::<assign_replicas_to_dirs_request::AssignReplicasToDirsRequest>(version, bytes)
        }
        "AssignReplicasToDirsResponse" => {
            both::<assign_replicas_to_dirs_response::AssignReplicasToDirsResponse>(version, bytes)
        }
        "BeginQuorumEpochRequest" => both::<begin_quorum_epoch_request::BeginQuorumEpochRequest>(version, bytes),
        "BeginQuorumEpochResponse" => both::<begin_quorum_epoch_response::BeginQuorumEpochResponse>(version, bytes),
        "BeginTransactionRecord" => both::<begin_transaction_record::BeginTransactionRecord>(version, bytes),
        "BrokerHeartbeatRequest" => both::<broker_heartbeat_request::BrokerHeartbeatRequest>(version, bytes),
        "BrokerHeartbeatResponse" => both::<broker_heartbeat_response::BrokerHeartbeatResponse>(version, bytes),
        "BrokerRegistrationChangeRecord" => {
            both::<broker_registration_change_record::BrokerRegistrationChangeRecord>(version, bytes)
        }
        "BrokerRegistrationRequest" => both::<broker_registration_request::BrokerRegistrationRequest>(version, bytes),
        "BrokerRegistrationResponse" => {
            both::<broker_registration_response::BrokerRegistrationResponse>(version, bytes)
        }
        "ClearElrRecord" => both::<clear_elr_record::ClearElrRecord>(version, bytes),
        "ClientQuotaRecord" => both::<client_quota_record::ClientQuotaRecord>(version, bytes),
        "ConfigRecord" => both::<config_record::ConfigRecord>(version, bytes),
        "ConsumerGroupCurrentMemberAssignmentKey" => both::<
            consumer_group_current_member_assignment_key::ConsumerGroupCurrentMemberAssignmentKey,
        >(version, bytes),
        "ConsumerGroupCurrentMemberAssignmentValue" => both::<
            consumer_group_current_member_assignment_value::ConsumerGroupCurrentMemberAssignmentValue,
        >(version, bytes),
        "ConsumerGroupDescribeRequest" => {
            both::<consumer_group_describe_request::ConsumerGroupDescribeRequest>(version, bytes)
        }
        "ConsumerGroupDescribeResponse" => {
            both::<consumer_group_describe_response::ConsumerGroupDescribeResponse>(version, bytes)
        }
        "ConsumerGroupHeartbeatRequest" => {
            both::<consumer_group_heartbeat_request::ConsumerGroupHeartbeatRequest>(version, bytes)
        }
        "ConsumerGroupHeartbeatResponse" => {
            both::<consumer_group_heartbeat_response::ConsumerGroupHeartbeatResponse>(version, bytes)
        }
        "ConsumerGroupMemberMetadataKey" => {
            both::<consumer_group_member_metadata_key::ConsumerGroupMemberMetadataKey>(version, bytes)
        }
        "ConsumerGroupMemberMetadataValue" => {
            both::<consumer_group_member_metadata_value::ConsumerGroupMemberMetadataValue>(version, bytes)
        }
        "ConsumerGroupMetadataKey" => both::<consumer_group_metadata_key::ConsumerGroupMetadataKey>(version, bytes),
        "ConsumerGroupMetadataValue" => {
            both::<consumer_group_metadata_value::ConsumerGroupMetadataValue>(version, bytes)
        }
        "ConsumerGroupPartitionMetadataKey" => {
            both::<consumer_group_partition_metadata_key::ConsumerGroupPartitionMetadataKey>(version, bytes)
        }
        "ConsumerGroupPartitionMetadataValue" => {
            both::<consumer_group_partition_metadata_value::ConsumerGroupPartitionMetadataValue>(version, bytes)
        }
        "ConsumerGroupRegularExpressionKey" => {
            both::<consumer_group_regular_expression_key::ConsumerGroupRegularExpressionKey>(version, bytes)
        }
        "ConsumerGroupRegularExpressionValue" => {
            both::<consumer_group_regular_expression_value::ConsumerGroupRegularExpressionValue>(version, bytes)
        }
        "ConsumerGroupTargetAssignmentMemberKey" => {
            both::<consumer_group_target_assignment_member_key::ConsumerGroupTargetAssignmentMemberKey>(version, bytes)
        }
        "ConsumerGroupTargetAssignmentMemberValue" => both::<
            consumer_group_target_assignment_member_value::ConsumerGroupTargetAssignmentMemberValue,
        >(version, bytes),
        "ConsumerGroupTargetAssignmentMetadataKey" => both::<
            consumer_group_target_assignment_metadata_key::ConsumerGroupTargetAssignmentMetadataKey,
        >(version, bytes),
        "ConsumerGroupTargetAssignmentMetadataValue" => both::<
            consumer_group_target_assignment_metadata_value::ConsumerGroupTargetAssignmentMetadataValue,
        >(version, bytes),
        "ConsumerProtocolAssignment" => {
            both::<consumer_protocol_assignment::ConsumerProtocolAssignment>(version, bytes)
        }
        "ConsumerProtocolSubscription" => {
            both::<consumer_protocol_subscription::ConsumerProtocolSubscription>(version, bytes)
        }
        "ControlRecordTypeSchema" => both::<control_record_type_schema::ControlRecordTypeSchema>(version, bytes),
        "ControllerRegistrationRequest" => {
            both::<controller_registration_request::ControllerRegistrationRequest>(version, bytes)
        }
        "ControllerRegistrationResponse" => {
            both::<controller_registration_response::ControllerRegistrationResponse>(version, bytes)
        }
        "CreateAclsRequest" => both::<create_acls_request::CreateAclsRequest>(version, bytes),
        "CreateAclsResponse" => both::<create_acls_response::CreateAclsResponse>(version, bytes),
        "CreateDelegationTokenRequest" => {
            both::<create_delegation_token_request::CreateDelegationTokenRequest>(version, bytes)
        }
        "CreateDelegationTokenResponse" => {
            both::<create_delegation_token_response::CreateDelegationTokenResponse>(version, bytes)
        }
        "CreatePartitionsRequest" => both::<create_partitions_request::CreatePartitionsRequest>(version, bytes),
        "CreatePartitionsResponse" => both::<create_partitions_response::CreatePartitionsResponse>(version, bytes),
        "CreateTopicsRequest" => both::<create_topics_request::CreateTopicsRequest>(version, bytes),
        "CreateTopicsResponse" => both::<create_topics_response::CreateTopicsResponse>(version, bytes),
        "DefaultPrincipalData" => both::<default_principal_data::DefaultPrincipalData>(version, bytes),
        "DelegationTokenRecord" => both::<delegation_token_record::DelegationTokenRecord>(version, bytes),
        "DeleteAclsRequest" => both::<delete_acls_request::DeleteAclsRequest>(version, bytes),
        "DeleteAclsResponse" => both::<delete_acls_response::DeleteAclsResponse>(version, bytes),
        "DeleteGroupsRequest" => both::<delete_groups_request::DeleteGroupsRequest>(version, bytes),
        "DeleteGroupsResponse" => both::<delete_groups_response::DeleteGroupsResponse>(version, bytes),
        "DeleteRecordsRequest" => both::<delete_records_request::DeleteRecordsRequest>(version, bytes),
        "DeleteRecordsResponse" => both::<delete_records_response::DeleteRecordsResponse>(version, bytes),
        "DeleteShareGroupOffsetsRequest" => {
            both::<delete_share_group_offsets_request::DeleteShareGroupOffsetsRequest>(version, bytes)
        }
        "DeleteShareGroupOffsetsResponse" => {
            both::<delete_share_group_offsets_response::DeleteShareGroupOffsetsResponse>(version, bytes)
        }
        "DeleteShareGroupStateRequest" => {
            both::<delete_share_group_state_request::DeleteShareGroupStateRequest>(version, bytes)
        }
        "DeleteShareGroupStateResponse" => {
            both::<delete_share_group_state_response::DeleteShareGroupStateResponse>(version, bytes)
        }
        "DeleteTopicsRequest" => both::<delete_topics_request::DeleteTopicsRequest>(version, bytes),
        "DeleteTopicsResponse" => both::<delete_topics_response::DeleteTopicsResponse>(version, bytes),
        "DescribeAclsRequest" => both::<describe_acls_request::DescribeAclsRequest>(version, bytes),
        "DescribeAclsResponse" => both::<describe_acls_response::DescribeAclsResponse>(version, bytes),
        "DescribeClientQuotasRequest" => {
            both::<describe_client_quotas_request::DescribeClientQuotasRequest>(version, bytes)
        }
        "DescribeClientQuotasResponse" => {
            both::<describe_client_quotas_response::DescribeClientQuotasResponse>(version, bytes)
        }
        "DescribeClusterRequest" => both::<describe_cluster_request::DescribeClusterRequest>(version, bytes),
        "DescribeClusterResponse" => both::<describe_cluster_response::DescribeClusterResponse>(version, bytes),
        "DescribeConfigsRequest" => both::<describe_configs_request::DescribeConfigsRequest>(version, bytes),
        "DescribeConfigsResponse" => both::<describe_configs_response::DescribeConfigsResponse>(version, bytes),
        "DescribeDelegationTokenRequest" => {
            both::<describe_delegation_token_request::DescribeDelegationTokenRequest>(version, bytes)
        }
        "DescribeDelegationTokenResponse" => {
            both::<describe_delegation_token_response::DescribeDelegationTokenResponse>(version, bytes)
        }
        "DescribeGroupsRequest" => both::<describe_groups_request::DescribeGroupsRequest>(version, bytes),
        "DescribeGroupsResponse" => both::<describe_groups_response::DescribeGroupsResponse>(version, bytes),
        "DescribeLogDirsRequest" => both::<describe_log_dirs_request::DescribeLogDirsRequest>(version, bytes),
        "DescribeLogDirsResponse" => both::<describe_log_dirs_response::DescribeLogDirsResponse>(version, bytes),
        "DescribeProducersRequest" => both::<describe_producers_request::DescribeProducersRequest>(version, bytes),
        "DescribeProducersResponse" => both::<describe_producers_response::DescribeProducersResponse>(version, bytes),
        "DescribeQuorumRequest" => both::<describe_quorum_request::DescribeQuorumRequest>(version, bytes),
        "DescribeQuorumResponse" => both::<describe_quorum_response::DescribeQuorumResponse>(version, bytes),
        "DescribeShareGroupOffsetsRequest" => {
            both::<describe_share_group_offsets_request::DescribeShareGroupOffsetsRequest>(version, bytes)
        }
        "DescribeShareGroupOffsetsResponse" => {
            both::<describe_share_group_offsets_response::DescribeShareGroupOffsetsResponse>(version, bytes)
        }
        "DescribeTopicPartitionsRequest" => {
            both::<describe_topic_partitions_request::DescribeTopicPartitionsRequest>(version, bytes)
        }
        "DescribeTopicPartitionsResponse" => {
            both::<describe_topic_partitions_response::DescribeTopicPartitionsResponse>(version, bytes)
        }
        "DescribeTransactionsRequest" => {
            both::<describe_transactions_request::DescribeTransactionsRequest>(version, bytes)
        }
        "DescribeTransactionsResponse" => {
            both::<describe_transactions_response::DescribeTransactionsResponse>(version, bytes)
        }
        "DescribeUserScramCredentialsRequest" => {
            both::<describe_user_scram_credentials_request::DescribeUserScramCredentialsRequest>(version, bytes)
        }
        "DescribeUserScramCredentialsResponse" => {
            both::<describe_user_scram_credentials_response::DescribeUserScramCredentialsResponse>(version, bytes)
        }
        "ElectLeadersRequest" => both::<elect_leaders_request::ElectLeadersRequest>(version, bytes),
        "ElectLeadersResponse" => both::<elect_leaders_response::ElectLeadersResponse>(version, bytes),
        "EndQuorumEpochRequest" => both::<end_quorum_epoch_request::EndQuorumEpochRequest>(version, bytes),
        "EndQuorumEpochResponse" => both::<end_quorum_epoch_response::EndQuorumEpochResponse>(version, bytes),
        "EndTransactionRecord" => both::<end_transaction_record::EndTransactionRecord>(version, bytes),
        "EndTxnMarker" => both::<end_txn_marker::EndTxnMarker>(version, bytes),
        "EndTxnRequest" => both::<end_txn_request::EndTxnRequest>(version, bytes),
        "EndTxnResponse" => both::<end_txn_response::EndTxnResponse>(version, bytes),
        "EnvelopeRequest" => both::<envelope_request::EnvelopeRequest>(version, bytes),
        "EnvelopeResponse" => both::<envelope_response::EnvelopeResponse>(version, bytes),
        "ExpireDelegationTokenRequest" => {
            both::<expire_delegation_token_request::ExpireDelegationTokenRequest>(version, bytes)
        }
        "ExpireDelegationTokenResponse" => {
            both::<expire_delegation_token_response::ExpireDelegationTokenResponse>(version, bytes)
        }
        "FeatureLevelRecord" => both::<feature_level_record::FeatureLevelRecord>(version, bytes),
        "FenceBrokerRecord" => both::<fence_broker_record::FenceBrokerRecord>(version, bytes),
        "FetchRequest" => both::<fetch_request::FetchRequest>(version, bytes),
        "FetchResponse" => both::<fetch_response::FetchResponse>(version, bytes),
        "FetchSnapshotRequest" => both::<fetch_snapshot_request::FetchSnapshotRequest>(version, bytes),
        "FetchSnapshotResponse" => both::<fetch_snapshot_response::FetchSnapshotResponse>(version, bytes),
        "FindCoordinatorRequest" => both::<find_coordinator_request::FindCoordinatorRequest>(version, bytes),
        "FindCoordinatorResponse" => both::<find_coordinator_response::FindCoordinatorResponse>(version, bytes),
        "GetTelemetrySubscriptionsRequest" => {
            both::<get_telemetry_subscriptions_request::GetTelemetrySubscriptionsRequest>(version, bytes)
        }
        "GetTelemetrySubscriptionsResponse" => {
            both::<get_telemetry_subscriptions_response::GetTelemetrySubscriptionsResponse>(version, bytes)
        }
        "GroupMetadataKey" => both::<group_metadata_key::GroupMetadataKey>(version, bytes),
        "GroupMetadataValue" => both::<group_metadata_value::GroupMetadataValue>(version, bytes),
        "HeartbeatRequest" => both::<heartbeat_request::HeartbeatRequest>(version, bytes),
        "HeartbeatResponse" => both::<heartbeat_response::HeartbeatResponse>(version, bytes),
        "IncrementalAlterConfigsRequest" => {
            both::<incremental_alter_configs_request::IncrementalAlterConfigsRequest>(version, bytes)
        }
        "IncrementalAlterConfigsResponse" => {
            both::<incremental_alter_configs_response::IncrementalAlterConfigsResponse>(version, bytes)
        }
        "InitProducerIdRequest" => both::<init_producer_id_request::InitProducerIdRequest>(version, bytes),
        "InitProducerIdResponse" => both::<init_producer_id_response::InitProducerIdResponse>(version, bytes),
        "InitializeShareGroupStateRequest" => {
            both::<initialize_share_group_state_request::InitializeShareGroupStateRequest>(version, bytes)
        }
        "InitializeShareGroupStateResponse" => {
            both::<initialize_share_group_state_response::InitializeShareGroupStateResponse>(version, bytes)
        }
        "JoinGroupRequest" => both::<join_group_request::JoinGroupRequest>(version, bytes),
        "JoinGroupResponse" => both::<join_group_response::JoinGroupResponse>(version, bytes),
        "KRaftVersionRecord" => both::<k_raft_version_record::KRaftVersionRecord>(version, bytes),
        "LeaderChangeMessage" => both::<leader_change_message::LeaderChangeMessage>(version, bytes),
        "LeaveGroupRequest" => both::<leave_group_request::LeaveGroupRequest>(version, bytes),
        "LeaveGroupResponse" => both::<leave_group_response::LeaveGroupResponse>(version, bytes),
        "LegacyOffsetCommitKey" => both::<legacy_offset_commit_key::LegacyOffsetCommitKey>(version, bytes),
        "LegacyOffsetCommitValue" => both::<legacy_offset_commit_value::LegacyOffsetCommitValue>(version, bytes),
        "ListConfigResourcesRequest" => {
            both::<list_config_resources_request::ListConfigResourcesRequest>(version, bytes)
        }
        "ListConfigResourcesResponse" => {
            both::<list_config_resources_response::ListConfigResourcesResponse>(version, bytes)
        }
        "ListGroupsRequest" => both::<list_groups_request::ListGroupsRequest>(version, bytes),
        "ListGroupsResponse" => both::<list_groups_response::ListGroupsResponse>(version, bytes),
        "ListOffsetsRequest" => both::<list_offsets_request::ListOffsetsRequest>(version, bytes),
        "ListOffsetsResponse" => both::<list_offsets_response::ListOffsetsResponse>(version, bytes),
        "ListPartitionReassignmentsRequest" => {
            both::<list_partition_reassignments_request::ListPartitionReassignmentsRequest>(version, bytes)
        }
        "ListPartitionReassignmentsResponse" => {
            both::<list_partition_reassignments_response::ListPartitionReassignmentsResponse>(version, bytes)
        }
        "ListTransactionsRequest" => both::<list_transactions_request::ListTransactionsRequest>(version, bytes),
        "ListTransactionsResponse" => both::<list_transactions_response::ListTransactionsResponse>(version, bytes),
        "MetadataRequest" => both::<metadata_request::MetadataRequest>(version, bytes),
        "MetadataResponse" => both::<metadata_response::MetadataResponse>(version, bytes),
        "NoOpRecord" => both::<no_op_record::NoOpRecord>(version, bytes),
        "OffsetCommitKey" => both::<offset_commit_key::OffsetCommitKey>(version, bytes),
        "OffsetCommitRequest" => both::<offset_commit_request::OffsetCommitRequest>(version, bytes),
        "OffsetCommitResponse" => both::<offset_commit_response::OffsetCommitResponse>(version, bytes),
        "OffsetCommitValue" => both::<offset_commit_value::OffsetCommitValue>(version, bytes),
        "OffsetDeleteRequest" => both::<offset_delete_request::OffsetDeleteRequest>(version, bytes),
        "OffsetDeleteResponse" => both::<offset_delete_response::OffsetDeleteResponse>(version, bytes),
        "OffsetFetchRequest" => both::<offset_fetch_request::OffsetFetchRequest>(version, bytes),
        "OffsetFetchResponse" => both::<offset_fetch_response::OffsetFetchResponse>(version, bytes),
        "OffsetForLeaderEpochRequest" => {
            both::<offset_for_leader_epoch_request::OffsetForLeaderEpochRequest>(version, bytes)
        }
        "OffsetForLeaderEpochResponse" => {
            both::<offset_for_leader_epoch_response::OffsetForLeaderEpochResponse>(version, bytes)
        }
        "PartitionChangeRecord" => both::<partition_change_record::PartitionChangeRecord>(version, bytes),
        "PartitionRecord" => both::<partition_record::PartitionRecord>(version, bytes),
        "ProduceRequest" => both::<produce_request::ProduceRequest>(version, bytes),
        "ProduceResponse" => both::<produce_response::ProduceResponse>(version, bytes),
        "ProducerIdsRecord" => both::<producer_ids_record::ProducerIdsRecord>(version, bytes),
        "ProducerSnapshot" => both::<producer_snapshot::ProducerSnapshot>(version, bytes),
        "PushTelemetryRequest" => both::<push_telemetry_request::PushTelemetryRequest>(version, bytes),
        "PushTelemetryResponse" => both::<push_telemetry_response::PushTelemetryResponse>(version, bytes),
        "QuorumStateData" => both::<quorum_state_data::QuorumStateData>(version, bytes),
        "ReadShareGroupStateRequest" => {
            both::<read_share_group_state_request::ReadShareGroupStateRequest>(version, bytes)
        }
        "ReadShareGroupStateResponse" => {
            both::<read_share_group_state_response::ReadShareGroupStateResponse>(version, bytes)
        }
        "ReadShareGroupStateSummaryRequest" => {
            both::<read_share_group_state_summary_request::ReadShareGroupStateSummaryRequest>(version, bytes)
        }
        "ReadShareGroupStateSummaryResponse" => {
            both::<read_share_group_state_summary_response::ReadShareGroupStateSummaryResponse>(version, bytes)
        }
        "RegisterBrokerRecord" => both::<register_broker_record::RegisterBrokerRecord>(version, bytes),
        "RegisterControllerRecord" => both::<register_controller_record::RegisterControllerRecord>(version, bytes),
        "RemoveAccessControlEntryRecord" => {
            both::<remove_access_control_entry_record::RemoveAccessControlEntryRecord>(version, bytes)
        }
        "RemoveDelegationTokenRecord" => {
            both::<remove_delegation_token_record::RemoveDelegationTokenRecord>(version, bytes)
        }
        "RemoveRaftVoterRequest" => both::<remove_raft_voter_request::RemoveRaftVoterRequest>(version, bytes),
        "RemoveRaftVoterResponse" => both::<remove_raft_voter_response::RemoveRaftVoterResponse>(version, bytes),
        "RemoveTopicRecord" => both::<remove_topic_record::RemoveTopicRecord>(version, bytes),
        "RemoveUserScramCredentialRecord" => {
            both::<remove_user_scram_credential_record::RemoveUserScramCredentialRecord>(version, bytes)
        }
        "RenewDelegationTokenRequest" => {
            both::<renew_delegation_token_request::RenewDelegationTokenRequest>(version, bytes)
        }
        "RenewDelegationTokenResponse" => {
            both::<renew_delegation_token_response::RenewDelegationTokenResponse>(version, bytes)
        }
        "RequestHeader" => both::<request_header::RequestHeader>(version, bytes),
        "ResponseHeader" => both::<response_header::ResponseHeader>(version, bytes),
        "SaslAuthenticateRequest" => both::<sasl_authenticate_request::SaslAuthenticateRequest>(version, bytes),
        "SaslAuthenticateResponse" => both::<sasl_authenticate_response::SaslAuthenticateResponse>(version, bytes),
        "SaslHandshakeRequest" => both::<sasl_handshake_request::SaslHandshakeRequest>(version, bytes),
        "SaslHandshakeResponse" => both::<sasl_handshake_response::SaslHandshakeResponse>(version, bytes),
        "ShareAcknowledgeRequest" => both::<share_acknowledge_request::ShareAcknowledgeRequest>(version, bytes),
        "ShareAcknowledgeResponse" => both::<share_acknowledge_response::ShareAcknowledgeResponse>(version, bytes),
        "ShareFetchRequest" => both::<share_fetch_request::ShareFetchRequest>(version, bytes),
        "ShareFetchResponse" => both::<share_fetch_response::ShareFetchResponse>(version, bytes),
        "ShareGroupCurrentMemberAssignmentKey" => {
            both::<share_group_current_member_assignment_key::ShareGroupCurrentMemberAssignmentKey>(version, bytes)
        }
        "ShareGroupCurrentMemberAssignmentValue" => {
            both::<share_group_current_member_assignment_value::ShareGroupCurrentMemberAssignmentValue>(version, bytes)
        }
        "ShareGroupDescribeRequest" => both::<share_group_describe_request::ShareGroupDescribeRequest>(version, bytes),
        "ShareGroupDescribeResponse" => {
            both::<share_group_describe_response::ShareGroupDescribeResponse>(version, bytes)
        }
        "ShareGroupHeartbeatRequest" => {
            both::<share_group_heartbeat_request::ShareGroupHeartbeatRequest>(version, bytes)
        }
        "ShareGroupHeartbeatResponse" => {
            both::<share_group_heartbeat_response::ShareGroupHeartbeatResponse>(version, bytes)
        }
        "ShareGroupMemberMetadataKey" => {
            both::<share_group_member_metadata_key::ShareGroupMemberMetadataKey>(version, bytes)
        }
        "ShareGroupMemberMetadataValue" => {
            both::<share_group_member_metadata_value::ShareGroupMemberMetadataValue>(version, bytes)
        }
        "ShareGroupMetadataKey" => both::<share_group_metadata_key::ShareGroupMetadataKey>(version, bytes),
        "ShareGroupMetadataValue" => both::<share_group_metadata_value::ShareGroupMetadataValue>(version, bytes),
        "ShareGroupStatePartitionMetadataKey" => {
            both::<share_group_state_partition_metadata_key::ShareGroupStatePartitionMetadataKey>(version, bytes)
        }
        "ShareGroupStatePartitionMetadataValue" => {
            both::<share_group_state_partition_metadata_value::ShareGroupStatePartitionMetadataValue>(version, bytes)
        }
        "ShareGroupTargetAssignmentMemberKey" => {
            both::<share_group_target_assignment_member_key::ShareGroupTargetAssignmentMemberKey>(version, bytes)
        }
        "ShareGroupTargetAssignmentMemberValue" => {
            both::<share_group_target_assignment_member_value::ShareGroupTargetAssignmentMemberValue>(version, bytes)
        }
        "ShareGroupTargetAssignmentMetadataKey" => {
            both::<share_group_target_assignment_metadata_key::ShareGroupTargetAssignmentMetadataKey>(version, bytes)
        }
        "ShareGroupTargetAssignmentMetadataValue" => both::<
            share_group_target_assignment_metadata_value::ShareGroupTargetAssignmentMetadataValue,
        >(version, bytes),
        "ShareSnapshotKey" => both::<share_snapshot_key::ShareSnapshotKey>(version, bytes),
        "ShareSnapshotValue" => both::<share_snapshot_value::ShareSnapshotValue>(version, bytes),
        "ShareUpdateKey" => both::<share_update_key::ShareUpdateKey>(version, bytes),
        "ShareUpdateValue" => both::<share_update_value::ShareUpdateValue>(version, bytes),
        "SnapshotFooterRecord" => both::<snapshot_footer_record::SnapshotFooterRecord>(version, bytes),
        "SnapshotHeaderRecord" => both::<snapshot_header_record::SnapshotHeaderRecord>(version, bytes),
        "StreamsGroupCurrentMemberAssignmentKey" => {
            both::<streams_group_current_member_assignment_key::StreamsGroupCurrentMemberAssignmentKey>(version, bytes)
        }
        "StreamsGroupCurrentMemberAssignmentValue" => both::<
            streams_group_current_member_assignment_value::StreamsGroupCurrentMemberAssignmentValue,
        >(version, bytes),
        "StreamsGroupDescribeRequest" => {
            both::<streams_group_describe_request::StreamsGroupDescribeRequest>(version, bytes)
        }
        "StreamsGroupDescribeResponse" => {
            both::<streams_group_describe_response::StreamsGroupDescribeResponse>(version, bytes)
        }
        "StreamsGroupHeartbeatRequest" => {
            both::<streams_group_heartbeat_request::StreamsGroupHeartbeatRequest>(version, bytes)
        }
        "StreamsGroupHeartbeatResponse" => {
            both::<streams_group_heartbeat_response::StreamsGroupHeartbeatResponse>(version, bytes)
        }
        "StreamsGroupMemberMetadataKey" => {
            both::<streams_group_member_metadata_key::StreamsGroupMemberMetadataKey>(version, bytes)
        }
        "StreamsGroupMemberMetadataValue" => {
            both::<streams_group_member_metadata_value::StreamsGroupMemberMetadataValue>(version, bytes)
        }
        "StreamsGroupMetadataKey" => both::<streams_group_metadata_key::StreamsGroupMetadataKey>(version, bytes),
        "StreamsGroupMetadataValue" => both::<streams_group_metadata_value::StreamsGroupMetadataValue>(version, bytes),
        "StreamsGroupTargetAssignmentMemberKey" => {
            both::<streams_group_target_assignment_member_key::StreamsGroupTargetAssignmentMemberKey>(version, bytes)
        }
        "StreamsGroupTargetAssignmentMemberValue" => both::<
            streams_group_target_assignment_member_value::StreamsGroupTargetAssignmentMemberValue,
        >(version, bytes),
        "StreamsGroupTargetAssignmentMetadataKey" => both::<
            streams_group_target_assignment_metadata_key::StreamsGroupTargetAssignmentMetadataKey,
        >(version, bytes),
        "StreamsGroupTargetAssignmentMetadataValue" => both::<
            streams_group_target_assignment_metadata_value::StreamsGroupTargetAssignmentMetadataValue,
        >(version, bytes),
        "StreamsGroupTopologyKey" => both::<streams_group_topology_key::StreamsGroupTopologyKey>(version, bytes),
        "StreamsGroupTopologyValue" => both::<streams_group_topology_value::StreamsGroupTopologyValue>(version, bytes),
        "SyncGroupRequest" => both::<sync_group_request::SyncGroupRequest>(version, bytes),
        "SyncGroupResponse" => both::<sync_group_response::SyncGroupResponse>(version, bytes),
        "TopicRecord" => both::<topic_record::TopicRecord>(version, bytes),
        "TransactionLogKey" => both::<transaction_log_key::TransactionLogKey>(version, bytes),
        "TransactionLogValue" => both::<transaction_log_value::TransactionLogValue>(version, bytes),
        "TxnOffsetCommitRequest" => both::<txn_offset_commit_request::TxnOffsetCommitRequest>(version, bytes),
        "TxnOffsetCommitResponse" => both::<txn_offset_commit_response::TxnOffsetCommitResponse>(version, bytes),
        "UnfenceBrokerRecord" => both::<unfence_broker_record::UnfenceBrokerRecord>(version, bytes),
        "UnregisterBrokerRecord" => both::<unregister_broker_record::UnregisterBrokerRecord>(version, bytes),
        "UnregisterBrokerRequest" => both::<unregister_broker_request::UnregisterBrokerRequest>(version, bytes),
        "UnregisterBrokerResponse" => both::<unregister_broker_response::UnregisterBrokerResponse>(version, bytes),
        "UpdateFeaturesRequest" => both::<update_features_request::UpdateFeaturesRequest>(version, bytes),
        "UpdateFeaturesResponse" => both::<update_features_response::UpdateFeaturesResponse>(version, bytes),
        "UpdateRaftVoterRequest" => both::<update_raft_voter_request::UpdateRaftVoterRequest>(version, bytes),
        "UpdateRaftVoterResponse" => both::<update_raft_voter_response::UpdateRaftVoterResponse>(version, bytes),
        "UserScramCredentialRecord" => both::<user_scram_credential_record::UserScramCredentialRecord>(version, bytes),
        "VoteRequest" => both::<vote_request::VoteRequest>(version, bytes),
        "VoteResponse" => both::<vote_response::VoteResponse>(version, bytes),
        "VotersRecord" => both::<voters_record::VotersRecord>(version, bytes),
        "WriteShareGroupStateRequest" => {
            both::<write_share_group_state_request::WriteShareGroupStateRequest>(version, bytes)
        }
        "WriteShareGroupStateResponse" => {
            both::<write_share_group_state_response::WriteShareGroupStateResponse>(version, bytes)
        }
        "WriteTxnMarkersRequest" => both::<write_txn_markers_request::WriteTxnMarkersRequest>(version, bytes),
        "WriteTxnMarkersResponse" => both::<write_txn_markers_response::WriteTxnMarkersResponse>(version, bytes),
        "ZkMigrationStateRecord" => both::<zk_migration_state_record::ZkMigrationStateRecord>(version, bytes),
        _ => return None,
    })
}
