package keiyaku.database;

import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An invariant that the database itself compares: one query that finds what does not hold.
 *
 * @param rows counts what is looked at
 * @param broken gives two texts a finding: the subject, and what is wrong with it
 */
public record QueryInvariant(JdbcClient jdbc, String name, String says, String rows, String broken)
        implements Invariant {

    @Override
    public long check(Consumer<Finding> findings) {
        try (var found =
                jdbc
                        .sql(broken)
                        .withFetchSize(1_000)
                        .query((row, i) -> new Finding(row.getString(1), row.getString(2)))
                        .stream()) {
            found.forEach(findings);
        }
        return jdbc.sql(rows).query(Long.class).single();
    }
}
