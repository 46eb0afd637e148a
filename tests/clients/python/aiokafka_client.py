"""aiokafka: the asyncio client; speaks middle-aged versions (Metadata 5, Fetch 11, non-flexible admin)."""

import asyncio
import time

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewPartitions, NewTopic, RecordsToDelete
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import for_code

import scenario
from scenario import BOOTSTRAP, Rec


def raise_for(code, message=None):
    if code:
        raise for_code(code)(message)


class Client:
    name = "aiokafka"
    codecs = ["none", "gzip", "snappy", "lz4", "zstd"]
    headers = "all"
    asking_creates = True

    def run(self, coroutine):
        """Each call has its own loop: the scenario calls from several threads."""
        return asyncio.run(asyncio.wait_for(coroutine, 40))

    def admin(self, call):
        async def go():
            admin = AIOKafkaAdminClient(bootstrap_servers=BOOTSTRAP, request_timeout_ms=15000)
            await admin.start()
            try:
                return await call(admin)
            finally:
                await admin.close()

        return self.run(go())

    def close(self):
        pass

    def error_code(self, e):
        return getattr(e, "errno", None)

    def create_topic(self, name, partitions, configs):
        async def go(admin):
            answer = await admin.create_topics([NewTopic(name, partitions, 1, topic_configs=configs)])
            for _, code, *message in answer.topic_errors:
                raise_for(code, *message)

        self.admin(go)

    def list_topics(self):
        return self.admin(lambda admin: admin.list_topics())

    def describe_topic(self, name):
        topic = self.admin(lambda admin: admin.describe_topics([name]))[0]
        raise_for(topic["error_code"])
        return {p["partition"]: (p["leader"], p["replicas"], p["isr"]) for p in topic["partitions"]}

    def describe_cluster(self):
        c = self.admin(lambda admin: admin.describe_cluster())
        return c["cluster_id"], c["controller_id"], [(b["node_id"], b["host"], b["port"]) for b in c["brokers"]]

    def describe_configs(self, topic):
        answers = self.admin(lambda admin: admin.describe_configs([ConfigResource(ConfigResourceType.TOPIC, topic)]))
        code, message, _, _, entries = answers[0].resources[0]
        raise_for(code, message)
        return {entry[0]: entry[1] for entry in entries}

    def alter_configs(self, topic, configs):
        answers = self.admin(
            lambda admin: admin.alter_configs([ConfigResource(ConfigResourceType.TOPIC, topic, configs)])
        )
        code, message, *_ = answers[0].resources[0]
        raise_for(code, message)

    def create_partitions(self, topic, total):
        self.admin(lambda admin: admin.create_partitions({topic: NewPartitions(total)}))

    def delete_records(self, topic, partition, before):
        self.admin(lambda admin: admin.delete_records({TopicPartition(topic, partition): RecordsToDelete(before)}))

    def delete_topic(self, name):
        async def go(admin):
            for _, code in (await admin.delete_topics([name])).topic_error_codes:
                raise_for(code)

        self.admin(go)

    def produce(self, topic, records, codec="none", acks="all", idempotent=False):
        async def go():
            producer = AIOKafkaProducer(
                bootstrap_servers=BOOTSTRAP,
                acks=acks,
                compression_type=None if codec == "none" else codec,
                enable_idempotence=idempotent,
                linger_ms=20,
                max_request_size=3_000_000,
                request_timeout_ms=15000,
            )
            await producer.start()
            try:
                sent = [
                    await producer.send(
                        topic,
                        key=r.key,
                        value=r.value,
                        headers=r.headers,
                        partition=r.partition,
                        timestamp_ms=r.timestamp,
                    )
                    for r in records
                ]
                await producer.flush()
                done = [await f for f in sent]
                return [(m.partition, m.offset) for m in done if m is not None]
            finally:
                await producer.stop()

        return self.run(go())

    def consumer(self, topic, partition, call, reset="earliest"):
        async def go():
            consumer = AIOKafkaConsumer(
                bootstrap_servers=BOOTSTRAP,
                group_id=None,
                enable_auto_commit=False,
                auto_offset_reset=reset,
                fetch_max_wait_ms=10000,
                request_timeout_ms=30000,
            )
            await consumer.start()
            tp = TopicPartition(topic, partition)
            consumer.assign([tp])
            try:
                return await call(consumer, tp)
            finally:
                await consumer.stop()

        return self.run(go())

    def consume(self, topic, partition, start, count, reset="earliest"):
        async def go(consumer, tp):
            if start == "beginning":
                await consumer.seek_to_beginning(tp)
            else:
                consumer.seek(tp, start)
            got, end = [], time.monotonic() + 20
            while len(got) < count and time.monotonic() < end:
                got += (await consumer.getmany(tp, timeout_ms=1000, max_records=count - len(got))).get(tp, [])
            return [record(m) for m in got]

        return self.consumer(topic, partition, go, reset)

    def wait_for_one(self, topic, partition, ready):
        async def go(consumer, tp):
            await consumer.seek_to_end(tp)
            await consumer.position(tp)
            ready()
            m = await asyncio.wait_for(consumer.getone(tp), 10)
            return record(m), time.monotonic()

        return self.consumer(topic, partition, go)

    def offset_for_time(self, topic, partition, ms):
        async def go(consumer, tp):
            found = (await consumer.offsets_for_times({tp: ms}))[tp]
            return None if found is None else found.offset

        return self.consumer(topic, partition, go)

    def beginning_offset(self, topic, partition):
        async def go(consumer, tp):
            return (await consumer.beginning_offsets([tp]))[tp]

        return self.consumer(topic, partition, go)

    def end_offset(self, topic, partition):
        async def go(consumer, tp):
            return (await consumer.end_offsets([tp]))[tp]

        return self.consumer(topic, partition, go)


def record(m):
    return Rec(m.partition, m.key, m.value, list(m.headers), m.timestamp, m.offset)


scenario.run(Client())
