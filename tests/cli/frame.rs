//! The frame: which tool a call means, help, version, links, and what a wrong call gets.

use crate::support::{kt, kt_args, program};

const VERSION: &str = concat!("kt ", env!("CARGO_PKG_VERSION"), " (tools of Apache Kafka 4.3.1)\n");

#[test]
fn version_is_one_line_for_kt_and_for_each_tool() {
    kt("--version").succeeds().stdout(VERSION).stderr("");
    kt("-V").succeeds().stdout(VERSION);
    kt("version").succeeds().stdout(VERSION);
    kt("links --version").succeeds().stdout(VERSION);
    kt("zookeeper-server-start --version").succeeds().stdout(VERSION);
}

#[test]
fn kt_alone_lists_the_commands_on_one_screen() {
    let ran = kt_args::<&str>([]).succeeds().stdout_has("kt itself").stderr("");
    assert!(ran.stdout.lines().count() <= 24, "{ran}");
    kt("help").succeeds().stdout(&ran.stdout);
    kt("--help").succeeds().stdout(&ran.stdout);
}

#[test]
fn version_tells_what_kt_is_made_of_when_it_is_asked() {
    let whole = kt("version -v").succeeds().stdout_has("\nlibrdkafka   2.").stdout_has("\nopenssl      OpenSSL 3.");
    assert!(whole.stdout.starts_with(VERSION), "{whole}");
    whole
        .stdout_has("\ncompression  gzip, snappy, lz4, zstd\n")
        .stdout_has("\nlogins       PLAIN, SCRAM-SHA-256, SCRAM-SHA-512, OAUTHBEARER\n");
    let produce = "version -o json --jq '.apis[] | select(.api == \"Produce\") | [.clientMax, .serverMax]'";
    kt(produce).succeeds().stdout("[13,13]\n");
}

#[test]
fn a_wrong_word_is_refused_with_the_nearest_one_and_never_guessed() {
    kt("verison").fails(2).stdout("").stderr(
        "error: kt has no command 'verison'\n  hint: did you mean   kt version ?\n        \
         kt help   lists all commands\n",
    );
    kt("--frob").fails(2).stderr_has("'--frob' is no flag of kt itself");
    kt("help exit-cods").fails(2).stderr_has("did you mean   kt help exit-codes ?");
    kt("completions tcsh").fails(2).stderr_has("invalid value 'tcsh'");
}

#[test]
fn help_on_a_word_that_is_no_command_shows_the_calls_that_have_to_do_with_it() {
    kt("help retention").fails(2).stderr_has("hint: kt configs set topic/orders retention.ms=7d   ");
    kt("help reset").fails(2).stderr_has("hint: kt groups reset   Sets what a group without members reads next");
    kt("help yesterday").fails(2).stderr_has("hint: kt help offsets   ");
    let ran = kt("help zebra").fails(2);
    assert_eq!(ran.stderr.lines().count(), 2, "{ran}");
}

#[test]
fn the_page_of_a_verb_begins_with_what_it_does_and_ends_with_what_all_commands_have() {
    let short = "\
kt groups clone - gives a group what another one has committed
Also: kt groups cp

Examples
  kt groups clone billing billing-new
      a second reader that goes on where the first one is

Usage: kt groups clone FROM TO [FLAGS]

Arguments
  FROM               The group to copy from
  TO                 The group to copy to; it must be without members
  -t, --topic TOPIC  Only this topic; may be repeated
  --dry-run          Only show what would be done
";
    kt("groups clone -h").succeeds().stdout(&format!("{short}\nFlags of all commands: kt help flags\n")).stderr("");
    let full = kt("groups clone --help").succeeds().stdout_has("\nFlags of all commands: connection\n  -b, ");
    assert!(full.stdout.starts_with(short), "{full}");
    assert!(full.stdout.ends_with("\nThe fields of its JSON form: kt groups clone -o help\n"), "{full}");
    // However it is asked for, and whatever else stands there.
    kt("help groups clone").succeeds().stdout(&full.stdout);
    kt("groups cp a --dry-run --help").succeeds().stdout(&full.stdout);
    kt("-C nowhere groups clone a b -h").succeeds().stdout_has("kt help flags\n");
    kt("help flags").succeeds().stdout_has("\nBehaviour\n  -q, --quiet ");
    kt("help groups clones").fails(2).stderr_has("did you mean   kt help groups clone ?");
}

#[test]
fn a_tool_without_verbs_shows_how_it_is_called_too() {
    kt("lag -h").succeeds().stdout_has("\nUsage: kt lag [GROUPS]… [FLAGS]\n").stdout_has("\n  --fail-over N ");
    kt("consume orders -h").succeeds().stdout_has("\nUsage: kt consume TOPIC… [FLAGS]\n");
    let page = kt("consume --help").succeeds().stdout_has("Flags of all commands: output\n  --output FORMAT ");
    assert!(!page.stdout.contains("-o, --output"), "-o is the offset here: {page}");
}

#[test]
fn words_of_other_programs_are_answered_with_kts() {
    kt("topics creat x").fails(2).stderr(
        "error: kt topics has no verb 'creat'\n  hint: did you mean   kt topics create ?\n        kt topics --help\n",
    );
    kt("groups nonsense").fails(2).stderr("error: kt groups has no verb 'nonsense'\n  hint: kt groups --help\n");
    // kafkactl, kaf, kubectl, rpk.
    kt("context use-context dev").fails(2).stderr_has("hint: kt context use NAME");
    kt("config get-contexts").fails(2).stderr_has("hint: kt context list");
    kt("context create dev").fails(2).stderr_has("hint: kt context add NAME");
    kt("profile use dev").fails(2).stderr_has("hint: kt context");
    kt("describe topic orders").fails(2).stderr_has("kt topics describe   ");
    kt("topics list --ignore-profile").fails(2).stderr_has("-b HOST:PORT");
}

#[test]
fn the_exit_codes_are_a_page_of_help() {
    kt("help exit-codes").succeeds().stdout_has("  3  no broker could be reached");
    kt("help tools").succeeds().stdout_has("(kafka-topics.sh)");
    kt("help connection").succeeds().stdout_has("KAFKA_BOOTSTRAP_SERVERS");
}

#[test]
fn links_are_made_for_every_script_with_and_without_sh_and_work() {
    let dir = tempfile::tempdir().unwrap();
    let bin = dir.path().join("bin");
    kt_args(["links", bin.to_str().unwrap()]).succeeds().stdout_has("links to");
    kt_args(["links", bin.to_str().unwrap()]).succeeds(); // a second time renews them
    for name in ["zookeeper-server-start", "zookeeper-server-start.sh", "zookeeper-server-stop.sh"] {
        let ran = program(&bin.join(name), ["config/zookeeper.properties"]).succeeds();
        assert_eq!(ran.stdout.lines().count(), 2, "two lines say what to type instead: {ran}");
    }
    program(&bin.join("zookeeper-shell.sh"), ["localhost:2181"]).fails(1).stderr_has("kt metadata-shell");
}

#[test]
fn a_file_that_is_no_link_is_never_replaced() {
    let dir = tempfile::tempdir().unwrap();
    let precious = dir.path().join("zookeeper-shell.sh");
    std::fs::write(&precious, "mine").unwrap();
    kt_args(["links", dir.path().to_str().unwrap()]).fails(6).stderr_has("is there already and is no link");
    assert_eq!(std::fs::read_to_string(&precious).unwrap(), "mine");
}

#[test]
fn a_link_of_an_unknown_script_says_so() {
    let dir = tempfile::tempdir().unwrap();
    let link = dir.path().join("kafka-unheard-of.sh");
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_kt"), &link).unwrap();
    program::<&str>(&link, []).fails(2).stderr_has("kt has no tool 'kafka-unheard-of.sh'");
}

#[test]
fn a_reader_that_closes_its_end_is_a_quiet_end() {
    // `kt completions bash | true`: far more than a pipe holds, and nobody reads.
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_kt"))
        .args(["completions", "bash"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn an_output_that_cannot_be_written_is_an_error() {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_kt")).arg("--version").stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(stderr, "error: cannot write the output: No space left on device\n");
}
