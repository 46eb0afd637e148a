//! `kt version`: one line, and with -v or as JSON what kt is made of and which versions of Kafka's requests it speaks.

use std::io;

use clap::ArgMatches;
use kt_codec::ApiKey;
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use super::{KAFKA_RELEASE, version_line};
use crate::broker::api;
use crate::client::data;
use crate::client::settings::MECHANISMS;
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::commands::tool::{Example, Group, Tool, Verbs};
use crate::output::report::{Report, Screen};
use crate::output::sink::Sink;
use crate::output::table::Table;
use crate::protocol::compress::Codec;

pub const TOOL: Tool = Tool {
    examples: &[
        Example { line: "kt version -v", does: "the libraries in it, what it can compress and log in with" },
        Example { line: "kt version -o json", does: "and the versions of all requests, kt's and its broker's" },
    ],
    verbs: Some(Verbs { command: |command| command, default: None, connects: false, act }),
    ..Tool::own("version", Group::Frame, "show kt's version; -v for what it is made of")
};

fn act(_: &ArgMatches, cx: &mut Context) -> Result<(), Failure> {
    let whole = cx.verbosity() > 0;
    cx.report(&Version { whole })
}

struct Version {
    whole: bool,
}

/// Compressions, but for none.
fn codecs() -> Vec<&'static str> {
    Codec::ALL.into_iter().filter(|codec| *codec != Codec::None).map(Codec::name).collect()
}

fn target() -> String {
    format!("{}-{}", std::env::consts::ARCH, std::env::consts::OS)
}

/// Requests that kt sends, or answers.
fn apis() -> Vec<Value> {
    let one = |api: &ApiKey| {
        let (low, high) = api.versions();
        let served = api::find(*api).map(|served| served.versions);
        json!({
            "api": api.name(), "key": *api as i16, "clientMin": low, "clientMax": high,
            "serverMin": served.map(|(low, _)| low), "serverMax": served.map(|(_, high)| high),
        })
    };
    ApiKey::ALL.iter().filter(|api| api.on_broker()).map(one).collect()
}

impl Serialize for Version {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        json!({
            "version": env!("CARGO_PKG_VERSION"),
            "kafka": KAFKA_RELEASE,
            "commit": option_env!("KT_COMMIT"),
            "target": target(),
            "librdkafka": data::librdkafka(),
            "openssl": openssl::version::version(),
            "compressions": codecs(),
            "logins": MECHANISMS,
            "apis": apis(),
        })
        .serialize(serializer)
    }
}

impl Report for Version {
    fn kafka(&self, out: &mut Sink) -> io::Result<()> {
        out.line(version_line())
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&["VERSION", "KAFKA"]);
        table.row([env!("CARGO_PKG_VERSION").into(), KAFKA_RELEASE.into()]);
        table
    }

    fn screen(&self, screen: &mut Screen<'_>) -> io::Result<()> {
        screen.line(version_line())?;
        if !self.whole {
            return Ok(());
        }
        let commit = option_env!("KT_COMMIT").unwrap_or("not told: a build for work, or without a checkout");
        let requests = format!(
            "{} known, {} answered by kt serve; their versions: kt version -o json",
            apis().len(),
            api::table().len()
        );
        for (what, of) in [
            ("commit", commit.to_owned()),
            ("target", target()),
            ("librdkafka", format!("{}, for consumer groups", data::librdkafka())),
            ("openssl", openssl::version::version().to_owned()),
            ("compression", codecs().join(", ")),
            ("logins", MECHANISMS.join(", ")),
            ("requests", requests),
        ] {
            screen.line(format!("{what:<12} {of}"))?;
        }
        Ok(())
    }
}
