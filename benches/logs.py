"""The log's life: starting with many partitions, and compaction with what it does to producers."""

import re
import subprocess
import time

import wire

PATIENCE = 180


def folder_of(broker, topic):
    return next(broker.folder.glob(f"**/{topic}-0"))


def size_of(folder):
    total = 0
    for path in folder.glob("*.log"):
        try:
            total += path.stat().st_size
        except FileNotFoundError:
            pass
    return total


def starts(bench, make):
    """From the start of the process until every partition has a leader, after an orderly stop and after kill -9."""
    for count in bench.size((1, 1_000, 10_000), (1, 1_000)):
        clean, killed = {}, {}
        for broker in make():
            try:
                broker.start()
                names = [f"many-{i}" for i in range(max(1, count // 1000))]
                each = count // len(names)
                for name in names:
                    wire.create(broker.port, [name], each)
                # Something to recover in each.
                bench.run_load(broker, "produce", names[0], each, 20 * each, "--size", "100")

                def ready():
                    began = time.monotonic()
                    broker.start()
                    while wire.leaders(broker.port, names) < count:
                        time.sleep(0.002)
                    return time.monotonic() - began

                broker.stop()
                clean[broker.name] = ready()
                bench.run_load(broker, "produce", names[0], each, 20 * each, "--size", "100")
                broker.kill()
                killed[broker.name] = ready()
            except (RuntimeError, OSError, subprocess.SubprocessError) as e:
                bench.note(f"start with {count} partitions, {broker.name}: {e}")
            finally:
                broker.remove()
        bench.add(f"start-{count}-partitions", "clean", "s", "less", clean)
        bench.add(f"start-{count}-partitions", "after kill", "s", "less", killed)


def compaction(bench, make):
    """Records of 100,000 keys are compacted: how long the round takes by the broker's own log, and what a producer of
    single records sees meanwhile."""
    records = bench.size(1_000_000, 300_000)
    rate, left, busy, calm = {}, {}, {}, {}
    for broker in make():
        try:
            broker.start()
            bench.run_load(broker, "latency", bench.topic(broker, 1), 1, 500)
            calm[broker.name] = bench.run_load(broker, "latency", bench.topic(broker, 1), 1, 2000)["p99_ms"]
            topic = "compacted"
            wire.create(broker.port, [topic], 1, {
                "cleanup.policy": "compact", "segment.bytes": str(64 << 20), "min.cleanable.dirty.ratio": "0.8",
            })
            bench.run_load(broker, "produce", topic, 1, records, "--size", "1000", "--keys", "100000")
            folder = folder_of(broker, topic)
            before = size_of(folder)
            # The cleaner begins by itself, for all is dirty; it looks every fifteen seconds.
            others = []
            end = time.monotonic() + PATIENCE
            while (took := round_seconds(broker, topic)) is None:
                if time.monotonic() > end:
                    raise RuntimeError("nothing was compacted")
                others.append(bench.run_load(broker, "latency", bench.topic(broker, 1), 1, 1000)["p99_ms"])
            rate[broker.name] = before / 1e6 / took
            left[broker.name] = size_of(folder) / 1e6
            # The round lies within some of these runs; it is the worst ones that it has touched.
            busy[broker.name] = max(others)
        except (RuntimeError, OSError, subprocess.SubprocessError) as e:
            bench.note(f"compaction on {broker.name}: {e}")
        finally:
            broker.remove()
    bench.add("compaction", "rate", "MB/s", "more", rate)
    bench.add("compaction", "left", "MB", "less", left)
    bench.add("produce, compacting", "p99", "ms", "less", busy)
    bench.add("produce, calm", "p99", "ms", "less", calm)


def round_seconds(broker, topic):
    """What the broker's log says of the round, if it is over."""
    log = broker.log().read_text(errors="replace")
    if found := re.search(rf"partition={topic}-0 .* ms=(\d+)", log) or re.search(rf'partition="{topic}-0".* ms=(\d+)', log):
        return max(int(found[1]), 1) / 1000
    found = re.search(rf"cleaned log {topic}-0 .*?processed in ([\d.,]+) seconds", log, re.S)
    return float(found[1].replace(",", "")) if found else None
