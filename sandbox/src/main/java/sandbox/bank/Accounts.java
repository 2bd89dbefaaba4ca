package sandbox.bank;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sandbox.shared.Ids;
import sandbox.shared.Problem;

/** Virtual accounts and mandates, and how accounts answer to debits. Guarded by the bank. */
final class Accounts {
    /** By the last digit but one of 99: what a debit of the account always comes to. */
    private static final Map<String, Character> ALWAYS =
            Map.of("991", '1', "992", '2', "993", '3', "994", '4', "998", '8', "999", '9');

    private static final int BRANCH = 901;

    private final Map<String, String> virtual = new LinkedHashMap<>();
    private final Map<String, Mandate> mandates = new LinkedHashMap<>();
    private final Map<String, Deque<Character>> wills = new HashMap<>();

    /** The virtual account under a customer's reference; made at the first asking. */
    String virtual(String reference) {
        return virtual.computeIfAbsent(
                reference, r -> "%03d%07d".formatted(BRANCH, virtual.size() + 1_000_001));
    }

    void restore(String reference, String number) {
        virtual.put(reference, number);
    }

    Map<String, String> virtual() {
        return virtual;
    }

    /** Numbers that end with 7 were asked for on paper, those with 6 do not exist. */
    Mandate request(String account, String holder, LocalDate today) {
        var confirmOn =
                account.endsWith("7") ? BankDays.openAfter(BankDays.openAfter(today)) : today;
        var mandate =
                new Mandate(
                        Ids.next("man"), account, holder, Mandate.State.REQUESTED, confirmOn, null);
        return account.endsWith("6")
                ? mandate.with(Mandate.State.REFUSED, "no-such-account")
                : mandate.on(today);
    }

    void put(Mandate mandate) {
        mandates.put(mandate.id(), mandate);
    }

    Mandate mandate(String id, LocalDate today) {
        var mandate = mandates.get(id);
        if (mandate == null) {
            throw Problem.of(404, "unknown-mandate", "There is no such mandate.");
        }
        return mandate.on(today);
    }

    Map<String, Mandate> mandates() {
        return mandates;
    }

    void will(String account, char result, int times) {
        var line = wills.computeIfAbsent(account, a -> new ArrayDeque<>());
        for (int i = 0; i < times; i++) {
            line.add(result);
        }
    }

    /** What a debit comes to: what was lined up, what the number stands for, or the mandate. */
    char debit(String account, LocalDate on) {
        @Nullable Character fixed = fixed(account);
        if (fixed != null) {
            return fixed;
        }
        boolean permitted =
                mandates.values().stream()
                        .map(mandate -> mandate.on(on))
                        .anyMatch(
                                m ->
                                        m.account().equals(account)
                                                && m.state() == Mandate.State.ACTIVE);
        return permitted ? '0' : '4';
    }

    char debitWithoutMandate(String account) {
        return Objects.requireNonNullElse(fixed(account), '0');
    }

    private @Nullable Character fixed(String account) {
        var lined = Objects.requireNonNullElseGet(wills.get(account), ArrayDeque<Character>::new);
        @Nullable Character will = lined.poll();
        return will == null ? ALWAYS.get(account.substring(account.length() - 3)) : will;
    }
}
