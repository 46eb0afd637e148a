//! ConsumerGroupHeartbeat, before any group is looked at: the original's checks in its order, with its sentences.

use kt_codec::consumer_group_heartbeat_request::ConsumerGroupHeartbeatRequest;

use super::member::{AWAY, JOINING, LEAVING};
use super::refused::Refused;
use crate::broker::coordinator::group::assign::Assignor;
use crate::protocol::code::ErrorCode;

/// From this version on the client makes its member id.
const CLIENT_MAKES_MEMBER_ID: i16 = 1;

pub fn heartbeat(request: &ConsumerGroupHeartbeatRequest, version: i16, assignors: &[Assignor]) -> Result<(), Refused> {
    let epoch = request.member_epoch;
    let invalid = |sentence: &'static str| Err(Refused::new(ErrorCode::INVALID_REQUEST, sentence));
    let is_blank = |text: Option<&str>| text.is_some_and(|text| text.trim().is_empty());

    let has_id = version >= CLIENT_MAKES_MEMBER_ID || epoch > JOINING || epoch == LEAVING;
    if has_id && is_blank(Some(&request.member_id)) {
        return invalid("MemberId can't be empty.");
    }
    if is_blank(Some(&request.group_id)) {
        return invalid("GroupId can't be empty.");
    }
    if is_blank(request.instance_id.as_deref()) {
        return invalid("InstanceId can't be empty.");
    }
    if is_blank(request.rack_id.as_deref()) {
        return invalid("RackId can't be empty.");
    }
    if epoch == JOINING {
        if request.rebalance_timeout_ms == -1 {
            return invalid("RebalanceTimeoutMs must be provided in first request.");
        }
        if request.topic_partitions.as_ref().is_none_or(|owned| !owned.is_empty()) {
            return invalid("TopicPartitions must be empty when (re-)joining.");
        }
        if request.subscribed_topic_names.is_none() && request.subscribed_topic_regex.is_none() {
            return invalid("Either SubscribedTopicNames or SubscribedTopicRegex must be non-null when (re-)joining.");
        }
    } else if epoch == AWAY && request.instance_id.is_none() {
        return invalid("InstanceId can't be null.");
    } else if epoch < AWAY {
        return invalid("MemberEpoch is invalid.");
    }
    match &request.server_assignor {
        Some(name) if !assignors.iter().any(|assignor| assignor.name() == &**name) => {
            let known: Vec<&str> = assignors.iter().map(|assignor| assignor.name()).collect();
            let known = known.join(", ");
            let message = format!("ServerAssignor {name} is not supported. Supported assignors: {known}.");
            Err(Refused::new(ErrorCode::UNSUPPORTED_ASSIGNOR, message))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(change: impl FnOnce(&mut ConsumerGroupHeartbeatRequest)) -> String {
        let mut request = ConsumerGroupHeartbeatRequest {
            group_id: "g".into(),
            member_id: "m".into(),
            rebalance_timeout_ms: 5000,
            subscribed_topic_names: Some(vec!["t".into()]),
            topic_partitions: Some(Vec::new()),
            ..Default::default()
        };
        change(&mut request);
        match heartbeat(&request, 1, &Assignor::ALL) {
            Ok(()) => "ok".into(),
            Err(refused) => format!("{}: {}", refused.code.name(), refused.message),
        }
    }

    #[test]
    fn wrong_requests_are_refused_in_the_originals_words() {
        assert_eq!(said(|_| {}), "ok");
        assert_eq!(said(|r| r.member_id = " ".into()), "INVALID_REQUEST: MemberId can't be empty.");
        assert_eq!(said(|r| r.group_id = "".into()), "INVALID_REQUEST: GroupId can't be empty.");
        assert_eq!(said(|r| r.instance_id = Some("".into())), "INVALID_REQUEST: InstanceId can't be empty.");
        assert_eq!(said(|r| r.rack_id = Some("".into())), "INVALID_REQUEST: RackId can't be empty.");
        assert_eq!(
            said(|r| r.rebalance_timeout_ms = -1),
            "INVALID_REQUEST: RebalanceTimeoutMs must be provided in first request."
        );
        let joining = "INVALID_REQUEST: TopicPartitions must be empty when (re-)joining.";
        assert_eq!(said(|r| r.topic_partitions = None), joining);
        assert_eq!(
            said(|r| r.subscribed_topic_names = None),
            "INVALID_REQUEST: Either SubscribedTopicNames or SubscribedTopicRegex must be non-null when (re-)joining."
        );
        assert_eq!(said(|r| r.member_epoch = -2), "INVALID_REQUEST: InstanceId can't be null.");
        assert_eq!(said(|r| r.member_epoch = -3), "INVALID_REQUEST: MemberEpoch is invalid.");
        assert_eq!(
            said(|r| r.server_assignor = Some("mine".into())),
            "UNSUPPORTED_ASSIGNOR: ServerAssignor mine is not supported. Supported assignors: uniform, range."
        );
    }
}
