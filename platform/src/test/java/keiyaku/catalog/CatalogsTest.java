package keiyaku.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.time.LocalDate;
import keiyaku.shared.Language;
import keiyaku.shared.MovableClock;
import keiyaku.shared.RefusedException;
import keiyaku.shared.Term;
import keiyaku.testing.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class CatalogsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    private static final LocalDate AUGUST = LocalDate.of(2026, 8, 1);

    private final HikariDataSource pool = pool();
    // 2026-06-01 in Tokyo, still 2026-05-31 in UTC.
    private final MovableClock clock = MovableClock.standing(Instant.parse("2026-05-31T20:00:00Z"));
    private final Catalogs catalogs = catalogs();

    private static HikariDataSource pool() {
        var access = TestDatabases.fresh();
        var pool = new HikariDataSource();
        pool.setJdbcUrl(access.url());
        pool.setUsername(access.applicationUser());
        pool.setPassword(access.applicationPassword());
        pool.setMaximumPoolSize(4);
        return pool;
    }

    /** Another one on the same database is another process. */
    private Catalogs catalogs() {
        return new Catalogs(CatalogFixture.store(pool), clock);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void withoutACatalogItSaysHowToApplyOne() {
        assertThat(catalogs.any()).isFalse();
        assertThatThrownBy(catalogs::current)
                .isInstanceOf(NoCatalogException.class)
                .hasMessageContaining("2026-05-31")
                .hasMessageContaining("./keiyaku catalog apply FILE");
    }

    @Test
    void whatWasAppliedIsInForceAsItWasWritten() {
        var file = CatalogExamples.example();
        var diff = catalogs.apply(file, TODAY, "test");
        assertThat(diff.lines())
                .contains("+ product works", "+ tax JP/standard/2019-10-01", "+ coins coins")
                .doesNotContain("+ order products");
        var current = catalogs.current();
        assertThat(current.products()).isEqualTo(file.catalog().products());
        assertThat(current.provider()).isEqualTo(file.catalog().provider());
        assertThat(current.coins()).isEqualTo(file.catalog().coins());
        assertThat(current.coupons()).hasSize(2);
        assertThat(current.product("works").orElseThrow().plans().getFirst().features().keySet())
                .containsExactly("storage", "video-meeting", "archive");
    }

    @Test
    void applyingTheSameTwiceChangesNothing() {
        catalogs.apply(CatalogExamples.example(), TODAY, "test");
        assertThat(catalogs.preview(CatalogExamples.example()).isEmpty()).isTrue();
        assertThat(catalogs.apply(CatalogExamples.example(), JULY, "test").isEmpty()).isTrue();
        assertThat(revisions()).isEqualTo(1);
    }

    @Test
    void anExportedCatalogAppliesToNoChange() {
        catalogs.apply(CatalogFile.demo(), TODAY, "test");
        var exported = CatalogFile.read("exported.yaml", catalogs.export(TODAY));
        assertThat(catalogs.preview(exported).lines()).isEmpty();
        assertThat(exported.catalog().products())
                .isEqualTo(CatalogFile.demo().catalog().products());
    }

    @Test
    void anExportIsWrittenForReaders() {
        catalogs.apply(CatalogFile.demo(), TODAY, "test");
        assertThat(catalogs.export(TODAY).lines())
                .contains(
                        "- {country: JP, category: standard, rate: 10%, from: 2019-10-01}",
                        "    - {term: P1Y, per: seat, amount: 4320, billing: [monthly, upfront]}",
                        "    card: {day: 5}",
                        "    free: 5",
                        "    tiers: [{upTo: 1000, price: '3.2'}, {upTo: 10000, price: '2.9'},"
                                + " {price: '2.5'}]");
    }

    @Test
    void aPriceChangesOnItsDayAndTheOldOneIsKept() {
        catalogs.apply(CatalogExamples.small(""), LocalDate.EPOCH, "test");
        var diff = catalogs.apply(CatalogExamples.small("100", "120"), JULY, "test");
        assertThat(diff.lines())
                .containsExactly("~ product box", "    plans.one.prices.P1M.amount: 100 → 120");
        assertThat(price(catalogs.current())).isEqualTo(100);
        assertThat(price(catalogs.on(JULY.minusDays(1)))).isEqualTo(100);
        assertThat(price(catalogs.on(JULY))).isEqualTo(120);
        clock.moveTo(Instant.parse("2026-06-30T15:00:00Z"));
        assertThat(price(catalogs.current())).isEqualTo(120);
        assertThat(price(catalogs.on(TODAY))).isEqualTo(100);
    }

    @Test
    void ofTwoChangesForOneDayTheLaterCounts() {
        catalogs.apply(CatalogExamples.small(""), TODAY, "test");
        catalogs.apply(CatalogExamples.small("100", "120"), JULY, "test");
        catalogs.apply(CatalogExamples.small("100", "130"), JULY, "test");
        assertThat(price(catalogs.on(JULY))).isEqualTo(130);
        assertThat(catalogs.apply(CatalogExamples.small(""), JULY, "test").isEmpty()).isFalse();
        assertThat(price(catalogs.on(JULY))).isEqualTo(100);
    }

    @Test
    void aChangeBeforeAPlannedOneLeavesThePlannedOneAsItIs() {
        catalogs.apply(CatalogExamples.small(""), TODAY, "test");
        catalogs.apply(CatalogExamples.small("100", "200"), AUGUST, "test");
        catalogs.apply(CatalogExamples.small("en: Shop", "en: Store"), JULY, "test");
        assertThat(price(catalogs.on(JULY))).isEqualTo(100);
        assertThat(price(catalogs.on(AUGUST))).isEqualTo(200);
        assertThat(catalogs.on(AUGUST).provider().name().in(Language.EN)).isEqualTo("Store");
    }

    @Test
    void whatTheFileDoesNotHaveIsWithdrawnAndKeptInHistory() {
        catalogs.apply(CatalogExamples.example(), TODAY, "test");
        var diff = catalogs.apply(CatalogExamples.small(""), JULY, "test");
        assertThat(diff.lines())
                .contains("+ product box", "- product works (no longer offered; kept in history)");
        assertThat(catalogs.on(JULY).product("works")).isEmpty();
        assertThat(catalogs.on(JULY).coins()).isNull();
        assertThat(catalogs.on(TODAY).product("works")).isPresent();
    }

    @Test
    void aDayInThePastIsRefusedOnceThereIsACatalog() {
        catalogs.apply(CatalogExamples.small(""), LocalDate.EPOCH, "test");
        var change = CatalogExamples.small("100", "120");
        assertThatThrownBy(() -> catalogs.apply(change, TODAY.minusDays(1), "test"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("effective-date-past");
        assertThatThrownBy(() -> catalogs.preview(change, TODAY.minusDays(1)))
                .isInstanceOf(RefusedException.class);
        assertThat(catalogs.apply(change, TODAY, "test").isEmpty()).isFalse();
    }

    @Test
    void aChangeThatTakesAwayWhatAPlannedOneNamesIsRefused() {
        var terms = "terms: [{code: box-terms, version: \"1\", title: {en: Terms}}]\n";
        var withTerms = CatalogExamples.small(terms);
        var namesThem =
                CatalogExamples.small(
                        "    tax: standard", "    tax: standard\n    terms: [box-terms]", terms);
        catalogs.apply(withTerms, TODAY, "test");
        catalogs.apply(namesThem, AUGUST, "test");
        assertThatThrownBy(() -> catalogs.apply(CatalogExamples.small(""), JULY, "test"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("catalog-conflict")
                .hasMessageContaining("2026-08-01");
    }

    @Test
    void anotherProcessSeesANewRevisionAtOnce() {
        var other = catalogs();
        catalogs.apply(CatalogExamples.small(""), LocalDate.EPOCH, "test");
        assertThat(price(other.current())).isEqualTo(100);
        assertThat(other.current()).isSameAs(other.current());
        other.apply(CatalogExamples.small("100", "120"), TODAY, "test");
        assertThat(price(catalogs.current())).isEqualTo(120);
    }

    @Test
    void theOrderOfProductsIsKeptAndItsChangeIsNews() {
        catalogs.apply(CatalogExamples.example(), TODAY, "test");
        var text = CatalogExamples.exampleText();
        var works =
                text.substring(
                        text.indexOf("  - code: works\n"), text.indexOf("  - code: server\n"));
        var moved = text.replace(works, "").replace("coupons:\n", works + "coupons:\n");
        var diff = catalogs.apply(CatalogFile.read("moved.yaml", moved), TODAY, "test");
        assertThat(diff.lines())
                .containsExactly(
                        "~ order products",
                        "    products: works, server, storage → server, storage, works");
        assertThat(catalogs.current().products())
                .extracting(Product::code)
                .containsExactly("server", "storage", "works");
    }

    @Test
    void historyCannotBeChangedByTheApplication() {
        catalogs.apply(CatalogExamples.small(""), TODAY, "test");
        var jdbc = JdbcClient.create(pool);
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM catalog.item").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("UPDATE catalog.item SET code = 'x'").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void theDemoIsLoadedOnceAndLeavesAnotherCatalogAlone() {
        new DemoCatalog(catalogs).afterSingletonsInstantiated();
        assertThat(catalogs.on(LocalDate.of(2020, 2, 29)).product("works")).isPresent();
        catalogs.apply(CatalogExamples.small(""), TODAY, "test");
        new DemoCatalog(catalogs).afterSingletonsInstantiated();
        assertThat(catalogs.current().product("works")).isEmpty();
    }

    private long revisions() {
        return JdbcClient.create(pool)
                .sql("SELECT count(*) FROM catalog.revision")
                .query(Long.class)
                .single();
    }

    private static long price(Catalog catalog) {
        var plan = catalog.product("box").orElseThrow().plans().getFirst();
        return plan.price(Term.MONTH).orElseThrow().amount().minor();
    }
}
