package keiyaku.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import keiyaku.billing.Invoices;
import keiyaku.billing.Receivable;
import keiyaku.notification.NotificationRequest;
import keiyaku.notification.Notifications;
import keiyaku.notification.PagePath;
import keiyaku.payment.AttemptResults.Failure;
import keiyaku.shared.InvoiceId;
import keiyaku.shared.Money;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Tells the member of each failure, what to do and until when; and of the money that came after.
 */
@Component
class PaymentMail {

    private static final PagePath METHODS = PagePath.of("/my/payment-methods");

    private final Invoices invoices;
    private final Notifications notifications;
    private final ObjectProvider<PayableUntil> payableUntil;

    PaymentMail(
            Invoices invoices,
            Notifications notifications,
            ObjectProvider<PayableUntil> payableUntil) {
        this.payableUntil = payableUntil;
        this.invoices = invoices;
        this.notifications = notifications;
    }

    void failed(List<Failure> failures) {
        var numbers = numbers(failures, failure -> failure.attempt().payment());
        var lastDays = lastDays(failures);
        var mails = new ArrayList<NotificationRequest>();
        for (var failure : failures) {
            var overdueAt = failure.left().overdueAt();
            // Without a date nothing more follows from it: the claim is on the operators' list.
            if (overdueAt != null) {
                var left = failure.left();
                var until = day(overdueAt, left).minusDays(1);
                var last = lastDays.getOrDefault(left.invoice(), until);
                mails.add(mail(failure, last, numbers));
            }
        }
        send(mails);
    }

    /** Only of what had failed before: a collection that goes as planned needs no mail. */
    void received(List<Attempt> captured) {
        var again = captured.stream().map(Attempt::payment).filter(p -> p.attempt() > 1).toList();
        var numbers = numbers(again, payment -> payment);
        send(
                again.stream()
                        .map(
                                payment ->
                                        NotificationRequest.of(
                                                payment.account(),
                                                "payment-received",
                                                facts(payment, numbers)))
                        .toList());
    }

    /** What came after its invoice was taken back, by payment: kept, and never lost. */
    void kept(List<Attempt> captured, Map<UUID, Money> amounts) {
        var late =
                captured.stream()
                        .map(Attempt::payment)
                        .filter(payment -> amounts.containsKey(payment.id().value()))
                        .toList();
        var numbers = numbers(late, payment -> payment);
        var mails = new ArrayList<NotificationRequest>();
        for (var payment : late) {
            var facts = facts(payment, numbers);
            facts.put("amount", amounts.getOrDefault(payment.id().value(), payment.amount()));
            facts.put("link", PagePath.of("/my/invoices/" + payment.invoice()));
            mails.add(NotificationRequest.of(payment.account(), "payment-kept", facts));
        }
        send(mails);
    }

    /** A deposit is told in any case: the member cannot see the bank's books. */
    void deposited(List<Attempt> paid) {
        var payments = paid.stream().map(Attempt::payment).toList();
        var numbers = numbers(payments, payment -> payment);
        send(
                payments.stream()
                        .map(
                                payment ->
                                        NotificationRequest.of(
                                                payment.account(),
                                                "payment-received",
                                                facts(payment, numbers)))
                        .toList());
    }

    /** The bank has confirmed it, some days after the member asked. */
    void mandateActive(PaymentMethod method) {
        send(
                List.of(
                        NotificationRequest.of(
                                method.account(),
                                "mandate-active",
                                Map.of("ending", method.means().ending(), "link", METHODS))));
    }

    /** Of what is ended by other rules than dunning's. */
    private Map<InvoiceId, LocalDate> lastDays(List<Failure> failures) {
        if (failures.isEmpty()) {
            return Map.of();
        }
        var unpaid = failures.stream().map(Failure::left).toList();
        var days = new HashMap<InvoiceId, LocalDate>();
        payableUntil.orderedStream().forEach(rule -> days.putAll(rule.lastDays(unpaid)));
        return days;
    }

    private static NotificationRequest mail(
            Failure failure, LocalDate until, Map<InvoiceId, String> numbers) {
        var left = failure.left();
        var facts = facts(failure.attempt().payment(), numbers);
        facts.put("until", until);
        var next = left.collectAt();
        if (next != null) {
            facts.put("nextTry", day(next, left));
        }
        return NotificationRequest.of(left.account(), template(failure), facts);
    }

    private static String template(Failure failure) {
        if (failure.why().reason().equals("not-deposited")) {
            return "deposit-missing";
        }
        var missing = failure.why().reason().equals(Payment.NO_METHOD);
        if (missing) {
            return "payment-method-missing";
        }
        return failure.left().collectAt() == null ? "payment-failed-last" : "payment-failed";
    }

    private static Map<String, Object> facts(Payment payment, Map<InvoiceId, String> numbers) {
        var facts = new HashMap<String, Object>();
        facts.put("amount", payment.amount());
        facts.put("invoice", numbers.getOrDefault(payment.invoice(), ""));
        facts.put("link", METHODS);
        return facts;
    }

    private static LocalDate day(Instant at, Receivable receivable) {
        return at.atZone(receivable.zone()).toLocalDate();
    }

    private <T> Map<InvoiceId, String> numbers(List<T> about, Function<T, Payment> payment) {
        return about.isEmpty()
                ? Map.of()
                : invoices.numbers(
                        about.stream().map(payment).map(Payment::account).toList(),
                        about.stream().map(payment).map(Payment::invoice).toList());
    }

    private void send(List<NotificationRequest> mails) {
        if (!mails.isEmpty()) {
            notifications.mails(mails);
        }
    }
}
