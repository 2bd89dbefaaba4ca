package keiyaku.catalog;

import javax.sql.DataSource;
import keiyaku.database.TestBulk;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The module put together by hand. */
final class CatalogFixture {

    private CatalogFixture() {}

    static CatalogStore store(DataSource pool) {
        return new CatalogStore(JdbcClient.create(pool), TestBulk.of(new JdbcTemplate(pool)));
    }
}
