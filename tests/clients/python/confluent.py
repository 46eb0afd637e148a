"""confluent-kafka: librdkafka under Python, and so the behaviour of most C, C#, PHP, Ruby and Rust clients."""

import time

from confluent_kafka import (
    OFFSET_BEGINNING,
    OFFSET_END,
    TIMESTAMP_NOT_AVAILABLE,
    Consumer,
    KafkaException,
    Producer,
    TopicCollection,
    TopicPartition,
)
from confluent_kafka.admin import (
    AdminClient,
    AlterConfigOpType,
    ConfigEntry,
    ConfigResource,
    NewPartitions,
    NewTopic,
)

import scenario
from scenario import BOOTSTRAP, Rec

BASE = {"bootstrap.servers": BOOTSTRAP, "socket.timeout.ms": 15000}


class Client:
    name = "confluent-kafka"
    codecs = ["none", "gzip", "snappy", "lz4", "zstd"]
    headers = "all"

    def __init__(self):
        self.admin = AdminClient(BASE)

    def close(self):
        pass

    def error_code(self, e):
        return e.args[0].code() if isinstance(e, KafkaException) else None

    def one(self, futures):
        return next(iter(futures.values())).result(20)

    def create_topic(self, name, partitions, configs):
        self.one(self.admin.create_topics([NewTopic(name, partitions, 1, config=configs)], operation_timeout=15))

    def list_topics(self):
        return list(self.admin.list_topics(timeout=10).topics)

    def describe_topic(self, name):
        topic = self.one(self.admin.describe_topics(TopicCollection([name])))
        return {p.id: (p.leader.id, [n.id for n in p.replicas], [n.id for n in p.isr]) for p in topic.partitions}

    def describe_cluster(self):
        c = self.admin.describe_cluster().result(10)
        return c.cluster_id, c.controller.id, [(n.id, n.host, n.port) for n in c.nodes]

    def describe_configs(self, topic):
        found = self.one(self.admin.describe_configs([ConfigResource(ConfigResource.Type.TOPIC, topic)]))
        return {name: entry.value for name, entry in found.items()}

    def alter_configs(self, topic, configs):
        entries = [
            ConfigEntry(name, value, incremental_operation=AlterConfigOpType.SET) for name, value in configs.items()
        ]
        resource = ConfigResource(ConfigResource.Type.TOPIC, topic, incremental_configs=entries)
        self.one(self.admin.incremental_alter_configs([resource]))

    def create_partitions(self, topic, total):
        self.one(self.admin.create_partitions([NewPartitions(topic, total)], operation_timeout=15))

    def delete_records(self, topic, partition, before):
        self.one(self.admin.delete_records([TopicPartition(topic, partition, before)]))

    def delete_topic(self, name):
        self.one(self.admin.delete_topics([name], operation_timeout=15))

    def produce(self, topic, records, codec="none", acks="all", idempotent=False):
        producer = Producer(
            {
                **BASE,
                "acks": acks,
                "compression.type": codec,
                "enable.idempotence": idempotent,
                "linger.ms": 20,
                "message.max.bytes": 3_000_000,
                "message.timeout.ms": 20000,
            }
        )
        done, failures = {}, []

        def delivered(i):
            def callback(error, message):
                if error:
                    failures.append(error)
                else:
                    done[i] = (message.partition(), message.offset())

            return callback

        for i, r in enumerate(records):
            producer.produce(
                topic,
                key=r.key,
                value=r.value,
                headers=r.headers,
                partition=r.partition,
                timestamp=r.timestamp or 0,
                on_delivery=delivered(i),
            )
            producer.poll(0)
        left = producer.flush(25)
        if failures:
            raise KafkaException(failures[0])
        assert left == 0, f"{left} records without an answer"
        return [done[i] for i in range(len(records))]

    def consumer(self, reset="error"):
        return Consumer(
            {
                **BASE,
                "group.id": "unused",  # the library wants one; assign() joins nothing
                "enable.auto.commit": False,
                "auto.offset.reset": reset,
                "fetch.wait.max.ms": 10000,
                "socket.timeout.ms": 30000,
                "enable.partition.eof": False,
            }
        )

    def consume(self, topic, partition, start, count, reset=None):
        consumer = self.consumer(reset or "error")
        try:
            consumer.assign([TopicPartition(topic, partition, OFFSET_BEGINNING if start == "beginning" else start)])
            got, end = [], time.monotonic() + 20
            while len(got) < count and time.monotonic() < end:
                for m in consumer.consume(count - len(got), 1.0):
                    if m.error():
                        raise KafkaException(m.error())
                    got.append(record(m))
            return got
        finally:
            consumer.close()

    def wait_for_one(self, topic, partition, ready):
        consumer = self.consumer()
        try:
            consumer.assign([TopicPartition(topic, partition, OFFSET_END)])
            assert consumer.poll(1.0) is None, "a record before any was written"
            ready()
            m = consumer.poll(10)
            assert m is not None, "nothing came"
            if m.error():
                raise KafkaException(m.error())
            return record(m), time.monotonic()
        finally:
            consumer.close()

    def offset_for_time(self, topic, partition, ms):
        consumer = self.consumer()
        try:
            found = consumer.offsets_for_times([TopicPartition(topic, partition, ms)], timeout=10)[0].offset
            return found if found >= 0 else None
        finally:
            consumer.close()

    def watermarks(self, topic, partition):
        consumer = self.consumer()
        try:
            return consumer.get_watermark_offsets(TopicPartition(topic, partition), timeout=10)
        finally:
            consumer.close()

    def beginning_offset(self, topic, partition):
        return self.watermarks(topic, partition)[0]

    def end_offset(self, topic, partition):
        return self.watermarks(topic, partition)[1]


def record(m):
    kind, timestamp = m.timestamp()
    return Rec(
        m.partition(),
        m.key(),
        m.value(),
        m.headers() or [],
        None if kind == TIMESTAMP_NOT_AVAILABLE else timestamp,
        m.offset(),
    )


scenario.run(Client())
