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

/// A member of a consumer group that was never a classic one, as Apache Kafka 4.3.1 stored it: the null struct in a
/// tagged field is a varint, where one outside is a byte. Reading it as a byte once made such groups unreadable.
#[test]
fn a_null_struct_in_a_tagged_field_is_read_and_written_as_the_original_has_it() {
    let stored = "00000872646b61666b610b2f3132372e302e302e31\
                  0306706c61696e06736d616c6c01000493e00001000100";
    let bytes: Vec<u8> =
        (0..stored.len()).step_by(2).map(|at| u8::from_str_radix(&stored[at..at + 2], 16).unwrap()).collect();
    let bytes = bytes::Bytes::from(bytes);
    let name = "ConsumerGroupMemberMetadataValue";
    assert_eq!(kt_codec::roundtrip(name, 0, bytes.clone()).unwrap().unwrap(), bytes);
    assert_eq!(
        kt_codec::json::to_text(&kt_codec::json::to_json(name, 0, &bytes).unwrap()),
        r#"{"instanceId":null,"rackId":null,"clientId":"rdkafka","clientHost":"/127.0.0.1","subscribedTopicNames":["plain","small"],"subscribedTopicRegex":"","rebalanceTimeoutMs":300000,"serverAssignor":null,"classicMemberMetadata":null}"#
    );
}
