package keiyaku.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a figure depends on besides the product. */
final class Machine {

    private Machine() {}

    static Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("cores", Runtime.getRuntime().availableProcessors());
        facts.put("java", Runtime.version().toString());
        facts.put("load", load());
        return facts;
    }

    /** Others at work on the machine make every figure worse: it is shown with them. */
    private static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        } catch (IOException e) {
            return "unknown";
        }
    }
}
