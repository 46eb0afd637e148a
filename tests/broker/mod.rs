//! The broker, seen from the wire.

mod compat;
mod consumer_groups;
mod corpus;
mod edges;
mod groups_classic;
mod groups_offsets;
mod log_dirs;
mod share_groups;
mod strange_requests;
mod transactions;
mod wire;
