//! What all clients together may take: connections, and memory for requests in flight.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::Arc;

use parking_lot::Mutex;
use tokio::sync::{Semaphore, SemaphorePermit};

/// Requests up to this size are not counted: their number is bounded by that of the connections.
const SMALL: usize = 64 * 1024;
/// The budget is counted in pieces of this size.
const PIECE: usize = 64 * 1024;

pub struct Limits {
    connections: Arc<Mutex<Seats>>,
    most: usize,
    most_per_address: usize,
    memory: Semaphore,
    pieces: usize,
}

#[derive(Default)]
struct Seats {
    taken: usize,
    by_address: HashMap<IpAddr, usize>,
}

/// A place of one connection, given back when it is dropped.
pub struct Seat {
    seats: Arc<Mutex<Seats>>,
    address: IpAddr,
}

impl Limits {
    /// `request_bytes`: how much memory large requests in flight may take together.
    pub fn new(most: usize, most_per_address: usize, request_bytes: usize) -> Limits {
        let pieces = (request_bytes / PIECE).clamp(1, Semaphore::MAX_PERMITS);
        Limits { connections: Arc::default(), most, most_per_address, memory: Semaphore::new(pieces), pieces }
    }

    pub fn seat(&self, address: IpAddr) -> Result<Seat, String> {
        let mut seats = self.connections.lock();
        let there = seats.by_address.get(&address).copied().unwrap_or(0);
        if seats.taken >= self.most {
            return Err(format!("all {} connections are taken (max.connections)", self.most));
        }
        if there >= self.most_per_address {
            return Err(format!("{address} has {there} connections already (max.connections.per.ip)"));
        }
        seats.taken += 1;
        *seats.by_address.entry(address).or_default() += 1;
        Ok(Seat { seats: Arc::clone(&self.connections), address })
    }

    /// Waits until a request of this size may be read. A request larger than the whole budget waits for all of it.
    pub async fn request(&self, size: usize) -> Option<SemaphorePermit<'_>> {
        if size <= SMALL {
            return None;
        }
        let pieces = size.div_ceil(PIECE).min(self.pieces);
        let permits = self.memory.acquire_many(u32::try_from(pieces).unwrap_or(u32::MAX)).await;
        Some(permits.expect("the budget is never closed"))
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut seats = self.seats.lock();
        seats.taken -= 1;
        if let Some(there) = seats.by_address.get_mut(&self.address) {
            *there -= 1;
            if *there == 0 {
                seats.by_address.remove(&self.address);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seat_is_given_back_when_its_connection_ends() {
        let limits = Limits::new(2, 1, 1 << 20);
        let (a, b, c) = ([127, 0, 0, 1].into(), [127, 0, 0, 2].into(), [127, 0, 0, 3].into());
        let first = limits.seat(a).ok();
        assert!(limits.seat(a).is_err_and(|why| why.contains("max.connections.per.ip")));
        let _second = limits.seat(b).ok();
        assert!(limits.seat(c).is_err_and(|why| why.contains("max.connections")));
        drop(first);
        assert!(limits.seat(c).is_ok());
    }

    #[tokio::test]
    async fn large_requests_share_a_budget_and_small_ones_are_free() {
        let limits = Limits::new(1, 1, 4 * PIECE);
        assert!(limits.request(100).await.is_none());
        let whole = limits.request(100 * PIECE).await;
        let waiting = tokio::time::timeout(std::time::Duration::from_millis(1), limits.request(SMALL + 1)).await;
        assert!(waiting.is_err());
        drop(whole);
        assert!(limits.request(SMALL + 1).await.is_some());
    }
}
