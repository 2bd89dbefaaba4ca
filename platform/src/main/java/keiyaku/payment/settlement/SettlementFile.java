package keiyaku.payment.settlement;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import keiyaku.payment.zengin.WrongFileException;
import keiyaku.shared.Money;

/**
 * What an acquirer paid out on a day, as CSV: H with number, merchant, day and currency; for each
 * movement T with kind, name, payment, reference, amount, fee, net; S with count and sums.
 *
 * @param amount of all movements before fees; below zero when more went back than came
 */
public record SettlementFile(LocalDate day, Money amount, Money fee, List<Line> lines) {

    private static final Set<String> KINDS = Set.of("capture", "refund", "dispute", "dispute-won");

    public SettlementFile {
        lines = List.copyOf(lines);
    }

    /**
     * One movement.
     *
     * @param line in the file, from 1
     * @param id the acquirer's name of it; of a refund the key by which it was asked for
     * @param reference as we gave it with the payment
     * @param amount below zero when it went back
     */
    public record Line(
            int line,
            String kind,
            String id,
            String payment,
            String reference,
            Money amount,
            Money fee) {}

    /** The fields of a line, told by their columns when one is wrong. */
    private record Row(int line, List<String> fields) {

        static Row of(int line, String text, String mark, int count) {
            var row = new Row(line, List.of(text.split(",", -1)));
            if (!row.fields().getFirst().equals(mark)) {
                throw new WrongFileException(line, 1, "a line " + mark + " is expected here");
            }
            if (row.fields().size() != count) {
                throw new WrongFileException(
                        line, 1, "it has %d fields, not %d".formatted(row.fields().size(), count));
            }
            return row;
        }

        String text(int field) {
            return fields.get(field);
        }

        long number(int field) {
            if (!text(field).matches("-?[0-9]{1,15}")) {
                throw wrong(field, "'" + text(field) + "' is no number");
            }
            return Long.parseLong(text(field));
        }

        WrongFileException wrong(int field, String reason) {
            int column = 1;
            for (int i = 0; i < field; i++) {
                column += fields.get(i).length() + 1;
            }
            return new WrongFileException(line, column, reason);
        }

        void require(int field, long value) {
            if (number(field) != value) {
                throw wrong(field, "%s, but the lines come to %d".formatted(text(field), value));
            }
        }
    }

    /**
     * @throws WrongFileException with line and column, when anything is wrong; then nothing counts
     */
    public static SettlementFile read(byte[] content) {
        var texts = new String(content, StandardCharsets.UTF_8).lines().toList();
        if (texts.size() < 2) {
            throw new WrongFileException(1, 1, "there is no file in it");
        }
        var head = Row.of(1, texts.getFirst(), "H", 5);
        var currency = currency(head);
        var lines = new ArrayList<Line>();
        for (int i = 1; i < texts.size() - 1; i++) {
            lines.add(line(Row.of(i + 1, texts.get(i), "T", 8), currency));
        }
        long amount = lines.stream().mapToLong(l -> l.amount().minor()).sum();
        long fee = lines.stream().mapToLong(l -> l.fee().minor()).sum();
        var sums = Row.of(texts.size(), texts.getLast(), "S", 5);
        sums.require(1, lines.size());
        sums.require(2, amount);
        sums.require(3, fee);
        sums.require(4, amount - fee);
        return new SettlementFile(
                day(head), new Money(amount, currency), new Money(fee, currency), lines);
    }

    private static Line line(Row row, Currency currency) {
        if (!KINDS.contains(row.text(1))) {
            throw row.wrong(1, "'" + row.text(1) + "' is no kind of movement");
        }
        if (row.text(2).isBlank()) {
            throw row.wrong(2, "it has no name");
        }
        row.require(7, row.number(5) - row.number(6));
        return new Line(
                row.line(),
                row.text(1),
                row.text(2),
                row.text(3),
                row.text(4),
                new Money(row.number(5), currency),
                new Money(row.number(6), currency));
    }

    private static LocalDate day(Row head) {
        try {
            return LocalDate.parse(head.text(3));
        } catch (DateTimeException e) {
            throw head.wrong(3, "'" + head.text(3) + "' is no day");
        }
    }

    private static Currency currency(Row head) {
        try {
            return Currency.getInstance(head.text(4));
        } catch (IllegalArgumentException e) {
            throw head.wrong(4, "'" + head.text(4) + "' is no currency");
        }
    }
}
