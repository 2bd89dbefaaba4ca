package keiyaku.payment.zengin;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Records as bytes: one byte a character (the half of Shift_JIS that has single bytes), each record
 * ended by CR LF or by nothing, as agreed with the bank.
 */
final class Lines {

    private static final int FIRST_KANA = 0xA1;
    private static final int LAST_KANA = 0xDF;
    private static final char KANA = '｡';

    private Lines() {}

    static List<String> of(byte[] file, int length) {
        var lines = new ArrayList<String>();
        int at = 0;
        while (at < file.length) {
            int end = end(file, at, length, lines.size() + 1);
            lines.add(text(file, at, end, lines.size() + 1));
            at = end + (end < file.length && file[end] == '\r' ? 2 : 0);
        }
        if (lines.isEmpty()) {
            throw new WrongFileException(1, 1, "the file is empty");
        }
        return lines;
    }

    static byte[] bytes(List<String> lines, boolean lineEnds) {
        var out = new ByteArrayOutputStream();
        for (var line : lines) {
            line.chars().forEach(c -> out.write(code((char) c)));
            if (lineEnds) {
                out.write('\r');
                out.write('\n');
            }
        }
        return out.toByteArray();
    }

    /** The end of the record that begins at a byte; its line end must be a whole one. */
    private static int end(byte[] file, int at, int length, int line) {
        int end = at;
        while (end < file.length && end - at < length && !isBreak(file[end])) {
            end++;
        }
        if (end - at < length) {
            throw new WrongFileException(
                    line, end - at + 1, "the record has " + (end - at) + " bytes of " + length);
        }
        boolean broken = end < file.length && isBreak(file[end]);
        if (broken && (file[end] != '\r' || end + 1 == file.length || file[end + 1] != '\n')) {
            throw new WrongFileException(line, length + 1, "a line ends with CR LF or not at all");
        }
        return end;
    }

    private static boolean isBreak(byte b) {
        return b == '\r' || b == '\n';
    }

    private static String text(byte[] file, int from, int end, int line) {
        var text = new StringBuilder(end - from);
        for (int i = from; i < end; i++) {
            int code = Byte.toUnsignedInt(file[i]);
            if (code >= 0x20 && code < 0x7F) {
                text.append((char) code);
            } else if (code >= FIRST_KANA && code <= LAST_KANA) {
                text.append((char) (KANA + code - FIRST_KANA));
            } else {
                throw new WrongFileException(
                        line, i - from + 1, "a byte of value " + code + " is no character here");
            }
        }
        return text.toString();
    }

    private static int code(char c) {
        return c < 0x7F ? c : c - KANA + FIRST_KANA;
    }
}
