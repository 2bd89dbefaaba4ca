package keiyaku.scenario;

import java.util.Set;
import keiyaku.contract.Contracts;
import org.springframework.stereotype.Component;

/** quote: what an action would cost; the answer stands in the result's quotes (C-11). */
@Component
class AskQuote implements Verb {

    private final Contracts contracts;

    AskQuote(Contracts contracts) {
        this.contracts = contracts;
    }

    @Override
    public String name() {
        return "quote";
    }

    @Override
    public Set<String> fields() {
        var fields = Actions.allFields();
        fields.addAll(Set.of("contract", "action", "as"));
        return fields;
    }

    @Override
    public String says() {
        return "what an action would cost, without doing it";
    }

    @Override
    public void perform(World world, Step step) {
        var named = world.contract(step);
        var action = step.node().child("action").oneOf(Actions.byVerb());
        var quote = contracts.quote(named.owner().account(), named.id(), action.read(step));
        var as = step.optionalText("as").orElse("quote-" + (world.quotes().size() + 1));
        world.add(new World.NamedQuote(as, named, quote));
    }
}
