//! What the client of a request may do. Without an authorizer that is everything.

use super::Cx;
use crate::broker::auth::Who;
use crate::broker::controller::decide::Refusal;
use crate::protocol::acl::{ANONYMOUS, CLUSTER_NAME, Operation, ResourceKind};
use crate::protocol::code::ErrorCode;

impl Cx {
    fn asks<T>(&self, question: impl FnOnce(&crate::broker::auth::Authorizer, Who<'_>) -> T, free: T) -> T {
        let Some(authorizer) = self.broker.authorizer() else { return free };
        let host = self.client.address.ip().to_canonical().to_string();
        // Nobody says who he is on a listener without authentication.
        question(authorizer, Who { principal: ANONYMOUS, host: &host })
    }

    pub fn may(&self, operation: Operation, kind: ResourceKind, name: &str) -> bool {
        self.asks(|authorizer, who| authorizer.allows(who, operation, kind, name), true)
    }

    pub fn may_topic(&self, operation: Operation, topic: &str) -> bool {
        self.may(operation, ResourceKind::Topic, topic)
    }

    pub fn may_group(&self, operation: Operation, group: &str) -> bool {
        self.may(operation, ResourceKind::Group, group)
    }

    pub fn may_transactional(&self, operation: Operation, id: &str) -> bool {
        self.may(operation, ResourceKind::TransactionalId, id)
    }

    pub fn may_cluster(&self, operation: Operation) -> bool {
        self.may(operation, ResourceKind::Cluster, CLUSTER_NAME)
    }

    /// For requests that are about the cluster as a whole.
    pub fn check_cluster(&self, operation: Operation) -> Result<(), Refusal> {
        if self.may_cluster(operation) { Ok(()) } else { Err(Refusal::plain(ErrorCode::CLUSTER_AUTHORIZATION_FAILED)) }
    }

    /// Whether the client may do it to any resource of the kind at all (KIP-679).
    pub fn may_some(&self, operation: Operation, kind: ResourceKind) -> bool {
        self.asks(|authorizer, who| authorizer.allows_some(who, operation, kind), true)
    }
}
