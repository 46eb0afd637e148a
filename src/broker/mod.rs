//! The embedded broker.
pub mod controller;
pub mod log;
