package keiyaku.shared;

/**
 * A file that someone wrote cannot be read as what it should be. The message is {@code FILE:LINE:
 * reason}, and the reason says what is allowed.
 */
public final class InputFileException extends RuntimeException {

    private final String file;
    private final int line;
    private final String reason;

    public InputFileException(String file, int line, String reason) {
        super(file + ":" + line + ": " + reason);
        this.file = file;
        this.line = line;
        this.reason = reason;
    }

    public String file() {
        return file;
    }

    /** Counted from 1. */
    public int line() {
        return line;
    }

    public String reason() {
        return reason;
    }
}
