package keiyaku.notification;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import keiyaku.notification.NotificationStore.NewMessage;
import keiyaku.run.DueWork.Subject;
import keiyaku.shared.AccountId;
import keiyaku.shared.Ids;
import keiyaku.shared.MovableClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The door: writes messages in the caller's transaction, so that what is told and what happened are
 * one, and tells what became of them.
 */
@Component
public class Notifications {

    private final NotificationStore store;
    private final Composer composer;
    private final NotificationDelivery delivery;
    private final Clock clock;

    Notifications(
            NotificationStore store,
            Composer composer,
            NotificationDelivery delivery,
            MovableClock clock) {
        this.store = store;
        this.composer = composer;
        this.delivery = delivery;
        this.clock = clock;
    }

    /** Mails an account by a template, in its language; gives the message's id. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID mail(AccountId account, String template, Map<String, Object> facts) {
        return mail(NotificationRequest.of(account, template, facts));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public UUID mail(NotificationRequest request) {
        return write(Channel.MAIL, List.of(request)).getFirst();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public UUID sms(NotificationRequest request) {
        return write(Channel.SMS, List.of(request)).getFirst();
    }

    /** Mails of a run, written with one statement; ids in the order of the requests. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<UUID> mails(List<NotificationRequest> requests) {
        return write(Channel.MAIL, requests);
    }

    /** What became of a message; empty when the account has none of this id. */
    @Transactional(readOnly = true)
    public Optional<Delivery> delivery(AccountId account, UUID message) {
        return store.delivery(account, message);
    }

    /** The account's latest messages, the newest first. */
    @Transactional(readOnly = true)
    public List<Delivery> latest(AccountId account, int limit) {
        return store.latest(account, limit);
    }

    private List<UUID> write(Channel channel, List<NotificationRequest> requests) {
        var now = clock.instant();
        var rows =
                requests.stream()
                        .map(r -> new NewMessage(Ids.next(clock), channel, known(channel, r), now))
                        .toList();
        store.insert(rows);
        var urgent = rows.stream().filter(row -> row.request().atOnce()).toList();
        if (!urgent.isEmpty()) {
            sendAfterCommit(urgent);
        }
        return rows.stream().map(NewMessage::id).toList();
    }

    private NotificationRequest known(Channel channel, NotificationRequest request) {
        if (!composer.knows(channel, request.template())) {
            throw new IllegalArgumentException(
                    "no texts for "
                            + request.template()
                            + "; add notification."
                            + request.template()
                            + ".* in all languages");
        }
        return request;
    }

    private void sendAfterCommit(List<NewMessage> rows) {
        var subjects =
                rows.stream().map(r -> new Subject(r.request().account().value(), r.id())).toList();
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        delivery.soon(subjects);
                    }
                });
    }
}
