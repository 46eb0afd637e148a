//! What a client may do in a context that is protected or read-only, and in a dry run. The one place where it holds for
//! every tool, in both grammars: a request that is not allowed is not sent.

use std::any::Any;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use kt_codec::ApiKey;
use kt_codec::alter_client_quotas_request::AlterClientQuotasRequest;
use kt_codec::alter_configs_request::AlterConfigsRequest;
use kt_codec::create_partitions_request::CreatePartitionsRequest;
use kt_codec::create_topics_request::CreateTopicsRequest;
use kt_codec::incremental_alter_configs_request::IncrementalAlterConfigsRequest;
use kt_codec::update_features_request::UpdateFeaturesRequest;

/// What a client may do. Shared by its clones: a confirmation opens all of them.
#[derive(Clone, Debug, Default)]
pub struct Guard {
    context: Option<Arc<Guarded>>,
    dry_run: bool,
}

#[derive(Debug)]
struct Guarded {
    name: String,
    read_only: bool,
    opened: AtomicBool,
}

impl Guard {
    /// Nothing is changed.
    pub fn read_only(context: &str) -> Self {
        Self::of(context, true)
    }

    /// What destroys has to be confirmed first.
    pub fn protected(context: &str) -> Self {
        Self::of(context, false)
    }

    fn of(context: &str, read_only: bool) -> Self {
        let guarded = Guarded { name: context.to_owned(), read_only, opened: AtomicBool::new(false) };
        Self { context: Some(Arc::new(guarded)), dry_run: false }
    }

    /// Nothing is changed, for this is a dry run: the last line of defence behind verbs that end before they change
    /// anything.
    pub fn rehearsing(self) -> Self {
        Self { dry_run: true, ..self }
    }

    /// Somebody has confirmed; a context that is read-only stays so.
    pub fn open(&self) {
        if let Some(guarded) = &self.context {
            guarded.opened.store(true, Ordering::Relaxed);
        }
    }

    /// Why a request may not be sent.
    pub fn refusal(&self, api: ApiKey) -> Option<Refused> {
        if self.dry_run && changes(api) {
            return Some(Refused::DryRun(api));
        }
        let guarded = self.context.as_ref()?;
        let context = || guarded.name.clone();
        match guarded.read_only {
            true if changes(api) => Some(Refused::ReadOnly(context())),
            false if destroys(api) && !guarded.opened.load(Ordering::Relaxed) => Some(Refused::Protected(context())),
            _ => None,
        }
    }

    /// Why nothing may be written: what the data path asks before it makes a producer.
    pub fn refuses_writing(&self) -> Option<Refused> {
        self.refusal(ApiKey::Produce)
    }
}

/// Whether the broker is only asked to judge a change, not to make it.
pub fn only_validates(request: &dyn Any) -> bool {
    fn says<R: 'static>(request: &dyn Any, flag: fn(&R) -> bool) -> bool {
        request.downcast_ref().is_some_and(flag)
    }
    says(request, |request: &CreateTopicsRequest| request.validate_only)
        || says(request, |request: &CreatePartitionsRequest| request.validate_only)
        || says(request, |request: &IncrementalAlterConfigsRequest| request.validate_only)
        || says(request, |request: &AlterConfigsRequest| request.validate_only)
        || says(request, |request: &AlterClientQuotasRequest| request.validate_only)
        || says(request, |request: &UpdateFeaturesRequest| request.validate_only)
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

/// A request that was not sent: its context does not allow it, or it was only to be tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    ReadOnly(String),
    Protected(String),
    DryRun(ApiKey),
}

impl Refused {
    pub fn what(&self) -> String {
        match self {
            Self::ReadOnly(context) => format!("context {context} is read-only: nothing was changed"),
            Self::Protected(context) => format!("context {context} is protected: nothing was changed"),
            Self::DryRun(api) => format!("{} changes something, and this is a dry run: it was not sent", api.name()),
        }
    }

    pub fn hint(&self) -> Option<String> {
        match self {
            Self::ReadOnly(context) => {
                Some(format!("another context, or take read-only from {context}: kt context show {context}"))
            }
            Self::Protected(_) => {
                Some("kt's own verbs ask for the context's name: kt topics delete, kt groups delete, …".to_owned())
            }
            Self::DryRun(_) => None,
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

    #[test]
    fn a_dry_run_lets_the_broker_judge_a_change_and_sends_none() {
        let guard = Guard::protected("prod").rehearsing();
        guard.open();
        assert_eq!(refused(&guard), [false, true, true]);
        let create = |validate_only| CreateTopicsRequest { validate_only, ..CreateTopicsRequest::default() };
        assert!(only_validates(&create(true)));
        assert!(!only_validates(&create(false)));
        // What brokers of before 2.3 are asked.
        assert!(only_validates(&AlterConfigsRequest { validate_only: true, ..AlterConfigsRequest::default() }));
        assert!(!only_validates(&kt_codec::delete_topics_request::DeleteTopicsRequest::default()));
    }
}
