package keiyaku.web.payment;

import java.net.URI;
import keiyaku.payment.CardForm;
import keiyaku.shared.Refusal;
import keiyaku.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * The one dialog for registering and for changing a card: the acquirer's form, or why it did not
 * come to a card.
 *
 * @param form null when there is nothing to fill in
 * @param replaces the card that gives way; null when one is added
 * @param refusal null unless something was refused
 * @param back the page that it was opened for, to which it leads; empty for none
 */
public record CardDialog(
        @Nullable CardForm form,
        @Nullable MethodView replaces,
        @Nullable Refusal refusal,
        String back) {

    /** The address that may speak to the page: the frame's own origin. */
    public String origin() {
        return form == null ? "" : origin(form.frameUrl());
    }

    /** What happened to the card, in a few words. */
    public String refusalTitle(Page page) {
        return page.t(key(page) + ".title");
    }

    /** What it means and what to do next. */
    public String refusalText(Page page) {
        return page.t(key(page) + ".text");
    }

    private String key(Page page) {
        if (refusal == null) {
            return "payment.refused";
        }
        var general = "payment.refused." + refusal.code();
        var exact = general + "." + refusal.facts().getOrDefault("reason", "");
        if (page.has(exact + ".title")) {
            return exact;
        }
        return page.has(general + ".title") ? general : "payment.refused";
    }

    private static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
