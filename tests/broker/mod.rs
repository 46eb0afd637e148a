//! The broker, seen from the wire.

mod compat;
mod corpus;
