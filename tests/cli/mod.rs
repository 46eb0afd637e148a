//! The tools as a user calls them: one file a tool, and the frame around all of them.

mod admin;
mod client;
mod configs;
mod consume;
mod doctor;
mod dump_log;
mod elsewhere;
mod frame;
mod frame_generated;
mod frame_options;
mod groups;
mod lag;
mod measuring;
mod metadata_shell;
mod offsets;
mod produce;
mod records;
mod replicas;
mod serve;
mod storage;
mod streams_reset;
mod topics;
mod topics_on_a_broker;
mod transactions;
mod verifiable;
mod wait;
