package keiyaku.notification;

import java.util.Map;
import keiyaku.shared.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A message to be sent: of which account, by which template, filled with which facts.
 *
 * @param to null for the account's own address and language at the time of sending
 * @param template the part of the message keys between {@code notification.} and {@code .subject}
 * @param facts by name: String, Number, Money, LocalDate, Instant, Period, Text, {@link PagePath}
 *     or {@link Secret}; written as the recipient's language does
 * @param atOnce a person waits for it: sent right after the commit, not by the next run
 */
public record NotificationRequest(
        AccountId account,
        @Nullable Recipient to,
        String template,
        Map<String, Object> facts,
        boolean atOnce) {

    public NotificationRequest {
        facts = Map.copyOf(facts);
    }

    public static NotificationRequest of(
            AccountId account, String template, Map<String, Object> facts) {
        return new NotificationRequest(account, null, template, facts, false);
    }

    public NotificationRequest to(Recipient recipient) {
        return new NotificationRequest(account, recipient, template, facts, atOnce);
    }

    public NotificationRequest sentAtOnce() {
        return new NotificationRequest(account, to, template, facts, true);
    }
}
