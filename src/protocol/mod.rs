//! The wire and the stored records, no I/O.
pub mod code;
pub mod ids;
