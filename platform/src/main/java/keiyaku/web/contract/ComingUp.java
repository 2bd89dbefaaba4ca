package keiyaku.web.contract;

import java.util.List;
import keiyaku.contract.ContractCalendar.Entry;
import keiyaku.web.Page;
import keiyaku.web.part.CalendarEntry;

/**
 * A contract's calendar, so that a year of monthly payments does not hide what else is coming.
 *
 * @param more the monthly payments after the first of a long row of them, shown on demand
 */
public record ComingUp(
        List<CalendarEntry> first, List<CalendarEntry> more, List<CalendarEntry> last) {

    /** From so many monthly payments in a row on, all but the first are folded. */
    private static final int MANY = 4;

    static ComingUp of(Page page, List<Entry> entries) {
        int from = 0;
        while (from < entries.size() && run(entries, from) < MANY) {
            from += Math.max(1, run(entries, from));
        }
        int to = from + run(entries, from);
        int folded = Math.min(from + 1, entries.size());
        return new ComingUp(
                ContractView.calendar(page, entries.subList(0, folded)),
                ContractView.calendar(page, entries.subList(folded, Math.max(folded, to))),
                ContractView.calendar(page, entries.subList(Math.max(folded, to), entries.size())));
    }

    /** How many monthly payments follow each other from a place on. */
    private static int run(List<Entry> entries, int from) {
        int at = from;
        while (at < entries.size() && entries.get(at).what().equals("part")) {
            at++;
        }
        return at - from;
    }
}
