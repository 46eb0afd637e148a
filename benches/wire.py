"""A few requests of the Kafka protocol by hand, for what the benchmarks ask a broker outside of the measured load."""

import contextlib
import socket
import struct
import time


def text(s):
    data = s.encode()
    return struct.pack(">h", len(data)) + data


def connect(port, timeout=5):
    return socket.create_connection(("127.0.0.1", port), timeout)


def ask(sock, key, version, body, correlation=7):
    """Sends a request with a version 1 header; answers the body of the response."""
    frame = struct.pack(">hhi", key, version, correlation) + text("bench") + body
    sock.sendall(struct.pack(">i", len(frame)) + frame)
    return receive(sock)[4:]


def receive(sock):
    size = struct.unpack(">i", exactly(sock, 4))[0]
    return exactly(sock, size)


def exactly(sock, size):
    data = bytearray()
    while len(data) < size:
        part = sock.recv(size - len(data))
        if not part:
            raise ConnectionError("the broker closed the connection")
        data += part
    return bytes(data)


def answers(port):
    """Whether the broker answers ApiVersions now."""
    with contextlib.suppress(OSError):
        with connect(port, 0.5) as sock:
            ask(sock, 18, 0, b"")
            return True
    return False


def leaders(port, topics):
    """How many partitions of the topics have a leader (Metadata 4)."""
    with connect(port, 60) as sock:
        body = struct.pack(">i", len(topics)) + b"".join(map(text, topics)) + b"\0"
        r = Reader(ask(sock, 3, 4, body))
    r.skip(4)
    for _ in range(r.int32()):
        r.skip(4), r.string(), r.skip(4), r.string()
    r.string(), r.skip(4)
    led = 0
    for _ in range(r.int32()):
        r.int16(), r.string(), r.skip(1)
        for _ in range(r.int32()):
            error, _, leader = r.int16(), r.int32(), r.int32()
            led += error == 0 and leader >= 0
            r.skip(4 * r.int32()), r.skip(4 * r.int32())
    return led


def create(port, names, partitions, configs=None):
    settings = b"".join(text(key) + text(value) for key, value in (configs or {}).items())
    settings = struct.pack(">i", len(configs or {})) + settings
    with connect(port, 120) as sock:
        topics = b"".join(text(n) + struct.pack(">ih", partitions, 1) + struct.pack(">i", 0) + settings for n in names)
        r = Reader(ask(sock, 19, 4, struct.pack(">i", len(names)) + topics + struct.pack(">i", 100_000) + b"\0"))
    r.skip(4)
    for _ in range(r.int32()):
        name, error, message = r.string(), r.int16(), r.string()
        if error:
            raise RuntimeError(f"create topic {name}: error {error} {message}")
    end = time.monotonic() + 120
    while leaders(port, names) < partitions * len(names):
        if time.monotonic() > end:
            raise RuntimeError(f"{names[0]}…: not all partitions have a leader after 120 s")
        time.sleep(0.05)


def delete(port, names):
    with connect(port, 120) as sock:
        ask(sock, 20, 3, struct.pack(">i", len(names)) + b"".join(map(text, names)) + struct.pack(">i", 60_000))


class Reader:
    def __init__(self, data):
        self.data, self.at = data, 0

    def skip(self, n):
        self.at += n

    def take(self, form, size):
        value = struct.unpack_from(form, self.data, self.at)[0]
        self.at += size
        return value

    def int16(self):
        return self.take(">h", 2)

    def int32(self):
        return self.take(">i", 4)

    def string(self):
        size = self.int16()
        if size < 0:
            return None
        self.at += size
        return self.data[self.at - size : self.at].decode()
