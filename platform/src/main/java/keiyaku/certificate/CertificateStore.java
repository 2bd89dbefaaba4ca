package keiyaku.certificate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import keiyaku.database.UuidArray;
import keiyaku.run.DueStore;
import keiyaku.run.DueWork.Subject;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of certificates. */
@Repository
class CertificateStore {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String COLUMNS =
            """
            c.account_id, c.contract_id, c.number, c.certificate_id, c.option, c.name,
            c.paid_until, c.step, c.version, c.tries, c.order_url, c.proof, c.way, c.reason,
            c.key, c.issues, c.due_at,
            (SELECT max(i.not_after) FROM certificate.issued i
             WHERE i.account_id = c.account_id AND i.contract_id = c.contract_id
               AND i.number = c.number AND i.name = c.name) AS not_after
            """;

    private final JdbcClient jdbc;
    private final DueStore due;

    CertificateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
        due = new DueStore(jdbc, "certificate.certificate", "certificate_id", "due_at");
    }

    DueStore due() {
        return due;
    }

    record Place(ContractId contract, int number) {}

    Map<Place, Row> lock(Collection<AccountId> accounts, Collection<ContractId> contracts) {
        var rows = new HashMap<Place, Row>();
        jdbc.sql(
                        """
                        SELECT %s FROM certificate.certificate c
                        WHERE c.account_id = ANY(:accounts) AND c.contract_id = ANY(:contracts)
                        ORDER BY c.account_id, c.contract_id, c.number FOR UPDATE OF c
                        """
                                .formatted(COLUMNS))
                .param("accounts", UuidArray.of(accounts, AccountId::value))
                .param("contracts", UuidArray.of(contracts, ContractId::value))
                .query((row, n) -> row(row))
                .list()
                .forEach(row -> rows.put(new Place(row.contract(), row.number()), row));
        return rows;
    }

    List<Certificate> of(AccountId account, ContractId contract) {
        var issued = issued(account, contract);
        return jdbc
                .sql(
                        """
                        SELECT %s FROM certificate.certificate c
                        WHERE c.account_id = :account AND c.contract_id = :contract
                        ORDER BY c.number
                        """
                                .formatted(COLUMNS))
                .param("account", account.value())
                .param("contract", contract.value())
                .query((row, n) -> row(row))
                .list()
                .stream()
                .map(row -> certificate(row, issued.getOrDefault(row.number(), List.of())))
                .toList();
    }

    private static Certificate certificate(Row row, List<Issued> issued) {
        return new Certificate(
                row.account(),
                row.contract(),
                row.number(),
                row.id(),
                row.option(),
                row.name(),
                row.paidUntil(),
                row.step(),
                row.proof(),
                row.way(),
                row.reason(),
                row.dueAt(),
                issued);
    }

    private Map<Integer, List<Issued>> issued(AccountId account, ContractId contract) {
        var found = new HashMap<Integer, List<Issued>>();
        jdbc.sql(
                        """
                        SELECT number, issue, name, subject, issuer, serial, not_before, not_after,
                               chain, issued_at
                        FROM certificate.issued
                        WHERE account_id = :account AND contract_id = :contract
                        ORDER BY number, issue DESC
                        """)
                .param("account", account.value())
                .param("contract", contract.value())
                .query(
                        row -> {
                            found.computeIfAbsent(row.getInt("number"), n -> new ArrayList<>())
                                    .add(
                                            new Issued(
                                                    row.getInt("issue"),
                                                    row.getString("name"),
                                                    row.getString("subject"),
                                                    row.getString("issuer"),
                                                    row.getString("serial"),
                                                    row.getTimestamp("not_before").toInstant(),
                                                    row.getTimestamp("not_after").toInstant(),
                                                    row.getString("chain"),
                                                    row.getTimestamp("issued_at").toInstant()));
                        });
        return found;
    }

    String key(AccountId account, ContractId contract, int number, int issue) {
        return jdbc.sql(
                        """
                        SELECT key FROM certificate.issued
                        WHERE account_id = ? AND contract_id = ? AND number = ? AND issue = ?
                        """)
                .params(account.value(), contract.value(), number, issue)
                .query(String.class)
                .single();
    }

    void write(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        INSERT INTO certificate.certificate
                          (account_id, contract_id, number, certificate_id, option, name,
                           paid_until, step, version, tries, order_url, proof, way, reason, key,
                           issues, due_at)
                        SELECT account_id, contract_id, number, certificate_id, option, name,
                               paid_until, step, version, tries, order_url, proof, way, reason,
                               key, issues, due_at
                        FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS r(
                          account_id uuid, contract_id uuid, number integer, certificate_id uuid,
                          option text, name text, paid_until timestamptz, step text,
                          version integer, tries integer, order_url text, proof jsonb, way text,
                          reason text, key text, issues integer, due_at timestamptz)
                        ON CONFLICT (account_id, contract_id, number) DO UPDATE
                        SET name = excluded.name, paid_until = excluded.paid_until,
                            step = excluded.step, version = excluded.version,
                            tries = excluded.tries, order_url = excluded.order_url,
                            proof = excluded.proof, way = excluded.way,
                            reason = excluded.reason, key = excluded.key,
                            issues = excluded.issues, due_at = excluded.due_at
                        """)
                .param("rows", JSON.writeValueAsString(rows.stream().map(this::fields).toList()))
                .update();
    }

    /** Writes a row if it is still as it was read; false when it has changed meanwhile. */
    boolean update(Row before, Row after) {
        int same =
                jdbc.sql(
                                """
                                SELECT version FROM certificate.certificate
                                WHERE account_id = ? AND contract_id = ? AND number = ?
                                FOR UPDATE
                                """)
                        .params(
                                before.account().value(),
                                before.contract().value(),
                                before.number())
                        .query(Integer.class)
                        .single();
        if (same != before.version()) {
            return false;
        }
        write(List.of(after));
        return true;
    }

    void insert(Row row, Issued issued, String key) {
        jdbc.sql(
                        """
                        INSERT INTO certificate.issued
                          (account_id, contract_id, number, issue, name, subject, issuer, serial,
                           not_before, not_after, chain, key, issued_at)
                        VALUES (:account, :contract, :number, :issue, :name, :subject, :issuer,
                                :serial, :notBefore, :notAfter, :chain, :key, :issuedAt)
                        """)
                .param("account", row.account().value())
                .param("contract", row.contract().value())
                .param("number", row.number())
                .param("issue", issued.issue())
                .param("name", issued.name())
                .param("subject", issued.subject())
                .param("issuer", issued.issuer())
                .param("serial", issued.serial())
                .param("notBefore", Timestamp.from(issued.notBefore()))
                .param("notAfter", Timestamp.from(issued.notAfter()))
                .param("chain", issued.chain())
                .param("key", key)
                .param("issuedAt", Timestamp.from(issued.issuedAt()))
                .update();
    }

    /** Takes those that are still due and in nobody's hands, until the lease ends. */
    List<Row> claim(List<Subject> subjects, Instant now, Instant lease) {
        var accounts = UuidArray.of(subjects, Subject::account);
        var ids = UuidArray.of(subjects, Subject::id);
        var rows =
                jdbc.sql(
                                """
                                SELECT %s FROM certificate.certificate c
                                WHERE c.account_id = ANY(:accounts)
                                  AND c.certificate_id = ANY(:ids) AND c.due_at <= :now
                                FOR UPDATE OF c SKIP LOCKED
                                """
                                        .formatted(COLUMNS))
                        .param("accounts", accounts)
                        .param("ids", ids)
                        .param("now", Timestamp.from(now))
                        .query((row, n) -> row(row))
                        .list();
        jdbc.sql(
                        """
                        UPDATE certificate.certificate SET due_at = :lease
                        WHERE account_id = ANY(:accounts) AND certificate_id = ANY(:ids)
                        """)
                .param("lease", Timestamp.from(lease))
                .param("accounts", accounts)
                .param("ids", UuidArray.of(rows, Row::id))
                .update();
        return rows;
    }

    void setAside(AccountId account, UUID id) {
        jdbc.sql(
                        """
                        UPDATE certificate.certificate
                        SET due_at = NULL, version = version + 1
                        WHERE account_id = ? AND certificate_id = ?
                        """)
                .params(account.value(), id)
                .update();
    }

    /** At once: an instant that is past in any case. */
    void takeUp(AccountId account, UUID id) {
        jdbc.sql(
                        """
                        UPDATE certificate.certificate
                        SET due_at = 'epoch', version = version + 1
                        WHERE account_id = ? AND certificate_id = ?
                          AND step IN ('ordered', 'checking', 'issuing', 'issued')
                        """)
                .params(account.value(), id)
                .update();
    }

    void keepCustomer(String directory, String key, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO certificate.customer (directory, key, created_at)
                        VALUES (?, ?, ?) ON CONFLICT (directory) DO NOTHING
                        """)
                .params(directory, key, Timestamp.from(now))
                .update();
    }

    String customer(String directory) {
        return jdbc.sql("SELECT key FROM certificate.customer WHERE directory = ?")
                .param(directory)
                .query(String.class)
                .single();
    }

    private static Row row(ResultSet row) throws SQLException {
        var way = row.getString("way");
        var proof = row.getString("proof");
        return new Row(
                new AccountId(row.getObject("account_id", UUID.class)),
                new ContractId(row.getObject("contract_id", UUID.class)),
                row.getInt("number"),
                row.getObject("certificate_id", UUID.class),
                row.getString("option"),
                row.getString("name"),
                row.getTimestamp("paid_until").toInstant(),
                Step.of(row.getString("step")),
                row.getInt("version"),
                row.getInt("tries"),
                row.getString("order_url"),
                proof == null ? null : JSON.readValue(proof, Proof.class),
                way == null ? null : Way.of(way).orElseThrow(),
                row.getString("reason"),
                row.getString("key"),
                row.getInt("issues"),
                instant(row.getTimestamp("due_at")),
                instant(row.getTimestamp("not_after")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private Map<String, @Nullable Object> fields(Row row) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("account_id", row.account().value().toString());
        fields.put("contract_id", row.contract().value().toString());
        fields.put("number", row.number());
        fields.put("certificate_id", row.id().toString());
        fields.put("option", row.option());
        fields.put("name", row.name());
        fields.put("paid_until", row.paidUntil().toString());
        fields.put("step", row.step().code());
        fields.put("version", row.version());
        fields.put("tries", row.tries());
        fields.put("order_url", row.orderUrl());
        fields.put("proof", row.proof());
        var way = row.way();
        fields.put("way", way == null ? null : way.code());
        fields.put("reason", row.reason());
        fields.put("key", row.key());
        fields.put("issues", row.issues());
        var due = row.dueAt();
        fields.put("due_at", due == null ? null : due.toString());
        return fields;
    }
}
