package keiyaku.payment;

import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import keiyaku.billing.Consolidation;
import keiyaku.billing.Consolidation.Billed;
import keiyaku.billing.Payer;
import keiyaku.billing.Receivable;
import keiyaku.member.Member;
import keiyaku.member.Members;
import keiyaku.member.Organizations;
import keiyaku.shared.AccountId;
import org.springframework.stereotype.Component;

/**
 * What members of an organization owe is its managing account's to pay, where that was switched on
 * . A chunk without such accounts costs one read by index.
 */
@Component
class PassingOn {

    private final Organizations organizations;
    private final Members members;
    private final Consolidation consolidation;

    PassingOn(Organizations organizations, Members members, Consolidation consolidation) {
        this.organizations = organizations;
        this.members = members;
        this.consolidation = consolidation;
    }

    /** Passes on what is to be paid by managers; gives what is left to collect. */
    List<Receivable> passOn(List<Receivable> owed) {
        var payers =
                organizations.payers(owed.stream().map(Receivable::account).distinct().toList());
        if (payers.isEmpty()) {
            return owed;
        }
        var known = members.of(payers.values().stream().distinct().toList());
        var managers = new HashMap<AccountId, Billed>();
        payers.forEach(
                (member, manager) -> {
                    var payer = known.get(manager);
                    if (payer != null) {
                        managers.put(member, new Billed(manager, payer(payer)));
                    }
                });
        var names =
                members.of(managers.keySet()).values().stream()
                        .collect(Collectors.toMap(Member::account, Member::displayName));
        var passed = owed.stream().filter(r -> managers.containsKey(r.account())).toList();
        consolidation.passOn(passed, managers, names);
        return owed.stream().filter(r -> !managers.containsKey(r.account())).toList();
    }

    private static Payer payer(Member member) {
        return new Payer(
                member.displayName(), member.address().line(member.country()), member.language());
    }
}
