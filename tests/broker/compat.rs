//! docs/compat.md says which APIs are served as the broker's own tables have it today.

use std::fs;
use std::path::Path;

use kt::broker::api;
use kt_codec::ApiKey;

const BEGINS: &str = "<!-- apis: generated from the broker's tables, renew with KT_RENEW=1 cargo test -->\n";
const ENDS: &str = "<!-- apis end -->";

fn table() -> String {
    let mut text = String::from("| key | API | Apache Kafka 4.3.1 | kt |\n|---:|---|---|---|\n");
    for key in ApiKey::ALL.iter().filter(|key| key.on_broker()) {
        let (first, last) = key.versions();
        let last = last - i16::from(key.latest_unstable());
        let served = match api::find(*key) {
            Some(api) if api.offered_from < api.versions.0 => {
                format!("{}–{} (offered from {})", api.versions.0, api.versions.1, api.offered_from)
            }
            Some(api) => format!("{}–{}", api.versions.0, api.versions.1),
            None => "not yet".to_owned(),
        };
        text += &format!("| {} | {} | {first}–{last} | {served} |\n", *key as i16, key.name());
    }
    text
}

#[test]
fn the_table_of_apis_is_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/compat.md");
    let page = fs::read_to_string(&path).expect("the page is there");
    let (before, rest) = page.split_once(BEGINS).expect("the table's begin is marked");
    let (_, after) = rest.split_once(ENDS).expect("the table's end is marked");
    let wanted = format!("{before}{BEGINS}{}{ENDS}{after}", table());
    if std::env::var_os("KT_RENEW").is_some() {
        fs::write(&path, wanted).expect("the page can be written");
    } else {
        assert_eq!(page, wanted, "renew it with KT_RENEW=1 cargo test --test it compat");
    }
}

#[test]
fn nothing_is_served_that_the_original_does_not_have() {
    for api in api::table() {
        let (first, last) = api.key.versions();
        assert!(first <= api.versions.0 && api.versions.1 <= last, "{}", api.key.name());
    }
}
