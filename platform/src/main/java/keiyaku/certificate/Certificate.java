package keiyaku.certificate;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import keiyaku.shared.AccountId;
import keiyaku.shared.ContractId;
import org.jspecify.annotations.Nullable;

/**
 * A bought certificate: which option of which contract it is, and how far it is.
 *
 * @param name the common name; null until it is set
 * @param paidUntil the instant until which it is paid for, and so renewed
 * @param proof what to put where; null while nothing has to be proven
 * @param way how it is proven, once the holder said that it is
 * @param reason why it failed or what was wrong with the proof, as a code; null when nothing is
 * @param dueAt when the next thing happens by itself
 * @param issued all that was issued for it, the newest first
 */
public record Certificate(
        AccountId account,
        ContractId contract,
        int number,
        UUID id,
        String option,
        @Nullable String name,
        Instant paidUntil,
        Step step,
        @Nullable Proof proof,
        @Nullable Way way,
        @Nullable String reason,
        @Nullable Instant dueAt,
        List<Issued> issued) {

    /** The one in use: the newest for the name that is set; null when there is none. */
    public @Nullable Issued current() {
        return issued.stream().filter(one -> one.name().equals(name)).findFirst().orElse(null);
    }

    /** Whether the one in use took the place of another for the same name. */
    public boolean isRenewed() {
        return issued.stream().filter(one -> one.name().equals(name)).count() > 1;
    }

    /** What is shown: the step, and {@code renewed} for one that was issued again. */
    public String state() {
        return step == Step.ISSUED && isRenewed() ? "renewed" : step.code();
    }
}
