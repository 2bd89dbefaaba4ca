package keiyaku.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keiyaku.contract.Event.Kind;
import keiyaku.contract.Reservations.RenewalChoice;
import org.jspecify.annotations.Nullable;

/** What happens to a contract next, by itself. The only place that says so. */
final class Schedule {

    /** Days before the end of a trial on which the member is told (C-6). */
    private static final int[] NOTICE_DAYS = {7, 1};

    private Schedule() {}

    static Optional<Event> next(Contract contract) {
        return events(contract).stream().min(Event.ORDER);
    }

    static Optional<Instant> nextInstant(Contract contract) {
        return next(contract).map(event -> event.at(contract.zone()));
    }

    private static List<Event> events(Contract contract) {
        var events = new ArrayList<Event>();
        add(events, Kind.CANCELLATION, contract.reservations().cancelOn());
        if (contract.hosting() != null) {
            events.addAll(ServerSchedule.events(contract));
            return contract.state() == ContractState.ENDED ? List.of() : events;
        }
        switch (contract.state()) {
            case TRIAL -> addTrial(events, contract);
            case ACTIVE -> addPaid(events, contract);
            case SUSPENDED -> {
                // What is not served is not charged: the next part waits until it is paid for.
                if (contract.reservations().renewal() instanceof RenewalChoice.Ends) {
                    add(events, Kind.TERM_END, contract.requireAgreement().period().end());
                }
            }
            case AWAITING_PAYMENT -> {}
            case ENDED -> events.clear();
        }
        return events;
    }

    private static void addTrial(List<Event> events, Contract contract) {
        var trial = contract.trial();
        if (trial == null) {
            return;
        }
        var start = contract.reservations().paidStart();
        if (start != null) {
            add(events, Kind.PAID_START, start.on());
            return;
        }
        add(events, Kind.TRIAL_END, trial.end());
        var notice = noticeDays(contract);
        if (notice > 0) {
            add(events, Kind.TRIAL_NOTICE, trial.end().minusDays(notice));
        }
    }

    /** How many days before the trial's end the next notice is given; 0 when all were. */
    static int noticeDays(Contract contract) {
        var trial = contract.trial();
        for (int days : NOTICE_DAYS) {
            var told = contract.toldDaysBefore();
            if (trial != null
                    && (told == 0 || days < told)
                    && trial.end().minusDays(days).isAfter(trial.start())) {
                return days;
            }
        }
        return 0;
    }

    private static void addPaid(List<Event> events, Contract contract) {
        var agreement = contract.requireAgreement();
        add(events, Kind.TERM_END, agreement.period().end());
        if (agreement.partsCharged() < agreement.parts()) {
            add(events, Kind.PART, agreement.part(agreement.partsCharged() + 1).start());
        }
    }

    private static void add(List<Event> events, Kind kind, @Nullable LocalDate day) {
        if (day != null) {
            events.add(new Event(kind, day));
        }
    }
}
