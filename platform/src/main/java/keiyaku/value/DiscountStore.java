package keiyaku.value;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import keiyaku.database.Bulk;
import keiyaku.database.Bulk.Column;
import keiyaku.database.UuidArray;
import keiyaku.shared.AccountId;
import keiyaku.shared.Money;
import keiyaku.shared.Rate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Discounts of accounts; only ever added to. */
@Component
class DiscountStore {

    private static final String SELECT =
            """
            SELECT account_id, id, name, rate, amount, currency, products, plan, minimum,
                   valid_from, valid_until, source, granted_at
            FROM value.discount
            """;

    private final JdbcClient jdbc;
    private final Bulk bulk;

    DiscountStore(JdbcClient jdbc, Bulk bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    void insert(Discount discount, Currency currency) {
        bulk.insert(
                "value.discount",
                List.of(discount),
                Column.uuid("account_id", d -> d.account().value()),
                Column.uuid("id", Discount::id),
                Column.text("name", Discount::name),
                Column.bigint("rate", DiscountStore::rate),
                Column.bigint("amount", DiscountStore::amount),
                Column.text("currency", d -> currency),
                Column.text("products", d -> d.products().text()),
                Column.text("plan", d -> d.condition().plan()),
                Column.bigint("minimum", DiscountStore::minimum),
                Column.of("valid_from", "date", Discount::from),
                Column.of("valid_until", "date", Discount::until),
                Column.text("source", Discount::source),
                Column.of("granted_at", "timestamptz", Discount::grantedAt));
    }

    /** What accounts hold in a currency that is not over before a day. */
    List<Discount> held(Collection<AccountId> accounts, String currency, LocalDate from) {
        return jdbc.sql(
                        SELECT
                                + """
                                 WHERE account_id = ANY(:accounts) AND currency = :currency
                                  AND (valid_until IS NULL OR valid_until > :from)\
                                """)
                .param("accounts", UuidArray.of(accounts, AccountId::value))
                .param("currency", currency)
                .param("from", from)
                .query((row, i) -> discount(row))
                .list();
    }

    List<Discount> ofAccount(AccountId account) {
        return jdbc.sql(SELECT + " WHERE account_id = ? ORDER BY id DESC")
                .param(account.value())
                .query((row, i) -> discount(row))
                .list();
    }

    private static @Nullable Long rate(Discount discount) {
        return discount.off() instanceof Discount.RateOff off ? off.rate().perMillion() : null;
    }

    private static @Nullable Long amount(Discount discount) {
        return discount.off() instanceof Discount.AmountOff off ? off.amount().minor() : null;
    }

    private static @Nullable Long minimum(Discount discount) {
        var minimum = discount.condition().minimum();
        return minimum == null ? null : minimum.minor();
    }

    private static Discount discount(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        var rate = row.getObject("rate", Long.class);
        var minimum = row.getObject("minimum", Long.class);
        return new Discount(
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getObject("id", UUID.class),
                row.getString("name"),
                rate == null
                        ? new Discount.AmountOff(Money.of(row.getLong("amount"), currency))
                        : new Discount.RateOff(new Rate(rate)),
                Products.ofText(row.getString("products")),
                new Discount.Condition(
                        row.getString("plan"),
                        minimum == null ? null : Money.of(minimum, currency)),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getString("source"),
                row.getObject("granted_at", OffsetDateTime.class).toInstant());
    }
}
