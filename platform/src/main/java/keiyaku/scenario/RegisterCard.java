package keiyaku.scenario;

import java.util.Optional;
import java.util.Set;
import keiyaku.catalog.Catalogs;
import keiyaku.payment.PaymentMethods;
import keiyaku.shared.Language;
import org.springframework.stereotype.Component;

/** register-card: the member's card, through the acquirer's frame and 3-D Secure (P-2, P-4). */
@Component
class RegisterCard implements Verb {

    private static final Set<String> OUTCOMES =
            Set.of("frictionless", "challenge", "rejected", "not-enrolled", "unavailable");

    private final PaymentMethods methods;
    private final Cardholder cardholder;
    private final Catalogs catalogs;

    RegisterCard(PaymentMethods methods, Cardholder cardholder, Catalogs catalogs) {
        this.methods = methods;
        this.catalogs = catalogs;
        this.cardholder = cardholder;
    }

    @Override
    public String name() {
        return "register-card";
    }

    @Override
    public Set<String> fields() {
        return Set.of("member", "card", "threeDS");
    }

    @Override
    public String says() {
        return "the member registers a card with 3-D Secure";
    }

    @Override
    public void perform(World world, Step step) {
        var citizen = world.citizen(step);
        var number = number(citizen.person(), step);
        var form = methods.beginCard(citizen.account(), Language.EN, "http://scenario.example");
        cardholder.fillIn(form, number);
        methods.completeCard(citizen.account(), form.session());
        citizen.holds(cardholder.token(form));
        for (var answer : citizen.waiting()) {
            cardholder.will(cardholder.token(form), answer);
        }
        citizen.waiting().clear();
    }

    private boolean isDomestic(ScenarioFile.Person person) {
        return person.country().equals(catalogs.current().provider().country());
    }

    private String number(ScenarioFile.Person person, Step step) {
        var card = step.optionalText("card").orElse("visa");
        if (card.chars().allMatch(Character::isDigit)) {
            return card;
        }
        var usual = card.equals("diners") ? "not-enrolled" : "frictionless";
        var outcome = step.optionalText("threeDS").orElse(usual);
        if (!OUTCOMES.contains(outcome)) {
            throw step.node().child("threeDS").error("threeDS is one of " + OUTCOMES);
        }
        var wanted = Optional.of(outcome).filter(o -> !card.equals("diners")).orElse(usual);
        return cardholder.number(card, wanted, isDomestic(person), step);
    }
}
