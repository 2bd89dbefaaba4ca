package keiyaku.web;

import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Ids as they stand in addresses and in the API: {@code inv_} and 32 hexadecimal digits. */
public final class PrefixedIds {

    private static final Pattern FORM =
            Pattern.compile("([a-z]{2,3})_([0-9a-f]{16})([0-9a-f]{16})");

    private PrefixedIds() {}

    /** The id; what does not look like one is not found. */
    public static UUID parse(String prefix, String text) {
        var form = FORM.matcher(text);
        if (!form.matches() || !form.group(1).equals(prefix)) {
            throw notFound();
        }
        return new UUID(
                Long.parseUnsignedLong(form.group(2), 16),
                Long.parseUnsignedLong(form.group(3), 16));
    }

    public static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
