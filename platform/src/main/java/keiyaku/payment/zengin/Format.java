package keiyaku.payment.zengin;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A kind of file: groups of header, data and trailer, and one end record behind the last. */
record Format(Layout header, Layout data, Layout trailer, Layout end) {

    /** A header with its data and the sums of its trailer. */
    record Group(Row header, List<Row> data, Row trailer) {}

    List<Group> read(byte[] file) {
        return new Reading(Lines.of(file, header.length())).groups();
    }

    /** Goes through the lines once; every other order of records is refused where it goes wrong. */
    private final class Reading {

        private final List<String> lines;
        private final List<Group> groups = new ArrayList<>();
        private final List<Row> data = new ArrayList<>();
        private @Nullable Row open;

        private Reading(List<String> lines) {
            this.lines = lines;
        }

        List<Group> groups() {
            for (int i = 0; i < lines.size(); i++) {
                boolean last = i == lines.size() - 1;
                if (take(lines.get(i), i + 1) != last) {
                    throw new WrongFileException(
                            i + 1, 1, last ? "the end record is missing" : "more behind the end");
                }
            }
            return groups;
        }

        /** Whether it was the end. */
        private boolean take(String line, int number) {
            char kind = line.charAt(0);
            if (open == null && kind == '1') {
                open = opened(header.read(line, number));
            } else if (open != null && kind == '2') {
                data.add(Format.this.data.read(line, number));
            } else if (open != null && kind == '8') {
                groups.add(new Group(open, List.copyOf(data), trailer.read(line, number)));
                data.clear();
                open = null;
            } else if (open == null && kind == '9' && !groups.isEmpty()) {
                end.read(line, number);
                return true;
            } else {
                throw new WrongFileException(
                        number, 1, "a record of kind " + kind + " does not belong here");
            }
            return false;
        }
    }

    private static Row opened(Row header) {
        if (!header.text("codeKubun").equals("0")) {
            throw header.wrong("codeKubun", "only files in JIS codes are read, not EBCDIC");
        }
        return header;
    }
}
