//! Loading a shard: its partition is read from the start, and every record applied.

use bytes::Bytes;
use tokio::time::Instant;

use super::{Kind, Meta};
use crate::broker::partition::Partition;
use crate::protocol::batch::{self, Batch};
use crate::protocol::control::EndTxnMarker;

/// A batch may not become larger than this when it is decompressed.
const LARGEST_BATCH: usize = 256 << 20;

/// Reads a whole partition, `chunk` bytes at a time. Blocks. What is wrong with a single record is logged, and the
/// others count; what cannot be read at all is the error.
pub fn load<K: Kind>(kind: &K, index: i32, partition: &Partition, chunk: u64) -> Result<K::Shard, String> {
    let began = Instant::now();
    let view = partition.view();
    let mut loading = Loading { kind, partition, shard: kind.shard(index), scratch: Vec::new(), records: 0 };
    let end = view.log_end();
    let mut at = view.log_start();
    while at < end {
        let bytes = view.read_to_bytes(at, chunk, end, true).map_err(|e| e.to_string())?;
        if bytes.is_empty() {
            break;
        }
        for batch in batch::batches(&bytes) {
            let batch = batch.map_err(|e| format!("at offset {at}: {e}"))?;
            loading.batch(&batch).map_err(|e| format!("at offset {at}: {e}"))?;
            at = batch.header.next_offset();
        }
    }
    let (topic, records, took) = (kind.topic(), loading.records, began.elapsed().as_millis());
    tracing::info!("loaded {topic}-{index}: {records} records in {took} ms");
    Ok(loading.shard)
}

struct Loading<'a, K: Kind> {
    kind: &'a K,
    partition: &'a Partition,
    shard: K::Shard,
    scratch: Vec<u8>,
    records: u64,
}

impl<K: Kind> Loading<'_, K> {
    fn batch(&mut self, batch: &Batch<'_>) -> Result<(), batch::BatchError> {
        let header = batch.header;
        if header.is_control() {
            if let Some(marker) = EndTxnMarker::from_batch(batch)? {
                self.kind.apply_marker(&mut self.shard, header.producer_id, header.producer_epoch, marker.commit);
            }
            return Ok(());
        }
        let producer = header.is_transactional().then_some((header.producer_id, header.producer_epoch));
        for record in batch.iter(batch.records_in(&mut self.scratch, LARGEST_BATCH)?) {
            let record = record?;
            let Some(key) = record.key else { continue };
            self.records += 1;
            // Small pieces of their own: what the state keeps of them must not hold the whole chunk in memory.
            let (key, value) = (Bytes::copy_from_slice(key), record.value.map(Bytes::copy_from_slice));
            let meta = Meta { offset: record.offset, timestamp: record.timestamp, producer };
            match K::decode(key, value) {
                Ok(Some(typed)) => self.kind.apply(&mut self.shard, &meta, typed),
                Ok(None) => tracing::debug!("the record at offset {} is of an unknown sort", record.offset),
                Err(e) => tracing::error!(
                    "the record at offset {} of {}-{} cannot be read, and is passed over: {e}",
                    record.offset,
                    self.kind.topic(),
                    self.partition.index()
                ),
            }
        }
        Ok(())
    }
}
