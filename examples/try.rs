use kt::client::admin::configs::*;
use kt::client::admin::offsets::*;
use kt::client::admin::topics::*;
use kt::client::admin::*;
use kt::client::*;
fn main() {
    let t = std::time::Instant::now();
    let rt = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let args: Vec<String> = std::env::args().collect();
    let mut props = kt::config::properties::Properties::default();
    for a in &args[2..] {
        let (k, v) = a.split_once('=').unwrap();
        props.set(k, v);
    }
    let settings = match Settings::new(&args[1], props) {
        Ok(s) => s,
        Err(e) => {
            println!("{e} {:?}", e.hint);
            return;
        }
    };
    rt.block_on(async {
        let c = Client::new(settings);
        match c.list_topics().await {
            Ok(l) => println!("{} topics {:?}", l.len(), t.elapsed()),
            Err(e) => {
                println!(
                    "error: {}\n  cause {:?}\n  hint {:?}\n  java {} {:?} {:?}",
                    e,
                    e.causes(),
                    e.hints(),
                    e.java(),
                    e.kind(),
                    t.elapsed()
                );
                return;
            }
        }
        let n = NewTopic { name: "tt".into(), partitions: Some(2), ..Default::default() };
        println!("{:?}", c.create_topics(&[n], false).await);
        println!("{:?}", c.describe_topics(&["tt".into(), "ghost".into()], true).await);
        println!(
            "{:?}",
            c.list_offsets(
                &[
                    (TopicPartition::new("tt", 0), OffsetSpec::Latest),
                    (TopicPartition::new("tt", 1), OffsetSpec::EarliestPendingUpload),
                    (TopicPartition::new("tt", 7), OffsetSpec::Latest)
                ],
                Default::default()
            )
            .await
        );
        println!(
            "{:?}",
            c.delete_records(&[(TopicPartition::new("tt", 0), -1), (TopicPartition::new("tt", 1), 5)]).await
        );
        println!("{:?}", c.describe_log_dirs(&[1, 2], None).await);
        println!(
            "{:?}",
            c.alter_configs(
                &[(Resource::topic("tt"), vec![("retention.ms".into(), Operation::Set("5000".into()))])],
                false
            )
            .await
        );
        println!(
            "{:?}",
            c.describe_configs(&[Resource::topic("tt")], Detail::default()).await.map(|v| v
                .into_iter()
                .map(|(r, e)| (r, e.map(|e| e.into_iter().filter(|e| e.source == Source::Topic).collect::<Vec<_>>())))
                .collect::<Vec<_>>())
        );
        println!(
            "{:?}",
            c.create_partitions(&[MorePartitions { topic: "tt".into(), count: 3, assignment: None }], false).await
        );
        println!("{:?}", c.describe_cluster(true, true).await);
        println!("{:?}", c.coordinator(CoordinatorKind::Group, "g").await);
        println!("{:?}", c.delete_topics(&["tt".into(), "nope".into()]).await);
        println!("{:?}", t.elapsed());
    });
}
