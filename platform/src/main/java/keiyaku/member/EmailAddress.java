package keiyaku.member;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;
import keiyaku.shared.BadInputException;

/** An e-mail address that can be written to; what one logs in with. */
public record EmailAddress(String value) {

    private static final int LONGEST = 254;
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    public EmailAddress {
        if (!isAddress(value)) {
            throw new IllegalArgumentException("not an e-mail address");
        }
    }

    /** Reads what was typed; domains of other scripts become their ASCII form. */
    static EmailAddress parse(String field, String typed) {
        var text = Input.plain(field, typed, LONGEST);
        int at = text.lastIndexOf('@');
        if (at < 1) {
            throw new BadInputException(field, "email-wrong");
        }
        var address = text.substring(0, at + 1) + domain(text.substring(at + 1));
        if (!isAddress(address)) {
            throw new BadInputException(field, "email-wrong");
        }
        return new EmailAddress(address);
    }

    private static String domain(String text) {
        try {
            return IDN.toASCII(text).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static boolean isAddress(String text) {
        int at = text.lastIndexOf('@');
        return at >= 1
                && at <= 64
                && text.length() <= LONGEST
                && LOCAL.matcher(text.substring(0, at)).matches()
                && DOMAIN.matcher(text.substring(at + 1)).matches();
    }

    /** The same for addresses that differ only in upper and lower case. */
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }

    /** t***@example.com: enough for its owner to know it. */
    public String masked() {
        return value.charAt(0) + "***" + value.substring(value.lastIndexOf('@'));
    }

    /** Personal data does not belong into a log. */
    @Override
    public String toString() {
        return masked();
    }
}
