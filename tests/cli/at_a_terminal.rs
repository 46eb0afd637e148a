//! What a person at a terminal is asked, and what happens when they give up.

use crate::support::terminal::{CTRL_C, DOWN, ENTER, ESCAPE};
use crate::support::{Broker, broker, kt};

/// A group that has read one of three records.
fn with_mailer() -> Broker {
    let broker = broker();
    broker.kt("topics create orders").succeeds();
    broker.kt("produce orders").stdin("a\nb\nc\n").succeeds();
    broker.kt("consume orders --group mailer --from-beginning -n 1").succeeds().stdout("a\n");
    broker
}

#[test]
fn a_reset_without_a_place_shows_a_menu() {
    let broker = with_mailer();
    let state = tempfile::tempdir().unwrap();
    let reset = || broker.kt("groups reset mailer orders").env("XDG_STATE_HOME", state.path()).at_a_terminal();
    let mut terminal = reset();
    terminal.shows("Move mailer on orders to:").shows("› beginning").shows("end (skips 2)").press(DOWN).press(ENTER);
    terminal.shows("› end").shows("2 records will be skipped.").shows("Apply to mailer? [y/N]").press("y\r");
    terminal.shows("Reset 1 partition of mailer").shows("undo:");
    assert_eq!(terminal.ends(), Some(0));
    let mut terminal = reset();
    terminal.shows("Move mailer").press("3\r").shows("since when?").press("soon\r");
    terminal.shows("note: '@soon' is no moment").press("-1h\r").shows("Apply to mailer?").press("n\r");
    terminal.shows("error: nothing was changed");
    assert_eq!(terminal.ends(), Some(1));
}

#[test]
fn a_terminal_that_knows_only_ascii_gets_nothing_else() {
    let broker = with_mailer();
    let plain = |line: &str| broker.kt(line).env("LC_ALL", "POSIX").at_a_terminal();
    let mut terminal = plain("groups describe mailer");
    terminal.shows("mailer - Empty - ");
    assert_eq!((terminal.rest().is_ascii(), terminal.ends()), (true, Some(0)));
    let mut terminal = plain("topics describe");
    terminal.shows("orders - id ").shows(" - 1 partition - 1 replica - 3 messages");
    assert_eq!((terminal.rest().is_ascii(), terminal.ends()), (true, Some(0)));
    let mut terminal = plain("groups reset mailer orders");
    terminal.shows("  > beginning").press(ESCAPE).shows("nothing was changed");
    assert!(terminal.rest().is_ascii());
    let mut terminal = plain("help");
    assert!(terminal.rest().is_ascii());
    // What a record holds is not kt's to change.
    broker.kt("produce orders").stdin("5 → 7\n").succeeds();
    plain("consume orders -o -1 -e").shows("5 → 7");
}

#[test]
fn escape_and_ctrl_c_change_nothing_and_say_so() {
    let broker = with_mailer();
    let mut terminal = broker.kt("groups reset mailer").at_a_terminal();
    terminal.shows("Move mailer to:").press(ESCAPE).shows("error: nothing was changed");
    assert_eq!(terminal.ends(), Some(1));
    let mut terminal = broker.kt("groups reset mailer --to end").at_a_terminal();
    terminal.shows("[y/N]").press(CTRL_C).shows("note: nothing was changed");
    assert_eq!(terminal.ends(), Some(130));
    let mut terminal = broker.kt("topics delete orders").at_a_terminal();
    // A slip is taken back with the key for it; a wrong name deletes nothing.
    terminal.shows("Type the topic's name to delete it:").press("ordersx").press(ESCAPE).shows("nothing was changed");
    assert_eq!(terminal.ends(), Some(1));
    let mut terminal = broker.kt("topics delete orders").at_a_terminal();
    terminal.shows("to delete it:").press("ordersx\x7f\r").shows("Deleted topic orders");
    assert_eq!(terminal.ends(), Some(0));
}

#[test]
fn without_a_terminal_nobody_is_asked_where_to() {
    let broker = with_mailer();
    broker.kt("groups reset mialer --to end").fails(5).stderr_has("did you mean   mailer ?");
    broker.kt("groups clone mialer other").fails(5).stderr_has("did you mean   mailer ?");
    broker
        .kt("groups reset mailer")
        .fails(2)
        .stdout("")
        .stderr_has("error: where to is not said\n  hint: kt groups reset mailer --to beginning\n");
    let mut terminal = broker.kt("groups reset mailer --no-input").at_a_terminal();
    terminal.shows("error: where to is not said");
    assert_eq!(terminal.ends(), Some(2));
}

#[test]
fn help_that_is_longer_than_the_screen_is_shown_by_the_pager() {
    let help = |lines: &str, pager: &str| {
        kt("topics --help").env("LINES", lines).env("KT_PAGER", pager).env("PAGER", "false").at_a_terminal()
    };
    let marked = "echo begin-of-pager; cat; echo end-of-pager";
    let mut terminal = help("10", marked);
    terminal.shows("begin-of-pager").shows("kt topics - ").shows("end-of-pager");
    assert_eq!(terminal.ends(), Some(0));
    // It fits, it is switched off, or there is no such program: the page itself.
    for (lines, pager) in [("1000", marked), ("10", ""), ("10", "/nowhere/pager --fast")] {
        let mut terminal = help(lines, pager);
        terminal.shows("kt topics - ").shows("Flags of all commands");
        assert_eq!(terminal.ends(), Some(0), "{lines} {pager}");
    }
    // A pager that is left early is no failure, and what goes into a pipe is never paged.
    assert_eq!(help("10", "head -n 1 >/dev/null").ends(), Some(0));
    let piped = kt("topics --help").env("LINES", "10").env("KT_PAGER", marked).succeeds();
    assert!(piped.stdout.starts_with("kt topics - "), "{piped}");
}

#[test]
fn a_description_that_is_longer_than_the_screen_is_shown_by_the_pager() {
    let broker = with_mailer();
    let marked = "echo begin-of-pager; cat; echo end-of-pager";
    let describe =
        |line: &str, lines: &str| broker.kt(line).env("LINES", lines).env("KT_PAGER", marked).env("TERM", "xterm");
    for (line, words) in [
        ("topics describe orders", "PARTITION"),
        ("groups describe mailer", "mailer"),
        ("configs get topic/orders --all", "cleanup.policy"),
        ("topics describe orders -o json", "\"partitions\""),
    ] {
        let mut terminal = describe(line, "3").at_a_terminal();
        terminal.shows("begin-of-pager").shows(words).shows("end-of-pager");
        assert_eq!(terminal.ends(), Some(0), "{line}");
    }
    // It fits, the terminal has no screen, or it goes on: the page itself.
    let fits = || describe("topics describe orders", "1000");
    let dumb = || describe("topics describe orders", "3").env("TERM", "dumb");
    let watched = || describe("topics describe orders --watch --count 1", "3");
    for (call, words) in [(fits(), "PARTITION"), (dumb(), "PARTITION"), (watched(), "… 6 more lines")] {
        let mut terminal = call.at_a_terminal();
        terminal.shows(words);
        assert_eq!(terminal.ends(), Some(0));
        assert!(!terminal.rest().contains("end-of-pager"));
    }
    let piped = describe("topics describe orders", "3").succeeds();
    assert!(!piped.stdout.contains("pager"), "{piped}");
}

#[test]
fn a_name_that_was_left_out_is_chosen() {
    let broker = with_mailer();
    broker.kt("topics create customers").succeeds();
    let cache = tempfile::tempdir().unwrap();
    let call = |line: &str| broker.kt(line).env("XDG_CACHE_HOME", cache.path()).at_a_terminal();
    let mut terminal = call("consume --from-beginning -n 1");
    terminal.shows("? Which topic?").shows("› customers").shows("orders").press("ord").shows("› orders").press(ENTER);
    terminal.shows("kt consume --from-beginning -n 1 orders").shows("p0:0");
    assert_eq!(terminal.ends(), Some(0));
    let mut terminal = call("groups peek");
    terminal.shows("? Which group?").shows("› mailer").press(ENTER).shows("kt groups peek mailer").shows("orders");
    assert_eq!(terminal.ends(), Some(0));
    // Two of them, one after the other; and a destination is never offered.
    let mut terminal = call("groups delete-offsets");
    terminal.shows("Which group?").press(ENTER).shows("Which topic?").press(DOWN).shows("› orders").press(ENTER);
    terminal.shows("kt groups delete-offsets mailer orders").shows("[y/N]").press("n\r").shows("nothing was changed");
    assert_eq!(terminal.ends(), Some(1));
    let mut terminal = call("consume");
    terminal.shows("Which topic?").press("zzz").shows("nothing has that in its name").press(ENTER).press(ESCAPE);
    assert_eq!(terminal.ends(), Some(2));
    let mut terminal = call("consume");
    terminal.shows("Which topic?").press(CTRL_C);
    assert_eq!(terminal.ends(), Some(130));
    // Nobody to ask.
    let mut terminal = call("consume --no-input");
    terminal.shows("error: the following required arguments were not provided");
    assert_eq!(terminal.ends(), Some(2));
    broker.kt("consume").fails(2).stdout("").stderr_has("the following required arguments were not provided");
}

#[test]
fn a_context_is_chosen_by_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("config.toml");
    std::fs::write(&file, "[contexts.dev]\nbootstrap = \"d:1\"\n[contexts.prod]\nbootstrap = \"p:1\"\n").unwrap();
    let mut terminal = kt("context use").env("KT_CONFIG", &file).at_a_terminal();
    terminal.shows("? Which context?").shows("› dev").press("p").shows("› prod").press(ENTER);
    terminal.shows("kt context use prod").shows("Context prod is in use");
    assert_eq!(terminal.ends(), Some(0));
    kt("context use").env("KT_CONFIG", &file).fails(2).stderr_has("required");
}
