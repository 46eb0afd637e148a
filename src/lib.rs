//! kt: the kafka-*.sh tools and a whole Kafka broker in one binary.
pub mod broker;
pub mod clock;
pub mod config;
pub mod protocol;
