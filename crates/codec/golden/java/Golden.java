import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.jar.JarFile;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.Message;
import org.apache.kafka.common.protocol.ObjectSerializationCache;
import org.apache.kafka.common.protocol.types.RawTaggedField;
import org.apache.kafka.common.record.internal.MemoryRecords;

/**
 * Writes, for every message of the original and every version of it, a few objects of the original's own class
 * as bytes and as JSON. Which fields a version has is read from the definitions in the jars; the values come from
 * a seed made of name, version and variant, so a second run writes the same files. README.md has the command.
 *
 * A line is: name, version, variant, bytes in hex, JSON; parted by tabs.
 */
public class Golden {
    /** Where a jar keeps its definitions, and the package of the classes made from them. */
    record Source(String jar, String folder, String pkg, String stored) { }

    static final List<Source> SOURCES = List.of(
        new Source("kafka-clients", "common/message/", "org.apache.kafka.common.message", "data"),
        new Source("kafka-group-coordinator", "common/message/", "org.apache.kafka.coordinator.group.generated", "group"),
        new Source("kafka-transaction-coordinator", "common/message/",
            "org.apache.kafka.coordinator.transaction.generated", "data"),
        new Source("kafka-share-coordinator", "common/message/",
            "org.apache.kafka.coordinator.share.generated", "data"),
        new Source("kafka-metadata", "common/metadata/", "org.apache.kafka.common.metadata", "metadata"),
        new Source("kafka-storage", "message/",
            "org.apache.kafka.server.log.remote.metadata.storage.generated", "data"),
        new Source("kafka-raft", "common/message/", "org.apache.kafka.raft.generated", "data"));

    /** full: everything set, two elements, tags. bare: null and empty. mix: a coin each. none: an object as it is born. */
    enum Variant {
        full, bare, mix1, mix2, none;

        boolean mixed() {
            return this == mix1 || this == mix2;
        }
    }

    static final List<String> STRINGS = List.of("", "a", "orders", "Zoë", "日本語", "😀 \"q\" \\ \n\t", "x-1.y_2", "\u0001\u001f\u007f\u2028/");
    static final long[] NUMBERS = {0, 1, -1, 2, 5, 63, 64, 127, 128, 255, 300, 32767, 65535, 1 << 20,
        Integer.MAX_VALUE, Integer.MIN_VALUE, 1753000000000L, Long.MAX_VALUE, Long.MIN_VALUE};
    static final double[] FLOATS = {0.0, 1.5, -0.25, 1000000.0, 123456.789, 1e7, 1.25e-5, 0.001, Double.MAX_VALUE};

    public static void main(String[] args) throws Exception {
        var folder = Path.of(args[0]);
        Map<String, List<String>> files = new TreeMap<>();
        for (var source : SOURCES) {
            for (var spec : specs(source)) {
                // A message that was removed keeps its definition, with no version, but has no class.
                if (!spec.get("validVersions").asText().equals("none")) {
                    new Golden(source, spec).cases(files);
                }
            }
        }
        for (var file : files.entrySet()) {
            try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(file.getKey() + ".tsv"))) {
                for (var line : file.getValue()) {
                    out.write(line);
                    out.write('\n');
                }
            }
        }
    }

    /** The definitions of one jar, by name. */
    static Collection<JsonNode> specs(Source source) throws IOException {
        var mapper = new ObjectMapper().configure(JsonParser.Feature.ALLOW_COMMENTS, true);
        Map<String, JsonNode> specs = new TreeMap<>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!new File(entry).getName().matches(source.jar + "-[0-9.]+\\.jar")) {
                continue;
            }
            try (var jar = new JarFile(entry)) {
                jar.stream().filter(e -> e.getName().startsWith(source.folder) && e.getName().endsWith(".json"))
                    // kt has no tiered storage, and so none of the records of its metadata.
                    .filter(e -> !e.getName().startsWith("message/Remote"))
                    .forEach(e -> {
                        try {
                            var spec = mapper.readTree(jar.getInputStream(e));
                            specs.put(spec.get("name").asText(), spec);
                        } catch (IOException error) {
                            throw new UncheckedIOException(error);
                        }
                    });
            }
        }
        if (specs.isEmpty()) {
            throw new IllegalStateException("no definitions in " + source.jar + ": is it in the class path?");
        }
        return specs.values();
    }

    final Source source;
    final JsonNode spec;
    final String name;
    final Class<?> type;
    final Map<String, JsonNode> common = new HashMap<>();
    short version;
    Variant variant;
    Random random;

    Golden(Source source, JsonNode spec) throws Exception {
        this.source = source;
        this.spec = spec;
        this.name = spec.get("name").asText();
        var data = switch (spec.get("type").asText()) {
            case "request", "response", "header" -> "Data";
            default -> "";
        };
        this.type = Class.forName(source.pkg + "." + name + data);
        for (var struct : spec.path("commonStructs")) {
            common.put(struct.get("name").asText(), struct);
        }
    }

    void cases(Map<String, List<String>> files) throws Exception {
        var file = switch (spec.get("type").asText()) {
            case "request" -> "requests";
            case "response" -> "responses";
            default -> source.stored;
        };
        var converter = Class.forName(type.getName() + "JsonConverter");
        for (int v = 0; v <= Short.MAX_VALUE; v++) {
            if (!in("validVersions", spec, v)) {
                if (v > 100) {
                    return;
                }
                continue;
            }
            version = (short) v;
            var seen = new ArrayList<String>();
            for (var each : Variant.values()) {
                variant = each;
                random = new Random((name + "/" + v + "/" + each).hashCode());
                var message = (Message) type.getConstructor().newInstance();
                fill(message, spec, 0);
                var hex = HexFormat.of().formatHex(bytes(message));
                if (seen.contains(hex)) {
                    continue;
                }
                seen.add(hex);
                var json = (JsonNode) converter.getMethod("write", type, short.class).invoke(null, message, version);
                files.computeIfAbsent(file, f -> new ArrayList<>())
                    .add(String.join("\t", name, Integer.toString(v), each.name(), hex, json.toString()));
            }
        }
    }

    /** The object's bytes; they are read back first, so that only what the original itself accepts is recorded. */
    byte[] bytes(Message message) throws Exception {
        var cache = new ObjectSerializationCache();
        var buffer = ByteBuffer.allocate(message.size(cache, version));
        message.write(new ByteBufferAccessor(buffer), cache, version);
        buffer.flip();
        var again = (Message) type.getConstructor().newInstance();
        again.read(new ByteBufferAccessor(buffer.duplicate()), version);
        if (!again.equals(message)) {
            throw new IllegalStateException(name + " v" + version + " " + variant + " reads back otherwise");
        }
        return buffer.array();
    }

    void fill(Message message, JsonNode struct, int depth) throws Exception {
        var highestTag = -1;
        for (var field : struct.get("fields")) {
            highestTag = Math.max(highestTag, field.path("tag").asInt(-1));
            if (!in("versions", field, version)) {
                continue;
            }
            boolean tagged = field.has("tag") && in("taggedVersions", field, version);
            boolean must = field.get("type").asText().equals("records") && !in("nullableVersions", field, version);
            if (must || set(tagged)) {
                var setter = setter(message.getClass(), "set" + field.get("name").asText());
                setter.invoke(message, value(field, setter.getParameterTypes()[0], depth));
            }
        }
        if (in("flexibleVersions", spec, version) && (variant == Variant.full || variant.mixed() && coin(3))) {
            var unknown = message.unknownTaggedFields();
            unknown.add(new RawTaggedField(highestTag + 1, new byte[] {1, 2}));
            if (depth == 0) {
                unknown.add(new RawTaggedField(70000, new byte[0]));
            }
        }
    }

    boolean set(boolean tagged) {
        return switch (variant) {
            case full -> true;
            case bare -> !tagged;
            case mix1, mix2 -> coin(5) || !coin(3);
            case none -> false;
        };
    }

    boolean coin(int sides) {
        return random.nextInt(sides) == 0;
    }

    Object value(JsonNode field, Class<?> wanted, int depth) throws Exception {
        if (in("nullableVersions", field, version) && (variant == Variant.bare || variant.mixed() && coin(3))) {
            return null;
        }
        var type = field.get("type").asText();
        if (!type.startsWith("[]")) {
            return single(type, field, wanted, depth);
        }
        @SuppressWarnings("unchecked")
        var list = (Collection<Object>) (wanted == List.class ? new ArrayList<>() : wanted.getConstructor().newInstance());
        // Deep lists stay short, or the files grow with the power of the depth.
        var count = switch (variant) {
            case full -> depth == 0 ? 2 : 1;
            case bare -> depth == 0 ? 1 : 0;
            case mix1, mix2 -> type.matches("\\[\\](int|bool).*") && coin(15) ? 130 : random.nextInt(3);
            case none -> 0;
        };
        var element = type.substring(2);
        for (int i = 0; i < count; i++) {
            list.add(single(element, field, box(element), depth + 1));
        }
        return list;
    }

    /** The class of an element of a list, which erasure hides. */
    static Class<?> box(String element) {
        return element.equals("bytes") ? byte[].class : Object.class;
    }

    Object single(String type, JsonNode field, Class<?> wanted, int depth) throws Exception {
        switch (type) {
            case "bool": return random.nextBoolean();
            case "int8": return (byte) number();
            case "int16": return (short) number();
            case "uint16": return (int) (number() & 0xffff);
            case "int32": return (int) number();
            case "uint32": return number() & 0xffffffffL;
            case "int64": return number();
            case "float64": return FLOATS[random.nextInt(FLOATS.length)];
            case "string": return variant == Variant.bare ? "" : string();
            case "uuid": return coin(6) ? Uuid.ZERO_UUID : new Uuid(random.nextLong(), random.nextLong());
            case "bytes": return wanted == ByteBuffer.class ? ByteBuffer.wrap(blob()) : blob();
            case "records": return MemoryRecords.readableRecords(ByteBuffer.wrap(blob()));
            default:
                var struct = field.has("fields") ? field : common.get(type);
                var message = (Message) Class.forName(this.type.getName() + "$" + type).getConstructor().newInstance();
                fill(message, struct, depth + 1);
                return message;
        }
    }

    // A string, a list and a blob are now and then longer than 126, where a length takes two bytes as a varint.

    String string() {
        return coin(25) ? "ö".repeat(64) : STRINGS.get(random.nextInt(STRINGS.size()));
    }

    long number() {
        if (variant == Variant.bare) {
            return coin(2) ? Long.MIN_VALUE : 0;
        }
        return coin(3) ? random.nextInt(100) : NUMBERS[random.nextInt(NUMBERS.length)];
    }

    byte[] blob() {
        var blob = new byte[variant == Variant.bare ? 0 : coin(12) ? 130 : random.nextInt(10)];
        random.nextBytes(blob);
        return blob;
    }

    static Method setter(Class<?> type, String name) {
        for (var method : type.getMethods()) {
            if (method.getName().equalsIgnoreCase(name)) {
                return method;
            }
        }
        throw new IllegalStateException(type + " has no " + name);
    }

    static boolean in(String key, JsonNode node, int version) {
        var range = node.path(key).asText("none");
        if (range.equals("none")) {
            return false;
        }
        if (range.endsWith("+")) {
            return version >= Integer.parseInt(range.substring(0, range.length() - 1));
        }
        var ends = range.split("-");
        return version >= Integer.parseInt(ends[0]) && version <= Integer.parseInt(ends[ends.length - 1]);
    }
}
