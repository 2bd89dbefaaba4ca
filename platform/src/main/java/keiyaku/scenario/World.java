package keiyaku.scenario;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keiyaku.contract.Quote;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import keiyaku.shared.YamlNode;
import org.jspecify.annotations.Nullable;

/** Who and what the steps of a running scenario speak of by name. */
final class World {

    private final ZoneId zone;
    private final Map<String, Citizen> citizens = new LinkedHashMap<>();
    private final Map<String, NamedContract> contracts = new LinkedHashMap<>();
    private final List<NamedQuote> quotes = new ArrayList<>();

    World(ZoneId zone) {
        this.zone = zone;
    }

    /** A member of the scenario; the card's token is what the sandbox knows it by. */
    static final class Citizen {

        private final ScenarioFile.Person person;
        private final AccountId account;
        private final List<CardAnswer> waiting = new ArrayList<>();
        private @Nullable String token;

        Citizen(ScenarioFile.Person person, AccountId account) {
            this.person = person;
            this.account = account;
        }

        ScenarioFile.Person person() {
            return person;
        }

        AccountId account() {
            return account;
        }

        @Nullable String token() {
            return token;
        }

        void holds(String cardToken) {
            token = cardToken;
        }

        /** Answers that were told before there was a card. */
        List<CardAnswer> waiting() {
            return waiting;
        }
    }

    record CardAnswer(String answer, int times) {}

    record NamedContract(String as, Citizen owner, ContractId id) {}

    record NamedQuote(String as, NamedContract contract, Quote quote) {}

    ZoneId zone() {
        return zone;
    }

    void add(Citizen citizen) {
        citizens.put(citizen.person().id(), citizen);
    }

    void add(NamedContract contract) {
        contracts.put(contract.as(), contract);
    }

    void add(NamedQuote quote) {
        quotes.add(quote);
    }

    List<Citizen> citizens() {
        return List.copyOf(citizens.values());
    }

    List<NamedContract> contracts() {
        return List.copyOf(contracts.values());
    }

    List<NamedQuote> quotes() {
        return List.copyOf(quotes);
    }

    /** The member that a step names; the reader's line when there is none. */
    Citizen citizen(Step step) {
        YamlNode node = step.node().child("member");
        return node.oneOf(citizens);
    }

    AccountId manager(Step step) {
        return step.node().child("manager").oneOf(citizens).account();
    }

    List<AccountId> members(Step step) {
        return step.node().child("members").list().stream()
                .map(node -> node.oneOf(citizens).account())
                .toList();
    }

    NamedContract contract(Step step) {
        YamlNode node = step.node().child("contract");
        return node.oneOf(contracts);
    }

    /** A contract that never began gives its name to the one that takes its place. */
    void setAside(NamedContract contract) {
        contracts.remove(contract.as());
        int number = 1;
        while (contracts.containsKey(contract.as() + "-" + number)) {
            number++;
        }
        add(new NamedContract(contract.as() + "-" + number, contract.owner(), contract.id()));
    }

    Optional<NamedContract> named(String as) {
        return Optional.ofNullable(contracts.get(as));
    }

    /** A name that is not used yet: the one given, or product and a number. */
    String fresh(Step step, String otherwise) {
        var name = step.optionalText("as").orElse(otherwise + "-" + (contracts.size() + 1));
        if (contracts.containsKey(name)) {
            throw step.node().error("there is a contract '" + name + "' already");
        }
        return name;
    }
}
