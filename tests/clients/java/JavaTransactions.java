import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FeatureUpdate;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.UpdateFeaturesOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Transactions of the Java client, in the protocol of Kafka 4 (KIP-890) and, with transaction.version taken down to 0, in
 * the one before: the client chooses by what the broker has finalized.
 */
public class JavaTransactions {
    static final String BOOTSTRAP = Optional.ofNullable(System.getenv("BOOTSTRAP")).orElse("127.0.0.1:9092");
    static final Duration POLL = Duration.ofMillis(300);
    static final long PATIENCE_MS = 30_000;
    static boolean failed;

    interface Body { void run() throws Exception; }

    static void check(String name, Body body) {
        try {
            body.run();
            System.out.println("ok " + name);
        } catch (Throwable e) {
            failed = true;
            System.out.println("FAIL " + name + " " + e);
            if (System.getenv("TRACE") != null) e.printStackTrace();
        }
    }

    static void same(Object got, Object wanted, String what) {
        if (!got.equals(wanted)) throw new IllegalStateException(what + ": " + got + ", not " + wanted);
    }

    static KafkaProducer<String, String> producer(String id, int timeoutMs) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", BOOTSTRAP);
        settings.put("transactional.id", id);
        settings.put("transaction.timeout.ms", timeoutMs);
        settings.put("key.serializer", StringSerializer.class.getName());
        settings.put("value.serializer", StringSerializer.class.getName());
        KafkaProducer<String, String> producer = new KafkaProducer<>(settings);
        producer.initTransactions();
        return producer;
    }

    static KafkaConsumer<String, String> consumer(String group) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", BOOTSTRAP);
        settings.put("group.id", group);
        settings.put("isolation.level", "read_committed");
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", "false");
        settings.put("key.deserializer", StringDeserializer.class.getName());
        settings.put("value.deserializer", StringDeserializer.class.getName());
        return new KafkaConsumer<>(settings);
    }

    /** All that is committed in both partitions, partition by partition in order. */
    static List<String> committed(String topic) {
        try (KafkaConsumer<String, String> consumer = consumer("reader-" + UUID.randomUUID())) {
            List<TopicPartition> partitions = List.of(new TopicPartition(topic, 0), new TopicPartition(topic, 1));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<List<String>> values = List.of(new ArrayList<>(), new ArrayList<>());
            long until = System.currentTimeMillis() + PATIENCE_MS;
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                if (System.currentTimeMillis() > until) throw new IllegalStateException("the end was not reached");
                for (ConsumerRecord<String, String> r : consumer.poll(POLL)) values.get(r.partition()).add(r.value());
            }
            List<String> all = new ArrayList<>(values.get(0));
            all.addAll(values.get(1));
            return all;
        }
    }

    static void run(String suffix) throws Exception {
        String in = "txn-in-" + suffix, out = "txn-out-" + suffix;
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", BOOTSTRAP))) {
            short one = 1;
            admin.createTopics(List.of(new NewTopic(in, 2, one), new NewTopic(out, 2, one))).all().get();
        }
        check("commits_are_read_and_aborts_are_not_" + suffix, () -> {
            try (KafkaProducer<String, String> p = producer("writer-" + suffix, 60_000)) {
                for (int i = 0; i < 20; i++) {
                    p.beginTransaction();
                    for (int k = 0; k < 50; k++) p.send(new ProducerRecord<>(in, k % 2, null, i + ":" + k));
                    if (i % 5 == 4) p.abortTransaction(); else p.commitTransaction();
                }
            }
            List<String> seen = committed(in);
            same(seen.size(), 16 * 50, "records");
            same(seen.stream().anyMatch(v -> v.startsWith("4:")), false, "an aborted record was read");
        });
        check("consume_transform_produce_loses_and_doubles_nothing_" + suffix, () -> {
            int moved = 0, round = 0;
            long until = System.currentTimeMillis() + PATIENCE_MS;
            try (KafkaConsumer<String, String> c = consumer("mover-" + suffix);
                    KafkaProducer<String, String> p = producer("mover-" + suffix, 60_000)) {
                c.subscribe(List.of(in));
                while (moved < 800 && System.currentTimeMillis() < until) {
                    ConsumerRecords<String, String> records = c.poll(POLL);
                    if (records.isEmpty()) continue;
                    p.beginTransaction();
                    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
                    for (ConsumerRecord<String, String> r : records) {
                        p.send(new ProducerRecord<>(out, r.partition(), null, r.value()));
                        offsets.put(new TopicPartition(in, r.partition()), new OffsetAndMetadata(r.offset() + 1));
                    }
                    p.sendOffsetsToTransaction(offsets, c.groupMetadata());
                    if (round++ % 3 > 0) {
                        p.commitTransaction();
                        moved += records.count();
                        continue;
                    }
                    p.abortTransaction();
                    for (TopicPartition t : c.assignment()) {
                        OffsetAndMetadata at = c.committed(Set.of(t)).get(t);
                        c.seek(t, at == null ? 0 : at.offset());
                    }
                }
            }
            same(committed(out), committed(in), "what came out");
        });
        check("a_producer_that_was_replaced_is_fenced_" + suffix, () -> {
            KafkaProducer<String, String> old = producer("zombie-" + suffix, 60_000);
            old.beginTransaction();
            old.send(new ProducerRecord<>(out, 0, null, "zombie")).get();
            try (KafkaProducer<String, String> young = producer("zombie-" + suffix, 60_000)) {
                try {
                    old.commitTransaction();
                    throw new IllegalStateException("the old producer committed");
                } catch (ProducerFencedException expected) {
                    young.beginTransaction();
                    young.send(new ProducerRecord<>(out, 0, null, "young"));
                    young.commitTransaction();
                }
            } finally {
                old.close(Duration.ZERO);
            }
            Set<String> seen = new HashSet<>(committed(out));
            same(seen.contains("young") && !seen.contains("zombie"), true, "only the young one's record is read");
        });
        check("a_transaction_out_of_time_is_aborted_" + suffix, () -> {
            KafkaProducer<String, String> slow = producer("slow-" + suffix, 300);
            slow.beginTransaction();
            slow.send(new ProducerRecord<>(out, 0, null, "slow")).get();
            long until = System.currentTimeMillis() + PATIENCE_MS;
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", BOOTSTRAP))) {
                String state = "";
                while (!state.equals("CompleteAbort") && System.currentTimeMillis() < until) {
                    Thread.sleep(100);
                    String id = "slow-" + suffix;
                    state = admin.describeTransactions(List.of(id)).description(id).get().state().toString();
                }
                same(state, "CompleteAbort", "the transaction's state");
            }
            try {
                slow.send(new ProducerRecord<>(out, 0, null, "later")).get();
                throw new IllegalStateException("the record was taken");
            } catch (ExecutionException | KafkaException expected) {
                Throwable why = expected instanceof ExecutionException ? expected.getCause() : expected;
                same(why instanceof InvalidProducerEpochException || why instanceof ProducerFencedException, true, why + "");
            } finally {
                slow.close(Duration.ZERO);
            }
            same(committed(out).contains("slow"), false, "the aborted record was read");
        });
    }

    static void level(int level) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", BOOTSTRAP))) {
            FeatureUpdate.UpgradeType how =
                level == 0 ? FeatureUpdate.UpgradeType.SAFE_DOWNGRADE : FeatureUpdate.UpgradeType.UPGRADE;
            FeatureUpdate update = new FeatureUpdate((short) level, how);
            admin.updateFeatures(Map.of("transaction.version", update), new UpdateFeaturesOptions()).all().get();
        }
    }

    public static void main(String[] args) throws Exception {
        run("second-" + ProcessHandle.current().pid());
        level(0);
        try {
            run("first-" + ProcessHandle.current().pid());
        } finally {
            level(2);
        }
        System.exit(failed ? 1 : 0);
    }
}
