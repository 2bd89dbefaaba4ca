package sandbox.issuer;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sandbox.shared.Html;
import sandbox.shared.Language;
import sandbox.threeds.Message;

/** The issuer's pages: the challenge, the way back, and the control page. */
final class IssuerPages {
    private IssuerPages() {}

    static String challenge(Case open, @Nullable String sessionData, boolean wrong) {
        Language language = open.card().language();
        var values = common(open);
        values.put("data", sessionData == null ? "" : sessionData);
        values.put("merchant", open.request().require("merchantName"));
        values.put("amount", amount(open.request(), language));
        values.put("brand", open.card().brand().title());
        values.put("brandTag", open.card().brand().tag());
        values.put("last4", open.card().last4());
        values.put("otp", ChallengeRoutes.CODE);
        int left = Case.TRIES - open.wrongCodes();
        values.put(
                "error",
                wrong ? language.word("acs.wrong").replace("{0}", Integer.toString(left)) : "");
        values.put("invalid", Boolean.toString(wrong));
        return Html.page("challenge", values);
    }

    static String back(Case settled, String cres, @Nullable String sessionData) {
        var values = common(settled);
        values.put("to", settled.notificationUrl());
        values.put("cres", cres);
        values.put("data", sessionData == null ? "" : sessionData);
        return Html.page("back", values);
    }

    /** The cardholder has walked away: the page stays, and leads nowhere. */
    static String gone(Case open) {
        return Html.page("gone", common(open));
    }

    private static Map<String, String> common(Case one) {
        var values = new HashMap<String, String>(one.card().language().words());
        values.put("lang", one.card().language().tag());
        values.put("trans", one.acsTransId());
        return values;
    }

    private static String amount(Message request, Language language) {
        var minor = new BigDecimal(request.require("purchaseAmount"));
        int exponent = Integer.parseInt(request.require("purchaseExponent"));
        var format = NumberFormat.getCurrencyInstance(Locale.forLanguageTag(language.tag()));
        format.setCurrency(currency(request.require("purchaseCurrency")));
        format.setMinimumFractionDigits(exponent);
        format.setMaximumFractionDigits(exponent);
        String written = format.format(minor.movePointLeft(exponent));
        return minor.signum() == 0
                ? language.word("acs.registration").replace("{0}", written)
                : written;
    }

    private static Currency currency(String numeric) {
        int code = Integer.parseInt(numeric);
        return Currency.availableCurrencies()
                .filter(currency -> currency.getNumericCode() == code)
                .findFirst()
                .orElseGet(() -> Currency.getInstance("JPY"));
    }

    static String control(Collection<Case> newest) {
        String rows = newest.stream().limit(30).map(IssuerPages::row).collect(Collectors.joining());
        return Html.page(
                "issuer",
                Map.of(
                        "rows",
                        rows.isEmpty()
                                ? "<tr><td colspan=5 class=quiet>No challenges yet.</td></tr>"
                                : rows));
    }

    private static String row(Case one) {
        Message result = one.result();
        String state = result == null ? "open" : result.require("transStatus");
        String trans = Html.escape(one.acsTransId());
        return "<tr><td><code>"
                + trans
                + "</code></td><td>"
                + one.card().brand().title()
                + " ···"
                + Html.escape(one.card().last4())
                + "</td><td><span class=tag>"
                + state
                + "</span></td><td>"
                + one.misbehaviour().tag()
                + "</td><td class=row>"
                + (result == null
                        ? button(trans, "pass") + button(trans, "fail") + button(trans, "cancel")
                        : "")
                + "</td></tr>";
    }

    private static String button(String trans, String reply) {
        return "<form data-send='POST /acs/"
                + trans
                + "/answer'><input type=hidden name=answer value="
                + reply
                + "><button class=small>"
                + reply
                + "</button></form>";
    }
}
