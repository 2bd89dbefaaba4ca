package keiyaku.shared;

import java.util.UUID;

/** What is billed and what owns contracts; the unit by which data is partitioned (B-42). */
public record AccountId(UUID value) {
    @Override
    public String toString() {
        return "acc_" + value.toString().replace("-", "");
    }
}
