//! What is generated once for all messages: the list of modules, the API keys, the schemas.

use std::fmt::Write;

use crate::definition::{Default, Field, Message, Type, Versions, camel};
use crate::emit::BANNER;

pub fn root(messages: &[Message]) -> String {
    let mut out = String::from(BANNER);
    out.push_str("//! The messages, a module each.\n\n// Straight-line code reads and compiles best as it is written.\n#![allow(clippy::field_reassign_with_default, clippy::collapsible_if, clippy::nonminimal_bool)]\n\nmod api_key;\nmod schemas;\n\n");
    out.push_str("pub use api_key::ApiKey;\npub use schemas::MESSAGES;\n\n");
    for m in messages {
        let _ = writeln!(out, "pub mod {};", m.module());
    }
    out.push_str(
        "\n/// What each module needs.\nmod prelude {
    pub use bytes::Bytes;

    pub use super::ApiKey;
    pub use crate::reader::{DecodeError, Reader};
    pub use crate::types::{Records, Str, Tags, Uuid};
    pub use crate::writer::{EncodeError, Writer};
    pub use crate::{Message, Request};

    /// The same words for both directions.
    pub trait VersionError {
        fn of(name: &'static str, version: i16) -> Self;
    }

    impl VersionError for DecodeError {
        fn of(name: &'static str, version: i16) -> Self {
            DecodeError::Version { name, version }
        }
    }

    impl VersionError for EncodeError {
        fn of(name: &'static str, version: i16) -> Self {
            EncodeError::Version { name, version }
        }
    }

    pub fn wrong_version<E: VersionError>(name: &'static str, version: i16) -> E {
        E::of(name, version)
    }

    pub fn no_field(field: &'static str, version: i16) -> EncodeError {
        EncodeError::Field { field, version }
    }

    pub fn no_null(field: &'static str, version: i16) -> EncodeError {
        EncodeError::Null { field, version }
    }
}
\n/// Decodes a message by its name and encodes it again: for tests and for tools that rewrite records they do not know.
/// None if no message has this name.
pub fn roundtrip(name: &str, version: i16, bytes: bytes::Bytes) -> Option<Result<bytes::Bytes, String>> {
    fn both<M: crate::Message>(version: i16, bytes: bytes::Bytes) -> Result<bytes::Bytes, String> {
        let message = M::from_bytes(bytes, version).map_err(|e| e.to_string())?;
        message.to_bytes(version).map_err(|e| e.to_string())
    }
    Some(match name {\n",
    );
    for m in messages {
        let _ = writeln!(out, "\"{0}\" => both::<{1}::{0}>(version, bytes),", m.name, m.module());
    }
    out.push_str("_ => return None,\n})\n}\n");
    out
}

pub fn api_keys(messages: &[Message]) -> String {
    let mut requests: Vec<&Message> = messages.iter().filter(|m| m.kind == "request").collect();
    requests.sort_by_key(|m| m.key);
    let name = |m: &Message| m.name.trim_end_matches("Request").to_owned();
    let mut out = String::from(BANNER);
    out.push_str("//! The keys of the requests, with what the definitions say of each.\n\n");
    out.push_str(
        "#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]\n#[repr(i16)]\npub enum ApiKey {\n",
    );
    for m in &requests {
        let _ = writeln!(out, "{} = {},", name(m), m.key.unwrap_or(-1));
    }
    out.push_str("}\n\nimpl ApiKey {\n/// In the order of their numbers.\npub const ALL: &'static [ApiKey] = &[\n");
    for m in &requests {
        let _ = writeln!(out, "ApiKey::{},", name(m));
    }
    out.push_str("];\n\npub fn from_i16(key: i16) -> Option<ApiKey> { Some(match key {\n");
    for m in &requests {
        let _ = writeln!(out, "{} => ApiKey::{},", m.key.unwrap_or(-1), name(m));
    }
    out.push_str("_ => return None,\n}) }\n\n");
    table(&mut out, &requests, "The name in the definitions, without `Request`.", "name", "&'static str", |m| {
        format!("\"{}\"", name(m))
    });
    table(&mut out, &requests, "All versions of the definition.", "versions", "(i16, i16)", |m| {
        format!("({}, {})", m.versions.0, m.versions.1)
    });
    table(&mut out, &requests, "The first flexible version.", "flexible", "i16", |m| {
        if m.flexible == i16::MAX { "i16::MAX".into() } else { m.flexible.to_string() }
    });
    table(
        &mut out,
        &requests,
        "Whether the latest version is not yet stable, and so not offered.",
        "latest_unstable",
        "bool",
        |m| m.unstable_latest.to_string(),
    );
    table(
        &mut out,
        &requests,
        "Whether brokers serve it to clients, and not only controllers.",
        "on_broker",
        "bool",
        |m| m.listeners.iter().any(|l| l == "broker").to_string(),
    );
    out.push_str(
        "
    pub fn request_header_version(self, version: i16) -> i16 {
        if version >= self.flexible() { 2 } else { 1 }
    }

    /// ApiVersions answers with version 0 whatever was asked: the client may not know ours yet.
    pub fn response_header_version(self, version: i16) -> i16 {
        i16::from(self != ApiKey::ApiVersions && version >= self.flexible())
    }
}
",
    );
    out
}

fn table(out: &mut String, requests: &[&Message], doc: &str, name: &str, ty: &str, value: impl Fn(&Message) -> String) {
    let key = |m: &Message| format!("ApiKey::{}", m.name.trim_end_matches("Request"));
    let _ = writeln!(out, "/// {doc}\npub fn {name}(self) -> {ty} {{ match self {{");
    let mut groups: Vec<(String, Vec<String>)> = Vec::new();
    for m in requests {
        let v = value(m);
        match groups.iter_mut().find(|(of, _)| *of == v) {
            Some((_, keys)) => keys.push(key(m)),
            None => groups.push((v, vec![key(m)])),
        }
    }
    for (v, keys) in groups {
        let _ = writeln!(out, "{} => {v},", keys.join(" | "));
    }
    out.push_str("} }\n\n");
}

pub fn schemas(messages: &[Message]) -> String {
    let mut out = String::from(BANNER);
    out.push_str("//! The shape of each message as data, sorted by name.\n\nuse crate::schema::{Field, Kind, MessageSchema, Type, Value};\n\n");
    out.push_str("pub static MESSAGES: &[MessageSchema] = &[\n");
    for m in messages {
        let kind = match m.kind.as_str() {
            "request" => "Request",
            "response" => "Response",
            "header" => "Header",
            "metadata" => "Metadata",
            "coordinator-key" => "CoordinatorKey",
            "coordinator-value" => "CoordinatorValue",
            _ => "Data",
        };
        let key = m.key.map_or("None".to_owned(), |k| format!("Some({k})"));
        let _ = writeln!(
            out,
            "MessageSchema {{ name: \"{}\", kind: Kind::{kind}, key: {key}, versions: {}, flexible: {}, fields: {} }},",
            m.name,
            pair(m.versions),
            number(m.flexible),
            fields(m, &m.name)
        );
    }
    out.push_str("];\n");
    out
}

fn fields(m: &Message, of: &str) -> String {
    let item = m.structs.iter().find(|s| s.name == of).expect("every struct is defined");
    let list: Vec<String> = item.fields.iter().map(|f| field(m, f)).collect();
    format!("&[{}]", list.join(", "))
}

fn field(m: &Message, f: &Field) -> String {
    let default = match f.default {
        Default::Empty => "Value::Empty".to_owned(),
        Default::Null => "Value::Null".to_owned(),
        Default::True => "Value::True".to_owned(),
        Default::Int(n) => format!("Value::Int({n})"),
    };
    let tag = f.tag.map_or("None".to_owned(), |t| format!("Some({t})"));
    format!(
        "Field {{ name: \"{}\", ty: {}, versions: {}, nullable: {}, tag: {tag}, default: {default}, rigid: {} }}",
        camel(&f.name),
        ty(m, &f.ty),
        pair(f.versions),
        pair(f.nullable),
        f.rigid
    )
}

fn ty(m: &Message, t: &Type) -> String {
    match t {
        Type::Fixed("uuid") => "Type::Uuid".into(),
        Type::Fixed("bool") => "Type::Bool".into(),
        Type::Fixed(name) => format!("Type::{}", name.to_uppercase()),
        Type::String => "Type::String".into(),
        Type::Bytes => "Type::Bytes".into(),
        Type::Records => "Type::Records".into(),
        Type::Struct(name) => format!("Type::Struct({})", fields(m, name)),
        Type::Array(element) => format!("Type::Array(&{})", ty(m, element)),
    }
}

fn pair(v: Versions) -> String {
    if v.0 > v.1 { "(1, 0)".into() } else { format!("({}, {})", v.0, v.1) }
}

fn number(n: i16) -> String {
    if n == i16::MAX { "i16::MAX".into() } else { n.to_string() }
}
