//! Bytes in and out, for client and broker alike: [`dial`] finds and connects, [`tls`] protects, [`frame`] reads and
//! [`send`] writes, from memory or from files; [`holder`] tells who has a port already.

pub mod dial;
pub mod frame;
pub mod holder;
pub mod send;
pub mod tls;
