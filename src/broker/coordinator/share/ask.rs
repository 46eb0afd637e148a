//! How this broker asks for the state of share partitions: the group's coordinator when it makes or deletes them, the
//! leader of a partition when it reads and writes, and the APIs for those on other brokers. The topic is made when it is
//! first needed.

use std::sync::Arc;

use super::decide::{self, Limits, Write};
use super::state::State;
use super::{Decision, Fx, Key, Record, ShareShard};
use crate::broker::coordinator::group::consumer::refused::Refused;
use crate::broker::{Broker, internal};
use crate::protocol::code::ErrorCode;

fn plain(code: ErrorCode) -> Refused {
    Refused::new(code, code.message())
}

fn limits(fx: &Fx) -> Limits {
    Limits { updates: fx.world.current.settings.share.snapshot_update_records_per_snapshot, now_ms: fx.now_ms }
}

/// Has something decided about a share partition, and waits until it is kept.
async fn decided<T: Send>(
    broker: &Arc<Broker>,
    key: &Key,
    decide: impl FnOnce(&ShareShard, &Fx) -> Result<(T, Vec<Record>), Refused> + Send,
) -> Result<T, Refused> {
    let shares = &broker.coordinators.shares;
    if broker.image().topics.by_name(internal::SHARES).is_none() {
        let broker = Arc::clone(broker);
        let made = tokio::task::spawn_blocking(move || broker.internal_topic(internal::SHARES)).await;
        made.unwrap_or(Err(ErrorCode::COORDINATOR_NOT_AVAILABLE)).map_err(plain)?;
    }
    let shard = shares.shard_of(&key.text()).map_err(plain)?;
    let decided = shares.write(shard, |shard, fx| match decide(shard, fx) {
        Ok((outcome, records)) => Decision::new(records, Ok(outcome)),
        Err(refused) => Decision::reply(Err(refused)),
    });
    decided.await.map_err(plain)?
}

pub async fn initialize(broker: &Arc<Broker>, key: &Key, state_epoch: i32, start: i64) -> Result<(), Refused> {
    decided(broker, key, |shard, fx| {
        let record = decide::initialize(shard, &fx.world.image, key, state_epoch, start, fx.now_ms)?;
        Ok(((), vec![record]))
    })
    .await
}

pub async fn read(broker: &Arc<Broker>, key: &Key, leader_epoch: i32) -> Result<State, Refused> {
    decided(broker, key, |shard, fx| decide::read(shard, &fx.world.image, key, leader_epoch, limits(fx))).await
}

pub async fn write(broker: &Arc<Broker>, key: &Key, write: &Write) -> Result<(), Refused> {
    decided(broker, key, |shard, fx| {
        let record = decide::write(shard, &fx.world.image, key, write, limits(fx))?;
        Ok(((), vec![record]))
    })
    .await
}

pub async fn summary(broker: &Arc<Broker>, key: &Key) -> Result<Option<State>, Refused> {
    decided(broker, key, |shard, fx| Ok((decide::summary(shard, &fx.world.image, key)?, Vec::new()))).await
}

pub async fn delete(broker: &Arc<Broker>, key: &Key) -> Result<(), Refused> {
    decided(broker, key, |shard, fx| Ok(((), decide::delete(shard, &fx.world.image, key)?.into_iter().collect()))).await
}
