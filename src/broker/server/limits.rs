//! What all clients together may take: connections, and memory for requests in flight.

use std::collections::HashMap;
use std::net::{IpAddr, ToSocketAddrs};
use std::sync::Arc;

use arc_swap::ArcSwap;
use parking_lot::Mutex;
use tokio::sync::{Semaphore, SemaphorePermit};
use tracing::warn;

use crate::config::settings::Network;

/// Requests up to this size are not counted: their number is bounded by that of the connections.
const SMALL: usize = 64 * 1024;
/// The budget is counted in pieces of this size.
const PIECE: usize = 64 * 1024;

pub struct Limits {
    connections: Arc<Mutex<Seats>>,
    seating: ArcSwap<Seating>,
    memory: Semaphore,
    pieces: usize,
}

/// How many connections the settings of now allow.
struct Seating {
    most: usize,
    most_per_address: usize,
    /// Addresses with a number of their own.
    of_address: HashMap<IpAddr, usize>,
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
    pub fn new(network: &Network, request_bytes: usize) -> Limits {
        let pieces = (request_bytes / PIECE).clamp(1, Semaphore::MAX_PERMITS);
        let seating = ArcSwap::from_pointee(Seating::of(network));
        Limits { connections: Arc::default(), seating, memory: Semaphore::new(pieces), pieces }
    }

    /// The settings have changed. Connections beyond a new limit stay: it holds for those who come, as in Kafka.
    pub fn follow(&self, network: &Network) {
        self.seating.store(Arc::new(Seating::of(network)));
    }

    pub fn seat(&self, address: IpAddr) -> Result<Seat, String> {
        // A listener for both families sees an IPv4 peer as ::ffff:a.b.c.d.
        let address = address.to_canonical();
        let seating = self.seating.load();
        let mut seats = self.connections.lock();
        let there = seats.by_address.get(&address).copied().unwrap_or(0);
        if seats.taken >= seating.most {
            return Err(format!("all {} connections are taken (max.connections)", seating.most));
        }
        if there >= seating.most_of(address) {
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

impl Seating {
    fn of(network: &Network) -> Seating {
        let count = |n: i32| usize::try_from(n).unwrap_or(0);
        let mut of_address = HashMap::new();
        for (host, most) in &network.max_connections_per_ip_overrides {
            // The first address of a name, as Java takes it.
            match (host.as_str(), 0).to_socket_addrs().map(|mut found| found.next()) {
                Ok(Some(found)) => {
                    of_address.insert(found.ip().to_canonical(), count(*most));
                }
                Ok(None) => warn!("max.connections.per.ip.overrides: {host} has no address"),
                Err(e) => warn!("max.connections.per.ip.overrides: {host} is not found: {e}"),
            }
        }
        let most_per_address = count(network.max_connections_per_ip);
        Seating { most: count(network.max_connections), most_per_address, of_address }
    }

    fn most_of(&self, address: IpAddr) -> usize {
        self.of_address.get(&address).copied().unwrap_or(self.most_per_address)
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
    use crate::config::layers::Layers;
    use crate::config::settings::Settings;

    fn network(most: i32, most_per_ip: i32, overrides: &[(&str, i32)]) -> Network {
        let mut network = Settings::of(&Layers::default()).network;
        network.max_connections = most;
        network.max_connections_per_ip = most_per_ip;
        network.max_connections_per_ip_overrides = overrides.iter().map(|(h, n)| ((*h).to_owned(), *n)).collect();
        network
    }

    #[test]
    fn an_address_may_have_a_limit_of_its_own_and_new_settings_hold_at_once() {
        let limits = Limits::new(&network(10, 1, &[("127.0.0.2", 2), ("localhost", 0)]), 1 << 20);
        let (local, other): (IpAddr, IpAddr) = ([127, 0, 0, 1].into(), [127, 0, 0, 2].into());
        let mapped = IpAddr::V6(std::net::Ipv4Addr::new(127, 0, 0, 2).to_ipv6_mapped());
        let held = [limits.seat(other).ok(), limits.seat(mapped).ok()];
        assert!(held.iter().all(Option::is_some));
        assert!(limits.seat(other).is_err());
        limits.follow(&network(10, 3, &[]));
        let third = limits.seat(other);
        assert!(third.is_ok(), "the limit of all addresses is 3 now");
        assert!(limits.seat(other).is_err() && limits.seat(local).is_ok());
    }

    #[test]
    fn a_seat_is_given_back_when_its_connection_ends() {
        let limits = Limits::new(&network(2, 1, &[]), 1 << 20);
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
        let limits = Limits::new(&network(1, 1, &[]), 4 * PIECE);
        assert!(limits.request(100).await.is_none());
        let whole = limits.request(100 * PIECE).await;
        let waiting = tokio::time::timeout(std::time::Duration::from_millis(1), limits.request(SMALL + 1)).await;
        assert!(waiting.is_err());
        drop(whole);
        assert!(limits.request(SMALL + 1).await.is_some());
    }
}
