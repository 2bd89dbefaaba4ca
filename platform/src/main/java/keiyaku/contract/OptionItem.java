package keiyaku.contract;

import java.time.LocalDate;
import keiyaku.catalog.ProductOption.Kind;
import keiyaku.shared.Period;
import keiyaku.shared.Term;
import org.jspecify.annotations.Nullable;

/**
 * An option of a server contract, with a term of its own (H-13).
 *
 * @param number its place in the contract, from 1; with it a term is charged once (B-4)
 * @param name what it is for, such as a common name; null while it is not known
 * @param auto whether it goes on by itself when the contract's renewal is automatic
 * @param wish term and quantity from its next own renewal on; null: as now
 * @param agreement the running or last term; null until the first one begins
 * @param next the term after it, or the first one, when it has been charged
 * @param endedOn the first day on which it was not there any more
 */
public record OptionItem(
        int number,
        String option,
        Kind kind,
        @Nullable String name,
        boolean auto,
        @Nullable Wish wish,
        @Nullable Agreement agreement,
        @Nullable Upcoming next,
        @Nullable LocalDate endedOn) {

    /** What an option goes on with at its next own renewal. */
    public record Wish(Term term, long quantity) {}

    boolean isLive() {
        return endedOn == null;
    }

    boolean isRunning() {
        return agreement != null && endedOn == null;
    }

    /** The running term; a bug when there is none. */
    public Agreement requireAgreement() {
        if (agreement == null) {
            throw new IllegalStateException("option " + number + " has not begun");
        }
        return agreement;
    }

    boolean endsOn(LocalDate day) {
        return isRunning() && requireAgreement().period().end().equals(day);
    }

    Period period() {
        return requireAgreement().period();
    }

    OptionItem withAuto(boolean on) {
        return new OptionItem(number, option, kind, name, on, wish, agreement, next, endedOn);
    }

    OptionItem withName(String given) {
        return new OptionItem(number, option, kind, given, auto, wish, agreement, next, endedOn);
    }

    OptionItem withWish(@Nullable Wish given) {
        return new OptionItem(number, option, kind, name, auto, given, agreement, next, endedOn);
    }

    OptionItem withNext(@Nullable Upcoming given) {
        return new OptionItem(number, option, kind, name, auto, wish, agreement, given, endedOn);
    }

    OptionItem ended(LocalDate on) {
        return new OptionItem(number, option, kind, name, auto, wish, agreement, next, on);
    }

    /** Its paid next term is the running one from now on. */
    OptionItem begun() {
        if (next == null) {
            throw new IllegalStateException("option " + number + " has no next term");
        }
        return new OptionItem(number, option, kind, name, auto, null, next.agreement(), null, null);
    }

    /** The first day of what was charged and has not begun; null when nothing was. */
    @Nullable LocalDate nextStart() {
        return next == null ? null : next.agreement().start();
    }

    boolean isPaidFor() {
        return next != null && next.paid();
    }
}
