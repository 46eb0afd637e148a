//! Faults on purpose, so that the tests of transactions can be tested: does the checker notice a broker that breaks a rule?
//!
//! Only in debug builds, and only one at a time: `KT_PLANTED_FAULT` names it. A release has none of this.

use super::partition::Appended;

/// One rule that is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Fetches name no aborted transactions.
    ForgetsAborted,
    /// Readers of what is committed see all that is written.
    ShowsUncommitted,
    /// An end is answered, and not written down.
    ForgetsEnds,
    /// Markers of a commit are missing in every second partition.
    SkipsMarkers,
    /// In every second partition a commit's marker says abort.
    TurnsMarkers,
    /// A batch that was sent again is appended again.
    KeepsDuplicates,
    /// Every seventh transactional batch is acknowledged and thrown away.
    DropsBatches,
    /// Offsets count although their transaction was aborted.
    KeepsAbortedOffsets,
    /// A producer that was fenced may go on.
    ForgetsFences,
}

impl Fault {
    pub const ALL: [Fault; 9] = [
        Fault::ForgetsAborted,
        Fault::ShowsUncommitted,
        Fault::ForgetsEnds,
        Fault::SkipsMarkers,
        Fault::TurnsMarkers,
        Fault::KeepsDuplicates,
        Fault::DropsBatches,
        Fault::KeepsAbortedOffsets,
        Fault::ForgetsFences,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Fault::ForgetsAborted => "forgets-aborted",
            Fault::ShowsUncommitted => "shows-uncommitted",
            Fault::ForgetsEnds => "forgets-ends",
            Fault::SkipsMarkers => "skips-markers",
            Fault::TurnsMarkers => "turns-markers",
            Fault::KeepsDuplicates => "keeps-duplicates",
            Fault::DropsBatches => "drops-batches",
            Fault::KeepsAbortedOffsets => "keeps-aborted-offsets",
            Fault::ForgetsFences => "forgets-fences",
        }
    }
}

/// Whether this rule is broken here.
#[cfg(debug_assertions)]
pub fn is(fault: Fault) -> bool {
    static PLANTED: std::sync::OnceLock<Option<String>> = std::sync::OnceLock::new();
    let planted = PLANTED.get_or_init(|| std::env::var("KT_PLANTED_FAULT").ok());
    planted.as_deref() == Some(fault.name())
}

#[cfg(not(debug_assertions))]
pub const fn is(_: Fault) -> bool {
    false
}

/// The answer to a batch that was thrown away.
pub fn forgotten() -> Appended {
    Appended { base_offset: 0, last_offset: 0, log_append_time_ms: -1, log_start_offset: 0, sync_due: false }
}
