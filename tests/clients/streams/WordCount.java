import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Produced;

/**
 * Kafka Streams with exactly_once_v2: words are counted while the application is stopped and started again. Every count
 * of every word has to come out once: 1, 2, 3, … A broker that is killed meanwhile changes nothing about that.
 */
public class WordCount {
    static final String BOOTSTRAP = Optional.ofNullable(System.getenv("BOOTSTRAP")).orElse("127.0.0.1:9092");
    static final String ID = "words-" + ProcessHandle.current().pid();
    static final String LINES = ID + "-lines", COUNTS = ID + "-counts";
    static final int MANY = 1500;
    static final int RESTARTS = 2;
    static final long PATIENCE_MS = 90_000;

    static KafkaStreams application(Path folder) {
        Properties p = new Properties();
        p.put("application.id", ID);
        p.put("bootstrap.servers", BOOTSTRAP);
        p.put("processing.guarantee", "exactly_once_v2");
        p.put("replication.factor", 1);
        p.put("state.dir", folder.toString());
        p.put("commit.interval.ms", 100);
        p.put("statestore.cache.max.bytes", 0);
        p.put("default.key.serde", Serdes.String().getClass().getName());
        p.put("default.value.serde", Serdes.String().getClass().getName());
        StreamsBuilder builder = new StreamsBuilder();
        builder.<String, String>stream(LINES)
            .flatMapValues(line -> Arrays.asList(line.split(" ")))
            .groupBy((key, word) -> word)
            .count()
            .toStream()
            .to(COUNTS, Produced.with(Serdes.String(), Serdes.Long()));
        KafkaStreams streams = new KafkaStreams(builder.build(), p);
        streams.start();
        return streams;
    }

    static void write() {
        Map<String, Object> p = new HashMap<>();
        p.put("bootstrap.servers", BOOTSTRAP);
        p.put("key.serializer", StringSerializer.class.getName());
        p.put("value.serializer", StringSerializer.class.getName());
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(p)) {
            for (int i = 0; i < MANY; i++) {
                producer.send(new ProducerRecord<>(LINES, i % 2, null, "w" + i % 7 + " all x" + i % 3));
                if (i % 20 == 0) Thread.sleep(100); // the lines come while the application comes and goes
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every count of each word, as a reader of what is committed sees them, until the last one is there. */
    static Map<String, List<Long>> counts() {
        Map<String, Object> p = new HashMap<>();
        p.put("bootstrap.servers", BOOTSTRAP);
        p.put("isolation.level", "read_committed");
        p.put("key.deserializer", StringDeserializer.class.getName());
        p.put("value.deserializer", LongDeserializer.class.getName());
        Map<String, List<Long>> counts = new TreeMap<>();
        try (KafkaConsumer<String, Long> consumer = new KafkaConsumer<>(p)) {
            List<TopicPartition> partitions = List.of(new TopicPartition(COUNTS, 0), new TopicPartition(COUNTS, 1));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long until = System.currentTimeMillis() + PATIENCE_MS;
            int left = 3 * MANY, quiet = 0;
            while (System.currentTimeMillis() < until && (left > 0 || quiet < 3)) {
                quiet++;
                for (ConsumerRecord<String, Long> r : consumer.poll(Duration.ofMillis(300))) {
                    counts.computeIfAbsent(r.key(), word -> new ArrayList<>()).add(r.value());
                    left--;
                    quiet = 0;
                }
            }
        }
        return counts;
    }

    public static void main(String[] args) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", BOOTSTRAP))) {
            short one = 1;
            admin.createTopics(List.of(new NewTopic(LINES, 2, one), new NewTopic(COUNTS, 2, one))).all().get();
        }
        Path folder = Files.createTempDirectory("words");
        Thread writer = new Thread(WordCount::write);
        writer.start();
        KafkaStreams streams = application(folder);
        for (int i = 0; i < RESTARTS; i++) {
            // Closed in the middle of a rebalance, an application never ends, on any broker.
            while (streams.state() != KafkaStreams.State.RUNNING) Thread.sleep(50);
            Thread.sleep(2000); // it works in between
            if (!streams.close(Duration.ofSeconds(30))) throw new IllegalStateException("the application does not end");
            streams = application(folder);
        }
        writer.join();
        boolean once = true;
        Map<String, List<Long>> counts = counts();
        for (Map.Entry<String, List<Long>> word : counts.entrySet()) {
            List<Long> all = word.getValue();
            for (int i = 0; i < all.size(); i++) once &= all.get(i) == i + 1;
        }
        int total = counts.values().stream().mapToInt(List::size).sum();
        once &= total == 3 * MANY;
        String name = "every_word_is_counted_once_through_restarts";
        System.out.println(once ? "ok " + name : "FAIL " + name + " " + total + " counts: " + counts);
        streams.close(Duration.ofSeconds(10));
        System.exit(once ? 0 : 1);
    }
}
