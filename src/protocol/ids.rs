//! Numbers that mean something: they compare and print like the number, and cannot be mixed up.
//!
//! Each is as wide as on the wire. Where the wire has a number that means "none", it is a constant here
//! and [`is_some`](Offset::is_some) tells it apart; arithmetic is there only where it means something.

use std::fmt;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident($int:ty), none $none:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
        #[repr(transparent)]
        pub struct $name(pub $int);

        impl $name {
            /// What the wire says for "there is none".
            pub const NONE: $name = $name($none);

            /// The number itself.
            pub const fn get(self) -> $int {
                self.0
            }

            /// Whether it names something: negative numbers are the wire's ways to say "none".
            pub const fn is_some(self) -> bool {
                self.0 >= 0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl From<$int> for $name {
            fn from(value: $int) -> Self {
                $name(value)
            }
        }

        impl From<$name> for $int {
            fn from(value: $name) -> Self {
                value.0
            }
        }
    };
}

id! {
    /// A record's place in its partition, from 0.
    Offset(i64), none -1
}
id! {
    /// A partition's number within its topic, from 0.
    PartitionId(i32), none -1
}
id! {
    /// How often the leadership of a partition has changed hands; it never goes back.
    LeaderEpoch(i32), none -1
}
id! {
    /// A broker's or controller's number (`node.id`).
    NodeId(i32), none -1
}
id! {
    /// An idempotent producer's number, handed out by InitProducerId.
    ProducerId(i64), none -1
}

impl Offset {
    pub const ZERO: Offset = Offset(0);

    /// The offset `count` records later, or none if there is no such number.
    pub const fn checked_add(self, count: i64) -> Option<Offset> {
        match self.0.checked_add(count) {
            Some(offset) => Some(Offset(offset)),
            None => None,
        }
    }

    /// The offset after this one. At the very last offset it stays there: no log gets that far, but a number
    /// from a file may be anything.
    pub const fn next(self) -> Offset {
        Offset(self.0.saturating_add(1))
    }

    /// How many offsets lie from `earlier` (included) up to this one (not included); negative if it is behind.
    pub const fn since(self, earlier: Offset) -> i64 {
        self.0.saturating_sub(earlier.0)
    }
}

impl PartitionId {
    /// As an index into a list by partition; none for a negative number.
    pub fn index(self) -> Option<usize> {
        usize::try_from(self.0).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_prints_like_its_number_and_takes_a_width() {
        assert_eq!(format!("{}|{:>4}|{:<4}|", Offset(12), PartitionId(3), NodeId(1)), "12|   3|1   |");
    }

    #[test]
    fn none_is_not_some_and_zero_is() {
        assert!(!ProducerId::NONE.is_some() && !LeaderEpoch(-2).is_some() && Offset::ZERO.is_some());
    }

    #[test]
    fn offsets_never_wrap() {
        assert_eq!(Offset(i64::MAX).next(), Offset(i64::MAX));
        assert_eq!(Offset(i64::MAX).checked_add(1), None);
        assert_eq!(Offset(i64::MIN).since(Offset(1)), i64::MIN);
        assert_eq!(Offset(7).since(Offset(3)), 4);
    }
}
