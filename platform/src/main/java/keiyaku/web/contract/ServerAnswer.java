package keiyaku.web.contract;

import java.util.Objects;
import keiyaku.contract.Contract;
import keiyaku.contract.ContractCalendar;
import keiyaku.contract.ContractState;
import keiyaku.contract.Hosting;
import keiyaku.contract.ServerDates;
import keiyaku.contract.Upcoming;
import keiyaku.shared.Money;
import keiyaku.web.Page;
import org.jspecify.annotations.Nullable;

/** What happens next with a server contract, when, for how much, and until when it can change. */
record ServerAnswer(Page page, Contract contract, ContractCalendar calendar, ServerUnpaid unpaid) {

    String sentence() {
        var hosting = Objects.requireNonNull(contract.hosting());
        return switch (contract.state()) {
            case AWAITING_PAYMENT -> awaiting();
            case ACTIVE -> active(hosting);
            case SUSPENDED -> over();
            case ENDED -> page.t("contract.answer.ended", ended());
            case TRIAL -> page.t("contract.answer.nothing");
        };
    }

    private String awaiting() {
        var owed = unpaid.owed();
        return owed == null
                ? page.t("contract.answer.awaiting-payment")
                : page.t("contract.server.answer.awaiting", owed.open());
    }

    private String active(Hosting hosting) {
        var cancelOn = contract.reservations().cancelOn();
        if (cancelOn != null) {
            return page.t("contract.answer.cancelled", cancelOn, cancelOn.minusDays(1));
        }
        var dates = ServerDates.of(contract);
        var next = hosting.next();
        if (next != null) {
            return charged(next, dates);
        }
        if (!hosting.renews()) {
            return page.t(
                    "contract.server.answer.by-hand",
                    dates.term().lastDay(),
                    dates.openFrom(),
                    dates.graceThrough());
        }
        var amount = renewal();
        return amount == null
                ? page.t("contract.answer.nothing")
                : page.t(
                        "contract.server.answer.renews",
                        dates.term().end(),
                        amount,
                        dates.collectedOn(),
                        dates.changeableThrough());
    }

    private String charged(Upcoming next, ServerDates dates) {
        var term = next.agreement().period();
        var owed = unpaid.owed();
        return owed == null
                ? page.t("contract.server.answer.paid-next", term)
                : page.t(
                        "contract.server.answer.unpaid-next",
                        term.start(),
                        owed.open(),
                        dates.term().lastDay());
    }

    private String over() {
        var dates = ServerDates.of(contract);
        return page.t("contract.server.answer.over", dates.term().lastDay(), dates.graceThrough());
    }

    private java.time.LocalDate ended() {
        return contract.state() == ContractState.ENDED && contract.endedOn() != null
                ? contract.endedOn()
                : page.today();
    }

    private @Nullable Money renewal() {
        return calendar.entries().stream()
                .filter(entry -> entry.what().equals("renewal-charge"))
                .findFirst()
                .map(ContractCalendar.Entry::total)
                .orElse(null);
    }
}
