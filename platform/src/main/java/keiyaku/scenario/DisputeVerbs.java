package keiyaku.scenario;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import keiyaku.catalog.Catalogs;
import keiyaku.payment.CoinCharges;
import keiyaku.payment.CoinRefunds;
import keiyaku.payment.Dispute;
import keiyaku.payment.Dispute.Decision;
import keiyaku.payment.Disputes;
import keiyaku.payment.Payment;
import keiyaku.payment.PaymentState;
import keiyaku.payment.Payments;
import keiyaku.payment.Settlements;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The verbs of money that goes back: disputes, refunds at the acquirer, coins (B-23, S-9). */
@Configuration(proxyBeanMethods = false)
class DisputeVerbs {

    private static final String OPERATOR = "scenario";
    private static final Map<String, String> OUTCOMES = Map.of("won", "won", "lost", "lost");
    private static final Map<String, Decision> DECISIONS =
            Arrays.stream(Decision.values()).collect(Collectors.toMap(Decision::code, d -> d));

    private final Disputes disputes;
    private final Settlements settlements;
    private final Payments payments;
    private final CoinCharges coins;
    private final CoinRefunds coinRefunds;
    private final Outside outside;
    private final Catalogs catalogs;

    DisputeVerbs(
            Disputes disputes,
            Settlements settlements,
            Payments payments,
            CoinCharges coins,
            CoinRefunds coinRefunds,
            Outside outside,
            Catalogs catalogs) {
        this.disputes = disputes;
        this.settlements = settlements;
        this.payments = payments;
        this.coins = coins;
        this.coinRefunds = coinRefunds;
        this.outside = outside;
        this.catalogs = catalogs;
    }

    @Bean
    Verb dispute() {
        return new MethodVerb(
                "dispute",
                Set.of("member", "amount"),
                "the cardholder disputes the member's latest payment by card",
                this::open);
    }

    @Bean
    Verb closeDispute() {
        return new MethodVerb(
                "close-dispute",
                Set.of("member", "outcome"),
                "the cardholder's bank decides: won or lost for us",
                this::close);
    }

    @Bean
    Verb settleDispute() {
        return new MethodVerb(
                "settle-dispute",
                Set.of("member", "decision"),
                "an operator says what follows from money that is gone: reopen or write-off",
                this::settle);
    }

    @Bean
    Verb refundAtAcquirer() {
        return new MethodVerb(
                "refund-at-acquirer",
                Set.of("member", "amount"),
                "somebody gives back a part of the member's latest payment at the acquirer's desk",
                this::refund);
    }

    @Bean
    Verb settleDay() {
        return new MethodVerb(
                "take-settlement",
                Set.of(),
                "the acquirer's settlement file of the day is taken and laid beside our books",
                (world, step) -> {
                    settlements.fetch();
                    settlements.fetch();
                });
    }

    @Bean
    Verb misreport() {
        return new MethodVerb(
                "misreport-payment",
                Set.of("member", "amount"),
                "the next settlement file tells another amount of the member's latest payment;"
                        + " none: it leaves it out",
                (world, step) ->
                        outside.atAcquirer(
                                key(world, step) + "/misreport",
                                step.node().has("amount")
                                        ? Map.of(
                                                "amount",
                                                Granted.amount(
                                                                step.node().child("amount"),
                                                                catalogs)
                                                        .minor())
                                        : Map.of()));
    }

    @Bean
    Verb refundCoins() {
        return new MethodVerb(
                "refund-coins",
                Set.of("member", "charge", "reason"),
                "an operator gives back what is left of a charge of coins (the first is 1)",
                (world, step) -> {
                    var account = world.citizen(step).account();
                    var arrived = coins.arrived(account);
                    int index = step.node().child("charge").integer(1, arrived.size());
                    coinRefunds.refund(
                            account, arrived.get(index - 1).id(), step.text("reason"), OPERATOR);
                });
    }

    private void open(World world, Step step) {
        var body = new HashMap<String, Object>();
        if (step.node().has("amount")) {
            body.put("amount", Granted.amount(step.node().child("amount"), catalogs).minor());
        }
        var opened = outside.atAcquirer(key(world, step) + "/dispute", body);
        var id = opened.required("id").asString();
        // The acquirer may say it more than once.
        disputes.dispute(id);
        disputes.dispute(id);
    }

    private void close(World world, Step step) {
        var open = latest(world, step, Dispute.State.OPEN);
        outside.atAcquirer(
                "disputes/" + open.gatewayId() + "/close",
                Map.of("outcome", step.node().child("outcome").oneOf(OUTCOMES)));
        disputes.dispute(open.gatewayId());
        disputes.dispute(open.gatewayId());
    }

    private void settle(World world, Step step) {
        var account = world.citizen(step).account();
        var first =
                disputes.of(account).stream()
                        .filter(d -> d.state() != Dispute.State.SETTLED)
                        .findFirst()
                        .orElseThrow(() -> step.node().error("the member has no dispute"));
        disputes.take(account, first.id(), OPERATOR);
        disputes.settle(
                account, first.id(), step.node().child("decision").oneOf(DECISIONS), OPERATOR);
    }

    private void refund(World world, Step step) {
        var refunded =
                outside.atAcquirer(
                        key(world, step) + "/refund",
                        Map.of(
                                "amount",
                                Granted.amount(step.node().child("amount"), catalogs).minor()));
        disputes.refunded(refunded.required("id").asString());
        disputes.refunded(refunded.required("id").asString());
    }

    private Dispute latest(World world, Step step, Dispute.State state) {
        return disputes.of(world.citizen(step).account()).stream()
                .filter(d -> d.state() == state)
                .findFirst()
                .orElseThrow(() -> step.node().error("the member has no such dispute"));
    }

    private String key(World world, Step step) {
        return payments.of(world.citizen(step).account(), Reports.ALL).stream()
                .filter(p -> p.state() == PaymentState.CAPTURED)
                .map(Payment::id)
                .map(id -> "payments/" + id.value())
                .findFirst()
                .orElseThrow(() -> step.node().error("the member has paid nothing"));
    }
}
