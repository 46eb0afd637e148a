"""Groups and transactions: commits a second, loading after a start, transactions, and reading what is committed."""

import socket
import struct
import subprocess
import time

import tools
import wire

LOADING = (14, 15, 16)  # the coordinator is loading, is not there yet, or is not here
PATIENCE = 120


def coordinator(port, key, kind=0):
    """Waits until someone coordinates the group (FindCoordinator 1)."""
    end = time.monotonic() + PATIENCE
    with wire.connect(port, 60) as sock:
        while True:
            r = wire.Reader(wire.ask(sock, 10, 1, wire.text(key) + struct.pack(">b", kind)))
            r.skip(4)
            if (error := r.int16()) == 0:
                return
            if error not in LOADING or time.monotonic() > end:
                raise RuntimeError(f"no coordinator of {key}: error {error}")
            time.sleep(0.01)


def commit_frame(group, topic, partitions, offset):
    """OffsetCommit 2, by nobody's member, with a length in front."""
    body = wire.text(group) + struct.pack(">i", -1) + wire.text("") + struct.pack(">qi", -1, 1) + wire.text(topic)
    body += struct.pack(">i", partitions)
    for partition in range(partitions):
        body += struct.pack(">iq", partition, offset) + struct.pack(">h", -1)
    frame = struct.pack(">hhi", 8, 2, 1) + wire.text("bench") + body
    return struct.pack(">i", len(frame)) + frame


def errors_of_commit(answer):
    r = wire.Reader(answer)
    r.skip(4)
    errors = []
    for _ in range(r.int32()):
        r.string()
        for _ in range(r.int32()):
            r.skip(4)
            errors.append(r.int16())
    return errors


def commit(port, frames, connections=10):
    """Sends the frames over some connections, each of which has one in flight per turn; answers the seconds."""
    socks = [wire.connect(port, 60) for _ in range(connections)]
    for sock in socks:
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    try:
        began = time.monotonic()
        for at in range(0, len(frames), connections):
            turn = list(zip(socks, frames[at : at + connections]))
            for sock, frame in turn:
                sock.sendall(frame)
            for sock, _ in turn:
                bad = [e for e in errors_of_commit(wire.receive(sock)) if e]
                if bad:
                    raise RuntimeError(f"a commit was answered with error {bad[0]}")
        return time.monotonic() - began
    finally:
        for sock in socks:
            sock.close()


def fetch_errors(sock, group, topic, partitions):
    """OffsetFetch 1: the error of each partition."""
    body = wire.text(group) + struct.pack(">i", 1) + wire.text(topic) + struct.pack(">i", partitions)
    body += b"".join(struct.pack(">i", p) for p in range(partitions))
    r = wire.Reader(wire.ask(sock, 9, 1, body))
    errors = []
    for _ in range(r.int32()):
        r.string()
        for _ in range(r.int32()):
            r.skip(12), r.string()
            errors.append(r.int16())
    return errors


def commits(bench, brokers):
    """Commits of 100 groups, one partition each, over 100 connections."""
    count = bench.size(50_000, 20_000)
    topics = {b.name: bench.topic(b, 1) for b in brokers}

    def once(broker):
        groups = [f"commit-{i}" for i in range(100)]
        for group in groups[:1]:
            coordinator(broker.port, group)
        frames = [commit_frame(groups[i % 100], topics[broker.name], 1, i) for i in range(count)]
        commit(broker.port, frames[:2000], 100)
        cpu = broker.cpu()
        took = commit(broker.port, frames, 100)
        return {"rate": count / took, "cpu": (broker.cpu() - cpu) / count * 1e6}

    bench.in_turn("commits-of-100-groups", brokers, once,
                  [("rate", "commits/s", "more", None), ("cpu", "µs each", "less", None)], bench.rounds(3, 2))


def loading(bench, brokers):
    """10,000 groups with ten offsets each: how long after a start all of them answer, and what a listing costs."""
    ready, listing = {}, {}
    groups = [f"load-{i}" for i in range(bench.size(10_000, 2_000))]
    for broker in brokers:
        topic = bench.topic(broker, 10)
        coordinator(broker.port, groups[0])
        commit(broker.port, [commit_frame(g, topic, 10, 1) for g in groups])
        broker.stop()
        began = time.monotonic()
        broker.start()
        answered = time.monotonic() - began
        with wire.connect(broker.port, 60) as sock:
            # Some of each of the fifty partitions.
            for group in groups[:: max(1, len(groups) // 400)]:
                while any(e in LOADING for e in fetch_errors(sock, group, topic, 10)):
                    if time.monotonic() - began > PATIENCE:
                        raise RuntimeError(f"{broker.name} is still loading")
                    time.sleep(0.001)
        ready.setdefault(broker.name, (time.monotonic() - began - answered) * 1000)
        bench.note(f"{broker.name}: first answer {answered * 1000:.0f} ms after the start")
        wire.delete(broker.port, [topic])
    bench.add(f"load-{len(groups) * 10}-offsets", "behind start", "ms", "less", ready)


def describe(bench, brokers):
    """`groups describe` of one group, kt's verb and the original's tool, on kt's broker."""
    broker = brokers[0]
    topic = bench.topic(broker, 3)
    coordinator(broker.port, "described")
    commit(broker.port, [commit_frame("described", topic, 3, 0)], 1)
    commands = {"kt": [bench.kt, "groups", "describe", "described", "--bootstrap-server", broker.bootstrap]}
    if bench.kafka:
        commands["kafka"] = [bench.kafka, "consumer-groups", "--bootstrap-server", broker.bootstrap, "--describe",
                             "--group", "described"]
    seen = {}
    for _ in range(bench.rounds(7, 3)):
        for who, command in commands.items():
            seen.setdefault(who, []).append(tools.timed(command)["seconds"] * 1000)
    bench.add("groups-describe", "time", "ms", "less", {w: sorted(t)[len(t) // 2] for w, t in seen.items()}, ("ratio", 0.02))


def transactions(bench, brokers):
    """One producer, 100 records a transaction; then the same records read committed and uncommitted."""
    count = bench.size(2000, 500)
    topics = {b.name: bench.topic(b, 1) for b in brokers}
    written = {b.name: 0 for b in brokers}

    def once(broker):
        cpu = broker.cpu()
        load = bench.run_load(broker, "transactions", topics[broker.name], 1, count * 100, "--every", "100")
        load["cpu"] = (broker.cpu() - cpu) / count * 1000
        written[broker.name] += count * 100
        return load

    bench.in_turn("transactions-of-100", brokers, once, [
        ("rate", "txns/s", "more", None), ("p50_ms", "ms", "less", None), ("p99_ms", "ms", "less", None),
        ("cpu", "ms each", "less", None),
    ])
    for level in ("read_uncommitted", "read_committed"):
        def read(broker, level=level):
            return bench.run_load(broker, "consume", topics[broker.name], 1, written[broker.name],
                                  "--set", f"isolation.level={level}")

        bench.in_turn(f"consume-{level}", brokers, read, [("rate", "records/s", "more", None)])


MEASUREMENTS = {"commits-of-100-groups": commits, "loading": loading, "groups-describe": describe, "transactions": transactions}
