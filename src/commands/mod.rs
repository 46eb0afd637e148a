//! The tools. One file each (a folder past some five hundred lines), each with one `pub const TOOL: Tool` that says all
//! about it: names, both grammars, examples, and what runs. docs/adding-a-tool.md shows how one is added.
//!
//! Beside the tools: [`tool`] (what a tool is), [`options`] (Kafka's options and what was given), [`context`] (what a
//! running tool has at hand), [`confirm`] (preview, question, undo), [`contexts`] and [`connection`] (which cluster), [`failure`] (any error → what, why, hint, exit code).

pub mod acls;
pub mod all_groups;
pub mod apply;
pub mod bench;
pub mod broker_api_versions;
pub mod brokers;
pub mod client_metrics;
pub mod cluster;
pub mod configs;
pub mod confirm;
pub mod connection;
pub mod consume;
pub mod consumer_perf_test;
pub mod context;
pub mod contexts;
pub mod copy;
pub mod delegation_tokens;
pub mod delete_records;
pub mod doctor;
pub mod dump_log;
pub mod e2e_latency;
pub mod editor;
pub mod elsewhere;
pub mod failure;
pub mod features;
pub mod get_offsets;
pub mod glance;
pub mod groups;
pub mod health;
pub mod lag;
pub mod leader_election;
pub mod log_dirs;
mod login;
pub mod measure;
pub mod metadata_quorum;
pub mod metadata_shell;
pub mod moment;
pub mod options;
pub mod pattern;
pub mod produce;
pub mod producer_perf_test;
pub mod quickstart;
pub mod reassign_partitions;
pub mod replica_verification;
pub mod said;
pub mod serve;
pub mod server_start;
pub mod server_stop;
pub mod shapes;
pub mod share_clients;
pub mod share_groups;
pub mod signals;
pub mod storage;
pub mod streams_application_reset;
pub mod streams_groups;
pub mod suggest;
pub mod tool;
pub mod topics;
pub mod transactions;
mod undo;
pub mod users;
pub mod verifiable_consumer;
pub mod verifiable_producer;
pub mod wait;
pub mod zookeeper;

use tool::Tool;

/// Every tool there is, in the order in which help lists them; the frame adds its own (`cli::own`).
pub const TOOLS: &[&Tool] = &[
    &serve::TOOL,
    &quickstart::TOOL,
    &server_start::TOOL,
    &server_stop::TOOL,
    &topics::TOOL,
    &produce::TOOL,
    &consume::TOOL,
    &copy::COPY,
    &copy::EXPORT,
    &copy::IMPORT,
    &consume::TAIL,
    &consume::GET,
    &groups::TOOL,
    &lag::TOOL,
    &all_groups::TOOL,
    &share_groups::TOOL,
    &streams_groups::TOOL,
    &streams_application_reset::TOOL,
    &get_offsets::TOOL,
    &delete_records::TOOL,
    &apply::APPLY,
    &apply::DIFF,
    &transactions::TOOL,
    &log_dirs::TOOL,
    &broker_api_versions::TOOL,
    &wait::TOOL,
    &doctor::TOOL,
    &bench::TOOL,
    &producer_perf_test::TOOL,
    &consumer_perf_test::TOOL,
    &e2e_latency::TOOL,
    &verifiable_producer::TOOL,
    &verifiable_consumer::TOOL,
    &share_clients::console::TOOL,
    &share_clients::perf::TOOL,
    &share_clients::verifiable::TOOL,
    &cluster::TOOL,
    &brokers::TOOL,
    &configs::TOOL,
    &leader_election::TOOL,
    &reassign_partitions::TOOL,
    &features::TOOL,
    &metadata_quorum::TOOL,
    &client_metrics::TOOL,
    &acls::TOOL,
    &users::TOOL,
    &users::QUOTAS,
    &delegation_tokens::TOOL,
    &storage::TOOL,
    &dump_log::TOOL,
    &metadata_shell::TOOL,
    &replica_verification::TOOL,
    &contexts::TOOL,
    &elsewhere::MIRROR_MAKER,
    &elsewhere::JMX,
    &elsewhere::RUN_CLASS,
    &elsewhere::CONNECT_STANDALONE,
    &elsewhere::CONNECT_DISTRIBUTED,
    &elsewhere::CONNECT_PLUGIN_PATH,
    &elsewhere::CONNECT_MIRROR_MAKER,
    &elsewhere::OAUTH_COMPATIBILITY_TOOL,
    &elsewhere::TROGDOR,
    &zookeeper::START,
    &zookeeper::STOP,
    &zookeeper::SHELL,
];
