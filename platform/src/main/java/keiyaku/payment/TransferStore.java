package keiyaku.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import keiyaku.database.UuidArray;
import keiyaku.run.DueStore;
import keiyaku.run.DueWork.Subject;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import keiyaku.shared.InvoiceId;
import keiyaku.shared.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of awaited transfers. */
@Repository
class TransferStore {

    private static final String SELECT =
            """
            SELECT account_id, id, invoice_id, contract_id, number, amount, received, currency,
                   state, last_on, created_at
            FROM payment.transfer
            """;

    private final JdbcClient jdbc;
    private final DueStore due;
    private final BankTerms bank;
    private final TransferTerms terms;

    TransferStore(JdbcClient jdbc, BankTerms bank, TransferTerms terms) {
        this.jdbc = jdbc;
        due = new DueStore(jdbc, "payment.transfer", "id", "next_at");
        this.bank = bank;
        this.terms = terms;
    }

    DueStore due() {
        return due;
    }

    /** False when the number is another's. */
    boolean reserve(String number, AccountId account, UUID transfer) {
        return jdbc.sql(
                                """
                                INSERT INTO payment.virtual_account
                                  (number, account_id, transfer_id)
                                VALUES (?, ?, ?) ON CONFLICT DO NOTHING\
                                """)
                        .params(number, account.value(), transfer)
                        .update()
                == 1;
    }

    void insert(Transfer transfer, Instant next) {
        var contract = transfer.contract();
        jdbc.sql(
                        """
                        INSERT INTO payment.transfer (account_id, id, invoice_id, contract_id,
                          number, amount, received, currency, state, last_on, created_at, next_at)
                        VALUES (:account, :id, :invoice, :contract, :number, :amount, 0, :currency,
                          :state, :last, :at, :next)\
                        """)
                .param("account", transfer.account().value())
                .param("id", transfer.id())
                .param("invoice", transfer.invoice().value())
                .param("contract", contract == null ? null : contract.value())
                .param("number", transfer.reference())
                .param("amount", transfer.amount().minor())
                .param("currency", transfer.amount().currency().getCurrencyCode())
                .param("state", transfer.state().code())
                .param("last", transfer.lastOn())
                .param("at", utc(transfer.createdAt()))
                .param("next", utc(next))
                .update();
    }

    /** What has come of it, and when it is looked at next; null: never by itself. */
    void update(Transfer transfer, @Nullable Instant next) {
        jdbc.sql(
                        """
                        UPDATE payment.transfer
                        SET received = :received, state = :state, next_at = :next
                        WHERE account_id = :account AND id = :id\
                        """)
                .param("received", transfer.received().minor())
                .param("state", transfer.state().code())
                .param("next", next == null ? null : utc(next))
                .param("account", transfer.account().value())
                .param("id", transfer.id())
                .update();
    }

    Transfer lock(AccountId account, UUID id) {
        return jdbc.sql(SELECT + " WHERE account_id = ? AND id = ? FOR UPDATE")
                .params(account.value(), id)
                .query((row, i) -> transfer(row))
                .single();
    }

    /** Null when nobody has to look at it any more, or another does. */
    Optional<Transfer> lockDue(Subject subject, Instant now) {
        return jdbc.sql(
                        SELECT
                                + """
                                 WHERE account_id = ? AND id = ? AND next_at <= ?
                                FOR UPDATE SKIP LOCKED\
                                """)
                .params(subject.account(), subject.id(), utc(now))
                .query((row, i) -> transfer(row))
                .optional();
    }

    Optional<Transfer> ofInvoice(AccountId account, InvoiceId invoice) {
        return jdbc.sql(SELECT + " WHERE account_id = ? AND invoice_id = ?")
                .params(account.value(), invoice.value())
                .query((row, i) -> transfer(row))
                .optional();
    }

    /** Newest first. */
    List<Transfer> of(AccountId account) {
        return jdbc.sql(SELECT + " WHERE account_id = ? ORDER BY id DESC")
                .param(account.value())
                .query((row, i) -> transfer(row))
                .list();
    }

    /** Those of invoices for which there is a transfer already. */
    Set<InvoiceId> known(Collection<AccountId> accounts, Collection<InvoiceId> invoices) {
        var known = new HashSet<InvoiceId>();
        jdbc.sql(
                        """
                        SELECT invoice_id FROM payment.transfer
                        WHERE account_id = ANY(:accounts) AND invoice_id = ANY(:invoices)\
                        """)
                .param("accounts", UuidArray.of(accounts, AccountId::value))
                .param("invoices", UuidArray.of(invoices, InvoiceId::value))
                .query(
                        row -> {
                            known.add(new InvoiceId(row.getObject("invoice_id", UUID.class)));
                        });
        return known;
    }

    void park(Subject subject, @Nullable String reason, @Nullable Instant next) {
        jdbc.sql(
                        """
                        UPDATE payment.transfer SET parked = :reason, next_at = :next
                        WHERE account_id = :account AND id = :id\
                        """)
                .param("reason", reason)
                .param("next", next == null ? null : utc(next))
                .param("account", subject.account())
                .param("id", subject.id())
                .update();
    }

    BankAccount to(String number) {
        return new BankAccount(
                bank.bankCode(),
                bank.bankName(),
                number.substring(0, 3),
                terms.branchName(),
                AccountType.ORDINARY,
                number.substring(3));
    }

    String holder() {
        return bank.collectorName();
    }

    private Transfer transfer(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        var contract = row.getObject("contract_id", UUID.class);
        return new Transfer(
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getObject("id", UUID.class),
                new InvoiceId(row.getObject("invoice_id", UUID.class)),
                contract == null ? null : new ContractId(contract),
                to(row.getString("number")),
                holder(),
                Money.of(row.getLong("amount"), currency),
                Money.of(row.getLong("received"), currency),
                TransferState.ofCode(row.getString("state")),
                row.getObject("last_on", LocalDate.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
