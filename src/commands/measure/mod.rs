//! What the measuring tools share: payloads, pace, the sending loop, percentiles, and Java's way of printing numbers
//! and dates.

pub mod date;
pub mod echo;
pub mod event;
pub mod histogram;
pub mod metrics;
pub mod number;
pub mod pace;
pub mod payload;
pub mod random;
pub mod scratch;
pub mod send;
