package sandbox.bank;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sandbox.shared.Problem;

/**
 * A request for direct debits as the bank reads it: records of 120 bytes, by their columns. Written
 * apart from the platform's own reader, so that the two can disagree.
 */
final class DebitRequest {
    private static final int RECORD = 120;
    private static final int RESULT = 111;

    private final List<byte[]> records;

    private DebitRequest(List<byte[]> records) {
        this.records = records;
    }

    /** One row that is to be debited. */
    record Row(int index, String account, String customer, long amount) {}

    static DebitRequest read(byte[] file) {
        var records = new ArrayList<byte[]>();
        for (int at = 0; at < file.length; ) {
            if (at + RECORD > file.length) {
                throw wrong(records.size() + 1, "it is cut off");
            }
            records.add(Arrays.copyOfRange(file, at, at + RECORD));
            at += RECORD;
            if (at + 1 < file.length && file[at] == '\r' && file[at + 1] == '\n') {
                at += 2;
            }
        }
        var request = new DebitRequest(records);
        request.check();
        return request;
    }

    private void check() {
        if (records.size() < 3 || !text(0, 0, 3).equals("191")) {
            throw wrong(1, "it is no direct-debit file");
        }
        int end = records.size() - 1;
        if (records.get(end)[0] != '9' || records.get(end - 1)[0] != '8') {
            throw wrong(end + 1, "trailer and end are missing");
        }
        long sum = 0;
        for (Row row : rows()) {
            sum += row.amount();
        }
        if (number(end - 1, 1, 7) != rows().size() || number(end - 1, 7, 19) != sum) {
            throw wrong(end, "the sums do not agree");
        }
    }

    List<Row> rows() {
        var rows = new ArrayList<Row>();
        for (int i = 1; i < records.size() - 2; i++) {
            if (records.get(i)[0] != '2') {
                throw wrong(i + 1, "it is no data record");
            }
            rows.add(
                    new Row(
                            i,
                            text(i, 1, 5) + text(i, 20, 23) + text(i, 42, 50),
                            text(i, 91, 111),
                            number(i, 80, 90)));
        }
        return rows;
    }

    /** The day on which is debited; the file names no year. */
    LocalDate debitOn(LocalDate today) {
        try {
            var day = MonthDay.of((int) number(0, 54, 56), (int) number(0, 56, 58));
            var thisYear = day.atYear(today.getYear());
            return thisYear.isBefore(today.minusDays(60)) ? thisYear.plusYears(1) : thisYear;
        } catch (DateTimeException e) {
            throw wrong(1, "the day is none");
        }
    }

    /** The same file with a result in each row, and with the sums of what was collected. */
    byte[] answered(List<Character> results) {
        var rows = rows();
        long taken = 0;
        long count = 0;
        long sum = 0;
        for (int i = 0; i < rows.size(); i++) {
            records.get(rows.get(i).index())[RESULT] = (byte) results.get(i).charValue();
            boolean collected = results.get(i) == '0';
            sum += rows.get(i).amount();
            taken += collected ? rows.get(i).amount() : 0;
            count += collected ? 1 : 0;
        }
        var sums = "%06d%012d%06d%012d".formatted(count, taken, rows.size() - count, sum - taken);
        var trailer = records.get(records.size() - 2);
        System.arraycopy(sums.getBytes(StandardCharsets.US_ASCII), 0, trailer, 19, sums.length());
        return file();
    }

    private byte[] file() {
        var file = new byte[records.size() * (RECORD + 2)];
        int at = 0;
        for (byte[] bytes : records) {
            System.arraycopy(bytes, 0, file, at, RECORD);
            file[at + RECORD] = '\r';
            file[at + RECORD + 1] = '\n';
            at += RECORD + 2;
        }
        return file;
    }

    private String text(int record, int from, int to) {
        return new String(records.get(record), from, to - from, StandardCharsets.ISO_8859_1);
    }

    private long number(int record, int from, int to) {
        var text = text(record, from, to);
        if (!text.matches("[0-9]+")) {
            throw wrong(record + 1, text + " is no number");
        }
        return Long.parseLong(text);
    }

    private static Problem wrong(int line, String why) {
        return Problem.of(422, "file", "Line " + line + ": " + why + ". Nothing of it is done.");
    }
}
