//! The broker, seen from the wire.

mod compat;
mod corpus;
mod edges;
mod strange_requests;
mod transactions;
