package keiyaku.web.usage;

import keiyaku.billing.Invoice;
import keiyaku.shared.Money;
import keiyaku.usage.Bill;
import keiyaku.usage.BillState;
import keiyaku.web.Page;
import keiyaku.web.part.Tone;
import org.jspecify.annotations.Nullable;

/**
 * A month and its bill, as pages show them.
 *
 * @param invoice what the bill became; null until it is final, and when nothing stood on it
 * @param total with tax; null while the month goes on, and when nothing stands on the bill
 */
public record UsageMonth(Bill bill, @Nullable Invoice invoice, @Nullable Money total) {

    public String href() {
        return bill.state() == BillState.COLLECTING
                ? "/my/usage"
                : "/my/usage/months/" + bill.month();
    }

    public String stateKey() {
        return "usage.bill.state." + bill.state().code();
    }

    public Tone tone() {
        return switch (bill.state()) {
            case COLLECTING -> Tone.INFO;
            case DRAFT -> Tone.WAITING;
            case FINAL -> Tone.GOOD;
        };
    }

    /** What its visitor came for, in one sentence. */
    public String answer(Page page) {
        if (total == null) {
            return page.t("usage.month.answer.nothing", bill.month());
        }
        return bill.state() == BillState.DRAFT
                ? page.t(
                        "usage.draft.text",
                        bill.month(),
                        total,
                        bill.month().plusMonths(1).atDay(4))
                : page.t("usage.month.answer.final", bill.month(), total);
    }
}
