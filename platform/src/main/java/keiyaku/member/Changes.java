package keiyaku.member;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import keiyaku.shared.Language;
import org.jspecify.annotations.Nullable;

/** A sign-up with parts of it changed. */
final class Changes {

    private final SignUp before;
    private SignUp.Place place;
    private Language language;
    private List<Consent> consents;
    private Map<String, String> entered;
    private @Nullable String passwordHash;
    private boolean emailVerified;
    private boolean phoneVerified;
    private Instant expiresAt;

    private Changes(SignUp before) {
        this.before = before;
        this.place = before.place();
        this.language = before.language();
        this.consents = before.consents();
        this.entered = before.entered();
        this.passwordHash = before.passwordHash();
        this.emailVerified = before.emailVerified();
        this.phoneVerified = before.phoneVerified();
        this.expiresAt = before.expiresAt();
    }

    static Changes of(SignUp before) {
        return new Changes(before);
    }

    Changes place(SignUp.Place to) {
        place = to;
        return this;
    }

    Changes language(Language to) {
        language = to;
        return this;
    }

    Changes consents(List<Consent> to) {
        consents = to;
        return this;
    }

    Changes entered(Map<String, String> to) {
        entered = to;
        return this;
    }

    Changes passwordHash(@Nullable String to) {
        passwordHash = to;
        return this;
    }

    Changes verified(boolean email, boolean phone) {
        emailVerified = email;
        phoneVerified = phone;
        return this;
    }

    Changes expiresAt(Instant to) {
        expiresAt = to;
        return this;
    }

    SignUp signUp() {
        return new SignUp(
                before.account(),
                before.step(),
                place,
                language,
                consents,
                entered,
                passwordHash,
                emailVerified,
                phoneVerified,
                expiresAt);
    }
}
