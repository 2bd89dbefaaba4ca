package keiyaku.member;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import keiyaku.shared.BadInputException;
import keiyaku.shared.BadInputException.FieldError;

/** Reads many fields and gathers all that is wrong, so that it is told at once. */
final class FormReading {

    private final Map<String, String> entered;
    private final List<FieldError> errors = new ArrayList<>();

    FormReading(Map<String, String> entered) {
        this.entered = entered;
    }

    String typed(String field) {
        return entered.getOrDefault(field, "");
    }

    /** The field as its kind reads it; empty when something is wrong with it. */
    <T> Optional<T> read(String field, BiFunction<String, String, T> kind) {
        try {
            return Optional.of(kind.apply(field, typed(field)));
        } catch (BadInputException e) {
            errors.addAll(e.errors());
            return Optional.empty();
        }
    }

    void check(Runnable check) {
        try {
            check.run();
        } catch (BadInputException e) {
            errors.addAll(e.errors());
        }
    }

    Optional<String> text(String field, int longest) {
        return read(field, (name, typed) -> Input.text(name, typed, longest));
    }

    Optional<String> required(String field, int longest) {
        return read(field, (name, typed) -> Input.required(name, typed, longest));
    }

    /** Throws everything that was found wrong. */
    void orThrow() {
        if (!errors.isEmpty()) {
            throw new BadInputException(errors);
        }
    }
}
