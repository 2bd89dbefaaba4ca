package keiyaku.contract;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import keiyaku.catalog.Catalog;
import keiyaku.catalog.Form;
import keiyaku.catalog.Price;
import keiyaku.catalog.Product;
import keiyaku.contract.ApplicationForm.AgreedTerms;
import keiyaku.contract.ContractRefusal.NameInvalid;
import keiyaku.contract.ContractRefusal.PasswordInvalid;
import keiyaku.contract.ContractRefusal.RegionNotOffered;
import keiyaku.contract.ContractRefusal.TermsNotAgreed;
import keiyaku.contract.Outcome.Fact;
import keiyaku.contract.Outcome.Telling;
import keiyaku.shared.ContractId;
import keiyaku.shared.Period;
import keiyaku.shared.RefusedException;
import keiyaku.shared.Term;

/** Whether an application is complete, and the contract that it makes (C-2 to C-4, C-6). */
final class Applications {

    private Applications() {}

    /** Throws the first thing that stands in the way; nothing has been looked up or held yet. */
    static void check(ApplicationForm form, Product product, Catalog catalog) {
        var offer = form.offer();
        if (product.form() == Form.HOSTING) {
            throw refused(new ContractRefusal.ServerContract());
        }
        requireOffered(offer, product);
        requireAgreed(product.terms(), form.agreed(), catalog);
        if (product.form() == Form.WORKSPACE) {
            checkWorkspace(form);
        }
    }

    /** Each of the documents must be agreed to in its latest version. */
    static void requireAgreed(
            Collection<String> documents, List<AgreedTerms> agreed, Catalog catalog) {
        for (var code : documents) {
            var version = catalog.terms(code).orElseThrow().version();
            if (agreed.stream()
                    .noneMatch(a -> a.code().equals(code) && a.version().equals(version))) {
                throw refused(new TermsNotAgreed(code));
            }
        }
    }

    /** A product is applied for where it is offered. */
    static void requireOffered(Contract.Offer offer, Product product) {
        if (!product.regions().contains(offer.region())) {
            throw refused(
                    new RegionNotOffered(offer.region(), String.join(", ", product.regions())));
        }
        if (!product.platforms().contains(offer.platform())) {
            throw refused(
                    new RegionNotOffered(offer.platform(), String.join(", ", product.platforms())));
        }
        new Sale(product, false).plan(offer.plan());
    }

    private static void checkWorkspace(ApplicationForm form) {
        var workspace = form.workspace();
        if (workspace == null) {
            throw refused(new NameInvalid("", "missing"));
        }
        WorkspaceRules.nameProblem(workspace.kind(), workspace.name())
                .ifPresent(
                        reason -> {
                            throw refused(new NameInvalid(workspace.name(), reason));
                        });
        WorkspaceRules.adminIdProblem(workspace.adminId())
                .ifPresent(
                        reason -> {
                            throw refused(new NameInvalid(workspace.adminId(), reason));
                        });
        var password = form.adminPassword();
        if (password != null) {
            WorkspaceRules.passwordProblem(password)
                    .ifPresent(
                            reason -> {
                                throw refused(new PasswordInvalid(reason));
                            });
        }
    }

    /** In its trial from today, or, for a product without one, paid for from today. */
    static Outcome decide(ContractId id, ApplicationForm form, Sale sale, LocalDate today) {
        var days = sale.product().trialDays();
        var trial = days.isPresent() ? new Period(today, today.plusDays(days.getAsInt())) : null;
        var contract =
                new Contract(
                        id,
                        form.account(),
                        form.offer(),
                        form.zone(),
                        ContractState.TRIAL,
                        today,
                        trial,
                        null,
                        null,
                        Reservations.NONE,
                        null,
                        0,
                        0,
                        null);
        if (trial != null) {
            var details = Map.of("until", trial.lastDay().toString());
            return Outcome.of(
                    contract, today, new Fact("trial-started", today, details), Telling.CREATE);
        }
        return paid(contract, sale, today);
    }

    private static Outcome paid(Contract contract, Sale sale, LocalDate today) {
        var plan = sale.plan(contract.offer().plan());
        var price =
                plan.price(Term.MONTH).or(() -> plan.prices().stream().min(byTerm())).orElseThrow();
        var agreement = sale.agreement(contract.offer(), price, null, today);
        var started = PaidStarts.start(contract, agreement, sale);
        return new Outcome(
                started.contract(),
                today,
                started.charges(),
                started.facts(),
                List.of(Telling.CREATE));
    }

    private static java.util.Comparator<Price> byTerm() {
        return java.util.Comparator.comparing(Price::term);
    }

    private static RefusedException refused(ContractRefusal why) {
        return new RefusedException(why);
    }
}
