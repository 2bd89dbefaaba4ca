package keiyaku.cli;

/** What was typed cannot be done; the message says what can. Exit code 2. */
final class UsageException extends RuntimeException {
    UsageException(String message) {
        super(message);
    }
}
