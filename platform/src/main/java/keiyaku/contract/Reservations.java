package keiyaku.contract;

import java.time.LocalDate;
import keiyaku.catalog.Billing;
import keiyaku.shared.Term;
import org.jspecify.annotations.Nullable;

/** What stands to happen to a contract, and can be taken back until its day. */
public record Reservations(
        @Nullable PaidStart paidStart,
        @Nullable LocalDate cancelOn,
        @Nullable RenewalChoice renewal) {

    public static final Reservations NONE = new Reservations(null, null, null);

    /** From the agreement's first day the contract is paid for, at the price agreed now (C-7). */
    public record PaidStart(Agreement agreement) {
        public LocalDate on() {
            return agreement.start();
        }
    }

    /** What follows when the term ends (C-9). */
    public sealed interface RenewalChoice {

        /** Nothing: the contract ends with its term. */
        record Ends() implements RenewalChoice {}

        /** A plan, a term and a billing. */
        record Continues(String plan, Term term, Billing billing) implements RenewalChoice {}
    }

    Reservations withPaidStart(@Nullable PaidStart start) {
        return new Reservations(start, cancelOn, renewal);
    }

    Reservations withCancelOn(@Nullable LocalDate day) {
        return new Reservations(paidStart, day, renewal);
    }

    Reservations withRenewal(@Nullable RenewalChoice choice) {
        return new Reservations(paidStart, cancelOn, choice);
    }
}
