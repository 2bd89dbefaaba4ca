package keiyaku.member;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import keiyaku.shared.BadInputException;
import keiyaku.shared.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ResourceLoader;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Passwords by the policy, kept with Argon2id (M-6). Never logged, never in an address. */
@Component
class Passwords {

    /**
     * A hash of nothing that anyone knows: what an unknown ID's password is compared with. Made at
     * the first one, since hashing takes as long as intended and a start should not.
     */
    private volatile @Nullable String nobody;

    private final Argon2PasswordEncoder encoder =
            Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final PasswordPolicy policy;
    private final Set<String> common;

    Passwords(MemberSettings settings, ResourceLoader resources) {
        this.policy = settings.password().policy();
        this.common = read(resources, settings.password().common());
    }

    private static Set<String> read(ResourceLoader resources, String location) {
        try {
            return resources
                    .getResource(location)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new IllegalStateException("no list of common passwords: " + location, e);
        }
    }

    private String nobody() {
        var made = nobody;
        if (made == null) {
            made = hash(Ids.secret());
            nobody = made;
        }
        return made;
    }

    PasswordPolicy policy() {
        return policy;
    }

    /** A password and its repetition, checked and hashed. */
    record Wanted(String password, String again) {
        @Override
        public String toString() {
            return "password";
        }
    }

    void check(Wanted wanted, String email) {
        policy.check("password", wanted.password(), email, common);
        if (!wanted.password().equals(wanted.again())) {
            throw new BadInputException(
                    "passwordAgain", wanted.again().isEmpty() ? "required" : "passwords-differ");
        }
    }

    String hash(String password) {
        var hash = encoder.encode(PasswordPolicy.composed(password));
        if (hash == null) {
            throw new IllegalStateException("no hash");
        }
        return hash;
    }

    /** Takes the same time whether there is a hash or not. */
    boolean matches(String typed, @Nullable String hash) {
        var text = typed.length() > 200 ? typed.substring(0, 200) : typed;
        boolean same =
                encoder.matches(PasswordPolicy.composed(text), hash == null ? nobody() : hash);
        return same && hash != null;
    }
}
