package keiyaku.web.contract;

/**
 * A product in the console's list.
 *
 * @param elsewhere where it is offered, when that is not the chosen place; else empty
 * @param open whether it is applied for in the wizard; else as a server contract
 * @param mine how many running contracts the account has on it
 */
public record ProductCard(
        String code,
        String name,
        String price,
        int trialDays,
        String elsewhere,
        boolean open,
        long mine) {}
