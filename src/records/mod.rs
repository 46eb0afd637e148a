//! Records as people and files write them: [`envelope`] is the JSON line that holds a record without loss, [`instant`]
//! moments in time.
//!
//! What must hold: whatever bytes a record has, writing and reading its envelope gives them back.

pub mod envelope;
pub mod instant;

pub use envelope::Envelope;
