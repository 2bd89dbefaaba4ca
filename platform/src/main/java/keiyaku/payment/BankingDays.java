package keiyaku.payment;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import keiyaku.catalog.Catalogs;
import org.springframework.stereotype.Component;

/**
 * The days on which banks of the provider's country move money: no weekend, no public holiday, and
 * in Japan not the turn of the year (banking act, enforcement order art. 5).
 */
@Component
public class BankingDays {

    private static final Map<String, Set<MonthDay>> ALSO_CLOSED =
            Map.of(
                    "JP",
                    Set.of(
                            MonthDay.of(12, 31),
                            MonthDay.of(1, 1),
                            MonthDay.of(1, 2),
                            MonthDay.of(1, 3)));

    private final Catalogs catalogs;
    private final Map<String, HolidayManager> holidays = new ConcurrentHashMap<>();

    BankingDays(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    public boolean isOpen(LocalDate day) {
        var country = catalogs.current().provider().country();
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !ALSO_CLOSED.getOrDefault(country, Set.of()).contains(MonthDay.from(day))
                && !isHoliday(country, day);
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

    private boolean isHoliday(String country, LocalDate day) {
        var code = country.toLowerCase(Locale.ROOT);
        return HolidayManager.getSupportedCalendarCodes().contains(code)
                && holidays.computeIfAbsent(
                                code, c -> HolidayManager.getInstance(ManagerParameters.create(c)))
                        .isHoliday(day);
    }
}
