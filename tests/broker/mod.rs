//! The broker, seen from the wire.

mod corpus;
