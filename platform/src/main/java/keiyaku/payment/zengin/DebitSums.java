package keiyaku.payment.zengin;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a trailer of debits has to say. */
record DebitSums(
        long count,
        long amount,
        long collectedCount,
        long collectedAmount,
        long uncollectedCount,
        long uncollectedAmount) {

    static DebitSums of(DebitFile.Batch batch, boolean answered) {
        long amount = 0;
        long taken = 0;
        long takenCount = 0;
        for (var debit : batch.debits()) {
            amount += debit.amount();
            if (debit.result() == DebitResult.COLLECTED) {
                taken += debit.amount();
                takenCount++;
            }
        }
        long count = batch.debits().size();
        return answered
                ? new DebitSums(
                        count, amount, takenCount, taken, count - takenCount, amount - taken)
                : new DebitSums(count, amount, 0, 0, 0, 0);
    }

    Map<String, Long> byField() {
        var fields = new LinkedHashMap<String, Long>();
        fields.put("recordCount", count);
        fields.put("totalAmount", amount);
        fields.put("collectedCount", collectedCount);
        fields.put("collectedAmount", collectedAmount);
        fields.put("uncollectedCount", uncollectedCount);
        fields.put("uncollectedAmount", uncollectedAmount);
        return fields;
    }
}
