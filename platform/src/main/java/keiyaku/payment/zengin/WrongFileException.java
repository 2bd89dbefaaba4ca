package keiyaku.payment.zengin;

/** A bank file that is not of its format; it is refused whole. Line and column count from 1. */
public final class WrongFileException extends RuntimeException {

    private final int line;
    private final int column;
    private final String reason;

    public WrongFileException(int line, int column, String reason) {
        super("line %d, column %d: %s".formatted(line, column, reason));
        this.line = line;
        this.column = column;
        this.reason = reason;
    }

    public int line() {
        return line;
    }

    /** The byte within its record at which it goes wrong. */
    public int column() {
        return column;
    }

    public String reason() {
        return reason;
    }
}
