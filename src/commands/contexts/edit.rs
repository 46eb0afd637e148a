//! Changes of the user's file. What stands in it otherwise, comments too, stays as it is.

use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use toml_edit::{Array, DocumentMut, Item, Table, TableLike, Value, value};

use super::file::{self, Owner, Profile};
use super::secret::Source;
use crate::commands::failure::{Failure, file as file_failure};

/// The user's file, to be changed.
pub struct Editor {
    pub path: PathBuf,
    document: DocumentMut,
}

impl Editor {
    /// Reads the file; an empty one stands for one that is not there yet.
    pub fn open(var: &dyn Fn(&str) -> Option<String>) -> Result<Self, Failure> {
        let path = place(var)?;
        // Read by the rules first: what is broken is not written over.
        file::read(&path, Owner::User)?;
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
            Err(error) => return Err(file_failure("read", path.display(), &error)),
        };
        let document = text.parse().map_err(|error| Failure::usage(format!("{}: {error}", path.display())))?;
        Ok(Self { path, document })
    }

    /// The file's text as it is, also where it breaks the rules: an editor is the way to mend it.
    pub fn text(var: &dyn Fn(&str) -> Option<String>) -> Result<(PathBuf, String), Failure> {
        let path = place(var)?;
        match std::fs::read_to_string(&path) {
            Ok(text) => Ok((path, text)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok((path, String::new())),
            Err(error) => Err(file_failure("read", path.display(), &error)),
        }
    }

    /// Puts another text in place of the file's; what breaks the rules is refused.
    pub fn replace(path: PathBuf, text: &str) -> Result<(), Failure> {
        file::parse(text, &path, Owner::User)?;
        let document = text.parse().map_err(|error| Failure::usage(format!("{}: {error}", path.display())))?;
        Self { path, document }.save()
    }

    pub fn choose(&mut self, name: Option<&str>) {
        match name {
            Some(name) => self.document["context"] = value(name),
            None => _ = self.document.remove("context"),
        }
    }

    pub fn put(&mut self, name: &str, profile: &Profile) {
        let contexts = self.document.entry("contexts").or_insert_with(|| {
            let mut table = Table::new();
            table.set_implicit(true);
            Item::Table(table)
        });
        if let Some(contexts) = contexts.as_table_like_mut() {
            contexts.insert(name, Item::Table(written(profile)));
        }
    }

    fn context(&mut self, name: &str) -> Option<&mut dyn TableLike> {
        self.document.get_mut("contexts")?.get_mut(name)?.as_table_like_mut()
    }

    /// A key of a context that is there; what stands beside it stays.
    pub fn set(&mut self, name: &str, key: &str, to: Value) {
        if let Some(context) = self.context(name) {
            match context.get_mut(key).and_then(Item::as_value_mut) {
                Some(there) => {
                    let decor = there.decor().clone();
                    *there = to;
                    *there.decor_mut() = decor;
                }
                None => _ = context.insert(key, value(to)),
            }
        }
    }

    pub fn unset(&mut self, name: &str, key: &str) {
        if let Some(context) = self.context(name) {
            context.remove(key);
        }
    }

    /// A client setting of a context, or its end.
    pub fn set_property(&mut self, name: &str, key: &str, to: Option<&str>) {
        let Some(context) = self.context(name) else { return };
        if to.is_some() && context.get("properties").is_none() {
            context.insert("properties", Item::Table(Table::new()));
        }
        let Some(properties) = context.get_mut("properties").and_then(Item::as_table_like_mut) else { return };
        match to {
            Some(text) => _ = properties.insert(key, value(text)),
            None => _ = properties.remove(key),
        }
        if properties.is_empty() {
            context.remove("properties");
        }
    }

    pub fn rename(&mut self, from: &str, to: &str) {
        let contexts = self.document.get_mut("contexts").and_then(Item::as_table_like_mut);
        if let Some(contexts) = contexts
            && let Some(context) = contexts.remove(from)
        {
            contexts.insert(to, context);
        }
        if self.document.get("context").and_then(Item::as_str) == Some(from) {
            self.choose(Some(to));
        }
    }

    /// Whether there was one.
    pub fn remove(&mut self, name: &str) -> bool {
        let contexts = self.document.get_mut("contexts").and_then(Item::as_table_like_mut);
        let removed = contexts.is_some_and(|contexts| contexts.remove(name).is_some());
        if removed && self.document.get("context").and_then(Item::as_str) == Some(name) {
            self.choose(None);
        }
        removed
    }

    /// Writes the file beside its place and moves it there: a crash leaves the old one or the new one.
    pub fn save(&self) -> Result<(), Failure> {
        let text = self.document.to_string();
        file::parse(&text, &self.path, Owner::User)?;
        let cannot = |error: &std::io::Error| file_failure("write", self.path.display(), error);
        // A link (of somebody's dotfiles) stays one.
        let place = std::fs::canonicalize(&self.path).unwrap_or_else(|_| self.path.clone());
        let folder = place.parent().unwrap_or(Path::new("."));
        std::fs::create_dir_all(folder).map_err(|error| cannot(&error))?;
        let beside = folder.join(format!(".config.toml.{}", std::process::id()));
        let write = || {
            let mut options = std::fs::OpenOptions::new();
            let mut file = options.write(true).create(true).truncate(true).mode(0o600).open(&beside)?;
            file.write_all(text.as_bytes())?;
            file.sync_all()?;
            std::fs::rename(&beside, &place)
        };
        write().map_err(|error| {
            let _ = std::fs::remove_file(&beside); // it may not have come so far
            cannot(&error)
        })
    }
}

fn place(var: &dyn Fn(&str) -> Option<String>) -> Result<PathBuf, Failure> {
    file::user_path(var).ok_or_else(|| {
        Failure::usage("there is no place for a configuration").hint("set HOME, XDG_CONFIG_HOME or KT_CONFIG")
    })
}

fn written(profile: &Profile) -> Table {
    let mut table = Table::new();
    let mut text = |key: &str, text: &Option<String>| {
        if let Some(text) = text {
            table[key] = value(text.as_str());
        }
    };
    text("bootstrap", &profile.bootstrap);
    text("command-config", &profile.command_config.as_ref().map(|path| path.display().to_string()));
    text("mechanism", &profile.mechanism);
    text("user", &profile.user);
    text("timeout", &profile.timeout.map(|time| humantime::format_duration(time).to_string()));
    match &profile.password {
        Some(Source::Variable(name)) => table["password-env"] = value(name.as_str()),
        Some(Source::File(path)) => table["password-file"] = value(path.display().to_string()),
        Some(Source::Command(line)) => table["password-command"] = value(line.as_str()),
        Some(Source::Keyring(name)) => table["password-keyring"] = value(name.as_str()),
        None => {}
    }
    if let Some(tls) = profile.tls {
        table["tls"] = value(tls);
    }
    for (key, set) in [("protected", profile.protected), ("read-only", profile.read_only)] {
        if set {
            table[key] = value(true);
        }
    }
    if !profile.resolve.is_empty() {
        table["resolve"] = value(profile.resolve.iter().map(String::as_str).collect::<Array>());
    }
    if !profile.properties.is_empty() {
        let mut properties = Table::new();
        for (key, text) in &profile.properties {
            properties[key.as_str()] = value(text.as_str());
        }
        table["properties"] = Item::Table(properties);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_other_contexts_stay() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("kt/config.toml");
        let var = |name: &str| (name == "XDG_CONFIG_HOME").then(|| folder.path().display().to_string());
        let mut editor = Editor::open(&var).unwrap();
        editor.put("dev", &Profile { bootstrap: Some("h:1".into()), ..Profile::default() });
        editor.save().unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "[contexts.dev]\nbootstrap = \"h:1\"\n");
        std::fs::write(&path, "# mine\ncontext = \"dev\"\n\n[contexts.dev] # here\nbootstrap = \"h:1\"\n").unwrap();
        let mut editor = Editor::open(&var).unwrap();
        let properties = vec![("client.id".to_owned(), "x".to_owned())];
        editor.put("p", &Profile { properties, protected: true, ..Profile::default() });
        editor.save().unwrap();
        assert_eq!(
            std::fs::read_to_string(&path).unwrap(),
            "# mine\ncontext = \"dev\"\n\n[contexts.dev] # here\nbootstrap = \"h:1\"\n\n[contexts.p]\nprotected = true\n\n\
             [contexts.p.properties]\n\"client.id\" = \"x\"\n"
        );
        let mut editor = Editor::open(&var).unwrap();
        assert!(editor.remove("dev") && !editor.remove("dev"));
        editor.save().unwrap();
        let left = file::read(&path, Owner::User).unwrap().unwrap();
        assert_eq!((left.current, left.contexts.len()), (None, 1));
    }
}
