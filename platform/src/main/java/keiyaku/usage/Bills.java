package keiyaku.usage;

import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import keiyaku.catalog.Catalogs;
import keiyaku.contract.Customer;
import keiyaku.contract.Customers;
import keiyaku.contract.UsedContract;
import keiyaku.contract.UsedContracts;
import keiyaku.member.Member;
import keiyaku.member.Members;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import keiyaku.usage.LineStore.Billed;
import keiyaku.usage.UsageStore.Span;
import org.springframework.stereotype.Component;

/** Reads set-wise what bills are made of. */
@Component
class Bills {

    private final UsageStore usage;
    private final LineStore lines;
    private final UsedContracts contracts;
    private final Customers customers;
    private final Members members;
    private final Catalogs catalogs;

    Bills(
            UsageStore usage,
            LineStore lines,
            UsedContracts contracts,
            Customers customers,
            Members members,
            Catalogs catalogs) {
        this.usage = usage;
        this.lines = lines;
        this.contracts = contracts;
        this.customers = customers;
        this.members = members;
        this.catalogs = catalogs;
    }

    /** A bill with its lines and for whom it is made out. */
    record Made(Bill bill, BillLines lines, Customer customer, Member member) {}

    /** Bills as they are now, in the order given. */
    List<Made> of(List<Bill> bills) {
        if (bills.isEmpty()) {
            return List.of();
        }
        var accounts = bills.stream().map(Bill::account).distinct().toList();
        var months = bills.stream().map(Bill::month).distinct().toList();
        var known = by(UsedContract::account, contracts.of(accounts));
        var late = lines.late(accounts, months);
        var lateMonths = late.stream().map(LineStore.Late::month).distinct().toList();
        var billed = lateMonths.isEmpty() ? List.<Billed>of() : lines.billed(accounts, lateMonths);
        var read =
                new Read(
                        known,
                        by(UsageStore.Sum::contract, usage.sums(spans(bills, known, late))),
                        by(w -> w.charge().account(), lines.waiting(accounts, months)),
                        by(LineStore.Late::account, late),
                        by(Billed::account, billed),
                        customers.customers(accounts),
                        members.of(accounts));
        var rates = new Rates(catalogs::on, catalogs.current());
        return bills.stream().map(bill -> read.made(bill, rates)).toList();
    }

    private static Set<Span> spans(
            List<Bill> bills,
            Map<AccountId, List<UsedContract>> contracts,
            List<LineStore.Late> late) {
        var spans = new LinkedHashSet<Span>();
        for (var bill : bills) {
            for (var contract : contracts.getOrDefault(bill.account(), List.of())) {
                span(contract, bill.month()).ifPresent(spans::add);
            }
        }
        for (var each : late) {
            contracts.getOrDefault(each.account(), List.of()).stream()
                    .filter(contract -> contract.id().equals(each.contract()))
                    .forEach(contract -> span(contract, each.month()).ifPresent(spans::add));
        }
        return spans;
    }

    private static <K, V> Map<K, List<V>> by(Function<V, K> key, List<V> values) {
        return values.stream().collect(Collectors.groupingBy(key));
    }

    /** The days of a month on which use is charged: not those of a trial. */
    static Optional<Span> span(UsedContract contract, YearMonth month) {
        var first = month.atDay(1);
        var end = month.plusMonths(1).atDay(1);
        return contract.paidFrom()
                .filter(day -> day.isBefore(end))
                .map(day -> day.isAfter(first) ? day : first)
                .map(from -> new Span(contract.account(), contract.id(), month, from, end));
    }

    /** What was read for all of the bills. */
    private record Read(
            Map<AccountId, List<UsedContract>> contracts,
            Map<ContractId, List<UsageStore.Sum>> used,
            Map<AccountId, List<LineStore.Waiting>> waiting,
            Map<AccountId, List<LineStore.Late>> late,
            Map<AccountId, List<LineStore.Billed>> billed,
            Map<AccountId, Customer> customers,
            Map<AccountId, Member> members) {

        Made made(Bill bill, Rates rates) {
            var account = bill.account();
            var customer = Customers.of(customers, account);
            var own = contracts.getOrDefault(account, List.of());
            var facts =
                    new BillFacts(
                            bill,
                            own,
                            own.stream()
                                    .flatMap(c -> used.getOrDefault(c.id(), List.of()).stream())
                                    .toList(),
                            waiting.getOrDefault(account, List.of()).stream()
                                    .filter(w -> w.month().equals(bill.month()))
                                    .map(LineStore.Waiting::charge)
                                    .toList(),
                            late.getOrDefault(account, List.of()).stream()
                                    .filter(l -> l.billMonth().equals(bill.month()))
                                    .toList(),
                            billed.getOrDefault(account, List.of()),
                            customer.abroad());
            var member = members.get(account);
            if (member == null) {
                throw new IllegalStateException("no member owns " + account);
            }
            return new Made(bill, new BillLines(facts, rates), customer, member);
        }
    }
}
