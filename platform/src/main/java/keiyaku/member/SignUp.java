package keiyaku.member;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import keiyaku.shared.AccountId;
import keiyaku.shared.Language;
import org.jspecify.annotations.Nullable;

/**
 * A sign-up on its way.
 *
 * @param account the id that the account will have
 * @param step where it stands: everything before is done
 * @param entered the form's fields as typed, without the passwords; empty before the form
 */
public record SignUp(
        AccountId account,
        SignUpStep step,
        Place place,
        Language language,
        List<Consent> consents,
        Map<String, String> entered,
        @Nullable String passwordHash,
        boolean emailVerified,
        boolean phoneVerified,
        Instant expiresAt) {

    /** Where one resides, and whether one signs up as a person or a company. */
    public record Place(String country, MemberType type) {

        /** Reads what was chosen. */
        public static Place parse(Map<String, String> typed) {
            var form = new FormReading(typed);
            var country = form.read("country", Countries::parse);
            var type = form.read("type", Place::type);
            form.orThrow();
            return new Place(country.orElseThrow(), type.orElseThrow());
        }

        private static MemberType type(String field, String typed) {
            return MemberType.ofCode(typed)
                    .orElseThrow(() -> new keiyaku.shared.BadInputException(field, "choose-one"));
        }
    }

    public SignUp {
        consents = List.copyOf(consents);
        entered = Map.copyOf(entered);
    }

    public String email() {
        return entered.getOrDefault("email", "");
    }

    public String phone() {
        return entered.getOrDefault("phone", "");
    }

    boolean agreedTo(String document) {
        return consents.stream().anyMatch(c -> c.document().equals(document) && c.agreed());
    }

    /** Whether a consent of the earlier visit to the terms' step is ticked. */
    public boolean hasAgreedTo(String document) {
        return agreedTo(document);
    }

    SignUp at(SignUpStep next) {
        return new SignUp(
                account,
                next,
                place,
                language,
                consents,
                entered,
                passwordHash,
                emailVerified,
                phoneVerified,
                expiresAt);
    }

    /** Personal data does not belong into a log. */
    @Override
    public String toString() {
        return "sign-up " + account + " at " + step.code();
    }
}
