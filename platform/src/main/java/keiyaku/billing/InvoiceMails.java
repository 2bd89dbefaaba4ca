package keiyaku.billing;

import java.util.List;
import java.util.Map;
import keiyaku.notification.NotificationRequest;
import keiyaku.notification.Notifications;
import keiyaku.notification.PagePath;
import org.springframework.stereotype.Component;

/** Tells members of their new invoices; of one that comes to nothing they are not told. */
@Component
class InvoiceMails {

    private final Notifications notifications;

    InvoiceMails(Notifications notifications) {
        this.notifications = notifications;
    }

    void tell(List<Invoice> issued) {
        notifications.mails(
                issued.stream()
                        .filter(invoice -> !invoice.amounts().total().isZero())
                        .map(InvoiceMails::mail)
                        .toList());
    }

    private static NotificationRequest mail(Invoice invoice) {
        var refund = invoice.amounts().total().isNegative();
        return NotificationRequest.of(
                invoice.account(),
                refund ? "refund-invoice-issued" : "invoice-issued",
                Map.of(
                        "number", invoice.number(),
                        "total", invoice.amounts().total().abs(),
                        "dueOn", invoice.dueOn(),
                        "link", PagePath.of("/my/invoices/" + invoice.id())));
    }
}
