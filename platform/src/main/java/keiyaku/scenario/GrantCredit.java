package keiyaku.scenario;

import java.util.Set;
import keiyaku.catalog.Catalogs;
import keiyaku.value.CreditGrant;
import keiyaku.value.CreditKind;
import keiyaku.value.Credits;
import org.springframework.stereotype.Component;

/** grant-credit: an operator grants a credit, from the step's day unless said (S-1). */
@Component
class GrantCredit implements Verb {

    private final Credits credits;
    private final Catalogs catalogs;

    GrantCredit(Credits credits, Catalogs catalogs) {
        this.credits = credits;
        this.catalogs = catalogs;
    }

    @Override
    public String name() {
        return "grant-credit";
    }

    @Override
    public Set<String> fields() {
        return Set.of("member", "amount", "products", "from", "to", "months");
    }

    @Override
    public String says() {
        return "an operator grants a credit; to is its last day";
    }

    @Override
    public void perform(World world, Step step) {
        var from = step.dayOr("from", step.day());
        var to = step.node().has("to") ? step.node().date("to") : null;
        var months = Granted.months(step);
        credits.grant(
                new CreditGrant(
                        world.citizen(step).account(),
                        "support",
                        CreditKind.SUPPORT,
                        Granted.amount(step.node().child("amount"), catalogs),
                        Granted.products(step),
                        from,
                        to == null && months != null ? from.plusMonths(months).minusDays(1) : to,
                        "scenario"));
    }
}
