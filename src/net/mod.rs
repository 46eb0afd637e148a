//! Bytes in and out, for client and broker alike: [`dial`] finds and connects, [`tls`] protects.
pub mod dial;
pub mod tls;
