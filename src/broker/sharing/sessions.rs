//! Share sessions: which partitions a member reads from this broker, so that it need not say so in every request.
//!
//! A session belongs to a member of a group and lives on the connection that it began on. Its epoch moves with every
//! request; one that comes with another epoch was lost, or came twice.

use std::collections::HashMap;

use kt_codec::{Str, Uuid};

use crate::protocol::code::ErrorCode;

/// The epoch of a request that begins a session.
pub const BEGINS: i32 = 0;
/// Of one that ends it.
pub const ENDS: i32 = -1;

/// A group, and a member of it.
pub type Owner = (Str, Str);
pub type Place = (Uuid, i32);

struct Session {
    epoch: i32,
    connection: u64,
    /// Each with whether it has to be told of even when there is nothing to tell.
    partitions: Vec<(Place, bool)>,
}

#[derive(Default)]
pub struct Sessions {
    all: HashMap<Owner, Session>,
}

fn after(epoch: i32) -> i32 {
    if epoch == i32::MAX { 1 } else { epoch + 1 }
}

impl Sessions {
    /// Begins a session, in place of the one the member had. Not more than `most` of them.
    pub fn begin(
        &mut self,
        owner: &Owner,
        places: Vec<Place>,
        connection: u64,
        most: usize,
    ) -> Result<Vec<Place>, ErrorCode> {
        self.all.remove(owner);
        if self.all.len() >= most {
            return Err(ErrorCode::SHARE_SESSION_LIMIT_REACHED);
        }
        let mut session = Session { epoch: after(BEGINS), connection, partitions: Vec::new() };
        session.add(places, false);
        let places = session.places();
        // Copies: a name is a slice of the request, which is not to be remembered with it.
        let owner = (Str::from(owner.0.to_string()), Str::from(owner.1.to_string()));
        self.all.insert(owner, session);
        Ok(places)
    }

    /// A further fetch: what comes and goes, and then all that the session has.
    pub fn go_on(
        &mut self,
        owner: &Owner,
        epoch: i32,
        more: Vec<Place>,
        less: &[Place],
    ) -> Result<Vec<Place>, ErrorCode> {
        let session = self.at(owner, epoch)?;
        session.epoch = after(epoch);
        session.add(more, true);
        session.partitions.retain(|(place, _)| !less.contains(place));
        Ok(session.places())
    }

    /// A request that only settles.
    pub fn settles(&mut self, owner: &Owner, epoch: i32) -> Result<(), ErrorCode> {
        if epoch == BEGINS {
            return Err(ErrorCode::INVALID_SHARE_SESSION_EPOCH);
        }
        if epoch == ENDS {
            return self.check(owner);
        }
        self.at(owner, epoch)?.epoch = after(epoch);
        Ok(())
    }

    pub fn check(&self, owner: &Owner) -> Result<(), ErrorCode> {
        if self.all.contains_key(owner) { Ok(()) } else { Err(ErrorCode::SHARE_SESSION_NOT_FOUND) }
    }

    fn at(&mut self, owner: &Owner, epoch: i32) -> Result<&mut Session, ErrorCode> {
        let session = self.all.get_mut(owner).ok_or(ErrorCode::SHARE_SESSION_NOT_FOUND)?;
        if session.epoch != epoch { Err(ErrorCode::INVALID_SHARE_SESSION_EPOCH) } else { Ok(session) }
    }

    /// Whether a partition has to be in the answer to a further fetch.
    pub fn tells(&mut self, owner: &Owner, place: &Place, has_records: bool, has_failed: bool) -> bool {
        let Some(session) = self.all.get_mut(owner) else { return true };
        let Some((_, must)) = session.partitions.iter_mut().find(|(known, _)| known == place) else { return true };
        std::mem::replace(must, has_failed) || has_records || has_failed
    }

    /// Ends a session. What it had has to be released.
    pub fn end(&mut self, owner: &Owner) -> Option<Vec<Place>> {
        self.all.remove(owner).map(|session| session.places())
    }

    pub fn of_connection(&self, connection: u64) -> Vec<Owner> {
        self.all.iter().filter(|(_, s)| s.connection == connection).map(|(owner, _)| owner.clone()).collect()
    }

    pub fn has_group(&self, group: &str) -> bool {
        self.all.keys().any(|(known, _)| known == group)
    }
}

impl Session {
    fn add(&mut self, places: Vec<Place>, must_tell: bool) {
        let known: std::collections::HashSet<Place> = self.partitions.iter().map(|(place, _)| *place).collect();
        let mut new = std::collections::HashSet::new();
        for place in places {
            if !known.contains(&place) && new.insert(place) {
                self.partitions.push((place, must_tell));
            }
        }
    }

    fn places(&self) -> Vec<Place> {
        self.partitions.iter().map(|(place, _)| *place).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_goes_on_only_with_the_next_epoch_and_ends_with_its_connection() {
        let owner: Owner = ("g".into(), "m".into());
        let (a, b) = ((Uuid([1; 16]), 0), (Uuid([1; 16]), 1));
        let mut sessions = Sessions::default();
        assert_eq!(sessions.go_on(&owner, 1, vec![], &[]), Err(ErrorCode::SHARE_SESSION_NOT_FOUND));
        assert_eq!(sessions.begin(&owner, vec![a, a], 7, 1), Ok(vec![a]));
        assert_eq!(
            sessions.begin(&("g".into(), "n".into()), vec![a], 8, 1),
            Err(ErrorCode::SHARE_SESSION_LIMIT_REACHED)
        );
        assert_eq!(sessions.go_on(&owner, 1, vec![b], &[]), Ok(vec![a, b]));
        assert_eq!(sessions.go_on(&owner, 1, vec![], &[]), Err(ErrorCode::INVALID_SHARE_SESSION_EPOCH));
        assert_eq!(sessions.settles(&owner, 2), Ok(()));
        assert_eq!(sessions.settles(&owner, BEGINS), Err(ErrorCode::INVALID_SHARE_SESSION_EPOCH));
        assert_eq!(sessions.go_on(&owner, 3, vec![], &[a]), Ok(vec![b]));
        assert!(sessions.tells(&owner, &b, false, false), "it is new");
        assert!(!sessions.tells(&owner, &b, false, false));
        assert!(sessions.of_connection(8).is_empty());
        assert_eq!(sessions.of_connection(7), std::slice::from_ref(&owner));
        assert_eq!(sessions.end(&owner), Some(vec![b]));
        assert!(!sessions.has_group("g"));
    }
}
