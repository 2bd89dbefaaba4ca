package keiyaku.web.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import keiyaku.shared.BadInputException;
import keiyaku.shared.BadInputException.FieldError;
import keiyaku.shared.Term;
import keiyaku.web.PrefixedIds;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request's JSON object, read field by field; everything that is wrong is told at once, by the
 * field's path.
 */
final class Body {

    private static final int LONGEST = 200;

    /** Numbers keep the decimals that were sent. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private final JsonNode node;
    private final String path;
    private final List<FieldError> errors;
    private final Set<String> known = new LinkedHashSet<>();

    private Body(JsonNode node, String path, List<FieldError> errors) {
        this.node = node;
        this.path = path;
        this.errors = errors;
    }

    /** Reads the text and gives what the reader makes of it, unless something is wrong. */
    static <T> T read(String json, Function<Body, T> reader) {
        var errors = new ArrayList<FieldError>();
        var body = new Body(object(json), "", errors);
        var made = reader.apply(body);
        body.refuseUnknown();
        if (!errors.isEmpty()) {
            throw new BadInputException(errors);
        }
        return made;
    }

    private static JsonNode object(String json) {
        try {
            var node = JSON.readTree(json.isBlank() ? "{}" : json);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            throw new BadInputException("body", "json");
        }
        throw new BadInputException("body", "json");
    }

    /** Whether the field is there at all. */
    boolean has(String field) {
        return value(field).isPresent();
    }

    String text(String field) {
        return optionalText(field).orElseGet(() -> missing(field, ""));
    }

    Optional<String> optionalText(String field) {
        return value(field).flatMap(value -> plain(field, value));
    }

    /** How long a list is; of anything else 0. */
    int length(String field) {
        return value(field).filter(JsonNode::isArray).map(JsonNode::size).orElse(0);
    }

    /** A number with its decimals as they were sent, as a number or as a text. */
    Optional<BigDecimal> decimal(String field) {
        return value(field)
                .filter(v -> v.isNumber() || v.isString() || refuse(field, "usage-quantity"))
                .filter(v -> v.asString().length() <= LONGEST || refuse(field, "usage-quantity"))
                .flatMap(
                        v -> {
                            try {
                                return Optional.of(
                                        v.isNumber()
                                                ? v.decimalValue()
                                                : new BigDecimal(v.asString()));
                            } catch (NumberFormatException e) {
                                refuse(field, "usage-quantity");
                                return Optional.empty();
                            }
                        });
    }

    Optional<Instant> optionalInstant(String field) {
        return optionalText(field)
                .flatMap(
                        text -> {
                            try {
                                return Optional.of(OffsetDateTime.parse(text).toInstant());
                            } catch (DateTimeParseException e) {
                                refuse(field, "instant");
                                return Optional.empty();
                            }
                        });
    }

    /** An id with its prefix. */
    Optional<UUID> optionalId(String field, String prefix) {
        return optionalText(field)
                .flatMap(
                        text -> {
                            try {
                                return Optional.of(PrefixedIds.parse(prefix, text));
                            } catch (ResponseStatusException e) {
                                refuse(field, "cursor");
                                return Optional.empty();
                            }
                        });
    }

    /** A secret exactly as it was sent. */
    @Nullable String secret(String field) {
        return value(field)
                .filter(v -> v.isString() || refuse(field, "text-wrong"))
                .map(JsonNode::asString)
                .filter(v -> v.length() <= LONGEST || refuse(field, "text-too-long"))
                .orElse(null);
    }

    private Optional<String> plain(String field, JsonNode value) {
        if (!value.isString() || hasControl(value.asString())) {
            refuse(field, "text-wrong");
            return Optional.empty();
        }
        var text = value.asString().strip();
        if (text.length() > LONGEST) {
            refuse(field, "text-too-long");
            return Optional.empty();
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static boolean hasControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    long number(String field, long least, long most) {
        return optionalNumber(field, least, most).orElseGet(() -> missing(field, least));
    }

    Optional<Long> optionalNumber(String field, long least, long most) {
        return value(field)
                .filter(
                        v ->
                                (v.isIntegralNumber() && v.canConvertToLong())
                                        || refuse(field, "number"))
                .map(JsonNode::asLong)
                .filter(n -> (n >= least && n <= most) || refuse(field, "number-range"));
    }

    LocalDate day(String field) {
        return optionalText(field)
                .or(() -> Optional.of(missing(field, "")))
                .map(text -> day(field, text))
                .orElse(LocalDate.EPOCH);
    }

    private LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            refuse(field, "date");
            return LocalDate.EPOCH;
        }
    }

    Term term(String field) {
        return optionalTerm(field).orElseGet(() -> missing(field, Term.MONTH));
    }

    Optional<Term> optionalTerm(String field) {
        return optionalText(field)
                .flatMap(
                        text -> {
                            try {
                                return Optional.of(Term.parse(text));
                            } catch (IllegalArgumentException e) {
                                refuse(field, "term");
                                return Optional.empty();
                            }
                        });
    }

    boolean flag(String field) {
        return value(field)
                .filter(v -> v.isBoolean() || refuse(field, "true-or-false"))
                .map(JsonNode::asBoolean)
                .orElse(false);
    }

    /** One of the named choices. */
    <T> Optional<T> choice(String field, Function<String, Optional<T>> byCode) {
        var text = optionalText(field);
        var found = text.flatMap(byCode);
        if (text.isPresent() && found.isEmpty()) {
            refuse(field, "choice");
        }
        return found;
    }

    /** What an object below says; null when it is not there. */
    <T> @Nullable T object(String field, Function<Body, T> reader) {
        return value(field)
                .filter(v -> v.isObject() || refuse(field, "json-object"))
                .map(v -> below(v, name(field), reader))
                .orElse(null);
    }

    /** What each object of a list says. */
    <T> List<T> list(String field, int most, Function<Body, T> reader) {
        var value = value(field).filter(v -> v.isArray() || refuse(field, "json-list"));
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.get().size() > most) {
            refuse(field, "json-list");
            return List.of();
        }
        var made = new ArrayList<T>();
        for (int i = 0; i < value.get().size(); i++) {
            var item = value.get().get(i);
            var at = name(field) + "[" + i + "]";
            if (item.isObject()) {
                made.add(below(item, at, reader));
            } else {
                errors.add(new FieldError(at, "json-object"));
            }
        }
        return made;
    }

    private <T> T below(JsonNode value, String at, Function<Body, T> reader) {
        var body = new Body(value, at + ".", errors);
        var made = reader.apply(body);
        body.refuseUnknown();
        return made;
    }

    <T> T missing(String field, T instead) {
        var name = name(field);
        if (errors.stream().noneMatch(e -> e.field().equals(name))) {
            refuse(field, "required");
        }
        return instead;
    }

    private Optional<JsonNode> value(String field) {
        known.add(field);
        return Optional.ofNullable(node.get(field)).filter(value -> !value.isNull());
    }

    boolean refuse(String field, String code) {
        errors.add(new FieldError(name(field), code));
        return false;
    }

    private void refuseUnknown() {
        for (var name : node.propertyNames()) {
            if (!known.contains(name)) {
                refuse(name.length() > 40 ? name.substring(0, 40) : name, "field-unknown");
            }
        }
    }

    private String name(String field) {
        return path + field;
    }
}
