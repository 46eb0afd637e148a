//! CSV: a row is a record, the first one names the columns.
//!
//! `key`, `value`, `partition`, `timestamp` and `header.NAME` are what they say (other columns can be named for key and
//! value). Without a column for the value, all that is left becomes a JSON object, each cell a string.

use std::borrow::Cow;
use std::io::Read;

use super::feed::Item;
use crate::commands::failure::Failure;
use crate::records::instant;

/// How the columns are to be read.
#[derive(Clone, Debug)]
pub struct Columns {
    pub delimiter: u8,
    /// The names of the columns for key and value.
    pub key: Option<String>,
    pub value: Option<String>,
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
    Field(String),
}

pub struct Table<'f, R> {
    columns: &'f Columns,
    reader: csv::Reader<R>,
    roles: Option<Vec<Role>>,
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

    fn roles(&self) -> Result<Vec<Role>, Failure> {
        let names: Vec<String> = self.row.iter().map(|name| String::from_utf8_lossy(name).trim().to_owned()).collect();
        for (flag, wanted) in [("--key-column", &self.columns.key), ("--value-column", &self.columns.value)] {
            if let Some(wanted) = wanted
                && !names.contains(wanted)
            {
                return Err(Failure::usage(format!("{flag}: there is no column {wanted}"))
                    .because(format!("the columns are {}", names.join(", "))));
            }
        }
        let key = self.columns.key.as_deref().unwrap_or("key");
        let value = self.columns.value.as_deref().unwrap_or("value");
        Ok(names
            .into_iter()
            .map(|name| match name.as_str() {
                n if n == value => Role::Value,
                // A key column that was named is also a part of the value, if that is made of what is left.
                n if n == key => Role::Key,
                "partition" => Role::Partition,
                "timestamp" => Role::Timestamp,
                n => match n.strip_prefix("header.").or_else(|| n.strip_prefix("headers.")) {
                    Some(header) => Role::Header(header.to_owned()),
                    None => Role::Field(name),
                },
            })
            .collect())
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
        let mut fields = serde_json::Map::new();
        let mut own_value = false;
        for (role, cell) in roles.iter().zip(self.row.iter()) {
            let text = || String::from_utf8_lossy(cell);
            let is_null = self.columns.null.as_ref().is_some_and(|null| null.as_bytes() == cell);
            let bytes = (!is_null).then_some(Cow::Borrowed(cell));
            match role {
                Role::Value => {
                    own_value = true;
                    item.value = bytes;
                }
                Role::Key => {
                    if let Some(name) = &self.columns.key {
                        fields.insert(name.clone(), cell_json(cell, is_null));
                    }
                    item.key = bytes;
                }
                Role::Header(name) => item.headers.push((Cow::Borrowed(name.as_bytes()), bytes)),
                Role::Field(name) => drop(fields.insert(name.clone(), cell_json(cell, is_null))),
                Role::Partition | Role::Timestamp if cell.is_empty() || is_null => {}
                Role::Partition => {
                    let number = text().trim().parse::<i32>().ok();
                    let number = number.ok_or_else(|| Failure::new(format!("'{}' is no partition", text())))?;
                    item.partition = Some(number);
                }
                Role::Timestamp => {
                    let said = text();
                    let moment = said.trim().parse().ok().or_else(|| instant::parse(said.trim()));
                    let moment = moment
                        .ok_or_else(|| Failure::new(format!("'{said}' is no timestamp: a date, or ms since 1970")))?;
                    item.timestamp = Some(moment);
                }
            }
        }
        if !own_value {
            item.value = Some(Cow::Owned(serde_json::Value::Object(fields).to_string().into_bytes()));
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
        Columns { delimiter: b',', key: None, value: None, null: None }
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
        let columns = Columns { key: Some("id".into()), null: Some("-".into()), ..plain() };
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
        let columns = Columns { key: Some("id".into()), ..plain() };
        assert!(Table::new(&columns, &b"a,b\n"[..]).fill().is_err());
    }
}
