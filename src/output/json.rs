//! A report in a machine's form: JSON, one line an item, or YAML.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Value;

use super::jq::Selection;

/// One document, indented.
pub fn document(out: &mut impl Write, value: &Value) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)
}

/// One line for one value of a stream, or what `--jq` makes of it.
pub fn line(out: &mut impl Write, value: &impl Serialize, selection: Option<&Selection>) -> io::Result<()> {
    let mut text = match selection {
        Some(selection) => {
            return out.write_all(&selection.of(value).map_err(|why| io::Error::other(format!("--jq: {why}")))?);
        }
        None => serde_json::to_vec(value)?,
    };
    text.push(b'\n');
    out.write_all(&text)
}

/// One line for each item of a list; anything else is one line.
pub fn lines(out: &mut impl Write, value: &Value) -> io::Result<()> {
    let items = match value {
        Value::Array(items) => items.as_slice(),
        one => std::slice::from_ref(one),
    };
    for item in items {
        serde_json::to_writer(&mut *out, item)?;
        writeln!(out)?;
    }
    Ok(())
}

/// YAML in block style. Texts that YAML could read as something else are quoted as in JSON, which is a part of YAML.
pub fn yaml(out: &mut impl Write, value: &Value) -> io::Result<()> {
    block(out, value, 0)
}

fn block(out: &mut impl Write, value: &Value, depth: usize) -> io::Result<()> {
    match value {
        Value::Array(items) if !items.is_empty() => {
            for item in items {
                write!(out, "{:depth$}- ", "", depth = depth * 2)?;
                match item {
                    Value::Object(fields) if !fields.is_empty() => object(out, fields, depth + 1, true)?,
                    Value::Array(inner) if !inner.is_empty() => {
                        writeln!(out)?;
                        block(out, item, depth + 1)?;
                    }
                    scalar => writeln!(out, "{}", plain(scalar))?,
                }
            }
            Ok(())
        }
        Value::Object(fields) if !fields.is_empty() => object(out, fields, depth, false),
        scalar => writeln!(out, "{}", plain(scalar)),
    }
}

fn object(
    out: &mut impl Write,
    fields: &serde_json::Map<String, Value>,
    depth: usize,
    after_dash: bool,
) -> io::Result<()> {
    for (index, (key, value)) in fields.iter().enumerate() {
        if !(after_dash && index == 0) {
            write!(out, "{:depth$}", "", depth = depth * 2)?;
        }
        write!(out, "{}:", text(key))?;
        match value {
            Value::Array(items) if !items.is_empty() => {
                writeln!(out)?;
                block(out, value, depth)?;
            }
            Value::Object(inner) if !inner.is_empty() => {
                writeln!(out)?;
                block(out, value, depth + 1)?;
            }
            scalar => writeln!(out, " {}", plain(scalar))?,
        }
    }
    Ok(())
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(content) => text(content),
        other => other.to_string(),
    }
}

/// A word that can mean nothing but itself stays bare.
fn text(content: &str) -> String {
    let bare = content.starts_with(|first: char| first.is_ascii_alphabetic())
        && content.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '/'))
        && !["true", "false", "null", "yes", "no", "on", "off", "y", "n"]
            .contains(&content.to_ascii_lowercase().as_str());
    if bare { content.to_owned() } else { Value::from(content).to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn yaml_quotes_what_it_could_misread() {
        let mut out = Vec::new();
        let value = json!([{"name": "orders", "partitions": [{"id": 0, "isr": [1, 2]}], "configs": {}, "no": "yes"}]);
        yaml(&mut out, &value).unwrap();
        let expected =
            "- name: orders\n  partitions:\n  - id: 0\n    isr:\n    - 1\n    - 2\n  configs: {}\n  \"no\": \"yes\"\n";
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }

    #[test]
    fn lines_part_a_list() {
        let mut out = Vec::new();
        lines(&mut out, &json!([{"a": 1}, {"a": 2}])).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "{\"a\":1}\n{\"a\":2}\n");
    }
}
