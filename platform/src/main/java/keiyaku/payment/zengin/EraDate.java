package keiyaku.payment.zengin;

import java.time.DateTimeException;
import java.time.LocalDate;

/** YYMMDD with the year of the Japanese era: 070127 is the 27th of January 2025. */
final class EraDate {

    private static final LocalDate REIWA = LocalDate.of(2019, 5, 1);
    private static final int BEFORE_REIWA = 2018;
    private static final int BEFORE_HEISEI = 1988;

    private EraDate() {}

    static String write(LocalDate date) {
        int before = date.isBefore(REIWA) ? BEFORE_HEISEI : BEFORE_REIWA;
        return "%02d%02d%02d"
                .formatted(date.getYear() - before, date.getMonthValue(), date.getDayOfMonth());
    }

    /** In the latest era in which the day does not lie ahead of the file's reader. */
    static LocalDate read(Row row, String id, LocalDate today) {
        var text = row.text(id);
        var reiwa = date(row, id, text, BEFORE_REIWA);
        return reiwa.isAfter(today.plusDays(1)) ? date(row, id, text, BEFORE_HEISEI) : reiwa;
    }

    private static LocalDate date(Row row, String id, String text, int before) {
        try {
            return LocalDate.of(
                    before + Integer.parseInt(text, 0, 2, 10),
                    Integer.parseInt(text, 2, 4, 10),
                    Integer.parseInt(text, 4, 6, 10));
        } catch (DateTimeException | NumberFormatException e) {
            throw row.wrong(id, text + " is no day");
        }
    }
}
