//! What is made from the tools' declarations and checked in: completions, man pages, the README's table.
//!
//! A test makes them anew and compares (tests/cli/frame_generated.rs says how to renew them).

mod completions;
mod man;

pub use completions::{SHELLS, completions};
pub use man::man_pages;

use super::tools;
use crate::commands::tool::Group;

/// The README's table of tools, in Markdown.
pub fn readme_table() -> String {
    let mut text = String::from("| Kafka | kt | what it does |\n| --- | --- | --- |\n");
    for (group, _) in Group::ALL {
        for tool in tools().into_iter().filter(|tool| tool.group == group) {
            let script = tool.script.map_or("—".to_owned(), |script| format!("`{script}.sh`"));
            text += &format!("| {script} | `kt {}` | {} |\n", tool.name, tool.about);
        }
    }
    text
}
