package keiyaku.contract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keiyaku.billing.Charge;
import keiyaku.contract.Outcome.Fact;
import keiyaku.contract.Outcome.Telling;
import keiyaku.shared.InvoiceId;

/** What an event of its schedule, or a payment, does to a server contract (H-5 to H-13). */
final class ServerLife {

    private ServerLife() {}

    /** What follows the term is charged on its day, with the options that are due then (H-7). */
    static Outcome renewal(Contract contract, LocalDate on, Sale sale) {
        var hosting = contract.requireHosting();
        var billed = NextTerms.next(contract, hosting.choice(), sale);
        var with = contract.withHosting(billed.hosting());
        var more = NextTerms.alone(with, item -> dueAlone(contract, item, on), sale);
        var charges = new ArrayList<>(billed.charges());
        charges.addAll(more.charges());
        var start = contract.requireAgreement().period().end();
        return new Outcome(
                with.withHosting(more.hosting()),
                start,
                charges,
                List.of(new Fact("renewal-charged", on, Map.of("from", start.toString()))),
                List.of());
    }

    static Outcome optionRenewal(Contract contract, LocalDate on, Sale sale) {
        var billed = NextTerms.alone(contract, item -> dueAlone(contract, item, on), sale);
        return new Outcome(
                contract.withHosting(billed.hosting()),
                on,
                billed.charges(),
                List.of(new Fact("option-charged", on, Map.of("options", options(billed)))),
                List.of());
    }

    private static boolean dueAlone(Contract contract, OptionItem item, LocalDate on) {
        return ServerSchedule.renewsAlone(contract, item)
                && !RenewalDays.collectedOn(item.period(), contract.requireHosting()).isAfter(on);
    }

    private static String options(NextTerms.Billed billed) {
        return String.join(", ", billed.charges().stream().map(Charge::item).toList());
    }

    /** The term is over: the paid next one begins, or the contract cannot be used (H-12). */
    static Outcome termEnd(Contract contract, LocalDate on) {
        var next = contract.requireHosting().next();
        if (next != null && next.paid()) {
            return begin(contract, on);
        }
        var through =
                RenewalDays.graceThrough(
                        contract.requireAgreement().period(), contract.requireHosting());
        return Outcome.of(
                contract.withState(ContractState.SUSPENDED),
                on,
                new Fact("term-over", on, Map.of("until", through.toString())),
                Telling.SUSPEND);
    }

    /** Its paid term begins, and with it the paid options that were waiting for that. */
    static Outcome begin(Contract contract, LocalDate today) {
        var hosting = contract.requireHosting();
        var next = hosting.next();
        if (next == null) {
            throw new IllegalStateException(contract.id() + " has no next term");
        }
        var first = contract.agreement() == null;
        var agreement = next.agreement();
        var after =
                hosting.withNext(null)
                        .withChoice(null)
                        .since(today)
                        .told(0)
                        .eachItem(item -> waits(item, agreement.start()) ? item.begun() : item);
        var running =
                contract.withState(ContractState.ACTIVE)
                        .withAgreement(agreement)
                        .withCoverage(new Coverage(agreement.period(), agreement.price()))
                        .withHosting(after);
        var fact =
                new Fact(
                        first ? "started" : "renewed",
                        agreement.start(),
                        Map.of("term", agreement.term().toString()));
        var changed = !after.items().equals(hosting.items());
        return new Outcome(
                running, today, List.of(), List.of(fact), tellings(contract.state(), changed));
    }

    private static List<Telling> tellings(ContractState before, boolean changed) {
        return switch (before) {
            case AWAITING_PAYMENT -> List.of(Telling.CREATE);
            case SUSPENDED -> List.of(Telling.RESUME);
            case TRIAL, ACTIVE, ENDED -> changed ? List.of(Telling.CHANGE) : List.of();
        };
    }

    private static boolean waits(OptionItem item, LocalDate day) {
        var start = item.nextStart();
        return item.agreement() == null && item.isPaidFor() && start != null && !start.isAfter(day);
    }

    /** Terms of options are over: the next ones begin where they are paid. */
    static Outcome optionEnd(Contract contract, LocalDate on) {
        var facts = new ArrayList<Fact>();
        var after =
                contract.requireHosting()
                        .eachItem(item -> item.endsOn(on) ? optionEnd(item, on, facts) : item);
        return new Outcome(
                contract.withHosting(after), on, List.of(), facts, List.of(Telling.CHANGE));
    }

    private static OptionItem optionEnd(OptionItem item, LocalDate on, List<Fact> facts) {
        var goesOn = item.isPaidFor();
        facts.add(
                new Fact(
                        goesOn ? "option-renewed" : "option-ended",
                        on,
                        Map.of("option", item.option())));
        return goesOn ? item.begun() : item.ended(on);
    }

    static Outcome reminder(Contract contract, LocalDate on) {
        var hosting = contract.requireHosting();
        var term = contract.requireAgreement().period();
        int days = ServerSchedule.reminderDays(term, hosting.toldDays());
        return Outcome.of(
                contract.withHosting(hosting.told(days)),
                on,
                new Fact(
                        "renewal-reminder",
                        on,
                        Map.of("days", days + "", "until", term.lastDay().toString())));
    }

    /** Nobody went on with it: deleted, and what was charged for days to come is taken back. */
    static Outcome graceEnd(Contract contract, LocalDate on, Sale sale) {
        var over = Endings.end(contract, on, "not-renewed");
        var from = contract.requireAgreement().period().end();
        return new Outcome(
                over.contract(),
                on,
                ServerCredits.from(contract, from, sale),
                over.facts(),
                over.tellings(),
                ServerCredits.unpaid(contract.requireHosting()));
    }

    /** An order that nobody paid is void. */
    static Outcome lapse(Contract contract, LocalDate on) {
        return Endings.end(contract, on, "lapsed")
                .voiding(ServerCredits.unpaid(contract.requireHosting()));
    }

    /** Options that were ordered later and never paid are void, as an order is. */
    static Outcome optionLapse(Contract contract, LocalDate on) {
        var hosting = contract.requireHosting();
        var after = hosting;
        var facts = new ArrayList<Fact>();
        var voided = new ArrayList<InvoiceId>();
        for (var item : hosting.items()) {
            var first = item.next();
            if (ServerSchedule.isUnpaidOrder(hosting, item)
                    && first != null
                    && first.invoice() != null
                    && !ServerSchedule.optionLapsesOn(hosting, item).isAfter(on)) {
                after = ServerCredits.without(after, first.invoice(), on);
                facts.add(new Fact("option-lapsed", on, Map.of("option", item.option())));
                voided.add(first.invoice());
            }
        }
        return new Outcome(contract.withHosting(after), on, List.of(), facts, List.of())
                .voiding(voided.stream().distinct().toList());
    }

    /** A transfer did not come, and its invoice was taken back: what stood on it is gone (P-10). */
    static Optional<Outcome> lapsed(Contract contract, InvoiceId invoice, LocalDate today) {
        var hosting = contract.requireHosting();
        if (contract.state() == ContractState.ENDED) {
            return Optional.empty();
        }
        if (contract.state() == ContractState.AWAITING_PAYMENT) {
            return Optional.of(Endings.end(contract, today, "transfer-lapsed"));
        }
        return Optional.of(
                Outcome.of(
                        contract.withHosting(ServerCredits.without(hosting, invoice, today)),
                        today,
                        new Fact("renewal-lapsed", today)));
    }

    /** An invoice is paid: what stands on it counts, and begins if its day has come. */
    static Optional<Outcome> paid(Contract contract, InvoiceId invoice, LocalDate today) {
        var hosting = contract.requireHosting();
        var settled = hosting.paid(invoice);
        if (contract.state() == ContractState.ENDED || settled.equals(hosting)) {
            return Optional.empty();
        }
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("paid", today));
        var now = contract.withHosting(settled);
        var next = settled.next();
        var tellings = List.<Telling>of();
        if (next != null
                && next.paid()
                && contract.state() != ContractState.ACTIVE
                && !next.agreement().start().isAfter(today)) {
            var begun = begin(now, today);
            now = begun.contract();
            facts.addAll(begun.facts());
            tellings = begun.tellings();
        }
        var after = now.requireHosting().eachItem(item -> late(item, today, facts));
        return Optional.of(new Outcome(now.withHosting(after), today, List.of(), facts, tellings));
    }

    /** All that is charged is paid, and begins if its day has come: what a forecast expects. */
    static Contract goingWell(Contract contract, LocalDate on) {
        var hosting = contract.hosting();
        if (hosting == null || contract.state() == ContractState.ENDED) {
            return contract;
        }
        var settled = contract.withHosting(hosting.assumingPaid());
        var next = settled.requireHosting().next();
        var starts =
                next != null
                        && contract.state() != ContractState.ACTIVE
                        && !next.agreement().start().isAfter(on);
        var begun = starts ? begin(settled, on).contract() : settled;
        return begun.withHosting(
                begun.requireHosting().eachItem(item -> late(item, on, new ArrayList<>())));
    }

    /** An option whose paid term should have begun by now. */
    private static OptionItem late(OptionItem item, LocalDate today, List<Fact> facts) {
        var start = item.nextStart();
        if (start == null || !item.isPaidFor() || start.isAfter(today)) {
            return item;
        }
        facts.add(new Fact("option-started", start, Map.of("option", item.option())));
        return item.begun();
    }
}
