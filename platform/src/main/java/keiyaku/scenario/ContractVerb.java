package keiyaku.scenario;

import java.util.HashSet;
import java.util.Set;
import keiyaku.contract.Contracts;
import keiyaku.contract.Quote;

/** convert, set-renewal, upgrade, cancel, withdraw: an action on a contract, done as quoted. */
record ContractVerb(Actions action, Contracts contracts) implements Verb {

    @Override
    public String name() {
        return action.verb();
    }

    @Override
    public Set<String> fields() {
        var fields = new HashSet<>(action.fields());
        fields.add("contract");
        return fields;
    }

    @Override
    public String says() {
        return switch (action) {
            case CONVERT -> "from the trial to paid, today or on a day of it";
            case SET_RENEWAL -> "what follows when the term ends";
            case UPGRADE -> "a higher plan, more seats, a longer term, at once";
            case CANCEL -> "the end, today or on a later day";
            case WITHDRAW -> "takes back a reserved cancellation or paid start";
        };
    }

    @Override
    public void perform(World world, Step step) {
        var named = world.contract(step);
        var account = named.owner().account();
        var asked = action.read(step);
        Quote quote = contracts.quote(account, named.id(), asked);
        contracts.perform(
                account, named.id(), asked, quote.fingerprint(), named.owner().person().id());
    }
}
