package keiyaku.web.member;

import java.util.Optional;
import keiyaku.notification.Delivery;

/** What a page says of the mail with a code. */
public enum MailState {
    NONE,
    ON_ITS_WAY,
    SENT,
    /** Taken by nobody: the address is probably wrong (M-9). */
    BOUNCED;

    static MailState of(Optional<Delivery> delivery) {
        return delivery.map(
                        d ->
                                switch (d.state()) {
                                    case WAITING, PARKED -> ON_ITS_WAY;
                                    case SENT -> SENT;
                                    case BOUNCED, FAILED -> BOUNCED;
                                })
                .orElse(NONE);
    }

    public boolean isBounced() {
        return this == BOUNCED;
    }
}
