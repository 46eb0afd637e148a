//! What kt makes from its tools' declarations and keeps in the repository is what it makes today.
//!
//! After a change of a declaration renew it: `KT_RENEW=1 cargo test --test it generated`.

use std::fs;
use std::path::{Path, PathBuf};

use kt::cli::generate;

const TABLE_BEGINS: &str = "<!-- tools: generated from the declarations, renew with KT_RENEW=1 cargo test -->\n";
const TABLE_ENDS: &str = "<!-- tools end -->";

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn renew() -> bool {
    std::env::var_os("KT_RENEW").is_some()
}

fn is_current(path: &Path, made: &str) {
    if renew() {
        fs::write(path, made).unwrap();
    }
    let kept = fs::read_to_string(path).unwrap_or_default();
    assert!(kept == made, "{} is out of date: KT_RENEW=1 cargo test --test it generated", path.display());
}

#[test]
fn generated_completions_are_current() {
    for (shell, file) in generate::SHELLS {
        is_current(&root().join("completions").join(file), &generate::completions(shell));
    }
}

#[test]
fn generated_man_pages_are_current_and_none_is_left_over() {
    let pages = generate::man_pages();
    for (name, page) in &pages {
        is_current(&root().join("man").join(name), page);
    }
    for entry in fs::read_dir(root().join("man")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if !pages.iter().any(|(page, _)| *page == name) {
            assert!(renew(), "{name} is the page of no tool: KT_RENEW=1 cargo test --test it generated");
            fs::remove_file(path).unwrap();
        }
    }
}

#[test]
fn the_generated_table_in_the_readme_is_current() {
    let path = root().join("README.md");
    let Ok(readme) = fs::read_to_string(&path) else { return };
    let Some((before, rest)) = readme.split_once(TABLE_BEGINS) else { return };
    let (_, after) = rest.split_once(TABLE_ENDS).expect("the table's end is marked");
    is_current(&path, &format!("{before}{TABLE_BEGINS}{}{TABLE_ENDS}{after}", generate::readme_table()));
}

/// zsh runs the file once, for the first completion, and from then on the function `_kt` that it defined: names were
/// once completed only the first time.
#[test]
fn zsh_is_left_with_the_function_that_knows_names() {
    let script = generate::completions("zsh");
    assert_eq!(script.matches("\n_kt() {").count(), 1);
    let (_, function) = script.split_once("\n_kt() {").unwrap();
    assert!(function.trim_start().starts_with("if [ \"$service\" = kt ]; then _kt_names || _kt_own"), "{function}");
    assert!(script.contains("\n_kt_own() {\n"));
}
