package keiyaku.scenario;

import java.util.List;
import java.util.Set;
import keiyaku.catalog.Catalogs;
import keiyaku.catalog.Form;
import keiyaku.catalog.Product;
import keiyaku.contract.ApplicationForm;
import keiyaku.contract.Contract;
import keiyaku.contract.Contracts;
import keiyaku.contract.Workspace;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** apply: the wizard's five steps in one, with its terms agreed to (C-3, C-6). */
@Component
class Apply implements Verb {

    private static final String PASSWORD = "xk7p2m9q4z";

    private final Contracts contracts;
    private final Catalogs catalogs;

    Apply(Contracts contracts, Catalogs catalogs) {
        this.contracts = contracts;
        this.catalogs = catalogs;
    }

    @Override
    public String name() {
        return "apply";
    }

    @Override
    public Set<String> fields() {
        return Set.of(
                "member",
                "product",
                "plan",
                "seats",
                "region",
                "platform",
                "as",
                "group",
                "domain");
    }

    @Override
    public String says() {
        return "the member applies for a product";
    }

    @Override
    public void perform(World world, Step step) {
        var citizen = world.citizen(step);
        var product = product(step);
        var as = world.fresh(step, product.code());
        var offer =
                new Contract.Offer(
                        product.code(),
                        step.optionalText("plan").orElse(product.plans().getFirst().code()),
                        step.number("seats").orElse(1L),
                        step.optionalText("region").orElse(product.regions().getFirst()),
                        step.optionalText("platform").orElse(product.platforms().getFirst()));
        var workspace = workspace(step, product, as);
        if (workspace != null) {
            contracts.holdName(citizen.account(), workspace.kind(), workspace.name());
        }
        var form =
                new ApplicationForm(
                        citizen.account(),
                        offer,
                        world.zone(),
                        workspace,
                        workspace == null ? null : PASSWORD,
                        agreed(product));
        var contract = contracts.apply(form, citizen.person().id());
        world.add(new World.NamedContract(as, citizen, contract.id()));
    }

    private Product product(Step step) {
        var code = step.text("product");
        var catalog = catalogs.current();
        return catalog.product(code)
                .orElseThrow(
                        () ->
                                step.node()
                                        .child("product")
                                        .error(
                                                "the catalog has "
                                                        + catalog.products().stream()
                                                                .map(Product::code)
                                                                .toList()));
    }

    /** Where neither a group nor a domain is named, the contract's name serves as the group. */
    private static @Nullable Workspace workspace(Step step, Product product, String as) {
        if (product.form() != Form.WORKSPACE) {
            return null;
        }
        var domain = step.optionalText("domain");
        var kind = domain.isPresent() ? Workspace.Kind.DOMAIN : Workspace.Kind.GROUP;
        var name = domain.orElseGet(() -> step.optionalText("group").orElse(as));
        return new Workspace(kind, name, "admin", "Scenario", "0312345678");
    }

    private List<ApplicationForm.AgreedTerms> agreed(Product product) {
        var catalog = catalogs.current();
        return product.terms().stream()
                .map(
                        code ->
                                new ApplicationForm.AgreedTerms(
                                        code,
                                        catalog.terms(code).orElseThrow().version(),
                                        "127.0.0.1"))
                .toList();
    }
}
