//! Time that a test can hold.
