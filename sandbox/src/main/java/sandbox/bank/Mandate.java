package sandbox.bank;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An account holder's permission to debit.
 *
 * @param account bank, branch, kind and number in one
 * @param confirmOn when the bank answers a request
 * @param reason why it was refused or has ended
 */
record Mandate(
        String id,
        String account,
        String holder,
        State state,
        LocalDate confirmOn,
        @Nullable String reason) {

    enum State {
        REQUESTED,
        ACTIVE,
        REFUSED,
        REVOKED;

        @com.fasterxml.jackson.annotation.JsonValue
        String tag() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** As it stands on a day. */
    Mandate on(LocalDate day) {
        return state == State.REQUESTED && !confirmOn.isAfter(day)
                ? with(State.ACTIVE, null)
                : this;
    }

    Mandate with(State next, @Nullable String why) {
        return new Mandate(id, account, holder, next, confirmOn, why);
    }
}
