package keiyaku.contract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What will happen to a contract if nobody does anything: the rules themselves, run ahead. So what
 * is foretold is what is done.
 */
final class Forecast {

    /** Ten years of monthly parts; a forecast that goes on longer is a bug. */
    private static final int LIMIT = 130;

    private Forecast() {}

    /** An event to come, and what it does. */
    record Step(Event event, Outcome outcome) {}

    static List<Step> until(Contract contract, Sale sale, LocalDate last) {
        var steps = new ArrayList<Step>();
        var now = contract;
        for (int i = 0; i < LIMIT; i++) {
            var event = Schedule.next(now);
            if (event.isEmpty() || event.get().on().isAfter(last)) {
                break;
            }
            var outcome = Life.happens(now, event.get(), sale);
            steps.add(new Step(event.get(), outcome));
            now = ServerLife.goingWell(outcome.contract(), event.get().on());
        }
        return steps;
    }

    /** The first step to come of a sort, within the limit. */
    static Optional<Step> first(Contract contract, Sale sale, Predicate<Step> sort) {
        var now = contract;
        for (int i = 0; i < LIMIT; i++) {
            var event = Schedule.next(now);
            if (event.isEmpty()) {
                return Optional.empty();
            }
            var step = new Step(event.get(), Life.happens(now, event.get(), sale));
            if (sort.test(step)) {
                return Optional.of(step);
            }
            now = ServerLife.goingWell(step.outcome().contract(), event.get().on());
        }
        return Optional.empty();
    }

    /** The first day to come on which something is charged. */
    static Optional<LocalDate> nextCharge(Contract contract, Sale sale) {
        return first(contract, sale, step -> !step.outcome().charges().isEmpty())
                .map(step -> step.event().on());
    }
}
