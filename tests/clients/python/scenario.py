"""The checks that every Python client runs, written once.

A client hands in an adapter (one class, the methods below) and `run` puts the broker through the same
life of a topic: created, described, altered, grown, written with every compression, read back whole,
sought by time, waited on, trimmed, deleted, with the errors a user meets on the way.

One line a check on stdout: `ok NAME`, `FAIL NAME why`, or `skip NAME why` for what a client cannot do.
Nothing here knows which broker it talks to; a check that a real Kafka does not pass is a wrong check.

An adapter answers, all calls blocking:
  codecs                                        compressions the client can write
  headers                                       'all', or 'values' when the client writes no null header
  create_topic(name, partitions, configs)       errors come out as exceptions; error_code(e) is Kafka's number for one
  list_topics() -> names                        describe_topic(name) -> {partition: (leader, replicas, isr)}
  describe_cluster() -> (cluster id, controller, [(id, host, port)])
  describe_configs(topic) -> {name: value}      alter_configs(topic, {name: value})
  create_partitions(topic, total)               delete_records(topic, partition, before)
  produce(topic, records, codec=, acks=, idempotent=) -> [(partition, offset)]
  consume(topic, partition, start, count, reset=None) -> [Rec]; start is an offset, 'beginning' or 'end'
  wait_for_one(topic, partition, ready) -> (Rec, seconds when it came)  polls at the end, calls ready() once waiting
  offset_for_time(topic, partition, ms) -> offset or None
  beginning_offset / end_offset(topic, partition)
  delete_topic(name)
Raise `Unsupported` for what the client has no call for.
"""

import os
import random
import sys
import threading
import time
import traceback
from collections import namedtuple

BOOTSTRAP = os.environ.get("BOOTSTRAP", "127.0.0.1:9092")
TIME_LIMIT_S = float(os.environ.get("TIME_LIMIT_S", "150"))

Rec = namedtuple("Rec", "partition key value headers timestamp offset", defaults=(None,))


class Unsupported(Exception):
    """The client has no way to ask for this."""


failed = 0


def say(line):
    print(line, flush=True)


def check(name, body, *args, **kwargs):
    """Runs one check; its failure is a line, not the end of the run."""
    global failed
    try:
        body(*args, **kwargs)
    except Unsupported as e:
        say(f"skip {name} {e}")
    except BaseException as e:  # a client's own failures are judged too, whatever they derive from
        if isinstance(e, KeyboardInterrupt):
            raise
        failed += 1
        why = " ".join(f"{type(e).__name__}: {e}".split())
        say(f"FAIL {name} {why[:400]}")
        if os.environ.get("TRACE"):
            traceback.print_exc()
    else:
        say(f"ok {name}")


def equal(got, want, what):
    assert got == want, f"{what}: got {short(got)}, want {short(want)}"


def short(value):
    text = repr(value)
    return text if len(text) < 160 else text[:160] + "…"


def watch_the_clock():
    def end():
        say(f"FAIL time-limit not finished after {TIME_LIMIT_S:.0f} s")
        os._exit(1)

    timer = threading.Timer(TIME_LIMIT_S, end)
    timer.daemon = True
    timer.start()


def sample(codec_salt, headers):
    """Records with every shape a record can have; their times are an hour old so that retention leaves them."""
    base = int(time.time() * 1000) - 3_600_000
    shapes = [
        (None, b"plain", []),
        (b"", b"", []),
        (b"deleted", None, []),
        ("klíč 🔑".encode(), "žluťoučký kůň 🦀 日本語".encode(), []),
        (b"h", b"headers", [("a", b"1"), ("a", b"2"), ("empty", b""), ("ž", "ů".encode())]),
        (b"n", b"a null header", [("null", None)] if headers == "all" else []),
        (bytes(range(256)), bytes(reversed(range(256))), []),
    ]
    text = f"{codec_salt} a line that compresses well, over and over. ".encode()
    shapes += [(f"k{i}".encode(), text * 4 + str(i).encode(), []) for i in range(193)]
    return [
        Rec(0, key, value, hs, base + i)
        for i, (key, value, hs) in enumerate(shapes)
    ]


def same(got, want, first_offset, what):
    equal(len(got), len(want), f"{what}: records")
    for i, (g, w) in enumerate(zip(got, want)):
        equal(g.offset, first_offset + i, f"{what}: offset of record {i}")
        equal(g.key, w.key, f"{what}: key of record {i}")
        equal(g.value, w.value, f"{what}: value of record {i}")
        equal(list(g.headers or []), list(w.headers), f"{what}: headers of record {i}")
        if w.timestamp is not None:
            equal(g.timestamp, w.timestamp, f"{what}: timestamp of record {i}")


CODES = {
    "OFFSET_OUT_OF_RANGE": 1,
    "UNKNOWN_TOPIC_OR_PARTITION": 3,
    "MESSAGE_TOO_LARGE": 10,
    "INVALID_TOPIC_EXCEPTION": 17,
    "TOPIC_ALREADY_EXISTS": 36,
    "INVALID_PARTITIONS": 37,
    "INVALID_CONFIG": 40,
}


def fails_with(client, name, call, *args, **kwargs):
    try:
        got = call(*args, **kwargs)
    except Unsupported:
        raise
    except Exception as e:
        code = client.error_code(e)
        assert code == CODES[name], f"error {code} ({type(e).__name__}: {short(e)}), want {name} ({CODES[name]})"
        return
    raise AssertionError(f"no error but {short(got)}, want {name}")


def eventually(what, probe, seconds=10):
    """Some answers follow a change by a moment: metadata of a new topic, in clients that cache it."""
    end = time.monotonic() + seconds
    while True:
        if probe():
            return
        assert time.monotonic() < end, f"{what}: not within {seconds} s"
        time.sleep(0.1)


def run(client):
    watch_the_clock()
    run_id = f"{client.name}-{os.getpid()}-{random.randrange(1 << 32):08x}"
    topic = f"{run_id}-main"

    # --- admin -------------------------------------------------------------------------------------------------
    def create():
        client.create_topic(topic, 3, {"retention.ms": "86400000", "max.message.bytes": "2000000"})
        eventually("topic is listed", lambda: topic in client.list_topics())

    check("create-topic", create)
    check(
        "create-existing-topic-is-refused",
        fails_with, client, "TOPIC_ALREADY_EXISTS", client.create_topic, topic, 1, {},
    )
    check(
        "invalid-topic-name-is-refused",
        fails_with, client, "INVALID_TOPIC_EXCEPTION", client.create_topic, f"{run_id} no spaces", 1, {},
    )
    check(
        "unknown-config-is-refused",
        fails_with, client, "INVALID_CONFIG", client.create_topic, f"{run_id}-cfg", 1, {"no.such.key": "1"},
    )
    check(
        "zero-partitions-are-refused",
        fails_with, client, "INVALID_PARTITIONS", client.create_topic, f"{run_id}-zero", 0, {},
    )

    def describe_topic():
        partitions = client.describe_topic(topic)
        equal(sorted(partitions), [0, 1, 2], "partitions")
        for p, (leader, replicas, isr) in partitions.items():
            assert leader in replicas and leader in isr, f"partition {p}: leader {leader}, replicas {replicas}, isr {isr}"

    check("describe-topic", describe_topic)

    def describe_cluster():
        cluster_id, controller, nodes = client.describe_cluster()
        assert nodes, "no brokers"
        for _, host, port in nodes:
            assert host and port > 0, f"broker at {host}:{port}"
        if cluster_id is not None:
            assert len(cluster_id) > 5, f"cluster id {cluster_id!r}"
        if controller is not None:
            assert controller in [n[0] for n in nodes], f"controller {controller} is none of {nodes}"

    check("describe-cluster", describe_cluster)

    def describe_configs():
        configs = client.describe_configs(topic)
        equal(configs.get("retention.ms"), "86400000", "retention.ms")
        equal(configs.get("max.message.bytes"), "2000000", "max.message.bytes")
        equal(configs.get("cleanup.policy"), "delete", "cleanup.policy")

    check("describe-configs", describe_configs)

    def alter_configs():
        client.alter_configs(topic, {"retention.ms": "172800000", "max.message.bytes": "2000000"})
        eventually(
            "the new value is described", lambda: client.describe_configs(topic).get("retention.ms") == "172800000"
        )

    check("alter-configs", alter_configs)
    check(
        "alter-to-a-wrong-value-is-refused",
        fails_with, client, "INVALID_CONFIG", client.alter_configs, topic, {"retention.ms": "soon"},
    )

    def create_partitions():
        grow = f"{run_id}-grow"
        client.create_topic(grow, 1, {})
        client.create_partitions(grow, 4)
        eventually("four partitions", lambda: len(client.describe_topic(grow)) == 4)
        fails_with(client, "INVALID_PARTITIONS", client.create_partitions, grow, 2)
        client.delete_topic(grow)

    check("create-partitions", create_partitions)

    # --- produce and read back ---------------------------------------------------------------------------------
    def round_trip(codec, **how):
        name = f"{run_id}-rt-{codec}-{'-'.join(map(str, how.values())) or 'plain'}"
        client.create_topic(name, 1, {})
        want = sample(codec, client.headers)
        acknowledged = client.produce(name, want, codec=codec, **how)
        if how.get("acks") != 0:
            equal([o for _, o in acknowledged], list(range(len(want))), "offsets in the acknowledgements")
        eventually("all records are there", lambda: client.end_offset(name, 0) == len(want))
        same(client.consume(name, 0, "beginning", len(want)), want, 0, codec)
        same(client.consume(name, 0, 100, len(want) - 100), want[100:], 100, f"{codec} from the middle")
        client.delete_topic(name)

    for codec in client.codecs:
        check(f"round-trip-{codec}", round_trip, codec)
    check("round-trip-acks-1", round_trip, client.codecs[0], acks=1)
    check("round-trip-acks-0", round_trip, client.codecs[0], acks=0)
    for codec in client.codecs:
        check(f"round-trip-idempotent-{codec}", round_trip, codec, acks="all", idempotent=True)

    def partitions_are_kept():
        want = [Rec(p, f"p{p}".encode(), f"{p}-{i}".encode(), [], None) for i in range(20) for p in (2, 0, 1)]
        acknowledged = client.produce(topic, want)
        equal([p for p, _ in acknowledged], [r.partition for r in want], "partitions in the acknowledgements")
        for p in range(3):
            same(client.consume(topic, p, "beginning", 20), [r for r in want if r.partition == p], 0, f"partition {p}")
            equal(client.beginning_offset(topic, p), 0, "beginning offset")
            equal(client.end_offset(topic, p), 20, "end offset")

    check("explicit-partitions", partitions_are_kept)

    def large():
        name = f"{run_id}-large"
        client.create_topic(name, 1, {})
        rng = random.Random(7)
        want = [Rec(0, f"big{i}".encode(), rng.randbytes(900 * 1024), [], None) for i in range(4)]
        client.produce(name, want)
        same(client.consume(name, 0, "beginning", 4), want, 0, "900 KiB")
        client.delete_topic(name)

    check("large-messages", large)

    def too_large():
        name = f"{run_id}-small"
        client.create_topic(name, 1, {"max.message.bytes": "1000"})
        big = [Rec(0, b"k", os.urandom(5000), [], None)]
        fails_with(client, "MESSAGE_TOO_LARGE", client.produce, name, big)
        client.produce(name, [Rec(0, b"k", b"fits", [], None)])
        equal(client.end_offset(name, 0), 1, "end offset after one refused and one taken")
        client.delete_topic(name)

    check("message-too-large-is-refused", too_large)

    # --- time --------------------------------------------------------------------------------------------------
    def seek_by_time():
        name = f"{run_id}-time"
        client.create_topic(name, 1, {})
        base = int(time.time() * 1000) - 3_600_000
        want = [Rec(0, None, str(i).encode(), [], base + 1000 * i) for i in range(100)]
        client.produce(name, want[:50])
        client.produce(name, want[50:], codec=client.codecs[-1])
        for ms, offset in ((base, 0), (base + 1, 1), (base + 49_000, 49), (base + 60_500, 61), (base - 5, 0)):
            equal(client.offset_for_time(name, 0, ms), offset, f"first offset at base+{ms - base} ms")
        equal(client.offset_for_time(name, 0, base + 99_001), None, "first offset after the last record")
        same(client.consume(name, 0, 61, 1), want[61:62], 61, "record found by time")
        client.delete_topic(name)

    check("seek-by-timestamp", seek_by_time)

    def append_time():
        name = f"{run_id}-append-time"
        client.create_topic(name, 1, {"message.timestamp.type": "LogAppendTime"})
        before = int(time.time() * 1000)
        client.produce(name, [Rec(0, b"k", b"v", [], before - 7_200_000)])
        got = client.consume(name, 0, "beginning", 1)[0]
        after = int(time.time() * 1000)
        assert before - 50 <= got.timestamp <= after + 50, f"timestamp {got.timestamp}, appended {before}..{after}"
        client.delete_topic(name)

    check("log-append-time", append_time)

    # --- fetch -------------------------------------------------------------------------------------------------
    def long_poll():
        name = f"{run_id}-poll"
        client.create_topic(name, 1, {})
        client.produce(name, [Rec(0, None, b"before", [], None)])
        sent = []

        def ready():
            def send():
                time.sleep(1.5)
                client.produce(name, [Rec(0, b"k", b"awaited", [], None)])
                sent.append(time.monotonic())

            threading.Thread(target=send, daemon=True).start()

        got, came = client.wait_for_one(name, 0, ready)
        equal(got.value, b"awaited", "value")
        eventually("the producer is done", lambda: sent, 5)
        assert came - sent[0] < 0.3, f"the record came {came - sent[0]:.3f} s after its acknowledgement"
        client.delete_topic(name)

    check("long-poll", long_poll)

    def out_of_range():
        name = f"{run_id}-range"
        client.create_topic(name, 1, {})
        client.produce(name, [Rec(0, None, str(i).encode(), [], None) for i in range(10)])
        got = client.consume(name, 0, 5000, 1, reset="earliest")
        equal((got[0].offset, got[0].value), (0, b"0"), "first record after the reset")
        client.delete_topic(name)

    check("offset-out-of-range-resets", out_of_range)

    def delete_records():
        name = f"{run_id}-trim"
        client.create_topic(name, 1, {})
        client.produce(name, [Rec(0, None, str(i).encode(), [], None) for i in range(30)])
        client.delete_records(name, 0, 12)
        equal(client.beginning_offset(name, 0), 12, "beginning offset")
        equal(client.end_offset(name, 0), 30, "end offset")
        got = client.consume(name, 0, "beginning", 18)
        equal((got[0].offset, got[0].value), (12, b"12"), "first record left")
        fails_with(client, "OFFSET_OUT_OF_RANGE", client.delete_records, name, 0, 5000)
        client.delete_topic(name)

    check("delete-records", delete_records)

    # --- topics that are not there -----------------------------------------------------------------------------
    def unknown():
        if getattr(client, "asking_creates", False):
            raise Unsupported("its metadata request creates the topic it asks for")
        fails_with(client, "UNKNOWN_TOPIC_OR_PARTITION", client.describe_topic, f"{run_id}-unknown")

    check("describe-unknown-topic", unknown)
    check(
        "delete-unknown-topic-is-refused",
        fails_with, client, "UNKNOWN_TOPIC_OR_PARTITION", client.delete_topic, f"{run_id}-nowhere",
    )

    def auto_create():
        name = f"{run_id}-auto"
        client.produce(name, [Rec(0, b"k", b"first", [], None)])
        same(client.consume(name, 0, "beginning", 1), [Rec(0, b"k", b"first", [], None)], 0, "auto-created")
        client.delete_topic(name)

    check("produce-creates-the-topic", auto_create)

    def delete_topic():
        client.delete_topic(topic)
        eventually("topic is gone", lambda: topic not in client.list_topics())
        client.create_topic(topic, 1, {})
        eventually("topic is back", lambda: topic in client.list_topics())
        eventually("it is empty", lambda: client.end_offset(topic, 0) == 0)
        client.delete_topic(topic)

    check("delete-topic-and-create-it-again", delete_topic)
    client.close()
    sys.stdout.flush()
    os._exit(1 if failed else 0)
