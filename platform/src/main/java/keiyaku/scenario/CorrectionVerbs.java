package keiyaku.scenario;

import java.util.List;
import java.util.Set;
import keiyaku.billing.CreditNotes.Part;
import keiyaku.billing.CreditNotes.Wanted;
import keiyaku.billing.Invoice;
import keiyaku.billing.Invoices;
import keiyaku.billing.Payer;
import keiyaku.payment.Corrections;
import keiyaku.shared.Money;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The verbs of corrections: an operator gives back, or takes an invoice back (B-11). */
@Configuration(proxyBeanMethods = false)
class CorrectionVerbs {

    private static final String OPERATOR = "scenario";

    private final Corrections corrections;
    private final Invoices invoices;

    CorrectionVerbs(Corrections corrections, Invoices invoices) {
        this.corrections = corrections;
        this.invoices = invoices;
    }

    @Bean
    Verb creditNote() {
        return new MethodVerb(
                "credit-note",
                Set.of("member", "invoice", "line", "amount", "keep"),
                "an operator gives back a part of an invoice's line, or all that is left of it",
                (world, step) -> corrections.credit(wanted(world, step)));
    }

    @Bean
    Verb voidInvoice() {
        return new MethodVerb(
                "void-invoice",
                Set.of("member", "invoice", "keep", "name"),
                "an operator takes an invoice back; with a name, one made out to it takes its"
                        + " place",
                this::takeBack);
    }

    private void takeBack(World world, Step step) {
        var wanted = wanted(world, step);
        var name = step.optionalText("name");
        if (name.isEmpty()) {
            corrections.takeBack(wanted);
            return;
        }
        var before = invoice(world, step).payer();
        corrections.replace(wanted, new Payer(name.get(), before.address(), before.language()));
    }

    private Wanted wanted(World world, Step step) {
        var invoice = invoice(world, step);
        var currency = invoice.amounts().total().currency();
        var parts =
                step.node().has("amount")
                        ? List.of(
                                new Part(
                                        step.number("line").orElse(1L).intValue(),
                                        new Money(
                                                step.node().child("amount").integer(1, 999_999_999),
                                                currency)))
                        : List.<Part>of();
        return new Wanted(
                invoice.account(),
                invoice.id(),
                parts,
                "scenario",
                step.node().has("keep") && step.node().bool("keep"),
                OPERATOR);
    }

    /** The one with the number that is given, else the member's latest. */
    private Invoice invoice(World world, Step step) {
        var all = invoices.of(world.citizen(step).account(), null, Reports.ALL);
        var number = step.optionalText("invoice");
        return all.stream()
                .filter(
                        i ->
                                number.map(n -> n.equals(i.number()))
                                        .orElse(!i.amounts().total().isNegative()))
                .findFirst()
                .orElseThrow(() -> step.node().error("the member has no such invoice"));
    }
}
