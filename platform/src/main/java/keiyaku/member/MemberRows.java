package keiyaku.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import keiyaku.member.Holder.Business;
import keiyaku.member.Holder.Individual;
import keiyaku.member.MemberDetails.Origin;
import keiyaku.shared.AccountId;
import keiyaku.shared.Language;
import org.jspecify.annotations.Nullable;

/** Rows as records. */
final class MemberRows {

    private MemberRows() {}

    static Member member(ResultSet row) throws SQLException {
        return new Member(
                account(row),
                type(row),
                row.getString("country"),
                language(row),
                row.getString("display_name"),
                row.getString("email"),
                row.getString("phone"),
                address(row),
                row.getString("business_number"),
                type(row) == MemberType.BUSINESS ? taxInvoices(row) : null,
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    static Profile profile(ResultSet row, List<Consent> consents) throws SQLException {
        var details =
                new MemberDetails(
                        holder(row),
                        row.getString("country"),
                        new EmailAddress(row.getString("email")),
                        phone(row),
                        address(row),
                        new Origin(row.getString("service_field"), row.getString("heard_from")));
        return new Profile(
                account(row),
                details,
                language(row),
                latest(consents, Consent.MARKETING_MAIL),
                latest(consents, Consent.MARKETING_SMS));
    }

    private static boolean latest(List<Consent> consents, String document) {
        return consents.stream()
                .filter(consent -> consent.document().equals(document))
                .reduce((earlier, later) -> later)
                .map(Consent::agreed)
                .orElse(false);
    }

    static Consent consent(ResultSet row) throws SQLException {
        return new Consent(
                row.getString("document"),
                row.getString("version"),
                row.getBoolean("agreed"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("address"));
    }

    private static AccountId account(ResultSet row) throws SQLException {
        return new AccountId(row.getObject("account_id", UUID.class));
    }

    private static MemberType type(ResultSet row) throws SQLException {
        return MemberType.ofCode(row.getString("type")).orElseThrow();
    }

    private static Language language(ResultSet row) throws SQLException {
        return Language.ofTag(row.getString("language")).orElseThrow();
    }

    private static TaxInvoices taxInvoices(ResultSet row) throws SQLException {
        return TaxInvoices.ofCode(row.getString("tax_invoices")).orElseThrow();
    }

    private static @Nullable PhoneNumber phone(ResultSet row) throws SQLException {
        var e164 = row.getString("phone");
        return e164 == null ? null : new PhoneNumber(e164, row.getString("phone_as_entered"));
    }

    private static Address address(ResultSet row) throws SQLException {
        return new Address(
                row.getString("postal_code"),
                row.getString("region"),
                row.getString("city"),
                row.getString("street"),
                row.getString("building"));
    }

    private static Holder holder(ResultSet row) throws SQLException {
        if (type(row) == MemberType.INDIVIDUAL) {
            return new Individual(
                    new PersonName(row.getString("family_name"), row.getString("given_name")),
                    row.getObject("birth_date", LocalDate.class));
        }
        return new Business(
                row.getString("company_name"),
                new PersonName(row.getString("contact_name"), null),
                row.getString("business_number"),
                new PersonName(row.getString("representative_name"), null),
                row.getString("business_category"),
                row.getString("business_item"),
                taxInvoices(row));
    }
}
