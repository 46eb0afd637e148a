//! The classic protocol: members join, one of them assigns, all sync.
//!
//! [`join`], [`sync`] and [`membership`] (heartbeats, leaving) are what members ask for; [`rebalance`] is what follows
//! from it, or from a timer. All of it is decided on a [`ClassicGroup`] alone, and what is kept of it is one
//! GroupMetadata record a generation.

pub mod join;
pub mod membership;
pub mod rebalance;
pub mod state;
pub mod sync;
#[cfg(test)]
mod tests;

use kt_codec::Str;

pub use state::{CONSUMER, ClassicGroup, Member, State};

/// Who asks, as members are remembered and described.
#[derive(Clone, Debug)]
pub struct Asker {
    pub client_id: Str,
    /// As Java prints an address: `/127.0.0.1`.
    pub host: Str,
    /// The version of the request.
    pub version: i16,
}
