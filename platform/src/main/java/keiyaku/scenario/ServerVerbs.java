package keiyaku.scenario;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import keiyaku.catalog.Catalogs;
import keiyaku.catalog.Form;
import keiyaku.catalog.Product;
import keiyaku.contract.Action;
import keiyaku.contract.ApplicationForm.AgreedTerms;
import keiyaku.contract.Contract;
import keiyaku.contract.ContractState;
import keiyaku.contract.Contracts;
import keiyaku.contract.NextChoice;
import keiyaku.contract.OptionChoice;
import keiyaku.contract.ServerOrder;
import keiyaku.contract.Servers;
import keiyaku.contract.Servers.Ordered;
import keiyaku.payment.MethodKind;
import keiyaku.shared.RefusedException;
import keiyaku.shared.Term;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The verbs by which server contracts are ordered and paid (H-1 to H-5, H-11). */
@Configuration(proxyBeanMethods = false)
class ServerVerbs {

    private final Servers servers;
    private final Contracts contracts;
    private final Catalogs catalogs;
    private final Agreeing agreeing;

    ServerVerbs(Servers servers, Contracts contracts, Catalogs catalogs, Agreeing agreeing) {
        this.agreeing = agreeing;
        this.servers = servers;
        this.contracts = contracts;
        this.catalogs = catalogs;
    }

    @Bean
    Verb orderServer() {
        return new MethodVerb(
                "order-server",
                Set.of("member", "product", "plan", "term", "options", "pay", "as"),
                "the member orders a server contract with its options, and pays",
                this::order);
    }

    @Bean
    Verb renew() {
        return new MethodVerb(
                Actions.RENEW.verb(),
                Set.of("contract", "term", "options", "pay"),
                "the next term of a server contract by hand, paid at once",
                (world, step) -> {
                    var named = world.contract(step);
                    var account = named.owner().account();
                    var asked = (Action.Renew) Actions.RENEW.read(step);
                    var quote = contracts.quote(account, named.id(), asked);
                    var by = agreeing.of(named);
                    told(servers.renew(account, named.id(), asked, quote.fingerprint(), by), step);
                });
    }

    @Bean
    Verb addOption() {
        return new MethodVerb(
                Actions.ADD_OPTION.verb(),
                Set.of("contract", "option", "term", "devices", "name"),
                "one more option for a running server contract, paid at once",
                (world, step) -> {
                    var named = world.contract(step);
                    var account = named.owner().account();
                    var asked = (Action.AddOption) Actions.ADD_OPTION.read(step);
                    var quote = contracts.quote(account, named.id(), asked);
                    var by = agreeing.of(named);
                    told(
                            servers.addOption(account, named.id(), asked, quote.fingerprint(), by),
                            step);
                });
    }

    @Bean
    Verb payServer() {
        return new MethodVerb(
                "pay-server",
                Set.of("contract", "pay"),
                "pays what is open of a server contract, in this way from now on",
                (world, step) -> {
                    var named = world.contract(step);
                    var pay = Options.pay(step).orElse(MethodKind.CARD);
                    var by = named.owner().person().id();
                    told(servers.pay(named.owner().account(), named.id(), pay, by), step);
                });
    }

    private void order(World world, Step step) {
        var citizen = world.citizen(step);
        var product = product(step);
        giveUpUnpaid(world, step);
        var as = world.fresh(step, product.code());
        var options = Options.of(step).orElse(List.of());
        var order =
                new ServerOrder(
                        citizen.account(),
                        new Contract.Offer(
                                product.code(),
                                step.optionalText("plan").orElse(product.plans().getFirst().code()),
                                1,
                                product.regions().getFirst(),
                                product.platforms().getFirst()),
                        new NextChoice(step.term("term").orElse(Term.MONTH), options),
                        Options.pay(step).orElse(MethodKind.CARD),
                        agreed(product, options));
        var quote = servers.quote(order);
        var ordered = servers.order(order, quote.fingerprint(), citizen.person().id());
        world.add(new World.NamedContract(as, citizen, ordered.contract().id()));
        told(ordered, step);
    }

    /** Ordered anew under the name of an order that was refused: the member gives that one up. */
    private void giveUpUnpaid(World world, Step step) {
        var before = step.optionalText("as").flatMap(world::named);
        if (before.isEmpty()) {
            return;
        }
        var account = before.get().owner().account();
        var contract = contracts.contract(account, before.get().id());
        if (contract.agreement() == null && contract.hosting() != null) {
            if (contract.state() == ContractState.AWAITING_PAYMENT) {
                contracts.perform(
                        account,
                        contract.id(),
                        new Action.Cancel(step.at().atZone(contract.zone()).toLocalDate()),
                        null,
                        before.get().owner().person().id());
            }
            world.setAside(before.get());
        }
    }

    /** A refusal is told to a step that waits for one; else the order stands, to be retried. */
    private static void told(Ordered ordered, Step step) {
        var refusal = ordered.refusal();
        if (refusal != null && step.expected().isPresent()) {
            throw new RefusedException(refusal);
        }
    }

    /** The one that is named, or the catalog's first that is a server contract. */
    private Product product(Step step) {
        var hosting =
                catalogs.current().products().stream()
                        .filter(product -> product.form() == Form.HOSTING)
                        .collect(Collectors.toMap(Product::code, p -> p, (a, b) -> a));
        var named = step.node().optional("product").map(node -> node.oneOf(hosting));
        return named.orElseGet(
                () ->
                        catalogs.current().products().stream()
                                .filter(product -> product.form() == Form.HOSTING)
                                .findFirst()
                                .orElseThrow(
                                        () ->
                                                step.node()
                                                        .error(
                                                                "the catalog has no server"
                                                                        + " product")));
    }

    private List<AgreedTerms> agreed(Product product, List<OptionChoice> options) {
        var documents = new LinkedHashSet<>(product.terms());
        for (var option : options) {
            product.option(option.code()).ifPresent(o -> documents.addAll(o.terms()));
        }
        var catalog = catalogs.current();
        return documents.stream()
                .map(
                        code ->
                                new AgreedTerms(
                                        code,
                                        catalog.terms(code).orElseThrow().version(),
                                        "127.0.0.1"))
                .toList();
    }
}
