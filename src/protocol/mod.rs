//! The wire and the stored records, no I/O.
pub mod acl;
pub mod batch;
mod build;
pub mod code;
pub mod compress;
pub mod control;
pub mod ids;
pub mod record;
