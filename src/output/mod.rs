//! From a result to a terminal.
//!
//! [`sink::Sink`] owns stdout: nothing else in the program writes there, so that buffering, colour and a reader that
//! went away are decided in one place. [`report::Report`] is what a tool hands over; it is shown as the original's text
//! ([`kafka`] has its column rules), as kt's table ([`table`]), or in a machine's form ([`json`], and
//! what [`jq`] makes of it; [`shape`] describes its fields). [`human`] words
//! numbers and times, [`prompt`] asks (by the [`keys`] of a terminal), [`progress`] shows how far something is, [`pager`] shows long help, [`paint`] knows about colour,
//! [`letters`] about terminals without arrows and dots, [`record`] turns records into the bytes a consumer prints.

pub mod human;
pub mod java;
pub mod jq;
pub mod json;
pub mod kafka;
pub mod keys;
pub mod letters;
pub mod pager;
pub mod paint;
pub mod progress;
pub mod prompt;
pub mod record;
pub mod report;
pub mod shape;
pub mod sink;
pub mod table;
