package keiyaku.member;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import keiyaku.shared.BadInputException;

/**
 * What a password has to be (M-6). Counted in characters, not bytes, and never shortened.
 *
 * @param minimum fewest characters
 * @param maximum most characters
 * @param letter whether a letter is needed
 * @param digit whether a digit is needed
 * @param special whether a character is needed that is neither
 */
public record PasswordPolicy(
        int minimum, int maximum, boolean letter, boolean digit, boolean special) {

    /** Throws what is wrong with a password that someone wants for a login. */
    void check(String field, String password, String email, Set<String> common) {
        int length = password.codePointCount(0, password.length());
        if (length == 0) {
            throw new BadInputException(field, "required");
        }
        refuseIf(length < minimum, field, "password-short");
        refuseIf(length > maximum, field, "password-long");
        refuseIf(password.codePoints().anyMatch(Character::isISOControl), field, "characters");
        refuseIf(letter && lacks(password, Character::isLetter), field, "password-letter");
        refuseIf(digit && lacks(password, Character::isDigit), field, "password-digit");
        refuseIf(special && lacks(password, PasswordPolicy::isSpecial), field, "password-special");
        refuseIf(isCommon(password, common), field, "password-common");
        refuseIf(holdsId(password, email), field, "password-has-id");
    }

    private static void refuseIf(boolean wrong, String field, String code) {
        if (wrong) {
            throw new BadInputException(field, code);
        }
    }

    private static boolean lacks(String password, java.util.function.IntPredicate kind) {
        return password.codePoints().noneMatch(kind);
    }

    private static boolean isSpecial(int character) {
        return !Character.isLetterOrDigit(character) && !Character.isISOControl(character);
    }

    /** As it stands, or without the special characters that people add to a common one. */
    private static boolean isCommon(String password, Set<String> common) {
        var lower = folded(password);
        return common.contains(lower) || common.contains(lower.replaceAll("[^\\p{L}\\p{N}]", ""));
    }

    private static boolean holdsId(String password, String email) {
        var local = email.substring(0, Math.max(0, email.indexOf('@')));
        return local.length() >= 4 && folded(password).contains(folded(local));
    }

    private static String folded(String text) {
        return composed(text).toLowerCase(Locale.ROOT);
    }

    /** Keyboards compose characters differently; the same password is the same text. */
    static String composed(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
