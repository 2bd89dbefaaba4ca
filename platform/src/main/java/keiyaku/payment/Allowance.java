package keiyaku.payment;

import org.jspecify.annotations.Nullable;

/**
 * Whether a member may register a kind of method.
 *
 * @param reason why not: a code whose text is under {@code payment.not-allowed.CODE}; null when
 *     allowed
 */
public record Allowance(MethodKind kind, @Nullable String reason) {

    public boolean allowed() {
        return reason == null;
    }
}
