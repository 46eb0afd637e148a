//! The message definitions, read into types.

use serde_json::Value;

/// Both ends included.
pub type Versions = (i16, i16);

pub const NONE: Versions = (i16::MAX, i16::MIN);

pub struct Message {
    pub name: String,
    pub kind: String,
    pub key: Option<i16>,
    pub listeners: Vec<String>,
    /// Empty for what the original has removed and keeps only the number of.
    pub versions: Versions,
    pub flexible: i16,
    pub unstable_latest: bool,
    pub structs: Vec<Struct>,
}

/// The first struct of a message is the message itself; the others follow in the order of their use.
pub struct Struct {
    pub name: String,
    pub fields: Vec<Field>,
}

pub struct Field {
    pub name: String,
    pub ty: Type,
    pub versions: Versions,
    pub nullable: Versions,
    pub default: Default,
    pub ignorable: bool,
    pub tag: Option<u32>,
    pub rigid: bool,
}

#[derive(Clone, PartialEq)]
pub enum Type {
    Fixed(&'static str),
    String,
    Bytes,
    Records,
    Struct(String),
    Array(Box<Type>),
}

#[derive(Clone, PartialEq)]
pub enum Default {
    Empty,
    Null,
    Int(i64),
    True,
}

impl Message {
    pub fn module(&self) -> String {
        snake(&self.name)
    }

    pub fn live(&self) -> bool {
        self.versions.0 <= self.versions.1
    }
}

pub fn parse(text: &str) -> Result<Vec<Message>, String> {
    let list: Vec<Value> = serde_json::from_str(text).map_err(|e| format!("definitions.json: {e}"))?;
    list.iter().map(message).filter(|m| m.as_ref().map_or(true, Message::live)).collect()
}

fn message(v: &Value) -> Result<Message, String> {
    let name = text(v, "name")?;
    let valid = versions(v["validVersions"].as_str().unwrap_or("none"), i16::MAX)?;
    let flexible = versions(v["flexibleVersions"].as_str().unwrap_or("none"), i16::MAX)?;
    let mut message = Message {
        kind: text(v, "type")?,
        key: v["apiKey"].as_i64().map(|k| k as i16),
        listeners: v["listeners"].as_array().into_iter().flatten().filter_map(|l| Some(l.as_str()?.into())).collect(),
        versions: valid,
        flexible: if flexible == NONE { i16::MAX } else { flexible.0 },
        unstable_latest: v["latestVersionUnstable"].as_bool().unwrap_or(false),
        structs: Vec::new(),
        name: name.clone(),
    };
    if message.live() {
        collect(&name, v, &mut message)?;
        for common in v["commonStructs"].as_array().into_iter().flatten() {
            collect(&text(common, "name")?, common, &mut message)?;
        }
    }
    Ok(message)
}

fn collect(name: &str, v: &Value, message: &mut Message) -> Result<(), String> {
    let at = message.structs.len();
    message.structs.push(Struct { name: name.to_owned(), fields: Vec::new() });
    let mut fields = Vec::new();
    for f in v["fields"].as_array().into_iter().flatten() {
        let field = field(f, message.versions).map_err(|e| format!("{}: {e}", message.name))?;
        if f["fields"].is_array() {
            collect(field.ty.struct_name().ok_or("fields without a struct")?, f, message)?;
        }
        // A field that no living version has is history.
        if field.versions.0 <= field.versions.1 {
            fields.push(field);
        }
    }
    message.structs[at].fields = fields;
    Ok(())
}

fn field(v: &Value, of: Versions) -> Result<Field, String> {
    let all = format!("{}-{}", of.0, of.1);
    let within = |key: &str, absent: &str| -> Result<Versions, String> {
        let (first, last) = versions(v[key].as_str().unwrap_or(absent), of.1)?;
        Ok((first.max(of.0), last.min(of.1)))
    };
    let ty = Type::parse(&text(v, "type")?)?;
    let tag = v["tag"].as_u64().map(|t| t as u32);
    let own = within(if tag.is_some() { "taggedVersions" } else { "versions" }, &all)?;
    Ok(Field {
        name: text(v, "name")?,
        default: default(&v["default"], &ty)?,
        ty,
        versions: own,
        nullable: within("nullableVersions", "none")?,
        ignorable: v["ignorable"].as_bool().unwrap_or(false),
        tag,
        rigid: v["flexibleVersions"].as_str() == Some("none"),
    })
}

fn default(v: &Value, ty: &Type) -> Result<Default, String> {
    let word = match v {
        Value::Null => return Ok(Default::Empty),
        Value::String(s) => s.clone(),
        other => other.to_string(),
    };
    let int = |s: &str| match s.strip_prefix("0x") {
        Some(hex) => i64::from_str_radix(hex, 16),
        None => s.parse(),
    };
    Ok(match (word.as_str(), ty) {
        ("null", _) => Default::Null,
        ("", _) | ("false", Type::Fixed("bool")) | ("0", _) => Default::Empty,
        ("true", Type::Fixed("bool")) => Default::True,
        (n, Type::Fixed(_)) => Default::Int(int(n).map_err(|_| format!("default {n}"))?),
        (other, _) => return Err(format!("default {other}")),
    })
}

impl Type {
    fn parse(s: &str) -> Result<Type, String> {
        if let Some(element) = s.strip_prefix("[]") {
            return Ok(Type::Array(Box::new(Type::parse(element)?)));
        }
        Ok(match s {
            "bool" => Type::Fixed("bool"),
            "int8" => Type::Fixed("i8"),
            "int16" => Type::Fixed("i16"),
            "int32" => Type::Fixed("i32"),
            "int64" => Type::Fixed("i64"),
            "uint16" => Type::Fixed("u16"),
            "uint32" => Type::Fixed("u32"),
            "float64" => Type::Fixed("f64"),
            "uuid" => Type::Fixed("uuid"),
            "string" => Type::String,
            "bytes" => Type::Bytes,
            "records" => Type::Records,
            name if name.starts_with(|c: char| c.is_ascii_uppercase()) => Type::Struct(name.to_owned()),
            other => return Err(format!("type {other}")),
        })
    }

    pub fn struct_name(&self) -> Option<&str> {
        match self {
            Type::Struct(name) => Some(name),
            Type::Array(element) => element.struct_name(),
            _ => None,
        }
    }
}

fn text(v: &Value, key: &str) -> Result<String, String> {
    v[key].as_str().map(str::to_owned).ok_or(format!("no {key} in {v}"))
}

/// `0+`, `3-7`, `4`, `none`.
fn versions(s: &str, last: i16) -> Result<Versions, String> {
    let n = |s: &str| s.parse::<i16>().map_err(|_| format!("versions {s}"));
    if s == "none" {
        Ok(NONE)
    } else if let Some(first) = s.strip_suffix('+') {
        Ok((n(first)?, last))
    } else if let Some((first, last)) = s.split_once('-') {
        Ok((n(first)?, n(last)?))
    } else {
        Ok((n(s)?, n(s)?))
    }
}

/// `TopicIdPartitions` → `topic_id_partitions`; a run of capitals is one word.
pub fn snake(name: &str) -> String {
    let chars: Vec<char> = name.chars().collect();
    let mut out = String::new();
    for (i, c) in chars.iter().enumerate() {
        let after_small = i > 0 && !chars[i - 1].is_ascii_uppercase();
        let before_small = i > 0 && chars.get(i + 1).is_some_and(|n| n.is_ascii_lowercase());
        if c.is_ascii_uppercase() && (after_small || before_small) && !out.ends_with('_') {
            out.push('_');
        }
        out.push(c.to_ascii_lowercase());
    }
    match out.as_str() {
        "type" | "match" | "ref" | "move" | "in" => out + "_",
        _ => out,
    }
}

pub fn camel(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().map_or(String::new(), |c| c.to_ascii_lowercase().to_string() + chars.as_str())
}
