package keiyaku.run;

import java.sql.SQLException;
import java.util.List;
import keiyaku.shared.RefusedException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** Tells a failure that passes by itself from one that a piece of work brings with it. */
final class Failures {

    private static final int LONGEST_REASON = 500;

    /** Causes are followed this deep; a chain that is longer is a circle. */
    private static final int DEEPEST = 20;

    /** Serialization, deadlock, connection, server going away or not there yet, no place left. */
    private static final List<String> PASSING =
            List.of("40001", "40P01", "08", "57P01", "57P02", "57P03", "53300", "55P03");

    private Failures() {}

    static boolean passes(Throwable failure) {
        var cause = failure;
        for (int i = 0; cause != null && i < DEEPEST; i++) {
            if (cause instanceof CannotGetJdbcConnectionException
                    || (cause instanceof SQLException sql && isPassing(sql))) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** For an operator: what went wrong, without the row's contents that the database quotes. */
    static String reason(Throwable failure) {
        if (failure instanceof RefusedException refused) {
            return cut("refused: " + refused.refusal().code() + " " + refused.refusal().facts());
        }
        var cause = failure;
        for (int i = 0; cause.getCause() != null && i < DEEPEST; i++) {
            cause = cause.getCause();
        }
        var message = cause.getMessage() == null ? "" : cause.getMessage();
        int detail = message.indexOf("\n  Detail:");
        return cut(
                cause.getClass().getSimpleName()
                        + ": "
                        + (detail < 0 ? message : message.substring(0, detail)));
    }

    private static boolean isPassing(SQLException exception) {
        var state = exception.getSQLState();
        return state != null && PASSING.stream().anyMatch(state::startsWith);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON);
    }
}
