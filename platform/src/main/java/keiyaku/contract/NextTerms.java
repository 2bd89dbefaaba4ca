package keiyaku.contract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import keiyaku.billing.Charge;
import keiyaku.billing.ChargeKind;
import keiyaku.catalog.Billing;
import keiyaku.catalog.ProductOption.Kind;
import keiyaku.payment.MethodKind;
import keiyaku.shared.BillingDay;
import keiyaku.shared.Term;
import org.jspecify.annotations.Nullable;

/**
 * Charges terms of a server contract and of its options before they begin: the first ones with the
 * order, the next ones with a renewal. Whole and up front; they begin when they are paid.
 */
final class NextTerms {

    private NextTerms() {}

    /** The contract's part after it, and what is charged for it. */
    record Billed(Hosting hosting, List<Charge> charges) {

        Billed {
            charges = List.copyOf(charges);
        }

        Billed and(Hosting later, List<Charge> more) {
            var all = new ArrayList<>(charges);
            all.addAll(more);
            return new Billed(later, all);
        }
    }

    /** The first term of a new contract, and its options (H-1). */
    static Billed first(Contract contract, NextChoice choice, Sale sale, LocalDate today) {
        var term = term(contract, choice.term(), sale, today, BillingDay.of(today));
        var billed = contractTerm(contract, term, sale);
        return added(contract, billed, choice.options(), new Place(today, choice.term()), sale);
    }

    /** What follows the running term: what was chosen, or all that goes on, the same again. */
    static Billed next(Contract contract, @Nullable NextChoice choice, Sale sale) {
        var old = contract.requireAgreement();
        var end = old.period().end();
        var length = choice == null ? old.term() : choice.term();
        var billed = contractTerm(contract, term(contract, length, sale, end, old.anchor()), sale);
        if (choice == null) {
            var asNow = items(contract, billed.hosting(), i -> i.auto() && i.endsOn(end), sale);
            return billed.and(asNow.hosting(), asNow.charges());
        }
        return chosen(contract, billed, choice, sale);
    }

    /** Options whose own renewal is due. */
    static Billed alone(Contract contract, Predicate<OptionItem> due, Sale sale) {
        return items(contract, contract.requireHosting(), due, sale);
    }

    /** An option is bought on a day while the contract runs. */
    static Billed bought(Contract contract, OptionChoice choice, Sale sale, LocalDate on) {
        var none = new Billed(contract.requireHosting(), List.of());
        var place = new Place(on, contract.requireAgreement().term());
        return added(contract, none, List.of(choice), place, sale);
    }

    /** From which day an option is added, and the term of the contract then. */
    private record Place(LocalDate from, Term contractTerm) {}

    private static Agreement term(
            Contract contract, Term length, Sale sale, LocalDate start, BillingDay anchor) {
        var price = sale.price(contract.offer().plan(), length, null);
        return sale.agreement(contract.offer(), price, Billing.UPFRONT, start, anchor).charged(1);
    }

    private static Billed contractTerm(Contract contract, Agreement term, Sale sale) {
        var why = term.whyOfPart(1);
        var charges =
                why.result().isZero()
                        ? List.<Charge>of()
                        : List.of(sale.charge(contract, ChargeKind.RECURRING, term.period(), why));
        return new Billed(contract.requireHosting().withNext(Upcoming.charged(term)), charges);
    }

    private static Billed chosen(Contract contract, Billed billed, NextChoice choice, Sale sale) {
        var end = contract.requireAgreement().period().end();
        var left = new ArrayList<>(choice.options());
        var result = billed;
        for (var item : billed.hosting().items()) {
            if (!item.isRunning() || item.next() != null) {
                continue;
            }
            var again = left.stream().filter(o -> o.code().equals(item.option())).findFirst();
            again.ifPresent(left::remove);
            var decided =
                    again.map(o -> wished(item, o, choice.term(), sale))
                            .orElseGet(() -> item.withAuto(false).withWish(null));
            result = replaced(result, decided);
            if (again.isPresent() && item.endsOn(end)) {
                var one = items(contract, result.hosting(), i -> i.equals(decided), sale);
                result = result.and(one.hosting(), one.charges());
            }
        }
        return added(contract, result, left, new Place(end, choice.term()), sale);
    }

    private static OptionItem wished(OptionItem item, OptionChoice wish, Term term, Sale sale) {
        return item.withAuto(true)
                .withWish(new OptionItem.Wish(sale.termOf(wish, term), wish.quantity()));
    }

    private static Billed replaced(Billed billed, OptionItem item) {
        return new Billed(
                billed.hosting().eachItem(i -> i.number() == item.number() ? item : i),
                billed.charges());
    }

    /** Charges the next term of each item that fits, as wished or as now. */
    private static Billed items(
            Contract contract, Hosting hosting, Predicate<OptionItem> due, Sale sale) {
        var charges = new ArrayList<Charge>();
        var after =
                hosting.eachItem(
                        item -> {
                            if (!item.isRunning() || item.next() != null || !due.test(item)) {
                                return item;
                            }
                            var old = item.requireAgreement();
                            var wish = item.wish();
                            var next =
                                    sale.agreement(
                                            item.option(),
                                            wish == null ? old.term() : wish.term(),
                                            wish == null ? old.quantity() : wish.quantity(),
                                            old.period().end(),
                                            old.anchor());
                            charge(contract, item, next, sale, charges);
                            return item.withNext(Upcoming.charged(next));
                        });
        return new Billed(after, charges);
    }

    private static Billed added(
            Contract contract, Billed billed, List<OptionChoice> fresh, Place place, Sale sale) {
        var charges = new ArrayList<>(billed.charges());
        var items = new ArrayList<>(billed.hosting().items());
        int number = billed.hosting().nextNumber();
        for (var choice : fresh) {
            var start = place.from();
            var term = sale.termOf(choice, place.contractTerm());
            var first =
                    sale.agreement(
                            choice.code(), term, choice.quantity(), start, BillingDay.of(start));
            var item = fresh(number++, choice, first, billed.hosting(), sale);
            charge(contract, item, first, sale, charges);
            items.add(item);
        }
        return new Billed(billed.hosting().withItems(items), charges);
    }

    /** Goes on by itself when paid by card or wallet; a certificate only when told so (H-2). */
    private static OptionItem fresh(
            int number, OptionChoice choice, Agreement first, Hosting hosting, Sale sale) {
        var kind = sale.option(choice.code()).kind();
        var auto = kind != Kind.SSL && hosting.payBy() != MethodKind.TRANSFER;
        var next = Upcoming.charged(first);
        return new OptionItem(
                number, choice.code(), kind, choice.name(), auto, null, null, next, null);
    }

    private static void charge(
            Contract contract, OptionItem item, Agreement next, Sale sale, List<Charge> charges) {
        var why = next.whyOfPart(1);
        if (!why.result().isZero()) {
            charges.add(sale.charge(contract, item, ChargeKind.OPTION, next.period(), why));
        }
    }
}
