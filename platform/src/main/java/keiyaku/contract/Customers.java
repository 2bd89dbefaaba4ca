package keiyaku.contract;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import keiyaku.billing.Payer;
import keiyaku.catalog.Catalogs;
import keiyaku.member.Member;
import keiyaku.member.Members;
import keiyaku.payment.PaymentMethods;
import keiyaku.shared.AccountId;
import org.springframework.stereotype.Component;

/** The members behind accounts, as contracts see them. */
@Component
class Customers {

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

    Customer customer(AccountId account) {
        var customer = customers(List.of(account)).get(account);
        if (customer == null) {
            throw new IllegalStateException("no member owns " + account);
        }
        return customer;
    }

    Map<AccountId, Customer> customers(Collection<AccountId> accounts) {
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
