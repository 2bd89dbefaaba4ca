package keiyaku.payment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import keiyaku.member.MemberType;
import keiyaku.member.Members;
import keiyaku.payment.PaymentMethod.Mandate;
import keiyaku.payment.gateway.CardSession;
import keiyaku.shared.AccountId;
import keiyaku.shared.Refusal;
import keiyaku.shared.RefusedException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What an account's member may register, by the table (P-1, P-2). */
@Component
class Eligibility {

    private final MethodStore store;
    private final DepositStore approvals;
    private final Members members;
    private final Provider provider;
    private final MethodTable table;

    Eligibility(
            MethodStore store,
            DepositStore approvals,
            Members members,
            Provider provider,
            @Value("${keiyaku.payment.methods:}") String tableFile) {
        this.store = store;
        this.approvals = approvals;
        this.members = members;
        this.provider = provider;
        this.table = MethodTableReader.read(tableFile);
    }

    List<Allowance> allowances(AccountId account) {
        return table.allowances(registrant(account));
    }

    void requireAllowed(AccountId account, MethodKind kind) {
        var reason = table.allowance(registrant(account), kind).reason();
        if (reason != null) {
            throw new RefusedException(
                    Refusal.of(
                            "method-not-allowed", Map.of("method", kind.code(), "reason", reason)));
        }
    }

    boolean threeDSRequired(AccountId account) {
        return table.cards(registrant(account)).threeDSRequired();
    }

    /** Why the card of a session may not be registered; empty when it may. */
    Optional<Refusal> refusal(AccountId account, CardSession session) {
        return CardRule.refusal(
                table.cards(registrant(account)), provider.country(), provider.month(), session);
    }

    /** A card, or a mandate that the bank has confirmed. */
    private static boolean debitsByItself(PaymentMethod method) {
        return method.kind().autoDebit()
                && !(method.means() instanceof Mandate mandate
                        && mandate.state() != MandateState.ACTIVE);
    }

    private Registrant registrant(AccountId account) {
        var member = members.member(account);
        return new Registrant(
                member.isDomestic(provider.country()),
                member.type() == MemberType.BUSINESS,
                approvals.isApproved(account),
                store.of(account).stream().anyMatch(Eligibility::debitsByItself));
    }
}
