package keiyaku.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Makes the {@link Page} of a request, once. */
@Component
class Pages {

    private static final String ATTRIBUTE = Page.class.getName();

    private final Messages messages;
    private final Assets assets;
    private final Clock clock;
    private final ZoneId zone;
    private final ObjectProvider<SignedInLookup> lookup;

    Pages(
            Messages messages,
            Assets assets,
            Clock clock,
            @Value("${keiyaku.zone:Asia/Tokyo}") ZoneId zone,
            ObjectProvider<SignedInLookup> lookup) {
        this.messages = messages;
        this.assets = assets;
        this.clock = clock;
        this.zone = zone;
        this.lookup = lookup;
    }

    Page of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Page page) {
            return page;
        }
        var page = new Page(this, request, signedIn(request));
        request.setAttribute(ATTRIBUTE, page);
        return page;
    }

    /** The page as another login would see it: samples only. */
    Page as(HttpServletRequest request, SignedIn login) {
        var page = new Page(this, request, login);
        request.setAttribute(ATTRIBUTE, page);
        return page;
    }

    Messages messages() {
        return messages;
    }

    Assets assets() {
        return assets;
    }

    Clock clock() {
        return clock;
    }

    ZoneId zone() {
        return zone;
    }

    private @Nullable SignedIn signedIn(HttpServletRequest request) {
        if (!(request.getUserPrincipal() instanceof Authentication authentication)) {
            return null;
        }
        return authentication.getPrincipal() instanceof SignedIn signedIn
                ? signedIn
                : lookup.orderedStream()
                        .flatMap(known -> known.of(authentication).stream())
                        .findFirst()
                        .orElse(null);
    }
}
