//! The shape of every message as data: what [`crate::json`] and the tests walk.

/// What a message is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Request,
    Response,
    Header,
    Data,
    Metadata,
    CoordinatorKey,
    CoordinatorValue,
}

/// Versions from the first to the last, both included; empty when the first is higher.
pub type Versions = (i16, i16);

pub fn covers(versions: Versions, version: i16) -> bool {
    versions.0 <= version && version <= versions.1
}

#[derive(Debug)]
pub struct MessageSchema {
    pub name: &'static str,
    pub kind: Kind,
    pub key: Option<i16>,
    pub versions: Versions,
    /// The first version with compact lengths and tagged fields.
    pub flexible: i16,
    pub fields: &'static [Field],
}

#[derive(Debug)]
pub struct Field {
    /// As the original's JSON converters print it.
    pub name: &'static str,
    pub ty: Type,
    pub versions: Versions,
    pub nullable: Versions,
    pub tag: Option<u32>,
    pub default: Value,
    /// Never compact, whatever the message is: the client id of the request header.
    pub rigid: bool,
}

#[derive(Debug)]
pub enum Type {
    Bool,
    I8,
    I16,
    I32,
    I64,
    U16,
    U32,
    F64,
    String,
    Bytes,
    Records,
    Uuid,
    Struct(&'static [Field]),
    Array(&'static Type),
}

/// The default of a field.
#[derive(Debug)]
pub enum Value {
    /// Zero, false, the empty string, the empty list, the struct of defaults.
    Empty,
    Null,
    Int(i64),
    True,
}

pub use crate::generated::MESSAGES;

/// The message of that name.
pub fn find(name: &str) -> Option<&'static MessageSchema> {
    MESSAGES.binary_search_by(|m| m.name.cmp(name)).ok().map(|i| &MESSAGES[i])
}
