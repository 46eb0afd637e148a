//! `kt delegation-tokens`, kafka-delegation-tokens: passes that a client with credentials gets for those without.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::context::Context;
use super::failure::Failure;
use super::options::{BOOTSTRAP, COMMAND_CONFIG, Given, Opt};
use super::said::Said;
use super::tool::{Example, Group, Kafka, Options, Thrown, Tool};
use crate::client::admin::tokens::{Principal, Token};
use crate::output::kafka::left;
use crate::output::table::Table;

const OPTIONS: &[Opt] = &[
    BOOTSTRAP,
    COMMAND_CONFIG.required(),
    Opt::flag("create", "make a token"),
    Opt::flag("renew", "make it live longer"),
    Opt::flag("expire", "end it"),
    Opt::flag("describe", "show tokens"),
    Opt::maybe("owner-principal", "TYPE:NAME", "owner").repeats(),
    Opt::maybe("renewer-principal", "TYPE:NAME", "who may renew it").repeats(),
    Opt::maybe("max-life-time-period", "MS", "longest life; -1 is the broker's value").long(),
    Opt::maybe("renew-time-period", "MS", "until when to renew; -1 is the broker's value").long(),
    Opt::maybe("expiry-time-period", "MS", "when to expire; -1 is at once").long(),
    Opt::maybe("hmac", "BASE64", "the token"),
];

pub const TOOL: Tool = Tool {
    script: Some("kafka-delegation-tokens"),
    kafka: Some(Kafka { options: Options::Jopt(OPTIONS), thrown: Thrown::STDERR, act }),
    examples: &[Example {
        line: "kt delegation-tokens --describe --command-config client.properties",
        does: "the tokens that these credentials may see",
    }],
    quirks: &["kt's broker has no authenticated listeners yet, so it gives no tokens; the tool works on any Kafka"],
    ..Tool::own("delegation-tokens", Group::Security, "make, renew, expire and show delegation tokens")
};

const PERIODS: [&str; 3] = ["max-life-time-period", "renew-time-period", "expiry-time-period"];

fn act(given: &Given, cx: &mut Context) -> Result<(), Failure> {
    if given.count(&["create", "renew", "expire", "describe"]) != 1 {
        let why = "Command must include exactly one action: --create, --renew, --expire or --describe";
        return Err(Failure::usage(why).hint(format!("{} --help   shows all options", cx.called())));
    }
    given.require(&["command-config"])?;
    let beyond = |kept: &[&'static str]| -> Vec<&'static str> {
        let all = PERIODS.iter().chain(&["hmac", "owner-principal", "renewer-principal"]);
        all.copied().filter(|name| !kept.contains(name)).collect()
    };
    for (action, needs, kept) in [
        ("create", Some("max-life-time-period"), &["max-life-time-period", "owner-principal", "renewer-principal"][..]),
        ("renew", Some("renew-time-period"), &["renew-time-period", "hmac"]),
        ("expire", Some("expiry-time-period"), &["expiry-time-period", "hmac"]),
        ("describe", None, &["owner-principal"]),
    ] {
        if given.has(action) {
            if let Some(needs) = needs {
                let hmac = if kept.contains(&"hmac") { Some("hmac") } else { None };
                given.require(&hmac.into_iter().chain([needs]).collect::<Vec<_>>())?;
            }
            given.clash(action, &beyond(kept))?;
        }
    }
    if given.has("create") {
        return create(given, cx);
    }
    if given.has("describe") {
        return describe(given, cx);
    }
    let (verb, period) = if given.has("renew") { ("renew", PERIODS[1]) } else { ("expire", PERIODS[2]) };
    prolong(verb, given.one("hmac")?.unwrap_or_default(), given.long(period)?.unwrap_or(-1), cx)
}

fn principals(given: &Given, option: &str) -> Result<Vec<Principal>, Failure> {
    let principal = |text: &&str| {
        let text = text.trim();
        let parts = text.split_once(':').filter(|(kind, _)| !kind.is_empty());
        parts.map(|(kind, name)| (kind.to_owned(), name.to_owned())).ok_or_else(|| {
            Failure::usage(format!("expected a string in format principalType:principalName but got {text}"))
        })
    };
    given.all(option).iter().map(principal).collect()
}

fn word((kind, name): &Principal) -> String {
    format!("{kind}:{name}")
}

fn list(all: &[Principal]) -> String {
    format!("[{}]", all.iter().map(word).collect::<Vec<_>>().join(", "))
}

fn create(given: &Given, cx: &mut Context) -> Result<(), Failure> {
    let renewers = principals(given, "renewer-principal")?;
    let life = given.long("max-life-time-period")?.unwrap_or(-1);
    let owners = principals(given, "owner-principal")?;
    let client = cx.client()?;
    cx.out.line(format!(
        "Calling create token operation with renewers :{} , max-life-time-period :{life}",
        list(&renewers)
    ))?;
    let token = cx.block_on(client.create_token(owners.first(), &renewers, life))??;
    cx.out.line(format!("Created delegation token with tokenId : {}", token.id))?;
    show(&[token], cx)
}

fn describe(given: &Given, cx: &mut Context) -> Result<(), Failure> {
    let owners = principals(given, "owner-principal")?;
    let client = cx.client()?;
    match owners.as_slice() {
        [] => cx.out.line("Calling describe token operation for current user.")?,
        owners => cx.out.line(format!("Calling describe token operation for owners: {}", list(owners)))?,
    }
    let tokens = cx.block_on(client.describe_tokens(&owners))??;
    cx.report(&Said::new(
        format!("Total number of tokens : {}", tokens.len()),
        Table::default(),
        serde_json::Value::Null,
    ))?;
    show(&tokens, cx)
}

fn prolong(verb: &str, hmac: &str, period_ms: i64, cx: &mut Context) -> Result<(), Failure> {
    let client = cx.client()?;
    let option = if verb == "renew" { PERIODS[1] } else { PERIODS[2] };
    cx.out.line(format!("Calling {verb} token operation with hmac :{hmac} , {option} :{period_ms}"))?;
    let bytes = STANDARD
        .decode(hmac)
        .map_err(|error| Failure::usage(format!("--hmac is no base64: {error}")).kafka(error.to_string()))?;
    let expires = match verb {
        "renew" => cx.block_on(client.renew_token(&bytes, period_ms))??,
        _ => cx.block_on(client.expire_token(&bytes, period_ms))??,
    };
    let text = format!("Completed {verb} operation. New expiry date : {}", minute(expires));
    cx.report(&Said::new(text, Table::default(), serde_json::json!({ "expiresMs": expires })))
}

fn show(tokens: &[Token], cx: &mut Context) -> Result<(), Failure> {
    let line = |cells: [&str; 8]| {
        let widths = [15, 30, 15, 15, 25, 15, 15, 15];
        let cells: Vec<String> = cells.iter().zip(widths).map(|(cell, width)| left(cell, width)).collect();
        format!("\n{}\n", cells.join(" "))
    };
    let mut text = line(["TOKENID", "HMAC", "OWNER", "REQUESTER", "RENEWERS", "ISSUEDATE", "EXPIRYDATE", "MAXDATE"]);
    for token in tokens {
        let renewers = list(&token.renewers);
        text += &line([
            &token.id,
            &STANDARD.encode(&token.hmac),
            &word(&token.owner),
            &word(&token.requester),
            &renewers,
            &minute(token.issued_ms),
            &minute(token.expires_ms),
            &minute(token.max_ms),
        ]);
    }
    cx.report(&Said::new(text, Table::default(), serde_json::Value::Null))
}

/// `2026-11-21T10:05`, in UTC.
fn minute(ms: i64) -> String {
    let since = std::time::Duration::from_millis(u64::try_from(ms).unwrap_or(0));
    let text = humantime::format_rfc3339_seconds(std::time::UNIX_EPOCH + since).to_string();
    text.chars().take(16).collect()
}
