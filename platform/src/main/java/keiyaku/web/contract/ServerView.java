package keiyaku.web.contract;

import java.time.LocalDate;
import java.util.List;
import keiyaku.catalog.Product;
import keiyaku.catalog.ProductOption;
import keiyaku.contract.Contract;
import keiyaku.contract.ContractCalendar;
import keiyaku.contract.ContractState;
import keiyaku.contract.Hosting;
import keiyaku.contract.OptionItem;
import keiyaku.contract.ServerDates;
import keiyaku.payment.MethodKind;
import keiyaku.payment.PaymentMethod;
import keiyaku.web.Page;
import keiyaku.web.part.CalendarEntry;
import keiyaku.web.part.TimelineEntry;
import keiyaku.web.part.Tone;
import keiyaku.web.payment.MethodView;
import org.jspecify.annotations.Nullable;

/**
 * A server contract as its page shows it.
 *
 * @param answer the first sentence
 * @param method how it is paid: Visa ···242, bank transfer; or that nothing is chosen
 * @param notes what to do about a transfer that is awaited
 */
public record ServerView(
        Contract contract,
        Product product,
        String answer,
        ServerUnpaid unpaid,
        ServerSpans spans,
        List<CalendarEntry> calendar,
        List<ContractCalendar.EndDay> endDays,
        List<TimelineEntry> history,
        String method,
        List<String> notes,
        LocalDate today) {

    /** So many days to come are shown, the rest on demand. */
    private static final int FIRST = 8;

    public List<CalendarEntry> first() {
        return calendar.subList(0, Math.min(FIRST, calendar.size()));
    }

    public List<CalendarEntry> more() {
        return calendar.subList(Math.min(FIRST, calendar.size()), calendar.size());
    }

    public String path() {
        return ServerPages.path(contract.id());
    }

    public Hosting hosting() {
        var hosting = contract.hosting();
        if (hosting == null) {
            throw new IllegalStateException(contract.id() + " is no server contract");
        }
        return hosting;
    }

    public boolean active() {
        return contract.state() == ContractState.ACTIVE;
    }

    public boolean over() {
        return contract.state() == ContractState.SUSPENDED;
    }

    public boolean ended() {
        return contract.state() == ContractState.ENDED;
    }

    public boolean canCancel() {
        return !ended() && contract.reservations().cancelOn() == null;
    }

    /** Whether what follows can still be chosen: as it stands, or anew after a reset. */
    public boolean canChange() {
        return active()
                && hosting().next() == null
                && hosting().payBy() != MethodKind.TRANSFER
                && !today.isAfter(ServerDates.of(contract).changeableThrough());
    }

    public boolean byWallet() {
        return canChange() && hosting().renews() && hosting().payBy() == MethodKind.WALLET;
    }

    public boolean canRenew() {
        return (over() || (active() && !hosting().renews()))
                && hosting().next() == null
                && !today.isBefore(ServerDates.of(contract).openFrom());
    }

    public boolean canPay() {
        return unpaid.owed() != null && unpaid.transfer() == null && !ended();
    }

    /** Until when it was possible to change what follows; null while it still is. */
    public @Nullable ServerDates closed() {
        return active() && hosting().renews() && hosting().next() != null
                ? ServerDates.of(contract)
                : null;
    }

    public Tone paymentTone() {
        if (ended()) {
            return Tone.QUIET;
        }
        return unpaid.owed() == null ? Tone.GOOD : Tone.WAITING;
    }

    /** The payment state in words (H-5, P-10). */
    public String payment(Page page) {
        if (unpaid.owed() == null) {
            return page.t("contract.server.payment.paid");
        }
        return page.t(
                unpaid.transfer() == null
                        ? "contract.server.payment.open"
                        : "contract.server.payment.transfer");
    }

    /** The kinds of options that have a page of their own. */
    public List<String> kinds() {
        return product.options().stream()
                .map(ProductOption::kind)
                .distinct()
                .map(ProductOption.Kind::code)
                .toList();
    }

    /** Options that are there or are coming. */
    public List<OptionItem> options() {
        return hosting().items().stream().filter(item -> item.endedOn() == null).toList();
    }

    public String name(Page page, OptionItem item) {
        return product.option(item.option())
                .map(option -> option.name().in(page.language()))
                .orElse(item.option());
    }

    static String method(Page page, Contract contract, List<PaymentMethod> methods) {
        var hosting = contract.hosting();
        if (hosting == null) {
            return "";
        }
        if (hosting.payBy() == MethodKind.TRANSFER) {
            return page.t("contract.server.pay.transfer");
        }
        if (!hosting.renews()) {
            return page.t("contract.server.pay.none");
        }
        return methods.stream()
                .filter(m -> m.kind() == hosting.payBy())
                .findFirst()
                .map(m -> MethodView.of(m, page).title())
                .orElseGet(
                        () -> page.t("contract.server.pay." + hosting.payBy().code() + ".missing"));
    }
}
