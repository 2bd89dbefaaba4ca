package keiyaku.web.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import keiyaku.catalog.Catalog;
import keiyaku.catalog.Form;
import keiyaku.catalog.Plan;
import keiyaku.catalog.Product;
import keiyaku.catalog.TermsDocument;
import keiyaku.web.Page;
import keiyaku.web.part.Link;

/** The steps of an application, and how far it has come (C-3). */
public record Wizard(Product product, List<TermsDocument> terms, Draft draft) {

    /** One page each. */
    public enum Step {
        PLAN,
        TERMS,
        INFORMATION,
        CONFIRM,
        DONE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Wizard of(Catalog catalog, Product product, Draft draft) {
        var terms =
                product.terms().stream().map(code -> catalog.terms(code).orElseThrow()).toList();
        return new Wizard(product, terms, draft);
    }

    Wizard with(Draft newer) {
        return new Wizard(product, terms, newer);
    }

    public String path() {
        return "/console/products/" + product.code() + "/apply";
    }

    public String path(Step step) {
        return path() + "/" + step.code();
    }

    /** The steps that this product needs. */
    public List<Step> steps() {
        var steps = new ArrayList<Step>();
        steps.add(Step.PLAN);
        if (!terms.isEmpty()) {
            steps.add(Step.TERMS);
        }
        if (isWorkspace()) {
            steps.add(Step.INFORMATION);
        }
        steps.add(Step.CONFIRM);
        steps.add(Step.DONE);
        return steps;
    }

    public boolean isWorkspace() {
        return product.form() == Form.WORKSPACE;
    }

    public boolean perSeat() {
        return product.plans().stream()
                .flatMap(plan -> plan.prices().stream())
                .anyMatch(price -> price.perSeat());
    }

    /** The features of all plans, in the order in which they first appear. */
    public List<String> features() {
        return product.plans().stream()
                .flatMap(plan -> plan.features().keySet().stream())
                .distinct()
                .toList();
    }

    public Plan plan() {
        return product.plan(draft.get("plan")).orElseThrow();
    }

    /** A document in the version that is to be agreed to. */
    public static String agreement(TermsDocument document) {
        return document.code() + "@" + document.version();
    }

    boolean complete(Step step) {
        return switch (step) {
            case PLAN -> product.plan(draft.get("plan")).isPresent();
            case TERMS -> {
                var agreed = List.of(draft.get("terms").split(" "));
                yield terms.stream().map(Wizard::agreement).allMatch(agreed::contains);
            }
            case INFORMATION ->
                    draft.has("name")
                            && draft.has("adminId")
                            && draft.has("company")
                            && draft.has("phone");
            case CONFIRM, DONE -> false;
        };
    }

    /** The first step that is not complete. */
    Step next() {
        return steps().stream().filter(step -> !complete(step)).findFirst().orElse(Step.CONFIRM);
    }

    /** Whether all before it is complete. */
    boolean reaches(Step step) {
        return steps().contains(step) && steps().indexOf(step) <= steps().indexOf(next());
    }

    public List<Link> links(Page page, Step current) {
        return steps().stream()
                .map(
                        step ->
                                new Link(
                                        page.t("contract.apply.step." + step.code()),
                                        current == Step.DONE ? "" : path(step),
                                        step == current))
                .toList();
    }
}
