//! The fields of results, for `--output help`: one table, which tests/cli/shapes.rs holds against what is really printed.

mod bench;
mod changes;
mod cluster;
mod groups;
mod security;
mod topics;

use crate::output::shape::Shape;

/// The shape of a call's result: `topics list`.
pub fn of(call: &str) -> Option<&'static Shape> {
    all().find(|shape| shape.call == call)
}

pub fn all() -> impl Iterator<Item = &'static Shape> {
    topics::SHAPES
        .iter()
        .chain(groups::SHAPES)
        .chain(cluster::SHAPES)
        .chain(security::SHAPES)
        .chain(changes::SHAPES)
        .chain(bench::SHAPES)
}
