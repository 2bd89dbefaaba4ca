package keiyaku;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keiyaku.testing.Sources;
import keiyaku.testing.Sources.Parsed;
import keiyaku.testing.Sources.Source;
import org.junit.jupiter.api.Test;

/**
 * Keeps the tail of the code base as readable as its middle. Each violation says why and what to
 * do; a rule that stands in the way of better code is changed here, in the open.
 */
class TidyTest {

    private static final int LONGEST_FILE = 400;
    private static final int LONGEST_TEST_FILE = 600;
    private static final int LONGEST_METHOD = 60;
    private static final int LONGEST_CONSTRAINT = 50;

    private static final List<Source> ALL = Sources.all();
    private static final List<Source> JAVA = ALL.stream().filter(Source::isJava).toList();
    private static final List<Source> PLATFORM =
            JAVA.stream().filter(source -> source.isMainOf("platform")).toList();
    private static final Parsed PARSED = Sources.parse(JAVA);

    /** A store in all but its name. */
    private static final Set<String> OTHER_STORES = Set.of("Numbering.java");

    @Test
    void filesFitInAHead() {
        check(
                "A file this long has more than one subject: split it by subject, never by layer",
                JAVA.stream()
                        .filter(
                                s ->
                                        s.lines().size()
                                                > (s.isTest() ? LONGEST_TEST_FILE : LONGEST_FILE))
                        .map(s -> s.path() + ": " + s.lines().size() + " lines"));
    }

    @Test
    void methodsFitOnAScreen() {
        check(
                "A method this long hides its branches: name its steps as methods of their own",
                PARSED.methods().stream()
                        .filter(m -> m.lines() > LONGEST_METHOD)
                        .map(m -> m.source().at(m.line()) + m.name() + ", " + m.lines()));
    }

    @Test
    void onlyTheClockReadsTheTime() {
        var reading =
                Pattern.compile(
                        "(Instant|LocalDate|LocalDateTime|ZonedDateTime|OffsetDateTime|Year"
                                + "|YearMonth)\\.now\\(|currentTimeMillis|Clock\\.system"
                                + "|InstantSource\\.system|new Date\\(\\)");
        check(
                "Scenarios and the sandbox move time: take the MovableClock, in doors only",
                lines(
                        PLATFORM,
                        s -> !s.path().endsWith("/shared/MovableClock.java"),
                        line -> reading.matcher(line).find()));
    }

    @Test
    void nothingIsLeftForLater() {
        var later = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b");
        check(
                "What is not done is not seen here: do it, or say it where users look",
                lines(ALL, s -> true, line -> later.matcher(line).find()));
    }

    @Test
    void onlyTheCommandLinePrints() {
        check(
                "What runs unattended is logged; only verbs print, through their picocli writer",
                lines(
                        PLATFORM,
                        s -> !s.module().equals("cli"),
                        line -> line.matches(".*\\bSystem\\.(out|err)\\b.*|.*printStackTrace.*")));
    }

    @Test
    void moneyIsExact() {
        check(
                "Floating point loses yen: use Money, Rate, or long; a measured time is a Duration",
                Stream.concat(
                        PARSED.floatingPoint().stream()
                                .filter(piece -> piece.source().isMainOf("platform"))
                                .map(Object::toString),
                        lines(
                                PLATFORM,
                                s -> true,
                                line -> line.matches(".*\\.(doubleValue|floatValue)\\(.*"))));
    }

    @Test
    void namesSayWhatAThingIs() {
        var empty =
                Pattern.compile(
                        "(Service|Manager|Helper|Utils?|Impl|Dto|DTO)$|^Default[A-Z]|^I[A-Z][a-z]");
        var vague = Set.of("process", "handle");
        check(
                "The name fits everything and so says nothing: use the spec's or the staff's word",
                Stream.concat(
                        PARSED.types().stream()
                                .filter(type -> empty.matcher(type.text()).find())
                                .map(Object::toString),
                        PARSED.methods().stream()
                                .filter(m -> vague.contains(m.name()) && m.parameters() > 0)
                                .map(m -> m.source().at(m.line()) + m.name())));
    }

    @Test
    void aModulesSqlNamesOnlyItsOwnSchema() {
        var modules = PLATFORM.stream().map(Source::module).collect(Collectors.toSet());
        var table =
                Pattern.compile(
                        "(?i)\\b(?:from|join|into|update|table|only|using)\\s+"
                                + "([a-z_]+)\\.[a-z_]+|^([a-z]+)\\.[a-z_]+$");
        var wrong = new ArrayList<String>();
        for (var literal : PARSED.literals()) {
            var module = literal.source().module();
            var match = table.matcher(literal.text());
            while (hasSql(literal.source()) && match.find()) {
                var schema = match.group(1) == null ? match.group(2) : match.group(1);
                if (modules.contains(schema) && !schema.equals(module)) {
                    wrong.add(literal.source().at(literal.line()) + schema);
                }
            }
        }
        check("Another module's tables may change any day: ask its door", wrong.stream());
    }

    @Test
    void sqlStandsInStores() {
        check(
                "All SQL of a module is in its …Store, so that its tables can be changed there;"
                        + " only what verify asks may stand beside the sentence that it proves",
                lines(
                        PLATFORM,
                        s -> !isStore(s) && !isInvariant(s) && !s.module().equals("database"),
                        line ->
                                line.matches(
                                        "import org\\.springframework\\.jdbc\\.core\\..*"
                                                + "Jdbc(Client|Template|Operations).*")));
    }

    @Test
    void everyPackageSaysWhatItIs() {
        var packages = new TreeSet<String>();
        PLATFORM.forEach(s -> packages.add(folder(s)));
        check(
                "package-info.java says what the package is for and turns on NullAway",
                packages.stream()
                        .filter(
                                folder ->
                                        !Files.exists(
                                                Sources.root()
                                                        .resolve(folder)
                                                        .resolve("package-info.java"))));
    }

    @Test
    void everyModuleHasAReadme() {
        check(
                "A module opens with a page: owns, does not own, words, dates, invariants",
                PLATFORM.stream()
                        .filter(s -> s.name().equals("package-info.java"))
                        .map(TidyTest::folder)
                        .filter(folder -> folder.matches(".*/java/keiyaku/[a-z]+"))
                        .filter(folder -> PLATFORM.stream().filter(inside(folder)).count() > 1)
                        .filter(
                                folder ->
                                        !Files.exists(
                                                Sources.root()
                                                        .resolve(folder)
                                                        .resolve("README.md"))));
    }

    @Test
    void nothingNamesOneMachine() {
        var machine = Pattern.compile("(?<![\\w.])/(ho" + "me|ro" + "ot|Us" + "ers|wo" + "rk)/\\w");
        check(
                "A path of one machine is on no other: find it, or take it as a setting",
                lines(ALL, s -> true, line -> machine.matcher(line).find()));
    }

    @Test
    void migrationsSayWhyAndNameTheirConstraints() {
        var name = Pattern.compile("CONSTRAINT (\\w+)");
        var wrong = new ArrayList<String>();
        for (var source : ALL) {
            if (!source.path().contains("/db/migration/")) {
                continue;
            }
            if (source.lines().isEmpty() || !source.lines().getFirst().startsWith("-- ")) {
                wrong.add(source.path() + ": does not open with why");
            }
            for (var line : source.lines()) {
                var match = name.matcher(line);
                if (match.find() && match.group(1).length() > LONGEST_CONSTRAINT) {
                    wrong.add(source.path() + ": " + match.group(1) + " is longer than 50");
                }
            }
        }
        check(
                "Who reads a table years later wants to know why; Citus adds to long names",
                wrong.stream());
    }

    private static boolean isInvariant(Source source) {
        return source.lines().contains("import keiyaku.database.Invariant;");
    }

    private static boolean hasSql(Source source) {
        return isStore(source) || isInvariant(source);
    }

    private static Predicate<Source> inside(String folder) {
        return source -> source.path().startsWith(folder + "/");
    }

    private static boolean isStore(Source source) {
        return source.name().endsWith("Store.java") || OTHER_STORES.contains(source.name());
    }

    private static String folder(Source source) {
        return source.path().substring(0, source.path().lastIndexOf('/'));
    }

    private static Stream<String> lines(
            List<Source> sources, Predicate<Source> where, Predicate<String> wrong) {
        var found = new ArrayList<String>();
        for (var source : sources) {
            if (!where.test(source)) {
                continue;
            }
            for (int i = 0; i < source.lines().size(); i++) {
                if (wrong.test(source.lines().get(i))) {
                    found.add(source.at(i + 1) + source.lines().get(i).strip());
                }
            }
        }
        return found.stream();
    }

    private static void check(String why, Stream<String> violations) {
        assertThat(violations.toList()).as(why).isEmpty();
    }
}
