package keiyaku.database;

import java.util.function.Consumer;

/**
 * Something that always holds over the rows of a module, such as debits equal credits; {@code
 * verify} proves it on a live database (B-31). A bean of the module that owns the rows.
 */
public interface Invariant {

    /** A stable name: kebab-case, the module's name first (ledger-balanced). */
    String name();

    /** What holds, in one sentence. */
    String says();

    /**
     * Looks at every row once, in one read-only snapshot that the caller opened, and tells of each
     * that does not hold. Compares in the database or streams; memory stays flat.
     *
     * @return how many rows were looked at
     */
    long check(Consumer<Finding> findings);

    /** What does not hold, and by how much; the subject is an id that staff can look up. */
    record Finding(String subject, String text) {}
}
