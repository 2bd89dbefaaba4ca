package keiyaku.member;

import java.time.LocalDate;
import java.util.Locale;
import keiyaku.shared.AccountId;
import keiyaku.shared.Language;
import org.jspecify.annotations.Nullable;

/**
 * A member that is registered without a sign-up: taken over from elsewhere, or of a scenario.
 *
 * @param account null for a new id
 * @param password null: the member chooses one by the reset mail
 */
public record NewMember(
        @Nullable AccountId account,
        MemberDetails details,
        Language language,
        @Nullable String password) {

    /** For scenarios: a member of whom only this is known; the e-mail is the name's own. */
    public static NewMember named(String name, MemberType type, String country) {
        var holder =
                switch (type) {
                    case INDIVIDUAL ->
                            new Holder.Individual(
                                    new PersonName(name, null), LocalDate.of(1990, 1, 1));
                    case BUSINESS -> business(name, country);
                };
        var local = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        var email = new EmailAddress(local.replaceAll("^-|-$", "") + "@members.example");
        var details =
                new MemberDetails(
                        holder, country, email, null, Address.NONE, MemberDetails.Origin.UNKNOWN);
        return new NewMember(null, details, languageOf(country), null);
    }

    private static Holder.Business business(String name, String country) {
        var person = new PersonName(name, null);
        var number =
                switch (country) {
                    case "KR" -> "1234567891";
                    case "JP" -> "7123456789012";
                    default -> "TEST0001";
                };
        return new Holder.Business(
                name, person, number, person, "services", "hosting", TaxInvoices.THIS_MONTH);
    }

    private static Language languageOf(String country) {
        return switch (country) {
            case "JP" -> Language.JA;
            case "KR" -> Language.KO;
            case "CN" -> Language.ZH_CN;
            default -> Language.EN;
        };
    }
}
