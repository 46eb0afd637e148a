//! Contexts: files, strength, guards, and that no secret is ever shown.

use std::path::PathBuf;

use crate::support::{Kt, broker, kt, kt_args};

/// A configuration of its own.
struct Home(tempfile::TempDir);

impl Home {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn with(text: &str) -> Self {
        let home = Self::new();
        std::fs::write(home.file(), text).unwrap();
        home
    }

    fn file(&self) -> PathBuf {
        self.0.path().join("config.toml")
    }

    fn kt(&self, line: &str) -> Kt {
        kt(line).env("KT_CONFIG", self.file()).dir(self.0.path())
    }
}

#[test]
fn a_first_context_is_added_used_shown_and_removed() {
    let home = Home::new();
    home.kt("context list")
        .succeeds()
        .stdout("CONTEXT\tCURRENT\tBOOTSTRAP\tUSER\tGUARD\n")
        .stderr_has("kt context add dev");
    home.kt("context current").fails(5).stderr_has("no context is in use");
    home.kt("context add dev --bootstrap localhost:9092 --use").succeeds().stdout("Added context dev; it is in use\n");
    home.kt("context add prod -b k:9093 --tls --user ci --password-env PROD_PASSWORD --mechanism SCRAM-SHA-512 --protected -X client.id=me")
        .succeeds()
        .stdout("Added context prod\n");
    home.kt("ctx").succeeds().stdout(
        "CONTEXT\tCURRENT\tBOOTSTRAP\tUSER\tGUARD\ndev\tyes\tlocalhost:9092\t\t\nprod\t\tk:9093\tci\tprotected\n",
    );
    home.kt("context current").succeeds().stdout("dev\n");
    home.kt("context show prod").env("PROD_PASSWORD", "geheim").succeeds().stdout(&format!(
        "KEY\tVALUE\nname\tprod\nfile\t{}\nbootstrap\tk:9093\ntls\ttrue\nmechanism\tSCRAM-SHA-512\nuser\tci\n\
         password\t(from $PROD_PASSWORD)\nprotected\ttrue\nclient.id\tme\n",
        home.file().display()
    ));
    home.kt("context add prod -b other:1").fails(6).stderr_has("there is a context prod already");
    home.kt("context use prdo").fails(5).stderr_has("did you mean   prod ?");
    home.kt("context use prod").succeeds().stdout("Context prod is in use\n");
    home.kt("context remove prod").succeeds().stdout("Removed context prod\n");
    home.kt("context current").fails(5);
    home.kt("context path").succeeds().stdout(&format!("{}\n", home.file().display()));
}

#[test]
fn a_context_is_changed_key_by_key_and_comments_stay() {
    let home = Home::with("context = \"dev\"\n\n[contexts.dev] # mine\nbootstrap = \"h:1\" # here\ntimeout = \"5s\"\n");
    let text = || std::fs::read_to_string(home.file()).unwrap();
    home.kt("context set dev bootstrap=h:2 tls=true client.id=me resolve=a:1=b:1,c:1=d:1")
        .succeeds()
        .stdout("Changed context dev\n");
    home.kt("context unset dev timeout").succeeds();
    assert_eq!(
        text(),
        "context = \"dev\"\n\n[contexts.dev] # mine\nbootstrap = \"h:2\" # here\ntls = true\n\
         resolve = [\"a:1=b:1\", \"c:1=d:1\"]\n\n[contexts.dev.properties]\n\"client.id\" = \"me\"\n"
    );
    home.kt("context unset dev client.id resolve tls").succeeds();
    assert!(!text().contains("properties"), "{}", text());
    // One place of the password takes the other's.
    home.kt("context set dev user=ci password-env=A").succeeds();
    home.kt("context set dev password-file=~/.secret").succeeds();
    assert!(!text().contains("password-env"), "{}", text());
    let before = text();
    home.kt("context set dev tls=perhaps").fails(2).stderr_has("tls=true or tls=false");
    home.kt("context set dev timeout=soon").fails(2).stderr_has("timeout is a number with a unit");
    home.kt("context set dev bootstap=h:1").fails(2).stderr_has("did you mean   bootstrap ?");
    home.kt("context set dev password=x").fails(2).stderr_has("password is a secret");
    home.kt("context set dev sasl.password=x").fails(2).stderr_has("sasl.password is a secret");
    home.kt("context set dev bootstrap").fails(2).stderr_has("'bootstrap' sets nothing");
    home.kt("context set deev tls=true").fails(5).stderr_has("did you mean   dev ?");
    assert_eq!(text(), before);
}

#[test]
fn a_context_gets_another_name_and_stays_in_use() {
    let home =
        Home::with("context = \"dev\"\n[contexts.dev]\nbootstrap = \"h:1\"\n[contexts.prod]\nbootstrap = \"k:1\"\n");
    home.kt("context rename dev prod").fails(6).stderr_has("there is a context prod already");
    home.kt("context rename dev 'a b'").fails(2).stderr_has("'a b' is no name for a context");
    home.kt("context mv dev local").succeeds().stdout("Context dev is local now\n");
    home.kt("context current").succeeds().stdout("local\n");
    home.kt("context show -o json --jq .bootstrap -r").succeeds().stdout("h:1\n");
}

#[test]
fn a_context_begins_as_another_one() {
    let home = Home::with(
        "[contexts.prod]\nbootstrap = \"k:1\"\ntls = true\nuser = \"ci\"\nmechanism = \"SCRAM-SHA-512\"\n\
         password-env = \"P\"\n[contexts.prod.properties]\n\"client.id\" = \"a\"\n",
    );
    home.kt("context add ro --like prod --read-only -X client.id=b").succeeds();
    home.kt("context show ro").succeeds().stdout(&format!(
        "KEY\tVALUE\nname\tro\nfile\t{}\nbootstrap\tk:1\ntls\ttrue\nmechanism\tSCRAM-SHA-512\nuser\tci\n\
         password\t(from $P)\nread-only\ttrue\nclient.id\tb\n",
        home.file().display()
    ));
    // Somebody else's password is of no use.
    home.kt("context add bob --like prod --user bob -b k:2").succeeds();
    let shown = home.kt("context show bob").succeeds().stdout_has("bootstrap\tk:2\n").stdout_has("user\tbob\n");
    assert!(!shown.stdout.contains("$P") && !shown.stdout.contains("SCRAM"), "{shown}");
    home.kt("context add x").fails(2).stderr_has("--bootstrap");
    home.kt("context add x --like nowhere").fails(5).stderr_has("there is no context 'nowhere'");
}

#[test]
fn where_the_environment_is_stronger_current_says_so() {
    let home = Home::with("context = \"dev\"\n[contexts.dev]\nbootstrap = \"h:1\"\n");
    home.kt("context current").env("KT_BOOTSTRAP", "x:1").fails(5).stderr_has("KT_BOOTSTRAP is set, and is stronger");
}

#[test]
fn a_secret_is_no_flag() {
    let home = Home::new();
    home.kt("context add p -b k:1 -X sasl.password=geheim").fails(2).stderr_has("sasl.password is a secret");
    assert!(!home.file().exists());
    // Without a place for it the password is asked for, which is no secret in a file either.
    home.kt("context add p -b k:1 --user me").succeeds();
    home.kt("context show p").succeeds().stdout_has("password\t(from $KT_PASSWORD, or asked for)\n");
}

#[test]
fn what_holds_is_told_with_where_it_comes_from() {
    let home = Home::with(
        "context = \"dev\"\n[contexts.dev]\nbootstrap = \"d:1\"\ntimeout = \"5s\"\n[contexts.p]\nbootstrap = \"p:1\"\n",
    );
    let file = home.file().display().to_string();
    home.kt("context show --resolved").succeeds().stdout(&format!(
        "KEY\tVALUE\tFROM\ncontext\tdev\t{file}\nbootstrap\td:1\tcontext dev in {file}\ntimeout\t5s\tcontext dev in {file}\n"
    ));
    home.kt("context show --resolved").env("KT_CONTEXT", "p").succeeds().stdout_has("context\tp\tKT_CONTEXT\n");
    home.kt("context show --resolved")
        .env("KT_BOOTSTRAP", "e:1")
        .succeeds()
        .stdout("KEY\tVALUE\tFROM\nbootstrap\te:1\tKT_BOOTSTRAP\n");
    // The project is stronger than the user's file.
    std::fs::write(home.0.path().join(".kt.toml"), "context = \"ours\"\n[contexts.ours]\nbootstrap = \"o:1\"\n")
        .unwrap();
    home.kt("context show --resolved").succeeds().stdout_has("bootstrap\to:1\tcontext ours in ");
    home.kt("context use p").succeeds().stderr_has("in this project ");
}

#[test]
fn a_projects_file_runs_nothing() {
    let home = Home::with("");
    let trace = home.0.path().join("ran");
    let command =
        format!("[contexts.o]\nbootstrap = \"o:1\"\nuser = \"x\"\npassword-command = \"touch {}\"\n", trace.display());
    std::fs::write(home.0.path().join(".kt.toml"), format!("context = \"o\"\n{command}")).unwrap();
    home.kt("topics list").fails(2).stderr_has("a project's file may not say password-command");
    assert!(!trace.exists());
}

#[test]
fn an_unknown_key_is_told_and_not_skipped() {
    let home = Home::with("[contexts.dev]\nbootstap = \"d:1\"\n");
    home.kt("topics list").fails(2).stderr_has("there is no key 'bootstap'").stderr_has("did you mean   bootstrap ?");
    // An address in the call needs no file.
    home.kt("topics list -b 127.0.0.1:1 --timeout 1s").fails(3);
}

#[test]
fn tools_work_in_a_context_in_both_grammars() {
    let broker = broker();
    let home = Home::with(&format!("[contexts.here]\nbootstrap = \"{}\"\n", broker.address));
    home.kt("topics create t -C here").succeeds();
    home.kt("-C here topics list --output name").succeeds().stdout("t\n");
    home.kt("-C here topics --list").succeeds().stdout("t\n");
    home.kt("topics --list").env("KT_CONTEXT", "here").succeeds().stdout("t\n");
    home.kt("-C there topics list").fails(5).stderr_has("there is no context 'there'");
    home.kt("-C there topics --list").fails(1).stdout("").stderr_has("there is no context 'there'");
}

#[test]
fn a_protected_context_lets_nothing_be_destroyed_by_the_way() {
    let broker = broker();
    let home = Home::with(&format!(
        "context = \"prod\"\n[contexts.prod]\nbootstrap = \"{}\"\nprotected = true\n",
        broker.address
    ));
    for topic in ["a", "b", "c", "d"] {
        home.kt(&format!("topics create {topic} --partitions 1")).succeeds();
    }
    home.kt("topics delete a").fails(6).stderr(
        "topic a: 1 partition, 0 messages\nerror: this wants a confirmation, and nobody is there to give it\n  \
         hint: add --yes --context prod, or --yes-i-mean prod\n",
    );
    home.kt("topics delete a --yes").fails(6).stderr_has("context prod is protected: --yes alone is not enough");
    home.kt("topics delete a --yes-i-mean test").fails(6);
    // Kafka's grammar never asks, so there it is refused; with the address in the call it is the original's own act.
    home.kt("topics --delete --topic a").fails(1).stderr_has("context prod is protected");
    home.kt("topics list --output name").succeeds().stdout("a\nb\nc\nd\n");
    home.kt("topics delete a --yes --context prod").succeeds().stdout("Deleted topic a\n");
    home.kt("topics delete b --yes-i-mean prod").succeeds().stdout("Deleted topic b\n");
    home.kt(&format!("topics --delete --topic c --bootstrap-server {}", broker.address)).succeeds().stdout("");
    home.kt("topics delete d --dry-run")
        .succeeds()
        .stdout("Would delete topic d\n")
        .stderr("topic d: 1 partition, 0 messages\nnote: dry run: nothing was changed\n");
    home.kt("topics list --output name").succeeds().stdout("d\n");
}

#[test]
fn in_a_read_only_context_nothing_is_changed() {
    let broker = broker();
    broker.kt("topics create t").succeeds();
    broker.kt("produce t").stdin("old\n").succeeds();
    let home =
        Home::with(&format!("context = \"ro\"\n[contexts.ro]\nbootstrap = \"{}\"\nread-only = true\n", broker.address));
    home.kt("topics create u").fails(6).stderr_has("context ro is read-only: nothing was changed");
    home.kt("topics delete t --yes --context ro").fails(6);
    home.kt("configs set topic/t retention.ms=1").fails(6);
    home.kt("produce t").stdin("x\n").run().stderr_has("context ro is read-only");
    home.kt("topics list --output name").succeeds().stdout("t\n");
    home.kt("consume t --from-beginning --max-messages 1").succeeds().stdout("old\n");
}

#[test]
fn a_wrong_address_brings_the_context_with_a_similar_one_to_mind() {
    let home = Home::with("[contexts.prod]\nbootstrap = \"kafka.prod.invalid:9092\"\n");
    home.kt("topics list -b kafka.prodd.invalid:9092 --timeout 2s")
        .fails(3)
        .stderr_has("a context with a similar address: prod → kafka.prod.invalid:9092   kt -C prod …");
}

#[test]
fn the_page_on_configuration_is_there() {
    kt("help config").succeeds().stdout_has("[contexts.prod]");
    kt("help offsets").succeeds().stdout_has("@-1h");
    kt("help formats").succeeds().stdout_has("jsonl");
    kt_args(["help", "cofnig"]).fails(2).stderr_has("did you mean   kt help config ?");
}

#[test]
fn a_prompt_names_the_context_and_never_fails() {
    let home = Home::with(
        "context = \"dev\"\n[contexts.dev]\nbootstrap = \"h:1\"\n[contexts.prod]\nbootstrap = \"p:1\"\nprotected = true\n",
    );
    home.kt("context prompt").succeeds().stdout("dev\n").stderr("");
    home.kt("context prompt").env("KT_CONTEXT", "prod").succeeds().stdout("prod!\n");
    home.kt("context prompt").env("KT_CONTEXT", "nobody").succeeds().stdout("").stderr("");
    Home::with("not toml").kt("context prompt").succeeds().stdout("").stderr("");
    Home::new().kt("context prompt").succeeds().stdout("").stderr("");
}

#[test]
fn a_file_is_edited_and_what_breaks_its_rules_is_not_saved() {
    let text = "# mine\n[contexts.dev]\nbootstrap = \"h:1\"\n";
    let home = Home::with(text);
    let edit = |command: &str| home.kt("context edit -y").env("VISUAL", command).env("TMPDIR", home.0.path());
    let saved = format!("Saved {}\n", home.file().display());
    edit("sed -i s/h:1/h:2/").succeeds().stdout(&saved);
    assert_eq!(std::fs::read_to_string(home.file()).unwrap(), text.replace("h:1", "h:2"));
    edit("true").succeeds().stdout("").stderr("note: nothing was changed\n");
    edit("false").fails(1).stderr_has("false ended with an error; nothing was changed");
    let broken =
        edit("sed -i s/bootstrap/botstrap/").fails(2).stderr_has("botstrap").stderr_has("what you wrote is in ");
    assert_eq!(std::fs::read_to_string(home.file()).unwrap(), text.replace("h:1", "h:2"), "{broken}");
    // A file that is broken already can be mended.
    std::fs::write(home.file(), "[contexts.dev]\nbotstrap = \"h:1\"\n").unwrap();
    edit("sed -i s/botstrap/bootstrap/").succeeds().stdout(&saved);
    home.kt("context edit").env("VISUAL", "true").fails(2).stderr_has("an editor needs a terminal");
    let left: Vec<_> = std::fs::read_dir(home.0.path()).unwrap().map(|one| one.unwrap().file_name()).collect();
    assert_eq!(left.len(), 2, "the file, and what could not be used: {left:?}");
}
