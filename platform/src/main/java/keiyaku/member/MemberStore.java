package keiyaku.member;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import keiyaku.database.Bulk;
import keiyaku.database.Bulk.Column;
import keiyaku.database.UuidArray;
import keiyaku.member.Holder.Business;
import keiyaku.member.Holder.Individual;
import keiyaku.shared.AccountId;
import keiyaku.shared.Ids;
import keiyaku.shared.Language;
import keiyaku.shared.MovableClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Members, their accounts, e-mail addresses and consents. */
@Repository
class MemberStore {

    private static final String COLUMNS =
            """
            account_id, type, country, language, display_name, family_name, given_name, birth_date,
            company_name, contact_name, business_number, representative_name, business_category,
            business_item, tax_invoices, email, phone, phone_as_entered, postal_code, region, city,
            street, building, service_field, heard_from, created_at
            """;

    private final JdbcClient jdbc;
    private final Bulk bulk;
    private final MovableClock clock;

    MemberStore(JdbcClient jdbc, Bulk bulk, MovableClock clock) {
        this.jdbc = jdbc;
        this.bulk = bulk;
        this.clock = clock;
    }

    /** What is written for a new member, all at once. */
    record Opened(
            AccountId account,
            MemberDetails details,
            Language language,
            @Nullable String passwordHash,
            Instant at) {

        <T> @Nullable T individual(java.util.function.Function<Individual, @Nullable T> part) {
            return details.holder() instanceof Individual one ? part.apply(one) : null;
        }

        <T> @Nullable T business(java.util.function.Function<Business, @Nullable T> part) {
            return details.holder() instanceof Business one ? part.apply(one) : null;
        }

        <T> @Nullable T phone(java.util.function.Function<PhoneNumber, T> part) {
            var phone = details.phone();
            return phone == null ? null : part.apply(phone);
        }
    }

    /** Takes the addresses; gives how many were free, which is all of them or a refusal is due. */
    int takeEmails(List<Opened> opened) {
        return bulk.insertMissing(
                "member.email",
                opened,
                Column.text("email_key", o -> o.details().email().key()),
                Column.uuid("account_id", o -> o.account().value()));
    }

    void insert(List<Opened> opened) {
        bulk.insert(
                "member.account",
                opened,
                Column.uuid("account_id", o -> o.account().value()),
                Column.of("opened_at", "timestamptz", Opened::at));
        bulk.insert(
                "member.login",
                opened,
                Column.uuid("account_id", o -> o.account().value()),
                Column.text("password_hash", Opened::passwordHash),
                Column.of("changed_at", "timestamptz", Opened::at));
        insertMembers(opened);
    }

    private void insertMembers(List<Opened> opened) {
        bulk.insert(
                "member.member",
                opened,
                Column.uuid("account_id", o -> o.account().value()),
                Column.text("type", o -> o.details().holder().type().code()),
                Column.text("country", o -> o.details().country()),
                Column.text("language", o -> o.language().tag()),
                Column.text("display_name", o -> o.details().holder().displayName()),
                Column.text("family_name", o -> o.individual(i -> i.name().family())),
                Column.text("given_name", o -> o.individual(i -> i.name().given())),
                Column.of("birth_date", "date", o -> o.individual(Individual::birthDate)),
                Column.text("company_name", o -> o.business(Business::companyName)),
                Column.text("contact_name", o -> o.business(b -> b.contact().display())),
                Column.text("business_number", o -> o.business(Business::number)),
                Column.text(
                        "representative_name", o -> o.business(b -> b.representative().display())),
                Column.text("business_category", o -> o.business(Business::category)),
                Column.text("business_item", o -> o.business(Business::item)),
                Column.text("tax_invoices", o -> o.business(b -> b.taxInvoices().code())),
                Column.text("email", o -> o.details().email().value()),
                Column.text("phone", o -> o.phone(PhoneNumber::e164)),
                Column.text("phone_as_entered", o -> o.phone(PhoneNumber::asEntered)),
                Column.text("postal_code", o -> o.details().address().postalCode()),
                Column.text("region", o -> o.details().address().region()),
                Column.text("city", o -> o.details().address().city()),
                Column.text("street", o -> o.details().address().street()),
                Column.text("building", o -> o.details().address().building()),
                Column.text("service_field", o -> o.details().origin().serviceField()),
                Column.text("heard_from", o -> o.details().origin().heardFrom()),
                Column.of("created_at", "timestamptz", Opened::at),
                Column.of("changed_at", "timestamptz", Opened::at));
    }

    void insertConsents(AccountId account, List<Consent> consents) {
        bulk.insert(
                "member.consent",
                consents,
                Column.uuid("account_id", c -> account.value()),
                Column.uuid("consent_id", c -> Ids.next(clock)),
                Column.text("document", Consent::document),
                Column.text("version", Consent::version),
                Column.of("agreed", "boolean", Consent::agreed),
                Column.of("at", "timestamptz", Consent::at),
                Column.text("address", Consent::address));
    }

    List<Consent> consents(AccountId account) {
        return jdbc.sql(
                        """
                        SELECT document, version, agreed, at, address FROM member.consent
                        WHERE account_id = :account ORDER BY at, consent_id
                        """)
                .param("account", account.value())
                .query((row, n) -> MemberRows.consent(row))
                .list();
    }

    Optional<AccountId> accountOf(String emailKey) {
        return jdbc.sql("SELECT account_id FROM member.email WHERE email_key = :key")
                .param("key", emailKey)
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    List<Member> members(Collection<AccountId> accounts) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM member.member WHERE account_id = ANY(:ids)")
                .param("ids", UuidArray.of(accounts, AccountId::value))
                .query((row, n) -> MemberRows.member(row))
                .list();
    }

    Optional<Profile> profile(AccountId account) {
        var given = consents(account);
        return jdbc.sql("SELECT " + COLUMNS + " FROM member.member WHERE account_id = :account")
                .param("account", account.value())
                .query((row, n) -> MemberRows.profile(row, given))
                .optional();
    }

    /** Locks the member's row until the transaction ends. */
    Optional<Profile> lock(AccountId account) {
        jdbc.sql("SELECT 1 FROM member.member WHERE account_id = :account FOR UPDATE")
                .param("account", account.value())
                .query(Integer.class)
                .optional();
        return profile(account);
    }

    /** Writes what a member may change by itself. */
    void update(AccountId account, MemberDetails details, Language language, Instant at) {
        var row = new Opened(account, details, language, null, at);
        jdbc.sql(
                        """
                        UPDATE member.member
                        SET language = :language, birth_date = :birth, contact_name = :contact,
                            representative_name = :representative, business_category = :category,
                            business_item = :item, tax_invoices = :taxInvoices,
                            postal_code = :postalCode, region = :region, city = :city,
                            street = :street, building = :building,
                            service_field = :serviceField, heard_from = :heardFrom,
                            changed_at = :at
                        WHERE account_id = :account
                        """)
                .param("language", language.tag())
                .param("birth", row.individual(Individual::birthDate))
                .param("contact", row.business(b -> b.contact().display()))
                .param("representative", row.business(b -> b.representative().display()))
                .param("category", row.business(Business::category))
                .param("item", row.business(Business::item))
                .param("taxInvoices", row.business(b -> b.taxInvoices().code()))
                .param("postalCode", details.address().postalCode())
                .param("region", details.address().region())
                .param("city", details.address().city())
                .param("street", details.address().street())
                .param("building", details.address().building())
                .param("serviceField", details.origin().serviceField())
                .param("heardFrom", details.origin().heardFrom())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("account", account.value())
                .update();
    }

    void setLanguage(AccountId account, Language language) {
        jdbc.sql("UPDATE member.member SET language = :language WHERE account_id = :account")
                .param("language", language.tag())
                .param("account", account.value())
                .update();
    }

    void setPhone(AccountId account, PhoneNumber phone) {
        jdbc.sql(
                        """
                        UPDATE member.member SET phone = :phone, phone_as_entered = :entered
                        WHERE account_id = :account
                        """)
                .param("phone", phone.e164())
                .param("entered", phone.asEntered())
                .param("account", account.value())
                .update();
    }

    /** Moves the login to another address; false when it was taken in the meantime. */
    boolean replaceEmail(AccountId account, EmailAddress before, EmailAddress after) {
        if (!before.key().equals(after.key())) {
            int taken =
                    jdbc.sql(
                                    """
                                    INSERT INTO member.email (email_key, account_id)
                                    VALUES (:key, :account) ON CONFLICT DO NOTHING
                                    """)
                            .param("key", after.key())
                            .param("account", account.value())
                            .update();
            if (taken == 0) {
                return false;
            }
            jdbc.sql("DELETE FROM member.email WHERE email_key = :key AND account_id = :account")
                    .param("key", before.key())
                    .param("account", account.value())
                    .update();
        }
        jdbc.sql("UPDATE member.member SET email = :email WHERE account_id = :account")
                .param("email", after.value())
                .param("account", account.value())
                .update();
        return true;
    }
}
