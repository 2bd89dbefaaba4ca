package keiyaku.web.billing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import keiyaku.billing.InvoiceState;
import keiyaku.billing.IssuedInvoice;
import keiyaku.member.Member;
import keiyaku.shared.AccountId;
import keiyaku.shared.Money;
import keiyaku.web.Page;
import keiyaku.web.part.Tone;

/**
 * The members' bills of one month.
 *
 * @param total what they come to; amounts of different currencies beside each other (B-1)
 * @param open what of it is not paid
 */
public record MemberBills(List<Row> rows, String total, String open) {

    public MemberBills {
        rows = List.copyOf(rows);
    }

    /** A bill and whose it is. */
    public record Row(String member, IssuedInvoice bill) {

        public String href() {
            return "/my/organization/bills/" + bill.id();
        }

        public String stateKey() {
            boolean givesBack = bill.total().isNegative();
            return "billing.state."
                    + switch (bill.state()) {
                        case OPEN -> givesBack ? "giving-back" : "unpaid";
                        case PAID -> givesBack ? "credited" : "paid";
                        default -> bill.state().code();
                    };
        }

        public Tone tone() {
            return switch (bill.state()) {
                case OPEN -> bill.total().isNegative() ? Tone.INFO : Tone.WAITING;
                case PAID, REFUNDED -> Tone.GOOD;
                case VOID -> Tone.QUIET;
                case UNCOLLECTIBLE -> Tone.BAD;
            };
        }
    }

    static MemberBills of(List<IssuedInvoice> issued, Map<AccountId, Member> members, Page page) {
        var rows =
                issued.stream()
                        .map(bill -> new Row(name(members.get(bill.account())), bill))
                        .toList();
        var counted = issued.stream().filter(b -> b.state() != InvoiceState.VOID).toList();
        return new MemberBills(
                rows,
                sums(page, counted.stream().map(IssuedInvoice::total).toList()),
                sums(page, counted.stream().map(IssuedInvoice::open).toList()));
    }

    private static String name(@org.jspecify.annotations.Nullable Member member) {
        return member == null ? "" : member.displayName();
    }

    private static String sums(Page page, List<Money> amounts) {
        var sums = new LinkedHashMap<String, Money>();
        amounts.forEach(a -> sums.merge(a.currency().getCurrencyCode(), a, Money::plus));
        return sums.values().stream().map(page::money).collect(Collectors.joining(" + "));
    }
}
