//! Why a request to a consumer group was refused: the code, and the original's sentence.

use kt_codec::Str;

use crate::protocol::code::ErrorCode;

#[derive(Debug, Clone, PartialEq)]
pub struct Refused {
    pub code: ErrorCode,
    pub message: Str,
}

impl Refused {
    pub fn new(code: ErrorCode, message: impl Into<Str>) -> Refused {
        Refused { code, message: message.into() }
    }

    pub fn no_such_group(group: &str) -> Refused {
        // As the original's lookup of any group says it.
        Refused::new(ErrorCode::GROUP_ID_NOT_FOUND, format!("Group {group} not found."))
    }

    pub fn not_a_consumer_group(group: &str) -> Refused {
        Refused::new(ErrorCode::GROUP_ID_NOT_FOUND, format!("Group {group} is not a consumer group."))
    }

    pub fn not_of_type(group: &str, wanted: &str) -> Refused {
        Refused::new(ErrorCode::GROUP_ID_NOT_FOUND, format!("Group {group} is not a {wanted} group."))
    }

    /// The code, and the message where there is one.
    pub fn told(self) -> (i16, Option<Str>) {
        (self.code.code(), Some(self.message).filter(|message| !message.is_empty()))
    }

    pub fn unknown_member(member: &str, group: &str) -> Refused {
        let message = format!("Member {member} is not a member of group {group}.");
        Refused::new(ErrorCode::UNKNOWN_MEMBER_ID, message)
    }

    pub fn unknown_instance(instance: &str) -> Refused {
        Refused::new(ErrorCode::UNKNOWN_MEMBER_ID, format!("Instance id {instance} is unknown."))
    }

    pub fn fenced_instance(member: &str, instance: &str, owner: &str) -> Refused {
        let message = format!("Static member {member} with instance id {instance} was fenced by member {owner}.");
        Refused::new(ErrorCode::FENCED_INSTANCE_ID, message)
    }
}
