package sandbox.authority;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sandbox.shared.Journal;
import sandbox.shared.Json;
import tools.jackson.databind.JsonNode;

/** What the holders of names have put there: TXT records, and files of their web sites. */
final class Zone {
    private record Kept(String kind, String name, String value) {}

    private final Map<String, String> records = new LinkedHashMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();
    private final Journal journal;

    Zone(Journal journal) {
        this.journal = journal;
    }

    synchronized void replay(JsonNode line) {
        put(Json.from(line, Kept.class));
    }

    synchronized void record(String name, String value) {
        keep(new Kept("dns", plain(name), value));
    }

    synchronized void file(String address, String content) {
        keep(new Kept("file", plain(address.replaceFirst("^https?://", "")), content));
    }

    private void keep(Kept kept) {
        journal.append(kept);
        put(kept);
    }

    /** An empty value takes it away. */
    private void put(Kept kept) {
        var where = kept.kind().equals("dns") ? records : files;
        if (kept.value().isEmpty()) {
            where.remove(kept.name());
        } else {
            where.put(kept.name(), kept.value());
        }
    }

    synchronized @Nullable String record(String name) {
        return records.get(plain(name));
    }

    synchronized @Nullable String file(String address) {
        return files.get(plain(address));
    }

    synchronized Map<String, String> records() {
        return new LinkedHashMap<>(records);
    }

    synchronized Map<String, String> files() {
        return new LinkedHashMap<>(files);
    }

    /** Names do not care for case nor for a last dot; the path behind one does. */
    private static String plain(String address) {
        int slash = address.indexOf('/');
        var name = slash < 0 ? address : address.substring(0, slash);
        var host = name.strip().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        return slash < 0 ? host : host + address.substring(slash).strip();
    }
}
