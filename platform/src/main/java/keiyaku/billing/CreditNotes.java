package keiyaku.billing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import keiyaku.catalog.Catalogs;
import keiyaku.shared.AccountId;
import keiyaku.shared.Ids;
import keiyaku.shared.InvoiceId;
import keiyaku.shared.Money;
import keiyaku.shared.Refusal;
import keiyaku.shared.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Corrects issued invoices without touching them (B-11): by a credit note, which is an invoice
 * below zero in a number series of its own, or by taking back the whole and issuing a new one.
 * Payment's door stands before this one: it knows whether money is on its way.
 */
@Component
public class CreditNotes {

    private static final String SERIES = "credit-note";

    private final InvoiceStore store;
    private final CorrectionStore corrections;
    private final ReceivableStore receivables;
    private final LedgerStore ledger;
    private final Lowered lowered;
    private final CoinsOnInvoices coins;
    private final Numbering numbering;
    private final Invoices invoices;
    private final Catalogs catalogs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CreditNotes(
            InvoiceStore store,
            CorrectionStore corrections,
            ReceivableStore receivables,
            LedgerStore ledger,
            Lowered lowered,
            CoinsOnInvoices coins,
            Numbering numbering,
            Invoices invoices,
            Catalogs catalogs,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.corrections = corrections;
        this.receivables = receivables;
        this.ledger = ledger;
        this.lowered = lowered;
        this.coins = coins;
        this.numbering = numbering;
        this.invoices = invoices;
        this.catalogs = catalogs;
        this.events = events;
        this.clock = clock;
    }

    /** So much of a line's price, as it was before discounts and credits, is given back. */
    public record Part(int line, Money amount) {}

    /**
     * What an operator wants.
     *
     * @param parts of which lines how much; none: all that is left of the invoice
     * @param keep what was paid already stays in the member's balance; else it goes back to the
     *     method it came from
     */
    public record Wanted(
            AccountId account,
            InvoiceId invoice,
            List<Part> parts,
            String reason,
            boolean keep,
            String by) {

        public Wanted {
            parts = List.copyOf(parts);
        }

        Wanted keeping() {
            return new Wanted(account, invoice, parts, reason, true, by);
        }
    }

    /**
     * Gives back a part of an invoice, or all that is left of it. What is open of the invoice is
     * lowered first. Refused with {@code invoice-unknown}, {@code invoice-void}, {@code
     * nothing-to-credit}, {@code credit-line-unknown} or {@code credit-above-line}.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Invoice credit(Wanted wanted) {
        var corrected = corrected(wanted);
        var note = note(wanted, corrected, false);
        corrections.insert(correction(wanted, note, false, null));
        events.publishEvent(new LinesGivenBack(note.charges()));
        return note;
    }

    /** Takes back the whole invoice, as if it had not been issued; nothing is owed of it then. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Invoice takeBack(Wanted wanted) {
        var corrected = corrected(wanted);
        var note = note(wanted, corrected, true);
        corrections.insert(correction(wanted, note, true, null));
        events.publishEvent(new LinesGivenBack(note.charges()));
        return note;
    }

    /**
     * Takes back the whole invoice and issues one with the same lines in its place. What was paid
     * of the old one is kept, and pays the new one.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Invoice replace(Wanted wanted, Payer payer) {
        var corrected = corrected(wanted);
        var note = note(wanted.keeping(), corrected, true);
        var occurrence = occurrence(note.id());
        var again = new ArrayList<Charge>();
        for (var charge : corrected.charges()) {
            again.add(charge.again(occurrence + corrected.charges().size() + again.size() + 1));
        }
        var fresh =
                invoices.issueNumbered(
                        new InvoiceDraft(
                                corrected.account(),
                                payer,
                                corrected.amounts().total().currency(),
                                corrected.zone(),
                                note.issuedOn(),
                                again));
        corrections.insert(correction(wanted, note, true, fresh.id()));
        return fresh;
    }

    /** What corrects invoices, or what they correct or replace; in order of time. */
    @Transactional(readOnly = true)
    public List<Correction> about(AccountId account, Collection<InvoiceId> invoices) {
        return invoices.isEmpty() ? List.of() : corrections.about(account, invoices);
    }

    /** The invoice that a credit note corrects; empty when it is none. */
    @Transactional(readOnly = true)
    public Optional<InvoiceId> corrected(AccountId account, InvoiceId note) {
        return corrections.about(account, List.of(note)).stream()
                .filter(c -> c.note().equals(note))
                .map(Correction::invoice)
                .findFirst();
    }

    private Invoice corrected(Wanted wanted) {
        var locked = receivables.lock(List.of(wanted.account()), List.of(wanted.invoice()));
        if (locked.isEmpty()) {
            throw refused("invoice-unknown");
        }
        var corrected = store.invoice(wanted.account(), wanted.invoice()).orElseThrow();
        if (locked.getFirst().state() == InvoiceState.VOID) {
            throw refused("invoice-void");
        }
        if (corrected.amounts().total().isNegative()) {
            throw refused("nothing-to-credit");
        }
        return corrected;
    }

    private List<Invoice> notes(Invoice corrected) {
        return corrections.about(corrected.account(), List.of(corrected.id())).stream()
                .filter(c -> c.invoice().equals(corrected.id()))
                .map(c -> store.invoice(c.account(), c.note()).orElseThrow())
                .toList();
    }

    private Invoice note(Wanted wanted, Invoice corrected, boolean whole) {
        var before = notes(corrected);
        var id = new InvoiceId(Ids.next(clock));
        var parts =
                whole || wanted.parts().isEmpty()
                        ? Crediting.rest(corrected, before)
                        : wanted.parts();
        var lines = Crediting.lines(corrected, before, parts, occurrence(id));
        var today = clock.instant().atZone(corrected.zone()).toLocalDate();
        var draft =
                new InvoiceDraft(
                        corrected.account(),
                        corrected.payer(),
                        corrected.amounts().total().currency(),
                        corrected.zone(),
                        today,
                        lines);
        requirePlain(corrected, lines);
        var reduced = lowered.decide(draft, corrected);
        var amounts = Crediting.amounts(corrected, before, lines, reduced.of(0));
        if (amounts.total().isPositive()) {
            throw refused("nothing-to-credit");
        }
        var note =
                new Invoice(
                        id,
                        draft.account(),
                        "",
                        draft.zone(),
                        today,
                        today,
                        clock.instant(),
                        draft.payer(),
                        amounts,
                        lines);
        store.insertCharges(List.of(note));
        lowered.write(reduced, List.of(note));
        ledger.insert(List.of(Journal.credited(Ids.next(clock), note)));
        settle(note, corrected, wanted.keep(), whole);
        return numbered(note);
    }

    /** A line that gave back took reductions back with it; turning that around is no note's job. */
    private void requirePlain(Invoice corrected, List<Charge> lines) {
        var turned = lines.stream().anyMatch(line -> line.amount().isPositive());
        if (turned
                && lowered
                        .of(corrected.account(), List.of(corrected.id()))
                        .getOrDefault(corrected.id(), List.of())
                        .stream()
                        .anyMatch(r -> r.amount().isNegative())) {
            throw refused("credit-line-mixed");
        }
    }

    /** Lowers what is open of the invoice; the rest is kept, or goes back by the plan. */
    private void settle(Invoice note, Invoice corrected, boolean keep, boolean whole) {
        var owed = receivables.lock(List.of(note.account()), List.of(corrected.id())).getFirst();
        var fresh = coins.settle(note, Receivable.of(note, Dunning.STANDARD), corrected);
        var give = fresh.open().abs();
        var offset = give.compareTo(owed.open()) < 0 ? give : owed.open();
        if (offset.isPositive()) {
            ledger.insert(
                    List.of(
                            Journal.offset(
                                    Ids.next(clock),
                                    note.account(),
                                    note.id().value(),
                                    corrected.id().value(),
                                    offset,
                                    clock.instant())));
            fresh = fresh.usingBalance(offset.negated());
            owed = owed.usingBalance(offset);
        }
        receivables.insert(List.of(keep ? kept(fresh) : fresh));
        receivables.update(List.of(whole ? owed.voided() : owed));
        if (offset.isPositive() && owed.open().isZero() && !whole) {
            events.publishEvent(InvoicesPaid.of(List.of(owed)));
        }
    }

    private Receivable kept(Receivable note) {
        var rest = note.open();
        if (!rest.isNegative()) {
            return note;
        }
        ledger.insert(
                List.of(
                        Journal.fromBalance(
                                Ids.next(clock),
                                new Settlement(
                                        note.account(),
                                        note.invoice(),
                                        Ids.next(clock),
                                        rest,
                                        clock.instant()))));
        ledger.keep(note.account(), rest.abs());
        return note.usingBalance(rest);
    }

    private Invoice numbered(Invoice note) {
        var issuer = catalogs.current().provider().issuer();
        var issuerId =
                store.issuer(
                        Ids.next(clock),
                        issuer.name(),
                        issuer.registrationNumber(),
                        issuer.address());
        int year = note.issuedOn().getYear();
        var number = numbering.take(SERIES, year, 1);
        var numbered = note.numbered(Numbering.creditNote(year, number));
        store.insert(List.of(numbered), issuerId);
        return numbered;
    }

    private Correction correction(
            Wanted wanted, Invoice note, boolean voids, @Nullable InvoiceId replacedBy) {
        return new Correction(
                wanted.account(),
                note.id(),
                wanted.invoice(),
                voids,
                replacedBy,
                wanted.reason(),
                wanted.by(),
                clock.instant());
    }

    /** Charges of the same days are told apart by it; of each document its own, with room. */
    private static long occurrence(InvoiceId document) {
        UUID id = document.value();
        return id.getLeastSignificantBits() & 0x3fff_ffff_ffff_f000L;
    }

    private static RefusedException refused(String code) {
        return new RefusedException(Refusal.of(code));
    }
}
