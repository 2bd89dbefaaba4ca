package keiyaku.shared;

import java.util.Map;

/**
 * Why a rule says no: a stable code (the list in the scenario format, kebab-case) and the facts
 * that a message is filled with. The text in four languages stands under {@code refusal.CODE}.
 */
public interface Refusal {

    String code();

    /** Facts by name, for the message and the API's problem; no personal data. */
    default Map<String, Object> facts() {
        return Map.of();
    }

    /** A refusal that needs no type of its own. */
    static Refusal of(String code, Map<String, Object> facts) {
        return new Plain(code, Map.copyOf(facts));
    }

    static Refusal of(String code) {
        return new Plain(code, Map.of());
    }

    /** Code and facts as given. */
    record Plain(String code, Map<String, Object> facts) implements Refusal {}
}
