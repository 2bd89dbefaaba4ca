package keiyaku.certificate;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a certificate follows what its contract says: named, renamed, paid further, ended. */
final class Following {

    /** So long before it runs out a certificate is renewed, if it is paid for beyond that. */
    static final Duration AHEAD = Duration.ofDays(30);

    private Following() {}

    /** The row as it is to be now; the same when nothing changes. */
    static Row follow(Row row, Wanted wanted, Instant now) {
        if (!wanted.live()) {
            return row.step() == Step.ENDED ? row : row.to(Step.ENDED, null, null);
        }
        var name = wanted.name();
        if (name != null && !name.equals(row.name())) {
            var named = row.named(name, now);
            return named.paid(wanted.paidUntil(), named.dueAt());
        }
        if (row.paidUntil().equals(wanted.paidUntil())) {
            return row;
        }
        var due =
                row.step() == Step.ISSUED
                        ? renewal(row.notAfter(), wanted.paidUntil())
                        : row.dueAt();
        return row.paid(wanted.paidUntil(), due);
    }

    /** When a certificate is renewed at the authority; null when it lasts for all that is paid. */
    static @Nullable Instant renewal(@Nullable Instant notAfter, Instant paidUntil) {
        return notAfter == null || !paidUntil.isAfter(notAfter) ? null : notAfter.minus(AHEAD);
    }
}
