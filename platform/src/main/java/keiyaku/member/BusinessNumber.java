package keiyaku.member;

import java.util.regex.Pattern;
import keiyaku.shared.BadInputException;

/**
 * The number under which a business is registered in its country (M-7), without separators. The
 * check digits: Korea by the National Tax Service's weights, Japan by ordinance 70 of 2014 of the
 * Ministry of Finance, article 2.
 */
final class BusinessNumber {

    private static final Pattern KOREAN = Pattern.compile("\\d{10}");
    private static final Pattern JAPANESE = Pattern.compile("[1-9]\\d{12}");
    private static final Pattern JAPANESE_ISSUER = Pattern.compile("T[1-9]\\d{12}");
    private static final Pattern OTHER = Pattern.compile("[A-Z0-9]{4,20}");
    private static final int[] KOREAN_WEIGHTS = {1, 3, 7, 1, 3, 7, 1, 3, 5};

    private BusinessNumber() {}

    /** The number without separators, or why it is none of the country. */
    static String parse(String field, String typed, String country) {
        var text =
                Input.plain(field, typed, 40)
                        .replaceAll("[\\s./\\u2010-\\u2015-]", "")
                        .toUpperCase(java.util.Locale.ROOT);
        return switch (country) {
            case "KR" -> checked(field, text, KOREAN, isKorean(text));
            case "JP" -> japanese(field, text);
            default -> checked(field, text, OTHER, true);
        };
    }

    /** A sole proprietor's T number need not satisfy the check digit: format only. */
    private static String japanese(String field, String text) {
        return text.startsWith("T")
                ? checked(field, text, JAPANESE_ISSUER, true)
                : checked(field, text, JAPANESE, isJapanese(text));
    }

    private static String checked(String field, String text, Pattern format, boolean digit) {
        if (!format.matcher(text).matches()) {
            throw new BadInputException(field, "business-number-format");
        }
        if (!digit) {
            throw new BadInputException(field, "business-number-check");
        }
        return text;
    }

    private static boolean isKorean(String text) {
        if (!KOREAN.matcher(text).matches()) {
            return false;
        }
        int sum = digit(text, 8) * 5 / 10;
        for (int i = 0; i < KOREAN_WEIGHTS.length; i++) {
            sum += digit(text, i) * KOREAN_WEIGHTS[i];
        }
        return digit(text, 9) == (10 - sum % 10) % 10;
    }

    private static boolean isJapanese(String text) {
        if (!JAPANESE.matcher(text).matches()) {
            return false;
        }
        int sum = 0;
        for (int n = 1; n <= 12; n++) {
            sum += digit(text, 13 - n) * (n % 2 == 1 ? 1 : 2);
        }
        return digit(text, 0) == 9 - sum % 9;
    }

    private static int digit(String text, int index) {
        return text.charAt(index) - '0';
    }

    /** As people write it: 123-45-67891 in Korea. */
    static String shown(String number, String country) {
        return "KR".equals(country) && KOREAN.matcher(number).matches()
                ? number.substring(0, 3) + "-" + number.substring(3, 5) + "-" + number.substring(5)
                : number;
    }
}
