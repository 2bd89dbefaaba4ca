package keiyaku.billing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gap-free invoice numbers, rising per issuer and year (B-10): the counter's row is raised in the
 * transaction that writes the invoices, so that a crash takes back both. It is locked from then to
 * the commit; a chunk takes its numbers as one block, shortly before it commits.
 */
@Component
class Numbering {

    private final JdbcClient jdbc;

    Numbering(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first of a block of so many numbers of a year. */
    long take(String series, int year, int count) {
        return jdbc.sql(
                        """
                        INSERT INTO billing.number_counter AS c (series, year, next)
                        VALUES (:series, :year, 1 + :count)
                        ON CONFLICT (series, year) DO UPDATE SET next = c.next + :count
                        RETURNING next - :count\
                        """)
                .param("series", series)
                .param("year", year)
                .param("count", count)
                .query(Long.class)
                .single();
    }

    /** CN2026-000001: told apart from an invoice's at a glance. */
    static String creditNote(int year, long number) {
        return "CN" + format(year, number);
    }

    /** 2026-000001: sorts as text up to a million a year, and goes on beyond. */
    static String format(int year, long number) {
        return "%d-%06d".formatted(year, number);
    }
}
