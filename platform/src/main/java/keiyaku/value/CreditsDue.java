package keiyaku.value;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import keiyaku.catalog.Catalogs;
import keiyaku.notification.NotificationRequest;
import keiyaku.notification.Notifications;
import keiyaku.notification.PagePath;
import keiyaku.run.DueWork;
import keiyaku.shared.Ids;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notices before credits lapse, and the lapse of what is left at the end of validity (S-1). */
@Component
@Order(30)
class CreditsDue implements DueWork {

    private final CreditStore store;
    private final Notifications notifications;
    private final Catalogs catalogs;
    private final Clock clock;

    CreditsDue(CreditStore store, Notifications notifications, Catalogs catalogs, Clock clock) {
        this.store = store;
        this.notifications = notifications;
        this.catalogs = catalogs;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "credits";
    }

    @Override
    public Optional<Instant> nextDue() {
        return store.due().next();
    }

    @Override
    public List<Subject> due(Instant now, int limit) {
        return store.due().due(now, limit);
    }

    @Override
    @Transactional
    public int perform(List<Subject> chunk, Instant now) {
        var zone = catalogs.current().provider().zone();
        var updated = new ArrayList<CreditStore.Planned>();
        var movements = new ArrayList<CreditMovement>();
        var mails = new ArrayList<NotificationRequest>();
        for (var credit : store.lockDue(chunk, now)) {
            if (CreditPlan.isOver(credit, now, zone)) {
                movements.add(lapsed(credit));
                updated.add(
                        new CreditStore.Planned(
                                credit.withBalance(credit.balance().minus(credit.balance())),
                                null));
            } else {
                mails.add(notice(credit));
                updated.add(planned(credit, now, zone));
            }
        }
        store.insert(movements);
        store.update(updated);
        notifications.mails(mails);
        return updated.size();
    }

    private static CreditStore.Planned planned(Credit credit, Instant now, ZoneId zone) {
        return CreditPlan.planned(credit, now, zone);
    }

    private CreditMovement lapsed(Credit credit) {
        return new CreditMovement(
                credit.account(),
                Ids.next(clock),
                credit.id(),
                CreditMovement.Kind.LAPSED,
                credit.balance().negated(),
                null,
                null,
                clock.instant());
    }

    private static NotificationRequest notice(Credit credit) {
        return NotificationRequest.of(
                credit.account(),
                "credit-lapsing",
                Map.of(
                        "name", credit.name(),
                        "amount", credit.balance(),
                        "until", Objects.requireNonNull(credit.to()),
                        "link", PagePath.of("/my/credits")));
    }

    @Override
    @Transactional
    public void park(Subject subject, String reason) {
        store.due().park(subject, reason);
    }

    @Override
    @Transactional
    public void unpark(Subject subject) {
        store.due().unpark(subject, clock.instant());
    }
}
