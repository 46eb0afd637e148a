//! The embedded broker.
pub mod log;
