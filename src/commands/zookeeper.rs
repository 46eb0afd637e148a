//! The ZooKeeper scripts of old tutorials: kt needs no ZooKeeper, and says what to type instead.
//!
//! Start and stop succeed, so that a tutorial's steps go on.

use super::context::Context;
use super::failure::Failure;
use super::options::Given;
use super::tool::{Group, Kafka, Options, Thrown, Tool};

const fn script(name: &'static str, about: &'static str, act: fn(&Given, &mut Context) -> Result<(), Failure>) -> Tool {
    Tool {
        script: Some(name),
        kafka: Some(Kafka { options: Options::Raw, thrown: Thrown::STDERR, act }),
        ..Tool::own(name, Group::Past, about)
    }
}

pub const START: Tool = script("zookeeper-server-start", "not needed any more; says so and succeeds", |_, cx| {
    cx.out.line("Kafka needs no ZooKeeper since 4.0, and kt never did: there is nothing to start.")?;
    cx.out.line("Go on with the broker:  kt serve   (or kafka-server-start.sh config/server.properties)")?;
    Ok(())
});

pub const STOP: Tool = script("zookeeper-server-stop", "not needed any more; says so and succeeds", |_, cx| {
    cx.out.line("Kafka needs no ZooKeeper since 4.0, and kt never did: there is nothing to stop.")?;
    cx.out.line("The broker stops by  kt server-stop  (or Ctrl-C where it runs)")?;
    Ok(())
});

pub const SHELL: Tool = script("zookeeper-shell", "not there any more; says what to use instead", |_, _| {
    Err(Failure::new("there is no ZooKeeper to look into: Kafka keeps its metadata in a log of its own")
        .hint("kt topics --describe, kt configs --describe and kt metadata-quorum show what was there")
        .hint("kt metadata-shell --snapshot FILE browses the metadata log itself"))
});
