//! The column rules of the original's tools, for reports in Kafka's text.

use std::io::{self, Write};

/// The padded table of transactions, metadata-quorum and the like: each cell is filled up with blanks to its column's
/// width and followed by a tab, the last one too. A row must have as many cells as the header.
pub fn padded_table(out: &mut impl Write, header: &[&str], rows: &[Vec<String>]) -> io::Result<()> {
    let mut widths: Vec<usize> = header.iter().map(|title| java_length(title)).collect();
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(java_length(cell));
        }
    }
    let header: Vec<String> = header.iter().map(|title| (*title).to_owned()).collect();
    for row in std::iter::once(&header).chain(rows) {
        for (width, cell) in widths.iter().zip(row) {
            write!(out, "{}\t", left(cell, *width))?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// Java's `%-Ns`: filled with blanks to `width`, never cut.
pub fn left(text: &str, width: usize) -> String {
    let blanks = width.saturating_sub(java_length(text));
    format!("{text}{:blanks$}", "")
}

/// Java counts UTF-16 units, and so do its paddings.
pub fn java_length(text: &str) -> usize {
    text.encode_utf16().count()
}

/// Numbers joined by commas, as the original prints replicas.
pub fn joined<T: ToString>(items: &[T]) -> String {
    items.iter().map(T::to_string).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_padded_table_ends_each_cell_with_a_tab() {
        let mut out = Vec::new();
        padded_table(&mut out, &["NodeId", "Lag"], &[vec!["1".into(), "1000".into()]]).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "NodeId\tLag \t\n1     \t1000\t\n");
    }
}
