package keiyaku.usage;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import keiyaku.catalog.Catalogs;
import keiyaku.contract.UsedContract;
import keiyaku.contract.UsedContracts;
import keiyaku.shared.AccountId;
import keiyaku.shared.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes what was used, each event once, and keeps the sums of the days with it (B-7). */
@Component
public class UsageEvents {

    /** The most events of one batch, which is one transaction. */
    public static final int MOST = 1_000;

    /** By this everybody writes, so that two batches never wait for each other crosswise. */
    private static final Comparator<Use> ORDER =
            Comparator.comparing((Use use) -> use.account().value()).thenComparing(Use::id);

    private final UsageStore store;
    private final LineStore lines;
    private final BillStore bills;
    private final UsedContracts contracts;
    private final Catalogs catalogs;
    private final Clock clock;

    UsageEvents(
            UsageStore store,
            LineStore lines,
            BillStore bills,
            UsedContracts contracts,
            Catalogs catalogs,
            Clock clock) {
        this.store = store;
        this.lines = lines;
        this.bills = bills;
        this.contracts = contracts;
        this.catalogs = catalogs;
        this.clock = clock;
    }

    /** How many events of a batch were new, and how many had been taken before. */
    public record Taken(long fresh, long known) {}

    /**
     * Takes a batch, or nothing of it where one event is refused.
     *
     * @throws keiyaku.shared.RefusedException meter-unknown, or not-active where no contract ran
     */
    @Transactional
    public Taken take(List<UsageEvent> events) {
        if (events.isEmpty()) {
            return new Taken(0, 0);
        }
        var now = clock.instant();
        var accounts = events.stream().map(UsageEvent::account).distinct().toList();
        var known =
                contracts.of(accounts).stream()
                        .collect(Collectors.groupingBy(UsedContract::account));
        var intake = new Intake(catalogs.current(), now, known);
        var taken = events.stream().map(intake::take).toList();
        var late = late(taken, now);
        var uses = taken.stream().map(Intake.Taken::use).sorted(ORDER).toList();
        long fresh = store.take(uses);
        if (!late.isEmpty() && fresh > 0) {
            lines.late(late);
        }
        return new Taken(fresh, uses.size() - fresh);
    }

    private record Place(AccountId account, YearMonth month) {}

    /**
     * Holds the bills that the uses come onto, opening those that are not there; gives the meters
     * whose month was billed before, with the later bill that they come onto.
     */
    private List<LineStore.Late> late(List<Intake.Taken> taken, Instant now) {
        var places = new LinkedHashMap<Place, ZoneId>();
        for (var each : taken) {
            places.putIfAbsent(
                    new Place(each.use().account(), each.use().month()), each.contract().zone());
        }
        var moved = new HashMap<Place, Place>();
        var wanted = new HashMap<>(places);
        while (!wanted.isEmpty()) {
            var open = held(wanted, now);
            var next = new HashMap<Place, ZoneId>();
            wanted.forEach(
                    (place, zone) -> {
                        if (!open.contains(place)) {
                            var later =
                                    new Place(
                                            place.account(),
                                            Bill.nextOpen(place.month(), zone, now));
                            moved.put(place, later);
                            next.put(later, zone);
                        }
                    });
            wanted = next;
        }
        var late = new HashSet<LineStore.Late>();
        for (var each : taken) {
            var use = each.use();
            var place = new Place(use.account(), use.month());
            if (moved.containsKey(place)) {
                late.add(
                        new LineStore.Late(
                                use.account(),
                                last(moved, place).month(),
                                use.contract(),
                                use.meter(),
                                use.month()));
            }
        }
        return new ArrayList<>(late);
    }

    private static Place last(Map<Place, Place> moved, Place from) {
        var place = from;
        while (moved.containsKey(place)) {
            place = moved.getOrDefault(place, place);
        }
        return place;
    }

    /** Those of the wanted whose bill is not final, held as they are until the commit. */
    private Set<Place> held(Map<Place, ZoneId> wanted, Instant now) {
        var held = hold(wanted.keySet());
        var missing = new ArrayList<Bill>();
        wanted.forEach(
                (place, zone) -> {
                    if (!held.containsKey(place)
                            && Bill.finalAt(place.month(), zone).isAfter(now)) {
                        missing.add(
                                Bill.opened(
                                        place.account(),
                                        Ids.next(clock),
                                        place.month(),
                                        zone,
                                        now));
                    }
                });
        if (!missing.isEmpty()) {
            bills.open(missing);
            held.putAll(hold(wanted.keySet()));
        }
        return held.values().stream()
                .filter(bill -> !bill.isFinal())
                .map(bill -> new Place(bill.account(), bill.month()))
                .collect(Collectors.toSet());
    }

    private Map<Place, Bill> hold(Set<Place> places) {
        var held = new HashMap<Place, Bill>();
        bills.hold(
                        places.stream().map(Place::account).collect(Collectors.toSet()),
                        places.stream().map(Place::month).collect(Collectors.toSet()))
                .forEach(bill -> held.put(new Place(bill.account(), bill.month()), bill));
        return held;
    }
}
