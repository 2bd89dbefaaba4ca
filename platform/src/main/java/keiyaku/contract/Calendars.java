package keiyaku.contract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import keiyaku.billing.ChargeKind;
import keiyaku.billing.InvoiceAmounts;
import keiyaku.contract.ContractCalendar.EndDay;
import keiyaku.contract.ContractCalendar.Entry;
import keiyaku.shared.Money;
import org.jspecify.annotations.Nullable;

/** Builds a contract's calendar from its forecast (C-14). */
final class Calendars {

    /** As far as it looks ahead: over the next renewal of a yearly term. */
    private static final int MONTHS = 13;

    private Calendars() {}

    static ContractCalendar of(Contract contract, Sale sale, LocalDate today, Quotes quotes) {
        var entries = new ArrayList<Entry>();
        for (var step : Forecast.until(contract, sale, today.plusMonths(MONTHS))) {
            if (step.event().kind() == Event.Kind.RENEWAL) {
                entries.add(deadline(contract, step));
            }
            var charges = step.outcome().charges();
            entries.add(
                    new Entry(
                            step.event().on(),
                            what(step),
                            total(quotes.amounts(contract, charges, step.event().on())),
                            isReserved(contract, step),
                            options(step)));
        }
        entries.sort(Comparator.comparing(Entry::on));
        return new ContractCalendar(entries, endDays(contract, sale, today, quotes));
    }

    private static String what(Forecast.Step step) {
        var ends = step.outcome().contract().state() == ContractState.ENDED;
        var continues = step.outcome().contract().state() == ContractState.ACTIVE;
        return switch (step.event().kind()) {
            case CANCELLATION -> "cancellation";
            case PAID_START -> "paid-start";
            case TRIAL_END -> "trial-end";
            case TERM_END -> ends ? "term-end" : continues ? "renewal" : "term-over";
            case PART -> "part";
            case TRIAL_NOTICE -> "trial-notice";
            case RENEWAL -> "renewal-charge";
            case OPTION_RENEWAL -> "option-charge";
            case OPTION_END -> goesOn(step) ? "option-renewal" : "option-end";
            case GRACE_END -> "deletion";
            case LAPSE -> "lapse";
            case OPTION_LAPSE -> "option-lapse";
            case REMINDER -> "reminder";
        };
    }

    /** The codes of the options that it is about, where it is about some alone. */
    private static List<String> options(Forecast.Step step) {
        return switch (step.event().kind()) {
            case OPTION_RENEWAL, OPTION_END, OPTION_LAPSE ->
                    step.outcome().facts().stream()
                            .map(Outcome.Fact::details)
                            .map(d -> d.getOrDefault("option", d.getOrDefault("options", "")))
                            .flatMap(codes -> List.of(codes.split(", ")).stream())
                            .distinct()
                            .toList();
            default -> List.of();
        };
    }

    private static boolean goesOn(Forecast.Step step) {
        return step.outcome().facts().stream().allMatch(f -> f.type().equals("option-renewed"));
    }

    private static boolean isReserved(Contract contract, Forecast.Step step) {
        var reserved = contract.reservations();
        return switch (step.event().kind()) {
            case CANCELLATION -> true;
            case PAID_START -> true;
            case TERM_END -> reserved.renewal() != null;
            case RENEWAL -> isChosen(contract);
            case TRIAL_END,
                    PART,
                    TRIAL_NOTICE,
                    OPTION_RENEWAL,
                    OPTION_END,
                    GRACE_END,
                    LAPSE,
                    OPTION_LAPSE,
                    REMINDER ->
                    false;
        };
    }

    private static boolean isChosen(Contract contract) {
        var hosting = contract.hosting();
        return hosting != null && hosting.choice() != null;
    }

    /** The last day on which what follows can be changed (H-7, H-8). */
    private static Entry deadline(Contract contract, Forecast.Step step) {
        var charged = step.outcome().contract();
        var through =
                RenewalDays.changeableThrough(
                        charged.requireAgreement().period(), contract.requireHosting());
        return new Entry(through, "deadline", null, false, List.of());
    }

    /** Today, the end of what is charged, and the end of the term. */
    private static List<EndDay> endDays(
            Contract contract, Sale sale, LocalDate today, Quotes quotes) {
        if (contract.state() == ContractState.ENDED) {
            return List.of();
        }
        var days = new TreeSet<LocalDate>();
        days.add(today);
        var coverage = contract.coverage();
        if (coverage != null && coverage.period().end().isAfter(today)) {
            days.add(coverage.period().end());
        }
        var agreement = contract.agreement();
        if (agreement != null && agreement.period().end().isAfter(today)) {
            days.add(agreement.period().end());
        }
        return days.stream()
                .map(day -> endDay(quotes.quote(contract, new Action.Cancel(day), sale, today)))
                .toList();
    }

    private static EndDay endDay(Quote quote) {
        var withFee =
                quote.charges().stream()
                        .anyMatch(c -> c.kind() == ChargeKind.EARLY_TERMINATION_FEE);
        return new EndDay(quote.effectiveOn(), total(quote.amounts()), withFee);
    }

    private static @Nullable Money total(@Nullable InvoiceAmounts amounts) {
        return amounts == null ? null : amounts.total();
    }
}
