//! Tells a release which commit it is made of, for `kt version -v`. A build for work does not ask: it would be made anew
//! after each commit. Whoever packs without a checkout sets KT_COMMIT.

use std::process::Command;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=KT_COMMIT");
    if std::env::var("PROFILE").as_deref() != Ok("release") || std::env::var_os("KT_COMMIT").is_some() {
        return;
    }
    let git = |args: &[&str]| {
        let told = Command::new("git").args(args).output().ok().filter(|told| told.status.success())?;
        Some(String::from_utf8(told.stdout).ok()?.trim().to_owned())
    };
    if let Some(commit) = git(&["rev-parse", "--short=10", "HEAD"]) {
        println!("cargo::rustc-env=KT_COMMIT={commit}");
    }
    // Which is written at each commit and each change of branches.
    if let Some(log) = git(&["rev-parse", "--git-path", "logs/HEAD"]) {
        println!("cargo::rerun-if-changed={log}");
    }
}
