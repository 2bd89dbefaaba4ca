package sandbox.acquirer;

import org.jspecify.annotations.Nullable;

/**
 * A token and what it stands for. {@code later} is the reason for which this test card's payments
 * are refused; {@code dsTransId} names the authentication under which it was registered.
 */
record StoredCard(String token, Card card, @Nullable String later, @Nullable String dsTransId) {}
