"""What the machine itself can do: the lines no broker crosses."""

import os
import socket
import tempfile
import threading
import time
from pathlib import Path


def cpu_model():
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return "unknown processor"


def append(chunk, total=512 << 20):
    """Appending to the page cache, nothing synced; GB/s."""
    data = os.urandom(chunk)
    with tempfile.TemporaryFile(buffering=0) as f:
        began = time.perf_counter()
        for _ in range(total // chunk):
            f.write(data)
        return total / (time.perf_counter() - began) / 1e9


def loopback(total=1 << 30, chunk=256 << 10):
    """One stream over 127.0.0.1, one thread on each end; GB/s. Sending and receiving leave the interpreter's lock."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def sink():
            conn, _ = server.accept()
            buffer, got = bytearray(1 << 20), 0
            with conn:
                while n := conn.recv_into(buffer):
                    got += n

        thread = threading.Thread(target=sink)
        thread.start()
        data = bytes(chunk)
        began = time.perf_counter()
        with socket.create_connection(server.getsockname()) as sock:
            for _ in range(total // chunk):
                sock.sendall(data)
        thread.join()
        return total / (time.perf_counter() - began) / 1e9


def sync(times=200):
    """Writing 16 KiB at the end of a file and syncing it, one after the other; ms, the median."""
    data, took = bytes(16 << 10), []
    with tempfile.NamedTemporaryFile(buffering=0) as f:
        for _ in range(times):
            began = time.perf_counter()
            f.write(data)
            os.fdatasync(f.fileno())
            took.append(time.perf_counter() - began)
    return sorted(took)[times // 2] * 1000


def measure():
    yield "append to the page cache, 16 KiB", append(16 << 10), "GB/s"
    yield "append to the page cache, 1 MiB", append(1 << 20), "GB/s"
    yield "loopback, one stream of 256 KiB writes", loopback(), "GB/s"
    yield "write and fdatasync, 16 KiB", sync(), "ms"
