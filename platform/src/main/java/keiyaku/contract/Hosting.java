package keiyaku.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import keiyaku.catalog.HostingRenewal;
import keiyaku.payment.MethodKind;
import keiyaku.shared.InvoiceId;
import org.jspecify.annotations.Nullable;

/**
 * What only a server contract has: how it is paid, whether and with what it goes on, its options
 * (H-1 to H-13). Kept beside the contract and written with it.
 *
 * @param rules the product's days and deadlines as configured today
 * @param payBy card, wallet or transfer
 * @param renews whether it goes on by itself (H-6)
 * @param walletDay the day of the month chosen for the wallet; 0: the product's first one
 * @param choice what was chosen to follow the running term; null: the same again
 * @param next the term that has been charged and has not begun
 * @param since the day on which the running term was paid for; null before the first one
 * @param toldDays the last reminder of the end that was given: 30, 14, 7, 1; 0 for none
 * @param series how often a charged term was taken back, so that its days can be charged anew
 */
public record Hosting(
        HostingRenewal rules,
        MethodKind payBy,
        boolean renews,
        int walletDay,
        @Nullable NextChoice choice,
        @Nullable Upcoming next,
        @Nullable LocalDate since,
        int toldDays,
        int series,
        List<OptionItem> items) {

    public Hosting {
        items = List.copyOf(items);
    }

    Hosting paying(MethodKind by, boolean goesOn) {
        return new Hosting(
                rules, by, goesOn, walletDay, choice, next, since, toldDays, series, items);
    }

    Hosting withWalletDay(int day) {
        return new Hosting(rules, payBy, renews, day, choice, next, since, toldDays, series, items);
    }

    Hosting withChoice(@Nullable NextChoice some) {
        return new Hosting(
                rules, payBy, renews, walletDay, some, next, since, toldDays, series, items);
    }

    Hosting withNext(@Nullable Upcoming some) {
        return new Hosting(
                rules, payBy, renews, walletDay, choice, some, since, toldDays, series, items);
    }

    Hosting since(LocalDate day) {
        return new Hosting(
                rules, payBy, renews, walletDay, choice, next, day, toldDays, series, items);
    }

    Hosting told(int days) {
        return new Hosting(
                rules, payBy, renews, walletDay, choice, next, since, days, series, items);
    }

    Hosting inNextSeries() {
        return new Hosting(
                rules, payBy, renews, walletDay, choice, next, since, toldDays, series + 1, items);
    }

    Hosting withItems(List<OptionItem> some) {
        return new Hosting(
                rules, payBy, renews, walletDay, choice, next, since, toldDays, series, some);
    }

    Hosting eachItem(UnaryOperator<OptionItem> change) {
        return withItems(items.stream().map(change).toList());
    }

    int nextNumber() {
        return items.stream().mapToInt(OptionItem::number).max().orElse(0) + 1;
    }

    /** All that has just been charged stands on this invoice. */
    Hosting billedOn(InvoiceId invoice) {
        return settling(upcoming -> upcoming.on(invoice));
    }

    /** As if all that has been charged was paid, which a forecast takes for granted. */
    Hosting assumingPaid() {
        return settling(Upcoming::settled);
    }

    Hosting paid(InvoiceId invoice) {
        return settling(upcoming -> upcoming.isOn(invoice) ? upcoming.settled() : upcoming);
    }

    private Hosting settling(UnaryOperator<Upcoming> change) {
        return withNext(next == null ? null : change.apply(next))
                .eachItem(
                        item -> {
                            var own = item.next();
                            return own == null ? item : item.withNext(change.apply(own));
                        });
    }
}
