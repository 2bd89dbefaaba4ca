package sandbox.inbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import sandbox.shared.Journal;
import sandbox.shared.Json;
import tools.jackson.databind.JsonNode;

/** What has come in, the newest ten thousand of each kind, and which addresses refuse mail. */
final class Messages {
    static final int KEPT = 10_000;
    private static final String BOUNCING_DOMAIN = "@bounce.example";

    record Bounce(@Nullable String address, @Nullable String reason) {}

    private record Entry(
            String type, @Nullable Mail mail, @Nullable Sms sms, @Nullable Bounce bounce) {}

    private final Deque<Mail> mails = new ArrayDeque<>();
    private final Deque<Sms> texts = new ArrayDeque<>();
    private final Map<String, String> bounces = new ConcurrentHashMap<>();
    private final Journal journal;
    private int lines;

    Messages(Journal journal) {
        this.journal = journal;
        journal.replay(this::replay);
    }

    private void replay(JsonNode line) {
        keep(Json.from(line, Entry.class));
        lines++;
    }

    synchronized void add(Mail mail) {
        write(new Entry("mail", mail, null, null));
    }

    synchronized void add(Sms sms) {
        write(new Entry("sms", null, sms, null));
    }

    synchronized void add(Bounce bounce) {
        write(new Entry("bounce", null, null, bounce));
    }

    private void write(Entry entry) {
        keep(entry);
        journal.append(entry);
        lines++;
        if (lines > 4 * KEPT) {
            rewrite();
        }
    }

    private void keep(Entry entry) {
        if (entry.mail() != null) {
            mails.addFirst(entry.mail());
            if (mails.size() > KEPT) {
                mails.removeLast();
            }
        }
        if (entry.sms() != null) {
            texts.addFirst(entry.sms());
            if (texts.size() > KEPT) {
                texts.removeLast();
            }
        }
        Bounce bounce = entry.bounce();
        if (bounce != null && bounce.address() != null) {
            String reason = bounce.reason();
            bounces.put(lower(bounce.address()), reason == null ? "mailbox unavailable" : reason);
        }
    }

    private void rewrite() {
        var kept = new ArrayList<Entry>();
        bounces.forEach(
                (address, reason) ->
                        kept.add(new Entry("bounce", null, null, new Bounce(address, reason))));
        mails.reversed().forEach(mail -> kept.add(new Entry("mail", mail, null, null)));
        texts.reversed().forEach(sms -> kept.add(new Entry("sms", null, sms, null)));
        journal.rewrite(kept);
        lines = kept.size();
    }

    synchronized void clearMail() {
        mails.clear();
        rewrite();
    }

    synchronized void clearSms() {
        texts.clear();
        rewrite();
    }

    synchronized void clearBounces() {
        bounces.clear();
        rewrite();
    }

    /** Newest first; all recipients when none is named. */
    synchronized List<Mail> mails(@Nullable String to, int limit) {
        return mails.stream()
                .filter(mail -> to == null || lower(mail.to()).equals(lower(to)))
                .limit(limit)
                .toList();
    }

    /** Newest first; all numbers when none is named. */
    synchronized List<Sms> texts(@Nullable String to, int limit) {
        return texts.stream()
                .filter(sms -> to == null || sms.to().equals(to))
                .limit(limit)
                .toList();
    }

    synchronized Optional<Mail> mail(String id) {
        return mails.stream().filter(mail -> mail.id().equals(id)).findFirst();
    }

    synchronized Map<String, Object> counts() {
        return Map.of("mails", mails.size(), "sms", texts.size(), "bounces", bounces);
    }

    /** Why mail to this address is refused; null when it is taken. */
    @Nullable String refusal(String address) {
        String lower = lower(address);
        return lower.endsWith(BOUNCING_DOMAIN) ? "no such mailbox" : bounces.get(lower);
    }

    private static String lower(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }
}
