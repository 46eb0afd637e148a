"""The two brokers of the benchmarks, and what they cost: CPU seconds and memory from /proc, disk from their folder."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

import wire

TICK = os.sysconf("SC_CLK_TCK")


def free_port():
    """A port with a free one above it: the original wants two."""
    while True:
        with socket.socket() as a, socket.socket() as b:
            a.bind(("127.0.0.1", 0))
            port = a.getsockname()[1]
            try:
                b.bind(("127.0.0.1", port + 1))
                return port
            except OSError:
                continue


class Broker:
    """A broker process on a folder of its own; `start` measures how long it takes to answer."""

    name = ""
    pid = None

    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix=f"bench-{self.name}-"))
        self.port = free_port()

    @property
    def bootstrap(self):
        return f"127.0.0.1:{self.port}"

    def cpu(self):
        """User and system seconds that the process has used."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICK

    def anonymous_mib(self):
        for line in Path(f"/proc/{self.pid}/status").read_text().splitlines():
            if line.startswith("RssAnon:"):
                return int(line.split()[1]) / 1024
        raise RuntimeError("no RssAnon in /proc")

    def wait_until_it_answers(self, began, seconds=120):
        while not wire.answers(self.port):
            if time.monotonic() - began > seconds:
                raise RuntimeError(f"{self.name} does not answer after {seconds} s; see {self.folder}")
            time.sleep(0.001)
        return time.monotonic() - began

    def kill(self):
        os.kill(self.pid, signal.SIGKILL)
        self.gone()

    def remove(self):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


class Kt(Broker):
    name = "kt"

    def __init__(self, binary, fsync=None):
        super().__init__()
        self.binary, self.fsync, self.process = Path(binary).resolve(), fsync, None

    def start(self):
        command = [self.binary, "serve", "--listen", self.bootstrap, "--data", self.folder / "data"]
        if self.fsync:
            command += ["--fsync", self.fsync]
        began = time.monotonic()
        with open(self.folder / "log", "ab") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log)
        self.pid = self.process.pid
        return self.wait_until_it_answers(began)

    def log(self):
        return self.folder / "log"

    def stop(self):
        if self.process:
            self.process.send_signal(signal.SIGTERM)
            self.gone()

    def gone(self):
        self.process.wait(60)
        self.process = None


class Kafka(Broker):
    """The original, through the script that runs its tools: `SCRIPT broker start DIR PORT`."""

    name = "kafka"

    def __init__(self, script):
        super().__init__()
        self.script = script

    def start(self):
        began = time.monotonic()
        starter = subprocess.Popen([self.script, "broker", "start", self.folder, str(self.port)], stdout=subprocess.DEVNULL)
        took = self.wait_until_it_answers(began)
        starter.wait(120)
        self.pid = int((self.folder / "pid").read_text())
        return took

    def log(self):
        return self.folder / "server.log"

    def stop(self):
        if self.pid:
            os.kill(self.pid, signal.SIGTERM)
            self.gone()

    def gone(self):
        for _ in range(1200):
            if not Path(f"/proc/{self.pid}/cmdline").exists() or not Path(f"/proc/{self.pid}/cmdline").read_bytes():
                break
            time.sleep(0.05)
        self.pid = None
