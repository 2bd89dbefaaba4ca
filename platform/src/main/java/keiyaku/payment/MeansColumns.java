package keiyaku.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import keiyaku.payment.PaymentMethod.Authentication;
import keiyaku.payment.PaymentMethod.Card;
import keiyaku.payment.PaymentMethod.Mandate;
import keiyaku.payment.PaymentMethod.Means;
import keiyaku.payment.PaymentMethod.VirtualAccount;
import keiyaku.payment.PaymentMethod.Wallet;
import org.jspecify.annotations.Nullable;

/** How what a method is stands in the columns of its row; those of other kinds are empty. */
final class MeansColumns {

    static final String NAMES =
            """
            brand, bin, last4, expiry_year, expiry_month, issuer_country, trans_status, eci,
            ds_trans_id, three_ds_server_trans_id, three_ds_version, enrolled, bank_code,
            bank_name, branch_code, branch_name, account_type, account_number, holder, state,
            state_reason
            """;

    static final String PARAMETERS =
            """
            :brand, :bin, :last4, :year, :month, :country, :status, :eci, :ds, :server, :version,
            :enrolled, :bankCode, :bankName, :branchCode, :branchName, :accountType,
            :accountNumber, :holder, :state, :stateReason
            """;

    private MeansColumns() {}

    static Map<String, @Nullable Object> of(Means means) {
        var values = new HashMap<String, @Nullable Object>();
        for (var name : PARAMETERS.split(",")) {
            values.put(name.strip().substring(1), null);
        }
        switch (means) {
            case Card card -> card(values, card);
            case Mandate mandate -> {
                account(values, mandate.bankAccount());
                values.put("holder", mandate.holder());
                values.put("state", mandate.state().code());
                values.put("stateReason", mandate.reason());
            }
            case VirtualAccount virtual -> account(values, virtual.bankAccount());
            case Wallet wallet -> values.put("holder", wallet.name());
        }
        return values;
    }

    static Means read(ResultSet row) throws SQLException {
        return switch (MethodKind.ofCode(row.getString("kind"))) {
            case CARD -> card(row);
            case DIRECT_DEBIT ->
                    new Mandate(
                            account(row),
                            row.getString("holder"),
                            MandateState.ofCode(row.getString("state")),
                            row.getString("state_reason"));
            case DEPOSIT -> new VirtualAccount(account(row));
            case WALLET -> new Wallet(row.getString("holder"));
            case TRANSFER -> throw new IllegalStateException("a transfer is no method");
        };
    }

    private static void card(Map<String, @Nullable Object> values, Card card) {
        var so = card.authentication();
        values.put("brand", card.brand().code());
        values.put("bin", card.bin());
        values.put("last4", card.last4());
        values.put("year", card.expiry().getYear());
        values.put("month", card.expiry().getMonthValue());
        values.put("country", card.issuerCountry());
        values.put("status", so.transStatus());
        values.put("eci", so.eci());
        values.put("ds", so.dsTransId());
        values.put("server", so.threeDSServerTransId());
        values.put("version", so.version());
        values.put("enrolled", so.enrolled());
    }

    private static void account(Map<String, @Nullable Object> values, BankAccount account) {
        values.put("bankCode", account.bankCode());
        values.put("bankName", account.bankName());
        values.put("branchCode", account.branchCode());
        values.put("branchName", account.branchName());
        values.put("accountType", account.type().code());
        values.put("accountNumber", account.number());
    }

    private static Card card(ResultSet row) throws SQLException {
        return new Card(
                CardBrand.ofCode(row.getString("brand")).orElseThrow(),
                row.getString("bin"),
                row.getString("last4"),
                YearMonth.of(row.getInt("expiry_year"), row.getInt("expiry_month")),
                row.getString("issuer_country"),
                new Authentication(
                        row.getString("trans_status"),
                        row.getString("eci"),
                        row.getString("ds_trans_id"),
                        row.getString("three_ds_server_trans_id"),
                        row.getString("three_ds_version"),
                        row.getBoolean("enrolled")));
    }

    private static BankAccount account(ResultSet row) throws SQLException {
        return new BankAccount(
                row.getString("bank_code"),
                row.getString("bank_name"),
                row.getString("branch_code"),
                row.getString("branch_name"),
                AccountType.ofCode(row.getString("account_type")).orElseThrow(),
                row.getString("account_number"));
    }
}
