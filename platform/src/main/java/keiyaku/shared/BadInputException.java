package keiyaku.shared;

import java.util.List;

/** Input that cannot be read as what it should be; names each field. Nothing has been changed. */
public final class BadInputException extends RuntimeException {

    private final transient List<FieldError> errors;

    public BadInputException(List<FieldError> errors) {
        super(errors.toString());
        this.errors = List.copyOf(errors);
    }

    public BadInputException(String field, String code) {
        this(List.of(new FieldError(field, code)));
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** A field's name as in the form or the API, and a code whose text is {@code field.CODE}. */
    public record FieldError(String field, String code) {}
}
