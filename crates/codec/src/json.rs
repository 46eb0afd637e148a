//! Any message as JSON, in the form of the original's generated JSON converters: what dump-log, the console formatters
//! and metadata-shell print. It walks the schema over the bytes, so no message needs code of its own for this.

use base64::Engine;
use serde_json::{Value, json};

use bytes::Bytes;

use crate::reader::{DecodeError, Reader};
use crate::schema::{self, Field, Type, Value as Default, covers};
use crate::types::Uuid;

mod text;

pub use text::to_text;

/// The message `name` of this version, read from all of `bytes`.
pub fn to_json(name: &'static str, version: i16, bytes: &Bytes) -> Result<Value, DecodeError> {
    let unknown = DecodeError::Version { name, version };
    let message = schema::find(name).ok_or(unknown.clone())?;
    if !covers(message.versions, version) {
        return Err(unknown);
    }
    let mut r = Reader::unbudgeted(bytes.clone());
    let value = object(&mut r, message.fields, version, version >= message.flexible)?;
    r.finish()?;
    Ok(value)
}

fn object(r: &mut Reader, fields: &'static [Field], version: i16, flexible: bool) -> Result<Value, DecodeError> {
    // Tagged fields come last on the wire, but are printed where they are defined.
    let mut values: Vec<Option<Value>> = vec![None; fields.len()];
    let here = |f: &Field| covers(f.versions, version);
    for (field, slot) in fields.iter().zip(&mut values) {
        if field.tag.is_none() && here(field) {
            *slot = Some(value(r, field, version, flexible)?);
        }
    }
    if flexible {
        r.tags(|r, tag| {
            let Some(i) = fields.iter().position(|f| f.tag == Some(tag) && here(f)) else { return Ok(false) };
            values[i] = Some(value(r, &fields[i], version, flexible)?).filter(|v| *v != default(&fields[i], version));
            Ok(true)
        })?;
    }
    let set = fields.iter().zip(values).filter_map(|(f, v)| Some((f.name.to_owned(), v?)));
    Ok(Value::Object(set.collect()))
}

/// What a field is when it is not set: a tagged field at its default is not printed.
fn default(field: &Field, version: i16) -> Value {
    match (&field.default, &field.ty) {
        (Default::Null, _) => Value::Null,
        (Default::Int(n), _) => json!(n),
        (Default::True, _) => json!(true),
        (Default::Empty, Type::Bool) => json!(false),
        (Default::Empty, Type::F64) => json!(0.0),
        (Default::Empty, Type::Uuid) => json!(Uuid::ZERO.to_string()),
        (Default::Empty, Type::String | Type::Bytes | Type::Records) => json!(""),
        (Default::Empty, Type::Array(_)) => json!([]),
        (Default::Empty, Type::Struct(fields)) => {
            let set = fields.iter().filter(|f| f.tag.is_none() && covers(f.versions, version));
            Value::Object(set.map(|f| (f.name.to_owned(), default(f, version))).collect())
        }
        (Default::Empty, _) => json!(0),
    }
}

fn value(r: &mut Reader, field: &'static Field, version: i16, flexible: bool) -> Result<Value, DecodeError> {
    let compact = flexible && !field.rigid;
    let nullable = covers(field.nullable, version);
    if let (Type::Struct(fields), Some(_), true) = (&field.ty, field.tag, nullable) {
        return if r.present_tagged()? { object(r, fields, version, flexible) } else { Ok(Value::Null) };
    }
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
