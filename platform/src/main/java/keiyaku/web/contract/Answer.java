package keiyaku.web.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import keiyaku.catalog.Product;
import keiyaku.contract.Contract;
import keiyaku.contract.ContractCalendar;
import keiyaku.contract.Reservations.RenewalChoice.Ends;
import keiyaku.web.Page;

/** The sentence that a contract's page opens with: what comes next, for how much, until when. */
final class Answer {

    private final Page page;
    private final Contract contract;
    private final List<ContractCalendar.Entry> entries;

    private Answer(Page page, Contract contract, List<ContractCalendar.Entry> entries) {
        this.page = page;
        this.contract = contract;
        this.entries = entries;
    }

    static String of(Page page, Product product, Contract contract, ContractCalendar calendar) {
        return new Answer(page, contract, calendar.entries()).sentence(Words.name(page, product));
    }

    private String sentence(String name) {
        return switch (contract.state()) {
            case TRIAL -> trial(name);
            case ACTIVE -> active();
            case SUSPENDED -> page.t("contract.answer.suspended");
            case AWAITING_PAYMENT -> page.t("contract.answer.awaiting-payment");
            case ENDED -> page.t("contract.answer.ended", ended());
        };
    }

    private String trial(String name) {
        var cancelOn = contract.reservations().cancelOn();
        var start = contract.reservations().paidStart();
        if (cancelOn != null && (start == null || !start.on().isBefore(cancelOn))) {
            return page.t("contract.answer.cancelled", cancelOn, cancelOn.minusDays(1));
        }
        if (start != null) {
            var first = charge();
            return first == null
                    ? page.t("contract.answer.start", start.on(), start.on().minusDays(1))
                    : page.t(
                            "contract.answer.start-charge",
                            start.on(),
                            Objects.requireNonNull(first.total()),
                            start.on().minusDays(1));
        }
        var trial = Objects.requireNonNull(contract.trial());
        return page.t("contract.answer.trial", name, trial.lastDay());
    }

    private String active() {
        var cancelOn = contract.reservations().cancelOn();
        if (cancelOn != null) {
            return page.t("contract.answer.cancelled", cancelOn, cancelOn.minusDays(1));
        }
        var next = charge();
        if (next != null) {
            var key = next.what().equals("renewal") ? "renewal" : "charge";
            return page.t(
                    "contract.answer." + key,
                    next.on(),
                    Objects.requireNonNull(next.total()),
                    next.on().minusDays(1));
        }
        var end = contract.requireAgreement().period().lastDay();
        return contract.reservations().renewal() instanceof Ends
                ? page.t("contract.answer.ends", end)
                : page.t("contract.answer.nothing");
    }

    /** The first entry that costs something. */
    private ContractCalendar.@org.jspecify.annotations.Nullable Entry charge() {
        return entries.stream().filter(entry -> entry.total() != null).findFirst().orElse(null);
    }

    private LocalDate ended() {
        return Objects.requireNonNull(contract.endedOn());
    }
}
