//! The reset plan of the original: CSV without a header, `topic,partition,offset`, or `group,topic,partition,offset`.
//!
//! The original tries the first line without a group; if that fails, or several groups were named, all lines are read
//! with one. So a wrong number in a line of three fields makes the topic a group, and then that group is not asked for.

use crate::client::admin::TopicPartition;

/// One line: whose offset, and which.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub group: String,
    pub at: TopicPartition,
    pub offset: i64,
}

/// Why the lines are not taken as `topic,partition,offset`, if they are not: the original prints it and goes on.
pub fn remark(text: &str) -> Option<String> {
    let first = text.split('\n').next().unwrap_or_default();
    let exception = record(first, false).err()?;
    Some(exception.lines().next().unwrap_or_default().to_owned())
}

/// Reads a plan for these groups. The error is the original's exception.
pub fn plan(text: &str, groups: &[String]) -> Result<Vec<Line>, String> {
    let mut lines: Vec<&str> = text.split('\n').collect();
    while lines.len() > 1 && lines.last() == Some(&"") {
        lines.pop(); // as Java splits
    }
    let bare = |line: &str| record(line, false);
    let single = match groups {
        [group] if bare(lines[0]).is_ok() => Some(group),
        _ => None,
    };
    lines
        .iter()
        .map(|line| match single {
            Some(group) => bare(line).map(|line| Line { group: group.clone(), ..line }),
            None => record(line, true),
        })
        .collect()
}

fn record(line: &str, with_group: bool) -> Result<Line, String> {
    let class = if with_group { "CsvRecordWithGroup" } else { "CsvRecordNoGroup" };
    let names =
        if with_group { &["group", "topic", "partition", "offset"][..] } else { &["topic", "partition", "offset"] };
    let fields = split(line.trim_end_matches('\r'));
    let place = |column: usize, field: &str| {
        format!(
            "\n at [Source: REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled); line: 1, column: {column}] \
             (through reference chain: org.apache.kafka.tools.consumer.group.CsvUtils${class}[\"{field}\"])"
        )
    };
    if line.is_empty() {
        let exception =
            "com.fasterxml.jackson.databind.exc.MismatchedInputException: No content to map due to end-of-input";
        return Err(exception.to_owned());
    }
    if fields.len() > names.len() {
        return Err(format!(
            "com.fasterxml.jackson.dataformat.csv.CsvReadException: Too many entries: expected at most {} (value #{} ({} \
             chars) \"{}\")",
            names.len(),
            names.len(),
            fields[names.len()].0.len(),
            fields[names.len()].0
        ));
    }
    let mut values = fields.into_iter();
    let mut next = || values.next();
    let number = |field: Option<(String, usize)>, kind: &str, name: &str, least: i64, most: i64| {
        let Some((text, column)) = field else { return Ok(0) };
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return Ok(0);
        }
        trimmed.parse::<i64>().ok().filter(|number| (least..=most).contains(number)).ok_or_else(|| {
            format!(
                "com.fasterxml.jackson.databind.exc.InvalidFormatException: Cannot deserialize value of type `{kind}` from \
                 String \"{text}\": not a valid `{kind}` value{}",
                place(column, name)
            )
        })
    };
    let text = |field: Option<(String, usize)>| field.map(|(text, _)| text).unwrap_or_default();
    let group = if with_group { text(next()) } else { String::new() };
    let topic = text(next());
    let partition = number(next(), "int", "partition", i32::MIN.into(), i32::MAX.into())?;
    let offset = number(next(), "long", "offset", i64::MIN, i64::MAX)?;
    let partition = i32::try_from(partition).expect("it was held within an i32");
    Ok(Line { group, at: TopicPartition::new(topic, partition), offset })
}

/// The fields of a line, with the column each begins at; quotes as in RFC 4180.
fn split(line: &str) -> Vec<(String, usize)> {
    let mut fields = Vec::new();
    let mut rest = line;
    loop {
        let column = line.len() - rest.len() + 1;
        let mut field = String::new();
        if let Some(quoted) = rest.strip_prefix('"') {
            rest = quoted;
            while let Some(end) = rest.find('"') {
                field.push_str(&rest[..end]);
                rest = &rest[end + 1..];
                match rest.strip_prefix('"') {
                    Some(after) => {
                        field.push('"');
                        rest = after;
                    }
                    None => break,
                }
            }
        }
        let end = rest.find(',').unwrap_or(rest.len());
        field.push_str(&rest[..end]);
        fields.push((field, column));
        if end == rest.len() {
            return fields;
        }
        rest = &rest[end + 1..];
    }
}

/// A line of an exported plan; a name is quoted where CSV needs it, as the original does.
pub fn line(group: Option<&str>, at: &TopicPartition, offset: i64) -> String {
    let group = group.map_or(String::new(), |group| quoted(group) + ",");
    format!("{group}{},{},{offset}\n", quoted(&at.topic), at.partition)
}

/// The original quotes what is longer than 24 letters, or has one below the minus sign.
fn quoted(text: &str) -> String {
    let plain = text.chars().count() <= 24 && text.chars().all(|c| c >= '-');
    if plain { text.to_owned() } else { format!("\"{}\"", text.replace('"', "\"\"")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, groups: &[&str]) -> Result<Vec<String>, String> {
        let groups: Vec<String> = groups.iter().map(|group| (*group).to_owned()).collect();
        let lines = plan(text, &groups)?;
        Ok(lines.iter().map(|line| format!("{} {} {}", line.group, line.at, line.offset)).collect())
    }

    #[test]
    fn a_plan_has_lines_without_a_group_or_with_one() {
        assert_eq!(read("t,0,1\n\"a,b\", 1 ,5\n", &["g"]).unwrap(), ["g t-0 1", "g a,b-1 5"]);
        assert_eq!(read("g1,t,0,1\ng2,t,0,2\r\n", &["g1", "g2"]).unwrap(), ["g1 t-0 1", "g2 t-0 2"]);
        assert_eq!(read("g,t,0,1\n", &["g"]).unwrap(), ["g t-0 1"]);
    }

    #[test]
    fn a_wrong_number_in_three_fields_makes_the_topic_a_group_as_in_the_original() {
        assert_eq!(read("t,zero,1", &["g"]).unwrap(), ["t zero-1 0"]);
        let error = read("t,0,one", &["g"]).unwrap_err();
        assert!(error.starts_with("com.fasterxml.jackson.databind.exc.InvalidFormatException: "), "{error}");
    }

    #[test]
    fn rubbish_is_an_error_and_no_panic() {
        assert!(read("", &["g"]).is_err());
        assert!(read("a,b,c,d,e", &["g"]).is_err());
        assert!(read("\"", &["g"]).is_ok(), "an open quote is a topic of no name");
    }

    #[test]
    fn names_are_quoted_as_the_original_quotes_them() {
        let at = |topic: &str| TopicPartition::new(topic, 0);
        assert_eq!(line(None, &at("t"), 1), "t,0,1\n");
        assert_eq!(
            line(Some("a b"), &at("a-topic-of-more-than-24-letters"), 1),
            "\"a b\",\"a-topic-of-more-than-24-letters\",0,1\n"
        );
    }
}
