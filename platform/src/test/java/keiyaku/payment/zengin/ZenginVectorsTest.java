package keiyaku.payment.zengin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published layouts, sample files and kana cases, byte for byte (P-7, P-8). */
class ZenginVectorsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final JsonNode VECTORS =
            JsonMapper.shared().readTree(bytes("zengin_formats.json"));
    private static final Map<String, Format> FORMATS =
            Map.of("91", DebitFile.FORMAT, "01A", DepositNoticeFile.FORMAT);

    static byte[] bytes(String name) {
        try (var in = ZenginVectorsTest.class.getResourceAsStream("/vectors/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"91", "01A"})
    void layoutsAreThePublishedOnes(String name) {
        var format = Objects.requireNonNull(FORMATS.get(name));
        var published = VECTORS.required("formats").required(name).required("records");
        for (var part :
                Map.of(
                                "header", format.header(),
                                "data", format.data(),
                                "trailer", format.trailer(),
                                "end", format.end())
                        .entrySet()) {
            assertThat(part.getValue().fields().stream().map(ZenginVectorsTest::place))
                    .as(name + " " + part.getKey())
                    .containsExactlyElementsOf(
                            published
                                    .required(part.getKey())
                                    .valueStream()
                                    .map(ZenginVectorsTest::place)
                                    .toList());
        }
    }

    private static String place(Field field) {
        return "%s %d %d %s %s"
                .formatted(
                        field.id(),
                        field.start(),
                        field.length(),
                        field.numeric() ? "N" : "C",
                        Objects.requireNonNullElse(field.constant(), ""));
    }

    private static String place(JsonNode field) {
        return "%s %d %d %s %s"
                .formatted(
                        field.required("id").asString(),
                        field.required("pos").asInt(),
                        field.required("length").asInt(),
                        field.required("type").asString(),
                        field.path("const").asString(""));
    }

    @ParameterizedTest
    @CsvSource({"BANK_NAME", "PARTY_NAME", "EDI"})
    void characterClassesAreThePublishedOnes(CharacterClass characters) {
        var published =
                VECTORS.required("charclasses")
                        .required(characters.name())
                        .required("allowed")
                        .asString();
        assertThat(characters.firstWrong(published)).isEmpty();
        for (char c = ' '; c <= 'ﾟ'; c++) {
            assertThat(characters.allows(String.valueOf(c))).isEqualTo(published.indexOf(c) >= 0);
        }
    }

    static Stream<JsonNode> kana() {
        return VECTORS.required("kana_conversion").required("verified_cases_java17").valueStream();
    }

    @ParameterizedTest
    @MethodSource("kana")
    void kanaAreConverted(JsonNode pair) {
        assertThat(Kana.halfWidth(pair.get(0).asString())).isEqualTo(pair.get(1).asString());
    }

    @Test
    void everySubstitutionHolds() {
        VECTORS.required("substitutions")
                .properties()
                .forEach(
                        pair ->
                                assertThat(Kana.halfWidth(pair.getKey()))
                                        .isEqualTo(Kana.halfWidth(pair.getValue().asString())));
    }

    @ParameterizedTest
    @CsvSource({"91_request.dat,true", "91_request_nonl.dat,false"})
    void requestsComeBackByteForByte(String name, boolean lineEnds) {
        var file = bytes("zengin/" + name);
        var read = DebitFile.readRequest(file);
        assertThat(read.request(lineEnds)).isEqualTo(file);
        assertThat(rows(DebitFile.FORMAT, file)).isEqualTo(published(name));
    }

    @Test
    void resultsComeBackByteForByte() {
        var file = bytes("zengin/91_result.dat");
        var read = DebitFile.readResult(file);
        assertThat(read.result(true)).isEqualTo(file);
        assertThat(read.batches().getFirst().debits())
                .extracting(Debit::result)
                .containsExactly(
                        DebitResult.COLLECTED,
                        DebitResult.INSUFFICIENT_FUNDS,
                        DebitResult.NO_MANDATE);
        assertThat(rows(DebitFile.FORMAT, file)).isEqualTo(published("91_result.dat"));
    }

    @Test
    void depositNoticesComeBackByteForByte() {
        var file = bytes("zengin/01A_transfer_in.dat");
        var read = DepositNoticeFile.read(file, TODAY);
        assertThat(read.write(true)).isEqualTo(file);
        var notices = read.batches().getFirst().notices();
        assertThat(notices)
                .extracting(DepositNotice::cancelled)
                .containsExactly(false, false, true);
        assertThat(notices.getFirst().bookedOn()).isEqualTo("2025-01-27");
        assertThat(notices.get(1).message()).isEqualTo("INV-2025-0001");
        assertThat(rows(DepositNoticeFile.FORMAT, file))
                .isEqualTo(published("01A_transfer_in.dat"));
    }

    /** The fields of every record as the vectors list them: the empty and the dummies left out. */
    private static List<Map<String, String>> rows(Format format, byte[] file) {
        var rows = new ArrayList<Map<String, String>>();
        for (var group : format.read(file)) {
            rows.add(seen(group.header()));
            group.data().forEach(row -> rows.add(seen(row)));
            rows.add(seen(group.trailer()));
        }
        return rows;
    }

    private static Map<String, String> seen(Row row) {
        var seen = new java.util.TreeMap<String, String>();
        row.values().forEach((id, value) -> seen.put(id, normal(value)));
        seen.values().removeIf(String::isEmpty);
        return seen;
    }

    private static List<Map<String, String>> published(String name) {
        var rows = new ArrayList<Map<String, String>>();
        for (var row : VECTORS.required("samples").required(name).required("parsed")) {
            if (row.required("_record").asString().equals("end")) {
                continue;
            }
            var seen = new java.util.TreeMap<String, String>();
            row.properties().forEach(e -> seen.put(e.getKey(), normal(e.getValue().asString())));
            seen.remove("_record");
            seen.values().removeIf(String::isEmpty);
            rows.add(seen);
        }
        return rows;
    }

    /** Amounts are numbers in the vectors, digits here. */
    private static String normal(String value) {
        return value.matches("[0-9]+") ? new java.math.BigInteger(value).toString() : value;
    }
}
