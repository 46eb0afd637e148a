// Records what a real broker answers to DescribeConfigs, for tests/fixtures/config: one line an entry, sorted, with tabs
// between resource, name, value, source, read only, sensitive, type and the synonyms (source:name=value, separated by ';').
// Documentation is left out: kt has its own sentences.
//
//   java -cp 'KAFKA_LIBS/*' tests/tools/config/DescribeAnswers.java localhost:PORT > tests/fixtures/config/answers.tsv
//
// Start the broker with tests/fixtures/config/server.properties (docs/config.md shows the whole command). The dynamic
// settings made here are those of src/config/describe/tests.rs.

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.DescribeConfigsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.ConfigResource.Type;

public class DescribeAnswers {
    public static void main(String[] args) throws Exception {
        Properties props = new Properties();
        props.put("bootstrap.servers", args[0]);
        try (Admin admin = Admin.create(props)) {
            set(admin, Type.BROKER, "1", Map.of("log.segment.bytes", "2000000", "log.roll.ms", "7200000", "compression.type", "lz4",
                "listener.name.plaintext.max.connections", "77", "num.io.threads", "6"));
            set(admin, Type.BROKER, "", Map.of("log.retention.ms", "90000000", "log.segment.bytes", "3000000",
                "log.cleanup.policy", "compact,delete", "own.key", "x", "log.cleaner.min.cleanable.ratio", "0.250",
                "leader.replication.throttled.rate", "1000"));
            admin.createTopics(List.of(new NewTopic("plain", 1, (short) 1), new NewTopic("odd", 1, (short) 1).configs(Map.of(
                "retention.ms", " 1000 ", "cleanup.policy", "compact , delete,compact", "segment.bytes", "1048576",
                "min.cleanable.dirty.ratio", "1e-4", "segment.ms", "5", "preallocate", "TRUE", "remote.log.copy.disable", "true",
                "internal.segment.bytes", "1000", "leader.replication.throttled.replicas", "0:1")))).all().get();
            set(admin, Type.GROUP, "g", Map.of("consumer.session.timeout.ms", "50000", "share.auto.offset.reset", "earliest"));
            set(admin, Type.CLIENT_METRICS, "m", Map.of("interval.ms", "1000", "metrics", "a,b"));
            Thread.sleep(1000);
            describe(admin, Type.BROKER, "1");
            describe(admin, Type.BROKER, "");
            for (String topic : List.of("plain", "odd")) describe(admin, Type.TOPIC, topic);
            for (String group : List.of("g", "unset")) describe(admin, Type.GROUP, group);
            describe(admin, Type.CLIENT_METRICS, "m");
        }
    }

    static void set(Admin admin, Type type, String name, Map<String, String> configs) throws Exception {
        Collection<AlterConfigOp> ops = new ArrayList<>();
        configs.forEach((key, value) -> ops.add(new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET)));
        admin.incrementalAlterConfigs(Map.of(new ConfigResource(type, name), ops)).all().get();
    }

    static void describe(Admin admin, Type type, String name) throws Exception {
        ConfigResource resource = new ConfigResource(type, name);
        Config config = admin.describeConfigs(List.of(resource), new DescribeConfigsOptions().includeSynonyms(true)
            .includeDocumentation(true)).all().get().get(resource);
        TreeSet<String> lines = new TreeSet<>();
        for (ConfigEntry e : config.entries()) {
            List<String> synonyms = new ArrayList<>();
            e.synonyms().forEach(s -> synonyms.add(s.source() + ":" + s.name() + "=" + s.value()));
            lines.add(String.join("\t", type + "/" + name, e.name(), e.value() == null ? "<null>" : "'" + e.value() + "'",
                e.source().toString(), Boolean.toString(e.isReadOnly()), Boolean.toString(e.isSensitive()),
                e.type().toString(), String.join(";", synonyms)));
        }
        lines.forEach(System.out::println);
    }
}
