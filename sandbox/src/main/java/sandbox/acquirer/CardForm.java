package sandbox.acquirer;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sandbox.card.Brand;
import sandbox.card.CardNumber;
import sandbox.shared.Language;
import sandbox.shared.Problem;

/** What the cardholder entered, as it came. It prints nothing of it. */
record CardForm(
        @Nullable String number,
        @Nullable String expMonth,
        @Nullable String expYear,
        @Nullable String cvc,
        @Nullable String holder,
        @Nullable BrowserFacts browser) {

    /** What the page can tell of the browser, for the issuer's judgement. */
    record BrowserFacts(
            @Nullable String language,
            @Nullable String colorDepth,
            @Nullable String screenHeight,
            @Nullable String screenWidth,
            @Nullable String timeZone) {
        static final BrowserFacts UNKNOWN = new BrowserFacts(null, null, null, null, null);
    }

    /** The form once it has been found right. The security code is not even kept here. */
    record Entered(CardNumber number, Brand brand, YearMonth expiry, String holder) {}

    /** Throws a 422 problem that names each wrong field, in the cardholder's language. */
    Entered check(YearMonth now, Language language) {
        var wrong = new ArrayList<String>();
        String digits = digits(number);
        var brand = Brand.of(digits);
        numberFault(digits, brand.orElse(null), wrong);
        YearMonth expiry = expiry(now, wrong);
        String code = digits(cvc);
        int length = brand.map(Brand::codeLength).orElse(code.length() == 4 ? 4 : 3);
        if (code.isEmpty()) {
            wrong.add("cvc.missing");
        } else if (code.length() != length) {
            wrong.add(length == 4 ? "cvc.four" : "cvc.three");
        }
        String name = holder == null ? "" : holder.strip();
        if (name.isEmpty()) {
            wrong.add("holder.missing");
        } else if (name.length() > 45 || name.chars().anyMatch(Character::isDigit)) {
            wrong.add("holder.wrong");
        }
        if (!wrong.isEmpty() || expiry == null || brand.isEmpty()) {
            throw Problem.fields(errors(wrong, language));
        }
        return new Entered(new CardNumber(digits), brand.get(), expiry, name);
    }

    private static void numberFault(String digits, @Nullable Brand brand, List<String> wrong) {
        if (digits.isEmpty()) {
            wrong.add("number.missing");
        } else if (brand == null) {
            wrong.add("number.brand");
        } else if (!brand.lengths().contains(digits.length()) || !CardNumber.plausible(digits)) {
            wrong.add("number.wrong");
        }
    }

    private @Nullable YearMonth expiry(YearMonth now, List<String> wrong) {
        String month = digits(expMonth);
        String year = digits(expYear);
        if (month.isEmpty() || year.isEmpty()) {
            wrong.add("expiry.missing");
            return null;
        }
        if (month.length() > 2 || (year.length() != 2 && year.length() != 4)) {
            wrong.add("expiry.wrong");
            return null;
        }
        int m = Integer.parseInt(month);
        int y = Integer.parseInt(year) + (year.length() == 2 ? 2000 : 0);
        if (m < 1 || m > 12 || y > now.getYear() + 20) {
            wrong.add("expiry.wrong");
            return null;
        }
        YearMonth expiry = YearMonth.of(y, m);
        if (expiry.isBefore(now)) {
            wrong.add("expiry.past");
        }
        return expiry;
    }

    private static List<Problem.FieldError> errors(List<String> wrong, Language language) {
        return wrong.stream()
                .map(
                        key ->
                                new Problem.FieldError(
                                        key.substring(0, key.indexOf('.')),
                                        key.substring(key.indexOf('.') + 1),
                                        language.word("error." + key)))
                .toList();
    }

    private static String digits(@Nullable String text) {
        return text == null ? "" : text.replaceAll("[\\s-]", "").replaceAll(".*[^0-9].*", "0");
    }

    @Override
    public String toString() {
        return "CardForm";
    }
}
