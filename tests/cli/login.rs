//! Passwords that are asked for, and where else they come from.

use kt_codec::ApiKey;
use kt_codec::sasl_authenticate_request::SaslAuthenticateRequest;
use kt_codec::sasl_authenticate_response::SaslAuthenticateResponse;
use kt_codec::sasl_handshake_response::SaslHandshakeResponse;

use crate::support::fake::{Fake, KAFKA_2_1, fake, metadata};
use crate::support::terminal::{CTRL_C, ESCAPE};
use crate::support::{Kt, kt};

/// A broker with one topic that lets in alice and ci, whose password is secret.
fn broker_with_users() -> Fake {
    let mut offers = KAFKA_2_1.to_vec();
    offers.extend([(ApiKey::SaslHandshake, 0, 1), (ApiKey::SaslAuthenticate, 0, 1)]);
    fake(&offers, |asked| match asked.api {
        ApiKey::SaslHandshake => asked.answer(&SaslHandshakeResponse::default()),
        ApiKey::SaslAuthenticate => {
            let request: SaslAuthenticateRequest = asked.read();
            let right = [&b"\0alice\0secret"[..], b"\0ci\0secret"].contains(&&request.auth_bytes[..]);
            asked.answer(&SaslAuthenticateResponse {
                error_code: if right { 0 } else { 58 },
                error_message: (!right).then(|| "Authentication failed: Invalid username or password".into()),
                ..Default::default()
            })
        }
        _ => asked.answer(&metadata("127.0.0.1", asked.port, &[("orders", 1)])),
    })
}

/// A context `prod` of user ci on this broker, with one more line.
fn prod(broker: &Fake, more: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let text = format!("[contexts.prod]\nbootstrap = \"{}\"\nuser = \"ci\"\n{more}\n", broker.address());
    std::fs::write(folder.path().join("config.toml"), text).unwrap();
    folder
}

fn in_home(home: &tempfile::TempDir, line: &str) -> Kt {
    kt(line).env("KT_CONFIG", home.path().join("config.toml")).dir(home.path()).env("KT_PASSWORD", "")
}

#[test]
fn a_password_is_asked_for_once_and_not_shown() {
    let broker = broker_with_users();
    let home = prod(&broker, "");
    let question = format!("Password of ci for context prod ({}):", broker.address());
    let mut terminal = in_home(&home, "topics list -C prod -o name").at_a_terminal();
    terminal.shows(&question).press("secrex\x7ft\r").shows("orders\r\n");
    assert_eq!(terminal.ends(), Some(0));
    // In Kafka's grammar too; and nothing of what was typed stands on the screen.
    let mut terminal = in_home(&home, "-C prod topics --list").at_a_terminal();
    terminal.shows(&question).press("secret\r").shows(" \r\norders\r\n");
    assert_eq!(terminal.ends(), Some(0));
    let mut terminal = in_home(&home, "topics list -C prod").at_a_terminal();
    terminal.shows(&question).press("guess\r").shows("refused the PLAIN login");
    assert_eq!(terminal.ends(), Some(4));
}

#[test]
fn without_a_password_nothing_is_tried() {
    let broker = broker_with_users();
    let home = prod(&broker, "");
    let mut terminal = in_home(&home, "topics list -C prod").at_a_terminal();
    terminal.shows("Password of ci").press(ESCAPE).shows("error: ci cannot log in without a password");
    assert_eq!(terminal.ends(), Some(4));
    let mut terminal = in_home(&home, "topics list -C prod").at_a_terminal();
    terminal.shows("Password of ci").press(CTRL_C);
    assert_eq!(terminal.ends(), Some(130));
    let mut terminal = in_home(&home, "topics list -C prod --no-input").at_a_terminal();
    terminal.shows("error: nothing says what the password of ci is").shows("export KT_PASSWORD=");
    assert_eq!(terminal.ends(), Some(4));
    in_home(&home, "topics list -C prod")
        .fails(4)
        .stdout("")
        .stderr_has("nobody is there to be asked\n  hint: export KT_PASSWORD=…   in this shell\n        or say where it is in context prod:");
    assert!(broker.asked.lock().unwrap().is_empty());
}

#[test]
fn another_user_logs_in_with_a_password_of_his_own() {
    let broker = broker_with_users();
    let home = prod(&broker, "password-command = \"touch asked; echo wrong\"");
    in_home(&home, "topics list -C prod -o name --user alice")
        .env("KT_PASSWORD", "secret")
        .succeeds()
        .stdout("orders\n");
    // The context's own password is not even fetched.
    assert!(!home.path().join("asked").exists());
    in_home(&home, "topics list -C prod").fails(4);
    assert!(home.path().join("asked").exists());
    let mut terminal =
        in_home(&home, &format!("topics list -o name --user alice -b {}", broker.address())).at_a_terminal();
    terminal.shows(&format!("Password of alice for {}:", broker.address())).press("secret\r").shows("orders");
    assert_eq!(terminal.ends(), Some(0));
    in_home(&home, &format!("--user alice -b {} topics --list", broker.address()))
        .env("KT_PASSWORD", "secret")
        .succeeds()
        .stdout("orders\n");
}

#[test]
fn a_password_comes_from_the_keyring_of_the_machine() {
    let broker = broker_with_users();
    let home = prod(&broker, "password-keyring = \"kafka prod\"");
    let tools = tempfile::tempdir().unwrap();
    let path = format!("{}:{}", tools.path().display(), std::env::var("PATH").unwrap());
    let keyring = |script: &str| {
        for tool in ["secret-tool", "security"] {
            let file = tools.path().join(tool);
            std::fs::write(&file, format!("#!/bin/sh\n{script}\n")).unwrap();
            std::fs::set_permissions(&file, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
        }
    };
    let list = || in_home(&home, "topics list -C prod -o name").env("PATH", &path);
    keyring("case \"$*\" in *kt*'kafka prod') echo secret;; *) exit 1;; esac");
    list().succeeds().stdout("orders\n");
    keyring("exit 1");
    list().fails(4).stderr_has("the keyring gives no password 'kafka prod' for context prod").stderr_has(" kt ");
    in_home(&home, "context show prod").succeeds().stdout_has("password\t(from the keyring: kafka prod)\n");
    in_home(&home, "context add other -b k:1 --user me --password-keyring mine").succeeds();
    in_home(&home, "context show other").succeeds().stdout_has("(from the keyring: mine)");
}

/// In CI there is no file, and none is wanted.
#[test]
fn the_environment_alone_can_log_in() {
    let broker = broker_with_users();
    let ci =
        |line: &str| kt(line).env("KT_BOOTSTRAP", broker.address()).env("KT_USER", "ci").env("KT_PASSWORD", "secret");
    ci("topics list -o name").succeeds().stdout("orders\n");
    ci("topics --list").succeeds().stdout("orders\n");
    ci("topics list --user eve").fails(4).stderr_has("refused the PLAIN login");
    ci("context show --resolved").succeeds().stdout_has("user\tci\t--user or KT_USER\n");
    ci("topics list").env("KT_TLS", "perhaps").fails(2).stderr_has("KT_TLS is 'perhaps'");
    // A context has a login of its own, or none.
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("config.toml");
    std::fs::write(&file, format!("[contexts.open]\nbootstrap = \"{}\"\n", broker.address())).unwrap();
    let shown = ci("context show --resolved open").env("KT_CONFIG", &file).succeeds();
    assert!(!shown.stdout.contains("KT_USER"), "{shown}");
}
