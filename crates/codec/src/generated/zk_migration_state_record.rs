// Written by kt-codec-gen from definitions.json; do not edit.
//! ZkMigrationStateRecord (metadata, key 21), versions 0 to 0.

use super::prelude::*;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ZkMigrationStateRecord {
    pub zk_migration_state: i8,
    pub unknown_tags: Tags,
}
impl Message for ZkMigrationStateRecord {
    const NAME: &'static str = "ZkMigrationStateRecord";
    const VERSIONS: (i16, i16) = (0, 0);
    const FLEXIBLE: i16 = 0;
    fn decode(r: &mut Reader, version: i16) -> Result<Self, DecodeError> {
        if version != 0 {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        let mut m = Self::default();
        m.zk_migration_state = r.i8()?;
        m.unknown_tags = r.tags(|_, _| Ok(false))?;
        Ok(m)
    }
    fn encode(&self, w: &mut Writer, version: i16) -> Result<(), EncodeError> {
        if version != 0 {
            return Err(wrong_version::<_>(Self::NAME, version));
        }
        w.i8(self.zk_migration_state);
        w.tags(Vec::new(), &self.unknown_tags);
        Ok(())
    }
}
