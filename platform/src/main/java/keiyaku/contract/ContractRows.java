package keiyaku.contract;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.UUID;
import keiyaku.shared.AccountId;
import keiyaku.shared.BillingDay;
import keiyaku.shared.ContractId;
import keiyaku.shared.Money;
import keiyaku.shared.Period;
import keiyaku.shared.Term;
import org.jspecify.annotations.Nullable;

/** Reads a contract from its row. */
final class ContractRows {

    private ContractRows() {}

    static Contract contract(ResultSet row) throws SQLException {
        var currency = Currency.getInstance(row.getString("currency"));
        return new Contract(
                new ContractId(row.getObject("id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                new Contract.Offer(
                        row.getString("product"),
                        row.getString("plan"),
                        row.getLong("seats"),
                        row.getString("region"),
                        row.getString("platform")),
                ZoneId.of(row.getString("zone")),
                ContractState.ofCode(row.getString("state")),
                row.getObject("applied_on", LocalDate.class),
                period(row, "trial_start", "trial_end"),
                agreement(row, currency),
                coverage(row, currency),
                ReservationsJson.read(row.getString("reservations"), currency),
                row.getObject("ended_on", LocalDate.class),
                row.getInt("told_days_before"),
                row.getLong("changes"),
                null);
    }

    private static @Nullable Period period(ResultSet row, String start, String end)
            throws SQLException {
        var first = row.getObject(start, LocalDate.class);
        return first == null ? null : new Period(first, row.getObject(end, LocalDate.class));
    }

    private static @Nullable Agreement agreement(ResultSet row, Currency currency)
            throws SQLException {
        var start = row.getObject("term_start", LocalDate.class);
        if (start == null) {
            return null;
        }
        var monthly = row.getObject("monthly_unit_price", Long.class);
        return new Agreement(
                start,
                new Term(row.getInt("term_months")),
                new BillingDay(row.getInt("anchor_day")),
                ContractStore.billing(row.getString("billing")),
                new Money(row.getLong("unit_price"), currency),
                monthly == null ? null : new Money(monthly, currency),
                row.getLong("quantity"),
                row.getInt("parts_charged"));
    }

    private static @Nullable Coverage coverage(ResultSet row, Currency currency)
            throws SQLException {
        var period = period(row, "covered_start", "covered_end");
        return period == null
                ? null
                : new Coverage(period, new Money(row.getLong("covered_amount"), currency));
    }
}
