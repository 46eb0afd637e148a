// Transactions by kafkajs: whole or not at all, with their offsets.
const { Kafka, logLevel } = require('kafkajs')
const { randomUUID } = require('crypto')
const { isDeepStrictEqual } = require('util')

const kafka = new Kafka({
  brokers: [process.env.BOOTSTRAP || '127.0.0.1:9092'],
  retry: { retries: 8, initialRetryTime: 50 },
  logLevel: logLevel.NOTHING,
})
const admin = kafka.admin()
const limitMs = 30000
let failed = false

const say = line => process.stdout.write(line + '\n')
const show = value => JSON.stringify(value)?.slice(0, 160)
const equal = (got, want, what) => {
  if (!isDeepStrictEqual(got, want)) throw new Error(`${what}: got ${show(got)}, want ${show(want)}`)
}
const sleep = ms => new Promise(done => setTimeout(done, ms))

async function topic(numPartitions = 1) {
  const name = `txn-${randomUUID()}`
  await admin.createTopics({ topics: [{ topic: name, numPartitions }], waitForLeaders: true })
  return name
}

async function producer(transactionalId) {
  const own = kafka.producer({ transactionalId, idempotent: true, maxInFlightRequests: 1 })
  await own.connect()
  return own
}

// Values of one partition, read by a group of its own until `count` have come, and what comes in a moment more.
async function read(name, count, readUncommitted = false) {
  const consumer = kafka.consumer({ groupId: randomUUID(), readUncommitted })
  const values = []
  await consumer.connect()
  await consumer.subscribe({ topics: [name], fromBeginning: true })
  await consumer.run({ eachMessage: async ({ message }) => void values.push(message.value.toString()) })
  const until = Date.now() + limitMs
  while (values.length < count && Date.now() < until) await sleep(20)
  await sleep(700)
  await consumer.disconnect()
  return values.sort()
}

const messages = values => values.map(value => ({ value }))

async function commitAndAbort() {
  const name = await topic()
  const own = await producer(randomUUID())
  const kept = []
  for (let i = 0; i < 9; i++) {
    const transaction = await own.transaction()
    const values = [...Array(10).keys()].map(n => `${i}-${n}`)
    await transaction.send({ topic: name, messages: messages(values) })
    if (i % 3 === 2) await transaction.abort()
    else {
      await transaction.commit()
      kept.push(...values)
    }
  }
  await own.disconnect()
  equal(await read(name, kept.length), kept.sort(), 'what is committed')
  equal((await read(name, 90, true)).length, 90, 'all that was written')
}

async function offsets() {
  const [name, group] = [await topic(), randomUUID()]
  const own = await producer(randomUUID())
  const of = async () => (await admin.fetchOffsets({ groupId: group, topics: [name] }))[0].partitions[0].offset
  const give = async (offset, end) => {
    const transaction = await own.transaction()
    await transaction.send({ topic: name, messages: messages([`up to ${offset}`]) })
    const topics = [{ topic: name, partitions: [{ partition: 0, offset: String(offset) }] }]
    await transaction.sendOffsets({ consumerGroupId: group, topics })
    await transaction[end]()
  }
  await give(3, 'commit')
  equal(await of(), '3', 'after a commit')
  await give(7, 'abort')
  equal(await of(), '3', 'after an abort')
  await give(9, 'commit')
  equal(await of(), '9', 'after another commit')
  await own.disconnect()
  equal(await read(name, 2), ['up to 3', 'up to 9'], 'what is committed')
}

async function fenced() {
  const [name, id] = [await topic(), randomUUID()]
  const first = await producer(id)
  const transaction = await first.transaction()
  await transaction.send({ topic: name, messages: messages(['of the first']) })
  const second = await producer(id)
  const other = await second.transaction()
  await other.send({ topic: name, messages: messages(['of the second']) })
  await other.commit()
  const refused = await transaction.commit().then(() => null, error => error)
  if (!refused) throw new Error('the first one could commit')
  await second.disconnect()
  await first.disconnect().catch(() => {})
  equal(await read(name, 1), ['of the second'], 'what is committed')
}

async function main() {
  await admin.connect()
  for (const [name, body] of [['commit-and-abort', commitAndAbort], ['offsets-in-transactions', offsets], ['fenced-by-second-self', fenced]]) {
    try {
      await body()
      say(`ok ${name}`)
    } catch (error) {
      failed = true
      say(`FAIL ${name} ${String(error.message).replace(/\s+/g, ' ').slice(0, 400)}`)
    }
  }
  await admin.disconnect()
  process.exit(failed ? 1 : 0)
}

setTimeout(() => {
  say('FAIL ends-in-time the time limit is over')
  process.exit(1)
}, 1000 * Number(process.env.TIME_LIMIT_S || 150)).unref()
main().catch(error => {
  say(`FAIL starts ${error.message}`)
  process.exit(1)
})
