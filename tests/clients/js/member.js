// One member of a group, for tests/clients/groups: `member.js GROUP TOPIC`. See python/member.py.
const { Kafka, logLevel } = require("kafkajs");

const [group, topic] = process.argv.slice(2);
const say = (line) => process.stdout.write(line + "\n");

(async () => {
  const kafka = new Kafka({ brokers: [process.env.BOOTSTRAP], logLevel: logLevel.NOTHING, retry: { retries: 50, maxRetryTime: 1000 } });
  const consumer = kafka.consumer({
    groupId: group,
    sessionTimeout: Number(process.env.SESSION_MS || 10000),
    heartbeatInterval: 300,
    maxWaitTimeInMs: 200,
  });
  consumer.on(consumer.events.GROUP_JOIN, ({ payload }) =>
    say("has " + (payload.memberAssignment[topic] || []).sort((a, b) => a - b).join(",")),
  );
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  process.on("SIGTERM", async () => {
    await consumer.disconnect();
    process.exit(0);
  });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ partition, message }) => {
      await consumer.commitOffsets([{ topic, partition, offset: String(Number(message.offset) + 1) }]);
      say(`got ${partition} ${message.offset}`);
    },
  });
})();
