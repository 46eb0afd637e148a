//! The files that hold contexts: the user's `config.toml`, and a project's `.kt.toml`.
//!
//! A project's file comes with somebody else's repository. It may choose a context and describe new ones, but it may
//! neither run a command, nor read a file for a password or a token, nor change a context of the user's own: a context
//! of its own replaces one of the same name whole, so that a password never travels to an address it was not meant for.

use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::time::Duration;

use toml_edit::{DocumentMut, Item, TableLike, Value};

use super::secret::Source;
use crate::commands::failure::{Failure, file as file_failure};
use crate::commands::suggest;

/// The project's file.
pub const PROJECT_FILE: &str = ".kt.toml";

/// One cluster and how to get in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    pub bootstrap: Option<String>,
    /// A Java client's properties; a relative path starts at the folder of the file that names it.
    pub command_config: Option<PathBuf>,
    pub tls: Option<bool>,
    pub mechanism: Option<String>,
    pub user: Option<String>,
    pub password: Option<Source>,
    /// Client settings; they win over `command_config` and over what follows from the keys above.
    pub properties: Vec<(String, String)>,
    pub resolve: Vec<String>,
    pub timeout: Option<Duration>,
    /// What destroys asks for the context's name.
    pub protected: bool,
    /// Nothing is changed at all.
    pub read_only: bool,
}

/// What one file says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    pub path: PathBuf,
    pub current: Option<String>,
    pub contexts: Vec<(String, Profile)>,
}

impl File {
    pub fn get(&self, name: &str) -> Option<&Profile> {
        self.contexts.iter().find(|(known, _)| known == name).map(|(_, profile)| profile)
    }
}

/// Whose file it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    User,
    Project,
}

/// Where the user's file lies: `KT_CONFIG`, `XDG_CONFIG_HOME/kt/config.toml`, `~/.config/kt/config.toml`.
pub fn user_path(var: &dyn Fn(&str) -> Option<String>) -> Option<PathBuf> {
    let set = |name: &str| var(name).filter(|value| !value.is_empty());
    if let Some(path) = set("KT_CONFIG") {
        return Some(PathBuf::from(path));
    }
    let folder = set("XDG_CONFIG_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
    let folder = folder.or_else(|| set("HOME").map(|home| Path::new(&home).join(".config")))?;
    Some(folder.join("kt").join("config.toml"))
}

/// The project's file: in this folder or, inside a repository, in one above up to the repository's own.
pub fn project_path(from: &Path) -> Option<PathBuf> {
    let root = from.ancestors().find(|folder| folder.join(".git").exists());
    let here = from.join(PROJECT_FILE);
    let Some(root) = root else { return here.is_file().then_some(here) };
    from.ancestors()
        .take_while(|folder| folder.starts_with(root))
        .map(|folder| folder.join(PROJECT_FILE))
        .find(|path| path.is_file())
}

/// Reads a file; `None` if there is none.
pub fn read(path: &Path, owner: Owner) -> Result<Option<File>, Failure> {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        // The configuration's own folder may be a file, or XDG_CONFIG_HOME point into one.
        Err(error) if error.kind() == std::io::ErrorKind::NotADirectory => return Ok(None),
        Err(error) => return Err(file_failure("read", path.display(), &error)),
    };
    if owner == Owner::Project {
        of_this_user(path)?;
    }
    let file = parse(&text, path, owner)?;
    if holds_secrets(&file) {
        only_for_this_user(path)?;
    }
    Ok(Some(file))
}

/// A file that somebody else has put where others walk is not believed.
fn of_this_user(path: &Path) -> Result<(), Failure> {
    let metadata = std::fs::metadata(path).map_err(|error| file_failure("read", path.display(), &error))?;
    let (owner, me) = (metadata.uid(), rustix::process::geteuid().as_raw());
    if owner == me || owner == 0 {
        return Ok(());
    }
    Err(Failure::usage(format!("{} belongs to another user (uid {owner}), and is not read", path.display()))
        .because("whoever can write it decides which cluster this call talks to")
        .hint("name the cluster in the call: -b host:9092, or -C CONTEXT of your own file"))
}

fn holds_secrets(file: &File) -> bool {
    file.contexts.iter().any(|(_, profile)| profile.properties.iter().any(|(key, _)| is_secret(key)))
}

fn only_for_this_user(path: &Path) -> Result<(), Failure> {
    let metadata = std::fs::metadata(path).map_err(|error| file_failure("read", path.display(), &error))?;
    if metadata.permissions().mode() & 0o077 == 0 {
        return Ok(());
    }
    Err(Failure::usage(format!("{} holds a password, and other users can read it", path.display()))
        .hint(format!("chmod 600 {}", path.display()))
        .hint("or keep the password elsewhere: password-command, password-keyring, password-file or password-env"))
}

/// Client settings that are shown to nobody.
pub fn is_secret(key: &str) -> bool {
    let key = key.to_ascii_lowercase();
    key.contains("password")
        || key.contains("jaas")
        || key.ends_with("token")
        || key.contains("secret")
        || key == "ssl.keystore.key"
        || key == "ssl.key.pem"
}

/// What a context may say.
pub const KEYS: [&str; 16] = [
    "bootstrap",
    "command-config",
    "tls",
    "mechanism",
    "user",
    "password-env",
    "password-file",
    "password-command",
    "password-keyring",
    "properties",
    "resolve",
    "timeout",
    "protected",
    "read-only",
    "password",
    "about",
];

/// Reads the text of a file.
pub fn parse(text: &str, path: &Path, owner: Owner) -> Result<File, Failure> {
    let document: DocumentMut = text.parse().map_err(|error: toml_edit::TomlError| {
        let line = error.span().map_or(1, |span| text[..span.start.min(text.len())].lines().count().max(1));
        Failure::usage(format!("{}:{line}: {}", path.display(), error.message().trim()))
    })?;
    let mut file = File { path: path.to_owned(), current: None, contexts: Vec::new() };
    let wrong = |what: String| Failure::usage(format!("{}: {what}", path.display()));
    for (key, item) in document.iter() {
        match key {
            "context" if item.is_str() => file.current = item.as_str().map(str::to_owned),
            "contexts" => {
                let table = item.as_table_like().ok_or_else(|| wrong("contexts is no table".into()))?;
                for (name, item) in table.iter() {
                    check_name(name).map_err(|failure| failure.because(path.display().to_string()))?;
                    let about = |what: String| wrong(format!("context {name}: {what}"));
                    let table = item.as_table_like().ok_or_else(|| about("it is no table".into()))?;
                    let profile = profile(table, path, owner).map_err(|failure| match failure {
                        Bad::What(what) => about(what),
                        Bad::Key(key) => {
                            about(format!("there is no key '{key}'")).hint_if_any(suggest::hint(&key, KEYS))
                        }
                        Bad::Foreign(key) => about(format!("a project's file may not say {key}"))
                            .because(
                                "it comes with the repository, and could send what is yours to an address of its own",
                            )
                            .hint(format!("describe the context in your own file: kt context add {name} …")),
                    })?;
                    file.contexts.push((name.to_owned(), profile));
                }
            }
            _ => {
                return Err(wrong(format!("there is no key '{key}'"))
                    .hint_if_any(suggest::hint(key, ["context", "contexts"]))
                    .hint("kt help config   shows what the file may hold"));
            }
        }
    }
    Ok(file)
}

/// What is wrong with a context.
enum Bad {
    What(String),
    Key(String),
    /// A project's file says what only the user's may.
    Foreign(String),
}

fn profile(table: &dyn TableLike, path: &Path, owner: Owner) -> Result<Profile, Bad> {
    let mut profile = Profile::default();
    let folder = path.parent().unwrap_or(Path::new("."));
    for (key, item) in table.iter() {
        let text =
            || item.as_str().map(str::to_owned).ok_or_else(|| Bad::What(format!("{key} wants a text in quotes")));
        let flag = || item.as_bool().ok_or_else(|| Bad::What(format!("{key} is true or false")));
        let foreign = match key {
            "command-config" | "password-file" | "password-command" | "password-keyring" => true,
            "password-env" => !item.as_str().is_some_and(|name| name.starts_with("KT_") || name.starts_with("KAFKA_")),
            _ => false,
        };
        if foreign && owner == Owner::Project {
            return Err(Bad::Foreign(match key {
                "password-env" => "password-env of a variable that begins with neither KT_ nor KAFKA_".to_owned(),
                key => key.to_owned(),
            }));
        }
        match key {
            "bootstrap" => profile.bootstrap = Some(text()?),
            "command-config" => profile.command_config = Some(at(folder, &text()?)),
            "tls" => profile.tls = Some(flag()?),
            "mechanism" => profile.mechanism = Some(text()?),
            "user" => profile.user = Some(text()?),
            "password-env" => profile.password = Some(Source::Variable(text()?)),
            "password-file" => profile.password = Some(Source::File(at(folder, &text()?))),
            "password-command" => profile.password = Some(Source::Command(text()?)),
            "password-keyring" => profile.password = Some(Source::Keyring(text()?)),
            "password" => {
                return Err(Bad::What(
                    "a password is not kept here; say password-command, password-keyring, password-file or \
                     password-env, or nothing, and it is asked for"
                        .into(),
                ));
            }
            "properties" => profile.properties = properties(item, owner)?,
            "resolve" => {
                let pairs = item
                    .as_array()
                    .ok_or_else(|| Bad::What("resolve is a list: [\"kafka:9092=localhost:9092\"]".into()))?;
                profile.resolve = pairs.iter().filter_map(Value::as_str).map(str::to_owned).collect();
            }
            "timeout" => {
                let time = humantime::parse_duration(&text()?);
                profile.timeout = Some(time.map_err(|_| Bad::What("timeout is a number with a unit: \"5s\"".into()))?);
            }
            "protected" => profile.protected = flag()?,
            "read-only" => profile.read_only = flag()?,
            "about" => _ = text()?,
            key => return Err(Bad::Key(key.to_owned())),
        }
    }
    Ok(profile)
}

fn properties(item: &Item, owner: Owner) -> Result<Vec<(String, String)>, Bad> {
    let table = item.as_table_like().ok_or_else(|| Bad::What("properties is a table".into()))?;
    let mut found = Vec::new();
    for (key, item) in table.iter() {
        if owner == Owner::Project && (is_secret(key) || key.ends_with("endpoint.url")) {
            return Err(Bad::Foreign(key.to_owned()));
        }
        let value = match item.as_value() {
            Some(Value::String(text)) => text.value().clone(),
            Some(Value::Integer(number)) => number.value().to_string(),
            Some(Value::Boolean(flag)) => flag.value().to_string(),
            _ => {
                return Err(Bad::What(format!("properties: write the key in quotes: \"{key}\" = \"…\"")));
            }
        };
        found.push((key.to_owned(), value));
    }
    Ok(found)
}

fn at(folder: &Path, path: &str) -> PathBuf {
    match (path.strip_prefix("~/"), std::env::var_os("HOME")) {
        (Some(rest), Some(home)) => Path::new(&home).join(rest),
        _ => folder.join(path),
    }
}

/// A name that can stand on a command line and before a colon: `prod:orders`.
pub fn check_name(name: &str) -> Result<(), Failure> {
    let legal = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    if !name.is_empty() && name.chars().all(legal) && !name.starts_with('-') {
        return Ok(());
    }
    Err(Failure::usage(format!("'{name}' is no name for a context")).hint("letters, digits, '-', '_' and '.'"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_text(text: &str, owner: Owner) -> Result<File, String> {
        parse(text, Path::new("/conf/config.toml"), owner).map_err(|failure| failure.what().to_owned())
    }

    #[test]
    fn a_context_says_where_the_cluster_is_and_how_to_get_in() {
        let file = read_text(
            "context = \"prod\"\n[contexts.prod]\nbootstrap = \"k:9093\"\ntls = true\nuser = \"ci\"\n\
             password-env = \"P\"\nprotected = true\ntimeout = \"5s\"\ncommand-config = \"p.properties\"\n\
             [contexts.prod.properties]\n\"client.id\" = \"x\"\n",
            Owner::User,
        )
        .unwrap();
        let prod = file.get("prod").unwrap();
        assert_eq!(file.current.as_deref(), Some("prod"));
        assert_eq!(prod.password, Some(Source::Variable("P".into())));
        assert_eq!(prod.command_config, Some("/conf/p.properties".into()));
        assert_eq!(prod.properties, [("client.id".to_owned(), "x".to_owned())]);
        assert!(prod.protected && !prod.read_only && prod.tls == Some(true));
    }

    #[test]
    fn what_the_file_may_not_hold_is_told_with_its_place() {
        let wrong = |text: &str| read_text(text, Owner::User).unwrap_err();
        assert!(wrong("context = \n").starts_with("/conf/config.toml:1: "), "{}", wrong("context = \n"));
        assert_eq!(wrong("[contexts.a]\nbootstap = \"x\""), "/conf/config.toml: context a: there is no key 'bootstap'");
        assert!(wrong("[contexts.a]\npassword = \"x\"").contains("a password is not kept here"));
        assert!(wrong("[contexts.\"a b\"]\n").contains("'a b' is no name for a context"));
        assert!(wrong("colour = 1").contains("there is no key 'colour'"));
        assert!(wrong("[contexts.a.properties]\nclient.id = \"x\"").contains("write the key in quotes"));
    }

    #[test]
    fn a_projects_file_reaches_for_nothing_of_the_users() {
        for line in [
            "password-command = \"pass show kafka\"",
            "password-keyring = \"kafka\"",
            "password-file = \"/home/me/.ssh/id\"",
            "password-env = \"AWS_SECRET_ACCESS_KEY\"",
            "command-config = \"/home/me/prod.properties\"",
            "properties = { \"sasl.oauthbearer.token.endpoint.url\" = \"file:///home/me/.ssh/id\" }",
            "properties = { \"sasl.password\" = \"x\" }",
        ] {
            let text = format!("[contexts.a]\nbootstrap = \"h:1\"\n{line}\n");
            assert!(read_text(&text, Owner::Project).unwrap_err().contains("a project's file may not say"), "{line}");
            assert!(read_text(&text, Owner::User).is_ok(), "{line}");
        }
        assert!(read_text("[contexts.a]\npassword-env = \"KAFKA_PASSWORD\"\n", Owner::Project).is_ok());
    }

    #[test]
    fn a_projects_file_is_looked_for_up_to_the_repository() {
        let folder = tempfile::tempdir().unwrap();
        let deep = folder.path().join("repo/src/deep");
        std::fs::create_dir_all(&deep).unwrap();
        std::fs::write(folder.path().join(PROJECT_FILE), "").unwrap();
        assert_eq!(project_path(&deep), None);
        std::fs::create_dir(folder.path().join("repo/.git")).unwrap();
        assert_eq!(project_path(&deep), None);
        let own = folder.path().join("repo").join(PROJECT_FILE);
        std::fs::write(&own, "").unwrap();
        assert_eq!(project_path(&deep), Some(own));
    }

    #[test]
    fn a_file_with_a_password_is_for_its_owner_only() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("config.toml");
        std::fs::write(&path, "[contexts.a.properties]\n\"sasl.password\" = \"x\"\n").unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
        assert!(read(&path, Owner::User).unwrap_err().what().contains("other users can read it"));
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
        assert!(read(&path, Owner::User).unwrap().is_some());
        assert_eq!(read(&folder.path().join("none.toml"), Owner::User).unwrap(), None);
    }
}
