//! What a copy changes of the records' headers.

use clap::ArgMatches;

use crate::commands::failure::Failure;
use crate::commands::pattern::Pattern;
use crate::protocol::record::Header;

/// What is changed of the headers.
pub struct Edit {
    /// What a name is, or (with a star) begins with.
    drop: Vec<Pattern>,
    add: Vec<(String, String)>,
}

impl Edit {
    pub fn new(matches: &ArgMatches) -> Result<Self, Failure> {
        let all = |name: &str| matches.get_many::<String>(name).into_iter().flatten();
        let pair = |text: &String| match text.split_once('=') {
            Some((name, value)) => Ok((name.to_owned(), value.to_owned())),
            None => Err(Failure::usage(format!("--add-header {text} has no value")).hint("--add-header NAME=VALUE")),
        };
        Ok(Self {
            drop: all("drop-header").map(|name| Pattern::own(name)).collect::<Result<_, _>>()?,
            add: all("add-header").map(pair).collect::<Result<_, _>>()?,
        })
    }

    pub fn apply<'a>(&'a self, headers: &[Header<'a>]) -> Vec<Header<'a>> {
        let drops = |name: &[u8]| {
            let name = String::from_utf8_lossy(name);
            self.drop.iter().any(|pattern| pattern.matches(&name))
        };
        let kept = headers.iter().filter(|header| !drops(header.key)).copied();
        let added = self.add.iter().map(|(name, value)| Header { key: name.as_bytes(), value: Some(value.as_bytes()) });
        kept.chain(added).collect()
    }
}
