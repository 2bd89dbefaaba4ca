package keiyaku.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** By when is transferred, when is reminded of it, and when it has lapsed (P-10). */
@Component
@EnableConfigurationProperties(TransferTerms.class)
class TransferDays {

    /** Reminders come at an hour at which banks are open. */
    private static final LocalTime REMINDER = LocalTime.of(9, 0);

    private final BankingDays days;
    private final TransferTerms terms;

    TransferDays(BankingDays days, TransferTerms terms) {
        this.days = days;
        this.terms = terms;
    }

    LocalDate lastDay(LocalDate issuedOn) {
        return days.onOrAfter(issuedOn.plusDays(terms.days()));
    }

    /**
     * When the bank cannot tell of one of the last day any more: it does so on its next day, which
     * is given to the end.
     */
    Instant lapse(LocalDate lastOn) {
        return start(days.after(lastOn, 1).plusDays(1));
    }

    /** The next reminder, or else the lapse. */
    Instant next(LocalDate lastOn, Instant now) {
        return terms.reminders().stream()
                .map(before -> lastOn.minusDays(before).atTime(REMINDER))
                .map(at -> at.atZone(days.zone()).toInstant())
                .filter(at -> at.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElseGet(() -> lapse(lastOn));
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(days.zone()).toInstant();
    }
}
