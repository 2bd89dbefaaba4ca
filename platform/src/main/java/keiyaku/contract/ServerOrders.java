package keiyaku.contract;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import keiyaku.catalog.HostingRenewal;
import keiyaku.contract.ContractRefusal.NoServerContract;
import keiyaku.contract.Outcome.Fact;
import keiyaku.payment.MethodKind;
import keiyaku.shared.ContractId;
import keiyaku.shared.RefusedException;

/** The order of a server contract: charged whole, awaiting its payment (H-1, H-5). */
final class ServerOrders {

    private ServerOrders() {}

    static Outcome decide(
            ContractId id, ServerOrder order, Sale sale, ZoneId zone, LocalDate today) {
        var hosting =
                new Hosting(
                        rules(sale),
                        order.pay(),
                        order.pay() != MethodKind.TRANSFER,
                        0,
                        null,
                        null,
                        null,
                        0,
                        0,
                        List.of());
        var bare =
                new Contract(
                        id,
                        order.account(),
                        order.offer(),
                        zone,
                        ContractState.AWAITING_PAYMENT,
                        today,
                        null,
                        null,
                        null,
                        Reservations.NONE,
                        null,
                        0,
                        0,
                        hosting);
        var billed = NextTerms.first(bare, order.choice(), sale, today);
        return new Outcome(
                bare.withHosting(billed.hosting()),
                today,
                billed.charges(),
                List.of(new Fact("ordered", today, details(order))),
                List.of());
    }

    static HostingRenewal rules(Sale sale) {
        var rules = sale.product().renewal();
        if (rules == null) {
            throw new RefusedException(new NoServerContract());
        }
        return rules;
    }

    private static Map<String, String> details(ServerOrder order) {
        return Map.of(
                "term", order.choice().term().toString(),
                "options", codes(order.choice().options()),
                "pay", order.pay().code());
    }

    static String codes(List<OptionChoice> options) {
        return options.stream().map(OptionChoice::code).collect(Collectors.joining(", "));
    }
}
