package keiyaku.value;

import java.time.LocalDate;
import java.util.List;
import keiyaku.shared.AccountId;

/** The lines that are about to become one invoice of a day, as far as value can lower them. */
public record Bill(AccountId account, LocalDate on, List<Line> lines) {

    public Bill {
        lines = List.copyOf(lines);
    }
}
