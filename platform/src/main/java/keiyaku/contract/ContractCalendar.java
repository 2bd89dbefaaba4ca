package keiyaku.contract;

import java.time.LocalDate;
import java.util.List;
import keiyaku.shared.Money;
import org.jspecify.annotations.Nullable;

/** One list of what is reserved and foreseen, and the days on which a contract could end (C-14). */
public record ContractCalendar(List<Entry> entries, List<EndDay> endDays) {

    public ContractCalendar {
        entries = List.copyOf(entries);
        endDays = List.copyOf(endDays);
    }

    /**
     * A day on which something happens by itself.
     *
     * @param what paid-start, part, renewal, trial-end, term-end, cancellation, trial-notice; of a
     *     server contract: deadline, renewal-charge, option-charge, option-renewal, option-end,
     *     option-lapse, term-over, deletion, lapse, reminder: the text {@code
     *     contract.calendar.WHAT}
     * @param total of the invoice that comes with it, tax included; null when none does
     * @param reserved asked for, and can be taken back; else it follows by itself
     * @param options codes of the options that it is about, where it is about some alone
     */
    public record Entry(
            LocalDate on,
            String what,
            @Nullable Money total,
            boolean reserved,
            List<String> options) {}

    /** What ending on a day costs (above zero) or gives back, tax included; null: nothing. */
    public record EndDay(LocalDate on, @Nullable Money total, boolean withFee) {}
}
