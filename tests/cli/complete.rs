//! Names for a shell: from the cluster, quickly, and never an error.

use std::process::Command;
use std::time::Duration;

use crate::support::{Broker, Kt, broker, kt};

fn names(broker: &Broker, line: &str) -> Kt {
    broker.kt(&format!("complete-words {line}")).env("XDG_CACHE_HOME", broker.folder.path())
}

#[test]
fn names_come_from_the_cluster_and_from_a_cache() {
    let mut broker = broker();
    broker.kt("topics create orders").succeeds();
    broker.kt("topics create users").succeeds();
    broker.kt("groups reset billing orders --to end -y --no-undo").succeeds();
    names(&broker, "topics describe ''").succeeds().stdout("orders\nusers\n").stderr("");
    names(&broker, "topics describe o").succeeds().stdout("orders\n");
    names(&broker, "groups describe ''").succeeds().stdout("billing\n");
    names(&broker, "brokers describe ''").succeeds().stdout("1\n");
    names(&broker, "configs set topic/o").succeeds().stdout("topic/orders\n");
    names(&broker, "configs set topic/orders retention.m").succeeds().stdout("retention.ms=\n");
    names(&broker, "topics create ''").succeeds().stdout("");
    // For ten seconds nobody is asked again.
    broker.kill();
    names(&broker, "topics describe ''").succeeds().stdout("orders\nusers\n");
}

#[test]
fn a_cluster_that_does_not_answer_costs_a_moment_and_no_word() {
    let cache = tempfile::tempdir().unwrap();
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = silent.local_addr().unwrap().to_string();
    let ran = kt("complete-words topics describe ''")
        .env("KT_BOOTSTRAP", address)
        .env("XDG_CACHE_HOME", cache.path())
        .succeeds();
    let ran = ran.stdout("").stderr("");
    assert!(ran.took < Duration::from_secs(5), "{ran}"); // 300 ms, and a busy machine
    kt("complete-words").succeeds().stdout("").stderr("");
}

/// What bash offers for a line; the last word is what was typed of it so far.
fn offered(broker: &Broker, line: &[&str]) -> Vec<String> {
    let path = std::path::Path::new(env!("CARGO_BIN_EXE_kt")).parent().unwrap();
    let script = "source completions/kt.bash; COMP_WORDS=(\"$@\"); COMP_CWORD=$(( $# - 1 )); \
                  _kt_and_names kt \"${@: -1}\" \"${@: -2:1}\"; printf '%s\\n' \"${COMPREPLY[@]}\"";
    let output = Command::new("bash")
        .args(["-c", script, "bash"])
        .args(line)
        .env("PATH", format!("{}:{}", path.display(), std::env::var("PATH").unwrap()))
        .env("KT_BOOTSTRAP", &broker.address)
        .env("KT_CONFIG", "/nowhere/config.toml")
        .env("XDG_CACHE_HOME", broker.folder.path())
        .output()
        .unwrap();
    String::from_utf8_lossy(&output.stdout).lines().map(str::to_owned).collect()
}

#[test]
fn bash_offers_what_belongs_there_and_flags_only_to_those_who_begin_one() {
    let broker = broker();
    broker.kt("topics create orders").succeeds();
    assert_eq!(offered(&broker, &["kt", "topics", "describe", ""]), ["orders"]);
    assert!(offered(&broker, &["kt", "topics", "describe", "--wat"]).contains(&"--watch".to_owned()));
    assert_eq!(offered(&broker, &["kt", "topics", "describe", "--watch", ""]), ["orders"]);
    // No files of this folder, which is what bash does where it knows nothing.
    assert_eq!(
        offered(&broker, &["kt", "consume", "orders", "-o", ""]),
        ["beginning", "end", "@-1h", "@today", "@yesterday"]
    );
    assert_eq!(offered(&broker, &["kt", "help", "exit"]), ["exit-codes"]);
    let flags = offered(&broker, &["kt", "doctor", ""]);
    assert!(flags.contains(&"--bootstrap-server".to_owned()), "there is nothing else: {flags:?}");
}

#[test]
fn bash_completes_the_clusters_names() {
    let broker = broker();
    broker.kt("topics create orders").succeeds();
    let bin = std::path::Path::new(env!("CARGO_BIN_EXE_kt")).parent().unwrap();
    let path = format!("{}:{}", bin.display(), std::env::var("PATH").unwrap());
    let script = "source completions/kt.bash; COMP_WORDS=(kt topics describe o); COMP_CWORD=3; \
                  _kt_and_names kt o describe; printf '%s\\n' \"${COMPREPLY[@]}\"";
    let output = Command::new("bash")
        .args(["-c", script])
        .env("PATH", path)
        .env("KT_BOOTSTRAP", &broker.address)
        .env("KT_CONFIG", "/nowhere/config.toml")
        .env("XDG_CACHE_HOME", broker.folder.path())
        .output()
        .unwrap();
    let shown = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(shown.lines().any(|line| line == "orders"), "{shown}{}", String::from_utf8_lossy(&output.stderr));
}

/// What a shell with a completion of its own offers for `kt topics describe --watch `.
fn offered_by(shell: &str, script: &str, broker: &Broker) -> Option<String> {
    let bin = std::path::Path::new(env!("CARGO_BIN_EXE_kt")).parent().unwrap();
    let output = Command::new(shell)
        .args(["-c", script])
        .env("PATH", format!("{}:{}", bin.display(), std::env::var("PATH").unwrap()))
        .env("KT_BOOTSTRAP", &broker.address)
        .env("KT_CONFIG", "/nowhere/config.toml")
        .env("HOME", broker.folder.path())
        .env("XDG_CONFIG_HOME", broker.folder.path())
        .env("XDG_CACHE_HOME", broker.folder.path())
        .output()
        .ok()?;
    Some(String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr))
}

#[test]
fn fish_and_zsh_offer_names_behind_a_flag_without_a_value() {
    let broker = broker();
    broker.kt("topics create orders").succeeds();
    let fish = "source completions/kt.fish; complete -C 'kt topics describe --watch '";
    if let Some(shown) = offered_by("fish", fish, &broker) {
        assert!(shown.lines().any(|line| line.split('\t').next() == Some("orders")), "{shown}");
    }
    // zsh completes only at a terminal; what its function hands over is seen in place of compadd.
    let zsh = "compdef() { : }; compadd() { print -l -- ${@[3,-1]} }; source completions/_kt; \
               words=(kt topics describe --watch ''); CURRENT=5; _kt_names";
    if let Some(shown) = offered_by("zsh", zsh, &broker) {
        assert!(shown.lines().any(|line| line == "orders"), "{shown}");
    }
}
