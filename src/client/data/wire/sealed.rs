//! A finished batch on its way: its bytes, and what is needed to send it again.

use bytes::Bytes;
use tokio::time::Instant;

use crate::client::data::produce::{ProduceSettings, Tag};
use crate::protocol::batch::{self, Batch, BatchBuilder, NO_PRODUCER_EPOCH, NO_PRODUCER_ID, NO_SEQUENCE};
use crate::protocol::record::Header;

/// A batch of one's own is never larger than this when unpacked: it was made from a bounded pile.
const UNPACKED: usize = 1 << 30;

pub struct Sealed {
    pub bytes: Bytes,
    pub count: i32,
    pub sequence: i32,
    /// Its place among the batches of its partition: how many records went before it.
    pub order: i64,
    pub weight: usize,
    pub attempts: u32,
    pub since: Instant,
    /// See [`super::pile::Waiting`].
    pub tags: Vec<Tag>,
}

impl Sealed {
    /// The batch with other sequence numbers, perhaps of another producer.
    pub fn renumber(&mut self, id: i64, epoch: i16, sequence: i32) {
        let mut bytes = self.bytes.to_vec();
        batch::set_producer(&mut bytes, id, epoch, sequence);
        self.bytes = Bytes::from(bytes);
        self.sequence = sequence;
    }

    /// Two batches with half of the records each, in the same order. `None` if its bytes cannot be read.
    pub fn split(&self, settings: &ProduceSettings, producer: Option<(i64, i16)>) -> Option<(Sealed, Sealed)> {
        let batch = Batch::parse(&self.bytes).ok()?;
        let mut scratch = Vec::new();
        let records = batch.records_in(&mut scratch, UNPACKED).ok()?;
        let half = self.count / 2;
        let second_sequence = batch::increment_sequence(self.sequence, half);
        let builder = |sequence| {
            let (id, epoch) = producer.unwrap_or((NO_PRODUCER_ID, NO_PRODUCER_EPOCH));
            let sequence = if producer.is_some() { sequence } else { NO_SEQUENCE };
            let builder = match settings.transaction {
                Some(_) => BatchBuilder::new().transactional(),
                None => BatchBuilder::new(),
            };
            builder.compression(settings.codec, settings.level).producer(id, epoch, sequence)
        };
        let (mut first, mut second) = (builder(self.sequence), builder(second_sequence));
        for record in batch.iter(records) {
            let record = record.ok()?;
            let headers: Vec<Header<'_>> = record.headers().collect();
            let side = if first.count() < half { &mut first } else { &mut second };
            side.append_with_headers(record.timestamp, record.key, record.value, &headers);
        }
        let weight = self.weight / 2;
        let (of_first, of_second) = self.tags.split_at((half as usize).min(self.tags.len()));
        let part = |builder: BatchBuilder, sequence, order, weight, tags: &[Tag]| Sealed {
            count: builder.count(),
            bytes: Bytes::from(builder.build()),
            sequence,
            order,
            weight,
            attempts: self.attempts,
            since: self.since,
            tags: tags.to_vec(),
        };
        Some((
            part(first, self.sequence, self.order, weight, of_first),
            part(second, second_sequence, self.order + i64::from(half), self.weight - weight, of_second),
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sealed(count: i32) -> (Sealed, ProduceSettings) {
        let mut builder = BatchBuilder::new().producer(7, 1, 40);
        for i in 0..count {
            builder.append(1000 + i64::from(i), Some(b"k"), Some(format!("value {i}").as_bytes()));
        }
        let bytes = Bytes::from(builder.build());
        let tags = (0..count as u64).map(|number| Tag { number, bytes: 1 }).collect();
        let sealed =
            Sealed { bytes, count, sequence: 40, order: 0, weight: 101, attempts: 0, since: Instant::now(), tags };
        (sealed, ProduceSettings::new("t"))
    }

    fn values(sealed: &Sealed) -> Vec<String> {
        let batch = Batch::parse(&sealed.bytes).unwrap();
        assert!(batch.crc_ok());
        assert_eq!(batch.header.base_sequence, sealed.sequence);
        batch.iter(batch.payload()).map(|r| String::from_utf8(r.unwrap().value.unwrap().to_vec()).unwrap()).collect()
    }

    #[test]
    fn halves_keep_the_order_the_sequences_and_the_weight() {
        let (whole, settings) = sealed(5);
        let (first, second) = whole.split(&settings, Some((7, 1))).unwrap();
        assert_eq!(values(&first), ["value 0", "value 1"]);
        assert_eq!(values(&second), ["value 2", "value 3", "value 4"]);
        assert_eq!((first.sequence, second.sequence), (40, 42));
        assert_eq!(first.weight + second.weight, whole.weight);
        let numbers = |part: &Sealed| part.tags.iter().map(|tag| tag.number).collect::<Vec<_>>();
        assert_eq!((numbers(&first), numbers(&second)), (vec![0, 1], vec![2, 3, 4]), "each keeps its own tags");
        assert!(first.order < second.order);
    }

    #[test]
    fn splitting_down_to_single_records_keeps_all_orders_apart() {
        let (whole, settings) = sealed(1000);
        let mut parts = vec![whole];
        while let Some(at) = parts.iter().position(|p| p.count > 1) {
            let (first, second) = parts[at].split(&settings, Some((7, 1))).unwrap();
            parts.splice(at..=at, [first, second]);
        }
        assert_eq!(parts.len(), 1000);
        assert!(parts.windows(2).all(|w| w[0].order < w[1].order && w[0].sequence + 1 == w[1].sequence));
        assert_eq!(parts.last().unwrap().order, 999);
    }

    #[test]
    fn new_sequence_numbers_come_with_a_new_checksum() {
        let (mut one, _) = sealed(3);
        one.renumber(9, 0, 5);
        assert_eq!(values(&one).len(), 3);
        assert_eq!(Batch::parse(&one.bytes).unwrap().header.producer_id, 9);
    }
}
