//! `kt context set`, `unset`, `rename` and `add --like`: contexts that are there already, or begin as another one.

use super::choice::{By, Contexts};
use super::edit::Editor;
use super::file::{self, KEYS, Owner, Profile, check_name, is_secret};
use super::verbs::{secret_as_flag, var};
use crate::client::settings::parse_servers;
use crate::commands::context::Context;
use crate::commands::failure::{Exit, Failure};
use crate::commands::said::Done;
use crate::commands::suggest;

/// Keys that are no texts in the file.
const FLAGS: [&str; 3] = ["tls", "protected", "read-only"];

/// The user's own context of this name, to be changed.
fn own(name: &str) -> Result<Editor, Failure> {
    let editor = Editor::open(&var)?;
    if file::read(&editor.path, Owner::User)?.is_some_and(|file| file.get(name).is_some()) {
        return Ok(editor);
    }
    let known = Contexts::read(&var)?.named(name, By::Flag)?;
    Err(Failure::new(format!("context {name} stands in {}, which is the project's", known.file.display()))
        .exit(Exit::Conflict)
        .hint("change it there with an editor"))
}

/// `KEY=VALUE…`: a key of the file, or with a dot in it a client setting.
pub fn set(name: &str, pairs: &[String], cx: &mut Context) -> Result<(), Failure> {
    let mut editor = own(name)?;
    for pair in pairs {
        let wrong = || Failure::usage(format!("'{pair}' sets nothing")).hint("KEY=VALUE, such as timeout=10s");
        let (key, text) = pair.split_once('=').ok_or_else(wrong)?;
        let (key, text) = (known(key.trim())?, text.trim());
        match key {
            _ if key.contains('.') => {
                if is_secret(key) {
                    return Err(secret_as_flag(key));
                }
                editor.set_property(name, key, Some(text));
            }
            "bootstrap" => {
                parse_servers("bootstrap", text).map_err(crate::client::Error::from)?;
                editor.set(name, key, text.into());
            }
            "resolve" => editor.set(name, key, text.split(',').map(str::trim).collect::<toml_edit::Array>().into()),
            _ if FLAGS.contains(&key) => {
                let flag = text.parse::<bool>();
                editor.set(name, key, flag.map_err(|_| wrong().hint(format!("{key}=true or {key}=false")))?.into());
            }
            _ => {
                // The places of a password exclude each other.
                if key.starts_with("password-") {
                    KEYS.iter().filter(|key| key.starts_with("password-")).for_each(|key| editor.unset(name, key));
                }
                editor.set(name, key, text.into());
            }
        }
    }
    editor.save()?;
    cx.report(&Done::new(format!("Changed context {name}"), "CONTEXT", "context", name))
}

pub fn unset(name: &str, keys: &[String], cx: &mut Context) -> Result<(), Failure> {
    let mut editor = own(name)?;
    for key in keys {
        match known(key.trim())? {
            key if key.contains('.') => editor.set_property(name, key, None),
            key => editor.unset(name, key),
        }
    }
    editor.save()?;
    cx.report(&Done::new(format!("Changed context {name}"), "CONTEXT", "context", name))
}

fn known(key: &str) -> Result<&str, Failure> {
    if key == "password" {
        return Err(secret_as_flag(key));
    }
    if key.contains('.') || KEYS.contains(&key) && key != "properties" {
        return Ok(key);
    }
    Err(Failure::usage(format!("a context has no key '{key}'"))
        .hint_if_any(suggest::hint(key, KEYS))
        .hint("kt help config   shows the keys; client settings have a dot in their names: client.id=me"))
}

pub fn rename(from: &str, to: &str, cx: &mut Context) -> Result<(), Failure> {
    check_name(to)?;
    let mut editor = own(from)?;
    if file::read(&editor.path, Owner::User)?.is_some_and(|file| file.get(to).is_some()) {
        return Err(Failure::new(format!("there is a context {to} already"))
            .exit(Exit::Conflict)
            .hint(format!("kt context remove {to}")));
    }
    editor.rename(from, to);
    editor.save()?;
    cx.report(&Done::new(format!("Context {from} is {to} now"), "CONTEXT", "context", to))
}

/// What `--like` takes from another context: all that the flags do not say themselves.
pub fn like(other: &str, own: Profile) -> Result<Profile, Failure> {
    let like = Contexts::read(&var)?.named(other, By::Flag)?.profile;
    // Another user has another password, and perhaps another way to log in.
    let login = own.user.is_some();
    let of_login = |value: Option<String>| value.filter(|_| !login);
    let said = |key: &str| own.properties.iter().any(|(known, _)| known == key);
    let properties: Vec<(String, String)> = like.properties.into_iter().filter(|(key, _)| !said(key)).collect();
    Ok(Profile {
        bootstrap: own.bootstrap.or(like.bootstrap),
        command_config: own.command_config.or(like.command_config),
        tls: own.tls.or(like.tls),
        mechanism: own.mechanism.or(of_login(like.mechanism)),
        user: own.user.or(of_login(like.user)),
        password: own.password.or(like.password.filter(|_| !login)),
        properties: properties.into_iter().chain(own.properties).collect(),
        resolve: if own.resolve.is_empty() { like.resolve } else { own.resolve },
        timeout: own.timeout.or(like.timeout),
        protected: own.protected || like.protected,
        read_only: own.read_only || like.read_only,
    })
}
