package keiyaku.payment.iso20022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import keiyaku.payment.iso20022.CollectionRequest.Collector;
import keiyaku.payment.iso20022.CollectionRequest.Debit;
import keiyaku.payment.iso20022.CollectionRequest.Party;
import keiyaku.payment.iso20022.CollectionRequest.Sequence;
import keiyaku.payment.zengin.WrongFileException;
import keiyaku.shared.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** P-7: pain.008 is written byte for byte as approved, pain.002 is read whole or refused. */
class SepaDebitTest {

    private static final Party KIM = new Party("Kim & Sons", "", "GB29NWBK60161331926819");
    private static final Party BLAU = new Party("Blau", "DEUTDEFFXXX", "DE02120300000000202051");

    @Test
    void aRequestIsAsApproved() throws IOException {
        var request =
                new CollectionRequest(
                        "debit-000000000007",
                        Instant.parse("2026-03-10T06:00:00Z"),
                        LocalDate.of(2026, 3, 12),
                        new Collector(
                                new Party("Keiyaku", "COBADEFFXXX", "DE89370400440532013000"),
                                "DE98ZZZ09999999999",
                                "CORE"),
                        List.of(
                                debit(1, 1234, Sequence.FIRST, KIM),
                                debit(2, 5, Sequence.RECURRING, BLAU),
                                debit(3, 100, Sequence.FIRST, BLAU)));
        if (Boolean.getBoolean("golden.write")) {
            Files.write(Path.of("src/test/resources/iso20022/pain008.xml"), request.written());
        }
        assertThat(text(request.written())).isEqualTo(resource("pain008.xml"));
    }

    /** Where accounts have no IBANs, banks are named by their clearing system. */
    @Test
    void anAccountWithoutIbanIsNamedByItsBank() {
        var request =
                new CollectionRequest(
                        "debit-000000000008",
                        Instant.parse("2026-03-10T06:00:00Z"),
                        LocalDate.of(2026, 3, 12),
                        new Collector(new Party("Keiyaku", "0881", "11"), "0000000001", ""),
                        List.of(
                                new Debit(
                                        "00000000000800000001",
                                        Money.of(1200, "KRW"),
                                        "man_1",
                                        LocalDate.of(2026, 3, 1),
                                        Sequence.RECURRING,
                                        new Party("Hana", "0041", "112345678901"))));
        assertThat(text(request.written()).replaceAll(">\\s+<", "><"))
                .contains("<ClrSysMmbId><MmbId>0041</MmbId></ClrSysMmbId>")
                .contains("<DbtrAcct><Id><Othr><Id>112345678901</Id></Othr></Id></DbtrAcct>")
                .contains("<InstdAmt Ccy=\"KRW\">1200</InstdAmt>")
                .doesNotContain("SEPA");
    }

    @Test
    void aReportTellsWhatIsDecided() throws IOException {
        var report = StatusReport.read(bytes(resource("pain002.xml")));
        assertThat(report.request()).isEqualTo("debit-000000000007");
        assertThat(report.refused()).isNull();
        assertThat(report.entries())
                .extracting(StatusReport.Entry::id)
                .containsExactly("00000000000700000001", "00000000000700000002");
        assertThat(report.entries())
                .extracting(StatusReport.Entry::reason)
                .containsExactly("", "AM04");
        assertThat(report.entries().getFirst().amount()).isEqualTo(Money.of(1234, "EUR"));
        assertThat(report.entries()).extracting(StatusReport.Entry::line).containsExactly(7, 8);
    }

    @ParameterizedTest
    @CsvSource({
        "pain.002.001.10,         pain.002.001.03,        line 2, the Document is no",
        "<CstmrPmtStsRpt>,        <Other>,                line 2, there is no CstmrPmtStsRpt",
        "</GrpHdr>,               </Other>,               line 3, it is no XML",
        "<OrgnlEndToEndId>00000000000700000002</OrgnlEndToEndId>, '', line 8, OrgnlEndToEndId",
        "Ccy=\"EUR\">12.34,       Ccy=\"EUR\">12.345,     line 7, is no amount of its currency",
        "Ccy=\"EUR\">12.34,       Ccy=\"EUR\">twelve,     line 7, it is not of its format",
        "<TxSts>RJCT</TxSts>,     <TxtSts>RJCT</TxtSts>,  line 8, it is not of its format",
        "<GrpSts>PART</GrpSts>,   <GrpSts>RJCT</GrpSts>,  line 4, all is refused",
    })
    void aWrongReportIsRefusedWithItsPlace(String right, String wrong, String place, String why)
            throws IOException {
        var text = resource("pain002.xml").replace(right, wrong);
        assertThat(text).isNotEqualTo(resource("pain002.xml"));
        assertThatThrownBy(() -> StatusReport.read(bytes(text)))
                .isInstanceOf(WrongFileException.class)
                .hasMessageStartingWith(place)
                .hasMessageContaining(why);
    }

    @Test
    void noEntityIsFetched() throws IOException {
        var text =
                resource("pain002.xml")
                        .replace(
                                "<Document ",
                                "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                                        + "<Document ")
                        .replace("AM04", "&x;");
        assertThatThrownBy(() -> StatusReport.read(bytes(text)))
                .isInstanceOf(WrongFileException.class);
    }

    /** The examples of the register of ISO 13616. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE89370400440532013000",
                "GB29NWBK60161331926819",
                "FR1420041010050500013M02606",
                "NL91ABNA0417164300",
                "NO9386011117947",
                "MT84MALT011000012345MTLCAST001S",
                "ES9121000418450200051332",
                "IT60X0542811101000000123456"
            })
    void rightIbansAreRight(String iban) {
        assertThat(Iban.isRight(iban)).isTrue();
        var turned = iban.substring(0, iban.length() - 2) + "99";
        assertThat(Iban.isRight(turned)).as(turned).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DE8937040044053201300", "JP89370400440532013000", "", "de89"})
    void othersAreNot(String iban) {
        assertThat(Iban.isRight(iban)).isFalse();
    }

    @Test
    void aCreditorHasCheckDigitsToo() {
        assertThat(Iban.isCreditor("DE98ZZZ09999999999")).isTrue();
        assertThat(Iban.isCreditor("DE98ABC09999999999")).isTrue();
        assertThat(Iban.isCreditor("DE97ZZZ09999999999")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "AC01, no-such-account, true",
        "AM04, insufficient-funds, false",
        "MD01, no-mandate, true",
        "MD06, stopped-by-payer, true",
        "XYZ9, other, false"
    })
    void codesAreReasons(String code, String reason, boolean forGood) {
        assertThat(RefusalCode.of(code)).isEqualTo(new RefusalCode(reason, forGood));
    }

    private static Debit debit(int line, long amount, Sequence sequence, Party debtor) {
        return new Debit(
                "0000000000070000000" + line,
                Money.of(amount, "EUR"),
                "M" + line,
                LocalDate.of(2026, 3, 1),
                sequence,
                debtor);
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String resource(String name) throws IOException {
        try (var stream = SepaDebitTest.class.getResourceAsStream("/iso20022/" + name)) {
            return text(Objects.requireNonNull(stream).readAllBytes());
        }
    }
}
