//! Which context a call is in: the flag, the environment, the project's file, the user's file, in this order of strength.

use std::path::PathBuf;

use super::file::{self, File, Owner, Profile};
use crate::commands::failure::{Exit, Failure};
use crate::commands::suggest;

/// The variable that names a context.
pub const VARIABLE: &str = "KT_CONTEXT";

/// The files there are, the stronger one first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contexts {
    pub project: Option<File>,
    pub user: Option<File>,
}

/// What chose the context.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum By {
    Flag,
    Variable,
    File(PathBuf),
}

impl std::fmt::Display for By {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            By::Flag => f.write_str("--context"),
            By::Variable => f.write_str(VARIABLE),
            By::File(path) => write!(f, "{}", path.display()),
        }
    }
}

/// A context in use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    pub name: String,
    pub by: By,
    /// The file that describes it.
    pub file: PathBuf,
    pub profile: Profile,
}

impl Contexts {
    /// Reads both files.
    pub fn read(var: &dyn Fn(&str) -> Option<String>) -> Result<Self, Failure> {
        let project = match std::env::current_dir().ok().and_then(|here| file::project_path(&here)) {
            Some(path) => file::read(&path, Owner::Project)?,
            None => None,
        };
        let user = match file::user_path(var) {
            Some(path) => file::read(&path, Owner::User)?,
            None => None,
        };
        Ok(Self { project, user })
    }

    /// The one that holds when neither the call nor the environment names one.
    pub fn current(&self) -> Option<(&str, By)> {
        let files = [&self.project, &self.user].into_iter().flatten();
        files.filter_map(|file| Some((file.current.as_deref()?, By::File(file.path.clone())))).next()
    }

    pub fn all(&self) -> Vec<(&str, &File, &Profile)> {
        let mut found: Vec<(&str, &File, &Profile)> = Vec::new();
        for file in [&self.project, &self.user].into_iter().flatten() {
            for (name, profile) in &file.contexts {
                if !found.iter().any(|(known, ..)| known == name) {
                    found.push((name, file, profile));
                }
            }
        }
        found.sort_by_key(|(name, ..)| *name);
        found
    }

    /// The context of a name.
    pub fn named(&self, name: &str, by: By) -> Result<Chosen, Failure> {
        let all = self.all();
        let found = all.iter().find(|(known, ..)| *known == name);
        if let Some((_, file, profile)) = found {
            let (file, profile) = (file.path.clone(), (*profile).clone());
            return Ok(Chosen { name: name.to_owned(), by, file, profile });
        }
        let nearest = suggest::nearest(name, all.iter().map(|(known, ..)| *known));
        let mut failure = Failure::new(format!("there is no context '{name}'")).exit(Exit::NotFound).kafka_on_stderr();
        if by != By::Flag {
            failure = failure.because(format!("it is named by {by}"));
        }
        Err(failure
            .hint_if_any(nearest.map(|near| format!("did you mean   {near} ?")))
            .hint(format!("kt context list, or kt context add {name} --bootstrap host:9092")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn file(path: &str, text: &str) -> Option<File> {
        Some(file::parse(text, Path::new(path), Owner::User).unwrap())
    }

    #[test]
    fn the_projects_choice_wins_and_its_contexts_hide_the_users_of_the_same_name() {
        let contexts = Contexts {
            project: file("/p", "context = \"a\"\n[contexts.a]\nbootstrap = \"p:1\"\n"),
            user: file(
                "/u",
                "context = \"b\"\n[contexts.a]\nbootstrap = \"u:1\"\nuser = \"x\"\n[contexts.b]\nbootstrap = \"u:2\"\n",
            ),
        };
        assert_eq!(contexts.current(), Some(("a", By::File("/p".into()))));
        let a = contexts.named("a", By::Flag).unwrap();
        // Nothing of the user's context goes to the project's address.
        assert_eq!((a.profile.bootstrap.as_deref(), a.profile.user), (Some("p:1"), None));
        assert_eq!(contexts.all().iter().map(|(name, ..)| *name).collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(contexts.named("c", By::Variable).unwrap_err().what(), "there is no context 'c'");
    }
}
