"""What the original's tools cannot do from a shell: transactions that abort, headers with nulls, commits of chosen offsets.

    client.py BOOTSTRAP write ROUND PARTS     PARTS: transactions, groups, consumer-groups; parted by commas
    client.py BOOTSTRAP read                  every record of every topic of the user's, as JSON lines, sorted
"""

import json
import sys
import time

from confluent_kafka import Consumer, KafkaError, KafkaException, Producer, TopicPartition
from confluent_kafka.admin import AdminClient

CODECS = ["none", "gzip", "snappy", "lz4", "zstd"]


def sent(error, message):
    if error:
        raise KafkaException(error)


def records(bootstrap, number):
    for codec in CODECS:
        settings = {"bootstrap.servers": bootstrap, "compression.type": codec, "linger.ms": 20}
        producer = Producer(settings | {"enable.idempotence": codec in ("lz4", "zstd")})
        for topic in ("plain", "compact", "both", "stamped", "small"):
            for i in range(60):
                headers = [("h", b"one"), ("h", b"two"), ("none", None)] if i % 4 == 0 else None
                value = None if i % 9 == 8 else f"{number} {codec} {i} ".encode() * (1 + i % 30)
                key = None if topic == "plain" and i % 5 == 0 else f"k{i % 13}"
                when = {} if topic == "stamped" else {"timestamp": 1_700_000_000_000 + number * 1_000_000 + i}
                producer.produce(topic, key=key, value=value, headers=headers, on_delivery=sent, **when)
        producer.flush()


def transactions(bootstrap, number, groups):
    producer = Producer({"bootstrap.servers": bootstrap, "transactional.id": "ledger"})
    producer.init_transactions()
    for turn in range(5):
        producer.begin_transaction()
        for i in range(10):
            producer.produce("ledger", key=f"a{i % 3}", value=f"{number}.{turn}.{i}", partition=i % 2, on_delivery=sent)
        producer.flush()
        if groups and turn == 2:
            consumer = Consumer({"bootstrap.servers": bootstrap, "group.id": "accountant", "auto.offset.reset": "earliest"})
            consumer.subscribe(["plain"])
            until = time.time() + 30
            while not consumer.assignment() and time.time() < until:
                consumer.poll(0.2)
            at = [TopicPartition("plain", 0, 7 * (number + 1))]
            producer.send_offsets_to_transaction(at, consumer.consumer_group_metadata())
            consumer.close()
        if turn in (1, 3):
            producer.abort_transaction()
        else:
            producer.commit_transaction()


def groups(bootstrap, number, protocols):
    for protocol in protocols:
        consumer = Consumer(
            {"bootstrap.servers": bootstrap, "group.id": f"readers-{protocol}", "group.protocol": protocol}
            | {"auto.offset.reset": "earliest", "enable.auto.commit": False}
        )
        consumer.subscribe(["plain", "compact"])
        read, until = 0, time.time() + 60
        while read < 40 and time.time() < until:
            message = consumer.poll(0.5)
            read += message is not None and not message.error()
        assert read == 40, f"{protocol}: only {read} records came"
        consumer.commit(asynchronous=False)
        consumer.close()
    # Offsets of a group without members.
    consumer = Consumer({"bootstrap.servers": bootstrap, "group.id": "by-hand", "enable.auto.commit": False})
    consumer.commit(offsets=[TopicPartition("small", 0, 3 + number, metadata=f"round {number}")], asynchronous=False)
    consumer.close()


def read(bootstrap):
    topics = AdminClient({"bootstrap.servers": bootstrap}).list_topics(timeout=20).topics
    text = lambda part: None if part is None else part.decode()
    for isolation in ("read_uncommitted", "read_committed"):
        consumer = Consumer(
            {"bootstrap.servers": bootstrap, "group.id": "nobody", "enable.auto.commit": False}
            | {"isolation.level": isolation, "enable.partition.eof": True, "check.crcs": True, "fetch.wait.max.ms": 50}
        )
        found = {}
        for topic in sorted(name for name in topics if not name.startswith("__")):
            for partition in topics[topic].partitions:
                start, end = consumer.get_watermark_offsets(TopicPartition(topic, partition), timeout=20)
                found[topic, partition] = [["from", start, "to", end]]
        consumer.assign([TopicPartition(topic, partition, lines[0][1]) for (topic, partition), lines in found.items()])
        open_ends = set(found)
        while open_ends:
            message = consumer.poll(30)
            if message is None:
                raise RuntimeError(f"nothing comes any more from {sorted(open_ends)}")
            place = message.topic(), message.partition()
            if message.error():
                if message.error().code() != KafkaError._PARTITION_EOF:
                    raise KafkaException(message.error())
                open_ends.discard(place)
                continue
            headers = [[key, text(value)] for key, value in message.headers() or []]
            record = [message.offset(), message.timestamp(), text(message.key()), text(message.value()), headers]
            found[place].append(record)
        consumer.close()
        for place, lines in sorted(found.items()):
            for line in lines:
                print(json.dumps([isolation, *place, *line]))


if __name__ == "__main__":
    bootstrap, what = sys.argv[1:3]
    if what == "read":
        read(bootstrap)
    else:
        number, parts = int(sys.argv[3]), sys.argv[4].split(",")
        records(bootstrap, number)
        if "transactions" in parts:
            transactions(bootstrap, number, "groups" in parts)
        if "groups" in parts:
            groups(bootstrap, number, ["classic", "consumer"] if "consumer-groups" in parts else ["classic"])
