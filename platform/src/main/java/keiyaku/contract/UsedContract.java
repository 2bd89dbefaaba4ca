package keiyaku.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import org.jspecify.annotations.Nullable;

/**
 * A contract as the metering of its use needs it.
 *
 * @param since its first day, in its zone
 * @param agreedOn the first days of its paid terms, in order; none while it is on trial
 * @param endedAt the instant from which it is over; null while it runs
 */
public record UsedContract(
        AccountId account,
        ContractId id,
        String product,
        ZoneId zone,
        LocalDate since,
        List<LocalDate> agreedOn,
        @Nullable Instant endedAt) {

    public UsedContract {
        agreedOn = List.copyOf(agreedOn);
    }

    public LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** Whether the product could be used at an instant. */
    public boolean runsAt(Instant at) {
        return !day(at).isBefore(since) && (endedAt == null || at.isBefore(endedAt));
    }

    /** The first day on which use is charged: a trial is free (C-6). */
    public Optional<LocalDate> paidFrom() {
        return agreedOn.stream().findFirst();
    }

    /**
     * The day whose prices count for a month: that of the agreement that ran on its first day, or
     * of the first one in it. A running contract keeps the price agreed to until it renews (C-1).
     */
    public Optional<LocalDate> pricedOn(LocalDate month) {
        return agreedOn.stream()
                .filter(day -> !day.isAfter(month))
                .reduce((first, later) -> later)
                .or(() -> paidFrom().filter(day -> day.isBefore(month.plusMonths(1))));
    }
}
