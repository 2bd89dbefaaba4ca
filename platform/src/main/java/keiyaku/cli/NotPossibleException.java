package keiyaku.cli;

/** The machine or the database does not let it; the message says what to do. Exit code 3. */
final class NotPossibleException extends RuntimeException {
    NotPossibleException(String message, Throwable cause) {
        super(message, cause);
    }
}
