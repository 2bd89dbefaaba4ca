package sandbox.productsite;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import sandbox.shared.Problem;

/** What a customer has at the product site under one contract. The password is kept hashed. */
record Workspace(
        String contract,
        String product,
        State state,
        Map<String, String> details,
        String passwordHash,
        long sequence,
        Instant changedAt) {

    enum State {
        ACTIVE,
        SUSPENDED,
        DELETED;

        @JsonValue
        String tag() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    enum Change {
        CREATE,
        CHANGE,
        SUSPEND,
        RESUME,
        DELETE;

        @JsonValue
        String tag() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The state after a change; a 409 problem when the change does not fit the state. */
    State after(Change change) {
        if (state == State.DELETED) {
            throw Problem.of(409, "deleted", "This workspace has been deleted.");
        }
        return switch (change) {
            case CREATE -> throw Problem.of(409, "exists", "This workspace exists already.");
            case CHANGE -> state;
            case SUSPEND -> State.SUSPENDED;
            case RESUME -> State.ACTIVE;
            case DELETE -> State.DELETED;
        };
    }
}
