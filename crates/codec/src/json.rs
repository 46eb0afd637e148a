//! Any message as JSON, in the form of the original's generated JSON converters: what dump-log, the console formatters
//! and metadata-shell print. It walks the schema over the bytes, so no message needs code of its own for this.

use base64::Engine;
use serde_json::{Map, Value, json};

use bytes::Bytes;

use crate::reader::{DecodeError, Reader};
use crate::schema::{self, Field, Type, covers};

/// The message `name` of this version, read from all of `bytes`.
pub fn to_json(name: &'static str, version: i16, bytes: &Bytes) -> Result<Value, DecodeError> {
    let unknown = DecodeError::Version { name, version };
    let message = schema::find(name).ok_or(unknown.clone())?;
    if !covers(message.versions, version) {
        return Err(unknown);
    }
    let mut r = Reader::new(bytes.clone());
    let value = object(&mut r, message.fields, version, version >= message.flexible)?;
    r.finish()?;
    Ok(value)
}

fn object(r: &mut Reader, fields: &'static [Field], version: i16, flexible: bool) -> Result<Value, DecodeError> {
    let here = |f: &&Field| covers(f.versions, version);
    let mut map = Map::new();
    for field in fields.iter().filter(here).filter(|f| f.tag.is_none()) {
        map.insert(field.name.to_owned(), value(r, field, version, flexible)?);
    }
    if flexible {
        let mut tagged: Vec<(&'static Field, Value)> = Vec::new();
        r.tags(|r, tag| {
            let Some(field) = fields.iter().filter(here).find(|f| f.tag == Some(tag)) else { return Ok(false) };
            tagged.push((field, value(r, field, version, flexible)?));
            Ok(true)
        })?;
        map.extend(tagged.into_iter().map(|(f, v)| (f.name.to_owned(), v)));
    }
    Ok(Value::Object(map))
}

fn value(r: &mut Reader, field: &'static Field, version: i16, flexible: bool) -> Result<Value, DecodeError> {
    let compact = flexible && !field.rigid;
    let nullable = covers(field.nullable, version);
    typed(r, &field.ty, nullable, version, compact, flexible)
}

fn typed(
    r: &mut Reader,
    ty: &'static Type,
    nullable: bool,
    version: i16,
    compact: bool,
    flexible: bool,
) -> Result<Value, DecodeError> {
    let null_ok = |v: Option<Value>| match v {
        Some(v) => Ok(v),
        None if nullable => Ok(Value::Null),
        None => Err(DecodeError::BadLength(-1)),
    };
    Ok(match ty {
        Type::Bool => json!(r.bool()?),
        Type::I8 => json!(r.i8()?),
        Type::I16 => json!(r.i16()?),
        Type::I32 => json!(r.i32()?),
        Type::I64 => json!(r.i64()?),
        Type::U16 => json!(r.u16()?),
        Type::U32 => json!(r.u32()?),
        Type::F64 => json!(r.f64()?),
        Type::Uuid => json!(r.uuid()?.to_string()),
        Type::String => null_ok(r.nullable_string(compact)?.map(|s| json!(&*s)))?,
        Type::Bytes => null_ok(r.nullable_bytes(compact)?.map(|b| json!(base64(&b))))?,
        Type::Records => null_ok(r.nullable_bytes(compact)?.map(|_| json!("")))?,
        Type::Struct(fields) if nullable => {
            null_ok(if r.present()? { Some(object(r, fields, version, flexible)?) } else { None })?
        }
        Type::Struct(fields) => object(r, fields, version, flexible)?,
        Type::Array(element) => {
            let list = r.nullable_array(compact, 1, |r| typed(r, element, false, version, compact, flexible))?;
            null_ok(list.map(Value::Array))?
        }
    })
}

fn base64(bytes: &[u8]) -> String {
    base64::engine::general_purpose::STANDARD.encode(bytes)
}
