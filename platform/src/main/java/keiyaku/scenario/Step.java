package keiyaku.scenario;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import keiyaku.shared.Term;
import keiyaku.shared.YamlNode;

/** One step of a scenario: what is done when, and the refusal that is expected, if any. */
public record Step(YamlNode node, Instant at, ZoneId zone, Verb verb, Optional<String> expected) {

    LocalDate day() {
        return at.atZone(zone).toLocalDate();
    }

    String text(String field) {
        return node.text(field);
    }

    Optional<String> optionalText(String field) {
        return node.optionalText(field);
    }

    Optional<Long> number(String field) {
        return node.optional(field).map(n -> (long) n.integer(1, 1_000_000));
    }

    Optional<Term> term(String field) {
        return node.optional(field).map(n -> n.as(Term::parse));
    }

    /** A day; where none is named, the step's own. */
    LocalDate dayOr(String field, LocalDate otherwise) {
        return node.optional(field).map(YamlNode::date).orElse(otherwise);
    }
}
