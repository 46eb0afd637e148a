//! What is in the records that are sent for measuring.

use super::random::Splittable;

/// Where values come from. The same calls give the same values in every run.
pub enum Payload {
    /// So many letters by chance.
    Letters { size: usize, random: Splittable },
    /// One of these by chance.
    OneOf { values: Vec<Vec<u8>>, random: Splittable },
    /// The record's number in digits.
    Number,
}

impl Payload {
    pub fn letters(size: usize) -> Self {
        Self::Letters { size, random: Splittable::new(0) }
    }

    /// `values` must not be empty.
    pub fn one_of(values: Vec<Vec<u8>>) -> Self {
        assert!(!values.is_empty(), "there is something to choose from");
        Self::OneOf { values, random: Splittable::new(0) }
    }

    /// Appends the value of record `number`.
    pub fn append(&mut self, number: u64, out: &mut Vec<u8>) {
        match self {
            Self::Letters { size, random } => random.letters(out, *size),
            Self::OneOf { values, random } => {
                let count = u32::try_from(values.len()).unwrap_or(u32::MAX);
                out.extend_from_slice(&values[random.below(count) as usize]);
            }
            Self::Number => out.extend_from_slice(number.to_string().as_bytes()),
        }
    }
}
