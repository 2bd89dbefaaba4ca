package keiyaku.payment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import keiyaku.billing.CreditNotes;
import keiyaku.billing.Invoice;
import keiyaku.billing.Invoices;
import keiyaku.billing.Payer;
import keiyaku.billing.Receivables;
import keiyaku.notification.NotificationRequest;
import keiyaku.notification.Notifications;
import keiyaku.notification.PagePath;
import keiyaku.run.Runs;
import keiyaku.shared.Refusal;
import keiyaku.shared.RefusedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The operators' door to corrections of issued invoices (B-11). An invoice is corrected when no
 * money for it is on its way; what was paid goes back to the method that paid it, or is kept.
 */
@Component
public class Corrections {

    private final CreditNotes notes;
    private final Invoices invoices;
    private final Receivables receivables;
    private final PaymentStore payments;
    private final Notifications notifications;
    private final Runs runs;

    Corrections(
            CreditNotes notes,
            Invoices invoices,
            Receivables receivables,
            PaymentStore payments,
            Notifications notifications,
            Runs runs) {
        this.notes = notes;
        this.invoices = invoices;
        this.receivables = receivables;
        this.payments = payments;
        this.notifications = notifications;
        this.runs = runs;
    }

    /**
     * Gives back a part of an invoice, or all that is left of it; gives the credit note. Refused
     * with {@code payment-in-progress}, and as {@link CreditNotes#credit} says.
     */
    @Transactional
    public Invoice credit(CreditNotes.Wanted wanted) {
        requireAtRest(wanted);
        var note = notes.credit(wanted);
        tell(wanted, "invoice-credited", note);
        return note;
    }

    /** Takes the whole invoice back, so that nothing is owed of it; gives the credit note. */
    @Transactional
    public Invoice takeBack(CreditNotes.Wanted wanted) {
        requireAtRest(wanted);
        var note = notes.takeBack(wanted);
        tell(wanted, "invoice-credited", note);
        return note;
    }

    /**
     * Takes the whole invoice back and issues one with the same lines in its place, made out to
     * somebody else or to another address; gives the new one.
     */
    @Transactional
    public Invoice replace(CreditNotes.Wanted wanted, Payer payer) {
        requireAtRest(wanted);
        var fresh = notes.replace(wanted, payer);
        tell(wanted, "invoice-replaced", fresh);
        return fresh;
    }

    /** Locked first: a payment that begins now waits, and one that has begun is in sight. */
    private void requireAtRest(CreditNotes.Wanted wanted) {
        receivables.lock(wanted.account(), wanted.invoice());
        if (payments.inFlight(List.of(wanted.account())).contains(wanted.invoice())) {
            throw new RefusedException(Refusal.of("payment-in-progress"));
        }
    }

    private void tell(CreditNotes.Wanted wanted, String template, Invoice document) {
        var numbers = invoices.numbers(List.of(wanted.account()), List.of(wanted.invoice()));
        Map<String, Object> facts = new HashMap<>();
        facts.put("invoice", numbers.getOrDefault(wanted.invoice(), ""));
        facts.put("document", document.number());
        facts.put("amount", document.amounts().total().abs());
        facts.put("link", PagePath.of("/my/invoices/" + document.id()));
        notifications.mails(List.of(NotificationRequest.of(wanted.account(), template, facts)));
        runs.kick();
    }
}
