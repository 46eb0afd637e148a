"""kcat: what many people reach for first; an old librdkafka (2.0) in C. It has no admin calls: topics are auto-created.

The checks are those of scenario.py as far as a command line goes.
"""

import json
import os
import random
import subprocess
import time

from scenario import BOOTSTRAP, check, equal, eventually, say, watch_the_clock
import scenario


def kcat(*args, stdin=None, fails=False):
    done = subprocess.run(["kcat", "-b", BOOTSTRAP, *args], input=stdin, capture_output=True, timeout=30)
    if not fails:
        assert done.returncode == 0, f"kcat {' '.join(args)[:80]}: exit {done.returncode}, {done.stderr.decode()[-200:]}"
    return done


def consume(topic, *args):
    out = kcat("-C", "-q", "-t", topic, "-p", "0", "-J", "-e", *args).stdout.decode()
    return [json.loads(line) for line in out.splitlines()]


def query(topic, when):
    out = kcat("-Q", "-t", f"{topic}:0:{when}").stdout.decode().split()
    return int(out[-1])


def main():
    watch_the_clock()
    run_id = f"kcat-{os.getpid()}-{random.randrange(1 << 32):08x}"
    made = f"{run_id}-main"

    def produce_creates():
        kcat("-P", "-t", made, "-K", ":", stdin=b"k1:one\nk2:two\n")
        equal([(m["key"], m["payload"], m["offset"]) for m in consume(made, "-o", "beginning")],
              [("k1", "one", 0), ("k2", "two", 1)], "records")

    check("produce-creates-the-topic", produce_creates)

    def metadata():
        found = json.loads(kcat("-L", "-J").stdout)
        assert found["brokers"], "no brokers"
        topic = next(t for t in found["topics"] if t["topic"] == made)
        p = topic["partitions"][0]
        assert {"id": p["leader"]} in p["replicas"] and {"id": p["leader"]} in p["isrs"], str(p)

    check("describe-topic", metadata)

    def round_trip(name, codec, *settings):
        topic = f"{run_id}-{name}"
        lines = [f"k{i}\t{codec} žluťoučký kůň 🦀 a line that compresses well, over and over {i}" for i in range(300)]
        before = int(time.time() * 1000)
        kcat("-P", "-t", topic, "-K", "\t", "-z", codec, "-H", "a=1", "-H", "a=2", "-H", "ž=ů", *settings,
             stdin=("\n".join(lines) + "\n").encode())
        eventually("all records are there", lambda: query(topic, -1) == 300)
        got = consume(topic, "-o", "beginning")
        equal([f"{m['key']}\t{m['payload']}" for m in got], lines, "records")
        equal([m["offset"] for m in got], list(range(300)), "offsets")
        equal(got[0]["headers"], ["a", "1", "a", "2", "ž", "ů"], "headers")
        assert before <= got[0]["ts"] <= time.time() * 1000 + 50, f"timestamp {got[0]['ts']}"
        equal(len(consume(topic, "-o", "123")), 177, "records from offset 123")
        equal(len(consume(topic, "-o", "-5")), 5, "the last five")

    for codec in ("none", "gzip", "snappy", "lz4", "zstd"):
        check(f"round-trip-{codec}", round_trip, f"rt-{codec}", codec)
    check("round-trip-acks-1", round_trip, "acks-1", "none", "-X", "acks=1")
    check("round-trip-acks-0", round_trip, "acks-0", "none", "-X", "acks=0")
    for codec in ("none", "gzip", "snappy", "lz4", "zstd"):
        check(f"round-trip-idempotent-{codec}", round_trip, f"id-{codec}", codec, "-X", "enable.idempotence=true")

    def nulls():
        topic = f"{run_id}-nulls"
        kcat("-P", "-t", topic, "-K", ":", "-Z", stdin=b"gone:\nkept:x\n")
        kcat("-P", "-t", topic, "-K", ":", stdin=b"empty:\n")
        equal([(m["key"], m["payload"]) for m in consume(topic, "-o", "beginning")],
              [("gone", None), ("kept", "x"), ("empty", "")], "records")

    check("tombstones", nulls)

    def large():
        topic = f"{run_id}-large"
        text = bytes(random.Random(7).choices(b"abcdefghijklmnopqrstuvwxyz", k=900 * 1024))
        kcat("-P", "-t", topic, stdin=text + b"\n" + text[::-1] + b"\n")
        equal([m["payload"] for m in consume(topic, "-o", "beginning")], [text.decode(), text[::-1].decode()], "records")

    check("large-messages", large)

    def too_large():
        topic = f"{run_id}-too-large"
        done = kcat("-P", "-t", topic, "-X", "message.max.bytes=3000000", stdin=b"x" * 2_000_000 + b"\n", fails=True)
        assert b"too large" in done.stderr, done.stderr[-200:]
        kcat("-P", "-t", topic, stdin=b"fits\n")
        equal([m["payload"] for m in consume(topic, "-o", "beginning")], ["fits"], "records")

    check("message-too-large-is-refused", too_large)

    def seek_by_time():
        topic = f"{run_id}-time"
        for i in range(4):
            kcat("-P", "-t", topic, stdin=f"{i}\n".encode())
            time.sleep(0.02)
        stamps = [m["ts"] for m in consume(topic, "-o", "beginning")]
        for i, ts in enumerate(stamps):
            equal(query(topic, ts), i, f"offset at the time of record {i}")
        equal(query(topic, stamps[0] - 10_000), 0, "offset before all")
        equal(query(topic, stamps[3] + 1), -1, "offset after all")  # this release of the library says -1
        equal([m["payload"] for m in consume(topic, "-o", f"s@{stamps[2]}")], ["2", "3"], "records from the third's time")

    check("seek-by-timestamp", seek_by_time)

    def long_poll():
        topic = f"{run_id}-poll"
        kcat("-P", "-t", topic, stdin=b"before\n")
        with subprocess.Popen(
            ["kcat", "-b", BOOTSTRAP, "-C", "-q", "-u", "-t", topic, "-p", "0", "-o", "end", "-c", "1",
             "-X", "fetch.wait.max.ms=10000"], stdout=subprocess.PIPE) as waiting:
            try:
                time.sleep(2)
                kcat("-P", "-t", topic, stdin=b"awaited\n")
                sent = time.monotonic()
                out, _ = waiting.communicate(timeout=10)
                late = time.monotonic() - sent
                equal(out, b"awaited\n", "record")
                assert late < 0.5, f"the record came {late:.3f} s after its acknowledgement"
            finally:
                waiting.kill()

    check("long-poll", long_poll)

    def out_of_range():
        topic = f"{run_id}-range"
        kcat("-P", "-t", topic, stdin=b"0\n1\n2\n")
        got = consume(topic, "-o", "5000", "-X", "topic.auto.offset.reset=earliest")
        equal([m["payload"] for m in got], ["0", "1", "2"], "records after the reset")

    check("offset-out-of-range-resets", out_of_range)

    def unknown():
        done = kcat("-C", "-q", "-t", f"{run_id}-nowhere", "-p", "0", "-e", "-X", "allow.auto.create.topics=false",
                    fails=True)
        assert done.returncode != 0 and b"nknown topic" in done.stderr, f"exit {done.returncode}, {done.stderr[-200:]}"

    check("consume-unknown-topic", unknown)
    say("skip admin kcat has no admin calls")
    os._exit(1 if scenario.failed else 0)


main()
