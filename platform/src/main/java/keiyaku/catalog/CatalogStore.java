package keiyaku.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import keiyaku.database.Bulk;
import keiyaku.database.Bulk.Column;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Revisions and the versions of items; both are only added to. */
@Repository
class CatalogStore {

    /**
     * An application of a file: a number without gaps, and an identity that is never used again.
     */
    record Revision(
            long number,
            UUID id,
            LocalDate effectiveOn,
            Instant appliedAt,
            String appliedBy,
            String fileName) {}

    private static final Map<String, ItemKind> KINDS =
            Values.named(ItemKind.values(), ItemKind::code);

    private final JdbcClient jdbc;
    private final Bulk bulk;

    CatalogStore(JdbcClient jdbc, Bulk bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    /** The identity of the last revision. */
    Optional<UUID> last() {
        return jdbc.sql("SELECT id FROM catalog.revision ORDER BY number DESC LIMIT 1")
                .query(UUID.class)
                .optional();
    }

    /** The number of the next revision; two that ask at once get the same. */
    long nextNumber() {
        return jdbc.sql("SELECT coalesce(max(number), 0) + 1 FROM catalog.revision")
                .query(Long.class)
                .single();
    }

    List<Timeline.Version> versions() {
        return jdbc.sql(
                        """
                        SELECT kind, code, effective_from, revision, definition
                          FROM catalog.item
                        """)
                .query((row, number) -> version(row))
                .list();
    }

    private static Timeline.Version version(ResultSet row) throws SQLException {
        var kind = KINDS.get(row.getString("kind"));
        if (kind == null) {
            throw new IllegalStateException("catalog.item of kind " + row.getString("kind"));
        }
        return new Timeline.Version(
                new Items.Key(kind, row.getString("code")),
                row.getObject("effective_from", LocalDate.class),
                row.getLong("revision"),
                row.getString("definition"));
    }

    /** Throws DuplicateKeyException when another one took the number at the same time. */
    void insert(Revision revision) {
        jdbc.sql(
                        """
                        INSERT INTO catalog.revision
                          (number, id, effective_on, applied_at, applied_by, file_name)
                        VALUES (:number, :id, :effectiveOn, :appliedAt, :appliedBy, :fileName)
                        """)
                .param("number", revision.number())
                .param("id", revision.id())
                .param("effectiveOn", revision.effectiveOn())
                .param("appliedAt", revision.appliedAt().atOffset(ZoneOffset.UTC))
                .param("appliedBy", revision.appliedBy())
                .param("fileName", revision.fileName())
                .update();
    }

    void insert(List<Timeline.Version> versions) {
        bulk.insert(
                "catalog.item",
                versions,
                Column.text("kind", version -> version.key().kind().code()),
                Column.text("code", version -> version.key().code()),
                Column.of("effective_from", "date", Timeline.Version::from),
                Column.bigint("revision", Timeline.Version::revision),
                Column.of("definition", "json", Timeline.Version::definition));
    }
}
