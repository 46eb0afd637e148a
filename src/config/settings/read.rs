//! From the layers to the typed settings, one function a group of them.

use super::*;
use crate::config::rules;
use crate::config::value::Value;

impl Settings {
    pub fn of(layers: &Layers) -> Settings {
        let read = Read(layers);
        Settings {
            topics: Topics {
                num_partitions: read.int("num.partitions"),
                default_replication_factor: read.int("default.replication.factor"),
                auto_create: read.on("auto.create.topics.enable"),
                delete: read.on("delete.topic.enable"),
                auto_leader_rebalance: read.on("auto.leader.rebalance.enable"),
                leader_imbalance_check_interval_s: read.long("leader.imbalance.check.interval.seconds"),
            },
            network: network(&read),
            log: log_upkeep(&read),
            fetch: Fetch {
                max_bytes: read.int("fetch.max.bytes"),
                session_cache_slots: read.int("max.incremental.fetch.session.cache.slots"),
                max_request_partitions: read.int("max.request.partition.size.limit"),
            },
            replication: replication(&read),
            offsets: offsets(&read),
            transactions: transactions(&read),
            classic_groups: ClassicGroups {
                min_session_timeout_ms: read.int("group.min.session.timeout.ms"),
                max_session_timeout_ms: read.int("group.max.session.timeout.ms"),
                initial_rebalance_delay_ms: read.int("group.initial.rebalance.delay.ms"),
                max_size: read.int("group.max.size"),
            },
            consumer_groups: modern_groups(&read, "consumer"),
            share_groups: modern_groups(&read, "share"),
            streams_groups: modern_groups(&read, "streams"),
            share: share(&read),
            coordinator: coordinator(&read),
            quotas: Quotas {
                window_num: read.int("quota.window.num"),
                window_s: read.int("quota.window.size.seconds"),
                controller_window_num: read.int("controller.quota.window.num"),
                controller_window_s: read.int("controller.quota.window.size.seconds"),
                replication_window_num: read.int("replication.quota.window.num"),
                replication_window_s: read.int("replication.quota.window.size.seconds"),
            },
            metadata: metadata(&read),
            sasl: Sasl {
                enabled_mechanisms: read.list("sasl.enabled.mechanisms"),
                inter_broker_mechanism: read.text("sasl.mechanism.inter.broker.protocol"),
                server_max_receive_bytes: read.int("sasl.server.max.receive.size"),
            },
            tokens: Tokens {
                secret_key: read.0.named("delegation.token.secret.key").to_text(),
                max_lifetime_ms: read.long("delegation.token.max.lifetime.ms"),
                expiry_time_ms: read.long("delegation.token.expiry.time.ms"),
                expiry_check_interval_ms: read.long("delegation.token.expiry.check.interval.ms"),
            },
            broker_session_timeout_ms: read.long("broker.session.timeout.ms"),
            broker_heartbeat_interval_ms: read.long("broker.heartbeat.interval.ms"),
            telemetry_max_bytes: read.int("telemetry.max.bytes"),
        }
    }
}

fn network(read: &Read) -> Network {
    let overrides = read.text("max.connections.per.ip.overrides");
    Network {
        request_max_bytes: read.int("socket.request.max.bytes"),
        queued_max_requests: read.int("queued.max.requests"),
        queued_max_request_bytes: read.long("queued.max.request.bytes"),
        max_connections: read.int("max.connections"),
        max_connections_per_ip: read.int("max.connections.per.ip"),
        // Checked when it was set; a stored one that went wrong since limits nobody.
        max_connections_per_ip_overrides: rules::connections_per_ip(&overrides).unwrap_or_default(),
        max_connection_creation_rate: read.int("max.connection.creation.rate"),
        connections_max_idle_ms: read.long("connections.max.idle.ms"),
        connections_max_reauth_ms: read.long("connections.max.reauth.ms"),
        failed_authentication_delay_ms: read.int("connection.failed.authentication.delay.ms"),
        listen_backlog: read.int("socket.listen.backlog.size"),
        send_buffer_bytes: read.int("socket.send.buffer.bytes"),
        receive_buffer_bytes: read.int("socket.receive.buffer.bytes"),
        request_timeout_ms: read.int("request.timeout.ms"),
    }
}

fn log_upkeep(read: &Read) -> LogUpkeep {
    LogUpkeep {
        retention_check_interval_ms: read.long("log.retention.check.interval.ms"),
        initial_task_delay_ms: read.long("log.initial.task.delay.ms"),
        flush_scheduler_interval_ms: read.long("log.flush.scheduler.interval.ms"),
        flush_offset_checkpoint_interval_ms: read.int("log.flush.offset.checkpoint.interval.ms"),
        flush_start_offset_checkpoint_interval_ms: read.int("log.flush.start.offset.checkpoint.interval.ms"),
        dir_failure_timeout_ms: read.long("log.dir.failure.timeout.ms"),
        recovery_threads_per_data_dir: read.int("num.recovery.threads.per.data.dir"),
        cleaner_enable: read.on("log.cleaner.enable"),
        cleaner_threads: read.int("log.cleaner.threads"),
        cleaner_dedupe_buffer_bytes: read.long("log.cleaner.dedupe.buffer.size"),
        cleaner_dedupe_load_factor: read.double("log.cleaner.io.buffer.load.factor"),
        cleaner_io_buffer_bytes: read.int("log.cleaner.io.buffer.size"),
        cleaner_io_max_bytes_per_s: read.double("log.cleaner.io.max.bytes.per.second"),
        cleaner_backoff_ms: read.long("log.cleaner.backoff.ms"),
        producer_id_expiration_ms: read.int("producer.id.expiration.ms"),
        producer_id_expiration_check_interval_ms: read.int("producer.id.expiration.check.interval.ms"),
    }
}

fn replication(read: &Read) -> Replication {
    // These two exist only as dynamic settings; without one there is no throttle.
    let rate = |name: &str| read.0.merged().get(name).and_then(|text| text.trim().parse().ok()).unwrap_or(i64::MAX);
    Replication {
        lag_time_max_ms: read.long("replica.lag.time.max.ms"),
        fetch_wait_max_ms: read.int("replica.fetch.wait.max.ms"),
        fetch_min_bytes: read.int("replica.fetch.min.bytes"),
        fetch_max_bytes: read.int("replica.fetch.max.bytes"),
        fetch_response_max_bytes: read.int("replica.fetch.response.max.bytes"),
        fetch_backoff_ms: read.int("replica.fetch.backoff.ms"),
        num_fetchers: read.int("num.replica.fetchers"),
        high_watermark_checkpoint_interval_ms: read.long("replica.high.watermark.checkpoint.interval.ms"),
        leader_throttled_bytes_per_s: rate("leader.replication.throttled.rate"),
        follower_throttled_bytes_per_s: rate("follower.replication.throttled.rate"),
    }
}

fn offsets(read: &Read) -> Offsets {
    Offsets {
        topic_partitions: read.int("offsets.topic.num.partitions"),
        topic_replication_factor: read.short("offsets.topic.replication.factor"),
        topic_segment_bytes: read.int("offsets.topic.segment.bytes"),
        topic_compression_codec: read.int("offsets.topic.compression.codec"),
        retention_minutes: read.int("offsets.retention.minutes"),
        retention_check_interval_ms: read.long("offsets.retention.check.interval.ms"),
        metadata_max_bytes: read.int("offset.metadata.max.bytes"),
        load_buffer_bytes: read.int("offsets.load.buffer.size"),
        commit_timeout_ms: read.int("offsets.commit.timeout.ms"),
    }
}

fn transactions(read: &Read) -> Transactions {
    Transactions {
        topic_partitions: read.int("transaction.state.log.num.partitions"),
        topic_replication_factor: read.short("transaction.state.log.replication.factor"),
        topic_segment_bytes: read.int("transaction.state.log.segment.bytes"),
        topic_min_isr: read.int("transaction.state.log.min.isr"),
        load_buffer_bytes: read.int("transaction.state.log.load.buffer.size"),
        max_timeout_ms: read.int("transaction.max.timeout.ms"),
        transactional_id_expiration_ms: read.int("transactional.id.expiration.ms"),
        abort_check_interval_ms: read.int("transaction.abort.timed.out.transaction.cleanup.interval.ms"),
        expiration_check_interval_ms: read.int("transaction.remove.expired.transaction.cleanup.interval.ms"),
        partition_verification: read.on("transaction.partition.verification.enable"),
        two_phase_commit: read.on("transaction.two.phase.commit.enable"),
    }
}

fn modern_groups(read: &Read, kind: &str) -> ModernGroups {
    let int = |name: &str| read.int(&format!("group.{kind}.{name}"));
    ModernGroups {
        session_timeout_ms: int("session.timeout.ms"),
        min_session_timeout_ms: int("min.session.timeout.ms"),
        max_session_timeout_ms: int("max.session.timeout.ms"),
        heartbeat_interval_ms: int("heartbeat.interval.ms"),
        min_heartbeat_interval_ms: int("min.heartbeat.interval.ms"),
        max_heartbeat_interval_ms: int("max.heartbeat.interval.ms"),
        assignment_interval_ms: int("assignment.interval.ms"),
        max_size: int("max.size"),
        assignors: read.list(&format!("group.{kind}.assignors")),
    }
}

fn share(read: &Read) -> Share {
    Share {
        delivery_count_limit: read.int("group.share.delivery.count.limit"),
        record_lock_duration_ms: read.int("group.share.record.lock.duration.ms"),
        partition_max_record_locks: read.int("group.share.partition.max.record.locks"),
        max_share_sessions: read.int("group.share.max.share.sessions"),
        topic_partitions: read.int("share.coordinator.state.topic.num.partitions"),
        topic_replication_factor: read.short("share.coordinator.state.topic.replication.factor"),
        topic_min_isr: read.short("share.coordinator.state.topic.min.isr"),
        topic_segment_bytes: read.int("share.coordinator.state.topic.segment.bytes"),
        topic_compression_codec: read.int("share.coordinator.state.topic.compression.codec"),
        snapshot_update_records_per_snapshot: read.int("share.coordinator.snapshot.update.records.per.snapshot"),
        cold_snapshot_interval_ms: read.int("share.coordinator.cold.partition.snapshot.interval.ms"),
        prune_interval_ms: read.int("share.coordinator.state.topic.prune.interval.ms"),
        initialize_retry_interval_ms: read.int("group.share.initialize.retry.interval.ms"),
        write_timeout_ms: read.int("share.coordinator.write.timeout.ms"),
    }
}

fn coordinator(read: &Read) -> Coordinator {
    Coordinator {
        rebalance_protocols: read.list("group.coordinator.rebalance.protocols"),
        consumer_migration_policy: read.text("group.consumer.migration.policy").to_lowercase(),
        consumer_regex_refresh_interval_ms: read.int("group.consumer.regex.refresh.interval.ms"),
        streams_num_standby_replicas: read.int("group.streams.num.standby.replicas"),
        streams_max_standby_replicas: read.int("group.streams.max.standby.replicas"),
        streams_initial_rebalance_delay_ms: read.int("group.streams.initial.rebalance.delay.ms"),
        append_linger_ms: read.int("group.coordinator.append.linger.ms"),
    }
}

fn metadata(read: &Read) -> Metadata {
    Metadata {
        segment_bytes: read.int("metadata.log.segment.bytes"),
        segment_ms: read.long("metadata.log.segment.ms"),
        retention_bytes: read.long("metadata.max.retention.bytes"),
        retention_ms: read.long("metadata.max.retention.ms"),
        max_record_bytes_between_snapshots: read.long("metadata.log.max.record.bytes.between.snapshots"),
        max_snapshot_interval_ms: read.long("metadata.log.max.snapshot.interval.ms"),
        max_idle_interval_ms: read.int("metadata.max.idle.interval.ms"),
    }
}

/// Values of the right type. The tables and the checks on what is set see to it that there is one; a name that is no key
/// is a mistake of this file, and a test reads every one of them.
struct Read<'a>(&'a Layers);

impl Read<'_> {
    fn long(&self, name: &str) -> i64 {
        let number = self.0.number(name);
        debug_assert!(number.is_some(), "{name} is no key with a number");
        number.unwrap_or_default()
    }

    fn int(&self, name: &str) -> i32 {
        i32::try_from(self.long(name)).unwrap_or(i32::MAX)
    }

    fn short(&self, name: &str) -> i16 {
        i16::try_from(self.long(name)).unwrap_or(i16::MAX)
    }

    fn double(&self, name: &str) -> f64 {
        self.0.named(name).as_f64().unwrap_or_default()
    }

    fn on(&self, name: &str) -> bool {
        let value = self.0.named(name);
        debug_assert!(matches!(value, Value::Bool(_)), "{name} is no switch");
        value == Value::Bool(true)
    }

    fn text(&self, name: &str) -> String {
        self.0.named(name).to_text().unwrap_or_default()
    }

    fn list(&self, name: &str) -> Vec<String> {
        match self.0.named(name) {
            Value::List(items) => items,
            _ => Vec::new(),
        }
    }
}
