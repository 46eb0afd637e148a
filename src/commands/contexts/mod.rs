//! Contexts: clusters under names of the user's own, so that nobody types an address into the wrong terminal.
//!
//! [`file`] reads the two files that hold them (the user's and a project's), [`choice`] says which one a call is in,
//! [`secret`] fetches passwords, [`edit`] changes the user's file, and [`verbs`] is `kt context`, with [`change`] for what is
//! there already.

mod change;
pub mod choice;
mod edit;
pub mod file;
pub mod secret;
mod show;
mod verbs;

use super::tool::{Example, Group, Tool, Verbs};

pub const TOOL: Tool = Tool {
    aliases: &["ctx"],
    verbs: Some(Verbs { command: verbs::command, default: Some("list"), connects: false, act: verbs::act }),
    examples: &[
        Example {
            line: "kt context add dev --bootstrap localhost:9092 --use",
            does: "a first context, and it is used",
        },
        Example {
            line: "kt context add prod --bootstrap kafka.prod:9093 --tls --user ci --password-env PROD_PASSWORD --protected",
            does: "one with a login; what destroys asks for its name",
        },
        Example { line: "kt -C prod topics list", does: "one call in another context" },
        Example {
            line: "kt context show --resolved",
            does: "what this call would use, and where each value comes from",
        },
    ],
    verb_examples: &[
        Example { line: "kt context list", does: "all of them; a star stands at the one in use" },
        Example { line: "kt context current", does: "its name alone, for scripts" },
        Example { line: "kt context use prod", does: "from now on; without a name you choose from a list" },
        Example { line: "kt context use --none", does: "none any more: localhost:9092, or what the environment says" },
        Example { line: "PS1='$(kt context prompt) '$PS1", does: "the cluster in the shell's prompt" },
        Example { line: "kt context edit", does: "all contexts, in your editor" },
        Example { line: "kt context path", does: "where that file lies" },
        Example {
            line: "kt context add prod-ro --like prod --read-only",
            does: "as prod is, but nothing can be changed there",
        },
        Example {
            line: "kt context set dev timeout=10s client.id=me",
            does: "keys of kt help config, and client settings",
        },
        Example { line: "kt context unset dev client.id", does: "that is gone again" },
        Example { line: "kt context rename dev local", does: "under another name" },
        Example { line: "kt context remove local", does: "the cluster is left alone" },
    ],
    foreign: FOREIGN,
    ..Tool::own("context", Group::Frame, "clusters by name: which is used, with which login, and how well guarded")
};

/// What kubectl, kafkactl, kaf and rpk call it. `kt config` is `kt configs`, and people look there for it.
pub const FOREIGN: &[(&str, &str)] = &[
    ("get-contexts", "kt context list"),
    ("get-clusters", "kt context list"),
    ("current-context", "kt context current"),
    ("use-context", "kt context use NAME"),
    ("use-cluster", "kt context use NAME"),
    ("select-cluster", "kt context use   lets you choose"),
    ("add-cluster", "kt context add NAME --bootstrap HOST:PORT"),
    ("create", "kt context add NAME --bootstrap HOST:PORT"),
    ("remove-cluster", "kt context remove NAME"),
    ("delete", "kt context remove NAME"),
    ("clear", "kt context use --none"),
    ("duplicate", "kt context add NEW --like OLD"),
    ("rename-to", "kt context rename OLD NEW"),
    ("print", "kt context show --resolved"),
    ("view", "kt context show --resolved"),
    ("import", "kt context add NAME --bootstrap HOST:PORT --command-config client.properties"),
];
