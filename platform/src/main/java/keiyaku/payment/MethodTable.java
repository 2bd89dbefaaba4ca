package keiyaku.payment;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Who may register what: rows of data, and how a row is read (P-1, P-2). */
record MethodTable(Map<Row, Condition> rows, CardTerms domesticCards, CardTerms foreignCards) {

    MethodTable {
        rows = Map.copyOf(rows);
    }

    /** One place in the table. */
    record Row(boolean domestic, boolean business, MethodKind method) {}

    /** When the method is allowed; the reason is said when it is not. */
    record Condition(When when, String reason) {}

    enum When {
        ALWAYS,
        NEVER,
        AFTER_AUTO_DEBIT,
        ONCE_APPROVED
    }

    List<Allowance> allowances(Registrant who) {
        return Arrays.stream(MethodKind.values())
                .filter(MethodKind::registered)
                .map(kind -> allowance(who, kind))
                .toList();
    }

    Allowance allowance(Registrant who, MethodKind kind) {
        var condition = rows.get(new Row(who.domestic(), who.business(), kind));
        if (condition == null) {
            return new Allowance(kind, "not-offered");
        }
        return new Allowance(kind, holds(condition.when(), who) ? null : condition.reason());
    }

    CardTerms cards(Registrant who) {
        return who.domestic() ? domesticCards : foreignCards;
    }

    private static boolean holds(When when, Registrant who) {
        return switch (when) {
            case ALWAYS -> true;
            case AFTER_AUTO_DEBIT -> who.autoDebit();
            case ONCE_APPROVED -> who.approved();
            case NEVER -> false;
        };
    }
}
