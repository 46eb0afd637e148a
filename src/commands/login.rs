//! How a call logs in: as its context says, as `--user` says, with a password that is fetched or asked for.
//!
//! A password that nothing names comes from [`VARIABLE`], else a person is asked for it: on stderr, without an echo,
//! once a call, and only at a terminal. A script is told what to set.

use std::io::ErrorKind;

use parking_lot::Mutex;

use super::contexts::choice::Chosen;
use super::failure::{Exit, Failure, plain};
use crate::config::properties::Properties;
use crate::output::prompt;

/// Where the password of a user stands for whom nothing else names a place.
pub const VARIABLE: &str = "KT_PASSWORD";

/// What was typed: whom it was asked for, and the answer. A call may make several clients.
static TYPED: Mutex<Vec<(String, String)>> = Mutex::new(Vec::new());

/// What a context says, as client settings. The password of its user is of no use to `another`.
pub fn of_context(chosen: &Chosen, another: Option<&str>, properties: &mut Properties) -> Result<(), Failure> {
    let profile = &chosen.profile;
    if let Some(user) = &profile.user {
        properties.set("security.protocol", if profile.tls == Some(true) { "SASL_SSL" } else { "SASL_PLAINTEXT" });
        properties.set("sasl.mechanism", profile.mechanism.as_deref().unwrap_or("PLAIN"));
        properties.set("sasl.username", &**user);
        let password = profile.password.as_ref().filter(|_| another.is_none_or(|another| another == user));
        if let Some(password) = password {
            let password = password.fetch(&chosen.name, &|name| std::env::var(name).ok())?;
            properties.set("sasl.password", password);
        }
    } else if profile.tls == Some(true) {
        with_tls(properties);
    }
    for (key, value) in &profile.properties {
        properties.set(&**key, &**value);
    }
    Ok(())
}

/// `--tls`
pub fn with_tls(properties: &mut Properties) {
    let protocol = protocol(properties);
    properties.set("security.protocol", if protocol.starts_with("SASL") { "SASL_SSL" } else { "SSL" });
}

/// `--user`: in place of the user that the settings so far name, whose secrets go with him.
pub fn with_user(user: &str, properties: &mut Properties) {
    properties
        .set("security.protocol", if protocol(properties).ends_with("SSL") { "SASL_SSL" } else { "SASL_PLAINTEXT" });
    if properties.get("sasl.mechanism").or(properties.get("sasl.mechanisms")).is_none() {
        properties.set("sasl.mechanism", "PLAIN");
    }
    if properties.get("sasl.username") != Some(user) {
        properties.remove("sasl.password");
    }
    properties.remove("sasl.jaas.config");
    properties.set("sasl.username", user);
}

fn protocol(properties: &Properties) -> String {
    properties.get("security.protocol").unwrap_or_default().trim().to_ascii_uppercase()
}

/// The password that is still missing, from the variable or from a person. `place` is the cluster in a word.
pub fn complete(properties: &mut Properties, context: Option<&str>, place: &str, may_ask: bool) -> Result<(), Failure> {
    let Some(user) = waiting(properties).map(str::to_owned) else { return Ok(()) };
    let password = match std::env::var(VARIABLE).ok().filter(|value| !value.is_empty()) {
        Some(password) => password,
        None if may_ask && prompt::possible() => ask(&user, context, place)?,
        None => return Err(nobody_to_ask(&user, context)),
    };
    properties.set("sasl.password", password);
    Ok(())
}

/// The user of a login with a password, if there is none yet.
fn waiting(properties: &Properties) -> Option<&str> {
    let mechanism = properties.get("sasl.mechanism").or(properties.get("sasl.mechanisms"))?.trim().to_ascii_uppercase();
    let by_password =
        protocol(properties).starts_with("SASL") && (mechanism == "PLAIN" || mechanism.starts_with("SCRAM-"));
    let there = properties.get("sasl.password").or(properties.get("sasl.jaas.config")).is_some();
    properties.get("sasl.username").filter(|user| by_password && !there && !user.trim().is_empty())
}

fn ask(user: &str, context: Option<&str>, place: &str) -> Result<String, Failure> {
    let of = match context {
        Some(context) => format!("context {context} ({place})"),
        None => place.to_owned(),
    };
    let question = format!("Password of {user} for {of}:");
    let mut typed = TYPED.lock();
    if let Some((_, password)) = typed.iter().find(|(known, _)| *known == question) {
        return Ok(password.clone());
    }
    let none = || Failure::new(format!("{user} cannot log in without a password")).exit(Exit::Denied).kafka_on_stderr();
    match prompt::secret(&question) {
        Ok(Some(password)) if !password.is_empty() => {
            typed.push((question, password.clone()));
            Ok(password)
        }
        Ok(_) => Err(none().because("none was given")),
        Err(error) if error.kind() == ErrorKind::Interrupted => Err(Failure::with_status(130)),
        Err(error) => Err(none().because(format!("it cannot be asked for: {}", plain(&error)))),
    }
}

fn nobody_to_ask(user: &str, context: Option<&str>) -> Failure {
    let failure = Failure::new(format!("nothing says what the password of {user} is, and nobody is there to be asked"))
        .exit(Exit::Denied)
        .kafka_on_stderr()
        .hint(format!("export {VARIABLE}=…   in this shell"));
    match context {
        Some(context) => failure.hint(format!(
            "or say where it is in context {context}: password-command, password-keyring, password-file or password-env \
             (kt help config)"
        )),
        None => failure.hint("or keep it in a file of client settings: --command-config FILE"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn properties(text: &str) -> Properties {
        Properties::parse(text).expect("the test's lines are right")
    }

    #[test]
    fn a_password_is_wanted_only_where_one_is_missing() {
        let scram = "security.protocol=SASL_SSL\nsasl.mechanism=SCRAM-SHA-512\nsasl.username=me\n";
        let wanted = |more: &str| waiting(&properties(&format!("{scram}{more}"))).map(str::to_owned);
        assert_eq!(wanted(""), Some("me".into()));
        assert_eq!(wanted("sasl.password=x"), None);
        assert_eq!(wanted("sasl.jaas.config=x"), None);
        assert_eq!(wanted("sasl.mechanism=OAUTHBEARER"), None);
        assert_eq!(wanted("security.protocol=SSL"), None);
        assert_eq!(waiting(&properties("")), None);
    }

    #[test]
    fn another_user_takes_no_secret_of_the_one_before() {
        let mut found = properties("security.protocol=SSL\nsasl.username=you\nsasl.password=x\nsasl.jaas.config=y");
        with_user("me", &mut found);
        assert_eq!(waiting(&found), Some("me"));
        assert_eq!(found.get("security.protocol"), Some("SASL_SSL"));
        assert_eq!(found.get("sasl.mechanism"), Some("PLAIN"));
        let mut found = properties("sasl.username=me\nsasl.password=x\nsasl.mechanism=SCRAM-SHA-256");
        with_user("me", &mut found);
        assert_eq!((waiting(&found), found.get("sasl.password")), (None, Some("x")));
        assert_eq!(found.get("sasl.mechanism"), Some("SCRAM-SHA-256"));
    }
}
