package keiyaku.catalog;

import java.util.List;

/** When and how server contracts go on (H-7 to H-11). */
public record HostingRenewal(Card card, Wallet wallet, ByHand byHand) {

    /** Collected on this day of the month in which the contract ends. */
    public record Card(int day) {}

    /** The days to choose from; changes are possible through so many days before. */
    public record Wallet(List<Integer> days, int changeUntilDaysBefore) {
        public Wallet {
            days = List.copyOf(days);
        }
    }

    /** From how many days before the end, and for how many days after it. */
    public record ByHand(int openDaysBefore, int graceDays) {}
}
