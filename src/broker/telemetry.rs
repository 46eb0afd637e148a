//! Metrics that clients push (KIP-714): which clients are asked for which, and what they sent last.
//!
//! Subscriptions are settings of the metadata; what comes in is kept in memory, the last push of each client, and told
//! in the log of the logger org.apache.kafka.server.ClientMetricsManager at DEBUG.

use std::collections::{BTreeSet, HashMap};

use kt_codec::Uuid;
use parking_lot::Mutex;

use super::controller::Image;
use super::controller::image::ResourceType;
use crate::config::Overrides;
use crate::protocol::code::ErrorCode;

/// How often clients push where no subscription says it.
const INTERVAL_MS: i32 = 300_000;
/// Of how many clients the last push is kept.
const CLIENTS: usize = 1000;
/// How many values of one push are kept.
const VALUES: usize = 2000;

/// What a client says of itself.
#[derive(Debug, Clone, Default)]
pub struct Who {
    pub instance: Uuid,
    pub client_id: String,
    pub software_name: String,
    pub software_version: String,
    pub address: String,
    pub port: String,
}

/// What a client is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Changes with what is asked for.
    pub id: i32,
    pub interval_ms: i32,
    /// Beginnings of names; an empty one is all, none at all is nothing.
    pub metrics: Vec<String>,
}

/// The last push of a client.
#[derive(Debug, Clone)]
pub struct Pushed {
    pub client_id: String,
    pub at_ms: i64,
    pub values: Vec<(String, f64)>,
}

#[derive(Default)]
pub struct Telemetry {
    clients: Mutex<HashMap<Uuid, Known>>,
}

struct Known {
    asked: i32,
    last_ms: i64,
    pushed: Option<Pushed>,
}

/// Whether any metrics are asked for, of whomever.
pub fn is_wanted(image: &Image) -> bool {
    subscriptions(image).next().is_some()
}

fn subscriptions(image: &Image) -> impl Iterator<Item = (&str, &Overrides)> {
    let of_kind = image.configs.iter().filter(|(resource, _)| resource.kind == ResourceType::CLIENT_METRICS);
    of_kind.map(|(resource, settings)| (&*resource.name, &**settings))
}

/// What the subscriptions ask of a client.
pub fn asked(image: &Image, who: &Who) -> Asked {
    let mut all: Vec<(&str, &Overrides)> =
        subscriptions(image).filter(|(_, settings)| concerns(settings, who)).collect();
    all.sort_by_key(|(name, _)| *name);
    let mut metrics = BTreeSet::new();
    let mut interval_ms: Option<i32> = None;
    let mut sum = crc32c::crc32c(b"");
    for (name, settings) in all {
        sum = crc32c::crc32c_append(sum, name.as_bytes());
        for (key, value) in settings {
            sum = crc32c::crc32c_append(crc32c::crc32c_append(sum, key.as_bytes()), value.as_bytes());
        }
        let own = settings.get("interval.ms").and_then(|text| text.trim().parse().ok()).unwrap_or(INTERVAL_MS);
        interval_ms = Some(interval_ms.map_or(own, |known| known.min(own)));
        let list = settings.get("metrics").map(String::as_str).unwrap_or_default();
        metrics.extend(list.split(',').map(|prefix| prefix.trim().to_owned()).filter(|prefix| !prefix.is_empty()));
    }
    if metrics.contains("*") {
        metrics = [String::new()].into();
    }
    let interval_ms = interval_ms.unwrap_or(INTERVAL_MS);
    Asked { id: sum.cast_signed() ^ interval_ms, interval_ms, metrics: metrics.into_iter().collect() }
}

/// Whether all patterns of a subscription fit the client.
fn concerns(settings: &Overrides, who: &Who) -> bool {
    let list = settings.get("match").map(String::as_str).unwrap_or_default();
    list.split(',').filter(|part| !part.trim().is_empty()).all(|part| {
        let Some((name, pattern)) = part.split_once('=') else { return false };
        let value = match name.trim() {
            "client_id" => who.client_id.clone(),
            "client_instance_id" => who.instance.to_string(),
            "client_software_name" => who.software_name.clone(),
            "client_software_version" => who.software_version.clone(),
            "client_source_address" => who.address.clone(),
            "client_source_port" => who.port.clone(),
            _ => return false,
        };
        let whole = format!("^(?:{})$", pattern.trim());
        fancy_regex::Regex::new(&whole).is_ok_and(|regex| regex.is_match(&value).unwrap_or(false))
    })
}

impl Telemetry {
    /// The client has been told what is asked of it.
    pub fn told(&self, instance: Uuid, asked: i32) {
        let mut clients = self.clients.lock();
        if clients.len() >= CLIENTS && !clients.contains_key(&instance) {
            // Whoever has been silent longest is forgotten; it asks again before its next push.
            let oldest = clients.iter().min_by_key(|(_, known)| known.last_ms).map(|(id, _)| *id);
            oldest.map(|id| clients.remove(&id));
        }
        let known = clients.entry(instance).or_insert(Known { asked, last_ms: 0, pushed: None });
        known.asked = asked;
    }

    /// Whether a push of this client may come now.
    pub fn check(
        &self,
        instance: Uuid,
        subscription: i32,
        asked: &Asked,
        last: bool,
        now_ms: i64,
    ) -> Result<(), ErrorCode> {
        let mut clients = self.clients.lock();
        let known = clients.get_mut(&instance).ok_or(ErrorCode::UNKNOWN_SUBSCRIPTION_ID)?;
        if subscription != asked.id || known.asked != asked.id {
            return Err(ErrorCode::UNKNOWN_SUBSCRIPTION_ID);
        }
        // A client that pushes before it is time is told so, but for its farewell. Clients jitter by a half.
        if !last && now_ms - known.last_ms < i64::from(asked.interval_ms) / 2 {
            return Err(ErrorCode::THROTTLING_QUOTA_EXCEEDED);
        }
        known.last_ms = now_ms;
        Ok(())
    }

    pub fn keep(&self, instance: Uuid, pushed: Pushed) {
        if let Some(known) = self.clients.lock().get_mut(&instance) {
            known.pushed = Some(pushed);
        }
    }

    /// The last push of each client.
    pub fn pushed(&self) -> Vec<(Uuid, Pushed)> {
        let clients = self.clients.lock();
        clients.iter().filter_map(|(id, known)| Some((*id, known.pushed.clone()?))).collect()
    }
}

/// The names and values of OpenTelemetry's MetricsData, as far as they are single numbers; `None` for what is none.
pub fn values(data: &[u8]) -> Option<Vec<(String, f64)>> {
    let mut found = Vec::new();
    // resource_metrics 1 → scope_metrics 2 → metrics 2 → name 1, gauge 5, sum 7 → data_points 1.
    for resource in fields(data)?.into_iter().filter(|(number, _)| *number == 1) {
        for scope in fields(resource.1.bytes()?)?.into_iter().filter(|(number, _)| *number == 2) {
            for metric in fields(scope.1.bytes()?)?.into_iter().filter(|(number, _)| *number == 2) {
                let parts = fields(metric.1.bytes()?)?;
                let name = parts.iter().find(|(number, _)| *number == 1).and_then(|(_, field)| field.bytes());
                let name = String::from_utf8_lossy(name.unwrap_or_default()).into_owned();
                for (_, kind) in parts.iter().filter(|(number, _)| matches!(number, 5 | 7)) {
                    for (_, point) in fields(kind.bytes()?)?.iter().filter(|(number, _)| *number == 1) {
                        if let Some(value) = value_of(point.bytes()?).filter(|_| found.len() < VALUES) {
                            found.push((name.clone(), value));
                        }
                    }
                }
            }
        }
    }
    Some(found)
}

/// `as_double` 4 or `as_int` 6.
fn value_of(point: &[u8]) -> Option<f64> {
    fields(point)?.into_iter().find_map(|(number, field)| match (number, field) {
        (4, Field::Eight(bytes)) => Some(f64::from_le_bytes(bytes)),
        (6, Field::Eight(bytes)) => Some(i64::from_le_bytes(bytes) as f64),
        _ => None,
    })
}

/// One field of a protobuf message.
enum Field<'a> {
    Number,
    Eight([u8; 8]),
    Bytes(&'a [u8]),
}

impl<'a> Field<'a> {
    fn bytes(&self) -> Option<&'a [u8]> {
        match self {
            Field::Bytes(bytes) => Some(bytes),
            _ => None,
        }
    }
}

/// The fields of a protobuf message, or `None` if it is none.
fn fields(mut data: &[u8]) -> Option<Vec<(u64, Field<'_>)>> {
    let mut found = Vec::new();
    while !data.is_empty() {
        let key = varint(&mut data)?;
        let field = match key & 7 {
            0 => {
                varint(&mut data)?;
                Field::Number
            }
            1 => Field::Eight(take(&mut data, 8)?.try_into().ok()?),
            2 => {
                let length = usize::try_from(varint(&mut data)?).ok()?;
                Field::Bytes(take(&mut data, length)?)
            }
            5 => {
                take(&mut data, 4)?;
                Field::Number
            }
            _ => return None,
        };
        found.push((key >> 3, field));
    }
    Some(found)
}

fn take<'a>(data: &mut &'a [u8], length: usize) -> Option<&'a [u8]> {
    let (head, rest) = data.split_at_checked(length)?;
    *data = rest;
    Some(head)
}

fn varint(data: &mut &[u8]) -> Option<u64> {
    let mut value = 0u64;
    for shift in (0..64).step_by(7) {
        let byte = *take(data, 1)?.first()?;
        value |= u64::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(value);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::broker::controller::record::ConfigRecord;

    fn image(settings: &[(&str, &str, &str)]) -> Image {
        let mut image = Image::empty("c".into());
        for (subscription, key, value) in settings {
            let record = ConfigRecord {
                resource_type: ResourceType::CLIENT_METRICS.0,
                resource_name: (*subscription).into(),
                name: (*key).into(),
                value: Some((*value).into()),
                ..Default::default()
            };
            image.apply(record.into()).unwrap();
        }
        image
    }

    #[test]
    fn a_client_is_asked_for_what_all_its_subscriptions_want() {
        let image = image(&[
            ("a", "metrics", "org.apache.kafka.producer.,x"),
            ("a", "interval.ms", "5000"),
            ("b", "metrics", "y"),
            ("b", "match", "client_id=app-.*,client_software_name=java"),
        ]);
        let app = Who { client_id: "app-1".into(), software_name: "java".into(), ..Who::default() };
        let other = Who { client_id: "app-1".into(), software_name: "go".into(), ..Who::default() };
        let (mine, others) = (asked(&image, &app), asked(&image, &other));
        assert_eq!((mine.metrics.len(), mine.interval_ms), (3, 5000));
        assert_eq!(others.metrics, ["org.apache.kafka.producer.", "x"]);
        assert_ne!(mine.id, others.id);
        assert!(is_wanted(&image) && !is_wanted(&super::tests::image(&[])));
    }

    #[test]
    fn pushes_come_at_their_time_and_for_what_was_asked() {
        let telemetry = Telemetry::default();
        let asked = Asked { id: 7, interval_ms: 1000, metrics: vec![] };
        let id = Uuid([1; 16]);
        assert_eq!(telemetry.check(id, 7, &asked, false, 5000), Err(ErrorCode::UNKNOWN_SUBSCRIPTION_ID));
        telemetry.told(id, 7);
        assert_eq!(telemetry.check(id, 8, &asked, false, 5000), Err(ErrorCode::UNKNOWN_SUBSCRIPTION_ID));
        assert_eq!(telemetry.check(id, 7, &asked, false, 5000), Ok(()));
        assert_eq!(telemetry.check(id, 7, &asked, false, 5100), Err(ErrorCode::THROTTLING_QUOTA_EXCEEDED));
        assert_eq!(telemetry.check(id, 7, &asked, true, 5100), Ok(()));
        for client in 0..2 * CLIENTS {
            let mut bytes = [0; 16];
            bytes[..8].copy_from_slice(&client.to_be_bytes());
            telemetry.told(Uuid(bytes), 7);
        }
        assert!(telemetry.clients.lock().len() <= CLIENTS);
    }

    #[test]
    fn numbers_are_found_in_what_is_pushed_and_nothing_makes_it_panic() {
        let wrap = |number: u8, inner: &[u8]| [&[number << 3 | 2, inner.len() as u8][..], inner].concat();
        let point = [&[4 << 3 | 1][..], &2.5f64.to_le_bytes()].concat();
        let metric = [wrap(1, b"m"), wrap(5, &wrap(1, &point))].concat();
        let data = wrap(1, &wrap(2, &wrap(2, &metric)));
        assert_eq!(values(&data), Some(vec![("m".to_owned(), 2.5)]));
        for end in 0..data.len() {
            let _ = values(&data[..end]);
            let mut broken = data.clone();
            broken[end] ^= 0xff;
            let _ = values(&broken);
        }
    }
}
