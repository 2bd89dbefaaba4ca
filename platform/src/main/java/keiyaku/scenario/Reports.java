package keiyaku.scenario;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import keiyaku.billing.Charge;
import keiyaku.billing.ComputationJson;
import keiyaku.billing.Invoice;
import keiyaku.billing.InvoiceAmounts;
import keiyaku.billing.Invoices;
import keiyaku.billing.Ledger;
import keiyaku.billing.Receivable;
import keiyaku.billing.Receivables;
import keiyaku.contract.Contracts;
import keiyaku.payment.CoinCharges;
import keiyaku.payment.CoinRefunds;
import keiyaku.payment.Payment;
import keiyaku.payment.PaymentId;
import keiyaku.payment.Payments;
import keiyaku.scenario.World.Citizen;
import keiyaku.scenario.World.NamedContract;
import keiyaku.shared.ContractId;
import keiyaku.shared.InvoiceId;
import keiyaku.shared.Money;
import keiyaku.usage.MonthlyBills;
import keiyaku.value.CoinPayments;
import keiyaku.value.Coins;
import keiyaku.value.Credits;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads through the doors what a scenario came to. */
@Component
class Reports {

    static final int ALL = 100_000;

    private final Contracts contracts;
    private final Invoices invoices;
    private final Receivables receivables;
    private final Payments payments;
    private final Ledger ledger;
    private final Credits credits;
    private final Coins coins;
    private final CoinPayments coinPayments;
    private final CoinCharges coinCharges;
    private final CoinRefunds coinRefunds;
    private final MonthlyBills bills;
    private final CertificateReport certificates;

    Reports(
            Contracts contracts,
            Invoices invoices,
            Receivables receivables,
            Payments payments,
            Ledger ledger,
            Credits credits,
            Coins coins,
            CoinPayments coinPayments,
            CoinCharges coinCharges,
            CoinRefunds coinRefunds,
            MonthlyBills bills,
            CertificateReport certificates) {
        this.certificates = certificates;
        this.contracts = contracts;
        this.invoices = invoices;
        this.receivables = receivables;
        this.payments = payments;
        this.ledger = ledger;
        this.credits = credits;
        this.coins = coins;
        this.coinPayments = coinPayments;
        this.coinCharges = coinCharges;
        this.coinRefunds = coinRefunds;
        this.bills = bills;
    }

    /** An invoice with whose it is and what is open of it. */
    private record Issued(Citizen owner, Invoice invoice, Receivable receivable, long coins) {}

    Report report(ScenarioFile scenario, World world) {
        var names = names(world);
        var issued = issued(world);
        return new Report(
                new Events(contracts, payments, certificates)
                        .of(world, issued(world).stream().map(Issued::invoice).toList()),
                world.contracts().stream().map(named -> contract(named, world)).toList(),
                Stream.concat(
                                issued.stream().map(i -> invoice(i, names)),
                                world.citizens().stream().flatMap(c -> drafts(c, names)))
                        .toList(),
                settlements(world, issued, false),
                settlements(world, issued, true),
                world.quotes().stream().map(q -> quote(q, names)).toList(),
                balances(world),
                ledger());
    }

    private static Map<ContractId, String> names(World world) {
        var names = new HashMap<ContractId, String>();
        world.contracts().forEach(c -> names.put(c.id(), c.as()));
        return names;
    }

    private List<Issued> issued(World world) {
        var all = new ArrayList<Issued>();
        for (var citizen : world.citizens()) {
            var open = new HashMap<InvoiceId, Receivable>();
            receivables.of(citizen.account()).forEach(r -> open.put(r.invoice(), r));
            var byCoins = coinPayments.paid(citizen.account());
            for (var invoice : invoices.of(citizen.account(), null, ALL)) {
                var receivable = open.get(invoice.id());
                if (receivable == null) {
                    throw new IllegalStateException("nothing is known of " + invoice.number());
                }
                all.add(new Issued(citizen, invoice, receivable, minor(byCoins.get(invoice.id()))));
            }
        }
        all.sort(
                Comparator.comparing((Issued i) -> i.invoice().issuedAt())
                        .thenComparing(i -> i.invoice().number()));
        return all;
    }

    private Map<String, Object> contract(NamedContract named, World world) {
        var contract = contracts.contract(named.owner().account(), named.id());
        var row = new LinkedHashMap<String, Object>();
        row.put("as", named.as());
        row.put("product", contract.offer().product());
        row.put("plan", contract.offer().plan());
        row.put("seats", contract.offer().seats());
        row.put("state", contract.state().code());
        var agreement = contract.agreement();
        row.put("termStart", agreement == null ? null : agreement.period().start().toString());
        row.put("termEnd", agreement == null ? null : agreement.period().lastDay().toString());
        row.put("endedOn", text(contract.endedOn()));
        var held = certificates.of(named, world);
        if (!held.isEmpty()) {
            row.put("certificates", held);
        }
        return row;
    }

    private static Map<String, Object> invoice(Issued issued, Map<ContractId, String> names) {
        var invoice = issued.invoice();
        var row = new LinkedHashMap<String, Object>();
        row.put("number", invoice.number());
        row.put("member", issued.owner().person().id());
        row.put("issued", invoice.issuedOn().toString());
        row.put("due", invoice.dueOn().toString());
        row.put("state", issued.receivable().state().code());
        row.putAll(figures(invoice.charges(), invoice.amounts(), names));
        row.put("coins", issued.coins());
        row.put("collected", issued.receivable().settled().minor());
        return row;
    }

    /** Monthly bills that are not final yet: without number, issued and due. */
    private Stream<Map<String, Object>> drafts(Citizen citizen, Map<ContractId, String> names) {
        return bills.drafts(citizen.account()).stream()
                .map(
                        draft -> {
                            var row = new LinkedHashMap<String, Object>();
                            row.put("number", null);
                            row.put("member", citizen.person().id());
                            row.put("issued", null);
                            row.put("due", null);
                            row.put("state", draft.bill().state().code());
                            row.putAll(figures(draft.charges(), draft.amounts(), names));
                            row.put("coins", 0L);
                            row.put("collected", 0L);
                            return row;
                        });
    }

    private static Map<String, Object> figures(
            List<Charge> charges, InvoiceAmounts amounts, Map<ContractId, String> names) {
        var row = new LinkedHashMap<String, Object>();
        row.put("lines", charges.stream().map(c -> line(c, names)).toList());
        row.put("discount", amounts.discount().minor());
        row.put("credit", amounts.credit().minor());
        row.put("subtotal", amounts.subtotal().minor());
        row.put("tax", amounts.tax().minor());
        row.put("total", amounts.total().minor());
        return row;
    }

    private static Map<String, Object> line(Charge charge, Map<ContractId, String> names) {
        var row = new LinkedHashMap<String, Object>();
        var contract = charge.contract();
        row.put("kind", charge.kind().code());
        row.put("contract", contract == null ? null : names.get(contract));
        row.put("from", charge.period().start().toString());
        row.put("to", charge.period().lastDay().toString());
        row.put("quantity", charge.measured());
        row.put("amount", charge.amount().minor());
        row.put("taxCategory", charge.taxCategory());
        row.put("why", ComputationJson.figures(charge.why()));
        return row;
    }

    private List<Map<String, Object>> settlements(
            World world, List<Issued> issued, boolean givenBack) {
        var numbers = new HashMap<InvoiceId, String>();
        issued.forEach(i -> numbers.put(i.invoice().id(), i.invoice().number()));
        var rows = new ArrayList<Map<String, Object>>();
        for (var citizen : world.citizens()) {
            if (givenBack) {
                var methods = new HashMap<PaymentId, String>();
                payments.of(citizen.account(), ALL).forEach(p -> methods.put(p.id(), method(p)));
                for (var refund : payments.refundsOf(citizen.account(), ALL)) {
                    var row = new LinkedHashMap<String, Object>();
                    row.put("invoice", numbers.get(refund.invoice()));
                    row.put("method", methods.get(refund.payment()));
                    row.put("at", at(refund.at(), world.zone()));
                    row.put("amount", refund.amount().minor());
                    rows.add(row);
                }
                for (var refund : coinRefunds.of(citizen.account())) {
                    var row = new LinkedHashMap<String, Object>();
                    row.put("invoice", null);
                    row.put("method", "coins-" + refund.state().code());
                    row.put("at", at(refund.at(), world.zone()));
                    row.put("amount", refund.amount().minor());
                    rows.add(row);
                }
            } else {
                for (var payment : payments.of(citizen.account(), Reports.ALL)) {
                    var row = new LinkedHashMap<String, Object>();
                    row.put("invoice", numbers.get(payment.invoice()));
                    row.put("method", method(payment));
                    row.put("at", at(payment.at(), world.zone()));
                    row.put("amount", payment.amount().minor());
                    row.put("state", payment.state().code());
                    row.put("reason", payment.reason());
                    rows.add(row);
                }
                rows.addAll(coinCharges(world, citizen));
            }
        }
        rows.sort(Comparator.comparing(row -> String.valueOf(row.get("at"))));
        return rows;
    }

    /** Paid for coins, not for an invoice. */
    private List<Map<String, Object>> coinCharges(World world, Citizen citizen) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var payment : coinCharges.of(citizen.account())) {
            var row = new LinkedHashMap<String, Object>();
            row.put("invoice", null);
            row.put("method", payment.kind().code());
            row.put("at", at(payment.at(), world.zone()));
            row.put("amount", payment.amount().minor());
            row.put("state", payment.state().code());
            row.put("reason", payment.reason());
            rows.add(row);
        }
        return rows;
    }

    private static Map<String, Object> quote(
            World.NamedQuote named, Map<ContractId, String> names) {
        var quote = named.quote();
        var row = new LinkedHashMap<String, Object>();
        row.put("as", named.as());
        row.put("lines", quote.charges().stream().map(c -> line(c, names)).toList());
        var amounts = quote.amounts();
        row.put("total", amounts == null ? 0L : amounts.total().minor());
        row.put("effectiveOn", quote.effectiveOn().toString());
        row.put("nextChargeOn", text(quote.nextChargeOn()));
        return row;
    }

    private Map<String, Map<String, Object>> balances(World world) {
        var rows = new LinkedHashMap<String, Map<String, Object>>();
        for (var citizen : world.citizens()) {
            var balances = ledger.balances(citizen.account());
            var row = new LinkedHashMap<String, Object>();
            var held = coins.of(citizen.account());
            row.put("coinsCharged", held.charged().minor());
            row.put("coinsBonus", held.bonus().minor());
            row.put("credit", credits(citizen));
            row.put("deposit", -minor(balances.get("deposits")));
            row.put("receivable", minor(balances.get("receivable")));
            rows.put(citizen.person().id(), row);
        }
        return rows;
    }

    /** What is left of all credits, whether they are in use yet or not. */
    private long credits(Citizen citizen) {
        return credits.of(citizen.account()).stream().mapToLong(c -> c.balance().minor()).sum();
    }

    private Map<String, Object> ledger() {
        var row = new LinkedHashMap<String, Object>();
        row.put("balanced", ledger.balanced());
        row.put("entries", ledger.entryCount());
        return row;
    }

    static String at(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
    }

    private static long minor(@Nullable Money amount) {
        return amount == null ? 0 : amount.minor();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static String method(Payment payment) {
        var paidBy = payment.paidBy();
        return paidBy == null ? "none" : paidBy.kind().code();
    }
}
