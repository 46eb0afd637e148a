//! The wire and the stored records, no I/O.
