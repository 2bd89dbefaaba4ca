package keiyaku.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import keiyaku.payment.settlement.SettlementFile.Line;
import keiyaku.shared.AccountId;
import keiyaku.shared.Money;
import org.jspecify.annotations.Nullable;

/** Lays an acquirer's movements beside ours: what agrees is paid out, the rest is for a person. */
final class SettlementMatching {

    private SettlementMatching() {}

    /** By what a movement is found on both sides. */
    record Name(AccountId account, String kind, String gatewayId) {}

    /** What we know of a movement; the fee is zero where only the acquirer knows it. */
    record Ours(Money amount, Money fee) {}

    /**
     * A movement on which both agree.
     *
     * @param moved leaves cash in transit
     * @param fee not booked before
     */
    record Agreed(Name name, int line, Money moved, Money fee) {}

    /** One on which they do not; without an account when the reference names none. */
    record Different(Line line, @Nullable AccountId account, String why, @Nullable Money ours) {}

    record Result(List<Agreed> agreed, List<Different> different) {}

    static @Nullable Name name(Line line) {
        return PaymentReference.account(line.reference())
                .map(account -> new Name(account, line.kind(), line.id()))
                .orElse(null);
    }

    static Result match(List<Line> lines, Map<Name, Ours> known) {
        var agreed = new ArrayList<Agreed>();
        var different = new ArrayList<Different>();
        for (var line : lines) {
            var name = name(line);
            var ours = name == null ? null : known.get(name);
            if (name == null || ours == null) {
                var account = name == null ? null : name.account();
                different.add(new Different(line, account, "missing-here", null));
            } else if (!agrees(line, ours)) {
                different.add(new Different(line, name.account(), "amount", ours.amount()));
            } else {
                agreed.add(agreed(name, line));
            }
        }
        return new Result(agreed, different);
    }

    /** A dispute's fee was told and booked before; a capture's stands in the file alone. */
    private static boolean agrees(Line line, Ours ours) {
        return line.amount().equals(ours.amount())
                && (!line.kind().equals("dispute") || line.fee().equals(ours.fee()));
    }

    private static Agreed agreed(Name name, Line line) {
        return line.kind().equals("dispute")
                ? new Agreed(
                        name,
                        line.line(),
                        line.amount().plus(line.fee().negated()),
                        Money.zero(line.amount().currency()))
                : new Agreed(name, line.line(), line.amount(), line.fee());
    }
}
