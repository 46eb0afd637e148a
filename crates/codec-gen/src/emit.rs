//! One module of generated code a message: its structs, their defaults, decode and encode.

use std::fmt::Write;

use crate::definition::{Default, Field, Message, Struct, Type, Versions, snake};

pub const BANNER: &str = "// Written by kt-codec-gen from definitions.json; do not edit.\n";

pub fn module(message: &Message) -> String {
    let mut out = String::from(BANNER);
    let key = message.key.map_or(String::new(), |k| format!(", key {k}"));
    let _ = writeln!(
        out,
        "//! {} ({}{key}), versions {} to {}.",
        message.name, message.kind, message.versions.0, message.versions.1
    );
    out.push_str("\nuse super::prelude::*;\n");
    for (i, item) in message.structs.iter().enumerate() {
        definition(&mut out, item);
        defaults(&mut out, item);
        let code = Code { message, item };
        if i == 0 {
            let flexible = if message.flexible == i16::MAX { "i16::MAX".into() } else { message.flexible.to_string() };
            let _ = writeln!(
                out,
                "impl Message for {0} {{ const NAME: &'static str = \"{0}\"; const VERSIONS: (i16, i16) = ({1}, {2}); const FLEXIBLE: i16 = {flexible};",
                item.name, message.versions.0, message.versions.1
            );
            code.decode(&mut out, true);
            code.encode(&mut out, true);
            out.push_str("}\n");
            if message.kind == "request" {
                let base = message.name.trim_end_matches("Request");
                let _ = writeln!(
                    out,
                    "impl Request for {0} {{ const API_KEY: ApiKey = ApiKey::{base}; type Response = super::{1}_response::{base}Response; }}",
                    item.name,
                    snake(base)
                );
            }
        } else {
            let _ = writeln!(out, "impl {} {{", item.name);
            code.decode(&mut out, false);
            code.encode(&mut out, false);
            out.push_str("}\n");
        }
    }
    out
}

fn definition(out: &mut String, item: &Struct) {
    let plain = item.fields.iter().all(|f| rust_default(f).is_none());
    let derive = if plain { "Clone, Debug, Default, PartialEq" } else { "Clone, Debug, PartialEq" };
    let _ = writeln!(out, "\n#[derive({derive})]\npub struct {} {{", item.name);
    for f in &item.fields {
        let _ = writeln!(out, "pub {}: {},", snake(&f.name), rust_type(f));
    }
    out.push_str("pub unknown_tags: Tags,\n}\n");
}

fn defaults(out: &mut String, item: &Struct) {
    if item.fields.iter().all(|f| rust_default(f).is_none()) {
        return;
    }
    let _ = writeln!(out, "\nimpl Default for {0} {{ fn default() -> Self {{ {0} {{", item.name);
    for f in &item.fields {
        let value = rust_default(f).unwrap_or_else(|| "Default::default()".into());
        let _ = writeln!(out, "{}: {value},", snake(&f.name));
    }
    out.push_str("unknown_tags: Tags::default(),\n} } }\n");
}

fn nullable(f: &Field) -> bool {
    f.nullable.0 <= f.nullable.1 || f.default == Default::Null
}

fn rust_type(f: &Field) -> String {
    let plain = element_type(&f.ty);
    if nullable(f) { format!("Option<{plain}>") } else { plain }
}

fn element_type(ty: &Type) -> String {
    match ty {
        Type::Fixed("uuid") => "Uuid".into(),
        Type::Fixed(name) => (*name).into(),
        Type::String => "Str".into(),
        Type::Bytes => "Bytes".into(),
        Type::Records => "Records".into(),
        Type::Struct(name) => name.clone(),
        Type::Array(element) => format!("Vec<{}>", element_type(element)),
    }
}

/// None where Rust's own default is right.
fn rust_default(f: &Field) -> Option<String> {
    match (&f.default, nullable(f)) {
        (Default::Null, _) => None,
        (Default::Empty, false) => None,
        (Default::Empty, true) => Some("Some(Default::default())".into()),
        (Default::Int(n), _) => Some(n.to_string()),
        (Default::True, _) => Some("true".into()),
    }
}

/// A test of the version, empty when it always holds.
fn when(versions: Versions, of: Versions) -> Option<String> {
    match (versions.0 <= of.0, versions.1 >= of.1) {
        (true, true) => None,
        (false, true) => Some(format!("version >= {}", versions.0)),
        (true, false) => Some(format!("version <= {}", versions.1)),
        (false, false) if versions.0 == versions.1 => Some(format!("version == {}", versions.0)),
        (false, false) => Some(format!("({}..={}).contains(&version)", versions.0, versions.1)),
    }
}

struct Code<'a> {
    message: &'a Message,
    item: &'a Struct,
}

impl Code<'_> {
    fn ever_flexible(&self) -> bool {
        self.message.flexible <= self.message.versions.1
    }

    fn always_flexible(&self) -> bool {
        self.message.flexible <= self.message.versions.0
    }

    fn flex_line(&self) -> String {
        if self.ever_flexible() && !self.always_flexible() {
            format!("let flex = version >= {};\n", self.message.flexible)
        } else {
            String::new()
        }
    }

    fn flex(&self, f: &Field) -> &'static str {
        match (f.rigid || !self.ever_flexible(), self.always_flexible()) {
            (true, _) => "false",
            (false, true) => "true",
            (false, false) => "flex",
        }
    }

    fn guard(&self, out: &mut String, top: bool) {
        if top {
            let (first, last) = self.message.versions;
            let test = if first == last {
                format!("version != {first}")
            } else {
                format!("!({first}..={last}).contains(&version)")
            };
            let _ = writeln!(out, "if {test} {{ return Err(wrong_version::<_>(Self::NAME, version)); }}");
        }
    }

    fn decode(&self, out: &mut String, top: bool) {
        let vis = if top { "" } else { "pub " };
        let _ = writeln!(out, "{vis}fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {{");
        self.guard(out, top);
        let body_at = out.len();
        out.push_str("let mut m = Self::default();\n");
        for f in self.item.fields.iter().filter(|f| f.tag.is_none()) {
            let value = self.decode_field(f);
            let line = format!("m.{} = {value};", snake(&f.name));
            match when(f.versions, self.message.versions) {
                None => out.push_str(&line),
                Some(test) => {
                    let _ = write!(out, "if {test} {{ {line} }}");
                }
            }
            out.push('\n');
        }
        if self.ever_flexible() {
            let mut tags = String::from("m.unknown_tags = ");
            let tagged: Vec<&Field> = self.item.fields.iter().filter(|f| f.tag.is_some()).collect();
            if tagged.is_empty() {
                tags.push_str("r.tags(|_, _| Ok(false))?;");
            } else {
                tags.push_str("r.tags(|r, tag| { match tag {\n");
                for f in tagged {
                    let guard = when(f.versions, self.message.versions).map_or(String::new(), |t| format!(" if {t}"));
                    let tag = f.tag.expect("the list holds tagged fields");
                    // A tagged struct says by a varint, and not by a byte, whether it is null.
                    let read = self.decode_field(f).replace("r.present()?", "r.present_tagged()?");
                    let _ = writeln!(tags, "{tag}{guard} => m.{} = {read},", snake(&f.name));
                }
                tags.push_str("_ => return Ok(false),\n} Ok(true) })?;");
            }
            if self.always_flexible() {
                out.push_str(&tags);
            } else {
                let _ = write!(out, "if flex {{ {tags} }}");
            }
            out.push('\n');
        }
        out.push_str("Ok(m)\n}\n");
        finish_function(out, body_at, &self.flex_line(), &["r", "version"]);
    }

    fn decode_field(&self, f: &Field) -> String {
        let flex = self.flex(f);
        let some = |v: String| if nullable(f) { format!("Some({v})") } else { v };
        let never_null = f.nullable.0 > f.nullable.1;
        let within = (f.nullable.0.max(f.versions.0), f.nullable.1.min(f.versions.1));
        match (never_null, when(within, f.versions)) {
            (true, _) => some(self.decode_value(&f.ty, flex, false)),
            (false, None) => self.decode_value(&f.ty, flex, true),
            (false, Some(test)) => format!(
                "if {test} {{ {} }} else {{ {} }}",
                self.decode_value(&f.ty, flex, true),
                some(self.decode_value(&f.ty, flex, false))
            ),
        }
    }

    fn decode_value(&self, ty: &Type, flex: &str, null: bool) -> String {
        let prefix = if null { "nullable_" } else { "" };
        match ty {
            Type::Fixed(name) => format!("r.{name}()?"),
            Type::String => format!("r.{prefix}string({flex})?"),
            Type::Bytes => format!("r.{prefix}bytes({flex})?"),
            Type::Records => format!("r.{prefix}records({flex})?"),
            Type::Struct(name) if null => {
                format!("if r.present()? {{ Some({name}::decode(r, version)?) }} else {{ None }}")
            }
            Type::Struct(name) => format!("{name}::decode(r, version)?"),
            Type::Array(element) => {
                let least = self.least(element);
                let read = match &**element {
                    Type::Fixed(name) => format!("Reader::{name}"),
                    Type::Struct(name) => format!("|r| {name}::decode(r, version)"),
                    other => format!("|r| Ok({})", self.decode_value(other, flex, false)),
                };
                let read = match &**element {
                    Type::String => format!("|r| r.string({flex})"),
                    Type::Bytes => format!("|r| r.bytes({flex})"),
                    _ => read,
                };
                format!("r.{prefix}array({flex}, {least}, {read})?")
            }
        }
    }

    /// The fewest bytes that a value can take on the wire, in any version.
    fn least(&self, ty: &Type) -> usize {
        match ty {
            Type::Fixed("bool" | "i8") => 1,
            Type::Fixed("i16" | "u16") => 2,
            Type::Fixed("i32" | "u32") => 4,
            Type::Fixed("uuid") => 16,
            Type::Fixed(_) => 8,
            Type::String => {
                if self.ever_flexible() {
                    1
                } else {
                    2
                }
            }
            Type::Bytes | Type::Records | Type::Array(_) => {
                if self.ever_flexible() {
                    1
                } else {
                    4
                }
            }
            Type::Struct(name) => {
                let item = self.message.structs.iter().find(|s| s.name == *name).expect("every struct is defined");
                let always = |f: &&Field| when(f.versions, self.message.versions).is_none() && f.tag.is_none();
                let least = |f: &Field| match f.ty {
                    Type::Struct(_) if nullable(f) => 1,
                    ref ty => self.least(ty),
                };
                item.fields.iter().filter(always).map(least).sum::<usize>() + usize::from(self.always_flexible())
            }
        }
    }

    fn encode(&self, out: &mut String, top: bool) {
        let vis = if top { "" } else { "pub " };
        let _ = writeln!(out, "{vis}fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {{");
        self.guard(out, top);
        let body_at = out.len();
        for f in self.item.fields.iter().filter(|f| f.tag.is_none()) {
            let place = format!("self.{}", snake(&f.name));
            let line = self.encode_field(f, &place, "w");
            match when(f.versions, self.message.versions) {
                None => out.push_str(&line),
                Some(test) => {
                    let _ = write!(out, "if {test} {{ {line} }}");
                    if !f.ignorable {
                        let _ = write!(
                            out,
                            " else if {} {{ return Err(no_field(\"{}\", version)); }}",
                            self.is_set(f),
                            snake(&f.name)
                        );
                    }
                }
            }
            out.push('\n');
        }
        self.encode_tags(out);
        out.push_str("Ok(())\n}\n");
        finish_function(out, body_at, &self.flex_line(), &["w", "version"]);
    }

    fn encode_tags(&self, out: &mut String) {
        let tagged: Vec<&Field> = self.item.fields.iter().filter(|f| f.tag.is_some()).collect();
        if !self.ever_flexible() {
            return;
        }
        let mut tags = String::new();
        if tagged.is_empty() {
            tags.push_str("w.tags(Vec::new(), &self.unknown_tags);");
        } else {
            tags.push_str("let mut known = Vec::new();\n");
            let mut sorted = tagged.clone();
            sorted.sort_by_key(|f| f.tag);
            for f in sorted {
                let place = format!("self.{}", snake(&f.name));
                let tag = f.tag.expect("the list holds tagged fields");
                let line = self.encode_field(f, &place, "t");
                let set = self.is_set(f);
                let test = when(f.versions, self.message.versions).map_or(set.clone(), |t| format!("{t} && {set}"));
                let _ = writeln!(
                    tags,
                    "if {test} {{ let t = &mut Writer::new(); {line} known.push(({tag}, std::mem::take(t))); }}"
                );
            }
            tags.push_str("w.tags(known, &self.unknown_tags);");
        }
        if self.always_flexible() {
            out.push_str(&tags);
        } else {
            let _ = write!(out, "if flex {{ {tags} }}");
        }
        for f in tagged.iter().filter(|f| !f.ignorable) {
            // A field that this version has no tag for would be lost without a word.
            let missing = match when(f.versions, self.message.versions) {
                Some(test) => format!("!({test})"),
                None if self.always_flexible() => continue,
                None => "!flex".to_owned(),
            };
            let _ = write!(
                out,
                "\nif {missing} && {} {{ return Err(no_field(\"{}\", version)); }}",
                self.is_set(f),
                snake(&f.name)
            );
        }
        out.push('\n');
    }

    /// True when the field is not at its default.
    fn is_set(&self, f: &Field) -> String {
        let place = format!("self.{}", snake(&f.name));
        match (&f.default, nullable(f), &f.ty) {
            (Default::Null, ..) => format!("{place}.is_some()"),
            (Default::Empty, true, Type::Struct(_)) => format!("{place} != Some(Default::default())"),
            (Default::Empty, true, _) => format!("{place}.as_ref().is_none_or(|v| !v.is_empty())"),
            (Default::Empty, false, Type::Fixed("bool")) => place,
            (Default::Empty, false, Type::Fixed("uuid")) => format!("!{place}.is_zero()"),
            (Default::Empty, false, Type::Fixed("f64")) => format!("{place} != 0.0"),
            (Default::Empty, false, Type::Fixed(_)) => format!("{place} != 0"),
            (Default::Empty, false, Type::Struct(name)) => format!("{place} != {name}::default()"),
            (Default::Empty, false, _) => format!("!{place}.is_empty()"),
            (Default::Int(n), ..) => format!("{place} != {n}"),
            (Default::True, ..) => format!("!{place}"),
        }
    }

    fn encode_field(&self, f: &Field, place: &str, w: &str) -> String {
        let flex = self.flex(f);
        let null_ok = f.nullable.0 <= f.nullable.1;
        if !nullable(f) {
            return self.encode_value(&f.ty, &by_ref(&f.ty, place), flex, w);
        }
        let within = (f.nullable.0.max(f.versions.0), f.nullable.1.min(f.versions.1));
        let forbidden = if null_ok { when(within, f.versions).map(|t| format!("!({t})")) } else { Some("true".into()) };
        let refuse = forbidden.map_or(String::new(), |test| {
            let no = format!("return Err(no_null(\"{}\", version));", snake(&f.name));
            if test == "true" { no } else { format!("if {test} {{ {no} }}") }
        });
        match &f.ty {
            Type::String | Type::Bytes | Type::Records => {
                let name = match f.ty {
                    Type::String => "string",
                    Type::Bytes => "bytes",
                    _ => "records",
                };
                let check =
                    if refuse.is_empty() { String::new() } else { format!("if {place}.is_none() {{ {refuse} }}\n") };
                format!("{check}{w}.nullable_{name}(&{place}, {flex});")
            }
            Type::Struct(_) => {
                let (null, some) = if f.tag.is_some() { ("uvarint(0)", "uvarint(1)") } else { ("i8(-1)", "i8(1)") };
                format!(
                    "match &{place} {{ None => {{ {refuse} {w}.{null}; }} Some(v) => {{ {w}.{some}; v.encode({w}, version)?; }} }}"
                )
            }
            ty => format!(
                "match &{place} {{ None => {{ {refuse} {w}.null_array({flex}); }} Some(v) => {{ {} }} }}",
                self.encode_value(ty, "v", flex, w)
            ),
        }
    }

    /// `place` is a reference, or the value itself for what is copied.
    fn encode_value(&self, ty: &Type, place: &str, flex: &str, w: &str) -> String {
        match ty {
            Type::Fixed(name) => format!("{w}.{name}({place});"),
            Type::String => format!("{w}.string({place}, {flex});"),
            Type::Bytes => format!("{w}.bytes({place}, {flex});"),
            Type::Records => format!("{w}.records({place}, {flex});"),
            Type::Struct(_) => format!("{}.encode({w}, version)?;", place.trim_start_matches('&')),
            Type::Array(element) => {
                let each = match &**element {
                    Type::Struct(_) => "|w, v| v.encode(w, version)".to_owned(),
                    Type::Fixed("uuid") => "|w, v| { w.uuid(v); Ok(()) }".to_owned(),
                    Type::Fixed(name) => format!("|w, v| {{ w.{name}(*v); Ok(()) }}"),
                    other => format!("|w, v| {{ {} Ok(()) }}", self.encode_value(other, "v", flex, "w")),
                };
                format!("{w}.array({place}, {flex}, {each})?;")
            }
        }
    }
}

fn by_ref(ty: &Type, place: &str) -> String {
    match ty {
        Type::Fixed("uuid") => format!("&{place}"),
        Type::Fixed(_) => place.to_owned(),
        _ => format!("&{place}"),
    }
}

/// Puts in the line that computes `flex` if it is used, and marks parameters that are not.
fn finish_function(out: &mut String, body_at: usize, flex_line: &str, params: &[&str]) {
    let body = out[body_at..].to_owned();
    let uses = |word: &str| body.split(|c: char| !c.is_alphanumeric() && c != '_').any(|w| w == word);
    let flex = if uses("flex") { flex_line } else { "" };
    let guarded = out[..body_at].rfind("fn ").is_some_and(|at| out[at..body_at].contains("wrong_version"));
    let mut lead = String::new();
    for param in params {
        let used = uses(param) || (*param == "version" && (guarded || !flex.is_empty()));
        if !used {
            let _ = writeln!(lead, "let _ = {param};");
        }
    }
    out.insert_str(body_at, &format!("{lead}{flex}"));
    // `let mut m` without a change would be a warning.
    if !body.contains("m.") {
        let plain = out[body_at..].replace("let mut m = Self::default();\n", "let m = Self::default();\n");
        out.replace_range(body_at.., &plain);
    }
}
