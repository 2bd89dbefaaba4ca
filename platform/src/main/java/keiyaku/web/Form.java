package keiyaku.web;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import keiyaku.shared.BadInputException;
import keiyaku.shared.BadInputException.FieldError;
import keiyaku.shared.Refusal;
import keiyaku.shared.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * A form between the visitor and a door: it keeps what was entered, reads it, and holds what is
 * wrong with it by field.
 *
 * <p>A field's label stands under {@code <prefix>.<field>}, its hint, where it has one, under
 * {@code <prefix>.<field>.hint}; an error's text under {@code <prefix>.<field>.<code>} or else
 * under {@code field.<code>}.
 */
public final class Form {

    private final String prefix;
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Map<String, String> errors = new LinkedHashMap<>();
    private final boolean answered;
    private @Nullable Refusal refusal;

    private Form(String prefix, boolean answered) {
        this.prefix = prefix;
        this.answered = answered;
    }

    public static Form of(String prefix) {
        return new Form(prefix, false);
    }

    static Form of(String prefix, Map<String, String[]> entered, boolean answered) {
        var form = new Form(prefix, answered);
        entered.forEach((name, values) -> form.values.put(name, List.of(values)));
        return form;
    }

    /** The value to begin with; what was entered goes before it. */
    public Form fill(String field, @Nullable Object value) {
        if (value != null) {
            values.putIfAbsent(field, List.of(value.toString()));
        }
        return this;
    }

    public String prefix() {
        return prefix;
    }

    /** Whether it shows what was sent, which is newer than a draft kept in the browser. */
    public boolean answered() {
        return answered;
    }

    public String label(String field) {
        return prefix + "." + field;
    }

    /** What stands in the field; empty when nothing does. */
    public String value(String field) {
        var all = values(field);
        return all.isEmpty() ? "" : all.getFirst();
    }

    public List<String> values(String field) {
        return values.getOrDefault(field, List.of());
    }

    public boolean holds(String field, String value) {
        return values(field).contains(value);
    }

    /** A check box: whether it is ticked. */
    public boolean checked(String field) {
        return !value(field).isEmpty();
    }

    /** The text without blanks around it and in composed form; may be empty. */
    public String text(String field) {
        return Normalizer.normalize(value(field), Normalizer.Form.NFC).strip();
    }

    /** The text; an empty one is an error. */
    public String required(String field) {
        var text = text(field);
        if (text.isEmpty()) {
            reject(field, "required");
        }
        return text;
    }

    /** A secret exactly as it was typed; an empty one is an error. */
    public String secret(String field) {
        var typed = value(field);
        if (typed.isEmpty()) {
            reject(field, "required");
        }
        return typed;
    }

    /** A box that has to be ticked. */
    public void requireChecked(String field) {
        if (!checked(field)) {
            reject(field, "must-agree");
        }
    }

    /** The day, when one stands there; something else is an error. */
    public Optional<LocalDate> optionalDate(String field) {
        var text = text(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            reject(field, "date");
            return Optional.empty();
        }
    }

    /** The day. Without one there is an error, and {@link #attempt} will not use what is given. */
    public LocalDate date(String field) {
        required(field);
        return optionalDate(field).orElse(LocalDate.EPOCH);
    }

    /** The whole number. Without one there is an error, and {@link #attempt} does not use it. */
    public long number(String field) {
        var text = Normalizer.normalize(required(field), Normalizer.Form.NFKC).replace(",", "");
        if (!text.matches("-?\\d{1,18}")) {
            reject(field, "number");
            return 0;
        }
        return Long.parseLong(text);
    }

    /** Notes what is wrong with a field; the first thing noted stays. */
    public Form reject(String field, String code) {
        errors.putIfAbsent(field, code);
        return this;
    }

    public boolean ok() {
        return errors.isEmpty() && refusal == null;
    }

    public boolean wrong(String field) {
        return errors.containsKey(field);
    }

    /** Fields with the codes of what is wrong with them, in the order in which they were sent. */
    public Map<String, String> errors() {
        var inOrder = new LinkedHashMap<String, String>();
        for (var field : fieldsInOrder()) {
            inOrder.put(field, Objects.requireNonNull(errors.get(field)));
        }
        return inOrder;
    }

    /**
     * A browser sends fields as they stand on the page, and a summary of errors is read beside it.
     * What it does not send, a choice that was not made, stays behind what was found before.
     */
    private List<String> fieldsInOrder() {
        var sent = List.copyOf(values.keySet());
        var places = new HashMap<String, Integer>();
        int before = -1;
        for (var field : errors.keySet()) {
            before = sent.contains(field) ? sent.indexOf(field) : before;
            places.put(field, before);
        }
        return errors.keySet().stream().sorted(Comparator.comparing(places::get)).toList();
    }

    public @Nullable Refusal refusal() {
        return refusal;
    }

    /**
     * Does the deed unless something is wrong already. Bad input and a refusal become part of the
     * form.
     *
     * @return whether it was done
     */
    public boolean attempt(Runnable deed) {
        if (!ok()) {
            return false;
        }
        try {
            deed.run();
            return true;
        } catch (BadInputException e) {
            for (FieldError error : e.errors()) {
                reject(error.field(), error.code());
            }
            return false;
        } catch (RefusedException e) {
            refusal = e.refusal();
            return false;
        }
    }

    /** The ids of what explains a field, for screen readers; null when nothing does. */
    public @Nullable String describedBy(Page page, String field) {
        var hint = page.has(label(field) + ".hint") ? field + "-hint" : "";
        var error = wrong(field) ? field + "-error" : "";
        var ids = (hint + " " + error).strip();
        return ids.isEmpty() ? null : ids;
    }

    /** The sentence beside a field; empty when nothing is wrong. */
    public String error(Page page, String field) {
        var code = errors.get(field);
        if (code == null) {
            return "";
        }
        var own = label(field) + "." + code;
        return page.t(page.has(own) ? own : "field." + code);
    }
}
