//! The table behind `--print-metrics`.

use std::io;

use super::number::fixed;
use crate::output::sink::Sink;

/// Those of the original's metrics that are known here, as it prints them.
pub fn print(group: &str, client_id: &str, metrics: &[(&str, f64)], out: &mut Sink) -> io::Result<()> {
    let full = |name: &str| format!("{group}:{name}:{{client-id={client_id}}}");
    let width = metrics.iter().map(|(name, _)| full(name).len()).max().unwrap_or(0);
    out.line(format!("\n{:width$}   Value", "Metric Name"))?;
    metrics.iter().try_for_each(|(name, value)| out.line(format!("{:width$} : {}", full(name), fixed(*value, 3))))
}

/// What a reader has read in so many seconds.
pub fn read(bytes: u64, records: u64, seconds: f64) -> [(&'static str, f64); 4] {
    let seconds = seconds.max(0.001);
    [
        ("bytes-consumed-rate", bytes as f64 / seconds),
        ("bytes-consumed-total", bytes as f64),
        ("records-consumed-rate", records as f64 / seconds),
        ("records-consumed-total", records as f64),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_in_one_column_and_values_in_the_other() {
        let mut out = Sink::memory();
        print("producer-metrics", "p", &[("byte-rate", 2.0), ("record-send-rate", 0.5)], &mut out).unwrap();
        let lines = [
            "",
            "Metric Name                                       Value",
            "producer-metrics:byte-rate:{client-id=p}        : 2.000",
            "producer-metrics:record-send-rate:{client-id=p} : 0.500",
            "",
        ];
        assert_eq!(out.into_text(), lines.join("\n"));
    }
}
