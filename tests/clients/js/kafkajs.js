// kafkajs: the JavaScript client of countless services; speaks middle-aged versions (Produce 7, Fetch 11, Metadata 6).
//
// The checks are those of ../python/scenario.py, which gives their reasons. kafkajs consumes by groups only, so the
// partitions are read through its own broker class, which is what its consumer stands on.
const { Kafka, CompressionTypes, CompressionCodecs, ConfigResourceTypes, logLevel } = require('kafkajs')
const Cluster = require('kafkajs/src/cluster')
const { createLogger } = require('kafkajs/src/loggers')
const socketFactory = require('kafkajs/src/network/socketFactory')
const { randomBytes, randomUUID } = require('crypto')
const { isDeepStrictEqual } = require('util')
const SnappyJS = require('snappyjs')
const lz4 = require('lz4js')
const xxh32 = require('lz4js/xxh32.js')
const { ZstdCodec } = require('zstd-codec')

const bootstrap = process.env.BOOTSTRAP || '127.0.0.1:9092'
const limitMs = 1000 * Number(process.env.TIME_LIMIT_S || 150)
const sleep = ms => new Promise(done => setTimeout(done, ms))
const quiet = { logLevel: logLevel.NOTHING, logCreator: () => () => {} }

CompressionCodecs[CompressionTypes.Snappy] = () => ({
  compress: encoder => Buffer.from(SnappyJS.compress(encoder.buffer)),
  decompress: buffer => unsnappy(buffer),
})
CompressionCodecs[CompressionTypes.LZ4] = () => ({
  compress: encoder => independent(Buffer.from(lz4.compress(encoder.buffer))),
  decompress: buffer => Buffer.from(lz4.decompress(buffer)),
})

// Kafka takes frames whose blocks stand alone; these have one block and only forget to say so.
function independent(frame) {
  frame[4] |= 0x20
  frame[6] = (xxh32.hash(0, frame, 4, 2) >> 8) & 0xff
  return frame
}

// Java's snappy stream is a header of 16 bytes and blocks, each after its length.
function unsnappy(buffer) {
  if (buffer.subarray(1, 7).toString() !== 'SNAPPY') return Buffer.from(SnappyJS.uncompress(buffer))
  const blocks = []
  for (let at = 16; at < buffer.length; ) {
    const size = buffer.readInt32BE(at)
    blocks.push(Buffer.from(SnappyJS.uncompress(buffer.subarray(at + 4, at + 4 + size))))
    at += 4 + size
  }
  return Buffer.concat(blocks)
}

const kafka = new Kafka({ brokers: [bootstrap], requestTimeout: 20000, retry: { retries: 3 }, ...quiet })
const admin = kafka.admin()
const CODECS = ['none', 'gzip', 'snappy', 'lz4', 'zstd']
const TYPES = { none: 0, gzip: 1, snappy: 2, lz4: 3, zstd: 4 }
let failed = false

const say = line => process.stdout.write(line + '\n')
const must = (condition, why) => {
  if (!condition) throw new Error(why)
}
const show = value => JSON.stringify(value, (_, v) => (typeof v === 'bigint' ? String(v) : v))?.slice(0, 160)
const equal = (got, want, what) => must(isDeepStrictEqual(got, want), `${what}: got ${show(got)}, want ${show(want)}`)

async function check(name, body) {
  try {
    await body()
    say(`ok ${name}`)
  } catch (e) {
    failed = true
    say(`FAIL ${name} ${`${e.name}: ${e.message} ${typeOf(e)}`.split(/\s+/).join(' ')}`)
  }
}

async function eventually(what, probe) {
  for (const end = Date.now() + 10000; !(await probe()); await sleep(100)) {
    must(Date.now() < end, `${what}: not within 10 s`)
  }
}

// The client's errors carry the broker's error type, at one of several places.
function typeOf(e) {
  return e.type || (e.errors && typeOf(e.errors[0])) || (e.cause && typeOf(e.cause)) ||
    (e.partitions && e.partitions[0] && e.partitions[0].error) || (e.originalError && typeOf(e.originalError)) || e.name
}

async function refused(type, call) {
  let got
  try {
    got = await call()
  } catch (e) {
    equal(typeOf(e), type, `error ${e.message}`)
    return
  }
  throw new Error(`no error but ${show(got)}, want ${type}`)
}

const createTopic = (topic, numPartitions = 1, configs = {}) =>
  admin.createTopics({
    topics: [{
      topic, numPartitions, replicationFactor: 1,
      configEntries: Object.entries(configs).map(([name, value]) => ({ name, value })),
    }],
    waitForLeaders: numPartitions > 0,
    timeout: 15000,
  })
const deleteTopic = topic => admin.deleteTopics({ topics: [topic], timeout: 15000 })

async function produce(topic, records, { codec = 'none', acks = -1, idempotent = false } = {}) {
  const producer = kafka.producer({ idempotent, maxInFlightRequests: 1, retry: { retries: 8 } })
  await producer.connect()
  try {
    const messages = records.map(r => ({
      key: r.key, value: r.value, partition: r.partition || 0, headers: r.headers || {},
      ...(r.timestamp ? { timestamp: String(r.timestamp) } : {}),
    }))
    return await producer.send({ topic, messages, acks, compression: TYPES[codec], timeout: 15000 })
  } finally {
    await producer.disconnect()
  }
}

async function withBroker(topic, partition, body) {
  const cluster = new Cluster({
    logger: createLogger({ level: 0, logCreator: () => () => {} }), socketFactory: socketFactory(),
    brokers: [bootstrap], clientId: 'kt', connectionTimeout: 5000, requestTimeout: 20000, metadataMaxAge: 300000,
    retry: { retries: 3 }, allowAutoTopicCreation: false, maxInFlightRequests: null, isolationLevel: 0,
  })
  await cluster.connect()
  try {
    await cluster.addTargetTopic(topic)
    const [nodeId] = Object.keys(cluster.findLeaderForPartitions(topic, [partition]))
    return await body(await cluster.findBroker({ nodeId }), cluster)
  } finally {
    await cluster.disconnect()
  }
}

async function fetch(broker, topic, partition, offset, maxWaitTime) {
  const answer = await broker.fetch({
    topics: [{ topic, partitions: [{ partition, fetchOffset: String(offset), maxBytes: 10485760 }] }],
    maxWaitTime, minBytes: 1, isolationLevel: 0,
  })
  const messages = answer.responses[0].partitions[0].messages
  return messages.filter(m => BigInt(m.offset) >= BigInt(offset)).map(m => ({
    partition, key: m.key, value: m.value, headers: m.headers, timestamp: Number(m.timestamp), offset: Number(m.offset),
  }))
}

const consume = (topic, partition, start, count) =>
  withBroker(topic, partition, async broker => {
    const got = []
    for (const end = Date.now() + 20000; got.length < count && Date.now() < end; ) {
      got.push(...(await fetch(broker, topic, partition, got.length ? got.at(-1).offset + 1 : start, 1000)))
    }
    return got.slice(0, count)
  })

const offsets = async (topic, partition) =>
  (await admin.fetchTopicOffsets(topic)).find(o => o.partition === partition)
const endOffset = async (topic, partition) => Number((await offsets(topic, partition)).high)
const startOffset = async (topic, partition) => Number((await offsets(topic, partition)).low)

const buffer = v => (v == null ? v : Buffer.from(v))
const bytes = v => (v == null ? null : Buffer.from(v).toString('latin1'))
const headers = h =>
  Object.fromEntries(Object.entries(h || {}).map(([k, v]) => [k, [].concat(v).map(bytes)]))

function same(got, want, first, what) {
  equal(got.length, want.length, `${what}: records`)
  want.forEach((w, i) => {
    const g = got[i]
    equal(g.offset, first + i, `${what}: record ${i} offset`)
    equal(bytes(g.key), bytes(w.key), `${what}: record ${i} key`)
    equal(bytes(g.value), bytes(w.value), `${what}: record ${i} value`)
    equal(headers(g.headers), headers(w.headers), `${what}: record ${i} headers`)
    if (w.timestamp) equal(g.timestamp, w.timestamp, `${what}: record ${i} timestamp`)
  })
}

function sample(salt) {
  const every = Buffer.from(Array.from({ length: 256 }, (_, i) => i))
  const records = [
    { key: null, value: buffer('plain') },
    { key: buffer(''), value: buffer('') },
    { key: buffer('deleted'), value: null },
    { key: buffer('klíč 🔑'), value: buffer('žluťoučký kůň 🦀 日本語') },
    { key: buffer('h'), value: buffer('headers'), headers: { a: ['1', '2'], empty: '', ž: 'ů' } },
    { key: every, value: every },
  ]
  const line = `${salt} a line that compresses well, over and over. `.repeat(4)
  for (let i = 0; i < 194; i++) records.push({ key: buffer(`k${i}`), value: buffer(line + i) })
  const base = Date.now() - 3600000
  return records.map((r, i) => ({ ...r, timestamp: base + i }))
}
const numbered = n => Array.from({ length: n }, (_, i) => ({ key: null, value: buffer(String(i)) }))

async function main() {
  setTimeout(() => {
    say(`FAIL time-limit not finished after ${limitMs / 1000} s`)
    process.exit(1)
  }, limitMs).unref()
  await new Promise(done => ZstdCodec.run(zstd => {
    const simple = new zstd.Simple()
    CompressionCodecs[CompressionTypes.ZSTD] = () => ({
      compress: encoder => Buffer.from(simple.compress(encoder.buffer)),
      decompress: b => Buffer.from(simple.decompress(b)),
    })
    done()
  }))
  await admin.connect()
  const id = `kafkajs-${process.pid}-${randomUUID().slice(0, 8)}`
  const topic = `${id}-main`
  const fresh = async (suffix, configs, body) => {
    const name = `${id}-${suffix}`
    await createTopic(name, 1, configs)
    await body(name)
    await deleteTopic(name)
  }
  const topicConfigs = async name => {
    const answer = await admin.describeConfigs({
      includeSynonyms: true, resources: [{ type: ConfigResourceTypes.TOPIC, name }],
    })
    return Object.fromEntries(answer.resources[0].configEntries.map(e => [e.configName, e.configValue]))
  }
  const alter = (name, value) => admin.alterConfigs({
    resources: [{ type: ConfigResourceTypes.TOPIC, name, configEntries: [{ name: 'retention.ms', value }] }],
  })
  const describe = async name => (await admin.fetchTopicMetadata({ topics: [name] })).topics[0].partitions

  await check('create-topic', async () => {
    must(await createTopic(topic, 3, { 'retention.ms': '86400000', 'max.message.bytes': '2000000' }), 'not created')
    await eventually('topic is listed', async () => (await admin.listTopics()).includes(topic))
  })
  await check('create-existing-topic-is-refused', async () =>
    equal(await createTopic(topic), false, 'created again'))
  await check('invalid-topic-name-is-refused', () => refused('INVALID_TOPIC_EXCEPTION', () => createTopic(`${id} no spaces`)))
  await check('unknown-config-is-refused', () =>
    refused('INVALID_CONFIG', () => createTopic(`${id}-cfg`, 1, { 'no.such.key': '1' })))
  await check('zero-partitions-are-refused', () => refused('INVALID_PARTITIONS', () => createTopic(`${id}-zero`, 0)))
  await check('describe-topic', async () => {
    const partitions = await describe(topic)
    equal(partitions.map(p => p.partitionId).sort(), [0, 1, 2], 'partitions')
    for (const p of partitions) must(p.replicas.includes(p.leader) && p.isr.includes(p.leader), show(p))
  })
  await check('describe-cluster', async () => {
    const c = await admin.describeCluster()
    must(c.clusterId.length > 5, `cluster id ${c.clusterId}`)
    must(c.brokers.some(b => b.nodeId === c.controller && b.host && b.port > 0), show(c))
  })
  await check('describe-configs', async () => {
    const configs = await topicConfigs(topic)
    equal(configs['retention.ms'], '86400000', 'retention.ms')
    equal(configs['cleanup.policy'], 'delete', 'cleanup.policy')
  })
  await check('alter-configs', async () => {
    await alter(topic, '172800000')
    await eventually('the new value', async () => (await topicConfigs(topic))['retention.ms'] === '172800000')
  })
  await check('alter-to-a-wrong-value-is-refused', () => refused('INVALID_CONFIG', () => alter(topic, 'soon')))
  await check('create-partitions', () => fresh('grow', {}, async name => {
    const grow = count => admin.createPartitions({ topicPartitions: [{ topic: name, count }], timeout: 15000 })
    await grow(4)
    await eventually('four partitions', async () => (await describe(name)).length === 4)
    await refused('INVALID_PARTITIONS', () => grow(2))
  }))

  const roundTrip = (name, how) => check(name, () => fresh(name, {}, async t => {
    const want = sample(how.codec)
    const answer = await produce(t, want, how)
    if (how.acks !== 0) equal(answer[0].baseOffset, '0', 'base offset in the acknowledgement')
    await eventually('all records are there', async () => (await endOffset(t, 0)) === want.length)
    same(await consume(t, 0, 0, want.length), want, 0, how.codec)
    same(await consume(t, 0, 100, want.length - 100), want.slice(100), 100, `${how.codec} from the middle`)
  }))
  for (const codec of CODECS) await roundTrip(`round-trip-${codec}`, { codec })
  await roundTrip('round-trip-acks-1', { codec: 'none', acks: 1 })
  await roundTrip('round-trip-acks-0', { codec: 'none', acks: 0 })
  for (const codec of CODECS) await roundTrip(`round-trip-idempotent-${codec}`, { codec, idempotent: true })

  await check('explicit-partitions', async () => {
    const want = []
    for (let i = 0; i < 20; i++) {
      for (const p of [2, 0, 1]) want.push({ partition: p, key: buffer(`p${p}`), value: buffer(`${p}-${i}`) })
    }
    await produce(topic, want)
    for (const p of [0, 1, 2]) {
      same(await consume(topic, p, 0, 20), want.filter(r => r.partition === p), 0, `partition ${p}`)
      equal(await startOffset(topic, p), 0, 'start offset')
      equal(await endOffset(topic, p), 20, 'end offset')
    }
  })
  await check('large-messages', () => fresh('large', {}, async t => {
    const want = [0, 1, 2, 3].map(i => ({ key: buffer(`big${i}`), value: randomBytes(900 * 1024) }))
    for (const r of want) await produce(t, [r]) // the client makes one batch of one call
    same(await consume(t, 0, 0, 4), want, 0, '900 KiB')
  }))
  await check('message-too-large-is-refused', () => fresh('small', { 'max.message.bytes': '1000' }, async t => {
    await refused('MESSAGE_TOO_LARGE', () => produce(t, [{ key: null, value: randomBytes(5000) }]))
    await produce(t, [{ key: null, value: buffer('fits') }])
    equal(await endOffset(t, 0), 1, 'end offset after one refused and one taken')
  }))
  await check('seek-by-timestamp', () => fresh('time', {}, async t => {
    const base = Date.now() - 3600000
    const want = numbered(100).map((r, i) => ({ ...r, timestamp: base + 1000 * i }))
    await produce(t, want.slice(0, 50))
    await produce(t, want.slice(50), { codec: 'zstd' })
    // Where no record is late enough the client answers the end.
    for (const [ms, offset] of [[0, 0], [1, 1], [49000, 49], [60500, 61], [-5, 0], [99001, 100]]) {
      const found = await admin.fetchTopicOffsetsByTimestamp(t, base + ms)
      equal(Number(found[0].offset), offset, `first offset at base+${ms} ms`)
    }
    same(await consume(t, 0, 61, 1), want.slice(61, 62), 61, 'record found by time')
  }))
  await check('log-append-time', () => fresh('append-time', { 'message.timestamp.type': 'LogAppendTime' }, async t => {
    const before = Date.now()
    const answer = await produce(t, [{ key: null, value: buffer('v'), timestamp: before - 7200000 }])
    const stamp = Number(answer[0].logAppendTime)
    must(stamp >= before - 50 && stamp <= Date.now() + 50, `append time ${stamp}, appended at ${before}`)
  }))
  await check('long-poll', () => fresh('poll', {}, async t => {
    await produce(t, [{ key: null, value: buffer('before') }])
    await withBroker(t, 0, async broker => {
      const waiting = fetch(broker, t, 0, 1, 10000).then(got => ({ got, came: Date.now() }))
      await sleep(1500)
      await produce(t, [{ key: null, value: buffer('awaited') }])
      const sent = Date.now()
      const { got, came } = await waiting
      equal(bytes(got[0].value), 'awaited', 'value')
      must(came - sent < 300, `the record came ${came - sent} ms after its acknowledgement`)
    })
  }))
  await check('offset-out-of-range-resets', () => fresh('range', {}, async t => {
    await produce(t, numbered(10))
    await refused('OFFSET_OUT_OF_RANGE', () => consume(t, 0, 5000, 1))
    equal((await consume(t, 0, await startOffset(t, 0), 1))[0].offset, 0, 'first offset after the reset')
  }))
  await check('delete-records', () => fresh('trim', {}, async t => {
    await produce(t, numbered(30))
    const own = kafka.admin() // an older one does not know the new topic's leader and does not ask
    await own.connect()
    await own.fetchTopicOffsets(t)
    await own.deleteTopicRecords({ topic: t, partitions: [{ partition: 0, offset: '12' }] })
    await own.disconnect()
    equal(await startOffset(t, 0), 12, 'start offset')
    equal(await endOffset(t, 0), 30, 'end offset')
    equal((await consume(t, 0, 12, 18))[0].offset, 12, 'first record left')
    await refused('OFFSET_OUT_OF_RANGE', () => consume(t, 0, 3, 1))
  }))
  await check('describe-unknown-topic', () => refused('UNKNOWN_TOPIC_OR_PARTITION', () => describe(`${id}-unknown`)))
  await check('delete-unknown-topic-is-refused', () =>
    refused('UNKNOWN_TOPIC_OR_PARTITION', () => deleteTopic(`${id}-nowhere`)))
  await check('produce-creates-the-topic', async () => {
    const want = [{ key: buffer('k'), value: buffer('first') }]
    await produce(`${id}-auto`, want)
    same(await consume(`${id}-auto`, 0, 0, 1), want, 0, 'auto-created')
    await deleteTopic(`${id}-auto`)
  })
  await check('delete-topic-and-create-it-again', async () => {
    await deleteTopic(topic)
    await eventually('topic is gone', async () => !(await admin.listTopics()).includes(topic))
    await createTopic(topic)
    await eventually('it is there and empty', async () => (await endOffset(topic, 0)) === 0)
    await deleteTopic(topic)
  })
  await admin.disconnect()
  process.exit(failed ? 1 : 0)
}

main().catch(e => {
  say(`FAIL ${e.name}: ${e.message}`)
  process.exit(1)
})
