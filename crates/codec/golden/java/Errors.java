import java.util.Arrays;
import java.util.Comparator;
import org.apache.kafka.common.errors.InvalidMetadataException;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Prints the original's error table, one code a line, the fields parted by tabs:
 * code, name, class of the exception, traits (r: retriable, m: the client's metadata is stale), default message.
 * README.md beside this folder has the command.
 */
public class Errors {
    public static void main(String[] args) {
        var all = org.apache.kafka.common.protocol.Errors.values();
        Arrays.sort(all, Comparator.comparingInt(org.apache.kafka.common.protocol.Errors::code));
        for (var error : all) {
            var exception = error.exception();
            var traits = (exception instanceof RetriableException ? "r" : "")
                + (exception instanceof InvalidMetadataException ? "m" : "");
            var type = exception == null ? "-" : exception.getClass().getName();
            System.out.println(String.join("\t", Integer.toString(error.code()), error.name(), type,
                traits.isEmpty() ? "-" : traits, error.message()));
        }
    }
}
