//! The seam to the file system: every change that a log makes on disk goes through here.
//!
//! Files are real ones, so that batches can leave by sendfile; a test lays a [`Hook`] over them that sees each
//! change before it happens and may refuse it, tear it or write it down for a replay. What must hold: nothing in
//! `broker::log` changes a file past this, and a rename that replaces a file follows a sync of the new content.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::sync::Arc;

use crate::sys;

/// A change about to happen.
#[derive(Debug)]
pub enum Change<'a> {
    Create(&'a Path),
    CreateDir(&'a Path),
    /// `parts` are written one after the other from `at`.
    Write {
        file: &'a File,
        at: u64,
        parts: &'a [&'a [u8]],
    },
    Truncate {
        file: &'a File,
        len: u64,
    },
    Rename {
        from: &'a Path,
        to: &'a Path,
    },
    Remove(&'a Path),
    Sync(&'a File),
    SyncDir(&'a Path),
}

/// Sees each change first; an error stands for the change's own failure.
pub trait Hook: Send + Sync {
    fn before(&self, change: &Change<'_>) -> io::Result<()>;
}

/// File access; cheap to clone. The default is the plain file system.
#[derive(Clone, Default)]
pub struct Fs {
    hook: Option<Arc<dyn Hook>>,
}

impl Fs {
    pub fn with_hook(hook: Arc<dyn Hook>) -> Self {
        Self { hook: Some(hook) }
    }

    #[inline]
    fn check(&self, change: Change<'_>) -> io::Result<()> {
        match &self.hook {
            None => Ok(()),
            Some(hook) => hook.before(&change),
        }
    }

    pub fn create_dir(&self, path: &Path) -> io::Result<()> {
        self.check(Change::CreateDir(path))?;
        fs::create_dir_all(path)
    }

    /// Opens an existing file for reading and positioned writing.
    pub fn open(&self, path: &Path) -> io::Result<File> {
        match OpenOptions::new().read(true).write(true).open(path) {
            // A folder that was made read-only can still be read.
            Err(e) if e.kind() == io::ErrorKind::PermissionDenied => File::open(path),
            other => other,
        }
    }

    /// Opens a file, which is made when missing; what is in it stays.
    pub fn create(&self, path: &Path) -> io::Result<File> {
        self.check(Change::Create(path))?;
        OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)
    }

    pub fn write_at(&self, file: &File, bytes: &[u8], at: u64) -> io::Result<()> {
        self.check(Change::Write { file, at, parts: &[bytes] })?;
        file.write_all_at(bytes, at)
    }

    /// Writes the parts one after the other with as few system calls as the system takes.
    pub fn write_parts_at(&self, file: &File, parts: &[&[u8]], at: u64) -> io::Result<()> {
        self.check(Change::Write { file, at, parts })?;
        sys::write_all_vectored_at(file, parts, at)
    }

    pub fn truncate(&self, file: &File, len: u64) -> io::Result<()> {
        self.check(Change::Truncate { file, len })?;
        file.set_len(len)
    }

    pub fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.check(Change::Rename { from, to })?;
        fs::rename(from, to)
    }

    /// Removes a file; one that is gone already is fine.
    pub fn remove(&self, path: &Path) -> io::Result<()> {
        self.check(Change::Remove(path))?;
        match fs::remove_file(path) {
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(()),
            other => other,
        }
    }

    /// Contents and length reach the disk.
    pub fn sync(&self, file: &File) -> io::Result<()> {
        self.check(Change::Sync(file))?;
        file.sync_data()
    }

    /// Creations, renames and removals in a folder reach the disk.
    pub fn sync_dir(&self, path: &Path) -> io::Result<()> {
        self.check(Change::SyncDir(path))?;
        File::open(path)?.sync_all()
    }

    /// Replaces a small file whole: after a crash it has the old content or the new, never a part.
    pub fn replace(&self, path: &Path, content: &[u8]) -> io::Result<()> {
        let temp = temp_name(path);
        self.write_temp(&temp, content, true)?;
        self.rename(&temp, path)?;
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        self.sync_dir(folder.unwrap_or(Path::new(".")))
    }

    /// As [`replace`](Self::replace), but leaves the syncs to a later [`SyncSet`](super::flush::SyncSet): for content
    /// that recovery can rebuild.
    pub fn replace_unsynced(&self, path: &Path, content: &[u8]) -> io::Result<()> {
        let temp = temp_name(path);
        self.write_temp(&temp, content, false)?;
        self.rename(&temp, path)
    }

    fn write_temp(&self, temp: &Path, content: &[u8], sync: bool) -> io::Result<()> {
        let file = self.create(temp)?;
        self.truncate(&file, 0)?;
        self.write_at(&file, content, 0)?;
        if sync { self.sync(&file) } else { Ok(()) }
    }
}

/// The original's name for a file being replaced.
fn temp_name(path: &Path) -> std::path::PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".tmp");
    name.into()
}

/// Reads up to `buf.len()` bytes from `at`; less only at the end of the file.
pub fn read_at(file: &File, buf: &mut [u8], at: u64) -> io::Result<usize> {
    let mut done = 0;
    while done < buf.len() {
        match file.read_at(&mut buf[done..], at + done as u64) {
            Ok(0) => break,
            Ok(n) => done += n,
            Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
            Err(e) => return Err(e),
        }
    }
    Ok(done)
}
