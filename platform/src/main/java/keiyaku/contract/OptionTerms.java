package keiyaku.contract;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import keiyaku.catalog.Product;
import org.jspecify.annotations.Nullable;

/** The terms that an option brings which a contract has not had before: each is agreed to (H-1). */
final class OptionTerms {

    private OptionTerms() {}

    /** The documents by their codes; those of the product and of options it had were agreed to. */
    static Set<String> of(Contract contract, Action action, Product product) {
        var hosting = contract.hosting();
        var chosen = chosen(action);
        if (hosting == null || chosen == null) {
            return Set.of();
        }
        var held = hosting.items().stream().map(OptionItem::option).collect(Collectors.toSet());
        var fresh = new LinkedHashSet<String>();
        for (var choice : chosen) {
            if (!held.contains(choice.code())) {
                product.option(choice.code()).ifPresent(option -> fresh.addAll(option.terms()));
            }
        }
        product.terms().forEach(fresh::remove);
        held.forEach(
                code ->
                        product.option(code)
                                .ifPresent(option -> option.terms().forEach(fresh::remove)));
        return fresh;
    }

    /** What is chosen anew; null where options stay as they are. */
    private static @Nullable List<OptionChoice> chosen(Action action) {
        return switch (action) {
            case Action.AddOption add -> List.of(add.option());
            case Action.ChangeNext change -> change.options();
            case Action.Renew renew -> renew.options();
            case Action.Convert other -> null;
            case Action.SetRenewal other -> null;
            case Action.SetNoRenewal other -> null;
            case Action.Upgrade other -> null;
            case Action.Cancel other -> null;
            case Action.WithdrawConvert other -> null;
            case Action.WithdrawCancel other -> null;
            case Action.ChooseWalletDay other -> null;
            case Action.ResetPayment other -> null;
            case Action.NameOption other -> null;
            case Action.SetOptionRenewal other -> null;
        };
    }
}
