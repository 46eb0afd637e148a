//! CSV: a row is a record, the first one names the columns.
//!
//! `key`, `value`, `partition`, `timestamp` and `header.NAME` are what they say, unless other columns are named for
//! these ([`Fields`]). Without a column for the value, all that is left becomes a JSON object, each cell a string; columns
//! that were named are a part of it too.

use std::borrow::Cow;
use std::io::Read;

use super::feed::Item;
use super::fields::{self, Fields};
use crate::commands::failure::Failure;

/// How the columns are to be read.
#[derive(Clone, Debug)]
pub struct Columns {
    pub delimiter: u8,
    /// The names of columns.
    pub fields: Fields,
    /// A cell that is this text is null.
    pub null: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Role {
    Key,
    Value,
    Partition,
    Timestamp,
    Header(String),
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Column {
    name: String,
    roles: Vec<Role>,
    /// A part of the JSON that a row becomes if no column is the value.
    is_field: bool,
}

impl Column {
    fn new(name: String, fields: &Fields) -> Self {
        let mut roles = Vec::new();
        for (role, asked, usual) in [
            (Role::Key, &fields.key, "key"),
            (Role::Value, &fields.value, "value"),
            (Role::Partition, &fields.partition, "partition"),
            (Role::Timestamp, &fields.timestamp, "timestamp"),
        ] {
            if asked.as_deref().unwrap_or(usual) == name {
                roles.push(role);
            }
        }
        roles.extend(fields.headers.iter().filter(|(_, column)| *column == name).map(|(h, _)| Role::Header(h.clone())));
        let asked = fields.all().iter().any(|(_, column)| *column == name);
        if roles.is_empty()
            && let Some(header) = name.strip_prefix("header.").or_else(|| name.strip_prefix("headers."))
        {
            roles.push(Role::Header(header.to_owned()));
        }
        Self { is_field: asked || roles.is_empty(), name, roles }
    }
}

pub struct Table<'f, R> {
    columns: &'f Columns,
    reader: csv::Reader<R>,
    roles: Option<Vec<Column>>,
    row: csv::ByteRecord,
    /// A row that was read and not given out, or why it could not be read.
    ready: Option<Result<(), Failure>>,
}

impl<'f, R: Read> Table<'f, R> {
    pub fn new(columns: &'f Columns, input: R) -> Self {
        let reader =
            csv::ReaderBuilder::new().delimiter(columns.delimiter).has_headers(false).flexible(true).from_reader(input);
        Self { columns, reader, roles: None, row: csv::ByteRecord::new(), ready: None }
    }

    pub fn fill(&mut self) -> Result<bool, Failure> {
        if self.roles.is_none() {
            if !self.read()? {
                return Ok(false);
            }
            self.roles = Some(self.roles()?);
        }
        match self.read() {
            Ok(more) => {
                self.ready = more.then_some(Ok(()));
                Ok(more)
            }
            Err(failure) => {
                self.ready = Some(Err(failure));
                Ok(true)
            }
        }
    }

    fn read(&mut self) -> Result<bool, Failure> {
        self.reader.read_byte_record(&mut self.row).map_err(|error| Failure::new(error.to_string()))
    }

    fn roles(&self) -> Result<Vec<Column>, Failure> {
        let names: Vec<String> = self.row.iter().map(|name| String::from_utf8_lossy(name).trim().to_owned()).collect();
        let fields = &self.columns.fields;
        if let Some((flag, wanted)) = fields.all().into_iter().find(|(_, wanted)| !names.iter().any(|n| n == wanted)) {
            return Err(Failure::usage(format!("{flag}: there is no column {wanted}"))
                .because(format!("the columns are {}", names.join(", "))));
        }
        Ok(names.into_iter().map(|name| Column::new(name, fields)).collect())
    }

    /// The row that was read.
    pub fn next(&mut self) -> Option<(u64, Result<Item<'_>, Failure>)> {
        let line = self.row.position().map_or(0, csv::Position::line);
        match self.ready.take()? {
            Ok(()) => Some((line, self.item())),
            Err(failure) => Some((line, Err(failure))),
        }
    }

    fn item(&self) -> Result<Item<'_>, Failure> {
        let roles = self.roles.as_deref().unwrap_or_default();
        if self.row.len() != roles.len() {
            let (has, names) = (self.row.len(), roles.len());
            return Err(Failure::new(format!("the row has {has} cells, the first row names {names} columns")));
        }
        let mut item = Item::default();
        let mut object = serde_json::Map::new();
        let mut own_value = false;
        for (column, cell) in roles.iter().zip(self.row.iter()) {
            let is_null = self.columns.null.as_ref().is_some_and(|null| null.as_bytes() == cell);
            let bytes = (!is_null).then_some(Cow::Borrowed(cell));
            if column.is_field {
                object.insert(column.name.clone(), cell_json(cell, is_null));
            }
            for role in &column.roles {
                match role {
                    Role::Value => {
                        own_value = true;
                        item.value.clone_from(&bytes);
                    }
                    Role::Key => item.key.clone_from(&bytes),
                    Role::Header(name) => item.headers.push((Cow::Borrowed(name.as_bytes()), bytes.clone())),
                    Role::Partition | Role::Timestamp if cell.is_empty() || is_null => {}
                    Role::Partition => item.partition = Some(fields::partition(cell)?),
                    Role::Timestamp => item.timestamp = Some(fields::timestamp(cell)?),
                }
            }
        }
        if !own_value {
            item.value = Some(Cow::Owned(serde_json::Value::Object(object).to_string().into_bytes()));
        }
        Ok(item)
    }
}

fn cell_json(cell: &[u8], is_null: bool) -> serde_json::Value {
    if is_null { serde_json::Value::Null } else { String::from_utf8_lossy(cell).into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(columns: &Columns, input: &str) -> Vec<String> {
        let mut table = Table::new(columns, input.as_bytes());
        let mut all = Vec::new();
        let show = |bytes: &Option<Cow<'_, [u8]>>| {
            bytes.as_ref().map_or("null".to_owned(), |bytes| String::from_utf8_lossy(bytes).into_owned())
        };
        while table.fill().unwrap() {
            while let Some((line, item)) = table.next() {
                all.push(match item {
                    Err(failure) => format!("{line}: {failure}"),
                    Ok(item) => {
                        let headers: Vec<String> = item
                            .headers
                            .iter()
                            .map(|(name, value)| format!("{}={}", String::from_utf8_lossy(name), show(value)))
                            .collect();
                        let (partition, timestamp) = (item.partition, item.timestamp);
                        format!(
                            "{line}: {} {} {headers:?} {partition:?} {timestamp:?}",
                            show(&item.key),
                            show(&item.value)
                        )
                    }
                });
            }
        }
        all
    }

    fn plain() -> Columns {
        Columns { delimiter: b',', fields: Fields::default(), null: None }
    }

    fn keyed() -> Columns {
        Columns { fields: Fields { key: Some("id".into()), ..Fields::default() }, ..plain() }
    }

    #[test]
    fn columns_can_be_named_for_every_part() {
        let fields = Fields {
            key: Some("id".into()),
            headers: vec![("who".into(), "name".into())],
            partition: Some("p".into()),
            timestamp: Some("at".into()),
            ..Fields::default()
        };
        assert_eq!(
            rows(&Columns { fields, ..plain() }, "id,name,p,at\n1,Ann,2,1970-01-02\n"),
            [
                "2: 1 {\"id\":\"1\",\"name\":\"Ann\",\"p\":\"2\",\"at\":\"1970-01-02\"} [\"who=Ann\"] Some(2) Some(86400000)"
            ]
        );
    }

    #[test]
    fn columns_are_what_their_names_say() {
        let input = "key,value,partition,timestamp,header.a\nk,\"v, and\nmore\",2,1970-01-01T00:00:01Z,x\n,v,,,\n";
        assert_eq!(
            rows(&plain(), input),
            ["2: k v, and\nmore [\"a=x\"] Some(2) Some(1000)", "4:  v [\"a=\"] None None"]
        );
    }

    #[test]
    fn without_a_value_all_that_is_left_is_an_object() {
        let columns = Columns { null: Some("-".into()), ..keyed() };
        assert_eq!(
            rows(&columns, "id,name,n\n1,\u{e9}\"\"x,-\n"),
            ["2: 1 {\"id\":\"1\",\"name\":\"\u{e9}\\\"\\\"x\",\"n\":null} [] None None"]
        );
    }

    #[test]
    fn a_wrong_row_says_what_is_wrong() {
        assert_eq!(rows(&plain(), "key,value\na\n"), ["2: the row has 1 cells, the first row names 2 columns"]);
        assert_eq!(rows(&plain(), "partition,value\nx,1\n"), ["2: 'x' is no partition"]);
        assert!(rows(&plain(), "timestamp,value\nsoon,1\n")[0].starts_with("2: 'soon' is no timestamp"));
        let columns = keyed();
        assert!(Table::new(&columns, &b"a,b\n"[..]).fill().is_err());
    }
}
