//! kt: the kafka-*.sh tools and a whole Kafka broker in one binary.
pub mod broker;
pub mod cli;
pub mod client;
pub mod clock;
pub mod commands;
pub mod config;
pub mod net;
pub mod output;
pub mod protocol;
pub mod re2;
pub mod records;
mod sys;
