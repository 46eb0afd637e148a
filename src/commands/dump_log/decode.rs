//! Stored records of internal topics as text: JSON in the original's form, or keys and values as plain text.

use bytes::Bytes;
use kt_codec::schema::{self, Kind};
use kt_codec::{Reader, json};
use serde_json::{Value, json};

use super::remote;
use crate::commands::failure::Failure;

/// A record as it is stored.
pub struct Stored<'a> {
    pub offset: i64,
    pub key: Option<&'a [u8]>,
    pub value: Option<&'a [u8]>,
}

/// A record as it is printed.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Shown {
    pub key: Option<String>,
    pub value: Option<String>,
}

/// What the records are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decoder {
    Text { key: Text, value: Text },
    Groups,
    Transactions,
    Shares,
    Metadata,
    Remote,
}

impl Decoder {
    /// What the records of a topic are, by its name.
    pub fn of_topic(topic: &str) -> Self {
        match topic {
            "__consumer_offsets" => Self::Groups,
            "__transaction_state" => Self::Transactions,
            "__share_group_state" => Self::Shares,
            "__cluster_metadata" => Self::Metadata,
            "__remote_log_metadata" => Self::Remote,
            _ => Self::Text { key: Text::String, value: Text::String },
        }
    }

    pub fn decode(&self, stored: &Stored<'_>) -> Result<Shown, Failure> {
        let offset = stored.offset;
        match self {
            Self::Text { key, value } => Ok(Shown {
                key: stored.key.map(|bytes| key.text(bytes)).transpose()?,
                value: stored.value.map(|bytes| value.text(bytes)).transpose()?,
            }),
            Self::Groups | Self::Transactions | Self::Shares => {
                let Some(key) = stored.key else {
                    return Err(Failure::new(format!(
                        "Failed to decode message at offset {offset} using the specified decoder (message had a missing key)"
                    )));
                };
                Ok(match self.coordinator(key, stored.value) {
                    Ok(Some((key, value))) => Shown { key: Some(key), value: Some(value) },
                    Ok(None) => {
                        let kind = number(key).map_or(-1, |(kind, _)| kind);
                        let text = format!("Unknown record type {kind} at offset {offset}, skipping.");
                        Shown { key: Some(text), value: None }
                    }
                    Err(why) => Shown { key: Some(format!("Error at offset {offset}, skipping. {why}")), value: None },
                })
            }
            Self::Metadata => {
                let text = metadata(stored.value.unwrap_or_default())
                    .map_or_else(|why| format!("Error at {offset}, skipping. {why}"), |value| json::to_text(&value));
                Ok(Shown { key: None, value: Some(text) })
            }
            Self::Remote => {
                let text = remote::text(stored.value.unwrap_or_default())
                    .unwrap_or_else(|why| format!("Error at offset {offset}, skipping. {why}"));
                Ok(Shown { key: None, value: Some(text) })
            }
        }
    }

    /// Key and value of a coordinator's record; `None` for a type that is not known.
    fn coordinator(&self, key: &[u8], value: Option<&[u8]>) -> Result<Option<(String, String)>, String> {
        let numbered =
            |bytes, name| number(bytes).ok_or_else(|| format!("Could not read version from {name}'s buffer."));
        let (kind, key) = numbered(key, "key")?;
        let Some(key_name) = self.key_name(kind) else { return Ok(None) };
        let unreadable = |version: i16, name: &str, why: kt_codec::DecodeError| {
            format!("Could not read record with version {version} from {name}'s buffer due to: {why}.")
        };
        let data =
            json::to_json(key_name, 0, &Bytes::copy_from_slice(key)).map_err(|why| unreadable(kind, "key", why))?;
        let key = json::to_text(&json!({ "type": kind.to_string(), "data": data }));
        let Some(value) = value else { return Ok(Some((key, "<DELETE>".into()))) };
        let (version, value) = numbered(value, "value")?;
        let value_name = schema::find(&(key_name.trim_end_matches("Key").to_owned() + "Value"));
        let value_name = value_name.ok_or("it has no value")?.name;
        let mut data = json::to_json(value_name, version, &Bytes::copy_from_slice(value))
            .map_err(|why| unreadable(version, "value", why))?;
        if value_name == "GroupMetadataValue" {
            unfold_members(&mut data);
        }
        let value = json::to_text(&json!({ "version": version.to_string(), "data": data }));
        Ok(Some((key, value)))
    }

    /// The name of the key of this type. The coordinators number theirs each by itself.
    fn key_name(&self, kind: i16) -> Option<&'static str> {
        let mine = |name: &str| match self {
            Self::Transactions => name.starts_with("TransactionLog"),
            Self::Shares => name.starts_with("ShareSnapshot") || name.starts_with("ShareUpdate"),
            _ => !["TransactionLog", "ShareSnapshot", "ShareUpdate"].iter().any(|other| name.starts_with(other)),
        };
        let found =
            schema::MESSAGES.iter().find(|m| m.kind == Kind::CoordinatorKey && m.key == Some(kind) && mine(m.name));
        found.map(|m| m.name)
    }
}

fn number(bytes: &[u8]) -> Option<(i16, &[u8])> {
    let (number, rest) = bytes.split_first_chunk::<2>()?;
    Some((i16::from_be_bytes(*number), rest))
}

/// Members of a group of consumers carry bytes of the consumer's own protocol: shown as what they are where they can be
/// read, left as they are where not.
fn unfold_members(group: &mut Value) {
    if group["protocolType"] != "consumer" {
        return;
    }
    for member in group["members"].as_array_mut().into_iter().flatten() {
        for (field, message) in
            [("subscription", "ConsumerProtocolSubscription"), ("assignment", "ConsumerProtocolAssignment")]
        {
            let unfolded = member[field].as_str().and_then(|text| protocol(message, text));
            if let Some(unfolded) = unfolded {
                member[field] = unfolded;
            }
        }
    }
}

fn protocol(message: &'static str, base64: &str) -> Option<Value> {
    use base64::Engine;
    let bytes = base64::engine::general_purpose::STANDARD.decode(base64).ok()?;
    let (version, rest) = number(&bytes)?;
    json::to_json(message, version, &Bytes::copy_from_slice(rest)).ok()
}

/// A record of the metadata log: `{"type":"TOPIC_RECORD","version":0,"data":{…}}`.
pub fn metadata(frame: &[u8]) -> Result<Value, String> {
    let unreadable = |why: kt_codec::DecodeError| format!("Error while reading the record: {why}");
    let mut r = Reader::new(Bytes::copy_from_slice(frame));
    let frame_version = r.uvarint().map_err(unreadable)?;
    if frame_version != 1 {
        return Err(format!(
            "Could not deserialize metadata record due to unknown frame version {frame_version}(only frame version 1 is supported)"
        ));
    }
    let kind = r.uvarint().map_err(unreadable)?;
    let version = r.uvarint().map_err(unreadable)?;
    let rest = &frame[frame.len() - r.remaining()..];
    let message = schema::MESSAGES
        .iter()
        .find(|m| m.kind == Kind::Metadata && m.key.and_then(|key| u32::try_from(key).ok()) == Some(kind))
        .ok_or_else(|| format!("Unknown metadata id {kind}"))?;
    let version = i16::try_from(version).map_err(|_| format!("{version} is no version"))?;
    let data = json::to_json(message.name, version, &Bytes::copy_from_slice(rest)).map_err(unreadable)?;
    Ok(json!({ "type": upper(message.name), "version": version, "data": data }))
}

/// `TopicRecord` as the original's enum has it: `TOPIC_RECORD`.
fn upper(name: &str) -> String {
    let mut text = String::new();
    for c in name.chars() {
        if c.is_ascii_uppercase() && !text.is_empty() {
            text.push('_');
        }
        text.push(c.to_ascii_uppercase());
    }
    text
}

/// Bytes as text, by one of the original's decoders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Text {
    String,
    Integer,
    Long,
    Bytes,
    Unknown(String),
}

const PACKAGE: &str = "org.apache.kafka.tools.api.";

impl Text {
    pub fn by_class(class: Option<&str>) -> Self {
        let Some(class) = class else { return Self::String };
        // The package of Kafka 3 is understood too.
        let simple = class.strip_prefix(PACKAGE).or_else(|| class.strip_prefix("kafka.serializer."));
        match simple {
            Some("StringDecoder") => Self::String,
            Some("IntegerDecoder") => Self::Integer,
            Some("LongDecoder") => Self::Long,
            Some("DefaultDecoder") => Self::Bytes,
            _ => Self::Unknown(class.to_owned()),
        }
    }

    /// A class of the user's own cannot be loaded.
    pub fn known(&self) -> Result<(), Failure> {
        let Self::Unknown(class) = self else { return Ok(()) };
        Err(Failure::new(format!("there is no decoder {class}; kt loads no Java classes"))
            .hint(format!("{PACKAGE}StringDecoder, IntegerDecoder, LongDecoder and DefaultDecoder are built in"))
            .kafka("Failed to load decoder class"))
    }

    fn text(&self, bytes: &[u8]) -> Result<String, Failure> {
        self.known()?;
        let short = |_| Failure::new(format!("a number was to be read from {} bytes", bytes.len()));
        Ok(match self {
            Self::Integer => {
                i32::from_be_bytes(bytes.get(..4).unwrap_or_default().try_into().map_err(short)?).to_string()
            }
            Self::Long => i64::from_be_bytes(bytes.get(..8).unwrap_or_default().try_into().map_err(short)?).to_string(),
            Self::Bytes => bytes.escape_ascii().to_string(),
            Self::String | Self::Unknown(_) => String::from_utf8_lossy(bytes).into_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group_record(key: &[u8], value: &[u8]) -> Option<String> {
        Decoder::Groups.decode(&Stored { offset: 7, key: Some(key), value: Some(value) }).unwrap().key
    }

    #[test]
    fn what_is_no_record_of_a_coordinator_is_said_in_the_originals_words() {
        for short in [&b""[..], b"k"] {
            let text = group_record(short, b"").unwrap();
            assert_eq!(text, "Error at offset 7, skipping. Could not read version from key's buffer.");
        }
        assert_eq!(group_record(b"kkkk", b"").unwrap(), "Unknown record type 27499 at offset 7, skipping.");
        let text = group_record(b"\0\x02\0\x05g", b"").unwrap();
        let begins = "Error at offset 7, skipping. Could not read record with version 2 from key's buffer due to: ";
        assert!(text.starts_with(begins), "{text}");
        let text = group_record(b"\0\x02\0\x01g", b"\0").unwrap();
        assert_eq!(text, "Error at offset 7, skipping. Could not read version from value's buffer.");
    }
}
