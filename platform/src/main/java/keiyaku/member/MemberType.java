package keiyaku.member;

import java.util.Locale;
import java.util.Optional;

/** M-1: a person or a company. */
public enum MemberType {
    INDIVIDUAL,
    BUSINESS;

    /** individual, business. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<MemberType> ofCode(String code) {
        for (var type : values()) {
            if (type.code().equals(code)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
