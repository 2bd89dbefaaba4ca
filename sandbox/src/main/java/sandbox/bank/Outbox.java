package sandbox.bank;

import java.util.ArrayList;
import java.util.List;
import sandbox.shared.Problem;

/** Files that lie ready for the customer, in the order in which they were made. */
final class Outbox {
    /** A file; its content is bytes of one character each. */
    record Ready(long number, String kind, String at, byte[] content) {}

    private final List<Ready> files = new ArrayList<>();

    long next() {
        return files.size() + 1L;
    }

    void add(Ready file) {
        files.add(file);
    }

    List<Ready> after(long number, int limit) {
        return files.stream().filter(f -> f.number() > number).limit(limit).toList();
    }

    Ready get(long number) {
        if (number < 1 || number > files.size()) {
            throw Problem.of(404, "unknown-file", "There is no such file.");
        }
        return files.get((int) number - 1);
    }

    List<Ready> all() {
        return files;
    }
}
