package sandbox.bank;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Writes notices of incoming transfers: records of 200 bytes, by their columns. */
final class Notice {
    private Notice() {}

    static byte[] file(LocalDate today, List<Transfer> transfers) {
        var from = transfers.stream().map(Transfer::on).min(LocalDate::compareTo).orElse(today);
        var to = transfers.stream().map(Transfer::on).max(LocalDate::compareTo).orElse(today);
        var out = new ByteArrayOutputStream();
        line(
                out,
                "1010"
                        + day(today)
                        + day(from)
                        + day(to)
                        + Bank.CODE
                        + pad("ｻﾝﾄﾞﾎﾞﾂｸｽ", 15)
                        + "001"
                        + pad("ﾎﾝﾃﾝ", 15)
                        + "1"
                        + "7654321"
                        + pad("ｹｲﾔｸ(ｶ", 40));
        transfers.forEach(transfer -> line(out, data(transfer)));
        line(
                out,
                "8%06d%012d%06d%012d"
                        .formatted(
                                count(transfers, false),
                                sum(transfers, false),
                                count(transfers, true),
                                sum(transfers, true)));
        line(out, "9");
        return out.toByteArray();
    }

    private static String data(Transfer transfer) {
        return "2%06d".formatted(transfer.inquiry())
                + day(transfer.on())
                + day(transfer.on())
                + "%010d%010d".formatted(transfer.amount(), 0)
                + (transfer.number() + "0".repeat(10)).substring(0, 10)
                + pad(letters(transfer.payer()), 48)
                + pad("ﾐﾅﾄﾃｽﾄ", 15)
                + pad("ﾖｺﾊﾏ", 15)
                + (transfer.cancelled() ? "1" : "0")
                + pad(letters(transfer.message()), 20);
    }

    private static long count(List<Transfer> transfers, boolean cancelled) {
        return transfers.stream().filter(t -> t.cancelled() == cancelled).count();
    }

    private static long sum(List<Transfer> transfers, boolean cancelled) {
        return transfers.stream()
                .filter(t -> t.cancelled() == cancelled)
                .mapToLong(Transfer::amount)
                .sum();
    }

    /** The year of the era: 8 is 2026. */
    private static String day(LocalDate day) {
        return "%02d%02d%02d"
                .formatted(day.getYear() - 2018, day.getMonthValue(), day.getDayOfMonth());
    }

    private static String letters(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9()\\-. ｱ-ﾟ]", " ");
    }

    private static String pad(String text, int length) {
        return (text + " ".repeat(length)).substring(0, length);
    }

    private static void line(ByteArrayOutputStream out, String text) {
        pad(text, 200).chars().forEach(c -> out.write(c < 0x80 ? c : c - '｡' + 0xA1));
        out.write('\r');
        out.write('\n');
    }
}
