package keiyaku.member;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What a provider may set otherwise: {@code keiyaku.member.*}. */
@ConfigurationProperties("keiyaku.member")
record MemberSettings(
        @DefaultValue("18") int minimumAge,
        @DefaultValue PasswordSettings password,
        @DefaultValue({"terms-of-use:2026-01", "privacy:2026-01"}) List<String> terms) {

    /** The policy of M-6, and where the list of common passwords is. */
    record PasswordSettings(
            @DefaultValue("8") int minimum,
            @DefaultValue("16") int maximum,
            @DefaultValue("true") boolean letter,
            @DefaultValue("true") boolean digit,
            @DefaultValue("true") boolean special,
            @DefaultValue("classpath:member/common-passwords.txt") String common) {

        PasswordPolicy policy() {
            return new PasswordPolicy(minimum, maximum, letter, digit, special);
        }
    }
}
