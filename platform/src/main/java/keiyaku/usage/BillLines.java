package keiyaku.usage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import keiyaku.billing.Charge;
import keiyaku.billing.ChargeKind;
import keiyaku.billing.Computation;
import keiyaku.billing.Computation.Metered;
import keiyaku.billing.Computation.MeteredLate;
import keiyaku.billing.TaxCategories;
import keiyaku.catalog.Product;
import keiyaku.contract.UsedContract;
import keiyaku.shared.Period;

/**
 * What stands on a month's bill (B-7, B-8): the charges that were marked for it, one line a meter,
 * and what came to be known late of months before. Lines of zero are left out.
 */
final class BillLines {

    private final BillFacts facts;
    private final Rates rates;

    BillLines(BillFacts facts, Rates rates) {
        this.facts = facts;
        this.rates = rates;
    }

    /** A meter's month of a contract, also when it costs nothing. */
    record MeterLine(UsedContract contract, YearMonth month, String meter, Metered why) {}

    /** By contract and in the order of the catalog. */
    List<MeterLine> meters() {
        var month = facts.bill().month();
        return facts.used().stream()
                .filter(sum -> sum.month().equals(month))
                .map(
                        sum -> {
                            var contract = facts.contract(sum.contract());
                            return new MeterLine(
                                    contract,
                                    month,
                                    sum.meter(),
                                    rates.rated(contract, month, sum.meter(), sum.quantity()));
                        })
                .sorted(
                        Comparator.comparing((MeterLine line) -> line.contract().id().toString())
                                .thenComparingInt(this::place)
                                .thenComparing(MeterLine::meter))
                .toList();
    }

    List<Charge> charges() {
        var charges = new ArrayList<Charge>(facts.marked());
        for (var line : meters()) {
            add(charges, charge(line));
        }
        for (var late : facts.late()) {
            add(charges, adjustment(late));
        }
        return charges;
    }

    /** What is billed of each meter with this bill, so that later it is not billed again. */
    List<LineStore.Billed> billed() {
        var billed = new ArrayList<LineStore.Billed>();
        var bill = facts.bill();
        for (var line : meters()) {
            billed.add(
                    new LineStore.Billed(
                            bill.account(),
                            line.contract().id(),
                            line.meter(),
                            line.month(),
                            bill.month(),
                            line.why().used()));
        }
        for (var late : facts.late()) {
            billed.add(
                    new LineStore.Billed(
                            bill.account(),
                            late.contract(),
                            late.meter(),
                            late.month(),
                            bill.month(),
                            facts.used(late.contract(), late.month(), late.meter())));
        }
        return billed;
    }

    Charge charge(MeterLine line) {
        return charge(
                line.contract(),
                ChargeKind.USAGE,
                line.meter(),
                line.month(),
                line.why(),
                line.why().used(),
                number(line.meter()));
    }

    private Charge adjustment(LineStore.Late late) {
        var contract = facts.contract(late.contract());
        var used = facts.used(late.contract(), late.month(), late.meter());
        var why =
                new MeteredLate(
                        rates.rated(contract, late.month(), late.meter(), used),
                        facts.billed(late));
        return charge(
                contract,
                ChargeKind.ADJUSTMENT,
                late.meter(),
                late.month(),
                why,
                why.late(),
                number(late.meter() + " " + late.billMonth()));
    }

    private Charge charge(
            UsedContract contract,
            ChargeKind kind,
            String meter,
            YearMonth month,
            Computation why,
            BigDecimal quantity,
            long occurrence) {
        return new Charge(
                contract.account(),
                contract.id(),
                contract.product(),
                kind,
                meter,
                new Period(month.atDay(1), month.plusMonths(1).atDay(1)),
                quantity.setScale(0, RoundingMode.CEILING).max(BigDecimal.ONE).longValueExact(),
                taxCategory(contract),
                why,
                occurrence);
    }

    private static void add(List<Charge> charges, Charge charge) {
        if (!charge.amount().isZero()) {
            charges.add(charge);
        }
    }

    private String taxCategory(UsedContract contract) {
        return facts.abroad()
                ? TaxCategories.EXPORT
                : rates.today()
                        .product(contract.product())
                        .map(Product::taxCategory)
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "the catalog has no product "
                                                        + contract.product()));
    }

    private int place(MeterLine line) {
        var meters =
                rates.today()
                        .product(line.contract().product())
                        .map(Product::meters)
                        .orElse(List.of());
        for (int i = 0; i < meters.size(); i++) {
            if (meters.get(i).code().equals(line.meter())) {
                return i;
            }
        }
        return meters.size();
    }

    /**
     * A number that tells a contract's lines of one month apart, the same for the same text always:
     * with it the database refuses a meter's month that was billed before (B-4).
     */
    private static long number(String text) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong() >>> 1;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
