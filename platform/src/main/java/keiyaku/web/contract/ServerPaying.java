package keiyaku.web.contract;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import keiyaku.payment.Allowance;
import keiyaku.payment.MethodKind;
import keiyaku.payment.PaymentMethod;
import keiyaku.web.Form;
import keiyaku.web.Page;
import keiyaku.web.part.Option;

/**
 * The way of paying within an order: a card or a wallet that is not there yet is registered on the
 * way, and the browser comes back with all that was chosen (H-5).
 *
 * @param missing the kind that is chosen and has to be registered first; empty when none has
 * @param back the order's page with what is chosen
 */
public record ServerPaying(List<Option> ways, String missing, String back) {

    /** What an order's page takes over from its address. */
    static final List<String> CHOSEN =
            List.of(
                    "term",
                    "opt-ssl",
                    "opt-backup",
                    "opt-device",
                    "opt-other",
                    "devices",
                    "name",
                    "pay");

    static ServerPaying of(
            Page page, Form form, List<PaymentMethod> methods, List<Allowance> allowed) {
        var ways =
                ServerChoices.ways(page, methods, true).stream()
                        .map(way -> registrable(page, way, allowed))
                        .toList();
        var chosen = form.text("pay");
        var isThere =
                chosen.equals(MethodKind.TRANSFER.code())
                        || methods.stream().anyMatch(m -> m.kind().code().equals(chosen));
        return new ServerPaying(ways, isThere ? "" : chosen, back(form));
    }

    private static Option registrable(Page page, Option way, List<Allowance> allowed) {
        var may =
                allowed.stream().anyMatch(a -> a.allowed() && a.kind().code().equals(way.value()));
        return way.open() || !may
                ? way
                : new Option(
                        way.value(),
                        way.label(),
                        page.t("contract.server.pay." + way.value() + ".now"),
                        null,
                        true);
    }

    private static String back(Form form) {
        return CHOSEN.stream()
                .filter(field -> !form.text(field).isEmpty())
                .map(
                        field ->
                                field
                                        + "="
                                        + URLEncoder.encode(
                                                form.text(field), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "/console/servers/new?", ""));
    }

    public boolean byCard() {
        return missing.equals(MethodKind.CARD.code());
    }

    public boolean byWallet() {
        return missing.equals(MethodKind.WALLET.code());
    }

    public String walletPath() {
        return "/my/payment-methods/wallet?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
    }
}
