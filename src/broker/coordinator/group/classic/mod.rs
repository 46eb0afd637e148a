//! The classic protocol: members join, one of them assigns, all sync.

pub mod state;

pub use state::{CONSUMER, ClassicGroup, Member, State};
