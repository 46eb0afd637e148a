//! The tools as a user calls them: one file a tool, and the frame around all of them.

mod consume;
mod frame;
mod frame_generated;
mod frame_options;
mod produce;
mod topics;
