//! The cluster's metadata: a log of records, and the image that they make.
//!
//! A change is decided ([`topics`], [`configs`], …: pure functions of image and request), appended to the metadata log
//! and applied to the next [`Image`]; starting is applying. Readers take the image and never wait.

pub mod apply;
pub mod decide;
pub mod features;
pub mod image;
pub mod place;
pub mod record;
pub mod shared_map;
pub mod topics;

pub use image::Image;
