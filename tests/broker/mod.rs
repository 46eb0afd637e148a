//! The broker, seen from the wire.

mod compat;
mod corpus;
mod strange_requests;
