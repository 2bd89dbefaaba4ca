package keiyaku.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether a text holds what is most likely a card's number: 14 to 19 digits, written in one or in
 * groups, of a brand's range and length, with a right check digit (P-3). Visa's old 13 digits are
 * left out, since corporate numbers (法人番号) have 13 too; a number after a plus sign is a phone's.
 */
final class CardNumbers {

    private static final int SHORTEST = 14;
    private static final int LONGEST = 19;
    private static final int LEAST_IN_GROUP = 2;

    /** Digits in one, not part of a word, a code or a phone number in its international form. */
    private static final Pattern GROUP =
            Pattern.compile("(?<![\\p{IsLatin}\\p{Nd}+_])\\p{Nd}+(?![\\p{IsLatin}\\p{Nd}_])");

    /** What stands between the groups of one number: blanks and dashes of all kinds, a dot. */
    private static final Pattern GAP = Pattern.compile("[\\p{Zs}\\t\\p{Pd}.\u30FC\u2212]{1,3}");

    private static final Pattern UUID =
            Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private CardNumbers() {}

    static boolean in(String text) {
        if (!hasLongRun(text)) {
            return false;
        }
        for (var run : runs(UUID.matcher(text).replaceAll("x"))) {
            if (inRun(run)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether digits, with nothing but gaps between them, are as many as the shortest number has: a
     * look at each character, so that a large body without any costs next to nothing.
     */
    private static boolean hasLongRun(String text) {
        int digits = 0;
        for (int i = 0; i < text.length() && digits < SHORTEST; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c != '-' && c != ' ' && c != '.') {
                if (c < 0x80 && c != '\t') {
                    digits = 0;
                } else if (Character.isDigit(c) || Character.isSurrogate(c)) {
                    digits++;
                }
            }
        }
        return digits >= SHORTEST;
    }

    /** Groups of digits that only gaps separate. */
    private static List<List<String>> runs(String text) {
        var runs = new ArrayList<List<String>>();
        var groups = GROUP.matcher(text);
        int end = -1;
        while (groups.find()) {
            boolean follows =
                    end >= 0 && GAP.matcher(text.substring(end, groups.start())).matches();
            if (!follows) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(digits(groups.group()));
            end = groups.end();
        }
        return runs;
    }

    private static boolean inRun(List<String> groups) {
        for (int first = 0; first < groups.size(); first++) {
            var joined = new StringBuilder();
            for (var group : groups.subList(first, groups.size())) {
                joined.append(group);
                if (joined.length() > LONGEST) {
                    break;
                }
                if (isCard(joined.toString())) {
                    return true;
                }
                if (group.length() < LEAST_IN_GROUP) {
                    break;
                }
            }
        }
        return false;
    }

    static boolean isCard(String digits) {
        return digits.length() >= SHORTEST
                && CardBrand.of(digits).filter(b -> b.hasLength(digits.length())).isPresent()
                && checkDigitIsRight(digits);
    }

    /** Luhn: from the right every second digit is doubled, 9 taken off above 9. */
    private static boolean checkDigitIsRight(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int counted = i % 2 == 0 ? digit : digit * 2;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }

    /** Digits of any script (full-width ones, say) as 0 to 9. */
    private static String digits(String written) {
        var digits = new StringBuilder();
        written.codePoints().forEach(c -> digits.append(Character.digit(c, 10)));
        return digits.toString();
    }
}
