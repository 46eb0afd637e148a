//! What a client may do in a context that is protected or read-only. The one place where it holds for every tool, in
//! both grammars: a request that is not allowed is not sent.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use kt_codec::ApiKey;

/// What a client may do. Shared by its clones: a confirmation opens all of them.
#[derive(Clone, Debug, Default)]
pub struct Guard(Option<Arc<Guarded>>);

#[derive(Debug)]
struct Guarded {
    context: String,
    read_only: bool,
    opened: AtomicBool,
}

impl Guard {
    /// Nothing is changed.
    pub fn read_only(context: &str) -> Self {
        Self(Some(Arc::new(Guarded { context: context.to_owned(), read_only: true, opened: AtomicBool::new(false) })))
    }

    /// What destroys has to be confirmed first.
    pub fn protected(context: &str) -> Self {
        Self(Some(Arc::new(Guarded { context: context.to_owned(), read_only: false, opened: AtomicBool::new(false) })))
    }

    /// Somebody has confirmed; a context that is read-only stays so.
    pub fn open(&self) {
        if let Some(guarded) = &self.0 {
            guarded.opened.store(true, Ordering::Relaxed);
        }
    }

    /// Why a request may not be sent.
    pub fn refusal(&self, api: ApiKey) -> Option<Refused> {
        let guarded = self.0.as_ref()?;
        let refused = match guarded.read_only {
            true => changes(api),
            false => destroys(api) && !guarded.opened.load(Ordering::Relaxed),
        };
        refused.then(|| Refused { context: guarded.context.clone(), read_only: guarded.read_only })
    }

    /// Why nothing may be written: what the data path asks before it makes a producer.
    pub fn refuses_writing(&self) -> Option<Refused> {
        self.refusal(ApiKey::Produce)
    }
}

/// Requests that lose something.
fn destroys(api: ApiKey) -> bool {
    use ApiKey::{DeleteAcls, DeleteGroups, DeleteRecords, DeleteTopics, OffsetDelete, UnregisterBroker};
    matches!(api, DeleteTopics | DeleteRecords | DeleteAcls | DeleteGroups | OffsetDelete | UnregisterBroker)
}

/// Requests that change something, for good or not.
fn changes(api: ApiKey) -> bool {
    use ApiKey::*;
    destroys(api)
        || matches!(
            api,
            Produce
                | OffsetCommit
                | CreateTopics
                | InitProducerId
                | AddPartitionsToTxn
                | AddOffsetsToTxn
                | EndTxn
                | WriteTxnMarkers
                | TxnOffsetCommit
                | CreateAcls
                | AlterConfigs
                | AlterReplicaLogDirs
                | CreatePartitions
                | CreateDelegationToken
                | RenewDelegationToken
                | ExpireDelegationToken
                | ElectLeaders
                | IncrementalAlterConfigs
                | AlterPartitionReassignments
                | AlterClientQuotas
                | AlterUserScramCredentials
                | UpdateFeatures
                | AddRaftVoter
                | RemoveRaftVoter
                | AlterShareGroupOffsets
                | DeleteShareGroupOffsets
        )
}

/// A request that was not sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    pub context: String,
    pub read_only: bool,
}

impl Refused {
    pub fn what(&self) -> String {
        let how = if self.read_only { "read-only" } else { "protected" };
        format!("context {} is {how}: nothing was changed", self.context)
    }

    pub fn hint(&self) -> String {
        match self.read_only {
            true => format!("another context, or take read-only from {}: kt context show {0}", self.context),
            false => "kt's own verbs ask for the context's name: kt topics delete, kt groups delete, …".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(guard: &Guard) -> [bool; 3] {
        [ApiKey::Metadata, ApiKey::CreateTopics, ApiKey::DeleteTopics].map(|api| guard.refusal(api).is_some())
    }

    #[test]
    fn a_protected_context_lets_destroy_only_what_was_confirmed() {
        let guard = Guard::protected("prod");
        assert_eq!(refused(&guard), [false, false, true]);
        guard.clone().open();
        assert_eq!(refused(&guard), [false, false, false]);
    }

    #[test]
    fn a_read_only_context_lets_nothing_be_changed_whatever_is_confirmed() {
        let guard = Guard::read_only("prod");
        guard.open();
        assert_eq!(refused(&guard), [false, true, true]);
        assert!(guard.refuses_writing().is_some());
        assert_eq!(refused(&Guard::default()), [false; 3]);
    }
}
