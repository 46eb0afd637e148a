//! Scripts of the original's that kt has no tool for: each says what it is and what to use.

use crate::support::kt;

#[test]
fn what_kt_is_not_is_said_in_two_lines() {
    for (call, what, hint) in [
        ("connect-standalone worker.properties", "kt has no such thing", "run the original's connect on this broker"),
        ("connect-distributed worker.properties", "kt has no such thing", "run the original's connect on this broker"),
        ("connect-plugin-path list", "kt has no such thing", "run the original's connect on this broker"),
        ("oauth-compatibility-tool", "Java classes; kt has none of those", "kt doctor --command-config FILE"),
        ("trogdor agent", "kt has no such thing", "kt producer-perf-test"),
        ("kafka-jmx.sh --object-name x", "it has no JMX", "kt log-dirs"),
        (
            "kafka-run-class.sh kafka.tools.GetOffsetShell --topic t",
            "kt has no Java",
            "kt get-offsets   is that class's tool",
        ),
        ("kafka-run-class.sh org.example.Mine", "cannot start org.example.Mine", "kt help   lists what kt has"),
    ] {
        let ran = kt(call).fails(1);
        assert_eq!(ran.stdout, "", "{call}");
        assert_eq!(ran.stderr.lines().count(), 2, "{call}: {}", ran.stderr);
        assert!(ran.stderr.contains(what) && ran.stderr.contains(hint), "{call}: {}", ran.stderr);
    }
}

#[test]
fn a_wrong_file_for_mirror_maker_is_told_before_anything_else() {
    kt("mirror-maker").fails(1).stderr_has("too few arguments: MirrorMaker wants an mm2.properties");
    kt("kafka-mirror-maker.sh nowhere.properties").fails(1).stderr_has("there is no file nowhere.properties");
    kt("connect-mirror-maker Cargo.toml").dir(env!("CARGO_MANIFEST_DIR")).fails(1).stderr_has("kt has no such thing");
}
