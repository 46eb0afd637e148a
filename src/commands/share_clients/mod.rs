//! kafka-console-share-consumer, kafka-verifiable-share-consumer and kafka-share-consumer-perf-test: tools that read in
//! share groups (KIP-932). The reading is [`crate::client::data::ShareConsumer`]'s.

pub mod console;
pub mod perf;
pub mod verifiable;

use crate::client::Settings;
use crate::client::data::consume::{ConsumeSettings, Wanted};
use crate::client::data::fault::Fault;
use crate::client::data::share::ShareSettings;
use crate::commands::context::Context;
use crate::commands::failure::Failure;
use crate::commands::options::{Opt, Role};
use crate::commands::produce::{fault_failure, note_strange, settings_failure};
use crate::protocol::code::ErrorCode;

const PROPERTY: Opt = Opt::value("command-property", "KEY=VALUE", "one consumer setting; wins over the file")
    .repeats()
    .role(Role::Property);

/// How to read `topic` in `group`, as the client's properties say.
fn settings(client: &Settings, topic: String, group: &str, cx: &Context) -> Result<ShareSettings, Failure> {
    note_strange(&client.properties, false, cx);
    let mut settings = ShareSettings::new(ConsumeSettings::new(Wanted::Topic(topic)), group);
    settings.apply(&client.properties).map_err(settings_failure)?;
    Ok(settings)
}

/// The word on what to use where there are no share groups.
pub(super) fn instead(fault: &Fault) -> Option<&'static str> {
    let unsupported = fault.code() == Some(ErrorCode::UNSUPPORTED_VERSION);
    unsupported.then_some("kt consume TOPIC --group NAME   reads the same records in a consumer group")
}

fn failure(fault: Fault) -> Failure {
    let instead = instead(&fault);
    fault_failure(fault).hint_if_any(instead)
}
