package keiyaku.contract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import keiyaku.contract.Event.Kind;
import keiyaku.payment.MethodKind;
import keiyaku.shared.Period;

/** What happens to a server contract by itself (H-6 to H-13); a part of {@link Schedule}. */
final class ServerSchedule {

    /** Days before the end on which a contract that does not renew itself is reminded (H-6). */
    private static final int[] REMINDER_DAYS = {30, 14, 7, 1};

    private ServerSchedule() {}

    static List<Event> events(Contract contract) {
        return switch (contract.state()) {
            case AWAITING_PAYMENT -> awaiting(contract);
            case ACTIVE -> active(contract);
            case SUSPENDED -> suspended(contract);
            case TRIAL, ENDED -> List.of();
        };
    }

    /** A transfer that does not come lapses by its own days (P-10). */
    private static List<Event> awaiting(Contract contract) {
        return contract.requireHosting().payBy() == MethodKind.TRANSFER
                ? List.of()
                : List.of(new Event(Kind.LAPSE, lapsesOn(contract)));
    }

    /** An order whose card or wallet was refused, and that nobody paid, is void from here on. */
    static LocalDate lapsesOn(Contract contract) {
        var days = contract.requireHosting().rules().byHand().graceDays();
        return contract.appliedOn().plusDays(days + 1L);
    }

    /**
     * An option of its own invoice that has not begun; a transfer lapses by its own days (P-10).
     */
    static boolean isUnpaidOrder(Hosting hosting, OptionItem item) {
        var first = item.next();
        if (!item.isLive() || item.agreement() != null || first == null || first.paid()) {
            return false;
        }
        var next = hosting.next();
        // What was charged together has one invoice, or none yet.
        return hosting.payBy() != MethodKind.TRANSFER
                && (next == null || !Objects.equals(next.invoice(), first.invoice()));
    }

    /** The first day on which an option that nobody paid is not ordered any more. */
    static LocalDate optionLapsesOn(Hosting hosting, OptionItem item) {
        var start = item.nextStart();
        if (start == null) {
            throw new IllegalStateException("option " + item.number() + " awaits nothing");
        }
        return start.plusDays(hosting.rules().byHand().graceDays() + 1L);
    }

    private static List<Event> active(Contract contract) {
        var hosting = contract.requireHosting();
        var term = contract.requireAgreement().period();
        var events = new ArrayList<Event>();
        events.add(new Event(Kind.TERM_END, term.end()));
        if (hosting.next() == null) {
            if (goesOn(contract, term)) {
                events.add(new Event(Kind.RENEWAL, RenewalDays.collectedOn(term, hosting)));
            }
            int days = hosting.renews() ? 0 : reminderDays(term, hosting.toldDays());
            if (days > 0) {
                events.add(new Event(Kind.REMINDER, term.lastDay().minusDays(days)));
            }
        }
        for (var item : hosting.items()) {
            if (item.isRunning()) {
                events.add(new Event(Kind.OPTION_END, item.period().end()));
            }
            if (isUnpaidOrder(hosting, item)) {
                events.add(new Event(Kind.OPTION_LAPSE, optionLapsesOn(hosting, item)));
            }
            if (renewsAlone(contract, item)) {
                events.add(
                        new Event(
                                Kind.OPTION_RENEWAL,
                                RenewalDays.collectedOn(item.period(), hosting)));
            }
        }
        return events;
    }

    /** Its term is over and nothing paid follows: in its grace (H-11). */
    private static List<Event> suspended(Contract contract) {
        var hosting = contract.requireHosting();
        var events = new ArrayList<Event>();
        events.add(new Event(Kind.GRACE_END, deletedOn(contract)));
        for (var item : hosting.items()) {
            if (item.isRunning()) {
                events.add(new Event(Kind.OPTION_END, item.period().end()));
            }
        }
        return events;
    }

    static LocalDate deletedOn(Contract contract) {
        return RenewalDays.graceThrough(
                        contract.requireAgreement().period(), contract.requireHosting())
                .plusDays(1);
    }

    /** Whether an option is charged apart from its contract: its term ends on another day. */
    static boolean renewsAlone(Contract contract, OptionItem item) {
        return item.isRunning()
                && item.auto()
                && item.next() == null
                && !item.endsOn(contract.requireAgreement().period().end())
                && goesOn(contract, item.period());
    }

    private static boolean goesOn(Contract contract, Period term) {
        var cancelOn = contract.reservations().cancelOn();
        return contract.requireHosting().renews()
                && (cancelOn == null || cancelOn.isAfter(term.end()));
    }

    /** How many days before the end the next reminder is given; 0 when all were. */
    static int reminderDays(Period term, int told) {
        for (int days : REMINDER_DAYS) {
            if ((told == 0 || days < told)
                    && term.lastDay().minusDays(days).isAfter(term.start())) {
                return days;
            }
        }
        return 0;
    }

    /** The reminders of a term that a day has passed count as given. */
    static int toldBy(Period term, LocalDate today) {
        int told = 0;
        for (int days : REMINDER_DAYS) {
            if (!term.lastDay().minusDays(days).isAfter(today)) {
                told = days;
            }
        }
        return told;
    }
}
