//! The verifiable tools' lines: a JSON object each, with the moment and the name of what happened in front.

use std::io::{self, Write};
use std::time::{SystemTime, UNIX_EPOCH};

use kt_codec::json;
use serde_json::{Value, json};

use crate::output::sink::Sink;

/// Writes one event; `data` is an object with what follows time and name, in its order.
pub fn line(name: &str, data: Value, out: &mut Sink) -> io::Result<()> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |elapsed| elapsed.as_millis() as u64);
    let mut event = json!({"timestamp": now, "name": name});
    if let (Value::Object(event), Value::Object(data)) = (&mut event, data) {
        event.extend(data);
    }
    writeln!(out, "{}", json::to_text(&event))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_has_its_moment_and_name_first() {
        let mut out = Sink::memory();
        line("x", json!({"b": 1, "a": null, "v": 7.0}), &mut out).unwrap();
        let text = out.into_text();
        assert!(text.starts_with("{\"timestamp\":1"), "{text}");
        assert!(text.ends_with(",\"name\":\"x\",\"b\":1,\"a\":null,\"v\":7.0}\n"), "{text}");
    }
}
