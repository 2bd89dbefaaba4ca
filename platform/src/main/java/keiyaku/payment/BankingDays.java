package keiyaku.payment;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Set;
import keiyaku.catalog.Catalogs;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The days on which banks of the provider's country move money: no weekend, no day that the
 * settings name, in Japan no public holiday and not the turn of the year (banking act, enforcement
 * order art. 5), and where the euro is paid with no holiday of TARGET.
 */
@Component
@EnableConfigurationProperties(BankTerms.class)
public class BankingDays {

    private static final Set<MonthDay> TURN_OF_THE_YEAR =
            Set.of(MonthDay.of(12, 31), MonthDay.of(1, 1), MonthDay.of(1, 2), MonthDay.of(1, 3));

    private final Catalogs catalogs;
    private final Set<LocalDate> alsoClosed;

    BankingDays(Catalogs catalogs, BankTerms terms) {
        this.catalogs = catalogs;
        this.alsoClosed = Set.copyOf(terms.closed());
    }

    public boolean isOpen(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !alsoClosed.contains(day)
                && !isClosedInCountry(day);
    }

    /** The day itself when banks are open, else the next one on which they are. */
    public LocalDate onOrAfter(LocalDate day) {
        var open = day;
        while (!isOpen(open)) {
            open = open.plusDays(1);
        }
        return open;
    }

    /** The open day that is so many open days after a day. */
    public LocalDate after(LocalDate day, int count) {
        var open = day;
        for (int i = 0; i < count; i++) {
            open = onOrAfter(open.plusDays(1));
        }
        return open;
    }

    /** The open day that is so many open days before a day. */
    public LocalDate before(LocalDate day, int count) {
        var open = day;
        for (int i = 0; i < count; i++) {
            do {
                open = open.minusDays(1);
            } while (!isOpen(open));
        }
        return open;
    }

    ZoneId zone() {
        return catalogs.current().provider().zone();
    }

    private boolean isClosedInCountry(LocalDate day) {
        var provider = catalogs.current().provider();
        if (provider.country().equals("JP")) {
            return isClosedInJapan(day);
        }
        return provider.currency().getCurrencyCode().equals("EUR") && TargetHolidays.isHoliday(day);
    }

    private static boolean isClosedInJapan(LocalDate day) {
        return TURN_OF_THE_YEAR.contains(MonthDay.from(day)) || JapaneseHolidays.isHoliday(day);
    }
}
