"""Transactions by librdkafka (confluent-kafka): whole or not at all, with their offsets, and fenced by a second self."""

import time
import uuid

from confluent_kafka import Consumer, KafkaException, Producer, TopicPartition
from confluent_kafka.admin import AdminClient, NewTopic

import scenario
from scenario import BOOTSTRAP, check, equal

ADMIN = AdminClient({"bootstrap.servers": BOOTSTRAP})
LIMIT_S = 30


def topic(partitions=2):
    name = f"txn-{uuid.uuid4().hex[:8]}"
    ADMIN.create_topics([NewTopic(name, partitions, 1)])[name].result(LIMIT_S)
    return name


def producer(transactional_id, **more):
    made = Producer({"bootstrap.servers": BOOTSTRAP, "transactional.id": transactional_id, "linger.ms": 5, **more})
    made.init_transactions(LIMIT_S)
    return made


def read(name, level="read_committed", partitions=2):
    """All values up to the ends as this level sees them."""
    consumer = Consumer({
        "bootstrap.servers": BOOTSTRAP, "group.id": uuid.uuid4().hex, "isolation.level": level,
        "enable.auto.commit": False, "enable.partition.eof": True, "auto.offset.reset": "earliest",
    })
    consumer.assign([TopicPartition(name, p, 0) for p in range(partitions)])
    values, ended, until = [], set(), time.monotonic() + LIMIT_S
    while len(ended) < partitions:
        assert time.monotonic() < until, f"no end of {name} after {LIMIT_S} s"
        message = consumer.poll(0.5)
        if message is None:
            continue
        if message.error():
            ended.add(message.partition())
        else:
            values.append(message.value().decode())
    consumer.close()
    return sorted(values)


def write(to, name, values):
    for i, value in enumerate(values):
        to.produce(name, value.encode(), partition=i % 2)


def commit_and_abort():
    name, own = topic(), producer(uuid.uuid4().hex)
    for i in range(10):
        own.begin_transaction()
        write(own, name, [f"{i}-{n}" for n in range(20)])
        if i % 3 == 2:
            own.abort_transaction(LIMIT_S)
        else:
            own.commit_transaction(LIMIT_S)
    kept = sorted(f"{i}-{n}" for i in range(10) if i % 3 != 2 for n in range(20))
    equal(read(name), kept, "what is committed")
    # What was queued when a transaction was aborted may never have been sent.
    everything = read(name, "read_uncommitted")
    assert set(kept) <= set(everything), "committed records that a reader of everything misses"


def open_is_hidden():
    name, own, other = topic(), producer(uuid.uuid4().hex), Producer({"bootstrap.servers": BOOTSTRAP})
    own.begin_transaction()
    write(own, name, ["open-0", "open-1"])
    assert own.flush(LIMIT_S) == 0, "not delivered"
    write(other, name, ["behind-0", "behind-1"])
    assert other.flush(LIMIT_S) == 0, "not delivered"
    equal(read(name), [], "behind an open transaction")
    equal(read(name, "read_uncommitted"), ["behind-0", "behind-1", "open-0", "open-1"], "all of it")
    own.commit_transaction(LIMIT_S)
    equal(read(name), ["behind-0", "behind-1", "open-0", "open-1"], "after the commit")


def transform():
    """Consume, transform, produce: each record once, though every third transaction is aborted and done again."""
    source, target, group = topic(1), topic(), uuid.uuid4().hex
    feed = Producer({"bootstrap.servers": BOOTSTRAP})
    for n in range(300):
        feed.produce(source, str(n).encode(), partition=0)
    assert feed.flush(LIMIT_S) == 0, "not delivered"
    own = producer(uuid.uuid4().hex)
    consumer = Consumer({
        "bootstrap.servers": BOOTSTRAP, "group.id": group, "isolation.level": "read_committed",
        "enable.auto.commit": False, "auto.offset.reset": "earliest",
    })
    consumer.subscribe([source])
    done, turn, until = 0, 0, time.monotonic() + LIMIT_S
    while done < 300:
        assert time.monotonic() < until, f"{done} of 300 after {LIMIT_S} s"
        messages = [m for m in consumer.consume(40, 1.0) if not m.error()]
        if not messages:
            continue
        turn += 1
        own.begin_transaction()
        write(own, target, [f"t-{m.value().decode()}" for m in messages])
        place = TopicPartition(source, 0, messages[-1].offset() + 1)
        own.send_offsets_to_transaction([place], consumer.consumer_group_metadata(), LIMIT_S)
        if turn % 3 == 0:
            own.abort_transaction(LIMIT_S)
            consumer.seek(TopicPartition(source, 0, messages[0].offset()))
            continue
        own.commit_transaction(LIMIT_S)
        done += len(messages)
        committed = consumer.committed([TopicPartition(source, 0)], LIMIT_S)[0].offset
        equal(committed, place.offset, "the group's offset")
    consumer.close()
    equal(read(target), sorted(f"t-{n}" for n in range(300)), "what came out")


def fenced():
    name, id = topic(), uuid.uuid4().hex
    first = producer(id)
    first.begin_transaction()
    write(first, name, ["of the first"])
    first.flush(LIMIT_S)
    second = producer(id)
    second.begin_transaction()
    write(second, name, ["of the second"])
    second.commit_transaction(LIMIT_S)
    try:
        first.commit_transaction(LIMIT_S)
    except KafkaException as e:
        assert e.args[0].fatal(), f"{e} is not fatal"
    else:
        raise AssertionError("the first one could commit")
    equal(read(name), ["of the second"], "what is committed")


def runs_out_of_time():
    name, own = topic(), producer(uuid.uuid4().hex, **{"transaction.timeout.ms": 2000, "message.timeout.ms": 2000})
    own.begin_transaction()
    write(own, name, ["late"])
    own.flush(LIMIT_S)
    until = time.monotonic() + LIMIT_S
    other = Producer({"bootstrap.servers": BOOTSTRAP})
    write(other, name, ["behind"])
    other.flush(LIMIT_S)
    while read(name) != ["behind"]:
        assert time.monotonic() < until, "it is still open"
        time.sleep(0.2)
    try:
        own.commit_transaction(LIMIT_S)
    except KafkaException:
        pass
    else:
        raise AssertionError("what was aborted could be committed")


if __name__ == "__main__":
    scenario.watch_the_clock()
    check("commit-and-abort", commit_and_abort)
    check("open-is-hidden", open_is_hidden)
    check("consume-transform-produce", transform)
    check("fenced-by-second-self", fenced)
    check("runs-out-of-time", runs_out_of_time)
    raise SystemExit(1 if scenario.failed else 0)
