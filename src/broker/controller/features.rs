//! Features and their levels: what this program can read, what a new cluster begins with, UpdateFeatures.

/// The levels of a feature that this program reads and writes.
pub fn range(name: &str) -> Option<(i16, i16)> {
    FEATURES.iter().find(|f| f.name == name).map(|f| (f.first, f.last))
}

pub struct Feature {
    pub name: &'static str,
    pub first: i16,
    pub last: i16,
    /// Whether brokers do what the feature's last level promises; only then are clients told of it.
    pub served: bool,
}

/// As 4.3.1 has them, in the order of its names.
pub const FEATURES: &[Feature] = &[
    Feature { name: "eligible.leader.replicas.version", first: 0, last: 1, served: true },
    Feature { name: "group.version", first: 0, last: 1, served: true },
    Feature { name: "kraft.version", first: 0, last: 1, served: true },
    Feature { name: "metadata.version", first: 7, last: 30, served: true },
    Feature { name: "share.version", first: 0, last: 1, served: false },
    Feature { name: "streams.version", first: 0, last: 1, served: false },
    Feature { name: "transaction.version", first: 0, last: 2, served: true },
];
