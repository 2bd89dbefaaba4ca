package keiyaku.payment.zengin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of one kind of record, column by column. */
record Layout(List<Field> fields) {

    Layout {
        fields = List.copyOf(fields);
    }

    int length() {
        var last = fields.getLast();
        return last.start() + last.length() - 1;
    }

    /** What stands in the fields; one that is not named is empty, a constant needs no naming. */
    String write(Map<String, String> values) {
        var record = new StringBuilder();
        for (var field : fields) {
            var constant = field.constant();
            record.append(
                    field.padded(
                            constant == null ? values.getOrDefault(field.id(), "") : constant));
        }
        return record.toString();
    }

    /** Reads a record of the right length; characters were checked. */
    Row read(String record, int line) {
        var values = new LinkedHashMap<String, String>();
        for (var field : fields) {
            int from = field.start() - 1;
            var raw = record.substring(from, from + field.length());
            check(field, raw, line);
            values.put(field.id(), field.numeric() ? raw : raw.stripTrailing());
        }
        return new Row(this, values, line);
    }

    Field field(String id) {
        return fields.stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
    }

    private static void check(Field field, String raw, int line) {
        var constant = field.constant();
        if (constant != null && !constant.equals(raw)) {
            throw new WrongFileException(
                    line, field.start(), field.id() + " is " + raw + " instead of " + constant);
        }
        // Blank is how some banks send a number that they leave out.
        if (field.numeric() && !raw.isBlank()) {
            field.characters()
                    .firstWrong(raw)
                    .ifPresent(
                            at -> {
                                throw new WrongFileException(
                                        line, field.start() + at, field.id() + " is no number");
                            });
        }
    }

    /** Writes a layout down; each field follows the one before it. */
    static final class Draft {

        private final List<Field> fields = new ArrayList<>();
        private int next = 1;

        Draft constant(String id, String value) {
            return add(id, value.length(), CharacterClass.DIGITS, value);
        }

        Draft digits(String id, int length) {
            return add(id, length, CharacterClass.DIGITS, null);
        }

        Draft text(String id, int length, CharacterClass characters) {
            return add(id, length, characters, null);
        }

        Draft blank(String id, int length) {
            return add(id, length, CharacterClass.BLANK, null);
        }

        Layout done() {
            return new Layout(fields);
        }

        private Draft add(
                String id,
                int length,
                CharacterClass characters,
                @org.jspecify.annotations.Nullable String constant) {
            fields.add(new Field(id, next, length, characters, constant));
            next += length;
            return this;
        }
    }
}
