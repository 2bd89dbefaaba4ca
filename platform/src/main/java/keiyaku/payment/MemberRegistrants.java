package keiyaku.payment;

import keiyaku.catalog.Catalogs;
import keiyaku.member.MemberType;
import keiyaku.member.Members;
import keiyaku.shared.AccountId;
import org.springframework.stereotype.Component;

/** Reads who an account's member is; a business is approved for deposits by an operator, later. */
@Component
class MemberRegistrants implements Registrants {

    private final Members members;
    private final Catalogs catalogs;

    MemberRegistrants(Members members, Catalogs catalogs) {
        this.members = members;
        this.catalogs = catalogs;
    }

    @Override
    public Registrant of(AccountId account, boolean autoDebit) {
        var member = members.member(account);
        var home = catalogs.current().provider().country();
        return new Registrant(
                member.isDomestic(home), member.type() == MemberType.BUSINESS, false, autoDebit);
    }
}
