package keiyaku.usage;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import keiyaku.billing.Charge;
import keiyaku.billing.ChargeKind;
import keiyaku.billing.ComputationJson;
import keiyaku.database.Bulk;
import keiyaku.database.Bulk.Column;
import keiyaku.database.UuidArray;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import keiyaku.shared.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits for bills besides the month's use, and what of the use was billed. */
@Component
class LineStore {

    private final JdbcClient jdbc;
    private final Bulk bulk;

    LineStore(JdbcClient jdbc, Bulk bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    /** A charge that waits for the bill of a month. */
    record Waiting(YearMonth month, Charge charge) {}

    void mark(List<Waiting> waiting) {
        bulk.insert(
                "usage.marked_charge",
                waiting,
                Column.uuid("account_id", w -> w.charge().account().value()),
                Column.uuid("contract_id", w -> contract(w.charge())),
                Column.text("kind", w -> w.charge().kind().code()),
                Column.of("period_start", "date", w -> w.charge().period().start()),
                Column.bigint("occurrence", w -> w.charge().occurrence()),
                Column.of("period_end", "date", w -> w.charge().period().end()),
                Column.of("month", "date", w -> w.month().atDay(1)),
                Column.text("product", w -> w.charge().product()),
                Column.text("item", w -> w.charge().item()),
                Column.bigint("quantity", w -> w.charge().quantity()),
                Column.text("currency", w -> w.charge().amount().currency()),
                Column.text("tax_category", w -> w.charge().taxCategory()),
                Column.of("why", "jsonb", w -> ComputationJson.write(w.charge().why())));
    }

    List<Waiting> waiting(Collection<AccountId> accounts, Collection<YearMonth> months) {
        return jdbc.sql(
                        """
                        SELECT account_id, contract_id, kind, period_start, occurrence, period_end,
                               month, product, item, quantity, currency, tax_category, why
                        FROM usage.marked_charge
                        WHERE account_id = ANY(:accounts) AND month = ANY(:months)
                        ORDER BY account_id, month, contract_id, period_start, occurrence,
                                 kind <> 'proration-credit', kind\
                        """)
                .param("accounts", UuidArray.distinct(accounts, AccountId::value))
                .param("months", days(months))
                .query(
                        (row, i) ->
                                new Waiting(
                                        YearMonth.from(row.getObject("month", LocalDate.class)),
                                        charge(row)))
                .list();
    }

    /** A meter's month that was used more after its bill, and the month of the bill for it. */
    record Late(
            AccountId account,
            YearMonth billMonth,
            ContractId contract,
            String meter,
            YearMonth month) {}

    void late(List<Late> late) {
        bulk.insertMissing(
                "usage.late",
                late,
                Column.uuid("account_id", l -> l.account().value()),
                Column.of("bill_month", "date", l -> l.billMonth().atDay(1)),
                Column.uuid("contract_id", l -> l.contract().value()),
                Column.text("meter", Late::meter),
                Column.of("month", "date", l -> l.month().atDay(1)));
    }

    List<Late> late(Collection<AccountId> accounts, Collection<YearMonth> billMonths) {
        return jdbc.sql(
                        """
                        SELECT account_id, bill_month, contract_id, meter, month FROM usage.late
                        WHERE account_id = ANY(:accounts) AND bill_month = ANY(:months)
                        ORDER BY account_id, bill_month, month, contract_id, meter\
                        """)
                .param("accounts", UuidArray.distinct(accounts, AccountId::value))
                .param("months", days(billMonths))
                .query(
                        (row, i) ->
                                new Late(
                                        new AccountId(row.getObject("account_id", UUID.class)),
                                        YearMonth.from(
                                                row.getObject("bill_month", LocalDate.class)),
                                        new ContractId(row.getObject("contract_id", UUID.class)),
                                        row.getString("meter"),
                                        YearMonth.from(row.getObject("month", LocalDate.class))))
                .list();
    }

    /** On the bills of which months later use of a month stands, in order. */
    List<YearMonth> lateBills(AccountId account, YearMonth month) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT bill_month FROM usage.late
                        WHERE account_id = ? AND month = ? ORDER BY bill_month\
                        """)
                .params(account.value(), month.atDay(1))
                .query((row, i) -> YearMonth.from(row.getObject("bill_month", LocalDate.class)))
                .list();
    }

    /** How much of a meter's month was billed, on which month's bill. */
    record Billed(
            AccountId account,
            ContractId contract,
            String meter,
            YearMonth month,
            YearMonth billMonth,
            BigDecimal quantity) {}

    void billed(List<Billed> billed) {
        bulk.insertMissing(
                "usage.billed",
                billed,
                Column.uuid("account_id", b -> b.account().value()),
                Column.uuid("contract_id", b -> b.contract().value()),
                Column.text("meter", Billed::meter),
                Column.of("month", "date", b -> b.month().atDay(1)),
                Column.of("bill_month", "date", b -> b.billMonth().atDay(1)),
                Column.of("quantity", "numeric", b -> b.quantity().toPlainString()));
    }

    /** The last that was billed of each meter of months. */
    List<Billed> billed(Collection<AccountId> accounts, Collection<YearMonth> months) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT ON (account_id, month, contract_id, meter)
                               account_id, contract_id, meter, month, bill_month, quantity
                        FROM usage.billed
                        WHERE account_id = ANY(:accounts) AND month = ANY(:months)
                        ORDER BY account_id, month, contract_id, meter, bill_month DESC\
                        """)
                .param("accounts", UuidArray.distinct(accounts, AccountId::value))
                .param("months", days(months))
                .query(
                        (row, i) ->
                                new Billed(
                                        new AccountId(row.getObject("account_id", UUID.class)),
                                        new ContractId(row.getObject("contract_id", UUID.class)),
                                        row.getString("meter"),
                                        YearMonth.from(row.getObject("month", LocalDate.class)),
                                        YearMonth.from(
                                                row.getObject("bill_month", LocalDate.class)),
                                        row.getBigDecimal("quantity")))
                .list();
    }

    private static java.sql.Date[] days(Collection<YearMonth> months) {
        return months.stream()
                .distinct()
                .map(month -> java.sql.Date.valueOf(month.atDay(1)))
                .toArray(java.sql.Date[]::new);
    }

    private static UUID contract(Charge charge) {
        var contract = charge.contract();
        if (contract == null) {
            throw new IllegalArgumentException("a marked charge of no contract");
        }
        return contract.value();
    }

    private static Charge charge(ResultSet row) throws SQLException {
        return new Charge(
                new AccountId(row.getObject("account_id", UUID.class)),
                new ContractId(row.getObject("contract_id", UUID.class)),
                row.getString("product"),
                ChargeKind.ofCode(row.getString("kind")),
                row.getString("item"),
                new Period(
                        row.getObject("period_start", LocalDate.class),
                        row.getObject("period_end", LocalDate.class)),
                row.getLong("quantity"),
                row.getString("tax_category"),
                ComputationJson.read(
                        row.getString("why"), Currency.getInstance(row.getString("currency"))),
                row.getLong("occurrence"));
    }
}
