//! `kt help config` and its like: pages on what several commands share.

use crate::commands::failure::Exit;

/// `kt help exit-codes` and its like.
pub fn concept(name: &str) -> Option<String> {
    match name {
        "tools" => Some(super::help::all_tools()),
        "flags" => Some(super::help::all_flags()),
        "exit-codes" => Some(exit_codes()),
        "connection" => Some(CONNECTION.to_owned()),
        "config" => Some(CONFIG.to_owned()),
        "offsets" => Some(OFFSETS.to_owned()),
        "formats" => Some(FORMATS.to_owned()),
        _ => None,
    }
}

pub const CONCEPTS: [&str; 7] = ["config", "connection", "exit-codes", "flags", "formats", "offsets", "tools"];

fn exit_codes() -> String {
    let mut text = String::from("Exit codes of kt's own verbs\n\n    0  done\n");
    for (exit, means) in Exit::ALL {
        text += &format!("    {}  {means}\n", exit as u8);
    }
    text += "  130  interrupted by Ctrl-C; 143 terminated\n\n";
    text += "With Kafka's flags the codes are the original's: 0, or 1 where it fails (and 0\n";
    text += "where it fails with 0).\n";
    text
}

const CONNECTION: &str = include_str!("concepts/connection.txt");
const CONFIG: &str = include_str!("concepts/config.txt");
const OFFSETS: &str = include_str!("concepts/offsets.txt");
const FORMATS: &str = include_str!("concepts/formats.txt");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_concept_has_its_page() {
        for name in CONCEPTS {
            let page = concept(name).expect("it is listed");
            assert!(page.lines().count() > 5, "{name}");
            let wide = page.lines().find(|line| line.chars().count() > 80);
            assert_eq!(wide, None, "{name}");
        }
    }

    #[test]
    fn what_the_page_on_configuration_shows_can_be_read() {
        let lines = CONFIG
            .lines()
            .skip_while(|line| !line.starts_with("  context"))
            .take_while(|line| !line.starts_with("More"));
        let text: Vec<&str> = lines.map(|line| line.trim_start()).collect();
        let read = crate::commands::contexts::file::parse(
            &text.join("\n"),
            std::path::Path::new("config.toml"),
            crate::commands::contexts::file::Owner::User,
        );
        let file = read.expect("the page is right");
        assert!(file.get("prod").is_some_and(|prod| prod.protected && prod.properties.len() == 1));
    }
}
