import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListShareGroupOffsetsSpec;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ShareGroupDescription;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Share groups of the Java client (KIP-932): several members, each way to settle a record, and both acquire modes. */
public class JavaShare {
    static final String BOOTSTRAP = Optional.ofNullable(System.getenv("BOOTSTRAP")).orElse("127.0.0.1:9092");
    static final String RUN = "share-" + ProcessHandle.current().pid();
    static final Duration POLL = Duration.ofMillis(300);
    static final long PATIENCE_MS = 40_000;
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

    static KafkaShareConsumer<String, String> member(String group, String topic, boolean explicit, int most) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", BOOTSTRAP);
        settings.put("group.id", group);
        settings.put("share.acknowledgement.mode", explicit ? "explicit" : "implicit");
        settings.put("share.acquire.mode", most < 100 ? "record_limit" : "batch_optimized");
        settings.put("max.poll.records", most);
        settings.put("key.deserializer", StringDeserializer.class.getName());
        settings.put("value.deserializer", StringDeserializer.class.getName());
        KafkaShareConsumer<String, String> member = new KafkaShareConsumer<>(settings);
        member.subscribe(List.of(topic));
        return member;
    }

    static void produce(String topic, int partitions, int count) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", BOOTSTRAP);
        settings.put("key.serializer", StringSerializer.class.getName());
        settings.put("value.serializer", StringSerializer.class.getName());
        try (KafkaProducer<String, String> p = new KafkaProducer<>(settings)) {
            for (int i = 0; i < count; i++) p.send(new ProducerRecord<>(topic, i % partitions, null, "" + i));
        }
    }

    /** Polls until something comes. */
    static List<ConsumerRecord<String, String>> some(KafkaShareConsumer<String, String> member) {
        long until = System.currentTimeMillis() + PATIENCE_MS;
        List<ConsumerRecord<String, String>> got = new ArrayList<>();
        while (got.isEmpty()) {
            if (System.currentTimeMillis() > until) throw new IllegalStateException("nothing came");
            member.poll(POLL).forEach(got::add);
        }
        return got;
    }

    static void settled(KafkaShareConsumer<String, String> member) {
        Map<TopicIdPartition, Optional<KafkaException>> result = member.commitSync();
        result.forEach((p, e) -> { if (e.isPresent()) throw e.get(); });
    }

    static List<String> values(List<ConsumerRecord<String, String>> records) {
        return records.stream().map(r -> r.value() + "x" + r.deliveryCount().orElse((short) 0)).toList();
    }

    public static void main(String[] args) throws Exception {
        Admin admin = Admin.create(Map.of("bootstrap.servers", BOOTSTRAP));
        String one = RUN + "-one", many = RUN + "-many";
        admin.createTopics(List.of(new NewTopic(one, 1, (short) 1), new NewTopic(many, 3, (short) 1))).all().get();
        List<AlterConfigOp> earliest =
            List.of(new AlterConfigOp(new ConfigEntry("share.auto.offset.reset", "earliest"), AlterConfigOp.OpType.SET));
        for (String group : List.of(one, many)) {
            admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.GROUP, group), earliest)).all().get();
        }
        produce(one, 1, 4);
        produce(many, 3, 3000);

        check("each_record_is_settled_in_its_own_way", () -> {
            try (KafkaShareConsumer<String, String> m = member(one, one, true, 2)) {
                List<ConsumerRecord<String, String>> got = some(m);
                same(values(got), List.of("0x1", "1x1"), "with a limit of two");
                same(m.acquisitionLockTimeoutMs().isPresent(), true, "the lock's time is told");
                m.acknowledge(got.get(0), AcknowledgeType.REJECT);
                m.acknowledge(got.get(1), AcknowledgeType.RELEASE);
                settled(m);
                got = some(m);
                same(values(got).get(0), "1x2", "what was released");
                m.acknowledge(got.get(0), AcknowledgeType.RENEW);
                for (ConsumerRecord<String, String> r : got.subList(1, got.size())) m.acknowledge(r);
                settled(m);
                m.poll(POLL).forEach(r -> m.acknowledge(r));
                settled(m);
            }
        });

        check("members_take_each_record_once_and_one_that_leaves_gives_back_what_it_had", () -> {
            Set<String> seen = new HashSet<>();
            AtomicInteger twice = new AtomicInteger();
            try (KafkaShareConsumer<String, String> a = member(many, many, false, 500);
                    KafkaShareConsumer<String, String> b = member(many, many, false, 500)) {
                long until = System.currentTimeMillis() + PATIENCE_MS;
                // One that takes some and goes without a word on them.
                try (KafkaShareConsumer<String, String> c = member(many, many, true, 500)) {
                    some(c);
                }
                while (seen.size() < 3000 && System.currentTimeMillis() < until) {
                    for (KafkaShareConsumer<String, String> m : List.of(a, b)) {
                        m.poll(POLL).forEach(r -> { if (!seen.add(r.value())) twice.incrementAndGet(); });
                        settled(m);
                    }
                }
            }
            same(seen.size(), 3000, "records");
            same(twice.get(), 0, "records that came twice");
        });

        check("administrators_see_it_reset_it_and_delete_it", () -> {
            ShareGroupDescription group = admin.describeShareGroups(List.of(many)).all().get().get(many);
            same(group.groupState().toString(), "Empty", "its state");
            long lag = admin.listShareGroupOffsets(Map.of(many, new ListShareGroupOffsetsSpec()))
                .partitionsToOffsetInfo(many).get().values().stream().mapToLong(i -> i.lag().orElse(-1L)).sum();
            same(lag, 0L, "its lag");
            admin.alterShareGroupOffsets(many, Map.of(new org.apache.kafka.common.TopicPartition(many, 1), 990L)).all().get();
            List<String> again = new ArrayList<>();
            try (KafkaShareConsumer<String, String> m = member(many, many, false, 500)) {
                long until = System.currentTimeMillis() + PATIENCE_MS;
                while (again.size() < 10 && System.currentTimeMillis() < until) m.poll(POLL).forEach(r -> again.add(r.value()));
            }
            same(again.size(), 10, "the last ten of one partition");
            admin.deleteShareGroups(List.of(many, one)).all().get();
        });
        admin.deleteTopics(List.of(one, many)).all().get();
        admin.close();
        System.exit(failed ? 1 : 0);
    }
}
