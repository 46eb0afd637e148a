//! `kt configs edit`: what is set, in an editor; what is different afterwards is changed.

use std::io::IsTerminal;
use std::process::Command;

use super::{Action, Changes, Entities, run, settings};
use crate::commands::context::Context;
use crate::commands::failure::{Exit, Failure, file, plain};
use crate::config::properties::Properties;

pub fn edit(entities: Entities, cx: &mut Context) -> Result<(), Failure> {
    let kind = entities.head();
    if kind.resource().is_none() {
        return Err(Failure::usage("users, clients and addresses have quotas, not settings")
            .hint("kt quotas set user/NAME producer_byte_rate=1048576"));
    }
    let editor = ["VISUAL", "EDITOR"].into_iter().find_map(|name| std::env::var(name).ok().filter(|e| !e.is_empty()));
    let Some(editor) = editor else {
        return Err(Failure::usage("no editor is known").hint("set VISUAL or EDITOR"));
    };
    if !std::io::stdin().is_terminal() {
        return Err(Failure::usage("an editor needs a terminal").hint("kt configs set … KEY=VALUE").exit(Exit::Usage));
    }
    let client = cx.client()?;
    let entries = cx.block_on(settings::of(&client, kind, &entities.names[0], false))??;
    // Secrets are told to nobody, so they can be neither shown nor kept by what is left of the text.
    let before: Vec<(String, String)> =
        entries.into_iter().filter_map(|entry| entry.value.map(|value| (entry.name, value))).collect();
    let after = edited(&editor, &before)?;
    let changes = changes(&before, &after);
    if changes == Changes::default() {
        cx.note("nothing was changed");
        return Ok(());
    }
    run(Action::Alter { entities, changes }, cx)
}

fn changes(before: &[(String, String)], after: &Properties) -> Changes {
    let after: Vec<(String, String)> = after.iter().map(|entry| (entry.key.clone(), entry.value.clone())).collect();
    let delete = before.iter().map(|(key, _)| key).filter(|key| !after.iter().any(|(kept, _)| kept == *key));
    Changes {
        delete: delete.cloned().collect(),
        add: after.iter().filter(|pair| !before.contains(pair)).cloned().collect(),
    }
}

fn edited(editor: &str, settings: &[(String, String)]) -> Result<Properties, Failure> {
    let path = std::env::temp_dir().join(format!("kt-configs-{}.properties", std::process::id()));
    let mut text = String::from("# Save to change, leave unchanged to do nothing; a line that is removed is unset.\n");
    for (key, value) in settings {
        text += &format!("{key}={}\n", value.replace('\\', "\\\\"));
    }
    std::fs::write(&path, text).map_err(|error| file("write", path.display(), &error))?;
    // The editor may come with options of its own: `code --wait`.
    let status = Command::new("sh").arg("-c").arg(format!("{editor} \"$1\"")).arg("sh").arg(&path).status();
    let read =
        status.map_err(|error| Failure::new(format!("cannot run {editor}: {}", plain(&error)))).and_then(|status| {
            if !status.success() {
                return Err(Failure::new(format!("{editor} ended with an error; nothing was changed")));
            }
            std::fs::read(&path).map_err(|error| file("read", path.display(), &error))
        });
    let _ = std::fs::remove_file(&path); // what is left in the folder for temporary files goes with it
    Properties::from_bytes(&read?).map_err(|bad| Failure::usage(bad.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_different_is_changed() {
        let before = [("a".to_owned(), "1".to_owned()), ("b".to_owned(), "2".to_owned())];
        let after = Properties::from_bytes(b"# x\nb=3\nc=4\n").unwrap();
        let changes = changes(&before, &after);
        assert_eq!(changes.delete, ["a"]);
        assert_eq!(changes.add, [("b".into(), "3".into()), ("c".into(), "4".into())]);
    }
}
