"""kafka-python: the oldest Python client, all in Python; speaks the newest versions of every API."""

import time

import kafka
from kafka import KafkaAdminClient, KafkaConsumer, KafkaProducer, TopicPartition
from kafka.admin import ConfigResource, ConfigResourceType, NewPartitions, NewTopic

import scenario
from scenario import BOOTSTRAP, Rec


class Client:
    name = "kafka-python"
    codecs = ["none", "gzip", "snappy", "lz4", "zstd"]
    headers = "values"

    def __init__(self):
        self.admin = KafkaAdminClient(bootstrap_servers=BOOTSTRAP, request_timeout_ms=15000)

    def close(self):
        self.admin.close()

    def error_code(self, e):
        if e.args and isinstance(e.args[0], BaseException):
            e = e.args[0]
        return getattr(e, "errno", None)

    def create_topic(self, name, partitions, configs):
        self.admin.create_topics([NewTopic(name, partitions, 1, topic_configs=configs)])

    def list_topics(self):
        return self.admin.list_topics()

    def describe_topic(self, name):
        topic = self.admin.describe_topics([name])[0]
        if topic["error_code"]:
            raise kafka.errors.for_code(topic["error_code"])()
        return {
            p["partition_index"]: (p["leader_id"], p["replica_nodes"], p["isr_nodes"]) for p in topic["partitions"]
        }

    def describe_cluster(self):
        c = self.admin.describe_cluster()
        nodes = [(b.get("node_id", b.get("broker_id")), b["host"], b["port"]) for b in c["brokers"]]
        return c["cluster_id"], c["controller_id"], nodes

    def describe_configs(self, topic):
        found = self.admin.describe_configs([ConfigResource(ConfigResourceType.TOPIC, topic)], config_filter="all")
        return flatten(found, topic)

    def alter_configs(self, topic, configs):
        result = self.admin.alter_configs([ConfigResource(ConfigResourceType.TOPIC, topic, configs)])["topic"][topic]
        if result != "OK":  # the client hands the error back as text: "[Error 40] InvalidConfig: …"
            code = next((c for c in vars(kafka.errors).values() if getattr(c, "errno", None) == 40), Exception)
            raise code(result) if "[Error 40]" in result else Exception(result)

    def create_partitions(self, topic, total):
        self.admin.create_partitions({topic: NewPartitions(total)})

    def delete_records(self, topic, partition, before):
        self.admin.delete_records({TopicPartition(topic, partition): before})

    def delete_topic(self, name):
        self.admin.delete_topics([name])

    def produce(self, topic, records, codec="none", acks="all", idempotent=False):
        producer = KafkaProducer(
            bootstrap_servers=BOOTSTRAP,
            acks=acks,
            compression_type=None if codec == "none" else codec,
            enable_idempotence=idempotent,
            linger_ms=20,
            max_request_size=3_000_000,
            request_timeout_ms=15000,
        )
        try:
            sent = [
                producer.send(
                    topic, key=r.key, value=r.value, headers=r.headers, partition=r.partition, timestamp_ms=r.timestamp
                )
                for r in records
            ]
            producer.flush(timeout=20)
            return [(m.partition, m.offset) for m in (f.get(timeout=20) for f in sent)]
        finally:
            producer.close(timeout=5)

    def consumer(self, topic, partition, reset="earliest"):
        consumer = KafkaConsumer(
            bootstrap_servers=BOOTSTRAP,
            group_id=None,
            enable_auto_commit=False,
            auto_offset_reset=reset,
            fetch_max_wait_ms=10000,
            request_timeout_ms=30000,
        )
        tp = TopicPartition(topic, partition)
        consumer.assign([tp])
        return consumer, tp

    def consume(self, topic, partition, start, count, reset="none"):
        consumer, tp = self.consumer(topic, partition, "earliest" if reset == "none" else reset)
        try:
            if start == "beginning":
                consumer.seek_to_beginning(tp)
            else:
                consumer.seek(tp, start)
            got, end = [], time.monotonic() + 20
            while len(got) < count and time.monotonic() < end:
                for m in consumer.poll(timeout_ms=1000).get(tp, []):
                    got.append(record(m))
            return got[:count]
        finally:
            consumer.close()

    def wait_for_one(self, topic, partition, ready):
        consumer, tp = self.consumer(topic, partition)
        try:
            consumer.seek_to_end(tp)
            consumer.position(tp)
            ready()
            end = time.monotonic() + 10
            while time.monotonic() < end:
                for m in consumer.poll(timeout_ms=5000).get(tp, []):
                    return record(m), time.monotonic()
            raise AssertionError("nothing came")
        finally:
            consumer.close()

    def offset_for_time(self, topic, partition, ms):
        consumer, tp = self.consumer(topic, partition)
        try:
            found = consumer.offsets_for_times({tp: ms})[tp]
            return None if found is None else found.offset
        finally:
            consumer.close()

    def beginning_offset(self, topic, partition):
        consumer, tp = self.consumer(topic, partition)
        try:
            return consumer.beginning_offsets([tp])[tp]
        finally:
            consumer.close()

    def end_offset(self, topic, partition):
        consumer, tp = self.consumer(topic, partition)
        try:
            return consumer.end_offsets([tp])[tp]
        finally:
            consumer.close()


def record(m):
    return Rec(m.partition, m.key, m.value, list(m.headers), m.timestamp, m.offset)


def flatten(found, topic):
    while topic not in found:
        found = next(iter(found.values()))
    return {k: (v["value"] if isinstance(v, dict) else getattr(v, "value", v)) for k, v in found[topic].items()}


scenario.run(Client())
