package keiyaku.scenario;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import keiyaku.catalog.CatalogFile;
import keiyaku.member.MemberType;
import keiyaku.shared.YamlDocument;
import keiyaku.shared.YamlNode;

/**
 * A scenario as it is written: who there is, what happens in order of time, until when the
 * clock goes on. What is wrong is refused with file, line and reason before anything runs.
 */
public record ScenarioFile(
        String name,
        Instant start,
        ZoneId zone,
        CatalogFile catalog,
        List<Person> members,
        List<Step> steps,
        LocalDate until) {

    private static final Set<String> KEYS =
            Set.of("start", "zone", "catalog", "members", "steps", "until");
    private static final LocalTime NOON = LocalTime.of(12, 0);

    /** A member by the name under which the steps speak of it. */
    public record Person(String id, MemberType type, String country) {}

    /** Only its start, which the clock must know before anything else begins. */
    public static Instant start(Path file) {
        var root = YamlDocument.read(file);
        var zone = root.child("zone").as(ScenarioFile::zone);
        return root.child("start").as(text -> instant(text, zone, LocalTime.MIDNIGHT));
    }

    public static ScenarioFile read(Path file, Verbs verbs) {
        var root = YamlDocument.read(file);
        root.refuseUnknown(KEYS);
        var zone = root.child("zone").as(ScenarioFile::zone);
        var start = root.child("start").as(text -> instant(text, zone, LocalTime.MIDNIGHT));
        var steps = steps(root, zone, start, verbs);
        var last = steps.isEmpty() ? start : steps.getLast().at();
        var until = root.has("until") ? root.date("until") : last.atZone(zone).toLocalDate();
        if (until.isBefore(last.atZone(zone).toLocalDate())) {
            throw root.child("until").error("until lies before the last step, on " + last);
        }
        return new ScenarioFile(
                file.getFileName().toString(),
                start,
                zone,
                catalog(root, file),
                members(root),
                steps,
                until);
    }

    private static CatalogFile catalog(YamlNode root, Path file) {
        var named = root.optionalText("catalog").orElse("demo");
        return named.equals("demo")
                ? CatalogFile.demo()
                : CatalogFile.read(file.toAbsolutePath().resolveSibling(named));
    }

    private static List<Person> members(YamlNode root) {
        var members = new ArrayList<Person>();
        var ids = new HashSet<String>();
        for (var node : root.list("members")) {
            node.refuseUnknown(Set.of("id", "type", "country"));
            var id = node.text("id");
            if (!ids.add(id)) {
                throw node.child("id").error("there are two members '" + id + "'");
            }
            var type =
                    node.optional("type")
                            .map(
                                    t ->
                                            t.oneOf(
                                                    Map.of(
                                                            "individual", MemberType.INDIVIDUAL,
                                                            "business", MemberType.BUSINESS)))
                            .orElse(MemberType.INDIVIDUAL);
            members.add(new Person(id, type, country(node)));
        }
        return members;
    }

    private static String country(YamlNode member) {
        return member.optional("country")
                .map(
                        node ->
                                node.as(
                                        text -> {
                                            if (!Set.of(java.util.Locale.getISOCountries())
                                                    .contains(text)) {
                                                throw new IllegalArgumentException(
                                                        "'"
                                                                + text
                                                                + "' is no country; write JP, KR");
                                            }
                                            return text;
                                        }))
                .orElse("JP");
    }

    private static List<Step> steps(YamlNode root, ZoneId zone, Instant start, Verbs verbs) {
        var steps = new ArrayList<Step>();
        var before = start;
        for (var node : root.list("steps")) {
            var step = step(node, zone, verbs);
            if (step.at().isBefore(before)) {
                throw node.child("at")
                        .error("a step at " + node.text("at") + " after one at " + before);
            }
            before = step.at();
            steps.add(step);
        }
        return steps;
    }

    private static Step step(YamlNode node, ZoneId zone, Verbs verbs) {
        var verb = verbs.named(node.child("do"));
        var allowed = new HashSet<>(verb.fields());
        allowed.addAll(Set.of("at", "do", "expect"));
        node.refuseUnknown(allowed);
        return new Step(
                node,
                node.child("at").as(text -> instant(text, zone, NOON)),
                zone,
                verb,
                Optional.ofNullable(node.optionalText("expect").orElse(null)));
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no time zone; write Asia/Tokyo", e);
        }
    }

    /** An instant with its offset, or a day at a time in the zone. */
    private static Instant instant(String text, ZoneId zone, LocalTime timeOfDay) {
        try {
            return text.length() == "2026-01-31".length()
                    ? LocalDate.parse(text).atTime(timeOfDay).atZone(zone).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no time; write 2026-01-31 or 2026-01-31T09:00:00+09:00", e);
        }
    }
}
