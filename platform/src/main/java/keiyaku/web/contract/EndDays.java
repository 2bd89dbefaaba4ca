package keiyaku.web.contract;

import keiyaku.contract.ContractCalendar.EndDay;
import keiyaku.web.Page;

/** What ending on a day costs or gives back, in words (C-14). */
public final class EndDays {

    private EndDays() {}

    public static String cost(Page page, EndDay day) {
        var total = day.total();
        if (total == null || total.isZero()) {
            return page.t("contract.end.nothing");
        }
        return page.t(total.isNegative() ? "contract.end.back" : "contract.end.pay", total.abs());
    }
}
