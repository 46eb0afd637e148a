//! Records in and out of a cluster.
//!
//! [`wire`] writes, and reads without a group or in a share group, over kt's own connections. `rd` reads in consumer groups, by librdkafka;
//! nothing outside of it names `rdkafka`. [`open`] chooses. This module never prints, exits or asks.

pub mod consume;
pub mod fault;
mod keys;
pub mod produce;
mod rd;
pub mod share;
pub mod wire;

pub use fault::Fault;
pub use rd::GroupConsumer;
pub use wire::ShareConsumer;

pub use keys::{TRANSACTION_TIMEOUT, strange};

use std::time::Duration;

use consume::{Came, ConsumeSettings, Consumed, Rebalanced, Standing, Then};

use super::settings::Settings;

/// Where records come from.
pub trait Source {
    /// Waits for records, `limit` at most, and gives them to `receive`. Before it waits, `idle` is called: the moment to
    /// show what was written so far.
    fn poll(
        &mut self,
        limit: Option<Duration>,
        idle: &mut dyn FnMut(),
        receive: &mut dyn FnMut(&Consumed<'_>) -> Then,
    ) -> Came;

    /// All that was received has been shown, and may be committed.
    fn shown(&mut self) {}

    /// What has happened to the assignment since this was asked last, in its order. Without a group: nothing.
    fn rebalances(&mut self) -> Vec<Rebalanced> {
        Vec::new()
    }

    /// How far each partition that was fetched from is. In a group: nothing.
    fn standings(&self) -> Vec<Standing> {
        Vec::new()
    }

    /// Ends the reading in order: offsets committed, the group left.
    fn close(&mut self) {}
}

/// The version of the library that reads in groups.
pub fn librdkafka() -> String {
    rd::version()
}

/// Opens what reads the wanted records: with a group by librdkafka, without one by kt itself.
pub fn open(client: Settings, settings: ConsumeSettings, group: Option<String>) -> Result<Box<dyn Source>, Fault> {
    match group {
        None => Ok(Box::new(wire::Consumer::start(client, settings)?)),
        Some(group) => Ok(Box::new(rd::GroupConsumer::start(client, settings, group)?)),
    }
}
