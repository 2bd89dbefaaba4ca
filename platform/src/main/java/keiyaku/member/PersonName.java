package keiyaku.member;

import java.lang.Character.UnicodeScript;
import java.util.regex.Pattern;
import keiyaku.shared.BadInputException;
import org.jspecify.annotations.Nullable;

/**
 * A person's name by M-13: letters of any script with space, hyphen, apostrophe and middle dot.
 * Where names are written in one field, the whole is at least two letters; otherwise the first name
 * is at least two and the last at least one.
 *
 * @param family the last name, or the whole where there is one field
 * @param given the first name; null where there is one field
 */
public record PersonName(String family, @Nullable String given) {

    private static final int LONGEST = 60;
    private static final Pattern LETTERS =
            Pattern.compile(
                    "[\\p{L}\\p{M}]+([ '\u2019\u00b7\u30fb\uff65\u2010-]+[\\p{L}\\p{M}]+)*");

    /** The whole name in one field. */
    static PersonName whole(String field, String typed) {
        var name = part(field, typed);
        if (letters(name) < 2) {
            throw new BadInputException(field, "name-too-short");
        }
        return new PersonName(name, null);
    }

    /** Last and first name; of scripts that need no space, two letters in all are enough. */
    static PersonName of(String familyField, String family, String givenField, String given) {
        var last = part(familyField, family);
        var first = part(givenField, given);
        boolean dense = isDense(last) && isDense(first);
        if (letters(first) < (dense ? 1 : 2)) {
            throw new BadInputException(givenField, "name-too-short");
        }
        return new PersonName(last, first);
    }

    private static String part(String field, String typed) {
        var text = Input.required(field, typed.replace('\u3000', ' '), LONGEST);
        var name = text.replaceAll(" +", " ");
        if (!LETTERS.matcher(name).matches()) {
            throw new BadInputException(field, "name-characters");
        }
        return name;
    }

    private static long letters(String text) {
        return text.codePoints().filter(Character::isLetter).count();
    }

    private static boolean isDense(String text) {
        return text.codePoints().filter(Character::isLetter).allMatch(PersonName::isDense);
    }

    private static boolean isDense(int letter) {
        return switch (UnicodeScript.of(letter)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, COMMON -> true;
            default -> false;
        };
    }

    /** As its own script orders it: 山田 太郎, 김민준, Taro Yamada. */
    public String display() {
        if (given == null) {
            return family;
        }
        return switch (UnicodeScript.of(family.codePointAt(0))) {
            case HANGUL -> family + given;
            case HAN, HIRAGANA, KATAKANA -> family + " " + given;
            default -> given + " " + family;
        };
    }

    /** Personal data does not belong into a log. */
    @Override
    public String toString() {
        return "name of " + letters(display()) + " letters";
    }
}
