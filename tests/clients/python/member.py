"""One member of a group, for tests/clients/groups: `member.py CLIENT GROUP TOPIC [INSTANCE]`.

It says on stdout what happens to it, a line each: `has P,P` for its partitions, `got P OFFSET` for a record whose offset
is committed. SIGTERM makes it leave in order.
"""

import asyncio
import os
import signal
import sys

BOOTSTRAP = os.environ["BOOTSTRAP"]
SESSION_MS = int(os.environ.get("SESSION_MS", "10000"))
stopping = False


def stop(*_):
    global stopping
    stopping = True


def say(line):
    print(line, flush=True)


def has(partitions):
    say("has " + ",".join(map(str, sorted(partitions))))


def kafka_python(group, topic, instance):
    import kafka

    consumer = kafka.KafkaConsumer(
        bootstrap_servers=BOOTSTRAP,
        group_id=group,
        group_instance_id=instance,
        enable_auto_commit=False,
        auto_offset_reset="earliest",
        session_timeout_ms=SESSION_MS,
        heartbeat_interval_ms=300,
    )

    class Listener(kafka.ConsumerRebalanceListener):
        def on_partitions_revoked(self, revoked):
            pass

        def on_partitions_assigned(self, assigned):
            has(p.partition for p in consumer.assignment())

    consumer.subscribe([topic], listener=Listener())
    while not stopping:
        try:
            for batch in consumer.poll(timeout_ms=200).values():
                consumer.commit()
                for m in batch:
                    say(f"got {m.partition} {m.offset}")
        except kafka.errors.KafkaError as e:
            print(e, file=sys.stderr)
    consumer.close()


def confluent(group, topic, instance):
    import confluent_kafka

    config = {
        "bootstrap.servers": BOOTSTRAP,
        "group.id": group,
        "enable.auto.commit": False,
        "auto.offset.reset": "earliest",
        "session.timeout.ms": SESSION_MS,
        "heartbeat.interval.ms": 300,
    }
    if instance:
        config["group.instance.id"] = instance
    consumer = confluent_kafka.Consumer(config)
    consumer.subscribe([topic], on_assign=lambda _, partitions: has(p.partition for p in partitions))
    while not stopping:
        m = consumer.poll(0.2)
        if m is None or m.error():
            continue
        try:
            consumer.commit(message=m, asynchronous=False)
            say(f"got {m.partition()} {m.offset()}")
        except confluent_kafka.KafkaException as e:
            print(e, file=sys.stderr)
    consumer.close()


def aiokafka(group, topic, instance):
    import aiokafka

    async def run():
        consumer = aiokafka.AIOKafkaConsumer(
            bootstrap_servers=BOOTSTRAP,
            group_id=group,
            group_instance_id=instance,
            enable_auto_commit=False,
            auto_offset_reset="earliest",
            session_timeout_ms=SESSION_MS,
            heartbeat_interval_ms=300,
        )

        class Listener(aiokafka.ConsumerRebalanceListener):
            async def on_partitions_revoked(self, revoked):
                pass

            async def on_partitions_assigned(self, assigned):
                has(p.partition for p in assigned)

        consumer.subscribe([topic], listener=Listener())
        await consumer.start()
        while not stopping:
            try:
                for batch in (await consumer.getmany(timeout_ms=200)).values():
                    await consumer.commit()
                    for m in batch:
                        say(f"got {m.partition} {m.offset}")
            except aiokafka.errors.KafkaError as e:
                print(e, file=sys.stderr)
        await consumer.stop()

    asyncio.run(run())


signal.signal(signal.SIGTERM, stop)
client, group, topic, *rest = sys.argv[1:]
{"kafka-python": kafka_python, "confluent-kafka": confluent, "aiokafka": aiokafka}[client](
    group, topic, rest[0] if rest else None
)
