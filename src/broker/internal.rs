//! Topics that the broker keeps for itself.

pub const OFFSETS: &str = "__consumer_offsets";
pub const TRANSACTIONS: &str = "__transaction_state";
pub const SHARES: &str = "__share_group_state";

pub fn is_internal(topic: &str) -> bool {
    matches!(topic, OFFSETS | TRANSACTIONS | SHARES)
}
