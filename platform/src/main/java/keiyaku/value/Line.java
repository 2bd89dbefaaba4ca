package keiyaku.value;

import java.time.LocalDate;
import java.util.List;
import keiyaku.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * One charge of a bill.
 *
 * @param number its place on the invoice, from 1
 * @param item the plan, the option or the meter
 * @param from its first day, by which a discount's months count
 * @param amount its price; below zero when it gives back
 * @param fee an early-termination fee, which nothing lowers (C-13)
 * @param share for which part of the period it is charged: an amount off is off a whole one
 * @param reversed what it gives back of; null for all others
 */
public record Line(
        int number,
        String product,
        String item,
        LocalDate from,
        Money amount,
        boolean fee,
        Share share,
        @Nullable Reversed reversed) {

    /** So many of so many days. */
    public record Share(long days, long ofDays) {
        public static final Share WHOLE = new Share(1, 1);
    }

    /** The charge that is given back of, and what had lowered it (B-6). */
    public record Reversed(Money charged, List<Reduction> reductions) {
        public Reversed {
            reductions = List.copyOf(reductions);
        }
    }

    boolean canBeLowered() {
        return !fee && amount.isPositive();
    }
}
