// Writes the key tables of src/config/keys from the facts in Kafka's jars: names, types, defaults,
// validators, importance, which keys are internal, and which may change while the broker runs.
// Only facts are taken over; the sentences that describe the keys are kt's own (src/config/doc).
//
//   java -cp 'KAFKA_LIBS/*' tests/tools/config/ConfigKeys.java src/config/keys
//
// Run it from the top of the project after a new release of Kafka and read the difference.

import java.io.PrintWriter;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;

public class ConfigKeys {
    static final String LOG = "org.apache.kafka.storage.internals.log.LogConfig";
    static final String BROKER = "org.apache.kafka.server.config.AbstractKafkaConfig";
    static final String GROUP = "org.apache.kafka.coordinator.group.GroupConfig";
    static final String METRICS = "org.apache.kafka.server.metrics.ClientMetricsConfigs";
    static final String QUOTA = "org.apache.kafka.server.config.QuotaConfig";
    static final String DYNAMIC = "org.apache.kafka.server.config.DynamicBrokerConfig";

    public static void main(String[] args) throws Exception {
        Path out = Path.of(args[0]);
        table(out, "topic", "What a topic may set (Kafka's LogConfig).", def(LOG, "CONFIG"), Set.of(), Set.of());
        table(out, "broker", "What server.properties may set (Kafka's KafkaConfig).", def(BROKER, "CONFIG_DEF"),
            set("ALL_DYNAMIC_CONFIGS"), set("PER_BROKER_CONFIGS"));
        table(out, "group", "What a group may set (Kafka's GroupConfig).", def(GROUP, "CONFIG_DEF"), Set.of(), Set.of());
        table(out, "client_metrics", "What a client metrics subscription may set.", def(METRICS, "CONFIG"), Set.of(), Set.of());
        ConfigDef rates = call(QUOTA, "brokerQuotaConfigs");
        table(out, "broker_rates", "Keys that exist only as dynamic settings of a broker.", rates, rates.names(), Set.of());
        table(out, "client_quota", "The quotas of a user or client.", call(QUOTA, "userAndClientQuotaConfigs"), Set.of(), Set.of());
        table(out, "ip_quota", "The quotas of an address.", call(QUOTA, "ipConfigs"), Set.of(), Set.of());
    }

    static void table(Path dir, String name, String what, ConfigDef def, Set<String> dynamic, Set<String> perBroker)
            throws Exception {
        // The order of definition decides which of several wrong values Kafka reports.
        Map<String, Integer> order = new HashMap<>();
        for (String key : def.configKeys().keySet()) order.put(key, order.size());
        try (PrintWriter w = new PrintWriter(Files.newBufferedWriter(dir.resolve(name + ".rs")))) {
            w.println("//! " + what + " Sorted by name.");
            w.println("//! Made by tests/tools/config/ConfigKeys.java from the facts in Kafka's jars; see docs/config.md.");
            w.println();
            w.println("use super::table::*;");
            w.println();
            w.println("pub static KEYS: &[Key] = &[");
            for (ConfigKey k : new TreeMap<>(def.configKeys()).values()) {
                String mode = !dynamic.contains(k.name) ? "ReadOnly" : perBroker.contains(k.name) ? "PerBroker" : "ClusterWide";
                w.printf("    key(%s, %s, %s, %s, %s, %s, %d)%s,%n", quote(k.name), camel(k.type.name()), preset(k), check(k),
                    camel(k.importance.name()), mode, order.get(k.name), k.internalConfig ? ".internal()" : "");
            }
            w.println("];");
        }
    }

    static String preset(ConfigKey k) {
        if (!k.hasDefault()) return "Required";
        if (k.defaultValue == null) return "Null";
        String text = ConfigDef.convertToString(k.defaultValue, k.type);
        return "Is(" + quote(text) + ")";
    }

    static String check(ConfigKey k) throws Exception {
        Object v = k.validator;
        if (v == null) return "Any";
        switch (v.getClass().getSimpleName()) {
            case "Range": {
                Object min = field(v, "min"), max = field(v, "max");
                if (max == null) return "AtLeast(" + number(min) + ")";
                if (min == null) break;
                return "Between(" + number(min) + ", " + number(max) + ")";
            }
            case "ValidString": return "OneOf(" + strings((List<?>) field(v, "validStrings")) + ")";
            case "CaseInsensitiveValidString": {
                List<String> all = new ArrayList<>();
                for (Object o : (Iterable<?>) field(v, "validStrings")) all.add(o.toString());
                return "OneOfAnyCase(" + strings(all) + ")"; // kept in the set's order: Kafka prints it
            }
            case "ValidList": {
                List<?> allowed = (List<?>) field(field(v, "validString"), "validStrings");
                return "ListOf { allowed: " + strings(allowed) + ", empty: " + field(v, "isEmptyAllowed")
                    + ", null: " + field(v, "isNullAllowed") + " }";
            }
            case "NonNullValidator": return "NonNull";
            case "NonEmptyString": return "NonEmpty";
            case "LambdaValidator":
                if (v.toString().equals("[1,...,9] or -1")) return "GzipLevel";
                break;
            case "ThrottledReplicaListValidator": return "ThrottledReplicas";
            case "ControllerQuorumVotersValidator": return "QuorumVoters";
            case "ControllerQuorumBootstrapServersValidator": return "BootstrapServers";
            case "Validator":
                if (v.getClass().getName().contains("ShareGroupAutoOffsetReset")) return "ShareOffsetReset";
                break;
            default:
        }
        throw new IllegalStateException(k.name + " has a validator this program does not know: " + v.getClass() + " " + v);
    }

    static String number(Object n) {
        String s = n.toString();
        return s.contains(".") ? s : s + ".0";
    }

    static String strings(List<?> all) {
        List<String> quoted = new ArrayList<>();
        for (Object s : all) quoted.add(quote(s.toString()));
        return "&[" + String.join(", ", quoted) + "]";
    }

    static String quote(String s) {
        return "\"" + s.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    static String camel(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase();
    }

    static Object field(Object o, String name) throws Exception {
        Field f = o.getClass().getDeclaredField(name);
        f.setAccessible(true);
        return f.get(o);
    }

    static ConfigDef def(String owner, String name) throws Exception {
        Field f = Class.forName(owner).getDeclaredField(name);
        f.setAccessible(true);
        return (ConfigDef) f.get(null);
    }

    static ConfigDef call(String owner, String name) throws Exception {
        Method m = Class.forName(owner).getDeclaredMethod(name);
        m.setAccessible(true);
        return (ConfigDef) m.invoke(null);
    }

    @SuppressWarnings("unchecked")
    static Set<String> set(String name) throws Exception {
        Field f = Class.forName(DYNAMIC).getDeclaredField(name);
        f.setAccessible(true);
        return (Set<String>) f.get(null);
    }
}
