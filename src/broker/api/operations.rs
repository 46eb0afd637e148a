//! Which operations a client may do, as bit fields (KIP-430): of all that the kind of resource knows those that are
//! allowed, and all of them without an authorizer.

use super::Cx;
use crate::protocol::acl::{CLUSTER_NAME, ResourceKind};

pub fn of_topic(cx: &Cx, topic: &str) -> i32 {
    allowed(cx, ResourceKind::Topic, topic)
}

pub fn of_cluster(cx: &Cx) -> i32 {
    allowed(cx, ResourceKind::Cluster, CLUSTER_NAME)
}

pub fn of_group(cx: &Cx, group: &str) -> i32 {
    allowed(cx, ResourceKind::Group, group)
}

fn allowed(cx: &Cx, kind: ResourceKind, name: &str) -> i32 {
    let allowed = kind.operations().iter().filter(|operation| cx.may(**operation, kind, name));
    allowed.fold(0, |bits, operation| bits | 1 << *operation as i32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bits_are_the_originals() {
        let bits = |kind: ResourceKind| kind.operations().iter().fold(0, |bits, op| bits | 1 << *op as i32);
        assert_eq!(bits(ResourceKind::Topic), 0b1101_1111_1000);
        assert_eq!(bits(ResourceKind::Cluster), 0b1_1111_1010_0000);
        assert_eq!(bits(ResourceKind::Group), 0b1101_0100_1000);
    }
}
