package keiyaku.payment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import keiyaku.billing.Invoices;
import keiyaku.notification.NotificationRequest;
import keiyaku.notification.Notifications;
import keiyaku.notification.PagePath;
import keiyaku.shared.Money;
import org.springframework.stereotype.Component;

/** Tells the member where to transfer to, and what has come of it (P-10). */
@Component
class TransferMail {

    private final Invoices invoices;
    private final Notifications notifications;

    TransferMail(Invoices invoices, Notifications notifications) {
        this.invoices = invoices;
        this.notifications = notifications;
    }

    void awaited(Transfer transfer) {
        send(transfer, "transfer-awaited", Map.of());
    }

    void reminder(Transfer transfer) {
        send(transfer, "transfer-reminder", Map.of());
    }

    /** A part has come; the rest is still awaited. */
    void partial(Transfer transfer, Money came) {
        send(transfer, "transfer-partial", Map.of("came", came));
    }

    /** More than was asked for, or too late: it is kept. */
    void kept(Transfer transfer, Money kept) {
        send(transfer, "transfer-kept", Map.of("kept", kept));
    }

    void lapsed(Transfer transfer) {
        send(transfer, "transfer-lapsed", Map.of());
    }

    private void send(Transfer transfer, String template, Map<String, Object> more) {
        var facts = new HashMap<String, Object>(more);
        var numbers = invoices.numbers(List.of(transfer.account()), List.of(transfer.invoice()));
        facts.put("invoice", numbers.getOrDefault(transfer.invoice(), ""));
        facts.put("amount", transfer.amount());
        facts.put("left", transfer.left());
        facts.put("lastOn", transfer.lastOn());
        facts.put("bank", transfer.to().bankName() + " " + transfer.to().bankCode());
        facts.put("branch", transfer.to().branchName() + " " + transfer.to().branchCode());
        facts.put("number", transfer.to().number());
        facts.put("holder", transfer.holder());
        facts.put("link", PagePath.of("/my/invoices/" + transfer.invoice()));
        notifications.mails(
                List.of(NotificationRequest.of(transfer.account(), template, facts).sentAtOnce()));
    }
}
