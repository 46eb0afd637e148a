//! Records as people and files write them: [`envelope`] is the JSON line that holds a record without loss, [`format`] a
//! line of one's own, [`lines`] what a person sees, [`place`] where reading begins and ends, [`sieve`]
//! which records are wanted, [`instant`] moments in time.
//!
//! What must hold: whatever bytes a record has, writing and reading its envelope gives them back.

pub mod envelope;
pub mod format;
pub mod instant;
pub mod kept;
pub mod lines;
pub mod place;
pub mod sieve;

pub use envelope::Envelope;
pub use kept::Kept;
pub use sieve::Sieve;
