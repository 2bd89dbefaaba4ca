package keiyaku.web;

import java.time.ZoneId;
import java.util.List;
import keiyaku.shared.AccountId;
import keiyaku.shared.Language;

/**
 * The login behind a request, as the frame of every page needs it. The principal of Spring Security
 * implements it; a request without such a principal is a visitor's.
 */
public interface SignedIn {

    /** The name that stands in the header. */
    String displayName();

    AccountId account();

    /** The language the login prefers; what the visitor chose in this browser goes before it. */
    Language language();

    /** The zone in which this account's days are counted and times are shown. */
    ZoneId zone();

    /** What keeps this account from applying for products (M-3); every page says it. */
    default List<Missing> missing() {
        return List.of();
    }

    /** A message key that says what is missing, one for the link's text, and where it leads. */
    record Missing(String key, String linkKey, String href) {}
}
