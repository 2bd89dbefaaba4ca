package keiyaku.notification;

import java.util.UUID;
import keiyaku.shared.AccountId;
import org.jspecify.annotations.Nullable;

/** A row that was claimed for one attempt. */
record OutgoingMessage(
        AccountId account,
        UUID id,
        Channel channel,
        String template,
        String facts,
        @Nullable Recipient to,
        int attempt) {}
