package sandbox.card;

import java.util.regex.Pattern;

/** A card's number while it is on its way; it prints masked, so that no log can hold it. */
public record CardNumber(String digits) {
    private static final Pattern SHAPE = Pattern.compile("[0-9]{13,19}");

    public CardNumber {
        if (!SHAPE.matcher(digits).matches()) {
            throw new IllegalArgumentException("A card number has 13 to 19 digits");
        }
    }

    public String bin() {
        return digits.substring(0, 6);
    }

    public String last4() {
        return digits.substring(digits.length() - 4);
    }

    /** Whether the text could be a number: digits, length, check digit, and not all zeros. */
    public static boolean plausible(String text) {
        return SHAPE.matcher(text).matches()
                && luhn(text)
                && text.chars().anyMatch(digit -> digit != '0');
    }

    /** ISO/IEC 7812-1 annex B: from the right, every second digit doubled, sum divisible by 10. */
    public static boolean luhn(String digits) {
        int sum = 0;
        boolean doubled = false;
        for (int i = digits.length() - 1; i >= 0; i--) {
            int digit = digits.charAt(i) - '0';
            if (doubled) {
                digit = digit > 4 ? 2 * digit - 9 : 2 * digit;
            }
            sum += digit;
            doubled = !doubled;
        }
        return sum % 10 == 0;
    }

    /** The digits with the check digit behind them that makes them pass. */
    static String withCheckDigit(String digits) {
        for (char check = '0'; check <= '9'; check++) {
            if (luhn(digits + check)) {
                return digits + check;
            }
        }
        throw new AssertionError("one of ten check digits always fits");
    }

    @Override
    public String toString() {
        return bin() + "…" + last4();
    }
}
