package keiyaku.contract;

import java.time.LocalDate;
import keiyaku.payment.MethodKind;
import keiyaku.shared.Period;

/** When what follows a term is collected, and until when it can be changed (H-7, H-8, H-11). */
final class RenewalDays {

    private RenewalDays() {}

    /**
     * The product's day for cards, the chosen one for wallets, of the month in which the term ends;
     * of the month before when it ends before that day. Where that is not after the day on which
     * the term began, or was paid for, it is its last day: nobody pays for two terms at once.
     */
    static LocalDate collectedOn(Period term, Hosting hosting) {
        var last = term.lastDay();
        var day = last.withDayOfMonth(dayOfMonth(hosting));
        var nominal = day.isAfter(last) ? day.minusMonths(1) : day;
        return nominal.isAfter(began(term, hosting)) ? nominal : last;
    }

    private static LocalDate began(Period term, Hosting hosting) {
        var since = hosting.since();
        return since == null || since.isBefore(term.start()) ? term.start() : since;
    }

    /** The last day on which it can be changed, to its end. */
    static LocalDate changeableThrough(Period term, Hosting hosting) {
        var before =
                hosting.payBy() == MethodKind.WALLET
                        ? hosting.rules().wallet().changeUntilDaysBefore()
                        : 1;
        return collectedOn(term, hosting).minusDays(before);
    }

    static LocalDate openFrom(Period term, Hosting hosting) {
        return term.lastDay().minusDays(hosting.rules().byHand().openDaysBefore());
    }

    /** The last day on which a term that is over can be followed by another without loss. */
    static LocalDate graceThrough(Period term, Hosting hosting) {
        return term.lastDay().plusDays(hosting.rules().byHand().graceDays());
    }

    /** The day of the month on which a contract's renewals are collected. */
    static int dayOfMonth(Hosting hosting) {
        var rules = hosting.rules();
        if (hosting.payBy() != MethodKind.WALLET) {
            return rules.card().day();
        }
        return hosting.walletDay() == 0 ? rules.wallet().days().getFirst() : hosting.walletDay();
    }
}
