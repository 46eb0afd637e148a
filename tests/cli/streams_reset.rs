//! kafka-streams-application-reset.sh on a broker.

use crate::support::broker;

#[test]
fn an_application_begins_anew() {
    let broker = broker();
    broker.kt("topics create in").succeeds();
    broker.kt("topics create app-store-changelog").succeeds();
    broker.kt("produce in").stdin("a\nb\n").succeeds();
    broker.kt("consumer-groups --reset-offsets --group app --topic in --to-latest --execute").succeeds();
    let reset = |options: &str| broker.kt(&format!("streams-application-reset --application-id app {options}"));
    let said = "Reset-offsets for input topics [in]\n\
                Following input topics offsets will be reset to (for consumer group app)\n\
                Topic: in Partition: 0 Offset: 0\n\
                Done.\n\
                Deleting inferred internal topics [app-store-changelog]\n\
                Done.\n";
    let dry = "----Dry run displays the actions which will be performed when running Streams Reset Tool----\n";
    reset("--input-topics in --dry-run").succeeds().stdout(&format!("{dry}{said}"));
    reset("--input-topics in").succeeds().stdout(said);
    broker.kt("topics list -o name").succeeds().stdout("in\n");
    broker.kt("groups describe app -o csv --no-headers").succeeds().stdout_has("app,in,0,0,2,2");
    reset("--input-topics ghost").fails(1).stdout(
        "Reset-offsets for input topics [ghost]\nFollowing input topics are not found, skipping them\nTopic: ghost\n\
         Deleting inferred internal topics []\nDone.\n",
    );
    reset("--to-latest --to-earliest").fails(1).stdout("");
    broker.kt("streams-application-reset").fails(1).stderr_has("Missing required option(s) [application-id]");
}
