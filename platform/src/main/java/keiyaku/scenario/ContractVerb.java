package keiyaku.scenario;

import java.util.HashSet;
import java.util.Set;
import keiyaku.contract.Contracts;
import keiyaku.contract.Quote;

/** convert, set-renewal, upgrade, cancel, withdraw: an action on a contract, done as quoted. */
record ContractVerb(Actions action, Contracts contracts, Agreeing agreeing) implements Verb {

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
            case CHANGE_NEXT -> "what follows a server contract's term";
            case CHOOSE_WALLET_DAY -> "the day of the month on which the wallet is debited";
            case RESET_PAYMENT -> "a server contract goes on by itself no longer";
            case RENEW -> "the next term of a server contract by hand, paid at once";
            case ADD_OPTION -> "one more option for a running server contract";
            case NAME_OPTION -> "the common name of a certificate";
            case SET_OPTION_RENEWAL -> "whether an option goes on by itself";
        };
    }

    @Override
    public void perform(World world, Step step) {
        var named = world.contract(step);
        var account = named.owner().account();
        var asked = action.read(step);
        Quote quote = contracts.quote(account, named.id(), asked);
        contracts.perform(account, named.id(), asked, quote.fingerprint(), agreeing.of(named));
    }
}
