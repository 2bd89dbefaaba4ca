package keiyaku.usage;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import keiyaku.catalog.Catalogs;
import keiyaku.shared.AccountId;
import keiyaku.shared.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a month comes to, read from the sums of its days (S-8, B-12). */
@Component
public class Estimates {

    private static final UUID NONE = new UUID(0, 0);

    private final UsageStore store;
    private final Bills bills;
    private final Catalogs catalogs;
    private final Clock clock;

    Estimates(UsageStore store, Bills bills, Catalogs catalogs, Clock clock) {
        this.store = store;
        this.bills = bills;
        this.catalogs = catalogs;
        this.clock = clock;
    }

    /** Of the month that goes on, by the account's zone. */
    @Transactional(readOnly = true)
    public Estimate thisMonth(AccountId account, ZoneId zone) {
        return of(account, zone, YearMonth.from(clock.instant().atZone(zone)));
    }

    /** Of any month; of one that is over, nothing is ahead. */
    @Transactional(readOnly = true)
    public Estimate of(AccountId account, ZoneId zone, YearMonth month) {
        var now = clock.instant();
        LocalDate today = now.atZone(zone).toLocalDate();
        var bill = Bill.opened(account, NONE, month, zone, now);
        var made = bills.of(List.of(bill)).getFirst();
        var days = store.days(account, month.atDay(1), month.plusMonths(1).atDay(1));
        return new Estimating(month, today, made.lines(), days)
                .estimate(Money.zero(catalogs.current().provider().currency()));
    }
}
