package keiyaku.cli;

import org.jspecify.annotations.Nullable;

/** The machine or the database does not let it; the message says what to do. Exit code 3. */
final class NotPossibleException extends RuntimeException {
    NotPossibleException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
