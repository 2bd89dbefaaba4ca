package keiyaku.billing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import keiyaku.database.UuidArray;
import keiyaku.shared.AccountId;
import keiyaku.shared.InvoiceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which invoices were corrected by which; only ever added to. */
@Component
class CorrectionStore {

    private final JdbcClient jdbc;

    CorrectionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Correction correction) {
        var replacedBy = correction.replacedBy();
        jdbc.sql(
                        """
                        INSERT INTO billing.correction (account_id, note_id, invoice_id, kind,
                          replaced_by, reason, by, at)
                        VALUES (:account, :note, :invoice, :kind, :replaced, :reason, :by, :at)\
                        """)
                .param("account", correction.account().value())
                .param("note", correction.note().value())
                .param("invoice", correction.invoice().value())
                .param("kind", correction.voids() ? "void" : "credit")
                .param("replaced", replacedBy == null ? null : replacedBy.value())
                .param("reason", correction.reason())
                .param("by", correction.by())
                .param("at", correction.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those of invoices, of the notes that corrected them, and of what replaced them. */
    List<Correction> about(AccountId account, Collection<InvoiceId> invoices) {
        return jdbc.sql(
                        """
                        SELECT account_id, note_id, invoice_id, kind, replaced_by, reason, by, at
                        FROM billing.correction
                        WHERE account_id = :account
                          AND (invoice_id = ANY(:ids) OR note_id = ANY(:ids)
                               OR replaced_by = ANY(:ids))
                        ORDER BY note_id\
                        """)
                .param("account", account.value())
                .param("ids", UuidArray.of(invoices, InvoiceId::value))
                .query((row, i) -> correction(row))
                .list();
    }

    private static Correction correction(ResultSet row) throws SQLException {
        var replacedBy = row.getObject("replaced_by", UUID.class);
        return new Correction(
                new AccountId(row.getObject("account_id", UUID.class)),
                new InvoiceId(row.getObject("note_id", UUID.class)),
                new InvoiceId(row.getObject("invoice_id", UUID.class)),
                row.getString("kind").equals("void"),
                replacedBy == null ? null : new InvoiceId(replacedBy),
                row.getString("reason"),
                row.getString("by"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
