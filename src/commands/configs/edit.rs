//! `kt configs edit`: what is set, in an editor; what is different afterwards is changed.

use super::{Changes, Entities, How, Kind, change, settings};
use crate::client::admin::configs::Entry;
use crate::commands::context::Context;
use crate::commands::editor::Editor;
use crate::commands::failure::Failure;
use crate::config::doc;
use crate::config::properties::Properties;

pub fn edit(of: &str, entities: &Entities, cx: &mut Context) -> Result<(), Failure> {
    let kind = entities.head();
    if kind.resource().is_none() {
        return Err(Failure::usage("users, clients and addresses have quotas, not settings")
            .hint("kt quotas set user/NAME producer_byte_rate=1048576"));
    }
    // With --yes or --dry-run nobody is asked, and the editor may be a script.
    let scripted = cx.manners().yes || cx.is_dry_run();
    let editor = Editor::find(scripted, format!("kt configs set {of} KEY=VALUE"))?;
    let client = cx.client()?;
    let all = cx.block_on(settings::of(&client, kind, &entities.names[0], true))??;
    let own = change::own_source(kind, &entities.names[0]);
    // Secrets are told to nobody, so they can be neither shown nor kept by what is left of the text.
    let (set, rest): (Vec<Entry>, Vec<Entry>) = all.into_iter().partition(|entry| Some(entry.source) == own);
    let before: Vec<(String, String)> =
        set.into_iter().filter_map(|entry| entry.value.map(|value| (entry.name, value))).collect();
    let edited = editor.edit("configs.properties", &text(of, kind, &before, &rest))?;
    let after = Properties::from_bytes(&edited.bytes).map_err(|bad| Failure::usage(bad.to_string()));
    let after = match after {
        Ok(after) => after,
        Err(failure) => return Err(edited.keep(failure)),
    };
    let changes = changes(&before, &after);
    if changes == Changes::default() {
        cx.note("nothing was changed");
        return Ok(());
    }
    super::change(of, entities, changes, How { ask: true, any_key: false }, cx)
}

/// What stands in the editor: what is set, then the rest with its defaults, as comments.
fn text(of: &str, kind: Kind, set: &[(String, String)], rest: &[Entry]) -> String {
    let line = |key: &str, value: &str| format!("{key}={}\n", value.replace('\\', "\\\\"));
    let mut text = format!(
        "# {of}: save to change, leave unchanged to do nothing; a line that is removed is unset.\n\
         # Times and sizes may have units: retention.ms=7d, segment.bytes=512MiB\n\n"
    );
    set.iter().for_each(|(key, value)| text += &line(key, value));
    let shown = rest.iter().filter(|entry| !entry.read_only && !entry.sensitive);
    for entry in shown {
        let about = match kind {
            Kind::Topics => doc::of_topic_key(&entry.name),
            Kind::Groups => doc::of_group_key(&entry.name),
            Kind::ClientMetrics => doc::of_client_metrics_key(&entry.name),
            _ => doc::of_broker_key(&entry.name),
        };
        text += "\n";
        if !about.is_empty() {
            text += &format!("# {about}\n");
        }
        text += &format!("#{}", line(&entry.name, entry.value.as_deref().unwrap_or_default()));
    }
    text
}

fn changes(before: &[(String, String)], after: &Properties) -> Changes {
    let after: Vec<(String, String)> = after.iter().map(|entry| (entry.key.clone(), entry.value.clone())).collect();
    let delete = before.iter().map(|(key, _)| key).filter(|key| !after.iter().any(|(kept, _)| kept == *key));
    Changes {
        delete: delete.cloned().collect(),
        add: after.iter().filter(|pair| !before.contains(pair)).cloned().collect(),
        lists: Vec::new(),
    }
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
