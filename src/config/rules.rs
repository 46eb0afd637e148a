//! The rules between a broker's keys, in Kafka's order and words ("requirement failed: …" is how Scala says it).

use super::layers::Layers;
use super::value::java_trim;

const BYTES_PER_CLEANER: i64 = 1024 * 1024;

/// Whether the values that hold go together.
pub fn check(layers: &Layers) -> Result<(), String> {
    let number = |name: &str| layers.number(name);
    let require = |holds: bool, rule: &str| if holds { Ok(()) } else { Err(format!("requirement failed: {rule}")) };

    let roll_ms = number("log.roll.ms").unwrap_or(1);
    require(roll_ms >= 1, "log.roll.ms must be greater than or equal to 1")?;
    let jitter_ms = number("log.roll.jitter.ms").unwrap_or(0);
    require(jitter_ms >= 0, "log.roll.jitter.ms must be greater than or equal to 0")?;
    let retention = ["log.retention.ms", "log.retention.minutes", "log.retention.hours"].into_iter().find_map(number);
    require(retention != Some(0), "log.retention.ms must be unlimited (-1) or, greater than or equal to 1")?;

    let cleaners = number("log.cleaner.threads").unwrap_or(1);
    if cleaners == 0 {
        return Err("/ by zero".into());
    }
    let dedupe = number("log.cleaner.dedupe.buffer.size").unwrap_or(i64::MAX);
    require(
        dedupe / cleaners > BYTES_PER_CLEANER,
        "log.cleaner.dedupe.buffer.size must be at least 1MB per cleaner thread.",
    )?;
    let wait_ms = number("replica.fetch.wait.max.ms").unwrap_or(0);
    require(
        wait_ms <= number("replica.socket.timeout.ms").unwrap_or(i64::MAX),
        "replica.socket.timeout.ms should always be at least replica.fetch.wait.max.ms to prevent unnecessary socket \
         timeouts",
    )?;
    require(
        wait_ms <= number("replica.lag.time.max.ms").unwrap_or(i64::MAX),
        "replica.fetch.wait.max.ms should always be less than or equal to replica.lag.time.max.ms to prevent frequent \
         changes in ISR",
    )?;
    let queued = number("queued.max.request.bytes").unwrap_or(-1);
    require(
        queued <= 0 || queued >= number("socket.request.max.bytes").unwrap_or(0),
        "queued.max.request.bytes must be larger or equal to socket.request.max.bytes",
    )?;

    let overrides = layers.named("max.connections.per.ip.overrides").to_text().unwrap_or_default();
    let overrides = connections_per_ip(&overrides)?;
    require(
        number("max.connections.per.ip") != Some(0) || !overrides.is_empty(),
        "max.connections.per.ip can be set to zero only if max.connections.per.ip.overrides property is set.",
    )?;

    let idle_ms = number("connections.max.idle.ms").unwrap_or(-1);
    let delay_ms = number("connection.failed.authentication.delay.ms").unwrap_or(0);
    require(
        idle_ms < 0 || delay_ms < idle_ms,
        &format!(
            "connection.failed.authentication.delay.ms={delay_ms} should always be less than \
             connections.max.idle.ms={idle_ms} to prevent failed authentication responses from timing out"
        ),
    )
}

/// The limits of `max.connections.per.ip.overrides`: "host:limit,host:limit".
pub fn connections_per_ip(text: &str) -> Result<Vec<(String, i32)>, String> {
    let mut limits = Vec::new();
    for item in text.split(',').map(java_trim) {
        if item.is_empty() && text.is_empty() {
            continue;
        }
        let Some((host, limit)) = item.rsplit_once(':') else {
            // Java's words for a colon that is not there.
            let length = item.encode_utf16().count();
            return Err(format!(
                "Error parsing configuration property 'max.connections.per.ip.overrides': begin 0, end -1, length {length}"
            ));
        };
        let limit = java_trim(limit);
        let limit = limit.parse().map_err(|_| format!("For input string: \"{limit}\""))?;
        limits.push((java_trim(host).to_string(), limit));
    }
    let wrong = |host: &&str| !host.chars().all(|c| c.is_ascii_alphanumeric() || "-%._:".contains(c));
    let wrong: Vec<&str> = limits.iter().map(|(host, _)| host.as_str()).filter(wrong).collect();
    if wrong.is_empty() {
        return Ok(limits);
    }
    Err(format!("max.connections.per.ip.overrides contains invalid addresses : {}", wrong.join(",")))
}
