package keiyaku.payment.zengin;

import java.util.Map;

/** One record that was read: its fields' values and its line. */
record Row(Layout layout, Map<String, String> values, int line) {

    String text(String id) {
        var value = values.get(id);
        if (value == null) {
            throw new IllegalArgumentException("no field " + id);
        }
        return value;
    }

    long number(String id) {
        var text = text(id);
        return text.isBlank() ? 0 : Long.parseLong(text);
    }

    /** The record is refused for what stands in one of its fields. */
    WrongFileException wrong(String id, String reason) {
        return new WrongFileException(line, layout.field(id).start(), id + ": " + reason);
    }

    void require(String id, long expected) {
        if (number(id) != expected) {
            throw wrong(id, "says " + number(id) + ", the records come to " + expected);
        }
    }
}
