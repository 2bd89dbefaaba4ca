package keiyaku.contract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import keiyaku.catalog.Catalog;
import keiyaku.catalog.Catalogs;
import keiyaku.catalog.Form;
import keiyaku.catalog.Product;
import keiyaku.catalog.ProductOption;
import keiyaku.notification.NotificationRequest;
import keiyaku.notification.Notifications;
import keiyaku.notification.PagePath;
import keiyaku.provisioning.Provisioning;
import keiyaku.provisioning.ProvisioningTask;
import keiyaku.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the product's site and the member what happened; both are written, and sent later. */
@Component
class Telling {

    private final Provisioning provisioning;
    private final Notifications notifications;
    private final WorkspaceStore workspaces;
    private final Catalogs catalogs;

    Telling(
            Provisioning provisioning,
            Notifications notifications,
            WorkspaceStore workspaces,
            Catalogs catalogs) {
        this.provisioning = provisioning;
        this.notifications = notifications;
        this.workspaces = workspaces;
        this.catalogs = catalogs;
    }

    void tell(List<Writing.Step> steps, List<Change> facts) {
        var catalog = catalogs.current();
        provisioning.tell(steps.stream().flatMap(s -> tasks(s.outcome(), catalog)).toList());
        var contracts = new HashMap<keiyaku.shared.ContractId, Contract>();
        steps.forEach(s -> contracts.put(s.outcome().contract().id(), s.outcome().contract()));
        var mails = new ArrayList<NotificationRequest>();
        for (var fact : facts) {
            var contract = contracts.get(fact.contract());
            if (contract != null) {
                mail(fact, contract, catalog).ifPresent(mails::add);
            }
        }
        notifications.mails(mails);
    }

    private Stream<ProvisioningTask> tasks(Outcome outcome, Catalog catalog) {
        var contract = outcome.contract();
        return outcome.tellings().stream()
                .map(
                        telling ->
                                new ProvisioningTask(
                                        contract.account(),
                                        contract.id(),
                                        ProvisioningTask.Type.valueOf(telling.name()),
                                        contract.offer().product(),
                                        data(contract, catalog)));
    }

    private Map<String, Object> data(Contract contract, Catalog catalog) {
        var data = new HashMap<String, Object>();
        data.put("plan", contract.offer().plan());
        data.put("seats", contract.offer().seats());
        var hosting = contract.hosting();
        if (hosting != null) {
            data.put(
                    "options",
                    hosting.items().stream()
                            .filter(OptionItem::isRunning)
                            .map(Telling::data)
                            .toList());
        }
        if (isNamed(contract, catalog)) {
            workspaces
                    .workspace(contract.account(), contract.id())
                    .ifPresent(
                            workspace -> {
                                data.put(workspace.kind().code(), workspace.name());
                                data.put("adminId", workspace.adminId());
                                data.put("company", workspace.company());
                                data.put("phone", workspace.phone());
                            });
        }
        return data;
    }

    private static Map<String, Object> data(OptionItem item) {
        return Map.of(
                "option", item.option(),
                "quantity", item.requireAgreement().quantity(),
                "name", item.name() == null ? "" : item.name(),
                "until", item.period().lastDay().toString());
    }

    /** Of a product that left the catalog it is not known, so the name is looked for. */
    private static boolean isNamed(Contract contract, Catalog catalog) {
        return catalog.product(contract.offer().product())
                .map(product -> product.form() == Form.WORKSPACE)
                .orElse(true);
    }

    private static Optional<NotificationRequest> mail(
            Change change, Contract contract, Catalog catalog) {
        var facts = new HashMap<String, Object>();
        facts.put(
                "product",
                catalog.product(contract.offer().product())
                        .map(Product::name)
                        .orElse(Text.english(contract.offer().product())));
        facts.put("on", change.on());
        facts.put("link", PagePath.of(page(contract)));
        if (contract.trial() != null) {
            facts.put("until", contract.trial().lastDay());
        }
        var option = change.details().get("option");
        if (option != null) {
            facts.put(
                    "option",
                    catalog.product(contract.offer().product())
                            .flatMap(product -> product.option(option))
                            .map(ProductOption::name)
                            .orElse(Text.english(option)));
        }
        var until = change.details().get("until");
        if (until != null && contract.hosting() != null) {
            facts.put("until", LocalDate.parse(until));
        }
        var template =
                switch (change.type()) {
                    case "trial-started" -> "trial-started";
                    case "trial-ending" -> "trial-ending";
                    case "started" -> "contract-started";
                    case "upgraded" -> "contract-upgraded";
                    case "cancellation-reserved" -> "cancellation-reserved";
                    case "suspended" -> "contract-suspended";
                    case "resumed" -> "contract-resumed";
                    case "renewal-reminder" -> "renewal-reminder";
                    case "term-over" -> "contract-term-over";
                    case "option-lapsed" -> "option-lapsed";
                    case "ended" -> ended(change.details().getOrDefault("reason", ""));
                    default -> null;
                };
        return Optional.ofNullable(template)
                .map(t -> NotificationRequest.of(contract.account(), t, facts));
    }

    private static String page(Contract contract) {
        return (contract.hosting() == null ? "/console/contracts/" : "/console/servers/")
                + contract.id();
    }

    private static @Nullable String ended(String reason) {
        return switch (reason) {
            case "trial-over" -> "trial-ended";
            case "lapsed" -> "order-lapsed";
            case "unpaid" -> "contract-ended-unpaid";
            // The mail about the transfer says it.
            case "transfer-lapsed" -> null;
            default -> "contract-ended";
        };
    }
}
