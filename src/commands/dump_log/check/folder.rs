//! A data folder: every partition, the metadata, and the checkpoints that speak of them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::partition::{self, Partition};
use super::{Checked, Level};
use crate::broker::controller::image::Image;
use crate::broker::controller::{load, log};
use crate::broker::folder::{self, Folder};
use crate::broker::log::checkpoint::{self, CleanShutdown, Offsets};
use crate::commands::dump_log::own::partition_of;
use crate::commands::failure::{self, Failure};

type Partitions = BTreeMap<(String, i32), Partition>;

pub fn check(dir: &Path, checked: &mut Checked) -> Result<(), Failure> {
    let _lock = Folder::keep_others_out(dir).map_err(|why| {
        Failure::new(why.to_string())
            .because("what changes under the check would look like faults")
            .hint_if_any(why.hint())
    })?;
    let meta = match folder::read_meta(dir) {
        Ok(meta) => meta,
        Err(why) => {
            checked.fault(&dir.join(folder::META), why.to_string());
            None
        }
    };
    match CleanShutdown::read(dir) {
        Ok(Some(_)) => {}
        Ok(None) => checked.remark(
            &dir.join(checkpoint::CLEAN_SHUTDOWN),
            "it is not there: the last stop was no orderly one, and the next start recovers",
        ),
        Err(why) => checked.fault(&dir.join(checkpoint::CLEAN_SHUTDOWN), why.to_string()),
    }
    let partitions = partitions(dir, checked)?;
    let metadata = dir.join(log::FOLDER);
    if let Some(meta) = &meta {
        match load::load(&metadata, meta.cluster_id.clone(), meta.node_id) {
            Ok(loaded) => against_metadata(dir, &loaded.image, meta.node_id, &partitions, checked),
            Err(why) => checked.fault(&metadata, why.to_string()),
        }
    }
    for name in
        [checkpoint::RECOVERY_POINTS, checkpoint::HIGH_WATERMARKS, checkpoint::LOG_STARTS, checkpoint::CLEANER_OFFSETS]
    {
        offsets(&dir.join(name), &partitions, checked);
    }
    // Faults first: the rest can be read by who has the time.
    checked.findings.sort_by_key(|finding| finding.level != Level::Fault);
    Ok(())
}

fn partitions(dir: &Path, checked: &mut Checked) -> Result<Partitions, Failure> {
    let unreadable = |error: &std::io::Error| failure::file("read", dir.display(), error);
    let mut folders: Vec<PathBuf> = Vec::new();
    for entry in std::fs::read_dir(dir).map_err(|error| unreadable(&error))? {
        folders.push(entry.map_err(|error| unreadable(&error))?.path());
    }
    folders.retain(|path| path.is_dir());
    folders.sort();
    let mut found = Partitions::new();
    for path in folders {
        match partition_of(&path) {
            Some(name) => {
                found.insert(name, partition::check(&path, checked)?);
            }
            None => checked.remark(&path, "it is no partition's folder, or one that is set aside"),
        }
    }
    Ok(found)
}

fn against_metadata(dir: &Path, image: &Image, node: i32, partitions: &Partitions, checked: &mut Checked) {
    for ((topic, id), partition) in partitions {
        let path = dir.join(format!("{topic}-{id}"));
        if format!("{topic}-{id}") == log::FOLDER {
            continue;
        }
        let Some(known) = image.topics.by_name(topic) else {
            checked.remark(&path, format!("the metadata knows no topic {topic}: a start sets the folder aside"));
            continue;
        };
        let id_of = known.id.to_string();
        if partition.topic_id.as_ref().is_some_and(|id| *id != id_of) {
            checked
                .fault(&path, format!("it belongs to another topic of that name: the metadata's {topic} is {id_of}"));
        }
    }
    for topic in image.topics.iter() {
        for partition in topic.partitions.iter().filter(|p| p.replicas.contains(&node)) {
            if !partitions.contains_key(&(topic.name.to_string(), partition.id)) {
                let path = dir.join(format!("{}-{}", topic.name, partition.id));
                checked.fault(&path, "the metadata says it should be here");
            }
        }
    }
}

fn offsets(path: &Path, partitions: &Partitions, checked: &mut Checked) {
    let offsets = match Offsets::read(path) {
        Ok(offsets) => offsets,
        Err(why) => return checked.fault(path, why.to_string()),
    };
    for (topic, by_partition) in &offsets.by_topic {
        for (id, offset) in by_partition {
            match partitions.get(&(topic.clone(), *id)) {
                None => checked.remark(path, format!("it speaks of {topic}-{id}, which is not here")),
                Some(partition) if *offset > partition.end => {
                    checked.fault(
                        path,
                        format!("{topic}-{id} is said to be at {offset}, and its log ends at {}", partition.end),
                    );
                }
                Some(_) => {}
            }
        }
    }
}
