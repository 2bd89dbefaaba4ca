package keiyaku.database;

import org.springframework.jdbc.core.JdbcTemplate;

/** For tests that put a module together by hand. */
public final class TestBulk {

    private TestBulk() {}

    public static Bulk of(JdbcTemplate jdbc) {
        return new Bulk(jdbc, new Distribution(false));
    }
}
