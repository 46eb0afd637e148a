import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The Java client: the one Kafka is defined by; newest versions, topic ids, fetch sessions, idempotent by default.
 * The checks are those of ../python/scenario.py, which gives their reasons, and a few that only this client can make.
 */
public class JavaClient {
    static final String BOOTSTRAP = Optional.ofNullable(System.getenv("BOOTSTRAP")).orElse("127.0.0.1:9092");
    static final List<String> CODECS = List.of("none", "gzip", "snappy", "lz4", "zstd");
    static final String ID = "java-" + ProcessHandle.current().pid() + "-" + UUID.randomUUID().toString().substring(0, 8);
    static Admin admin;
    static boolean failed;

    interface Body { void run() throws Exception; }

    record Rec(int partition, byte[] key, byte[] value, List<Header> headers, Long timestamp) {
        Rec(byte[] key, byte[] value) { this(0, key, value, List.of(), null); }
    }

    static class Failure extends RuntimeException {
        Failure(String why) { super(why); }
    }

    static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    static void check(String name, Body body) {
        try {
            body.run();
            say("ok " + name);
        } catch (Throwable e) {
            failed = true;
            String why = e instanceof Failure ? e.getMessage() : e.toString();
            say("FAIL " + name + " " + why.replaceAll("\\s+", " "));
            if (System.getenv("TRACE") != null) e.printStackTrace();
        }
    }

    static void must(boolean condition, String why) {
        if (!condition) throw new Failure(why);
    }

    static void equal(Object got, Object want, String what) {
        must(java.util.Objects.equals(got, want), what + ": got " + got + ", want " + want);
    }

    static void equalBytes(byte[] got, byte[] want, String what) {
        must(Arrays.equals(got, want), what + ": got " + show(got) + ", want " + show(want));
    }

    static String show(byte[] b) {
        if (b == null) return "null";
        String s = new String(b, StandardCharsets.UTF_8);
        return "'" + (s.length() > 60 ? s.substring(0, 60) + "…" : s) + "'";
    }

    static void eventually(String what, Callable<Boolean> probe) throws Exception {
        for (long end = System.nanoTime() + 10_000_000_000L; !probe.call(); Thread.sleep(100))
            must(System.nanoTime() < end, what + ": not within 10 s");
    }

    static <T> T get(Future<T> future) throws Exception {
        return future.get(20, TimeUnit.SECONDS);
    }

    static void refused(Errors want, Body body) throws Exception {
        try {
            body.run();
        } catch (Exception e) {
            Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
            must(Errors.forException(cause) == want, "error " + cause + ", want " + want);
            return;
        }
        throw new Failure("no error, want " + want);
    }

    static byte[] b(String s) { return s.getBytes(StandardCharsets.UTF_8); }

    // --- admin ---------------------------------------------------------------------------------------------------
    static void createTopic(String name, int partitions, Map<String, String> configs) throws Exception {
        get(admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1).configs(configs))).all());
    }

    static void deleteTopic(String name) throws Exception { get(admin.deleteTopics(List.of(name)).all()); }

    static Set<String> topics() throws Exception { return get(admin.listTopics().names()); }

    static TopicDescription describe(String name) throws Exception {
        return get(admin.describeTopics(List.of(name)).allTopicNames()).get(name);
    }

    static Config configs(ConfigResource resource) throws Exception {
        return get(admin.describeConfigs(List.of(resource)).all()).get(resource);
    }

    static ConfigResource topicResource(String name) { return new ConfigResource(ConfigResource.Type.TOPIC, name); }

    static void alter(ConfigResource resource, AlterConfigOp.OpType how, String key, String value) throws Exception {
        Collection<AlterConfigOp> ops = List.of(new AlterConfigOp(new ConfigEntry(key, value), how));
        get(admin.incrementalAlterConfigs(Map.of(resource, ops)).all());
    }

    static ListOffsetsResultInfo list(String topic, int partition, OffsetSpec spec) throws Exception {
        TopicPartition tp = new TopicPartition(topic, partition);
        return get(admin.listOffsets(Map.of(tp, spec)).partitionResult(tp));
    }

    static long end(String topic, int partition) throws Exception { return list(topic, partition, OffsetSpec.latest()).offset(); }

    static long start(String topic, int partition) throws Exception { return list(topic, partition, OffsetSpec.earliest()).offset(); }

    // --- data ----------------------------------------------------------------------------------------------------
    static Properties base() {
        Properties p = new Properties();
        p.put("bootstrap.servers", BOOTSTRAP);
        p.put("request.timeout.ms", "15000");
        p.put("default.api.timeout.ms", "20000");
        return p;
    }

    static List<RecordMetadata> produce(String topic, List<Rec> records, String codec, String acks, boolean idempotent)
            throws Exception {
        Properties p = base();
        p.put("acks", acks);
        p.put("compression.type", codec);
        p.put("enable.idempotence", Boolean.toString(idempotent));
        p.put("linger.ms", "20");
        p.put("max.block.ms", "15000");
        p.put("delivery.timeout.ms", "20000");
        p.put("max.request.size", "3000000");
        try (var producer = new KafkaProducer<>(p, new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (Rec r : records)
                sent.add(producer.send(new ProducerRecord<>(topic, r.partition, r.timestamp, r.key, r.value, r.headers)));
            producer.flush();
            List<RecordMetadata> done = new ArrayList<>();
            for (var f : sent) done.add(get(f));
            return done;
        }
    }

    static List<RecordMetadata> produce(String topic, List<Rec> records) throws Exception {
        return produce(topic, records, "none", "all", true);
    }

    static KafkaConsumer<byte[], byte[]> consumer(String reset, int waitMs) {
        Properties p = base();
        p.put("auto.offset.reset", reset);
        p.put("enable.auto.commit", "false");
        p.put("fetch.max.wait.ms", "" + waitMs);
        p.put("allow.auto.create.topics", "false");
        return new KafkaConsumer<>(p, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    static List<ConsumerRecord<byte[], byte[]>> consume(String topic, int partition, long from, int count, String reset) {
        TopicPartition tp = new TopicPartition(topic, partition);
        try (var consumer = consumer(reset, 200)) { // close() waits for the fetch in flight
            consumer.assign(List.of(tp));
            if (from < 0) consumer.seekToBeginning(List.of(tp)); else consumer.seek(tp, from);
            List<ConsumerRecord<byte[], byte[]>> got = new ArrayList<>();
            for (long end = System.nanoTime() + 20_000_000_000L; got.size() < count && System.nanoTime() < end; )
                consumer.poll(Duration.ofSeconds(1)).records(tp).forEach(got::add);
            return got.size() > count ? got.subList(0, count) : got;
        }
    }

    static void same(List<ConsumerRecord<byte[], byte[]>> got, List<Rec> want, long first, String what) {
        equal(got.size(), want.size(), what + ": records");
        for (int i = 0; i < want.size(); i++) {
            var g = got.get(i);
            Rec w = want.get(i);
            String at = what + ": record " + i;
            equal(g.offset(), first + i, at + " offset");
            equalBytes(g.key(), w.key, at + " key");
            equalBytes(g.value(), w.value, at + " value");
            Header[] headers = g.headers().toArray();
            equal(headers.length, w.headers.size(), at + " headers");
            for (int h = 0; h < headers.length; h++) {
                equal(headers[h].key(), w.headers.get(h).key(), at + " header key");
                equalBytes(headers[h].value(), w.headers.get(h).value(), at + " header value");
            }
            if (w.timestamp != null) equal(g.timestamp(), w.timestamp, at + " timestamp");
        }
    }

    static List<Rec> sample(String salt) {
        byte[] every = new byte[256];
        for (int i = 0; i < 256; i++) every[i] = (byte) i;
        List<Header> headers = List.of(
            new RecordHeader("a", b("1")), new RecordHeader("a", b("2")), new RecordHeader("empty", b("")),
            new RecordHeader("null", (byte[]) null), new RecordHeader("ž", b("ů")));
        List<Rec> shapes = new ArrayList<>(List.of(
            new Rec(null, b("plain")), new Rec(b(""), b("")), new Rec(b("deleted"), null),
            new Rec(b("klíč 🔑"), b("žluťoučký kůň 🦀 日本語")), new Rec(0, b("h"), b("headers"), headers, null),
            new Rec(every, every)));
        String line = (salt + " a line that compresses well, over and over. ").repeat(4);
        for (int i = 0; i < 194; i++) shapes.add(new Rec(b("k" + i), b(line + i)));
        return timed(shapes, 1);
    }

    static List<Rec> timed(List<Rec> records, long step) {
        long base = System.currentTimeMillis() - 3_600_000;
        List<Rec> out = new ArrayList<>();
        for (Rec r : records) out.add(new Rec(r.partition, r.key, r.value, r.headers, base + step * out.size()));
        return out;
    }

    static List<Rec> numbered(int n) {
        List<Rec> out = new ArrayList<>();
        for (int i = 0; i < n; i++) out.add(new Rec(null, b("" + i)));
        return out;
    }

    interface OnTopic { void run(String topic) throws Exception; }

    static void fresh(String suffix, Map<String, String> configs, OnTopic body) throws Exception {
        String name = ID + "-" + suffix;
        createTopic(name, 1, configs);
        // In the original a partition's log may come a moment after CreateTopics has answered, and an idempotent
        // producer whose first batch is refused then can try forever. kt answers when the log is there.
        if (System.getenv("TOPICS_READY_AT_ONCE") == null)
            eventually("the log is there", () -> {
                try { return end(name, 0) == 0; } catch (ExecutionException e) { return false; }
            });
        body.run(name);
        deleteTopic(name);
    }

    static void roundTrip(String name, String codec, String acks, boolean idempotent) {
        check(name, () -> fresh(name, Map.of(), t -> {
            List<Rec> want = sample(codec);
            var done = produce(t, want, codec, acks, idempotent);
            if (!acks.equals("0"))
                for (int i = 0; i < done.size(); i++) equal(done.get(i).offset(), (long) i, "offset in the acknowledgement");
            eventually("all records are there", () -> end(t, 0) == want.size());
            same(consume(t, 0, -1, want.size(), "none"), want, 0, codec);
            same(consume(t, 0, 100, want.size() - 100, "none"), want.subList(100, want.size()), 100, codec + " from the middle");
        }));
    }

    public static void main(String[] args) throws Exception {
        String limit = Optional.ofNullable(System.getenv("TIME_LIMIT_S")).orElse("150");
        Thread watch = new Thread(() -> {
            try { Thread.sleep((long) (Double.parseDouble(limit) * 1000)); } catch (InterruptedException e) { return; }
            say("FAIL time-limit not finished after " + limit + " s");
            Runtime.getRuntime().halt(1);
        });
        watch.setDaemon(true);
        watch.start();
        admin = Admin.create(base());
        run();
        admin.close(Duration.ofSeconds(5));
        System.exit(failed ? 1 : 0);
    }

    static void run() throws Exception {
        String topic = ID + "-main";
        check("create-topic", () -> {
            createTopic(topic, 3, Map.of("retention.ms", "86400000", "max.message.bytes", "2000000"));
            eventually("topic is listed", () -> topics().contains(topic));
        });
        check("create-topic-validate-only", () -> {
            var options = new org.apache.kafka.clients.admin.CreateTopicsOptions().validateOnly(true);
            var answer = admin.createTopics(List.of(new NewTopic(ID + "-dry", 5, (short) 1)), options);
            equal(get(answer.numPartitions(ID + "-dry")), 5, "partitions it would have");
            Thread.sleep(200);
            must(!topics().contains(ID + "-dry"), "the topic was created");
        });
        check("create-topic-with-defaults-and-assignments", () -> {
            int node = get(admin.describeCluster().nodes()).iterator().next().id();
            get(admin.createTopics(List.of(
                new NewTopic(ID + "-def", Optional.empty(), Optional.empty()),
                new NewTopic(ID + "-asg", Map.of(0, List.of(node), 1, List.of(node))))).all());
            eventually("both are there", () -> topics().containsAll(Set.of(ID + "-def", ID + "-asg")));
            equal(describe(ID + "-asg").partitions().size(), 2, "partitions of the assigned one");
            refused(Errors.INVALID_REPLICATION_FACTOR, () ->
                get(admin.createTopics(List.of(new NewTopic(ID + "-rf", 1, (short) 9))).all()));
            refused(Errors.INVALID_REPLICA_ASSIGNMENT, () ->
                get(admin.createTopics(List.of(new NewTopic(ID + "-ra", Map.of(1, List.of(node))))).all()));
            get(admin.deleteTopics(List.of(ID + "-def", ID + "-asg")).all());
        });
        check("create-existing-topic-is-refused", () -> refused(Errors.TOPIC_ALREADY_EXISTS, () -> createTopic(topic, 1, Map.of())));
        check("invalid-topic-name-is-refused", () ->
            refused(Errors.INVALID_TOPIC_EXCEPTION, () -> createTopic(ID + " no spaces", 1, Map.of())));
        check("unknown-config-is-refused", () ->
            refused(Errors.INVALID_CONFIG, () -> createTopic(ID + "-cfg", 1, Map.of("no.such.key", "1"))));
        check("zero-partitions-are-refused", () -> refused(Errors.INVALID_PARTITIONS, () -> createTopic(ID + "-zero", 0, Map.of())));
        check("describe-topic", () -> {
            TopicDescription d = describe(topic);
            equal(d.partitions().size(), 3, "partitions");
            for (var p : d.partitions()) must(p.replicas().contains(p.leader()) && p.isr().contains(p.leader()), p.toString());
            equal(get(admin.describeTopics(org.apache.kafka.common.TopicCollection.ofTopicIds(List.of(d.topicId()))).allTopicIds())
                .get(d.topicId()).name(), topic, "name by id");
        });
        check("describe-cluster", () -> {
            var d = admin.describeCluster();
            must(get(d.clusterId()).length() > 5, "cluster id");
            must(get(d.nodes()).contains(get(d.controller())), "controller " + get(d.controller()));
            must(get(admin.describeFeatures().featureMetadata()).finalizedFeatures().containsKey("metadata.version"),
                "metadata.version is not finalized");
        });
        check("describe-configs", () -> {
            Config c = configs(topicResource(topic));
            equal(c.get("retention.ms").value(), "86400000", "retention.ms");
            equal(c.get("retention.ms").source(), ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG, "its source");
            equal(c.get("cleanup.policy").value(), "delete", "cleanup.policy");
            equal(c.get("cleanup.policy").type(), ConfigEntry.ConfigType.LIST, "its type");
            equal(c.get("segment.bytes").source(), ConfigEntry.ConfigSource.DEFAULT_CONFIG, "source of segment.bytes");
            String node = "" + get(admin.describeCluster().controller()).id();
            must(configs(new ConfigResource(ConfigResource.Type.BROKER, node)).get("log.retention.hours") != null,
                "the broker has no log.retention.hours");
            refused(Errors.UNKNOWN_TOPIC_OR_PARTITION, () -> configs(topicResource(ID + "-nowhere")));
        });
        check("alter-configs", () -> {
            alter(topicResource(topic), AlterConfigOp.OpType.SET, "retention.ms", "172800000");
            alter(topicResource(topic), AlterConfigOp.OpType.APPEND, "cleanup.policy", "compact");
            eventually("the new values are described", () -> configs(topicResource(topic)).get("retention.ms").value().equals("172800000")
                && configs(topicResource(topic)).get("cleanup.policy").value().equals("delete,compact"));
            alter(topicResource(topic), AlterConfigOp.OpType.SUBTRACT, "cleanup.policy", "compact");
            alter(topicResource(topic), AlterConfigOp.OpType.DELETE, "retention.ms", null);
            eventually("the default is back", () -> configs(topicResource(topic)).get("retention.ms").value().equals("604800000")
                && configs(topicResource(topic)).get("cleanup.policy").value().equals("delete"));
        });
        check("alter-to-a-wrong-value-is-refused", () -> {
            refused(Errors.INVALID_CONFIG, () -> alter(topicResource(topic), AlterConfigOp.OpType.SET, "retention.ms", "soon"));
            refused(Errors.UNKNOWN_TOPIC_OR_PARTITION, () ->
                alter(topicResource(ID + "-nowhere"), AlterConfigOp.OpType.SET, "retention.ms", "1"));
        });
        check("create-partitions", () -> fresh("grow", Map.of(), t -> {
            get(admin.createPartitions(Map.of(t, NewPartitions.increaseTo(4))).all());
            eventually("four partitions", () -> describe(t).partitions().size() == 4);
            refused(Errors.INVALID_PARTITIONS, () -> get(admin.createPartitions(Map.of(t, NewPartitions.increaseTo(2))).all()));
        }));

        for (String codec : CODECS) roundTrip("round-trip-" + codec, codec, "all", false);
        roundTrip("round-trip-acks-1", "none", "1", false);
        roundTrip("round-trip-acks-0", "none", "0", false);
        for (String codec : CODECS) roundTrip("round-trip-idempotent-" + codec, codec, "all", true);
        check("explicit-partitions", () -> {
            List<Rec> want = new ArrayList<>();
            for (int i = 0; i < 20; i++)
                for (int p : new int[] {2, 0, 1}) want.add(new Rec(p, b("p" + p), b(p + "-" + i), List.of(), null));
            produce(topic, want);
            for (int part = 0; part < 3; part++) {
                int p = part;
                same(consume(topic, p, -1, 20, "none"), want.stream().filter(r -> r.partition == p).toList(), 0, "partition " + p);
                equal(start(topic, p), 0L, "start offset");
                equal(end(topic, p), 20L, "end offset");
            }
        });
        check("large-messages", () -> fresh("large", Map.of(), t -> {
            Random random = new Random(7);
            List<Rec> want = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                byte[] big = new byte[900 * 1024];
                random.nextBytes(big);
                want.add(new Rec(b("big" + i), big));
            }
            produce(t, want);
            same(consume(t, 0, -1, 4, "none"), want, 0, "900 KiB");
        }));
        check("message-too-large-is-refused", () -> fresh("small", Map.of("max.message.bytes", "1000"), t -> {
            byte[] big = new byte[5000];
            new Random().nextBytes(big);
            refused(Errors.MESSAGE_TOO_LARGE, () -> produce(t, List.of(new Rec(b("k"), big))));
            produce(t, List.of(new Rec(b("k"), b("fits"))));
            equal(end(t, 0), 1L, "end offset after one refused and one taken");
        }));
        check("large-batches-are-split", () -> fresh("split", Map.of("max.message.bytes", "4000"), t -> {
            List<Rec> want = new ArrayList<>();
            Random random = new Random(3);
            for (int i = 0; i < 30; i++) {
                byte[] v = new byte[700];
                random.nextBytes(v);
                want.add(new Rec(b("k" + i), v));
            }
            produce(t, want); // one batch of 21 KB: refused, split by the client, sent again
            same(consume(t, 0, -1, 30, "none"), want, 0, "split");
        }));
        check("seek-by-timestamp", () -> fresh("time", Map.of(), t -> {
            List<Rec> want = timed(numbered(100), 1000);
            produce(t, want.subList(0, 50));
            produce(t, want.subList(50, 100), "zstd", "all", true);
            long base = want.get(0).timestamp;
            TopicPartition tp = new TopicPartition(t, 0);
            try (var consumer = consumer("none", 200)) {
                for (long[] q : new long[][] {{0, 0}, {1, 1}, {49_000, 49}, {60_500, 61}, {-5, 0}, {99_001, -1}}) {
                    OffsetAndTimestamp found = consumer.offsetsForTimes(Map.of(tp, base + q[0])).get(tp);
                    equal(found == null ? -1L : found.offset(), q[1], "first offset at base+" + q[0] + " ms");
                    if (found != null) equal(found.timestamp(), base + 1000 * q[1], "its timestamp");
                }
            }
            equal(list(t, 0, OffsetSpec.maxTimestamp()).offset(), 99L, "offset of the largest timestamp");
            same(consume(t, 0, 61, 1, "none"), want.subList(61, 62), 61, "record found by time");
        }));
        check("log-append-time", () -> fresh("append-time", Map.of("message.timestamp.type", "LogAppendTime"), t -> {
            long before = System.currentTimeMillis();
            produce(t, List.of(new Rec(0, b("k"), b("v"), List.of(), before - 7_200_000)));
            long stamp = consume(t, 0, -1, 1, "none").get(0).timestamp();
            must(stamp >= before - 50 && stamp <= System.currentTimeMillis() + 50, "append time " + stamp + ", appended at " + before);
        }));
        check("long-poll", () -> fresh("poll", Map.of(), t -> {
            produce(t, List.of(new Rec(null, b("before"))));
            TopicPartition tp = new TopicPartition(t, 0);
            try (var consumer = consumer("none", 10_000)) {
                consumer.assign(List.of(tp));
                consumer.seekToEnd(List.of(tp));
                equal(consumer.position(tp), 1L, "end");
                CompletableFuture<Long> sent = new CompletableFuture<>();
                new Thread(() -> {
                    try {
                        Thread.sleep(1500);
                        produce(t, List.of(new Rec(b("k"), b("awaited"))));
                        sent.complete(System.nanoTime());
                    } catch (Exception e) { sent.completeExceptionally(e); }
                }).start();
                var got = consumer.poll(Duration.ofSeconds(10)).records(tp);
                long came = System.nanoTime();
                equalBytes(got.get(0).value(), b("awaited"), "value");
                long late = (came - get(sent)) / 1_000_000;
                must(late < 300, "the record came " + late + " ms after its acknowledgement");
            }
        }));
        check("offset-out-of-range-resets", () -> fresh("range", Map.of(), t -> {
            produce(t, numbered(10));
            equal(consume(t, 0, 5000, 1, "earliest").get(0).offset(), 0L, "first offset after the reset");
            refused(Errors.OFFSET_OUT_OF_RANGE, () -> {
                try { consume(t, 0, 5000, 1, "none"); }
                catch (org.apache.kafka.clients.consumer.OffsetOutOfRangeException e) { throw Errors.OFFSET_OUT_OF_RANGE.exception(); }
            });
        }));
        check("delete-records", () -> fresh("trim", Map.of(), t -> {
            produce(t, numbered(30));
            TopicPartition tp = new TopicPartition(t, 0);
            var low = get(admin.deleteRecords(Map.of(tp, RecordsToDelete.beforeOffset(12))).lowWatermarks().get(tp));
            equal(low.lowWatermark(), 12L, "low watermark");
            equal(start(t, 0), 12L, "start offset");
            equal(end(t, 0), 30L, "end offset");
            equal(consume(t, 0, -1, 18, "none").get(0).offset(), 12L, "first record left");
            refused(Errors.OFFSET_OUT_OF_RANGE, () -> get(admin.deleteRecords(Map.of(tp, RecordsToDelete.beforeOffset(5000))).all()));
        }));
        check("many-partitions-in-one-session", () -> {
            String many = ID + "-many";
            createTopic(many, 40, Map.of());
            List<TopicPartition> tps = new ArrayList<>();
            List<Rec> want = new ArrayList<>();
            for (int p = 0; p < 40; p++) {
                tps.add(new TopicPartition(many, p));
                for (int i = 0; i < 5; i++) want.add(new Rec(p, null, b(p + ":" + i), List.of(), null));
            }
            try (var consumer = consumer("none", 200)) {
                consumer.assign(tps);
                consumer.seekToBeginning(tps);
                for (int round = 1; round <= 3; round++) {
                    produce(many, want);
                    int count = 0;
                    for (long end = System.nanoTime() + 10_000_000_000L; count < want.size() && System.nanoTime() < end; )
                        count += consumer.poll(Duration.ofMillis(500)).count();
                    equal(count, want.size(), "records of round " + round);
                }
            }
            deleteTopic(many);
        });
        check("describe-log-dirs-and-producers", () -> fresh("dirs", Map.of(), t -> {
            produce(t, numbered(10));
            int node = get(admin.describeCluster().controller()).id();
            var dirs = get(admin.describeLogDirs(List.of(node)).allDescriptions()).get(node);
            TopicPartition tp = new TopicPartition(t, 0);
            must(dirs.values().stream().anyMatch(d -> d.replicaInfos().containsKey(tp) && d.replicaInfos().get(tp).size() > 0),
                "no log dir has the partition");
            var producers = get(admin.describeProducers(List.of(tp)).partitionResult(tp)).activeProducers();
            equal(producers.size(), 1, "active producers");
            equal(producers.get(0).lastSequence(), 9, "last sequence");
        }));
        check("describe-unknown-topic", () -> refused(Errors.UNKNOWN_TOPIC_OR_PARTITION, () -> describe(ID + "-unknown")));
        check("delete-unknown-topic-is-refused", () ->
            refused(Errors.UNKNOWN_TOPIC_OR_PARTITION, () -> deleteTopic(ID + "-nowhere")));
        check("produce-creates-the-topic", () -> {
            List<Rec> want = List.of(new Rec(b("k"), b("first")));
            produce(ID + "-auto", want);
            same(consume(ID + "-auto", 0, -1, 1, "none"), want, 0, "auto-created");
            deleteTopic(ID + "-auto");
        });
        check("delete-topic-and-create-it-again", () -> {
            var old = describe(topic).topicId();
            deleteTopic(topic);
            eventually("topic is gone", () -> !topics().contains(topic));
            createTopic(topic, 1, Map.of());
            eventually("topic is back", () -> topics().contains(topic));
            must(!describe(topic).topicId().equals(old), "the new topic has the old one's id");
            equal(end(topic, 0), 0L, "end offset");
            deleteTopic(topic);
        });
    }
}
