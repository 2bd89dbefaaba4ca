package keiyaku.contract;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import keiyaku.billing.Payer;
import keiyaku.catalog.Catalogs;
import keiyaku.member.Member;
import keiyaku.member.Members;
import keiyaku.payment.PaymentMethods;
import keiyaku.shared.AccountId;
import org.springframework.stereotype.Component;

/** The members behind accounts, as contracts see them. */
@Component
public class Customers {

    private final Members members;
    private final PaymentMethods methods;
    private final Catalogs catalogs;

    Customers(Members members, PaymentMethods methods, Catalogs catalogs) {
        this.members = members;
        this.methods = methods;
        this.catalogs = catalogs;
    }

    boolean canPay(AccountId account) {
        return methods.canPay(account);
    }

    /** Those of the accounts that can pay. */
    Set<AccountId> canPay(Collection<AccountId> accounts) {
        return methods.canPay(accounts);
    }

    Customer customer(AccountId account) {
        return of(customers(List.of(account)), account);
    }

    /** One of those that were found; none is a bug and throws. */
    public static Customer of(Map<AccountId, Customer> found, AccountId account) {
        var customer = found.get(account);
        if (customer == null) {
            throw new IllegalStateException("no member owns " + account);
        }
        return customer;
    }

    public Map<AccountId, Customer> customers(Collection<AccountId> accounts) {
        var home = catalogs.current().provider().country();
        var found = new HashMap<AccountId, Customer>();
        for (var member : members.of(accounts).values()) {
            found.put(member.account(), customer(member, home));
        }
        return found;
    }

    private static Customer customer(Member member, String home) {
        return new Customer(
                new Payer(
                        member.displayName(),
                        member.address().line(member.country()),
                        member.language()),
                !member.isDomestic(home));
    }
}
