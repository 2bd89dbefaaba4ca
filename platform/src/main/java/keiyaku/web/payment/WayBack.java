package keiyaku.web.payment;

import java.util.regex.Pattern;

/** Where a member goes on after a card or a wallet was registered: back into its order. */
final class WayBack {

    static final String PAGE = "/my/payment-methods";

    /** Pages of ours that lead here, with what was chosen on them; nothing else is gone to. */
    private static final Pattern OURS =
            Pattern.compile("/console/servers/new(\\?[A-Za-z0-9=&%._~+*-]{0,2000})?");

    private WayBack() {}

    static String of(String given) {
        return OURS.matcher(given).matches() ? given : PAGE;
    }
}
