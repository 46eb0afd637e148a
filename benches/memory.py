"""Memory as a machine has it that has been up for a while: all in use, most of it page cache.

On a virtual machine that was just started, or that gives free memory back to its host, every page that a log is written to
for the first time comes from the host by a fault of its own: some three seconds of system time a gigabyte, for any
broker, far more than all the rest of the work. After an hour of load there is no such page left: the page cache has
filled the memory and takes its oldest pages again. So the benches hold all memory but a few gigabytes, fill these with the
cache of a file, and measure then.
"""

import contextlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

GIB = 1 << 30
# Touches each page, says so, and waits for the end of its input: it ends with whoever started it.
HOLD = """
import mmap, sys
held = mmap.mmap(-1, int(sys.argv[1]))
for at in range(0, len(held), 4096):
    held[at] = 1
print("held", flush=True)
sys.stdin.read()
"""


def available():
    for row in Path("/proc/meminfo").read_text().splitlines():
        if row.startswith("MemAvailable:"):
            return int(row.split()[1]) * 1024
    return 0


@contextlib.contextmanager
def in_use(left):
    """Holds what is available but `left` bytes, and fills these with page cache; answers how much it holds."""
    hold = available() - left
    if hold < GIB // 2:
        yield 0
        return
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(hold)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        if holder.stdout.readline().strip() != "held":
            raise RuntimeError(f"{hold / GIB:.1f} GiB of memory could not be held; leave it as it is with --memory fresh")
        with tempfile.TemporaryFile(buffering=0) as filler:
            piece = os.urandom(1 << 20)
            for _ in range(left // len(piece)):
                filler.write(piece)
            os.fsync(filler.fileno())
            yield hold
    finally:
        holder.stdin.close()
        holder.wait()
