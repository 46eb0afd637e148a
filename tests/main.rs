//! All integration tests in one program: it links once.

mod broker;
mod cli;
mod crash;
mod random;
mod support;
