package keiyaku.member;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.util.Set;
import keiyaku.shared.BadInputException;

/** A mobile phone that takes short messages: E.164, and as it was typed (M-7). */
public record PhoneNumber(String e164, String asEntered) {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final Set<PhoneNumberType> MOBILE =
            Set.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);

    public PhoneNumber {
        if (!e164.matches("\\+[1-9]\\d{4,14}")) {
            throw new IllegalArgumentException("not an E.164 number");
        }
    }

    /** Reads a number as it is written in a country, or with a plus sign for another one. */
    static PhoneNumber parse(String field, String typed, String country) {
        var text = Input.plain(field, typed, 32);
        try {
            var number = NUMBERS.parse(text, country);
            if (!NUMBERS.isValidNumber(number) || number.hasExtension()) {
                throw new BadInputException(field, "phone-wrong");
            }
            if (!MOBILE.contains(NUMBERS.getNumberType(number))) {
                throw new BadInputException(field, "phone-not-mobile");
            }
            return new PhoneNumber(NUMBERS.format(number, PhoneNumberFormat.E164), text);
        } catch (NumberParseException e) {
            throw new BadInputException(field, "phone-wrong");
        }
    }

    /** As its own country writes it: 090-1234-5678; with the country code for another country. */
    public String shownIn(String country) {
        try {
            var number = NUMBERS.parse(e164, null);
            boolean home = country.equals(NUMBERS.getRegionCodeForNumber(number));
            return NUMBERS.format(
                    number, home ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            return e164;
        }
    }

    /** Personal data does not belong into a log. */
    @Override
    public String toString() {
        return "…" + e164.substring(e164.length() - 2);
    }
}
