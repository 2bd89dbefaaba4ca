package keiyaku.usage;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.UUID;
import keiyaku.shared.AccountId;
import keiyaku.shared.InvoiceId;
import org.jspecify.annotations.Nullable;

/**
 * An account's bill of a calendar month.
 *
 * @param invoice what it became; null until it is final, and for one on which nothing stood
 * @param dueAt when it goes on; null when it is final
 */
public record Bill(
        AccountId account,
        UUID id,
        YearMonth month,
        ZoneId zone,
        BillState state,
        @Nullable InvoiceId invoice,
        @Nullable Instant dueAt) {

    private static final int FINAL_DAY = 4;

    /** As it stands at an instant at which something first comes onto it. */
    static Bill opened(AccountId account, UUID id, YearMonth month, ZoneId zone, Instant now) {
        var drafted = draftedAt(month, zone);
        return now.isBefore(drafted)
                ? new Bill(account, id, month, zone, BillState.COLLECTING, null, drafted)
                : new Bill(account, id, month, zone, BillState.DRAFT, null, finalAt(month, zone));
    }

    /** The start of the 1st of the next month. */
    static Instant draftedAt(YearMonth month, ZoneId zone) {
        return month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
    }

    /** The start of the 4th. */
    static Instant finalAt(YearMonth month, ZoneId zone) {
        return month.plusMonths(1).atDay(FINAL_DAY).atStartOfDay(zone).toInstant();
    }

    /** The month after another whose bill is not final yet by the calendar. */
    static YearMonth nextOpen(YearMonth month, ZoneId zone, Instant now) {
        var today = YearMonth.from(now.atZone(zone));
        var open = finalAt(today.minusMonths(1), zone).isAfter(now) ? today.minusMonths(1) : today;
        return open.isAfter(month) ? open : month.plusMonths(1);
    }

    boolean isFinal() {
        return state == BillState.FINAL;
    }

    Bill drafted() {
        return new Bill(account, id, month, zone, BillState.DRAFT, null, finalAt(month, zone));
    }

    Bill finished(@Nullable InvoiceId issued) {
        return new Bill(account, id, month, zone, BillState.FINAL, issued, null);
    }
}
