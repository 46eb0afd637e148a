//! The broker, seen from the wire.

mod compat;
mod corpus;
mod edges;
mod groups_classic;
mod groups_offsets;
mod strange_requests;
mod transactions;
mod wire;
