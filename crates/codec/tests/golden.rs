//! The codec against what the original's own classes wrote (golden/README.md tells how to remake the files).

mod support;

use support::{Case, cases, hex};

/// Runs a check over all cases and tells about the first few that fail, rather than about one.
fn check(check: impl Fn(&Case) -> Result<(), String>) {
    let cases = cases();
    let failed: Vec<String> = cases
        .iter()
        .filter_map(|case| {
            let told = check(case).err()?;
            Some(format!("{} v{} {}: {told}\n", case.name, case.version, case.variant))
        })
        .collect();
    let shown: String = failed.iter().take(20).map(String::as_str).collect();
    assert!(failed.is_empty(), "{} of {} cases fail, the first of them:\n{shown}", failed.len(), cases.len());
}

#[test]
fn what_the_original_wrote_is_read_and_written_again_to_the_byte() {
    check(|case| match kt_codec::roundtrip(case.name, case.version, case.bytes.clone()) {
        None => Err("the codec does not know this message".into()),
        Some(Err(error)) => Err(format!("{error} in {}", hex(&case.bytes))),
        Some(Ok(bytes)) if bytes == case.bytes => Ok(()),
        Some(Ok(bytes)) => Err(format!("\n  read    {}\n  written {}", hex(&case.bytes), hex(&bytes))),
    });
}

#[test]
fn the_json_is_the_originals() {
    check(|case| {
        let ours = kt_codec::json::to_json(case.name, case.version, &case.bytes).map_err(|e| e.to_string())?;
        // As text, not as values: dump-log and the formatters print it, and the order of the keys shows.
        let ours = kt_codec::json::to_text(&ours);
        if ours == case.json { Ok(()) } else { Err(format!("\n  original {}\n  ours     {ours}", case.json)) }
    });
}

#[test]
fn a_message_that_is_not_there_and_a_version_that_is_not_there_are_refused() {
    assert!(kt_codec::roundtrip("NoSuchMessage", 0, Default::default()).is_none());
    for (name, version) in [("FetchRequest", 3), ("FetchRequest", 99), ("MetadataResponse", -1)] {
        assert!(!matches!(kt_codec::roundtrip(name, version, Default::default()), Some(Ok(_))), "{name} v{version}");
    }
}
