package keiyaku.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import keiyaku.run.DueWork;
import keiyaku.shared.AccountId;
import keiyaku.shared.MovableClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what is due. A message is claimed (its due time moved behind a lease, committed), sent, and
 * finished in a second transaction; if this process dies in between it is due again after the lease
 * and goes out with the same Message-ID or idempotency key.
 */
@Component
class NotificationDelivery implements DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(NotificationDelivery.class);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final int AT_ONCE = 16;

    private final NotificationStore store;
    private final Composer composer;
    private final MailSending mails;
    private final SmsSending shortMessages;
    private final ObjectProvider<Recipients> recipients;
    private final TransactionTemplate transaction;
    private final MovableClock clock;

    NotificationDelivery(
            NotificationStore store,
            Composer composer,
            MailSending mails,
            SmsSending shortMessages,
            ObjectProvider<Recipients> recipients,
            PlatformTransactionManager transactions,
            MovableClock clock) {
        this.store = store;
        this.composer = composer;
        this.mails = mails;
        this.shortMessages = shortMessages;
        this.recipients = recipients;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "notifications";
    }

    @Override
    public Optional<Instant> nextDue() {
        return store.due().next();
    }

    @Override
    public List<Subject> due(Instant now, int limit) {
        return store.due().due(now, limit);
    }

    @Override
    public int perform(List<Subject> chunk, Instant now) {
        int done = 0;
        for (int from = 0; from < chunk.size(); from += AT_ONCE) {
            var some = chunk.subList(from, Math.min(chunk.size(), from + AT_ONCE));
            done += sendSome(some, now);
        }
        return done;
    }

    @Override
    public void park(Subject subject, String reason) {
        transaction.executeWithoutResult(status -> store.park(subject, reason));
    }

    @Override
    public void unpark(Subject subject) {
        var now = clock.instant();
        transaction.executeWithoutResult(status -> store.unpark(subject, now));
    }

    /** For those that a person waits for; what fails here is still due for the run. */
    void soon(List<Subject> subjects) {
        Thread.ofVirtual()
                .name("notification")
                .start(
                        () -> {
                            try {
                                perform(subjects, clock.instant());
                            } catch (RuntimeException e) {
                                LOG.warn("not sent at once, left to the run: {}", e.toString());
                            }
                        });
    }

    private int sendSome(List<Subject> subjects, Instant now) {
        var claimed =
                required(
                        transaction.execute(status -> store.claim(subjects, now, now.plus(LEASE))));
        var byMail = addresses(claimed, Channel.MAIL);
        var bySms = addresses(claimed, Channel.SMS);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var message : claimed) {
                var own = message.channel() == Channel.MAIL ? byMail : bySms;
                var to = message.to() == null ? own.get(message.account()) : message.to();
                threads.execute(() -> finish(message, attempt(message, to)));
            }
        }
        return claimed.size();
    }

    private static List<OutgoingMessage> required(@Nullable List<OutgoingMessage> claimed) {
        return claimed == null ? List.of() : claimed;
    }

    /** The accounts' own addresses, asked for set-wise. */
    private Map<AccountId, Recipient> addresses(List<OutgoingMessage> claimed, Channel channel) {
        Set<AccountId> accounts = new HashSet<>();
        for (var message : claimed) {
            if (message.to() == null && message.channel() == channel) {
                accounts.add(message.account());
            }
        }
        var book = recipients.getIfAvailable();
        if (accounts.isEmpty() || book == null) {
            return Map.of();
        }
        return channel == Channel.MAIL ? book.byMail(accounts) : book.bySms(accounts);
    }

    private Outcome attempt(OutgoingMessage message, @Nullable Recipient to) {
        if (to == null) {
            return new Outcome.Never("no-address");
        }
        try {
            return switch (message.channel()) {
                case MAIL ->
                        mails.send(
                                message.id(),
                                to,
                                composer.mail(message.template(), to.language(), message.facts()));
                case SMS ->
                        shortMessages.send(
                                message.id(),
                                to,
                                composer.sms(message.template(), to.language(), message.facts()));
            };
        } catch (RuntimeException e) {
            LOG.warn("message {} of {} cannot be put into words", message.id(), message.template());
            return new Outcome.Never(e.getClass().getSimpleName());
        }
    }

    private void finish(OutgoingMessage message, Outcome outcome) {
        var at = clock.instant();
        transaction.executeWithoutResult(
                status -> {
                    switch (outcome) {
                        case Outcome.Sent() -> store.finish(message, Delivery.State.SENT, null, at);
                        case Outcome.Bounced(var why) ->
                                store.finish(message, Delivery.State.BOUNCED, why, at);
                        case Outcome.Never(var why) ->
                                store.finish(message, Delivery.State.FAILED, why, at);
                        case Outcome.NotNow(var why) -> postpone(message, why, at);
                    }
                });
    }

    private void postpone(OutgoingMessage message, String why, Instant at) {
        var wait = Retries.after(message.attempt());
        if (wait.isPresent()) {
            store.again(message, why, at.plus(wait.get()));
        } else {
            store.finish(message, Delivery.State.FAILED, why, at);
        }
    }
}
