package keiyaku.web.part;

import java.time.LocalDate;
import keiyaku.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * One line of a calendar: the day, what happens, what it costs, and whether it is only foreseen.
 */
public record CalendarEntry(
        LocalDate day, String what, @Nullable String note, @Nullable Money amount, Tone tone) {}
