//! kt's own tables: aligned on a terminal, tab-separated elsewhere, so that `cut` and `awk` need no guessing.

use comfy_table::{Attribute, CellAlignment, Color, ColumnConstraint, ContentArrangement, Table as Comfy, presets};

use super::paint::{Paint, Tone};
use super::record::harmless;

/// Blanks between two columns.
const GAP: usize = 2;
/// Columns up to this width keep it where others have to be folded: a time has 24 letters.
const NARROW: usize = 24;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    Left,
    Right,
}

#[derive(Clone, Debug)]
pub struct Column {
    pub title: &'static str,
    pub align: Align,
    /// Shown only by `--output wide`, `csv` and `tsv`.
    pub wide: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What a person reads: `1 204`.
    pub text: String,
    /// What a program reads, where it differs: `1204`.
    pub exact: Option<String>,
    pub tone: Tone,
}

impl Cell {
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), exact: None, tone: Tone::Plain }
    }

    /// A number shown in groups of three.
    pub fn count(number: i64) -> Self {
        Self::new(super::human::count(number)).exactly(number.to_string())
    }

    pub fn exactly(mut self, exact: impl Into<String>) -> Self {
        self.exact = Some(exact.into());
        self
    }

    pub fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    fn exact(&self) -> &str {
        self.exact.as_deref().unwrap_or(&self.text)
    }
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self::new(text)
    }
}

/// Rows under titles. The first column names the row (`--output name` prints it alone).
#[derive(Clone, Debug, Default)]
pub struct Table {
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// Columns by their titles; a title with `>` in front is aligned to the right, one with `+` is for wide tables only.
    pub fn new(titles: &[&'static str]) -> Self {
        let columns = titles.iter().map(|title| {
            let (wide, title) = title.strip_prefix('+').map_or((false, *title), |rest| (true, rest));
            let (align, title) = title.strip_prefix('>').map_or((Align::Left, title), |rest| (Align::Right, rest));
            Column { title, align, wide }
        });
        Self { columns: columns.collect(), rows: Vec::new() }
    }

    pub fn row(&mut self, cells: impl IntoIterator<Item = Cell>) {
        let row: Vec<Cell> = cells.into_iter().collect();
        assert_eq!(row.len(), self.columns.len(), "a row has one cell for each column");
        self.rows.push(row);
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    fn shown(&self, wide: bool) -> Vec<usize> {
        (0..self.columns.len()).filter(|&index| wide || !self.columns[index].wide).collect()
    }

    /// For eyes: aligned, two blanks between columns, wrapped to `width` columns where one is given.
    pub fn aligned(&self, paint: Paint, width: Option<u16>, wide: bool, header: bool) -> String {
        let shown = self.shown(wide);
        let mut table = Comfy::new();
        table.load_style(presets::NOTHING);
        match width {
            Some(width) => {
                table.set_content_arrangement(ContentArrangement::Dynamic);
                table.set_width(width);
            }
            None => {
                table.set_content_arrangement(ContentArrangement::Disabled);
            }
        }
        let align = |index: usize| match self.columns[index].align {
            Align::Left => CellAlignment::Left,
            Align::Right => CellAlignment::Right,
        };
        if paint.is_on() {
            table.enforce_styling();
        } else {
            table.force_no_tty();
        }
        if header {
            let cell = |&index: &usize| comfy_table::Cell::new(self.columns[index].title).set_alignment(align(index));
            table.add_row(shown.iter().map(cell));
        }
        let widths: Vec<usize> = shown.iter().map(|&index| self.width(index, header)).collect();
        let fits =
            width.is_none_or(|width| widths.iter().map(|one| one + GAP).sum::<usize>() <= usize::from(width) + GAP);
        let mut above: Option<&Vec<Cell>> = None;
        for row in &self.rows {
            // Where names are folded over lines, those of the row above are not said again.
            let same = |index: &&usize| !fits && above.is_some_and(|above| above[**index] == row[**index]);
            let named = |index: &&usize| self.columns[**index].align == Align::Left;
            let repeated = shown.iter().take_while(named).take_while(same).count();
            let cell = |(position, &index): (usize, &usize)| match position < repeated {
                true => comfy_table::Cell::new(""),
                false => toned(&row[index]).set_alignment(align(index)),
            };
            table.add_row(shown.iter().enumerate().map(cell));
            above = Some(row);
        }
        let narrow = |width: &usize| *width <= NARROW;
        let (kept, folded): (Vec<usize>, Vec<usize>) = widths.iter().partition(|width| narrow(width));
        let needed = kept.iter().map(|width| width + GAP).sum::<usize>() + folded.len() * (NARROW + GAP);
        let keep = !fits && width.is_some_and(|width| needed <= usize::from(width) + GAP);
        for (position, column) in widths.iter().enumerate() {
            let narrow = keep && narrow(column);
            if let Some(column) = table.column_mut(position) {
                column.set_padding((0, if position + 1 < widths.len() { GAP as u16 } else { 0 }));
                if narrow {
                    // What is short is never folded: times, numbers, states.
                    column.set_constraint(ColumnConstraint::ContentWidth);
                }
            }
        }
        table.lines().map(|line| format!("{}\n", line.trim_end())).collect()
    }

    /// How many columns of the terminal the widest cell of a column takes.
    fn width(&self, index: usize, header: bool) -> usize {
        let cells = self.rows.iter().map(|row| row[index].text.as_str());
        let title = header.then_some(self.columns[index].title);
        cells.chain(title).map(|text| text.chars().count()).max().unwrap_or(0)
    }

    /// For programs: exact values parted by `separator`.
    pub fn separated(&self, separator: char, wide: bool, header: bool) -> String {
        let shown = self.shown(wide);
        let mut text = String::new();
        let titles = self.columns.iter().map(|column| column.title).collect::<Vec<_>>();
        let rows = self.rows.iter().map(|row| row.iter().map(Cell::exact).collect::<Vec<_>>());
        for row in header.then_some(titles).into_iter().chain(rows) {
            let cells: Vec<String> = shown.iter().map(|&index| quoted(row[index], separator)).collect();
            text.push_str(&cells.join(&separator.to_string()));
            text.push('\n');
        }
        text
    }

    /// The first column alone.
    pub fn names(&self) -> String {
        self.rows.iter().filter_map(|row| row.first()).map(|cell| format!("{}\n", cell.exact())).collect()
    }
}

fn toned(cell: &Cell) -> comfy_table::Cell {
    // Names come from other programs; see `harmless`.
    let plain = comfy_table::Cell::new(harmless::text(&cell.text));
    match cell.tone {
        Tone::Plain => plain,
        Tone::Bold => plain.add_attribute(Attribute::Bold),
        Tone::Dim => plain.add_attribute(Attribute::Dim),
        // The same as `Paint` has; the crate's names without "Dark" are the bright ones, which white paper swallows.
        Tone::Good => plain.fg(Color::DarkGreen),
        Tone::Warn => plain.fg(Color::DarkYellow),
        Tone::Bad => plain.fg(Color::DarkRed),
    }
}

/// A cell of CSV with its quotes where it needs them (RFC 4180); in TSV a tab or newline becomes a blank.
fn quoted(cell: &str, separator: char) -> String {
    match separator {
        '\t' => cell.replace(['\t', '\n', '\r'], " "),
        _ if cell.contains([separator, '"', '\n', '\r']) => format!("\"{}\"", cell.replace('"', "\"\"")),
        _ => cell.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Table {
        let mut table = Table::new(&["TOPIC", ">MESSAGES", "+ID"]);
        table.row(["orders".into(), Cell::count(100_000), "3h9x".into()]);
        table.row(["a,b".into(), Cell::count(7), "x\"y".into()]);
        table
    }

    #[test]
    fn a_terminal_gets_aligned_columns() {
        assert_eq!(
            sample().aligned(Paint::OFF, Some(80), false, true),
            "TOPIC   MESSAGES\norders   100 000\na,b            7\n"
        );
    }

    /// A group with a hundred partitions of a topic with a long name took four lines for each.
    #[test]
    fn where_names_are_folded_they_stand_once_and_what_is_short_stays_whole() {
        let mut table = Table::new(&["GROUP", "TOPIC", ">PARTITION", "TIME"]);
        let name = "settlement-reconciliation-consumer-group-production";
        for number in 0..3 {
            let time = format!("2026-11-21T11:04:31.20{number}Z");
            table.row([name.into(), "orders".into(), Cell::count(number), time.into()]);
        }
        assert_eq!(
            table.aligned(Paint::OFF, Some(72), false, true),
            "GROUP                        TOPIC   PARTITION  TIME\n\
             settlement-reconciliation-c  orders          0  2026-11-21T11:04:31.200Z\n\
             onsumer-group-production\n\
             \x20                                            1  2026-11-21T11:04:31.201Z\n\
             \x20                                            2  2026-11-21T11:04:31.202Z\n"
        );
        // Where there is room every row says all.
        let wide = table.aligned(Paint::OFF, Some(200), false, true);
        assert_eq!(wide.matches(name).count(), 3, "{wide}");
    }

    #[test]
    fn colours_can_be_read_on_light_and_on_dark() {
        use crate::output::paint::Color as When;
        let mut table = Table::new(&["LAG"]);
        [Tone::Good, Tone::Warn, Tone::Bad].into_iter().for_each(|tone| table.row([Cell::new("7").tone(tone)]));
        let text = table.aligned(Paint::for_stream(When::Always, true), Some(80), false, true);
        for (tone, code) in [(Tone::Good, 2), (Tone::Warn, 3), (Tone::Bad, 1)] {
            assert!(
                text.contains(&format!("\x1b[38;5;{code}m7")),
                "{tone:?} is not one of the eight plain ones: {text:?}"
            );
        }
    }

    #[test]
    fn a_pipe_gets_tabs_and_exact_numbers() {
        assert_eq!(sample().separated('\t', false, true), "TOPIC\tMESSAGES\norders\t100000\na,b\t7\n");
        assert_eq!(sample().separated(',', true, false), "orders,100000,3h9x\n\"a,b\",7,\"x\"\"y\"\n");
        assert_eq!(sample().names(), "orders\na,b\n");
    }
}
