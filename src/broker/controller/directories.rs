//! In which of its folders a broker keeps a replica: the broker chooses, and the metadata remembers.

use kt_codec::Uuid;
use kt_codec::partition_change_record::PartitionChangeRecord;

use super::decide::Decision;
use super::image::Image;
use super::record::level;

/// Notes the folders of a broker's replicas: (topic, partition, folder).
pub fn assign(image: &Image, broker: i32, replicas: &[(Uuid, i32, Uuid)]) -> Decision<()> {
    if image.metadata_level() < level::DIRECTORIES {
        return Decision::reply(());
    }
    let change = |(topic, index, folder): &(Uuid, i32, Uuid)| {
        let partition = image.topics.by_id(topic)?.partition(*index)?;
        if partition.directory(broker) == Some(*folder) {
            return None;
        }
        let of = |(replica, known): (&i32, &Uuid)| if *replica == broker { *folder } else { *known };
        let directories = partition.replicas.iter().zip(&partition.directories).map(of).collect();
        let change = PartitionChangeRecord {
            partition_id: *index,
            topic_id: *topic,
            directories: Some(directories),
            ..Default::default()
        };
        Some(change.into())
    };
    Decision { records: replicas.iter().filter_map(change).collect(), reply: () }
}
