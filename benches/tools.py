"""kt's tools beside the original's and kcat: time and memory of whole commands, on kt's broker."""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import wire


def timed(command, stdin=None, stdout=subprocess.DEVNULL):
    """Runs a command; answers seconds and its peak memory in MiB."""
    began = time.perf_counter()
    with open(stdin or os.devnull, "rb") as source:
        process = subprocess.Popen(list(map(str, command)), stdin=source, stdout=stdout, stderr=subprocess.PIPE)
        process.stderr.close()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(map(str, command))[:120]}: exit {process.returncode}")
    return {"seconds": time.perf_counter() - began, "rss_mib": usage.ru_maxrss / 1024}


def measure(bench, brokers):
    broker = brokers[0]  # kt's
    at = broker.bootstrap
    kt, kafka = Path(bench.kt).resolve(), bench.kafka
    kcat = shutil.which("kcat")
    folder = Path(tempfile.mkdtemp(prefix="bench-tools-"))

    def compare(name, commands, rounds, stdin=None, memory=False):
        seen = {}
        for _ in range(rounds):
            for who, command in commands.items():
                if command[0] is None:
                    continue
                try:
                    took = timed(command, stdin)
                    seen.setdefault(who, []).append(took)
                except (RuntimeError, OSError) as e:
                    print(f"{name}, {who}: {e}", file=sys.stderr)
        medians = {w: statistics.median(r["seconds"] for r in rs) * 1000 for w, rs in seen.items()}
        if not medians:
            return
        bench.add(name, "time", "ms", "less", medians)
        if "kcat" in medians:
            print(f"{'':<26} {'kcat':<13} {medians['kcat']:>11,.3g}   {'':>16}ms")
        if memory:
            bench.add(name, "peak memory", "MiB", "less", {w: max(r["rss_mib"] for r in rs) for w, rs in seen.items()})

    few, many = bench.rounds(3, 1), bench.rounds(20, 10)
    compare("tool-version", {"kt": [kt, "--version"]}, many)
    topic = bench.topic(broker, 1)
    lists = {
        "kt": [kt, "topics", "--bootstrap-server", at, "--list"],
        "kcat": [kcat, "-b", at, "-L"],
        "kafka": [kafka, "topics", "--bootstrap-server", at, "--list"],
    }
    compare("tool-topics-list", lists, few + 2, memory=True)

    one = folder / "one"
    one.write_text("hi\n")
    sends = {
        "kt": [kt, "console-producer", "--bootstrap-server", at, "--topic", topic],
        "kcat": [kcat, "-P", "-b", at, "-t", topic],
        "kafka": [kafka, "console-producer", "--bootstrap-server", at, "--topic", topic],
    }
    compare("tool-produce-one", sends, few + 2, one)
    reads = {
        "kt": [kt, "console-consumer", "--bootstrap-server", at, "--topic", topic, "--from-beginning", "--max-messages", "1"],
        "kcat": [kcat, "-C", "-q", "-b", at, "-t", topic, "-p", "0", "-o", "beginning", "-c", "1"],
        "kafka": [kafka, "console-consumer", "--bootstrap-server", at, "--topic", topic, "--partition", "0",
                  "--from-beginning", "--max-messages", "1"],
    }
    compare("tool-consume-one", reads, few + 2)

    count = bench.size(1_000_000, 200_000)
    lines = folder / "lines"
    with open(lines, "w") as f:
        f.writelines(f"key{i}:the value of line {i}, of about a hundred bytes, as logs and events have them {i * 7919}\n" for i in range(count))
    keyed = bench.topic(broker, 1)
    writes = {
        "kt": [kt, "console-producer", "--bootstrap-server", at, "--topic", keyed, "--property", "parse.key=true",
               "--property", "key.separator=:"],
        "kcat": [kcat, "-P", "-b", at, "-t", keyed, "-K", ":", "-l", lines],
        "kafka": [kafka, "console-producer", "--bootstrap-server", at, "--topic", keyed, "--reader-property", "parse.key=true",
                  "--reader-property", "key.separator=:"],
    }
    compare(f"tool-produce-{count}", writes, few, lines)
    n = str(count)
    whole = {
        "kt": [kt, "console-consumer", "--bootstrap-server", at, "--topic", keyed, "--partition", "0", "--offset", "earliest",
               "--max-messages", n],
        "kcat": [kcat, "-C", "-q", "-b", at, "-t", keyed, "-p", "0", "-o", "beginning", "-c", n],
        "kafka": [kafka, "console-consumer", "--bootstrap-server", at, "--topic", keyed, "--partition", "0", "--offset",
                  "earliest", "--max-messages", n],
    }
    compare(f"tool-consume-{count}", whole, few)
    wire.delete(broker.port, [topic, keyed])
    shutil.rmtree(folder, ignore_errors=True)
