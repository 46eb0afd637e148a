//! The menu of a reset that does not say where to: shown to a person at a terminal only.

use std::time::SystemTime;

use super::plan::Scenario;
use super::verbs;
use crate::client::Client;
use crate::client::admin::groups::Offsets;
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::commands::groups::collect;
use crate::commands::moment;
use crate::output::human;
use crate::output::prompt;

/// What can be chosen, and the question that some of it leads to.
const CHOICES: [(&str, Option<&str>); 5] = [
    ("beginning", None),
    ("end", None),
    ("a time…", Some("since when? (-1h, or 2026-11-20 18:00, UTC)")),
    ("an offset…", Some("which offset?")),
    ("back or forward by…", Some("by how many records? (-10 back, +10 on)")),
];

/// Asks where to. Giving up is a failure that says that nothing was changed.
pub fn scenario(
    group: &str,
    topics: &[String],
    before: &Offsets,
    client: &Client,
    cx: &mut Context,
) -> Result<Scenario, Failure> {
    if !cx.is_attended() || cx.manners().yes {
        return Err(Failure::usage("where to is not said")
            .hint(format!("kt groups reset {group} --to beginning"))
            .hint("also: end, current, an offset, +N, -N, @-1h, @2026-11-21T10:00, or --from-file FILE"));
    }
    let waiting = cx.block_on(waiting(client, topics, before))?;
    let choices = CHOICES.map(|(name, _)| match (name, waiting) {
        ("end", Some(waiting)) if waiting > 0 => format!("end (skips {})", human::count(waiting)),
        (name, _) => name.to_owned(),
    });
    let of = if topics.is_empty() { String::new() } else { format!(" on {}", topics.join(", ")) };
    let chosen = cx.answer(prompt::one_of(&format!("Move {group}{of} to:"), &choices))?;
    let Some((name, question)) = chosen.and_then(|at| CHOICES.get(at)) else { return Err(cx.given_up()) };
    let Some(question) = question else { return verbs::scenario(name) };
    loop {
        let Some(text) = cx.answer(prompt::text(question))? else { return Err(cx.given_up()) };
        match read(name, text.trim()) {
            Ok(scenario) => return Ok(scenario),
            Err(failure) => cx.note(failure.what()),
        }
    }
}

/// What was typed, in the words that the question allows.
fn read(choice: &str, text: &str) -> Result<Scenario, Failure> {
    if choice.starts_with("a time") {
        let moment = format!("@{}", text.trim_start_matches('@').replacen(' ', "T", 1));
        return Ok(Scenario::Moment(Ok(moment::parse(&moment, SystemTime::now())?)));
    }
    match (choice.starts_with("back"), verbs::scenario(text)?) {
        (true, scenario @ Scenario::ShiftBy(_)) | (false, scenario @ Scenario::To(_)) => Ok(scenario),
        (true, _) => Err(Failure::usage("write -10 or +10")),
        (false, _) => Err(Failure::usage("an offset is a number from 0 on")),
    }
}

/// How many records the group has not read yet.
async fn waiting(client: &Client, topics: &[String], before: &Offsets) -> Option<i64> {
    let named = |topic: &str| topics.is_empty() || topics.iter().any(|one| one.split(':').next() == Some(topic));
    let of_topics = before.iter().filter(|(at, _)| named(&at.topic));
    let committed: Vec<_> = of_topics.filter_map(|(at, one)| Some((at, one.as_ref()?.offset))).collect();
    let ends = collect::ends(client, committed.iter().map(|(at, _)| (*at).clone()).collect()).await.ok()?;
    committed
        .into_iter()
        .filter_map(|(at, offset)| collect::lag(Some(offset), ends.of.get(at).copied()))
        .reduce(|a, b| a + b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_read_in_the_words_of_its_question() {
        assert!(matches!(read("a time…", "-1h"), Ok(Scenario::Moment(Ok(_)))));
        let Ok(Scenario::Moment(Ok(at))) = read("a time…", "1970-01-02 00:01") else { panic!("a date and a time") };
        assert_eq!(at, 86_460_000);
        assert!(matches!(read("an offset…", "42"), Ok(Scenario::To(42))));
        assert!(matches!(read("back or forward by…", "-5"), Ok(Scenario::ShiftBy(-5))));
        for (choice, text) in
            [("a time…", "soon"), ("an offset…", "-1"), ("an offset…", "end"), ("back or forward by…", "5")]
        {
            assert!(read(choice, text).is_err(), "{choice} {text}");
        }
    }
}
