//! SCRAM credentials in the settings' clothes: `SCRAM-SHA-256=[iterations=8192,password=secret]`.

use std::io;

use serde::Serialize;

use super::Changes;
use crate::client::admin::scram::{Change, ITERATIONS, Mechanism};
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::output::report::Report;
use crate::output::sink::Sink;
use crate::output::table::Table;

pub fn is_mechanism(key: &str) -> bool {
    Mechanism::by_name(key).is_some()
}

/// Shows these users, or all that have credentials.
pub fn describe(users: &[String], cx: &mut Context) -> Result<(), Failure> {
    let client = cx.client()?;
    let mut rows = Vec::new();
    for (name, outcome) in cx.block_on(client.describe_scram(users))?? {
        let credentials = match outcome {
            Ok(user) => Ok(user.credentials.iter().map(|(m, iterations)| (m.name(), *iterations)).collect()),
            Err(error) => Err(error.java_exception()),
        };
        rows.push(Row::new(name, credentials));
    }
    if rows.is_empty() { Ok(()) } else { cx.report(&Users { rows }) }
}

/// Users and their mechanisms; their passwords nobody knows.
/// In the order they were told in; in kt's words they come sorted.
#[derive(Debug)]
pub struct Users {
    pub rows: Vec<Row>,
}

impl Users {
    fn sorted(&self) -> Vec<&Row> {
        let mut rows: Vec<&Row> = self.rows.iter().collect();
        rows.sort_by(|a, b| a.user.cmp(&b.user));
        rows
    }
}

impl Serialize for Users {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.sorted())
    }
}

#[derive(Debug, Serialize)]
pub struct Row {
    user: String,
    #[serde(serialize_with = "by_mechanism")]
    credentials: Vec<Credential>,
    error: Option<String>,
}

#[derive(Debug, Serialize)]
struct Credential {
    mechanism: &'static str,
    iterations: i32,
}

impl Row {
    pub fn new(user: String, credentials: Result<Vec<(&'static str, i32)>, String>) -> Row {
        let (found, error) = match credentials {
            Ok(found) => (found, None),
            Err(error) => (Vec::new(), Some(error)),
        };
        let credential = |(mechanism, iterations)| Credential { mechanism, iterations };
        Row { user, credentials: found.into_iter().map(credential).collect(), error }
    }
}

fn by_mechanism<S: serde::Serializer>(all: &[Credential], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(sorted(all))
}

fn sorted(all: &[Credential]) -> Vec<&Credential> {
    let mut all: Vec<&Credential> = all.iter().collect();
    all.sort_by_key(|credential| credential.mechanism);
    all
}

impl Report for Users {
    fn kafka(&self, out: &mut Sink) -> io::Result<()> {
        for row in &self.rows {
            let user = &row.user;
            match &row.error {
                Some(error) => {
                    let class = error.rsplit_once("errors.").map_or(error.as_str(), |(_, short)| short);
                    out.line(format!(
                        "Error retrieving SCRAM credential configs for user-principal '{user}': {class}"
                    ))?;
                }
                None => {
                    let one = |c: &Credential| format!("{}=iterations={}", c.mechanism, c.iterations);
                    let all: Vec<String> = row.credentials.iter().map(one).collect();
                    out.line(format!("SCRAM credential configs for user-principal '{user}' are {}", all.join(", ")))?;
                }
            }
        }
        Ok(())
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&["USER", "MECHANISM", ">ITERATIONS"]);
        for row in self.sorted() {
            for credential in sorted(&row.credentials) {
                table.row([
                    row.user.as_str().into(),
                    credential.mechanism.into(),
                    credential.iterations.to_string().into(),
                ]);
            }
        }
        table
    }
}

/// Sets and deletes credentials of one user.
pub fn alter(user: &str, changes: &Changes, cx: &mut Context) -> Result<(), Failure> {
    let mut wanted: Vec<Change> =
        changes.delete.iter().filter_map(|key| Mechanism::by_name(key)).map(Change::Delete).collect();
    for (key, text) in &changes.add {
        let Some(mechanism) = Mechanism::by_name(key) else { continue };
        let (iterations, password) = credential(mechanism, text)?;
        wanted.push(Change::Set { mechanism, iterations, password });
    }
    if !cx.is_dry_run() {
        let client = cx.client()?;
        cx.block_on(client.alter_scram(user, &wanted))??;
    }
    Ok(())
}

/// `iterations=8192,password=secret`, the first part left out or -1 for the original's number.
fn credential(mechanism: Mechanism, text: &str) -> Result<(i32, String), Failure> {
    let java = match mechanism {
        Mechanism::Sha256 => "SCRAM_SHA_256",
        Mechanism::Sha512 => "SCRAM_SHA_512",
    };
    // What was typed may hold the password, so it is not repeated.
    let invalid =
        || Failure::usage(format!("Invalid credential property {java}: [iterations=N,password=SECRET] is wanted"));
    let (iterations, rest) = match text.strip_prefix("iterations=") {
        Some(rest) => {
            let (number, rest) = rest.split_once(',').ok_or_else(invalid)?;
            let iterations = match number {
                "-1" => ITERATIONS,
                number => number.parse().map_err(|_| invalid())?,
            };
            (iterations, rest)
        }
        None => (ITERATIONS, text),
    };
    let password = rest.strip_prefix("password=").ok_or_else(invalid)?;
    if iterations < ITERATIONS {
        return Err(Failure::usage(format!(
            "Iterations {iterations} is less than the minimum {ITERATIONS} required for {}",
            mechanism.name()
        )));
    }
    Ok((iterations, password.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_credential_has_a_password_and_perhaps_iterations() {
        let read = |text: &str| credential(Mechanism::Sha256, text).map_err(|failure| failure.what().to_owned());
        assert_eq!(read("password=a,b=c"), Ok((4096, "a,b=c".into())));
        assert_eq!(read("iterations=8192,password=x"), Ok((8192, "x".into())));
        assert_eq!(read("iterations=-1,password=x"), Ok((4096, "x".into())));
        assert_eq!(
            read("iterations=16,password=x"),
            Err("Iterations 16 is less than the minimum 4096 required for SCRAM-SHA-256".into())
        );
        let invalid = "Invalid credential property SCRAM_SHA_256: [iterations=N,password=SECRET] is wanted";
        assert_eq!(read("iterations=5000"), Err(invalid.into()));
        assert_eq!(read("secret"), Err(invalid.into()), "and it is not repeated");
    }
}
