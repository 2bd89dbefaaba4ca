package keiyaku.scenario;

import java.net.URI;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import keiyaku.billing.Receivable;
import keiyaku.billing.Receivables;
import keiyaku.payment.PaymentMethods;
import keiyaku.payment.Payments;
import keiyaku.scenario.World.Citizen;
import keiyaku.shared.Refusal;
import keiyaku.shared.RefusedException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The verbs of the prepaid wallet (P-9). */
@Configuration(proxyBeanMethods = false)
class WalletVerbs {

    private static final URI BACK = URI.create("http://127.0.0.1:1/back");

    private final PaymentMethods methods;
    private final Payments payments;
    private final Receivables receivables;
    private final Outside outside;

    WalletVerbs(
            PaymentMethods methods, Payments payments, Receivables receivables, Outside outside) {
        this.methods = methods;
        this.payments = payments;
        this.receivables = receivables;
        this.outside = outside;
    }

    @Bean
    Verb linkWallet() {
        return new MethodVerb(
                "link-wallet",
                Set.of("member", "amount"),
                "the member logs in to its wallet and lets us take from it",
                this::link);
    }

    @Bean
    Verb fundWallet() {
        return new MethodVerb(
                "fund-wallet",
                Set.of("member", "amount"),
                "the member fills its wallet",
                (world, step) -> fund(world.citizen(step), step));
    }

    @Bean
    Verb revokeWallet() {
        return new MethodVerb(
                "revoke-wallet",
                Set.of("member"),
                "the member ends the link at the wallet's site",
                (world, step) -> {
                    var id = id(world.citizen(step));
                    outside.openWallet(id);
                    outside.atWallet("/control/wallets/" + id + "/revoke", Map.of());
                });
    }

    @Bean
    Verb payFromWallet() {
        return new MethodVerb(
                "pay-from-wallet",
                Set.of("member"),
                "the member pays its oldest open invoice from its wallet",
                this::pay);
    }

    private void link(World world, Step step) {
        var citizen = world.citizen(step);
        outside.openWallet(id(citizen));
        var login = methods.beginWallet(citizen.account(), BACK);
        var visit = login.getQuery().replaceAll(".*state=(\\w+).*", "$1");
        methods.completeWallet(citizen.account(), visit, outside.allow(login, id(citizen)));
        if (step.node().has("amount")) {
            fund(citizen, step);
        }
    }

    private void fund(Citizen citizen, Step step) {
        outside.openWallet(id(citizen));
        outside.atWallet(
                "/control/wallets/" + id(citizen) + "/fund",
                Map.of("points", step.node().child("amount").integer(1, 999_999_999)));
    }

    private void pay(World world, Step step) {
        var account = world.citizen(step).account();
        var oldest =
                receivables.open(account).stream()
                        .filter(r -> r.open().isPositive())
                        .min(Comparator.comparing(Receivable::dueOn))
                        .orElseThrow(() -> new RefusedException(Refusal.of("nothing-to-pay")));
        payments.payFromWallet(account, oldest.invoice());
    }

    /** The wallets outlive a scenario, so each account's is its own. */
    private static String id(Citizen citizen) {
        return citizen.person().id() + "-" + citizen.account().value();
    }
}
