package keiyaku.certificate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import keiyaku.certificate.authority.Answer;
import keiyaku.run.DueWork;
import keiyaku.shared.AccountId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes each certificate one step on: claimed in one transaction (a lease, so that what a killed
 * process had in hand falls due again), asked for outside of any, written in another. An answer
 * about a row that has changed meanwhile is dropped.
 */
@Component
class CertificateWork implements DueWork {

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final int AT_ONCE = 8;

    private final CertificateStore store;
    private final Authorities authorities;
    private final Keys keys;
    private final CertificateMail mail;
    private final TransactionOperations transaction;

    CertificateWork(
            CertificateStore store,
            Authorities authorities,
            Keys keys,
            CertificateMail mail,
            TransactionOperations transaction) {
        this.store = store;
        this.authorities = authorities;
        this.keys = keys;
        this.mail = mail;
        this.transaction = transaction;
    }

    private record Asked(Row row, Answer answer) {}

    @Override
    public String name() {
        return "certificates";
    }

    @Override
    public int chunkSize() {
        return AT_ONCE;
    }

    @Override
    public Optional<Instant> nextDue() {
        return authorities.isThere() ? store.due().next() : Optional.empty();
    }

    @Override
    public List<Subject> due(Instant now, int limit) {
        return authorities.isThere() ? store.due().due(now, limit) : List.of();
    }

    @Override
    public int perform(List<Subject> chunk, Instant now) {
        var claimed = transaction.execute(status -> store.claim(chunk, now, now.plus(LEASE)));
        if (claimed == null || claimed.isEmpty()) {
            return 0;
        }
        var asked = ask(claimed, now);
        transaction.executeWithoutResult(status -> asked.forEach(one -> write(one, now)));
        return asked.size();
    }

    @Override
    public void park(Subject subject, String reason) {
        store.setAside(new AccountId(subject.account()), subject.id());
    }

    @Override
    public void unpark(Subject subject) {
        store.takeUp(new AccountId(subject.account()), subject.id());
    }

    private List<Asked> ask(List<Row> rows, Instant now) {
        var running = new ArrayList<Future<Asked>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            rows.forEach(row -> running.add(threads.submit(() -> asked(row, now))));
        }
        return running.stream().map(CertificateWork::result).toList();
    }

    private Asked asked(Row row, Instant now) {
        var authority = authorities.authority();
        var order = row.orderUrl();
        var answer =
                switch (row.step()) {
                    case ORDERED, ISSUED -> authority.order(authorities.wish(row, now));
                    case CHECKING -> authority.look(String.valueOf(order), row.way() == Way.DNS);
                    case ISSUING ->
                            authority.make(
                                    String.valueOf(order),
                                    keys.open(String.valueOf(row.key()), row.id().toString()));
                    case NAMELESS, WAITING, FAILED, ENDED ->
                            throw new IllegalStateException("nothing is due of " + row.step());
                };
        return new Asked(row, answer);
    }

    private static Asked result(Future<Asked> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void write(Asked asked, Instant now) {
        var row = asked.row();
        switch (asked.answer()) {
            // The key is kept before anything is made with it, so that a kill loses none.
            case Answer.Ready(var order) ->
                    store.update(row, row.issuing(order, keys.make(row.id().toString()), now));
            case Answer.Made made -> made(row, made, now);
            default -> {
                var next = Progress.after(row, asked.answer(), now);
                if (store.update(row, next.row()) && next.mail() != null) {
                    mail.tell(next.row(), next.mail());
                }
            }
        }
    }

    private void made(Row row, Answer.Made made, Instant now) {
        var certificate = made.certificate();
        var notAfter = certificate.getNotAfter().toInstant();
        var after = row.issued(notAfter, Following.renewal(notAfter, row.paidUntil()));
        if (!store.update(row, after)) {
            return;
        }
        store.insert(
                after,
                new Issued(
                        after.issues(),
                        String.valueOf(row.name()),
                        certificate.getSubjectX500Principal().getName(),
                        certificate.getIssuerX500Principal().getName(),
                        serial(certificate.getSerialNumber().toByteArray()),
                        certificate.getNotBefore().toInstant(),
                        notAfter,
                        made.chain(),
                        now),
                String.valueOf(row.key()));
        mail.tell(after, row.notAfter() == null ? "certificate-issued" : "certificate-renewed");
    }

    /** As browsers show it: 4A:0F:… */
    private static String serial(byte[] bytes) {
        return HexFormat.ofDelimiter(":").formatHex(bytes).toUpperCase(Locale.ROOT);
    }
}
