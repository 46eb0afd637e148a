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

/// A list as Java prints one: `[1, 2]`.
pub fn java_list<T: ToString>(items: &[T]) -> String {
    format!("[{}]", items.iter().map(T::to_string).collect::<Vec<_>>().join(", "))
}

/// Names in the order in which a `HashMap` made for `capacity` entries gives them back, put in as they come here.
/// The original collects many answers in such maps and prints them as they fall out.
pub fn hash_map_order<T>(items: Vec<T>, capacity: usize, name: impl Fn(&T) -> &str) -> Vec<T> {
    let mut slots = capacity.max(1).next_power_of_two();
    // A map grows by doubling once it is more than three quarters full.
    while items.len() * 4 > slots * 3 {
        slots *= 2;
    }
    let mut items = items;
    items.sort_by_key(|item| {
        let hash = java_hash(name(item));
        (hash ^ (hash >> 16)) as usize & (slots - 1)
    });
    items
}

/// `String.hashCode`.
pub fn java_hash(text: &str) -> u32 {
    text.encode_utf16().fold(0u32, |hash, unit| hash.wrapping_mul(31).wrapping_add(u32::from(unit)))
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
