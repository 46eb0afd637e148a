//! The numbers a broker works with, typed: read once from the layers, and again whenever a dynamic setting changes.
//!
//! Names and units are Kafka's (`_ms`, `_bytes`); -1 keeps the meaning it has there. What a topic gets by default is in
//! [`super::topic::TopicDefaults`].

mod read;

use super::layers::Layers;

#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    pub topics: Topics,
    pub network: Network,
    pub log: LogUpkeep,
    pub fetch: Fetch,
    pub replication: Replication,
    pub offsets: Offsets,
    pub transactions: Transactions,
    pub classic_groups: ClassicGroups,
    pub consumer_groups: ModernGroups,
    pub share_groups: ModernGroups,
    pub streams_groups: ModernGroups,
    pub share: Share,
    pub coordinator: Coordinator,
    pub quotas: Quotas,
    pub metadata: Metadata,
    pub sasl: Sasl,
    pub tokens: Tokens,
    pub broker_session_timeout_ms: i64,
    pub broker_heartbeat_interval_ms: i64,
    pub telemetry_max_bytes: i32,
}

/// How topics come and go.
#[derive(Debug, Clone, PartialEq)]
pub struct Topics {
    pub num_partitions: i32,
    pub default_replication_factor: i32,
    pub auto_create: bool,
    pub delete: bool,
    pub auto_leader_rebalance: bool,
    pub leader_imbalance_check_interval_s: i64,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Network {
    pub request_max_bytes: i32,
    pub queued_max_requests: i32,
    /// -1: no limit.
    pub queued_max_request_bytes: i64,
    pub max_connections: i32,
    pub max_connections_per_ip: i32,
    pub max_connections_per_ip_overrides: Vec<(String, i32)>,
    /// Connections a second.
    pub max_connection_creation_rate: i32,
    /// Negative: connections never idle out.
    pub connections_max_idle_ms: i64,
    /// 0: nobody authenticates again.
    pub connections_max_reauth_ms: i64,
    pub failed_authentication_delay_ms: i32,
    pub listen_backlog: i32,
    /// -1: as the system has it.
    pub send_buffer_bytes: i32,
    pub receive_buffer_bytes: i32,
    pub request_timeout_ms: i32,
}

/// The upkeep of logs: retention, cleaning, flushing.
#[derive(Debug, Clone, PartialEq)]
pub struct LogUpkeep {
    pub retention_check_interval_ms: i64,
    pub initial_task_delay_ms: i64,
    pub flush_scheduler_interval_ms: i64,
    pub flush_offset_checkpoint_interval_ms: i32,
    pub flush_start_offset_checkpoint_interval_ms: i32,
    pub dir_failure_timeout_ms: i64,
    pub recovery_threads_per_data_dir: i32,
    pub cleaner_enable: bool,
    pub cleaner_threads: i32,
    pub cleaner_dedupe_buffer_bytes: i64,
    pub cleaner_dedupe_load_factor: f64,
    pub cleaner_io_buffer_bytes: i32,
    pub cleaner_io_max_bytes_per_s: f64,
    pub cleaner_backoff_ms: i64,
    pub producer_id_expiration_ms: i32,
    pub producer_id_expiration_check_interval_ms: i32,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Fetch {
    pub max_bytes: i32,
    pub session_cache_slots: i32,
    /// Partitions in one answer of DescribeTopicPartitions.
    pub max_request_partitions: i32,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Replication {
    pub lag_time_max_ms: i64,
    pub fetch_wait_max_ms: i32,
    pub fetch_min_bytes: i32,
    pub fetch_max_bytes: i32,
    pub fetch_response_max_bytes: i32,
    pub fetch_backoff_ms: i32,
    pub num_fetchers: i32,
    pub high_watermark_checkpoint_interval_ms: i64,
    pub leader_throttled_bytes_per_s: i64,
    pub follower_throttled_bytes_per_s: i64,
}

/// Committed offsets and their topic.
#[derive(Debug, Clone, PartialEq)]
pub struct Offsets {
    pub topic_partitions: i32,
    pub topic_replication_factor: i16,
    pub topic_segment_bytes: i32,
    /// The number of a codec: 0 none, 1 gzip, 2 snappy, 3 lz4, 4 zstd.
    pub topic_compression_codec: i32,
    pub retention_minutes: i32,
    pub retention_check_interval_ms: i64,
    pub metadata_max_bytes: i32,
    pub load_buffer_bytes: i32,
    pub commit_timeout_ms: i32,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Transactions {
    pub topic_partitions: i32,
    pub topic_replication_factor: i16,
    pub topic_segment_bytes: i32,
    pub topic_min_isr: i32,
    pub load_buffer_bytes: i32,
    pub max_timeout_ms: i32,
    pub transactional_id_expiration_ms: i32,
    pub abort_check_interval_ms: i32,
    pub expiration_check_interval_ms: i32,
    pub partition_verification: bool,
    pub two_phase_commit: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct ClassicGroups {
    pub min_session_timeout_ms: i32,
    pub max_session_timeout_ms: i32,
    pub initial_rebalance_delay_ms: i32,
    pub max_size: i32,
}

/// Timings of groups of the newer protocols, with the bounds for a group's own settings.
#[derive(Debug, Clone, PartialEq)]
pub struct ModernGroups {
    pub session_timeout_ms: i32,
    pub min_session_timeout_ms: i32,
    pub max_session_timeout_ms: i32,
    pub heartbeat_interval_ms: i32,
    pub min_heartbeat_interval_ms: i32,
    pub max_heartbeat_interval_ms: i32,
    pub assignment_interval_ms: i32,
    pub max_size: i32,
    /// Names of assignors, the first is the default. None for streams groups.
    pub assignors: Vec<String>,
}

/// What share groups have besides, and the topic of their state.
#[derive(Debug, Clone, PartialEq)]
pub struct Share {
    pub delivery_count_limit: i32,
    pub record_lock_duration_ms: i32,
    pub partition_max_record_locks: i32,
    pub max_share_sessions: i32,
    pub topic_partitions: i32,
    pub topic_replication_factor: i16,
    pub topic_min_isr: i16,
    pub topic_segment_bytes: i32,
    pub topic_compression_codec: i32,
    pub snapshot_update_records_per_snapshot: i32,
    pub cold_snapshot_interval_ms: i32,
    pub prune_interval_ms: i32,
    pub initialize_retry_interval_ms: i32,
    pub write_timeout_ms: i32,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Coordinator {
    pub rebalance_protocols: Vec<String>,
    /// "bidirectional", "upgrade", "downgrade" or "disabled".
    pub consumer_migration_policy: String,
    pub consumer_regex_refresh_interval_ms: i32,
    pub streams_num_standby_replicas: i32,
    pub streams_max_standby_replicas: i32,
    pub streams_initial_rebalance_delay_ms: i32,
    pub append_linger_ms: i32,
}

/// Windows over which rates are measured.
#[derive(Debug, Clone, PartialEq)]
pub struct Quotas {
    pub window_num: i32,
    pub window_s: i32,
    pub controller_window_num: i32,
    pub controller_window_s: i32,
    pub replication_window_num: i32,
    pub replication_window_s: i32,
}

/// The metadata log.
#[derive(Debug, Clone, PartialEq)]
pub struct Metadata {
    pub segment_bytes: i32,
    pub segment_ms: i64,
    pub retention_bytes: i64,
    pub retention_ms: i64,
    pub max_record_bytes_between_snapshots: i64,
    pub max_snapshot_interval_ms: i64,
    pub max_idle_interval_ms: i32,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Sasl {
    pub enabled_mechanisms: Vec<String>,
    pub inter_broker_mechanism: String,
    pub server_max_receive_bytes: i32,
}

/// Delegation tokens.
#[derive(Debug, Clone, PartialEq)]
pub struct Tokens {
    /// Without a key there are no tokens.
    pub secret_key: Option<String>,
    pub max_lifetime_ms: i64,
    pub expiry_time_ms: i64,
    pub expiry_check_interval_ms: i64,
}

/// The settings of a broker of which nothing is said.
impl Default for Settings {
    fn default() -> Settings {
        Settings::of(&Layers::default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Overrides;

    #[test]
    fn a_broker_of_which_nothing_is_said_has_kafkas_numbers() {
        let settings = Settings::default();
        assert_eq!((settings.topics.num_partitions, settings.topics.auto_create), (1, true));
        assert_eq!(settings.network.request_max_bytes, 104_857_600);
        assert_eq!((settings.offsets.topic_partitions, settings.offsets.topic_replication_factor), (50, 3));
        assert_eq!(settings.classic_groups.initial_rebalance_delay_ms, 3000);
        assert_eq!(settings.consumer_groups.assignors, ["uniform", "range"]);
        assert_eq!(settings.share_groups.assignors, ["simple"]);
        assert_eq!(settings.replication.leader_throttled_bytes_per_s, i64::MAX);
        assert_eq!(settings.log.cleaner_io_max_bytes_per_s, f64::MAX);
        assert_eq!(settings.share.topic_min_isr, 2);
    }

    #[test]
    fn a_dynamic_setting_is_seen_in_the_next_reading() {
        let cluster: Overrides = [("max.connections".to_string(), "5".to_string())].into();
        let broker: Overrides = [("leader.replication.throttled.rate".to_string(), "9".to_string())].into();
        let settings = Settings::of(&Layers::new(Overrides::new(), &cluster, &broker));
        assert_eq!(settings.network.max_connections, 5);
        assert_eq!(settings.replication.leader_throttled_bytes_per_s, 9);
    }
}
